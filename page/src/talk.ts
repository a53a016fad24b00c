// The deliberation of a panel that was drawn: topics, ballots counted in the room, the agreement, replies. On the files of the
// lottery itself, whose record it goes on.

const talk: Desk = {
  name: "talk", folder: DIR, get files() { return work.disk; }, values: {}, answers: {}, made: {}, commands: {}, touch: touched,
  get unsaved() { return work.unsaved; }, set unsaved(is) { work.unsaved = is; }, get half() { return work.half; }, set half(which) { work.half = which; },
};

interface Act { number: number; kind: string; terms: Record<string, any> }

/** The acts of the record, as they stand in its public part. */
function acts(): Act[] {
  const found: Act[] = [];
  for (const name of work.disk.keys()) {
    const number = new RegExp(`^${DIR}/public/acts/(\\d+)/act\\.json$`).exec(name)?.[1];
    if (!number) continue;
    const terms = fileText(name.replace("act.json", "terms.json"));
    try { found.push({ number: Number(number), kind: JSON.parse(fileText(name)).kind, terms: terms ? JSON.parse(terms) : {} }); } catch { /* The check says that it is damaged. */ }
  }
  return found.sort((a, b) => a.number - b.number);
}

const ballots = () => [...new Set(acts().filter(act => act.kind === "ballot").map(act => act.terms.rule?.name as string))];
const groups = () => [...new Set(acts().filter(act => act.kind === "willing" || act.kind === "delegates").map(act => act.terms.name as string))];
/** The options of a ballot, in their order. */
function optionsOf(name: string): string[][] {
  const act = acts().filter(own => own.kind === "ballot" && own.terms.rule?.name === name).at(-1);
  return act ? readRows(fileText(`${DIR}/public/acts/${act.number}/options.csv`)).slice(1) : [];
}
const ruleOf = (name: string) => acts().filter(own => own.kind === "ballot" && own.terms.rule?.name === name).at(-1)?.terms.rule as Record<string, any> | undefined;

const needPanel = () => el("div", {}, p(t("page-talk-need")), button(t("page-talk-to-open"), () => go(1), { class: "second" }));
const talkNeeds = (...keys: string[]) => (): Files => {
  const own = new Set(keys.flatMap(key => listOf(talk, key)));
  return new Map([...work.disk].filter(([name]) => name.startsWith(`${DIR}/`) || own.has(name)));
};
const dated: Part = { key: "date", kind: "date", option: "--date", needed: true, label: "page-talk-date" };
/** What is asked of the source of chance that was frozen ("dice", "drand quicknet 123", ...). */
function chance(source: string): Part[] {
  const [word, sides] = source.split(" ");
  if (word === "dice") return [{ key: "dice", kind: "text", option: "--dice", needed: true, label: "page-evidence-dice" }, { key: "sides", kind: "number", option: "--sides", needed: true, min: 2, max: 1000, first: sides, label: "page-dice-sides" }];
  if (word === "lotto") return [{ key: "lotto", kind: "text", option: "--lotto", needed: true, label: "page-evidence-lotto" }];
  if (word === "drand") return [{ key: "drand", kind: "file", option: "--drand", needed: true, label: "page-evidence-drand" }];
  return [{ key: "seed", kind: "text", option: "--seed", needed: true, label: "page-evidence-text" }];
}
/** A page to print, under a name of its own each time. */
const printed = (name: string) => ["--print", freeOn(talk, name)];

function talkOpenStep(): HTMLElement {
  const open = (files: File[]) => resume(files, "talk");
  if (!isDrawn()) return el("div", {}, p(t("page-talk-what")), chooser(t("page-talk-choose"), ".zip", open, t("page-talk-choose-hint"), "talk-zips", true));
  const own = acts();
  return el("div", {}, p(t("page-talk-open")),
    own.length ? table(t("page-talk-acts"), [t("page-talk-act"), t("page-talk-kind"), t("page-talk-name")],
      own.map(act => [String(act.number), t(`page-talk-kind-${act.kind}`), String(act.terms.rule?.name ?? act.terms.name ?? "")])) : p(t("page-talk-no-acts")),
    el("div", { class: "row" }, button(t("page-talk-to-ballot"), () => go(3), { id: "talk-to-ballot" }), button(t("page-talk-to-topics"), () => go(2), { class: "second" }), button(t("page-talk-to-follow"), () => go(5), { class: "second" })),
    saveParts(talk));
}

