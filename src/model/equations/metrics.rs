//! Section 4: totals and metrics, the same for the plan and for every channel.
//!
//! Revenue, profit, ROAS and ROI speak of the horizon; CAC, CLTV and payback of everyone the money brings (N⁺).
//! Source of the definitions: Farris, Bendle, Pfeifer, Reibstein: Marketing Metrics.

use super::channel::{ChannelRows, Place};
use super::lifetime::Lifetime;
use super::{Context, places, sum_of};
use crate::graph::{Monthly, One, Reason};
use crate::quantity::{Measure, Quantity};
use alloc::vec::Vec;

/// What totals are made of.
#[derive(Clone, Copy)]
pub(crate) struct Parts<'b> {
    pub(crate) media: One<'b>,
    pub(crate) labour: One<'b>,
    pub(crate) fixed: One<'b>,
    pub(crate) customers: One<'b>,
    pub(crate) customers_after: One<'b>,
    pub(crate) revenue: One<'b>,
    pub(crate) paid_revenue: One<'b>,
}

impl<'b> Parts<'b> {
    /// Makes every part from its measure and from where it stands among others.
    fn each(make: impl Fn(Measure, fn(&Parts<'b>) -> One<'b>) -> One<'b>) -> Parts<'b> {
        Parts {
            media: make(Measure::Media, |parts| parts.media),
            labour: make(Measure::Labour, |parts| parts.labour),
            fixed: make(Measure::Fixed, |parts| parts.fixed),
            customers: make(Measure::Customers, |parts| parts.customers),
            customers_after: make(Measure::CustomersAfter, |parts| parts.customers_after),
            revenue: make(Measure::Revenue, |parts| parts.revenue),
            paid_revenue: make(Measure::PaidRevenue, |parts| parts.paid_revenue),
        }
    }
}

/// The totals over the horizon, named.
#[derive(Clone, Copy)]
pub(crate) struct Totals<'b> {
    pub(crate) parts: Parts<'b>,
    pub(crate) cost: One<'b>,
    /// N⁺
    pub(crate) everyone: One<'b>,
    pub(crate) gross_profit: One<'b>,
    pub(crate) profit: One<'b>,
}

impl<'b> Totals<'b> {
    pub(crate) fn define(context: &Context<'b>, channel: Option<u16>, parts: &Parts<'b>) -> Totals<'b> {
        let name = |measure| Quantity { measure, channel, stage: None };
        let define = |measure, term| context.model.define(name(measure), term);
        let parts = Parts::each(|measure, of| define(measure, of(parts)));
        define(Measure::MediaPerMonth, parts.media.over_or_zero(context.horizon));
        let cost = define(Measure::Cost, parts.media + parts.labour + parts.fixed);
        let gross_profit = define(Measure::GrossProfit, context.gross_margin * parts.revenue);
        Totals {
            parts,
            cost,
            everyone: define(Measure::AllCustomers, parts.customers + parts.customers_after),
            gross_profit,
            profit: define(Measure::Profit, gross_profit - cost),
        }
    }
}

/// The metrics that are ratios of totals.
fn ratios<'b>(
    context: &Context<'b>,
    channel: Option<u16>,
    totals: &Totals<'b>,
    lifetime_value: One<'b>,
    cltv: One<'b>,
) {
    let define = |measure, term| context.model.define(Quantity { measure, channel, stage: None }, term);
    let Totals { parts, cost, everyone, gross_profit, profit } = *totals;
    let Parts { media, customers, revenue, paid_revenue, .. } = parts;
    let cac = define(Measure::Cac, cost.over(everyone, Reason::NoCustomers));
    define(Measure::CacMedia, media.over(everyone, Reason::NoCustomers));
    define(Measure::CltvToCac, cltv.over(cac, Reason::NoCost));
    define(Measure::Roas, revenue.over(media, Reason::NoMedia));
    define(Measure::RoasPaid, paid_revenue.over(media, Reason::NoMedia));
    define(Measure::Roi, profit.over(cost, Reason::NoCost));
    define(Measure::LifetimeRoi, (lifetime_value - cost).over(cost, Reason::NoCost));
    let covers_goods = context.model.constant(1.0).over(context.gross_margin, Reason::NoMargin);
    let covers_goods = define(Measure::BreakEvenRoas, covers_goods);
    define(Measure::BreakEvenRoasFull, covers_goods * cost.over(media, Reason::NoMedia));
    let each = define(Measure::GrossProfitPerCustomer, gross_profit.over(customers, Reason::NoCustomers));
    define(Measure::BreakEvenCustomers, cost.over(each, Reason::NoMargin));
}

/// What everyone a channel brings pays: at once, per month, and for how many months.
pub(crate) type Income<'b> = [One<'b>; 3];

