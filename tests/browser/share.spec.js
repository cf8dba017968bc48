// Taking a plan along: links, pictures, tables; and opening what others sent.
import { readFile } from "node:fs/promises";
import { choose, openApp, openService, openTemplate, rows, saveState, unfold, verdict, view } from "./support/app.js";
import { expectAccessible } from "./support/axe.js";
import { expect, test } from "./support/test.js";

const dialog = (page) => page.getByRole("dialog");
const banner = (page) => page.getByRole("status").filter({ hasText: "這是別人傳來的方案" });
const differences = (page) => page.getByRole("region", { name: "和我的方案比較" });
const stored = (page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()));

/** The link that the dialog shows. */
async function linkOf(page) {
  await choose(page, "分享方案");
  const link = await page.getByLabel("方案連結", { exact: true }).inputValue();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  return link;
}

/** A link that was sent once. */
const golden = async (name) => (await readFile(`tests/golden/links/p1-${name}.txt`, "utf8")).split("\n")[0];

/** A page of somebody else, who has plans of their own or none. */
async function somebody(browser, baseURL) {
  const context = await browser.newContext({ baseURL, locale: "zh-TW", timezoneId: "Asia/Taipei" });
  return context.newPage();
}

async function download(page, button) {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** Gives the page a file as if the reader had chosen it. */
async function choosesFile(page, file) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "選擇檔案" }).click()]);
  await chooser.setFiles(file);
}

test("a link opens for somebody else as the plan it was made from", async ({ page, browser, baseURL }) => {
  await openService(page);
  await page.getByLabel("成交率").first().fill("50");
  await expect(verdict(page)).toContainText("NT$104,167");
  const link = await linkOf(page);
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/a\/folder\/#p1[\w-]+z$/);
  expect(link.length).toBeLessThanOrEqual(1000);
  const other = await somebody(browser, baseURL);
  await openApp(other, link);
  await expect(banner(other)).toBeVisible();
  await expect(verdict(other)).toContainText("NT$104,167");
  await expect(differences(other)).toHaveCount(0);
  await expectAccessible(other);
  await other.getByLabel("成交率").first().fill("40");
  expect(await other.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("backcast.plan.")))).toEqual([]);
  await openApp(other, "#/start");
  await expect(rows(other)).toHaveCount(0);
  await other.context().close();
});

test("a consultant copies, edits, and sends a link back that shows what changed", async ({ page, browser, baseURL }) => {
  await openService(page);
  const link = await linkOf(page);
  const consultant = await somebody(browser, baseURL);
  await openApp(consultant, link);
  await consultant.getByRole("button", { name: "複製成我的方案" }).click();
  await expect(saveState(consultant)).toHaveText("已儲存・留在這台裝置");
  await consultant.getByLabel("成交率").first().fill("50");
  await expect(verdict(consultant)).toContainText("NT$104,167");
  const back = await linkOf(consultant);
  await consultant.context().close();

  const before = await stored(page);
  await openApp(page, back);
  await expect(verdict(page)).toContainText("NT$104,167");
  await expect(differences(page)).toContainText("和「到店服務」比，有 1 處不同");
  await expect(differences(page).getByRole("row").filter({ hasText: "成交率" })).toHaveText(/60%.*50%/);
  await expectAccessible(page);
  expect(await stored(page)).toBe(before);
  await page.getByRole("button", { name: "複製成我的方案" }).click();
  await view(page, "開始").click();
  await expect(rows(page)).toHaveCount(2);
});

test("the reader chooses which plan a link is compared with", async ({ page, browser, baseURL }) => {
  await openTemplate(page, "b2b");
  const link = await linkOf(page);
  const other = await somebody(browser, baseURL);
  await openService(other);
  await openApp(other, link);
  await expect(differences(other).getByRole("combobox")).toHaveValue("");
  await expect(differences(other).getByRole("table")).toHaveCount(0);
  await differences(other).getByRole("combobox").selectOption({ index: 1 });
  await expect(differences(other).locator("summary")).toContainText("處不同");
  await unfold(differences(other).locator("details"));
  await expect(differences(other).getByRole("row").filter({ hasText: "方案名稱" })).toContainText("到店服務");
  await expectAccessible(other);
  await other.context().close();

  await openApp(page, link);
  await expect(differences(page)).toContainText("完全一樣");
});

