// Opening the page: what is there before the app, the app itself, the policy, and what happens when it cannot start.
import { readFile } from "node:fs/promises";
import { openApp, openService } from "./support/app.js";
import { expectAccessible } from "./support/axe.js";
import { expect, test } from "./support/test.js";

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
  "font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

test("the app opens in Chinese", async ({ page }) => {
  await openApp(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant-TW");
  await expect(page).toHaveTitle(/目標倒扣/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/說出要的結果/);
});

test("the app opens from the root of a host", async ({ page }) => {
  await openApp(page, "/");
});

test.describe("in an English browser", () => {
  test.use({ locale: "en-GB" });

  test("the app opens in English", async ({ page }) => {
    await openApp(page);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page).toHaveTitle(/Backcast/);
  });

  test("a stored language and theme win, before the app arrives", async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem("backcast.settings", '{"theme":"dark","language":"zh-Hant"}'));
    await page.route("**/*.wasm", () => {});
    await page.goto("./");
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant-TW");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.getByRole("heading", { name: "說出要的結果，倒著算要做什麼、花多少。" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Backcast" })).toBeHidden();
  });
});

test("the policy of the page is the strict one, and the browser enforces it", async ({ page }) => {
  await openApp(page);
  await expect(page.locator("meta[http-equiv=Content-Security-Policy]")).toHaveAttribute("content", POLICY);
  await expect(page.locator("script:not([src])")).toHaveCount(0);
});

test.describe("an inline script", () => {
  test.use({ expected: /Content Security Policy/ });

  test("is refused", async ({ page }) => {
    await openApp(page);
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.ranInline = true";
      document.body.append(script);
      return window.ranInline ?? false;
    });
    expect(ran).toBe(false);
  });

  test("no view breaks the policy", async ({ page }) => {
    const violations = [];
    await page.exposeFunction("violated", (text) => violations.push(text));
    await page.addInitScript(() => addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => window.violated(`${violatedDirective} ${blockedURI}`)));
    const link = (await readFile("tests/golden/links/p1-shop.txt", "utf8")).split("\n")[0];
    // Each with what comes last there.
    const places = {
      "./": ".templates li",
      "#/new/service": ".plot svg",
      "#/budget": ".mix tbody tr",
      "#/new/shop": ".plot svg",
      "#/compare": ".way > li",
      [`#${link}`]: ".plot svg",
      "#/methods": "[type=search]",
      "#/embed-builder": ".preview iframe",
      "index.html#/embed?preset=service&accent=%23ffd400&cta-href=mailto:a@firm.example": ".cta button",
    };
    for (const [place, last] of Object.entries(places)) {
      await page.goto("about:blank");
      await openApp(page, place);
      await expect(page.locator(last).first()).toBeVisible();
      await expect(page.locator(".work")).toHaveCount(0, { timeout: 30_000 });
    }
    await page.goto("recover.html");
    await expect(page.getByRole("listitem").first()).toBeVisible();
    expect(violations).toEqual([]);
    // One would have been heard.
    await page.evaluate(() => document.body.append(Object.assign(document.createElement("script"), { textContent: "1" })));
    await expect.poll(() => violations.join()).toContain("script-src");
  });
});

test.describe("without scripts", () => {
  // The WebAssembly is preloaded in vain.
  test.use({ javaScriptEnabled: false, expected: /preloaded using link preload but not used/ });

  test("the page says what it is, in three steps", async ({ page }) => {
    await page.goto("./");
    await expect(page.getByRole("heading", { level: 1, name: "說出要的結果，倒著算要做什麼、花多少。" })).toBeVisible();
    await expect(page.getByRole("listitem").filter({ visible: true })).toHaveCount(3);
    await expect(page.locator("noscript p")).toBeVisible();
  });
});