function topicsStep(): HTMLElement {
  if (!isDrawn()) return needPanel();
  const topics: Form = { id: "topics", desk: talk, needs: talkNeeds("topics.topics", "topics.merges", "topics.counts"), command: () => ["topics", DIR, "--out", freeOn(talk, "onderwerpen.toml")],
    parts: [{ key: "topics", kind: "file", option: "--topics", needed: true }, { key: "merges", kind: "file", option: "--merges", needed: true }, { key: "counts", kind: "file", option: "--counts" }, { key: "because", kind: "text", option: "--because" }, dated] };
  const charter: Form = { id: "charter", desk: talk, needs: talkNeeds("charter.file"), command: () => ["charter", listOf(talk, "charter.file")[0] ?? `${DIR}/public/charter.toml`], parts: [{ key: "file", kind: "file", needed: !work.disk.has(`${DIR}/public/charter.toml`) }] };
  return el("div", {}, p(t("page-talk-topics-what")), formView(topics), h2(t("page-talk-charter")), p(t("page-talk-charter-what")), formView(charter));
}

function ballotStep(): HTMLElement {
  if (!isDrawn()) return needPanel();
  const parts: Part[] = [{ key: "options", kind: "file", option: "--options", needed: true }, { key: "rule", kind: "file", option: "--rule" }, { key: "name", kind: "text", option: "--name" },
    { key: "roles", kind: "file", option: "--roles" }, { key: "because", kind: "text", option: "--because" }, dated];
  const needs = talkNeeds("freeze.options", "freeze.rule", "freeze.roles");
  const freeze: Form = { id: "freeze", desk: talk, needs, command: () => ["ballot", DIR, "freeze", ...printed("telstaten.html")], parts };
  const place = el("div", { "aria-live": "polite", id: "talk-shown" });
  const look = async () => {
    const done = await runDesk(talk, place, ["ballot", DIR, "freeze", "--show", ...options(freeze)], needs());
    if (done) answered(place, talk, done.answer, [], []);
  };
  return el("div", {}, p(t("page-talk-ballot-what")), formView(freeze),
    el("div", { class: "row" }, button(t("page-talk-show"), look, { class: "second", id: "talk-show" })), place,
    el("div", { class: "row" }, button(t("page-talk-to-count"), () => go(4), { class: "second", id: "talk-to-count" })));
}

const COUNTED = ["for", "against", "neutral", "blank", "invalid"] as const;

/** Both counts, typed in as they stand on the count sheets. They become a file as any other. */
function countSheet(name: string): HTMLElement {
  const rule = ruleOf(name), rows = optionsOf(name);
  const columns = rule?.kind === "for-against" ? COUNTED.filter(word => ["for", "blank", "invalid"].includes(word) || (rule.counted as string[]).includes(word))
    : rule?.kind === "points" ? (["for"] as const) : (["for", "blank", "invalid"] as const);
  // Where nobody votes against, what is counted is votes or points.
  const called = (word: string) => t(word === "for" && rule?.kind !== "for-against" ? (rule?.kind === "points" ? "page-talk-points" : "page-talk-votes") : `page-talk-${word}`);
  const key = (option: string, which: number, word: string) => `sheet.${name}.${option}.${which}.${word}`;
  const cell = (option: string, which: number, word: string) => {
    const input = el("input", { type: "text", inputmode: "numeric", class: "cell", value: talk.values[key(option, which, word)] ?? "", "aria-label": `${option}, ${t("page-talk-count", { number: which })}, ${called(word)}`, id: `sheet-${option}-${which}-${word}` });
    input.addEventListener("input", () => { talk.values[key(option, which, word)] = input.value; });
    return el("td", {}, input);
  };
  const place = el("p", { "aria-live": "polite", class: "hint" });
  const use = async () => {
    const lines = [["option", "count", ...columns].join(",")];
    for (const [option] of rows) for (const which of [1, 2]) {
      const cells = [option!, String(which), ...columns.map(word => (talk.values[key(option!, which, word)] ?? "").trim())];
      lines.push(cells.map(text => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(","));
    }
    const file = `telling-${name}.csv`;
    work.disk.set(file, new TextEncoder().encode(`${lines.join("\n")}\n`));
    talk.values["tally.counts"] = file;
    talk.touch();
    await inPlace("talk-tally-counts");
    announce(t("page-talk-sheet-used", { name: file }));
  };
  return more(t("page-talk-sheet"), p(t("page-talk-sheet-what")),
    el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": t("page-talk-sheet") }, el("table", { class: "sheet" }, el("caption", {}, name),
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, t("page-talk-option")), el("th", { scope: "col" }, t("page-talk-which")), ...columns.map(word => el("th", { scope: "col" }, called(word))))),
      el("tbody", {}, ...rows.flatMap(([option, text]) => [1, 2].map(which => el("tr", {}, el("th", { scope: "row" }, which === 1 ? `${option} ${text ?? ""}` : ""), el("td", {}, String(which)), ...columns.map(word => cell(option!, which, word)))))))),
    el("div", { class: "row" }, button(t("page-talk-sheet-use"), use, { id: "talk-sheet-use", class: "second" })), place);
}

