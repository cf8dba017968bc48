// Without a network, installed, and when a newer build is published.
import { cpSync } from "node:fs";
import { join } from "node:path";
import { openApp, openService, saveState, verdict, view } from "./support/app.js";
import { expectAccessible } from "./support/axe.js";
import { change, makeBuild } from "./support/builds.js";
import { answer } from "./support/host.js";
import { serveFolder } from "./support/site.js";
import { expect, test as base } from "./support/test.js";

const test = base.extend({
  /** Three builds of the site, and the server that has the first. */
  site: async ({}, use, testInfo) => {
    const builds = [1, 2, 3].map((digit) => makeBuild(testInfo.outputPath(`build-${digit}`), digit));
    const server = await serveFolder(builds[0].folder);
    await use({ ...server, builds });
    server.stop();
  },
  baseURL: ({ site }, use) => use(`${site.url}/a/folder/`),
});

test.use({ worker: true });

/** Waits until the browser keeps the site. */
const kept = (page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));

/** The names of the builds that the browser keeps. */
const keptBuilds = (page) =>
  page.evaluate(async () => {
    const pages = (await caches.keys()).map(async (name) => (await (await caches.open(name)).match("./"))?.text());
    return (await Promise.all(pages)).map((text) => /content="(build \d)"/.exec(text)?.[1]);
  });

/** The build that the page is of. */
const build = (page) => page.locator("meta[name=description]").getAttribute("content");

/** Has the browser look for a newer build. */
const look = (page) => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

const update = (page) => page.locator(".toast").filter({ hasText: "有新版本" });

/** Opens the app twice: the second time it comes out of what is kept. */
async function openKept(page) {
  await openApp(page);
  await kept(page);
  await page.reload();
  await expect(page.locator("#welcome")).toHaveCount(0);
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

test.describe("without a network", () => {
  // Looking for a newer build fails, and the browser says so.
  test.use({ expected: /ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED/ });

  test("every view opens after the first visit, and plans are kept", async ({ page, site }) => {
    await openApp(page);
    await kept(page);
    site.stop();
    await page.goto("?utm_source=line#/new/service");
    await expect(verdict(page)).toContainText("NT$86,806");
    await page.getByLabel("成交率").first().fill("50");
    await expect(saveState(page)).toHaveText("已儲存・留在這台裝置");
    await page.goto("index.html");
    await expect(verdict(page)).toContainText("NT$104,167");
    await view(page, "方法").click();
    await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
    await page.goto("recover.html");
    await expect(page.getByRole("listitem").first()).toContainText("到店服務");
  });

  test("the page of the first visit goes on, and the builder shows what it makes the code for", async ({ page, site }) => {
    await openApp(page);
    await kept(page);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    site.stop();
    await view(page, "預算").click();
    await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
    await page.goto("#/embed-builder");
    await expect(answer(page.frameLocator(".preview iframe"))).toContainText("NT$86,806");
  });
});

test("nothing is kept while somebody works: that would take the time of the page", async ({ page }) => {
  await openApp(page, "#/new/service");
  const isAsked = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) !== undefined);
  for (const digit of "123456") {
    await page.getByLabel("成交率").first().fill(digit);
    await page.keyboard.press("Shift");
    await page.waitForTimeout(500);
    expect(await isAsked()).toBe(false);
  }
  await kept(page);
});

test("the browser finds nothing that keeps the page from being installed", async ({ page }) => {
  await openKept(page);
  const session = await page.context().newCDPSession(page);
  const { errors, data } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(JSON.parse(data).name).toContain("目標倒扣");
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // Tests run in a private window, which never installs anything.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
});

test("a newer build waits until the reader takes it, and what was typed is saved before", async ({ page, site }) => {
  await openKept(page);
  await page.getByRole("link", { name: "從到店服務開始" }).click();
  await expect(saveState(page)).toHaveText("已儲存・留在這台裝置");
  site.publish(site.builds[1].folder);
  await look(page);
  await expect(update(page)).toBeVisible();
  expect(await build(page)).toBe("build 1");
  await expectAccessible(page);
  await page.getByLabel("成交率").first().fill("50");
  await update(page).getByRole("button", { name: "存好並更新" }).click();
  await expect.poll(() => build(page).catch(() => "")).toBe("build 2");
  await expect(verdict(page)).toContainText("NT$104,167");
  await expect(update(page)).toHaveCount(0);
});

