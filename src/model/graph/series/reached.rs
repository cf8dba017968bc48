//! The months in which a cumulative difference has come to 0.

use super::{Rows, row};
use crate::units::reaches;

/// For each month whether the row is not below 0, but for the rounding of the sums that it is the difference of.
fn is_reached(rows: Rows<'_>) -> impl Iterator<Item = bool> {
    let (mut gain, mut cost) = (0.0, 0.0);
    let terms = row(rows, 1).iter().zip(row(rows, 2));
    row(rows, 0).iter().zip(terms).map(move |(x, (more_gain, more_cost))| {
        gain += more_gain;
        cost += more_cost;
        reaches(*x, 0.0, f64::max(gain, cost))
    })
}

/// The number of the first month that is not below 0.
pub(super) fn first(rows: Rows<'_>) -> f64 {
    number_of(is_reached(rows).position(|is_reached| is_reached), rows)
}

/// The number of the first month from which on none is below 0.
pub(super) fn lasting(rows: Rows<'_>) -> f64 {
    let losses = is_reached(rows).enumerate().filter(|(_, is_reached)| !is_reached);
    let after_last_loss = losses.last().map_or(0, |(month, _)| month + 1);
    number_of(Some(after_last_loss).filter(|month| *month < row(rows, 0).len()), rows)
}

/// The number of a month, the first is 1; undefined where there is none or a row is.
#[allow(clippy::cast_precision_loss, reason = "a horizon has at most 60 months")]
fn number_of(month: Option<usize>, rows: Rows<'_>) -> f64 {
    let defined = rows.iter().copied().flatten().all(|x| !x.is_nan());
    month.filter(|_| defined).map_or(f64::NAN, |month| (month + 1) as f64)
}
