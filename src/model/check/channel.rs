//! The channels: money that does nothing, money in one place, units that cost more than quoted.

use super::threshold::{DEAR_UNITS, DEAR_UNITS_SEVERE, NOISE, ONE_CHANNEL};
use super::{Check, CheckKind, Look, Place, rate_path};
use crate::equations::{goal_quantity, places};
use crate::plan::{Channel, Field, Path};
use crate::quantity::{Measure, Quantity};
use alloc::vec::Vec;

/// Where a kind of check speaks of several channels, the one with the most money comes first.
pub(super) fn checks(look: Look<'_, '_>, found: &mut Vec<Check>) {
    let spending = spending(look);
    for look_at in [no_effect, dependency, out_of_bounds, one_channel, dear_units] {
        found.extend(spending.iter().filter_map(|spends| look_at(look, *spends)));
    }
    found.extend(inactive(look));
}

/// A channel that spends media money.
#[derive(Clone, Copy)]
pub(super) struct Spends<'p> {
    pub(super) index: u16,
    pub(super) channel: &'p Channel,
    /// Over the horizon.
    pub(super) media: f64,
}

impl Spends<'_> {
    pub(super) fn quantity(self, measure: Measure) -> Quantity {
        Quantity::channel(self.index, measure)
    }

    pub(super) fn field(self, field: Field) -> Place {
        Place::Field(Path::at(field, self.index))
    }
}

/// Who spends, the most money first.
pub(super) fn spending<'m>(look: Look<'_, 'm>) -> Vec<Spends<'m>> {
    let channels = &look.plan().document().channels;
    let spends = |(index, channel)| {
        let media = look.value(Quantity::channel(index, Measure::Media)).filter(|media| *media > 0.0)?;
        Some(Spends { index, channel, media })
    };
    let mut spending: Vec<Spends<'m>> = places(channels.len()).zip(channels).filter_map(spends).collect();
    spending.sort_unstable_by(|a, b| b.media.total_cmp(&a.media).then(a.index.cmp(&b.index)));
    spending
}

fn no_effect(look: Look<'_, '_>, spends: Spends<'_>) -> Option<Check> {
    let kind = CheckKind::NoEffect { channel: spends.index, media: spends.media };
    is_useless(look, spends).then(|| {
        Check::warn(kind, blocked(look, spends)).with([look.reading(spends.quantity(Measure::Media))])
    })
}

/// Whether nothing comes of the money: nobody at the goal's stage, no customers, and no other channel that needs it.
pub(super) fn is_useless(look: Look<'_, '_>, spends: Spends<'_>) -> bool {
    let plan = look.plan();
    let supports =
        plan.document().channels.iter().any(|channel| {
            channel.depends_on.iter().any(|dependency| dependency.channel == spends.channel.id)
        });
    let nothing = |quantity| look.value(quantity).is_none_or(|volume| volume <= 0.0);
    let goal = goal_quantity(plan)
        .stage
        .map(|stage| Quantity { channel: Some(spends.index), ..Quantity::stage(stage, Measure::Volume) });
    let nobody = nothing(spends.quantity(Measure::AllCustomers)) && goal.is_none_or(nothing);
    !supports && (nobody || nothing(spends.quantity(Measure::Paid)))
}

/// The first number on a channel's way to the customer that lets nothing through; its budget where none is 0.
fn blocked(look: Look<'_, '_>, spends: Spends<'_>) -> Place {
    let plan = look.plan();
    let entry = plan.stage(&spends.channel.entry_stage).unwrap_or(0);
    let rates = (entry + 1..=plan.last_stage()).map(|stage| rate_path(plan.document(), spends.index, stage));
    core::iter::once(Path::at(Field::FitRate, spends.index))
        .chain(rates)
        .find(|path| plan.document().number(*path) == Some(0.0))
        .map_or_else(|| spends.field(Field::MonthlyBudget), Place::Field)
}

