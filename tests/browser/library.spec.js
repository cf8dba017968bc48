// The reader's plans: the list, files, and a storage that fails.
import { readFile } from "node:fs/promises";
import { choose, openApp, openService, rows, saveState, storedTexts, verdict, versions, view } from "./support/app.js";
import { expectAccessible } from "./support/axe.js";
import { expect, test } from "./support/test.js";

const file = (text) => ({ name: "plan.json", mimeType: "application/json", buffer: Buffer.from(text) });

/** Gives the page a file as if the reader had chosen it. */
async function choosesFile(page, text) {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: /開啟檔案|選擇檔案/ }).first().click(),
  ]);
  await chooser.setFiles(file(text));
}

/** Every write of a plan fails from now on, or works again. */
const failWrites = (page, fails) =>
  page.evaluate((fails) => {
    window.setItem ??= Storage.prototype.setItem;
    Storage.prototype.setItem = fails
      ? () => { throw new DOMException("full", "QuotaExceededError"); }
      : window.setItem;
  }, fails);

test("plans are renamed, copied, deleted and brought back in the list", async ({ page }) => {
  await openService(page);
  await view(page, "開始").click();
  await page.getByRole("button", { name: "重新命名：到店服務" }).click();
  await page.keyboard.type("春季招生");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "重新命名：春季招生" })).toBeFocused();
  await page.getByRole("button", { name: "建立副本：春季招生" }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole("button", { name: "刪除：副本・春季招生" }).click();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("status").getByRole("button", { name: "復原" }).click();
  await expect(rows(page)).toHaveCount(2);
  await page.reload();
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first()).toContainText("NT$86,806");
  await expect(rows(page).first()).toContainText("200 位新客・6 個月");
});

test("Escape gives a new name up", async ({ page }) => {
  await openService(page);
  await view(page, "開始").click();
  await page.getByRole("button", { name: "重新命名" }).click();
  await page.keyboard.type("別的");
  await page.keyboard.press("Escape");
  await expect(rows(page).getByRole("link")).toHaveText("到店服務");
});

test("a plan that was exported comes in again as a plan of its own", async ({ page }) => {
  await openService(page);
  const [download] = await Promise.all([page.waitForEvent("download"), choose(page, "匯出檔案")]);
  expect(download.suggestedFilename()).toBe("到店服務.json");
  const text = await readFile(await download.path(), "utf8");
  await view(page, "開始").click();
  await choosesFile(page, text);
  const [again] = await Promise.all([page.waitForEvent("download"), choose(page, "匯出檔案")]);
  expect(await readFile(await again.path(), "utf8")).toBe(text);
  await view(page, "開始").click();
  await choosesFile(page, text.replace('"到店服務"', '"<b>=HYPERLINK()</b>"'));
  await expect(page.getByLabel("方案名稱")).toHaveValue("<b>=HYPERLINK()</b>");
  await expect(verdict(page)).toContainText("NT$86,806");
  await view(page, "開始").click();
  await expect(rows(page)).toHaveCount(3);
});

/** The backup that the button hands out. */
async function backsUp(page) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "備份全部方案" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^目標倒扣備份 \d{4}-\d\d-\d\d\.json$/);
  return readFile(await download.path(), "utf8");
}

const outcomes = (page) => page.getByRole("dialog").filter({ hasText: "備份讀完了" });

test("all plans go into one file and come back elsewhere, each by itself", async ({ page, browser, baseURL }) => {
  await openService(page);
  await choose(page, "建立副本");
  await page.getByLabel("方案名稱").fill("第二個");
  await page.getByLabel("成交率").first().fill("50");
  await expect(saveState(page)).toHaveText("已儲存・留在這台裝置");
  await view(page, "開始").click();
  const backup = await backsUp(page);
  const elsewhere = await browser.newPage({ baseURL, locale: "zh-TW" });
  await openApp(elsewhere);
  const damaged = backup.replace('"plans":[', '"plans":[{"saved_at":5,"plan":{"version":1,"name":"壞掉的"}},');
  await choosesFile(elsewhere, damaged);
  await expect(outcomes(elsewhere).locator("dl > div")).toHaveText([
    /^壞掉的缺少這個欄位/,
    "第二個已加入",
    "到店服務已加入",
  ]);
  await elsewhere.keyboard.press("Escape");
  await expect(rows(elsewhere)).toHaveCount(2);
  await expect(rows(elsewhere).first()).toContainText("NT$104,167");
  expect(await backsUp(elsewhere)).toBe(backup);
  await elsewhere.close();
});