function countStep(): HTMLElement {
  if (!isDrawn()) return needPanel();
  const names = ballots();
  if (!names.length) return el("div", {}, p(t("page-talk-no-ballot")), button(t("page-talk-to-ballot"), () => go(3), { class: "second" }));
  const name = talk.values["count.name"] && names.includes(talk.values["count.name"]) ? talk.values["count.name"] : (talk.values["count.name"] = names.at(-1)!);
  const choice = el("select", { id: "talk-count-name" }, ...names.map(own => el("option", { value: own }, own)));
  choice.value = name;
  choice.addEventListener("change", async () => { talk.values["count.name"] = choice.value; talk.answers["tally"] = talk.answers["recount"] = undefined; await inPlace("talk-count-name"); });
  const open = ruleOf(name)?.secrecy === "open", lot = /^lot (.*)$/.exec(String(ruleOf(name)?.ties ?? ""))?.[1];
  const counted: Part[] = [...(open ? [{ key: "votes", kind: "file", option: "--votes" }] satisfies Part[] : []), { key: "counts", kind: "file", option: "--counts", needed: !open },
    { key: "papers", kind: "file", option: "--papers" }, { key: "present", kind: "file", option: "--present", needed: true }];
  const keys = ["votes", "counts", "papers", "present"];
  const before = acts().some(act => act.kind === "tally" && acts().find(own => own.number === act.terms.ballot)?.terms.rule?.name === name);
  const tally: Form = { id: "tally", desk: talk, needs: talkNeeds(...keys.map(key => `tally.${key}`)), command: () => ["ballot", DIR, "tally", "--name", name, ...printed("besluiten.html")],
    parts: [...counted, dated], again: true };
  // What was filled in for the count stands for the recount too, with what is changed.
  const recount: Form = { ...tally, command: () => ["ballot", DIR, "recount", "--name", name, ...printed("besluiten.html")],
    parts: [...counted, { key: "because", kind: "text", option: "--because", needed: true, label: "page-talk-tally-because" }, dated], go: "page-talk-recount-go" };
  const tie: Form = { id: "tie", desk: talk, needs: talkNeeds("tie.drand"), command: () => ["ballot", DIR, "tally", "--name", name, ...printed("besluiten.html")],
    parts: [...chance(lot ?? ""), dated] };
  const again = lot && before ? more(t("page-talk-tie"), p(t("page-talk-tie-what")), formView(tie)) : null;
  return el("div", {}, p(t("page-talk-count-what")), field(t("page-talk-count-name"), choice), countSheet(name),
    before ? el("div", {}, el("div", { class: "card note" }, p(t("page-talk-counted"))), formView(recount)) : formView(tally), again,
    el("div", { class: "row" }, button(t("page-talk-to-follow"), () => go(5), { class: "second", id: "talk-to-follow" })));
}

