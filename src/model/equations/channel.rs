//! One channel from its money to its metrics.

use super::funnel::{self, AtStage};
use super::lifetime::{Lifetime, lifetime};
use super::metrics::{self, Totals};
use super::{Context, spend};
use crate::graph::{Monthly, One, Reason};
use crate::plan::{Field, Path};
use crate::quantity::{Measure, Quantity};
use alloc::vec::Vec;

/// A channel's place in the plan and in the funnel.
#[derive(Clone, Copy)]
pub(crate) struct Place<'p> {
    pub(crate) index: u16,
    pub(crate) entry: u16,
    pub(crate) channel: &'p crate::plan::Channel,
}

/// What the plan needs to know of a channel.
pub(crate) struct ChannelRows<'b> {
    pub(crate) entry: u16,
    pub(crate) active: bool,
    pub(crate) bought: One<'b>,
    /// From the entry stage on.
    pub(crate) stages: Vec<AtStage<'b>>,
    pub(crate) overhead: One<'b>,
    pub(crate) setup: Option<One<'b>>,
    pub(crate) revenue: Monthly<'b>,
    pub(crate) lifetime: Lifetime<'b>,
    pub(crate) income: metrics::Income<'b>,
    pub(crate) totals: Totals<'b>,
}

impl<'b> ChannelRows<'b> {
    /// The channel at a stage; none before its entry.
    pub(crate) fn at(&self, stage: u16) -> Option<&AtStage<'b>> {
        self.stages.get(usize::from(stage.checked_sub(self.entry)?))
    }
}

pub(crate) fn channel<'b>(
    context: &Context<'b>,
    (index, channel): (u16, &crate::plan::Channel),
    spends: &[Monthly<'b>],
) -> ChannelRows<'b> {
    let model = context.model;
    let entry = context.plan.stage(&channel.entry_stage).unwrap_or(0);
    let place = Place { index, entry, channel };
    let name = |measure| Quantity::channel(index, measure);

    let bought = spend::bought(context, index, channel, spends);
    let fit = model.optional(Path::at(Field::FitRate, index));
    let qualify = |row: Monthly<'b>| fit.map_or(row, |fit| fit * row);
    let qualified = model.define(name(Measure::Qualified), qualify(bought.all));
    let stages = funnel::stages(context, place, qualified);
    let life = lifetime(context, place);
    let customers = stages.last().map_or(qualified, |last| last.monthly);
    let active = model.define(name(Measure::ActiveCustomers), life.active(customers));
    let (orders, revenue) = life.revenue_of(customers, active);
    model.define(name(Measure::Orders), orders);
    let revenue = model.define(name(Measure::MonthlyRevenue), revenue);
    let paid_revenue = if model.optional(Path::at(Field::FreeVolume, index)).is_some() {
        let customers = paid_customers(context, place, qualify(bought.paid));
        life.revenue_of(customers, life.active(customers)).1
    } else {
        revenue
    };
    let paid_revenue = model.define(name(Measure::PaidMonthlyRevenue), paid_revenue);

    let cost = Overheads::of(context, place);
    let media = spends.get(usize::from(index)).map_or_else(|| model.constant(0.0), |spend| spend.total());
    let after = stages.last().map_or_else(|| model.constant(0.0), |last| last.after_deadline);
    let within = stages.last().map_or_else(|| model.constant(0.0), |last| last.volume);
    let totals = Totals::define(
        context,
        Some(index),
        &metrics::Parts {
            media,
            labour: cost.labour,
            fixed: cost.fixed,
            customers: within,
            customers_after: after,
            revenue: revenue.total(),
            paid_revenue: paid_revenue.total(),
        },
    );
    let income = metrics::channel(context, place, &totals, &life);
    let paid = model.define(name(Measure::Paid), bought.paid.total());
    let unit_cost = totals.media.provided(totals.media, Reason::NoMedia).over(paid, Reason::NoVolume);
    model.define(name(Measure::UnitCostEffective), unit_cost);
    ChannelRows {
        entry,
        active: spend::is_active(channel),
        bought: model.define(name(Measure::Bought), bought.all.total()),
        stages,
        overhead: cost.overhead,
        setup: cost.setup,
        revenue,
        lifetime: life,
        income,
        totals,
    }
}

/// New customers by month that come from volume paid for: the same way through the funnel, without the free volume.
fn paid_customers<'b>(context: &Context<'b>, place: Place<'_>, qualified: Monthly<'b>) -> Monthly<'b> {
    let last = context.plan.last_stage();
    if place.entry == last {
        return qualified;
    }
    let due = (place.entry + 1..last).fold(qualified, |due, stage| due * funnel::rate(context, place, stage));
    let arriving = funnel::delay(context, place, last).map_or(due, |delay| due.delayed(delay));
    match funnel::seasonal_rate(context, place, last) {
        Some(rate) => arriving * rate,
        None => arriving * funnel::rate(context, place, last),
    }
}

/// What a channel costs beside its media money.
struct Overheads<'b> {
    /// Labour and fixed cost per month.
    overhead: One<'b>,
    labour: One<'b>,
    /// Fixed cost over the horizon with the setup.
    fixed: One<'b>,
    setup: Option<One<'b>>,
}

impl<'b> Overheads<'b> {
    fn of(context: &Context<'b>, place: Place<'_>) -> Overheads<'b> {
        let model = context.model;
        let active = spend::is_active(place.channel);
        let input = |field| model.optional(Path::at(field, place.index)).filter(|_| active);
        let nothing = || model.constant(0.0);
        let wages = input(Field::LabourHours).zip(input(Field::HourlyWage)).map(|(hours, wage)| hours * wage);
        let monthly = input(Field::FixedCost);
        let setup = input(Field::SetupCost);
        let overhead = match (wages, monthly) {
            (Some(wages), Some(fixed)) => wages + fixed,
            (wages, fixed) => wages.or(fixed).unwrap_or_else(nothing),
        };
        let running = monthly.map(|monthly| monthly * context.horizon);
        let fixed = match (running, setup) {
            (Some(running), Some(setup)) => running + setup,
            (running, setup) => running.or(setup).unwrap_or_else(nothing),
        };
        Overheads {
            overhead: model.define(Quantity::channel(place.index, Measure::Overhead), overhead),
            labour: wages.map_or_else(nothing, |wages| wages * context.horizon),
            fixed,
            setup,
        }
    }
}