test("a backup that is read twice adds nothing, and replaces nothing", async ({ page }) => {
  await openService(page);
  await view(page, "開始").click();
  const backup = await backsUp(page);
  await page.getByRole("button", { name: "重新命名" }).click();
  await page.keyboard.type("改過的名字");
  await page.keyboard.press("Enter");
  for (const told of ["已加入", "已經有一樣的方案，沒有再加"]) {
    await choosesFile(page, backup);
    await expect(outcomes(page)).toContainText(`到店服務${told}`);
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(rows(page)).toHaveCount(2);
  }
  await expect(rows(page).filter({ hasText: "改過的名字" })).toHaveCount(1);
});

test("the file that is handed out when the app has stopped is read as a backup", async ({ page }) => {
  await openService(page);
  const texts = await storedTexts(page);
  await page.evaluate(() => localStorage.clear());
  await page.goto("about:blank");
  await openApp(page);
  await choosesFile(page, JSON.stringify(texts, null, 2));
  await expect(outcomes(page)).toContainText("到店服務已加入");
  await page.keyboard.press("Escape");
  await expect(rows(page).first()).toContainText("NT$86,806");
});

test("a backup of a newer program is refused by name", async ({ page }) => {
  await openApp(page);
  await choosesFile(page, '{"backcast_backup": 7, "plans": []}');
  await expect(page.getByRole("dialog")).toContainText("第 7 版的備份");
});

const WRONG = {
  "no JSON": ["{\"version\": 1,", "不是完整的 JSON"],
  "nothing in it": [" \n", "檔案是空的"],
  "text after the plan": ['{"version": 1}\nsent from my phone', "第 2 行第 1 字之前就結束了"],
  "version 0": ['{"version": 0, "goal": {}}', "這裡寫著第 0 版"],
  "months of null": ['{"version": 1, "name": "x", "template": "x", "currency": "TWD", "start": "2027-01", "months": null}', "這裡要整數，檔案裡是空的（null）"],
  "other JSON": ["[1, 2]", "不是這裡匯出的方案"],
  "a newer plan": ['{"version": 9, "goal": {}}', "第 9 版"],
  "a plan cut short": ['{"version": 1, "name": "x"}', "缺少這個欄位"],
  "too much": ["x".repeat(2_000_001), "檔案太大"],
  "far too much": ["x".repeat(16_000_001), "檔案太大"],
};
for (const [what, [text, told]] of Object.entries(WRONG)) {
  test(`a file with ${what} is refused by name, and nothing is replaced`, async ({ page }) => {
    await openService(page);
    await view(page, "開始").click();
    await choosesFile(page, text);
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("這個檔案打不開");
    await expect(dialog).toContainText(told);
    await expect(dialog).toContainText("現有的方案沒有被更動");
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole("button", { name: "選擇檔案" })).toBeFocused();
    await expect(rows(page)).toHaveCount(1);
  });
}

for (const [name, type] of [["plan.json", "application/json"], ["chart.png", "image/png"], ["chart.svg", "image/svg+xml"]]) {
  test(`a file of 200 MB is refused within a second: ${name}`, async ({ page }) => {
    await openService(page);
    await view(page, "開始").click();
    const took = await page.evaluate(async ({ name, type }) => {
      const data = new DataTransfer();
      data.items.add(new File(Array(200).fill(new Uint8Array(1_000_000)), name, { type }));
      const field = document.querySelector("input[type=file]");
      field.files = data.files;
      const start = performance.now();
      field.dispatchEvent(new Event("change", { bubbles: true }));
      while (!document.querySelector("dialog[open]")) await new Promise((resolve) => requestAnimationFrame(resolve));
      return performance.now() - start;
    }, { name, type });
    expect(took).toBeLessThan(1_000);
    await expect(page.getByRole("dialog")).toContainText("檔案太大");
  });
}

test("whichever call of the storage fails, the page says so, work goes on, and all of it is stored later", async ({ page }) => {
  test.slow();
  await openService(page);
  await page.evaluate(() => {
    window.works = {};
    let calls = 0;
    for (const name of ["getItem", "setItem", "removeItem", "key"]) {
      const method = Storage.prototype[name];
      Storage.prototype[name] = function (...texts) {
        calls += 1;
        if (window.every > 0 && calls % window.every === 0) throw new DOMException("on purpose", "UnknownError");
        return method.apply(this, texts);
      };
    }
  });
  for (let every = 1; every <= 6; every += 1) {
    await page.evaluate((every) => (window.every = every), every);
    for (let edit = 0; edit < 3; edit += 1) {
      await page.getByLabel("方案名稱").fill(`每 ${every} 次，第 ${edit} 次`);
      await page.waitForTimeout(350);
    }
    // Where every call fails nothing is stored, and that is said; elsewhere a later try may have come through.
    if (every === 1) await expect(page.getByRole("alert")).toContainText("這次沒有存成功");
    await expect(page.getByLabel("方案名稱")).toHaveValue(`每 ${every} 次，第 2 次`);
    await page.evaluate(() => (window.every = 0));
    await page.getByLabel("方案名稱").fill(`${every}`);
    await expect(saveState(page)).toHaveText("已儲存・留在這台裝置");
  }
  await page.reload();
  await expect(page.getByLabel("方案名稱")).toHaveValue("6");
});

