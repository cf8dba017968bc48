// How a view looks: in both themes and both languages, on the narrowest phone and in a wide window.
import { expectAccessible } from "./axe.js";
import { expect, test } from "./test.js";

/**
 * Tests of the view that `open` leads to that axe finds nothing and that it is no wider than its window, in every look.
 * `rests` waits until nothing on the view is on its way any more.
 */
export function testEveryLook(what, open, rests) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing in ${what}, which fits its window in both languages, ${colorScheme}`, async ({ page, isMobile }) => {
      const width = isMobile ? 320 : 1280;
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await open(page);
      const check = async () => {
        await rests(page);
        await expectAccessible(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      };
      await check();
      await page.getByRole("button", { name: "Switch to English" }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
      await check();
    });
  }
}
