// The page itself: where somebody begins, the steps of each way, the language.

type Way = "organiser" | "invite" | "programme" | "talk";
type View = "begin" | "observer" | "commands" | "slip" | Way;
/** The key of a step's name, what it shows, and whether it is done. */
type Step = [string, () => HTMLElement, () => boolean];

const page = { view: "begin" as View, step: 1 };

const WAYS: Record<Way, Step[]> = {
  organiser: [
    ["page-step-files", filesStep, () => role("people").length > 0 && work.seats > 0],
    ["page-step-check", checkStep, () => work.checked?.exit === 0 || isMade()],
    ["page-step-charter", charterStep, () => isMade()],
    ["page-step-lottery", lotteryStep, () => isMade() && !!work.published.trim()],
    ["page-step-draw", drawStep, isDrawn],
    ["page-step-lists", listsStep, isDrawn],
    ["page-step-checked", checkedStep, () => !!work.verified],
  ],
  invite: [
    ["page-step-registers", registersStep, () => isFramed() || registers().length > 0],
    ["page-step-charter", invitationStep, isFramed],
    ["page-step-frame", frameStep, () => isFramed() && !!(letters.values["published"] ?? "").trim()],
    ["page-step-draw", lettersDrawStep, areLettersDrawn],
    ["page-step-letters", lettersStep, () => letters.files.has(LETTER_CODES)],
    ["page-step-checked", lettersCheckedStep, () => !!letters.answers["verify"]],
  ],
  programme: [
    ["page-step-ledger", ledgerOpenStep, hasLedger],
    ["page-step-due", dueStep, () => !!ledger.answers["due"]],
    ["page-step-enter", enterStep, () => ledger.answers["add"]?.exit === 0],
    ["page-step-report", reportStep, () => !!ledger.answers["report"]],
    ["page-step-checked", ledgerCheckedStep, () => !!ledger.answers["verify"]],
  ],
  talk: [
    ["page-step-panel", talkOpenStep, isDrawn],
    ["page-step-topics", topicsStep, () => acts().some(act => act.kind === "topics")],
    ["page-step-ballot", ballotStep, () => ballots().length > 0],
    ["page-step-count", countStep, () => acts().some(act => act.kind === "tally")],
    ["page-step-follow", followStep, () => acts().some(act => act.kind === "agreement")],
    ["page-step-delegates", delegatesStep, () => acts().some(act => act.kind === "delegates")],
    ["page-step-checked", talkCheckedStep, () => !!talk.answers["verify"]],
  ],
};

const isWay = (view: View): view is Way => view in WAYS;

/** Shows the view as it is now. */
function show(): void {
  const main = document.getElementById("main")!;
  const open = page.view === "begin" ? begin() : page.view === "observer" ? observer() : page.view === "commands" ? commands()
    : page.view === "slip" ? slipView() : way(page.view);
  main.replaceChildren(open);
  document.documentElement.lang = lang;
  document.title = t("page-title");
  document.getElementById("skip")!.textContent = t("page-skip");
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

/** Goes to a step of the way that somebody is on, or to a view; to the first step of a way unless another is said. */
function go(where: number | View, step = 1): void {
  if (typeof where === "number") page.step = where; else { page.view = where; page.step = step; }
  document.getElementById("trouble")!.replaceChildren();
  show();
  window.scrollTo(0, 0);
  document.querySelector<HTMLElement>("h1")?.focus();
}

/** What can be begun; where something is on the table already, gone on with or put away. */
function begin(): HTMLElement {
  const card = (key: string, act: () => void | Promise<void>, first = false, desk?: Desk) => el("li", { class: "card" },
    p(t(`page-begin-${key}-what`)), el("div", {}, button(t(desk?.files.size ? `page-begin-${key}-on` : `page-begin-${key}`), act, { id: `begin-${key}`, class: first ? false : "second" }),
      desk?.files.size ? button(t("page-begin-anew"), () => onEmpty(desk, show), { id: `begin-${key}-anew`, class: "plain" }) : null));
  const file = el("input", { type: "file", accept: ".zip", multiple: true, id: "resume", class: "hidden", "aria-label": t("page-begin-resume"), tabindex: -1 });
  const folder = el("input", { type: "file", webkitdirectory: true, id: "resume-folder", class: "hidden", "aria-label": t("page-begin-resume-folder"), tabindex: -1 });
  for (const input of [file, folder]) input.addEventListener("change", async () => { try { await resume([...(input.files ?? [])]); } catch (trouble) { mishap(trouble); } input.value = ""; });
  const saved = card("resume", () => file.click(), true);
  saved.lastElementChild!.append(button(t("page-begin-resume-folder"), () => folder.click(), { id: "begin-resume-folder", class: "plain" }));
  const on = (way: Way) => () => { const next = onwards(way, undefined, undefined); go(way, next.way === way ? next.step : 1); };
  return el("div", {},
    el("h1", { tabindex: "-1" }, t("page-begin")), p(t("page-begin-what")),
    el("ul", { class: "cards begin" },
      card("observe", () => go("observer"), true), card("new", on("organiser"), true, talk), saved,
      card("invite", on("invite"), false, letters), card("talk", () => go("talk")), card("programme", on("programme"), false, ledger),
      card("slip", () => go("slip")), card("commands", () => go("commands")),
      el("li", { class: "card practise" }, p(t("page-begin-practise-what")), el("div", { class: "row" }, ...EXAMPLES.map(([way, id]) => button(t(id), () => onEmpty(deskOf(way), () => practise(way)), { id: id.replace(/^page-/, ""), class: "second" }))))), file, folder);
}

function way(name: Way): HTMLElement {
  const [key, view] = WAYS[name][page.step - 1]!, shown = view();
  return el("div", { class: "organiser" },
    el("nav", { "aria-label": t("page-steps") }, el("ol", { id: "steps" })),
    el("div", { class: "work" }, el("h1", { tabindex: "-1" }, `${page.step}. ${t(key)}`), shown,
      shown.querySelector(".saving, #save-both") ? null : keepForLater(deskOf(name))));
}

/** The list of steps with its ticks. */
function steps(): void {
  const list = document.getElementById("steps");
  if (!list || !isWay(page.view)) return;
  list.replaceChildren(...WAYS[page.view].map(([key, , done], i) => el("li", {},
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
    document.documentElement.lang = lang;
    document.getElementById("main")!.replaceChildren(p(t("page-cannot-start", { name: trouble instanceof Said ? trouble.message : String(trouble) })));
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
  for (const desk of DESKS()) desk.answers = {};
  show();
  // What the charter declares is said in words too.
  learn().then(() => { if (page.view === "organiser" && page.step === 5) show(); }).catch(mishap);
  if (page.view === "observer" && seen.files.size) look().catch(mishap);
}

// Claims that are folded up are printed too: paper cannot be opened.
window.addEventListener("beforeprint", () => document.querySelectorAll("#claims details:not([open])").forEach(one => one.setAttribute("open", "print")));
window.addEventListener("afterprint", () => document.querySelectorAll("details[open=print]").forEach(one => one.removeAttribute("open")));

// What the tests look at; nobody else needs it.
(window as unknown as Record<string, unknown>).geloot = { ask, work, seen, engine, shell, letters, ledger, talk, saveDesk, publicZip, sealedZip, itself, openPart, sealedPart, zip };

main();
