// The page in real browsers, from the disk: an organiser's whole way, with the same bytes as the command line; somebody who
// looks on, with honest and with tampered records; the keyboard alone; nothing that leaves.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import test from "node:test";
import { accessible, bytesOf, choose, digest, execFileSync, files, fill, fits, held, keyboard, open, pack, page, picture, place, press, put, root, run, scenario, shot, type } from "./support.mjs";

const SCENARIOS = [["peel-en-maas", 50, "nl"], ["nederlandse-excel", 30, "nl"], ["toolkit-300-45", 45, "en"]];

/** From files to a drawn panel. */
async function organise(tab, pool, quotas, seats, seed) {
  await press(tab, "#begin-new");
  await choose(tab, "#files", pool, quotas);
  await tab.waitForFunction(() => window.geloot.work.chosen.length === 2);
  await type(tab, "#seats", String(seats));
  await press(tab, "#to-check");
  await press(tab, "#to-charter");
  await type(tab, "#charter-title", "Burgerberaad Proef");
  await type(tab, "#charter-reserves", "5");
  await press(tab, "#to-lottery");
  await press(tab, "#make");
  await tab.waitForSelector("#line", { timeout: 180_000 });
  await type(tab, "#published", "Gemeenteblad, 1 maart 2027");
  await press(tab, "#to-draw");
  await press(tab, "#try");
  await tab.waitForSelector("#trial pre", { timeout: 60_000 });
  await type(tab, "#evidence", seed);
  await press(tab, "#draw");
  await tab.waitForSelector("#to-lists", { timeout: 60_000 });
}

for (const browser of ["chromium", "firefox"]) {
  for (const [name, seats, lang] of browser === "firefox" ? SCENARIOS.slice(0, 1) : SCENARIOS) {
    test(`${browser}: ${name}, organised and drawn as by the command line`, { timeout: 300_000 }, async t => {
      const { tab, problems } = await open(t, browser, 1280, lang);
      const [pool, quotas] = ["pool.csv", "quotas.csv"].map(file => join(scenario(name), file));
      await organise(tab, pool, quotas, seats, "Appel, peer banaan");
      await press(tab, "#to-lists");
      await press(tab, "#to-checked");
      await press(tab, "#verify");
      await tab.waitForSelector("#verdict.good", { timeout: 120_000 });
      // The same by the command line, with the key and the charter of the page.
      const folder = place(t), own = await held(tab);
      const given = await tab.evaluate(() => ["charter.toml", "sleutel.key"].map(file => [file, new TextDecoder().decode(window.geloot.work.disk.get(file))]));
      put(folder, new Map([...given.map(([file, text]) => [file, Buffer.from(text)]), ["pool.csv", readFileSync(pool)], ["quotas.csv", readFileSync(quotas)]]));
      const made = run(folder, "lottery", "--pool", "pool.csv", "--quotas", "quotas.csv", "--seats", String(seats), "--charter", "charter.toml",
        "--key", "sleutel.key", "--out", "loting");
      assert.equal(made.exit, 0, made.said);
      assert.equal(run(folder, "draw", "loting", "--seed", "proef", "--trial", "--excel").exit, 0);
      assert.equal(run(folder, "draw", "loting", "--seed", "Appel, peer banaan", "--excel").exit, 0);
      const theirs = files(join(folder, "loting"), "loting/");
      assert.ok(theirs.size > 20);
      const mine = Object.keys(own).filter(path => path.startsWith("loting/"));
      assert.deepEqual(mine.sort(), [...theirs.keys()].sort());
      for (const [path, bytes] of theirs) assert.equal(own[path], digest(bytes), path);
      assert.deepEqual(problems, []);
    });
  }
}

/** An honest record as the command line makes it, as a zip that others made, and what was published of it. */
function record(t) {
  const folder = place(t);
  const council = name => readFileSync(join(root, "examples/council", name));
  put(folder, new Map(["volunteers.csv", "quotas.csv", "charter.toml"].map(name => [name, council(name)])));
  const made = run(folder, "lottery", "--pool", "volunteers.csv", "--quotas", "quotas.csv", "--seats", "50", "--charter", "charter.toml", "--out", "loting");
  assert.equal(made.exit, 0, made.said);
  assert.equal(run(folder, "draw", "loting", "--seed", "appel peer banaan").exit, 0);
  return { folder, line: readFileSync(join(folder, "loting/public/commitment.txt"), "utf8").trim() };
}

