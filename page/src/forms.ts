// Forms of a command: its files, dates and words as fields, its options as they are named on the command line, and what
// it says below. What is filled in is kept, so that nothing is typed twice.

/** A work area of its own: files in memory, what was filled in, what the engine answered last. */
interface Desk {
  /** What stands in front of its labels: page-NAME-... */
  name: string;
  /** The folder of its record among the files. */
  folder: string;
  files: Files;
  values: Record<string, string>;
  answers: Record<string, Answer | undefined>;
  /** What was made with each of these answers. */
  made: Record<string, string[]>;
  /** And by which command. */
  commands: Record<string, string[]>;
  /** Whether there is something to save, and which of both zips was saved since. */
  unsaved: boolean;
  half: Half | null;
  /** Says that there is something to save. */
  touch(): void;
}

interface Part {
  key: string;
  kind: "file" | "files" | "text" | "date" | "datetime-local" | "number" | "choice" | "tick" | "long";
  /** The option that it is given with. Without one the form itself says where it goes. */
  option?: string;
  needed?: boolean;
  /** Values and the keys of what they are called. */
  choices?: [string, string][];
  /** What is filled in at first. */
  first?: string;
  /** The key of its label, if it is not page-NAME-FORM-KEY. */
  label?: string;
  min?: number;
  max?: number;
  /** What it means, if that is not page-NAME-FORM-KEY-hint. */
  hint?: string;
  /** Whether other fields depend on what is chosen. */
  again?: boolean;
}

interface Form {
  id: string;
  desk: Desk;
  parts: Part[];
  /** The command before the options of the parts. */
  command(value: (key: string) => string): string[];
  /** Which files go along; all of the desk without it. */
  needs?(): Files;
  /** The key of the button. */
  go?: string;
  /** What follows once the engine has answered. */
  after?(answer: Answer, made: string[]): Promise<void> | void;
  /** Whether the view is shown again with the answer in its place. */
  again?: boolean;
  /** Whether the answer is shown by `after`, and not below the form. */
  quiet?: boolean;
}

/** The day on the calendar of whoever fills in a form: just after midnight it is another than that of Greenwich. */
const today = () => { const now = new Date(Date.now()); return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10); };
const label = (form: Form, key: string) => `page-${form.desk.name}-${form.id}-${key}`;
const slot = (form: Form, key: string) => `${form.id}.${key}`;
const fieldId = (form: Form, key: string) => `${form.desk.name}-${form.id}-${key}`;

/** Puts a file on a desk. It takes the place of one that was chosen for the same; beside any other it gets a name of its own. */
async function putFile(desk: Desk, file: File, key: string): Promise<string> {
  const own = (desk.values[key] ?? "").split("\n").includes(file.name);
  const name = own ? file.name : freeOn(desk, file.name.replace(/^-+/, ""));
  desk.files.set(name, new Uint8Array(await file.arrayBuffer()));
  desk.touch();
  return name;
}

/** A field for a file, or for several: which are chosen stands below it. */
function fileField(desk: Desk, key: string, name: string, hint: string | undefined, many: boolean, id: string, then?: () => void): HTMLElement {
  const chosen = el("span", { class: "chosen", "aria-live": "polite" });
  const list = () => (desk.values[key] ?? "").split("\n").filter(own => own && desk.files.has(own));
  const tell = () => {
    chosen.replaceChildren(...list().flatMap(own => [el("span", { class: "one" }, `${t("page-have")} `, el("strong", {}, own.split("/").at(-1)!), " ",
      button(t("page-remove"), () => { desk.values[key] = list().filter(other => other !== own).join("\n"); tell(); then?.(); },
        { class: "plain", "aria-label": `${t("page-remove")}: ${own}` }))]));
  };
  const input = el("input", { type: "file", multiple: many, id });
  const take = async (files: File[]) => {
    try {
      const names = many ? list() : [];
      for (const file of many ? files : files.slice(0, 1)) names.push(await putFile(desk, file, key));
      desk.values[key] = [...new Set(names)].join("\n");
      input.value = "";
      tell();
      then?.();
    } catch (trouble) { mishap(trouble); }
  };
  input.addEventListener("change", () => take([...(input.files ?? [])]));
  const made = field(name, input, hint);
  made.addEventListener("dragover", event => { event.preventDefault(); made.classList.add("over"); });
  made.addEventListener("dragleave", () => made.classList.remove("over"));
  made.addEventListener("drop", event => { event.preventDefault(); made.classList.remove("over"); try { return take(dropped(event)); } catch (trouble) { return mishap(trouble); } });
  made.append(chosen);
  tell();
  return made;
}

