// What the tests of the page share: the command line to compare with, the engine without a browser, browsers.
//
//   GELOOT       the program, by default target/release/geloot
//   GELOOT_PAGE  the page, by default target/page/geloot.html
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const require = createRequire(join(root, "page/package.json"));
export const puppeteer = require("puppeteer-core");
export const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
export const geloot = resolve(root, process.env.GELOOT ?? "target/release/geloot");
export const page = resolve(root, process.env.GELOOT_PAGE ?? "target/page/geloot.html");
export const scenario = name => join(root, "fixtures/scenarios", name);

for (const needed of [geloot, page]) {
  if (!existsSync(needed)) throw new Error(`${needed} is not there: build it first (scripts/page, cargo build --release)`);
}

/** A folder that is gone after the test. */
export function place(t) {
  const folder = mkdtempSync(join(tmpdir(), "geloot-page-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The command line in a folder: its exit code, what it shows and says. */
export const run = (folder, ...args) => runIn("nl", folder, ...args);

/** The same in either language. */
export function runIn(lang, folder, ...args) {
  const { status, stdout, stderr } = spawnSync(geloot, ["--lang", lang, ...args], { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
  return { exit: status, shown: stdout, said: stderr };
}

/** All files below a folder: their paths in it and their bytes. */
export function files(folder, prefix = "") {
  const found = new Map();
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) for (const [inner, bytes] of files(path, `${prefix}${name}/`)) found.set(inner, bytes);
    else found.set(prefix + name, readFileSync(path));
  }
  return found;
}

export function put(folder, found) {
  for (const [name, bytes] of found) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}

export const digest = bytes => createHash("sha256").update(bytes).digest("hex");

/** The engine of the page, without a browser. */
export async function engine() {
  const html = readFileSync(page, "utf8");
  const packed = /<script type="application\/octet-stream" id="wasm">([^<]*)</.exec(html)[1];
  const module = await WebAssembly.compile(gunzipSync(Buffer.from(packed, "base64")));
  const imports = { page: { progress() {} } };
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] ??= () => { throw new Error(`${from}.${name} was called`); };
  }
  const { exports } = await WebAssembly.instantiate(module, imports);
  return {
    /** An act with these files: the answer, and the files that it made. */
    act(act, command, found = new Map(), lang = "nl") {
      const head = Buffer.from(JSON.stringify({ act, command, lang, now: Math.floor(Date.now() / 1000), random: "5a".repeat(64),
        files: [...found].map(([name, bytes]) => [name, bytes.length]) }));
      const length = Buffer.alloc(4);
      length.writeUInt32LE(head.length);
      const request = Buffer.concat([length, head, ...found.values()]);
      const at = exports.alloc(request.length);
      new Uint8Array(exports.memory.buffer).set(request, at);
      const out = exports.call(at, request.length);
      const given = Buffer.from(new Uint8Array(exports.memory.buffer, out, exports.length()));
      exports.free(out, given.length);
      const size = given.readUInt32LE(0);
      const answer = JSON.parse(given.subarray(4, 4 + size));
      const made = new Map();
      let place = 4 + size;
      for (const [name, bytes] of answer.files) { made.set(name, given.subarray(place, place + bytes)); place += bytes; }
      return { ...answer, made };
    },
    memory: () => exports.memory.buffer.byteLength,
  };
}

const BROWSERS = {
  chromium: { executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--lang=nl"] },
  firefox: { browser: "firefox", executablePath: "/usr/bin/firefox-esr", extraPrefsFirefox: { "intl.accept_languages": "nl" } },
};

/** The page in a browser, from the disk. Everything that leaves, and everything that goes wrong, is kept in `problems`. */
export async function open(t, name = "chromium", width = 1280, lang = "nl") {
  const browser = await puppeteer.launch({ headless: true, protocolTimeout: 300_000, ...BROWSERS[name] });
  t.after(() => browser.close());
  const tab = await browser.newPage();
  // Firefox of Debian does as it is told of the width, and knows of no way in which a screen is held.
  await tab.setViewport({ width, height: 900 }).catch(error => { if (!/setScreenOrientationOverride/.test(String(error))) throw error; });
  // Asked again and again: of what puppeteer waits for in its own way Firefox would first make a function out of a text, which
  // the page forbids.
  tab.waitForFunction = async (what, { timeout = 30_000 } = {}, ...given) => {
    for (const end = Date.now() + timeout; !await tab.evaluate(`!!(${what})(...${JSON.stringify(given)})`); await new Promise(on => setTimeout(on, 50))) {
      if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    }
  };
  const problems = [];
  tab.on("console", message => { if (message.type() === "error") problems.push(message.text()); });
  tab.on("pageerror", error => problems.push(String(error)));
  tab.on("request", request => { if (!/^(file|blob|data|about):/.test(request.url())) problems.push(`left the page: ${request.url()}`); });
  await tab.goto(`file://${page}`);
  await tab.waitForFunction(() => document.body.dataset.ready, { timeout: 60_000 });
  if (await tab.evaluate(() => document.documentElement.lang) !== lang) await tab.click("#language");
  return { tab, problems, browser };
}

export async function choose(tab, id, ...paths) {
  const input = await tab.waitForSelector(id);
  await input.uploadFile(...paths);
}

export async function type(tab, id, text) {
  await tab.waitForSelector(id);
  await tab.$eval(id, field => { field.value = ""; });
  await tab.type(id, text);
}

/** Clicks when it is there and can be. */
export async function press(tab, id) {
  await tab.waitForFunction(wanted => { const found = document.querySelector(wanted); return found && !found.disabled; }, { timeout: 120_000 }, id);
  await tab.$eval(id, found => found.click());
}

/** The files that the page holds, as digests by path. */
export const held = tab => tab.evaluate(async () => {
  const all = {};
  for (const [name, bytes] of window.geloot.work.disk) {
    const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    all[name] = [...sum].map(byte => byte.toString(16).padStart(2, "0")).join("");
  }
  return all;
});


const SHOTS = process.env.GELOOT_SHOTS;

/** A picture to look at: GELOOT_SHOTS=DIR. */
export async function shot(tab, name) {
  if (SHOTS) await tab.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}

/** A picture for the documents: GELOOT_PICTURES=docs/page. What is seen at the top, or one part. */
export async function picture(tab, name, height, part) {
  if (!process.env.GELOOT_PICTURES) return;
  const path = join(process.env.GELOOT_PICTURES, `${name}.png`);
  if (part) return void await (await tab.$(part)).screenshot({ path });
  await tab.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0); });
  const width = await tab.evaluate(() => innerWidth);
  await tab.screenshot({ path, clip: { x: 0, y: 0, width, height }, captureBeyondViewport: true });
}