/** Changes of a record by somebody who hopes that nobody looks. */
const change = (file, from, to) => folder => {
  const text = readFileSync(join(folder, file), "utf8"), changed = text.replace(from, to);
  assert.notEqual(changed, text, `${file} has nothing to change`);
  writeFileSync(join(folder, file), changed);
};
const drop = file => folder => execFileSync("rm", ["-r", join(folder, file)]);
const add = (file, text) => folder => writeFileSync(join(folder, file), text);
const TAMPERED = [
  ["a seed that was not given", change("draws/1/draw.json", /appel peer banaan/, "appel peer citroen")],
  ["another ticket", change("draws/1/draw.json", /"ticket": (\d+)/, (_, n) => `"ticket": ${Number(n) === 7 ? 8 : 7}`)],
  ["somebody else on the panel", change("draws/1/panel.csv", /\n[^\n,]+/, "\nAAAA-AAAA")],
  ["a person more on the panel", folder => change("draws/1/panel.csv", /$/, readFileSync(join(folder, "pool.csv"), "utf8").split("\n").at(-2) + "\n")(folder)],
  ["no panel", drop("draws/1/panel.csv")],
  ["no draw", drop("draws/1/draw.json")],
  ["a quota made wider", change("quotas.csv", /vrouw,25,25/, "vrouw,20,30")],
  ["a person's age", change("pool.csv", /18-24/, "25-34")],
  ["a person less", change("pool.csv", /\n[^\n]+\n$/, "\n")],
  ["another code", change("pool.csv", /\n[^\n,]+/, "\nZZZZ-ZZZZ")],
  ["profiles of other sizes", change("profiles.csv", /^1,1,/m, "1,2,")],
  ["tickets of another panel", change("lottery.csv", /^(\d+,)(\d+)/m, (_, a, n) => `${a}${Number(n) + 1}`)],
  ["no tickets", drop("lottery.csv")],
  ["a certificate that says more", change("certificate.json", /(\d)(?=[^\d]*$)/, (_, n) => String((Number(n) + 1) % 10))],
  ["no certificate", drop("certificate.json")],
  ["more seats", change("about.json", /"seats": 50/, '"seats": 51')],
  ["other tickets", change("about.json", /"tickets": 1000000/, '"tickets": 100000')],
  ["a charter that says otherwise", change("charter.toml", /20/, "30")],
  ["a manifest that fits nothing", change("manifest.txt", /[0-9a-f]{64}/, "0".repeat(64))],
  ["another line", change("commitment.txt", /.{4}\s*$/, "0000\n")],
  ["a file that does not belong there", add("extra.csv", "id\n1\n")],
  ["a reserve less", change("draws/1/reserves.csv", /\n[^\n]+\n$/, "\n")],
];

test("chromium: an honest record, on a phone", { timeout: 120_000 }, async t => {
  const { folder, line } = record(t);
  const zip = pack(folder, "loting/public", "openbaar.zip");
  const { tab, problems } = await open(t, "chromium", 390);
  await press(tab, "#begin-observe");
  await shot(tab, "observer-empty");
  await choose(tab, "#record", zip);
  await tab.waitForSelector("#verdict.look", { timeout: 60_000 });
  await type(tab, "#line-known", line);
  await tab.$eval("#line-known", field => field.dispatchEvent(new Event("change")));
  await tab.waitForSelector("#verdict.good", { timeout: 60_000 });
  await fits(tab, "the report");
  await shot(tab, "observer-honest");
  await picture(tab, "observer", 1150);
  const code = readFileSync(join(folder, "loting/public/pool.csv"), "utf8").split("\n")[3].split(",")[0];
  await type(tab, "#code", code.toLowerCase());
  await tab.keyboard.press("Enter");
  await tab.waitForFunction(wanted => document.querySelector("#mine strong")?.textContent === wanted, {}, code);
  const told = run(folder, "--json", "explain", "loting/public", "--code", code);
  const text = await tab.$eval("#mine", found => found.textContent);
  for (const paragraph of JSON.parse(told.shown).text.split("\n")) assert.ok(text.includes(paragraph), paragraph);
  await fits(tab, "the code");
  await accessible(tab, "the report");
  await shot(tab, "observer-code");
  await picture(tab, "code", 0, "#mine .card");
  // The wrong line is found out too.
  await type(tab, "#line-known", `geloot-commitment-1:${"0".repeat(64)}`);
  await tab.$eval("#line-known", field => field.dispatchEvent(new Event("change")));
  await tab.waitForSelector("#verdict.bad", { timeout: 60_000 });
  assert.deepEqual(problems, []);
});

