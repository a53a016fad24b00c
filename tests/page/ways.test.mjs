// The other ways through the page, in real browsers: every source of chance, the invitation lottery, a programme, the
// deliberation, lists as workbooks; each with the same bytes as by the command line where it makes a record.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { accessible, bytesOf, choose, council, deskFiles, digest, execFileSync, files, fill, fits, keyboard, lookAround, open, pack, picture, place, press, programme, put, run, said, shot, type } from "./support.mjs";

/** The council of the examples with a charter of its own, made and published; ready to be drawn from. */
async function made(t, charter, { tickets, clock } = {}) {
  const folder = place(t);
  put(folder, new Map([["volunteers.csv", council("volunteers.csv")], ["quotas.csv", council("quotas.csv")], ["charter.toml", Buffer.from(charter)]]));
  const opened = await open(t), { tab } = opened;
  if (clock) await tab.evaluate(now => { Date.now = () => now; }, clock);
  await press(tab, "#begin-new");
  await choose(tab, "#files", ...["volunteers.csv", "quotas.csv", "charter.toml"].map(name => join(folder, name)));
  await tab.waitForFunction(() => window.geloot.work.chosen.length === 3);
  await type(tab, "#seats", "50");
  if (tickets) await tab.evaluate(many => { window.geloot.work.tickets = many; }, tickets);
  await press(tab, "#to-check");
  await press(tab, "#to-charter");
  await press(tab, "#to-lottery");
  await press(tab, "#make");
  await tab.waitForSelector("#line", { timeout: 180_000 });
  await type(tab, "#published", "Gemeenteblad");
  await press(tab, "#to-draw");
  return { ...opened, folder, tickets: await tab.evaluate(() => window.geloot.work.tickets) };
}

/** The same lottery by the command line, drawn with this evidence: the panel that the page must have too. */
async function sameDraw(t, tab, folder, evidence, tickets, more = []) {
  writeFileSync(join(folder, "sleutel.key"), await bytesOf(tab, "work", "sleutel.key"));
  const lottery = run(folder, "lottery", "--pool", "volunteers.csv", "--quotas", "quotas.csv", "--seats", "50", "--charter", "charter.toml", "--key", "sleutel.key", "--tickets", String(tickets), "--out", "loting", ...more);
  assert.equal(lottery.exit, 0, lottery.said);
  const drawn = run(folder, "draw", "loting", ...evidence, "--excel");
  assert.equal(drawn.exit, 0, drawn.said);
  for (const name of ["public/draws/1/draw.json", "public/draws/1/panel.csv", "panel.csv"]) {
    assert.equal(digest(await bytesOf(tab, "work", `loting/${name}`)), digest(readFileSync(join(folder, "loting", name))), name);
  }
}

const SEED = source => `title = "Proef"\ndate = 2027-03-01\n\n[seed]\n${source}\n`;
const CHANCES = [
  ["dice", SEED('source = "dice"\nsides = 10\ncount = 6'), "4 0 7 1 1 9", ["--dice", "4 0 7 1 1 9", "--sides", "10"]],
  ["a ticket drawn by hand", SEED('source = "ticket"'), "407", ["--ticket", "407"]],
  ["published numbers", SEED('source = "lotto"\ncount = 5\nmost = 45'), "3 14 15 26 41", ["--lotto", "3 14 15 26 41"]],
  ["words", SEED('source = "text"'), "Kersen, pruimen  en KRUISBESSEN", ["--seed", "Kersen, pruimen  en KRUISBESSEN"]],
];
for (const [name, charter, typed, evidence] of CHANCES) {
  test(`chromium: a panel by ${name}`, { timeout: 180_000 }, async t => {
    const { tab, folder, problems, tickets: many } = await made(t, charter);
    // A charter that has a ticket drawn by hand does so of a thousand, digit by digit, unless the person says otherwise.
    assert.equal(many, /ticket/.test(charter) ? 1000 : 1_000_000);
    // What is typed before the trial is what decides: the trial leaves it alone.
    await type(tab, "#evidence", typed);
    await press(tab, "#try");
    await tab.waitForSelector("#trial pre", { timeout: 60_000 });
    assert.equal(await tab.$eval("#evidence", field => field.value), typed);
    await press(tab, "#draw");
    await tab.waitForSelector("#to-lists", { timeout: 60_000 });
    await sameDraw(t, tab, folder, evidence, many);
    assert.deepEqual(problems, []);
  });
}

