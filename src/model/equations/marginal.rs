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
/// [`Reason::NoEffect`] where more money changes nothing, or where the first money has no finite price;
/// [`Reason::TooLarge`] where the next customer costs more than a number can say.
pub(crate) fn marginal(
    model: &Model,
    values: &Values<'_>,
    measure: Measure,
    channel: u16,
) -> Result<f64, Reason> {
    let slopes = per_budget(model, values, measure);
    per_money(model, measure, slopes.get(usize::from(channel)).copied().unwrap_or(0.0))
}

/// A marginal measure from the slope to a monthly budget, with the errors of [`marginal`].
pub(crate) fn per_money(model: &Model, measure: Measure, per_budget: f64) -> Result<f64, Reason> {
    // A monthly budget is spent once a month, and the phases have mean 1.
    let per_money = per_budget / f64::from(model.plan().document().months);
    let value = if measure == Measure::RoasMarginal { per_money } else { 1.0 / per_money };
    match (per_money.is_finite() && per_money != 0.0, value.is_finite()) {
        (true, true) => Ok(value),
        (true, false) => Err(Reason::TooLarge),
        (false, _) => Err(Reason::NoEffect),
    }
}
