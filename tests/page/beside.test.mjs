// What the page offers beside the way from files to a panel: quotas from figures, one clean list from a messy one, a new lottery
// for empty seats, seat plans with names and with somebody away. The same bytes as by the command line.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { accessible, bytesOf, choose, council, digest, files, fits, lookAround, open, place, press, put, run, shot, type } from "./support.mjs";

const does = (folder, exit, ...command) => { const done = run(folder, ...command); assert.equal(done.exit, exit, `${command.join(" ")}: ${done.said}`); return done; };
const there = (tab, path) => tab.waitForFunction(name => window.geloot.work.disk.has(name), { timeout: 120_000 }, path);
const all = tab => tab.$$eval("details", found => found.forEach(one => { one.open = true; }));

/** Everything below a folder is the same on both sides. */
async function same(tab, folder, name) {
  const theirs = files(join(folder, name), `${name}/`);
  const mine = await tab.evaluate(of => [...window.geloot.work.disk.keys()].filter(path => path.startsWith(`${of}/`)), name);
  assert.deepEqual(mine.sort(), [...theirs.keys()].sort());
  for (const [path, bytes] of theirs) assert.equal(digest(await bytesOf(tab, "work", path)), digest(bytes), path);
}

test("chromium: quotas from figures, and one list by a recipe, as by the command line", { timeout: 120_000 }, async t => {
  const folder = place(t);
  put(folder, new Map(["volunteers.csv", "ages.csv", "villages.csv"].map(name => [name, council(name)])));
  const { tab, problems } = await open(t);
  await press(tab, "#begin-new");
  await choose(tab, "#files", ...["volunteers.csv", "ages.csv", "villages.csv"].map(name => join(folder, name)));
  await tab.waitForFunction(() => window.geloot.work.chosen.length === 3);
  assert.deepEqual(await tab.evaluate(() => window.geloot.work.chosen.map(file => file.role).sort()), ["people", "population", "population"]);
  // Without seats it says what is missing, and nothing is made.
  await press(tab, "#make-quotas");
  assert.equal(await tab.evaluate(() => window.geloot.work.disk.size), 3);
  await type(tab, "#seats", "50");
  await press(tab, "#make-quotas");
  await there(tab, "quota.csv");
  does(folder, 0, "quotas", "--population", "ages.csv", "--population", "villages.csv", "--seats", "50", "--out", "quota.csv");
  assert.equal(digest(await bytesOf(tab, "work", "quota.csv")), digest(readFileSync(join(folder, "quota.csv"))));
  assert.equal(await tab.evaluate(() => window.geloot.work.chosen.find(file => file.role === "quotas").name), "quota.csv");
  await all(tab);
  await press(tab, "#suggest");
  await tab.waitForSelector("#recipe", { timeout: 60_000 });
  does(folder, 0, "prepare", "--suggest", "volunteers.csv", "--quotas", "quota.csv", "--out", "recept.toml");
  assert.equal(digest(await bytesOf(tab, "work", "recept.toml")), digest(readFileSync(join(folder, "recept.toml"))));
  await lookAround(tab, "1-files-population", "#to-check");
  // The other language begins the view anew: the recipe is suggested again, under a name of its own.
  await all(tab);
  await press(tab, "#suggest");
  await tab.waitForSelector("#recipe", { timeout: 60_000 });
  // Where the sender says another number of rows it says so, and makes nothing.
  const total = (was, is) => tab.$eval("#recipe", (field, was, is) => { field.value = field.value.replace(`total = ${was}`, `total = ${is}`); }, was, is);
  await total(240, 241);
  await press(tab, "#make-clean");
  await tab.waitForFunction(() => /I-18/.test(document.querySelector("#main").textContent), { timeout: 60_000 });
  assert.equal(await tab.evaluate(() => [...window.geloot.work.disk.keys()].some(path => path.startsWith("schoon/"))), false);
  await total(241, 240);
  await press(tab, "#make-clean");
  await tab.waitForSelector("#use-clean", { timeout: 60_000 });
  writeFileSync(join(folder, "recept-2.toml"), await bytesOf(tab, "work", "recept-2.toml"));
  does(folder, 0, "prepare", "recept-2.toml", "--out", "schoon");
  await same(tab, folder, "schoon");
  await shot(tab, "1-files-recipe");
  await press(tab, "#use-clean");
  await tab.waitForFunction(() => window.geloot.work.chosen.find(file => file.role === "people")?.name === "schoon/pool.csv");
  // What was done to the list is frozen with the lottery.
  await tab.evaluate(() => { window.geloot.work.tickets = 1000; });
  await press(tab, "#to-check");
  await press(tab, "#to-charter");
  await press(tab, "#to-lottery");
  await press(tab, "#make");
  await tab.waitForSelector("#line", { timeout: 120_000 });
  for (const name of ["sleutel.key", "charter.toml"]) writeFileSync(join(folder, name), await bytesOf(tab, "work", name));
  does(folder, 0, "lottery", "--pool", "schoon/pool.csv", "--quotas", "quota.csv", "--seats", "50", "--prepared", "schoon", "--charter", "charter.toml", "--key", "sleutel.key", "--tickets", "1000", "--out", "loting");
  await same(tab, folder, "loting");
  assert.deepEqual(problems, []);
});

