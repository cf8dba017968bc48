#!/usr/bin/env python3
"""Writes the golden corpus `tests/golden/random`: plan, report and factor of 60 drawn plans and of the named ones.

The same seed writes the same bytes. A drawn plan whose answer would hang on the last digits is drawn again.
"""

import json
import math
import pathlib
import random

from named import named_plans
from reference import evaluate, scale_mix
from scaling import Unsettled

FOLDER = pathlib.Path(__file__).parent.parent / "golden" / "random"
SEED = 20270101
COUNT = 60
GOALS = ("revenue", "gross_profit", "profit", "new_customers", "stage_volume")
SIZES = {11: (60, 3, 4), 29: (24, 40, 12), 47: (48, 6, 8)}


class Draw:
    """One plan drawn field by field."""

    def __init__(self, seed, number):
        self.rng = random.Random(f"{SEED}/{number}/{seed}")
        self.number = number
        months, channels, stages = SIZES.get(number, (None, None, None))
        self.months = months or self.rng.choice([1, 2, 3, 3, 4, 6, 6, 9, 12, 12, 14])
        self.width = channels or self.rng.choice([1, 1, 2, 2, 3, 4, 5])
        self.depth = stages or self.rng.choice([2, 3, 3, 4, 5, 6])

    def plan(self):
        stages = [self.stage(k) for k in range(self.depth)]
        plan = {
            "version": 1, "name": f"random {self.number:03}", "template": "random", "currency": "TWD",
            "start": f"2027-{self.rng.randint(1, 12):02}", "months": self.months, "goal": {},
            "economics": self.economics(), "stages": stages,
        }
        if self.chance(0.5):
            plan["seasonality"] = [self.between(0.4, 2.2, 2) for _ in range(12)]
        if self.chance(0.7):
            plan["phasing"] = self.phasing()
        if self.chance(0.3):
            plan["market_correlation"] = self.between(0, 1, 2)
        plan["channels"] = [self.channel(c, stages) for c in range(self.width)]
        for place, channel in enumerate(plan["channels"]):
            self.depend(plan["channels"], place, channel)
        plan["goal"] = self.goal(plan)
        return plan

    def chance(self, share):
        return self.rng.random() < share

    def between(self, low, high, digits=3):
        """A number between two bounds, to some significant digits."""
        return float(f"{self.rng.uniform(low, high):.{digits}g}")

    def spread(self, low, high):
        """A number evenly spread over orders of magnitude."""
        return float(f"{math.exp(self.rng.uniform(math.log(low), math.log(high))):.3g}")

    def estimate(self, value, most=math.inf):
        """The number plain, or as an estimate with or without its interval."""
        if self.chance(0.75):
            return value
        source = {"source": self.rng.choice(["own", "benchmark", "assumption", "quote"])} if self.chance(0.7) else {}
        note = {"note": "GA4, 2026 Q3"} if self.chance(0.2) else {}
        if self.chance(0.4):
            return {"value": value} | source | note
        low, high = value * self.between(0.5, 1, 2), min(most, value * self.between(1, 1.8, 2))
        return {"value": value, "low": low, "high": max(value, high)} | source | note

    def rate(self, low=0.01, high=0.7):
        value = self.rng.choice([0, 1]) if self.chance(0.03) else self.spread(low, high)
        return self.estimate(value, 1)

    def economics(self):
        margin = self.rng.choice([0, 1]) if self.chance(0.06) else self.between(0.1, 0.9, 2)
        years = self.rng.choice([0, 0.05, 0.3, 1, 1.7, 2, 4, 10])
        economics = {
            "order_value": self.estimate(self.spread(80, 4e5)),
            "orders_per_year": self.estimate(self.rng.choice([0, 0.2, 0.8, 1, 2.5, 6, 12])),
            "relationship_years": self.estimate(years),
            "gross_margin": self.estimate(margin, 1),
        }
        if self.chance(0.6):
            economics["discount_rate"] = self.estimate(self.rng.choice([0, 0.01, 0.05, 0.3, 1.2]))
        return economics

    def stage(self, k):
        stage = {"id": f"s{k}", "name": f"Stage {k}", "tier": ("top", "middle", "bottom")[3 * k // self.depth]}
        if k:
            stage["conversion_rate"] = self.rate(0.3, 0.9) if self.depth > 6 else self.rate()
            if self.chance(0.5):
                days = [0, 1, 3, 10, 20, 30.4375, 45, 61, 90]
                stage["delay_days"] = self.estimate(self.rng.choice(days + [200, 410, 700] * self.chance(0.3)))
        return stage

    def phasing(self):
        kind = self.rng.choice(["flat", "seasonal", "list"])
        if kind != "list":
            return kind
        factors = [0 if self.chance(0.25) else self.between(0.2, 3, 2) for _ in range(self.months)]
        return factors if any(factors) else [1] * self.months

    def channel(self, place, stages):
        entry = self.depth - 1 if self.chance(0.08) else self.rng.randrange(max(1, self.depth - 1))
        budget = 0 if self.chance(0.08) else self.spread(500, 3e5)
        unit_cost = self.spread(0.1, 900)
        later = [stage["id"] for stage in stages[entry + 1:]]
        channel = {
            "id": f"c{place}", "name": f"Channel {place}",
            "trust": self.rng.choice(["proven", "test", "experimental"]),
            "entry_stage": f"s{entry}", "unit_cost": self.estimate(unit_cost), "monthly_budget": budget,
        }
        if self.chance(0.8):
            channel["response"] = self.response(budget or 10000, unit_cost)
        optional = {
            "active": (0.1, lambda: False),
            "fit_rate": (0.4, lambda: self.estimate(self.between(0, 1, 2), 1)),
            "free_volume": (0.25, lambda: self.estimate(self.spread(1, 500))),
            "carryover": (0.35, lambda: self.estimate(self.rng.choice([0, 0.2, 0.6, 0.9, 0.99]), 0.999)),
            "prior_budget": (0.25, lambda: self.rng.choice([0, self.spread(500, 1e5)])),
            "ramp_months": (0.3, lambda: self.estimate(self.rng.choice([0, 0.5, 1, 2.25, 4, 30]))),
            "labour_hours": (0.4, lambda: self.estimate(self.between(1, 80, 2))),
            "hourly_wage": (0.5, lambda: self.estimate(self.between(180, 900))),
            "fixed_cost": (0.25, lambda: self.estimate(self.spread(100, 30000))),
            "setup_cost": (0.2, lambda: self.estimate(self.spread(100, 90000))),
            "order_value": (0.15, lambda: self.estimate(self.spread(80, 4e5))),
            "orders_per_year": (0.15, lambda: self.estimate(self.rng.choice([0, 0.5, 1, 3, 9]))),
            "relationship_years": (0.15, lambda: self.estimate(self.rng.choice([0, 0.4, 1, 3]))),
            "conversion_rates": (0.3 * bool(later), lambda: {s: self.rate() for s in later if self.chance(0.6)}),
            "min_budget": (0.15, lambda: budget / 2), "max_budget": (0.3, lambda: budget * 3),
        }
        return channel | {name: make() for name, (share, make) in optional.items() if self.chance(share)}

    def response(self, budget, unit_cost):
        kind = self.rng.choice(["linear", "saturating", "saturating", "doubling", "hill", "hill"])
        at = self.spread(budget / 10, budget * 3)
        if kind == "saturating":
            bought = self.chance(0.5) * at
            ceiling = float(f"{(bought + self.spread(budget / 5, budget * 20)) / unit_cost:.4g}")
            if ceiling * unit_cost - bought < 0.01 * bought:
                ceiling *= 1.5
            return {"kind": kind, "ceiling": self.estimate(ceiling)} | ({"at": bought} if bought else {})
        if kind == "doubling":
            return {"kind": kind, "at": at, "gain": self.rng.choice([0.4, 0.75, 0.9, 1])}
        if kind == "hill":
            slope = self.rng.choice([1, 1.4, 2, 5, 10] if self.chance(0.7) else [0.4, 0.8])
            return {"kind": kind, "ceiling": self.estimate(self.spread(50, 5e4)),
                    "half_at": self.estimate(at), "slope": self.estimate(slope, 10)}
        return {"kind": kind}

    def depend(self, channels, place, channel):
        others = [c for i, c in enumerate(channels) if i != place]
        if not others or not self.chance(0.35):
            return
        channel["depends_on"] = [
            {"channel": other["id"], "share_without": self.rng.choice([0, 1, 0.3, self.between(0, 1, 2)]),
             "full_at": self.estimate(self.spread(other["monthly_budget"] / 3 + 100, 3 * other["monthly_budget"] + 300))}
            for other in self.rng.sample(others, min(len(others), self.rng.choice([1, 1, 2])))
        ]

    def goal(self, plan):
        """A goal within sight of what the plan does, or now and then far below or above it."""
        metric = GOALS[self.number % len(GOALS)]
        stage = {"stage": f"s{self.rng.randrange(self.depth)}"} if metric == "stage_volume" else {}
        done = evaluate(plan | {"goal": {"metric": metric, "target": 1} | stage})["goal"]["reached"]
        size = max(abs(done), 1.0)
        baseline = float(f"{size * self.rng.uniform(0.1, 2):.3g}") if self.chance(0.35) else 0.0
        amount = done + size * self.rng.choice([-0.6, -0.3, -0.1, 0.05, 0.2, 0.5, 1])
        if self.chance(0.1):
            amount = self.rng.choice([-0.5 * baseline, 1e9 * size])
        target = float(f"{baseline + amount:.5g}")
        if target <= 0 and metric != "profit":
            target = size
        goal = {"metric": metric} | stage | ({"baseline": baseline} if baseline else {})
        if target > 0 and self.chance(0.25):
            growth = self.rng.choice([-0.2, 0, 0.1, 0.45])
            return goal | {"growth": growth, "reference": target / (1 + growth)}
        return goal | {"target": target}


def settled(plan, report, factor):
    """Whether no answer hangs on the last digits: slopes finite, the factor well determined, no near tie."""
    for channel in plan["channels"]:
        curve = channel.get("response", {})
        if curve.get("kind") == "hill" and not channel["monthly_budget"]:
            return False
    totals = report["totals"]
    scale = max(abs(report["goal"]["target"]), abs(report["goal"]["baseline"]), totals["cost"], totals["revenue"])
    if any(0 < abs(row["cumulative_profit"]) < 1e-9 * scale for row in report["months"]):
        return False
    if not factor:
        return True
    near = [evaluate(multiplied(plan, factor * f))["goal"]["gap"] for f in (1, 1.0001)]
    return abs(near[0]) < 1e-9 * scale and abs(near[1] - near[0]) > 1e-7 * scale


def multiplied(plan, factor):
    return plan | {"channels": [c | {"monthly_budget": factor * c["monthly_budget"]} for c in plan["channels"]]}


def drawn(number):
    """The first draw for this number whose answers are settled."""
    for seed in range(200):
        plan = Draw(seed, number).plan()
        try:
            report, factor = evaluate(plan), scale_mix(plan)
        except Unsettled:
            continue
        if settled(plan, report, factor):
            return plan, report, factor
    raise SystemExit(f"plan {number}: nothing settled")


def write(name, plan, report, factor):
    case = {"plan": plan, "report": report, "scale_mix": {"factor": factor}}
    text = json.dumps(case, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for place in range(1, COUNT + 1):
        write(f"{place:03}", *drawn(place))
    for title, document in named_plans().items():
        write(title, document, evaluate(document), scale_mix(document))
