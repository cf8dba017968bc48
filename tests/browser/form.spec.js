// The form: every part of a plan can be written, each change changes the answer or is said, and undo takes it back.
import { openService, undo, unfold, verdict } from "./support/app.js";
import { expectAccessible } from "./support/axe.js";
import { expect, test } from "./support/test.js";

const BUDGET = "NT$86,806";

const form = (page) => page.getByRole("form", { name: "方案內容" });
const error = (page) => form(page).locator("p.error");
const table = (page) => page.getByRole("table", { name: "管道一覽" });
const chain = (page) => page.locator(".chain .total");

/** One of the four parts, unfolded. */
async function part(page, name) {
  const found = form(page).locator("details.part").filter({ has: page.getByRole("heading", { level: 2, name }) });
  await unfold(found);
  return found;
}

/** The folded fields of a stage, unfolded. */
async function stage(page, name) {
  const found = (await part(page, "漏斗")).locator("details.stage-of").filter({ has: page.locator("summary").getByText(name, { exact: true }) });
  await unfold(found);
  return found;
}

/** A channel, unfolded; the names of later ones may begin alike. */
async function channel(page, name) {
  const found = (await part(page, "管道")).locator("details.channel").filter({ has: page.locator("summary strong").getByText(name) }).first();
  await unfold(found);
  await expect(found.getByLabel("管道名稱")).toBeVisible();
  return found;
}

/** A folded group of a channel, unfolded. */
async function group(of, title) {
  const found = of.locator("details.group").filter({ has: of.page().locator("summary").getByText(title) });
  await unfold(found);
  return found;
}

/** Everything was taken back. */
async function expectAsBefore(page) {
  await expect(verdict(page)).toContainText(`2027 年 6 月底前多 200 位新客，需要 ${BUDGET}`);
  await expect(page.getByRole("button", { name: "復原", exact: true })).toBeDisabled();
}

test("the goal can be another figure", async ({ page }) => {
  await openService(page);
  const goal = await part(page, "目標");
  const figures = [["營收", "營收要到 NT$91.2 萬"], ["毛利", "毛利要到 NT$50.2 萬"], ["扣掉行銷成本的利潤", "利潤要到 NT$41.5 萬"], ["某個階段的數量", "333 個預約"]];
  for (const [name, told] of figures) {
    await goal.getByRole("radio", { name, exact: true }).check();
    await expect(verdict(page)).toContainText(told);
    await undo(page);
    await expect(goal.getByRole("radio", { name: "新客數" })).toBeChecked();
  }
  await goal.getByRole("radio", { name: "某個階段的數量" }).check();
  await goal.getByLabel("哪個階段").selectOption("LINE 對話");
  await expect(verdict(page)).toContainText(/\d 個 ?LINE 對話/);
  await undo(page);
  await expect(verdict(page)).toContainText("333 個預約");
  await undo(page);
  await expectAsBefore(page);
});

test("the goal can be growth over last year", async ({ page }) => {
  await openService(page);
  const goal = await part(page, "目標");
  await goal.getByRole("radio", { name: "比去年成長" }).check();
  await expect(goal.getByLabel("目標值")).toHaveCount(0);
  // The goal is stated in another way and stays what it was.
  await expect(verdict(page)).toContainText(BUDGET);
  await goal.getByLabel("對照的數字").fill("100");
  await goal.getByLabel("成長率").fill("25%");
  await expect(verdict(page)).toContainText("125 位新客，需要 NT$54,253");
  await goal.getByLabel("成長率").blur();
  await undo(page);
  await expect(goal.getByLabel("成長率")).not.toHaveValue("25%");
  await expect(goal.getByLabel("對照的數字")).toHaveValue("100");
  await undo(page);
  await expect(goal.getByLabel("對照的數字")).not.toHaveValue("100");
  await undo(page);
  await expect(goal.getByLabel("目標值")).toHaveValue("200");
  await expectAsBefore(page);
});

