// `node tests/monkey/storage.js [kills] [edits]`: a tab that is killed while it saves, many times over; and two tabs that
// edit one plan at once, each faster than it hears of the other. A plan is lost when no stored plan opens whole, or when
// the last words of a tab are in no plan.
import { chromium } from "playwright-core";
import { executablePath, flags } from "../browser/support/chromium.js";
import { serveSite } from "../browser/support/site.js";

const [kills, edits] = [Number(process.argv[2] ?? 50), Number(process.argv[3] ?? 200)];
const { url, stop } = await serveSite({ folder: "target/monkey" });
const browser = await chromium.launch({ executablePath, args: flags });
const context = await browser.newContext({ locale: "zh-TW" });
await context.addInitScript(() => delete Navigator.prototype.serviceWorker);

const name = (page) => page.getByLabel("方案名稱");

async function open(place) {
  const page = await context.newPage();
  await page.goto(`${url}/a/folder/${place}`);
  await name(page).waitFor();
  return page;
}

/** Types names, one after the other, `pause` milliseconds apart. */
const types = (page, names, pause) =>
  page.evaluate(async ({ names, pause }) => {
    for (const text of names) {
      // Whoever keeps both goes on in the copy, in a field of its own.
      const field = document.querySelector("input.name");
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, text);
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }, { names, pause });

/** The names of the stored plans; throws where one does not open whole. */
const stored = (page) =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith("backcast.plan."))
      .map(([, text]) => JSON.parse(text.slice(text.indexOf("\n") + 1)).name),
  );

const crash = async (page) => {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  session.send("Page.crash").catch(() => {});
  await crashed;
  await page.close();
};

let torn = 0;
let page = await open("#/new/service");
for (let kill = 0; kill < kills; kill += 1) {
  const names = Array.from({ length: 40 }, (_, edit) => `${kill}.${edit}`);
  const typing = types(page, names, 320).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 400 + (kill * 37) % 400));
  await crash(page);
  await typing;
  page = await open("");
  const unreadable = await page.getByText("讀不懂").count();
  const [whole] = await stored(page);
  if (unreadable > 0 || (await name(page).inputValue()) !== whole || !/^\d+\.\d+$|^到店/.test(whole)) {
    torn += 1;
    console.log(`kill ${kill}: ${whole}`);
  }
}
console.log(`${kills} kills during saving, ${torn} plans that did not open whole`);

// Two tabs: in a conflict each reader keeps both.
const tabs = [page, await open(new URL(page.url()).hash)];
const both = (tab) =>
  tab.evaluate(() => setInterval(() => [...document.querySelectorAll("[role=alert] button")].find(({ textContent }) => textContent.startsWith("兩個都留"))?.click(), 20));
await Promise.all(tabs.map(both));
await Promise.all(tabs.map((tab, at) => types(tab, Array.from({ length: edits }, (_, edit) => `tab ${at}, edit ${edit}`), 40 + 7 * at)));
await page.waitForTimeout(3_000);
const names = await stored(page);
const last = [0, 1].map((at) => `tab ${at}, edit ${edits - 1}`);
const history = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith("backcast.")).map(([, text]) => text).join("\n"));
const lost = last.filter((words) => !history.includes(words));
console.log(`two tabs of ${edits} edits each: ${names.length} plans, ${lost.length} last words lost`);
await browser.close();
stop();
process.exitCode = torn + lost.length > 0 ? 1 : 0;
