// What the monkey does, inside of the page: a function that is handed over as it stands, so it names nothing outside of
// itself. Without a round trip per action it does a few hundred in a second.

/**
 * Does `actions` random things to the page, the same for the same `seed` as far as the page answers in the same time.
 * Resolves to how many were done of each kind, the last ones in words, and what was found; it ends with the first find.
 */
export async function monkey({ seed, actions, texts, numbers, hashes, files, messages }) {
  let state = seed >>> 0 || 1;
  // Marsaglia's xorshift.
  const random = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const below = (end) => Math.floor(random() * end);
  const pick = (list) => list[below(list.length)];
  const rest = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  // Posted, not timed: timers that follow each other wait four milliseconds.
  const { port1, port2 } = new MessageChannel();
  const turn = () => new Promise((resolve) => ((port1.onmessage = resolve), port2.postMessage(0)));

  if (!window.setItem) {
    // Kept from the first time: the rest is what a page alone cannot do, or what would lead away from it.
    window.setItem = Storage.prototype.setItem;
    window.print = () => {};
    HTMLAnchorElement.prototype.click = () => {};
    const { click } = HTMLInputElement.prototype;
    HTMLInputElement.prototype.click = function () {
      if (this.type !== "file") click.call(this);
    };
    addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (link && (link.target || link.download || link.pathname !== location.pathname || link.origin !== location.origin)) event.preventDefault();
    });
    window.violations = [];
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => window.violations.push(`${violatedDirective} ${blockedURI}`));
  }

  const modal = () => [...document.querySelectorAll("dialog:modal")].at(-1) ?? document.body;
  /** Something on the page that can be reached now. */
  const some = (selector, within = modal()) => {
    const found = within.querySelectorAll(selector);
    for (let tries = 0; tries < 12 && found.length > 0; tries += 1) {
      const element = pick(found);
      if (!element.disabled && element.checkVisibility()) return element;
    }
  };
  /** What a number never looks like. */
  const FAULT = /NaN|Infinity|∞|\binf\b|[-−]0(?![\d.])|\de[+-]?\d|undefined|null/;
  const named = (element) => `${element.tagName.toLowerCase()}${element.id && `#${element.id}`} ${(element.ariaLabel ?? element.textContent ?? "").trim().slice(0, 30)}`;
  const press = (element, key, held = {}) =>
    element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held }));
  const write = (field, text) => {
    const { prototype } = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
    Object.getOwnPropertyDescriptor(prototype, "value").set.call(field, text);
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
  };
  const planKeys = () => { try { return Object.keys(localStorage).filter((key) => key.startsWith("backcast.plan.")); } catch { return []; } };
  const otherTab = (key, text) => {
    if (text === null) localStorage.removeItem(key);
    else try { window.setItem.call(localStorage, key, text); } catch { return; }
    dispatchEvent(new StorageEvent("storage", { key, storageArea: localStorage }));
  };

  const kinds = {
    click: () => {
      const element = some("button, a[href], summary, label, input[type=checkbox], input[type=radio], [role=button], [tabindex='0']");
      if (!element) return;
      element.focus();
      element.click();
      return named(element);
    },
    type: () => {
      const field = some("input:not([type=checkbox], [type=radio], [type=file]), textarea");
      if (!field) return;
      field.focus();
      const isNumber = !field.translate || random() < 0.1;
      const picked = pick(isNumber ? numbers : texts);
      // A name that looks like a fault would be found wherever the name stands.
      const text = /name/.test(`${field.id} ${field.className}`) && FAULT.test(picked) ? "1" : picked;
      if (random() < 0.2) field.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
      write(field, text);
      if (random() < 0.2) field.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: text }));
      if (random() < 0.3) press(field, pick(["Enter", "Escape", "ArrowUp", "ArrowDown", "Tab"]));
      if (random() < 0.5) field.dispatchEvent(new Event("change", { bubbles: true }));
      if (random() < 0.5) field.blur();
      return `${named(field)} ${JSON.stringify(text.slice(0, 30))}`;
    },
    choose: () => {
      const field = some("select");
      if (!field) return;
      field.focus();
      field.selectedIndex = below(field.options.length);
      for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
      return `${named(field)} ${field.selectedIndex}`;
    },
    key: () => {
      const key = pick(["Escape", "Enter", "Tab", " ", "?", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageDown", "Process", "Dead"]);
      press(document.activeElement ?? document.body, key);
      return key;
    },
    undo: () => {
      const element = random() < 0.5 ? document.body : document.activeElement;
      press(element, "z", { ctrlKey: true, shiftKey: random() < 0.4 });
    },
    close: () => {
      const dialog = modal();
      if (dialog === document.body) return;
      dialog.dispatchEvent(new Event("cancel", { cancelable: true })) && dialog.close();
      return "dialog";
    },
    blur: () => document.activeElement?.blur(),
    back: () => {
      // By entry, not by steps: several steps may be under way, and together lead out of the page.
      const entry = pick(navigation.entries());
      const { committed, finished } = navigation.traverseTo(entry.key);
      for (const promise of [committed, finished]) promise.catch(() => {});
      return entry.index;
    },
    go: () => {
      const hash = pick(hashes);
      location.hash = hash;
      return hash.slice(0, 40);
    },
    file: () => {
      const field = document.querySelector("input[type=file]");
      if (!field) return;
      const { name, type, text } = pick(files);
      const data = new DataTransfer();
      data.items.add(new File([text], name, { type }));
      if (random() < 0.3) {
        for (const kind of ["dragenter", "dragover", "drop"]) {
          (document.querySelector("main") ?? document.body).dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
        }
      } else {
        field.files = data.files;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }
      return name;
    },
    point: () => {
      const element = some("figure svg, figure, [role=img], .chain button, .chain") ?? document.body;
      const box = element.getBoundingClientRect();
      const at = { clientX: box.x + random() * box.width, clientY: box.y + random() * box.height, bubbles: true, cancelable: true };
      const target = document.elementFromPoint(at.clientX, at.clientY) ?? element;
      for (const type of ["pointerenter", "pointermove", "pointerdown", "pointerup", "pointerleave"].slice(below(3), 2 + below(4))) target.dispatchEvent(new PointerEvent(type, at));
      return named(target);
    },
    tab: () => {
      const keys = planKeys();
      if (keys.length === 0) return;
      const key = pick(keys);
      const what = below(12);
      if (what === 0) {
        localStorage.clear();
        dispatchEvent(new StorageEvent("storage", { key: null, storageArea: localStorage }));
        return "clear";
      }
      const text = localStorage.getItem(key);
      otherTab(key, what < 3 ? null : what < 5 ? text.slice(0, below(text.length)) : what < 9 ? localStorage.getItem(pick(keys)) : text);
      return `${key} ${what}`;
    },
    full: () => {
      const fails = random() < 0.4;
      const error = pick(["QuotaExceededError", "SecurityError", "UnknownError"]);
      Storage.prototype.setItem = fails ? () => { throw new DOMException("on purpose", error); } : window.setItem;
      return fails ? error : "works";
    },
    leave: () => {
      document.dispatchEvent(new Event("visibilitychange"));
      dispatchEvent(new PageTransitionEvent("pagehide"));
    },
    size: () => {
      document.documentElement.style.setProperty("width", `${320 + below(900)}px`);
      dispatchEvent(new Event("resize"));
    },
    message: () => {
      const message = pick(messages);
      postMessage(message, "*");
      return String(message).slice(0, 40);
    },
  };
  const weights = { click: 38, type: 26, choose: 5, key: 8, undo: 4, close: 1, blur: 2, back: 3, go: 3, file: 1, point: 4, tab: 1, full: 1, leave: 1, size: 1, message: 1 };
  const wheel = Object.entries(weights).flatMap(([kind, weight]) => Array(weight).fill(kind));

  /** What no page may ever show. */
  const faults = () => {
    if (document.querySelector("dialog.crash")) return [document.querySelector("dialog.crash").innerText];
    const found = [...window.violations];
    if (!document.querySelector("main")?.textContent.trim()) found.push("the page is empty");
    for (const element of document.querySelectorAll("main [translate=no]:not(input, pre, code, kbd, .note)")) {
      if (FAULT.test(element.textContent)) found.push(`${named(element)}: ${element.textContent.slice(0, 80)}`);
    }
    return found;
  };

  const counts = {};
  const log = [];
  let done = 0;
  let found = [];
  while (done < actions && found.length === 0) {
    const kind = pick(wheel);
    const what = kinds[kind]();
    counts[kind] = (counts[kind] ?? 0) + 1;
    done += 1;
    log.push(what === undefined ? kind : `${kind} ${what}`);
    if (log.length > 40) log.shift();
    await turn();
    if (done % 10 === 0) {
      await rest(0);
      found = faults();
    }
    // Now and then there is a pause as long as saving waits for, or as a frame takes.
    if (done % 150 === 0) await rest(350);
    else if (random() < 0.03) await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  Storage.prototype.setItem = window.setItem;
  await rest(50);
  return { done, counts, log, found: found.length > 0 ? found : faults() };
}
