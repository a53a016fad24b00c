// Step 4: the lottery is made and frozen; then the line, both zips, and where and when the line was published.

const CHARTER = "charter.toml", KEY = "sleutel.key";

async function makeLottery(): Promise<void> {
  if (work.charter) {
    const written = await run(charterCommand(work.charter, CHARTER), new Map());
    if (written.exit) return void document.getElementById("making")?.replaceChildren(told(written) ?? "");
  }
  const own = role("charter")[0]?.name, charter = work.charter ? CHARTER : own && charterNoted(own);
  if (!work.disk.has(KEY)) {
    const made = await run(["key", "--out", KEY], new Map());
    if (made.exit) return void document.getElementById("making")?.replaceChildren(told(made) ?? "");
  }
  const place = document.getElementById("making")!;
  const answer = await runLong(place, lotteryCommand(charter), inputs());
  if (!answer) return;
  work.made = answer;
  if (answer.exit) place.replaceChildren(told(answer) ?? laid(answer.said));
  else { await learn(); await inPlace(); announce(t("page-frozen")); }
}

/** The folder that the list of people was prepared in, with what was done to it. */
function preparedIn(): string | undefined {
  const folder = /^(.*)\/pool\.csv$/.exec(role("people")[0]?.name ?? "")?.[1];
  return folder && work.disk.has(`${folder}/prepared.json`) ? folder : undefined;
}

function lotteryCommand(charter: string | undefined): string[] {
  const prepared = preparedIn();
  return ["lottery", ...poolArgs(), ...(prepared ? ["--prepared", prepared] : []), ...(charter ? ["--charter", charter] : []), "--key", KEY,
    "--tickets", String(work.tickets), ...(work.objective === "leximin" ? [] : ["--objective", work.objective]), "--public-detail", work.detail, "--out", DIR];
}

function lotteryStep(): HTMLElement {
  if (!isMade()) {
    return el("div", {},
      p(t("page-lottery-what")),
      work.checked?.exit === 0 ? button(t("page-make"), makeLottery, { id: "make" })
        : el("div", {}, p(t("page-check-first")), button(t("page-to-check"), async () => { go(2); await check(); }, { class: "second" })),
      el("div", { id: "making" }),
      work.checked?.exit === 0 ? compareCard() : null);
  }
  const when = el("input", { type: "text", value: work.published, id: "published" });
  when.addEventListener("input", () => { work.published = when.value; touched(); steps(); onward.disabled = !when.value.trim(); });
  const onward = button(t("page-to-draw"), () => go(5), { id: "to-draw" });
  onward.disabled = !work.published.trim();
  const answer = work.made;
  return el("div", {},
    el("div", { class: "verdict good" }, p(el("strong", {}, t("page-frozen")))),
    h2(t("page-line")), p(t("page-line-what")), line(commitment(), "line"),
    el("div", { class: "row" }, copying(commitment), button(t("page-notice"), () => notice(), { class: "second", id: "notice" })),
    answer ? shape(answer) : null,
    saveParts(talk, true, ""),
    h2(t("page-published")), field(t("page-published-where"), when, t("page-published-hint")),
    el("div", { class: "row" }, onward),
    isDrawn() ? null : more(t("page-start-over"), p(t("page-start-over-what")), button(t("page-start-over-do"), async () => {
      for (const name of [...under(DIR).keys()]) work.disk.delete(name);
      work.made = work.drawn = work.trial = work.verified = undefined;
      work.published = "";
      await inPlace();
    }, { class: "second" })));
}

/** What each meaning of "fairest" gives, beside one another; nothing follows from it but what somebody chooses then. */
function compareCard(): HTMLElement {
  const place = el("div", { id: "comparing", "aria-live": "polite" }), command = ["compare", ...poolArgs(), "--tickets", String(work.tickets)];
  const compare = async () => {
    const answer = await runLong(place, command, inputs());
    if (answer) place.replaceChildren(told(answer) ?? "", laid(answer.shown), theCommand(command));
  };
  return more(t("page-compare"), p(t("page-compare-what")), button(t("page-compare-do"), compare, { class: "second", id: "compare" }), place);
}

/** The figures of the lottery: whom it favours least and most, and how near to the average it keeps every value. */
function shape(answer: Answer): HTMLElement {
  const { data } = answer;
  const values = (data.values ?? []) as { feature: string; value: string; least: number; most: number; average: number }[];
  return el("div", {}, told(answer),
    more(t("page-seats-by-value"), table(t("page-seats-by-value"),
      [t("page-value"), t("page-feature"), t("page-least"), t("page-average"), t("page-most")],
      values.map(value => [value.value, value.feature, count(value.least), decimal(value.average), count(value.most)]), 2)),
    more(t("page-whole-lottery"), laid(answer.shown)));
}

/** The line as a notice, to be printed and put up. */
function notice(): void {
  printOnly(el("div", { class: "notice" }, el("h1", {}, work.charter?.title || t("page-notice-title")),
    p(t("page-notice-what")), line(commitment()), p(t("page-notice-check"))));
}

/** Prints this and nothing else. */
function printOnly(content: HTMLElement): void {
  const place = el("div", { id: "paper" }, content);
  document.body.append(place);
  document.body.classList.add("printing");
  const over = () => { document.body.classList.remove("printing"); place.remove(); window.removeEventListener("afterprint", over); };
  window.addEventListener("afterprint", over);
  window.print();
}