test("chromium: what was not checked is said on top: nobody declared where chance comes from", { timeout: 120_000 }, async t => {
  const folder = place(t), council = name => readFileSync(join(root, "examples/council", name));
  put(folder, new Map(["volunteers.csv", "quotas.csv"].map(name => [name, council(name)])));
  assert.equal(run(folder, "lottery", "--pool", "volunteers.csv", "--quotas", "quotas.csv", "--seats", "50", "--tickets", "1000", "--out", "loting").exit, 0);
  assert.equal(run(folder, "draw", "loting", "--seed", "appel peer banaan").exit, 0);
  assert.equal(run(folder, "draw", "loting", "--redraw-because", "een lege accu").exit, 0);
  const { tab, problems } = await open(t, "chromium", 390);
  await press(tab, "#begin-observe");
  await type(tab, "#line-known", readFileSync(join(folder, "loting/public/commitment.txt"), "utf8").trim());
  await choose(tab, "#record", pack(folder, "loting/public", "openbaar.zip"));
  await tab.waitForSelector("#verdict.look", { timeout: 60_000 });
  const { claims } = JSON.parse(run(folder, "--json", "verify", "loting/public").shown), not = claims.filter(claim => claim.outcome === "NOT CHECKED" && claim.claim !== 2);
  const [open_, others] = [not.filter(claim => claim.open), not.filter(claim => !claim.open)];
  assert.deepEqual(open_.map(claim => claim.claim), [12]);
  assert.match(await tab.$eval("#verdict strong", found => found.textContent), /Niet alles is nagekeken.* 1\./);
  assert.match(await tab.$eval("#verdict .others", found => found.textContent), new RegExp(`: ${others.length}\\.`));
  assert.match(await tab.$eval("#claims .card", found => `${found.className} ${found.textContent}`), /look .*V12/);
  // On paper stands which line it was checked with, and no heading with nothing below it.
  await tab.emulateMediaType("print");
  const seen = () => tab.evaluate(() => [".on-paper", ".ask", "#line-known"].map(id => document.querySelector(id).checkVisibility()));
  assert.deepEqual(await seen(), [true, false, false]);
  await tab.emulateMediaType("screen");
  assert.deepEqual(await seen(), [false, true, true]);
  await fits(tab, "what was left open");
  await shot(tab, "observer-open");
  // Each step says how anybody gets the same: the seed by Python, of the draw that has words of its own; the row by awk.
  const typed = await tab.$$eval(".steps li", all => all.map(one => one.querySelector("code.line")?.textContent));
  assert.equal(typed.filter(Boolean).length, 4);
  const record = JSON.parse(readFileSync(join(folder, "loting/public/draws/2/draw.json"), "utf8"));
  const shell = command => execFileSync("bash", ["-c", command], { cwd: join(folder, "loting"), encoding: "utf8" }).trim();
  shell(typed[0].replace("manifest.txt)", "manifest.txt || true)"));
  assert.equal(shell(typed[1]), record.seed);
  const row = shell(typed[2]).split(",");
  assert.ok(Number(row[0]) <= record.ticket && record.ticket <= Number(row[1]));
  assert.equal(await tab.$eval(".steps li:nth-child(3) code.line:last-child", found => found.textContent), row.join(","));
  assert.deepEqual(problems, []);
});

test("chromium: records that were tampered with, as the command line judges them", { timeout: 300_000 }, async t => {
  const { folder, line } = record(t);
  const { tab, problems } = await open(t, "chromium", 390);
  await press(tab, "#begin-observe");
  for (const [at, [name, tamper]] of TAMPERED.entries()) {
    const other = place(t);
    put(other, new Map([...files(join(folder, "loting/public"), "public/")]));
    tamper(join(other, "public"));
    const theirs = JSON.parse(run(other, "--json", "verify", ".", "--commitment", line).shown);
    assert.ok(theirs.failed?.length, name);
    await tab.evaluate(known => { window.geloot.seen.files.clear(); window.geloot.seen.names.length = 0; window.geloot.seen.answer = undefined; window.geloot.seen.line = known; }, line);
    await choose(tab, "#record", pack(other, "public", "openbaar.zip"));
    await tab.waitForFunction(() => window.geloot.seen.answer?.data?.claims && document.querySelector("#verdict.bad"), { timeout: 60_000 });
    const [failed, first, claims] = await tab.evaluate(() => [window.geloot.seen.answer.data.failed, document.querySelector("#claims .card").className, window.geloot.seen.answer.data.claims]);
    assert.deepEqual(failed, theirs.failed, name);
    assert.deepEqual(claims, theirs.claims, name);
    assert.match(first, /bad/, `${name}: what fails comes first`);
    if (at === 2) { await shot(tab, "observer-tampered"); await picture(tab, "tampered", 1150); }
  }
  assert.deepEqual(problems, []);
});

