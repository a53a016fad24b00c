// Examples to practise with: made-up people, and as much done beforehand as each way needs to begin.

/** Each way's example, and the key of its button. */
const EXAMPLES: [Way, string][] = [["organiser", "page-begin-practise"], ["invite", "page-begin-practise-invite"], ["talk", "page-begin-practise-talk"], ["programme", "page-begin-practise-programme"]];

/** Nobody in an example exists. What happened before is done here by the same commands that anybody would give. */
async function practise(way: Way): Promise<void> {
  const { files } = await ask("example", new Map(), [way]), desk = deskOf(way);
  for (const [name, bytes] of files) desk.files.set(name, bytes);
  announce(t("page-working"));
  if (way === "invite") await practiseLetters();
  else if (way === "programme") await practiseProgramme();
  else {
    await lookAt(["volunteers.csv", "quotas.csv", "charter.toml"]);
    work.seats = 50;
    if (way === "talk") await practiseTalk();
  }
  desk.unsaved = false;
  go(way);
}

/** A step of an example; it cannot fail but by a mistake in the example. */
async function does(files: Files, ...command: string[]): Promise<void> {
  const { answer, files: made } = await ask("run", files, command);
  if (answer.exit) throw new Said(answer.said);
  for (const [name, bytes] of made) files.set(name, bytes);
}

/** A register and its villages; the questions of the agreements are filled in. */
async function practiseLetters(): Promise<void> {
  Object.assign(letters.values, { registers: "register.csv", strata: "kernen.csv", "charter.number": "100", "charter.reserves": "150" });
  await lookAtRegisters();
}

/** A panel that is drawn already, and what a ballot needs. */
async function practiseTalk(): Promise<void> {
  await does(work.disk, "key", "--out", KEY);
  work.tickets = 1000;
  await does(work.disk, ...lotteryCommand("charter.toml"));
  await does(work.disk, "draw", DIR, "--seed", "oefenen oefenen oefenen", "--excel");
  work.published = t("page-practise-published");
  await learn();
  Object.assign(talk.values, { "topics.topics": "onderwerpen.csv", "topics.merges": "samengevoegd.csv", "topics.counts": "punten.csv", "freeze.options": "beslispunten.csv",
    "tally.counts": "telling.csv", "tally.present": "aanwezig.csv", "replies.replies": "reacties.csv" });
}

/** A programme in which one panel was drawn, and the register of a later year. */
async function practiseProgramme(): Promise<void> {
  const { files, folder } = ledger, body = "Burgerberaad", day = "2024-03-01";
  await does(files, "programme", "new", "regels.toml", "--out", folder, "--date", "2024-01-01");
  await does(files, "programme", "due", folder, "--body", body, "--register", "volunteers.csv", "--date", day, "--out", "eerder");
  await does(files, "lottery", "--pool", "eerder/pool.csv", "--quotas", "quotas.csv", "--seats", "50", "--key", `${folder}/sealed/key.txt`, "--charter", "eerder/charter.toml", "--tickets", "1000", "--out", "dossier");
  await does(files, "draw", "dossier", "--seed", "oefenen oefenen oefenen");
  await does(files, "programme", "add", folder, "--record", "dossier", "--body", body, "--date", day);
  for (const name of [...files.keys()]) if (/^(eerder|dossier)\//.test(name)) files.delete(name);
  Object.assign(ledger.values, { "due.register": "volunteers.csv", "due.body": body });
}
