// A page that something else changes as well: the browser's translation puts every text into elements of its own, and
// extensions add theirs. Numbers keep their places, and nothing stops.
import { door, openService } from "./support/app.js";
import { expect, test } from "./support/test.js";

/** Does to the page, now and whenever it changes, what the translation of Chromium does. */
const translate = (page) =>
  page.evaluate(() => {
    const isLeft = (node) => node.parentElement?.closest("[translate=no], font, script, style, textarea, svg");
    const wrap = () => {
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found = [];
      for (let node = texts.nextNode(); node; node = texts.nextNode()) if (node.data.trim() && !isLeft(node)) found.push(node);
      for (const node of found) {
        const outer = document.createElement("font");
        const inner = outer.appendChild(document.createElement("font"));
        inner.append(`${node.data}~`);
        node.replaceWith(outer);
      }
    };
    wrap();
    new MutationObserver(wrap).observe(document.body, { subtree: true, childList: true, characterData: true });
  });

/** Puts a foreign element behind every few elements of the page. */
const extend = (page) =>
  page.evaluate(() => {
    [...document.querySelectorAll("main *:not(svg *, select *)")].forEach((element, at) => at % 7 === 0 && element.append(document.createElement("x-extension")));
  });

for (const [what, change] of [["translates", translate], ["adds to", extend]]) {
  test(`the app goes on while the browser ${what} the page`, async ({ page }) => {
    await openService(page);
    await change(page);
    await page.getByLabel("成交率").first().fill("50");
    await expect(page.locator(".glance")).toContainText("104,167");
    await page.getByRole("button", { name: "復原" }).click();
    await expect(page.locator(".glance")).toContainText("86,806");
    await page.locator(".verdict button").first().click();
    await expect(door(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Switch to English" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    // A translated word is the browser's from then on, so the links are found by where they lead.
    for (const to of ["#/methods", "#/plan"]) await page.locator(`nav.views a[href^="${to}"]`).click();
    await expect(page.locator(".glance")).toContainText("86,806");
    expect(await page.locator("dialog.crash").count()).toBe(0);
  });
}