test("firefox: an honest and a tampered record", { timeout: 120_000 }, async t => {
  const { folder, line } = record(t);
  const { tab, problems } = await open(t, "firefox", 390, "en");
  await press(tab, "#begin-observe");
  await type(tab, "#line-known", line);
  await choose(tab, "#record", pack(folder, "loting/public", "openbaar.zip"));
  await tab.waitForSelector("#verdict.good", { timeout: 60_000 });
  TAMPERED[0][1](join(folder, "loting/public"));
  await choose(tab, "#record", pack(folder, "loting/public", "anders.zip"));
  await tab.waitForSelector("#verdict.bad", { timeout: 60_000 });
  assert.deepEqual(problems, []);
});

test("chromium: every step is for everybody, on a wide and a narrow screen, in both languages", { timeout: 300_000 }, async t => {
  const { tab, problems } = await open(t, "chromium", 1280, "nl");
  const look = async (name, ready) => {
    await tab.waitForSelector(ready, { timeout: 120_000 });
    for (const width of [1280, 390]) {
      await tab.setViewport({ width, height: 900 });
      await fits(tab, `${name} at ${width}`);
      await accessible(tab, `${name} at ${width}`);
      await shot(tab, `${name}-${width}`);
    }
    await tab.click("#language");
    await tab.waitForSelector(ready, { timeout: 120_000 });
    const unsaid = await tab.evaluate(() => document.body.innerText.match(/\[page-[^\]]*\]/g));
    assert.equal(unsaid, null, name);
    await accessible(tab, `${name} in English`);
    await shot(tab, `${name}-en`);
    await tab.click("#language");
    await tab.waitForSelector(ready, { timeout: 120_000 });
    await tab.setViewport({ width: 1280, height: 900 });
  };
  await look("0-begin", "#begin-new");
  await press(tab, "#begin-practise");
  await look("1-files", "#to-check");
  await press(tab, "#to-check");
  await look("2-check", "#to-charter");
  await picture(tab, "check", 1000);
  await press(tab, "#to-charter");
  await look("3-charter", "#to-lottery");
  await press(tab, "#to-lottery");
  await press(tab, "#make");
  await tab.waitForSelector("#line", { timeout: 120_000 });
  await type(tab, "#published", "Gemeenteblad");
  await look("4-lottery", "#line");
  await picture(tab, "line", 900);
  await press(tab, "#to-draw");
  await look("5-draw", "#draw");
  await type(tab, "#evidence", "appel peer banaan");
  await press(tab, "#draw");
  await look("5-drawn", "#to-lists");
  await press(tab, "#to-lists");
  await look("6-lists", "#to-checked");
  await press(tab, "#to-checked");
  await press(tab, "#verify");
  await tab.waitForSelector("#verdict.good", { timeout: 120_000 });
  await press(tab, "#account");
  await tab.waitForSelector("iframe.account");
  await accessible(tab, "the checked record");
  await shot(tab, "7-checked");
  assert.deepEqual(problems, []);
});

