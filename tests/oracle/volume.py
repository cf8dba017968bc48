"""Spend to volume and volume through the funnel (model sections 2 and 3), with exact right-hand slopes."""

import math

LAGS = 13


def response(channel, spend):
    """Units bought per month for an effective spend."""
    kind, ceiling, half = _shape(channel)
    if kind == "linear":
        return spend / channel.unit_cost
    if spend <= 0:
        return 0.0
    if kind == "rational":
        return ceiling * spend / (spend + half)
    return ceiling * _share(spend / half, channel.curve["slope"])


def response_slope(channel, spend):
    """Right-hand derivative of `response`; infinite for a hill of slope below 1 at no spend."""
    kind, ceiling, half = _shape(channel)
    if kind == "linear":
        return 1 / channel.unit_cost
    if kind == "rational":
        return ceiling / (spend + half) * (half / (spend + half))
    slope = channel.curve["slope"]
    if spend <= 0:
        return ceiling / half if slope == 1 else 0.0 if slope > 1 else math.inf
    if spend <= half:
        ratio = spend / half
        return ceiling / half * slope * ratio ** (slope - 1) / (1 + ratio ** slope) ** 2
    power = (half / spend) ** slope
    return ceiling / spend * slope * power / (1 + power) ** 2


def steepest(channel, low, high):
    """The largest slope of the response between two effective spends."""
    kind, _, half = _shape(channel)
    slope = channel.curve["slope"] if kind == "hill" else 1
    if slope <= 1:
        return response_slope(channel, low)
    inflection = half * ((slope - 1) / (slope + 1)) ** (1 / slope)
    return response_slope(channel, min(max(inflection, low), high))


def _shape(channel):
    """Kind (`linear`, `rational` M·a/(a+h), `hill`), ceiling M and half-way spend h."""
    curve, unit_cost = channel.curve, channel.unit_cost
    kind = curve["kind"]
    if kind == "saturating":
        return "rational", curve["ceiling"], curve["ceiling"] * unit_cost - curve.get("at", 0.0)
    if kind == "doubling" and curve["gain"] < 1:
        half = 2 * curve["at"] * curve["gain"] / (1 - curve["gain"])
        return "rational", (curve["at"] + half) / unit_cost, half
    if kind == "hill":
        return "hill", curve["ceiling"], curve["half_at"]
    return "linear", math.inf, math.inf


def _share(ratio, slope):
    """ratio^slope / (1 + ratio^slope) without overflow."""
    if ratio <= 1:
        power = ratio ** slope
        return power / (1 + power)
    return 1 / (1 + (1 / ratio) ** slope)


def spend(plan, channel, factor=1.0):
    """Money per month, the channel's budget multiplied by `factor`."""
    return [factor * channel.budget * phase for phase in plan.phase]


def carried(channel, series, before):
    """Effective money per month: geometric over lags 0 to 12 of `series`, `before` ahead of the start."""
    weights = lag_weights(channel)
    return [
        math.fsum(w * (series[t - lag] if lag <= t else before) for lag, w in enumerate(weights))
        for t in range(len(series))
    ]


def lag_weights(channel):
    powers = [channel.carryover ** lag for lag in range(LAGS)]
    return [power / math.fsum(powers) for power in powers]


def carried_out(plan, channel):
    """Money spent in the horizon whose effect falls after it."""
    weights = lag_weights(channel)
    return math.fsum(
        money * math.fsum(weights[plan.months - j:]) for j, money in enumerate(spend(plan, channel))
    )


def ramp(channel, month):
    return min(1.0, (month + 1) / (channel.ramp_months + 1))


def dependency_factors(channel, spends, month):
    """One factor per dependency; it reads what the other channel spends in that month."""
    return [
        d["share_without"] + (1 - d["share_without"]) * min(1.0, spends[d["channel"]][month] / d["full_at"])
        for d in channel.depends_on
    ]


def paid_volume(plan, factor=1.0):
    """Units bought with money, by channel id and month."""
    spends = {c.id: spend(plan, c, factor) for c in plan.channels}
    return {c.id: _paid(plan, c, spends) for c in plan.channels}


def _paid(plan, channel, spends):
    if not channel.active:
        return [0.0] * plan.months
    effective = carried(channel, spends[channel.id], channel.prior)
    return [
        ramp(channel, t) * math.prod(dependency_factors(channel, spends, t)) * response(channel, effective[t])
        for t in range(plan.months)
    ]


def with_free(channel, paid):
    free = channel.free if channel.active else 0.0
    return [free + units for units in paid]


def paid_slope(plan, channel, mover):
    """Right-hand derivative of the channel's paid volume per month to the monthly budget of `mover`."""
    moves = channel.id == mover.id or any(d["channel"] == mover.id for d in channel.depends_on)
    if not (moves and channel.active and mover.active):
        return [0.0] * plan.months
    spends = {c.id: spend(plan, c) for c in plan.channels}
    effective = carried(channel, spends[channel.id], channel.prior)
    if channel.id == mover.id:
        moved = carried(channel, plan.phase, 0.0)
        pairs = [
            (math.prod(dependency_factors(channel, spends, t)) * moved[t], t) for t in range(plan.months)
        ]
        return [ramp(channel, t) * w * response_slope(channel, effective[t]) if w else 0.0 for w, t in pairs]
    return [
        ramp(channel, t) * response(channel, effective[t]) * _dependency_slope(plan, channel, mover, spends, t)
        for t in range(plan.months)
    ]


def _dependency_slope(plan, channel, mover, spends, month):
    """Right-hand derivative of the product of dependencies: beyond `full_at` more money adds nothing."""
    factors = dependency_factors(channel, spends, month)
    for place, d in enumerate(channel.depends_on):
        if d["channel"] == mover.id and spends[mover.id][month] < d["full_at"]:
            others = math.prod(factors[:place] + factors[place + 1:])
            return others * (1 - d["share_without"]) * plan.phase[month] / d["full_at"]
    return 0.0


def landing(plan, channel, stage, month):
    """Pairs (month of arrival, units) at `stage` for one unit bought at the entry stage in `month`."""
    delay = plan.delay(channel.entry, stage)
    whole = math.floor(delay)
    late = delay - whole
    return [
        (t, channel.fit * _passed(plan, channel, stage, t) * weight)
        for t, weight in ((month + whole, 1 - late), (month + whole + 1, late)) if weight > 0
    ]


def _passed(plan, channel, stage, month):
    """Share of the qualified entry volume that gets to `stage`, arriving in `month`."""
    share = 1.0
    for k in range(channel.entry + 1, stage + 1):
        rate = channel.rates[k]
        share *= min(1.0, rate * plan.sigma(month)) if k == plan.last else rate
    return share


def arrivals(plan, channel, stage, bought):
    """Units at `stage` by month: (list over the horizon, total after it)."""
    terms, late = [[] for _ in range(plan.months)], []
    for j, units in enumerate(bought):
        for t, share in landing(plan, channel, stage, j):
            (terms[t] if t < plan.months else late).append(units * share)
    return [math.fsum(parts) for parts in terms], math.fsum(late)
