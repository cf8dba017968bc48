// By keyboard alone: every stop is in sight and shows that it has the focus, and everything can be done.
import { readFile } from "node:fs/promises";
import { door, openApp, openService, openTemplate, verdict, view } from "./support/app.js";
import { answer } from "./support/host.js";
import { expect, test } from "./support/test.js";

test.skip(({ isMobile }) => isMobile, "a phone has no such keys");
test.use({ contextOptions: { reducedMotion: "reduce" } });

/** Presses Tab until the element has the focus. */
async function tabTo(page, target, key = "Tab") {
  for (let stop = 0; stop < 200; stop += 1) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target).toBeFocused();
}

/**
 * Runs in the page: what is wrong with the element that has the focus. Its outline, shadow, border or background, or
 * those of the elements around it, have to differ from how they are without the focus.
 */
function flawOfFocus() {
  const element = document.activeElement;
  if (element === document.body) return null;
  const name = `${element.tagName} ${element.id || element.getAttribute("aria-label") || element.textContent.trim().slice(0, 30)}`;
  const around = [element, element.parentElement, element.parentElement.parentElement, element.nextElementSibling];
  const look = () =>
    around.filter(Boolean).map((part) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } = getComputedStyle(part);
      const outline = outlineStyle === "none" || outlineWidth === "0px" ? "none" : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
      return [outline, boxShadow, borderColor, backgroundColor].join();
    }).join("\n");
  const withFocus = look();
  element.blur();
  const without = look();
  element.focus({ preventScroll: true });
  // A control that is drawn by its label is looked for there.
  const drawn = element.matches("[type=radio], [type=checkbox]") ? element.closest("label") : element;
  const { x, y, width, height } = drawn.getBoundingClientRect();
  let [left, top] = [x, y];
  for (let frame = window; frame !== frame.parent; frame = frame.parent) {
    const corner = frame.frameElement.getBoundingClientRect();
    left += corner.x;
    top += corner.y;
  }
  const { innerWidth: across, innerHeight: down } = window.top;
  const at = document.elementFromPoint(x + width / 2, y + Math.min(height, down) / 2);
  const covered = !(at && (drawn.contains(at) || at.contains(drawn)));
  return [
    withFocus === without && `${name}: no sign of the focus`,
    (left < 0 || top < 0 || left + width > across || (height < down && top + height > down + 1)) && `${name}: out of sight`,
    covered && `${name}: covered by ${at?.tagName}.${at?.className}`,
  ].filter(Boolean).join("; ") || null;
}

/** The frame that has the focus, however deep it is. */
async function focusedFrame(frame) {
  const element = await frame.evaluateHandle(() => document.activeElement);
  const inner = await element.asElement()?.contentFrame();
  return inner ? focusedFrame(inner) : frame;
}

/** Presses Tab from where the focus is to the end of the page: how many stops there were, and what was wrong. */
async function walkToEnd(page) {
  const flaws = [];
  let stops = 0;
  for (; stops < 400; stops += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement === document.body)) break;
    const flaw = await (await focusedFrame(page.mainFrame())).evaluate(flawOfFocus);
    if (flaw) flaws.push(flaw);
  }
  return { stops, flaws };
}

test("a rate is changed, a number explained, a chart read and a channel added from the address bar on", async ({ page }) => {
  await openApp(page);
  await tabTo(page, page.getByRole("link", { name: "跳到內容" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "從到店服務開始" }));
  await page.keyboard.press("Enter");
  await expect(verdict(page)).toContainText("NT$86,806");

  await tabTo(page, page.locator(".chain").getByLabel("成交率"));
  // Entered by Tab, a field is selected: typing replaces it.
  await page.keyboard.type("50");
  await expect(verdict(page)).toContainText("NT$104,167");

  const budget = page.locator(".chain").getByRole("button", { name: "NT$104,167" });
  await tabTo(page, budget);
  await page.keyboard.press("Enter");
  await expect(door(page).getByRole("heading", { level: 2 })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(door(page).locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(door(page)).toBeHidden();
  await expect(budget).toBeFocused();

  const add = page.getByLabel("要加的管道");
  await tabTo(page, add);
  await page.keyboard.type("EMAIL");
  await expect(add.locator("option:checked")).toHaveText("EMAIL／EDM");
  await tabTo(page, page.getByRole("button", { name: "加管道" }));
  await page.keyboard.press("Enter");
  await expect(page.locator(".channel").last().getByLabel("每月預算")).toBeFocused();
  await page.keyboard.type("5000");
  await expect(page.getByRole("table", { name: "管道一覽" })).toContainText("EMAIL／EDM");

  const chart = page.locator(".plot").first();
  await tabTo(page, chart);
  await page.keyboard.press("ArrowRight");
  await expect(chart.getByRole("status")).toContainText("2027 年 1 月");
  await page.keyboard.press("End");
  await expect(chart.getByRole("status")).toContainText("2027 年 6 月");
});

test("the plan is printed from its menu, which gives the focus back", async ({ page }) => {
  await page.addInitScript(() => (window.print = () => (window.printed = true)));
  await openService(page);
  const more = page.getByRole("button", { name: "更多" });
  await tabTo(page, more);
  await page.keyboard.press("Enter");
  await tabTo(page, page.locator("#more").getByRole("button", { name: /列印/ }));
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => window.printed)).toBe(true);
  await expect(page.locator("#more")).toBeHidden();
  await expect(more).toBeFocused();
});

