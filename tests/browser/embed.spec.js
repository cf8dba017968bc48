// The calculator on other pages: a visitor's way through it, what the page around hears, and what nobody else does.
import { readFile } from "node:fs/promises";
import { openApp, verdict } from "./support/app.js";
import { answer, fillLead, heard, openHost, told } from "./support/host.js";
import { expect, test } from "./support/test.js";

const ELEMENT = '<backcast-calculator preset="service" cta-label="預約顧問"></backcast-calculator>';
const target = (frame) => frame.locator(".numbers").getByLabel("目標值");

test("a visitor changes a number, and the page hears of it, but of every change on request only", async ({ page, hosts, baseURL }) => {
  const { frame } = await openHost(page, hosts, { body: ELEMENT, app: baseURL });
  await expect(answer(frame)).toContainText("NT$86,806");
  expect(await heard(page, "ready")).toMatchObject([{ refused: [] }]);
  await target(frame).fill("400");
  await expect(answer(frame)).toContainText("NT$173,611");
  const [complete] = await heard(page, "complete");
  expect(complete.answer).toContain("NT$173,611");
  expect((await told(page)).filter(({ type }) => type === "change")).toEqual([]);

  const asked = ELEMENT.replace(" cta", " tell-changes cta");
  const second = await openHost(page, hosts, { body: asked, app: baseURL });
  await target(second.frame).fill("300");
  const changes = await heard(page, "change");
  expect(changes.at(-1).answer).toContain("NT$130,208");
});

test("everything travels in the fragment", async ({ page, hosts, baseURL }) => {
  const urls = [];
  page.on("request", (request) => urls.push(request.url()));
  const { frame } = await openHost(page, hosts, { body: ELEMENT, app: baseURL });
  await expect(answer(frame)).toBeVisible();
  expect(urls.filter((url) => url.includes("?"))).toEqual([]);
  expect(urls.some((url) => url.endsWith("index.html"))).toBe(true);
});

/** How high the frame is, and how high its content. */
const heights = async (page) => {
  const frame = page.frames().find((frame) => frame.url().includes("#/embed"));
  const content = await frame.evaluate(() => document.querySelector(".embed").getBoundingClientRect().height);
  return [await page.locator("iframe").evaluate((frame) => frame.clientHeight), Math.ceil(content)];
};

test("the frame is as high as its content, follows it, and comes to rest", async ({ page, hosts, baseURL }) => {
  const { frame } = await openHost(page, hosts, { body: ELEMENT, app: baseURL });
  const settles = () => expect.poll(async () => { const [own, content] = await heights(page); return own - content; }).toBe(0);
  await expect(answer(frame)).toBeVisible();
  await settles();
  await frame.getByRole("button", { name: "預約顧問" }).click();
  await expect(frame.getByLabel("姓名")).toBeFocused();
  await settles();
  await page.setViewportSize({ width: 340, height: 700 });
  await settles();
  const before = (await told(page)).filter(({ type }) => type === "height").length;
  await page.waitForTimeout(1_500);
  expect((await told(page)).filter(({ type }) => type === "height")).toHaveLength(before);
  expect(before).toBeLessThan(25);
});

test("a page whose width depends on the frame's height comes to rest as well", async ({ page, hosts, baseURL }) => {
  // Just as high as the content at full width: a scroll bar appears, makes the text longer, and takes itself away.
  const css = "body{margin:0}#box{overflow:auto;height:900px;width:700px}#box::-webkit-scrollbar{width:220px}";
  const { frame } = await openHost(page, hosts, { body: `<div id="box">${ELEMENT}</div>`, app: baseURL, css });
  await expect(answer(frame)).toBeVisible();
  for (const height of [700, 900, 1_000, 1_100, 1_200, 1_300, 1_400, 1_500]) {
    await page.locator("#box").evaluate((box, height) => (box.style.height = `${height}px`), height);
    await page.waitForTimeout(150);
  }
  const count = async () => (await told(page)).filter(({ type }) => type === "height").length;
  await page.waitForTimeout(1_000);
  const before = await count();
  await page.waitForTimeout(1_500);
  expect(await count()).toBe(before);
});

test("any element and a bare frame work too", async ({ page, hosts, baseURL }) => {
  const element = '<div data-backcast data-preset="shop" data-lang="en"></div>';
  const { frame } = await openHost(page, hosts, { body: element, app: baseURL });
  await expect(answer(frame)).toContainText("of media");
  await heard(page, "ready");
  const bare = `<iframe data-backcast title="x" src="${baseURL}index.html#/embed?preset=service" width="100%"></iframe>`;
  const second = await openHost(page, hosts, { body: bare, app: baseURL });
  await expect(answer(second.frame)).toContainText("NT$86,806");
  await heard(page, "ready");
  expect((await page.locator("iframe").boundingBox()).height).toBeGreaterThan(500);
});