const QUICKNET_123 = '{"round":123,"signature":"b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"}';
test("chromium: a panel by the beacon, from its file; a forged one is refused", { timeout: 180_000 }, async t => {
  const charter = 'title = "Proef"\ndate = 2023-08-01\n\n[seed]\nsource = "drand"\nchain = "quicknet"\nround = 123\n';
  const { tab, folder } = await made(t, charter, { clock: Date.UTC(2023, 7, 2) });
  writeFileSync(join(folder, "vals.json"), QUICKNET_123.replace("b75c69", "b75c68"));
  writeFileSync(join(folder, "123.json"), QUICKNET_123);
  await choose(tab, "#evidence-file", join(folder, "vals.json"));
  await press(tab, "#draw");
  assert.match(await said(tab, "#drawing"), /Z-09/);
  await choose(tab, "#evidence-file", join(folder, "123.json"));
  await new Promise(done => setTimeout(done, 200));
  await press(tab, "#draw");
  await tab.waitForSelector("#to-lists", { timeout: 60_000 });
  await sameDraw(t, tab, folder, ["--drand", "123.json"], 1_000_000, ["--known-round"]);
});

test("chromium: words that several people sealed, and opened at the draw", { timeout: 180_000 }, async t => {
  const { tab, problems } = await open(t);
  const sealed = [];
  for (const words of ["een ijsvogel op het hek", "zeven gele tulpen"]) {
    await press(tab, "#home");
    await press(tab, "#begin-slip");
    await type(tab, "#slip-words", words);
    await press(tab, "#slip-seal");
    await tab.waitForSelector("#slip-secret");
    sealed.push(await tab.evaluate(() => ["#slip-sealed", "#slip-secret"].map(id => document.querySelector(id).textContent)));
  }
  await lookAround(tab, "slip", "h1");
  await press(tab, "#home");
  await press(tab, "#begin-practise");
  await press(tab, "#to-check");
  await press(tab, "#to-charter");
  await tab.evaluate(() => { const { work } = window.geloot; work.chosen.find(file => file.role === "charter").role = "other"; work.charter = {}; });
  await press(tab, "nav li:nth-child(3) button");
  await tab.select("#charter-source", "contributions");
  await tab.waitForSelector("#charter-slips");
  await type(tab, "#charter-slips", sealed.map(([slip], i) => `${["de wethouder", "de jongerenraad"][i]}: ${slip}`).join("\n"));
  await fill(tab, "#charter-date", "2027-03-01");
  await fill(tab, "#charter-until", "2027-03-04T20:00");
  await tab.select("#charter-otherwise", "dice");
  await tab.waitForSelector("#charter-dice-2");
  await lookAround(tab, "charter-sealed", "#charter-slips");
  await press(tab, "#to-lottery");
  await press(tab, "#make");
  await tab.waitForFunction(() => document.querySelector("#line") || document.querySelector("#making [role=alert]"), { timeout: 120_000 });
  assert.equal(await tab.$eval("#making", found => found.textContent).catch(() => ""), "");
  await type(tab, "#published", "Gemeenteblad");
  await press(tab, "#to-draw");
  await type(tab, "#evidence-slips", sealed.map(([, secret]) => secret).join("\n"));
  await press(tab, "#draw");
  await tab.waitForSelector("#to-lists", { timeout: 60_000 });
  assert.deepEqual(problems, []);
});

