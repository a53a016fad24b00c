// Saving and going on: what a zip is of, where somebody was when it was saved, and what happens to what is on the table.

/** The steps of a way that somebody is on. */
interface Where { way: Way; step: number }

/** What the page writes into the sealed zip besides the record. */
interface Facts { where?: Where; desk?: string; values?: Record<string, string>; roles?: Record<string, Role>; talk?: Record<string, string>; [key: string]: unknown }

const DESKS = () => [talk, letters, ledger];
const deskOf = (way: Way): Desk => (way === "invite" ? letters : way === "programme" ? ledger : talk);

/** Where somebody is now, if that is on one of these ways. */
const whereNow = (ways: Way[]): Where | undefined => (isWay(page.view) && ways.includes(page.view) ? { way: page.view, step: page.step } : undefined);

const SIGN = /^(.*?)(?:public\/(?:commitment\.txt|about\.json|frame\.json|head\.txt|plan\.csv)|sealed\/(?:pool\.csv|codes\.csv|persons\.csv|people\.csv|entries\/.*)|pagina\.json)$/;
/** The public part alone: all its files beside one another, perhaps in one folder. */
const BARE = /^(.*\/|)(?:commitment\.txt|about\.json|head\.txt)$/;

/** The record in a zip as any program made it: of which way it is, its files as they stand in its folder, and beside it
 *  whatever else was in the zip. Null where there is none. */
function recordIn(found: Files): { way: Way; files: Files; facts: Facts | undefined } | null {
  const paths = [...found.keys()];
  const shortest = (form: RegExp) => paths.map(path => form.exec(path)?.[1]).filter((root): root is string => root !== undefined).sort((a, b) => a.length - b.length)[0];
  const root = shortest(SIGN), bare = root === undefined ? shortest(BARE) : undefined, top = root ?? bare;
  if (top === undefined) return null;
  const files: Files = new Map();
  for (const [path, own] of found) files.set(path.startsWith(top) ? `${root === undefined ? "public/" : ""}${path.slice(top.length)}` : OWN + path, own);
  let facts: Facts | undefined;
  try { facts = files.has(PAGE) ? JSON.parse(new TextDecoder().decode(files.get(PAGE))) : undefined; } catch { /* Not as this page writes it: the record itself is what counts. */ }
  files.delete(PAGE);
  const has = (form: RegExp) => [...files.keys()].some(path => form.test(path));
  const way: Way = facts?.desk === "invite" || facts?.desk === "programme" ? facts.desk
    : has(/^(public\/head\.txt|sealed\/entries\/)/) ? "programme" : has(/^(public\/plan\.csv|sealed\/persons\.csv)$/) ? "invite" : "organiser";
  return { way, files, facts };
}

/** What somebody chose to open: zips, and folders as they were unpacked. Each by its name, with its files by their paths. */
async function opened(files: File[]): Promise<[string, Files][]> {
  const zips: [string, Files][] = [], folders = new Map<string, Files>();
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer()), [top] = file.webkitRelativePath.split("/");
    if (!top) { zips.push([file.name, await unzip(bytes, file.name)]); continue; }
    folders.set(top, (folders.get(top) ?? new Map<string, Uint8Array>()).set(file.webkitRelativePath, bytes));
  }
  return [...zips, ...folders];
}

/** Which part of a record is there without the other. */
function lone(paths: Iterable<string>, folder: string): Half | null {
  const all = [...paths], has = (part: Half) => all.some(path => path.startsWith(`${folder}${part}/`));
  return has("public") === has("sealed") ? null : has("public") ? "public" : "sealed";
}

/** Everything that is on the table of a desk goes away. */
function clear(desk: Desk): void {
  desk.files.clear();
  for (const key of Object.keys(desk.values)) delete desk.values[key];
  desk.answers = {};
  desk.made = {};
  desk.commands = {};
  desk.unsaved = false;
  desk.half = null;
  if (desk === letters) registerLooks.clear();
  if (desk === talk) { Object.assign(work, blank()); Object.assign(given, { text: "", sides: "10", file: "", slips: "" }); }
}

/** Does something that needs an empty table. What is on it and was not saved goes only if the person says so. */
async function onEmpty(desk: Desk, act: () => Promise<void> | void): Promise<void> {
  const anew = async () => { clear(desk); await act(); };
  if (!desk.unsaved) return anew();
  const place = document.getElementById("trouble")!;
  place.replaceChildren(el("div", { class: "card look", role: "alert" }, p(t("page-unsaved")), el("div", { class: "row" },
    button(t("page-unsaved-drop"), async () => { place.replaceChildren(); await anew(); }, { id: "drop" }),
    button(t("page-unsaved-keep"), () => place.replaceChildren(), { class: "second" }))));
  place.scrollIntoView({ block: "nearest" });
  document.getElementById("drop")!.focus();
}

