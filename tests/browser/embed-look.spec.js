// How the calculator looks on other pages, who can use it, and the page on which its code is made.
import { choose, openApp, openService, MACHINE_NUMBER } from "./support/app.js";
import { expectAccessible } from "./support/axe.js";
import { answer, pageOf } from "./support/host.js";
import { testEveryLook } from "./support/looks.js";
import { expect, test } from "./support/test.js";

const WIDTHS = [320, 360, 414, 600, 768, 1024, 1200];
const FULL = "index.html#/embed?preset=b2b&cta-href=mailto:a@firm.example&locked=order-value,rates";

for (const theme of ["light", "dark"]) {
  for (const lang of ["zh-Hant", "en"]) {
    test(`it is accessible and fits from 320 to 1,200 pixels, ${theme}, ${lang}`, async ({ page }) => {
      test.slow();
      await openApp(page, `${FULL}&theme=${theme}&lang=${lang}&accent=%23e2007a`);
      await page.locator(".cta button").click();
      await page.locator(".lead-form .btn.primary").click();
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 700 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width}`).toBe(width);
        const clipped = await page.evaluate(() => [...document.querySelectorAll(".embed *")].filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && element.checkVisibility()).map((element) => element.className));
        expect(clipped, `${width}`).toEqual([]);
        if (width === 320 || width === 1200) await expectAccessible(page);
      }
      expect(await page.locator(".embed").innerText()).not.toMatch(MACHINE_NUMBER);
    });
  }
}

test("the keyboard alone leads from the first number to the sent form", async ({ page }) => {
  await openApp(page, "index.html#/embed?preset=service&cta-href=mailto:a@firm.example");
  const until = async (locator) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press("Tab");
      if (await locator.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`${locator} is not reached`);
  };
  await until(page.locator(".numbers").getByLabel("目標值"));
  await page.keyboard.type("400");
  await expect(answer(page)).toContainText("NT$173,611");
  await until(page.getByRole("button", { name: "預約諮詢" }));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("姓名")).toBeFocused();
  await page.keyboard.type("Lin");
  await page.keyboard.press("Tab");
  await page.keyboard.type("0912");
  await until(page.getByRole("checkbox"));
  await page.keyboard.press("Space");
  await page.evaluate(() => (HTMLAnchorElement.prototype.click = function () { window.opened = this.href; }));
  await until(page.getByRole("button", { name: "用郵件寄出" }));
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => window.opened)).toMatch(/^mailto:a@firm\.example\?subject=.*Lin/);
  await expect(page.getByLabel("要送出的文字")).toHaveValue(/Lin/);
});

test("the code made in the builder is the calculator that it showed", async ({ page, hosts, baseURL }) => {
  await openService(page);
  await choose(page, "嵌入網站");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("把試算放上自己的網站");
  const preview = page.frameLocator(".preview iframe");
  await expect(answer(preview)).toContainText("NT$86,806");
  const plan = page.getByLabel("從哪個方案開始");
  await expect(plan.locator("option:checked")).toHaveText(/^我的方案：/);
  await expect(page.locator("#embed-code")).toHaveValue(/plan="/);
  await plan.selectOption({ label: "範本：電商" });
  await page.getByLabel("強調色").fill("#ffd400");
  await expect(page.locator("#embed-accent-said")).toContainText("#ffd400 看不清楚");
  await page.getByLabel("按鈕文字").fill('找我們 "聊聊"');
  await page.getByLabel("按鈕送到哪裡").fill("javascript:alert(1)");
  await expect(page.getByText("只能是 https、mailto 或 LINE。")).toBeVisible();
  await page.getByLabel("按鈕送到哪裡").fill("mailto:a@firm.example");
  await page.getByRole("group", { name: "期間" }).getByText("不顯示").click();
  await page.getByRole("group", { name: "鏈上的轉換率" }).getByText("固定").click();
  await expect(preview.getByRole("button", { name: '找我們 "聊聊"' })).toBeVisible();
  await expect(preview.locator(".numbers").getByLabel("期間")).toHaveCount(0);
  const shown = await answer(preview).innerText();

  const code = await page.locator("#embed-code").inputValue();
  expect(code).toContain('preset="shop"');
  const origin = await hosts.serve({ "/": pageOf(code, baseURL), "/record.js": { type: "text/javascript", text: "" }, "/host.css": { type: "text/css", text: "" } });
  await page.goto(`${origin}/`);
  const frame = page.frameLocator("iframe");
  await expect(answer(frame)).toHaveText(shown);
  await expect(frame.getByRole("button", { name: '找我們 "聊聊"' })).toBeVisible();
});

/** The builder as the start leads to it, with a colour that is changed and an address that is refused. */
async function openBuilder(page) {
  await openApp(page);
  await page.getByRole("link", { name: "嵌入網站" }).click();
  await page.getByLabel("強調色").fill("#ffd400");
  await page.getByLabel("按鈕送到哪裡").fill("javascript:alert(1)");
}

testEveryLook("the builder", openBuilder, async (page) => {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^(把試算放上自己的網站|Put the calculator on your site)$/);
  await expect(page.locator("#embed-accent-said")).toContainText("#ffd400");
  await expect(page.locator("#embed-cta-href-said")).not.toBeEmpty();
  await expect(answer(page.frameLocator(".preview iframe"))).toBeVisible();
});

test("the example page shows what it hears", async ({ page }) => {
  await page.goto("host-example.html");
  const frame = page.frameLocator("iframe");
  await expect(answer(frame)).toContainText("NT$86,806");
  await frame.locator(".numbers").getByLabel("目標值").fill("400");
  await expect(page.locator("#heard")).toContainText("complete");
  await expectAccessible(page);
});
