// What the page takes in a real browser: processor time of its worker, and memory of WebAssembly.
//
//   node benches/page.mjs [--page target/page/geloot.html] [--only WORD] [--write]
//
// Each line is a browser of its own. Time is that of the worker's thread as the system counts it, so other work on the
// machine makes it little longer; of the start it is what a clock shows. With --write the table of docs/numbers.md is
// written again. Needs chromium, and page/node_modules (cd page && npm ci); the pools of others are read where they lie
// (../shared/data/pools), and left out where they do not.
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, openSync, writeSync, closeSync } from "node:fs";
import { createRequire } from "node:module";
import { loadavg, cpus, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const puppeteer = createRequire(join(root, "page/package.json"))("puppeteer-core");
const argument = name => { const at = process.argv.indexOf(name); return at < 0 ? undefined : process.argv[at + 1]; };
const page = resolve(root, argument("--page") ?? "target/page/geloot.html");
const only = argument("--only") ?? "";
const pools = join(root, "../shared/data/pools");
const scenario = name => join(root, "fixtures/scenarios", name);
const folder = mkdtempSync(join(tmpdir(), "geloot-bench-"));

/** The threads of every process below one, with what each is called and the ticks that it has used. */
function threads(top) {
  const parents = new Map(readdirSync("/proc").filter(name => /^\d+$/.test(name)).flatMap(pid => {
    try { return [[Number(pid), Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1])]]; } catch { return []; }
  }));
  const below = pid => { for (let at = pid; at > 1; at = parents.get(at) ?? 0) if (at === top) return true; return false; };
  const found = [];
  for (const pid of [...parents.keys()].filter(below)) {
    try {
      for (const tid of readdirSync(`/proc/${pid}/task`)) {
        const [, name, rest] = /^\d+ \((.*)\) (.*)$/s.exec(readFileSync(`/proc/${pid}/task/${tid}/stat`, "utf8"));
        const fields = rest.split(" ");
        found.push({ tid, name, ticks: Number(fields[11]) + Number(fields[12]) });
      }
    } catch { /* It ended meanwhile. */ }
  }
  return found;
}
const worker = top => threads(top).filter(one => one.name.startsWith("DedicatedWorke")).reduce((sum, one) => sum + one.ticks, 0) / 100;

/** A browser with the page and these files; commands one after the other. What each took, and the most memory. */
async function measure(paths, commands) {
  const browser = await puppeteer.launch({ executablePath: "/usr/bin/chromium", headless: true, args: ["--no-sandbox"], protocolTimeout: 1_800_000 });
  try {
    const tab = await browser.newPage();
    await tab.goto(`file://${page}`);
    await tab.waitForFunction(() => document.body.dataset.ready, { timeout: 120_000 });
    const start = Number(await tab.evaluate(() => document.body.dataset.ready)) / 1000;
    const pid = browser.process().pid, took = [];
    if (paths.length) {
      await tab.evaluate(() => document.querySelector("#begin-commands").click());
      await (await tab.waitForSelector("#any")).uploadFile(...paths);
      await tab.waitForFunction(many => window.geloot.shell.files.size === many, { timeout: 120_000 }, paths.length);
    }
    for (const command of commands) {
      const before = worker(pid), clock = performance.now();
      const answer = await tab.evaluate(async args => {
        const { ask, shell } = window.geloot;
        const { answer, files } = await ask("run", shell.files, args);
        for (const [name, bytes] of files) shell.files.set(name, bytes);
        return { exit: answer.exit, said: answer.said, shown: answer.shown.slice(0, 300) };
      }, command);
      if (answer.exit) throw new Error(`${command.join(" ")}: ${answer.said}`);
      took.push({ cpu: worker(pid) - before, clock: (performance.now() - clock) / 1000 });
    }
    return { start, took, memory: await tab.evaluate(() => window.geloot.engine.memory) };
  } finally { await browser.close(); }
}

const facts = name => Number(/^seats = (\d+)/m.exec(readFileSync(join(scenario(name), "scenario.toml"), "utf8"))[1]);
const drawn = (pool, quotas, seats) => [["lottery", "--pool", pool, "--quotas", quotas, "--seats", String(seats), "--tickets", "1000000", "--out", "l"], ["draw", "l", "--seed", "appel peer banaan"], ["verify", "l"]];
const own = name => ({ paths: ["pool.csv", "quotas.csv"].map(file => join(scenario(name), file)), commands: drawn("pool.csv", "quotas.csv", facts(name)) });

