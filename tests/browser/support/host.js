// A consultant's page with the calculator on it, on an origin of its own.
import { expect } from "./test.js";

/** Writes down, in `window.told`, what an element tells. */
const RECORD = `
  window.told = [];
  for (const type of ["ready", "height", "change", "complete", "share", "cta", "lead"])
    addEventListener(type, (event) => event.detail && told.push({ type, ...event.detail }), true);
`;

/** A page around `body`; its scripts are files, as a strict policy wants them. */
export const pageOf = (body, app) => ({
  text: `<!doctype html><html lang="zh-Hant-TW"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>顧問</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/host.css"><script src="/record.js"></script>
    <script src="${app}embed.js" defer></script>${body}`,
});

/** Serves the page and opens it; answers the frame and the page's origin. */
export async function openHost(page, hosts, { body, app, headers, css = "body{margin:0}" }) {
  const origin = await hosts.serve({
    "/": { ...pageOf(body, app), headers },
    "/record.js": { type: "text/javascript", text: RECORD },
    "/host.css": { type: "text/css", text: css },
  });
  await page.goto(`${origin}/`);
  return { origin, frame: page.frameLocator("iframe") };
}

/** What the page heard of some kind, once it has heard any. */
export async function heard(page, type) {
  const told = () => page.evaluate((type) => window.told.filter((told) => told.type === type), type);
  await expect.poll(async () => (await told()).length, { message: `nothing told of ${type}` }).toBeGreaterThan(0);
  return told();
}

/** Everything the page heard until now. */
export const told = (page) => page.evaluate(() => window.told);

/** The answer of the calculator. */
export const answer = (frame) => frame.locator(".verdict").getByRole("heading", { level: 2 });

/** Fills in the form behind the button. */
export async function fillLead(frame, { consent = true } = {}) {
  await frame.getByLabel("姓名").fill("林小姐");
  await frame.getByLabel("電話、Email 或 LINE ID").fill("0912-345-678");
  await frame.getByLabel("想說的話（可不填）").fill("想約週三\n下午");
  if (consent) await frame.getByRole("checkbox").check();
}
