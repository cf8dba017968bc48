"""`scale_mix`: the smallest factor on every budget that reaches the goal.

Every amount is linear in the units bought, so the goal is a weighted sum of paid volumes, less the cost for profit.
More money never lowers a volume: for every goal but profit the factors that reach it start somewhere and never end,
and halving finds the start. Profit may rise and fall several times; intervals are shut out, leftmost first, by a bound
on the profit inside them, and what cannot be shut out is halved.
"""

import math

from inputs import Plan
from money import worth
from volume import carried, dependency_factors, landing, paid_volume, ramp, response, spend, steepest

LIMIT = 1e9
MAX_INTERVALS = 200_000


class Unsettled(Exception):
    """The profit comes too close to the target without reaching it to decide by intervals."""


def scale_mix(document):
    """The smallest factor ≥ 0, or None when no factor up to 1e9 reaches the goal."""
    plan = Plan(document)
    surplus = Surplus(plan)
    if surplus.at(0.0) >= 0:
        return 0.0
    if plan.goal["metric"] == "profit":
        return _first_in_intervals(surplus)
    return _first_by_halving(surplus.at, 0.0, LIMIT) if surplus.at(LIMIT) >= 0 else None


class Surplus:
    """Goal reached minus target, as a function of the factor."""

    def __init__(self, plan):
        self.plan = plan
        self.profit = plan.goal["metric"] == "profit"
        self.weights = {c.id: [_unit_worth(plan, c, j) for j in range(plan.months)] for c in plan.channels}
        self.media = math.fsum(sum(spend(plan, c)) for c in plan.channels)
        free = [w * c.free for c in plan.channels if c.active for w in self.weights[c.id]]
        costs = [-(c.labour + c.fixed) * plan.months - c.setup for c in plan.channels] if self.profit else []
        self.constant = [plan.baseline(), -plan.target(), *free, *costs]

    def at(self, factor):
        return self._with(paid_volume(self.plan, factor), factor)

    def above(self, low, high):
        """A bound on the surplus of a profit goal between two factors, never below it."""
        by_value = self._with(paid_volume(self.plan, high), low)
        slopes = _steepest_volumes(self.plan, low, high)
        rise = math.fsum(w * s for c, ws in self.weights.items() for w, s in zip(ws, slopes[c]) if w) - self.media
        return min(by_value, self.at(low) + max(0.0, rise) * (high - low))

    def _with(self, volumes, factor):
        brought = [w * v for c, ws in self.weights.items() for w, v in zip(ws, volumes[c])]
        media = [-self.media * factor] if self.profit else []
        return math.fsum(self.constant + brought + media)


def _unit_worth(plan, channel, month):
    """What one unit bought in `month` adds to the goal's metric within the horizon, costs apart."""
    metric = plan.goal["metric"]
    stage = plan.last
    if metric == "stage_volume":
        stage = [s["id"] for s in plan.stages].index(plan.goal["stage"])
    if stage < channel.entry:
        return 0.0
    lands = [(t, share) for t, share in landing(plan, channel, stage, month) if t < plan.months]
    if metric in ("new_customers", "stage_volume"):
        return math.fsum(share for _, share in lands)
    revenue = math.fsum(share * worth(plan, channel, t) for t, share in lands)
    return revenue if metric == "revenue" else plan.margin * revenue


def _first_by_halving(surplus, low, high):
    """The start of the reaching factors, to the last digit: `low` does not reach the goal, `high` does."""
    while True:
        middle = math.sqrt(low * high) if 0 < low < high / 4 else (low + high) / 2
        if not low < middle < high:
            return high
        if surplus(middle) >= 0:
            high = middle
        else:
            low = middle


def _first_in_intervals(surplus):
    """Leftmost first; an interval is left behind once its bound stays below the target."""
    edges = [0.0] + [LIMIT * 2.0 ** -k for k in range(70, -1, -1)]
    waiting = [pair for pair in zip(edges, edges[1:])][::-1]
    for _ in range(MAX_INTERVALS):
        if not waiting:
            return None
        low, high = waiting.pop()
        if surplus.above(low, high) < 0:
            continue
        middle = (low + high) / 2
        if high - low > 1e-14 * high and low < middle < high:
            waiting += [(middle, high), (low, middle)]
        elif surplus.at(high) >= 0:
            return high
    raise Unsettled


def _steepest_volumes(plan, low, high):
    """Per channel and month, the most that the paid volume may rise per unit of factor between two factors."""
    spends_low = {c.id: spend(plan, c, low) for c in plan.channels}
    spends_high = {c.id: spend(plan, c, high) for c in plan.channels}
    return {c.id: _steepest_volume(plan, c, spends_low, spends_high) for c in plan.channels}


def _steepest_volume(plan, channel, spends_low, spends_high):
    """Product rule with every part at its largest."""
    if not channel.active:
        return [0.0] * plan.months
    money_low = carried(channel, spends_low[channel.id], channel.prior)
    money_high = carried(channel, spends_high[channel.id], channel.prior)
    moved = carried(channel, spend(plan, channel), 0.0)
    slopes = []
    for t in range(plan.months):
        factors = dependency_factors(channel, spends_high, t)
        units = response(channel, money_high[t])
        rise = math.prod(factors) * moved[t] * steepest(channel, money_low[t], money_high[t]) if moved[t] else 0.0
        for place, d in enumerate(channel.depends_on):
            other = next(c for c in plan.channels if c.id == d["channel"])
            if spends_low[other.id][t] < d["full_at"]:
                step = (1 - d["share_without"]) * other.budget * plan.phase[t] / d["full_at"]
                rise += units * step * math.prod(factors[:place] + factors[place + 1:])
        slopes.append(ramp(channel, t) * rise)
    return slopes
