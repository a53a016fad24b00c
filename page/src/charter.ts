// Step 3: what is promised beforehand. The answers become the charter, which is frozen with everything else.

const QUESTIONS = ["title", "question", "mandate", "exclusions", "follow_up"] as const;
const SOURCES = ["text", "dice", "ticket", "lotto", "drand"] as const;
/** What may decide where somebody does not open the words that they sealed. */
const SECOND = ["drand", "dice", "lotto"] as const;

function charterStep(): HTMLElement {
  const own = role("charter")[0];
  if (own && !work.charter) {
    return el("div", {}, p(t("page-charter-own", { name: own.name })), laid(fileText(own.name)), changesNoted(own.name), furtherTerms(own.look.source === "ticket"),
      el("div", { class: "row" },
        button(t("page-charter-other"), () => { own.role = "other"; work.charter = {}; return inPlace(); }, { class: "second" }),
        button(t("page-to-lottery"), () => go(4), { id: "to-lottery" })));
  }
  const answers = (work.charter ??= {});
  answers.source ??= "text";
  for (const second of ["", "-2"]) { answers[`dice${second}`] ??= "6"; answers[`sides${second}`] ??= "10"; answers[`numbers${second}`] ??= "6"; answers[`most${second}`] ??= "45"; }
  answers.date ??= today();
  const input = (key: string, type = "text", props: Record<string, unknown> = {}) => {
    const made = el("input", { type, value: answers[key] ?? "", id: `charter-${key}`, ...props });
    made.addEventListener("input", () => { answers[key] = made.value; touched(); });
    return made;
  };
  /** What has to be known of a source; of the second one under names of its own. */
  const facts = (source: string, second: string) => [
    source === "dice" && el("div", { class: "pair" },
      field(t("page-dice-count"), input(`dice${second}`, "number", { min: 1, max: 100 })), field(t("page-dice-sides"), input(`sides${second}`, "number", { min: 2, max: 1000 }))),
    source === "lotto" && el("div", { class: "pair" },
      field(t("page-lotto-count"), input(`numbers${second}`, "number", { min: 1, max: 100 })), field(t("page-lotto-most"), input(`most${second}`, "number", { min: 0 }), t("page-lotto-most-hint"))),
    source === "drand" && field(t("page-round-time"), input(`time${second}`, "datetime-local"), t("page-round-time-hint")),
    (source === "text" || source === "lotto") && field(t("page-source-how"), input(`description${second}`), t("page-source-how-hint"))];
  /** Words that several people sealed, and what decides if one of them does not open theirs. */
  const sealed = () => {
    answers.otherwise ??= "drand";
    const slips = el("textarea", { rows: 4, spellcheck: "false", class: "mono", id: "charter-slips", value: answers.slips ?? "" });
    slips.addEventListener("input", () => { answers.slips = slips.value; touched(); });
    const otherwise = el("select", { id: "charter-otherwise" }, ...SECOND.map(word => el("option", { value: word }, t(`page-source-${word}`))));
    otherwise.value = answers.otherwise;
    otherwise.addEventListener("change", async () => { answers.otherwise = otherwise.value; await inPlace("charter-otherwise"); });
    return el("div", {}, field(t("page-slips"), slips, t("page-slips-hint")), field(t("page-slips-until"), input("until", "datetime-local")),
      field(t("page-slips-otherwise"), otherwise, t("page-slips-otherwise-hint")), ...facts(answers.otherwise, "-2"));
  };
  const source = el("select", { id: "charter-source" }, ...[...SOURCES, "contributions"].map(word => el("option", { value: word }, t(`page-source-${word}`))));
  source.value = answers.source;
  source.addEventListener("change", async () => { answers.source = source.value; if (source.value === "ticket") work.tickets = 1000; await inPlace("charter-source"); });
  return el("div", {},
    p(t("page-charter-what")),
    h2(t("page-five")),
    ...QUESTIONS.map(key => field(t(`page-q-${key.replace("_", "-")}`), input(key))),
    h2(t("page-chance")),
    field(t("page-source"), source, t(`page-source-${answers.source}-hint`)),
    ...facts(answers.source, ""),
    answers.source === "contributions" && sealed(),
    field(t("page-date"), input("date", "date"), t("page-date-hint")),
    h2(t("page-reserves")),
    el("div", { class: "pair" },
      field(t("page-reserves-number"), input("reserves", "number", { min: 0, max: 10000 }), t("page-reserves-hint")),
      field(t("page-reserves-rate"), input("attrition", "number", { min: 0, max: 90 }), t("page-reserves-rate-hint"))),
    changesNoted(), furtherTerms(),
    el("div", { class: "row" }, button(t("page-to-lottery"), () => go(4), { id: "to-lottery" })));
}

/** A ticket that is drawn by hand is drawn digit by digit: nobody does that for a million unless they say so. */
function ticketsByHand(): void {
  if (work.tickets === 1_000_000 && role("charter").some(file => file.look.source === "ticket")) work.tickets = 1000;
}

