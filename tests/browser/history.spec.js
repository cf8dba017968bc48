// What a plan was earlier: kept while it is changed, looked at, brought back.
import { choose, openApp, openService, openTemplate, saveState, storedTexts, undo, verdict, versions } from "./support/app.js";
import { expectAccessible } from "./support/axe.js";
import { expect, test } from "./support/test.js";

const SAVED = /^(已儲存・留在這台裝置|Saved on this device)$/;

/** Types a closing rate and waits until it is stored, an hour later each time. */
async function closesAt(page, rate) {
  await page.clock.fastForward("01:00:00");
  await page.getByLabel("成交率").first().fill(rate);
  await expect.poll(async () => Object.values(await storedTexts(page)).some((text) => text.includes(`"value":${rate / 100}`))).toBe(true);
}

test.beforeEach(({ page }) => page.clock.install({ time: new Date("2027-03-01T06:00:00Z") }));

test("an earlier version is found, looked at and brought back, and that can be undone", async ({ page }) => {
  await openService(page);
  await closesAt(page, "50");
  await closesAt(page, "40");
  await choose(page, "先前的版本");
  await expect(versions(page)).toHaveCount(2);
  await expect(versions(page).nth(0)).toContainText("今天");
  await expect(versions(page).nth(0)).toContainText("NT$104,167");
  await expect(versions(page).nth(1)).toContainText("NT$86,806");
  await versions(page).nth(1).locator("summary").click();
  const look = versions(page).nth(1);
  await expect(look).toContainText("到店服務");
  await expect(look).toContainText("6,945");
  await expectAccessible(page);
  await look.getByRole("button", { name: "還原成這個版本" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(verdict(page)).toContainText("NT$86,806");
  await expect(page.getByRole("status").filter({ hasText: "已還原成今天" })).toBeVisible();
  await undo(page);
  await expect(verdict(page)).toContainText("NT$130,208");
});

test("what was brought back is stored, and what it replaced is kept", async ({ page }) => {
  await openService(page);
  await closesAt(page, "50");
  await page.clock.fastForward("01:00:00");
  await choose(page, "先前的版本");
  await versions(page).first().locator("summary").click();
  await page.getByRole("button", { name: "還原成這個版本" }).click();
  await expect(verdict(page)).toContainText("NT$86,806");
  await page.reload();
  await expect(verdict(page)).toContainText("NT$86,806");
  await choose(page, "先前的版本");
  await expect(versions(page).first()).toContainText("NT$104,167");
});

test("the pauses of one piece of work do not push out what was before it", async ({ page }) => {
  await openService(page);
  await page.clock.fastForward("20:00:00");
  for (let rate = 30; rate < 55; rate += 1) {
    await page.getByLabel("成交率").first().fill(String(rate));
    await page.clock.runFor(400);
  }
  await expect(saveState(page)).toHaveText(SAVED);
  await choose(page, "先前的版本");
  await expect(versions(page).last()).toContainText("NT$86,806");
  expect(await versions(page).count()).toBeLessThan(6);
});

test("a new plan has none, and the dialog says what will be there", async ({ page }) => {
  await openService(page);
  await choose(page, "先前的版本");
  await expect(page.getByRole("dialog")).toContainText("還沒有先前的版本");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "更多" })).toBeFocused();
});

test("a version that cannot be read is passed over", async ({ page }) => {
  await openService(page);
  await closesAt(page, "50");
  const id = page.url().split("/").at(-1);
  await page.evaluate((id) => localStorage.setItem(`backcast.past.${id}.9.1790000000000`, "backcast-record 1 cut"), id);
  await choose(page, "先前的版本");
  await expect(versions(page)).toHaveCount(1);
});

test("a deleted plan comes back with what it was earlier", async ({ page }) => {
  await openService(page);
  await closesAt(page, "50");
  await choose(page, "刪除方案");
  await expect.poll(async () => Object.keys(await storedTexts(page)).filter((key) => key !== "backcast.settings")).toEqual([]);
  await page.getByRole("status").getByRole("button", { name: "復原" }).click();
  await expect(verdict(page)).toContainText("NT$104,167");
  await choose(page, "先前的版本");
  await expect(versions(page)).toHaveCount(1);
});

test.describe("in English", () => {
  test.use({ locale: "en-GB" });

  test("the versions are told in English, in the dark, in a narrow window", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.setViewportSize({ width: 320, height: 640 });
    await openTemplate(page, "b2b");
    await page.clock.fastForward("48:00:00");
    await page.getByLabel("Name of the plan").fill("A plan with a name that is rather long for a narrow window");
    await page.clock.runFor(500);
    await expect(saveState(page)).toHaveText(SAVED);
    await page.getByRole("button", { name: "More" }).click();
    await page.locator("#more").getByRole("button", { name: "Earlier versions" }).click();
    await expect(versions(page)).toHaveCount(1);
    await versions(page).first().locator("summary").click();
    await expect(versions(page).first()).toContainText(/1 Mar, \d\d:\d\d/);
    await expectAccessible(page);
    const width = await page.getByRole("dialog").evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth);
    expect(width).toBe(0);
  });
});
