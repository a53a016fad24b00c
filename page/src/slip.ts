// Words that somebody seals before a draw: one line to hand in, one to keep until then.

function slipView(): HTMLElement {
  const words = el("input", { type: "text", id: "slip-words", autocomplete: "off", spellcheck: "false" });
  const place = el("div", { id: "slip-said", "aria-live": "polite" });
  const seal = async () => {
    const { answer } = await ask("run", new Map(), ["slip", "--words", words.value]);
    if (answer.exit || !answer.data?.sealed) return place.replaceChildren(told(answer) ?? laid(answer.said));
    const { sealed, secret } = answer.data as { sealed: string; secret: string };
    place.replaceChildren(
      h2(t("page-slip-hand-in")), p(t("page-slip-hand-in-what")), line(sealed, "slip-sealed"), el("div", { class: "row" }, copying(() => sealed)),
      h2(t("page-slip-keep")), el("div", { class: "card look" }, p(t("page-slip-keep-what"))), line(secret, "slip-secret"),
      el("div", { class: "row" }, copying(() => secret), button(t("page-download"), () => download(t("page-file-slip"), `${secret}\n`, "text/plain"), { class: "second" })));
  };
  const form = el("form", { onsubmit: async (event: Event) => { event.preventDefault(); try { await seal(); } catch (trouble) { mishap(trouble); } } },
    field(t("page-slip-words"), words, t("page-slip-words-hint")), el("button", { type: "submit", id: "slip-seal" }, t("page-slip-seal")));
  return el("div", {}, el("h1", { tabindex: "-1" }, t("page-slip")), p(t("page-slip-what")), form, place);
}
