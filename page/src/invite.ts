// The invitation lottery: registers of any size, agreements, the frame and its line, the draw, letters and answers.

const letters: Desk = { name: "invite", folder: "brieven", files: new Map(), values: {}, answers: {}, made: {}, commands: {}, unsaved: false, half: null, touch() { letters.unsaved = true; letters.half = null; } };
const INVITE_KEY = "register.key", INVITE_CHARTER = "uitnodiging.toml", LETTER_KEY = "codes.key", LETTER_CODES = "codes.csv";

/** What the first rows of each register show; the rest of a large one is read when the frame is made. */
const registerLooks = new Map<string, Chosen["look"]>();

const isFramed = () => letters.files.has(`${letters.folder}/public/commitment.txt`);
const areLettersDrawn = () => [...letters.files.keys()].some(name => name.startsWith(`${letters.folder}/public/draws/`));
const lettersLine = () => textOf(letters, `${letters.folder}/public/commitment.txt`).trim();
const textOf = (desk: Desk, name: string) => { const bytes = desk.files.get(name); return bytes ? new TextDecoder().decode(bytes) : ""; };
const listOf = (desk: Desk, key: string) => (desk.values[key] ?? "").split("\n").filter(name => name && desk.files.has(name));
const registers = () => listOf(letters, "registers");
const isText = (name: string) => /\.(csv|txt|tsv)$/i.test(name);

/** The record of the letters, and nothing else that is large. */
const lettersRecord = (...more: string[]): Files => {
  const own = new Set(more);
  return new Map([...letters.files].filter(([name]) => name.startsWith(`${letters.folder}/`) || own.has(name)));
};

/** The beginning of a large table, up to the end of a row. */
function beginning(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= 1 << 18) return bytes;
  const end = bytes.lastIndexOf(10, 1 << 18);
  return bytes.subarray(0, end < 0 ? 1 << 18 : end + 1);
}

async function lookAtRegisters(): Promise<void> {
  for (const name of registers()) {
    if (registerLooks.has(name)) continue;
    const bytes = letters.files.get(name)!;
    const { answer } = await ask("look", new Map([[name, isText(name) ? beginning(bytes) : bytes]]));
    registerLooks.set(name, answer.data[0]);
  }
}

/** Headings that registers have, in the order of the first one. */
function registerHeadings(): string[] {
  const clean = letters.values["clean"];
  const looks = clean && registerLooks.has(clean) ? [registerLooks.get(clean)] : registers().map(name => registerLooks.get(name));
  return [...new Set(looks.flatMap(look => look?.headings ?? []))];
}

async function takeRegisters(files: File[]): Promise<void> {
  const names = registers();
  for (const file of files) {
    names.push(await putFile(letters, file, "registers"));
    registerLooks.delete(names.at(-1)!);
  }
  letters.values["registers"] = [...new Set(names)].join("\n");
  await lookAtRegisters();
  await inPlace();
}

function registersStep(): HTMLElement {
  const card = (name: string) => {
    const look = registerLooks.get(name), bytes = letters.files.get(name)!;
    return el("section", { class: "card note", "aria-label": name },
      p(el("strong", {}, name), ` · ${t("page-size", { size: decimal(bytes.length / 1e6) })}`),
      look?.said ? laid(look.said) : null,
      isText(name) ? null : p(t("page-invite-not-text")),
      look?.headings && look.first ? more(t("page-columns", { number: look.headings.length }), table(name, look.headings, look.first)) : null,
      el("div", { class: "row" }, button(t("page-remove"), async () => {
        letters.files.delete(name);
        registerLooks.delete(name);
        letters.values["registers"] = registers().join("\n");
        await inPlace();
      }, { class: "second", "aria-label": `${t("page-remove")}: ${name}` })));
  };
  return el("div", {},
    p(t("page-invite-what")), p(t("page-invite-what-else")),
    chooser(t("page-invite-registers"), ".csv,.txt,.tsv,.xlsx,.xls,.ods", takeRegisters, t("page-invite-registers-hint"), "registers"),
    ...registers().map(card),
    registers().length ? registerRecipe() : null,
    fileField(letters, "strata", `${t("page-invite-strata")} (${t("page-optional")})`, t("page-invite-strata-hint"), false, "invite-strata"),
    fileField(letters, "exclude", `${t("page-invite-exclude")} (${t("page-optional")})`, t("page-invite-exclude-hint"), true, "invite-exclude"),
    el("div", { class: "row" }, button(t("page-to-charter"), () => go(2), { id: "invite-to-charter" })));
}