test("the menu closes by Escape and gives the focus back", async ({ page }) => {
  await openService(page);
  const more = page.getByRole("button", { name: "更多" });
  await tabTo(page, more);
  await page.keyboard.press("Enter");
  await expect(page.locator("#more")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Escape");
  await expect(page.locator("#more")).toBeHidden();
  await expect(more).toBeFocused();
});

test("Enter in a field ends the typing and stays there", async ({ page }) => {
  await openService(page);
  const rate = page.locator(".chain").getByLabel("成交率");
  await tabTo(page, rate);
  await page.keyboard.type("50");
  await page.keyboard.press("Enter");
  await expect(rate).toHaveValue("50%");
  await expect(rate).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator(".chain button.num").getByText("400", { exact: true })).toBeFocused();
});

test("choices are made by arrows, and parts are folded by Enter", async ({ page }) => {
  await openService(page);
  const basis = page.getByRole("radio", { name: "達標預算" });
  await tabTo(page, basis);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "現在的預算" })).toBeChecked();
  await expect(page.getByRole("table", { name: "管道一覽" })).toContainText("NT$120,000");
  const goal = page.locator("details.part").first();
  await tabTo(page, goal.locator("summary").first(), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(goal).not.toHaveAttribute("open");
  await expect(goal.locator("summary").first()).toBeFocused();
});

for (const colorScheme of ["light", "dark"]) {
  test(`every stop of the plan is in sight and shows the focus, ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await openService(page);
    const { stops, flaws } = await walkToEnd(page);
    expect(flaws).toEqual([]);
    // Four in the bar, the numbers, the fields: a walk that ends early saw nothing.
    expect(stops).toBeGreaterThan(90);
  });
}

test("every stop of the start and of the methods is in sight and shows the focus", async ({ page }) => {
  test.slow();
  await openApp(page);
  const start = await walkToEnd(page);
  expect(start.flaws).toEqual([]);
  expect(start.stops).toBeGreaterThan(12);
  await openApp(page, "#/methods");
  await page.getByRole("searchbox").fill("goal.");
  const methods = await walkToEnd(page);
  expect(methods.flaws).toEqual([]);
  expect(methods.stops).toBeGreaterThan(8);
});

/** The other views: how each is opened, and fewer stops than it has. */
const VIEWS = {
  "the budgets": [async (page) => {
    await openTemplate(page, "b2b");
    await view(page, "預算").click();
    await expect(page.locator(".best .proof")).toBeVisible();
    await expect(page.locator(".work")).toHaveCount(0, { timeout: 30_000 });
  }, 40],
  "plans side by side": [async (page) => {
    await openTemplate(page, "b2b");
    await openTemplate(page, "service");
    await view(page, "情境").click();
    await expect(page.locator(".way > li").first()).toBeVisible();
  }, 50],
  "the builder": [async (page) => {
    await openService(page);
    await openApp(page, "#/embed-builder");
    await expect(answer(page.frameLocator(".preview iframe"))).toBeVisible();
  }, 30],
  "a plan from a link": [async (page) => {
    await openService(page);
    await openApp(page, `#${(await readFile("tests/golden/links/p1-shop.txt", "utf8")).split("\n")[0]}`);
    await expect(page.getByRole("region", { name: "和我的方案比較" })).toBeVisible();
  }, 90],
};

for (const [what, [open, few]] of Object.entries(VIEWS)) {
  test(`every stop of ${what} is in sight and shows the focus`, async ({ page }) => {
    await open(page);
    const { stops, flaws } = await walkToEnd(page);
    expect(flaws).toEqual([]);
    expect(stops).toBeGreaterThan(few);
  });
}

test("every stop of an open door is in sight and shows the focus", async ({ page }) => {
  await openService(page);
  await verdict(page).getByRole("button", { name: "NT$86,806" }).press("Enter");
  await expect(door(page).getByRole("heading", { level: 2 })).toBeFocused();
  const { stops, flaws } = await walkToEnd(page);
  expect(flaws).toEqual([]);
  expect(stops).toBeGreaterThan(8);
});