for (const colorScheme of ["light", "dark"]) {
  test(`the welcome is accessible and fits a narrow window, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.route("**/*.wasm", () => {});
    await page.goto("./");
    await expect(page.locator("#welcome")).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}

test("nothing moves while the app takes over", async ({ page }) => {
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({
      type: "layout-shift",
      buffered: true,
    });
  });
  await openApp(page);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await page.evaluate(() => window.shifts)).toEqual([]);
});

test.describe("when the app cannot start", () => {
  test.use({ expected: /Failed to load resource|WebAssembly|uncaught: RuntimeError|panicked at|preloaded using link preload/ });

  test("the page says so and hands out the stored plans", async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem("backcast.plan.1", "kept as it is"));
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto("./");
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("程式載入失敗");
    await expect(dialog).toContainText("could not be loaded");
    await expectAccessible(page);
    const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("link", { name: "Download" }).click()]);
    expect(download.suggestedFilename()).toBe("backcast-plans.json");
    const text = await readFile(await download.path(), "utf8");
    expect(JSON.parse(text)).toEqual({ "backcast.plan.1": "kept as it is" });
  });

  test("a panic of the app covers the page within a second, with the last save and the plans", async ({ page }) => {
    await openService(page);
    // The library is asked about another tab in the middle of a write of its own, as no browser does.
    await page.evaluate(() => {
      Storage.prototype.setItem = () => dispatchEvent(new StorageEvent("storage", { key: "backcast.plan.other" }));
    });
    await page.getByLabel("成交率").first().fill("50");
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("程式停了", { timeout: 1_000 });
    await expect(dialog).toContainText(/最後存檔是 \d{4}年\d+月\d+日/);
    await expect(dialog).toContainText("last save");
    await expectAccessible(page);
    const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("link", { name: "Download" }).click()]);
    const texts = Object.values(JSON.parse(await readFile(await download.path(), "utf8")));
    expect(texts.filter((text) => text.startsWith("backcast-record 1 "))).not.toEqual([]);
    await dialog.getByRole("link", { name: "Recover" }).click();
    await expect(page.getByRole("listitem")).toContainText("到店服務");
  });

  for (const [what, forbid] of [
    ["a policy that forbids WebAssembly", (page) => page.route("./", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace(" 'wasm-unsafe-eval'", "") });
    })],
    ["a browser without WebAssembly", (page) => page.addInitScript(() => delete globalThis.WebAssembly)],
    ["a damaged file", (page) => page.route("**/*_bg.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: "half" }))],
    ["a missing script", (page) => page.route("**/backcast-*.js", (route) => route.fulfill({ status: 404, body: "" }))],
  ]) {
    test(`the page says so: ${what}`, async ({ page }) => {
      await forbid(page);
      await page.goto("./");
      await expect(page.getByRole("dialog")).toContainText("程式載入失敗");
      await expect(page.getByRole("dialog").getByRole("link", { name: "Recover" })).toBeVisible();
    });
  }

  test("a page that was not loaded twice has not stopped twice", async ({ page }) => {
    await page.clock.install();
    const fails = (route) => route.abort();
    await page.route("**/*.wasm", fails);
    for (const _ of [1, 2]) {
      await page.goto("./");
      await expect(page.getByRole("dialog")).toBeVisible();
    }
    await page.unroute("**/*.wasm", fails);
    await openApp(page);
    await expect(page.locator("html[data-safe-start]")).toHaveCount(0);
  });

  test("a trap inside WebAssembly covers the page", async ({ page }) => {
    await openApp(page);
    await page.evaluate(() => setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); }));
    await expect(page.getByRole("dialog")).toContainText("The app met an error it did not expect");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeVisible();
  });

  test("two stops in a row make the next start a safe one", async ({ page }) => {
    await page.clock.install();
    const stop = () =>
      page.evaluate(() => void Promise.reject(new WebAssembly.RuntimeError("unreachable")));
    for (const safe of [0, 0, 1]) {
      await openApp(page);
      await expect(page.locator("html[data-safe-start]")).toHaveCount(safe);
      await stop();
      await expect(page.getByRole("dialog")).toBeVisible();
    }
  });

  test("a quiet spell forgets earlier stops", async ({ page }) => {
    await page.addInitScript(() => sessionStorage.setItem("backcast.stops", "2"));
    await page.clock.install();
    await openApp(page);
    await page.clock.runFor(11_000);
    expect(await page.evaluate(() => sessionStorage.getItem("backcast.stops"))).toBe("0");
  });
});

test("the recover page hands out plans, their earlier versions and unreadable texts without the app", async ({ page }) => {
  const record = (time, plan) => `backcast-record 1 4 ${time} 00000000\n${plan}`;
  const texts = {
    "backcast.plan.1": record(1_790_000_000_000, '{"name":"<b>夏季</b>", damaged'),
    "backcast.past.1.3.1780000000000": record(1_780_000_000_000, '{"name":"春季"}'),
    "backcast.quarantine.1.0000": '{"name":"\\q"',
    "backcast.settings": "{}",
    other: "not ours",
  };
  await page.addInitScript((texts) => Object.assign(localStorage, texts), texts);
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("recover.html");
  await expect(page.getByRole("heading", { level: 2 })).toHaveText([/方案 Plans（1）/, /先前的版本 Earlier/, /原樣收好/]);
  await expect(page.getByRole("listitem")).toHaveText([/<b>夏季<\/b>.*2026年9月/, /春季.*2026年5月/, /未命名 Untitled/]);
  await expectAccessible(page);
  const saved = async (link) => {
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    return readFile(await download.path(), "utf8");
  };
  expect(await saved(page.getByRole("link", { name: "夏季" }))).toBe(texts["backcast.plan.1"]);
  const { other, ...ours } = texts;
  expect(other).toBe("not ours");
  expect(JSON.parse(await saved(page.getByRole("link", { name: "Download everything" })))).toEqual(ours);
});

test("the recover page says when there is nothing, or nothing can be read", async ({ page }) => {
  await page.goto("recover.html");
  await expect(page.getByRole("status")).toContainText("No plans are stored");
  await page.addInitScript(() =>
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }));
  await page.reload();
  await expect(page.getByRole("status")).toContainText("does not allow");
});

test("the headers of a host leave it to other pages to have the app in a frame, and allow nothing else", async () => {
  const headers = await readFile("public/_headers", "utf8");
  expect(headers).not.toMatch(/frame-ancestors|X-Frame-Options/i);
  expect(headers).toContain(`Content-Security-Policy: ${POLICY}\n`);
});
