// One finished record in the page itself: everybody who opens it reads the account and checks it on the spot.

/** This page as it was published: without what stands on it now, and without the record that may be in it. */
function itself(): string {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  for (const id of ["#main", "#trouble", "#status", "#foot", "#promise", "#paper"]) copy.querySelector(id)?.replaceChildren();
  copy.querySelector("#record-inside")?.remove();
  copy.querySelector("body")!.removeAttribute("data-ready");
  copy.querySelector("title")!.textContent = "Geloot";
  return `<!doctype html>\n${copy.outerHTML}\n`;
}

/** The record in this page, if there is one. */
async function enclosed(): Promise<void> {
  const found = document.getElementById("record-inside")?.textContent;
  if (!found) return;
  const packed = Uint8Array.from(atob(found.trim()), sign => sign.charCodeAt(0));
  seen.files = new Map([...await unzip(packed, t("page-enclosed-name"))].map(([name, own]): [string, Uint8Array] => [`${DIR}/${name}`, own]));
  seen.names = [t("page-enclosed-name")];
  page.view = "observer";
}

function publicPageCard(): HTMLElement {
  const place = el("div", {});
  const save = async () => {
    const files: Files = new Map([...under(DIR), ["geloot.html", new TextEncoder().encode(itself())]]);
    const { answer, files: made } = await ask("run", files, ["account", DIR, "--checker", "geloot.html", "--out", "loting.html"]);
    const bytes = made.get("loting.html");
    if (answer.exit || !bytes) return place.replaceChildren(told(answer) ?? "");
    download(t("page-file-public-page"), bytes, "text/html");
  };
  return el("section", {}, h2(t("page-public-page")), p(t("page-public-page-what")), button(t("page-public-page-make"), save, { class: "second", id: "public-page" }), place);
}

/** The public account of the record that is looked at, as the engine writes it. */
function accountOf(files: Files): HTMLElement {
  const place = el("div", {});
  const make = async () => {
    const { answer, files: made } = await ask("run", files, ["account", DIR, "--out", "verantwoording.html"]);
    const bytes = made.get("verantwoording.html");
    if (answer.exit || !bytes) return place.replaceChildren(told(answer) ?? "");
    const frame = el("iframe", { title: t("page-account"), class: "account" });
    frame.srcdoc = new TextDecoder().decode(bytes);
    place.replaceChildren(frame, el("div", { class: "row" }, button(t("page-print"), () => frame.contentWindow?.print(), { class: "second" })));
  };
  return el("section", { class: "ask" }, h2(t("page-account")), button(t("page-account-make"), make, { class: "second", id: "account-seen" }), place);
}
