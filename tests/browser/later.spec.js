// What arrives after the start view: the plan and the methods are a file of their own.
import { readFile } from "node:fs/promises";
import { openApp, openService, verdict, view } from "./support/app.js";
import { expect, test } from "./support/test.js";

const VIEWS = "**/*_views.wasm";
const missing = (page) => page.getByRole("dialog").filter({ hasText: "could not be loaded" });

test("the start view needs no other view, and loads them once it rests", async ({ page }) => {
  await page.clock.install({ time: "2026-01-01T08:00:00" });
  await page.clock.pauseAt("2026-01-01T09:00:00");
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await openApp(page);
  expect(asked.filter((url) => url.endsWith("_views.wasm"))).toEqual([]);
  const arrives = page.waitForResponse(VIEWS);
  await page.clock.runFor(1_500);
  await arrives;
});

test("an address of a plan, of a link or of the methods asks for its view at once, and only once", async ({ page }) => {
  await openService(page);
  const address = page.url();
  const [link] = (await readFile("tests/golden/links/p1-service.txt", "utf8")).split("\n");
  for (const hash of [/#.*/.exec(address)[0], "", "#/methods", `#${link}`]) {
    const wanted = address.replace(/#.*/, hash);
    await page.goto("about:blank");
    const asked = [];
    const listen = (request) => request.url().endsWith("_views.wasm") && asked.push(request.url());
    page.on("request", listen);
    await page.goto(wanted);
    await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("#welcome")).toHaveCount(0);
    expect(asked).toHaveLength(1);
    page.off("request", listen);
  }
});

test("while a view is on its way, the last word of the reader counts", async ({ page }) => {
  let arrive;
  const arrived = new Promise((resolve) => (arrive = resolve));
  await page.route(VIEWS, async (route) => { await arrived; await route.continue(); });
  await openApp(page);
  await view(page, "方法").click();
  await view(page, "開始").click();
  const response = page.waitForResponse(VIEWS);
  arrive();
  await response;
  await expect(page).toHaveURL(/#\/start$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/說出要的結果/);
});

test.describe("when the network fails", () => {
  test.use({ expected: /Failed to load resource|preloaded using link preload but not used/ });

  test("the start view goes on without the others, and a plan opens when they can be had", async ({ page }) => {
    const fails = (route) => route.abort();
    await page.route(VIEWS, fails);
    const failed = page.waitForEvent("requestfailed");
    await openApp(page);
    await failed;
    await expect(missing(page)).toHaveCount(0);
    await page.unroute(VIEWS, fails);
    await page.getByRole("link", { name: "從到店服務開始" }).click();
    await expect(verdict(page)).toBeVisible();
  });

  test("the page says that a view is missing", async ({ page }) => {
    await page.route(VIEWS, (route) => route.fulfill({ status: 404, body: "Not found" }));
    await openApp(page);
    await page.getByRole("link", { name: "從到店服務開始" }).click();
    await expect(missing(page)).toBeVisible();
    await expect(missing(page)).toContainText("程式載入失敗");
  });

  test("so it does where the address leads to that view", async ({ page }) => {
    await page.route(VIEWS, (route) => route.abort());
    await page.goto("./#/methods");
    await expect(missing(page)).toBeVisible();
  });
});
