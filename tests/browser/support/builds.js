// Other builds of the site, made from the one under test: the same app under other names, as a newer build has.
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BUILT } from "./site.js";

const NAME = /backcast-[0-9a-f]{16}/g;

/** Replaces in a file of a build. */
export function change(folder, file, from, to) {
  const path = join(folder, file);
  writeFileSync(path, readFileSync(path, "utf8").replaceAll(from, to));
}

/** A build whose files have another name, `0` to `9`, which is also told by the description of the page. */
export function makeBuild(folder, digit) {
  cpSync(BUILT, folder, { recursive: true });
  const name = `backcast-${String(digit).repeat(16)}`;
  for (const file of readdirSync(folder)) {
    if (/^backcast-.*\.js$|^index\.html$/.test(file)) change(folder, file, NAME, name);
    if (/^backcast-/.test(file)) renameSync(join(folder, file), join(folder, file.replace(NAME, name)));
  }
  change(folder, "index.html", /<meta name="description" content="[^"]*"/g, `<meta name="description" content="build ${digit}"`);
  listFiles(folder);
  return { folder, views: `${name}_views.wasm` };
}

/** Writes the list of the files anew, as the build does. */
function listFiles(folder) {
  cpSync("public/sw.js", join(folder, "sw.js"));
  change(folder, "index.html", / data-worker="[^"]*"/g, "");
  execFileSync("node", ["src/web/offline.js"], { env: { ...process.env, TRUNK_PROFILE: "release", TRUNK_STAGING_DIR: folder } });
}