test("a baseline is taken off what the plan has to bring", async ({ page }) => {
  await openService(page);
  const goal = await part(page, "目標");
  await goal.getByLabel("基準").fill("100");
  await expect(verdict(page)).toContainText("NT$43,403");
  await expect(page.locator(".verdict")).toContainText("沒有這個方案也會有");
  await undo(page);
  await expectAsBefore(page);
});

test("the months and the first of them can be set, within what a plan may have", async ({ page }) => {
  await openService(page);
  const goal = await part(page, "目標");
  const months = goal.getByLabel("方案期間");
  await months.fill("12");
  await expect(verdict(page)).toContainText("2027 年 12 月底前");
  await expect(chain(page)).toContainText("NT$7,234");
  await months.blur();
  for (const text of ["0", "61"]) {
    await months.fill(text);
    await expect(error(page)).toHaveText(`「方案期間」填了 ${text}，這裡要在 1 到 60 之間。結果仍以 12 計算。`);
    await expect(months).toHaveAttribute("aria-invalid", "true");
    await expect(verdict(page)).toContainText("2027 年 12 月底前");
  }
  await months.press("Escape");
  await undo(page);
  await expect(verdict(page)).toContainText("2027 年 6 月底前");
  const start = goal.getByLabel("從哪個月開始");
  await start.fill("2027-05");
  await expect(verdict(page)).toContainText("2027 年 10 月底前");
  await start.blur();
  await start.fill("2027-13");
  await expect(error(page)).toHaveText("「2027-13」不是年月，請寫成 2027-01 這樣。");
  await expect(start).toHaveValue("2027-13");
  await expect(verdict(page)).toContainText("2027 年 10 月底前");
  await start.fill("2027-05");
  await expect(error(page)).toHaveCount(0);
  await undo(page);
  await expectAsBefore(page);
});

test("half a month is refused as what it is", async ({ page }) => {
  await openService(page);
  await (await part(page, "目標")).getByLabel("方案期間").fill("2.5");
  await expect(error(page)).toContainText("整數");
});

test("budgets can be spread over the months by weights of one's own", async ({ page }) => {
  await openService(page);
  const goal = await part(page, "目標");
  await goal.getByRole("radio", { name: "自訂每月比重" }).check();
  await goal.getByLabel("2027 年 1 月").fill("2");
  const months = page.getByRole("figure").first();
  await months.getByRole("button", { name: "看表格" }).click();
  const costs = months.locator("tbody").getByRole("row");
  // Seven parts, two of them in January.
  await expect(costs.first()).toContainText("NT$24,802");
  await expect(costs.last()).toContainText("NT$12,401");
  await expect(verdict(page)).toContainText(BUDGET);
  await goal.getByLabel("2027 年 1 月").blur();
  await undo(page);
  await expect(costs.first()).toContainText("NT$14,468");
  await undo(page);
  await expect(goal.getByRole("radio", { name: "每月相同" })).toBeChecked();
  await expectAsBefore(page);
});

test("a season moves the months, is said while folded, and can be taken away", async ({ page }) => {
  await openService(page);
  const season = await group(await part(page, "目標"), "淡旺季");
  await season.getByLabel("1月", { exact: true }).fill("2");
  await expect(verdict(page)).not.toContainText(BUDGET);
  await expect(season.locator("summary")).toContainText("有淡旺季");
  await season.getByRole("button", { name: "恢復成每月相同" }).click();
  await expect(verdict(page)).toContainText(BUDGET);
  await expect(season.locator("summary")).toContainText("每月相同");
});

