// Puts the calculator on a page: <backcast-calculator preset="service"></backcast-calculator>, an element with
// data-backcast and data-preset, or a frame with data-backcast, which then follows its content.
// Attributes travel in the fragment, which no server sees. Only the frame, at its origin, is heard. The element tells
// of ready, height, change (with tell-changes), complete, share, cta and lead, with `detail`.
(() => {
  "use strict";

  const APP = new URL("./index.html", document.currentScript.src);
  const NAME = "backcast-calculator";
  const VERSION = 1;
  const ATTRIBUTES = ["preset", "plan", "lang", "currency", "theme", "accent", "logo", "cta-label", "cta-href", "hide", "locked"];
  const TOLD = ["ready", "height", "change", "complete", "share", "cta", "lead"];
  const [LEAST, MOST, FIRST] = [120, 20_000, 640];
  // Scroll bars that come and go with the height would change it for ever: the larger one stays.
  const [CALM_MS, RETURNS] = [1_000, 3];

  /** A message; an empty one for anything else. */
  function parse(text) {
    try {
      const message = typeof text === "string" && JSON.parse(text);
      return message?.backcast === VERSION ? message : {};
    } catch {
      return {};
    }
  }

  /** A frame that its sandbox takes the origin from speaks as "null". */
  const originOf = (frame) =>
    frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin") ? "null" : APP.origin;

  function heightKeeper(frame) {
    let [now, before, changed, returns] = [FIRST, 0, 0, 0];
    return (asked) => {
      const height = Math.min(MOST, Math.max(LEAST, Math.ceil(asked)));
      const at = performance.now();
      if (!(height >= LEAST) || height === now) return;
      returns = height === before && at - changed < CALM_MS ? returns + 1 : 0;
      if (returns > RETURNS && height < now) return;
      [now, before, changed] = [height, now, at];
      frame.style.height = `${height}px`;
    };
  }

  /** Has an element tell what a frame says; answers how to stop. */
  function connect(frame, element, wantsChanges) {
    const keepHeight = heightKeeper(frame);
    const listen = ({ source, origin, data }) => {
      if (source !== frame.contentWindow || origin !== originOf(frame)) return;
      const { backcast, type, ...detail } = parse(data);
      if (type === "hello") {
        // Says nothing; a frame without an origin hears nothing else.
        const welcome = JSON.stringify({ backcast: VERSION, type: "welcome", change: wantsChanges() });
        source.postMessage(welcome, origin === "null" ? "*" : origin);
      } else if (TOLD.includes(type)) {
        if (type === "height") keepHeight(detail.height);
        element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
      }
    };
    addEventListener("message", listen);
    return () => removeEventListener("message", listen);
  }

  function createFrame(src, lang) {
    const title = /^en/i.test(lang) ? "Backcast calculator" : "目標倒扣試算";
    const frame = document.createElement("iframe");
    Object.assign(frame.style, { display: "block", width: "100%", border: "0", height: `${FIRST}px` });
    return Object.assign(frame, { title, allow: "clipboard-write", referrerPolicy: "no-referrer", src });
  }

  class Calculator extends HTMLElement {
    static observedAttributes = ATTRIBUTES;
    #frame = null;
    #disconnect;
    #waits = false;

    #address() {
      const set = ATTRIBUTES.filter((name) => this.getAttribute(name));
      return `${APP}#/embed?${set.map((name) => `${name}=${encodeURIComponent(this.getAttribute(name))}`).join("&")}`;
    }

    connectedCallback() {
      this.#frame = createFrame(this.#address(), this.getAttribute("lang") || document.documentElement.lang);
      this.#disconnect = connect(this.#frame, this, () => this.hasAttribute("tell-changes"));
      this.replaceChildren(this.#frame);
    }

    disconnectedCallback() {
      this.#disconnect();
      this.replaceChildren();
      this.#frame = null;
    }

    // Attributes that change together are one new address, and no step of the history.
    attributeChangedCallback() {
      if (!this.#frame || this.#waits) return;
      this.#waits = true;
      queueMicrotask(() => {
        this.#waits = false;
        this.#frame?.contentWindow?.location.replace(this.#address());
      });
    }
  }

  function upgrade(element) {
    if (element.matches("iframe")) return connect(element, element, () => "tellChanges" in element.dataset);
    const calculator = document.createElement(NAME);
    for (const name of [...ATTRIBUTES, "tell-changes"]) {
      const value = element.getAttribute(`data-${name}`);
      if (value !== null) calculator.setAttribute(name, value);
    }
    element.replaceChildren(calculator);
  }

  if (customElements.get(NAME)) return;
  customElements.define(NAME, Calculator);
  const upgradeAll = () => document.querySelectorAll("[data-backcast]").forEach(upgrade);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", upgradeAll, { once: true });
  else upgradeAll();
})();
