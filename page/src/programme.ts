// A programme over the years: its ledger opened or begun, what is due, what is entered, the report, the check.

const ledger: Desk = { name: "programme", folder: "programma", files: new Map(), values: {}, answers: {}, made: {}, commands: {}, unsaved: false, half: null, touch() { ledger.unsaved = true; ledger.half = null; } };

const hasLedger = () => ledger.files.has(`${ledger.folder}/public/head.txt`);
const ledgerLine = () => textOf(ledger, `${ledger.folder}/public/head.txt`).trim();
/** Folders of records that were chosen, below one another. */
const recordsOf = (folder: string) => [...new Set([...ledger.files.keys()].map(name => name.split("/")[0]!).filter(name => name === folder || name.startsWith(`${folder}-`)))].sort();

/** The ledger, and what else is named; registers and earlier lists stay behind. */
const ledgerWith = (keys: string[], folders: string[] = []): Files => {
  const own = new Set(keys.flatMap(key => listOf(ledger, key)));
  return new Map([...ledger.files].filter(([name]) => name.startsWith(`${ledger.folder}/`) || own.has(name) || folders.some(folder => name.startsWith(`${folder}/`) || name.startsWith(`${folder}-`))));
};

const needLedger = () => el("div", {}, p(t("page-programme-need")), button(t("page-programme-to-open"), () => go(1), { class: "second" }));

function ledgerOpenStep(): HTMLElement {
  const open = (files: File[]) => resume(files);
  const begin: Form = { id: "new", desk: ledger, again: true, needs: () => new Map([...ledger.files].filter(([name]) => listOf(ledger, "new.rules").includes(name))),
    command: () => ["programme", "new", ...listOf(ledger, "new.rules"), "--out", ledger.folder],
    parts: [{ key: "rules", kind: "file", needed: true }, { key: "date", kind: "date", option: "--date", needed: true }] };
  if (hasLedger()) {
    return el("div", {}, el("div", { class: "verdict good" }, p(el("strong", {}, t("page-programme-open")))),
      ledger.answers["new"] ? laid(ledger.answers["new"].shown) : null,
      h2(t("page-programme-line")), p(t("page-programme-line-what")), line(ledgerLine(), "programme-line"), el("div", { class: "row" }, copying(ledgerLine)),
      el("div", { class: "row" }, button(t("page-programme-to-due"), () => go(2), { id: "programme-to-due" }), button(t("page-programme-to-report"), () => go(4), { class: "second" }), button(t("page-to-checked"), () => go(5), { class: "second", id: "programme-to-checked" })),
      saveParts(ledger));
  }
  return el("div", {}, p(t("page-programme-what")),
    chooser(t("page-programme-choose"), ".zip", open, t("page-programme-choose-hint"), "programme-zips", true),
    h2(t("page-programme-begin")), p(t("page-programme-begin-what")), formView(begin));
}

