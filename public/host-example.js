// What a page may do with what the calculator tells: here it only shows it. A real page would send a lead to its own
// address book, and count the others.
"use strict";

const TOLD = ["ready", "height", "change", "complete", "share", "cta", "lead"];
const calculator = document.querySelector("backcast-calculator");
const heard = document.getElementById("heard");

for (const type of TOLD) {
  calculator.addEventListener(type, ({ detail }) => {
    const item = document.createElement("li");
    item.textContent = `${type} ${JSON.stringify(detail)}`;
    heard.prepend(item);
  });
}