/** Registers in layouts of their own: a recipe makes one list of them. */
function registerRecipe(): HTMLElement {
  const place = el("div", {});
  const out = letters.values["recipe"] || "recept.toml";
  const edit = () => {
    const text = el("textarea", { rows: 18, spellcheck: "false", class: "mono", value: textOf(letters, out), id: "invite-recipe" });
    const result = el("div", { "aria-live": "polite" });
    const make = async () => {
      letters.files.set(out, new TextEncoder().encode(text.value));
      const folder = "schoon";
      for (const name of [...letters.files.keys()]) if (name.startsWith(`${folder}/`)) letters.files.delete(name);
      const done = await runDesk(letters, result, ["prepare", out, "--out", folder]);
      if (!done) return;
      const list = `${folder}/pool.csv`;
      if (done.answer.exit === 0 && letters.files.has(list)) {
        letters.values["recipe"] = out;
        letters.values["clean"] = list;
        registerLooks.set(list, (await ask("look", new Map([[list, beginning(letters.files.get(list)!)]]))).answer.data[0]);
      }
      result.replaceChildren(told(done.answer) ?? "", laid(done.answer.shown));
    };
    place.replaceChildren(field(t("page-recipe"), text, t("page-recipe-hint")), el("div", { class: "row" },
      button(t("page-make-clean"), make, { id: "invite-clean" }),
      button(t("page-invite-no-recipe"), async () => { letters.values["recipe"] = letters.values["clean"] = ""; letters.files.delete(out); await inPlace(); }, { class: "second" })), result);
  };
  const suggest = async () => {
    letters.files.delete(out);
    const done = await runDesk(letters, place, ["prepare", "--suggest", ...registers(), "--out", out]);
    if (!done) return;
    if (done.answer.exit) return place.replaceChildren(told(done.answer) ?? "");
    edit();
    place.prepend(told(done.answer) ?? "");
  };
  if (letters.files.has(out)) edit();
  const made = more(t("page-invite-recipe"), p(t("page-invite-recipe-what")), button(t("page-suggest"), suggest, { class: "second", id: "invite-suggest" }), place);
  made.toggleAttribute("open", letters.files.has(out) || registers().some(name => !isText(name)));
  return made;
}

const COLUMNS = ["key", "strata", "born", "since", "flag", "postcode", "number", "addition", "home", "weight"] as const;
/** Where somebody lives, if no column names the home. */
const ADDRESS: readonly string[] = ["postcode", "number", "addition"];