function dueStep(): HTMLElement {
  if (!hasLedger()) return needLedger();
  const kind = (ledger.values["due.kind"] ||= "body");
  const choice = el("select", { id: "programme-due-kind" }, ...["body", "letters", "links"].map(word => el("option", { value: word }, t(`page-programme-due-of-${word}`))));
  choice.value = kind;
  choice.addEventListener("change", async () => { ledger.values["due.kind"] = choice.value; ledger.answers["due"] = undefined; await inPlace("programme-due-kind"); });
  const own: Part[] = kind === "body"
    ? [{ key: "body", kind: "text", option: "--body", needed: true }, { key: "carried", kind: "number", option: "--carried-seats" }]
    : kind === "letters"
      ? [{ key: "letters", kind: "number", option: "--letters", needed: true, min: 1 }, { key: "by", kind: "text", option: "--by" },
         { key: "seats", kind: "number", option: "--seats" }, { key: "rate", kind: "text", option: "--rate" }, { key: "frame", kind: "text", option: "--frame" }]
      : [{ key: "before", kind: "file", option: "--links", needed: true }, { key: "same", kind: "text", option: "--same", needed: true }, { key: "frame", kind: "text", option: "--frame" }];
  const form: Form = { id: "due", desk: ledger, go: "page-programme-due-go", needs: () => ledgerWith(["due.register", "due.before"]),
    command: () => ["programme", "due", ledger.folder, "--out", freeOn(ledger, `beurt-${ledger.values["due.date"] ?? today()}`)],
    parts: [...own, { key: "register", kind: "file", option: "--register", needed: true }, { key: "date", kind: "date", option: "--date", needed: true }, { key: "id", kind: "text", option: "--id-column" }],
    after: (answer, made) => {
      ledger.values["due.made"] = answer.exit === 0 && kind === "body" ? made[0]?.split("/")[0] ?? "" : "";
      // As the command says that stands below what is due.
      ledger.values["due.seats"] = /--seats (\d+)/.exec((answer.data?.commands ?? [])[0] ?? "")?.[1] ?? "";
      onward.hidden = !ledger.values["due.made"];
    } };
  const onward = el("div", { class: "card note", hidden: kind !== "body" || !ledger.values["due.made"] }, p(t("page-programme-lottery-what")), el("div", { class: "row" }, button(t("page-programme-lottery"), toLottery, { id: "programme-lottery" })));
  return el("div", {}, p(t("page-programme-due-what")), field(t("page-programme-due-kind"), choice), formView(form), onward);
}

/** Hands what is due over to the panel's lottery: the list, who is barred, who stays, the agreements, the programme's key. */
async function toLottery(): Promise<void> {
  const folder = ledger.values["due.made"];
  if (folder) await onEmpty(talk, () => handOver(folder));
}

async function handOver(folder: string): Promise<void> {
  const found = new Map<string, Role>([["pool.csv", "people"], ["exclude.csv", "exclude"], ["include.csv", "include"], ["quotas.csv", "quotas"], ["charter.toml", "charter"]]);
  const names: string[] = [];
  for (const name of found.keys()) {
    const bytes = ledger.files.get(`${folder}/${name}`);
    if (!bytes) continue;
    work.disk.set(`${folder}-${name}`, bytes);
    names.push(`${folder}-${name}`);
  }
  const key = ledger.files.get(`${ledger.folder}/sealed/key.txt`);
  if (key) work.disk.set(KEY, key);
  await lookAt(names, name => found.get(name.slice(folder.length + 1)));
  work.seats = Number(ledger.values["due.seats"]) || work.seats;
  ticketsByHand();
  changed();
  go("organiser");
}

const ENTRIES: [string, Part[]][] = [
  ["record", [{ key: "body", kind: "text", option: "--body" }, { key: "edition", kind: "text", option: "--edition" }, { key: "letters", kind: "file", option: "--letters" }]],
  ["answers", [{ key: "answers", kind: "file", option: "--answers", needed: true }]],
  ["served", [{ key: "served", kind: "file", option: "--served", needed: true }]],
  ["events", [{ key: "events", kind: "file", option: "--events", needed: true }]],
  ["links", [{ key: "links", kind: "file", option: "--links", needed: true }, { key: "because", kind: "text", option: "--because", needed: true }]],
  ["rules", [{ key: "rules", kind: "file", option: "--rules", needed: true }, { key: "because", kind: "text", option: "--because", needed: true }]],
];

