// Puts the page together: the engine, the script, the style and the template make one file. Used by scripts/page.
//
//   node build.mjs ENGINE.wasm OUT.html
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const [engine, out] = process.argv.slice(2);
const text = name => readFileSync(join(here, name), "utf8");

for (const project of ["tsconfig.json", "tsconfig.worker.json"]) {
  execFileSync(process.execPath, [join(here, "node_modules/typescript/bin/tsc"), "-p", join(here, project)], { stdio: "inherit" });
}

const wasm = readFileSync(engine);
const digest = createHash("sha256").update(wasm).digest("hex");
const version = /^version = "(.*)"$/m.exec(text("../Cargo.toml"))[1];
const built = name => text(`../target/page/${name}`).replace(/^"use strict";\n/, "");
// Nothing in the script may end the element that it stands in.
const literal = value => JSON.stringify(value).replaceAll("</", "<\\/").replaceAll("<!--", "<\\!--");
const script = `"use strict";(() => {
const WASM_DIGEST = ${literal(digest)}, VERSION = ${literal(version)}, WORKER = ${literal(built("worker.js"))};
${built("page.js")}})();
`;
if (/<\/script|<!--/i.test(script)) throw new Error("the script holds what would end it");
const hash = `sha256-${createHash("sha256").update(script).digest("base64")}`;

// No time and no name of a system in the gzip, and the same level everywhere.
const packed = gzipSync(wasm, { level: 9 });
packed.fill(0, 4, 8);
packed[9] = 255;

const parts = { "SCRIPT-HASH": hash, STYLE: text("page.css").trim(), WASM: packed.toString("base64"), SCRIPT: script };
const html = text("page.html").replace(/@@([A-Z-]+)@@/g, (_, name) => parts[name]);
writeFileSync(out, html);
