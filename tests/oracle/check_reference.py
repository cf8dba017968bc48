#!/usr/bin/env python3
"""Checks of the reference itself: the committed reports, marginals against differences, the factor put back in.

`check_reference.py` reads `tests/golden`; it exits with 1 and names what differs.
"""

import copy
import json
import math
import pathlib
import sys

from reference import evaluate, scale_mix

GOLDEN = pathlib.Path(__file__).parent.parent / "golden"
MARGINALS = ("roas_marginal", "cac_marginal")


def differences(want, have, path=""):
    """Paths at which `have` departs from `want` (1e-12; committed example marginals were differences: 1e-7)."""
    if isinstance(want, dict):
        return [d for key in want for d in differences(want[key], have.get(key), f"{path}.{key}")]
    if isinstance(want, list):
        found = [] if len(want) == len(have) else [f"{path}: length"]
        return found + [d for i, pair in enumerate(zip(want, have)) for d in differences(*pair, f"{path}[{i}]")]
    if isinstance(want, (int, float)) and isinstance(have, (int, float)):
        tolerance = 1e-7 if path.rsplit(".", 1)[-1] in MARGINALS else 1e-12
        return [] if math.isclose(want, have, rel_tol=tolerance) else [f"{path}: {want} {have}"]
    return [] if want == have else [f"{path}: {want} {have}"]


def scaled(plan, factor, only=None):
    """The plan with its budgets (or one channel's) multiplied."""
    changed = copy.deepcopy(plan)
    for channel in changed["channels"]:
        if only in (None, channel["id"]):
            channel["monthly_budget"] *= factor
    return changed


def check_factor(plan, factor):
    """The factor reaches the goal and a slightly smaller one does not; for none, no factor tried does."""
    gap = lambda f: evaluate(scaled(plan, f))["goal"]["gap"]
    goal = evaluate(plan)["goal"]
    scale = 1e-9 * max(abs(goal["target"]), abs(goal["baseline"]), 1e-300)
    if factor is None:
        return [f"reached at {f}" for f in (0, 1e-3, 0.1, 0.5, 1, 2, 10, 1e3, 1e6, 1e9) if gap(f) <= -scale]
    tried = [factor * (1 - 1e-6), factor / 2, factor / 10] if factor else []
    return ([f"factor {factor} misses by {gap(factor)}"] if gap(factor) > scale else []) + [
        f"{f} would do" for f in tried if gap(f) <= -scale
    ]


def check_marginals(plan, report):
    """Right-hand differences, extrapolated twice, against the exact slopes; not where they are all rounding."""
    found = []
    for place, channel in enumerate(plan["channels"]):
        budget = channel["monthly_budget"]
        exact = report["channels"][place]["roas_marginal"] or 0.0
        step = 1e-4 * budget
        if step < 1e-100 or not channel.get("active", True):
            continue

        def slope(size):
            more = evaluate(scaled(plan, 1 + size / budget, channel["id"]))["totals"]
            return (more["revenue"] - report["totals"]["revenue"]) / (more["media"] - report["totals"]["media"])

        d1, d2, d4 = slope(step), slope(step / 2), slope(step / 4)
        guess = (8 * d4 - 6 * d2 + d1) / 3
        noise = 1e-10 * report["totals"]["revenue"] / (step * plan["months"])
        if not math.isclose(guess, exact, rel_tol=1e-5, abs_tol=noise):
            found.append(f"{channel['id']}.roas_marginal {exact}, by differences {guess}")
    return found


def check_file(path):
    stored = json.loads(path.read_text(encoding="utf-8"))
    if "plan" not in stored:
        plan = json.loads(path.with_name(path.name.replace(".report", "")).read_text(encoding="utf-8"))
        factor = stored.pop("scale_mix")["factor"]
        stored = {"plan": plan, "report": stored, "scale_mix": {"factor": factor}}
    plan, report, factor = stored["plan"], stored["report"], scale_mix(stored["plan"])
    found = differences(report, evaluate(plan)) + differences(stored["scale_mix"], {"factor": factor}, "scale_mix")
    return found + check_factor(plan, factor) + check_marginals(plan, report)


if __name__ == "__main__":
    paths = sorted(GOLDEN.glob("examples/*.report.json")) + sorted(GOLDEN.glob("random/*.json"))
    failures = [f"{path.name}: {line}" for path in paths for line in check_file(path)]
    print("\n".join(failures) or f"{len(paths)} files agree")
    sys.exit(bool(failures) or not paths)
