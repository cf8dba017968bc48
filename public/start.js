// Runs before the first paint: chooses theme and language, then loads the app.
// When the app cannot start, or stops, it covers the page with what happened and hands out the stored plans.
// Plain JavaScript without imports, because it has to work when everything else does not.
(() => {
  "use strict";

  const { module, wasm } = document.currentScript.dataset;
  const root = document.documentElement;
  // Everything the app stores has this prefix; the settings hold { theme, language }.
  const PREFIX = "backcast.";
  const SETTINGS = "backcast.settings";

  /** Every stored text of the app by key; empty when the browser refuses storage, as some frames do. */
  function storedTexts() {
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

  /** The stored language, else the first of the browser's that the app speaks, else Chinese. */
  function chooseLanguage(stored) {
    const wanted = [stored, ...navigator.languages].find((tag) => /^(zh|en)\b/i.test(tag ?? ""));
    return /^en/i.test(wanted ?? "") ? "en" : "zh-Hant-TW";
  }

  function applySettings() {
    const { theme, language } = storedSettings();
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

  function paragraphs(chinese, english) {
    return [element("p", { lang: "zh-Hant-TW" }, chinese), element("p", { lang: "en" }, english)];
  }

  /** A link that saves all stored texts, untouched, as one file. */
  function downloadLink(texts) {
    const file = new Blob([JSON.stringify(texts, null, 2)], { type: "application/json" });
    const properties = { href: URL.createObjectURL(file), download: "backcast-plans.json" };
    return element("a", properties, "下載方案原檔 Download the plans");
  }

  let failed = false;

  /** Covers the page once; later failures are consequences of the first. */
  function showFailure(chinese, english, detail) {
    if (failed) return;
    failed = true;
    const texts = storedTexts();
    const reload = element("button", { type: "button", onclick: () => location.reload() }, "重新載入 Reload");
    const kept = Object.keys(texts).some((key) => key !== SETTINGS);
    const dialog = element(
      "dialog",
      { className: "failure", ariaLabel: "程式停了 The app has stopped" },
      ...paragraphs(chinese, english),
      ...(kept
        ? paragraphs("已儲存的方案還在這台裝置，可先下載備份。", "Saved plans are still on this device; download a copy first.")
        : []),
      element("p", { className: "failure-detail" }, element("code", { translate: false }, detail)),
      element("p", { className: "failure-actions" }, reload, ...(kept ? [downloadLink(texts)] : [])),
    );
    // The app can no longer answer: Escape must not uncover it.
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    document.body.append(dialog);
    dialog.showModal();
  }

  /** WebAssembly traps end the app: a Rust panic, or a stack that ran over inside the module. */
  function watchForPanics() {
    const inspect = (error) => {
      const trap = globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError;
      const overflow = error instanceof RangeError && String(error.stack).includes(".wasm");
      if (trap || overflow) {
        showFailure("程式遇到錯誤而停止。", "The app met an error and stopped.", String(error.message));
      }
    };
    addEventListener("error", (event) => inspect(event.error));
    addEventListener("unhandledrejection", (event) => inspect(event.reason));
  }

  const bodyParsed = new Promise((resolve) => {
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", resolve, { once: true });
    else resolve();
  });

  async function startApp() {
    try {
      if (!globalThis.WebAssembly) throw new Error("WebAssembly is not available");
      const [app] = await Promise.all([import(module), bodyParsed]);
      await app.default({ module_or_path: new URL(wasm, document.baseURI) });
      // Removed in the same task that mounted the app, so nothing that stays on the page moves.
      document.getElementById("welcome").remove();
    } catch (error) {
      await bodyParsed;
      showFailure("程式載入失敗。請檢查網路，或換一個瀏覽器。", "The app could not be loaded. Check the network, or try another browser.", String(error));
    }
  }

  applySettings();
  watchForPanics();
  startApp();
})();