test("chromium: quotas that clash are mended with one click and a reason", { timeout: 120_000 }, async t => {
  const folder = place(t);
  const quotas = readFileSync(join(root, "examples/council/quotas.csv"), "utf8").replace("kern,Kessel-Eik,0,1", "kern,Kessel-Eik,5,6");
  writeFileSync(join(folder, "quotas.csv"), quotas);
  const { tab } = await open(t);
  await press(tab, "#begin-new");
  await choose(tab, "#files", join(root, "examples/council/volunteers.csv"), join(folder, "quotas.csv"));
  await tab.waitForFunction(() => window.geloot.work.chosen.length === 2);
  await type(tab, "#seats", "50");
  await press(tab, "#to-check");
  await tab.waitForSelector("#verdict.bad", { timeout: 60_000 });
  await tab.waitForSelector("#why");
  await shot(tab, "2-clash");
  await type(tab, "#why", "te weinig aanmeldingen uit Kessel-Eik");
  await press(tab, "ol.cards button");
  await tab.waitForSelector("#verdict.good", { timeout: 60_000 });
  const [changes, role] = await tab.evaluate(() => [window.geloot.work.changes, window.geloot.work.chosen.find(file => file.role === "quotas").name]);
  assert.equal(changes[0].why, "te weinig aanmeldingen uit Kessel-Eik");
  assert.equal(role, "quota-aangepast.csv");
  // The reason belongs to these quotas: with those from before it is gone, and with these it is there again.
  const noted = () => tab.$eval("#charter-changes", found => found.textContent).catch(() => "");
  const use = async quotas => {
    await press(tab, "nav li:nth-child(1) button");
    for (const name of ["quotas.csv", "quota-aangepast.csv"]) await tab.select(`section[aria-label="${name}"] select`, name === quotas ? "quotas" : "other");
    await press(tab, "nav li:nth-child(3) button");
  };
  await press(tab, "#to-charter");
  assert.match(await noted(), /# kern: Kessel-Eik: .* \(te weinig aanmeldingen uit Kessel-Eik\)/);
  await use("quotas.csv");
  assert.equal(await noted(), "");
  await use("quota-aangepast.csv");
  assert.match(await noted(), /te weinig aanmeldingen/);
  // Below a charter of one's own it comes too, unless the person says no; how many tickets there are is asked of that one too.
  const own = 'title = "Eigen"\ndate = 2027-03-01\n\n[seed]\nsource = "text"';
  writeFileSync(join(folder, "eigen.toml"), own);
  await press(tab, "nav li:nth-child(1) button");
  await choose(tab, "#files", join(folder, "eigen.toml"));
  await tab.waitForFunction(() => window.geloot.work.chosen.some(file => file.role === "charter"));
  await press(tab, "nav li:nth-child(3) button");
  assert.match(await noted(), /te weinig aanmeldingen/);
  await fits(tab, "a charter of one's own");
  await accessible(tab, "a charter of one's own");
  await shot(tab, "3-charter-own");
  await press(tab, "#charter-noted");
  assert.match(await noted(), /staat nergens/);
  await press(tab, "#charter-noted");
  await tab.$eval("#charter-tickets", field => { field.closest("details").open = true; });
  await tab.select("#charter-tickets", "1000");
  await press(tab, "nav li:nth-child(2) button");
  await tab.$$eval("#main button", all => all.find(one => one.textContent === "Alles controleren")?.click());
  await press(tab, "#to-charter");
  await press(tab, "#to-lottery");
  await press(tab, "#make");
  await tab.waitForSelector("#line", { timeout: 120_000 });
  const frozen = (await bytesOf(tab, "work", "loting/public/charter.toml")).toString();
  assert.ok(frozen.startsWith(`${own}\n# `) && /te weinig aanmeldingen uit Kessel-Eik\)\n$/.test(frozen), frozen);
  assert.equal(JSON.parse((await bytesOf(tab, "work", "loting/public/about.json")).toString()).tickets, 1000);
});

test("chromium: what is wrong with a file is said with its row, and nothing can be made of it", { timeout: 60_000 }, async t => {
  const folder = place(t);
  writeFileSync(join(folder, "pool.csv"), "id,kern\n1,Panningen\n1,Panningen\n2,Onbekend\n");
  writeFileSync(join(folder, "quotas.csv"), "feature,value,min,max\nkern,Panningen,1,1\n");
  const { tab } = await open(t);
  await press(tab, "#begin-new");
  await choose(tab, "#files", join(folder, "pool.csv"), join(folder, "quotas.csv"));
  await tab.waitForFunction(() => window.geloot.work.chosen.length === 2);
  await type(tab, "#seats", "1");
  await press(tab, "#to-check");
  await tab.waitForSelector("#verdict.bad", { timeout: 60_000 });
  const said = await tab.$eval("#main", found => found.textContent);
  const theirs = JSON.parse(run(folder, "--json", "check", "--pool", "pool.csv", "--quotas", "quotas.csv", "--seats", "1").shown);
  for (const fault of theirs.faults.filter(found => found.grade === "stop")) assert.ok(said.includes(fault.text.replace(` [${fault.code}]`, "").trim()), fault.text);
  assert.equal(await tab.$("#to-charter"), null);
});

test("chromium: the keyboard alone does the whole job", { timeout: 180_000 }, async t => {
  const { tab } = await open(t);
  const { reach, enter } = keyboard(tab);
  await enter("begin-practise", "#to-check");
  await enter("to-check", "#to-charter");
  await enter("to-charter", "#to-lottery");
  await enter("to-lottery", "#make");
  await enter("make", "#line");
  await reach("published");
  await tab.keyboard.type("Gemeenteblad");
  await enter("to-draw", "#evidence");
  await reach("evidence");
  await tab.keyboard.type("appel peer banaan");
  await enter("draw", "#to-lists");
  await enter("to-lists", "#to-checked");
  await enter("to-checked", "#verify");
  await enter("verify", "#verdict");
});