test("chromium: a list as a workbook, the same to the byte as by the command line; a workbook as the pool", { timeout: 180_000 }, async t => {
  const { tab, folder, problems } = await made(t, SEED('source = "text"'));
  await type(tab, "#evidence", "appel peer banaan");
  await press(tab, "#draw");
  await press(tab, "#to-lists");
  await tab.waitForSelector("#people-make");
  const taken = [];
  await tab.exposeFunction("take", (name, text) => { taken.push([name, Buffer.from(text, "base64")]); });
  await tab.evaluate(() => {
    const create = URL.createObjectURL;
    URL.createObjectURL = blob => { blob.arrayBuffer().then(bytes => { let all = ""; for (const byte of new Uint8Array(bytes)) all += String.fromCharCode(byte); window.take("blob", btoa(all)); }); return create.call(URL, blob); };
  });
  await tab.select("#people-whom", "in");
  await press(tab, "#people-make");
  await press(tab, "#people-save");
  await tab.waitForFunction(() => true);
  for (let i = 0; i < 50 && !taken.length; i++) await new Promise(done => setTimeout(done, 100));
  await sameDraw(t, tab, folder, ["--seed", "appel peer banaan"], 1_000_000);
  const theirs = run(folder, "people", "loting", "--only", "in", "--out", "panel.xlsx");
  assert.equal(theirs.exit, 0, theirs.said);
  assert.equal(digest(taken[0][1]), digest(readFileSync(join(folder, "panel.xlsx"))));
  // And back: what was written is read, as any workbook is.
  const again = await open(t);
  await press(again.tab, "#begin-new");
  await choose(again.tab, "#files", join(folder, "panel.xlsx"), join(folder, "quotas.csv"));
  await again.tab.waitForFunction(() => window.geloot.work.chosen.length === 2);
  const looked = await again.tab.evaluate(() => window.geloot.work.chosen.map(file => [file.name, file.role, file.look.rows]));
  assert.deepEqual(looked.find(([name]) => name === "panel.xlsx"), ["panel.xlsx", "people", 50]);
  await type(again.tab, "#seats", "20");
  await press(again.tab, "#to-check");
  await again.tab.waitForSelector("#verdict", { timeout: 60_000 });
  assert.deepEqual([...problems, ...again.problems], []);
});

/** A register of a made-up municipality, and its villages. */
function smallRegister(folder) {
  const rows = ["anummer;kern;geboren;sinds;geheim;postcode;huisnummer;toevoeging"];
  for (let n = 1; n <= 3600; n++) {
    const kern = n % 9 < 5 ? "Panningen" : n % 9 < 8 ? "Meijel" : "Egchel", two = i => String(i).padStart(2, "0");
    rows.push(`${10_000_000 + n * 7919};${kern};${1930 + (n % 90)}-${two(1 + (n % 12))}-${two(1 + (n % 28))};${2020 + (n % 6)}-01-01;${n % 97 === 0 ? 1 : 0};${5980 + (n % 3)} AB;${Math.floor(n / 2.3)};`);
  }
  writeFileSync(join(folder, "register.csv"), `${rows.join("\n")}\n`);
  writeFileSync(join(folder, "kernen.csv"), "kern\nPanningen\nMeijel\nEgchel\n");
}

