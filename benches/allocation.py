"""The solver against scipy's SLSQP on random allocations: needs numpy and scipy, and a path to the built bench binary.

    cargo bench -p backcast-model --bench allocation --no-run     # prints the path
    python3 benches/allocation.py PATH

What a plan brings is written a second time here, in numpy: one month, customers bought directly.
"""

import json
import subprocess
import sys
import time

import numpy as np
from scipy.optimize import minimize


def allocation(random, count, bent):
    """A random allocation: its curves as arrays, and as channels of a plan."""
    ceiling = random.uniform(200, 2000, count)
    half = random.uniform(2e3, 3e4, count)
    slope = random.uniform(1.2, 5, count) if bent else np.ones(count)
    rate = random.uniform(0.05, 0.9, count)
    needs = [None] * count
    if bent and count > 2:
        for place in random.choice(count, count // 5, replace=False):
            other = int(random.choice([c for c in range(count) if c != place]))
            needs[place] = (other, random.uniform(0.2, 0.8), random.uniform(2e3, 2e4))
    most = random.uniform(1e4, 6e4, count)
    return ceiling, half, slope, rate, needs, most, random.uniform(0.1, 0.5) * most.sum()


def customers(problem, x):
    ceiling, half, slope, rate, needs, _, _ = problem
    powers = (np.maximum(x, 0) / half) ** slope
    brings = rate * ceiling * powers / (1 + powers)
    for place, need in enumerate(needs):
        if need:
            other, without, full = need
            brings[place] *= without + (1 - without) * min(1, x[other] / full)
    return brings.sum()


def gradient(problem, x):
    ceiling, half, slope, rate, needs, _, _ = problem
    safe = np.maximum(x, 1e-9)
    powers = (safe / half) ** slope
    brings = rate * ceiling * powers / (1 + powers)
    slopes = rate * ceiling * slope * powers / safe / (1 + powers) ** 2
    for place, need in enumerate(needs):
        if need:
            other, without, full = need
            slopes[place] *= without + (1 - without) * min(1, x[other] / full)
            if x[other] < full:
                slopes[other] += brings[place] * (1 - without) / full
    return slopes


def slsqp(problem, starts, random):
    *_, most, total = problem
    best, seconds = -np.inf, 0.0
    scale = customers(problem, most)
    for start in range(starts):
        x0 = most * total / most.sum() if start == 0 else most * random.uniform(0, 1, len(most))
        x0 *= min(1, total / x0.sum())
        began = time.perf_counter()
        found = minimize(
            lambda s: -customers(problem, s * most) / scale,
            x0 / most,
            jac=lambda s: -gradient(problem, s * most) * most / scale,
            bounds=[(0, 1)] * len(most),
            constraints={"type": "ineq", "fun": lambda s: 1 - s @ most / total, "jac": lambda s: -most / total},
            method="SLSQP",
            options={"maxiter": 400, "ftol": 1e-13},
        )
        seconds += time.perf_counter() - began
        x = np.clip(found.x, 0, 1) * most
        x *= min(1, total / x.sum())
        best = max(best, customers(problem, x))
    return best, seconds


def plan(problem):
    ceiling, half, slope, rate, needs, most, _ = problem
    channels = []
    for c in range(len(ceiling)):
        channel = {
            "id": f"c{c}", "name": "", "trust": "proven", "entry_stage": "customer", "unit_cost": 1,
            "monthly_budget": 0, "max_budget": most[c], "fit_rate": rate[c],
            "response": {"kind": "hill", "ceiling": ceiling[c], "half_at": half[c], "slope": slope[c]},
        }
        if needs[c]:
            other, without, full = needs[c]
            channel["depends_on"] = [{"channel": f"c{other}", "share_without": without, "full_at": full}]
        channels.append(channel)
    return {
        "version": 1, "name": "", "template": "none", "currency": "TWD", "start": "2027-01", "months": 1,
        "goal": {"metric": "new_customers", "target": 1},
        "economics": {"order_value": 1, "orders_per_year": 0, "relationship_years": 0, "gross_margin": 1},
        "stages": [
            {"id": "lead", "name": "", "tier": "top"},
            {"id": "customer", "name": "", "tier": "bottom", "conversion_rate": 1},
        ],
        "channels": channels,
    }


def ours(binary, problems, rounds):
    asked = "".join(json.dumps({"plan": plan(p), "total": p[-1], "rounds": rounds}) + "\n" for p in problems)
    told = subprocess.run([binary], input=asked, capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in told.splitlines()]


def compare(binary, title, problems, starts, rounds, random):
    worst, gaps, times, theirs = np.inf, [], [], []
    for problem, answer in zip(problems, ours(binary, problems, rounds), strict=True):
        reached = customers(problem, np.array(answer["budgets"]))
        assert abs(reached - answer["reached"]) <= 1e-9 * reached, "both say the same of the answer"
        best, seconds = slsqp(problem, starts, random)
        assert best <= answer["bound"] * (1 + 1e-9), f"{best} beats the bound {answer['bound']}"
        worst = min(worst, reached / best - 1)
        gaps.append(answer["gap"])
        times.append(answer["seconds"])
        theirs.append(seconds / starts)
    print(
        f"{title}: {len(problems)} plans, least lead {worst:.1e}, gap median {np.median(gaps):.1e} most {max(gaps):.1e}, "
        f"ours {1e3 * np.median(times):.3f} ms (most {1e3 * max(times):.1f}), "
        f"one SLSQP start {1e3 * np.median(theirs):.2f} ms, {np.median(theirs) / np.median(times):.0f} times ours"
    )


def main():
    binary = sys.argv[1]
    random = np.random.default_rng(20270101)
    for count, plans in ((10, 20), (50, 5), (200, 2)):
        problems = [allocation(random, count, False) for _ in range(plans)]
        compare(binary, f"concave, {count} channels", problems, 1, 5, random)
    for count, plans in ((3, 60), (6, 80), (12, 60), (50, 3)):
        problems = [allocation(random, count, True) for _ in range(plans)]
        compare(binary, f"bent and dependent, {count} channels", problems, 20, 1, random)
    problems = [allocation(random, 50, True)[:4] + ([None] * 50,) + allocation(random, 50, True)[5:] for _ in range(5)]
    compare(binary, "bent, 50 channels", problems, 5, 1, random)


main()