/** Nothing serious for whoever does not see the page, or uses it otherwise. */
export async function accessible(tab, where) {
  const violations = await tab.evaluate(async source => {
    if (!window.axe) (0, eval)(source);
    return (await window.axe.run(document, { iframes: false })).violations.map(found => ({ id: found.id, impact: found.impact, nodes: found.nodes.slice(0, 3).map(node => node.html.slice(0, 160)) }));
  }, axe).catch(error => { throw new Error(`${where}: ${error}`); });
  assert.deepEqual(violations.filter(found => ["serious", "critical"].includes(found.impact)), [], where);
}

/** Nothing stands outside a narrow screen. */
export async function fits(tab, where) {
  const [own, screen] = await tab.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(own <= screen, `${where}: ${own} px on a screen of ${screen}`);
}

/** A zip of a folder by another program. */
export function pack(folder, what, out) {
  execFileSync("python3", ["-m", "zipfile", "-c", out, what], { cwd: folder });
  return join(folder, out);
}

export { execFileSync };

/** The keyboard alone: goes on with the tab key until something has the focus; presses enter there and waits for what follows. */
export function keyboard(tab) {
  const reach = async id => {
    for (let i = 0; i < 120; i++) {
      if (await tab.evaluate(wanted => document.activeElement?.id === wanted, id)) return;
      await tab.keyboard.press("Tab");
    }
    assert.fail(`${id} is not reached`);
  };
  const enter = async (id, next) => { await reach(id); await tab.keyboard.press("Enter"); await tab.waitForSelector(next, { timeout: 120_000 }); };
  return { reach, enter };
}

