// The invitation lottery once its line is published: the draw in the hall, letters and codes, waves, answers, the check.

/** The source that the frozen agreements declare, as the engine reads it. */
async function lettersDeclared(): Promise<Declared> {
  const name = `${letters.folder}/public/charter.toml`, charter = letters.files.get(name);
  return charter ? (await ask("look", new Map([[name, charter]]))).answer.data[0] : {};
}

function lettersDrawStep(): HTMLElement {
  if (!isFramed() || !(letters.values["published"] ?? "").trim()) return el("div", {}, p(t("page-publish-first")), button(t("page-invite-to-frame"), () => go(3), { class: "second" }));
  if (areLettersDrawn()) return lettersDrawn();
  const place = el("div", {});
  lettersDeclared().then(found => place.replaceChildren(lettersStage(found))).catch(mishap);
  return place;
}

function lettersStage(declared: Declared): HTMLElement {
  const source = declared.source ?? "text", sides = declared.sides ?? null;
  const known = (SOURCES as readonly string[]).includes(source);
  const input = el("input", { type: "text", value: letters.values["evidence"] ?? "", id: "invite-evidence", autocomplete: "off", spellcheck: "false", class: "big" });
  input.addEventListener("input", () => { letters.values["evidence"] = input.value; });
  const said = el("div", { id: "invite-drawing", "aria-live": "polite" }), tried = el("div", { id: "invite-trial", "aria-live": "polite" });
  const evidence = (): string[] => {
    const text = input.value.trim(), beacon = listOf(letters, "beacon")[0];
    if (source === "drand") return beacon ? ["--drand", beacon] : [];
    if (!text) return [];
    return source === "dice" ? ["--dice", text, "--sides", String(sides ?? 10)] : source === "lotto" ? ["--lotto", text] : ["--seed", text];
  };
  const draw = async (trial: boolean) => {
    const own = trial ? ["--seed", "proef", "--trial"] : evidence(), beacon = listOf(letters, "beacon");
    const place = trial ? tried : said;
    const done = await runDesk(letters, place, ["invite", "draw", letters.folder, ...own], lettersRecord(...beacon));
    if (!done) return;
    if (done.answer.exit) return place.replaceChildren(told(done.answer) ?? laid(done.answer.said));
    if (trial) return place.replaceChildren(el("div", { class: "card look" }, p(el("strong", {}, t("page-trial-void")))), laid(done.answer.shown));
    letters.answers["draw"] = done.answer;
    if (document.fullscreenElement) await document.exitFullscreen();
    await inPlace();
    announce(t("page-invite-drawn"));
  };
  const stage = el("div", { class: "stage", id: "invite-stage" }, h2(t("page-line")), line(lettersLine()),
    sourceOf(declared),
    source === "drand" ? fileField(letters, "beacon", t("page-evidence-drand"), t("page-evidence-drand-hint"), false, "invite-beacon")
      : field(t(`page-evidence-${known ? source : "text"}`), input, t(`page-evidence-${known ? source : "text"}-hint`)),
    el("div", { class: "row" }, button(t("page-invite-draw"), () => draw(false), { id: "invite-draw", class: "huge" })), said);
  return el("div", {}, p(t("page-draw-what")), el("div", { class: "row" },
    button(t("page-trial"), () => draw(true), { class: "second", id: "invite-try" }),
    button(t("page-full-screen"), async () => { await stage.requestFullscreen(); }, { class: "second" })), tried, stage);
}

function lettersDrawn(): HTMLElement {
  const answer = letters.answers["draw"];
  return el("div", {}, el("div", { class: "verdict good" }, p(el("strong", {}, t("page-invite-drawn")))),
    answer ? el("div", {}, told(answer), laid(answer.shown)) : null,
    saveParts(letters, true), el("div", { class: "row" }, button(t("page-invite-to-letters"), () => go(5), { id: "invite-to-letters" })));
}

