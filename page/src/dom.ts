// Elements, and what people do with them.

type Kid = Node | string | null | undefined | false;

/** An element with these properties ("class", "aria-…", "for", "on…" and others) and children. */
function el<K extends keyof HTMLElementTagNameMap>(
  tag: K, props: Record<string, unknown> = {}, ...kids: Kid[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value as EventListener);
    else if (name === "value") (made as unknown as { value: string }).value = String(value);
    else if (name === "disabled" || name === "checked" || name === "hidden" || name === "open" || name === "multiple")
      (made as unknown as Record<string, boolean>)[name] = Boolean(value);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...kids.filter((kid): kid is Node | string => kid !== null && kid !== undefined && kid !== false));
  return made;
}

const p = (...kids: Kid[]) => el("p", {}, ...kids);
const h2 = (text: string) => el("h2", {}, text);
const h3 = (text: string) => el("h3", {}, text);

/** A button that does something; while it is being done, it cannot be pressed again. */
function button(text: string, act: () => void | Promise<void>, props: Record<string, unknown> = {}): HTMLButtonElement {
  const made = el("button", { type: "button", ...props }, text);
  made.addEventListener("click", async () => {
    made.disabled = true;
    try { await act(); } catch (trouble) { mishap(trouble); } finally { made.disabled = false; }
  });
  return made;
}

let fields = 0;

/** A field with its name above it, and perhaps what it means below. */
function field(name: string, input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, hint?: string): HTMLElement {
  input.id ||= `field-${++fields}`;
  const told = hint ? el("span", { class: "hint", id: `${input.id}-hint` }, hint) : null;
  if (told) input.setAttribute("aria-describedby", told.id);
  return el("div", { class: "field" }, el("label", { for: input.id }, name), told, input.type === "file" ? picker(input as HTMLInputElement) : input);
}

/** A field for files says "no file chosen" in the browser's language, also where one was chosen before: only its button is shown. */
function picker(input: HTMLInputElement): HTMLElement {
  return el("span", { class: "pick" }, input, el("label", { for: input.id }, t(input.hasAttribute("webkitdirectory") ? "page-pick-folder" : input.multiple ? "page-pick-more" : "page-pick")));
}

/** A folder as somebody unpacked it, instead of a zip. */
function folderPicker(use: (files: File[]) => Promise<void>, id?: string): HTMLElement {
  const input = el("input", { type: "file", webkitdirectory: true, id: id ?? `field-${++fields}` });
  const told = el("span", { class: "hint", id: `${input.id}-hint` }, t("page-pick-folder-hint"));
  input.setAttribute("aria-describedby", told.id);
  input.addEventListener("change", async () => { await use([...(input.files ?? [])]); input.value = ""; });
  return el("div", { class: "field" }, picker(input), told);
}

/** Files that were dropped. A folder cannot be read by a page from the disk, so that is said. */
function dropped(event: DragEvent): File[] {
  if ([...(event.dataTransfer?.items ?? [])].some(item => item.webkitGetAsEntry?.()?.isDirectory)) throw new Said(t("page-drop-folder"));
  return [...(event.dataTransfer?.files ?? [])];
}

/** A place to drop files on or to choose them by. */
function chooser(name: string, accept: string, take: (files: File[]) => Promise<void>, hint?: string, id?: string, folders = false): HTMLElement {
  const input = el("input", { type: "file", accept, multiple: true, id });
  const use = async (files: File[]) => { try { await take(files); } catch (trouble) { mishap(trouble); } };
  input.addEventListener("change", async () => { await use([...(input.files ?? [])]); input.value = ""; });
  const place = el("div", { class: "drop" }, field(name, input, hint), folders && folderPicker(use, id && `${id}-folder`));
  place.addEventListener("dragover", event => { event.preventDefault(); place.classList.add("over"); });
  place.addEventListener("dragleave", () => place.classList.remove("over"));
  place.addEventListener("drop", async event => {
    event.preventDefault();
    place.classList.remove("over");
    try { await use(dropped(event)); } catch (trouble) { mishap(trouble); }
  });
  return place;
}

/** A table; columns from `numbers` on hold numbers. On a narrow screen it scrolls within itself. */
function table(caption: string, heads: string[], rows: string[][], numbers = heads.length): HTMLElement {
  const cell = (text: string, i: number) => el(i === 0 ? "th" : "td",
    { ...(i === 0 ? { scope: "row" } : {}), ...(i >= numbers ? { class: "n" } : {}) }, text);
  const made = el("table", {}, el("caption", {}, caption),
    el("thead", {}, el("tr", {}, ...heads.map((head, i) => el("th", { scope: "col", class: i >= numbers ? "n" : false }, head)))),
    el("tbody", {}, ...rows.map(row => el("tr", {}, ...row.map(cell)))));
  return el("div", { class: "wide", tabindex: "0", role: "region", "aria-label": caption }, made);
}

/** What somebody can look at if they want to. */
function more(name: string, ...kids: Kid[]): HTMLElement {
  return el("details", {}, el("summary", {}, name), ...kids);
}

/** Text as the engine lays it out: tables stay as they are, and scroll; other lines are broken where the screen ends. */
function laid(text: string): HTMLElement {
  const blocks = text.replace(/\n+$/, "").split(/\n(?=\n)/);
  return el("pre", { tabindex: "0", class: "screen" },
    ...blocks.map((block, i) => el("span", { class: /─/.test(block) ? false : "wrap" }, i < blocks.length - 1 ? `${block}\n` : block)));
}

/** A line that is to be read, said and copied sign by sign. */
function line(text: string, id?: string): HTMLElement {
  return el("code", { class: "line", id }, text);
}

const copying = (text: () => string, key = "page-copy") => button(t(key), async () => {
  try { await navigator.clipboard.writeText(text()); }
  catch {
    // Not every browser lets a page from a file reach the clipboard that way.
    const area = el("textarea", { value: text(), "aria-hidden": "true" });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  announce(t("page-copied"));
}, { class: "second" });

/** Tells whoever cannot see the page that something happened. */
function announce(text: string): void {
  const place = document.getElementById("status");
  if (place) place.textContent = text;
}

/** Hands bytes over as a file. */
function download(name: string, bytes: Uint8Array | string, type = "application/octet-stream"): void {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Something went wrong in the page or the engine: it is said, and nothing that was there is lost. */
function mishap(trouble: unknown): void {
  const place = document.getElementById("trouble");
  if (!place) return;
  const said = trouble instanceof Said ? trouble.message : `${t("page-mishap")} ${String(trouble)}`;
  place.replaceChildren(el("div", { class: "card bad", role: "alert" }, laid(said),
    button(t("page-close"), () => place.replaceChildren(), { class: "second" })));
  place.scrollIntoView({ block: "nearest" });
}

/** Something that the engine said, in its own words. */
class Said extends Error {}
