// Step 5: the draw, for the hall: the line, where chance comes from, one button. A trial comes first.

const given = { text: "", sides: "10", file: "", slips: "" };
const SLIPS = "geopend.txt";

/** The source that the frozen charter declares, as the engine reads it. */
const declared = () => work.declared.source ?? "text";

/** The source whose evidence is asked for: of sealed words the second one, which only counts if somebody opens nothing. */
const asked = () => (declared() === "contributions" ? work.declared.otherwise ?? "drand" : declared());

/** What people open of the words that they sealed. */
function openedSlips(): HTMLElement {
  const input = el("textarea", { rows: 4, spellcheck: "false", class: "mono", id: "evidence-slips", value: given.slips });
  input.addEventListener("input", () => { given.slips = input.value; });
  return field(t("page-evidence-slips"), input, t("page-evidence-slips-hint"));
}

/** Where chance comes from, as the frozen charter says it: for everybody in the hall. */
function sourceOf(declared: Declared): HTMLElement {
  const source = declared.source ?? "text", known = (SOURCES as readonly string[]).includes(source) || source === "contributions";
  const facts = ({ dice, sides, numbers, most, round, due, address, until }: How) => [
    dice ? p(t("page-source-dice-of", { number: count(dice), of: count(sides ?? 0) })) : null,
    numbers ? p(t("page-source-lotto-of", { number: count(numbers), of: count(most ?? 0) })) : null,
    until ? p(t("page-slips-until"), ": ", el("strong", {}, until)) : null,
    round ? el("div", {}, p(t("page-source-round", { number: String(round), name: due ?? "" })), el("p", {}, el("code", { class: "address" }, address), " ", copying(() => address ?? "")),
      p(t("page-source-clock", { name: new Intl.DateTimeFormat(lang === "nl" ? "nl-NL" : "en-GB", { dateStyle: "long", timeStyle: "short" }).format(Date.now()) }))) : null];
  return el("div", { class: "source" },
    p(known ? `${t("page-source")}: ` : "", el("strong", {}, known ? t(`page-source-${source}`) : t("page-source-other", { name: source }))),
    declared.description ? p(declared.description) : null, ...facts(declared.how ?? {}),
    declared.otherwise ? el("div", {}, p(t("page-evidence-second"), " ", el("strong", {}, t(`page-source-${declared.otherwise}`))), ...facts(declared.otherwise_how ?? {})) : null);
}

function drawStep(): HTMLElement {
  if (!isMade() || !work.published.trim()) return el("div", {}, p(t("page-publish-first")), button(t("page-to-lottery"), () => go(4), { class: "second" }));
  if (isDrawn()) return drawnView();
  const source = declared();
  const known = (SOURCES as readonly string[]).includes(source) || source === "contributions";
  if (work.declared.sides ?? work.declared.otherwise_sides) given.sides = String(work.declared.sides ?? work.declared.otherwise_sides);
  const input = el("input", { type: "text", value: given.text, id: "evidence", autocomplete: "off", spellcheck: "false", class: "big" });
  input.addEventListener("input", () => { given.text = input.value; });
  const stage = el("div", { class: "stage", id: "stage" },
    h2(t("page-line")), line(commitment()),
    sourceOf(work.declared),
    source === "contributions" ? openedSlips() : null,
    asked() === "drand"
      ? chooser(t("page-evidence-drand"), ".json,.txt", async ([file]) => {
          if (!file) return;
          given.file = free("baken.json");
          work.disk.set(given.file, new Uint8Array(await file.arrayBuffer()));
          announce(file.name);
        }, t("page-evidence-drand-hint"), "evidence-file")
      : field(t(`page-evidence-${known ? asked() : "text"}`), input, t(`page-evidence-${known ? asked() : "text"}-hint`)),
    el("div", { class: "row" }, button(t("page-draw"), () => draw(false), { id: "draw", class: "huge" })),
    el("div", { id: "drawing", "aria-live": "polite" }));
  const place = el("div", { id: "trial", "aria-live": "polite" }, work.trial ? more(t("page-trial-result"), laid(work.trial.shown)) : null);
  return el("div", {},
    p(t("page-draw-what")),
    el("div", { class: "row" },
      button(t("page-trial"), () => draw(true), { class: "second", id: "try" }),
      button(t("page-full-screen"), async () => { await stage.requestFullscreen(); }, { class: "second", id: "full-screen" })),
    place, stage);
}

