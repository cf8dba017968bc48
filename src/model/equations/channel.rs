//! One channel from its money to its metrics.

use super::Context;
use super::funnel::{AtStage, Way};
use super::lifetime::{Lifetime, lifetime};
use super::metrics::{self, Totals};
use super::spend::{self, Bought};
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
    let place = Place { index, entry: context.plan.stage(&channel.entry_stage).unwrap_or(0), channel };
    let bought = spend::bought(context, index, channel, spends);
    let sales = Sales::of(context, place, &bought);
    let cost = Overheads::of(context, place);
    let totals = Totals::define(
        context,
        Some(index),
        &metrics::Parts {
            media: spends.get(usize::from(index)).map_or_else(|| model.constant(0.0), |spend| spend.total()),
            labour: cost.labour,
            fixed: cost.fixed,
            customers: sales.customers.volume,
            customers_after: sales.customers.after_deadline,
            revenue: sales.revenue.total(),
            paid_revenue: sales.paid_revenue.total(),
        },
    );
    ChannelRows {
        entry: place.entry,
        active: channel.is_active(),
        bought: units(context, index, &bought, &totals),
        income: metrics::channel(context, place, &totals, &sales.lifetime),
        stages: sales.stages,
        overhead: cost.overhead,
        setup: cost.setup,
        revenue: sales.revenue,
        lifetime: sales.lifetime,
        totals,
    }
}

/// Units over the horizon, and what those that were paid for cost; answers all of them.
fn units<'b>(context: &Context<'b>, index: u16, bought: &Bought<'b>, totals: &Totals<'b>) -> One<'b> {
    let define = |measure, term| context.model.define(Quantity::channel(index, measure), term);
    let paid = define(Measure::Paid, bought.paid.total());
    let media = totals.parts.media;
    define(Measure::UnitCostEffective, media.provided(media, Reason::NoMedia).over(paid, Reason::NoVolume));
    define(Measure::Bought, bought.all.total())
}

/// What comes of a channel's units.
struct Sales<'b> {
    stages: Vec<AtStage<'b>>,
    /// The last of the stages.
    customers: AtStage<'b>,
    lifetime: Lifetime<'b>,
    revenue: Monthly<'b>,
    /// Revenue of the units paid for.
    paid_revenue: Monthly<'b>,
}

impl<'b> Sales<'b> {
    fn of(context: &Context<'b>, place: Place<'_>, bought: &Bought<'b>) -> Sales<'b> {
        let model = context.model;
        let name = |measure| Quantity::channel(place.index, measure);
        let fit = model.optional(Path::at(Field::FitRate, place.index));
        let qualify = |row: Monthly<'b>| fit.map_or(row, |fit| fit * row);
        let way = Way::of(context, place);
        let qualified = model.define(name(Measure::Qualified), qualify(bought.all));
        let (stages, customers) = way.stages(context, place, qualified);

        let lifetime = lifetime(context, place);
        let active = model.define(name(Measure::ActiveCustomers), lifetime.active(customers.monthly));
        let (orders, revenue) = lifetime.revenue_of(customers.monthly, active);
        model.define(name(Measure::Orders), orders);
        let revenue = model.define(name(Measure::MonthlyRevenue), revenue);
        let paid_revenue = if model.optional(Path::at(Field::FreeVolume, place.index)).is_some() {
            let customers = way.customers(qualify(bought.paid));
            lifetime.revenue_of(customers, lifetime.active(customers)).1
        } else {
            revenue
        };
        let paid_revenue = model.define(name(Measure::PaidMonthlyRevenue), paid_revenue);
        Sales { stages, customers, lifetime, revenue, paid_revenue }
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
        let active = place.channel.is_active();
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
