// What somebody is working on: files in memory, until they are saved. Nothing is kept by the browser.

type Role = "people" | "quotas" | "exclude" | "include" | "population" | "charter" | "recipe" | "events" | "text" | "other";

/** A file that somebody chose. */
interface Chosen {
  name: string;
  role: Role;
  look: { kind: Role; headings?: string[]; rows?: number; first?: string[][]; sheets?: string[]; said?: string; source?: string | null };
}

/** The source of chance that a charter declares, and what decides if sealed words are not opened. */
interface Declared {
  source?: string | null; sides?: number | null; otherwise?: string | null; otherwise_sides?: number | null;
  /** What people in the hall have to know of them. */
  how?: How | null; otherwise_how?: How | null;
  /** What the charter says of its source, in words. */
  description?: string | null;
}
interface How { dice?: number; sides?: number; numbers?: number; most?: number; round?: number; due?: string | null; address?: string; until?: string }

/** The folder of the lottery among the files. */
const DIR = "loting";
/** Where the files that somebody chose are in a saved zip, and what else the page has to know again. */
const OWN = "bestanden/", PAGE = "pagina.json";

/** An empty table. */
const blank = () => ({
  chosen: [] as Chosen[],
  seats: 0,
  idColumn: "",
  household: [] as string[],
  perHousehold: 1,
  mirror: [] as string[],
  tickets: 1_000_000,
  objective: "leximin",
  detail: "codes" as "codes" | "profiles",
  charter: null as null | Record<string, string>,
  /** What the frozen charter declares. */
  declared: {} as Declared,
  /** Where and when the line was published, as the organiser says. */
  published: "",
  unsaved: false,
  /** Which of both zips was saved since something changed. */
  half: null as Half | null,
  /** Which answers stand for what is chosen now. */
  checked: undefined as Answer | undefined,
  made: undefined as Answer | undefined,
  drawn: undefined as Answer | undefined,
  trial: undefined as Answer | undefined,
  verified: undefined as Answer | undefined,
  /** Ways out that were taken, each with the quotas before and after it. */
  changes: [] as { what: string; why: string; from: string; out: string }[],
  /** Whether they are put below a charter of one's own. */
  noted: true,
});

/** Everything of a lottery: chosen files by their names, the lottery below DIR, and what was filled in. */
const work = { disk: new Map() as Files, ...blank() };

/** Which of both zips. */
type Half = "public" | "sealed";

/** There is something to save. */
function touched(): void {
  work.unsaved = true;
  work.half = null;
}

const role = (wanted: Role) => work.chosen.filter(file => file.role === wanted);
const under = (folder: string): Files => new Map([...work.disk].filter(([name]) => name.startsWith(`${folder}/`)));
const fileText = (name: string) => { const bytes = work.disk.get(name); return bytes ? new TextDecoder().decode(bytes) : ""; };
const isMade = () => work.disk.has(`${DIR}/public/commitment.txt`);
const isDrawn = () => [...work.disk.keys()].some(name => name.startsWith(`${DIR}/public/draws/`));
const commitment = () => fileText(`${DIR}/public/commitment.txt`).trim();

/** Runs a command on everything there is, and takes in what it made. Only what it needs goes along. */
async function run(command: string[], needs: Files = work.disk): Promise<Answer> {
  const { answer, files } = await ask("run", needs, command);
  for (const name of answer.gone) work.disk.delete(name);
  for (const [name, bytes] of files) work.disk.set(name, bytes);
  if (files.size || answer.gone.length) touched();
  return answer;
}

/** The same, with where it stands and a way to stop it. */
async function runLong(place: HTMLElement, command: string[], needs: Files = work.disk): Promise<Answer | null> {
  return withProgress(place, () => run(command, needs));
}

/** A command on files of one's own, which get what it makes. */
async function runOn(files: Files, place: HTMLElement, command: string[]): Promise<Answer | null> {
  return withProgress(place, async () => {
    const { answer, files: made } = await ask("run", files, command);
    for (const name of answer.gone) files.delete(name);
    for (const [name, bytes] of made) files.set(name, bytes);
    return answer;
  });
}

async function withProgress(place: HTMLElement, act: () => Promise<Answer>): Promise<Answer | null> {
  const bar = el("progress", { "aria-label": t("page-progress") });
  const said = el("p", { role: "status" }, t("page-working"));
  const stop = button(t("page-stop"), stopEngine, { class: "second" });
  place.replaceChildren(said, bar, stop);
  engine.listener = ({ text, done, of }) => {
    const stage = text || t("page-working");
    said.textContent = of > 0 ? `${stage} (${count(done)} / ${count(of)})` : stage;
    if (of > 0) { bar.max = of; bar.value = Math.min(done, of); } else bar.removeAttribute("value");
  };
  try { return await act(); }
  catch (trouble) {
    if (!(trouble instanceof Stopped)) throw trouble;
    announce(t("page-stopped"));
    return null;
  } finally { engine.listener = undefined; place.replaceChildren(); }
}

