// A short run of the monkey (`tests/monkey/run.js` has the long ones): whatever is done, nothing complains or stops.
import { monkey } from "../monkey/actions.js";
import { openPlace, places, world } from "../monkey/world.js";
import { expect, test } from "./support/test.js";

// What the browser says of somebody who goes back and forth faster than it allows.
test.use({ expected: /Throttling navigation/ });

for (const [seed, what, place] of [
  [7, "the plan", places[1]],
  [8, "the calculator on other pages", places[3]],
  [9, "the budgets", places[12]],
  [10, "plans side by side", places[13]],
]) {
  test(`nothing is ended by random actions, beginning with ${what}`, async ({ page, baseURL }) => {
    test.slow();
    await openPlace(page, baseURL, place);
    const { done, found, log } = await page.evaluate(monkey, { seed, actions: 150, ...world });
    expect(found, log.join("\n")).toEqual([]);
    expect(done).toBe(150);
  });
}