test("notes stay out of the link when the author says so", async ({ page, browser, baseURL }) => {
  await openService(page);
  await choose(page, "分享方案");
  await expect(dialog(page)).toBeVisible();
  await expect(page.getByLabel("不帶備註")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  const range = page.locator(".field", { has: page.getByLabel("平均客單價") }).locator("details.range");
  await unfold(page.locator("details.part").last());
  await unfold(range);
  await range.getByLabel("備註").fill("去年的發票");
  await page.getByLabel("方案名稱").focus();
  await choose(page, "分享方案");
  const field = page.getByLabel("方案連結", { exact: true });
  const kept = await field.inputValue();
  await page.getByLabel("不帶備註").check();
  await expect(field).not.toHaveValue(kept);
  const bare = await field.inputValue();
  const other = await somebody(browser, baseURL);
  for (const [link, count] of [[kept, 1], [bare, 0]]) {
    await other.goto("about:blank");
    await openApp(other, link);
    await expect(verdict(other)).toContainText("NT$86,806");
    const notes = await other.locator("details.range").getByLabel("備註").evaluateAll((fields) => fields.map(({ value }) => value));
    expect(notes.filter((note) => note === "去年的發票")).toHaveLength(count);
  }
  await other.context().close();
});

test("the dialog copies the link, offers LINE, a file and a code", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openService(page);
  await choose(page, "分享方案");
  await expect(dialog(page)).toContainText("數字就在連結裡");
  const link = await page.getByLabel("方案連結", { exact: true }).inputValue();
  await expect(dialog(page)).toContainText(`${link.length} 個字`);
  await dialog(page).getByRole("button", { name: "複製連結" }).click();
  await expect(dialog(page).getByRole("status")).toHaveText("已複製連結");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
  await expect(dialog(page).getByRole("img", { name: "方案連結的 QR code" })).toBeVisible();
  const line = new URL(await dialog(page).getByRole("link", { name: "用 LINE 傳送" }).getAttribute("href"));
  expect(line.origin + line.pathname).toBe("https://line.me/R/share");
  expect(line.searchParams.get("text")).toBe(`到店服務\n${link.replace("/#", "/?openExternalBrowser=1#")}`);
  await expectAccessible(page);
  const { name } = await download(page, dialog(page).getByRole("button", { name: "下載方案檔" }));
  expect(name).toBe("到店服務.json");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "更多" })).toBeFocused();
});

test("the device's own way of sharing is offered where there is one", async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "share", { configurable: true, value: async (data) => { window.shared = data; throw new DOMException("no", "AbortError"); } }));
  await openService(page);
  await choose(page, "分享方案");
  await dialog(page).getByRole("button", { name: "用其他程式分享" }).click();
  const link = await page.getByLabel("方案連結", { exact: true }).inputValue();
  expect(await page.evaluate(() => window.shared)).toEqual({ title: "到店服務", url: link });
});

test("a link that is too long for a code or for messengers says so", async ({ page }) => {
  await openApp(page, `#${await golden("two_hundred_channels")}`);
  await page.getByRole("button", { name: "複製成我的方案" }).click();
  await choose(page, "分享方案");
  await expect(dialog(page)).toContainText("有些通訊軟體會截掉");
  await expect(dialog(page)).toContainText("手機掃不到");
  await expect(dialog(page).getByRole("img")).toHaveCount(0);
  await expectAccessible(page);
});

