#!/usr/bin/env python3
"""The reference: the model computed a second way, straight from its text, for tests to compare with.

Plain loops over months, sums by `math.fsum`, marginal returns by exact right-hand derivatives; speed does not matter.
`evaluate(plan)` gives the report, `scale_mix(plan)` the smallest factor on all budgets that reaches the goal.
Command line: `reference.py plan.json` prints both.
"""

import json
import math
import sys

from inputs import Plan
from money import lifetime_value, revenue_by_month, worth
from scaling import scale_mix
from volume import arrivals, carried_out, landing, paid_slope, paid_volume, spend, with_free

__all__ = ["evaluate", "scale_mix"]


class Undefined(str):
    """Stands where a number has no meaning; its text is the reason."""


def ratio(numerator, denominator, reason):
    """A quotient, or the reason why there is none. An undefined part passes its own reason on."""
    for part in (numerator, denominator):
        if isinstance(part, Undefined):
            return part
    return numerator / denominator if denominator != 0 else Undefined(reason)


def evaluate(document):
    """The report of a plan: the public contract, `None` where undefined and the reasons under `undefined`."""
    plan = Plan(document)
    paid = paid_volume(plan)
    channels = [channel_flow(plan, c, paid[c.id]) for c in plan.channels]
    totals = {
        name: math.fsum(flow[name] for flow in channels)
        for name in ("media", "labour", "fixed", "cost", "customers", "customers_after",
                     "revenue", "gross_profit", "profit")
    }
    months = month_rows(plan, channels)
    stages = [stage_row(plan, k, channels) for k in range(plan.last + 1)]
    report = {
        "goal": goal_row(plan, totals, stages),
        "totals": totals,
        "metrics": metrics(plan, totals, channels) | break_even(totals["cost"], months),
        "stages": stages,
        "channels": [channel_row(plan, flow) for flow in channels],
        "months": months,
    }
    return settle(report)


# ---- one channel ---------------------------------------------------------------------------------------------------

def channel_flow(plan, channel, paid):
    """Volumes and money of one channel, with its monthly series (keys starting with `_` stay inside)."""
    bought = with_free(channel, paid)
    reached = {k: arrivals(plan, channel, k, bought) for k in range(channel.entry, plan.last + 1)}
    customers, customers_after = reached[plan.last]
    revenue = revenue_by_month(plan, channel, customers)
    paid_customers, _ = arrivals(plan, channel, plan.last, paid)
    media = spend(plan, channel)
    labour = channel.labour * plan.months
    fixed = channel.fixed * plan.months + channel.setup
    cost = math.fsum(media) + labour + fixed
    gross_profit = plan.margin * math.fsum(revenue)
    ids = [stage["id"] for stage in plan.stages]
    return {
        "id": channel.id, "media": math.fsum(media), "labour": labour, "fixed": fixed, "cost": cost,
        "bought": math.fsum(bought), "carryover_after": carried_out(plan, channel),
        "volumes": {ids[k]: math.fsum(series) for k, (series, _) in reached.items()},
        "after_deadline": {ids[k]: late for k, (_, late) in reached.items()},
        "customers": math.fsum(customers), "customers_after": customers_after,
        "revenue": math.fsum(revenue), "gross_profit": gross_profit, "profit": gross_profit - cost,
        "_channel": channel, "_spend": media, "_customers": customers, "_revenue": revenue,
        "_paid_revenue": math.fsum(revenue_by_month(plan, channel, paid_customers)),
        "_paid": math.fsum(paid),
    }


def channel_row(plan, flow):
    """What the report says about one channel."""
    row = {name: value for name, value in flow.items() if not name.startswith("_")}
    row |= metrics(plan, flow, [flow])
    channel = flow["_channel"]
    row["cltv_revenue"] = channel.order_value * channel.lifetime_orders
    row["cltv"] = lifetime_value(plan, channel)
    used = ratio(flow["media"], flow["_paid"], "no_volume")
    row["unit_cost_effective"] = used if flow["media"] != 0 else Undefined("no_media")
    return row | marginals(plan, channel)


def marginals(plan, mover):
    """Return on the next money put into one channel, through every channel that it moves."""
    revenue, customers = [], []
    for channel in plan.channels:
        for j, slope in enumerate(paid_slope(plan, channel, mover)):
            if slope:
                lands = landing(plan, channel, plan.last, j)
                customers.append(slope * math.fsum(share for _, share in lands))
                revenue.append(slope * math.fsum(share * worth(plan, channel, t) for t, share in lands))
    media = math.fsum(plan.phase)
    more_revenue, more_customers = math.fsum(revenue) / media, math.fsum(customers) / media
    return {
        "roas_marginal": more_revenue if 0 < more_revenue < math.inf else Undefined("no_effect"),
        "cac_marginal": 1 / more_customers if 0 < more_customers < math.inf else Undefined("no_effect"),
    }


# ---- metrics and rows (section 4) ----------------------------------------------------------------------------------

