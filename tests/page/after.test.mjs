// What follows a draw, in real browsers and in both languages: topics, a tie that the lot decides, groups of members, what a
// programme says of one person and what it forgets. Each act gives the same bytes and the same words as the command line.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { bytesOf, choose, council, deskFiles, digest, execFileSync, files, fill, lookAround, open, pack, place, press, programme, put, runIn, said, type } from "./support.mjs";

/** The command line in a language, with the exit code that is expected. */
const speaks = (lang, folder) => (exit, ...command) => {
  const done = runIn(lang, folder, ...command);
  assert.equal(done.exit, exit, `${command.join(" ")}: ${done.said}`);
  return done;
};

/** A drawn panel of the command line, its zips, and the page with them. */
async function panel(t, lang) {
  const folder = place(t), does = speaks(lang, folder);
  put(folder, new Map(["volunteers.csv", "quotas.csv", "charter.toml"].map(name => [name, council(name)])));
  does(0, "lottery", "--pool", "volunteers.csv", "--quotas", "quotas.csv", "--seats", "50", "--charter", "charter.toml", "--tickets", "1000", "--out", "loting");
  does(0, "draw", "loting", "--seed", "appel peer banaan");
  const zips = both(join(folder, "loting"));
  const opened = await open(t, "chromium", 1280, lang);
  await press(opened.tab, "#begin-talk");
  await choose(opened.tab, "#talk-zips", ...zips);
  await opened.tab.waitForSelector("#talk-to-ballot", { timeout: 60_000 });
  return { ...opened, folder, does };
}

/** Both zips of a record: its public part, and everything else. */
function both(folder) {
  execFileSync("python3", ["-c", "import zipfile, os\nfor part in ('openbaar', 'verzegeld'):\n  z = zipfile.ZipFile(f'{part}.zip', 'w')\n  for top, _, names in os.walk('.'):\n    for name in names:\n      path = os.path.relpath(os.path.join(top, name), '.')\n      if path.startswith('public/') == (part == 'openbaar') and not path.endswith('.zip'): z.write(path)\n  z.close()"], { cwd: folder });
  return ["openbaar.zip", "verzegeld.zip"].map(name => join(folder, name));
}

