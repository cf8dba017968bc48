// Serves the built site on the loopback interface the way a file host would: compressed, from a folder, without
// falling back to the start page.
import { createServer } from "node:http";
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import sirv from "sirv";

// Another build, such as one without optimisation, can be tested by naming its folder.
export const BUILT = process.env.SITE ?? "dist";
const COMPRESSIBLE = /\.(html|js|css|wasm|svg|json|webmanifest)$/;

/** Copies the built site to `folder`, each compressible file with its `.br` and `.gz` beside it. */
function stage(folder) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(BUILT, folder, { recursive: true });
  for (const entry of readdirSync(folder, { recursive: true })) {
    if (!COMPRESSIBLE.test(entry)) continue;
    const path = join(folder, entry);
    const bytes = readFileSync(path);
    writeFileSync(`${path}.br`, brotliCompressSync(bytes));
    writeFileSync(`${path}.gz`, gzipSync(bytes));
  }
}

/**
 * Serves a folder; `port` 0 takes any free one. It answers at `/` and at `/a/folder/`.
 * Resolves to its address, a function that publishes another folder in its place, and one that stops.
 */
export async function serveFolder(folder, port = 0) {
  // As in `_headers`: a frame that is kept from having an origin asks for its own files as a stranger.
  const setHeaders = (response) => response.setHeader("Access-Control-Allow-Origin", "*");
  let answer;
  const publish = (other) => (answer = sirv(other, { brotli: true, gzip: true, etag: true, setHeaders }));
  publish(folder);
  const server = createServer((request, response) => {
    request.url = request.url.replace(/^\/a\/folder\//, "/");
    answer(request, response, () => response.writeHead(404).end("Not found"));
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, publish, stop };
}

/** Serves the built site. */
export async function serveSite({ port = 0, folder = "target/site" } = {}) {
  stage(folder);
  return serveFolder(folder, port);
}
