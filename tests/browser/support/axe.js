// Accessibility by axe: every rule of WCAG 2.2 A and AA, and axe's best practices.
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "./test.js";

/** Fails when axe finds anything on the page as it stands, naming the rule and the elements. */
export async function expectAccessible(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
}