/** What is promised too, and stands beside the charter: of any charter. */
function furtherTerms(byHand = false): HTMLElement {
  const choice = <T extends string>(id: string, words: readonly T[], name: (word: T) => string, value: T, take: (word: T) => void) => {
    const made = el("select", { id: `charter-${id}` }, ...words.map(word => el("option", { value: word }, name(word))));
    made.value = value;
    made.addEventListener("change", () => { take(made.value as T); touched(); });
    return made;
  };
  const tickets = choice("tickets", ["1000", "10000", "100000", "1000000"], word => count(Number(word)), String(work.tickets), word => { work.tickets = Number(word); });
  const objective = choice("objective", ["leximin", "maximin", "nash", "goldilocks"], word => t(`page-objective-${word}`), work.objective, word => { work.objective = word; });
  const detail = choice("detail", ["codes", "profiles"], word => t(`page-detail-${word}`), work.detail, word => { work.detail = word; });
  const made = more(t("page-charter-more"), field(t("page-tickets"), tickets, t(byHand ? "page-tickets-by-hand" : "page-tickets-hint")),
    field(t("page-objective"), objective, t("page-objective-hint")), field(t("page-detail"), detail, t("page-detail-hint")));
  made.toggleAttribute("open", byHand);
  return made;
}

/** Ways out of a conflict that somebody took, each with the reason. */
const notes = () => changesMade().map(({ what, why }) => `${what} (${why})`);

/** The same as the charter has them: comments, which mean nothing to the program. */
const noteLines = () => notes().map(note => `# ${note}`.replace(/[\s\u0000-\u001f\u007f]+/g, " "));

/** The text of a charter of one's own, where lines can be put below it. */
function ownCharter(name: string): string | null {
  try { return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(work.disk.get(name)).includes("\0") ? null : fileText(name); } catch { return null; }
}

/** That the quotas were changed, as it will stand in the charter. Below a charter of one's own only if the person wants that. */
function changesNoted(own?: string): HTMLElement | null {
  const lines = noteLines();
  if (!lines.length) return null;
  const place = el("div", { "aria-live": "polite" });
  const tell = () => place.replaceChildren(own && !work.noted ? p(t("page-charter-changes-out")) : p(t("page-charter-changes-what")), laid(lines.join("\n")));
  tell();
  const box = el("input", { type: "checkbox", checked: work.noted, id: "charter-noted" });
  box.addEventListener("change", () => { work.noted = box.checked; touched(); tell(); });
  const offer = !own ? null : ownCharter(own) === null ? el("div", {}, p(t("page-charter-changes-yours")), el("div", { class: "row" }, copying(() => lines.join("\n"))))
    : el("div", { class: "choice" }, box, el("label", { for: box.id }, t("page-charter-changes-add")));
  return el("section", { class: "card look", id: "charter-changes" }, h3(t("page-charter-changes")), place, offer);
}

/** The charter of one's own as it is frozen: with what was changed of the quotas below it, or as it is. */
function charterNoted(name: string): string {
  const text = ownCharter(name), lines = noteLines();
  if (text === null || !work.noted || !lines.length) return name;
  const [, stem, end] = /^(.*?)(\.[^.]*)?$/.exec(name)!, noted = `${stem}-met-redenen${end ?? ""}`;
  work.disk.set(noted, new TextEncoder().encode(`${text.replace(/\n?$/, "\n")}${lines.join("\n")}\n`));
  return noted;
}

/** An option of a command, where something was answered. */
const option = (name: string, said: string | undefined) => (said?.trim() ? [`--${name}=${said.trim()}`] : []);

/** The command that writes the answers as a charter; what is wrong with them, it says. */
function charterCommand(answers: Record<string, string>, out: string): string[] {
  const sealed = answers.source === "contributions";
  // The sign stands at the end of a row; what is before it is who handed it in.
  const slips = (answers.slips ?? "").split("\n").filter(row => row.trim()).map(row => /^(.*?)[\s;,|]*(\S*)$/.exec(row.trim())!).map(([, name, slip]) => `${name}=${slip}`);
  return ["charter", "new", `--out=${out}`,
    ...QUESTIONS.filter(key => key !== "exclusions").flatMap(key => option(key.replace("_", "-"), answers[key])),
    ...(answers.exclusions ?? "").split(/[,;]/).flatMap(said => option("exclusion", said)),
    ...notes().flatMap(note => option("note", note)),
    ...option("date", answers.date), ...option("source", chanceOf(answers, answers.source ?? "text", "")), ...option("how", answers.description),
    ...(sealed ? [...slips.flatMap(slip => option("slip", slip)), ...option("until", answers.until && zoned(answers.until)),
      ...option("otherwise", chanceOf(answers, answers.otherwise ?? "drand", "-2")), ...option("otherwise-how", answers["description-2"])] : []),
    ...(Number(answers.reserves) > 0 ? [`--reserves=${Number(answers.reserves)}`, `--attrition=${Number(answers.attrition || 10)}`] : [])];
}

/** A source of chance with its facts, as the command has it; of the second one, by the answers under names of its own. */
function chanceOf(answers: Record<string, string>, source: string, second: string): string {
  const own = (key: string) => answers[`${key}${second}`] ?? "";
  if (source === "dice") return `dice:${Number(own("dice")) || 6}x${Number(own("sides")) || 10}`;
  if (source === "lotto") return `lotto:${Number(own("numbers")) || 6}/${Number(own("most")) || 45}`;
  return source === "drand" && own("time") ? `drand:${zoned(own("time"))}` : source;
}

/** A moment of this computer's own clock with its distance to that of Greenwich, as TOML writes it. */
function zoned(moment: string): string {
  const behind = new Date(moment).getTimezoneOffset();
  const two = (n: number) => String(Math.floor(n)).padStart(2, "0");
  const away = Math.abs(behind);
  return `${moment.length === 16 ? `${moment}:00` : moment}${behind <= 0 ? "+" : "-"}${two(away / 60)}:${two(away % 60)}`;
}
