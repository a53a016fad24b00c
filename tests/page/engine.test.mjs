// The engine of the page beside the command line: the same bytes, the same words, the same answers.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { engine, files, place, put, root, run, scenario } from "./support.mjs";

const council = name => readFileSync(join(root, "examples/council", name));

/** The same commands by both, one after the other; after each, everything agrees. */
async function both(t, found, commands) {
  const folder = place(t), own = await engine();
  put(folder, found);
  let held = new Map(found);
  for (const listed of commands) {
    // A number in front: the exit code of what is refused.
    const [exit, command] = typeof listed[0] === "number" ? [listed[0], listed.slice(1)] : [0, listed];
    const [mine, theirs] = [own.act("run", command, held), run(folder, ...command)];
    const name = command.join(" ");
    assert.equal(theirs.exit, exit, `${name}: ${theirs.said}`);
    assert.equal(mine.exit, exit, `${name}: ${mine.said}`);
    assert.equal(mine.shown, theirs.shown, name);
    assert.equal(mine.said, theirs.said, name);
    mine.gone.forEach(gone => held.delete(gone));
    held = new Map([...held, ...mine.made]);
    const there = files(folder);
    assert.deepEqual([...held.keys()].sort(), [...there.keys()].sort(), name);
    for (const [path, bytes] of there) assert.ok(bytes.equals(held.get(path)), `${name}: ${path}`);
  }
  return { folder, own, held };
}

for (const [name, seats] of [["peel-en-maas", 50], ["nederlandse-excel", null], ["zeeland", null]]) {
  test(`${name}: from the check to the account, byte for byte`, async t => {
    const facts = readFileSync(join(scenario(name), "scenario.toml"), "utf8");
    const many = String(seats ?? /^seats = (\d+)/m.exec(facts)[1]);
    const found = new Map(["pool.csv", "quotas.csv"].map(file => [file, readFileSync(join(scenario(name), file))]));
    found.set("sleutel.key", Buffer.from(`${"ab".repeat(32)}\n`));
    found.set("charter.toml", Buffer.from('title = "Proef"\ndate = 2027-03-01\n\n[seed]\nsource = "text"\n\n[reserves]\nnumber = 5\nattrition = "10%"\n'));
    const pool = ["--pool", "pool.csv", "--quotas", "quotas.csv", "--seats", many];
    await both(t, found, [
      ["check", ...pool],
      ["lottery", ...pool, "--charter", "charter.toml", "--key", "sleutel.key", "--out", "loting"],
      ["draw", "loting", "--seed", "proef", "--trial", "--excel"],
      ["draw", "loting", "--seed", "Appel, peer banaan", "--excel"],
      [2, "draw", "loting", "--seed", "iets anders"],
      ["verify", "loting"],
      ["account", "loting", "--out", "verantwoording.html"],
      ["draw", "loting", "--redraw-because", "de notaris was er niet"],
      ["verify", "loting/public"],
    ]);
  });
}

test("lists, quotas, exclusions, events and seat plans, byte for byte", async t => {
  const names = ["volunteers.csv", "quotas.csv", "charter.toml", "ages.csv", "villages.csv", "events.csv", "excluded.csv", "confirmed.csv"];
  const found = new Map(names.map(name => [name, council(name)]));
  const pool = ["--pool", "volunteers.csv", "--quotas", "quotas.csv", "--seats", "50"];
  const { own, held } = await both(t, found, [
    ["quotas", "--population", "ages.csv", "--population", "villages.csv", "--seats", "50", "--out", "q.csv"],
    ["prepare", "--suggest", "volunteers.csv", "--quotas", "quotas.csv", "--out", "recept.toml"],
    ["compare", ...pool],
    ["lottery", ...pool, "--exclude", "excluded.csv", "--include", "confirmed.csv", "--out", "loting"],
    ["draw", "loting", "--seed", "appel peer banaan", "--reserves", "10"],
    ["people", "loting", "--out", "mensen.csv"],
    ["people", "loting", "--only", "in", "--out", "panel.xlsx"],
    [2, "check", "--pool", "panel.xlsx", "--quotas", "quotas.csv", "--seats", "20"],
    ["sessions", "--people", "loting/panel.csv", "--tables", "7", "--rounds", "3", "--mix", "geslacht,kern", "--seed", "woord", "--out", "tafels"],
    ["sessions", "check", "tafels"],
    ["sessions", "names", "tafels", "--people", "volunteers.csv", "--names", "voornaam,achternaam", "--out", "namen"],
    [3, "verify", "nergens"],
    [3, "check", "--pool", "nergens.csv", "--seats", "5"],
    [2, "check", "--pol", "volunteers.csv"],
  ]);
  const code = held.get("loting/public/pool.csv").toString().split("\n")[1].split(",")[0];
  const [mine, json] = [own.act("run", ["explain", "loting", "--code", code], held), own.act("run", ["--json", "explain", "loting", "--code", code], held)];
  assert.equal(mine.data.code, code);
  assert.deepEqual(mine.data, json.data);
});

