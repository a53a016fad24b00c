// Step 6: the lists of people, whose turn it is and why, a supplement, table plans.

function listsStep(): HTMLElement {
  if (!isDrawn()) return el("div", {}, p(t("page-draw-first")), button(t("page-to-draw"), () => go(5), { class: "second" }));
  const lists = ["panel.csv", "reserves.csv", "remaining.csv", "chances.csv"].filter(name => work.disk.has(`${DIR}/${name}`));
  return el("div", {},
    el("div", { class: "card look" }, p(t("page-lists-personal"))),
    el("ul", { class: "cards" }, ...lists.map(name => el("li", { class: "card note" }, p(el("strong", {}, t(`page-list-${name.replace(".csv", "")}`)), ` · ${name}`),
      el("div", { class: "row" },
        button(t("page-show"), () => showList(`${DIR}/${name}`, t(`page-list-${name.replace(".csv", "")}`)), { class: "second", "aria-label": `${t("page-show")}: ${name}` }),
        button(t("page-download"), () => download(name, work.disk.get(`${DIR}/${name}`)!, "text/csv"), { class: "second", "aria-label": `${t("page-download")}: ${name}` }))))),
    el("div", { id: "list" }),
    peopleList(), calls(), supplementCard(), tables(),
    el("section", { class: "card note" }, h3(t("page-begin-talk")), p(t("page-begin-talk-what")), el("div", { class: "row" }, button(t("page-to-talk"), () => go("talk"), { class: "second", id: "to-talk" }))),
    el("div", { class: "row" }, button(t("page-save-both"), () => saveDesk(talk), { id: "save-both" }), button(t("page-to-checked"), () => go(7), { id: "to-checked" })));
}

/** A list as people read it, ready for paper. */
async function showList(path: string, name: string): Promise<void> {
  const bytes = work.disk.get(path);
  if (!bytes) return;
  const rows = readRows(new TextDecoder().decode(bytes));
  const [heads = [], ...rest] = rows;
  document.getElementById("list")!.replaceChildren(h2(name), table(name, heads, rest),
    el("div", { class: "row" }, button(t("page-print"), () => printOnly(el("div", {}, el("h1", {}, name), table(name, heads, rest))), { class: "second" })));
}

/** Rows of a list that the engine wrote: one of two separators, cells in quotation marks where they need them. */
function readRows(text: string): string[][] {
  const plain = text.replace(/^\ufeff/, "");
  const separator = (plain.split("\n", 1)[0]!.match(/;/g)?.length ?? 0) > 0 ? ";" : ",";
  const rows: string[][] = [];
  let row: string[] = [], cell = "", within = false;
  for (let i = 0; i < plain.length; i++) {
    const sign = plain[i]!;
    if (within) {
      if (sign === '"' && plain[i + 1] === '"') { cell += '"'; i++; }
      else if (sign === '"') within = false;
      else cell += sign;
    } else if (sign === '"') within = true;
    else if (sign === separator) { row.push(cell); cell = ""; }
    else if (sign === "\n") { row.push(cell.replace(/\r$/, "")); rows.push(row); row = []; cell = ""; }
    else cell += sign;
  }
  if (cell || row.length) rows.push([...row, cell]);
  return rows;
}

const EVENTS = "gebeurtenissen.csv";
/** What happened after the draw: what was put down here, and lists that were chosen. */
const eventLists = () => [...(work.disk.has(EVENTS) ? [EVENTS] : []), ...role("events").map(file => file.name).filter(name => name !== EVENTS)];