test("chromium: the notice, the full screen of the hall, empty seats drawn anew, seat plans, as by the command line", { timeout: 180_000 }, async t => {
  const folder = place(t);
  put(folder, new Map([["volunteers.csv", council("volunteers.csv")], ["quotas.csv", council("quotas.csv")], ["charter.toml", council("charter.toml")]]));
  const { tab, problems } = await open(t);
  await press(tab, "#begin-new");
  await choose(tab, "#files", ...["volunteers.csv", "quotas.csv", "charter.toml"].map(name => join(folder, name)));
  await tab.waitForFunction(() => window.geloot.work.chosen.length === 3);
  await type(tab, "#seats", "50");
  // A key that is known, so that who is drawn is known too.
  await tab.evaluate(() => { window.geloot.work.tickets = 1000; window.geloot.work.disk.set("sleutel.key", new TextEncoder().encode(`${"ab".repeat(32)}\n`)); });
  await press(tab, "#to-check");
  await press(tab, "#to-charter");
  await press(tab, "#to-lottery");
  await press(tab, "#make");
  await tab.waitForSelector("#line", { timeout: 120_000 });
  // The notice is what is printed, and nothing else.
  const printed = await tab.evaluate(() => new Promise(done => { window.print = () => done([document.body.className, document.getElementById("paper").textContent]); document.getElementById("notice").click(); }));
  assert.equal(printed[0], "printing");
  assert.ok(printed[1].includes(await tab.$eval("#line", found => found.textContent)));
  await tab.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await type(tab, "#published", "Gemeenteblad");
  await press(tab, "#to-draw");
  // What everybody in the hall has to know of the source is on the screen that is shown there.
  await tab.waitForSelector("#full-screen");
  await tab.click("#full-screen");
  await tab.waitForFunction(() => document.fullscreenElement?.id === "stage");
  const stage = await tab.$eval("#stage", found => found.textContent);
  assert.match(stage, /Woorden die mensen in de zaal zeggen/);
  assert.match(stage, /geloot-commitment-1:/);
  await shot(tab, "5-hall");
  await type(tab, "#evidence", "appel peer banaan");
  await press(tab, "#draw");
  await tab.waitForSelector("#to-lists", { timeout: 60_000 });
  assert.equal(await tab.evaluate(() => document.fullscreenElement), null);
  await press(tab, "#to-lists");
  writeFileSync(join(folder, "sleutel.key"), await bytesOf(tab, "work", "sleutel.key"));
  does(folder, 0, "lottery", "--pool", "volunteers.csv", "--quotas", "quotas.csv", "--seats", "50", "--charter", "charter.toml", "--key", "sleutel.key", "--tickets", "1000", "--out", "loting");
  does(folder, 0, "draw", "loting", "--seed", "appel peer banaan", "--excel");
  // A seat plan; cards with names; somebody stays away.
  await all(tab);
  await type(tab, "#table-seed", "woord van de burgemeester");
  const hosts = names => `naam,functie\n${names.map(name => `${name},gespreksleider\n`).join("")}`;
  writeFileSync(join(folder, "staf.csv"), hosts(["Aagje", "Bram", "Chaima", "Dirk", "Els", "Faas"]));
  writeFileSync(join(folder, "er-zijn.csv"), hosts(["Aagje", "Bram", "Chaima", "Dirk", "Els", "Guus"]));
  await choose(tab, "#tables-staff", join(folder, "staf.csv"));
  await tab.waitForFunction(() => window.geloot.work.disk.has("staf.csv"));
  await press(tab, "#tables-make");
  await there(tab, "tafels/plan.html");
  does(folder, 0, "sessions", "--people", "loting/panel.csv", "--tables", "6", "--rounds", "3", "--staff", "staf.csv", "--seed", "woord van de burgemeester", "--out", "tafels");
  await same(tab, folder, "tafels");
  await all(tab);
  const name = await tab.evaluate(() => window.geloot.work.chosen.find(file => file.role === "people").look.headings.indexOf("voornaam"));
  await tab.click(`#name-${name}`);
  await press(tab, "#names-make");
  await tab.waitForFunction(() => [...window.geloot.work.disk.keys()].some(path => path.startsWith("namen/")), { timeout: 60_000 });
  does(folder, 0, "sessions", "names", "tafels", "--people", "volunteers.csv", "--names", "voornaam", "--out", "namen");
  await same(tab, folder, "namen");
  const [, , away] = readFileSync(join(folder, "tafels/seatplan.csv"), "utf8").split("\n")[1].split(",");
  await type(tab, "#reseat-round", "1 2");
  await type(tab, "#reseat-absent", away);
  await choose(tab, "#reseat-staff", join(folder, "er-zijn.csv"));
  await tab.waitForFunction(() => window.geloot.work.disk.has("er-zijn.csv"));
  await press(tab, "#reseat-do");
  await tab.waitForFunction(() => [...window.geloot.work.disk.keys()].some(path => path.startsWith("tafels/changes/1/")), { timeout: 60_000 });
  does(folder, 0, "sessions", "reseat", "tafels", "--round", "1,2", "--absent", away, "--staff", "er-zijn.csv");
  await same(tab, folder, "tafels");
  await fits(tab, "seat plans");
  await shot(tab, "6-seats");
  // Somebody says no and every reserve too: whoever is left is drawn from again.
  const list = (name, column) => readFileSync(join(folder, "loting", name), "utf8").trim().split(/\r?\n/).slice(1).map(row => row.split(/[,;]/)[column]);
  const rows = [...list("panel.csv", 0).slice(0, 3), ...list("reserves.csv", 1)].map(id => `2027-04-01,${id},declined,`);
  writeFileSync(join(folder, "gebeurtenissen.csv"), `date,id,event,reason\n${rows.join("\n")}\n`);
  await tab.evaluate(text => window.geloot.work.disk.set("gebeurtenissen.csv", new TextEncoder().encode(text)), readFileSync(join(folder, "gebeurtenissen.csv"), "utf8"));
  await press(tab, "#supplement-make");
  // Nobody is left for one of the quotas: the page says so with the ways out, and goes on by the first.
  does(folder, 1, "supplement", "loting", "--events", "gebeurtenissen.csv", "--out", "aanvulling");
  await press(tab, "#supplement-repair");
  await there(tab, "aanvulling/public/commitment.txt");
  does(folder, 0, "supplement", "loting", "--events", "gebeurtenissen.csv", "--repair", "1", "--out", "aanvulling");
  await same(tab, folder, "aanvulling");
  await shot(tab, "6-supplement");
  // Once people have said no, those who are in are seated.
  await press(tab, "#tables-make");
  await there(tab, "tafels-2/plan.html");
  does(folder, 0, "people", "loting", "--events", "gebeurtenissen.csv", "--only", "in", "--out", "aanwezig.csv");
  does(folder, 0, "sessions", "--people", "aanwezig.csv", "--tables", "6", "--rounds", "3", "--staff", "staf.csv", "--seed", "woord van de burgemeester", "--out", "tafels-2");
  await same(tab, folder, "tafels-2");
  assert.equal(readFileSync(join(folder, "aanwezig.csv"), "utf8").trim().split("\n").length, 48);
  assert.deepEqual(problems, []);
});