for (const browser of ["chromium", "firefox"]) test(`${browser}: letters by lot, from the register to the doors, as by the command line`, { timeout: 300_000 }, async t => {
  const folder = place(t);
  smallRegister(folder);
  const { tab, problems } = await open(t, browser);
  const look = (...args) => (browser === "chromium" ? lookAround(...args) : undefined);
  await press(tab, "#begin-invite");
  await look(tab, "invite-1-empty", "#registers");
  await choose(tab, "#registers", join(folder, "register.csv"));
  await tab.waitForFunction(() => window.geloot.letters.values.registers === "register.csv" && document.querySelector("section.card"));
  await choose(tab, "#invite-strata", join(folder, "kernen.csv"));
  await tab.waitForFunction(() => window.geloot.letters.values.strata === "kernen.csv");
  await look(tab, "invite-1-registers", "#invite-to-charter");
  await press(tab, "#invite-to-charter");
  assert.equal(await tab.$eval("#invite-column-key", found => found.value), "anummer");
  assert.equal(await tab.$eval("#invite-column-born", found => found.value), "geboren");
  await fill(tab, "#invite-number", "60");
  await fill(tab, "#invite-reserves", "90");
  await fill(tab, "#invite-reference", "2027-01-15");
  await fill(tab, "#invite-date", "2026-12-01");
  await tab.select("#invite-source", "dice");
  await tab.waitForSelector("#invite-dice");
  await fill(tab, "#invite-dice", "12");
  await fill(tab, "#invite-sides", "10");
  await look(tab, "invite-2-charter", "#invite-to-frame");
  await press(tab, "#invite-to-frame");
  await press(tab, "#invite-frame");
  await tab.waitForFunction(() => document.querySelector("#invite-line") || document.querySelector("#framing [role=alert], #framing .bad"), { timeout: 120_000 });
  assert.equal(await tab.$eval("#framing", found => found.textContent).catch(() => ""), "");
  await type(tab, "#invite-published", "Gemeenteblad, 1 december 2026");
  await look(tab, "invite-3-frame", "#invite-line");
  await press(tab, "#invite-to-draw");
  await tab.waitForSelector("#invite-evidence");
  await press(tab, "#invite-try");
  await tab.waitForSelector("#invite-trial pre", { timeout: 60_000 });
  await type(tab, "#invite-evidence", "3 1 4 1 5 9 2 6 5 3 5 8");
  await look(tab, "invite-4-draw", "#invite-draw");
  await press(tab, "#invite-draw");
  await press(tab, "#invite-to-letters");
  await press(tab, "#invite-codes");
  await tab.waitForFunction(() => window.geloot.letters.files.has("codes.csv"), { timeout: 60_000 });
  await fill(tab, "#invite-first-on", "2027-01-20");
  await press(tab, "#invite-first-go");
  await said(tab, "#invite-first-said");
  const codes = (await bytesOf(tab, "letters", "codes.csv")).toString().split("\n").slice(1, 8).map(row => row.split(",")[0]);
  writeFileSync(join(folder, "antwoorden.csv"), ["code,date,channel,answer", ...codes.map((code, i) => `${code},2027-02-01,${i % 2 ? "post" : "web"},${i === 3 ? "no" : "yes"}`), ""].join("\n"));
  await choose(tab, "#invite-answers-file", join(folder, "antwoorden.csv"));
  await tab.waitForFunction(() => window.geloot.letters.values["answers.file"]);
  await press(tab, "#invite-answers-go");
  assert.match(await said(tab, "#invite-answers-said"), /7/);
  await tab.$$eval("details", all => all.forEach(one => { one.open = true; }));
  await fill(tab, "#invite-doors-doors", "3");
  await press(tab, "#invite-doors-go");
  await said(tab, "#invite-doors-said");
  await look(tab, "invite-5-letters", "#invite-to-checked");
  // The same by the command line, with the keys and the agreements of the page.
  for (const name of ["uitnodiging.toml", "register.key", "codes.key"]) writeFileSync(join(folder, name), await bytesOf(tab, "letters", name));
  const does = (...command) => { const done = run(folder, ...command); assert.equal(done.exit, 0, `${command.join(" ")}: ${done.said}`); return done; };
  does("invite", "frame", "--register", "register.csv", "--charter", "uitnodiging.toml", "--key", "register.key", "--strata", "kernen.csv", "--out", "brieven");
  does("invite", "draw", "brieven", "--seed", "proef", "--trial");
  does("invite", "draw", "brieven", "--dice", "3 1 4 1 5 9 2 6 5 3 5 8", "--sides", "10");
  does("invite", "codes", "brieven", "--key", "codes.key", "--out", "codes.csv");
  // The reason that the page gives is the one that the command gives itself.
  does("invite", "waves", "brieven", "--first-on", "2027-01-20");
  const mine = await deskFiles(tab, "letters", "brieven"), theirs = files(join(folder, "brieven"), "brieven/");
  assert.deepEqual(Object.keys(mine).sort(), [...theirs.keys()].sort());
  for (const [path, bytes] of theirs) assert.equal(mine[path], digest(bytes), path);
  assert.equal(digest(await bytesOf(tab, "letters", "codes.csv")), digest(readFileSync(join(folder, "codes.csv"))));
  await press(tab, "#invite-to-checked");
  await press(tab, "#invite-verify");
  await tab.waitForSelector("#verdict.good", { timeout: 60_000 });
  await type(tab, "#invite-explain-person", "10007919");
  await press(tab, "#invite-explain-go");
  await said(tab, "#invite-explain-said");
  await look(tab, "invite-6-checked", "h1");
  // Saved, and gone on with on another computer.
  const zips = await tab.evaluate(async () => {
    const text = bytes => { let all = ""; for (let i = 0; i < bytes.length; i += 30000) all += String.fromCharCode(...bytes.subarray(i, i + 30000)); return btoa(all); };
    const { openPart, sealedPart, letters, zip } = window.geloot;
    return [text(await zip(openPart(letters))), text(await zip(sealedPart(letters)))];
  });
  const paths = ["openbaar.zip", "verzegeld.zip"].map(name => join(folder, name));
  zips.forEach((zip, i) => writeFileSync(paths[i], Buffer.from(zip, "base64")));
  const again = await open(t);
  await choose(again.tab, "#resume", ...paths);
  // It was saved in the last step.
  await again.tab.waitForSelector("#invite-explain-person", { timeout: 60_000 });
  assert.deepEqual(await deskFiles(again.tab, "letters", "brieven"), mine);
  assert.deepEqual([...problems, ...again.problems], []);
});

