// The app as its readers use it.
import { expect } from "@playwright/test";

/** Opens the page and waits until the app has replaced the welcome. */
export async function openApp(page, path = "./") {
  await page.goto(path);
  await expect(page.locator("#welcome")).toHaveCount(0);
}

/** Opens the page and begins with the first template. */
export async function openService(page) {
  await openApp(page);
  await page.getByRole("link", { name: "從到店服務開始" }).click();
  await expect(saveState(page)).toHaveText("已儲存・留在這台裝置");
}

/** The sentence that answers. */
export const verdict = (page) => page.locator(".verdict").getByRole("heading", { level: 1 });

/** How saving the open plan goes. */
export const saveState = (page) => page.locator(".bar").getByRole("status");

/** Presses an entry of the menu of the open plan. */
export async function choose(page, name) {
  await page.getByRole("button", { name: "更多" }).click();
  await page.locator("#more").getByRole("button", { name }).click();
}

/** Every stored text by key. */
export const storedTexts = (page) => page.evaluate(() => ({ ...localStorage }));

/** Leads to a view by the navigation. */
export const view = (page, name) => page.getByRole("navigation").getByRole("link", { name, exact: true });

/** The rows of my plans. */
export const rows = (page) => page.locator(".plans").getByRole("listitem");

/** The earlier versions of the open plan, in their dialog. */
export const versions = (page) => page.getByRole("dialog").getByRole("list", { name: /^(版本|Versions)$/ }).getByRole("listitem");

/** Begins with a template by its name in the address. */
export async function openTemplate(page, name) {
  await openApp(page, `#/new/${name}`);
  await expect(saveState(page)).toHaveText(/^(已儲存・留在這台裝置|Saved on this device)$/);
}

/** The panel behind a number. */
export const door = (page) => page.locator("dialog.door");

/** Takes the last change back. */
export const undo = (page) => page.getByRole("button", { name: "復原", exact: true }).click();

/** Unfolds a folded part of the page. */
export async function unfold(details) {
  if (!(await details.evaluate((element) => element.open))) await details.locator("summary").first().click();
}

/** The texts that no number on the page may have, as one expression. */
export const MACHINE_NUMBER = /NaN|Infinity|∞|\binf\b|[-−]0(?![\d.])|\de[+-]?\d|undefined|null/;