/** The arguments that say which people and quotas. */
function poolArgs(): string[] {
  const one = (option: string, file: Chosen | undefined) => (file ? [option, file.name] : []);
  return [
    ...one("--pool", role("people")[0]), ...one("--quotas", role("quotas")[0]),
    ...one("--exclude", role("exclude")[0]), ...one("--include", role("include")[0]),
    "--seats", String(work.seats),
    ...(work.idColumn ? ["--id-column", work.idColumn] : []),
    ...(work.household.length ? ["--household", work.household.join(",")] : []),
    ...(work.household.length && work.perHousehold > 1 ? ["--per-household", String(work.perHousehold)] : []),
    ...(work.mirror.length && !role("quotas").length ? ["--mirror", work.mirror.join(",")] : []),
  ];
}

/** Only the files that people and quotas are read from: no record goes along. */
const inputs = (): Files => new Map([...work.disk].filter(([name]) => !name.startsWith(`${DIR}/`)));

/** Everything that followed from what was chosen follows no more. */
function changed(): void {
  work.checked = undefined;
  if (work.chosen.length) touched();
}

const SAVED = ["seats", "idColumn", "household", "perHousehold", "mirror", "tickets", "objective", "detail", "charter", "published", "changes", "noted"] as const;

/** The public zip: what goes on a website, and nothing else. */
async function publicZip(): Promise<Uint8Array> {
  return zip(new Map([...under(DIR)].filter(([name]) => name.startsWith(`${DIR}/public/`)).map(([name, bytes]) => [name.slice(DIR.length + 1), bytes])));
}

/** The sealed zip: who is who, the clerk's lists, the files that were chosen. */
async function sealedZip(): Promise<Uint8Array> {
  const files: Files = new Map();
  for (const [name, bytes] of work.disk) {
    if (name.startsWith(`${DIR}/public/`)) continue;
    files.set(name.startsWith(`${DIR}/`) ? name.slice(DIR.length + 1) : OWN + name, bytes);
  }
  const roles = Object.fromEntries(work.chosen.map(file => [file.name, file.role]));
  const facts = Object.fromEntries(SAVED.map(key => [key, work[key]]));
  files.set(PAGE, new TextEncoder().encode(`${JSON.stringify({ ...facts, roles, talk: talk.values, where: whereNow(["organiser", "talk"]) }, null, 2)}\n`));
  return zip(files);
}

/** Takes in what a saved zip of a lottery holds: its record, the files that were chosen, what was filled in. */
async function takeRecord(files: Files, facts: Facts | undefined): Promise<void> {
  for (const [path, own] of files) {
    if (path.startsWith(OWN)) work.disk.set(path.slice(OWN.length), own);
    else work.disk.set(`${DIR}/${path}`, own);
  }
  if (facts) {
    for (const key of SAVED) if (key in facts) (work as Record<string, unknown>)[key] = facts[key];
    Object.assign(talk.values, facts.talk);
    const roles = (facts.roles ?? {}) as Record<string, Role>;
    await lookAt(Object.keys(roles), name => roles[name]);
  }
  await learn();
}

/** Asks the engine what the frozen charter declares. */
async function learn(): Promise<void> {
  const name = `${DIR}/public/charter.toml`, charter = work.disk.get(name);
  work.declared = charter ? (await ask("look", new Map([[name, charter]]))).answer.data[0] : {};
}

/** Looks at files, so that the page can say what each seems to be. */
async function lookAt(names: string[], known: (name: string) => Role | undefined = () => undefined): Promise<void> {
  const files: Files = new Map(names.filter(name => work.disk.has(name)).sort().map(name => [name, work.disk.get(name)!]));
  if (!files.size) return;
  const { answer } = await ask("look", files);
  for (const look of answer.data as (Chosen["look"] & { name: string })[]) {
    work.chosen = work.chosen.filter(file => file.name !== look.name);
    let role = known(look.name) ?? look.kind;
    // One list of people and one of quotas: a second one is looked at, and the person says.
    if (!known(look.name) && (role === "people" || role === "quotas") && work.chosen.some(file => file.role === role)) role = "other";
    work.chosen.push({ name: look.name, role, look });
  }
}

window.addEventListener("beforeunload", event => {
  if (DESKS().some(desk => desk.unsaved)) event.preventDefault();
});
