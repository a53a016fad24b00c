// The page itself: where somebody begins, the seven steps, the language.

type View = "begin" | "organiser" | "observer" | "commands";

const page = { view: "begin" as View, step: 1 };

const STEPS: [string, () => HTMLElement, () => boolean][] = [
  ["page-step-files", filesStep, () => role("people").length > 0 && work.seats > 0],
  ["page-step-check", checkStep, () => work.checked?.exit === 0 || isMade()],
  ["page-step-charter", charterStep, () => isMade()],
  ["page-step-lottery", lotteryStep, () => isMade() && !!work.published.trim()],
  ["page-step-draw", drawStep, isDrawn],
  ["page-step-lists", listsStep, isDrawn],
  ["page-step-checked", checkedStep, () => !!work.verified],
];

/** Shows the view as it is now. */
function show(): void {
  const main = document.getElementById("main")!;
  const open = page.view === "begin" ? begin() : page.view === "observer" ? observer() : page.view === "commands" ? commands() : organiser();
  main.replaceChildren(open);
  document.documentElement.lang = lang;
  document.title = t("page-title");
  document.getElementById("promise")!.textContent = t("page-promise");
  document.getElementById("language")!.textContent = t("page-other-language");
  document.getElementById("language")!.lang = lang === "nl" ? "en" : "nl";
  document.getElementById("home")!.textContent = t("page-home");
  document.getElementById("foot")!.replaceChildren(p(t("page-foot", { name: VERSION })), p(t("page-digest"), " ", el("code", {}, WASM_DIGEST)));
  steps();
}

/** The same, where whoever types or listens stays where they are. */
async function inPlace(focus = document.activeElement?.id): Promise<void> {
  const top = window.scrollY;
  show();
  if (focus) document.getElementById(focus)?.focus();
  window.scrollTo(0, top);
}

/** Goes to a step, or to a view. */
function go(where: number | View): void {
  if (typeof where === "number") { page.view = "organiser"; page.step = where; } else page.view = where;
  document.getElementById("trouble")!.replaceChildren();
  show();
  window.scrollTo(0, 0);
  document.querySelector<HTMLElement>("h1")?.focus();
}

function begin(): HTMLElement {
  const card = (key: string, act: () => void | Promise<void>) => el("li", { class: "card" },
    p(t(`page-begin-${key}-what`)), button(t(`page-begin-${key}`), act, { id: `begin-${key}` }));
  const file = el("input", { type: "file", accept: ".zip", multiple: true, id: "resume", class: "hidden", "aria-label": t("page-begin-resume"), tabindex: -1 });
  file.addEventListener("change", async () => { try { await resume([...(file.files ?? [])]); } catch (trouble) { mishap(trouble); } });
  return el("div", {},
    el("h1", { tabindex: "-1" }, t("page-begin")), p(t("page-begin-what")),
    el("ul", { class: "cards begin" },
      card("observe", () => go("observer")), card("new", () => go(1)), card("resume", () => file.click()), card("practise", practise), card("commands", () => go("commands"))), file);
}

async function resume(files: File[]): Promise<void> {
  for (const file of files) await takeZip(file.name, new Uint8Array(await file.arrayBuffer()));
  if (!files.length) return;
  work.unsaved = false;
  go(isDrawn() ? 6 : isMade() ? 4 : 1);
  announce(t("page-opened", { name: files.map(file => file.name).join(", ") }));
}

/** A made-up council to practise with; nobody in it exists. */
async function practise(): Promise<void> {
  const { files } = await ask("example", new Map());
  for (const [name, bytes] of files) work.disk.set(name, bytes);
  await lookAt([...files.keys()]);
  work.seats = 50;
  go(1);
}

function organiser(): HTMLElement {
  const [key, view] = STEPS[page.step - 1]!;
  return el("div", { class: "organiser" },
    el("nav", { "aria-label": t("page-steps") }, el("ol", { id: "steps" })),
    el("div", { class: "work" }, el("h1", { tabindex: "-1" }, `${page.step}. ${t(key)}`), view()));
}

/** The list of steps with its ticks. */
function steps(): void {
  const list = document.getElementById("steps");
  if (!list) return;
  list.replaceChildren(...STEPS.map(([key, , done], i) => el("li", {},
    el("button", { type: "button", class: "step", ...(page.step === i + 1 ? { "aria-current": "step" } : {}), onclick: () => go(i + 1) },
      el("span", { class: "tick", "aria-hidden": "true" }, done() ? "✓" : String(i + 1)), ` ${t(key)}`,
      done() ? el("span", { class: "hidden" }, ` (${t("page-done")})`) : null))));
  // On a narrow screen the steps stand in a row that scrolls.
  const here = list.querySelector<HTMLElement>("[aria-current]");
  if (here) list.scrollLeft = here.offsetLeft - list.offsetLeft - 16;
}

async function main(): Promise<void> {
  const start = performance.now();
  try {
    await startEngine();
    for (const tongue of ["nl", "en"] as const) {
      const own = lang;
      lang = tongue;
      labels[tongue] = (await ask("labels", new Map())).answer.data;
      lang = own;
    }
  } catch (trouble) {
    document.getElementById("main")!.replaceChildren(p(`Geloot kan hier niet starten / cannot start here: ${String(trouble)}`));
    return;
  }
  document.getElementById("language")!.addEventListener("click", () => { lang = lang === "nl" ? "en" : "nl"; retell(); });
  document.getElementById("home")!.addEventListener("click", () => go("begin"));
  await enclosed();
  show();
  if (page.view === "observer") await look();
  document.body.dataset.ready = String(Math.round(performance.now() - start));
}

/** In the other language: what the engine said before is asked again where that is quick, and forgotten where it is not. */
function retell(): void {
  work.checked = work.checked?.exit === 0 ? work.checked : undefined;
  work.verified = undefined;
  seen.answer = undefined;
  show();
  if (page.view === "observer" && seen.files.size) look().catch(mishap);
}

// What the tests look at; nobody else needs it.
(window as unknown as Record<string, unknown>).geloot = { work, seen, engine, shell, publicZip, sealedZip, enclosing };

main();
