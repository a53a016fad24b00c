// One finished record in the page itself: everybody who opens it reads the account and checks it on the spot.

/** This page with a public zip inside, as one file. */
function enclosing(packed: Uint8Array, title: string): string {
  const copy = document.documentElement.cloneNode(true) as HTMLElement;
  copy.querySelector("#main")!.replaceChildren();
  for (const id of ["#trouble", "#status", "#foot", "#promise", "#paper", "#record-inside"]) copy.querySelector(id)?.replaceChildren();
  copy.querySelector("#record-inside")?.remove();
  copy.querySelector("body")!.removeAttribute("data-ready");
  copy.querySelector("title")!.textContent = title;
  let text = "";
  for (let i = 0; i < packed.length; i += 30_000) text += String.fromCharCode(...packed.subarray(i, i + 30_000));
  const own = document.createElement("script");
  own.type = "application/octet-stream";
  own.id = "record-inside";
  own.textContent = btoa(text);
  copy.querySelector("#wasm")!.before(own);
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
  const save = async () => download(t("page-file-public-page"), enclosing(await publicZip(), work.charter?.title || t("page-title")), "text/html");
  return el("section", {}, h2(t("page-public-page")), p(t("page-public-page-what")), button(t("page-public-page-make"), save, { class: "second", id: "public-page" }));
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
