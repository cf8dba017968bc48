// Runs before the first paint: chooses theme and language, then loads the app, which takes the welcome off the page.
// When the app cannot start, or stops, it covers the page with what happened and hands out the stored plans.
// Plain JavaScript without imports, because it has to work when everything else does not.
(() => {
  "use strict";

  // The parts that arrive later stand beside module, wasm and worker, each with the addresses of its files, and the worker
  // that the solver runs in, which the app starts.
  const { module, wasm, worker, ...parts } = document.currentScript.dataset;
  const root = document.documentElement;
  // On another page: what is chosen there stands in the address, and nothing is read from or written to the device.
  const EMBED = /^#\/embed(?:$|\?)/;
  const embedded = EMBED.test(location.hash);
  // Everything the app stores has this prefix; the settings hold { theme, language }.
  const PREFIX = "backcast.";
  const SETTINGS = "backcast.settings";
  // How often the app has stopped in this tab without a quiet spell in between.
  const STOPS = "backcast.stops";
  const QUIET_MS = 10_000;
  // How long a loaded page must rest before the browser is asked to keep it for use without a network: that takes seconds
  // of work, which who types should not wait for.
  const REST_MS = 2_000;
  const WORK = ["keydown", "pointerdown"];
  // So long the app waits at most for the first paint.
  const PAINTED_MS = 1_000;

  /** Every stored text of the app by key; empty when the browser refuses storage, as some frames do. */
  function storedTexts() {
    if (embedded) return {};
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
      return Object.fromEntries(keys.map((key) => [key, localStorage.getItem(key)]));
    } catch {
      return {};
    }
  }

  /** The stored settings, or none when they are absent or damaged. */
  function storedSettings() {
    try {
      return JSON.parse(storedTexts()[SETTINGS]) ?? {};
    } catch {
      return {};
    }
  }

  /** What the page around the frame chose. */
  function embeddedSettings() {
    const chosen = new URLSearchParams(location.hash.replace(EMBED, ""));
    return { theme: chosen.get("theme"), language: chosen.get("lang") };
  }

  /** The chosen language, else the first of the browser's that the app speaks, else Chinese. */
  function chooseLanguage(chosen) {
    const wanted = [chosen, ...navigator.languages].find((tag) => /^(zh|en)\b/i.test(tag ?? ""));
    return /^en/i.test(wanted ?? "") ? "en" : "zh-Hant-TW";
  }

  function stops() {
    if (embedded) return 0;
    try {
      return Number(sessionStorage.getItem(STOPS));
    } catch {
      return 0;
    }
  }

  function rememberStops(count) {
    if (embedded) return;
    try {
      sessionStorage.setItem(STOPS, String(count));
    } catch {
      // Without storage there is nothing that could make the app stop again after a reload.
    }
  }

  function applySettings() {
    const { theme, language } = embedded ? embeddedSettings() : storedSettings();
    if (embedded) root.dataset.embed = "";
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    root.lang = chooseLanguage(language);
    if (root.lang === "en") document.title = "Backcast";
  }

  /** Creates an element; strings among the children become text nodes, never markup. */
  function element(name, properties, ...children) {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...children);
    return node;
  }

  const chinese = (name, text) => element(name, { lang: "zh-Hant-TW" }, text);
  const english = (name, text) => element(name, { lang: "en" }, text);

  /** A link that saves all stored texts, untouched, as one file. */
  function downloadLink(texts) {
    const file = new Blob([JSON.stringify(texts, null, 2)], { type: "application/json" });
    const properties = { className: "btn", href: URL.createObjectURL(file), download: "backcast-plans.json" };
    return element("a", properties, "下載方案原檔 Download the plans");
  }

  const recoverLink = () =>
    element("a", { className: "btn quiet", href: new URL("recover.html", document.baseURI) }, "救回方案 Recover plans");

  /** When something was last stored, as the first line of a stored plan has it: `backcast-record 1 <revision> <time> …`. */
  function lastSave(texts) {
    const times = Object.values(texts).map((text) => Number(/^backcast-record \d+ \d+ (\d+) /.exec(text)?.[1] ?? 0));
    const last = new Date(Math.max(...times));
    const told = (tag) => last.toLocaleString(tag, { dateStyle: "medium", timeStyle: "short" });
    return last > 0 ? { zh: `，最後存檔是 ${told("zh-TW")}`, en: ` (last save ${told("en-GB")})` } : { zh: "", en: "" };
  }

  /** The app outside of the frame, where there is more that it may do. */
  function fullAppLink() {
    const properties = { className: "btn quiet", href: new URL(".", document.baseURI), target: "_blank", rel: "noopener" };
    return element("a", properties, "打開完整版 Open the full app");
  }

  /** What the reader keeps: the stored plans, if there are any, and a way to take them along. */
  function keptPlans() {
    const texts = storedTexts();
    if (Object.keys(texts).every((key) => key === SETTINGS)) return { words: [], link: [] };
    const { zh, en } = lastSave(texts);
    const words = [
      chinese("p", `已儲存的方案還在這台裝置${zh}。可先下載備份。`),
      english("p", `Saved plans are still on this device${en}; download a copy first.`),
    ];
    return { words, link: [downloadLink(texts)] };
  }

  /** Loads the page again, as the newer build where one waits: it may be what mends this one. */
  const reloadPage = () => import("./offline.js").then(({ reload }) => reload(), () => location.reload());

  let failed = false;

  /** Covers the page once; later failures are consequences of the first. */
  function showFailure({ heading, words, detail, stopped = false }) {
    if (failed) return;
    failed = true;
    if (stopped) rememberStops(stops() + 1);
    const { words: kept, link } = keptPlans();
    const reload = element("button", { type: "button", className: "btn primary" }, "重新載入 Reload");
    reload.addEventListener("click", reloadPage);
    const dialog = element(
      "dialog",
      { className: "crash", ariaLabel: heading },
      element(
        "div",
        {},
        element("h1", {}, heading),
        ...words,
        ...kept,
        element("p", { className: "actions" }, reload, ...link, embedded ? fullAppLink() : recoverLink()),
        element("details", {}, element("summary", {}, "細節 Details"), element("pre", { translate: false }, detail)),
      ),
    );
    // The app can no longer answer: Escape must not uncover it.
    dialog.addEventListener("keydown", (event) => event.key === "Escape" && event.preventDefault());
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    document.body.append(dialog);
    dialog.showModal();
  }

  const panicked = (error) => ({
    heading: "程式停了 The app has stopped",
    stopped: true,
    words: [
      chinese("p", "程式遇到沒料到的錯誤，無法繼續。重新載入通常就好了。"),
      english("p", "The app met an error it did not expect and cannot go on. Reloading usually helps."),
    ],
    detail: String(error.stack ?? error),
  });

  const notLoaded = (error) => ({
    heading: "程式載入失敗 The app could not be loaded",
    words: [
      chinese("p", "請檢查網路，或換一個較新的瀏覽器。"),
      english("p", "Check the network, or try a more recent browser."),
    ],
    detail: String(error),
  });

  /**
   * What leaves WebAssembly as an error ends the app: a Rust panic, a stack that ran over, or a call of the browser that
   * threw, which leaves what the module was about to do half done.
   */
  function watchForPanics() {
    const inspect = (error) => {
      const trap = globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError;
      if (trap || String(error?.stack).includes(".wasm")) showFailure(panicked(error));
    };
    addEventListener("error", (event) => inspect(event.error));
    addEventListener("unhandledrejection", (event) => inspect(event.reason));
  }

  /** A part of the app that is loaded later did not arrive. */
  function watchForMissing() {
    addEventListener("backcast:missing", () => showFailure(notLoaded(new Error("a part of the app did not arrive"))));
  }

  /** The part of the app that the address leads to; none for the start view. */
  function partOfAddress() {
    if (embedded) return "embed";
    if (location.hash === "") return storedSettings().last_plan && "views";
    // Whatever is no address of a view may be a link.
    if (!location.hash.startsWith("#/")) return "views";
    const [, view] = /^#\/([\w-]+)/.exec(location.hash) ?? [];
    return { plan: "views", new: "views", methods: "views", budget: "budget", compare: "compare", "embed-builder": "builder" }[view];
  }

  /** Where the address leads past the start view, what is behind that comes together with the app, not after it. */
  function preloadPart() {
    const files = parts[partOfAddress()]?.split(" ") ?? [];
    if ("safeStart" in root.dataset) return;
    const properties = { rel: "preload", as: "fetch", type: "application/wasm", crossOrigin: "anonymous" };
    document.head.append(...files.map((href) => element("link", { ...properties, href })));
  }

  const bodyParsed = new Promise((resolve) => {
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", resolve, { once: true });
    else resolve();
  });

  /** The welcome is on the screen, or is not awaited any longer: a tab in the background paints nothing. */
  const welcomePainted = () =>
    new Promise((resolve) => {
      setTimeout(resolve, document.hidden ? 0 : PAINTED_MS);
      new PerformanceObserver(resolve).observe({ type: "paint", buffered: true });
    });

  async function startApp() {
    try {
      if (!globalThis.WebAssembly) throw new Error("WebAssembly is not available");
      // The whole address: in a frame without an origin the script's own is not known to `import`.
      const loaded = import(new URL(module, document.baseURI));
      // The first words come first, and have the line for themselves; a frame has none.
      const [app] = await Promise.all([loaded, bodyParsed, embedded || welcomePainted()]);
      await app.default({ module_or_path: new URL(wasm, document.baseURI) });
    } catch (error) {
      await bodyParsed;
      showFailure(notLoaded(error));
    }
  }

  /** Frames are other sites' pages: they keep nothing. */
  function keepOffline() {
    if (!worker || window.top !== window || !navigator.serviceWorker) return;
    let timer;
    const keep = () => {
      for (const kind of WORK) removeEventListener(kind, rest);
      return import("./offline.js").then((offline) => offline.keepOffline(worker), () => {});
    };
    const rest = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, REST_MS);
    };
    addEventListener("load", () => {
      for (const kind of WORK) addEventListener(kind, rest);
      rest();
    });
  }

  applySettings();
  // After two stops in a row the app must not open by itself what may have stopped it.
  if (stops() >= 2) root.dataset.safeStart = "";
  setTimeout(() => failed || rememberStops(0), QUIET_MS);
  watchForPanics();
  watchForMissing();
  addEventListener("backcast:reload", reloadPage);
  preloadPart();
  startApp();
  keepOffline();
})();
