// What the engine says, as people read it: faults, refusals, claims.

interface Fault { code: string; grade: string; file: string | null; rows: number[]; more_rows: number; column: string | null; cell: string | null; text: string; details: string[] }

/** A fault without its grade in front and its code behind, which stand in the card already. */
const bare = (text: string, code: string) => text.replace(` [${code}]`, "").trim();

function faultCard(fault: Fault): HTMLElement {
  const mark = fault.grade === "stop" ? "bad" : fault.grade === "check" ? "look" : "note";
  return el("li", { class: `card ${mark}` },
    p(el("strong", {}, bare(fault.text, fault.code)), " ", el("span", { class: "code" }, fault.code)),
    ...fault.details.map(text => p(text)));
}

/** Everything that stops the work first, then what is to be looked at, then notes. */
function faultCards(faults: Fault[]): HTMLElement | null {
  if (!faults.length) return null;
  const of = (grade: string) => faults.filter(fault => fault.grade === grade);
  const first = [...of("stop"), ...of("check")];
  const notes = of("note");
  return el("div", {},
    first.length > 0 && el("ul", { class: "cards" }, ...first.map(faultCard)),
    notes.length > 0 && more(t("page-notes", { number: notes.length }), el("ul", { class: "cards" }, ...notes.map(faultCard))));
}

/** What came instead of an answer, or beside one. */
function told(answer: Answer): HTMLElement | null {
  const { data, said, exit } = answer;
  if (data?.error) {
    return el("div", { class: `card ${exit === 1 ? "look" : "bad"}`, role: "alert" },
      p(el("strong", {}, bare(data.error.text, data.error.code)), " ", el("span", { class: "code" }, data.error.code)),
      ...(data.error.details as string[]).map(text => p(text)));
  }
  if (Array.isArray(data?.faults) && data.faults.length) return faultCards(data.faults);
  return said.trim() ? el("div", { class: `card ${exit > 1 ? "bad" : exit ? "look" : "note"}`, ...(exit ? { role: "alert" } : {}) }, laid(said)) : null;
}

interface Claim { claim: number; code?: string; title: string; outcome: string; open?: boolean; checked: number | null; failed: number | null; text: string | null; remarks: string[] }

/** A card for each claim: what fails first, else what is left open; then what holds, then what could not be looked at here. */
function claimCards(claims: Claim[]): HTMLElement {
  const of = (outcome: string) => claims.filter(claim => claim.outcome === outcome);
  const mark: Record<string, [string, string]> = {
    "FAIL": ["bad", t("page-claim-fails")], "PASS": ["good", t("page-claim-holds")], "NOT CHECKED": ["note", t("page-claim-open")],
  };
  const card = (claim: Claim) => el("li", { class: `card ${!bad.length && claim.open ? "look" : mark[claim.outcome]![0]}` },
    p(el("span", { class: "badge" }, mark[claim.outcome]![1]), " ", el("strong", {}, claim.title), " ", el("span", { class: "code" }, `${claim.code?.[0] ?? "P"}${claim.claim}`)),
    claim.text && p(claim.text), ...claim.remarks.map(text => p(text)));
  const [bad, good, all] = ["FAIL", "PASS", "NOT CHECKED"].map(of) as [Claim[], Claim[], Claim[]];
  // Where a claim fails, what rests on it was not looked at: the first one is what to ask about.
  const [left, open] = bad.length ? [[], all] : [all.filter(claim => claim.open), all.filter(claim => !claim.open)];
  return el("div", { id: "claims" },
    bad.length > 0 && el("ul", { class: "cards" }, ...bad.map(card)),
    left.length > 0 && el("ul", { class: "cards" }, ...left.map(card)),
    good.length > 0 && el("ul", { class: "cards" }, ...good.map(card)),
    open.length > 0 && more(t("page-claims-open", { number: open.length }), el("ul", { class: "cards" }, ...open.map(card))));
}

/** The sentence on top of a report: it holds, it does not, or not everything was looked at; and how much was not, whatever it is. */
function verdict(data: { passed: boolean; claims: Claim[] }): HTMLElement {
  const line = data.claims.find(claim => claim.claim === 2);
  const unchecked = data.claims.filter(claim => claim.outcome === "NOT CHECKED"), left = unchecked.filter(claim => claim.open);
  const [mark, key, number] = !data.passed ? ["bad", "page-verdict-no", data.claims.filter(claim => claim.outcome === "FAIL").length]
    : line && line.outcome !== "PASS" ? ["look", "page-verdict-part", 0] : left.length ? ["look", "page-verdict-open", left.length]
    : ["good", data.claims.some(claim => claim.code) ? "page-verdict-yes" : "page-verdict-yes-programme", 0];
  const others = unchecked.length - (data.passed ? left.length : 0), besides = key === "page-verdict-part" ? left.length - 1 : 0;
  return el("div", { class: `verdict ${mark}`, id: "verdict", tabindex: "-1" }, p(el("strong", {}, t(String(key), { number: number! }))),
    besides > 0 && el("p", { class: "others" }, t("page-verdict-open", { number: besides })),
    others > 0 && el("p", { class: "others" }, t("page-verdict-unchecked", { number: others })));
}

/** The command that gives the same on any computer. */
const theCommand = (args: string[]) => el("p", { class: "command" }, t("page-command"), " ",
  el("code", {}, `geloot ${args.map(arg => (/^[\w./:,=+-]+$/.test(arg) ? arg : `"${arg}"`)).join(" ")}`));
