// Puts the page together: the engine, the script, the style and the template make one file. Used by scripts/page.
//
//   node build.mjs ENGINE.wasm OUT.html
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import zopfli from "@gfx/zopfli";

const here = dirname(fileURLToPath(import.meta.url));
const [engine, out] = process.argv.slice(2);
const text = name => readFileSync(join(here, name), "utf8");

for (const project of ["tsconfig.json", "tsconfig.worker.json"]) {
  execFileSync(process.execPath, [join(here, "node_modules/typescript/bin/tsc"), "-p", join(here, project)], { stdio: "inherit" });
}

// What is said before the engine is there, which has all other words: from the same catalogues.
const EARLY = ["page-skip", "page-unpacking", "page-no-script", "page-cannot-start", "page-other-engine"];
const early = Object.fromEntries(["nl", "en"].map(lang => {
  const words = new Map([...text(`../src/words/i18n/${lang}/page.ftl`).matchAll(/^([a-z0-9-]+) = (.*)$/gm)].map(([, key, said]) => [key, said]));
  for (const key of EARLY) if (!words.has(key)) throw new Error(`${key} is not in the catalogue page.ftl (${lang})`);
  return [lang, Object.fromEntries(EARLY.map(key => [key, words.get(key).replace(/\{ \$(\w+) \}/g, "{$1}")]))];
}));
// Nobody has chosen a language yet.
const both = key => Object.entries(early).map(([lang, words]) => `<span lang="${lang}">${words[key]}</span>`).join(" / ");

const wasm = readFileSync(engine);
const digest = createHash("sha256").update(wasm).digest("hex");
const version = /^version = "(.*)"$/m.exec(text("../Cargo.toml"))[1];
// Every byte is sent along, and no line needs what stands before it: no text in the script goes on over a line.
const built = name => {
  const lines = text(`../target/page/${name}`).replace(/^"use strict";\n/, "").split("\n");
  if (lines.some(line => line.split("`").length % 2 === 0)) throw new Error(`a text in ${name} goes on over a line`);
  return lines.map(line => line.trimStart()).join("\n");
};
// Nothing in the script may end the element that it stands in.
const literal = value => JSON.stringify(value).replaceAll("</", "<\\/").replaceAll("<!--", "<\\!--");
const script = `"use strict";(() => {
const WASM_DIGEST = ${literal(digest)}, VERSION = ${literal(version)}, EARLY = ${literal(early)}, WORKER = ${literal(built("worker.js"))};
${built("page.js")}})();
`;
if (/<\/script|<!--/i.test(script)) throw new Error("the script holds what would end it");
const hash = `sha256-${createHash("sha256").update(script).digest("base64")}`;

// No time and no name of a system in the gzip, and the same bytes everywhere. Any gzip is unpacked alike; this one takes half a
// minute and saves every reader some 400,000 bytes.
const packed = Buffer.from(await zopfli.gzipAsync(wasm, { numiterations: 1 }));
packed.fill(0, 4, 8);
packed[9] = 255;

const parts = { "SCRIPT-HASH": hash, STYLE: text("page.css").trim(), WASM: packed.toString("base64"), SCRIPT: script };
const html = text("page.html").replace(/@@([\w-]+)@@/g, (_, name) => parts[name] ?? both(name));
writeFileSync(out, html);
