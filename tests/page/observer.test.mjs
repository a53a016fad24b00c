// An observer of letters and of programmes, on a phone: honest ones, somebody's own lot, and lies. What the page says of a lie is what
// the command line says of it.
import test from "node:test";
import assert from "node:assert/strict";
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { accessible, choose, execFileSync, fits, open, pack, place, press, root, run, shot, type } from "./support.mjs";

/** Letters of a village, as the command line draws them; their line. */
function letters(t) {
  const folder = place(t), from = join(root, "fixtures/invite/peel-en-maas-register");
  const does = (...command) => { const done = run(folder, ...command); assert.equal(done.exit, 0, `${command.join(" ")}: ${done.said}`); };
  writeFileSync(join(folder, "codes.key"), `${"1f".repeat(32)}\n`);
  does("invite", "frame", "--register", join(from, "register.csv"), "--strata", join(from, "strata.csv"), "--charter", join(from, "charter.toml"), "--key", "codes.key", "--out", "brieven");
  does("invite", "draw", "brieven", "--seed", "appel peer banaan");
  return { folder, line: readFileSync(join(folder, "brieven/public/commitment.txt"), "utf8").trim() };
}

const change = (name, from, to) => folder => {
  const path = join(folder, name), text = readFileSync(path, "utf8");
  assert.match(text, from, name);
  writeFileSync(path, text.replace(from, to));
};
// Each is told by another claim, or in another place.
const LIES = [
  ["another line", change("commitment.txt", /.{4}\s*$/, "0000\n")],
  ["a plan of other letters", change("plan.csv", /(\d)(\s*)$/, (_, digit, end) => String((Number(digit) + 1) % 10) + end)],
  ["other counts", change("counts.csv", /(\d)(\s*)$/, (_, digit, end) => String((Number(digit) + 1) % 10) + end)],
  ["a draw of another seed", change("draws/1/draw.json", /"seed": "[0-9a-f]{64}"/, `"seed": "${"0".repeat(64)}"`)],
  ["other words", change("draws/1/draw.json", /banaan/, "citroen")],
  ["a charter that says otherwise", change("charter.toml", /300/, "301")],
  ["a list without its manifest", folder => rmSync(join(folder, "draws/1/manifest.txt"))],
  ["people who are not in the frame", change("people.csv", /\n(\d+),/, "\n1$1,")],
  ["a file that does not belong there", folder => writeFileSync(join(folder, "namen.csv"), "naam\nJansen\n")],
];

/** Forgets what was looked at before, and takes this public folder and line. */
async function look(tab, folder, line) {
  await tab.evaluate(known => { const { seen } = window.geloot; seen.files.clear(); seen.names.length = 0; seen.answer = undefined; seen.line = known; }, line);
  await choose(tab, "#record", pack(folder, "public", "openbaar.zip"));
  await tab.waitForFunction(() => window.geloot.seen.answer?.data && document.querySelector("#verdict"), { timeout: 120_000 });
  return tab.evaluate(() => {
    const { data } = window.geloot.seen.answer;
    return { claims: data.claims, verdict: document.querySelector("#verdict").className, first: document.querySelector("#claims .card").className };
  });
}

test("chromium: letters that were drawn, and somebody's own lot", { timeout: 180_000 }, async t => {
  const { folder, line } = letters(t);
  const { tab, problems } = await open(t, "chromium", 390);
  await press(tab, "#begin-observe");
  const said = await look(tab, join(folder, "brieven"), line);
  const theirs = JSON.parse(run(folder, "--json", "verify", "brieven/public", "--commitment", line).shown);
  assert.deepEqual(said.claims, theirs.claims);
  assert.match(said.verdict, /good/);
  await fits(tab, "letters");
  await accessible(tab, "letters");
  const key = readFileSync(join(folder, "brieven/letters.csv"), "utf8").split("\n")[1].split(",")[2];
  const told = run(folder, "explain", "brieven/public", "--person", key).shown;
  await type(tab, "#code", key);
  await tab.keyboard.press("Enter");
  await tab.waitForFunction(() => document.querySelector("#mine")?.textContent, { timeout: 60_000 });
  const text = await tab.$eval("#mine", found => found.textContent);
  for (const part of told.split("\n")) assert.ok(text.includes(part.trim()), part);
  assert.ok(!text.includes("--code"), "the command that says the same is one for letters");
  await fits(tab, "a lot");
  await shot(tab, "observer-letters");
  assert.deepEqual(problems, []);
});

test("chromium: letters that were tampered with, as the command line judges them", { timeout: 300_000 }, async t => {
  const { folder, line } = letters(t);
  const { tab, problems } = await open(t, "chromium", 390);
  await press(tab, "#begin-observe");
  for (const [name, tamper] of LIES) {
    const other = place(t);
    cpSync(join(folder, "brieven/public"), join(other, "public"), { recursive: true });
    tamper(join(other, "public"));
    const theirs = JSON.parse(run(other, "--json", "verify", "public", "--commitment", line).shown);
    assert.ok(theirs.claims.some(claim => claim.outcome === "FAIL"), name);
    const said = await look(tab, other, line);
    assert.deepEqual(said.claims, theirs.claims, name);
    assert.match(said.verdict, /bad/, name);
    assert.match(said.first, /bad/, `${name}: what fails comes first`);
  }
  assert.deepEqual(problems, []);
});

test("chromium: lies about a programme, as the command line judges them", { timeout: 300_000 }, async t => {
  const told = join(root, "fixtures/programme/tampered");
  const { tab, problems } = await open(t, "chromium", 390);
  await press(tab, "#begin-observe");
  let bad = 0;
  for (const lie of readdirSync(told, { withFileTypes: true }).filter(one => one.isDirectory()).map(one => one.name).sort()) {
    const folder = place(t), dir = join(folder, "P");
    execFileSync("sh", [join(told, "tell.sh"), lie, dir]);
    const heads = readFileSync(join(told, lie, "given.toml"), "utf8").match(/geloot-ledger-1:[0-9a-f]{64}/g) ?? [];
    // Whoever looks on has the public part alone.
    rmSync(join(dir, "sealed"), { recursive: true, force: true });
    const theirs = JSON.parse(run(folder, "--json", "programme", "verify", "P", ...heads.flatMap(head => ["--head", head])).shown);
    const said = await look(tab, dir, heads.join(" "));
    assert.deepEqual(said.claims, theirs.claims, lie);
    const failed = theirs.claims.some(claim => claim.outcome === "FAIL");
    assert.equal(/bad/.test(said.verdict), failed, lie);
    bad += failed;
  }
  assert.ok(bad >= 8, `${bad} lies are seen by whoever has the public part alone`);
  assert.deepEqual(problems, []);
});
