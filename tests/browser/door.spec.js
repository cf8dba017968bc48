// Every number is a door: what it means, how it is computed, what decides it.
import { door, openService, openTemplate, undo, verdict, view } from "./support/app.js";
import { expectAccessible } from "./support/axe.js";
import { expect, test } from "./support/test.js";

/** The number of a text, with its mark of money or percent and without the words around it; a dash where it has none. */
const amount = (text) => text.match(/−?(NT\$)?[\d,.]+%?|—/)[0];

/** What the panel is about, and its number. */
const title = (page) => door(page).getByRole("heading", { level: 2 });
const value = (page) => door(page).locator(".value");

/** Opens the door of a number, reads it, and closes it again: by Escape, or by its button. */
async function walkThrough(page, number, name, byButton) {
  const text = await number.textContent();
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
  const names = ["方案月數", "每月新客數", ...stages.map((name) => name.replace(/(的|月)L/, "$1 L")), "媒體費", "每月媒體費", "點閱率進步"];
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
  await walkThroughAll(page, findings.filter({ hasText: "第一次消費" }), ["顧客回本時間"]);
});

test("a share in a finding opens the door of that share", async ({ page }) => {
  await openService(page);
  const finding = page.locator(".checks").getByRole("listitem").filter({ hasText: "全部預算在一個管道" });
  await walkThrough(page, finding.getByRole("button", { name: "100%" }), "佔全部媒體費的比例");
});

test("an unfolded channel shows the numbers that its doors show", async ({ page }) => {
  await openTemplate(page, "b2b");
  const lane = page.getByRole("group", { name: "Google 搜尋廣告" });
  await lane.locator(".fold").click();
  const names = ["成交數", "商機數", "名單數", "官網造訪數"];
  for (const [at, name] of names.entries()) await walkThrough(page, lane.locator("button.num.big").nth(at), name);
});

test("a formula with the numbers filled in ends in the number of its door", async ({ page }) => {
  await openService(page);
  for (const number of ["NT$86,806", "6,945"]) {
    await page.locator(".chain").locator("button.num").getByText(number, { exact: true }).click();
    await expect(door(page).locator(".put > b")).toHaveText(number);
  }
});

