// Step 1: the files. Drop anything; the page says what each seems to be, and the person what it is.

const ROLES: Role[] = ["people", "quotas", "population", "exclude", "include", "charter", "recipe", "events", "text", "other"];

async function takeFiles(files: File[]): Promise<void> {
  const names: string[] = [], saved: File[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (/\.zip$/i.test(file.name)) {
      const found = await unzip(bytes, file.name);
      if (recordIn(found)) { saved.push(file); continue; }
      for (const [path, own] of found) { work.disk.set(path, own); names.push(path); }
      continue;
    }
    work.disk.set(file.name, bytes);
    names.push(file.name);
  }
  if (saved.length) return resume(saved);
  // Quotas that are chosen anew are not those that a way out made.
  work.changes = work.changes.filter(change => !names.includes(change.out));
  await lookAt(names);
  for (const file of role("charter")) if (names.includes(file.name)) work.charter = null;
  ticketsByHand();
  changed();
  await inPlace();
}

function filesStep(): HTMLElement {
  const seats = el("input", { type: "number", min: 1, max: 100000, inputmode: "numeric", value: work.seats || "", id: "seats" });
  seats.addEventListener("input", () => { work.seats = Number(seats.value) || 0; changed(); steps(); });
  return el("div", {},
    p(t("page-files-what")),
    chooser(t("page-choose"), ".csv,.txt,.tsv,.xlsx,.xls,.ods,.toml,.zip,.md", takeFiles, t("page-choose-hint"), "files"),
    ...work.chosen.map(fileCard),
    suggestions(),
    field(t("page-seats"), seats, t("page-seats-hint")),
    more(t("page-more-rules"), household(), idColumn(), mirror()),
    el("div", { class: "row" }, button(t("page-to-check"), async () => { go(2); await check(); }, { id: "to-check" })));
}

function fileCard(file: Chosen): HTMLElement {
  const { look } = file;
  const choice = el("select", {}, ...ROLES.map(role => el("option", { value: role }, t(`page-role-${role}`))));
  choice.value = file.role;
  choice.addEventListener("change", async () => { file.role = choice.value as Role; ticketsByHand(); changed(); await inPlace(); });
  const drop = button(t("page-remove"), async () => {
    work.disk.delete(file.name);
    work.chosen = work.chosen.filter(other => other !== file);
    work.changes = work.changes.filter(change => change.out !== file.name);
    changed();
    await inPlace();
  }, { class: "second", "aria-label": `${t("page-remove")}: ${file.name}` });
  return el("section", { class: "card note", "aria-label": file.name },
    p(el("strong", {}, file.name), look.rows !== undefined ? ` · ${t("page-rows", { number: count(look.rows) })}` : ""),
    look.said ? laid(look.said) : null,
    field(t("page-is"), choice),
    look.headings && look.first ? more(t("page-columns", { number: look.headings.length }), table(file.name, look.headings, look.first)) : null,
    el("div", { class: "row" }, drop));
}

/** What can be made of the files before the check: quotas from the figures, one clean list from messy ones. */
function suggestions(): HTMLElement | null {
  const parts: HTMLElement[] = [];
  if (role("population").length) parts.push(fromPopulation());
  if (role("people").length || role("other").some(file => file.look.headings)) parts.push(prepareCard());
  return parts.length ? el("div", {}, ...parts) : null;
}

function fromPopulation(): HTMLElement {
  const place = el("div", { "aria-live": "polite" });
  const make = async () => {
    if (!work.seats) return place.replaceChildren(p(t("page-need-seats")));
    const out = free("quota.csv");
    const answer = await run(["quotas", ...role("population").flatMap(file => ["--population", file.name]), "--seats", String(work.seats), "--out", out], inputs());
    if (answer.exit) return place.replaceChildren(told(answer) ?? "");
    for (const file of role("quotas")) file.role = "other";
    await lookAt([out], () => "quotas");
    changed();
    await inPlace();
    announce(t("page-quotas-made", { name: out }));
  };
  return el("section", { class: "card note" }, h3(t("page-population")), p(t("page-population-what")), button(t("page-make-quotas"), make, { class: "second", id: "make-quotas" }), place);
}

