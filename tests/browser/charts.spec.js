// The charts: a finding, a picture, the same numbers as a table, by pointer and by keys, and as files.
import { readFile } from "node:fs/promises";
import { door, openService, openTemplate } from "./support/app.js";
import { expectAccessible } from "./support/axe.js";
import { expect, test } from "./support/test.js";

/** What the service template's charts say: their finding, and their first and last rows. */
const CHARTS = [
  {
    title: "方案第 1 個月回本，6 個月累計利潤 NT$41.5 萬",
    columns: ["月份", "營收", "毛利", "成本", "累計利潤"],
    first: ["2027 年 1 月", "NT$100,000", "NT$55,000", "NT$14,468", "NT$40,532"],
    last: ["2027 年 6 月", "NT$204,167", "NT$14,468", "NT$415,069"],
    rows: 6,
    behind: "NT$415,069",
  },
  {
    title: "最大的流失在曝光到點擊",
    columns: ["階段", "數量", "轉換率", "流失"],
    first: ["曝光", "347,223"],
    last: ["新客", "200", "60%", "40%"],
    rows: 5,
    behind: "200",
  },
  {
    title: "Meta 廣告的投資報酬率是 478%",
    columns: ["管道", "成本", "毛利"],
    first: ["Meta 廣告", "NT$86,806", "NT$501,875"],
    last: ["Meta 廣告", "NT$86,806", "NT$501,875"],
    rows: 1,
    behind: "NT$501,875",
  },
];
const MONTHS = CHARTS[0];

const figure = (page, { title }) => page.getByRole("figure", { name: title });
const plot = (page, chart) => figure(page, chart).locator(".plot");
const status = (page, chart) => plot(page, chart).getByRole("status");
const tip = (page, chart) => figure(page, chart).locator(".tip");

/** A text that has all of these, in any order. */
const expectAll = async (locator, texts) => {
  for (const text of texts) await expect(locator).toContainText(text);
};