test("chromium: the keyboard alone draws letters", { timeout: 180_000 }, async t => {
  const folder = place(t);
  smallRegister(folder);
  const { tab } = await open(t);
  const { reach, enter } = keyboard(tab);
  await enter("begin-invite", "#registers");
  // Choosing a file opens a window of the system's own, which no test can reach.
  await choose(tab, "#registers", join(folder, "register.csv"));
  await tab.waitForSelector("section.card");
  await choose(tab, "#invite-strata", join(folder, "kernen.csv"));
  await tab.waitForFunction(() => window.geloot.letters.values.strata);
  await enter("invite-to-charter", "#invite-number");
  await reach("invite-number");
  await tab.keyboard.type("60");
  await enter("invite-to-frame", "#invite-frame");
  await enter("invite-frame", "#invite-line");
  await reach("invite-published");
  await tab.keyboard.type("Gemeenteblad");
  await enter("invite-to-draw", "#invite-evidence");
  await reach("invite-evidence");
  await tab.keyboard.type("appel peer banaan");
  await enter("invite-draw", "#invite-to-letters");
  await enter("invite-to-letters", "#invite-codes");
  await enter("invite-to-checked", "#invite-verify");
  await enter("invite-verify", "#verdict.good");
});

test("chromium: an observer checks a public zip of letters, and of a programme", { timeout: 180_000 }, async t => {
  const { folder } = programme(t);
  const { tab, problems } = await open(t, "chromium", 390);
  await press(tab, "#begin-observe");
  await choose(tab, "#record", pack(join(folder, "programma"), "public", "openbaar.zip"));
  await tab.waitForSelector("#verdict", { timeout: 60_000 });
  const head = readFileSync(join(folder, "programma/public/head.txt"), "utf8").trim();
  await type(tab, "#line-known", head);
  await tab.$eval("#line-known", field => field.dispatchEvent(new Event("change")));
  await tab.waitForSelector("#verdict.good", { timeout: 60_000 });
  await fits(tab, "a programme");
  await accessible(tab, "a programme");
  await shot(tab, "observer-programme");
  assert.deepEqual(problems, []);
});

