// Has the browser keep the site for use without a network, and says when a newer build of it waits. `start.js` loads it
// once the page rests. Plain JavaScript beside the app, because a newer build may be what mends a broken one.

const HOUR_MS = 3_600_000;

/** The worker of this page, or none where the browser refuses: private windows, blocked storage, no secure origin. */
async function register(worker) {
  try {
    return await navigator.serviceWorker.register(worker);
  } catch {
    return undefined;
  }
}

/** Says that a newer build waits; the app asks the attribute when it comes later than the event. */
function announce() {
  document.documentElement.dataset.update = "";
  dispatchEvent(new Event("backcast:update"));
}

function watch(registration) {
  // The first build of all replaces nothing.
  const waits = () => registration.waiting && navigator.serviceWorker.controller && announce();
  waits();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", waits);
  });
}

/** Looks for a newer build whenever a page that was long in the background comes back. */
function lookAgain(registration) {
  let last = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - last < HOUR_MS) return;
    last = Date.now();
    // Without a network there is nothing newer.
    registration.update().catch(() => {});
  });
}

/** Keeps the site, from now on. */
export async function keepOffline(worker) {
  const registration = await register(worker);
  if (!registration) return;
  watch(registration);
  lookAgain(registration);
}

/** Loads the page again, as the newer build where one waits. */
export async function reload() {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  if (!registration?.waiting) return location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  registration.waiting.postMessage("take over");
}
