// Step 3: what is promised beforehand. The answers become the charter, which is frozen with everything else.

const QUESTIONS = ["title", "question", "mandate", "exclusions", "follow_up"] as const;
const SOURCES = ["text", "dice", "ticket", "lotto", "drand"] as const;

function charterStep(): HTMLElement {
  const own = role("charter")[0];
  if (own && !work.charter) {
    return el("div", {}, p(t("page-charter-own", { name: own.name })), laid(fileText(own.name)),
      el("div", { class: "row" },
        button(t("page-charter-other"), () => { own.role = "other"; work.charter = {}; return inPlace(); }, { class: "second" }),
        button(t("page-to-lottery"), () => go(4), { id: "to-lottery" })));
  }
  const answers = (work.charter ??= {});
  answers.source ??= "text";
  answers.date ??= new Date(Date.now()).toISOString().slice(0, 10);
  const input = (key: string, type = "text", props: Record<string, unknown> = {}) => {
    const made = el("input", { type, value: answers[key] ?? "", id: `charter-${key}`, ...props });
    made.addEventListener("input", () => { answers[key] = made.value; work.unsaved = true; });
    return made;
  };
  const source = el("select", { id: "charter-source" }, ...SOURCES.map(word => el("option", { value: word }, t(`page-source-${word}`))));
  source.value = answers.source;
  source.addEventListener("change", async () => { answers.source = source.value; if (source.value === "ticket") work.tickets = 1000; await inPlace("charter-source"); });
  const tickets = el("select", { id: "charter-tickets" }, ...[1000, 10_000, 100_000, 1_000_000].map(n => el("option", { value: n }, count(n))));
  tickets.value = String(work.tickets);
  tickets.addEventListener("change", () => { work.tickets = Number(tickets.value); work.unsaved = true; });
  const detail = el("select", { id: "charter-detail" }, ...(["codes", "profiles"] as const).map(word => el("option", { value: word }, t(`page-detail-${word}`))));
  detail.value = work.detail;
  detail.addEventListener("change", () => { work.detail = detail.value as "codes" | "profiles"; work.unsaved = true; });
  return el("div", {},
    p(t("page-charter-what")),
    h2(t("page-five")),
    ...QUESTIONS.map(key => field(t(`page-q-${key.replace("_", "-")}`), input(key))),
    h2(t("page-chance")),
    field(t("page-source"), source, t(`page-source-${answers.source}-hint`)),
    answers.source === "dice" && el("div", { class: "pair" },
      field(t("page-dice-count"), input("dice", "number", { min: 1, max: 100 })), field(t("page-dice-sides"), input("sides", "number", { min: 2, max: 1000 }))),
    answers.source === "drand" && field(t("page-round-time"), input("time", "datetime-local"), t("page-round-time-hint")),
    (answers.source === "text" || answers.source === "lotto") && field(t("page-source-how"), input("description"), t("page-source-how-hint")),
    field(t("page-date"), input("date", "date"), t("page-date-hint")),
    h2(t("page-reserves")),
    el("div", { class: "pair" },
      field(t("page-reserves-number"), input("reserves", "number", { min: 0, max: 10000 }), t("page-reserves-hint")),
      field(t("page-reserves-rate"), input("attrition", "number", { min: 0, max: 90 }), t("page-reserves-rate-hint"))),
    more(t("page-charter-more"), field(t("page-tickets"), tickets, t("page-tickets-hint")), field(t("page-detail"), detail, t("page-detail-hint"))),
    el("div", { class: "row" }, button(t("page-to-lottery"), () => go(4), { id: "to-lottery" })));
}

/** A text as TOML writes it; JSON's form is one of TOML's. */
const quoted = (text: string) => JSON.stringify(text.replace(/[\u007f]/g, ""));

/** Text as the charter has it; only its date, its source and its reserves mean anything to the program. */
function charterText(answers: Record<string, string>): string {
  const lines: string[] = [];
  for (const key of QUESTIONS) {
    const said = answers[key]?.trim();
    if (!said) continue;
    lines.push(key === "exclusions" ? `${key} = [${said.split(/\s*[,;]\s*/).filter(Boolean).map(quoted).join(", ")}]` : `${key} = ${quoted(said)}`);
  }
  work.changes.forEach(({ what, why }) => lines.push(`# ${what.replace(/\s+/g, " ")} (${why.replace(/\s+/g, " ")})`));
  lines.push(`date = ${answers.date}`, "", "[seed]", `source = ${quoted(answers.source ?? "text")}`);
  if (answers.source === "dice") lines.push(`sides = ${Number(answers.sides) || 10}`, `count = ${Number(answers.dice) || 6}`);
  if (answers.source === "drand") lines.push('chain = "quicknet"', `time = ${zoned(answers.time ?? "")}`);
  if (answers.description?.trim() && (answers.source === "text" || answers.source === "lotto")) lines.push(`description = ${quoted(answers.description.trim())}`);
  if (Number(answers.reserves) > 0) lines.push("", "[reserves]", `number = ${Number(answers.reserves)}`, `attrition = ${quoted(`${Number(answers.attrition || 10)}%`)}`);
  return `${lines.join("\n")}\n`;
}

/** A moment of this computer's own clock with its distance to that of Greenwich, as TOML writes it. */
function zoned(moment: string): string {
  const behind = new Date(moment).getTimezoneOffset();
  const two = (n: number) => String(Math.floor(n)).padStart(2, "0");
  const away = Math.abs(behind);
  return `${moment.length === 16 ? `${moment}:00` : moment}${behind <= 0 ? "+" : "-"}${two(away / 60)}:${two(away % 60)}`;
}