/** Goes on with what was saved, where it stopped: a lottery, its deliberation, an invitation lottery or a programme, as the zips say. */
async function resume(files: File[], on?: Way): Promise<void> {
  const found: { name: string; way: Way; files: Files; facts: Facts | undefined }[] = [];
  for (const [name, inside] of await opened(files)) {
    const record = recordIn(inside);
    if (!record) throw new Said(t("page-no-record", { name }));
    found.push({ ...record, name });
  }
  const [first] = found;
  if (!first) return;
  const other = found.find(one => one.way !== first.way);
  if (other) throw new Said(t("page-resume-mixed", { name: other.name }));
  const desk = deskOf(first.way), here = lone(desk.files.keys(), `${desk.folder}/`);
  const coming = lone(found.flatMap(one => [...one.files.keys()]), "");
  const take = async () => {
    for (const one of found) {
      if (first.way === "organiser") await takeRecord(one.files, one.facts);
      else restore(desk, one.files, one.facts);
    }
    if (first.way === "invite") await lookAtRegisters();
    desk.unsaved = false;
    desk.answers = {};
    const where = found.map(one => one.facts?.where).find(place => place && isWay(place.way) && deskOf(place.way) === desk);
    const next = onwards(first.way, where, on);
    go(next.way, next.step);
    const missing = lone(desk.files.keys(), `${desk.folder}/`);
    if (missing) tellMissing(missing);
    announce(t("page-opened", { name: found.map(one => one.name).join(", ") }));
  };
  // The other zip of the same record goes beside the one that is open.
  if (here && coming && here !== coming) await take(); else await onEmpty(desk, take);
}

/** One zip of two: what cannot be done without the other. */
function tellMissing(there: Half): void {
  document.getElementById("trouble")!.replaceChildren(el("div", { class: "card look", role: "alert" }, p(t(there === "public" ? "page-resume-no-sealed" : "page-resume-no-public")),
    el("div", { class: "row" }, button(t("page-close"), () => document.getElementById("trouble")!.replaceChildren(), { class: "second" }))));
}

/** The step to go on with: where somebody was, but never before what is done already. */
function onwards(way: Way, where: Where | undefined, on: Way | undefined): Where {
  const step = (own: Way, least: number): Where => ({ way: own, step: Math.min(Math.max(least, where?.way === own ? where.step : 1), WAYS[own].length) });
  if (way === "invite") return step("invite", areLettersDrawn() ? 5 : !isFramed() ? 1 : (letters.values["published"] ?? "").trim() ? 4 : 3);
  if (way === "programme") return step("programme", 1);
  if (isDrawn() && (on ?? where?.way ?? (acts().length ? "talk" : "organiser")) === "talk") return where?.way === "talk" ? step("talk", 1) : { way: "talk", step: talkGoesOn() };
  return step("organiser", isDrawn() ? 6 : !isMade() ? 1 : work.published.trim() ? 5 : 4);
}

/** The step of a deliberation of which it is not known where it was left. */
function talkGoesOn(): number {
  const has = (kind: string) => acts().some(act => act.kind === kind);
  return has("agreement") || has("tally") ? 5 : has("ballot") ? 4 : 1;
}

/** Saves both zips of a desk; before there is a record, all there is in the sealed one. */
async function saveDesk(desk: Desk): Promise<void> {
  if ([...desk.files.keys()].some(name => name.startsWith(`${desk.folder}/public/`))) {
    await savePart(desk, "public");
    // Two at once are held back by some browsers.
    await new Promise(done => setTimeout(done, 400));
  }
  await savePart(desk, "sealed");
  desk.unsaved = false;
}

async function savePart(desk: Desk, part: Half): Promise<void> {
  const bytes = part === "public" ? (desk === talk ? await publicZip() : await zip(openPart(desk))) : desk === talk ? await sealedZip() : await zip(sealedPart(desk));
  download(t(part === "public" ? "page-file-public" : "page-file-sealed"), bytes, "application/zip");
  // Only with both is everything saved.
  if (desk.half && desk.half !== part) desk.unsaved = false;
  desk.half = part;
  announce(t("page-saved"));
}

/** Both parts of the record of a desk, to save: never in one zip. */
function saveParts(desk: Desk, first = false, id = `${desk.name}-`): HTMLElement {
  const one = (part: Half) => button(t(`page-save-${part}`), () => savePart(desk, part), { class: first ? false : "second", id: `${id}save-${part}` });
  return el("div", { class: "saving" }, h2(t("page-save")), p(t("page-save-what")), el("div", { class: "card look" }, p(t("page-sealed-warning"))),
    el("div", { class: "row" }, one("public"), one("sealed")));
}

/** Below a step in which nothing else saves: what there is, to go on with later. */
function keepForLater(desk: Desk): HTMLElement | null {
  if (!desk.files.size) return null;
  return el("div", { class: "row keep" }, button(t("page-keep"), () => saveDesk(desk), { class: "second", id: "keep" }));
}