/** The field of a part. */
function partField(form: Form, part: Part, then?: () => void): HTMLElement {
  const { desk } = form, key = slot(form, part.key), id = fieldId(form, part.key);
  const own = part.label ?? label(form, part.key);
  const name = part.needed || part.kind === "tick" ? t(own) : `${t(own)} (${t("page-optional")})`;
  const hint = part.hint ?? labels[lang][`${own}-hint`];
  if (part.kind === "file" || part.kind === "files") return fileField(desk, key, name, hint, part.kind === "files", id, then);
  desk.values[key] ??= part.first ?? (part.kind === "date" ? (part.needed ? today() : "") : "");
  const keep = (value: string) => { desk.values[key] = value; desk.touch(); then?.(); };
  if (part.kind === "tick") {
    const box = el("input", { type: "checkbox", id, checked: desk.values[key] === "yes" });
    box.addEventListener("change", () => keep(box.checked ? "yes" : ""));
    return el("div", { class: "choice" }, box, el("label", { for: id }, name));
  }
  if (part.kind === "choice") {
    const choice = el("select", { id }, ...(part.choices ?? []).map(([value, said]) => el("option", { value }, labels[lang][said] ?? said)));
    choice.value = desk.values[key]!;
    choice.addEventListener("change", async () => { keep(choice.value); if (part.again) await inPlace(id); });
    return field(name, choice, hint);
  }
  const input = part.kind === "long" ? el("textarea", { rows: 3, id, value: desk.values[key] })
    : el("input", { type: part.kind, id, value: desk.values[key], autocomplete: "off", ...(part.kind === "number" ? { min: part.min ?? 0, max: part.max ?? 1_000_000_000, inputmode: "numeric" } : {}) });
  input.addEventListener("input", () => { desk.values[key] = input.value; desk.touch(); });
  if (then) input.addEventListener("change", then);
  return field(name, input, hint);
}

/** The options of the parts that are filled in. */
function options(form: Form): string[] {
  return form.parts.flatMap(part => {
    const value = (form.desk.values[slot(form, part.key)] ?? "").trim();
    if (!part.option || !value) return [];
    if (part.kind === "tick") return [part.option];
    if (part.kind === "file" || part.kind === "files") return value.split("\n").filter(name => form.desk.files.has(name)).flatMap(name => [part.option!, name]);
    return [part.option, value];
  });
}

/** Runs a command on a desk; what it makes stays there. Null where it was stopped. */
async function runDesk(desk: Desk, place: HTMLElement, command: string[], needs: Files = desk.files): Promise<{ answer: Answer; made: string[] } | null> {
  let made: string[] = [];
  const answer = await withProgress(place, async () => {
    const { answer, files } = await ask("run", needs, command);
    for (const name of answer.gone) desk.files.delete(name);
    for (const [name, bytes] of files) desk.files.set(name, bytes);
    made = [...files.keys()];
    if (made.length || answer.gone.length) desk.touch();
    return answer;
  });
  return answer && { answer, made };
}

/** A form: its fields, its button, and what the engine said to it last. */
function formView(form: Form): HTMLElement {
  const { desk } = form, place = el("div", { id: `${desk.name}-${form.id}-said`, class: "said", "aria-live": "polite" });
  const value = (key: string) => (desk.values[slot(form, key)] ?? "").trim();
  const go = async () => {
    for (const part of form.parts) {
      const filled = part.kind === "file" || part.kind === "files" ? value(part.key).split("\n").some(name => desk.files.has(name)) : !!value(part.key);
      if (!part.needed || filled) continue;
      document.getElementById(fieldId(form, part.key))?.focus();
      announce(t("page-fill-in", { name: t(part.label ?? label(form, part.key)) }));
      return place.replaceChildren(el("p", { class: "card bad" }, t("page-fill-in", { name: t(part.label ?? label(form, part.key)) })));
    }
    const command = [...form.command(value), ...options(form)];
    const done = await runDesk(desk, place, command, form.needs?.());
    if (!done) return;
    desk.answers[form.id] = done.answer;
    desk.made[form.id] = done.made;
    desk.commands[form.id] = command;
    await form.after?.(done.answer, done.made);
    if (form.again) { await inPlace(`${desk.name}-${form.id}-go`); document.getElementById(`${desk.name}-${form.id}-said`)?.scrollIntoView({ block: "nearest" }); }
    else if (!form.quiet) answered(place, desk, done.answer, done.made, command);
    announce(done.answer.exit ? done.answer.said : t("page-done"));
  };
  if (form.again && desk.answers[form.id]) answered(place, desk, desk.answers[form.id]!, desk.made[form.id] ?? [], desk.commands[form.id] ?? []);
  return el("div", { class: "form" }, ...form.parts.map(part => partField(form, part)),
    el("div", { class: "row" }, button(t(form.go ?? label(form, "go")), go, { id: `${desk.name}-${form.id}-go` })), place);
}

/** What was said by a form that is not there any more. */
function lastAnswer({ desk, id }: Form): HTMLElement {
  const place = el("div", { id: `${desk.name}-${id}-said`, class: "said", "aria-live": "polite" });
  if (desk.answers[id]) answered(place, desk, desk.answers[id]!, desk.made[id] ?? [], desk.commands[id] ?? []);
  return place;
}

