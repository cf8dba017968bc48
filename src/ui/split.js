// Cuts the released page into what the start view runs, and the parts that arrive later (`later.rs`), as a hook of
// trunk. Trunk has already built and placed the page in one piece; this replaces those files.
//
// A part is the file that carries its name, and the files of code that it shares with other parts but not with the
// start view.
//
// Order matters: the cut needs the names and relocations that the linker wrote, wasm-bindgen writes the JavaScript of
// what stays in the first file, and wasm-opt makes each file small.
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const { TRUNK_PROFILE, TRUNK_STAGING_DIR: site, CARGO_TARGET_DIR: target = "target" } = process.env;
const WORK = join(target, "split");
const run = (tool, ...args) => execFileSync(tool, args, { stdio: "inherit" });

/** Cuts the module; answers its parts: name to files, those that others share first. */
function cut() {
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(WORK, { recursive: true });
  run("wasm-split-cli", join(target, "wasm32-unknown-unknown/release/backcast.wasm"), WORK, "--out-name", "backcast");
  // The parts call the first file by exports that only the linker knows.
  const bindgen = ["--target", "web", "--no-typescript", "--keep-lld-exports", "--no-demangle"];
  run("wasm-bindgen", ...bindgen, "--out-dir", WORK, join(WORK, "backcast.wasm"));
  return partsOf(readFileSync(join(WORK, "__wasm_split.js"), "utf8"));
}

/** The files that the loader written by wasm-split would fetch for each part. */
function partsOf(loader) {
  const file = (text) => text.match(/new URL\("\.\/([^"]+\.wasm)"/)?.[1];
  const shared = [...loader.matchAll(/^const (__chunk_\d+) = makeLoad\(([\s\S]*?), \[\]\);$/gm)];
  const fileOf = Object.fromEntries(shared.map(([, name, fetcher]) => [name, file(fetcher)]));
  const parts = [...loader.matchAll(/^export const __wasm_split_load_(\w+) = wrapAsyncCb\(makeLoad\(([\s\S]*?), \[(.*?)\]\)\);$/gm)];
  const files = (fetcher, names) => [...names.split(", ").map((name) => fileOf[name]), file(fetcher)].filter(Boolean);
  const named = Object.fromEntries(parts.map(([, name, fetcher, names]) => [name, files(fetcher, names)]));
  const found = new Set(Object.values(named).flat()).size;
  const written = new Set([...loader.matchAll(/[\w]+\.wasm/g)].flat()).size;
  if (parts.length === 0 || found !== written) throw new Error(`wasm-split wrote ${written} files, ${found} are understood`);
  return named;
}

/** A module, as small as it gets. */
function small(file) {
  run("wasm-opt", "-Oz", "--strip-debug", "--strip-producers", "--strip-target-features", file, "-o", file);
  return readFileSync(file);
}

/**
 * What loads a part, in the JavaScript of the first file: it answers to a function of the module, named by its place in
 * the table. A file is put into the program once; one that did not arrive is asked for again. Whole, not streamed: some
 * hosts name no type for WebAssembly, and streaming insists on it.
 */
const LOADER = `
const arrived = new Map();
function arrive(file, before) {
    if (!arrived.has(file)) {
        const bytes = fetch(new URL(file, import.meta.url)).then((response) => {
            if (!response.ok) throw new Error(\`\${response.status} \${response.url}\`);
            return response.arrayBuffer();
        });
        const placed = Promise.all([bytes, ...before]).then(([bytes]) => WebAssembly.instantiate(bytes, { __wasm_split: wasm }));
        placed.catch(() => arrived.delete(file));
        arrived.set(file, placed);
    }
    return arrived.get(file);
}
const loadPart = (shared, own) => async (answer, data) => {
    let loaded = false;
    try {
        const before = shared.map((file) => arrive(file, []));
        await Promise.all([...before, ...own.map((file) => arrive(file, before))]);
        loaded = true;
    } catch (error) {
        console.debug(error);
    }
    wasm.__indirect_function_table.get(answer)(data, loaded);
};
`;

/** The JavaScript of the first file, with the loader in place of the module that wasm-bindgen would import it from. */
function withLoader(glue, parts, address) {
  const IMPORT = /^import \* as (\w+) from "\.\/__wasm_split\.js";?\n/gm;
  const names = [...glue.matchAll(IMPORT)].map(([, name]) => name);
  if (names.length === 0) throw new Error("the JavaScript of the page imports no loader");
  const list = (files) => JSON.stringify(files.map((file) => `./${address(file)}`));
  const loads = Object.entries(parts).map(([part, files]) => {
    const isOwn = (file) => file === `split_${part}.wasm`;
    return `    __wasm_split_load_${part}: loadPart(${list(files.filter((file) => !isOwn(file)))}, ${list(files.filter(isOwn))}),\n`;
  });
  const loader = `${LOADER}const loaders = {\n${loads.join("")}};\n`;
  return glue.replace(IMPORT, "") + loader + names.map((name) => `const ${name} = loaders;\n`).join("");
}

/** What a worker runs: the first file once more, which finds that there is no page around it. */
const workerOf = (name) => `import start from "./${name}.js";
await start({ module_or_path: new URL("./${name}_bg.wasm", import.meta.url) });
`;

/** Puts the files into the site; one name for all, because they only fit each other. */
function place(parts) {
  const main = small(join(WORK, "backcast_bg.wasm"));
  const later = [...new Set(Object.values(parts).flat())].map((file) => [file, small(join(WORK, file))]);
  const glue = readFileSync(join(WORK, "backcast.js"), "utf8");
  const page = join(site, "index.html");
  const html = readFileSync(page, "utf8");
  const [, before] = html.match(/data-module="\.\/([^"]+)\.js"/);
  const contents = [main, glue, ...later.map(([, bytes]) => bytes)];
  const hash = contents.reduce((hash, bytes) => hash.update(bytes), createHash("sha256")).digest("hex").slice(0, 16);
  const name = `backcast-${hash}`;
  const address = (file) => `${name}_${file.replace(/^split_/, "")}`;
  for (const end of [".js", "_bg.wasm"]) rmSync(join(site, before + end));
  writeFileSync(join(site, `${name}.js`), withLoader(glue, parts, address));
  writeFileSync(join(site, `${name}_bg.wasm`), main);
  writeFileSync(join(site, `${name}_worker.js`), workerOf(name));
  for (const [file, bytes] of later) writeFileSync(join(site, address(file)), bytes);
  const attributes = Object.entries(parts).map(([part, files]) => ` data-${part}="${files.map((file) => `./${address(file)}`).join(" ")}"`);
  attributes.push(` data-solver-worker="./${name}_worker.js"`);
  writeFileSync(page, html.replaceAll(before, name).replace(/(?= data-wasm=)/, attributes.join("")));
}

if (TRUNK_PROFILE === "release") place(cut());
