// The calculator among strangers: hostile messages, missing permissions, strict policies.
import { openApp } from "./support/app.js";
import { answer, fillLead, heard, openHost, told } from "./support/host.js";
import { expect, test } from "./support/test.js";

const ELEMENT = '<backcast-calculator preset="service" tell-changes></backcast-calculator>';
const bare = (app, sandbox) =>
  `<iframe data-backcast title="x" ${sandbox === undefined ? "" : `sandbox="${sandbox}"`} src="${app}index.html#/embed?preset=service" width="100%"></iframe>`;
const target = (frame) => frame.locator(".numbers").getByLabel("目標值");

/** What strangers say, to the frame and to the page around it, each a way to take part without having been asked. */
const HOSTILE = [
  '{"backcast":1,"type":"welcome","change":true}',
  '{"backcast":1,"type":"welcome"}',
  '{"backcast":1,"type":"hello"}',
  '{"backcast":1,"type":"height","height":99999}',
  '{"backcast":1,"type":"height","height":-1}',
  '{"backcast":1,"type":"height","height":"1e9"}',
  '{"backcast":1,"type":"ready","refused":[]}',
  '{"backcast":1,"type":"lead","name":"x","contact":"x","message":"","link":"https://evil.example","answer":""}',
  '{"backcast":1,"type":"cta","href":"javascript:alert(1)"}',
  '{"backcast":1,"type":"change","link":"https://evil.example","answer":"x"}',
  '{"backcast":1,"type":"complete","link":"","answer":""}',
  '{"backcast":1,"type":"share"}',
  '{"backcast":2,"type":"welcome","change":true}',
  '{"backcast":1,"type":"welcome","change":true,"__proto__":{"x":1}}',
  '{"backcast":1,"type":"constructor"}',
  '{"backcast":1,"type":"__proto__"}',
  "",
  "null",
  "[".repeat(100_000),
  `{"backcast":1,"type":"welcome","x":"${"a".repeat(1_000_000)}"}`,
  { backcast: 1, type: "welcome", change: true },
  null,
  42,
  ["welcome"],
];

/** A stranger's page: it says everything to the page around and to the calculator there, and keeps what it hears. */
const STRANGER = `
  const HOSTILE = ${JSON.stringify(HOSTILE)};
  window.overheard = [];
  addEventListener("message", ({ data }) => overheard.push(data));
  window.attack = () => {
    for (const message of HOSTILE) {
      parent.postMessage(message, "*");
      for (let at = 0; at < parent.frames.length; at += 1) if (parent.frames[at] !== window) parent.frames[at].postMessage(message, "*");
    }
  };
`;
const strangerFiles = {
  "/stranger": { text: '<!doctype html><title>x</title><link rel="icon" href="data:,"><script src="/stranger.js"></script>' },
  "/stranger.js": { type: "text/javascript", text: STRANGER },
};

/** Lets every stranger on the page speak; answers what they have heard. */
async function attack(page) {
  const strangers = page.frames().filter((frame) => frame.url().endsWith("/stranger"));
  for (const stranger of strangers) await stranger.evaluate(() => window.attack());
  await page.waitForTimeout(500);
  return Promise.all(strangers.map((stranger) => stranger.evaluate(() => window.overheard.map((data) => JSON.stringify(data)))));
}

test(`${HOSTILE.length} kinds of hostile messages from five origins change nothing and learn nothing`, async ({ page, hosts, baseURL }) => {
  const strangers = [];
  for (let count = 0; count < 4; count += 1) strangers.push(await hosts.serve(strangerFiles));
  // The fifth has no origin at all.
  const frames = [...strangers.map((origin) => `<iframe title="s" src="${origin}/stranger"></iframe>`),
    `<iframe title="s" sandbox="allow-scripts" src="${strangers[0]}/stranger"></iframe>`];
  const { frame } = await openHost(page, hosts, { body: ELEMENT + frames.join(""), app: baseURL });
  const calculator = page.frameLocator("backcast-calculator iframe");
  await expect(answer(calculator)).toContainText("NT$86,806");
  await heard(page, "ready");
  const before = await told(page);
  const height = await page.locator("backcast-calculator iframe").evaluate((frame) => frame.clientHeight);

  const overheard = await attack(page);
  expect(overheard).toHaveLength(5);
  await target(calculator).fill("400");
  await expect(answer(calculator)).toContainText("NT$173,611");
  await heard(page, "complete");
  await attack(page);

  // The page itself heard the visitor's changes and nothing of the strangers; its frame kept its height.
  const after = (await told(page)).slice(before.length);
  expect(after.filter(({ type }) => !["change", "complete", "height"].includes(type))).toEqual([]);
  expect(after.filter(({ link }) => link?.includes("evil"))).toEqual([]);
  expect(Math.abs((await page.locator("backcast-calculator iframe").evaluate((frame) => frame.clientHeight)) - height)).toBeLessThan(120);
  // Strangers heard each other, and not a word of the calculator.
  const words = await attack(page);
  const known = new Set(HOSTILE.map((message) => JSON.stringify(message)));
  expect(words.flat().filter((data) => !known.has(data))).toEqual([]);
  expect(frame).toBeTruthy();
});