test("quotas that clash: the same ways out, and the same quotas after one of them", async t => {
  const quotas = council("quotas.csv").toString().split("\n").map(row => row.replace(/^(kern,Kessel-Eik),\d+,\d+/, "$1,5,6"));
  const found = new Map([["volunteers.csv", council("volunteers.csv")], ["quotas.csv", Buffer.from(quotas.join("\n"))]]);
  const pool = ["--pool", "volunteers.csv", "--quotas", "quotas.csv", "--seats", "50"];
  const { own, held } = await both(t, found, [[1, "check", ...pool], ["repair", ...pool], ["repair", ...pool, "--apply", "1", "--out", "nieuw.csv"]]);
  const { data, exit } = own.act("run", ["check", ...pool], held);
  assert.equal(exit, 1);
  assert.ok(data.repairs.length > 0 && data.feasible === false);
});

test("what a command answers programs is what the page gets", async t => {
  const found = new Map(["volunteers.csv", "quotas.csv"].map(name => [name, council(name)]));
  const folder = place(t), own = await engine();
  put(folder, found);
  const command = ["check", "--pool", "volunteers.csv", "--quotas", "quotas.csv", "--seats", "50"];
  assert.deepEqual(own.act("run", command, found).data, JSON.parse(run(folder, "--json", ...command).shown));
});

test("a key is made of the bytes that the page gives, and none is used twice", async () => {
  const own = await engine();
  const { made, exit } = own.act("run", ["key", "--out", "sleutel.key"]);
  assert.equal(exit, 0);
  assert.equal(made.get("sleutel.key").toString().trim(), "5a".repeat(32));
});

test("what is no request is a mistake of the page, and the next one is answered", async () => {
  const own = await engine();
  assert.equal(own.act("sing").exit, 70);
  assert.equal(own.act("labels").exit, 0);
});

test("the headings that the fields of the page name in Dutch are read as those in English are, with the same record after it", async () => {
  const own = await engine(), at = name => readFileSync(join(root, "examples/page", name));
  const [dutch, english] = ["nl", "en"].map(lang => own.act("labels", undefined, new Map(), lang).data);
  const named = (labels, key) => /(?:kolommen|columns) "?([\w, ]+)/.exec(labels[key])[1].split(",").map(name => name.trim()).filter(Boolean);
  const FILES = { "onderwerpen.csv": "page-talk-topics-topics", "samengevoegd.csv": "page-talk-topics-merges", "punten.csv": "page-talk-topics-counts", "beslispunten.csv": "page-talk-freeze-options",
    "telling.csv": "page-talk-tally-counts", "aanwezig.csv": "page-talk-tally-present", "reacties.csv": "page-talk-replies-replies" };
  const records = [false, true].map(translated => {
    let held = new Map([["volunteers.csv", council("volunteers.csv")], ["quotas.csv", council("quotas.csv")], ["charter.toml", at("charter.toml")], ["sleutel.key", Buffer.from(`${"ab".repeat(32)}\n`)]]);
    for (const [name, key] of Object.entries(FILES)) {
      const [head, ...rows] = at(name).toString().split("\n"), [from, to] = [named(english, key), named(dutch, key)];
      assert.equal(from.length, to.length, key);
      assert.ok(from.every(heading => head.split(",").includes(heading)), `${name}: ${head}, not ${from}`);
      held.set(name, Buffer.from([translated ? head.split(",").map(heading => to[from.indexOf(heading)] ?? heading).join(",") : head, ...rows].join("\n")));
    }
    for (const command of [["lottery", "--pool", "volunteers.csv", "--quotas", "quotas.csv", "--seats", "50", "--charter", "charter.toml", "--key", "sleutel.key", "--tickets", "1000", "--out", "loting"],
      ["draw", "loting", "--seed", "oefenen oefenen oefenen"],
      ["topics", "loting", "--topics", "onderwerpen.csv", "--merges", "samengevoegd.csv", "--counts", "punten.csv", "--out", "onderwerpen.toml", "--date", "2024-05-01"],
      ["ballot", "loting", "freeze", "--options", "beslispunten.csv", "--date", "2024-05-02"],
      ["ballot", "loting", "tally", "--name", "besluiten", "--counts", "telling.csv", "--present", "aanwezig.csv", "--date", "2024-05-03"],
      ["follow", "loting", "--agreement", "--date", "2024-05-04"],
      ["follow", "loting", "--replies", "reacties.csv", "--handed", "2024-05-20", "--term", "6 weken", "--by", "de raad", "--date", "2024-08-01"]]) {
      const done = own.act("run", command, held);
      assert.ok(done.exit < 2, `${command.join(" ")}: ${done.said}`);
      held = new Map([...held, ...done.made]);
    }
    return [...held].filter(([name]) => name.startsWith("loting/public/")).map(([name, bytes]) => [name, bytes.toString()]);
  });
  assert.deepEqual(records[1], records[0]);
});
