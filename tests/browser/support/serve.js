// `node tests/browser/support/serve.js [port]`: the built site, until the process is stopped.
import { serveSite } from "./site.js";

const { url } = await serveSite({ port: Number(process.argv[2] ?? 4173) });
console.log(`${url}/a/folder/`);
