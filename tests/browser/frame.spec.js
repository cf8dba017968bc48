// What stands around every view: navigation, language, theme, shortcuts, the start.
import { openApp, openService, verdict, view } from "./support/app.js";
import { expectAccessible } from "./support/axe.js";
import { expect, test } from "./support/test.js";

test("the first visit offers every template, and says what happens with the data", async ({ page }) => {
  await openApp(page);
  const templates = page.locator(".templates").getByRole("listitem");
  await expect(templates).toHaveCount(9);
  await expect(templates.first()).toContainText("NT$86,806");
  await expect(page.getByText("沒有帳號，沒有追蹤")).toBeVisible();
  for (const index of Array(9).keys()) await expect(templates.nth(index)).toContainText(/NT\$[\d,]{5,}/);
});

test("a goal of one's own begins with the smallest plan", async ({ page }) => {
  await openApp(page);
  await page.getByRole("link", { name: "自己的目標" }).click();
  await expect(verdict(page)).toContainText("NT$200,000");
});

test("the views have addresses, and the focus follows", async ({ page }) => {
  await openService(page);
  const plan = page.url();
  await view(page, "方法").click();
  expect(new URL(page.url()).hash).toBe("#/methods");
  await expect(page.locator("main")).toBeFocused();
  await expect(page).toHaveTitle("方法 · 目標倒扣");
  await view(page, "方案").click();
  await expect(verdict(page)).toContainText("NT$86,806");
  expect(page.url()).toBe(plan);
  await expect(view(page, "方案")).toHaveAttribute("aria-current", "page");
});

test("a change can still be undone after a look at another view", async ({ page }) => {
  await openService(page);
  await page.getByLabel("成交率").first().fill("50");
  await view(page, "方法").click();
  await view(page, "方案").click();
  await page.getByRole("button", { name: "復原" }).click();
  await expect(verdict(page)).toContainText("NT$86,806");
});

test("language and theme switch in place and are remembered", async ({ page }) => {
  await openService(page);
  await page.getByRole("button", { name: "Switch to English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(verdict(page)).toContainText("takes NT$86,806");
  await page.getByRole("button", { name: "Theme: as the system" }).click();
  await page.getByRole("button", { name: "Theme: light" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(verdict(page)).toContainText("takes NT$86,806");
  await page.getByRole("button", { name: "Theme: dark" }).click();
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
});

test("the page opens with the plan that was open last, but not after two stops in a row", async ({ page }) => {
  await openService(page);
  await page.goto("about:blank");
  await openApp(page);
  await expect(verdict(page)).toContainText("NT$86,806");
  await page.evaluate(() => sessionStorage.setItem("backcast.stops", "2"));
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "我的方案" })).toBeVisible();
  await expect(page.getByText("程式連續停了兩次")).toBeVisible();
});

test("the list of shortcuts opens by its key, and gives the focus back", async ({ page, isMobile }) => {
  test.skip(isMobile, "a phone has no such keys");
  await openService(page);
  await page.getByRole("button", { name: "更多" }).focus();
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "鍵盤快速鍵" });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("button", { name: "更多" })).toBeFocused();
  await page.getByLabel("方案名稱").focus();
  await page.keyboard.press("End");
  await page.keyboard.type("?");
  await expect(dialog).toHaveCount(0);
});

test("from the address bar to the answer by keyboard alone", async ({ page, isMobile }) => {
  test.skip(isMobile, "a phone has no such keys");
  await openApp(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "跳到內容" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "從到店服務開始" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(verdict(page)).toContainText("NT$86,806");
  await expect(page.locator("main")).toBeFocused();
});

for (const colorScheme of ["light", "dark"]) {
  test(`the start is accessible and fits a narrow window, empty and filled, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    const fits = async () => {
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    };
    await openApp(page);
    await fits();
    await page.getByRole("link", { name: "從到店服務開始" }).click();
    await view(page, "開始").click();
    await fits();
    await page.getByRole("button", { name: "Switch to English" }).click();
    await fits();
  });
}