function enterStep(): HTMLElement {
  if (!hasLedger()) return needLedger();
  const kind = (ledger.values["add.kind"] ||= "record");
  const choice = el("select", { id: "programme-add-kind" }, ...ENTRIES.map(([word]) => el("option", { value: word }, t(`page-programme-add-of-${word}`))));
  choice.value = kind;
  choice.addEventListener("change", async () => { ledger.values["add.kind"] = choice.value; await inPlace("programme-add-kind"); });
  const record = kind === "record";
  const parts = ENTRIES.find(([word]) => word === kind)![1];
  const form: Form = { id: "add", desk: ledger, go: "page-programme-add-go", needs: () => ledgerWith(parts.filter(part => part.kind === "file").map(part => `add.${part.key}`), record ? ["dossier"] : []),
    command: () => ["programme", "add", ledger.folder, ...(record && recordsOf("dossier").length ? ["--record", "dossier"] : [])],
    parts: [...parts, { key: "date", kind: "date", option: "--date", needed: true }, { key: "title", kind: "text", option: "--title" }] };
  return el("div", {}, p(t("page-programme-add-what")), field(t("page-programme-add-kind"), choice),
    record ? recordField(ledger, "add.record", "dossier", t("page-programme-record"), t("page-programme-record-hint"), "programme-record") : null,
    record && ledger.values["add.record"] ? el("div", { class: "row" }, button(t("page-programme-record-other"), async () => {
      for (const name of [...ledger.files.keys()]) if (name.startsWith("dossier/")) ledger.files.delete(name);
      ledger.values["add.record"] = "";
      await inPlace();
    }, { class: "second" })) : null,
    formView(form), saveParts(ledger));
}

function reportStep(): HTMLElement {
  if (!hasLedger()) return needLedger();
  const { folder } = ledger;
  const replies = () => recordsOf("antwoord");
  const report: Form = { id: "report", desk: ledger, needs: () => ledgerWith([], ["antwoord"]), command: () => ["programme", "report", folder, ...replies().flatMap(name => ["--record", name]), "--html", freeOn(ledger, "programma.html")],
    parts: [{ key: "date", kind: "date", option: "--date", needed: true }] };
  const explain: Form = { id: "explain", desk: ledger, needs: () => ledgerWith([]), command: () => ["programme", "explain", folder],
    parts: [{ key: "id", kind: "text", option: "--id", needed: true }, { key: "date", kind: "date", option: "--date", needed: true }, { key: "frame", kind: "text", option: "--frame" }] };
  const erase: Form = { id: "erase", desk: ledger, needs: () => ledgerWith([]), command: value => ["programme", "erase", folder, ...(!value("person") ? ["--retention"] : value("keep") ? ["--keep-barred"] : [])],
    parts: [{ key: "person", kind: "text", option: "--person" }, { key: "keep", kind: "tick" }, { key: "date", kind: "date", option: "--date", needed: true }, { key: "practise", kind: "tick", option: "--day-to-come" }, { key: "sure", kind: "tick", needed: true }] };
  return el("div", {}, p(t("page-programme-report-what")),
    more(t("page-programme-replies"), recordField(ledger, "report.record", "antwoord", t("page-programme-record"), t("page-programme-replies-hint"), undefined, true)),
    formView(report),
    h2(t("page-programme-explain")), p(t("page-programme-explain-what")), formView(explain),
    h2(t("page-programme-erase")), p(t("page-programme-erase-what")), formView(erase), saveParts(ledger));
}

function ledgerCheckedStep(): HTMLElement {
  if (!hasLedger()) return needLedger();
  const form: Form = { id: "verify", desk: ledger, go: "page-verify", needs: () => ledgerWith([], ["nakijken"]),
    command: value => ["programme", "verify", ledger.folder, ...value("heads").split(/\s+/).filter(Boolean).flatMap(head => ["--head", head]), ...recordsOf("nakijken").flatMap(name => ["--record", name]),
      ...([...ledger.files.keys()].some(name => name.startsWith(`${ledger.folder}/sealed/`)) ? ["--sealed"] : [])],
    parts: [{ key: "heads", kind: "long" }], quiet: true, after: answer => { said.replaceChildren(checkedReport(answer)); } };
  const said = el("div", { id: "programme-report" });
  return el("div", {}, p(t("page-programme-verify-what")),
    more(t("page-programme-verify-record"), recordField(ledger, "verify.record", "nakijken", t("page-programme-record"), t("page-programme-verify-record-hint"), undefined, true)),
    formView(form), said);
}
