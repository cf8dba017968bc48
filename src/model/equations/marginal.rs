//! What the next money brings: the slope of the whole plan to one channel's media money.

use super::{Model, places};
use crate::graph::{Reason, Values};
use crate::plan::{Field, Path};
use crate::quantity::{Measure, Quantity};
use alloc::vec::Vec;

/// What the next money is to grow: revenue, or everyone it brings.
pub(crate) fn grows(measure: Measure) -> Quantity {
    Quantity::plan(if measure == Measure::RoasMarginal { Measure::Revenue } else { Measure::AllCustomers })
}

/// The slopes of what a marginal measure grows to the monthly budget of every channel, in one pass backwards.
pub(crate) fn per_budget(model: &Model, values: &Values<'_>, measure: Measure) -> Vec<f64> {
    let Some(id) = model.graph().find(grows(measure)) else { return Vec::new() };
    let slopes = values.slopes(id, 0);
    let channels = places(model.plan().document().channels.len());
    channels.map(|channel| slopes.to(Path::at(Field::MonthlyBudget, channel))).collect()
}

/// d revenue / d media of a channel for [`Measure::RoasMarginal`], and what the next customer costs for
/// [`Measure::CacMarginal`]; no other measure is marginal. At a kink it is the slope of more money.
///
/// # Errors
/// [`Reason::NoEffect`] where more money changes nothing, [`Reason::FirstMoneyBoundless`] where a curve rises without
/// bound at no money, [`Reason::TooLarge`] where a number cannot say it.
pub(crate) fn marginal(
    model: &Model,
    values: &Values<'_>,
    measure: Measure,
    channel: u16,
) -> Result<f64, Reason> {
    let slopes = per_budget(model, values, measure);
    per_money(model, values, measure, channel, slopes.get(usize::from(channel)).copied().unwrap_or(0.0))
}

/// A marginal measure of a channel from the slope to its monthly budget, with the errors of [`marginal`].
pub(crate) fn per_money(
    model: &Model,
    values: &Values<'_>,
    measure: Measure,
    channel: u16,
    per_budget: f64,
) -> Result<f64, Reason> {
    // A monthly budget is spent once a month, and the phases have mean 1.
    let per_money = per_budget / f64::from(model.plan().document().months);
    let value = if measure == Measure::RoasMarginal { per_money } else { 1.0 / per_money };
    let input = |field| values.input(Path::at(field, channel));
    let steep = input(Field::MonthlyBudget) == Some(0.0) && input(Field::Slope).is_some_and(|n| n < 1.0);
    match per_money {
        0.0 => Err(Reason::NoEffect),
        f64::INFINITY if steep => Err(Reason::FirstMoneyBoundless),
        _ if per_money.is_finite() && value.is_finite() => Ok(value),
        _ => Err(Reason::TooLarge),
    }
}