test("folded parts say what they hold", async ({ page }) => {
  await openService(page);
  for (const [name, digest] of [["目標", "200 位新客・6 個月"], ["漏斗", "5 個階段"], ["管道", "Meta 廣告"], ["客單價與毛利", "客單價 NT$3,000・毛利率 55%"]]) {
    const found = await part(page, name);
    await found.locator("summary").first().click();
    await expect(found.locator("summary .digest").first()).toHaveText(digest);
    await expect(found.locator("summary .digest").first()).toBeVisible();
  }
  await page.locator(".chain").getByLabel("目標・新客").fill("250");
  await expect(form(page).locator(".part .digest").first()).toHaveText("250 位新客・6 個月");
});

test("a stage is added, renamed, moved and removed", async ({ page }) => {
  await openService(page);
  const funnel = await part(page, "漏斗");
  await funnel.getByRole("button", { name: "在最後加階段" }).click();
  await expect(verdict(page)).toContainText("200 位新階段");
  const added = await stage(page, "新階段");
  await added.getByLabel("階段名稱").fill("續約");
  await expect(verdict(page)).toContainText("200 位續約");
  await page.keyboard.press("Tab");
  await funnel.getByLabel("續約轉換率", { exact: true }).fill("50");
  await expect(verdict(page)).toContainText("NT$173,611");
  await funnel.getByLabel("續約轉換率", { exact: true }).blur();
  await funnel.getByRole("button", { name: "上移：續約" }).click();
  await expect(verdict(page)).toContainText("200 位新客");
  await expect(funnel.locator("details.stage-of summary > span:nth-child(2)")).toHaveText(["曝光", "點擊", "LINE 對話", "預約", "續約", "新客"]);
  await funnel.getByRole("button", { name: "移除：續約" }).click();
  await expect(verdict(page)).toContainText(`200 位新客，需要 ${BUDGET}`);
  for (const told of ["200 位新客", "200 位續約", "NT$86,806", "200 位新階段"]) {
    await undo(page);
    await expect(verdict(page)).toContainText(told);
  }
  await undo(page);
  await expectAsBefore(page);
});

test("a stage in the middle is added before another", async ({ page }) => {
  await openService(page);
  const booking = await stage(page, "預約");
  await booking.getByRole("button", { name: "在前面加階段：預約" }).click();
  await expect(chain(page)).toContainText("新階段");
  await undo(page);
  await expect(chain(page)).not.toContainText("新階段");
  await expectAsBefore(page);
});

test("a stage that was removed takes its rate along, and comes back with it", async ({ page }) => {
  await openService(page);
  const booking = await stage(page, "預約");
  await booking.getByRole("button", { name: "移除：預約" }).click();
  await expect(chain(page)).not.toContainText("預約");
  await expect(verdict(page)).toContainText("NT$34,722");
  await undo(page);
  await expect(chain(page)).toContainText("334");
  await expectAsBefore(page);
});

test("a channel is added from the catalogue, renamed, moved, copied and removed", async ({ page }) => {
  await openService(page);
  const channels = await part(page, "管道");
  await channels.getByLabel("要加的管道").selectOption("EMAIL／EDM");
  await channels.getByRole("button", { name: "加管道" }).click();
  const added = channels.locator("details.channel").last();
  await expect(added.getByLabel("每月預算")).toBeFocused();
  const names = table(page).locator("tbody th");
  await expect(names).toContainText(["Meta 廣告", "EMAIL／EDM"]);
  await added.getByLabel("管道名稱").fill("電子報");
  await expect(names).toContainText(["Meta 廣告", "電子報"]);
  await added.getByLabel("管道名稱").blur();
  await channels.getByRole("button", { name: "上移：電子報" }).click();
  await expect(names).toContainText(["電子報", "Meta 廣告"]);
  await channels.getByRole("button", { name: "複製：電子報" }).click();
  await expect(names).toContainText(["電子報", "電子報（複本）", "Meta 廣告"]);
  await channels.getByRole("button", { name: "移除：電子報", exact: true }).click();
  await expect(names).toContainText(["電子報（複本）", "Meta 廣告"]);
  for (const count of [3, 2, 2, 2, 1]) {
    await undo(page);
    await expect(names).toHaveCount(count);
  }
  await expectAsBefore(page);
});

