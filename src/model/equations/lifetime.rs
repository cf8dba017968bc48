//! Section 4: what a customer orders, in the horizon and in a lifetime.
//!
//! Source of the lifetime value: Farris et al., Marketing Metrics, with repeat orders spread evenly over the
//! relationship and discounted per month.

use super::Context;
use super::channel::Place;
use crate::graph::{Monthly, One};
use crate::plan::{Field, Path};
use crate::quantity::{Measure, Quantity};

/// A customer of one channel.
#[derive(Clone, Copy)]
pub(crate) struct Lifetime<'b> {
    /// A
    pub(crate) order_value: One<'b>,
    /// ρ
    pub(crate) repeat_rate: One<'b>,
    /// 12·Y
    pub(crate) months: One<'b>,
    /// A·L
    pub(crate) revenue: One<'b>,
    /// g·A·(1 + ρ·a)
    pub(crate) value: One<'b>,
}

/// i = (1 + d)^(1/12) − 1, and none without a discount rate.
fn monthly_discount<'b>(context: &Context<'b>) -> Option<One<'b>> {
    let model = context.model;
    let yearly = model.optional(Path::of(Field::DiscountRate))?;
    let monthly = (1.0 + yearly).power(model.constant(1.0 / 12.0)) - 1.0;
    Some(model.define(Quantity::plan(Measure::MonthlyDiscount), monthly))
}

/// The life of a channel's customers: L = max(1, F·Y), ρ = (L − 1)/(12·Y), or 0 where Y = 0.
pub(crate) fn lifetime<'b>(context: &Context<'b>, place: Place<'_>) -> Lifetime<'b> {
    let model = context.model;
    let name = |measure| Quantity::channel(place.index, measure);
    let number = |own, common| {
        let own = Path::at(own, place.index);
        let has_own = context.plan.document().number(own).is_some();
        model.input(if has_own { own } else { Path::of(common) })
    };
    let order_value = number(Field::ChannelOrderValue, Field::OrderValue);
    let per_year = number(Field::ChannelOrdersPerYear, Field::OrdersPerYear);
    let years = number(Field::ChannelRelationshipYears, Field::RelationshipYears);

    let orders = model.define(name(Measure::LifetimeOrders), (per_year * years).at_least(1.0));
    let months = model.define(name(Measure::RelationshipMonths), 12.0 * years);
    let repeat_rate = model.define(name(Measure::RepeatRate), (orders - 1.0).over_or_zero(months));
    let worth_of_months = monthly_discount(context).map_or(months, |discount| discount.annuity(months));
    let worth = model.define(name(Measure::DiscountedOrders), 1.0 + repeat_rate * worth_of_months);
    Lifetime {
        order_value,
        repeat_rate,
        months,
        revenue: model.define(name(Measure::CltvRevenue), order_value * orders),
        value: model.define(name(Measure::Cltv), context.gross_margin * order_value * worth),
    }
}

impl<'b> Lifetime<'b> {
    /// Earlier customers who may order again: those of the last 12·Y months, the month of the first order apart.
    pub(crate) fn active(&self, customers: Monthly<'b>) -> Monthly<'b> {
        customers.trailing(self.months)
    }

    /// Revenue by month: A in the month of the first order, A·ρ in each month of the relationship after it.
    pub(crate) fn revenue_of(
        &self,
        customers: Monthly<'b>,
        active: Monthly<'b>,
    ) -> (Monthly<'b>, Monthly<'b>) {
        let orders = customers + self.repeat_rate * active;
        (orders, self.order_value * orders)
    }
}