fn dependency(look: Look<'_, '_>, spends: Spends<'_>) -> Option<Check> {
    let plan = look.plan();
    let strength = look.reading(spends.quantity(Measure::Dependency));
    let weak = |month| {
        let strength = look.read(strength.at(month)).ok()?;
        (strength < 1.0 - NOISE).then_some((month, strength))
    };
    let weak: Vec<(u16, f64)> = places(plan.months()).filter_map(weak).collect();
    let &(month, left) = weak.iter().min_by(|a, b| a.1.total_cmp(&b.1))?;
    let support = |dependency: &crate::plan::Dependency| {
        let on = plan.channel(&dependency.channel)?;
        let spend = look.reading(Quantity::channel(on, Measure::Spend)).at(month);
        Some((on, spend, look.read(spend).ok()?, dependency.full_at.value))
    };
    let supports = spends.channel.depends_on.iter().filter_map(support);
    let (on, spend_reading, spend, full_at) = supports.min_by(|a, b| (a.2 / a.3).total_cmp(&(b.2 / b.3)))?;
    let months = u16::try_from(weak.len()).unwrap_or(u16::MAX);
    let kind =
        CheckKind::DependencyUnmet { channel: spends.index, on, months, strength: left, spend, full_at };
    let active = plan.document().channels.get(usize::from(on)).is_some_and(Channel::is_active);
    let budget = Place::Field(Path::at(Field::MonthlyBudget, on));
    let place = if active { budget } else { Place::Channel(on) };
    Some(Check::warn(kind, place).with([strength.at(month), spend_reading]))
}

/// The budgets that reach the goal keep today's mix and ask for no bounds.
fn out_of_bounds(look: Look<'_, '_>, spends: Spends<'_>) -> Option<Check> {
    let budget = spends.media / f64::from(look.plan().document().months);
    let passes = |bound: f64, above: bool| {
        let beyond = if above { budget - bound } else { bound - budget };
        beyond > NOISE * budget.max(bound)
    };
    let max = spends.channel.max_budget.filter(|max| passes(*max, true)).map(|max| (max, true));
    let min = || spends.channel.min_budget.filter(|min| passes(*min, false)).map(|min| (min, false));
    let (bound, above) = max.or_else(min)?;
    let kind = CheckKind::OutOfBounds { channel: spends.index, budget, bound, above };
    let field = if above { Field::MaxBudget } else { Field::MinBudget };
    Some(Check::warn(kind, spends.field(field)))
}

fn one_channel(look: Look<'_, '_>, spends: Spends<'_>) -> Option<Check> {
    let share = look.value(spends.quantity(Measure::MediaShare))?;
    let only = share >= 1.0 - NOISE;
    let kind = CheckKind::OneChannel { channel: spends.index, share, only };
    let place = if only { Place::Channels } else { spends.field(Field::MonthlyBudget) };
    (share > ONE_CHANNEL + NOISE)
        .then(|| Check::warn(kind, place).with([look.reading(spends.quantity(Measure::MediaShare))]))
}

fn dear_units(look: Look<'_, '_>, spends: Spends<'_>) -> Option<Check> {
    let quoted = spends.channel.unit_cost.value;
    let effective = look.value(spends.quantity(Measure::UnitCostEffective))?;
    let kind = CheckKind::DearUnits { channel: spends.index, effective, quoted };
    let check = if effective > DEAR_UNITS_SEVERE * quoted { Check::warn } else { Check::note };
    (effective > DEAR_UNITS * quoted).then(|| {
        check(kind, spends.field(Field::MonthlyBudget))
            .with([look.reading(spends.quantity(Measure::UnitCostEffective))])
    })
}

fn inactive(look: Look<'_, '_>) -> Option<Check> {
    let all = &look.plan().document().channels;
    let off = places(all.len()).zip(all).filter(|(_, channel)| channel.active == Some(false));
    let channels: Vec<u16> = off.map(|(c, _)| c).collect();
    let place = Place::Channel(*channels.first()?);
    let none_left = channels.len() == all.len();
    let check = if none_left { Check::warn } else { Check::note };
    Some(check(CheckKind::Inactive { channels, all: none_left }, place))
}