function followStep(): HTMLElement {
  if (!isDrawn()) return needPanel();
  const follow = (id: string, ...parts: Part[]): Form => ({ id, desk: talk, needs: talkNeeds(...parts.map(part => `${id}.${part.key}`)), command: () => ["follow", DIR], parts: [...parts, dated] });
  const agreement = follow("agreement", { key: "minority", kind: "file", option: "--minority" }, { key: "stories", kind: "file", option: "--stories" }, { key: "because", kind: "text", option: "--because" });
  const agree: Form = { ...agreement, command: () => ["follow", DIR, "--agreement", ...printed("akkoord.html")] };
  const replies: Form = { ...follow("replies", { key: "replies", kind: "file", option: "--replies" }, { key: "log", kind: "file", option: "--log" }, { key: "handed", kind: "date", option: "--handed" },
    { key: "term", kind: "text", option: "--term" }, { key: "by", kind: "text", option: "--by" }), command: () => ["follow", DIR, ...printed("reacties.html")] };
  const consult = follow("consult", { key: "consultation", kind: "file", option: "--consultation", needed: true }, { key: "about", kind: "text", option: "--about", needed: true, first: ballots().at(-1) ?? "" },
    { key: "how", kind: "text", option: "--how" }, { key: "participants", kind: "number", option: "--participants", needed: true, min: 1 },
    { key: "from", kind: "date", option: "--from" }, { key: "until", kind: "date", option: "--until" });
  return el("div", {}, h2(t("page-talk-agreement")), p(t("page-talk-agreement-what")), formView(agree),
    h2(t("page-talk-replies")), p(t("page-talk-replies-what")), formView(replies),
    more(t("page-talk-consult"), p(t("page-talk-consult-what")), formView(consult)));
}

/** How a group comes about: by a lot of its own, by a lottery with quotas among the willing, or by a call without a lot. */
const WAYS_IN = ["text", "dice", "lotto", "drand", "lottery", "call"] as const;
/** The zips of a lottery that drew a group, as a folder among the files. */
const BOARD = "klankbord";

function delegatesStep(): HTMLElement {
  if (!isDrawn()) return needPanel();
  const source = (talk.values["willing.source"] ||= "text");
  const freeze: Form = { id: "willing", desk: talk, again: true, needs: talkNeeds("willing.willing"),
    // Of a round of the beacon the command wants to know when it is due; of a lottery with quotas it writes the list of people.
    command: value => ["delegates", DIR, "freeze", ...(source === "drand" ? ["--chain", "quicknet", "--time", zoned(value("time"))] : source === "lottery" ? ["--pool", freeOn(talk, `${value("name")}-pool.csv`)] : [])],
    parts: [{ key: "name", kind: "text", option: "--name", needed: true }, { key: "willing", kind: "file", option: "--willing", needed: true }, { key: "places", kind: "number", option: "--places", needed: true, min: 1, max: 1000 },
      { key: "source", kind: "choice", option: "--source", needed: true, again: true, choices: WAYS_IN.map(word => [word, word === "lottery" || word === "call" ? `page-talk-willing-${word}` : `page-source-${word}`]), hint: labels[lang][`page-talk-willing-${source}-hint`] },
      ...(source === "dice" ? [{ key: "sides", kind: "number", option: "--sides", needed: true, min: 2, max: 1000, first: "10", label: "page-dice-sides" }, { key: "count", kind: "number", option: "--count", needed: true, min: 1, max: 64, first: "6", label: "page-dice-count" }] satisfies Part[] : []),
      ...(source === "lotto" ? [{ key: "count", kind: "number", option: "--count", needed: true, min: 1, max: 100, first: "6", label: "page-lotto-count" }, { key: "most", kind: "number", option: "--most", needed: true, min: 0, first: "45", label: "page-lotto-most", hint: t("page-lotto-most-hint") }] satisfies Part[] : []),
      ...(source === "drand" ? [{ key: "time", kind: "datetime-local", needed: true, label: "page-round-time" }] satisfies Part[] : []), dated] };
  const names = groups(), elections = ballots().filter(own => ruleOf(own)?.kind === "choose");
  const voted: Form = { id: "voted", desk: talk, again: true, needs: talkNeeds(), command: () => ["delegates", DIR, "draw"],
    parts: [{ key: "name", kind: "text", option: "--name", needed: true }, { key: "ballot", kind: "choice", option: "--ballot", needed: true, choices: elections.map(own => [own, own]), first: elections.at(-1) }, dated] };
  const chosen = elections.length ? more(t("page-talk-voted"), p(t("page-talk-voted-what")), formView(voted)) : null;
  if (!names.length) return el("div", {}, p(t("page-talk-willing-what")), formView(freeze), chosen);
  const name = names.includes(talk.values["group.name"] ?? "") ? talk.values["group.name"]! : (talk.values["group.name"] = names.at(-1)!);
  const choice = el("select", { id: "talk-group-name" }, ...names.map(own => el("option", { value: own }, own)));
  choice.value = name;
  choice.addEventListener("change", async () => { talk.values["group.name"] = choice.value; talk.answers["delegates"] = talk.answers["next"] = undefined; await inPlace(choice.id); });
  return el("div", {}, p(t("page-talk-willing-what")), formView(freeze), h2(t("page-talk-delegates")), field(t("page-talk-group-name"), choice), groupForms(name), chosen);
}