/** One list of people as an office reads it, by the engine: how each stands, since when and why. */
function peopleList(): HTMLElement {
  const whom = el("select", { id: "people-whom" }, ...["all", "in", "call", "reserves", "letters"].map(word => el("option", { value: word }, t(`page-people-${word}`))));
  const form = el("select", { id: "people-form" }, ...["xlsx", "csv"].map(word => el("option", { value: word }, t(`page-people-${word}`))));
  const place = el("div", { id: "people-said", "aria-live": "polite" });
  const make = async () => {
    const out = free(`${t(`page-people-file-${whom.value}`)}.${form.value}`);
    const answer = await run(["people", DIR, ...eventLists().flatMap(name => ["--events", name]), ...(whom.value === "all" ? [] : ["--only", whom.value]), "--out", out, ...(form.value === "csv" ? ["--excel"] : [])]);
    place.replaceChildren(told(answer) ?? "", answer.exit ? "" : laid(answer.shown));
    const bytes = work.disk.get(out);
    if (answer.exit || !bytes) return;
    work.disk.delete(out);
    const name = t(`page-people-${whom.value}`), rows = form.value === "csv" ? readRows(new TextDecoder().decode(bytes)) : [];
    place.append(el("div", { class: "row" }, button(`${t("page-download")}: ${out}`, () => download(out, bytes), { id: "people-save" }),
      rows.length > 0 && button(t("page-print"), () => printOnly(el("div", {}, el("h1", {}, name), table(name, rows[0]!, rows.slice(1)))), { class: "second" })),
      rows.length ? table(name, rows[0]!, rows.slice(1)) : "");
  };
  return el("section", {}, h2(t("page-people")), p(t("page-people-what")), el("div", { class: "pair" }, field(t("page-people-whom"), whom), field(t("page-people-form"), form)),
    el("div", { class: "row" }, button(t("page-people-make"), make, { id: "people-make" })), place);
}

