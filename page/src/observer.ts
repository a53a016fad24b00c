// Somebody who looks on: the line, the public files, and everything that follows from them.

const seen = { line: "", files: new Map() as Files, names: [] as string[], answer: undefined as Answer | undefined, command: [] as string[] };

async function observe(files: File[]): Promise<void> {
  const found: [string, Files][] = [];
  for (const [name, inside] of await opened(files)) {
    const record = recordIn(inside);
    if (!record) throw new Said(t("page-no-record", { name }));
    found.push([name, new Map([...record.files].filter(([path]) => !path.startsWith(OWN)).map(([path, own]): [string, Uint8Array] => [`${DIR}/${path}`, own]))]);
  }
  // The sealed zip goes beside the public one; another record takes the place of the one before.
  const here = lone(seen.files.keys(), `${DIR}/`), coming = lone(found.flatMap(([, own]) => [...own.keys()]), `${DIR}/`);
  if (!(here && coming && here !== coming)) { seen.files = new Map(); seen.names = []; }
  for (const [name, own] of found) { own.forEach((bytes, path) => seen.files.set(path, bytes)); seen.names.push(name); }
  seen.answer = undefined;
  await look();
}

async function look(): Promise<void> {
  if (![...seen.files.keys()].some(name => name.startsWith(`${DIR}/`))) return show();
  const line = seen.line.trim();
  // Of a programme the line is that of its ledger.
  const command = seen.files.has(`${DIR}/public/head.txt`) ? ["programme", "verify", DIR, ...line.split(/\s+/).filter(Boolean).flatMap(own => ["--head", own])]
    : ["verify", DIR, ...(line ? ["--commitment", line] : [])];
  // A field that is left says again what it said before.
  if (seen.answer && command.join("\n") === seen.command.join("\n")) return;
  announce(t("page-working"));
  seen.command = command;
  const place = document.getElementById("report");
  const answer = place ? await observing(place) : (await ask("run", seen.files, seen.command)).answer;
  if (!answer) return;
  seen.answer = answer;
  show();
  document.getElementById("verdict")?.focus();
  announce(document.getElementById("verdict")?.textContent ?? "");
}

async function observing(place: HTMLElement): Promise<Answer | null> {
  const stop = button(t("page-stop"), stopEngine, { class: "second" });
  place.replaceChildren(el("p", { role: "status" }, t("page-checking")), el("progress", { "aria-label": t("page-progress") }), stop);
  try { return (await ask("run", seen.files, seen.command)).answer; }
  catch (trouble) { if (trouble instanceof Stopped) { show(); return null; } throw trouble; }
}

function observer(): HTMLElement {
  const line = el("textarea", { rows: 3, value: seen.line, spellcheck: "false", autocapitalize: "off", id: "line-known" });
  line.addEventListener("change", async () => { seen.line = line.value.trim(); try { await look(); } catch (trouble) { mishap(trouble); } });
  line.addEventListener("input", () => { seen.line = line.value.trim(); });
  return el("div", {},
    el("h1", { tabindex: "-1" }, t("page-observer")),
    p(t(document.getElementById("record-inside") ? "page-enclosed" : "page-observer-what")),
    field(t("page-known-line"), line, t("page-known-line-hint")),
    chooser(t("page-choose-public"), ".zip", observe, t("page-choose-public-hint"), "record", true),
    seen.names.length > 0 && p(t("page-have"), " ", el("strong", {}, [...new Set(seen.names)].join(", "))),
    el("div", { id: "report" }, seen.answer ? report(seen.answer) : null));
}

function report(answer: Answer): HTMLElement {
  if (!answer.data?.claims) return el("div", {}, told(answer) ?? laid(answer.shown));
  const { data } = answer;
  const cannot = (data.cannot_show ?? []) as string[];
  const panel = seen.files.has(`${DIR}/public/profiles.csv`);
  return el("div", {},
    verdict(data),
    // The field that it was typed into is not printed.
    seen.line && el("p", { class: "on-paper" }, `${t("page-known-line")}: `, el("code", { class: "line" }, seen.line)),
    el("div", { class: "row" },
      button(t("page-print"), () => window.print(), { class: "second" }),
      button(t("page-save-report"), () => download(t("page-file-report"), answer.shown, "text/plain"), { class: "second" })),
    h2(t("page-claims")), claimCards(data.claims),
    proved(data.proved),
    cannot.length > 0 && el("div", {}, h2(t("page-cannot-show")), el("ul", {}, ...cannot.map(text => el("li", {}, text)))),
    panel || data.kind === "letters" ? seeker(seen.files) : null, panel ? accountOf(seen.files) : null,
    panel ? again(seen.files, seen.command, answer.shown) : more(t("page-whole-report"), laid(answer.shown), theCommand(seen.command)));
}

/** What the proof of fairness says, as the engine words it. */
function proved(data: unknown): HTMLElement | null {
  const lines = typeof data === "string" ? [data] : Array.isArray(data) ? data.flat().filter(one => typeof one === "string") : [];
  return lines.length ? el("div", {}, h2(t("page-proved")), ...lines.map(text => p(text as string))) : null;
}

