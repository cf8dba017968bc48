// The `test` every browser test uses: it also fails when the page complains or reaches out.
import { test as base, expect } from "@playwright/test";
import { Hosts } from "./hosts.js";

export { expect };

/** Whether a request stays at home: the page's own origin, or no network at all. */
const isLocal = (url, origin) => url.startsWith(`${origin}/`) || /^(data|blob):/.test(url);

export const test = base.extend({
  /** The complaints that a test about a fault provokes on purpose: `test.use({ expected: /…/ })`. */
  expected: [/(?!)/, { option: true }],

  /** Whether the page may keep itself for use without a network; then its files come past `page.route`. */
  worker: [false, { option: true }],

  /** Starts servers of other origins, for pages that have the app in a frame. */
  hosts: async ({}, use) => {
    const hosts = new Hosts();
    await use(hosts);
    hosts.stop();
  },

  context: async ({ context, baseURL, expected, hosts, worker }, use) => {
    if (!worker) await context.addInitScript(() => delete Navigator.prototype.serviceWorker);
    const { origin } = new URL(baseURL);
    const complaints = [];
    context.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(`console: ${message.text()}`);
    });
    context.on("weberror", (event) => complaints.push(`uncaught: ${event.error()}`));
    context.on("request", (request) => {
      if (!isLocal(request.url(), origin) && !hosts.has(request.url())) complaints.push(`left the origin: ${request.url()}`);
    });
    await use(context);
    expect(complaints.filter((text) => !expected.test(text))).toEqual([]);
  },
});