test("a plan that is too large for a link travels as a file", async ({ page }) => {
  await openApp(page);
  // Letters at random, which no code makes shorter.
  let state = 1;
  const letter = () => String.fromCharCode(0x4e00 + (state = (state * 48271) % 0x7fffffff) % 20_000);
  const plan = JSON.parse(await readFile("tests/golden/examples/shop.json", "utf8"));
  await choosesFile(page, { name: "plan.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ ...plan, name: Array.from({ length: 60_000 }, letter).join("") })) });
  await expect(verdict(page)).toContainText("NT$");
  await choose(page, "分享方案");
  await expect(dialog(page)).toContainText("這個方案太大，放不進連結");
  await expect(page.getByLabel("方案連結", { exact: true })).toHaveCount(0);
  await expect(dialog(page).getByRole("link", { name: "用 LINE 傳送" })).toHaveCount(0);
  const { bytes } = await download(page, dialog(page).getByRole("button", { name: "下載方案檔" }));
  expect(JSON.parse(bytes).name).toHaveLength(60_000);
});

test("a plan that came by a link is printed without what is only on the screen", async ({ page, browser, baseURL }) => {
  await openService(page);
  const link = await linkOf(page);
  const other = await somebody(browser, baseURL);
  await openTemplate(other, "shop");
  await openApp(other, link);
  await expect(differences(other)).toBeVisible();
  await other.emulateMedia({ media: "print" });
  await expect(verdict(other)).toBeVisible();
  await expect(other.locator(".chain")).toBeVisible();
  await expect(other.getByRole("navigation")).toBeHidden();
  await expect(other.getByRole("button", { name: "複製成我的方案" })).toBeHidden();
  await expect(differences(other).locator("select")).toBeHidden();
  await expect(other.locator(".sheets")).toBeHidden();
  await other.context().close();
});

test.describe("while the dialog is still loading", () => {
  /** Holds what the dialog takes back until the answer is called. */
  async function hold(page) {
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route("**/*_share.wasm", async (route) => (await held, route.continue()));
    return release;
  }

  test("Escape gives it up, and it does not open later", async ({ page }) => {
    await openService(page);
    const release = await hold(page);
    await choose(page, "分享方案");
    await page.keyboard.press("Escape");
    const arrived = page.waitForResponse("**/*_share.wasm");
    release();
    await (await arrived).finished();
    // The shortcuts, which rest while a dialog is asked for, are back.
    await page.keyboard.press("?");
    await expect(dialog(page)).toHaveText(/鍵盤快速鍵/);
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toHaveCount(0);
    await choose(page, "分享方案");
    await expect(dialog(page)).toContainText("數字就在連結裡");
  });

  test("going elsewhere gives it up, too", async ({ page }) => {
    await openService(page);
    const release = await hold(page);
    await choose(page, "分享方案");
    await view(page, "方法").click();
    release();
    await view(page, "方案").click();
    await expect(verdict(page)).toContainText("NT$86,806");
    await page.keyboard.press("?");
    await expect(dialog(page)).toHaveText(/鍵盤快速鍵/);
  });
});

for (const entry of ["分享方案", "先前的版本"]) {
  test(`the browser's way back closes the dialog for good: ${entry}`, async ({ page }) => {
    await openService(page);
    await choose(page, entry);
    await expect(dialog(page)).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1, name: "我的方案" })).toBeVisible();
    await page.goForward();
    await expect(verdict(page)).toContainText("NT$86,806");
    await expect(dialog(page)).toHaveCount(0);
  });
}

/** What messengers and mail do to a link, from its page and its code. */
const WRAPPED = {
  "a full stop and a bracket behind it": (page, code) => `看這個：「${page}#${code}。」`,
  "percent signs": (page, code) => encodeURIComponent(`${page}#${code}`),
  "a line break inside": (page, code) => `${page}#${code.slice(0, 70)}\n${code.slice(70)}`,
  "zero-width characters": (page, code) => `${page}#${code.slice(0, 9)}\u200b${code.slice(9, 40)}\ufeff${code.slice(40)}`,
  "campaign marks": (page, code) => `${page}?utm_source=line#${code}&utm_medium=chat&fbclid=Iw0`,
  "nothing but itself": (page, code) => code,
};