export const council = name => readFileSync(join(root, "examples/council", name));

/** Waits for what a form says, and gives it. */
export async function said(tab, id, wait = 120_000) {
  await tab.waitForFunction(wanted => { const found = document.querySelector(wanted); return found && found.textContent.trim() && !found.querySelector("progress"); }, { timeout: wait }, id);
  return tab.$eval(id, found => found.textContent);
}

/** Fills in a date or a number, which cannot be typed everywhere alike. */
export const fill = (tab, id, value) => tab.$eval(id, (field, text) => { field.value = text; field.dispatchEvent(new Event("input")); field.dispatchEvent(new Event("change")); }, value);

/** The files of a desk below a folder, as digests. */
export const deskFiles = (tab, name, folder) => tab.evaluate(async (desk, inside) => {
  const all = {};
  for (const [path, bytes] of window.geloot[desk].files) {
    if (!path.startsWith(`${inside}/`)) continue;
    all[path] = [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map(byte => byte.toString(16).padStart(2, "0")).join("");
  }
  return all;
}, name, folder);
/** The bytes of a file that the page holds. */
export const bytesOf = async (tab, desk, path) => Buffer.from(await tab.evaluate((of, name) => { const bytes = (of === "work" ? window.geloot.work.disk : window.geloot[of].files).get(name); let all = ""; for (let i = 0; i < bytes.length; i += 30000) all += String.fromCharCode(...bytes.subarray(i, i + 30000)); return btoa(all); }, desk, path), "base64");

/** Both widths and both languages; nothing unsaid, nothing outside, nothing serious. */
export async function lookAround(tab, name, ready) {
  for (const width of [1280, 390]) {
    await tab.setViewport({ width, height: 900 });
    await fits(tab, `${name} at ${width}`);
    await accessible(tab, `${name} at ${width}`);
    await shot(tab, `${name}-${width}`);
  }
  await tab.click("#language");
  await tab.waitForSelector(ready, { timeout: 120_000 });
  assert.equal(await tab.evaluate(() => document.body.innerText.match(/\[page-[^\]]*\]/g)), null, name);
  await fits(tab, `${name} in English`);
  await shot(tab, `${name}-en`);
  await tab.click("#language");
  await tab.waitForSelector(ready, { timeout: 120_000 });
  await tab.setViewport({ width: 1280, height: 900 });
}

/** A programme with one lottery in it, as the command line makes it. */
export function programme(t, keep = "") {
  const folder = place(t);
  put(folder, new Map([["volunteers.csv", council("volunteers.csv")], ["quotas.csv", council("quotas.csv")]]));
  writeFileSync(join(folder, "regels.toml"), `name = "Burgerberaden Lotenburg"\nreports = ["kern", "leeftijd"]\nletters = { again-after = "48 months" }\ncool-off = { served = "36 months" }\nkeep = { letter = "48 months", served = "36 months"${keep} }\n\n[[frame]]\nname = "inwoners"\nkind = "register"\n\n[[body]]\nname = "Burgerberaad"\nseats = 50\nfrom = "inwoners"\n`);
  const does = (...command) => { const done = run(folder, ...command); assert.equal(done.exit, 0, `${command.join(" ")}: ${done.said}`); };
  does("programme", "new", "regels.toml", "--out", "programma", "--date", "2027-01-01");
  does("programme", "due", "programma", "--body", "Burgerberaad", "--register", "volunteers.csv", "--date", "2027-03-01", "--out", "beurt");
  does("lottery", "--pool", "beurt/pool.csv", "--quotas", "quotas.csv", "--seats", "50", "--key", "programma/sealed/key.txt", "--charter", "beurt/charter.toml", "--tickets", "1000", "--out", "loting");
  does("draw", "loting", "--seed", "appel peer banaan");
  return { folder, does };
}
