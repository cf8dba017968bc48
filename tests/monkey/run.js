// `node tests/monkey/run.js [actions] [seed]`: random actions over all views of the built site, any of which may end the
// run: with a complaint of the console, an error, a stopped app, a refused load, a number that only machines write.
import { chromium } from "playwright-core";
import { executablePath, flags } from "../browser/support/chromium.js";
import { serveSite } from "../browser/support/site.js";
import { monkey } from "./actions.js";
import { openPlace, places, world } from "./world.js";

/** So many actions are done in a page before the next place is opened. */
const AT_ONCE = 500;
/** What the browser says of a monkey that navigates faster than it allows. */
const EXPECTED = /^Throttling navigation to prevent/;

const [actions, seed] = [Number(process.argv[2] ?? 5_000), Number(process.argv[3] ?? 1)];
const { url, stop } = await serveSite({ folder: "target/monkey" });
const browser = await chromium.launch({ executablePath, args: flags });
const counts = {};
let [done, finds] = [0, 0];
for (let round = seed; done < actions; round += 1) {
  const place = places[round % places.length];
  const narrow = round % 3 === 0;
  const context = await browser.newContext({ viewport: { width: narrow ? 320 : 1280, height: 800 }, locale: round % 4 === 0 ? "en-GB" : "zh-TW" });
  await context.addInitScript(() => delete Navigator.prototype.serviceWorker);
  const complaints = [];
  context.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  context.on("weberror", (event) => complaints.push(String(event.error().stack)));
  context.on("request", (request) => new RegExp(`^(${url}/|data:|blob:)`).test(request.url()) || complaints.push(`left: ${request.url()}`));
  const page = await context.newPage();
  await openPlace(page, `${url}/a/folder/`, place);
  const gone = (error) => ({ done: 0, counts: {}, log: [], found: [`the page was left: ${error.message}`] });
  const result = await page.evaluate(monkey, { seed: round, actions: Math.min(AT_ONCE, actions - done), ...world }).catch(gone);
  const found = [...result.found, ...complaints.filter((text) => !EXPECTED.test(text))];
  done += result.done;
  for (const [kind, count] of Object.entries(result.counts)) counts[kind] = (counts[kind] ?? 0) + count;
  if (found.length > 0) {
    finds += 1;
    console.log(`seed ${round} at ${place}, after ${result.done} actions:\n  ${found.slice(0, 5).join("\n  ")}\n  the last: ${result.log.slice(-12).join(" | ")}`);
  }
  await context.close();
}
await browser.close();
stop();
console.log(`${done} actions from seed ${seed}, ${finds} finds: ${JSON.stringify(counts)}`);
process.exitCode = finds > 0 ? 1 : 0;