function evidence(): string[] {
  const source = declared();
  if (source === "contributions") {
    work.disk.set(SLIPS, new TextEncoder().encode(given.slips));
    return ["--slips", SLIPS, ...shown(asked())];
  }
  return shown(source);
}

/** The evidence of a source that is no words of several people. */
function shown(source: string): string[] {
  if (source === "drand") return given.file ? ["--drand", given.file] : [];
  if (!given.text.trim()) return [];
  if (source === "dice") return ["--dice", given.text, "--sides", given.sides];
  if (source === "ticket") return ["--ticket", given.text.trim()];
  if (source === "lotto") return ["--lotto", given.text];
  return ["--seed", given.text];
}

async function draw(trial: boolean): Promise<void> {
  const place = document.getElementById(trial ? "trial" : "drawing")!;
  // A trial has words of its own: what was typed already may be what decides, and nobody may draw by what a trial made known.
  const answer = await runLong(place, ["draw", DIR, ...(trial ? ["--seed", "proef", "--trial"] : evidence()), "--excel"]);
  if (!answer) return;
  if (answer.exit) return place.replaceChildren(told(answer) ?? laid(answer.said));
  if (trial) {
    work.trial = answer;
    place.replaceChildren(el("div", { class: "card look" }, p(el("strong", {}, t("page-trial-void")))), laid(answer.shown));
    return;
  }
  work.drawn = answer;
  work.verified = undefined;
  if (document.fullscreenElement) await document.exitFullscreen();
  await inPlace();
  announce(t("page-drawn"));
}

function drawnView(): HTMLElement {
  const answer = work.drawn;
  return el("div", {},
    el("div", { class: "verdict good" }, p(el("strong", {}, t("page-drawn")))),
    answer?.data ? el("div", {},
      el("p", { class: "big" }, t("page-drawn-ticket", { number: count(answer.data.ticket), of: count(answer.data.tickets) })),
      answer.data.draw > 1 ? p(t("page-redrawn", { number: answer.data.draw, name: answer.data.record.because })) : null,
      panelTable(answer.data.features), told(answer), more(t("page-whole-draw"), laid(answer.shown))) : null,
    p(t("page-drawn-save")),
    el("div", { class: "row" }, button(t("page-save-both"), () => saveDesk(talk), { id: "save-both" }), button(t("page-to-lists"), () => go(6), { id: "to-lists" })),
    redrawCard());
}

/** The draw annulled and made again, from the first draw's seed: for a reason that stays in the record. */
function redrawCard(): HTMLElement {
  const why = el("input", { type: "text", id: "redraw-why", autocomplete: "off" }), sure = el("input", { type: "checkbox", id: "redraw-sure" });
  const place = el("div", { id: "redrawing", "aria-live": "polite" });
  const again = async () => {
    const missing = !why.value.trim() ? why : !sure.checked ? sure : null;
    if (missing) {
      missing.focus();
      return place.replaceChildren(el("p", { class: "card bad" }, t("page-fill-in", { name: t(missing === why ? "page-redraw-why" : "page-redraw-sure") })));
    }
    const answer = await runLong(place, ["draw", DIR, "--redraw-because", why.value.trim(), "--excel"]);
    if (!answer) return;
    if (answer.exit) return place.replaceChildren(told(answer) ?? laid(answer.said));
    work.drawn = answer;
    work.verified = undefined;
    await inPlace();
    announce(t("page-drawn"));
    window.scrollTo(0, 0);
  };
  return more(t("page-redraw"), p(t("page-redraw-what")), el("div", { class: "card look" }, p(t("page-redraw-warning"))),
    field(t("page-redraw-why"), why, t("page-redraw-why-hint")),
    el("div", { class: "choice" }, sure, el("label", { for: sure.id }, t("page-redraw-sure"))),
    el("div", { class: "row" }, button(t("page-redraw-do"), again, { class: "second", id: "redraw" })), place);
}

function panelTable(features: { name: string; values: { name: string; min: number; max: number; pool: number; panel: number }[] }[]): HTMLElement {
  return el("div", {}, ...features.map(feature => table(feature.name,
    [t("page-value"), t("page-volunteers"), t("page-seats-asked"), t("page-panel")],
    feature.values.map(value => [value.name, count(value.pool), value.min === value.max ? count(value.min) : `${count(value.min)} - ${count(value.max)}`, count(value.panel)]), 1)));
}