test("without storage plans live in the tab, and the page says so", async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }));
  await openApp(page);
  await expect(page.getByText("瀏覽器不讓這裡存檔")).toBeVisible();
  await page.getByRole("link", { name: "從到店服務開始" }).click();
  await expect(saveState(page)).toHaveText("只在這個分頁裡");
  await page.getByLabel("成交率").first().fill("50");
  await expect(verdict(page)).toContainText("NT$104,167");
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("alert").getByRole("button", { name: "匯出檔案" }).click(),
  ]);
  expect(JSON.parse(await readFile(await download.path(), "utf8")).stages[4].conversion_rate.value).toBe(0.5);
});

test("a storage that is full stops nothing, and is used again when there is room", async ({ page }) => {
  await openService(page);
  const stored = () => page.evaluate(() => Object.entries(localStorage).find(([key]) => key.startsWith("backcast.plan."))[1]);
  const before = await stored();
  await failWrites(page, true);
  await page.getByLabel("成交率").first().fill("50");
  await expect(page.getByRole("alert")).toContainText("儲存空間滿了");
  await expect(saveState(page)).toHaveText(/^尚未儲存，上次存好是 \d\d:\d\d$/);
  await expect(verdict(page)).toContainText("NT$104,167");
  expect(await stored()).toBe(before);
  await failWrites(page, false);
  await expect(saveState(page)).toHaveText("已儲存・留在這台裝置", { timeout: 8000 });
  await page.reload();
  await expect(verdict(page)).toContainText("NT$104,167");
});

test("a damaged plan stays as it is, is offered, and harms no other", async ({ page }) => {
  const damaged = 'backcast-record 1 4 1790000000000 00000000\n{"name":"<img onerror=alert(1)>"';
  await openService(page);
  await page.evaluate((text) => localStorage.setItem("backcast.plan.broken", text), damaged);
  await openApp(page, "#/start");
  await page.reload();
  const banner = page.getByRole("status").filter({ hasText: "有一個方案讀不懂" });
  await expect(banner).toContainText("backcast.plan.broken");
  await expect(rows(page)).toHaveCount(1);
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    banner.getByRole("button", { name: "下載原始內容" }).click(),
  ]);
  expect(await readFile(await download.path(), "utf8")).toBe(damaged);
  expect(await page.evaluate(() => localStorage.getItem("backcast.plan.broken"))).toBe(damaged);
  await banner.getByRole("button", { name: "刪掉這份內容" }).click();
  await expect(banner).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.getItem("backcast.plan.broken"))).toBeNull();
});

test.describe("two tabs", () => {
  test("what one tab writes shows in the other, and can be undone there", async ({ page, context }) => {
    await openService(page);
    const other = await context.newPage();
    await openApp(other, page.url());
    await other.getByLabel("成交率").first().fill("50");
    await expect(verdict(page)).toContainText("NT$104,167");
    await expect(page.getByText("已換成另一個分頁的內容")).toBeVisible();
    await page.getByRole("button", { name: "復原" }).click();
    await expect(verdict(other)).toContainText("NT$86,806");
  });

  const CHOICES = [
    { choice: "兩個都留，這裡的存成副本", here: "NT$130,208", there: "NT$104,167", plans: 2 },
    { choice: "用這裡的", here: "NT$130,208", there: "NT$130,208", plans: 1, earlier: "NT$104,167" },
    { choice: "用另一個分頁的", here: "NT$104,167", there: "NT$104,167", plans: 1 },
  ];
  for (const { choice, here, there, plans, earlier } of CHOICES) {
    test(`two changes at once are the reader's to decide: ${choice}`, async ({ page, context }) => {
      await openService(page);
      const other = await context.newPage();
      await openApp(other, page.url());
      await failWrites(page, true);
      await page.getByLabel("成交率").first().fill("40");
      await expect(saveState(page)).toContainText("尚未儲存");
      await other.getByLabel("成交率").first().fill("50");
      await expect(page.getByRole("alert")).toContainText("另一個分頁在");
      await failWrites(page, false);
      await expectAccessible(page);
      await page.getByRole("button", { name: choice, exact: true }).click();
      await expect(verdict(page)).toContainText(here);
      await expect(saveState(page)).toHaveText("已儲存・留在這台裝置");
      await expect(verdict(other)).toContainText(there);
      if (earlier) {
        await choose(page, "先前的版本");
        await expect(versions(page).first()).toContainText(earlier);
        await page.keyboard.press("Escape");
      }
      await page.reload();
      await expect(verdict(page)).toContainText(here);
      await view(page, "開始").click();
      await expect(rows(page)).toHaveCount(plans);
    });
  }
});

