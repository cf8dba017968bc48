//! Section 2: from money to units bought.

use super::{Context, places};
use crate::graph::{Monthly, One};
use crate::plan::{Channel, Field, Path, ResponseKind};
use crate::quantity::{Measure, Quantity};
use alloc::vec::Vec;

/// What a channel's money buys.
pub(crate) struct Bought<'b> {
    /// Units brought by media money, month by month.
    pub(crate) paid: Monthly<'b>,
    /// Units brought in all.
    pub(crate) all: Monthly<'b>,
}

/// x(t) = monthly budget × phase(t), of every channel. An inactive channel spends nothing.
pub(crate) fn spends<'b>(context: &Context<'b>) -> Vec<Monthly<'b>> {
    let model = context.model;
    let spend = |(c, channel): (u16, &Channel)| {
        let active = channel.is_active();
        let budget =
            if active { model.input(Path::at(Field::MonthlyBudget, c)) } else { model.constant(0.0) };
        model.define(Quantity::channel(c, Measure::Spend), budget * context.calendar.phase)
    };
    let channels = &context.plan.document().channels;
    places(channels.len()).zip(channels).map(spend).collect()
}

/// Units bought in a month: v(t) = free volume + ramp(t) · dependency(t) · R(a(t)).
pub(crate) fn bought<'b>(
    context: &Context<'b>,
    c: u16,
    channel: &Channel,
    spends: &[Monthly<'b>],
) -> Bought<'b> {
    let model = context.model;
    let name = |measure| Quantity::channel(c, measure);
    let active = channel.is_active();
    let input = |field| model.optional(Path::at(field, c)).filter(|_| active);
    let spend = spends.get(usize::from(c)).copied().unwrap_or(context.calendar.phase);

    let carryover = input(Field::Carryover);
    let effective = carryover.map_or(spend, |carryover| {
        let before = input(Field::PriorBudget).unwrap_or_else(|| model.constant(0.0));
        model.define(name(Measure::EffectiveSpend), spend.carried_over(carryover, before))
    });
    let beyond = carryover.map_or_else(|| model.constant(0.0), |carryover| spend.carried_beyond(carryover));
    model.define(name(Measure::CarryoverAfter), beyond);

    let mut paid = model.define(name(Measure::Response), response(context, c, channel, effective));
    if let Some(months) = input(Field::RampMonths) {
        let ramp = context.calendar.month_number.over_or_zero(months + 1.0).at_most(1.0);
        paid = model.define(name(Measure::Ramp), ramp) * paid;
    }
    if let Some(dependency) = dependency(context, c, channel, spends) {
        paid = model.define(name(Measure::Dependency), dependency) * paid;
    }
    let paid = model.define(name(Measure::PaidVolume), paid);
    let all = input(Field::FreeVolume).map_or(paid, |free| free + paid);
    Bought { paid, all: model.define(name(Measure::MonthlyBought), all) }
}

/// R(a): units bought at the entry stage for the effective spend a of a month.
fn response<'b>(context: &Context<'b>, c: u16, channel: &Channel, effective: Monthly<'b>) -> Monthly<'b> {
    let model = context.model;
    let number = |field| model.input(Path::at(field, c));
    let half_at = |half: One<'b>| model.define(Quantity::channel(c, Measure::HalfAt), half);
    match channel.response.as_ref().map_or(ResponseKind::Linear, |response| response.kind) {
        ResponseKind::Linear => effective.over_or_zero(number(Field::UnitCost)),
        ResponseKind::Saturating => {
            let whole = number(Field::Ceiling) * number(Field::UnitCost);
            let half = model.optional(Path::at(Field::At, c)).map_or(whole, |at| whole - at);
            number(Field::Ceiling) * effective.share_of_ceiling(half_at(half))
        }
        // M·a/(a+h) with h = 2·x0·p/(1−p) and M = (x0+h)/u, multiplied out so that p = 1 is not special.
        ResponseKind::Doubling => {
            let (at, gain) = (number(Field::At), number(Field::Gain));
            let bent = (1.0 - gain) * effective + 2.0 * gain * at;
            let falloff = (at * (1.0 + gain)).over_or_zero(bent);
            let linear = effective.over_or_zero(number(Field::UnitCost));
            linear * model.define(Quantity::channel(c, Measure::Falloff), falloff)
        }
        ResponseKind::Hill => {
            let relative = effective.over_or_zero(half_at(number(Field::HalfAt)));
            let steep = relative.power(number(Field::Slope));
            number(Field::Ceiling) * steep.share_of_ceiling(model.constant(1.0))
        }
    }
}

/// Π over `depends_on` of s + (1 − s) · min(1, x(t) / full_at): it reads spend, not volume, so circles are fine.
fn dependency<'b>(
    context: &Context<'b>,
    c: u16,
    channel: &Channel,
    spends: &[Monthly<'b>],
) -> Option<Monthly<'b>> {
    let model = context.model;
    let factor = |(place, dependency): (u16, &crate::plan::Dependency)| {
        let other = spends.get(usize::from(context.plan.channel(&dependency.channel)?))?;
        let without = model.input(Path::item(Field::ShareWithout, c, place));
        let strength = other.over_or_zero(model.input(Path::item(Field::FullAt, c, place))).at_most(1.0);
        Some(without + (1.0 - without) * strength)
    };
    let factors = places(channel.depends_on.len()).zip(&channel.depends_on).filter_map(factor);
    factors.reduce(|product, factor| product * factor)
}
