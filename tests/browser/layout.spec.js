// Nothing is cut, covered or pushed out: whatever the plan, the names in it and the width of the window.
import { readFile } from "node:fs/promises";
import { choose, door, openApp, openService, openTemplate, rows, storedTexts, verdict, view } from "./support/app.js";
import { expect, test } from "./support/test.js";

/** The open plan as the text of its file. */
async function exported(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), choose(page, "匯出檔案")]);
  return readFile(await download.path(), "utf8");
}

/** Opens a text as a file. */
const opensFile = (page, text) =>
  page.locator("input[type=file]").setInputFiles({ name: "plan.json", mimeType: "application/json", buffer: Buffer.from(text) });

const TEMPLATES = ["service", "restaurant", "shop", "b2b", "saas", "course", "consulting", "event"];
const EXAMPLES = ["service.json", "shop.json", "b2b.json"];

/** Opens a template, or an example by the name of its file. */
async function openPlan(page, name) {
  if (!name.endsWith(".json")) return openTemplate(page, name);
  await opensFile(page, await readFile(`tests/golden/examples/${name}`, "utf8"));
  await expect(page.locator(".toast")).toBeVisible();
}

/**
 * Runs in the page: what sticks out of the window or of the chain, what lies over a neighbour in the chain, and what is
 * cut in a chart.
 */
function flawsOfLayout() {
  // What is out of sight waits for its layout.
  const all = new CSSStyleSheet();
  all.replaceSync(".lane { content-visibility: visible !important; }");
  document.adoptedStyleSheets = [all];
  const { clientWidth: width, scrollWidth } = document.documentElement;
  const told = (element) => `${element.tagName}.${element.className} "${(element.value ?? element.textContent).slice(0, 30)}"`;
  const flaws = scrollWidth > width ? [`the page is ${scrollWidth} wide`] : [];
  const box = (element) => {
    if (element.tagName === "INPUT") return element.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(element);
    const [text, around] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
    // What is clamped ends with its box.
    return getComputedStyle(element).overflowY === "visible" ? text : { ...text.toJSON(), bottom: Math.min(text.bottom, around.bottom) };
  };
  const chain = document.querySelector(".chain");
  const { right } = chain.getBoundingClientRect();
  const parts = [...chain.querySelectorAll(".label, label, .big, .per, .note, .control input, .rate > .num, .row b, .brings")]
    .filter((part) => part.getClientRects().length && getComputedStyle(part).clipPath === "none")
    .map((part) => [part, box(part)]);
  for (const [part, at] of parts) if (at.right > right + 1) flaws.push(`out of the chain: ${told(part)}`);
  parts.forEach(([one, a], index) => {
    for (const [other, b] of parts.slice(index + 1)) {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      // Lines of text are a little higher than their letters.
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 1 && down > 6 && !one.contains(other) && !other.contains(one)) {
        flaws.push(`one over the other: ${told(one)}, ${told(other)}`);
      }
    }
  });
  for (const number of document.querySelectorAll("td .num")) {
    const lines = document.createRange();
    lines.selectNodeContents(number);
    if (lines.getClientRects().length > 1) flaws.push(`a number is broken: ${told(number)}`);
  }
  for (const text of document.querySelectorAll("svg.chart text")) {
    if (/\d[\d,.]*…/.test(text.textContent)) flaws.push(`a number is cut: ${text.textContent}`);
  }
  return flaws;
}

for (const locale of ["zh-TW", "en"]) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale });
    test("the chain and the charts of every template fit every window, folded and unfolded", async ({ page, isMobile }) => {
      test.slow();
      for (const template of [...TEMPLATES, ...EXAMPLES]) {
        await openPlan(page, template);
        const unfold = page.locator(".chain > .head .btn");
        if (await unfold.count()) await unfold.click();
        for (const width of isMobile ? [320, 390] : [768, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          await expect(page.locator("svg.chart").first()).toBeVisible();
          await expect.poll(() => page.evaluate(flawsOfLayout), { message: `${template} at ${width}` }).toEqual([]);
        }
      }
    });
  });
}

test("what somebody types in stays where it is, however long the sentence above it is", async ({ page }) => {
  // High enough that nothing scrolls.
  await page.setViewportSize({ width: 390, height: 1600 });
  await openApp(page, "#/new/b2b");
  await page.getByRole("button", { name: "Switch to English" }).click();
  const rate = page.locator("#chain-rate-4");
  const placed = async () => {
    const [chain, sentence] = [await page.locator(".chain").boundingBox(), await verdict(page).boundingBox()];
    return [Math.round(chain.y), Math.round(sentence.height)];
  };
  const [top, short] = await placed();
  await rate.selectText();
  await page.keyboard.press("3");
  await expect(verdict(page)).toContainText("cannot reach");
  await expect(page.locator(".verdict .btn")).toBeVisible();
  const [pushed, long] = await placed();
  expect(pushed - top).toBeGreaterThanOrEqual(long - short);
  expect(long).toBeGreaterThan(short);
  await page.keyboard.press("0");
  await expect(verdict(page)).not.toContainText("cannot reach");
  await expect(page.locator(".verdict .btn")).toHaveCount(0);
  expect(await placed()).toEqual([pushed, short]);
  await rate.press("Tab");
  await expect.poll(placed).toEqual([top, short]);
});