/** The public acts and the sealed ones are the same on both sides, byte for byte. */
async function sameActs(tab, folder) {
  const theirs = new Map(["public/acts", "sealed/acts"].flatMap(part => { try { return [...files(join(folder, "loting", part), `loting/${part}/`)]; } catch { return []; } }));
  const mine = Object.fromEntries(Object.entries(await deskFiles(tab, "talk", "loting")).filter(([path]) => /^loting\/(public|sealed)\/acts\//.test(path)));
  assert.deepEqual(Object.keys(mine).sort(), [...theirs.keys()].sort());
  for (const [path, bytes] of theirs) assert.equal(mine[path], digest(bytes), path);
}

/** What a form shows is what the command line shows; a remark may stand above it. */
async function sameWords(tab, id, done) {
  await said(tab, id);
  const shown = await tab.$$eval(`${id} pre`, all => all.map(one => one.textContent.trim()));
  assert.ok(shown.includes(done.shown.trim()), `${shown.join("\n---\n")}\n--- and not\n${done.shown}`);
}

/** Chooses a file for a field of the deliberation, and waits until it is taken. */
async function give(tab, desk, form, key, path) {
  const name = path.split("/").at(-1);
  await choose(tab, `#${desk === "ledger" ? "programme" : desk}-${form}-${key}`, path);
  await tab.waitForFunction((of, slot, wanted) => window.geloot[of].values[slot]?.startsWith(wanted.replace(/\.[^.]*$/, "")), {}, desk, `${form}.${key}`, name);
}

for (const lang of ["nl", "en"]) {
  test(`chromium: topics, a tie that dice decide, in ${lang}, as by the command line`, { timeout: 180_000 }, async t => {
    const { tab, problems, folder, does } = await panel(t, lang);
    const write = (name, text) => { writeFileSync(join(folder, name), text); return join(folder, name); };
    // Topics, and the plan for the tables that follows.
    await press(tab, "nav li:nth-child(2) button");
    await give(tab, "talk", "topics", "topics", write("onderwerpen.csv", "topic,text,from\n1,Huizen,tafel 1\n2,Sociale huur,tafel 2\n3,Een late bus,tafel 3\n"));
    await give(tab, "talk", "topics", "merges", write("samengevoegd.csv", "topic,into,reason\n2,1,gaat over hetzelfde\n"));
    await give(tab, "talk", "topics", "counts", write("punten.csv", "topic,points\n1,38\n3,22\n"));
    await fill(tab, "#talk-topics-date", "2027-05-01");
    await press(tab, "#talk-topics-go");
    await sameWords(tab, "#talk-topics-said", does(0, "topics", "loting", "--topics", "onderwerpen.csv", "--merges", "samengevoegd.csv", "--counts", "punten.csv", "--date", "2027-05-01", "--out", "onderwerpen.toml"));
    assert.equal(digest(await bytesOf(tab, "work", "onderwerpen.toml")), digest(readFileSync(join(folder, "onderwerpen.toml"))));
    // What the frozen agreements promise.
    await press(tab, "#talk-charter-go");
    await sameWords(tab, "#talk-charter-said", does(0, "charter", "loting/public/charter.toml"));
    if (lang === "nl") await lookAround(tab, "talk-2-topics", "#talk-topics-go");
    // A ballot in which two are level on the last place.
    await press(tab, "nav li:nth-child(3) button");
    await give(tab, "talk", "freeze", "options", write("voorstellen.csv", "option,text\n1,Huizen\n2,Een late bus\n3,Parken\n4,Fietspaden\n"));
    await give(tab, "talk", "freeze", "rule", write("regel.toml", '[[ballot]]\nname = "top"\nkind = "choose"\nentitled = ["drawn"]\nsecrecy = "paper"\nmost = 2\nadopt = "2 best"\nties = { lot = "dice", sides = 10, count = 6 }\nquorum = "none"\n'));
    await type(tab, "#talk-freeze-because", "proef");
    await fill(tab, "#talk-freeze-date", "2027-05-10");
    await press(tab, "#talk-freeze-go");
    await sameWords(tab, "#talk-freeze-said", does(0, "ballot", "loting", "freeze", "--options", "voorstellen.csv", "--rule", "regel.toml", "--because", "proef", "--date", "2027-05-10", "--print", "telstaten.html"));
    await press(tab, "#talk-to-count");
    assert.equal(await tab.$("#talk-tie-go"), null, "no lot before a count");
    await tab.$$eval("details", all => all.forEach(one => { one.open = true; }));
    for (const [option, votes] of [[1, 31], [2, 20], [3, 20], [4, 9]]) for (const which of [1, 2]) {
      for (const [word, many] of [["for", votes], ["blank", 0], ["invalid", 0]]) await fill(tab, `#sheet-${option}-${which}-${word}`, String(many));
    }
    await press(tab, "#talk-sheet-use");
    await tab.waitForFunction(() => window.geloot.talk.values["tally.counts"]);
    writeFileSync(join(folder, "telling-top.csv"), await bytesOf(tab, "work", "telling-top.csv"));
    await give(tab, "talk", "tally", "present", write("aanwezig.csv", "role,present\ndrawn,47\n"));
    await fill(tab, "#talk-tally-date", "2027-05-12");
    await press(tab, "#talk-tally-go");
    await sameWords(tab, "#talk-tally-said", does(1, "ballot", "loting", "tally", "--name", "top", "--counts", "telling-top.csv", "--present", "aanwezig.csv", "--date", "2027-05-12", "--print", "besluiten.html"));
    await tab.$$eval("details", all => all.forEach(one => { one.open = true; }));
    await type(tab, "#talk-tie-dice", "4 9 0 1 1 5");
    await fill(tab, "#talk-tie-sides", "10");
    await fill(tab, "#talk-tie-date", "2027-05-12");
    await press(tab, "#talk-tie-go");
    await sameWords(tab, "#talk-tie-said", does(0, "ballot", "loting", "tally", "--name", "top", "--dice", "4 9 0 1 1 5", "--sides", "10", "--date", "2027-05-12", "--print", "besluiten-2.html"));
    if (lang === "nl") await lookAround(tab, "talk-4-tie", "#talk-count-name");
    await sameActs(tab, folder);
    await press(tab, "nav li:nth-child(7) button");
    await press(tab, "#talk-verify-go");
    await tab.waitForSelector("#verdict.good", { timeout: 60_000 });
    assert.deepEqual(problems, []);
  });

  test(`chromium: groups of members: by lot, by a call, by a lottery with quotas, in ${lang}, as by the command line`, { timeout: 180_000 }, async t => {
    const { tab, problems, folder, does } = await panel(t, lang);
    const ids = readFileSync(join(folder, "loting/panel.csv"), "utf8").split(/\r?\n/);
    const willing = (name, many) => { writeFileSync(join(folder, name), `${ids.slice(0, many + 1).join("\n")}\n`); return join(folder, name); };
    await press(tab, "nav li:nth-child(6) button");
    const freeze = async (name, list, places, source, date) => {
      await type(tab, "#talk-willing-name", name);
      await give(tab, "talk", "willing", "willing", list);
      await fill(tab, "#talk-willing-places", String(places));
      await tab.select("#talk-willing-source", source);
      await tab.waitForFunction(wanted => document.querySelector("#talk-willing-source")?.value === wanted, {}, source);
      await fill(tab, "#talk-willing-date", date);
      await press(tab, "#talk-willing-go");
      await tab.waitForFunction(wanted => document.querySelector("#talk-group-name")?.value === wanted, { timeout: 60_000 }, name).catch(() => {});
    };
    await freeze("tafel", willing("wil.csv", 11), 2, "text", "2027-06-01");
    await sameWords(tab, "#talk-willing-said", does(0, "delegates", "loting", "freeze", "--name", "tafel", "--willing", "wil.csv", "--places", "2", "--source", "text", "--date", "2027-06-01"));
    await tab.select("#talk-group-name", "tafel");
    await type(tab, "#talk-delegates-seed", "kersen pruimen kruisbessen");
    await fill(tab, "#talk-delegates-date", "2027-06-02");
    await press(tab, "#talk-delegates-go");
    await sameWords(tab, "#talk-delegates-said", does(0, "delegates", "loting", "draw", "--name", "tafel", "--seed", "kersen pruimen kruisbessen", "--date", "2027-06-02"));
    // The first of them gives up.
    const [, first] = readFileSync(join(folder, "loting/public/acts/2/delegates.csv"), "utf8").split("\n")[1].split(",");
    await type(tab, "#talk-next-withdrew", first);
    await fill(tab, "#talk-next-date", "2027-09-01");
    await press(tab, "#talk-next-go");
    await sameWords(tab, "#talk-next-said", does(0, "delegates", "loting", "next", "--name", "tafel", "--withdrew", first, "--date", "2027-09-01"));
    if (lang === "nl") await lookAround(tab, "talk-6-delegates", "#talk-group-name");
    // Everybody who answered a call: nothing is drawn.
    await freeze("oproep", willing("oproep.csv", 5), 5, "call", "2027-09-02");
    await sameWords(tab, "#talk-willing-said", does(0, "delegates", "loting", "freeze", "--name", "oproep", "--willing", "oproep.csv", "--places", "5", "--source", "call", "--date", "2027-09-02"));
    await tab.select("#talk-group-name", "oproep");
    await tab.waitForFunction(() => !document.querySelector("#talk-delegates-go"));
    // A sounding board that mirrors the panel, from a lottery of its own.
    await freeze("klankbord", willing("klankbord.csv", 30), 10, "lottery", "2027-09-03");
    await sameWords(tab, "#talk-willing-said", does(0, "delegates", "loting", "freeze", "--name", "klankbord", "--willing", "klankbord.csv", "--places", "10", "--source", "lottery", "--pool", "klankbord-pool.csv", "--date", "2027-09-03"));
    assert.equal(digest(await bytesOf(tab, "work", "klankbord-pool.csv")), digest(readFileSync(join(folder, "klankbord-pool.csv"))));
    does(0, "lottery", "--pool", "klankbord-pool.csv", "--mirror", "geslacht", "--seats", "10", "--tickets", "1000", "--out", "bord");
    does(0, "draw", "bord", "--seed", "woorden van die avond");
    await tab.select("#talk-group-name", "klankbord");
    await choose(tab, "#talk-board", ...both(join(folder, "bord")));
    await tab.waitForFunction(() => window.geloot.work.disk.has("klankbord/sealed/codes.csv") && window.geloot.work.disk.has("klankbord/public/commitment.txt"));
    if (lang === "nl") await lookAround(tab, "talk-6-board", "#talk-group-name");
    await fill(tab, "#talk-delegates-date", "2027-09-04");
    await press(tab, "#talk-delegates-go");
    await sameWords(tab, "#talk-delegates-said", does(0, "delegates", "loting", "draw", "--name", "klankbord", "--lottery", "bord", "--date", "2027-09-04"));
    await sameActs(tab, folder);
    // The check holds the group beside the record of its own lottery.
    await press(tab, "nav li:nth-child(7) button");
    await press(tab, "#talk-verify-go");
    await tab.waitForSelector("#verdict.good", { timeout: 60_000 });
    const line = readFileSync(join(folder, "loting/public/commitment.txt"), "utf8").trim();
    const theirs = JSON.parse(does(0, "--json", "verify", "loting", "--commitment", line, "--group", "bord").shown);
    const outcomes = claims => claims.map(({ claim, outcome, checked }) => [claim, outcome, checked]);
    assert.deepEqual(outcomes(await tab.evaluate(() => window.geloot.talk.answers.verify.data.claims)), outcomes(theirs.claims));
    assert.deepEqual(problems, []);
  });

  test(`chromium: a programme says why somebody is barred, and forgets, in ${lang}, as by the command line`, { timeout: 180_000 }, async t => {
    const { folder, does: made } = programme(t, ', pool = "36 months", drawn = "48 months"'), does = speaks(lang, folder);
    made("programme", "add", "programma", "--record", "loting", "--body", "Burgerberaad", "--date", "2027-03-01");
    const { tab, problems } = await open(t, "chromium", 1280, lang);
    await press(tab, "#begin-programme");
    await choose(tab, "#programme-zips", pack(join(folder, "programma"), "public", "openbaar.zip"), pack(join(folder, "programma"), "sealed", "verzegeld.zip"));
    // A browser reads a file when it gets to it.
    await tab.waitForSelector("#programme-to-due", { timeout: 60_000 });
    for (const name of ["openbaar.zip", "verzegeld.zip"]) execFileSync("rm", [join(folder, "programma", name)]);
    await press(tab, "nav li:nth-child(4) button");
    const id = readFileSync(join(folder, "loting/panel.csv"), "utf8").split(/\r?\n/)[1].split(/[,;]/)[0];
    await type(tab, "#programme-explain-id", id);
    await fill(tab, "#programme-explain-date", "2028-03-01");
    await press(tab, "#programme-explain-go");
    await sameWords(tab, "#programme-explain-said", does(0, "programme", "explain", "programma", "--id", id, "--date", "2028-03-01"));
    // One person, who asks for it; nothing happens before it is said that it cannot be undone.
    await type(tab, "#programme-erase-person", id);
    await fill(tab, "#programme-erase-date", "2028-03-02");
    await press(tab, "#programme-erase-go");
    await tab.waitForSelector("#programme-erase-said .bad");
    assert.deepEqual(await deskFiles(tab, "ledger", "programma"), Object.fromEntries([...files(join(folder, "programma"), "programma/")].map(([path, bytes]) => [path, digest(bytes)])));
    await tab.click("#programme-erase-keep");
    await tab.click("#programme-erase-sure");
    // A day that is still to come is one to practise on.
    await press(tab, "#programme-erase-go");
    await tab.waitForFunction(() => document.querySelector("#programme-erase-said").textContent.includes("O-27"), { timeout: 60_000 });
    does(2, "programme", "erase", "programma", "--person", id, "--keep-barred", "--date", "2028-03-02");
    await tab.click("#programme-erase-practise");
    await press(tab, "#programme-erase-go");
    await sameWords(tab, "#programme-erase-said", does(0, "programme", "erase", "programma", "--person", id, "--keep-barred", "--date", "2028-03-02", "--day-to-come"));
    if (lang === "nl") await lookAround(tab, "programme-4-erased", "#programme-erase-go");
    // Everybody whose time is up.
    await tab.$eval("#programme-erase-person", field => { field.value = ""; field.dispatchEvent(new Event("input")); });
    await fill(tab, "#programme-erase-date", "2040-01-01");
    await press(tab, "#programme-erase-go");
    const done = does(0, "programme", "erase", "programma", "--retention", "--date", "2040-01-01", "--day-to-come");
    await tab.waitForFunction(wanted => document.querySelector("#programme-erase-said pre")?.textContent.trim() === wanted, { timeout: 60_000 }, done.shown.trim());
    assert.deepEqual(await deskFiles(tab, "ledger", "programma"), Object.fromEntries([...files(join(folder, "programma"), "programma/")].map(([path, bytes]) => [path, digest(bytes)])));
    assert.deepEqual(problems, []);
  });
}
