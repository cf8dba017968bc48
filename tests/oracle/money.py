"""What a customer brings (model section 4). Money in the plan's currency."""

import math


def sales(plan, channel, month):
    """Pairs (month, money) that a customer won in `month` brings within the horizon."""
    pairs = [(month, channel.order_value)] if month < plan.months else []
    for u in range(month + 1, plan.months):
        share = min(1.0, max(0.0, 12 * channel.years - (u - month - 1)))
        pairs.append((u, channel.order_value * channel.repeats * share))
    return pairs


def worth(plan, channel, month):
    """Revenue within the horizon of a customer won in `month`."""
    return math.fsum(money for _, money in sales(plan, channel, month))


def revenue_by_month(plan, channel, customers):
    terms = [[] for _ in range(plan.months)]
    for t, count in enumerate(customers):
        for u, money in sales(plan, channel, t):
            terms[u].append(count * money)
    return [math.fsum(parts) for parts in terms]


def lifetime_value(plan, channel):
    """Discounted gross profit of one customer over the whole relationship."""
    growth = math.log1p(plan.discount)
    interest = math.expm1(growth / 12)
    annuity = -math.expm1(-growth * channel.years) / interest if interest else 12 * channel.years
    return plan.margin * channel.order_value * (1 + channel.repeats * annuity)