test("numbers of any size fit the window", async ({ page, isMobile }) => {
  await page.setViewportSize({ width: isMobile ? 320 : 1280, height: 800 });
  await openService(page);
  const goal = page.locator("#chain-goal");
  for (const text of ["2000000000", "9007199254740992", `1${"0".repeat(300)}`]) {
    await goal.fill(text);
    await goal.blur();
    if (text === "2000000000") await expect(page.locator(".chain .money .big")).toContainText("億");
    expect(await page.evaluate(flawsOfLayout)).toEqual([]);
  }
  await expect(verdict(page)).toContainText("×10³⁰⁰");
});

test("names of any length and direction stay in their place", async ({ page, isMobile }) => {
  await page.setViewportSize({ width: isMobile ? 320 : 1280, height: 800 });
  await openService(page);
  const plan = JSON.parse(await exported(page));
  plan.name = "名".repeat(10_000);
  plan.stages[1].name = "x".repeat(200);
  plan.channels[0].name = `\u202E${"廣告".repeat(60)}`;
  await opensFile(page, JSON.stringify(plan));
  await expect(page.locator(".toast")).toContainText("已開啟");
  await expect(verdict(page)).toContainText("NT$86,806");
  expect(await page.evaluate(flawsOfLayout)).toEqual([]);
  const toast = page.locator(".toast");
  expect((await toast.boundingBox()).height).toBeLessThan(140);
  await view(page, "開始").click();
  await expect(toast).toHaveCount(0);
  expect((await rows(page).first().boundingBox()).height).toBeLessThan(320);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(isMobile ? 320 : 1280);
});

test("numbers in the table of a chart keep their digits together; the table scrolls in its box", async ({ page, isMobile }) => {
  test.skip(!isMobile, "a wide window has room");
  await page.setViewportSize({ width: 320, height: 640 });
  await openTemplate(page, "shop");
  await page.locator("figure.chart").getByRole("button", { name: "看表格" }).first().click();
  await expect(page.locator(".data td .num").first()).toBeVisible();
  expect(await page.evaluate(flawsOfLayout)).toEqual([]);
  expect(await page.locator(".data").first().evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true);
});

test("what leads to a field leaves its label in sight, and no sheet over it", async ({ page, isMobile }) => {
  await openService(page);
  await verdict(page).getByRole("button", { name: "NT$86,806" }).click();
  await door(page).locator(".inputs .to").first().click();
  const field = page.locator("input:focus");
  await expect(field).toHaveCount(1);
  const id = await field.getAttribute("id");
  const label = page.locator(`label[for="${id}"]`);
  await expect(label).toBeInViewport({ ratio: 1 });
  const strip = await page.locator(".glance").boundingBox();
  expect((await label.boundingBox()).y).toBeGreaterThanOrEqual(strip.y + strip.height);
  if (isMobile) await expect(door(page)).toBeHidden();
});

test("the name and the way out of a door stay in sight while it is read", async ({ page, isMobile }) => {
  test.skip(!isMobile, "a wide window shows all of it");
  await openService(page);
  await verdict(page).getByRole("button", { name: "NT$86,806" }).click();
  await door(page).evaluate((sheet) => sheet.scrollTo(0, sheet.scrollHeight));
  await expect(door(page).getByRole("heading", { level: 2 })).toBeInViewport();
  await door(page).getByRole("button", { name: "關閉" }).click();
  await expect(door(page)).toBeHidden();
});

test("what was done is said for a moment and can be put away; what can be taken back waits longer", async ({ page }) => {
  await openService(page);
  await view(page, "開始").click();
  await page.clock.install();
  const toast = page.locator(".toast");
  const copy = () => page.getByRole("button", { name: /^建立副本/ }).first().click();
  await copy();
  await expect(toast).toContainText("已建立「副本・");
  await page.clock.runFor(6_000);
  await expect(toast).toHaveCount(0);
  await copy();
  await expect(toast).toContainText("已建立「副本・副本・");
  await toast.getByRole("button", { name: "關閉" }).click();
  await expect(toast).toHaveCount(0);
  await page.getByRole("button", { name: /^刪除/ }).first().click();
  await page.clock.runFor(6_000);
  await view(page, "方法").click();
  await expect(page.getByRole("searchbox")).toBeVisible();
  await expect(toast).toContainText("已刪除");
  await page.clock.runFor(10_000);
  await expect(toast).toHaveCount(0);
});