/** What the agreements say, as fields; or a charter that was chosen. */
function invitationStep(): HTMLElement {
  const values = letters.values;
  values["charter.date"] ??= today();
  values["charter.reference"] ??= today();
  values["charter.age"] ??= "16";
  values["charter.source"] ??= "text";
  values["charter.dice"] ??= "12";
  values["charter.sides"] ??= "10";
  values["charter.numbers"] ??= "6";
  values["charter.most"] ??= "45";
  values["charter.homes"] ??= "one-letter";
  values["charter.share"] ??= "proportional";
  const own = fileField(letters, "charter", `${t("page-invite-charter-own")} (${t("page-optional")})`, t("page-invite-charter-own-hint"), false, "invite-charter", () => { void inPlace(); });
  const on = el("div", { class: "row" }, button(t("page-invite-to-frame"), () => go(3), { id: "invite-to-frame" }));
  if (listOf(letters, "charter").length) return el("div", {}, p(t("page-charter-what")), own, laid(textOf(letters, values["charter"]!)), on);
  const input = (key: string, type = "text", props: Record<string, unknown> = {}) => {
    const made = el("input", { type, value: values[`charter.${key}`] ?? "", id: `invite-${key}`, ...props });
    made.addEventListener("input", () => { values[`charter.${key}`] = made.value; letters.touch(); });
    return made;
  };
  const choose = (key: string, words: readonly string[], name: (word: string) => string, again = false) => {
    const made = el("select", { id: `invite-${key}` }, ...words.map(word => el("option", { value: word }, name(word))));
    made.value = values[`charter.${key}`] ?? words[0]!;
    made.addEventListener("change", async () => { values[`charter.${key}`] = made.value; letters.touch(); if (again) await inPlace(made.id); });
    return made;
  };
  const headings = registerHeadings();
  const column = (key: typeof COLUMNS[number]) => {
    values[`charter.column.${key}`] ??= guess(key, headings);
    const made = headings.length
      ? el("select", { id: `invite-column-${key}` }, el("option", { value: "" }, t("page-invite-no-column")), ...headings.map(heading => el("option", { value: heading }, heading)))
      : el("input", { type: "text", id: `invite-column-${key}` });
    made.value = values[`charter.column.${key}`]!;
    made.addEventListener("change", () => { values[`charter.column.${key}`] = made.value; letters.touch(); });
    return field(t(`page-invite-column-${key}`), made, labels[lang][`page-invite-column-${key}-hint`]);
  };
  const source = values["charter.source"]!;
  return el("div", {},
    p(t("page-charter-what")), own,
    h2(t("page-invite-columns")), p(t("page-invite-columns-what")),
    el("div", { class: "grid" }, ...COLUMNS.filter(key => key !== "weight").map(column)),
    h2(t("page-invite-who")),
    el("div", { class: "pair" }, field(t("page-invite-age"), input("age", "number", { min: 0, max: 120 })), field(t("page-invite-reference"), input("reference", "date"), t("page-invite-reference-hint"))),
    h2(t("page-invite-letters")),
    el("div", { class: "pair" }, field(t("page-invite-number"), input("number", "number", { min: 1, max: 100_000_000 })),
      field(t("page-invite-reserves"), input("reserves", "number", { min: 0, max: 100_000_000 }), t("page-invite-reserves-hint"))),
    field(t("page-invite-homes"), choose("homes", ["one-letter", "any", "address-first"], word => t(`page-invite-homes-${word}`))),
    more(t("page-invite-more"),
      field(t("page-invite-share"), choose("share", ["proportional", "equal", "each", "listed"], word => t(`page-invite-share-${word}`)), t("page-invite-share-hint")),
      el("div", { class: "pair" }, field(t("page-invite-areas"), input("areas", "number", { min: 0, max: 100_000 }), t("page-invite-areas-hint")), field(t("page-invite-areas-reserves"), input("areas-reserves", "number", { min: 0, max: 100_000 }))),
      el("div", { class: "pair" }, field(t("page-invite-volunteers"), input("volunteers", "number", { min: 0 }), t("page-invite-volunteers-hint")), field(t("page-invite-sure"), input("sure", "number", { min: 1, max: 99 }))),
      column("weight"),
      fileField(letters, "response", `${t("page-invite-response")} (${t("page-optional")})`, t("page-invite-response-hint"), false, "invite-response")),
    h2(t("page-chance")),
    field(t("page-source"), choose("source", SOURCES.filter(word => word !== "ticket"), word => t(`page-source-${word}`), true), t(`page-source-${source}-hint`)),
    source === "dice" && el("div", {}, el("div", { class: "pair" }, field(t("page-dice-count"), input("dice", "number", { min: 1, max: 100 })), field(t("page-dice-sides"), input("sides", "number", { min: 2, max: 1000 }))), p(t("page-invite-dice"))),
    source === "lotto" && el("div", { class: "pair" }, field(t("page-lotto-count"), input("numbers", "number", { min: 1, max: 100 })), field(t("page-lotto-most"), input("most", "number", { min: 0 }), t("page-lotto-most-hint"))),
    source === "drand" && field(t("page-round-time"), input("time", "datetime-local"), t("page-round-time-hint")),
    (source === "text" || source === "lotto") && field(t("page-source-how"), input("description"), t("page-source-how-hint")),
    field(t("page-date"), input("date", "date"), t("page-date-hint")), on);
}