/** What happened after the draw: put down here or in a file, and whose turn it is. */
function calls(): HTMLElement {
  const ids = (work.drawn?.data?.panel ?? []) as string[];
  const who = el("input", { type: "text", list: "who", autocomplete: "off", id: "event-who" });
  const what = el("select", { id: "event-what" }, ...["confirmed", "declined", "withdrew", "no-show", "called", "not-reached"].map(word => el("option", { value: word.replace("not-", "not ") }, t(`page-event-${word}`))));
  const day = el("input", { type: "date", value: today(), id: "event-day" });
  const why = el("input", { type: "text", id: "event-why" });
  // Who called stays: it is the same person for the next call.
  const by = el("input", { type: "text", id: "event-by", autocomplete: "off" });
  const until = el("input", { type: "date", id: "event-until" });
  const place = el("div", { id: "turns", "aria-live": "polite" });
  const show = async () => {
    if (!eventLists().length) return place.replaceChildren(p(t("page-no-events")));
    const answer = await run(["roster", DIR, ...eventLists().flatMap(name => ["--events", name])]);
    place.replaceChildren(told(answer) ?? "", answer.data?.next ? turns(answer.data.next) : "", laid(answer.shown));
  };
  const put = async () => {
    if (!who.value.trim()) { who.focus(); return; }
    const cells = [day.value, who.value.trim(), what.value, why.value.trim(), by.value.trim(), until.value].map(cell => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
    const before = work.disk.has(EVENTS) ? fileText(EVENTS) : "date,id,event,reason,by,until\n";
    work.disk.set(EVENTS, new TextEncoder().encode(`${before}${cells.join(",")}\n`));
    touched();
    who.value = why.value = until.value = "";
    await show();
  };
  const publish = async () => {
    if (!eventLists().length) return place.replaceChildren(p(t("page-no-events")));
    const answer = await run(["roster", DIR, ...eventLists().flatMap(name => ["--events", name]), "--publish"]);
    place.replaceChildren(told(answer) ?? "", laid(answer.shown));
  };
  return more(t("page-after"), p(t("page-after-what")),
    el("datalist", { id: "who" }, ...ids.map(id => el("option", { value: id }))),
    field(t("page-event-who"), who), field(t("page-event-what"), what), field(t("page-event-day"), day), field(t("page-event-why"), why),
    el("div", { class: "pair" }, field(t("page-event-by"), by), field(t("page-event-until"), until)),
    el("div", { class: "row" }, button(t("page-event-put"), put, { id: "put" }), button(t("page-turns"), show, { class: "second" }),
      button(t("page-publish-events"), publish, { class: "second", id: "publish-events" })),
    place);
}

function turns(next: { reserve: number; id: string; code: string; why: string }[]): HTMLElement {
  return el("div", {}, h3(t("page-whose-turn")), next.length
    ? el("ol", { class: "cards" }, ...next.map(one => el("li", { class: "card note" }, p(el("strong", {}, one.id), ` · ${one.code}`), p(one.why))))
    : p(t("page-nobodys-turn")));
}

/** A new lottery for seats that no reserve can take. */
function supplementCard(): HTMLElement {
  const place = el("div", { "aria-live": "polite" });
  const make = async (way?: string) => {
    if (!eventLists().length) return place.replaceChildren(p(t("page-no-events")));
    const answer = await runLong(place, ["supplement", DIR, ...eventLists().flatMap(name => ["--events", name]), ...(way ? ["--repair", way] : []), "--out", "aanvulling"]);
    if (!answer) return;
    place.replaceChildren(told(answer) ?? "", answer.shown.trim() ? laid(answer.shown) : "");
    // The quotas that are left cannot be met: the ways out stand above, by their numbers.
    if (answer.data?.error?.code === "T-23") {
      const which = el("input", { type: "number", min: 1, max: 99, value: 1, id: "supplement-way" });
      place.append(field(t("page-supplement-way"), which, t("page-supplement-way-hint")), el("div", { class: "row" }, button(t("page-supplement-repair"), () => make(which.value), { class: "second", id: "supplement-repair" })));
    }
    if (answer.exit) return;
    // Two, never one: the sealed part says who is who.
    const save = (open: boolean, name: string) => async () => {
      const files = new Map([...under("aanvulling")].map(([path, bytes]): [string, Uint8Array] => [path.slice("aanvulling/".length), bytes]));
      download(name, await zip(new Map([...files].filter(([path]) => path.startsWith("public/") === open))), "application/zip");
    };
    place.append(p(t("page-supplement-then")), el("div", { class: "row" },
      button(t("page-save-public"), save(true, t("page-file-supplement")), { class: "second" }),
      button(t("page-save-sealed"), save(false, t("page-file-supplement-sealed")), { class: "second" })));
  };
  return more(t("page-supplement"), p(t("page-supplement-what")), button(t("page-supplement-make"), () => make(), { class: "second", id: "supplement-make" }), place);
}

/** What people use of a seat plan, the first thing first; whatever else it has is for its check. */
const PLAN = ["plan", "cards", "tables", "wall", "seatplan"];

/** What a seat plan consists of: its pages to look at and to print, its lists to save. */
function pages(folder: string): HTMLElement[] {
  const view = el("div", {});
  const open = (name: string) => () => {
    const frame = el("iframe", { title: name, class: "account" });
    frame.srcdoc = fileText(name);
    view.replaceChildren(frame, button(t("page-print"), () => frame.contentWindow?.print(), { class: "second" }));
  };
  // With names a word stands in front of them.
  const stem = (name: string) => name.slice(folder.length + 1).replace(/\.[^.]*$/, "").split("-").at(-1)!;
  const row = (name: string) => el("li", { class: "card note" }, p(PLAN.includes(stem(name)) ? el("strong", {}, t(`page-plan-${stem(name)}`)) : null, PLAN.includes(stem(name)) ? " · " : null, el("code", {}, name.slice(folder.length + 1))), el("div", { class: "row" },
    /\.html$/.test(name) && button(t("page-show"), open(name), { class: "second", "aria-label": `${t("page-show")}: ${name}` }),
    button(t("page-download"), () => download(name.split("/").at(-1)!, work.disk.get(name)!), { class: "second", "aria-label": `${t("page-download")}: ${name}` })));
  const all = [...under(folder).keys()].sort(), used = PLAN.flatMap(known => all.filter(name => stem(name) === known)), others = all.filter(name => !used.includes(name));
  return [el("ul", { class: "cards" }, ...used.map(row)), view, ...(others.length ? [more(t("page-plan-others"), el("ul", { class: "cards" }, ...others.map(row)))] : [])];
}

/** The same with names on the cards, and who cannot come on a day. */
function seatNames(plan: string): HTMLElement {
  const place = el("div", { "aria-live": "polite" });
  const names: string[] = [];
  const boxes = headings().map((heading, i) => {
    const box = el("input", { type: "checkbox", id: `name-${i}` });
    box.addEventListener("change", () => { if (box.checked) names.push(heading); else names.splice(names.indexOf(heading), 1); });
    return el("div", { class: "choice" }, box, el("label", { for: box.id }, heading));
  });
  const make = async () => {
    const people = role("people")[0];
    if (!people || !names.length) return;
    const out = free("namen");
    const answer = await run(["sessions", "names", plan, "--people", people.name, "--names", names.join(","), "--out", out]);
    place.replaceChildren(told(answer) ?? "", laid(answer.shown), ...(answer.exit ? [] : pages(out)));
  };
  return more(t("page-tables-names"), el("fieldset", {}, el("legend", {}, t("page-tables-names-what")), ...boxes), button(t("page-tables-names-make"), make, { class: "second", id: "names-make" }), place);
}

/** A list of staff that is chosen: its name among the files, or nothing. */
function staffList(id: string): { place: HTMLElement; options(): string[] } {
  let name = "";
  const chosen = p("");
  const place = chooser(t("page-tables-staff"), ".csv,.txt,.tsv,.xlsx,.xls,.ods", async ([file]) => {
    if (!file) return;
    name = free(file.name);
    work.disk.set(name, new Uint8Array(await file.arrayBuffer()));
    chosen.replaceChildren(t("page-have"), " ", el("strong", {}, file.name));
  }, t("page-tables-staff-hint"), id);
  return { place: el("div", {}, place, chosen), options: () => (name ? ["--staff", name] : []) };
}

/** On the day: who stays away in a round or turns up after all, and staff who fall ill; as few as can be sit elsewhere. */
function reseat(plan: string): HTMLElement {
  const round = el("input", { type: "text", value: "1", id: "reseat-round", autocomplete: "off" });
  const absent = el("input", { type: "text", id: "reseat-absent", autocomplete: "off" });
  const extra = el("input", { type: "text", id: "reseat-extra", autocomplete: "off" });
  const staff = staffList("reseat-staff");
  const place = el("div", { "aria-live": "polite" });
  const listed = (input: HTMLInputElement) => input.value.trim().split(/[\s,;]+/).filter(Boolean).join(",");
  const make = async () => {
    const given = [["--absent", listed(absent)], ["--extra", listed(extra)]].filter(([, codes]) => codes).flat() as string[];
    const answer = await run(["sessions", "reseat", plan, "--round", listed(round), ...given, ...staff.options()]);
    const last = [...work.disk.keys()].map(name => new RegExp(`^${plan}/changes/(\\d+)/`).exec(name)?.[1]).filter(Boolean).map(Number).sort((a, b) => b - a)[0];
    place.replaceChildren(told(answer) ?? "", laid(answer.shown), ...(answer.exit || last === undefined ? [] : pages(`${plan}/changes/${last}`)));
  };
  return more(t("page-reseat"), field(t("page-reseat-round"), round, t("page-reseat-round-hint")), field(t("page-reseat-absent"), absent, t("page-reseat-absent-hint")),
    field(t("page-reseat-extra"), extra), staff.place, button(t("page-reseat-do"), make, { class: "second", id: "reseat-do" }), place);
}

/** Who sits at which table in which round. */
function tables(): HTMLElement {
  const of = (id: string, value: number) => el("input", { type: "number", min: 1, max: 500, value, id });
  const [many, rounds] = [of("tables", 6), of("rounds", 3)];
  const seed = el("input", { type: "text", id: "table-seed" });
  const staff = staffList("tables-staff");
  const columns = headings().length ? headings() : readRows(fileText(`${DIR}/panel.csv`))[0] ?? [];
  const mix: string[] = [];
  const place = el("div", { "aria-live": "polite" });
  const make = async () => {
    if (!seed.value.trim()) { seed.focus(); return; }
    // Who is in is who was drawn, less whoever left, and the reserves who came.
    let people = `${DIR}/panel.csv`;
    if (eventLists().length) {
      people = free("aanwezig.csv");
      const listed = await run(["people", DIR, ...eventLists().flatMap(name => ["--events", name]), "--only", "in", "--out", people]);
      if (listed.exit) return place.replaceChildren(told(listed) ?? "");
    }
    const out = free("tafels");
    const answer = await runLong(place, ["sessions", "--people", people, "--tables", many.value, "--rounds", rounds.value,
      ...(mix.length ? ["--mix", mix.join(",")] : []), ...staff.options(), "--seed", seed.value, "--out", out]);
    if (!answer) return;
    place.replaceChildren(told(answer) ?? "", laid(answer.shown));
    if (answer.exit) return;
    place.append(...pages(out), seatNames(out), reseat(out));
  };
  const boxes = columns.map((heading, i) => {
    const box = el("input", { type: "checkbox", id: `mix-${i}` });
    box.addEventListener("change", () => { if (box.checked) mix.push(heading); else mix.splice(mix.indexOf(heading), 1); });
    return el("div", { class: "choice" }, box, el("label", { for: box.id }, heading));
  });
  return more(t("page-tables"), p(t("page-tables-what")),
    el("div", { class: "pair" }, field(t("page-tables-number"), many), field(t("page-tables-rounds"), rounds)),
    el("fieldset", {}, el("legend", {}, t("page-tables-mix")), ...boxes),
    staff.place, field(t("page-tables-seed"), seed, t("page-tables-seed-hint")),
    button(t("page-tables-make"), make, { class: "second", id: "tables-make" }), place);
}
