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
        let season = plan.document().seasonality.as_deref().map(with_mean_one).map(|factors| {
            let within = model.given((0..months).map(|month| season(plan, &factors, month)));
            let after = model.given_after((months..months + 12).map(|month| season(plan, &factors, month)));
            (model.define(Quantity::plan(Measure::Season), within), after)
        });
        let phase = model.define(Quantity::plan(Measure::Phase), model.given(phases(plan).into_iter()));
        let month_number = model.given((1..=plan.document().months).map(f64::from));
        let first_month = model.given(core::iter::once(1.0));
        Calendar { season, phase, month_number, first_month }
    }
}

/// σ of a month of the plan, also beyond the horizon, from factors with mean 1.
#[allow(clippy::cast_possible_truncation, reason = "few months")]
fn season(plan: &Plan, factors: &[f64], month: usize) -> f64 {
    factors.get(plan.start().plus(month as u32).in_year()).copied().unwrap_or(f64::NAN)
}

/// The spread of the budgets, rescaled to mean 1 over the horizon.
fn phases(plan: &Plan) -> Vec<f64> {
    let document = plan.document();
    match (&document.phasing, &document.seasonality) {
        (Phasing::Factors(factors), _) => with_mean_one(factors),
        (Phasing::Seasonal, Some(factors)) => {
            let months = (0..plan.months()).map(|month| season(plan, factors, month));
            with_mean_one(&months.collect::<Vec<f64>>())
        }
        _ => alloc::vec![1.0; plan.months()],
    }
}

/// Factors in the same proportions with mean 1. They are divided by the largest first: the sum of very large ones would
/// overflow, and the mean of very small ones has few digits.
#[allow(clippy::cast_precision_loss, reason = "at most 60 factors")]
fn with_mean_one(factors: &[f64]) -> Vec<f64> {
    let largest = factors.iter().copied().fold(0.0, f64::max);
    let shares = || factors.iter().map(|factor| factor / largest);
    let mean = shares().sum::<f64>() / factors.len() as f64;
    shares().map(|share| share / mean).collect()
}
