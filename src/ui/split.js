// Cuts the released page in two, as a hook of trunk: what the start view runs, and the views that arrive later
// (`views.rs`). Trunk has already built and placed the page in one piece; this replaces those files.
//
// Order matters: the cut needs the names and relocations that the linker wrote, wasm-bindgen writes the JavaScript of
// what stays in the first part, and wasm-opt makes each part small.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const { TRUNK_PROFILE, TRUNK_STAGING_DIR: site, CARGO_TARGET_DIR: target = "target" } = process.env;
const WORK = join(target, "split");
const run = (tool, ...args) => execFileSync(tool, args, { stdio: "inherit" });

/** Cuts the module; answers the files of both parts and of the JavaScript of the first. */
function cut() {
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(WORK, { recursive: true });
  run("wasm-split-cli", join(target, "wasm32-unknown-unknown/release/backcast.wasm"), WORK, "--out-name", "backcast");
  // The second part calls the first by exports that only the linker knows.
  const bindgen = ["--target", "web", "--no-typescript", "--keep-lld-exports", "--no-demangle"];
  run("wasm-bindgen", ...bindgen, "--out-dir", WORK, join(WORK, "backcast.wasm"));
  const parts = readdirSync(WORK).filter((file) => /^(split|chunk)_/.test(file));
  if (parts.join() !== "split_views.wasm") throw new Error(`one file to load later was expected, not ${parts}`);
  return { main: join(WORK, "backcast_bg.wasm"), views: join(WORK, parts[0]), glue: join(WORK, "backcast.js") };
}

/** A module, as small as it gets. */
function small(file) {
  run("wasm-opt", "-Oz", "--strip-debug", "--strip-producers", "--strip-target-features", file, "-o", file);
  return readFileSync(file);
}

/**
 * What loads the views, in the JavaScript of the first part: it answers to a function of the module, named by its
 * place in the table. Whole, not streamed: some hosts name no type for WebAssembly, and streaming insists on it.
 */
const loader = (views) => `
async function loadViews(answer, data) {
    let loaded = false;
    try {
        const response = await fetch(new URL('./${views}', import.meta.url));
        if (!response.ok) throw new Error(\`\${response.status} \${response.url}\`);
        await WebAssembly.instantiate(await response.arrayBuffer(), { __wasm_split: wasm });
        loaded = true;
    } catch (error) {
        console.debug(error);
    }
    wasm.__indirect_function_table.get(answer)(data, loaded);
}
`;

/** The JavaScript of the first part, with the loader in place of the module that wasm-bindgen would import it from. */
function withLoader(glue, views) {
  const IMPORT = /^import \* as (\w+) from "\.\/__wasm_split\.js";?\n/gm;
  const names = [...glue.matchAll(IMPORT)].map(([, name]) => name);
  if (names.length === 0) throw new Error("the JavaScript of the page imports no loader");
  const bound = names.map((name) => `const ${name} = { __wasm_split_load_views: loadViews };\n`);
  return glue.replace(IMPORT, "") + loader(views) + bound.join("");
}

/** Puts the parts into the site; one name for all, because they only fit each other. */
function place({ main, views, glue }) {
  const page = join(site, "index.html");
  const html = readFileSync(page, "utf8");
  const [, before] = html.match(/data-module="\.\/([^"]+)\.js"/);
  const name = `backcast-${[main, views, glue].reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex").slice(0, 16)}`;
  for (const end of [".js", "_bg.wasm"]) rmSync(join(site, before + end));
  writeFileSync(join(site, `${name}.js`), withLoader(glue, `${name}_views.wasm`));
  writeFileSync(join(site, `${name}_bg.wasm`), main);
  writeFileSync(join(site, `${name}_views.wasm`), views);
  const renamed = html.replaceAll(before, name);
  writeFileSync(page, renamed.replace(/(?= data-wasm=)/, ` data-views="./${name}_views.wasm"`));
}

if (TRUNK_PROFILE === "release") {
  const { main, views, glue } = cut();
  place({ main: small(main), views: small(views), glue: readFileSync(glue, "utf8") });
}
