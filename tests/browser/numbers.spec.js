// Numbers as people type them: taken, offered to choose from, or refused with a sentence. Nothing is guessed.
import { MACHINE_NUMBER, openService, undo, verdict } from "./support/app.js";
import { expectAccessible } from "./support/axe.js";
import { expect, test } from "./support/test.js";

const BUDGET = "NT$86,806";
const MARKUP = "<img src=x onerror=alert(1)>";

/** The fields of the chain that stand for their kinds, with what they hold, and how each nasty text is meant. */
const KINDS = {
  rate: {
    label: "成交率",
    before: "60%",
    // What is typed, what the field says after it was left, and the budget.
    taken: [["１２", "12%", "NT$434,028"], ["25%", "25%", "NT$208,333"], [" 5 ", "5%", "NT$1,041,667"]],
    // What is typed, the readings to choose from, and the budget of the last of them.
    offered: [["12,5", ["12.5%", "125%"]], ["0.25", ["0.25%", "25%"], "NT$208,333"], ["1.234,5", ["1,234.5%"]], ["1 234", ["1,234%"]]],
    refused: [
      ["3萬", "讀到 3%，但看不懂後面的「萬」。"],
      ["1.2億", "讀到 1.2%，但看不懂後面的「億」。"],
      ["5e3", "填了 5,000%，這裡要在 0% 到 100% 之間。"],
      ["-1", "填了 −1%，這裡要在 0% 到 100% 之間。"],
      ["", "請輸入數字，例如 12%。"],
    ],
  },
  money: {
    label: "每次曝光 NT$",
    before: "0.25",
    taken: [["１２", "12", "NT$4,166,667"], ["3萬", "30,000", "NT$10,416,666,667"], ["1.2億", "120,000,000", "NT$41,666,666,666,6"], [" 5 ", "5", "NT$1,736,111"], ["5e3", "5,000", "NT$1,736,111,111"]],
    offered: [["12,5", ["NT$12.5", "NT$125"], "NT$43,402,778"], ["1.234,5", ["NT$1,234.5"], "NT$428,645,833"], ["1 234", ["NT$1,234"], "NT$428,472,222"], ["1.200", ["NT$1.2", "NT$1,200"], "NT$416,666,667"]],
    refused: [
      ["25%", "這一欄不用「%」當單位。可以輸入例如 NT$3,000。"],
      ["US$3", "這份方案的金額都是 TWD，「US$」請先換算。"],
      ["-1", "「單價」填了 −1，這裡要大於 0。"],
      ["0", "「單價」填了 0，這裡要大於 0。"],
      ["", "請輸入數字，例如 NT$3,000。"],
    ],
  },
  count: {
    label: "目標・新客",
    before: "200",
    taken: [["１２", "12", "NT$5,208"], ["3萬", "3 萬", "NT$13,020,833"], ["1.2億", "1.2 億", "NT$52,083,333,333"], [" 5 ", "5", "NT$2,170"], ["5e3", "5,000", "NT$2,170,139"]],
    offered: [["12,5", ["12.5", "125"], "NT$54,253"], ["1.234,5", ["1,234.5"], "NT$535,807"], ["1 234", ["1,234"], "NT$535,590"]],
    refused: [
      ["25%", "這一欄不用「%」當單位。可以輸入例如 1,200。"],
      ["-1", "目標要大於 0"],
      ["", "請輸入數字，例如 1,200。"],
    ],
  },
};

/** No kind of field reads a number in these. */
const REFUSED_BY_ALL = [
  ["--", "「--」讀不出數字。"],
  ["NaN", "「NaN」讀不出數字。"],
  ["1/0", "但看不懂後面的「/0」。"],
  ["=1+1", "「=1+1」讀不出數字。"],
  [MARKUP, "「<img src=x onerr…」讀不出數字。"],
  ["9".repeat(400), "這個數字太大，無法計算。"],
  ["9".repeat(600), "最多讀 512 個字元"],
];

