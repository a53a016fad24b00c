// What was saved is gone on with where it stopped, on each of the page's ways, after the browser was killed. Each begins with
// its example to practise with.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { choose, deskFiles, execFileSync, files, fill, fits, open, pack, place, press, put, root, run, said, shot, type } from "./support.mjs";

/** Downloads go into a folder. */
async function into(tab, folder) {
  const client = await tab.createCDPSession();
  await client.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder, eventsEnabled: true });
}

/** Presses a button that saves, and waits for these files. */
async function saved(tab, folder, button, names) {
  await press(tab, button);
  for (let i = 0; i < 100 && !names.every(name => existsSync(join(folder, name))); i++) await new Promise(done => setTimeout(done, 50));
  assert.deepEqual(readdirSync(folder).sort(), [...names].sort());
  return names.map(name => join(folder, name));
}

/** The step that somebody is on, by the list of steps. */
const step = tab => tab.$eval("nav [aria-current]", found => found.textContent.replace(/^\S+\s+/, ""));
/** Everything on the table of a way. */
const table = (tab, desk) => tab.evaluate(async of => {
  const all = {};
  const own = of === "talk" ? window.geloot.work.disk : window.geloot[of].files;
  for (const [path, bytes] of own) all[path] = [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map(byte => byte.toString(16).padStart(2, "0")).join("");
  return [all, window.geloot[of].values];
}, desk);
const asks = tab => tab.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));

/** Kills a browser in the middle of it, and opens what was saved in another. */
async function killed(t, browser, zips, ready, lang = "nl") {
  browser.process().kill("SIGKILL");
  const again = await open(t, "chromium", 390, lang);
  await choose(again.tab, "#resume", ...zips);
  await again.tab.waitForSelector(ready, { timeout: 60_000 });
  return again;
}

test("chromium: a lottery that was not made yet goes on at its charter", { timeout: 120_000 }, async t => {
  const folder = place(t), { tab, browser } = await open(t);
  await into(tab, folder);
  await press(tab, "#begin-practise");
  await press(tab, "#to-check");
  await press(tab, "#to-charter");
  // Questions instead of the example's own charter.
  await tab.evaluate(() => { const { work } = window.geloot; work.chosen.find(file => file.role === "charter").role = "other"; work.charter = {}; });
  await press(tab, "nav li:nth-child(3) button");
  await type(tab, "#charter-question", "Waar komen de woningen?");
  assert.equal(await asks(tab), true);
  const zips = await saved(tab, folder, "#keep", ["verzegeld.zip"]);
  assert.equal(await asks(tab), false);
  const before = await table(tab, "talk");
  const again = await killed(t, browser, zips, "#charter-question");
  assert.deepEqual(await table(again.tab, "talk"), before);
  assert.equal(await again.tab.$eval("#charter-question", field => field.value), "Waar komen de woningen?");
  assert.deepEqual(await again.tab.evaluate(() => [window.geloot.work.seats, window.geloot.work.chosen.length]), [50, 3]);
  assert.equal(await asks(again.tab), false);
  assert.deepEqual(again.problems, []);
});

test("chromium: letters go on before their frame, and after it", { timeout: 180_000 }, async t => {
  const folder = place(t), first = await open(t);
  await into(first.tab, folder);
  await press(first.tab, "#begin-practise-invite");
  await press(first.tab, "#invite-to-charter");
  await fill(first.tab, "#invite-age", "18");
  const one = await saved(first.tab, folder, "#keep", ["verzegeld.zip"]);
  const before = await table(first.tab, "letters");
  const { tab, browser } = await killed(t, first.browser, one, "#invite-age");
  assert.deepEqual(await table(tab, "letters"), before);
  assert.equal(await tab.$eval("#invite-age", field => field.value), "18");
  assert.equal(await tab.$eval("#invite-column-born", field => field.value), "geboren");
  await press(tab, "#invite-to-frame");
  await press(tab, "#invite-frame");
  await type(tab, "#invite-published", "Gemeenteblad");
  const later = place(t);
  await into(tab, later);
  const openly = await saved(tab, later, "#invite-save-public", ["openbaar.zip"]);
  // The public zip alone is not everything.
  assert.equal(await asks(tab), true);
  const both = await saved(tab, later, "#invite-save-sealed", ["openbaar.zip", "verzegeld.zip"]);
  assert.equal(await asks(tab), false);
  const frame = await deskFiles(tab, "letters", "brieven");
  // One zip without the other says so; the other goes beside it.
  const again = await killed(t, browser, openly, "#trouble .card");
  assert.match(await again.tab.$eval("#trouble", found => found.textContent), /verzegelde zip/);
  await press(again.tab, "#home");
  await choose(again.tab, "#resume", both[1]);
  await again.tab.waitForSelector("#invite-evidence", { timeout: 60_000 });
  assert.equal(await again.tab.$eval("#trouble", found => found.textContent), "");
  assert.deepEqual(await deskFiles(again.tab, "letters", "brieven"), frame);
  await type(again.tab, "#invite-evidence", "appel peer banaan");
  await press(again.tab, "#invite-draw");
  await press(again.tab, "#invite-to-letters");
  await again.tab.waitForSelector("#invite-codes");
  assert.deepEqual(again.problems, []);
});