test("chromium: a programme opened, a lottery entered, what is due, the report, the check", { timeout: 300_000 }, async t => {
  const { folder, does } = programme(t);
  const { tab, problems } = await open(t);
  await press(tab, "#begin-programme");
  await lookAround(tab, "programme-1-begin", "#programme-zips");
  const zips = where => [pack(join(folder, where), "public", "openbaar.zip"), pack(join(folder, where), "sealed", "verzegeld.zip")];
  await choose(tab, "#programme-zips", ...zips("programma"));
  await tab.waitForSelector("#programme-line", { timeout: 60_000 });
  await lookAround(tab, "programme-1-open", "#programme-line");
  await press(tab, "nav li:nth-child(3) button");
  await choose(tab, "#programme-record", ...zips("loting"));
  await tab.waitForFunction(() => window.geloot.ledger.files.has("dossier/sealed/codes.csv") && window.geloot.ledger.files.has("dossier/public/commitment.txt"));
  await type(tab, "#programme-add-body", "Burgerberaad");
  await fill(tab, "#programme-add-date", "2027-03-01");
  await press(tab, "#programme-add-go");
  await said(tab, "#programme-add-said");
  await lookAround(tab, "programme-3-enter", "#programme-add-go");
  does("programme", "add", "programma", "--record", "loting", "--body", "Burgerberaad", "--date", "2027-03-01");
  const mine = await deskFiles(tab, "ledger", "programma"), theirs = new Map([...files(join(folder, "programma"), "programma/")].filter(([path]) => !path.endsWith(".zip")));
  assert.deepEqual(Object.keys(mine).sort(), [...theirs.keys()].sort());
  await press(tab, "nav li:nth-child(2) button");
  await choose(tab, "#programme-due-register", join(folder, "volunteers.csv"));
  await tab.waitForFunction(() => window.geloot.ledger.values["due.register"]);
  await type(tab, "#programme-due-body", "Burgerberaad");
  await fill(tab, "#programme-due-date", "2028-03-01");
  await press(tab, "#programme-due-go");
  assert.match(await said(tab, "#programme-due-said"), /50/);
  await fits(tab, "what is due");
  await shot(tab, "programme-2-due");
  await press(tab, "nav li:nth-child(4) button");
  await fill(tab, "#programme-report-date", "2028-03-01");
  await press(tab, "#programme-report-go");
  await said(tab, "#programme-report-said");
  await lookAround(tab, "programme-4-report", "#programme-report-go");
  await press(tab, "nav li:nth-child(5) button");
  await type(tab, "#programme-verify-heads", readFileSync(join(folder, "programma/public/head.txt"), "utf8").trim());
  await press(tab, "#programme-verify-go");
  await tab.waitForFunction(() => document.querySelector("#verdict"), { timeout: 60_000 });
  await lookAround(tab, "programme-5-checked", "h1");
  // What is due goes straight into the lottery of the panel.
  await press(tab, "nav li:nth-child(2) button");
  await press(tab, "#programme-due-go");
  await tab.waitForFunction(() => { const found = document.querySelector("#programme-lottery"); return found && !found.closest("[hidden]"); }, { timeout: 60_000 });
  await press(tab, "#programme-lottery");
  await tab.waitForSelector("#seats");
  assert.deepEqual(await tab.evaluate(() => [window.geloot.work.seats, window.geloot.work.chosen.map(file => file.role).sort()]), [50, ["charter", "people"]]);
  assert.deepEqual(problems, []);
});