/** Who is in a group, and who follows, as its last act says. */
function members(act: number): HTMLElement {
  const [, ...rows] = readRows(fileText(`${DIR}/public/acts/${act}/delegates.csv`));
  return table(t("page-talk-group-drawn"), [t("page-talk-place"), t("page-talk-code"), t("page-talk-standing")],
    rows.map(([place, code, standing]) => [place ?? "", code ?? "", labels[lang][`page-talk-standing-${standing}`] ?? standing ?? ""]));
}

/** What can be done with a group that was frozen: drawn from its source, or taken over; and who follows somebody who gives up. */
function groupForms(name: string): HTMLElement {
  const own = acts().filter(act => act.terms.name === name), source = String(own.find(act => act.kind === "willing")?.terms.source ?? "");
  if (source === "call") return el("div", { class: "card note" }, p(t("page-talk-group-called")));
  const drawn = own.some(act => act.kind === "delegates" || act.kind === "called");
  const board = source === "lottery";
  const draw: Form = { id: "delegates", desk: talk, again: true, needs: () => new Map([...talkNeeds("delegates.drand")(), ...under(BOARD)]),
    command: () => ["delegates", DIR, "draw", "--name", name, ...(board ? ["--lottery", BOARD] : [])], parts: [...(board ? [] : chance(source)), dated] };
  const next: Form = { id: "next", desk: talk, again: true, needs: talkNeeds(), command: () => ["delegates", DIR, "next", "--name", name], parts: [{ key: "withdrew", kind: "text", option: "--withdrew", needed: true }, dated] };
  return el("div", {},
    drawn ? members(own.filter(act => act.kind === "delegates" || act.kind === "called").at(-1)!.number) : null,
    drawn ? lastAnswer(draw) : el("div", {}, board ? el("div", {}, p(t("page-talk-board-what")), recordField(talk, "delegates.board", BOARD, t("page-talk-board"), t("page-talk-choose-hint"), "talk-board")) : null, formView(draw)),
    drawn ? el("div", {}, h2(t("page-talk-next")), formView(next)) : null);
}

function talkCheckedStep(): HTMLElement {
  if (!isDrawn()) return needPanel();
  const form: Form = { id: "verify", desk: talk, go: "page-verify", needs: () => new Map([...talkNeeds()(), ...under(BOARD)]), parts: [{ key: "ballots", kind: "long" }],
    command: value => ["verify", DIR, "--commitment", commitment(), ...value("ballots").split(/\s+/).filter(Boolean).flatMap(own => ["--ballot", own]),
      ...(acts().some(act => act.terms.lottery) && under(BOARD).size ? ["--group", BOARD] : [])],
    quiet: true, after: answer => { said.replaceChildren(checkedReport(answer)); } };
  const said = el("div", { id: "talk-report" });
  return el("div", {}, p(t("page-checked-what")),
    acts().some(act => act.terms.lottery) ? more(t("page-talk-verify-board"), p(t("page-talk-verify-board-what")), recordField(talk, "delegates.board", BOARD, t("page-talk-board"), t("page-talk-choose-hint"), "talk-verify-board")) : null,
    formView(form), said, saveParts(talk));
}
