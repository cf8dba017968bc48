// The methods view: every quantity with its meaning, its formula, and the numbers of the open plan.
import { MACHINE_NUMBER, door, openApp, openService, view } from "./support/app.js";
import { expectAccessible } from "./support/axe.js";
import { expect, test } from "./support/test.js";

/** The entry of a quantity, by its id. */
const quantity = (page, id) =>
  page.getByRole("article").filter({ has: page.locator("code").getByText(id, { exact: true }) });

const search = (page) => page.getByRole("searchbox");
const found = (page) => page.getByRole("search").getByRole("status");
const shown = (page) => page.getByRole("article").filter({ visible: true });

async function openMethods(page) {
  await openService(page);
  await view(page, "方法").click();
  await expect(page.getByRole("heading", { level: 1, name: "每個數字怎麼算" })).toBeVisible();
}

test("every quantity is explained with the numbers of the open plan", async ({ page }) => {
  await openMethods(page);
  await expect(page.getByText("「到店服務」現在的值")).toBeVisible();
  const attainment = quantity(page, "goal.attainment");
  await expect(attainment.getByRole("heading", { name: "達成率" })).toBeVisible();
  await expect(attainment).toContainText("預計達到的數字是目標的幾成。");
  await expect(attainment).toContainText("達成率 = 預計達到 ÷ 目標值");
  await expect(attainment.locator(".put")).toHaveText("138% = 276.5 ÷ 200");
  await expect(attainment.getByRole("definition").first()).toHaveText("百分比");
  await expect(page.getByText("出處").first()).toBeVisible();
  await expect(found(page)).toHaveText(`${await shown(page).count()} 個`);
  expect(await page.locator("main").innerText()).not.toMatch(MACHINE_NUMBER);
});

test("no quantity is left without a meaning, a formula and a number", async ({ page }) => {
  await openMethods(page);
  const bare = await page.getByRole("article").evaluateAll((articles) =>
    articles
      .filter((article) => ["h3", "p", ".formula > span", ".put", ".num", "dd"].some((part) => !article.querySelector(part)?.textContent.trim()))
      .map((article) => article.querySelector("code").textContent));
  expect(bare).toEqual([]);
});

test("a change of the plan is in the formulas", async ({ page }) => {
  await openService(page);
  await page.getByLabel("成交率").first().fill("50");
  await view(page, "方法").click();
  await expect(quantity(page, "goal.attainment").locator(".put")).toHaveText("115% = 230.4 ÷ 200");
});

test("the first visit finds the methods with a sample", async ({ page }) => {
  await openApp(page, "#/methods");
  await expect(page.getByRole("heading", { level: 1, name: "每個數字怎麼算" })).toBeVisible();
  await expect(quantity(page, "goal.attainment").locator(".put")).toHaveText("138% = 276.5 ÷ 200");
  // Looking at the sample makes no plan of it.
  await view(page, "方案").click();
  await expect(page.getByRole("heading", { level: 1, name: "還沒有方案" })).toBeVisible();
  await view(page, "開始").click();
  await expect(page.locator(".plans").getByRole("listitem")).toHaveCount(0);
});

test("the first visit is told that the numbers are a sample's", async ({ page }) => {
  await openApp(page, "#/methods");
  await expect(page.locator(".lead")).toContainText(/範例|範本/);
});

test("a sample has no fields to lead to", async ({ page }) => {
  await openApp(page, "#/methods");
  await quantity(page, "goal.attainment").getByRole("button", { name: "138%" }).click();
  await expect(door(page).locator(".inputs")).toContainText("目標值");
  await expect(door(page).locator(".inputs").getByRole("button")).toHaveCount(0);
});

test("a quantity is found by its name, in part, and by its id", async ({ page }) => {
  await openMethods(page);
  const all = await shown(page).count();
  for (const [query, id] of [["獲客成本", "metrics.cac"], ["metrics.cac", "metrics.cac"], ["roas", "metrics.roas"], ["達成", "goal.attainment"]]) {
    await search(page).fill(query);
    await expect(quantity(page, id)).toBeVisible();
    await expect(found(page)).toHaveText(`${await shown(page).count()} 個`);
    expect(await shown(page).count()).toBeLessThan(all / 2);
  }
  await search(page).fill("沒有這種數字");
  await expect(shown(page)).toHaveCount(0);
  await expect(page.getByText("沒有符合的數字。換一個詞，或清空搜尋。")).toBeVisible();
  await search(page).fill("");
  await expect(shown(page)).toHaveCount(all);
});

test("a quantity is found by letters in full width", async ({ page }) => {
  await openMethods(page);
  await search(page).fill("ＲＯＡＳ");
  await expect(quantity(page, "metrics.roas")).toBeVisible();
});

test("a group is jumped to, and takes the focus", async ({ page }) => {
  await openMethods(page);
  await page.getByRole("navigation", { name: "分組" }).getByRole("button", { name: /^指標/ }).click();
  const heading = page.getByRole("heading", { level: 2, name: "指標" });
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
});

test("a number of the methods is a door too", async ({ page }) => {
  await openMethods(page);
  const number = quantity(page, "goal.attainment").getByRole("button", { name: "138%" });
  await number.click();
  await expect(door(page).getByRole("heading", { name: "達成率" })).toBeFocused();
  await expect(door(page).locator(".value")).toHaveText("138%");
  await page.keyboard.press("Escape");
  await expect(number).toBeFocused();
});

test("an input behind a number of the methods leads to its field in the plan", async ({ page }) => {
  await openMethods(page);
  await quantity(page, "goal.attainment").getByRole("button", { name: "138%" }).click();
  await door(page).locator(".inputs").getByRole("button", { name: "目標值" }).click();
  await expect(page).toHaveURL(/#\/plan/);
  await expect(page.getByRole("form").getByLabel("目標值", { exact: true })).toBeFocused();
});

test("the language switches in place and keeps what was searched", async ({ page }) => {
  await openMethods(page);
  await search(page).fill("metrics.cac");
  await page.getByRole("button", { name: "Switch to English" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "How every number is computed" })).toBeVisible();
  await expect(search(page)).toHaveValue("metrics.cac");
  await expect(quantity(page, "metrics.cac")).toBeVisible();
  await search(page).fill("acquisition");
  await expect(quantity(page, "metrics.cac")).toBeVisible();
  // Names that the reader gave stay as they are; everything else is English.
  await search(page).fill("goal.");
  expect(await page.locator(".quantities").innerText()).not.toMatch(/\p{Script=Han}/u);
});

for (const colorScheme of ["light", "dark"]) {
  test(`the methods are accessible and fit a narrow window in both languages, ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    await openMethods(page);
    await search(page).fill("goal.");
    for (const language of ["zh", "en"]) {
      if (language === "en") await page.getByRole("button", { name: "Switch to English" }).click();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    }
    await search(page).fill("");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}

test("at rest every quantity is there, for those who take a picture of the whole page too", async ({ page }) => {
  await openMethods(page);
  const left = () =>
    page.locator(".quantity h3").evaluateAll((names) => [names.length, names.filter((name) => !name.checkVisibility({ contentVisibilityAuto: true })).length]);
  await expect.poll(async () => (await left())[0]).toBeGreaterThan(50);
  await expect.poll(async () => (await left())[1]).toBe(0);
});