fn income<'b>(context: &Context<'b>, index: u16, totals: &Totals<'b>, life: &Lifetime<'b>) -> Income<'b> {
    let define = |measure, term| context.model.define(Quantity::channel(index, measure), term);
    let first = define(Measure::FirstGrossProfit, totals.everyone * context.gross_margin * life.order_value);
    [first, define(Measure::RepeatGrossProfit, first * life.repeat_rate), life.months]
}

/// The time after which everyone the money brings has paid the cost.
fn payback<'b>(context: &Context<'b>, channel: Option<u16>, totals: &Totals<'b>, incomes: &[Income<'b>]) {
    // The cost of nobody is never paid back for another reason than the cost of somebody: it is asked first.
    let cost = totals.cost.provided(totals.everyone, Reason::NoCustomers);
    let name = Quantity { measure: Measure::Payback, channel, stage: None };
    context.model.define(name, context.model.paid_back_after(cost, incomes));
}

/// The metrics of a channel; answers its income.
pub(crate) fn channel<'b>(
    context: &Context<'b>,
    place: Place<'_>,
    totals: &Totals<'b>,
    life: &Lifetime<'b>,
) -> Income<'b> {
    let model = context.model;
    let name = |measure| Quantity::channel(place.index, measure);
    let value = model.define(name(Measure::LifetimeValue), life.value * totals.everyone);
    model.define(name(Measure::LifetimeRevenue), life.revenue * totals.everyone);
    ratios(context, Some(place.index), totals, value, life.value);
    let income = income(context, place.index, totals, life);
    payback(context, Some(place.index), totals, &[income]);
    income
}

/// The totals, months and metrics of the whole plan.
pub(crate) fn plan<'b>(
    context: &Context<'b>,
    channels: &[ChannelRows<'b>],
    spends: &[Monthly<'b>],
) -> Totals<'b> {
    let model = context.model;
    let sum =
        |of: &dyn Fn(&ChannelRows<'b>) -> One<'b>| model.sum(&channels.iter().map(of).collect::<Vec<_>>());
    let parts = Parts::each(|_, of| sum(&|channel| of(&channel.totals.parts)));
    let totals = Totals::define(context, None, &parts);
    for (place, channel) in places(channels.len()).zip(channels) {
        let share = channel.totals.parts.media.over(totals.parts.media, Reason::NoMedia);
        model.define(Quantity::channel(place, Measure::MediaShare), share);
    }
    let (cumulative, of) = months(context, channels, spends);
    let name = Quantity::plan;
    let value = sum(&|channel| channel.lifetime.value * channel.totals.everyone);
    let value = model.define(name(Measure::LifetimeValue), value);
    let revenue = sum(&|channel| channel.lifetime.revenue * channel.totals.everyone);
    let revenue = model.define(name(Measure::LifetimeRevenue), revenue);
    model.define(name(Measure::CltvRevenue), revenue.over(totals.everyone, Reason::NoCustomers));
    let cltv = model.define(name(Measure::Cltv), value.over(totals.everyone, Reason::NoCustomers));
    ratios(context, None, &totals, value, cltv);
    payback(context, None, &totals, &channels.iter().map(|channel| channel.income).collect::<Vec<_>>());
    let month = cumulative.first_reached(of).provided(totals.cost, Reason::NoCost);
    model.define(name(Measure::BreakEvenMonth), month);
    let month = cumulative.lasting_from(of).provided(totals.cost, Reason::NoCost);
    model.define(name(Measure::BreakEvenLasting), month);
    totals
}

/// The rows by month of the whole plan; answers the cumulative profit, and the two rows it is the difference of.
fn months<'b>(
    context: &Context<'b>,
    channels: &[ChannelRows<'b>],
    spends: &[Monthly<'b>],
) -> (Monthly<'b>, [Monthly<'b>; 2]) {
    let model = context.model;
    let define = |measure, row: Monthly<'b>| model.define(Quantity::plan(measure), row);
    let spend = sum_of(context, Measure::Spend, spends.iter().copied());
    let overhead = model.sum(&channels.iter().map(|channel| channel.overhead).collect::<Vec<_>>());
    let overhead = model.define(Quantity::plan(Measure::Overhead), overhead);
    let setups: Vec<One<'b>> = channels.iter().filter_map(|channel| channel.setup).collect();
    let cost =
        define(Measure::MonthlyCost, spend + overhead + model.sum(&setups) * context.calendar.first_month);
    let customers = channels.iter().filter_map(|channel| channel.stages.last()).map(|last| last.monthly);
    sum_of(context, Measure::MonthlyCustomers, customers);
    let revenue = sum_of(context, Measure::MonthlyRevenue, channels.iter().map(|channel| channel.revenue));
    let gross_profit = define(Measure::MonthlyGrossProfit, context.gross_margin * revenue);
    let profit = define(Measure::MonthlyProfit, gross_profit - cost);
    (define(Measure::CumulativeProfit, profit.cumulative()), [gross_profit, cost])
}