test("chromium: fairest compared and chosen, two of an address, a draw annulled and made again, as by the command line", { timeout: 240_000 }, async t => {
  const folder = place(t);
  put(folder, new Map([["volunteers.csv", council("volunteers.csv")], ["quotas.csv", council("quotas.csv")]]));
  const { tab, problems } = await open(t, "chromium", 390);
  await press(tab, "#begin-new");
  await choose(tab, "#files", ...["volunteers.csv", "quotas.csv"].map(name => join(folder, name)));
  await tab.waitForFunction(() => window.geloot.work.chosen.length === 2);
  await type(tab, "#seats", "50");
  await all(tab);
  for (const heading of ["postcode", "huisnummer"]) await tab.$$eval("fieldset label", (found, name) => found.find(one => one.textContent === name).click(), heading);
  await type(tab, "#per-household", "2");
  await press(tab, "#to-check");
  await press(tab, "#to-charter");
  await all(tab);
  await tab.select("#charter-tickets", "1000");
  await tab.select("#charter-objective", "maximin");
  await press(tab, "#to-lottery");
  const pool = ["--pool", "volunteers.csv", "--quotas", "quotas.csv", "--seats", "50", "--household", "huisnummer,postcode", "--per-household", "2"];
  await all(tab);
  await press(tab, "#compare");
  await tab.waitForSelector("#comparing pre", { timeout: 120_000 });
  assert.equal((await tab.$eval("#comparing pre", found => found.textContent)).trim(), does(folder, 0, "compare", ...pool, "--tickets", "1000").shown.trim());
  await fits(tab, "the comparison");
  await shot(tab, "4-compare");
  await press(tab, "#make");
  await tab.waitForSelector("#line", { timeout: 120_000 });
  await type(tab, "#published", "Gemeenteblad");
  await press(tab, "#to-draw");
  await type(tab, "#evidence", "appel peer banaan");
  await press(tab, "#draw");
  await tab.waitForSelector("#to-lists", { timeout: 60_000 });
  // Without a reason, and without saying that it is meant, nothing is done.
  await all(tab);
  await press(tab, "#redraw");
  assert.equal(await tab.evaluate(() => document.activeElement.id), "redraw-why");
  await type(tab, "#redraw-why", "de notaris was er niet");
  await press(tab, "#redraw");
  assert.equal(await tab.evaluate(() => document.activeElement.id), "redraw-sure");
  assert.equal(await tab.evaluate(() => window.geloot.work.disk.has("loting/public/draws/2/draw.json")), false);
  await fits(tab, "to draw again");
  await accessible(tab, "to draw again");
  await shot(tab, "5-redraw");
  await press(tab, "#redraw-sure");
  await press(tab, "#redraw");
  await there(tab, "loting/public/draws/2/draw.json");
  await tab.waitForFunction(() => /de notaris was er niet/.test(document.querySelector("#main").textContent), { timeout: 60_000 });
  for (const name of ["sleutel.key", "charter.toml"]) writeFileSync(join(folder, name), await bytesOf(tab, "work", name));
  does(folder, 0, "lottery", ...pool, "--charter", "charter.toml", "--key", "sleutel.key", "--tickets", "1000", "--objective", "maximin", "--out", "loting");
  does(folder, 0, "draw", "loting", "--seed", "appel peer banaan", "--excel");
  does(folder, 0, "draw", "loting", "--redraw-because", "de notaris was er niet", "--excel");
  await same(tab, folder, "loting");
  await press(tab, "#to-lists");
  await press(tab, "#to-checked");
  await press(tab, "#verify");
  await tab.waitForSelector("#verdict.good", { timeout: 120_000 });
  assert.deepEqual(problems, []);
});

test("chromium: a date is filled in by the calendar on the wall, and paper is A4", { timeout: 60_000 }, async t => {
  const { tab } = await open(t);
  await tab.emulateTimezone("Europe/Amsterdam");
  // Half past midnight on the second of March; in Greenwich it is the first still.
  await tab.evaluate(() => { Date.now = () => Date.UTC(2027, 2, 1, 23, 30); });
  await press(tab, "#begin-new");
  await press(tab, "nav li:nth-child(3) button");
  assert.equal(await tab.$eval("#charter-date", field => field.value), "2027-03-02");
  await press(tab, "#home");
  await press(tab, "#begin-invite");
  await press(tab, "#invite-to-charter");
  assert.deepEqual(await tab.evaluate(() => ["#invite-date", "#invite-reference"].map(id => document.querySelector(id).value)), ["2027-03-02", "2027-03-02"]);
  const [, width, height] = /MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(Buffer.from(await tab.pdf({ preferCSSPageSize: true })).toString("latin1")).map(Number);
  assert.ok(Math.abs(width - 595) < 1 && Math.abs(height - 842) < 1, `${width} x ${height} points`);
});
