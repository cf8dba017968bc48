// Lists what the app has stored in this browser and offers each text, untouched, as a file. The keys are those of
// `src/state/library/key.rs`; a stored plan is `backcast-record <schema> <revision> <time> <checksum>`, line break, plan.
"use strict";

const PREFIX = "backcast.";
const KINDS = [
  { prefix: "backcast.plan.", zh: "方案", en: "Plans" },
  { prefix: "backcast.past.", zh: "先前的版本", en: "Earlier versions" },
  { prefix: "backcast.quarantine.", zh: "讀不懂、原樣收好的內容", en: "Kept as it is because it cannot be read" },
];

/** Creates an element; strings among the children become text nodes, never markup. */
function element(name, properties, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

const english = (text) => element("span", { lang: "en" }, text);

/** The plan's name where there is one, also in a text that is damaged. */
function nameOf(text) {
  const name = /"name"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(text)?.[1];
  try {
    return JSON.parse(name) || "未命名 Untitled";
  } catch {
    return "未命名 Untitled";
  }
}

/** When a text was stored; 0 when it does not say. */
const timeOf = (text) => Number(/^backcast-record \d+ \d+ (\d+) /.exec(text)?.[1] ?? 0);

function told(time) {
  const date = new Date(time);
  return time > 0 && !Number.isNaN(date.getTime()) ? date.toLocaleString("zh-TW", { dateStyle: "medium", timeStyle: "short" }) : "";
}

function download(name, text, ...words) {
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  return element("a", { href, download: `${name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, "-").slice(0, 80)}.json` }, ...words);
}

function row([key, text]) {
  const name = nameOf(text);
  const about = [told(timeOf(text)), `${text.length.toLocaleString()} 字元 characters`, key].filter(Boolean).join(" · ");
  return element("li", {}, download(name, text, "下載 Download ", element("b", {}, name)), element("div", {}, about));
}

/** One kind of texts, the last stored first. */
function section({ prefix, zh, en }, texts) {
  const rows = texts.filter(([key]) => key.startsWith(prefix)).sort(([, a], [, b]) => timeOf(b) - timeOf(a));
  if (rows.length === 0) return [];
  const heading = element("h2", {}, `${zh} `, english(en), `（${rows.length}）`);
  return [heading, element("ul", {}, ...rows.map(row))];
}

const state = document.getElementById("state");
try {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  const texts = keys.map((key) => [key, localStorage.getItem(key)]);
  const sections = KINDS.flatMap((kind) => section(kind, texts));
  if (sections.length === 0) {
    state.append("這台裝置沒有存過方案。 ", english("No plans are stored on this device."));
  } else {
    const all = JSON.stringify(Object.fromEntries(texts), null, 2);
    state.append(download("backcast-plans", all, "全部下載成一個檔案 ", english("Download everything as one file")));
  }
  document.getElementById("texts").append(...sections);
} catch {
  state.append("瀏覽器不允許讀取儲存空間。 ", english("The browser does not allow reading its storage."));
}