/** A register with so many rows, of people who do not exist. */
function register(rows) {
  const path = join(folder, "register.csv"), file = openSync(path, "w");
  writeSync(file, "anummer;kern;geboren;geheim;postcode;huisnummer\n");
  for (let n = 0; n < rows;) {
    let text = "";
    for (const end = Math.min(rows, n + 50_000); n < end; n++) {
      text += `${1_000_000_000 + n * 7};${["Panningen", "Meijel", "Egchel", "Kessel"][n % 4]};${1930 + n % 90}-0${1 + n % 9}-1${n % 9};${n % 97 ? 0 : 1};${5000 + n % 997} AB;${Math.floor(n / 2.3) % 4000}\n`;
    }
    writeSync(file, text);
  }
  closeSync(file);
  const charter = join(folder, "uitnodiging.toml"), strata = join(folder, "kernen.csv"), key = join(folder, "register.key");
  writeFileSync(charter, 'date = 2026-12-01\n\n[frame]\nreference = 2027-01-15\nage = 16\n\n[columns]\nkey = "anummer"\nstrata = ["kern"]\nborn = "geboren"\nflag = "geheim"\npostcode = "postcode"\nnumber = "huisnummer"\n\n[letters]\nnumber = 5000\nreserves = 5000\nhomes = "one-letter"\n\n[seed]\nsource = "text"\n');
  writeFileSync(strata, "kern\nPanningen\nMeijel\nEgchel\nKessel\n");
  writeFileSync(key, `${"6b".repeat(32)}\n`);
  return [path, charter, strata, key];
}
const invite = rows => ({ paths: () => register(rows), commands: [["invite", "frame", "--register", "register.csv", "--strata", "kernen.csv", "--charter", "uitnodiging.toml", "--key", "register.key", "--out", "b"],
  ["invite", "draw", "b", "--seed", "appel peer banaan"]], each: true });

const JOBS = [
  ["start", "1.5 s", { paths: [], commands: [] }],
  ["geneva_30: lottery, draw and check", "0.5 s", { paths: ["respondents.csv", "categories.csv"].map(file => join(pools, "geneva_30", file)), commands: drawn("respondents.csv", "categories.csv", 30) }],
  ["`zeeland`: lottery, draw and check", "1 s", own("zeeland")],
  ["`klimaatberaad`: lottery, draw and check", "4 s", own("klimaatberaad")],
  ["`klimaatberaad`: check alone (4,070 people, a million tickets)", "2 s", { ...own("klimaatberaad"), last: true }],
  ["a register of 100,000 rows: frame and draw", "", invite(100_000)],
  ["a register of 1,000,000 rows: frame and draw", "", invite(1_000_000)],
];

const rows = [];
try {
  for (const [name, limit, job] of JOBS) {
    if (!name.includes(only)) continue;
    const paths = typeof job.paths === "function" ? job.paths() : job.paths;
    if (!paths.every(path => existsSync(path))) { console.error(`${name}: the files are not here`); continue; }
    const found = await measure(paths, job.commands);
    const counted = job.last ? found.took.slice(-1) : found.took, sum = key => counted.reduce((all, one) => all + one[key], 0);
    const parts = counted.length > 1 ? ` (${counted.map(one => one.cpu.toFixed(2)).join(" + ")})` : "";
    rows.push([name, job.commands.length ? `${sum("cpu").toFixed(2)} s${parts}` : `${found.start.toFixed(2)} s`, job.commands.length ? `${sum("clock").toFixed(2)} s` : "", limit, found.memory ? `${Math.round(found.memory / 2 ** 20)} MiB` : ""]);
    console.log(rows.at(-1).join(" | "));
  }
} finally { rmSync(folder, { recursive: true, force: true }); }

const heads = ["work", "CPU of the worker", "by the clock", "aim", "memory of WebAssembly"];
const lines = [heads, heads.map(() => "---"), ...rows].map(row => `| ${row.join(" | ")} |`).join("\n");
const bytes = readFileSync(page).length;
const when = `${(bytes / 1e6).toFixed(1)} MB. Measured ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores of ${cpus()[0].model.split(" ").slice(0, 2).join(" ")}, load ${loadavg()[0].toFixed(1)}${loadavg()[0] > 1.5 ? " (a busy machine)" : ""}.`;
console.log(`\n${lines}\n\n${when}`);
if (process.argv.includes("--write")) {
  const doc = join(root, "docs/numbers.md"), text = readFileSync(doc, "utf8");
  const again = text.replace(/<!-- measured: page -->[\s\S]*<!-- end: page -->/, () => `<!-- measured: page -->\n${lines}\n\n${when}\n<!-- end: page -->`);
  if (again === text && !text.includes("<!-- measured: page -->")) throw new Error("docs/numbers.md has no place for it");
  writeFileSync(doc, again);
}