test("a link opens from the start view, whatever carried it", async ({ page, baseURL }) => {
  await openService(page);
  const code = await golden("shop");
  await openApp(page, `#${code}`);
  const told = await verdict(page).textContent();
  const before = await stored(page);
  for (const [what, wrap] of Object.entries(WRAPPED)) {
    await view(page, "開始").click();
    await page.getByLabel("貼上方案連結").fill(wrap(baseURL, code));
    await page.keyboard.press("Enter");
    await expect(banner(page), what).toBeVisible();
    await expect(verdict(page), what).toHaveText(told);
  }
  expect(await stored(page)).toBe(before);
  await view(page, "開始").click();
  await page.getByLabel("貼上方案連結").fill("早安 https://example.tw/p1/");
  await page.getByRole("button", { name: "打開連結" }).click();
  await expect(page.getByText("這裡面沒有方案的連結")).toBeVisible();
  await expect(page.getByLabel("貼上方案連結")).toBeFocused();
  await expectAccessible(page);
});

/** A plan of version 9, as a newer program may send it. */
const NEWER = "p1AMYtiaOcQEtyj0KAjEUBOCrhNSjvCSbdXMKBcvHK-ws_Cl2DyHItopiJVgqW4vexqT1CkbdZmb4GOYqBATouOnifZ9Obdwe0uX6fhwtkXo927Tr4u2swc6ABxUcwaEASS4LGnqfg7yACSYLO3AFLvLHwIjId_-l7CVTPrMpwQHWw2MkP9aT8RRqMasbZaxarlfNvNbyAQz";

/** A plan of no month, whose checksum holds. */
const REFUSED = "p1AMQjXSXAwEtyj0KwkAQhuGrLFt_yuxuNianULAcprCz8KdIDiFIWkWxEiyV1KK3cdN6BUdNM_Px8DKXgWDTpk33fXdq0vbQXa7vx9ETmdez6XZtup0tCBwceFBA84AMJPo8aBijHooCJjgVDuACnGnj4ETku_-S96KkMbscXMJHRIzkx3YynsIsZlVtnDfL9aqeV1Y-z";

test("a link that does not open says why, and shows no other plan", async ({ page }) => {
  await openService(page);
  const code = await golden("shop");
  const other = code.at(60) === "A" ? "B" : "A";
  const broken = {
    "連結少了一段": code.slice(0, -20),
    "連結在路上被改過": code.slice(0, 60) + other + code.slice(61),
    "連結的大小寫被改過": code.toLowerCase(),
    "連結是較新版本做的": NEWER,
    "連結完整，但裡面的方案不合規則": REFUSED,
    "連結比任何方案都長": "p1".repeat(500_001),
    "好幾個不同的連結": `${code}+${await golden("b2b")}`,
    "這裡面沒有方案的連結": code.slice(0, 5),
  };
  const before = await stored(page);
  for (const [told, hash] of Object.entries(broken)) {
    await page.goto("about:blank");
    await openApp(page, `#${hash}`);
    await expect(page.getByRole("alert")).toContainText(told);
    await expect(page.getByRole("alert")).toContainText("你的方案都沒有變");
    await expect(page.locator(".verdict, .chain")).toHaveCount(0);
    await expectAccessible(page);
  }
  expect(await stored(page)).toBe(before);
  // What is pasted into the same view opens there.
  await page.getByLabel("貼上方案連結").fill(code);
  await page.keyboard.press("Enter");
  await expect(verdict(page)).toContainText("NT$");
});

test("a saved chart opens as its plan", async ({ page }) => {
  await openService(page);
  await page.getByLabel("成交率").first().fill("50");
  await expect(verdict(page)).toContainText("NT$104,167");
  for (const [button, type] of [["下載 SVG 圖檔", "image/svg+xml"], ["下載 PNG 圖檔", "image/png"]]) {
    const chart = page.locator("figure.chart").first();
    const { name, bytes } = await download(page, chart.getByRole("button", { name: button }));
    await expect(page.getByText("圖檔帶著這個方案")).toBeVisible();
    await view(page, "開始").click();
    const before = await rows(page).count();
    await choosesFile(page, { name, mimeType: type, buffer: bytes });
    await expect(verdict(page)).toContainText("NT$104,167");
    await expect(page.getByText(/已開啟「到店服務/)).toBeVisible();
    await view(page, "開始").click();
    await expect(rows(page)).toHaveCount(before + 1);
    await rows(page).first().getByRole("link").click();
  }
});