test("chromium: what was saved is gone on with; a tab that is killed loses nothing of it", { timeout: 180_000 }, async t => {
  const folder = place(t);
  const { tab, browser } = await open(t);
  await organise(tab, join(scenario("peel-en-maas"), "pool.csv"), join(scenario("peel-en-maas"), "quotas.csv"), 50, "appel peer banaan");
  const zips = await tab.evaluate(async () => {
    const text = bytes => { let all = ""; for (let i = 0; i < bytes.length; i += 30000) all += String.fromCharCode(...bytes.subarray(i, i + 30000)); return btoa(all); };
    return [text(await window.geloot.publicZip()), text(await window.geloot.sealedZip())];
  });
  const before = await held(tab);
  await browser.close();
  const paths = ["openbaar.zip", "verzegeld.zip"].map(name => join(folder, name));
  zips.forEach((zip, i) => writeFileSync(paths[i], Buffer.from(zip, "base64")));
  // Any program opens them, and nothing of the sealed part is in the public one.
  const names = path => execFileSync("python3", ["-c", "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print('\\n'.join(z.namelist()))", path], { encoding: "utf8" }).trim().split("\n");
  assert.ok(names(paths[0]).every(name => name.startsWith("public/")));
  assert.ok(names(paths[1]).every(name => !name.startsWith("public/")) && names(paths[1]).includes("sealed/codes.csv"));
  const again = await open(t);
  await choose(again.tab, "#resume", ...paths);
  await again.tab.waitForSelector("#to-checked", { timeout: 60_000 });
  assert.deepEqual(await held(again.tab), before);
});

test("chromium: leaving with unsaved work asks; stopping the engine keeps everything", { timeout: 120_000 }, async t => {
  const { tab } = await open(t);
  await press(tab, "#begin-new");
  const asks = () => tab.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
  assert.equal(await asks(), false);
  await choose(tab, "#files", join(scenario("klimaatberaad"), "pool.csv"), join(scenario("klimaatberaad"), "quotas.csv"));
  await tab.waitForFunction(() => window.geloot.work.chosen.length === 2);
  assert.equal(await asks(), true);
  const seats = /^seats = (\d+)/m.exec(readFileSync(join(scenario("klimaatberaad"), "scenario.toml"), "utf8"))[1];
  await type(tab, "#seats", seats);
  const before = await held(tab);
  await press(tab, "#to-check");
  await press(tab, "#checking button");
  await tab.waitForSelector("#checking:empty");
  assert.deepEqual(await held(tab), before);
  await press(tab, "nav li:nth-child(1) button");
  assert.equal(await tab.$eval("#seats", field => field.value), seats);
});

test("chromium: the page cannot fetch, and its policy is in force", { timeout: 60_000 }, async t => {
  const asked = [];
  const server = createServer((request, response) => { asked.push(request.url); response.setHeader("Access-Control-Allow-Origin", "*"); response.end("x"); });
  await new Promise(ready => server.listen(0, "127.0.0.1", ready));
  t.after(() => server.close());
  const address = `http://127.0.0.1:${server.address().port}`;
  const { tab } = await open(t);
  const refused = await tab.evaluate(async to => {
    const tries = {
      fetch: () => fetch(`${to}/fetch`).then(() => "went", () => "refused"),
      beacon: async () => { try { return navigator.sendBeacon(`${to}/beacon`, "x") ? "queued" : "refused"; } catch { return "refused"; } },
      image: () => new Promise(done => { const image = new Image(); image.onload = () => done("went"); image.onerror = () => done("refused"); image.src = `${to}/image`; }),
      socket: () => new Promise(done => { try { const socket = new WebSocket(to.replace("http", "ws")); socket.onopen = () => done("went"); socket.onerror = () => done("refused"); } catch { done("refused"); } }),
      script: () => new Promise(done => { const script = document.createElement("script"); script.onload = () => done("went"); script.onerror = () => done("refused"); script.src = `${to}/script`; document.head.append(script); }),
      inline: async () => { const script = document.createElement("script"); script.textContent = "window.went = true"; document.head.append(script); return window.went ? "went" : "refused"; },
    };
    const all = {};
    for (const [name, attempt] of Object.entries(tries)) all[name] = await attempt();
    return all;
  }, address);
  await new Promise(done => setTimeout(done, 300));
  assert.deepEqual(asked, []);
  assert.deepEqual(Object.entries(refused).filter(([name, how]) => how === "went" && name !== "beacon"), []);
});