test("chromium: a deliberation goes on at its ballot, and a ballot that was counted at what follows", { timeout: 180_000 }, async t => {
  const folder = place(t), first = await open(t);
  await into(first.tab, folder);
  await press(first.tab, "#begin-practise-talk");
  await press(first.tab, "#talk-to-ballot");
  await press(first.tab, "#talk-freeze-go");
  assert.match(await said(first.tab, "#talk-freeze-said"), /geloot-commitment-1:/);
  const zips = await saved(first.tab, folder, "#keep", ["openbaar.zip", "verzegeld.zip"]);
  const before = await table(first.tab, "talk");
  const { tab, browser } = await killed(t, first.browser, zips, "#talk-freeze-go");
  assert.deepEqual(await table(tab, "talk"), before);
  assert.equal(await step(tab), "Stemming (klaar)");
  await press(tab, "#talk-to-count");
  await press(tab, "#talk-tally-go");
  assert.match(await said(tab, "#talk-tally-said"), /geloot-commitment-1:/);
  const later = place(t);
  await into(tab, later);
  const both = await saved(tab, later, "#keep", ["openbaar.zip", "verzegeld.zip"]);
  const counted = await table(tab, "talk");
  // The same record without what the page wrote beside it, as the command line would leave it.
  const bare = place(t);
  put(bare, new Map(Object.entries(await tab.evaluate(() => Object.fromEntries([...window.geloot.work.disk].filter(([name]) => name.startsWith("loting/")).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])))).map(([name, text]) => [name, Buffer.from(text)])));
  const again = await killed(t, browser, both, "#talk-to-follow");
  assert.deepEqual(await table(again.tab, "talk"), counted);
  const other = await killed(t, again.browser, [pack(bare, "loting", "alles.zip")], "#talk-agreement-go");
  await press(other.tab, "#talk-agreement-go");
  assert.match(await said(other.tab, "#talk-agreement-said"), /geloot-commitment-1:/);
  assert.deepEqual(other.problems, []);
});

test("chromium: a programme goes on at what is due, also by zips of its folder", { timeout: 180_000 }, async t => {
  const folder = place(t), first = await open(t, "chromium", 1280, "en");
  await into(first.tab, folder);
  await press(first.tab, "#begin-practise-programme");
  await press(first.tab, "#programme-to-due");
  await press(first.tab, "#programme-due-go");
  assert.match(await said(first.tab, "#programme-due-said"), /50/);
  const zips = await saved(first.tab, folder, "#keep", ["public.zip", "sealed.zip"]);
  const before = await table(first.tab, "ledger");
  const { tab, problems } = await killed(t, first.browser, zips, "#programme-due-go", "en");
  assert.deepEqual(await table(tab, "ledger"), before);
  // What was due is still at hand for the lottery.
  await press(tab, "#programme-lottery");
  await tab.waitForSelector("#seats");
  assert.deepEqual(await tab.evaluate(() => [window.geloot.work.seats, window.geloot.work.chosen.map(file => file.role).sort()]), [50, ["charter", "people"]]);
  assert.deepEqual(problems, []);
});

