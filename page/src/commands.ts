// Every other command, as it would be typed: for whoever knows the command line and may install nothing.

const shell = { files: new Map() as Files, typed: "", answer: undefined as Answer | undefined };

async function takeAny(files: File[]): Promise<void> {
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (!/\.zip$/i.test(file.name)) { shell.files.set(file.name, bytes); continue; }
    for (const [name, own] of await unzip(bytes, file.name)) shell.files.set(`${file.name.replace(/\.zip$/i, "")}/${name}`, own);
  }
  await inPlace();
}

/** The words of a command; what stands between quotation marks is one. */
function wordsOf(typed: string): string[] {
  const found = [...typed.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? "");
  return found[0] === "geloot" ? found.slice(1) : found;
}

function commands(): HTMLElement {
  const input = el("input", { type: "text", value: shell.typed, id: "command", autocomplete: "off", autocapitalize: "off", spellcheck: "false", class: "mono" });
  input.addEventListener("input", () => { shell.typed = input.value; });
  const place = el("div", { id: "running" });
  const runIt = async () => {
    const answer = await runOn(shell.files, place, wordsOf(shell.typed));
    if (!answer) return;
    shell.answer = answer;
    await inPlace("command");
    announce(answer.exit === 0 ? t("page-done") : answer.said);
  };
  const form = el("form", { onsubmit: async (event: Event) => { event.preventDefault(); try { await runIt(); } catch (trouble) { mishap(trouble); } } },
    field(t("page-commands-type"), input, t("page-commands-type-hint")), el("button", { type: "submit", id: "do" }, t("page-commands-run")));
  const { answer } = shell;
  return el("div", {},
    el("h1", { tabindex: "-1" }, t("page-commands")), p(t("page-commands-what")),
    chooser(t("page-commands-files"), "", takeAny, t("page-commands-files-hint"), "any"),
    form, place,
    answer ? el("div", { id: "result" }, answer.shown ? laid(answer.shown) : null, answer.said ? laid(answer.said) : null) : null,
    shell.files.size ? el("div", {}, h2(t("page-commands-have")),
      el("ul", {}, ...[...shell.files.keys()].sort().map(name => el("li", {}, el("code", {}, name), " ",
        button(t("page-download"), () => download(name.split("/").at(-1)!, shell.files.get(name)!), { class: "plain", "aria-label": `${t("page-download")}: ${name}` })))),
      button(t("page-commands-save"), async () => download(t("page-file-everything"), await zip(shell.files), "application/zip"), { class: "second" })) : null);
}