test("the catalogue says what a channel is good for before it is added", async ({ page }) => {
  await openService(page);
  const channels = await part(page, "管道");
  const list = channels.getByLabel("要加的管道");
  await expect(list).toHaveAccessibleDescription(/主動搜尋/);
  for (const option of await list.locator("option").allTextContents()) {
    await list.selectOption(option);
    await expect(channels.locator("#catalogue-role")).not.toBeEmpty();
  }
  await expect(list).toHaveAccessibleDescription(/從零開始/);
});

test("a channel of one's own begins empty, and the answer follows its numbers", async ({ page }) => {
  await openService(page);
  const channels = await part(page, "管道");
  await channels.getByLabel("要加的管道").selectOption("自己的管道");
  await channels.getByRole("button", { name: "加管道" }).click();
  const own = await channel(page, "自己的管道");
  await expect(table(page).locator("tbody tr")).toHaveCount(2);
  await own.getByLabel("從哪個階段進來").selectOption("預約");
  await own.getByLabel("單價", { exact: true }).fill("100");
  await own.getByLabel("每月預算").fill("20000");
  // 40,000 a month bring 46.08 + 120 customers: the mix reaches 200 with 240,000 × 200 ÷ 996.48.
  await expect(verdict(page)).toContainText("NT$48,170");
});

test("the only channel cannot be removed, and says that it is off when it is", async ({ page }) => {
  await openService(page);
  const only = await channel(page, "Meta 廣告");
  await expect(only.getByRole("button", { name: "移除：Meta 廣告" })).toBeDisabled();
  await only.getByLabel("啟用這個管道").uncheck();
  await expect(verdict(page)).toContainText("管道全部停用，到不了");
  await page.locator(".verdict").getByRole("button", { name: "看 Meta 廣告" }).click();
  await expect(only.getByLabel("每月預算")).toBeFocused();
  await undo(page);
  await expect(only.getByLabel("啟用這個管道")).toBeChecked();
  await expectAsBefore(page);
});

test("each kind of response has its fields, changes the answer, and is said while folded", async ({ page }) => {
  await openService(page);
  const curve = await group(await channel(page, "Meta 廣告"), "加錢的效果（反應曲線）");
  const kinds = [["有上限", "每月上限", "NT$79,477"], ["加倍法", "預算加倍時多出的比例", "NT$81,948"], ["先慢後快再飽和", "曲線陡度", "NT$90,868"]];
  for (const [name, field, budget] of kinds) {
    await curve.getByRole("radio", { name }).check();
    await expect(curve.getByLabel(field, { exact: true })).toBeVisible();
    await expect(verdict(page)).toContainText(budget);
    await expect(curve.locator("summary").first()).toContainText(name);
  }
  await curve.getByRole("radio", { name: "固定單價" }).check();
  await expect(verdict(page)).toContainText(BUDGET);
  for (const [, , budget] of kinds.toReversed()) {
    await undo(page);
    await expect(verdict(page)).toContainText(budget);
  }
  await undo(page);
  await expectAsBefore(page);
});

test("budget limits hold against each other, and are said while folded", async ({ page }) => {
  await openService(page);
  const limits = await group(await channel(page, "Meta 廣告"), "預算上下限");
  await expect(limits.locator("summary")).toContainText("不限");
  await limits.getByLabel("每月最低預算").fill("5000");
  await limits.getByLabel("每月最低預算").blur();
  await expect(limits.locator("summary")).toContainText("NT$5,000 以上");
  await limits.getByLabel("每月最高預算").fill("3000");
  await expect(error(page)).toContainText("比最低預算還低");
  await limits.getByLabel("每月最高預算").fill("50000");
  await limits.getByLabel("每月最高預算").blur();
  await expect(error(page)).toHaveCount(0);
  await expect(limits.locator("summary")).toContainText("NT$5,000–NT$50,000");
  await undo(page);
  await expect(limits.locator("summary")).toContainText("NT$5,000 以上");
});