/** Headings that such columns often have; the person sees what was taken and says if it is another. */
const OFTEN: Record<typeof COLUMNS[number], RegExp> = {
  key: /^(a-?nummer|nr|nummer|key|id|personal.?number|persoonsnummer)$/i, strata: /^(kern|wijk|dorp|gemeente|stratum|district|municipality|village)$/i,
  born: /^(geboren|geboortedatum|born|date.?of.?birth|birth.?date)$/i, since: /^(sinds|vestiging|vestigingsdatum|since|settled)$/i,
  flag: /^(geheim|geheimhouding|indicatie.?geheim|confidential|flag)$/i, postcode: /^(postcode|postal.?code|zip)$/i,
  number: /^(huisnummer|huis|house.?number)$/i, addition: /^(toevoeging|huisnummertoevoeging|huisletter|addition)$/i,
  // Some get more chance than others only where somebody says so.
  weight: /(?!)/,
  // Nor is an address left out of account unless somebody says so.
  home: /(?!)/,
};
const guess = (key: typeof COLUMNS[number], headings: string[]) => headings.find(heading => OFTEN[key].test(heading.trim())) ?? "";

/** The command that writes the answers as a charter. */
function invitationCommand(): string[] {
  const values: Record<string, string> = {};
  for (const [key, said] of Object.entries(letters.values)) if (key.startsWith("charter.")) values[key.slice("charter.".length)] = said.trim();
  const value = (key: string) => values[key] ?? "";
  const number = (key: string, name: string) => (Number(value(key)) > 0 ? [`--${name}=${Number(value(key))}`] : []);
  const counts = (key: string) => value(`column.${key}`) && !(ADDRESS.includes(key) && value("column.home"));
  const listed = value("share") === "listed";
  return ["invite", "charter", `--out=${INVITE_CHARTER}`, ...option("date", value("date")), ...option("source", chanceOf({ ...values, dice: value("dice") || "12" }, value("source"), "")),
    ...option("how", value("description")), ...COLUMNS.filter(counts).map(key => `--column=${key}=${value(`column.${key}`)}`),
    ...(value("column.born") ? [...number("age", "age"), ...option("reference", value("reference"))] : []),
    ...(Number(value("volunteers")) > 0 || listed ? [] : number("number", "letters")), ...number("reserves", "reserves"), ...option("homes", value("homes")),
    ...(listed || value("share") === "proportional" ? [] : option("share", value("share"))),
    ...(Number(value("areas")) > 0 ? [...number("areas", "areas"), ...number("areas-reserves", "area-reserves")] : [])];
}

function frameCommand(): string[] {
  const own = listOf(letters, "charter")[0] ?? INVITE_CHARTER;
  const recipe = letters.values["recipe"] && letters.files.has(letters.values["recipe"]) ? letters.values["recipe"] : "";
  const volunteers = Number(letters.values["charter.volunteers"] ?? 0);
  const response = listOf(letters, "response")[0];
  return ["invite", "frame", ...(recipe ? ["--recipe", recipe] : ["--register", ...registers()]), "--charter", own, "--key", INVITE_KEY,
    ...listOf(letters, "strata").flatMap(name => ["--strata", name]), ...listOf(letters, "exclude").flatMap(name => ["--exclude", name]),
    ...(volunteers > 0 && response ? ["--for-volunteers", String(volunteers), "--sure", String((Number(letters.values["charter.sure"]) || 95) / 100), "--response", response] : []),
    "--out", letters.folder];
}

