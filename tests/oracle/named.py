"""The named plans of the golden corpus: one corner of the model each."""

import copy


def base(**changes):
    """A small plan to bend: clicks, leads, customers, one linear channel."""
    plan = {
        "version": 1, "name": "named", "template": "named", "currency": "TWD", "start": "2027-03", "months": 4,
        "goal": {"metric": "new_customers", "target": 50},
        "economics": {"order_value": 2000, "orders_per_year": 4, "relationship_years": 2, "gross_margin": 0.5,
                      "discount_rate": 0.06},
        "stages": [
            {"id": "click", "name": "Click", "tier": "top"},
            {"id": "lead", "name": "Lead", "tier": "middle", "conversion_rate": 0.1, "delay_days": 12},
            {"id": "customer", "name": "Customer", "tier": "bottom", "conversion_rate": 0.3, "delay_days": 25},
        ],
        "channels": [channel()],
    }
    return copy.deepcopy(plan) | changes


def channel(name="ads", **changes):
    return {"id": name, "name": name, "trust": "proven", "entry_stage": "click", "unit_cost": 8,
            "monthly_budget": 4000} | changes


def economics(**changes):
    return {"economics": base()["economics"] | changes}


def rates(lead, customer, **changes):
    stages = base()["stages"]
    stages[1]["conversion_rate"], stages[2]["conversion_rate"] = lead, customer
    return {"stages": stages} | changes


CURVES = {
    "linear": {"kind": "linear"},
    "saturating": {"kind": "saturating", "ceiling": 3000, "at": 6000},
    "doubling": {"kind": "doubling", "at": 5000, "gain": 0.8},
    "doubling_one": {"kind": "doubling", "at": 5000, "gain": 1},
    "hill_low": {"kind": "hill", "ceiling": 2000, "half_at": 9000, "slope": 0.5},
    "hill_one": {"kind": "hill", "ceiling": 2000, "half_at": 9000, "slope": 1},
}
PEAKS = [1, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 2.5, 1]


def named_plans():
    """All of them by file name."""
    return money_corners() | funnel_corners() | goal_corners() | curve_corners() | size_corners()


def money_corners():
    at_once = [{k: v for k, v in stage.items() if k != "delay_days"} for stage in base()["stages"]]
    return {
        "cost_zero": base(channels=[channel(monthly_budget=0, free_volume=120)]),
        "nothing_spent_nothing_free": base(channels=[channel(monthly_budget=0)]),
        "margin_zero": base(**economics(gross_margin=0)),
        "relationship_zero": base(**economics(relationship_years=0)),
        "less_than_one_order": base(**economics(orders_per_year=0.4, relationship_years=1.5)),
        "exactly_one_order": base(**economics(orders_per_year=0.5, relationship_years=2)),
        "relationship_shorter_than_horizon": base(months=12, **economics(orders_per_year=30, relationship_years=0.21)),
        "relationship_of_days": base(months=12, phasing=[1, 0.37] + [0] * 10, stages=at_once,
                                     channels=[channel(unit_cost=7)],
                                     **economics(orders_per_year=30, relationship_years=0.07)),
        "first_month_far_above": base(months=12, phasing=[1e8] + [1] * 11, stages=at_once,
                                      **economics(orders_per_year=30, relationship_years=0.21)),
        "discount_zero": base(**economics(discount_rate=0)),
        "sold_below_its_price": base(channels=[channel(unit_cost=90)]),
        "only_fixed_and_setup": base(channels=[channel(monthly_budget=0, fixed_cost=900, setup_cost=5000,
                                                       free_volume=90, labour_hours=3, hourly_wage=200)]),
    }


def funnel_corners():
    return {
        "rate_zero": base(**rates(0, 0.3)),
        "rate_zero_overridden": base(**rates(0, 0.3, channels=[channel(), channel("own", conversion_rates={"lead": 0.2})])),
        "rate_one": base(**rates(1, 1, seasonality=PEAKS)),
        "seasonal_rate_capped": base(start="2027-09", seasonality=PEAKS, **rates(0.1, 0.8)),
        "entry_at_last_stage": base(seasonality=PEAKS, channels=[channel(entry_stage="customer", unit_cost=900, fit_rate=0.9)]),
        "fit_zero": base(channels=[channel(fit_rate=0)]),
        "all_after_deadline": base(stages=[s | {"delay_days": 200} if "conversion_rate" in s else s for s in base()["stages"]]),
        "delay_of_years": base(stages=[s | {"delay_days": 1500.5} if "conversion_rate" in s else s for s in base()["stages"]],
                               seasonality=PEAKS),
        "inactive_channel": base(channels=[channel(), channel("off", active=False, free_volume=40, fixed_cost=700, setup_cost=90,
                                                              labour_hours=5, hourly_wage=200, prior_budget=900, carryover=0.4)]),
        "all_inactive": base(channels=[channel(active=False, free_volume=10)]),
    }


