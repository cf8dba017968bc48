//! Rounding the parts of a whole so that the shown parts add to the shown whole.

use super::decimal::{exact, rounded};

/// Further decimals by which remainders are told apart.
const FINER: i16 = 18;
/// One shown unit in those finer ones.
const UNIT: i128 = 1_000_000_000_000_000_000;

/// The parts of `total` rounded to so many decimals, so that they add to `total` rounded half up.
///
/// The method of the largest remainder: every part is rounded down and the units still missing go to the
/// parts that lost most, the earlier first when equal. No part moves by a whole unit. Where the parts do not
/// add to the total, or a number is not finite or above 10^18, each part is rounded by itself.
#[must_use]
pub fn split(parts: &[f64], total: f64, decimals: u8) -> Vec<f64> {
    largest_remainder(parts, total, decimals)
        .unwrap_or_else(|| parts.iter().map(|&part| rounded_alone(part, decimals)).collect())
}

fn largest_remainder(parts: &[f64], total: f64, decimals: u8) -> Option<Vec<f64>> {
    let fine: Vec<i128> = parts.iter().map(|&part| finer(part, decimals)).collect::<Option<_>>()?;
    let total = finer(rounded_alone(total, decimals), decimals)?.div_euclid(UNIT);
    let floors: i128 = fine.iter().map(|part| part.div_euclid(UNIT)).sum();
    let missing = usize::try_from(total - floors).ok()?;

    let mut losers: Vec<(usize, i128)> =
        fine.iter().map(|part| part.rem_euclid(UNIT)).enumerate().filter(|&(_, lost)| lost > 0).collect();
    if missing > losers.len() {
        return None;
    }
    losers.sort_unstable_by_key(|&(at, lost)| (core::cmp::Reverse(lost), at));
    losers.truncate(missing);
    let raised = |at: usize| i128::from(losers.iter().any(|&(loser, _)| loser == at));
    fine.iter().enumerate().map(|(at, part)| value(part.div_euclid(UNIT) + raised(at), decimals)).collect()
}

/// The number in units of 10^−(decimals + 18), what is finer cut off.
fn finer(x: f64, decimals: u8) -> Option<i128> {
    let mut number = exact(x)?;
    number.absolute.multiply_pow10(i16::from(decimals) + FINER);
    number.trunc(0);
    number.to_string().parse().ok()
}

fn rounded_alone(x: f64, decimals: u8) -> f64 {
    exact(x).and_then(|number| rounded(number, decimals).to_string().parse().ok()).unwrap_or(x)
}

/// So many units of 10^−decimals as the nearest f64.
fn value(units: i128, decimals: u8) -> Option<f64> {
    format!("{units}e-{decimals}").parse().ok()
}
