// Every number is a door: what it means, how it is computed, what decides it.
import { door, openService, openTemplate, undo, verdict } from "./support/app.js";
import { expectAccessible } from "./support/axe.js";
import { expect, test } from "./support/test.js";

/** The number of a text, with its mark of money or percent and without the words around it. */
const amount = (text) => text.match(/−?(NT\$)?[\d,.]+%?/)[0];

/** What the panel is about, and its number. */
const title = (page) => door(page).getByRole("heading", { level: 2 });
const value = (page) => door(page).locator(".value");

/** Opens the door of a number, reads it, and closes it again: by Escape, or by its button. */
async function walkThrough(page, number, name, byButton) {
  const text = await number.innerText();
  await number.click();
  await expect(title(page)).toContainText(name);
  await expect(title(page)).toBeFocused();
  await expect(door(page)).toHaveAccessibleName(await title(page).innerText());
  await expect(value(page)).toContainText(amount(text));
  await expect(door(page).locator(".formula > span").first()).toContainText(" = ");
  await expect(door(page).locator(".put > b")).toContainText(/\d/);
  await (byButton ? door(page).getByRole("button", { name: "關閉" }).click() : page.keyboard.press("Escape"));
  await expect(door(page)).toBeHidden();
  await expect(number).toBeFocused();
}

/** Walks through the doors of a place, whose names are known; none may be left out. */
async function walkThroughAll(page, place, names) {
  const numbers = place.locator("button.num");
  await expect(numbers).toHaveCount(names.length);
  for (const [at, name] of names.entries()) await walkThrough(page, numbers.nth(at), name, at % 2 === 1);
}

test("every number of the verdict explains itself and gives the focus back", async ({ page }) => {
  await openService(page);
  const names = ["目標值", "媒體費", "獲客成本", "顧客終身價值", "平均每月媒體費", "達成率"];
  await walkThroughAll(page, page.locator(".verdict"), names);
});

test("every number of the chain explains itself and gives the focus back", async ({ page }) => {
  await openService(page);
  const stages = ["預約", "LINE 對話", "點擊", "曝光"].flatMap((stage) => [`達標需要的${stage}`, `每月${stage}`]);
  const names = ["每月新客數", ...stages.map((name) => name.replace(/(的|月)L/, "$1 L")), "媒體費", "每月媒體費", "點閱率進步"];
  await walkThroughAll(page, page.locator(".chain"), names);
});

test("every number of the channel table explains itself and gives the focus back", async ({ page }) => {
  await openService(page);
  const table = page.getByRole("table", { name: "管道一覽" });
  // A narrow window shows the headings beside the numbers instead.
  const columns = await table.locator("thead th").allTextContents();
  expect(columns).toContain("獲客成本");
  await walkThroughAll(page, table, columns.slice(1));
});

test("every number of the checks explains itself and gives the focus back", async ({ page }) => {
  await openService(page);
  const checks = page.getByRole("region", { name: "體檢" });
  await walkThroughAll(page, checks.locator(".smart"), ["目標值", "顧客終身價值", "獲客成本"]);
  const findings = checks.locator(".checks").getByRole("listitem");
  await walkThroughAll(page, findings.filter({ hasText: "顧客終身價值是" }), ["終身價值是獲客成本的幾倍"]);
  await walkThroughAll(page, findings.filter({ hasText: "第一張訂單" }), ["回本期"]);
});

// The door of the 100 % shows the money it is a share of, NT$120,000.
test.fixme("a share in a finding opens the door of that share", async ({ page }) => {
  await openService(page);
  const finding = page.locator(".checks").getByRole("listitem").filter({ hasText: "全部預算在一個管道" });
  await walkThrough(page, finding.getByRole("button", { name: "100%" }), "Meta 廣告");
});

test("an unfolded channel shows the numbers that its doors show", async ({ page }) => {
  await openTemplate(page, "b2b");
  const lane = page.getByRole("group", { name: "Google 搜尋廣告" });
  await lane.locator(".fold").click();
  const names = ["成交數", "商機數", "名單數", "官網造訪數"];
  for (const [at, name] of names.entries()) await walkThrough(page, lane.locator("button.num.big").nth(at), name);
});

// The door says 6,945, rounded up, and its formula 6,944, rounded to the nearest.
test.fixme("a formula with the numbers filled in ends in the number of its door", async ({ page }) => {
  await openService(page);
  for (const number of ["NT$86,806", "6,945"]) {
    await page.locator(".chain").getByRole("button", { name: number, exact: true }).click();
    await expect(door(page).locator(".put > b")).toHaveText(number);
  }
});

test("the formula of the budget is told in words and with its numbers", async ({ page }) => {
  await openService(page);
  await verdict(page).getByRole("button", { name: "NT$86,806" }).click();
  await expect(door(page).locator(".formula")).toContainText("媒體費 = 各月加總（當月媒體花費）");
  await expect(door(page).locator(".put")).toHaveText("NT$86,806 = NT$14,468 × 6 個月");
  await expect(door(page).locator(".inputs").getByRole("listitem").filter({ hasText: "點閱率" })).toContainText(/2%.*假設.*多 1% → NT\$85,937/s);
  await expect(door(page).getByText("單位：NT$")).toBeVisible();
});