test("the formula of the budget is told in words and with its numbers", async ({ page }) => {
  await openService(page);
  await verdict(page).getByRole("button", { name: "NT$86,806" }).click();
  await expect(door(page).locator(".formula")).toContainText("媒體費 = 各月加總（當月媒體花費）");
  await expect(door(page).locator(".put")).toHaveText("NT$86,806 = NT$14,468 × 6 個月");
  await expect(door(page).locator(".inputs").getByRole("listitem").filter({ hasText: "點閱率" })).toContainText(/2%.*假設.*相對多 1% → NT\$85,937/s);
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

test("an input behind a number leads to its field, in sight; beside it, the door stays open and follows", async ({ page, isMobile }) => {
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
  await expect(verdict(page)).toContainText("NT$104,167");
  if (isMobile) return expect(door(page)).toBeHidden();
  await expect(value(page)).toHaveText("NT$104,167");
  await expect(door(page).locator(".put > b")).toHaveText("NT$104,167");
});

test("the weaker inputs are shown when they are asked for", async ({ page }) => {
  await openService(page);
  await page.getByRole("table", { name: "管道一覽" }).getByRole("button", { name: "478%" }).click();
  const inputs = door(page).locator(".inputs").getByRole("listitem");
  await expect(inputs).toHaveCount(6);
  const all = door(page).getByRole("button", { name: /^看全部 \d+ 個$/ });
  const count = Number((await all.innerText()).replace(/\D/g, ""));
  expect(count).toBeGreaterThan(8);
  await all.click();
  await expect(inputs).toHaveCount(count);
});

test("a few more inputs are shown at once, and those without effect are named below", async ({ page }) => {
  await openService(page);
  await verdict(page).getByRole("button", { name: "NT$86,806" }).click();
  await expect(door(page).locator(".inputs").getByRole("listitem")).toHaveCount(7);
  await expect(door(page).getByText("現在不影響這個數字：每月預算")).toBeVisible();
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

test("a sum that has no meaning over all channels is a dash that says why", async ({ page }) => {
  await openTemplate(page, "b2b");
  const total = page.getByRole("row", { name: /^合計/ });
  const dashes = total.getByRole("cell").filter({ hasText: /^—$/ });
  await expect(dashes).not.toHaveCount(0);
  for (const dash of await dashes.all()) {
    await dash.getByRole("button").click();
    await expect(value(page)).toHaveText("—");
    await expect(door(page).locator(".why")).toContainText("請看各管道的數字");
    await page.keyboard.press("Escape");
  }
});

test("a number says what it is to those who do not see where it stands", async ({ page }) => {
  await openService(page);
  await expect(verdict(page).locator("button.num").last()).toHaveAccessibleName("達標時：媒體費：NT$86,806");
  for (const number of await page.locator("main button.num").all()) {
    const [name, text] = [await number.getAttribute("aria-label"), await number.textContent()];
    expect(name.endsWith(`：${text}`) && name.length > text.length + 1, name).toBe(true);
  }
});

test("a number that was entered says where it comes from and what it moves", async ({ page }) => {
  await openTemplate(page, "b2b");
  const lane = page.getByRole("group", { name: "Google 搜尋廣告" });
  await lane.locator(".fold").click();
  const rate = lane.locator(".rate .control button.num").first();
  const text = await rate.innerText();
  await rate.click();
  await expect(value(page)).toHaveText(text);
  await expect(door(page).locator(".formula")).toHaveCount(0);
  await expect(door(page).locator(".inputs .source")).toHaveText(/自有數據|產業參考|假設|報價/);
  const moved = door(page).locator(".parts").getByRole("button");
  await expect(moved.first()).toContainText(/達標時：媒體費.*多 1% → NT\$/s);
  await moved.first().click();
  await expect(title(page)).toHaveText("達標時：媒體費");
  await door(page).getByRole("button", { name: /^回到/ }).click();
  await door(page).locator(".inputs .to").click();
  await expect(page.getByRole("form").locator("input:focus")).toHaveValue(text);
});

/** Where digits stand that are no door, and why. */
const NO_DOORS = [
  ["button.num, .parts button", "a door"],
  ["input, textarea, label, legend, select, time, code", "a place to write, its label, a date, an id"],
  ["summary", "a folded part repeats what its fields hold"],
  ["svg, .tip", "a picture and what is read off it: the table below has the same numbers as doors"],
  [".help", "how something is filled in"],
  [".toc small", "how many quantities a group has"],
  [".lead p", "the name of the plan"],
  [".quantity > p, .quantity dd", "what a quantity means in any plan, and where that was published"],
  ["caption", "repeats the title above it, whose numbers are doors"],
  [".glance", "repeats the verdict, and is hidden from those who hear the page"],
  [".formula", "a formula with its numbers: those that have a door stand below it, or beside it"],
  ["dialog.door .value, .inputs b, .inputs small, .about", "the number of the open door, and its inputs, which lead to their fields"],
];
const NO_DOOR_TEXTS = [
  [/\d{4} 年( \d+(–\d+)? 月)?/g, "a date"],
  [/70\/20\/10( 留了空間，(最多|至少) [\d.]+%)?/g, "a rule, and its limit"],
  [/超過 [\d.]+%|高於 [\d.]+ 倍|一般要? [\d.]+ 倍/g, "the limit of a check"],
  [/\d+ 個(管道|階段|關鍵數字|轉換率)|裡 \d+ 個是/g, "how many things the plan has"],
  [/佔影響力的 [\d.]+%/g, "a share of influence, not of anything the plan brings"],
  [/每多 [\d.]+ 個百分點/g, "the size of a step"],
  [/再多花 1 元/g, "what a measure is called"],
  [/\d+ 個月的數量/g, "the length of the plan, which is a door in the head of the chain"],
  [/多 1% → \S+/g, "a step, said of an input"],
  [/^\d+ 個$|^看全部 \d+ 個$/g, "how many quantities a search finds, or inputs a door has"],
];

/** The texts with digits in sight that no door is behind. */
async function numbersWithoutDoors(page) {
  const texts = await page.evaluate((selector) => {
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (/\d/.test(walker.currentNode.data) && !element.closest(selector) && element.checkVisibility()) found.push(walker.currentNode.data);
    }
    return found;
  }, NO_DOORS.map(([selector]) => selector).join(", "));
  const rest = (text) => NO_DOOR_TEXTS.reduce((left, [phrase]) => left.replace(phrase, ""), text);
  return texts.filter((text) => /\d/.test(rest(text)));
}

// A translating browser replaces texts one by one, without knowing the numbers between them.
test("no sentence with a number in it is left to a translating browser", async ({ page }) => {
  await openTemplate(page, "b2b");
  const pieces = await page.evaluate(() => {
    const doors = [...document.querySelectorAll("main .keep")];
    const beside = doors.filter((door) => [...door.parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));
    return { sentences: beside.length, left: beside.filter((door) => !door.parentElement.closest("[translate=no]")).length };
  });
  expect(pieces.sentences).toBeGreaterThan(10);
  expect(pieces.left).toBe(0);
});

/** The answer's sentences and the two mixes, and where digits stand there that are no door, and why. */
const ANSWER = ".best h2, .best .sub, .mix";
const NO_DOORS_OF_ANSWER = [
  [".proof, .held", "what the solver says of its answer: a bound, or what the next money brings, no quantity of the plan"],
  [".mix .more, .mix .less, .mix .same", "a difference of two plans, each of which has its door beside it"],
  [".mix td:last-child", "what the next money brings, which the solver reads off the curves"],
  [".mix thead", "how much that next money is"],
];

/** Opens the budget view of a template, and waits until nothing is being computed any more. */
async function openBudget(page, template) {
  await openTemplate(page, template);
  await view(page, "預算").click();
  await expect(page.locator(".best h2")).toContainText(/\d/, { timeout: 15_000 });
  await expect(page.locator(".work")).toHaveCount(0, { timeout: 30_000 });
}

/** A number that is told in few digits, written out: "4,800 萬" is 48,000,000, within its digits. */
function isTold(text, behind) {
  const [told, full] = [text, behind].map((of) => amount(of));
  if (told === full) return true;
  const scale = { 萬: 1e4, 億: 1e8, K: 1e3, M: 1e6, B: 1e9 }[text.match(/\d ?([萬億KMB])/)?.[1]];
  const [short, exact] = [told, full].map((of) => Number(of.replace(/[^\d.]/g, "")));
  return scale !== undefined && Math.abs(short * scale - exact) <= 0.005 * exact;
}

/** Opens every door of the answer's sentences and the two mixes; answers how many are doors of the answer itself. */
async function walkThroughAnswer(page, mark) {
  const numbers = page.locator(ANSWER).locator("button.num");
  let ofAnswer = 0;
  for (const number of await numbers.all()) {
    const text = await number.textContent();
    const name = await number.getAttribute("aria-label");
    await number.click();
    await expect(title(page)).toBeFocused();
    expect(isTold(text, await value(page).textContent()), `${name} opens on ${await value(page).textContent()}`).toBe(true);
    const isOfAnswer = name.includes(mark.name);
    await expect(door(page).getByText(mark.line)).toHaveCount(isOfAnswer ? 1 : 0);
    ofAnswer += isOfAnswer;
    await page.keyboard.press("Escape");
    await expect(door(page)).toBeHidden();
    await expect(number).toBeFocused();
  }
  return ofAnswer;
}

const ZH = { name: "（這個答案）", line: "這是採用這個答案之後的數字。" };
const EN = { name: "(this answer)", line: "With the budgets of this answer." };

test("every number of an answer explains itself with the answer's budgets, in both languages", async ({ page }) => {
  test.slow();
  await openBudget(page, "shop");
  const texts = await page.evaluate(([places, but]) => {
    const found = [];
    for (const place of document.querySelectorAll(places)) {
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { data, parentElement } = walker.currentNode;
        if (/\d/.test(data) && !parentElement.closest(but)) found.push(data);
      }
    }
    return found;
  }, [ANSWER, ["button.num", ...NO_DOORS_OF_ANSWER.map(([selector]) => selector)].join(", ")]);
  // What is saved is a difference of two plans too.
  expect(texts.filter((text) => !/每月少花 NT\$[\d,]+。/.test(text))).toEqual([]);
  const rows = await page.locator(".mix tbody tr").count();
  expect(await walkThroughAnswer(page, ZH)).toBeGreaterThan(4 * rows);
  await page.getByRole("button", { name: "Switch to English" }).click();
  await expect(page.locator(".best h2")).toContainText("a month is enough for");
  expect(await walkThroughAnswer(page, EN)).toBeGreaterThan(4 * rows);
});

for (const [wish, count] of [["固定預算最多", 3], ["利潤最高", 2], ["照現在比例", 1]]) {
  test(`the sentence of every answer opens on the answer: ${wish}`, async ({ page }) => {
    test.slow();
    await openBudget(page, "b2b");
    await page.getByRole("radio", { name: wish }).check({ force: true });
    await expect(page.locator(".work")).toHaveCount(0, { timeout: 30_000 });
    await expect(page.locator(".best h2 button[aria-label*='（這個答案）']")).toHaveCount(count);
    expect(await walkThroughAnswer(page, ZH)).toBeGreaterThan(count);
  });
}

test("a number of an answer leads on within the answer, and its budgets to no field of the plan", async ({ page }) => {
  await openBudget(page, "b2b");
  const money = page.locator(".mix tfoot td").nth(1).getByRole("button");
  const text = await money.textContent();
  await money.click();
  await expect(title(page)).toHaveText("平均每月媒體費");
  const inputs = door(page).locator(".inputs").getByRole("listitem");
  const budgets = inputs.filter({ hasText: "這個答案" });
  await expect(budgets.first()).toContainText("每月預算");
  await expect(budgets.getByRole("button")).toHaveCount(0);
  await door(page).locator(".parts").getByRole("button", { name: /媒體費/ }).first().click();
  await expect(door(page).getByText(ZH.line)).toBeVisible();
  await door(page).getByRole("button", { name: /^回到/ }).click();
  await expect(value(page)).toContainText(amount(text));
  await expect(door(page).getByText(ZH.line)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Switch to English" }).click();
  await expect(door(page).getByText(EN.line)).toBeVisible();
  await expectAccessible(page);
  // A solved budget is explained as what it is: nobody entered it.
  await page.keyboard.press("Escape");
  const row = page.locator(".mix tbody tr").first().getByRole("cell");
  await row.nth(1).getByRole("button").click();
  await expect(door(page).locator(".inputs")).toHaveCount(0);
  await expect(door(page).locator(".parts").getByRole("listitem")).not.toHaveCount(0);
  await page.keyboard.press("Escape");
  await row.nth(0).getByRole("button").click();
  await expect(door(page).locator(".inputs .to")).toHaveCount(1);
  await expect(door(page).getByText(EN.line)).toHaveCount(0);
});

test("an open door follows the answer, and goes with it", async ({ page, isMobile }) => {
  test.skip(isMobile, "the sheet lies over the question");
  await openBudget(page, "b2b");
  const total = page.locator(".mix tfoot td").nth(1);
  await total.getByRole("button").click();
  const before = await value(page).textContent();
  await page.getByRole("radio", { name: "利潤最高" }).check({ force: true });
  await expect(page.locator(".best h2")).toContainText("利潤最高");
  await expect(value(page)).not.toHaveText(before);
  expect(amount(await value(page).textContent())).toBe(await total.textContent());
  // A question without an answer leaves nothing to explain.
  await page.getByRole("radio", { name: "固定預算最多" }).check({ force: true });
  await expect(page.locator(".best h2")).toContainText("最多做到");
  await expect(door(page)).toBeVisible();
  await page.getByLabel(/每月總預算/).fill("");
  await expect(page.locator(".best").getByRole("alert")).toBeVisible();
  await expect(door(page)).toBeHidden();
  await page.getByLabel(/每月總預算/).fill("200,000");
  await total.getByRole("button").click();
  await view(page, "方案").click();
  await expect(door(page)).toBeHidden();
});

for (const template of ["service", "b2b", "shop"]) {
  test(`no number of the plan is without a door: ${template}`, async ({ page }) => {
    await openTemplate(page, template);
    expect(await numbersWithoutDoors(page)).toEqual([]);
    const unfoldAll = page.getByRole("button", { name: "全部展開" });
    if (await unfoldAll.count()) await unfoldAll.click();
    const closedTable = page.getByRole("button", { name: "看表格" }).first();
    while (await closedTable.count()) await closedTable.click();
    // A channel makes its fields, with folded groups of their own, when it is unfolded.
    for (const all of [page.locator("details"), page.locator("details")]) {
      await all.evaluateAll((folded) => folded.forEach((details) => (details.open = true)));
      await expect(page.getByLabel("管道名稱")).toHaveCount(await page.locator("details.channel").count());
    }
    await expect(page.locator("figure table")).toHaveCount(3);
    expect(await numbersWithoutDoors(page)).toEqual([]);
    await verdict(page).locator("button.num").last().click();
    await expect(door(page)).toBeVisible();
    expect(await numbersWithoutDoors(page)).toEqual([]);
    await page.getByRole("radio", { name: "現在的預算" }).check();
    expect(await numbersWithoutDoors(page)).toEqual([]);
  });
}

test("no number of the methods is without a door", async ({ page }) => {
  await openService(page);
  await page.getByRole("navigation").getByRole("link", { name: "方法", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "每個數字怎麼算" })).toBeVisible();
  expect(await numbersWithoutDoors(page)).toEqual([]);
});

for (const colorScheme of ["light", "dark"]) {
  test(`an open door is accessible and fits a narrow window in both languages, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    await openService(page);
    await verdict(page).getByRole("button", { name: "NT$86,806" }).click();
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