const wrong = (page) => page.locator("p.error");
const stale = (page) => page.getByText("仍顯示上一個有效結果");
const fieldOf = (page, { label }) => page.locator(".chain").getByLabel(label, { exact: true });

/** Everything that the page shows, but for the field's own text and what the message repeats of it. */
const shownBeside = (field) =>
  field.evaluate((field) => {
    const copy = document.querySelector("main").cloneNode(true);
    copy.querySelectorAll(".error").forEach((element) => element.remove());
    const others = [...document.querySelectorAll("main input")].filter((input) => input !== field);
    return [copy.textContent, ...others.map((input) => input.value)].join("\n");
  });

/** The text stands as it was typed, and the answer is the last valid one, marked as such. */
async function expectRefused(page, field, text) {
  await expect(field).toHaveValue(text);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(stale(page)).toBeVisible();
  await expect(verdict(page)).toContainText(BUDGET);
}

/** The field holds what the plan says, and nothing is marked. */
async function expectGood(page, field, text, budget) {
  await expect(field).toHaveValue(text);
  await expect(field).not.toHaveAttribute("aria-invalid");
  await expect(wrong(page)).toHaveCount(0);
  await expect(stale(page)).toHaveCount(0);
  await expect(verdict(page)).toContainText(budget);
}

for (const [name, kind] of Object.entries(KINDS)) {
  test(`a ${name} is read from the ways people write it, and undo takes it back`, async ({ page }) => {
    await openService(page);
    const field = fieldOf(page, kind);
    for (const [text, after, budget] of kind.taken) {
      await field.fill(text);
      await expect(verdict(page)).toContainText(budget);
      await expect(field).toHaveValue(text);
      await field.blur();
      await expectGood(page, field, after, budget);
      expect(await shownBeside(field)).not.toMatch(MACHINE_NUMBER);
      await undo(page);
      await expectGood(page, field, kind.before, BUDGET);
    }
  });

  test(`a ${name} that can be meant in several ways is offered, and the choice applies`, async ({ page }) => {
    await openService(page);
    const field = fieldOf(page, kind);
    for (const [text, readings, budget] of kind.offered) {
      await field.fill(text);
      await expectRefused(page, field, text);
      await expect(wrong(page).getByRole("button")).toHaveText(readings);
      await wrong(page).getByRole("button", { name: readings.at(-1), exact: true }).press("Enter");
      if (budget) {
        await expectGood(page, field, readings.at(-1).replace("NT$", ""), budget);
        await undo(page);
      } else {
        // Even the reader's own choice is held against what the plan allows.
        await expect(wrong(page)).toContainText("這裡要在 0% 到 100% 之間");
        await field.press("Escape");
      }
      await expectGood(page, field, kind.before, BUDGET);
    }
  });

  test(`a text that is no ${name} is refused with a sentence and disturbs nothing`, async ({ page }) => {
    await openService(page);
    const field = fieldOf(page, kind);
    for (const [text, sentence] of [...kind.refused, ...REFUSED_BY_ALL]) {
      await field.fill(text);
      // What is empty may be on its way to another number.
      await expect(wrong(page)).toHaveCount(text.trim() === "" ? 0 : 1);
      await field.blur();
      await expect(wrong(page)).toContainText(sentence);
      await expectRefused(page, field, text);
      await expect(field).toHaveAccessibleDescription(new RegExp(sentence.slice(0, 4).replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")));
      expect(await shownBeside(field)).not.toMatch(MACHINE_NUMBER);
    }
    await expect(page.locator("main img")).toHaveCount(0);
    await field.focus();
    await page.keyboard.press("Escape");
    await expectGood(page, field, kind.before, BUDGET);
    await expect(page.getByRole("button", { name: "復原" })).toBeDisabled();
  });
}

test("an offered reading can be pressed where it stands", async ({ page }) => {
  await openService(page);
  for (const kind of [KINDS.rate, KINDS.money]) {
    await fieldOf(page, kind).fill("12,5");
    for (const reading of await wrong(page).getByRole("button").all()) await reading.click({ trial: true, timeout: 2000 });
    await fieldOf(page, kind).press("Escape");
  }
});

test("the farthest numbers leave no machine number on the page", async ({ page }) => {
  await openService(page);
  for (const [kind, text] of [[KINDS.rate, "0"], [KINDS.rate, "0.0000001%"], [KINDS.money, "1e-300"], [KINDS.money, "1e300"], [KINDS.count, "1e300"]]) {
    const field = fieldOf(page, kind);
    await field.fill(text);
    await expect(verdict(page)).not.toContainText(BUDGET);
    await field.blur();
    expect(await shownBeside(field)).not.toMatch(MACHINE_NUMBER);
    await undo(page);
    await expect(verdict(page)).toContainText(BUDGET);
  }
});

test("a wrong text in one field leaves the others at work", async ({ page }) => {
  await openService(page);
  await fieldOf(page, KINDS.rate).fill("abc");
  await fieldOf(page, KINDS.money).fill("0.5");
  await expect(verdict(page)).toContainText("NT$173,611");
  await expect(stale(page)).toBeVisible();
  await expect(fieldOf(page, KINDS.rate)).toHaveValue("abc");
  await fieldOf(page, KINDS.rate).fill("50");
  await expect(verdict(page)).toContainText("NT$208,333");
  await expect(stale(page)).toHaveCount(0);
});

test("Escape takes back all that was typed since the field was entered", async ({ page }) => {
  await openService(page);
  const field = fieldOf(page, KINDS.rate);
  for (const text of ["12,5", "50"]) {
    await field.selectText();
    await page.keyboard.type(text);
    await page.keyboard.press("Escape");
    await expectGood(page, field, KINDS.rate.before, BUDGET);
  }
});

for (const width of [320, 390]) {
  test(`large amounts fit a window of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await openService(page);
    for (const [kind, text] of [[KINDS.count, "30000"], [KINDS.money, "100"], [KINDS.money, "5000"]]) {
      const field = fieldOf(page, kind);
      await field.fill(text);
      await expect(verdict(page)).not.toContainText(BUDGET);
      await field.blur();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await undo(page);
      await expect(verdict(page)).toContainText(BUDGET);
    }
  });
}

test("readings of the smallest numbers fit a narrow window", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openService(page);
  await fieldOf(page, KINDS.rate).fill("1e-300");
  await expect(wrong(page).getByRole("button")).toHaveCount(2);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

for (const colorScheme of ["light", "dark"]) {
  test(`a refused number and its readings are accessible and fit a narrow window, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    await openService(page);
    await fieldOf(page, KINDS.rate).fill("12,5");
    await fieldOf(page, KINDS.money).fill(MARKUP);
    await expect(wrong(page)).toHaveCount(2);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}

test("a step back first gives up what cannot be read", async ({ page }) => {
  await openService(page);
  const rate = page.getByLabel("成交率").first();
  await rate.fill("50");
  await rate.blur();
  await expect(verdict(page)).toContainText("NT$104,167");
  await rate.fill("140");
  await rate.blur();
  await expect(wrong(page)).toBeVisible();
  await undo(page);
  await expect(wrong(page)).toHaveCount(0);
  await expect(rate).toHaveValue("50%");
  await expect(verdict(page)).toContainText("NT$104,167");
  await undo(page);
  await expect(verdict(page)).toContainText(BUDGET);
});

test("who comes to a number types another one", async ({ page }) => {
  await openService(page);
  const goal = page.locator("#chain-goal");
  await goal.click();
  await expect.poll(() => goal.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd))).toBe("200");
  await page.keyboard.type("60");
  await expect(goal).toHaveValue("60");
  await expect(goal).toHaveAttribute("inputmode", "decimal");
});
