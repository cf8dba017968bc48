// The first load: every file the start view needs, compressed as a good host would send it, against the budget.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const BUDGET_KIB = 350;
const DIST = "dist";

const html = readFileSync(join(DIST, "index.html"), "utf8");

/** The files of the site that the page names in some attributes. */
function filesNamed(attributes) {
  const named = [...html.matchAll(new RegExp(`(?:${attributes})="([^"]+)"`, "g"))].map(([, address]) => address);
  // A picture may be a part of its file.
  const addresses = named.flatMap((addresses) => addresses.split(" ")).map((address) => address.split("#")[0]);
  const files = addresses.filter((address) => address && !/^[a-z]+:/.test(address)).map((address) => join(address));
  return [...new Set(files)].filter((file) => existsSync(join(DIST, file)));
}

function measured(file) {
  const bytes = readFileSync(join(DIST, file));
  return { file, raw: bytes.length, brotli: brotliCompressSync(bytes).length };
}

function print(rows) {
  for (const { file, raw, brotli } of rows.sort((a, b) => b.brotli - a.brotli)) {
    console.log(`${String(brotli).padStart(8)} of ${String(raw).padStart(8)} bytes  ${file}`);
  }
}

const rows = ["index.html", ...filesNamed("src|href|data-module|data-wasm")].map(measured);
if (!rows.some(({ file }) => file.endsWith(".wasm"))) throw new Error("the page names no WebAssembly");
print(rows);
const [loader] = html.match(/<script [^>]*data-module=[^>]*>/);
for (const [, part] of loader.matchAll(/data-(?!module|wasm)([a-z]+)="/g)) {
  const files = filesNamed(`data-${part}`).map(measured);
  const sum = files.reduce((sum, { brotli }) => sum + brotli, 0) / 1024;
  console.log(`Loaded later, ${part}: ${sum.toFixed(1)} KiB brotli`);
  print(files);
}
const total = rows.reduce((sum, { brotli }) => sum + brotli, 0) / 1024;
console.log(`First load: ${total.toFixed(1)} KiB brotli of ${BUDGET_KIB}`);
if (total > BUDGET_KIB) process.exit(1);
