// Step 7: the record checked, what no record can show, and the public account on paper.

async function verifyOwn(): Promise<void> {
  const answer = await runLong(document.getElementById("verifying")!, ["verify", DIR, "--commitment", commitment()], under(DIR));
  if (!answer) return;
  work.verified = answer;
  await inPlace();
  announce(document.getElementById("verdict")?.textContent ?? "");
}

function checkedStep(): HTMLElement {
  if (!isDrawn()) return el("div", {}, p(t("page-draw-first")), button(t("page-to-draw"), () => go(5), { class: "second" }));
  const answer = work.verified;
  return el("div", {},
    p(t("page-checked-what")),
    answer ? null : button(t("page-verify"), verifyOwn, { id: "verify" }),
    el("div", { id: "verifying" }),
    answer?.data?.claims ? el("div", {}, verdict(answer.data), claimCards(answer.data.claims), proved(answer.data.proved),
      h2(t("page-cannot-show")), el("ul", {}, ...(answer.data.cannot_show as string[]).map(text => el("li", {}, text))),
      more(t("page-whole-report"), laid(answer.shown)), theCommand(["verify", DIR, "--commitment", commitment()])) : answer ? told(answer) : null,
    accountCard(), publicPageCard());
}

/** The public account: a page for everybody, made by the engine; and the report of the session, with blanks. */
function accountCard(): HTMLElement {
  const place = el("div", {});
  const make = (extra: string[]) => async () => {
    const out = free("verantwoording.html");
    const population = role("population").flatMap(file => ["--population", file.name]);
    const answer = await run(["account", DIR, "--out", out, ...population, ...extra]);
    if (answer.exit) return place.replaceChildren(told(answer) ?? "");
    const page = fileText(out);
    work.disk.delete(out);
    const frame = el("iframe", { title: t("page-account"), class: "account" });
    frame.srcdoc = page;
    place.replaceChildren(told(answer) ?? "", frame, el("div", { class: "row" },
      button(t("page-print"), () => frame.contentWindow?.print(), { class: "second" }),
      button(t("page-download"), () => download(out, page, "text/html"), { class: "second", "aria-label": `${t("page-download")}: ${out}` })));
  };
  return el("section", {}, h2(t("page-account")), p(t("page-account-what")),
    el("div", { class: "row" }, button(t("page-account-make"), make([]), { id: "account" }), button(t("page-account-blanks"), make(["--proces-verbaal"]), { class: "second" })), place);
}