function lettersStep(): HTMLElement {
  if (!areLettersDrawn()) return el("div", {}, p(t("page-draw-first")), button(t("page-to-draw"), () => go(4), { class: "second" }));
  const { folder } = letters;
  const coded = letters.files.has(LETTER_CODES);
  const codes: Form = { id: "codes", desk: letters, parts: [], command: () => ["invite", "codes", folder, "--key", LETTER_KEY, "--out", LETTER_CODES], needs: () => lettersRecord(LETTER_KEY), again: true };
  const makeCodes = async () => {
    const place = document.getElementById("coding")!;
    if (!letters.files.has(LETTER_KEY)) {
      const made = await runDesk(letters, place, ["key", "--out", LETTER_KEY], new Map());
      if (!made || made.answer.exit) return place.replaceChildren(made ? told(made.answer) ?? "" : "");
    }
    const done = await runDesk(letters, place, codes.command(() => ""), lettersRecord(LETTER_KEY));
    if (!done) return;
    if (done.answer.exit) return place.replaceChildren(told(done.answer) ?? "");
    await inPlace();
    announce(done.answer.shown);
  };
  const first: Form = { id: "first", desk: letters, again: true, needs: () => lettersRecord(), command: () => ["invite", "waves", folder],
    parts: [{ key: "on", kind: "date", option: "--first-on", needed: true }, { key: "why", kind: "text", option: "--reason" }] };
  const waves: Form = { id: "waves", desk: letters, again: true, needs: () => lettersRecord(...listOf(letters, "waves.file")), command: () => ["invite", "waves", folder],
    parts: [{ key: "file", kind: "file", option: "--waves", needed: true }] };
  const answers: Form = { id: "answers", desk: letters, again: true, needs: () => lettersRecord(LETTER_CODES, ...listOf(letters, "answers.file")), command: () => ["invite", "answers", folder, "--codes", LETTER_CODES],
    parts: [{ key: "file", kind: "file", option: "--answers", needed: true }] };
  const doors: Form = { id: "doors", desk: letters, needs: () => lettersRecord(LETTER_CODES, ...listOf(letters, "answers.file")),
    command: () => ["invite", "outreach", folder, "--codes", LETTER_CODES, "--answers", listOf(letters, "answers.file")[0] ?? "antwoorden.csv", "--out", freeOn(letters, "deuren.csv")],
    parts: [{ key: "stratum", kind: "text", option: "--stratum" }, { key: "doors", kind: "number", option: "--doors", needed: true, first: "10", min: 1 }] };
  const lists = [`${folder}/letters.csv`, `${folder}/post.csv`, LETTER_CODES].filter(name => letters.files.has(name));
  return el("div", {},
    el("div", { class: "card look" }, p(t("page-lists-personal"))),
    p(t("page-invite-lists-what")), things(letters, lists),
    h2(t("page-invite-codes")), p(t("page-invite-codes-what")),
    coded ? p(t("page-invite-codes-made")) : button(t("page-invite-codes-make"), makeCodes, { id: "invite-codes" }), el("div", { id: "coding", "aria-live": "polite" }),
    h2(t("page-invite-first")), p(t("page-invite-first-what")), formView(first),
    more(t("page-invite-waves"), p(t("page-invite-waves-what")), formView(waves)),
    h2(t("page-invite-answers")), coded ? el("div", {}, p(t("page-invite-answers-what")), formView(answers), more(t("page-invite-doors"), p(t("page-invite-doors-what")), formView(doors))) : p(t("page-invite-codes-first")),
    saveParts(letters), el("div", { class: "row" }, button(t("page-to-checked"), () => go(6), { id: "invite-to-checked" })));
}

function freeOn(desk: Desk, name: string): string {
  const [, stem, end] = /^(.*?)(\.[^.]*)?$/.exec(name)!;
  let n = 1, found = name;
  while (desk.files.has(found) || [...desk.files.keys()].some(path => path.startsWith(`${found}/`))) found = `${stem}-${++n}${end ?? ""}`;
  return found;
}

function lettersCheckedStep(): HTMLElement {
  if (!isFramed()) return el("div", {}, p(t("page-publish-first")), button(t("page-invite-to-frame"), () => go(3), { class: "second" }));
  const answer = letters.answers["verify"];
  const check = async () => {
    const done = await runDesk(letters, document.getElementById("invite-verifying")!, ["verify", letters.folder, "--commitment", lettersLine()], lettersRecord());
    if (!done) return;
    letters.answers["verify"] = done.answer;
    await inPlace();
    announce(document.getElementById("verdict")?.textContent ?? "");
  };
  const one: Form = { id: "explain", desk: letters, needs: () => lettersRecord(), command: () => ["explain", letters.folder], parts: [{ key: "person", kind: "text", option: "--person", needed: true }] };
  return el("div", {}, p(t("page-checked-what")), answer ? null : button(t("page-verify"), check, { id: "invite-verify" }), el("div", { id: "invite-verifying" }),
    answer ? checkedReport(answer) : null,
    h2(t("page-invite-person")), p(t("page-invite-person-what")), formView(one), saveParts(letters));
}

/** What a check says: the sentence on top, a card for each claim, what no record can show. */
function checkedReport(answer: Answer): HTMLElement {
  if (!answer.data?.claims) return el("div", {}, told(answer) ?? laid(answer.shown));
  const cannot = (answer.data.cannot_show ?? []) as string[];
  return el("div", {}, verdict(answer.data), claimCards(answer.data.claims),
    cannot.length > 0 && el("div", {}, h2(t("page-cannot-show")), el("ul", {}, ...cannot.map(text => el("li", {}, text)))),
    more(t("page-whole-report"), laid(answer.shown)));
}
