// Keeps one build of the site, so that it opens without a network. The build writes its name and its files here
// (`src/web/offline.js`). As it stands, with no files, it is the switch that turns all of this off: published in place of
// the built one, it removes what was kept, and pages come from their host again.
"use strict";

/** The build, and each of its files with the digest of its content. */
const BUILD = "";
const FILES = {};

// The storage of an origin is shared by every folder on it.
const OURS = `backcast ${registration.scope} `;
const KEPT = OURS + BUILD;
// The mark of a build that pages were served of: an address that no file has.
const USED = new URL("sw.js?used", registration.scope).href;

const isRetired = Object.keys(FILES).length === 0;

/** All files or none, and only those that belong together: while a host is being written to, it serves two builds. */
async function keepBuild() {
  const request = ([file, integrity]) => new Request(new URL(file, registration.scope), { integrity, cache: "no-cache" });
  try {
    const cache = await caches.open(KEPT);
    await cache.addAll(Object.entries(FILES).map(request));
  } catch (error) {
    await caches.delete(KEPT);
    throw error;
  }
}

/** What was kept, the older first. */
const builds = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));

const drop = (names) => Promise.all(names.map((name) => caches.delete(name)));

/** Whether pages were served of a build; one that waited until a newer one came has none. */
const wasUsed = async (name) => (await (await caches.open(name)).match(USED)) !== undefined;

/** The build before stays, for pages that are still open and load a later part of it. */
async function dropOlderBuilds() {
  const others = (await builds()).filter((name) => name !== KEPT);
  const used = await Promise.all(others.map(wasUsed));
  const before = others.filter((_, place) => used[place]).at(-1);
  await drop(others.filter((name) => name !== before));
  await (await caches.open(KEPT)).put(USED, new Response());
}

/** Takes over from the build before. The page of the first visit has what is kept from now on, too: its later parts are
 * there when the network goes. */
async function takeOver() {
  await dropOlderBuilds();
  await clients.claim();
}

/** Removes everything that was kept. The worker stays, and does nothing: pages would only register it again. */
const retire = async () => drop(await builds());

/** The kept file for a request, of this build or else of the one before. */
async function kept(request) {
  const url = new URL(request.url);
  url.hash = "";
  if (request.mode === "navigate") {
    url.search = "";
    if (url.href === new URL("index.html", registration.scope).href) url.href = registration.scope;
  }
  for (const name of [KEPT, ...(await builds()).reverse()]) {
    const cache = await caches.open(name);
    const response = await cache.match(url.href);
    if (response) return response;
  }
  return undefined;
}

/** Some hosts answer `page.html` by way of `page`; browsers refuse to open a page that came by a detour. */
async function direct(response) {
  if (!response.redirected) return response;
  const { status, statusText, headers } = response;
  return new Response(await response.blob(), { status, statusText, headers });
}

async function answer(request) {
  const response = await kept(request);
  return response ? direct(response) : fetch(request);
}

addEventListener("install", (event) => (isRetired ? skipWaiting() : event.waitUntil(keepBuild())));
addEventListener("activate", (event) => event.waitUntil(isRetired ? retire() : takeOver()));
addEventListener("message", ({ data }) => data === "take over" && skipWaiting());
if (!isRetired) {
  addEventListener("fetch", (event) => {
    const { method, url } = event.request;
    if (method === "GET" && url.startsWith(registration.scope)) event.respondWith(answer(event.request));
  });
}