/** Presses a button that downloads, and reads the file. */
async function download(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

for (const chart of CHARTS) {
  test(`a chart has its finding as its title, and the same numbers as a table: ${chart.title}`, async ({ page }) => {
    await openService(page);
    const { title, columns, first, last, rows } = chart;
    await expect(figure(page, chart).locator("figcaption strong")).toHaveText(title);
    await expect(plot(page, chart)).toHaveAccessibleName(title);
    await expect(figure(page, chart).getByRole("img", { name: title })).toBeVisible();
    await expect(figure(page, chart).getByRole("table")).toHaveCount(0);
    await figure(page, chart).getByRole("button", { name: "看表格" }).click();
    const table = figure(page, chart).getByRole("table", { name: title });
    await expect(table.getByRole("columnheader")).toHaveText(columns);
    const body = table.locator("tbody").getByRole("row");
    await expect(body).toHaveCount(rows);
    await expectAll(body.first(), first);
    await expectAll(body.last(), last);
    await figure(page, chart).getByRole("button", { name: "收起表格" }).click();
    await expect(table).toHaveCount(0);
  });

  test(`arrow keys read a chart aloud, and Escape ends it: ${chart.title}`, async ({ page }) => {
    await openService(page);
    const { first, last } = chart;
    await expect(figure(page, chart).getByRole("img")).toBeVisible();
    // The page scrolls to the chart: a pointer left where the template was pressed might lie on it then.
    await page.mouse.move(0, 0);
    await plot(page, chart).focus();
    await page.keyboard.press("ArrowRight");
    await expectAll(status(page, chart), first);
    await expectAll(tip(page, chart), first);
    await expect(tip(page, chart)).toBeVisible();
    await page.keyboard.press("End");
    await expectAll(status(page, chart), last);
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowLeft");
    await expectAll(status(page, chart), first);
    await page.keyboard.press("Escape");
    await expect(status(page, chart)).toBeEmpty();
    await expect(tip(page, chart)).toBeHidden();
    await expect(plot(page, chart)).toBeFocused();
  });

  test(`Enter explains what the keys have led to: ${chart.title}`, async ({ page }) => {
    await openService(page);
    await expect(figure(page, chart).getByRole("img")).toBeVisible();
    // Only what was looked at is explained; a pointer left on the chart would look.
    await page.mouse.move(0, 0);
    await plot(page, chart).focus();
    await page.keyboard.press("Enter");
    await expect(door(page)).toBeHidden();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await expect(door(page).locator(".value")).toHaveText(chart.behind);
    await page.keyboard.press("Escape");
    await expect(plot(page, chart)).toBeFocused();
  });

  test(`the numbers of a chart's table are doors: ${chart.title}`, async ({ page }) => {
    await openService(page);
    await figure(page, chart).getByRole("button", { name: "看表格" }).click();
    const numbers = figure(page, chart).locator("tbody td");
    for (const number of await numbers.all()) {
      const text = await number.innerText();
      if (!/\d/.test(text)) continue;
      await number.getByRole("button").click();
      await expect(door(page).locator(".value")).toHaveText(text.replace("流失 ", ""));
      await page.keyboard.press("Escape");
    }
  });

  test(`a chart is saved as an SVG that stands by itself: ${chart.title}`, async ({ page }) => {
    await openService(page);
    const { name, bytes } = await download(page, figure(page, chart).getByRole("button", { name: "下載 SVG 圖檔" }));
    expect(name).toBe(`${chart.title}.svg`);
    const read = await page.evaluate((text) => {
      const svg = new DOMParser().parseFromString(text, "image/svg+xml");
      const all = [...svg.querySelectorAll("*")];
      return {
        wrong: svg.querySelector("parsererror")?.textContent,
        root: svg.documentElement.namespaceURI,
        title: svg.querySelector("svg > title").textContent,
        described: svg.querySelector("svg > desc").textContent.length > 0,
        active: all.filter((element) => /^(script|foreignObject|use|image|style)$/.test(element.localName)).length,
        handlers: all.flatMap((element) => [...element.attributes]).filter(({ name }) => /^on|href/.test(name)).length,
        text: svg.documentElement.textContent,
      };
    }, bytes.toString("utf8"));
    const root = "http://www.w3.org/2000/svg";
    expect(read).toMatchObject({ wrong: undefined, root, title: chart.title, described: true, active: 0, handlers: 0 });
    expect(read.text).toContain(chart.last[1]);
    expect(bytes.toString("utf8")).not.toMatch(/NaN|var\(/);
  });
}

test("charts are saved as PNGs, sharp enough for paper", async ({ page }) => {
  await openService(page);
  for (const chart of CHARTS) {
    const { name, bytes } = await download(page, figure(page, chart).getByRole("button", { name: "下載 PNG 圖檔" }));
    expect(name).toBe(`${chart.title}.png`);
    expect(bytes.subarray(0, 8).toString("hex")).toBe("89504e470d0a1a0a");
    expect(bytes.readUInt32BE(16)).toBe(1920);
    expect(bytes.readUInt32BE(20)).toBeGreaterThanOrEqual(300);
    expect(bytes.readUInt32BE(20)).toBeLessThanOrEqual(2000);
  }
});

test("a pointer reads the months off the chart", async ({ page, isMobile }) => {
  test.skip(isMobile, "a finger has no hover; the next test touches");
  await openService(page);
  const months = figure(page, MONTHS).locator(".hit");
  await expect(months).toHaveCount(MONTHS.rows);
  await months.nth(1).hover();
  await expectAll(tip(page, MONTHS), ["2027 年 2 月", "NT$120,833", "NT$14,468", "NT$92,523"]);
  await expect(tip(page, MONTHS)).toBeVisible();
  // Who points sees it; a voice would only talk over what is read.
  await expect(status(page, MONTHS)).toBeEmpty();
  await page.keyboard.press("Escape");
  await expect(tip(page, MONTHS)).toBeHidden();
  await months.last().hover();
  await expectAll(tip(page, MONTHS), MONTHS.last);
  await months.last().click();
  await expect(door(page).locator(".value")).toHaveText(MONTHS.behind);
  await door(page).getByRole("button", { name: "關閉" }).click();
  await page.getByRole("heading", { name: "體檢" }).hover();
  await expect(tip(page, MONTHS)).toBeHidden();
});

test("a finger reads the months off the chart, and what it touched stays", async ({ page, isMobile }) => {
  test.skip(!isMobile, "for fingers");
  await openService(page);
  await figure(page, MONTHS).locator(".hit").nth(1).tap();
  await expectAll(tip(page, MONTHS), ["2027 年 2 月", "NT$120,833"]);
  await expect(tip(page, MONTHS)).toBeVisible();
  const [box, width] = [await tip(page, MONTHS).boundingBox(), page.viewportSize().width];
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(width);
  // It looks first; what it has seen it opens.
  await expect(door(page)).toBeHidden();
  await figure(page, MONTHS).locator(".hit").nth(1).tap();
  await expect(door(page).locator(".value")).toHaveText("NT$92,523");
});

test("charts and table are shown for the budget that reaches the goal, or for today's", async ({ page }) => {
  await openService(page);
  const table = page.getByRole("table", { name: "管道一覽" });
  await expect(page.getByRole("radio", { name: "達標預算" })).toBeChecked();
  await expect(table).toContainText("NT$86,806");
  await figure(page, MONTHS).getByRole("button", { name: "看表格" }).click();
  await page.getByRole("radio", { name: "現在的預算" }).check();
  const now = { title: "方案第 1 個月回本，6 個月累計利潤 NT$57.4 萬" };
  // The table stays open and follows.
  const last = figure(page, now).locator("tbody").getByRole("row").last();
  await expectAll(last, ["NT$282,240", "NT$20,000", "NT$573,792"]);
  await expectAll(figure(page, CHARTS[1]).getByRole("img"), ["480,000", "9,600", "1,152", "461", "276"]);
  await expect(figure(page, CHARTS[2]).getByRole("img")).toContainText("NT$120,000");
  await expect(table).toContainText("NT$120,000");
  await expect(table).not.toContainText("NT$86,806");
  await page.getByRole("radio", { name: "達標預算" }).check();
  await expect(figure(page, MONTHS)).toBeVisible();
  await expect(table).toContainText("NT$86,806");
});

test("a changed rate reaches every chart", async ({ page }) => {
  await openService(page);
  await page.getByLabel("成交率").first().fill("50");
  await expectAll(figure(page, CHARTS[1]).getByRole("img"), ["400", "1,000", "8,334", "416,667"]);
  await expect(figure(page, MONTHS)).toHaveCount(0);
  await expect(page.getByRole("figure", { name: "的投資報酬率是" }).getByRole("img")).toContainText("NT$104,167");
});

test("a chart out of sight is left out while somebody types, keeps its room, and is there again", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 500 });
  await openService(page);
  const drawings = () =>
    page.locator(".drawing svg").evaluateAll((pictures) =>
      pictures.map((picture) => ({
        shown: picture.checkVisibility({ contentVisibilityAuto: true }),
        room: picture.parentElement.getBoundingClientRect().height,
        picture: Number(picture.getAttribute("height")),
      })),
    );
  const shown = async () => (await drawings()).map((drawing) => drawing.shown);
  await expect.poll(shown).toEqual([true, true, true]);
  await page.getByLabel("成交率").first().fill("61");
  await expect.poll(shown).toEqual([false, false, false]);
  for (const { room, picture } of await drawings()) expect(room).toBe(picture);
  await expect.poll(shown).toEqual([true, true, true]);
  for (const { room, picture } of await drawings()) expect(room).toBe(picture);
});