// Whoever drives Firefox cannot choose a folder for it.
for (const browser of ["chromium"]) test(`${browser}: a folder in which both zips were unpacked is gone on with, and looked at`, { timeout: 120_000 }, async t => {
  const folder = place(t), dir = join(folder, "bewaard"), first = await open(t, browser);
  await press(first.tab, "#begin-practise-talk");
  await first.tab.waitForSelector("#talk-to-ballot", { timeout: 60_000 });
  const before = await table(first.tab, "talk");
  const zips = await first.tab.evaluate(async () => {
    const text = bytes => { let all = ""; for (let i = 0; i < bytes.length; i += 30000) all += String.fromCharCode(...bytes.subarray(i, i + 30000)); return btoa(all); };
    return [text(await window.geloot.publicZip()), text(await window.geloot.sealedZip())];
  });
  mkdirSync(dir);
  for (const [i, zip] of zips.entries()) {
    writeFileSync(join(folder, `${i}.zip`), Buffer.from(zip, "base64"));
    execFileSync("python3", ["-m", "zipfile", "-e", join(folder, `${i}.zip`), dir]);
  }
  const { tab, problems } = await open(t, browser, 390);
  await choose(tab, "#resume-folder", dir);
  await tab.waitForSelector("#talk-to-ballot", { timeout: 60_000 });
  assert.deepEqual(await table(tab, "talk"), before);
  await press(tab, "#home");
  await press(tab, "#begin-observe");
  await fits(tab, "the observer's place to choose");
  await shot(tab, "observer-choose");
  await type(tab, "#line-known", readFileSync(join(dir, "public/commitment.txt"), "utf8").trim());
  await choose(tab, "#record-folder", join(dir, "public"));
  await tab.waitForSelector("#verdict.good", { timeout: 60_000 });
  assert.deepEqual(problems, []);
});

test("chromium: what is open and not saved is put away only if the person says so", { timeout: 120_000 }, async t => {
  const { tab, problems } = await open(t, "chromium", 390);
  await press(tab, "#begin-practise");
  await type(tab, "#seats", "40");
  await press(tab, "#home");
  await fits(tab, "the beginning, with something open");
  await shot(tab, "begin-with-work");
  await press(tab, "#begin-new");
  assert.equal(await tab.$eval("#seats", field => field.value), "40");
  await press(tab, "#home");
  await press(tab, "#begin-new-anew");
  await shot(tab, "begin-unsaved");
  await press(tab, "#trouble .second");
  assert.equal(await tab.evaluate(() => window.geloot.work.seats), 40);
  await press(tab, "#begin-new-anew");
  await press(tab, "#drop");
  assert.deepEqual(await tab.evaluate(() => [window.geloot.work.seats, window.geloot.work.disk.size]), [0, 0]);
  await press(tab, "#begin-new");
  assert.equal(await tab.$eval("#seats", field => field.value), "");
  assert.deepEqual(problems, []);
});

test("chromium: zips of two things, and a zip of nothing, are refused in words", { timeout: 60_000 }, async t => {
  const folder = place(t);
  put(folder, new Map([["public/head.txt", Buffer.from("geloot-ledger-1:0\n")], ["een/public/commitment.txt", Buffer.from("x\n")], ["boodschappen.txt", Buffer.from("melk\n")]]));
  const { tab } = await open(t);
  const told = async (...zips) => {
    await tab.evaluate(() => document.getElementById("trouble").replaceChildren());
    await choose(tab, "#resume", ...zips);
    await tab.waitForSelector("#trouble .card", { timeout: 30_000 });
    return tab.$eval("#trouble", found => found.textContent);
  };
  const [ledger, lottery, list] = [pack(folder, "public", "a.zip"), pack(folder, "een", "b.zip"), pack(folder, "boodschappen.txt", "c.zip")];
  assert.match(await told(ledger, lottery), /b\.zip hoort bij iets anders/);
  assert.match(await told(list), /In c\.zip zit geen dossier/);
  assert.match(await told(join(folder, "boodschappen.txt")), /is geen zipbestand/);
});

test("the examples hold up: each record that they lead to is what the command line makes of the same files", { timeout: 120_000 }, async t => {
  const folder = place(t), at = name => readFileSync(join(root, "examples", name));
  put(folder, new Map([["volunteers.csv", at("council/volunteers.csv")], ["quotas.csv", at("council/quotas.csv")], ["charter.toml", at("page/charter.toml")]]));
  const { tab } = await open(t);
  await press(tab, "#begin-practise-talk");
  await tab.waitForSelector("#talk-to-ballot", { timeout: 60_000 });
  const mine = await deskFiles(tab, "talk", "loting");
  put(folder, new Map([["sleutel.key", Buffer.from(await tab.evaluate(() => new TextDecoder().decode(window.geloot.work.disk.get("sleutel.key"))))]]));
  for (const command of [["lottery", "--pool", "volunteers.csv", "--quotas", "quotas.csv", "--seats", "50", "--charter", "charter.toml", "--key", "sleutel.key", "--tickets", "1000", "--out", "loting"],
    ["draw", "loting", "--seed", "oefenen oefenen oefenen", "--excel"]]) {
    const done = run(folder, ...command);
    assert.equal(done.exit, 0, done.said);
  }
  assert.deepEqual(Object.keys(mine).sort(), [...files(join(folder, "loting"), "loting/").keys()].sort());
});