test("chromium: a ballot frozen, counted from the sheets, recounted, agreed and followed, as by the command line", { timeout: 300_000 }, async t => {
  const folder = place(t);
  put(folder, new Map(["volunteers.csv", "quotas.csv", "charter.toml"].map(name => [name, council(name)])));
  const does = (exit, ...command) => { const done = run(folder, ...command); assert.equal(done.exit, exit, `${command.join(" ")}: ${done.said}`); return done; };
  does(0, "lottery", "--pool", "volunteers.csv", "--quotas", "quotas.csv", "--seats", "50", "--charter", "charter.toml", "--out", "loting");
  does(0, "draw", "loting", "--seed", "appel peer banaan");
  const zips = [pack(join(folder, "loting"), "public", "openbaar.zip"), join(folder, "loting/verzegeld.zip")];
  execFileSync("python3", ["-c", "import sys, zipfile, os\nz = zipfile.ZipFile('verzegeld.zip', 'w')\nfor top, _, names in os.walk('.'):\n  for name in names:\n    path = os.path.relpath(os.path.join(top, name), '.')\n    if not path.startswith('public') and not path.endswith('.zip'): z.write(path)\nz.close()"], { cwd: join(folder, "loting") });
  const write = (name, text) => writeFileSync(join(folder, name), text);
  write("regel.toml", '[[ballot]]\nname = "besluiten"\nkind = "for-against"\nentitled = ["drawn"]\nsecrecy = "paper"\ncounted = ["for", "against", "neutral"]\nof = "for-and-against"\nshare = "1/2"\nthan = "more-than"\nquorum = "1/2 of members"\nconsensus = false\n');
  write("beslispunten.csv", "option,text\n1,Elk jaar 200 woningen\n2,De groene rand blijft\n3,Bussen rijden tot middernacht\n");
  write("aanwezig.csv", "role,present\ndrawn,47\n");
  write("reacties.csv", "option,date,answer,reason,document\n1,2027-06-29,adopts in part,niet langs de rivier,\n");
  const { tab, problems } = await open(t);
  await press(tab, "#begin-talk");
  await lookAround(tab, "talk-1-empty", "#talk-zips");
  await choose(tab, "#talk-zips", ...zips);
  await press(tab, "#talk-to-ballot");
  await choose(tab, "#talk-freeze-options", join(folder, "beslispunten.csv"));
  await choose(tab, "#talk-freeze-rule", join(folder, "regel.toml"));
  await tab.waitForFunction(() => window.geloot.talk.values["freeze.rule"] && window.geloot.talk.values["freeze.options"]);
  await type(tab, "#talk-freeze-because", "er stond geen regel in");
  await fill(tab, "#talk-freeze-date", "2027-05-10");
  await press(tab, "#talk-show");
  await said(tab, "#talk-shown");
  await press(tab, "#talk-freeze-go");
  assert.match(await said(tab, "#talk-freeze-said"), /geloot-commitment-1:/);
  await tab.waitForFunction(() => window.geloot.work.disk.has("telstaten.html"));
  await lookAround(tab, "talk-3-ballot", "#talk-freeze-go");
  await press(tab, "#talk-to-count");
  await tab.$$eval("details", all => all.forEach(one => { one.open = true; }));
  const sheet = async third => {
    const counts = { 1: [[31, 12, 3, 1, 0], [31, 12, 3, 1, 0]], 2: [[20, 21, 6, 0, 0], [20, 21, 6, 0, 0]], 3: [[third, 23, third === 23 ? 1 : 0, 0, 0], [24, 23, 0, 0, 0]] };
    for (const [option, both] of Object.entries(counts)) for (const [i, cells] of both.entries()) for (const [j, word] of ["for", "against", "neutral", "blank", "invalid"].entries()) {
      await fill(tab, `#sheet-${option}-${i + 1}-${word}`, String(cells[j]));
    }
    await press(tab, "#talk-sheet-use");
    await tab.waitForFunction(() => window.geloot.talk.values["tally.counts"] === "telling-besluiten.csv");
  };
  await sheet(23);
  await tab.$$eval("details", all => { all[0].open = true; });
  await tab.evaluate(() => document.activeElement?.blur());
  await picture(tab, "count", 1000);
  await choose(tab, "#talk-tally-present", join(folder, "aanwezig.csv"));
  await tab.waitForFunction(() => window.geloot.talk.values["tally.present"]);
  await fill(tab, "#talk-tally-date", "2027-05-12");
  await press(tab, "#talk-tally-go");
  const first = await said(tab, "#talk-tally-said");
  assert.match(first, /geloot-commitment-1:/);
  await lookAround(tab, "talk-4-count", "#talk-tally-go");
  await press(tab, "nav li:nth-child(4) button");
  await tab.$$eval("details", all => all.forEach(one => { one.open = true; }));
  await sheet(24);
  await type(tab, "#talk-tally-because", "een kaart viel op de grond");
  await press(tab, "#talk-tally-go");
  await tab.waitForFunction(() => window.geloot.work.disk.has("loting/public/acts/3/act.json"), { timeout: 60_000 });
  await said(tab, "#talk-tally-said");
  await shot(tab, "talk-4-recount");
  await press(tab, "#talk-to-follow");
  await fill(tab, "#talk-agreement-date", "2027-05-13");
  await press(tab, "#talk-agreement-go");
  await said(tab, "#talk-agreement-said");
  await choose(tab, "#talk-replies-replies", join(folder, "reacties.csv"));
  await tab.waitForFunction(() => window.geloot.talk.values["replies.replies"]);
  await fill(tab, "#talk-replies-handed", "2027-05-20");
  await type(tab, "#talk-replies-term", "5 weeks");
  await type(tab, "#talk-replies-by", "de raad");
  await fill(tab, "#talk-replies-date", "2027-07-01");
  await press(tab, "#talk-replies-go");
  await said(tab, "#talk-replies-said");
  await lookAround(tab, "talk-5-follow", "#talk-agreement-go");
  // The same acts by the command line.
  writeFileSync(join(folder, "telling.csv"), "option,count,for,against,neutral,blank,invalid\n1,1,31,12,3,1,0\n1,2,31,12,3,1,0\n2,1,20,21,6,0,0\n2,2,20,21,6,0,0\n3,1,23,23,1,0,0\n3,2,24,23,0,0,0\n");
  does(0, "ballot", "loting", "freeze", "--options", "beslispunten.csv", "--rule", "regel.toml", "--because", "er stond geen regel in", "--date", "2027-05-10", "--print", "telstaten.html");
  does(1, "ballot", "loting", "tally", "--name", "besluiten", "--counts", "telling.csv", "--present", "aanwezig.csv", "--date", "2027-05-12");
  writeFileSync(join(folder, "telling.csv"), readFileSync(join(folder, "telling.csv"), "utf8").replace("3,1,23,23,1", "3,1,24,23,0"));
  does(0, "ballot", "loting", "recount", "--name", "besluiten", "--counts", "telling.csv", "--present", "aanwezig.csv", "--because", "een kaart viel op de grond", "--date", "2027-05-12", "--print", "besluiten.html");
  does(0, "follow", "loting", "--agreement", "--date", "2027-05-13");
  does(0, "follow", "loting", "--replies", "reacties.csv", "--handed", "2027-05-20", "--term", "5 weeks", "--by", "de raad", "--date", "2027-07-01");
  const theirs = files(join(folder, "loting/public/acts"), "loting/public/acts/");
  const mine = Object.keys(await tab.evaluate(() => Object.fromEntries([...window.geloot.work.disk.keys()].filter(name => name.startsWith("loting/public/acts/")).map(name => [name, 1]))));
  assert.deepEqual(mine.sort(), [...theirs.keys()].sort());
  for (const [path, bytes] of theirs) assert.equal(digest(await bytesOf(tab, "work", path)), digest(bytes), path);
  assert.equal(digest(await bytesOf(tab, "work", "telstaten.html")), digest(readFileSync(join(folder, "telstaten.html"))));
  await press(tab, "nav li:nth-child(7) button");
  await press(tab, "#talk-verify-go");
  await tab.waitForSelector("#verdict.good", { timeout: 120_000 });
  await lookAround(tab, "talk-7-checked", "h1");
  assert.deepEqual(problems, []);
});

