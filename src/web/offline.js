// Writes the list of the site's files into its service worker, as the last hook of trunk: every file that the app can
// ask for, with the digest of its content, and one digest of all as the name of the build. Builds for development have no
// service worker: they change under the page.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const { TRUNK_PROFILE, TRUNK_STAGING_DIR: site } = process.env;
// For hosts, for programs and for pages of others; the worker does not keep itself. `embed.js` is kept: the builder shows
// the calculator with it.
const NOT_KEPT = /^(_headers|sw\.js|plan\.schema\.json|host-example.*)$/;

/** `"name": "sha256-…"` of every file to keep, in the order of the names. */
function files() {
  const names = readdirSync(site, { recursive: true }).filter((name) => statSync(join(site, name)).isFile());
  const kept = names.filter((name) => !NOT_KEPT.test(name)).map((name) => name.replaceAll("\\", "/")).sort();
  const digest = (name) => `sha256-${createHash("sha256").update(readFileSync(join(site, name))).digest("base64")}`;
  // The start page by the address that people open: some hosts send `index.html` there by a detour.
  return Object.fromEntries(kept.map((name) => [name === "index.html" ? "./" : name, digest(name)]));
}

/** Puts a value in place of the one that stands in the file. */
function withValue(text, name, value) {
  const line = new RegExp(`^const ${name} = .*;$`, "m");
  if (!line.test(text)) throw new Error(`the service worker has no ${name}`);
  return text.replace(line, () => `const ${name} = ${value};`);
}

const page = join(site, "index.html");
const worker = join(site, "sw.js");
if (TRUNK_PROFILE === "release") {
  writeFileSync(page, readFileSync(page, "utf8").replace(/(?= data-wasm=)/, ' data-worker="./sw.js"'));
  const kept = JSON.stringify(files());
  const build = createHash("sha256").update(kept).digest("hex").slice(0, 16);
  writeFileSync(worker, withValue(withValue(readFileSync(worker, "utf8"), "BUILD", `"${build}"`), "FILES", kept));
} else {
  rmSync(worker);
}