test("attributes that change lead to no step of the history", async ({ page, hosts, baseURL }) => {
  const { frame } = await openHost(page, hosts, { body: ELEMENT, app: baseURL });
  await expect(answer(frame)).toContainText("NT$86,806");
  const steps = await page.evaluate(() => history.length);
  await page.locator("backcast-calculator").evaluate((element) => {
    element.setAttribute("lang", "en");
    element.setAttribute("accent", "#ffd400");
    element.setAttribute("theme", "light");
  });
  await expect(answer(frame)).toContainText("takes NT$86,806.");
  expect(await page.evaluate(() => history.length)).toBe(steps);
  const inside = page.frames().find((frame) => frame.url().includes("#/embed"));
  const colours = () => inside.evaluate(() => getComputedStyle(document.querySelector(".cta .btn")).backgroundColor);
  // Yellow on paper cannot be read: it is darkened, and stays yellow.
  await expect.poll(colours).toMatch(/^rgb\((\d+), (\d+), 0\)$/);
  expect(await colours()).not.toBe("rgb(255, 212, 0)");
});

test("what cannot be used is left out, and the page is told", async ({ page, hosts, baseURL }) => {
  const body = '<backcast-calculator preset="service" accent="red" cta-href="javascript:alert(1)" logo="https://evil.example/x.png" hide="everything"></backcast-calculator>';
  const { frame } = await openHost(page, hosts, { body, app: baseURL });
  await expect(answer(frame)).toContainText("NT$86,806");
  expect(await heard(page, "ready")).toMatchObject([{ refused: ["accent", "logo", "cta-href", "hide"] }]);
  await expect(frame.locator('a[href^="javascript"], img')).toHaveCount(0);
});

test("a plan's link that does not open says so, and shows no other plan", async ({ page }) => {
  for (const attributes of ["plan=p1broken", "preset=bakery"]) {
    await page.goto("about:blank");
    await openApp(page, `index.html#/embed?${attributes}`);
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.locator(".verdict, .chain")).toHaveCount(0);
  }
});

test("locked numbers are shown and cannot be changed, hidden ones are not there", async ({ page }) => {
  await openApp(page, "index.html#/embed?preset=service&locked=order-value,rates&hide=months,detail,full-app");
  const fixed = page.locator(".numbers").getByLabel("平均客單價");
  await expect(fixed).toHaveValue("3,000");
  await expect(fixed).toHaveAttribute("readonly", "");
  await expect(page.locator(".chain").getByLabel("成交率")).toHaveAttribute("readonly", "");
  await expect(page.locator(".chain").getByLabel("每次曝光 NT$")).not.toHaveAttribute("readonly", "");
  await expect(page.locator(".numbers").getByLabel("期間")).toHaveCount(0);
  await expect(page.locator(".sub")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "在完整版打開" })).toHaveCount(0);
});

test("without consent nothing leaves, with it the page hears of the visitor", async ({ page, hosts, baseURL }) => {
  const { frame, origin } = await openHost(page, hosts, { body: ELEMENT, app: baseURL });
  await target(frame).fill("400");
  await frame.getByRole("button", { name: "預約顧問" }).click();
  const [cta] = await heard(page, "cta");
  expect(cta).toEqual({ type: "cta", link: expect.stringContaining("#p1"), answer: expect.stringContaining("NT$173,611") });
  await frame.getByRole("button", { name: "送出" }).click();
  await expect(frame.getByText("請填姓名")).toBeVisible();
  await fillLead(frame, { consent: false });
  await frame.getByRole("button", { name: "送出" }).click();
  await expect(frame.getByText("沒有你的同意，什麼都不會送出")).toBeVisible();
  await expect(frame.getByRole("checkbox")).toBeFocused();
  await expect(frame.getByText(new URL(origin).host)).toBeVisible();
  expect((await told(page)).filter(({ type }) => type === "lead")).toEqual([]);
  expect(JSON.stringify(await told(page))).not.toContain("林小姐");

  await frame.getByRole("checkbox").check();
  await frame.getByRole("button", { name: "送出" }).click();
  const [lead] = await heard(page, "lead");
  expect(lead).toMatchObject({ name: "林小姐", contact: "0912-345-678", message: "想約週三\n下午" });
  expect(lead.answer).toContain("NT$173,611");
  await page.goto(lead.link);
  await expect(verdict(page)).toContainText("NT$173,611");
});