test("a number leads on to the numbers in its formula, and back", async ({ page }) => {
  await openService(page);
  await page.locator(".verdict").getByRole("button", { name: "NT$434" }).click();
  await expect(title(page)).toHaveText("達標時：獲客成本");
  await door(page).locator(".parts").getByRole("button", { name: /行銷總成本/ }).click();
  await expect(title(page)).toHaveText("達標時：行銷總成本");
  await expect(title(page)).toBeFocused();
  await expect(value(page)).toHaveText("NT$86,806");
  await door(page).getByRole("button", { name: /^回到.*獲客成本$/ }).click();
  await expect(title(page)).toHaveText("達標時：獲客成本");
  await expect(value(page)).toHaveText("NT$434");
  await expect(door(page).getByRole("button", { name: /^回到/ })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.locator(".verdict").getByRole("button", { name: "NT$434" })).toBeFocused();
});

test("an input behind a number leads to its field, in sight, and the door stays open and follows", async ({ page }) => {
  await openService(page);
  await verdict(page).getByRole("button", { name: "NT$86,806" }).click();
  await door(page).locator(".inputs").getByRole("button", { name: "成交率" }).click();
  const field = page.getByRole("form").getByLabel("成交率", { exact: true }).first();
  await expect(field).toBeFocused();
  await expect(field).toBeInViewport({ ratio: 1 });
  // What a finger would touch there is the field, not the panel over it.
  await field.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("50");
  await expect(value(page)).toHaveText("NT$104,167");
  await expect(door(page).locator(".put > b")).toHaveText("NT$104,167");
  await expect(verdict(page)).toContainText("NT$104,167");
});

test("the weaker inputs are shown when they are asked for", async ({ page }) => {
  await openService(page);
  await verdict(page).getByRole("button", { name: "NT$86,806" }).click();
  const inputs = door(page).locator(".inputs").getByRole("listitem");
  await expect(inputs).toHaveCount(6);
  await door(page).getByRole("button", { name: "看全部 8 個" }).click();
  await expect(inputs).toHaveCount(8);
});

test("a number leads to the page of all formulas", async ({ page }) => {
  await openService(page);
  await verdict(page).getByRole("button", { name: "NT$86,806" }).click();
  await door(page).getByRole("link", { name: "在「方法」裡看" }).click();
  await expect(page).toHaveURL(/#\/methods$/);
  await expect(page.getByRole("heading", { level: 1, name: "每個數字怎麼算" })).toBeVisible();
  await page.goBack();
  await expect(verdict(page)).toContainText("NT$86,806");
});

test("a door that stays open speaks the language of the page", async ({ page }) => {
  await openService(page);
  await verdict(page).getByRole("button", { name: "NT$86,806" }).click();
  await page.getByRole("button", { name: "Switch to English" }).click();
  await expect(title(page)).toContainText("Media");
  await expect(value(page)).toHaveText("NT$86,806");
  await expect(door(page).getByRole("link", { name: "See it under Methods" })).toBeVisible();
  await expect(door(page)).not.toContainText(/費用|成本|加總/);
});

test("a number that is undefined is a dash, and its door says why", async ({ page }) => {
  await openService(page);
  await page.getByLabel("成交率").first().fill("0");
  const dashes = page.getByRole("table", { name: "管道一覽" }).getByRole("button", { name: "—" });
  await expect(dashes).toHaveCount(2);
  await dashes.first().click();
  await expect(title(page)).toContainText("獲客成本");
  await expect(value(page)).toHaveText("—");
  await expect(door(page).locator(".why")).toContainText("這個方案帶不到顧客");
  await expect(door(page).locator(".put")).toHaveCount(0);
  await expectAccessible(page);
  // Defined again, the open door says the number and no reason.
  await undo(page);
  await expect(value(page)).toHaveText("NT$434");
  await expect(door(page).locator(".why")).toHaveCount(0);
});

// These dashes are plain text: no door, no reason.
test.fixme("a sum that has no meaning over all channels is a dash that says why", async ({ page }) => {
  await openTemplate(page, "b2b");
  const total = page.getByRole("row", { name: /^合計/ });
  const dashes = total.getByRole("cell").filter({ hasText: /^—$/ });
  await expect(dashes).not.toHaveCount(0);
  for (const dash of await dashes.all()) await expect(dash.getByRole("button")).toHaveCount(1);
});

for (const colorScheme of ["light", "dark"]) {
  test(`an open door is accessible and fits a narrow window in both languages, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    await openService(page);
    await verdict(page).getByRole("button", { name: "NT$86,806" }).click();
    await door(page).getByRole("button", { name: "看全部 8 個" }).click();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.getByRole("button", { name: "Switch to English" }).click();
    await expect(title(page)).toContainText("Media");
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const panel = await door(page).boundingBox();
    expect(panel.x).toBeGreaterThanOrEqual(0);
    expect(panel.x + panel.width).toBeLessThanOrEqual(320);
  });
}