/** Find my code: chance, tickets, why or why not, and a paragraph to read aloud. */
function seeker(files: Files): HTMLElement {
  const code = el("input", { type: "text", autocomplete: "off", autocapitalize: "characters", spellcheck: "false", id: "code" });
  const place = el("div", { "aria-live": "polite", id: "mine" });
  const find = async () => {
    const { answer } = await ask("run", files, ["explain", DIR, seen.answer?.data?.kind === "letters" ? "--person" : "--code", code.value.trim()]);
    const { data } = answer;
    if (answer.exit || !data?.code) return place.replaceChildren(told(answer) ?? "", answer.exit ? "" : laid(answer.shown));
    const held = data.tickets ? [
      el("p", { class: "big" }, `${percent(data.tickets_held, data.tickets)} `),
      p(t("page-tickets-held", { number: count(data.tickets_held), of: count(data.tickets) })),
    ] : [];
    place.replaceChildren(el("div", { class: "card note" },
      p(el("strong", {}, data.code)), ...held, ...(data.text as string).split("\n").map(text => p(text)),
      table(t("page-frozen-about"), [t("page-feature"), t("page-value")], Object.entries(data.features as Record<string, string>)),
      theCommand(["explain", DIR, "--code", data.code])));
  };
  const form = el("form", { onsubmit: async (event: Event) => { event.preventDefault(); try { await find(); } catch (trouble) { mishap(trouble); } } },
    field(t("page-code"), code, t("page-code-hint")), el("button", { type: "submit" }, t("page-find")));
  return el("section", { class: "ask" }, h2(t("page-find-code")), form, place);
}

/** By SPEC.md: the seed of a draw from the line and what people heard; the row of a ticket. Python's standard library and awk are enough. */
const SEED = `python3 -I -c "import hashlib, json; d = json.load(open('DRAW', encoding='utf-8')); parts = bytes.fromhex(d['commitment']), d['evidence'].split('\\notherwise\\n')[-1].encode(); print(hashlib.sha256(b'geloot/1/seed\\0' + b''.join(len(p).to_bytes(8, 'little') + p for p in parts)).hexdigest())"`;
const ROW = "awk -F, -v ticket=TICKET '$1 <= ticket && ticket <= $2' public/lottery.csv";
const typed = (command: string) => el("code", { class: "line" }, command);

/** Recompute it yourself: what was fixed, what chance gave, what follows, and the commands that show it. */
function again(files: Files, command: string[], text: string): HTMLElement {
  const read = (name: string) => { const bytes = files.get(`${DIR}/public/${name}`); return bytes ? new TextDecoder().decode(bytes) : ""; };
  const number = (name: string) => Number(new RegExp(`^${DIR}/public/draws/(\\d+)/draw\\.json$`).exec(name)?.[1] ?? 0);
  const records = [...files.keys()].filter(number).sort((a, b) => number(a) - number(b));
  const factsOf = (name: string | undefined): Record<string, unknown> => {
    try { return name ? JSON.parse(new TextDecoder().decode(files.get(name)!)) : {}; } catch { return {}; /* The report says that it is damaged. */ }
  };
  const last = records.at(-1), record = factsOf(last);
  // A draw that was made again without new evidence has the seed of the first one.
  const heard = [...records].reverse().find(name => typeof factsOf(name)["evidence"] === "string");
  const facts = ([["page-line", read("commitment.txt").trim()], ["page-seed", record.seed], ["page-ticket", record.ticket], ["page-tickets", record.tickets]] as const)
    .filter(([, value]) => value !== undefined && value !== "");
  const lottery = read("lottery.csv").split("\n").slice(1).map(row => row.split(","));
  const row = lottery.find(([first, end]) => Number(first) <= Number(record.ticket) && Number(record.ticket) <= Number(end));
  // Person by person, as the record names them.
  const [heads, ...people] = last ? readRows(new TextDecoder().decode(files.get(last.replace("draw.json", "panel.csv")) ?? new Uint8Array())) : [];
  const panel = heads && people.length ? more(`${t("page-panel")} (${count(people.length)})`, table(t("page-panel"), heads, people)) : null;
  return el("section", {}, h2(t("page-again")), p(t("page-again-what")),
    el("ol", { class: "steps" },
      el("li", {}, p(t("page-again-1")), typed("(cd public && sha256sum --check manifest.txt)")),
      el("li", {}, p(t("page-again-2")), heard ? typed(SEED.replace("DRAW", heard.slice(DIR.length + 1))) : null, ...facts.map(([key, value]) => p(`${t(key)}: `, el("code", {}, String(value))))),
      el("li", {}, p(t("page-again-3")), row ? el("div", {}, typed(ROW.replace("TICKET", String(record.ticket))), typed(row.join(","))) : null),
      el("li", {}, p(t("page-again-4")), typed("python3 -I verify.py public"), panel),
      el("li", {}, p(t("page-again-5")), theCommand(command))),
    more(t("page-whole-report"), laid(text)));
}