test("chromium: a register of a million rows, with progress and a way to stop, and no crash", { timeout: 900_000, skip: !process.env.GELOOT_MILLION }, async t => {
  const folder = place(t), path = join(folder, "register.csv"), parts = ["anummer;kern;postcode;huisnummer\n"];
  for (let n = 0; n < 1_000_000; n++) parts.push(`${1_000_000_000 + n * 7};${["Panningen", "Meijel", "Egchel", "Kessel"][n % 4]};${5000 + (n % 997)} AB;${Math.floor(n / 2.3) % 4000}\n`);
  writeFileSync(path, parts.join(""));
  writeFileSync(join(folder, "kernen.csv"), "kern\nPanningen\nMeijel\nEgchel\nKessel\n");
  const { tab, problems } = await open(t);
  await press(tab, "#begin-invite");
  await choose(tab, "#registers", path);
  await tab.waitForFunction(() => document.querySelector("section.card"), { timeout: 60_000 });
  await choose(tab, "#invite-strata", join(folder, "kernen.csv"));
  await tab.waitForFunction(() => window.geloot.letters.values.strata);
  await press(tab, "#invite-to-charter");
  await fill(tab, "#invite-number", "5000");
  await press(tab, "#invite-to-frame");
  // Stopped, everything is as it was; then it is made.
  await press(tab, "#invite-frame");
  await tab.waitForSelector("#framing progress");
  await press(tab, "#framing button");
  await tab.waitForSelector("#framing:empty");
  assert.ok(await tab.evaluate(() => window.geloot.letters.files.has("register.csv") && !window.geloot.letters.files.has("brieven/public/commitment.txt")));
  await press(tab, "#invite-frame");
  const heard = new Set();
  while (!(await tab.$("#invite-line"))) {
    const text = await tab.$eval("#framing", found => found.textContent).catch(() => "");
    if (text) heard.add(text);
    assert.equal(await tab.$eval("#framing [role=alert]", found => found.textContent).catch(() => null), null);
    await new Promise(done => setTimeout(done, 300));
  }
  t.diagnostic(`progress: ${[...heard].slice(0, 5).join(" / ")}; memory ${Math.round((await tab.evaluate(() => window.geloot.engine.memory)) / 2 ** 20)} MiB`);
  assert.ok(heard.size > 2, "progress is shown");
  await type(tab, "#invite-published", "Gemeenteblad");
  await press(tab, "#invite-to-draw");
  await type(tab, "#invite-evidence", "appel peer banaan");
  await press(tab, "#invite-draw");
  await tab.waitForSelector("#invite-to-letters", { timeout: 300_000 });
  t.diagnostic(`memory after the draw ${Math.round((await tab.evaluate(() => window.geloot.engine.memory)) / 2 ** 20)} MiB`);
  assert.deepEqual(problems, []);
});