/** A name that no file has. */
function free(name: string): string {
  const [, stem, end] = /^(.*?)(\.[^.]*)?$/.exec(name)!;
  let n = 1, found = name;
  while (work.disk.has(found) || [...work.disk.keys()].some(path => path.startsWith(`${found}/`))) found = `${stem}-${++n}${end ?? ""}`;
  return found;
}

/** Messy lists: the engine suggests a recipe, the person reads and changes it, the engine makes one clean list. */
function prepareCard(): HTMLElement {
  const place = el("div", {});
  const lists = () => [...role("people"), ...role("other").filter(file => file.look.headings)].map(file => file.name);
  const suggest = async () => {
    const out = free("recept.toml");
    const answer = await run(["prepare", "--suggest", ...lists(), ...role("quotas").slice(0, 1).flatMap(file => ["--quotas", file.name]), "--out", out], inputs());
    if (answer.exit) return place.replaceChildren(told(answer) ?? "");
    const text = el("textarea", { rows: 18, spellcheck: "false", class: "mono", value: fileText(out), id: "recipe" });
    const result = el("div", { "aria-live": "polite" });
    const make = async () => {
      work.disk.set(out, new TextEncoder().encode(text.value));
      const folder = free("schoon");
      const made = await run(["prepare", out, "--out", folder], inputs());
      if (made.exit) return result.replaceChildren(told(made) ?? "");
      const clean = `${folder}/pool.csv`;
      result.replaceChildren(laid(made.shown), told(made) ?? "", button(t("page-use-clean"), async () => {
        for (const file of role("people")) file.role = "other";
        await lookAt([clean], () => "people");
        changed();
        await inPlace();
      }, { id: "use-clean" }));
    };
    place.replaceChildren(told(answer) ?? "", field(t("page-recipe"), text, t("page-recipe-hint")), button(t("page-make-clean"), make, { id: "make-clean" }), result);
  };
  return more(t("page-prepare"), p(t("page-prepare-what")), button(t("page-suggest"), suggest, { class: "second", id: "suggest" }), place);
}

function headings(): string[] {
  return role("people")[0]?.look.headings ?? [];
}

function choices(name: string, hint: string, chosen: () => string[], take: (chosen: string[]) => void): HTMLElement {
  const boxes = headings().map((heading, i) => {
    const box = el("input", { type: "checkbox", checked: chosen().includes(heading), id: `${name}-${i}` });
    box.addEventListener("change", () => { take(headings().filter(other => (other === heading ? box.checked : chosen().includes(other)))); changed(); });
    return el("div", { class: "choice" }, box, el("label", { for: box.id }, heading));
  });
  return el("fieldset", {}, el("legend", {}, name), el("span", { class: "hint" }, hint), ...boxes);
}

function household(): HTMLElement {
  const many = el("input", { type: "number", min: 1, max: 1000, inputmode: "numeric", value: work.perHousehold, id: "per-household" });
  many.addEventListener("input", () => { work.perHousehold = Number(many.value) || 1; changed(); });
  const made = choices(t("page-household"), t("page-household-hint"), () => work.household, chosen => { work.household = chosen; });
  made.append(field(t("page-per-household"), many));
  return made;
}
const mirror = () => (role("quotas").length ? null : choices(t("page-mirror"), t("page-mirror-hint"), () => work.mirror, chosen => { work.mirror = chosen; }));

function idColumn(): HTMLElement {
  const choice = el("select", {}, el("option", { value: "" }, t("page-id-found")), ...headings().map(heading => el("option", { value: heading }, heading)));
  choice.value = work.idColumn;
  choice.addEventListener("change", () => { work.idColumn = choice.value; changed(); });
  return field(t("page-id-column"), choice, t("page-id-hint"));
}
