// Lists what the app has stored in this browser and offers each text, untouched, as a file.
"use strict";

const PREFIX = "backcast.";

/** What a stored text seems to be, for choosing among several: the plan's name where there is one. */
function describe(text) {
  const name = /"name"\s*:\s*"((?:[^"\\]|\\.){1,80})/.exec(text)?.[1];
  return `${name ? `${name} · ` : ""}${text.length.toLocaleString()} 字元 characters`;
}

function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = `${name.replace(/[^\w.-]+/g, "-")}.json`;
  link.textContent = `下載 Download ${name}`;
  return link;
}

function row(key, text) {
  const item = document.createElement("li");
  const words = document.createElement("div");
  words.textContent = describe(text);
  item.append(download(key, text), words);
  return item;
}

const state = document.getElementById("state");
try {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).sort();
  document.getElementById("texts").append(...keys.map((key) => row(key, localStorage.getItem(key))));
  state.textContent = keys.length === 0 ? "這台裝置沒有存過方案。 No plans are stored on this device." : "";
} catch {
  state.textContent = "瀏覽器不允許讀取儲存空間。 The browser does not allow reading its storage.";
}