def metrics(plan, totals, flows):
    """The metrics that the plan and each of its channels share."""
    media, cost, revenue = totals["media"], totals["cost"], totals["revenue"]
    gross_profit, customers = totals["gross_profit"], totals["customers"]
    brought = customers + totals["customers_after"]
    lifetime = {
        "cltv_revenue": weighted(flows, lambda c: c.order_value * c.lifetime_orders),
        "cltv": weighted(flows, lambda c: lifetime_value(plan, c)),
    }
    lifetime_profit = math.fsum(lifetime_value(plan, f["_channel"]) * everyone(f) for f in flows)
    cac = ratio(cost, brought, "no_customers")
    per_customer = ratio(gross_profit, customers, "no_customers")
    full = ratio(cost, plan.margin * media, "no_media")
    return {
        "cac": cac,
        "cac_media": ratio(media, brought, "no_customers"),
        **lifetime,
        "cltv_to_cac": cac if isinstance(cac, Undefined) else ratio(lifetime["cltv"], cac, "no_cost"),
        "roas": ratio(revenue, media, "no_media"),
        "roas_paid": ratio(math.fsum(f["_paid_revenue"] for f in flows), media, "no_media"),
        "roi": ratio(gross_profit - cost, cost, "no_cost"),
        "lifetime_roi": ratio(lifetime_profit - cost, cost, "no_cost"),
        "break_even_roas": ratio(1, plan.margin, "no_margin"),
        "break_even_roas_full": full if plan.margin else Undefined("no_margin"),
        "payback_months": payback(plan, cost, flows),
        "break_even_customers": ratio(cost, per_customer, "no_margin"),
    }


def everyone(flow):
    """Customers that the money brings, within the horizon and after it."""
    return flow["customers"] + flow["customers_after"]


def weighted(flows, value):
    """Mean of a channel's value over the customers that all channels bring."""
    total = math.fsum(everyone(f) for f in flows)
    return ratio(math.fsum(value(f["_channel"]) * everyone(f) for f in flows), total, "no_customers")


def payback(plan, cost, flows):
    """Smallest m ≥ 0 at which the gross profit of everyone brought covers the cost: linear between relationship ends."""
    if not any(everyone(f) for f in flows):
        return Undefined("no_customers")
    base = [(plan.margin * f["_channel"].order_value * everyone(f), f["_channel"]) for f in flows]

    def earned(months):
        return math.fsum(money * (1 + c.repeats * min(months, 12 * c.years)) for money, c in base)

    start = 0.0
    for end in sorted({0.0} | {12.0 * c.years for _, c in base}):
        if earned(end) >= cost:
            speed = math.fsum(money * c.repeats for money, c in base if 12 * c.years > start)
            return start + (cost - earned(start)) / speed if end > start else end
        start = end
    return Undefined("never_pays_back")


def month_rows(plan, flows):
    rows, cumulative = [], []
    for t in range(plan.months):
        money = math.fsum(f["_spend"][t] for f in flows)
        once = [f["_channel"].setup for f in flows] if t == 0 else []
        running = [part for f in flows for part in (f["_channel"].labour, f["_channel"].fixed)]
        cost = math.fsum([money, *running, *once])
        revenue = math.fsum(f["_revenue"][t] for f in flows)
        cumulative += [plan.margin * revenue, -cost]
        rows.append({
            "spend": money, "cost": cost, "customers": math.fsum(f["_customers"][t] for f in flows),
            "revenue": revenue, "gross_profit": plan.margin * revenue,
            "profit": plan.margin * revenue - cost, "cumulative_profit": math.fsum(cumulative),
        })
    return rows


def break_even(cost, months):
    """First month (from 1) with cumulative profit ≥ 0, and the first from which it stays so."""
    if cost == 0:
        return {name: Undefined("no_cost") for name in ("break_even_month", "break_even_lasting")}
    good = [row["cumulative_profit"] >= 0 for row in months]
    lasting = len(good)
    while lasting > 0 and good[lasting - 1]:
        lasting -= 1
    never = Undefined("not_within_horizon")
    return {
        "break_even_month": good.index(True) + 1 if True in good else never,
        "break_even_lasting": lasting + 1 if lasting < len(good) else never,
    }


def stage_row(plan, stage, flows):
    name = plan.stages[stage]["id"]
    feeding = [f for f in flows if f["_channel"].entry <= stage]
    active = [f for f in feeding if f["_channel"].active]
    volume = math.fsum(f["volumes"][name] for f in feeding)
    return {
        "id": name, "volume": volume,
        "bought": math.fsum(f["bought"] for f in feeding if f["_channel"].entry == stage),
        "after_deadline": math.fsum(f["after_deadline"][name] for f in feeding),
        "cost_per_unit_media": ratio(math.fsum(f["media"] for f in active), volume, "no_volume"),
        "cost_per_unit": ratio(math.fsum(f["cost"] for f in active), volume, "no_volume"),
    }


def goal_row(plan, totals, stages):
    metric, target, baseline = plan.goal["metric"], plan.target(), plan.baseline()
    volumes = {row["id"]: row["volume"] for row in stages}
    amount = {
        "new_customers": totals["customers"], "stage_volume": volumes.get(plan.goal.get("stage")),
    }.get(metric, totals.get(metric))
    reached, needed = baseline + amount, target - baseline
    return {
        "target": target, "baseline": baseline, "reached": reached, "gap": target - reached,
        "attainment": reached / target if target > 0 else Undefined("target_not_positive"),
        "plan_attainment": amount / needed if needed > 0 else Undefined("already_met"),
    }


# ---- the report ----------------------------------------------------------------------------------------------------

def settle(report):
    """Turn every `Undefined` into `None` and list its reason under its path; lists are addressed by `id`."""
    reasons = {}

    def walk(node, path):
        if isinstance(node, Undefined):
            reasons[path] = str(node)
            return None
        if isinstance(node, dict):
            return {key: walk(value, f"{path}.{key}" if path else key) for key, value in node.items()}
        if isinstance(node, list):
            return [walk(item, f"{path}.{item.get('id', place)}") for place, item in enumerate(node)]
        return node

    settled = walk(report, "")
    return settled | {"undefined": reasons}


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        given = json.load(file)
    print(json.dumps(evaluate(given) | {"scale_mix": {"factor": scale_mix(given)}}, ensure_ascii=False, indent=1))