test("a picture without a plan says so", async ({ page }) => {
  await openService(page);
  await view(page, "開始").click();
  await choosesFile(page, { name: "icon.png", mimeType: "image/png", buffer: await readFile("public/icons/favicon-32.png") });
  await expect(dialog(page)).toContainText("這張圖裡沒有方案");
  await expect(dialog(page)).toContainText("現有的方案沒有被更動");
});

test("tables go to a spreadsheet as a file and by the clipboard", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openService(page);
  await page.getByLabel("方案名稱").fill("=1+1");
  const channels = page.getByRole("group", { name: "表格：管道" });
  const { name, bytes } = await download(page, channels.getByRole("button", { name: "下載 CSV：管道" }));
  expect(name).toBe("=1+1 管道.csv");
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString()).toContain("\r\n");
  await channels.getByRole("button", { name: "複製表格：管道" }).click();
  await expect(page.getByText("已複製，可以貼進試算表")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.replaceAll("\t", ",").replaceAll("\r\n", "\n").trim()).toBe(bytes.toString().slice(1).replaceAll("\r\n", "\n").trim());

  const chart = page.locator("figure.chart").first();
  await chart.getByRole("button", { name: "看表格" }).click();
  const months = await download(page, chart.getByRole("button", { name: "下載 CSV：每月" }));
  expect(months.bytes.toString().trim().split("\r\n")).toHaveLength(7);
  const assumptions = await download(page, page.getByRole("button", { name: "下載 CSV：假設" }));
  expect(assumptions.bytes.toString()).toContain("economics.gross_margin");
  await expectAccessible(page);
});

test("names that a spreadsheet would run are texts in the file", async ({ page }) => {
  await openService(page);
  await unfold(page.locator("details.part").nth(2));
  await unfold(page.locator(".channel").first());
  await page.locator("input[id^=channel-][id$=-name]").first().fill("=HYPERLINK(1)");
  const { bytes } = await download(page, page.getByRole("button", { name: "下載 CSV：管道" }));
  expect(bytes.toString()).toMatch(/\n'=HYPERLINK\(1\),/);
});

test("sharing works by keyboard alone, in English and on the narrowest screen", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openService(page);
  await page.getByRole("button", { name: "Switch to English" }).click();
  await page.getByRole("button", { name: "More" }).focus();
  await page.keyboard.press("Enter");
  const entry = page.locator("#more").getByRole("button", { name: "Share the plan" });
  for (let presses = 0; presses < 6 && !(await entry.evaluate((button) => button === document.activeElement)); presses += 1) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("heading")).toHaveText("Share the plan");
  await expect(dialog(page)).toContainText("whoever has it can read them");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("The plan's link", { exact: true })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(dialog(page).getByRole("button", { name: "Copy link" })).toBeFocused();
  expect(await page.evaluate(() => document.querySelector("dialog[open]").scrollWidth <= document.querySelector("dialog[open]").clientWidth)).toBe(true);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "More" })).toBeFocused();
});

test.describe("when the network fails", () => {
  test.use({ expected: /Failed to load resource/ });

  test("the dialog says that it did not load, and opens when it can be had", async ({ page }) => {
    const fails = (route) => route.abort();
    await openService(page);
    await page.route("**/*_share.wasm", fails);
    await choose(page, "分享方案");
    await expect(page.getByText("這一項沒有載入成功")).toBeVisible();
    await page.unroute("**/*_share.wasm", fails);
    await choose(page, "分享方案");
    await expect(dialog(page)).toContainText("數字就在連結裡");
  });
});