def goal_corners():
    profit = {"metric": "profit", "target": 60000}
    hill = channel(response={"kind": "hill", "ceiling": 3000, "half_at": 9000, "slope": 3}, fixed_cost=500)
    return {
        "target_below_baseline": base(goal={"metric": "revenue", "target": 900000, "baseline": 1000000}),
        "target_equal_to_baseline": base(goal={"metric": "revenue", "target": 1000000, "baseline": 1000000}),
        "growth_zero": base(goal={"metric": "revenue", "growth": 0, "reference": 500000, "baseline": 400000}),
        "unreachable_ceiling": base(channels=[channel(response={"kind": "saturating", "ceiling": 300})]),
        "big_integer": base(goal={"metric": "revenue", "target": 9007199254740993}),
        "profit_on_an_interval": base(goal=profit, channels=[hill]),
        "profit_two_hills": base(goal={"metric": "profit", "target": 90000}, channels=[hill, channel(
            "late", response={"kind": "hill", "ceiling": 9000, "half_at": 40000, "slope": 8}, monthly_budget=3000)]),
        "profit_negative_target": base(goal={"metric": "profit", "target": -20000}, **rates(0.05, 0.05)),
        "profit_zero_target": base(goal={"metric": "profit", "target": 0}, channels=[channel(setup_cost=20000)]),
        "reached_without_spend": base(channels=[channel(free_volume=1000)]),
        "bought_stage_as_goal": base(goal={"metric": "stage_volume", "stage": "click", "target": 2500}),
    }


def curve_corners():
    budgets = {"tiny_spend": 1e-300, "no_spend_on_every_curve": 0}
    curves = {name: curve for name, curve in CURVES.items() if name != "hill_low"}
    s_curve = {"kind": "hill", "ceiling": 2000, "half_at": 9000, "slope": 1.4}
    dependent = channel("display", monthly_budget=2000, depends_on=[
        {"channel": "ads", "share_without": 0.5, "full_at": 4000}])
    circle = [channel("ads", depends_on=[{"channel": "display", "share_without": 0.2, "full_at": 6000}]), dependent]
    late = channel(carryover=0.9, prior_budget=9000, ramp_months=2.5, response=CURVES["saturating"])
    return {
        "tiny_spend": base(channels=[channel(n, response=c, monthly_budget=budgets["tiny_spend"]) for n, c in CURVES.items()]),
        "tiny_spend_s_curve": base(channels=[channel(response=s_curve, monthly_budget=1e-300)]),
        "no_spend_on_every_curve": base(channels=[channel(n, response=c, monthly_budget=0) for n, c in curves.items()]),
        "no_spend_infinite_slope": base(channels=[channel(response=CURVES["hill_low"], monthly_budget=0)]),
        "every_curve": base(channels=[channel(n, response=c) for n, c in (CURVES | {"hill_s": s_curve}).items()]),
        "dependency_exactly_full": base(channels=[channel(), dependent]),
        "dependency_circle": base(channels=circle),
        "dependency_on_inactive": base(channels=[channel(active=False), dependent]),
        "carryover_one_month": base(months=1, channels=[late]),
        "carryover_with_gaps": base(months=6, phasing=[0, 3, 0, 0, 1, 0], channels=[late]),
    }


def size_corners():
    many = [channel(f"c{i}", unit_cost=4 + i / 10, monthly_budget=100 + i, entry_stage="lead") for i in range(200)]
    short = [{"id": "lead", "name": "Lead", "tier": "top"}, base()["stages"][2]]
    delayed = [s | {"delay_days": 75} if "conversion_rate" in s else s for s in base()["stages"]]
    return {
        "one_month": base(months=1),
        "two_hundred_channels": base(months=1, stages=short, channels=many),
        "sixty_months": base(months=60, start="2027-11", seasonality=PEAKS, phasing="seasonal", stages=delayed,
                             goal={"metric": "gross_profit", "target": 5000000},
                             channels=[channel(carryover=0.7, ramp_months=9.5, response=CURVES["doubling"])]),
    }
