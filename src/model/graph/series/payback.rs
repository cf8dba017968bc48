//! Payback (回本期): the smallest time after which what comes in pays what was spent.

use super::{Rows, one};

/// An income: at once, per month, for how many months.
fn incomes(rows: Rows<'_>) -> impl Iterator<Item = (f64, f64, f64)> + '_ {
    let income = |rows: Rows<'_>| (one(rows, 0), one(rows, 1), one(rows, 2));
    rows.get(1..).unwrap_or_default().chunks(3).map(income)
}

/// The months after which the incomes pay the cost, and what comes in per month then. None when they never do.
fn paid_back(rows: Rows<'_>) -> Option<(f64, f64)> {
    if rows.iter().flat_map(|row| row.iter()).any(|number| number.is_nan()) {
        return None;
    }
    let cost = one(rows, 0);
    let mut paid: f64 = incomes(rows).map(|(at_once, _, _)| at_once).sum();
    if paid >= cost {
        return Some((0.0, f64::INFINITY));
    }
    let mut months = 0.0;
    loop {
        let running = || incomes(rows).filter(|(_, _, until)| *until > months);
        let end = running().map(|(_, _, until)| until).min_by(f64::total_cmp)?;
        let rate: f64 = running().map(|(_, monthly, _)| monthly).sum();
        let next = paid + rate * (end - months);
        if next >= cost && rate > 0.0 {
            return Some((months + (cost - paid) / rate, rate));
        }
        (paid, months) = (next, end);
    }
}

pub(super) fn value(rows: Rows<'_>) -> f64 {
    paid_back(rows).map_or(f64::NAN, |(months, _)| months)
}

/// The slope to the operand at `place`: an income moves the payback by its share of what comes in per month then.
pub(super) fn slope(rows: Rows<'_>, place: usize) -> f64 {
    let Some((months, rate)) = paid_back(rows) else { return f64::NAN };
    let Some(of_income) = place.checked_sub(1) else { return 1.0 / rate };
    let first = place - of_income % 3;
    let (monthly, until) = (one(rows, first + 1), one(rows, first + 2));
    match of_income % 3 {
        0 => -1.0 / rate,
        1 => -months.min(until) / rate,
        _ if until < months => -monthly / rate,
        _ => 0.0,
    }
}
