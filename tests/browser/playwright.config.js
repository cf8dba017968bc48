import { defineConfig } from "@playwright/test";
import { executablePath, flags } from "./support/chromium.js";

const port = Number(process.env.SITE_PORT ?? 4173);
// What lies below the screen is the same on every one: files, the storage, the network, messages of frames.
const below = ["library", "history", "offline", "embed-guard", "monkey"].map((name) => `${name}.spec.js`);
const browser = { browserName: "chromium", launchOptions: { executablePath, args: flags } };

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.js",
  outputDir: "../../test-results",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // A task is a dozen steps, and a machine may be slow.
  timeout: 60_000,
  reporter: "list",
  use: {
    // A folder, because that is the harder case: every address in the page has to be relative.
    baseURL: `http://127.0.0.1:${port}/a/folder/`,
    locale: "zh-TW",
    timezoneId: "Asia/Taipei",
    trace: "retain-on-failure",
  },
  projects: [
    { name: "phone", testIgnore: below, use: { ...browser, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
    { name: "desktop", use: { ...browser, viewport: { width: 1280, height: 800 } } },
  ],
  webServer: {
    command: `node tests/browser/support/serve.js ${port}`,
    cwd: "../..",
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
