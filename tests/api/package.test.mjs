// The package as another program uses it: `make pkg`, then `node --test tests/api`.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import backcast from "../../pkg/node/backcast.js";

const { evaluate, explain, quantities, solve } = backcast;
const read = (name) => readFileSync(new URL(`../golden/examples/${name}.json`, import.meta.url), "utf8");

/** The JSON of the error that a call throws. */
function refusal(call) {
  try {
    call();
  } catch (error) {
    assert(error instanceof Error);
    return JSON.parse(error.message);
  }
  return assert.fail("nothing was refused");
}

/** Every number of the expected report, to 1e-9; slopes of the reports were taken by differences, to 1e-5. */
function compare(found, expected, path, key) {
  if (expected !== null && typeof expected === "object") {
    for (const [name, value] of Object.entries(expected)) compare(found[name], value, `${path}.${name}`, name);
  } else if (typeof expected === "number") {
    const tolerance = key?.endsWith("_marginal") ? 1e-5 : 1e-9;
    assert(Math.abs(found - expected) <= tolerance * Math.max(Math.abs(expected), 1), `${path}: ${found}, not ${expected}`);
  } else {
    assert.equal(found, expected, path);
  }
}

for (const name of ["service", "b2b", "shop"]) {
  test(`${name} gives the report of the independent implementation`, () => {
    const expected = JSON.parse(read(`${name}.report`));
    const found = JSON.parse(evaluate(read(name)));
    for (const part of ["goal", "totals", "metrics", "stages", "channels", "months"]) {
      compare(found[part], expected[part], part);
    }
    const answer = JSON.parse(solve(read(name), '{"mode": "scale_mix"}'));
    compare(answer.factor ?? null, expected.scale_mix.factor, "factor");
  });
}

test("the least cost of a goal is solved in every shape of the question", () => {
  const least = JSON.parse(solve(read("b2b"), '{"mode": "min_cost"}'));
  const total = Object.values(least.budgets).reduce((sum, budget) => sum + budget, 0);
  assert(least.feasible && total <= 227_546 && least.certificate.gap <= 1e-6);
  const most = JSON.parse(solve(read("b2b"), JSON.stringify({ mode: "max_goal", total })));
  assert(Math.abs(most.report.goal.reached - least.report.goal.target) <= 1e-6 * least.report.goal.target);
});

test("every number has a name and an explanation in both languages", () => {
  const names = JSON.parse(quantities(read("service")));
  assert(names.includes("metrics.cac") && names.includes("stages.booking.required"));
  for (const name of names.filter((one) => !/months\[[^0]/.test(one))) {
    for (const language of ["zh-Hant", "en"]) {
      const { label, formula, inputs } = JSON.parse(explain(read("service"), name, language));
      assert(label && formula && Array.isArray(inputs), `${name} ${language}`);
    }
  }
});

test("a refusal is an Error whose message is code, path and a sentence", () => {
  const plan = JSON.parse(read("b2b"));
  plan.channels[1].fit_rate = 1.5;
  assert.deepEqual(refusal(() => evaluate(JSON.stringify(plan))), {
    code: "out_of_range",
    path: "channels[1].fit_rate",
    message: "channels[1].fit_rate is 1.5; it must be at least 0 and at most 1.",
  });
  assert.equal(refusal(() => evaluate("")).code, "not_json");
  assert.equal(refusal(() => solve(read("b2b"), '{"mode": "cheapest"}')).path, "mode");
  assert.deepEqual(refusal(() => solve(read("b2b"), '{"mode": "max_goal"}')), {
    code: "missing",
    path: "total",
    message: "The total monthly budget is missing: the most that can be reached depends on it.",
  });
  assert.equal(refusal(() => explain(read("b2b"), "metrics.luck", "en")).path, "quantity");
});