test("the page hears of a link that is taken along, and the link opens", async ({ page, context, hosts, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { frame } = await openHost(page, hosts, { body: ELEMENT, app: baseURL });
  await target(frame).fill("400");
  await expect(answer(frame)).toContainText("NT$173,611");
  expect((await told(page)).filter(({ type }) => type === "share")).toEqual([]);
  await frame.getByRole("button", { name: "複製方案連結" }).click();
  await expect(frame.getByRole("status").filter({ hasText: "已複製" })).toBeVisible();
  const shares = await heard(page, "share");
  expect(shares).toEqual([{ type: "share", link: expect.stringContaining("#p1"), answer: expect.stringContaining("NT$173,611") }]);
  const [{ link }] = shares;
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await page.goto(link);
  await expect(verdict(page)).toContainText("NT$173,611");
});

test.describe("a button that leads to a page", () => {
  const pages = ["https://firm.example/book?from=backcast#times", "https://lin.ee/AbC123", "https://line.me/R/ti/p/%40firm"];
  // Nothing is loaded from there: the page is made up on the way.
  test.use({ expected: /^left the origin: https:\/\/(firm\.example|lin\.ee|line\.me)\// });

  for (const href of pages) {
    test(`opens it beside, and the page around hears so: ${href}`, async ({ page, context, hosts, baseURL }) => {
      await context.route(/^https:/, (route) => route.fulfill({ contentType: "text/html", body: '<!doctype html><title>x</title><link rel="icon" href="data:,">' }));
      const body = `<backcast-calculator preset="service" cta-label="預約顧問" cta-href="${href}"></backcast-calculator>`;
      const { frame, origin } = await openHost(page, hosts, { body, app: baseURL });
      await target(frame).fill("400");
      await expect(answer(frame)).toContainText("NT$173,611");
      const [beside] = await Promise.all([context.waitForEvent("page"), frame.getByRole("link", { name: "預約顧問" }).click()]);
      await expect(beside).toHaveURL(href);
      // It learns neither who sent the visitor nor how to reach back.
      expect(await beside.evaluate(() => [document.referrer, window.opener])).toEqual(["", null]);
      await expect(page).toHaveURL(`${origin}/`);
      expect(await heard(page, "cta")).toEqual([{ type: "cta", href, link: expect.stringContaining("#p1"), answer: expect.stringContaining("NT$173,611") }]);
      await page.goto((await heard(page, "cta"))[0].link);
      await expect(verdict(page)).toContainText("NT$173,611");
    });
  }
});

test("every amount is in the currency that the page asks for, also in the full app", async ({ page, context, hosts, baseURL }) => {
  const body = '<backcast-calculator preset="service" currency="USD"></backcast-calculator>';
  const { frame } = await openHost(page, hosts, { body, app: baseURL });
  await expect(answer(frame)).toContainText("US$86,80");
  expect(await heard(page, "ready")).toMatchObject([{ refused: [] }]);
  await expect(frame.locator(".embed")).not.toContainText("NT$");
  await target(frame).fill("400");
  await expect(answer(frame)).toContainText("US$173,611");
  const [full] = await Promise.all([context.waitForEvent("page"), frame.getByRole("link", { name: "在完整版打開" }).click()]);
  await expect(verdict(full)).toContainText("US$173,611");
  await expect(full.locator(".num, svg.chart").filter({ hasText: "US$" })).not.toHaveCount(0);
  await expect(full.locator(".num, svg.chart").filter({ hasText: "NT$" })).toHaveCount(0);
});

for (const [type, file] of [["image/png", "favicon-32.png"], ["image/svg+xml", "favicon.svg"]]) {
  test(`a logo that travels in the address is drawn, ${type}`, async ({ page, hosts, baseURL }) => {
    const logo = `data:${type};base64,${await readFile(`public/icons/${file}`, "base64")}`;
    const { frame } = await openHost(page, hosts, { body: ELEMENT.replace(" cta", ` logo="${logo}" cta`), app: baseURL });
    await expect(answer(frame)).toContainText("NT$86,806");
    expect(await heard(page, "ready")).toMatchObject([{ refused: [] }]);
    const picture = frame.locator(".brand-head img");
    await expect(picture).toHaveAttribute("src", logo);
    await expect(picture).toBeVisible();
    await expect.poll(() => picture.evaluate((image) => image.complete && image.naturalWidth > 0)).toBe(true);
  });
}

/** Keeps addresses that would leave the browser, in every frame. */
const keepOpened = (page) =>
  page.addInitScript(() => {
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      if (this.target !== "_blank") return click.call(this);
      (window.opened ??= []).push(this.href);
    };
  });
const opened = (page) => page.frames().find((frame) => frame.url().includes("#/embed")).evaluate(() => window.opened ?? []);

for (const [way, href, button] of [
  ["mail", "mailto:hello@firm.example", "用郵件寄出"],
  ["LINE", "https://line.me/R/oaMessage/@firm", "用 LINE 傳送"],
]) {
  test(`the plan arrives as a link by ${way}, and the link opens`, async ({ page, hosts, baseURL }) => {
    await keepOpened(page);
    const body = `<backcast-calculator preset="service" cta-href="${href}" cta-label="預約顧問"></backcast-calculator>`;
    const { frame } = await openHost(page, hosts, { body, app: baseURL });
    await target(frame).fill("400");
    await frame.locator(".chain").getByLabel("成交率").fill("50");
    await frame.getByRole("button", { name: "預約顧問" }).click();
    await fillLead(frame);
    await frame.getByRole("button", { name: button }).click();
    const [address] = await opened(page);
    expect(address.startsWith(href)).toBe(true);
    const text = decodeURIComponent(way === "mail" ? new URL(address).searchParams.get("body") : address.slice(address.indexOf("?") + 1));
    expect(text).toContain("林小姐");
    await page.goto(/http\S+/.exec(text)[0]);
    await expect(verdict(page)).toContainText("NT$208,333");
    await page.getByRole("button", { name: "複製成我的方案" }).click();
    await expect(page.locator(".bar")).toBeVisible();
    await expect(verdict(page)).toContainText("NT$208,333");
  });
}
