// From the keystroke to the painted result, in the release build, on a processor made four times slower.
// Run it with `make bench`, or `node benches/typing.js` after `make dist`.
import { chromium } from "@playwright/test";
import { executablePath, flags } from "../tests/browser/support/chromium.js";
import { serveSite } from "../tests/browser/support/site.js";
import { quantile, typingLatencies } from "../tests/browser/support/typing.js";

// Places in the gallery: one channel and five stages; four channels with curves, delays and dependencies.
const TEMPLATES = [0, 3];
/** What 95 of 100 keystrokes must stay below, milliseconds. */
const MUST_MS = 50;
// Every key of these changes the rate, and with it the answer.
const TEXTS = Array.from({ length: 20 }, (_, round) => String(23 + ((round * 7) % 60)));

const site = await serveSite();
const browser = await chromium.launch({ executablePath, args: flags });
try {
  for (const template of TEMPLATES) {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`${site.url}/a/folder/#/start`);
    await page.locator(".template").nth(template).click();
    const latencies = await typingLatencies(page, {
      input: "#chain-rate-4",
      output: ".verdict h1",
      texts: TEXTS,
    });
    const [median, p95] = [0.5, 0.95].map((share) => quantile(latencies, share).toFixed(1));
    if (p95 >= MUST_MS) process.exitCode = 1;
    console.log(`${template}: ${latencies.length} keystrokes at 4× slowdown, median ${median} ms, p95 ${p95} ms`);
    await page.close();
  }
} finally {
  await browser.close();
  site.stop();
}
