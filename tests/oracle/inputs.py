"""A plan as the reference reads it: estimates reduced to their value, defaults filled in, months laid out.

The plan must be valid; checking it is not the reference's business.
"""

import math

DAYS_PER_MONTH = 30.4375


class Channel:
    """One channel with every optional field resolved. Money per month, rates as fractions."""

    def __init__(self, raw, economics, stages):
        overrides = raw.get("conversion_rates", {})
        self.id = raw["id"]
        self.active = raw.get("active", True)
        self.entry = [stage["id"] for stage in stages].index(raw["entry_stage"])
        self.unit_cost = raw["unit_cost"]
        self.budget = raw["monthly_budget"] if self.active else 0.0
        self.curve = raw.get("response", {"kind": "linear"})
        self.fit = raw.get("fit_rate", 1.0)
        self.free = raw.get("free_volume", 0.0)
        self.carryover = raw.get("carryover", 0.0)
        self.prior = raw.get("prior_budget", 0.0) if self.active else 0.0
        self.ramp_months = raw.get("ramp_months", 0.0)
        self.labour = raw.get("labour_hours", 0.0) * raw.get("hourly_wage", 0.0) if self.active else 0.0
        self.fixed = raw.get("fixed_cost", 0.0) if self.active else 0.0
        self.setup = raw.get("setup_cost", 0.0) if self.active else 0.0
        self.rates = [overrides.get(s["id"], s.get("conversion_rate")) for s in stages]
        self.depends_on = raw.get("depends_on", [])
        self.order_value = raw.get("order_value", economics["order_value"])
        self.years = raw.get("relationship_years", economics["relationship_years"])
        frequency = raw.get("orders_per_year", economics["orders_per_year"])
        self.lifetime_orders = max(1.0, frequency * self.years)
        self.repeats = (self.lifetime_orders - 1) / (12 * self.years) if self.years > 0 else 0.0


class Plan:
    """Everything that does not change with the budgets."""

    def __init__(self, document):
        raw = reduce_estimates(document)
        self.months = raw["months"]
        self.goal = raw["goal"]
        self.margin = raw["economics"]["gross_margin"]
        self.discount = raw["economics"].get("discount_rate", 0.0)
        self.first_month = int(raw["start"][5:]) - 1
        factors = raw.get("seasonality", [1.0] * 12)
        mean = math.fsum(factors) / 12
        self.season = [factor / mean for factor in factors]
        self.phase = self._phase(raw.get("phasing", "flat"))
        self.stages = raw["stages"]
        self.last = len(self.stages) - 1
        self.channels = [Channel(c, raw["economics"], self.stages) for c in raw["channels"]]

    def sigma(self, month):
        """Readiness to buy in month `month` of the plan, also beyond the horizon; mean 1 over a year."""
        return self.season[(self.first_month + month) % 12]

    def delay(self, entry, stage):
        """Months from stage `entry` to `stage`."""
        days = math.fsum(s.get("delay_days", 0.0) for s in self.stages[entry + 1:stage + 1])
        return days / DAYS_PER_MONTH

    def target(self):
        if "target" in self.goal:
            return float(self.goal["target"])
        return self.goal["reference"] * (1 + self.goal["growth"])

    def baseline(self):
        return float(self.goal.get("baseline", 0))

    def _phase(self, phasing):
        if phasing == "flat":
            return [1.0] * self.months
        factors = [self.sigma(t) for t in range(self.months)] if phasing == "seasonal" else phasing
        mean = math.fsum(factors) / self.months
        return [factor / mean for factor in factors]


def reduce_estimates(node, key=None):
    """Replace every estimate object by its value. A stage may be called `value`, so overrides are told apart."""
    if isinstance(node, list):
        return [reduce_estimates(item) for item in node]
    if not isinstance(node, dict):
        return node
    if "value" in node and key != "conversion_rates":
        return node["value"]
    return {name: reduce_estimates(item, name) for name, item in node.items()}
