//! Delays: what leaves in a month arrives D months later, split linearly over two months.

use super::super::node::YEAR;

/// Whole months of a delay; beyond any calendar they all mean "never within the horizon".
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
fn whole_months(delay: f64) -> usize {
    libm::floor(delay).clamp(0.0, 1e9) as usize
}

/// Calls `arrive(from, to, weight)` for the two months in which what leaves in month `from` arrives.
fn each_arrival(months: usize, delay: f64, mut arrive: impl FnMut(usize, usize, f64)) {
    let whole = whole_months(delay);
    let rest = delay - libm::floor(delay);
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

fn fill(x: &[f64], delay: f64, out: &mut [f64], place: impl Fn(usize) -> Option<usize>) {
    out.fill(if delay.is_nan() { f64::NAN } else { 0.0 });
    each_arrival(x.len(), delay, |from, to, weight| {
        if let (Some(out), Some(x)) = (place(to).and_then(|place| out.get_mut(place)), x.get(from)) {
            *out += weight * x;
        }
    });
}

pub(super) fn fill_delayed(x: &[f64], delay: f64, out: &mut [f64]) {
    fill(x, delay, out, Some);
}

pub(super) fn fill_overdue(x: &[f64], delay: f64, out: &mut [f64]) {
    fill(x, delay, out, |to| late_place(x.len(), to));
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
        let whole = whole_months(delay);
        let moved = |(from, x): (usize, &f64)| x * (seed_at(from + whole + 1) - seed_at(from + whole));
        *slope += x.iter().enumerate().map(moved).sum::<f64>();
    }
}