test("labour and fixed costs are in the cost, not in the media budget", async ({ page }) => {
  await openService(page);
  const costs = await group(await channel(page, "Meta 廣告"), "人力與固定費用");
  await costs.getByLabel("每月固定費").fill("10000");
  await expect(costs.locator("summary").first()).toContainText("每月 NT$10,000");
  await expect(verdict(page)).toContainText(`需要媒體預算 ${BUDGET}`);
  await expect(page.locator(".verdict")).toContainText("加上人力與固定費用，一共 NT$146,806");
  // 86,806 of media and 60,000 of fees, for 200 customers.
  await expect(page.locator(".verdict")).toContainText("每位新客成本 NT$734");
  await expect(table(page)).toContainText("NT$146,806");
  await undo(page);
  await expectAsBefore(page);
});

test("a channel has a rate of its own, or the funnel's where it is left empty", async ({ page }) => {
  await openService(page);
  const rates = await group(await channel(page, "Meta 廣告"), "這個管道自己的轉換率");
  const rate = rates.getByLabel("成交率", { exact: true });
  await expect(rate).toHaveAttribute("placeholder", "60%");
  await rate.fill("50");
  await expect(verdict(page)).toContainText("NT$104,167");
  await expect(rates.locator("summary").first()).toContainText("自己的 1 項");
  await rate.fill("");
  await rate.blur();
  await expect(verdict(page)).toContainText(BUDGET);
  await expect(rates.locator("summary").first()).toContainText("同方案");
});

test("a channel can need another, and is weaker without it", async ({ page }) => {
  await openService(page);
  const channels = await part(page, "管道");
  await channels.getByLabel("要加的管道").selectOption("EMAIL／EDM");
  await channels.getByRole("button", { name: "加管道" }).click();
  await expect(table(page).locator("tbody tr")).toHaveCount(2);
  const before = await verdict(page).innerText();
  const needs = await group(await channel(page, "Meta 廣告"), "搭配條件");
  await needs.getByLabel("要搭配的管道").selectOption("EMAIL／EDM");
  await needs.getByRole("button", { name: "加條件" }).click();
  const need = needs.getByRole("group", { name: "要搭配 EMAIL／EDM" });
  await need.getByLabel("沒有搭配時剩下的效果", { exact: true }).fill("10");
  await need.getByLabel("搭配管道要花到多少", { exact: true }).fill("1000000");
  await expect(verdict(page)).not.toHaveText(before);
  await expect(needs.locator("summary").first()).toContainText("EMAIL／EDM");
  await need.getByRole("button", { name: "移除：EMAIL／EDM" }).click();
  await expect(need).toHaveCount(0);
  await expect(verdict(page)).toHaveText(before);
  await undo(page);
  await expect(need).toBeVisible();
});

test("an estimate has a range, a source and a note, which are kept", async ({ page }) => {
  await openService(page);
  const funnel = await part(page, "漏斗");
  const field = funnel.locator(".field").filter({ has: page.locator("#field-stages-customer-conversion_rate") });
  const [low, high] = [field.getByLabel("成交率，低"), field.getByLabel("成交率，高")];
  await unfold(field.locator("details.range"));
  await low.fill("70");
  await expect(error(page)).toContainText("低估與高估沒有包住中間值");
  await low.fill("");
  await low.blur();
  await expect(field.getByRole("status")).toHaveText("另一端也要填，範圍才算數。");
  await low.fill("55");
  await low.blur();
  await expect(field.getByRole("status")).toHaveCount(0);
  await expect(field.locator("summary")).toHaveText("範圍 55%–70%");
  await field.getByLabel("成交率的依據").selectOption("自有數據");
  await expect(page.getByRole("region", { name: "體檢" })).toContainText("4 個轉換率裡 1 個是自有數據");
  await field.getByLabel("成交率的備註").fill("POS 2026 Q3");
  await field.getByLabel("成交率的備註").blur();
  await expect(verdict(page)).toContainText(BUDGET);
  await page.reload();
  await part(page, "漏斗");
  await unfold(field.locator("details.range"));
  await expect(field.locator("summary")).toHaveText("範圍 55%–70%");
  await expect(field.getByLabel("成交率的備註")).toHaveValue("POS 2026 Q3");
  await expect(field.getByLabel("成交率的依據").locator("option:checked")).toHaveText("自有數據");
});

