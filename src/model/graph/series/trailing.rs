//! Trailing sums: what came in the D months before each month. Summed month by month, because a difference of two
//! running totals leaves the noise of large early months in late ones that should be small or 0.

use super::delay::{add_later, split};

/// How many months back the window reaches, with the weight there: whole months count in full, the last by its part.
fn lags(months: usize, length: f64) -> impl Iterator<Item = (usize, f64)> {
    let (whole, rest) = split(length);
    let full = (1..=whole.min(months)).map(|lag| (lag, 1.0));
    full.chain([(whole + 1, rest)]).filter(|(_, weight)| *weight > 0.0)
}

pub(super) fn fill(x: &[f64], length: f64, out: &mut [f64]) {
    out.fill(if length.is_nan() { f64::NAN } else { 0.0 });
    lags(x.len(), length).for_each(|(lag, weight)| add_later(x, lag, weight, out));
}

pub(super) fn pull_back(x: &[f64], length: f64, seed: &[f64], place: usize, slopes: &mut [f64]) {
    let later = |lag: usize| seed.get(lag..).unwrap_or_default();
    if place == 0 {
        for (lag, weight) in lags(x.len(), length) {
            slopes.iter_mut().zip(later(lag)).for_each(|(slope, seed)| *slope += weight * seed);
        }
    } else if let [slope] = slopes {
        // A longer window takes more of the month at its end.
        let (whole, _) = split(length);
        *slope += x.iter().zip(later(whole + 1)).map(|(x, seed)| x * seed).sum::<f64>();
    }
}
