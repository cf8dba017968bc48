// Pages of other origins on the loopback interface: whoever puts the calculator on theirs, and whoever stands beside it.
import { createServer } from "node:http";

export class Hosts {
  #servers = [];
  #origins = [];

  /** A server of its own origin; `files` are texts by path, each as `{ type, text, headers }`. Answers the origin. */
  async serve(files) {
    const server = createServer((request, response) => {
      const file = files[new URL(request.url, "http://host").pathname];
      if (!file) return response.writeHead(404).end();
      response.writeHead(200, { "Content-Type": `${file.type ?? "text/html"}; charset=utf-8`, ...file.headers }).end(file.text);
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    this.#servers.push(server);
    const origin = `http://127.0.0.1:${server.address().port}`;
    this.#origins.push(origin);
    return origin;
  }

  /** Whether an address is of one of them. */
  has(url) {
    return this.#origins.some((origin) => url.startsWith(`${origin}/`));
  }

  stop() {
    for (const server of this.#servers) server.close();
  }
}