test("a chart of several channels has a row for each", async ({ page }) => {
  await openTemplate(page, "b2b");
  const channels = await page.getByRole("table", { name: "管道一覽" }).locator("tbody th").allTextContents();
  const money = page.getByRole("figure", { name: "的投資報酬率最高" });
  await money.getByRole("button", { name: "看表格" }).click();
  const names = money.locator("tbody").getByRole("rowheader");
  await expect(names).toHaveCount(4);
  for (const name of await names.allTextContents()) expect(channels.some((channel) => channel.startsWith(name))).toBe(true);
});

for (const colorScheme of ["light", "dark"]) {
  for (const language of ["zh-TW", "en-GB"]) {
    test.describe(`in ${language}`, () => {
      test.use({ locale: language });

      test(`charts with a table and a tooltip are accessible and fit a narrow window, ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width: 320, height: 640 });
        await openTemplate(page, "service");
        const months = page.getByRole("figure").first();
        await months.getByRole("button", { name: /看表格|Show table/ }).click();
        await expect(months.getByRole("row")).toHaveCount(7);
        await expect(months.getByRole("img")).toBeVisible();
        await months.locator(".plot").focus();
        await page.keyboard.press("End");
        await expect(months.locator(".tip")).toBeVisible();
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      });
    });
  }
}
