// Plans side by side: what differs, and what drives the difference.
import { choose, door, openApp, openService, openTemplate, saveState, unfold, verdict, view } from "./support/app.js";
import { expectAccessible } from "./support/axe.js";
import { testEveryLook } from "./support/looks.js";
import { expect, test } from "./support/test.js";

const SAVED = "已儲存・留在這台裝置";
const drivers = (page) => page.getByRole("region", { name: "差在哪裡" });
const steps = (page) => drivers(page).locator(".way > li");
const table = (page) => page.getByRole("region", { name: "並排比較" }).getByRole("table");
const line = (page, name) => table(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
const field = (page, name) => page.getByRole("region", { name: "比較的方案" }).getByRole("combobox", { name, exact: true });

/** The amount in a text such as −NT$17,362. */
const amount = (text) => Number(text.replace(/[^\d.−-]/g, "").replace("−", "-"));

/** A service plan and a copy of it with another click rate, side by side. */
async function openPair(page) {
  await openService(page);
  await choose(page, "另存為情境");
  await expect(page).toHaveURL(/#\/compare\/[^/]+\/[^/]+$/);
  await table(page).getByRole("link", { name: "副本・到店服務" }).click();
  await page.getByLabel("點閱率").first().fill("2.5");
  await expect(verdict(page)).toContainText("NT$69,444");
  await expect(saveState(page)).toHaveText(SAVED);
  await page.goBack();
  await expect(steps(page)).toHaveCount(3);
}

/** Four plans side by side. */
async function openFour(page) {
  await openPair(page);
  for (const template of ["shop", "b2b", "course"]) await openTemplate(page, template);
  await view(page, "情境").click();
  const add = page.getByRole("button", { name: "加一個方案" });
  await add.click();
  await add.click();
  await expect(add).toHaveCount(0);
}

test("a scenario made from the menu shows what one change does", async ({ page }) => {
  await openService(page);
  await expect(view(page, "情境")).toHaveCount(0);
  await choose(page, "另存為情境");
  await expect(drivers(page)).toContainText("兩個方案的假設完全一樣");
  await expect(line(page, "達標所需")).toHaveText("達標所需NT$86,806NT$86,806相同");
  await table(page).getByRole("link", { name: "副本・" }).click();
  await page.getByLabel("點閱率").first().fill("2.5");
  await expect(verdict(page)).toContainText("NT$69,444");
  await page.goBack();
  await expect(verdict(page)).toContainText("需要 NT$69,444，比「到店服務」少 NT$17,362");
  await expect(steps(page)).toHaveText([/NT\$86,806$/, /點閱率.*2% → 2\.5%.*−NT\$17,362$/, /NT\$69,444$/]);
  await expect(line(page, "達標所需")).toHaveText("達標所需NT$86,806NT$69,444−20%");
  await expect(line(page, "獲客成本")).toHaveText("獲客成本NT$434NT$347最好−20%");
});

test("the parts lead from one plan's number to the other's, whichever number is chosen", async ({ page }) => {
  await openTemplate(page, "b2b");
  await openTemplate(page, "service");
  await openTemplate(page, "b2b");
  await unfold(page.locator("details.part").last());
  await page.getByLabel("平均客單價").first().fill("30萬");
  await expect(saveState(page)).toHaveText(SAVED);
  await view(page, "情境").click();
  const other = await field(page, "情境 B").locator("option").filter({ hasText: "B2B" }).first().getAttribute("value");
  await field(page, "情境 B").selectOption(other);
  const numbers = drivers(page).getByLabel("看哪個數字");
  for (const [name, plan] of [["獲客成本", "達標預算"], ["利潤", "現在的預算"], ["廣告投資報酬率（ROAS）", "現在的預算"]]) {
    await page.getByRole("group", { name: "並排的數字用哪個預算" }).getByText(plan).click();
    await numbers.selectOption({ label: name });
    await expect(drivers(page)).not.toContainText("計算中");
    if ((await steps(page).count()) === 0) continue;
    const texts = await steps(page).locator("> .worth, > details > summary .worth").allInnerTexts();
    const [from, ...parts] = texts.map(amount);
    const to = parts.pop();
    expect(parts.reduce((sum, part) => sum + part, from)).toBeCloseTo(to, 6);
  }
});

test("a number of either plan opens its door and leads to that plan's field", async ({ page }) => {
  await openPair(page);
  const press = (place) => line(page, "獲客成本").getByRole("button").nth(place).click();
  await press(0);
  await expect(door(page).locator(".value")).toHaveText("NT$434");
  await page.keyboard.press("Escape");
  await press(1);
  await expect(door(page).locator(".value")).toHaveText("NT$347");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(door(page)).not.toBeVisible();
  await expect(line(page, "獲客成本").getByRole("button").nth(1)).toBeFocused();
  await line(page, "點閱率").getByRole("button").nth(1).click();
  await door(page).locator(".inputs .to").first().click();
  await expect(page).toHaveURL(/#\/plan/);
  await expect(page.getByLabel("方案名稱").first()).toHaveValue("副本・到店服務");
});

test("up to four plans are chosen, and the address keeps them", async ({ page }) => {
  await openFour(page);
  await expect(table(page).getByRole("columnheader")).toHaveCount(5);
  await expect(field(page, "情境 D")).toBeVisible();
  const address = page.url();
  await page.reload();
  await expect(page).toHaveURL(address);
  await expect(table(page).getByRole("columnheader")).toHaveCount(5);
  await drivers(page).getByLabel("和基準比的方案").selectOption({ index: 2 });
  await expect(drivers(page).getByRole("status")).not.toHaveText("計算中");
  await expectAccessible(page);
  await page.getByRole("button", { name: /^不比較/ }).last().click();
  await expect(table(page).getByRole("columnheader")).toHaveCount(4);
  await page.goBack();
  await expect(table(page).getByRole("columnheader")).toHaveCount(5);
});

test("one plan alone is told how to get a second one", async ({ page }) => {
  await openService(page);
  await openApp(page, "#/compare");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("要有兩個方案才能比較");
  await expectAccessible(page);
});

test("on a phone the names of the rows stay while the plans scroll", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openFour(page);
  const name = line(page, "獲客成本").getByRole("rowheader");
  const before = await name.boundingBox();
  await page.locator(".side .scroll").evaluate((element) => element.scrollTo(200, 0));
  expect(await page.locator(".side .scroll").evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  expect((await name.boundingBox()).x).toBe(before.x);
});

test.describe("in English", () => {
  test.use({ locale: "en-GB" });

  test("two plans fit a phone, and no word of a number is cut", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const template of ["service", "shop"]) await openTemplate(page, template);
    await page.goto("#/compare");
    await expect(page.locator(".side td .num", { hasText: "200 new customers" })).toBeVisible();
    const cut = await page.locator(".side .scroll").evaluate((scroll) => {
      const end = scroll.getBoundingClientRect().right;
      const words = document.createRange();
      return [...scroll.querySelectorAll("td .num")].map((number) => {
        words.selectNodeContents(number);
        return [number.textContent, words.getBoundingClientRect().right];
      }).filter(([, right]) => right > end + 0.5);
    });
    expect(cut).toEqual([]);
  });
});

for (const [what, open] of [["two plans side by side", openPair], ["four plans side by side", openFour]]) {
  testEveryLook(what, open, async (page) => {
    await expect(page.locator(".way > li").first()).toBeVisible();
    await expect(page.locator(".compared")).not.toContainText(/計算中|Computing/);
  });
}

test("the view is complete in English", async ({ page }) => {
  await openPair(page);
  await page.getByRole("button", { name: "Switch to English" }).click();
  const text = page.locator(".compared");
  await expect(text).toContainText("What drives the difference");
  await expect(text.locator(".way")).toContainText("2% → 2.5%");
  const named = ["到店服務", "副本・", "新客", "預約", "LINE 對話", "點擊", "曝光", "對話"];
  const rest = named.reduce((rest, name) => rest.replaceAll(name, ""), await text.innerText());
  expect(rest).not.toMatch(/\p{Script=Han}/u);
});

test("compared plans keep their sides, whichever of them is open", async ({ page }) => {
  await openService(page);
  await choose(page, "另存為情境");
  await page.getByRole("link", { name: "去改「副本・" }).click();
  await page.getByLabel("點閱率").first().fill("2.5");
  await expect(verdict(page)).toContainText("NT$69,444");
  await view(page, "情境").click();
  await expect(line(page, "達標所需")).toHaveText("達標所需NT$86,806NT$69,444−20%");
  await expect(field(page, "基準")).toContainText("到店服務");
  const base = await field(page, "基準").evaluate((select) => select.selectedOptions[0].textContent);
  expect(base).not.toContain("副本");
});

test("a compared plan that is gone is named as gone", async ({ page }) => {
  await openPair(page);
  const address = page.url();
  await table(page).getByRole("link", { name: "副本・" }).click();
  await choose(page, "刪除方案");
  await openTemplate(page, "shop");
  await page.goto(address);
  await expect(page.getByText("有一個已經不在這台裝置上")).toBeVisible();
});
