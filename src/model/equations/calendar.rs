//! The calendar: how ready people are to buy in each month, and how the budgets are spread.

use crate::graph::{Builder, Late, Monthly, One};
use crate::plan::{Phasing, Plan};
use crate::quantity::{Measure, Quantity};
use alloc::vec::Vec;

/// The rows that depend on nothing but the plan's months.
pub(crate) struct Calendar<'b> {
    /// σ(t) within the horizon and in the twelve months after it; none when every month is alike.
    pub(crate) season: Option<(Monthly<'b>, Late<'b>)>,
    /// phase(t), mean 1 over the horizon.
    pub(crate) phase: Monthly<'b>,
    /// The number of the month, t + 1.
    pub(crate) month_number: Monthly<'b>,
    /// 1 in the first month, 0 later.
    pub(crate) first_month: Monthly<'b>,
}

/// The months of the plan, as a number of formulas.
pub(crate) fn horizon<'b>(plan: &Plan, model: &'b Builder<'b>) -> One<'b> {
    model.define(Quantity::plan(Measure::Horizon), model.given_once(f64::from(plan.document().months)))
}

impl<'b> Calendar<'b> {
    pub(crate) fn of(plan: &'b Plan, model: &'b Builder<'b>) -> Calendar<'b> {
        let months = plan.months();
        let season = plan.document().seasonality.as_ref().map(|factors| {
            let within = model.given((0..months).map(|month| season(plan, factors, month)));
            let after = model.given_after((months..months + 12).map(|month| season(plan, factors, month)));
            (model.define(Quantity::plan(Measure::Season), within), after)
        });
        let phase = model.define(Quantity::plan(Measure::Phase), model.given(phases(plan).into_iter()));
        let month_number = model.given((1..=plan.document().months).map(f64::from));
        let first_month = model.given(core::iter::once(1.0));
        Calendar { season, phase, month_number, first_month }
    }
}

/// σ of a month of the plan, also beyond the horizon: its factor divided by the mean of the year.
#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "twelve factors, few months")]
fn season(plan: &Plan, factors: &[f64], month: usize) -> f64 {
    let mean = factors.iter().sum::<f64>() / factors.len() as f64;
    let factor = factors.get(plan.start().plus(month as u32).in_year());
    factor.map_or(f64::NAN, |factor| factor / mean)
}

/// The spread of the budgets, rescaled to mean 1 over the horizon.
#[allow(clippy::cast_precision_loss, reason = "a horizon has at most 60 months")]
fn phases(plan: &Plan) -> Vec<f64> {
    let document = plan.document();
    let raw: Vec<f64> = match (&document.phasing, &document.seasonality) {
        (Phasing::Factors(factors), _) => factors.clone(),
        (Phasing::Seasonal, Some(factors)) => {
            (0..plan.months()).map(|month| season(plan, factors, month)).collect()
        }
        _ => alloc::vec![1.0; plan.months()],
    };
    let mean = raw.iter().sum::<f64>() / raw.len() as f64;
    raw.into_iter().map(|factor| factor / mean).collect()
}