test.describe("a plan that is gone from the storage", () => {
  const banner = (page) => page.getByRole("alert").filter({ hasText: "已不在瀏覽器的儲存空間裡" });

  test("is still here after another tab deleted it, and can be saved again", async ({ page, context }) => {
    await openService(page);
    const other = await context.newPage();
    await openApp(other, page.url());
    await choose(other, "刪除方案");
    await expect(rows(other)).toHaveCount(0);
    await expect(banner(page)).toBeVisible();
    await expectAccessible(page);
    await banner(page).getByRole("button", { name: "再存回來" }).click();
    await expect(banner(page)).toHaveCount(0);
    await expect(saveState(page)).toHaveText("已儲存・留在這台裝置");
    await expect(rows(other)).toHaveCount(1);
  });

  test("is stored by the next change, with every other plan, after the storage was cleared", async ({ page, context }) => {
    await openService(page);
    await choose(page, "建立副本");
    await expect(page.getByLabel("方案名稱")).toHaveValue(/^副本・/);
    const other = await context.newPage();
    await other.goto("recover.html");
    await other.evaluate(() => localStorage.clear());
    await expect(banner(page)).toBeVisible();
    await page.getByLabel("成交率").first().fill("50");
    await expect(saveState(page)).toHaveText("已儲存・留在這台裝置");
    await page.reload();
    await expect(verdict(page)).toContainText("NT$104,167");
    await view(page, "開始").click();
    await expect(rows(page)).toHaveCount(2);
  });

  test("leaves the list of another tab that does not have it open", async ({ page, context }) => {
    await openService(page);
    const other = await context.newPage();
    await openApp(other, "#/start");
    await expect(rows(other)).toHaveCount(1);
    await choose(page, "刪除方案");
    await expect(rows(other)).toHaveCount(0);
    await page.getByRole("status").getByRole("button", { name: "復原" }).click();
    await expect(rows(other)).toHaveCount(1);
  });
});

test("a full storage gives up earlier versions for the plan", async ({ page }) => {
  await openService(page);
  await page.getByLabel("成交率").first().fill("50");
  await expect(saveState(page)).toHaveText("已儲存・留在這台裝置");
  await expect.poll(async () => Object.keys(await storedTexts(page)).filter((key) => key.includes(".past."))).toHaveLength(1);
  // What is left after this is less than a plan takes.
  await page.evaluate(() => {
    for (let size = 2_000_000; size > 10; size = Math.ceil(size / 2)) {
      try {
        for (let part = 0; ; part += 1) localStorage.setItem(`other ${size} ${part}`, "x".repeat(size));
      } catch {
        // Smaller pieces fill what is left.
      }
    }
  });
  await page.getByLabel("方案名稱").fill("名".repeat(100));
  await expect(saveState(page)).toHaveText("已儲存・留在這台裝置");
  await page.reload();
  await expect(page.getByLabel("方案名稱")).toHaveValue("名".repeat(100));
});

test("the browser is asked to keep the plans once there is work to keep", async ({ page }) => {
  await page.addInitScript(() => {
    window.asked = 0;
    StorageManager.prototype.persist = async () => { window.asked += 1; return true; };
  });
  const asked = () => page.evaluate(() => window.asked);
  await openService(page);
  expect(await asked()).toBe(0);
  await page.getByLabel("成交率").first().fill("50");
  await expect.poll(asked).toBe(1);
  await page.reload();
  await page.getByLabel("成交率").first().fill("40");
  await expect(verdict(page)).toContainText("NT$130,208");
  await expect(saveState(page)).toHaveText("已儲存・留在這台裝置");
  expect(await asked()).toBe(0);
});

test("a deleted plan is brought back onto the page that misses it", async ({ page }) => {
  await openService(page);
  await choose(page, "刪除方案");
  await expect(page).toHaveURL(/#\/start$/);
  await page.goBack();
  await expect(page.getByRole("heading", { name: "這台裝置上沒有這個方案" })).toBeVisible();
  await page.getByRole("status").getByRole("button", { name: "復原" }).click();
  await expect(verdict(page)).toContainText("NT$86,806");
});

test("the focus stays in the list when a line of it is deleted", async ({ page }) => {
  await openService(page);
  await choose(page, "建立副本");
  await view(page, "開始").click();
  await page.getByRole("button", { name: /^刪除：/ }).first().focus();
  await page.keyboard.press("Enter");
  await expect(rows(page)).toHaveCount(1);
  await expect(page.locator("#my-plans")).toBeFocused();
});