test("a range is taken away by emptying both ends, and undo brings it back", async ({ page }) => {
  await openService(page);
  const funnel = await part(page, "漏斗");
  const field = funnel.locator(".field").filter({ has: page.locator("#field-stages-customer-conversion_rate") });
  await unfold(field.locator("details.range"));
  for (const end of ["低", "高"]) {
    await field.getByLabel(`成交率，${end}`).fill("");
    await field.getByLabel(`成交率，${end}`).blur();
  }
  await expect(field.locator("summary")).toHaveText("加上範圍與備註");
  await undo(page);
  await expect(field.locator("summary")).toHaveText("範圍 50%–70%");
});

test("what a customer is worth follows the economics", async ({ page }) => {
  await openService(page);
  const economics = await part(page, "客單價與毛利");
  await economics.getByLabel("平均客單價", { exact: true }).fill("6000");
  // Twice the order is twice the lifetime value of NT$9,494.29, and the goal takes the same money.
  await expect(page.locator(".verdict")).toContainText("一生帶來毛利 NT$18,989");
  await expect(verdict(page)).toContainText(BUDGET);
  await undo(page);
  await economics.getByLabel("毛利率", { exact: true }).fill("101");
  await expect(error(page)).toContainText("填了 101%");
  await economics.getByLabel("毛利率", { exact: true }).press("Escape");
  await expectAsBefore(page);
});

test("a finding leads to the field where it is mended", async ({ page }) => {
  await openService(page);
  await page.getByRole("button", { name: "到點閱率" }).click();
  const field = form(page).getByLabel("點閱率", { exact: true }).first();
  await expect(field).toBeFocused();
  await expect(field).toBeInViewport();
  await page.getByRole("button", { name: "加一個管道" }).click();
  await expect(form(page).getByLabel("要加的管道")).toBeFocused();
});

for (const colorScheme of ["light", "dark"]) {
  test(`the form with everything unfolded is accessible and fits a narrow window, ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    await openService(page);
    await channel(page, "Meta 廣告");
    await form(page).locator("details").evaluateAll((all) => all.forEach((details) => (details.open = true)));
    await expect(form(page).getByLabel("一次性費用", { exact: true })).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}

test("the focus stays where stages and channels are moved and removed", async ({ page }) => {
  await openService(page);
  const focused = () => page.evaluate(() => document.activeElement.closest("details")?.id ?? document.activeElement.tagName);
  const chat = await stage(page, "LINE 對話");
  const up = chat.getByRole("button", { name: /上移/ });
  await up.focus();
  await page.keyboard.press("Enter");
  await expect(up).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(chat.getByRole("button", { name: /下移/ })).toBeEnabled();
  await expect.poll(focused).not.toBe("BODY");
  await chat.getByRole("button", { name: /移除/ }).focus();
  await page.keyboard.press("Enter");
  await expect(chat).toHaveCount(0);
  await expect.poll(focused).not.toBe("BODY");
});

test("a name that is deleted to type another is kept until there is one", async ({ page }) => {
  await openService(page);
  const first = await channel(page, "Meta 廣告");
  const name = first.getByLabel("管道名稱");
  await name.fill("");
  await expect(table(page)).toContainText("Meta 廣告");
  await name.blur();
  await expect(name).toHaveValue("Meta 廣告");
  await name.fill("臉書");
  await expect(table(page)).toContainText("臉書");
});