/** What a command said, the line to publish if there is one, and what it made. */
function answered(place: HTMLElement, desk: Desk, answer: Answer, made: string[], command: string[]): void {
  const found = /^ *(geloot-[a-z]+-\d+:[0-9a-f]{64})$/m.exec(answer.shown)?.[1];
  const loose = made.filter(name => !name.startsWith(`${desk.folder}/`));
  place.replaceChildren(told(answer) ?? "", answer.shown.trim() ? laid(answer.shown) : "",
    ...(found && answer.exit < 2 ? [h3(t("page-line")), line(found), el("div", { class: "row" }, copying(() => found))] : []),
    ...(loose.length ? [things(desk, loose)] : []),
    command.length ? theCommand(command) : "");
}

/** Files that were made: pages to look at and to print, lists to look at and to save. */
function things(desk: Desk, names: string[]): HTMLElement {
  const view = el("div", {});
  const text = (name: string) => new TextDecoder().decode(desk.files.get(name));
  const look = (name: string) => () => {
    if (/\.html$/.test(name)) {
      const frame = el("iframe", { title: name, class: "account" });
      frame.srcdoc = text(name);
      return view.replaceChildren(frame, el("div", { class: "row" }, button(t("page-print"), () => frame.contentWindow?.print(), { class: "second" })));
    }
    const [heads = [], ...rows] = readRows(text(name));
    const some = rows.slice(0, 200);
    view.replaceChildren(/\.csv$/.test(name) ? table(name, heads, some) : laid(text(name).slice(0, 20_000)),
      rows.length > some.length && /\.csv$/.test(name) ? p(t("page-first-rows", { number: count(some.length), of: count(rows.length) })) : "");
  };
  const row = (name: string) => el("li", { class: "card note" }, p(el("code", {}, name.split("/").at(-1)!)), el("div", { class: "row" },
    /\.(html|csv|toml|txt|md)$/.test(name) && button(t("page-show"), look(name), { class: "second", "aria-label": `${t("page-show")}: ${name}` }),
    button(t("page-download"), () => download(name.split("/").at(-1)!, desk.files.get(name)!), { class: "second", "aria-label": `${t("page-download")}: ${name}` })));
  return el("div", {}, el("ul", { class: "cards" }, ...names.filter(name => desk.files.has(name)).map(row)), view);
}

/** A zip unpacked into a folder of a desk: the public part, the sealed part or both, from one file or two. */
async function unpack(desk: Desk, files: File[], folder: string): Promise<string[]> {
  const names: string[] = [];
  for (const file of files) {
    const found = await unzip(new Uint8Array(await file.arrayBuffer()), file.name);
    const root = partsRoot([...found.keys()]);
    for (const [path, bytes] of found) {
      if (path.startsWith(root)) desk.files.set(`${folder}/${path.slice(root.length)}`, bytes);
      names.push(path);
    }
  }
  desk.touch();
  return names;
}

/** What stands before "public/" or "sealed/" in these paths. */
function partsRoot(paths: string[]): string {
  const roots = paths.map(path => /^(.*?)(?:public|sealed)\//.exec(path)?.[1]).filter((root): root is string => root !== undefined);
  return roots.sort((a, b) => a.length - b.length)[0] ?? "";
}

/** A place to choose the zips of a record that becomes a folder of the desk. */
function recordField(desk: Desk, key: string, folder: string, name: string, hint?: string, id?: string, many = false): HTMLElement {
  const chosen = el("p", { class: "hint" }, desk.values[key] ? `${t("page-have")} ${desk.values[key]}` : "");
  const place = chooser(name, ".zip", async files => {
    // Of several each has a folder of its own; what is chosen together is of one.
    await unpack(desk, files, many ? freeOn(desk, folder) : folder);
    const names = [...new Set([...(desk.values[key] ?? "").split(", ").filter(Boolean), ...files.map(file => file.name)])];
    desk.values[key] = names.join(", ");
    chosen.textContent = `${t("page-have")} ${desk.values[key]}`;
  }, hint, id);
  place.append(chosen);
  return place;
}

const openPart = (desk: Desk): Files => new Map([...desk.files].filter(([name]) => name.startsWith(`${desk.folder}/public/`)).map(([name, bytes]) => [name.slice(desk.folder.length + 1), bytes]));

/** Who is who, the clerk's lists, the files that were chosen, and what was filled in. Registers stay where they came from. */
function sealedPart(desk: Desk): Files {
  const files: Files = new Map();
  const registers = new Set((desk.values["registers"] ?? "").split("\n"));
  for (const [name, bytes] of desk.files) {
    if (name.startsWith(`${desk.folder}/public/`)) continue;
    if (registers.has(name) && [...desk.files.keys()].some(path => path.startsWith(`${desk.folder}/`))) continue;
    files.set(name.startsWith(`${desk.folder}/`) ? name.slice(desk.folder.length + 1) : OWN + name, bytes);
  }
  files.set(PAGE, new TextEncoder().encode(`${JSON.stringify({ desk: desk.name, values: desk.values, where: whereNow([desk === letters ? "invite" : "programme"]) }, null, 2)}\n`));
  return files;
}

/** Takes in what a saved zip of a desk holds. */
function restore(desk: Desk, files: Files, facts: Facts | undefined): void {
  for (const [path, own] of files) desk.files.set(path.startsWith(OWN) ? path.slice(OWN.length) : `${desk.folder}/${path}`, own);
  if (facts?.values) Object.assign(desk.values, facts.values);
}