async function makeFrame(): Promise<void> {
  const place = document.getElementById("framing")!;
  if (!listOf(letters, "charter").length) {
    const written = await runDesk(letters, place, invitationCommand(), new Map());
    if (!written || written.answer.exit) return place.replaceChildren(written ? told(written.answer) ?? "" : "");
  }
  if (!letters.files.has(INVITE_KEY)) {
    const made = await runDesk(letters, place, ["key", "--out", INVITE_KEY], new Map());
    if (!made || made.answer.exit) return place.replaceChildren(made ? told(made.answer) ?? "" : "");
  }
  const own = new Map([...letters.files].filter(([name]) => !name.startsWith("schoon/") && !name.startsWith(`${letters.folder}/`)));
  const done = await runDesk(letters, place, frameCommand(), own);
  if (!done) return;
  letters.answers["frame"] = done.answer;
  if (done.answer.exit) return place.replaceChildren(told(done.answer) ?? laid(done.answer.said));
  await inPlace();
  announce(t("page-invite-framed"));
}

function frameStep(): HTMLElement {
  if (!isFramed()) {
    return el("div", {}, p(t("page-invite-frame-what")),
      registers().length ? button(t("page-invite-frame"), makeFrame, { id: "invite-frame" })
        : el("div", {}, p(t("page-invite-need-register")), button(t("page-to-files"), () => go(1), { class: "second" })),
      el("div", { id: "framing", "aria-live": "polite" }));
  }
  const when = el("input", { type: "text", value: letters.values["published"] ?? "", id: "invite-published" });
  const onward = button(t("page-to-draw"), () => go(4), { id: "invite-to-draw" });
  when.addEventListener("input", () => { letters.values["published"] = when.value; letters.touch(); steps(); onward.disabled = !when.value.trim(); });
  onward.disabled = !(letters.values["published"] ?? "").trim();
  const answer = letters.answers["frame"];
  return el("div", {},
    el("div", { class: "verdict good" }, p(el("strong", {}, t("page-invite-framed")))),
    h2(t("page-line")), p(t("page-line-what")), line(lettersLine(), "invite-line"),
    el("div", { class: "row" }, copying(lettersLine), button(t("page-notice"), () => printOnly(el("div", { class: "notice" }, el("h1", {}, t("page-invite-notice")),
      p(t("page-invite-notice-what")), line(lettersLine()), p(t("page-notice-check")))), { class: "second" })),
    answer?.data?.strata ? strataTable(answer.data.strata) : null,
    answer ? el("div", {}, told(answer), more(t("page-whole-frame"), laid(answer.shown))) : null,
    saveParts(letters, true),
    h2(t("page-published")), field(t("page-published-where"), when, t("page-published-hint")), el("div", { class: "row" }, onward),
    areLettersDrawn() ? null : more(t("page-invite-start-over"), p(t("page-start-over-what")), button(t("page-start-over-do"), async () => {
      for (const name of [...letters.files.keys()]) if (name.startsWith(`${letters.folder}/`)) letters.files.delete(name);
      letters.answers = {};
      letters.values["published"] = "";
      await inPlace();
    }, { class: "second" })));
}

const strataTable = (strata: { name: string; people: number; letters: number; list: number; chance: string }[]) => table(t("page-invite-strata-table"),
  [t("page-invite-stratum"), t("page-invite-people"), t("page-invite-letters"), t("page-invite-list"), t("page-invite-chance")],
  strata.map(one => [one.name || "-", count(one.people), count(one.letters), count(one.list), one.chance]), 1);