test("hostile messages of the page around itself change nothing, and only its welcome counts, not that of a stranger before it", async ({ page, hosts, baseURL }) => {
  const stranger = await hosts.serve(strangerFiles);
  const origin = await hosts.serve({
    "/": { text: `<!doctype html><title>x</title><link rel="icon" href="data:,"><script src="/record.js"></script><iframe title="x" width="900" height="900" src="${baseURL}index.html#/embed?preset=service"></iframe><iframe title="s" src="${stranger}/stranger"></iframe>` },
    "/record.js": { type: "text/javascript", text: "window.all=[];addEventListener('message',({data})=>all.push(data))" },
  });
  await page.goto(`${origin}/`);
  const frame = page.frameLocator("iframe").first();
  await expect(answer(frame)).toContainText("NT$86,806");
  await target(frame).fill("400");
  const [overheard] = await attack(page);
  expect(overheard).toEqual([]);
  await page.evaluate((messages) => messages.forEach((message) => frames[0].postMessage(message, "*")), HOSTILE.slice(2));
  await page.waitForTimeout(300);
  // Until it welcomes the frame, the page hears nothing but hello.
  const said = new Set(HOSTILE.map((message) => JSON.stringify(message)));
  const heardOnly = await page.evaluate(() => [...new Set(window.all.map((data) => JSON.stringify(data)))]);
  expect(heardOnly.filter((data) => !said.has(data))).toEqual([]);
  await page.evaluate(() => frames[0].postMessage('{"backcast":1,"type":"welcome"}', "*"));
  await expect.poll(() => page.evaluate(() => window.all.join())).toContain('"type":"ready"');
  await expect(answer(frame)).toContainText("NT$173,611");
});

test("the calculator neither needs nor touches storage, workers or cookies", async ({ page, hosts, baseURL }) => {
  await page.addInitScript(() => {
    window.touched = [];
    const refuse = (name) => () => {
      window.touched.push(name);
      throw new DOMException("refused", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) Object.defineProperty(window, name, { get: refuse(name) });
    for (const name of ["Worker", "SharedWorker"]) window[name] = refuse(name);
    Object.defineProperty(Navigator.prototype, "serviceWorker", { get: refuse("serviceWorker") });
    Object.defineProperty(Document.prototype, "cookie", { get: refuse("cookie"), set: refuse("cookie") });
  });
  const { frame } = await openHost(page, hosts, { body: ELEMENT, app: baseURL });
  await target(frame).fill("400");
  await expect(answer(frame)).toContainText("NT$173,611");
  await heard(page, "complete");
  const inside = page.frames().find((frame) => frame.url().includes("#/embed"));
  expect(await inside.evaluate(() => window.touched)).toEqual([]);
});

const FLAGS = ["allow-scripts", "allow-same-origin", "allow-forms", "allow-popups", "allow-popups-to-escape-sandbox", "allow-modals",
  "allow-downloads", "allow-top-navigation-by-user-activation"];

test.describe("in a sandbox", () => {
  // What the browser itself says about a frame that may not do something; symbols are drawn by documents of one origin
  // only.
  test.use({ expected: /sandboxed|Blocked|Clipboard API has been blocked|Unsafe attempt to load URL \S+sprite\.svg/ });

  for (const missing of FLAGS.slice(1)) {
    test(`without ${missing} a visitor gets through`, async ({ page, hosts, baseURL }) => {
      const sandbox = FLAGS.filter((flag) => flag !== missing).join(" ");
      const { frame } = await openHost(page, hosts, { body: bare(baseURL, sandbox), app: baseURL });
      await target(frame).fill("400");
      await expect(answer(frame)).toContainText("NT$173,611");
      await frame.getByRole("button", { name: "預約諮詢" }).click();
      await fillLead(frame);
      await frame.getByLabel("姓名").press("Enter");
      const [lead] = await heard(page, "lead");
      expect(lead.answer).toContain("NT$173,611");
      await expect(frame.getByRole("status").filter({ hasText: "已交給" })).toBeVisible();
    });
  }

  test("with nothing but scripts, the plan can still be copied by hand", async ({ page, hosts, baseURL }) => {
    const { frame } = await openHost(page, hosts, { body: bare(baseURL, "allow-scripts"), app: baseURL });
    await expect(answer(frame)).toContainText("NT$86,806");
    await frame.getByRole("button", { name: "複製方案連結" }).click();
    await expect(frame.getByLabel("方案連結", { exact: true })).toHaveValue(/^http.*#p1/);
  });

  test("without scripts the frame says what it needs", async ({ page, hosts, baseURL }) => {
    const sandbox = FLAGS.slice(1).join(" ");
    await openHost(page, hosts, { body: bare(baseURL, sandbox), app: baseURL });
    // Whether it can be read: locators pass over what stands in <noscript>.
    const read = () => page.frames()[1].evaluate(() => document.querySelector("noscript")?.innerText);
    await expect.poll(read).toContain("請開啟 JavaScript");
  });
});

test.describe("under a strict policy", () => {
  // The browser says that the page around keeps the frame from its clipboard.
  test.use({ expected: /Clipboard API has been blocked/ });

  test("of the page around a visitor gets through", async ({ page, hosts, baseURL }) => {
  const app = new URL(baseURL).origin;
  const headers = {
    "Content-Security-Policy": `default-src 'none'; script-src 'self' ${app}; style-src 'self'; frame-src ${app}; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`,
    "Permissions-Policy": "clipboard-write=(), camera=()",
    "Cross-Origin-Opener-Policy": "same-origin",
  };
  const { frame } = await openHost(page, hosts, { body: ELEMENT, app: baseURL, headers });
  await target(frame).fill("400");
  await expect(answer(frame)).toContainText("NT$173,611");
  await heard(page, "complete");
  await frame.getByRole("button", { name: "複製方案連結" }).click();
  await expect(frame.getByLabel("方案連結", { exact: true })).toHaveValue(/#p1/);
  });
});

test("a page outside of frames is nobody's calculator", async ({ page }) => {
  await openApp(page, "index.html#/embed?preset=service");
  await expect(page.locator(".verdict")).toContainText("NT$86,806");
  await page.evaluate(() => postMessage('{"backcast":1,"type":"welcome","change":true}', "*"));
  await expect(page.getByRole("button", { name: "預約諮詢" })).toHaveCount(0);
});