test("an update that was put off is there again with the next page, and never forced", async ({ page, site }) => {
  await openKept(page);
  site.publish(site.builds[1].folder);
  await look(page);
  await update(page).getByRole("button", { name: "稍後" }).click();
  await expect(update(page)).toHaveCount(0);
  await page.reload();
  await expect(update(page)).toBeVisible({ timeout: 10_000 });
  expect(await build(page)).toBe("build 1");
});

test("a page with changes that cannot be saved is not updated", async ({ page, site }) => {
  await openKept(page);
  await page.getByRole("link", { name: "從到店服務開始" }).click();
  await expect(saveState(page)).toHaveText("已儲存・留在這台裝置");
  site.publish(site.builds[1].folder);
  await look(page);
  await page.evaluate(() => (Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }));
  await page.getByLabel("成交率").first().fill("50");
  await update(page).getByRole("button", { name: "存好並更新" }).click();
  await expect(page.getByRole("status").filter({ hasText: "先不更新" })).toBeVisible();
  await expect(verdict(page)).toContainText("NT$104,167");
  expect(await build(page)).toBe("build 1");
});

test.describe("after an update", () => {
  test.use({ expected: /404/ });

  test("a page that is still open loads the later parts of its own build, for one build more", async ({ page, site }) => {
    const status = (views) => page.evaluate(async (url) => (await fetch(url)).status, views);
    const [first, second, third] = site.builds;
    await openKept(page);
    for (const [publish, has] of [[second, [200, 200, 404]], [third, [404, 200, 200]]]) {
      site.publish(publish.folder);
      await look(page);
      await update(page).getByRole("button", { name: "存好並更新" }).click();
      await expect.poll(() => build(page).catch(() => "")).toBe(`build ${site.builds.indexOf(publish) + 1}`);
      const parts = [];
      for (const { views } of [first, second, third]) parts.push(await status(views).catch(() => 0));
      expect(parts).toEqual(has);
    }
  });
});

test.describe("a build that is half published", () => {
  test.use({ expected: /integrity|404|Failed to load resource/ });

  test("is not kept at all, and the one before stays", async ({ page, site }) => {
    await openKept(page);
    const [, { folder }] = site.builds;
    change(folder, "recover.css", "GrayText", "CanvasText");
    site.publish(folder);
    await expect(look(page)).resolves.toBeUndefined();
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).installing === null))
      .toBe(true);
    expect(await keptBuilds(page)).toEqual(["build 1"]);
    await page.reload();
    await expect(page.locator("#welcome")).toHaveCount(0);
    await expect(update(page)).toHaveCount(0);
  });
});

test("published as it stands, the worker removes what it kept, and pages come from the host again", async ({ page, site }) => {
  await openKept(page);
  const [{ folder }] = site.builds;
  cpSync("public/sw.js", join(folder, "sw.js"));
  change(folder, "index.html", "build 1", "build 1, from the host");
  site.publish(folder);
  await look(page);
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await page.reload();
  expect(await build(page)).toBe("build 1, from the host");
  await expect(page.locator("#welcome")).toHaveCount(0);
});

test("a build that does not start is replaced by the one that mends it", async ({ page, site }) => {
  await openKept(page);
  site.publish(site.builds[1].folder);
  await look(page);
  await expect(update(page)).toBeVisible();
  await page.evaluate(() => dispatchEvent(new Event("backcast:missing")));
  await page.getByRole("dialog").getByRole("button", { name: "Reload" }).click();
  await expect.poll(() => build(page).catch(() => "")).toBe("build 2");
});

test("a page in a frame keeps nothing", async ({ page }) => {
  await page.clock.install();
  const asked = [];
  page.on("request", (request) => asked.push(request.url().split("/").at(-1)));
  await page.route("**/host.html", (route) => route.fulfill({ contentType: "text/html", body: '<iframe src="./"></iframe>' }));
  /** Lets the time pass in which a page asks to be kept; what it asked for before a later request is known then. */
  const rest = async () => {
    await page.clock.runFor(10_000);
    await page.evaluate(async () => void (await fetch("manifest.webmanifest")));
  };
  await page.goto("host.html");
  await expect(page.frameLocator("iframe").locator("#welcome")).toHaveCount(0);
  await rest();
  expect(asked).toContain("manifest.webmanifest");
  expect(asked).not.toContain("offline.js");
  // The same page outside of a frame does.
  await openApp(page);
  await rest();
  expect(asked).toContain("offline.js");
});