test("the page is one file of less than 8 MB that names nothing outside itself", () => {
  const bytes = readFileSync(page), html = bytes.toString();
  assert.ok(bytes.length < 8_000_000, `${bytes.length} bytes`);
  const text = html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "");
  assert.doesNotMatch(text, /\b(src|href)\s*=\s*(?!["']?(?:data:|#))/i);
  assert.match(text, /connect-src 'none'/);
});

test("every sentence of the page comes from the catalogues, what is said before the engine starts too", () => {
  const template = readFileSync(join(root, "page/page.html"), "utf8").replace(/<(style|script|title)\b[\s\S]*?<\/\1>/g, "");
  const said = template.replace(/<[^>]*>/g, "\n").replace(/@@page-[a-z-]+@@/g, "").split("\n").map(text => text.trim()).filter(Boolean);
  assert.deepEqual(said, ["Geloot"]);
  // Three words in a row, within quotation marks, are a sentence.
  const texts = readdirSync(join(root, "page/src")).flatMap(name => {
    const code = readFileSync(join(root, "page/src", name), "utf8").replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "").replace(/ \/\/ .*$/gm, "");
    return [...code.matchAll(/"([^"\n]*)"|`([^`\n]*)`/g)].map(([, a, b]) => a ?? b).filter(text => /(?:^|[^\w.-])[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(text) && !/^python3 /.test(text)).map(text => `${name}: ${text}`);
  });
  // Names of classes, and the words of the seed of examples and trials, are no sentences.
  assert.deepEqual(texts.filter(text => !/oefenen oefenen oefenen/.test(text)), []);
  const html = readFileSync(page, "utf8");
  for (const lang of ["nl", "en"]) {
    const words = readFileSync(join(root, `src/words/i18n/${lang}/page.ftl`), "utf8");
    for (const key of ["page-skip", "page-unpacking", "page-no-script"]) assert.ok(html.includes(`<span lang="${lang}">${new RegExp(`^${key} = (.*)$`, "m").exec(words)[1]}</span>`), key);
  }
});

test("chromium: an engine that was changed is refused, in words of the catalogue", { timeout: 60_000 }, async t => {
  const path = join(place(t), "geloot.html");
  writeFileSync(path, readFileSync(page, "utf8").replace(/(WASM_DIGEST = ")[0-9a-f]{4}/, "$10000").replace(/'sha256-[^']*'/, "'unsafe-inline'"));
  const { tab } = await open(t, "chromium", 390, "nl");
  await tab.goto(`file://${path}`);
  await tab.waitForFunction(() => /kan hier niet beginnen|cannot start here/.test(document.querySelector("#main").textContent), { timeout: 30_000 });
  assert.match(await tab.$eval("#main", found => found.textContent), /Haal het bestand opnieuw|Get the file again/);
});

test("chromium: a page with one record inside checks itself, with nothing else at hand", { timeout: 120_000 }, async t => {
  const { folder, line } = record(t);
  const path = join(folder, "website.html");
  assert.equal(run(folder, "account", "loting", "--checker", page, "--out", "website.html").exit, 0);
  const { tab, problems } = await open(t);
  // The page itself makes the same file, from itself.
  const own = await tab.evaluate(() => window.geloot.itself());
  writeFileSync(join(folder, "itself.html"), own);
  assert.equal(run(folder, "account", "loting", "--checker", "itself.html", "--out", "again.html").exit, 0);
  // What is shown in a language, and where line ends stand around head and body, is the browser's; what runs is the same.
  const runs = text => [...text.matchAll(/<script[^>]*>[^]*?<\/script>|content="default-src[^"]*"|<style>[^]*?<\/style>|<title>.*<\/title>/g)].map(found => digest(found[0]));
  assert.deepEqual(runs(readFileSync(join(folder, "again.html"), "utf8")), runs(readFileSync(path, "utf8")));
  await tab.goto(`file://${path}`);
  await tab.waitForFunction(() => document.body.dataset.ready, { timeout: 60_000 });
  await tab.waitForSelector("#verdict.look", { timeout: 60_000 });
  await type(tab, "#line-known", line);
  await tab.$eval("#line-known", field => field.dispatchEvent(new Event("change")));
  await tab.waitForSelector("#verdict.good", { timeout: 60_000 });
  await press(tab, "#account-seen");
  await tab.waitForSelector("iframe.account");
  await shot(tab, "enclosed");
  assert.deepEqual(problems, []);
  assert.deepEqual(runs(await tab.evaluate(() => window.geloot.itself())), runs(own));
  // What holds a record already, or is no page, is refused.
  assert.equal(run(folder, "account", "loting", "--checker", "website.html", "--out", "twice.html").exit, 2);
});

test("chromium: every other command runs on files that are chosen", { timeout: 60_000 }, async t => {
  const { tab, problems } = await open(t);
  await press(tab, "#begin-commands");
  await choose(tab, "#any", join(root, "examples/council/volunteers.csv"), join(root, "examples/council/ages.csv"));
  await tab.waitForFunction(() => window.geloot.shell.files.size === 2);
  const does = async typed => {
    await type(tab, "#command", typed);
    await tab.evaluate(() => { window.geloot.shell.answer = undefined; });
    await press(tab, "#do");
    await tab.waitForFunction(() => window.geloot.shell.answer, { timeout: 60_000 });
    return tab.evaluate(() => window.geloot.shell.answer);
  };
  assert.match((await does("geloot --help")).shown, /invite/);
  assert.equal((await does('quotas --population ages.csv --seats 50 --out "q 1.csv"')).exit, 0);
  assert.ok(await tab.evaluate(() => window.geloot.shell.files.has("q 1.csv")));
  assert.equal((await does("nonsense")).exit, 2);
  assert.equal((await does("check --pool nergens.csv --seats 3")).exit, 3);
  await fits(tab, "any other command");
  await accessible(tab, "any other command");
  await shot(tab, "commands");
  assert.deepEqual(problems, []);
});

test("chromium: events after the draw, whose turn it is, a seat plan", { timeout: 120_000 }, async t => {
  const { tab, problems } = await open(t, "chromium", 390);
  await press(tab, "#begin-practise");
  await press(tab, "#to-check");
  await press(tab, "#to-charter");
  await press(tab, "#to-lottery");
  await press(tab, "#make");
  await tab.waitForSelector("#line", { timeout: 120_000 });
  await type(tab, "#published", "Gemeenteblad");
  await press(tab, "#to-draw");
  await type(tab, "#evidence", "appel peer banaan");
  await press(tab, "#draw");
  await press(tab, "#to-lists");
  await tab.waitForSelector("#event-who");
  await tab.$$eval("details", all => all.forEach(one => { one.open = true; }));
  const first = await tab.evaluate(() => window.geloot.work.drawn.data.panel[0]);
  await type(tab, "#event-who", first);
  await tab.select("#event-what", "declined");
  await type(tab, "#event-by", "Anna, balie");
  await press(tab, "#put");
  await tab.waitForSelector("#turns ol li", { timeout: 60_000 });
  const next = await tab.$eval("#turns ol li strong", found => found.textContent);
  await type(tab, "#event-who", next);
  await tab.select("#event-what", "called");
  await fill(tab, "#event-until", "2027-06-30");
  await press(tab, "#put");
  await tab.waitForFunction(who => document.querySelector("#turns strong")?.textContent !== who, { timeout: 60_000 }, next);
  const events = (await bytesOf(tab, "work", "gebeurtenissen.csv")).toString().trim().split("\n");
  assert.match(events[1], /,declined,,"Anna, balie",$/);
  assert.match(events[2], /,called,,"Anna, balie",2027-06-30$/);
  await type(tab, "#table-seed", "woord van de burgemeester");
  await tab.$$eval("button", all => all.find(one => one.textContent === "Maak de tafelindeling").click());
  await tab.waitForFunction(() => [...window.geloot.work.disk.keys()].some(name => name.startsWith("tafels/")), { timeout: 60_000 });
  await fits(tab, "the lists");
  await accessible(tab, "the lists, open");
  await shot(tab, "lists-open");
  assert.deepEqual(problems, []);
});

test("chromium: messages name the fields of the page, not options", { timeout: 120_000 }, async t => {
  const { tab } = await open(t);
  await press(tab, "#begin-practise");
  await press(tab, "#to-check");
  await tab.waitForSelector("#to-charter", { timeout: 60_000 });
  const said = await tab.evaluate(() => [...document.querySelectorAll("#main .card p")].map(one => one.textContent).join("\n"));
  assert.match(said, /Kolom met het nummer van elke persoon/);
  assert.doesNotMatch(said, /--[a-z]/);
});