test("a number that is wrong is named in red under its field, at full width", async ({ page, isMobile }) => {
  await openService(page);
  const goal = page.locator("#chain-goal");
  await goal.fill("12x");
  await goal.blur();
  const error = page.locator(".chain .error");
  await expect(error).toContainText("目標・新客");
  const colours = await goal.evaluate((input) => [getComputedStyle(input).color, getComputedStyle(input.closest(".stage").querySelector(".error")).color]);
  expect(colours[0]).toBe(colours[1]);
  if (isMobile) {
    const [line, stage] = [await error.boundingBox(), await page.locator(".stage.goal").boundingBox()];
    expect(line.width).toBeGreaterThan(0.95 * stage.width);
  }
  // The badge stands clear of the bar above it.
  const [badge, bar] = [await page.locator(".stale").boundingBox(), await page.locator(".bar").boundingBox()];
  expect(badge.y - (bar.y + bar.height)).toBeGreaterThanOrEqual(4);
});

test("the first month is given up by Escape, and a year in which no plan begins is refused", async ({ page }) => {
  await openService(page);
  const start = page.locator("#field-start");
  const error = page.locator(".form .error");
  for (const text of ["0001-01", "9999-12"]) {
    await start.fill(text);
    await expect(error).toHaveText("從 2000-01 到 2100-12 之間挑一個月。");
    await expect(page.locator(".stale")).toBeVisible();
    await expect(verdict(page)).toContainText("2027 年 6 月底前");
  }
  await start.press("Escape");
  await expect(start).toHaveValue("2027-01");
  await expect(error).toHaveCount(0);
  await expect(page.locator(".stale")).toHaveCount(0);
});

test("a plan is renamed from its menu; a finger sees no keys there", async ({ page, isMobile }) => {
  await openService(page);
  await page.getByRole("button", { name: "更多" }).click();
  await expect(page.locator("#more").getByRole("button", { name: "鍵盤快速鍵" })).toHaveCount(isMobile ? 0 : 1);
  await page.locator("#more").getByRole("button", { name: "重新命名" }).click();
  await expect(page.getByLabel("方案名稱")).toBeFocused();
  await page.keyboard.type("春季");
  await expect(page.getByLabel("方案名稱")).toHaveValue("春季");
});

test("many plans that cannot be read stay behind their count, and each says where it is kept", async ({ page }) => {
  await openService(page);
  await page.evaluate(() => {
    for (let plan = 0; plan < 30; plan += 1) localStorage.setItem(`backcast.plan.damaged${plan}`, "not a record");
  });
  expect(Object.keys(await storedTexts(page)).length).toBeGreaterThan(30);
  await page.goto("#/plan/damaged7");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("有一個方案讀不懂，已原樣收好");
  await expect(page.getByRole("main")).toContainText("backcast.plan.damaged7");
  await view(page, "開始").click();
  const folded = page.locator("details.kept-apart");
  await expect(folded.locator("summary")).toContainText("有 30 個方案打不開");
  await expect(rows(page).first()).toBeInViewport();
  const money = rows(page).first().locator(".money");
  expect((await money.boundingBox()).height).toBeLessThan(40);
  await expect(page.getByRole("button", { name: "下載原始內容" }).first()).toBeHidden();
  await folded.locator("summary").click();
  await expect(page.getByRole("button", { name: "下載原始內容" })).toHaveCount(30);
});

test("a view whose files are on their way is said to be busy", async ({ page }) => {
  let arrive;
  const arrived = new Promise((resolve) => (arrive = resolve));
  await page.route("**/*_views.wasm", async (route) => { await arrived; await route.continue(); });
  await openApp(page);
  await view(page, "方法").click();
  await expect(view(page, "方法")).toHaveAttribute("aria-busy", "true");
  await expect(page.getByRole("main")).toHaveAttribute("aria-busy", "true");
  arrive();
  await expect(page.getByRole("searchbox")).toBeVisible();
  await expect(page.locator("[aria-busy]")).toHaveCount(0);
});

test("a chart of one channel is as high as its bars", async ({ page }) => {
  await openService(page);
  const plot = page.locator("figure.chart").last().locator(".plot");
  const drawing = plot.locator("svg.chart");
  await expect(drawing).toBeVisible();
  const [around, inside] = [await plot.boundingBox(), await drawing.boundingBox()];
  expect(around.height - inside.height).toBeLessThan(8);
});

for (const locale of ["zh-TW", "en-GB"]) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale, viewport: { width: 1280, height: 900 } });

    test("what is wrong with several numbers of the chain can be read beside each other", async ({ page }) => {
      await openTemplate(page, "service");
      for (const [field, text] of [["chain-goal", "12萬5千x"], ["chain-rate-4", "abc"], ["chain-rate-3", "300%"]]) {
        await page.locator(`#${field}`).fill(text);
      }
      await page.keyboard.press("Tab");
      const errors = page.locator(".links .error");
      await expect(errors).toHaveCount(3);
      const boxes = await Promise.all((await errors.all()).map((error) => error.boundingBox()));
      const apart = (a, b) => a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      const covered = boxes.filter((box, nth) => boxes.slice(nth + 1).some((other) => !apart(box, other)));
      expect(covered).toEqual([]);
    });
  });
}
