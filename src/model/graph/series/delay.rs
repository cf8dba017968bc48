//! Delays: what leaves in a month arrives D months later, split linearly over two months.

use super::super::node::YEAR;

/// The whole months of a time and the part of a month that is left. Beyond any calendar all times mean "never within
/// the horizon", also one whose days added up to more than any number.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
pub(super) fn split(time: f64) -> (usize, f64) {
    let whole = libm::floor(time);
    (whole.clamp(0.0, 1e9) as usize, if whole.is_infinite() { 0.0 } else { time - whole })
}

/// Calls `arrive(from, to, weight)` for the two months in which what leaves in month `from` arrives.
fn each_arrival(months: usize, delay: f64, mut arrive: impl FnMut(usize, usize, f64)) {
    let (whole, rest) = split(delay);
    for from in 0..months {
        arrive(from, from + whole, 1.0 - rest);
        if rest > 0.0 {
            arrive(from, from + whole + 1, rest);
        }
    }
}

/// Where an arrival after the horizon is gathered: by calendar month, the first is the month after the horizon.
fn late_place(months: usize, to: usize) -> Option<usize> {
    to.checked_sub(months).map(|late| late % YEAR)
}

/// The two lags at which what leaves arrives, with their weights.
fn lags(delay: f64) -> [(usize, f64); 2] {
    let (whole, rest) = split(delay);
    [(whole, 1.0 - rest), (whole + 1, rest)]
}

/// Adds a row that arrives `lag` months later with a weight.
pub(super) fn add_later(x: &[f64], lag: usize, weight: f64, out: &mut [f64]) {
    let arriving = out.get_mut(lag..).unwrap_or_default();
    arriving.iter_mut().zip(x).for_each(|(out, x)| *out += weight * x);
}

pub(super) fn fill_delayed(x: &[f64], delay: f64, out: &mut [f64]) {
    out.fill(if delay.is_nan() { f64::NAN } else { 0.0 });
    for (lag, weight) in lags(delay).into_iter().filter(|(_, weight)| *weight > 0.0) {
        add_later(x, lag, weight, out);
    }
}

pub(super) fn fill_overdue(x: &[f64], delay: f64, out: &mut [f64]) {
    out.fill(if delay.is_nan() { f64::NAN } else { 0.0 });
    for (lag, weight) in lags(delay).into_iter().filter(|(_, weight)| *weight > 0.0) {
        let on_time = x.len().saturating_sub(lag);
        for (from, late) in x.iter().enumerate().skip(on_time) {
            let place = late_place(x.len(), from + lag);
            place.and_then(|place| out.get_mut(place)).into_iter().for_each(|out| *out += weight * late);
        }
    }
}

pub(super) fn pull_back(x: &[f64], delay: f64, beyond: bool, seed: &[f64], place: usize, slopes: &mut [f64]) {
    let seed_at = |to: usize| {
        let place = if beyond { late_place(x.len(), to) } else { Some(to) };
        place.and_then(|place| seed.get(place)).copied().unwrap_or(0.0)
    };
    if place == 0 {
        each_arrival(x.len(), delay, |from, to, weight| {
            if let Some(slope) = slopes.get_mut(from) {
                *slope += weight * seed_at(to);
            }
        });
    } else if let [slope] = slopes {
        // A longer delay moves weight from the earlier of the two months to the later one.
        let (whole, _) = split(delay);
        let moved = |(from, x): (usize, &f64)| x * (seed_at(from + whole + 1) - seed_at(from + whole));
        *slope += x.iter().enumerate().map(moved).sum::<f64>();
    }
}
