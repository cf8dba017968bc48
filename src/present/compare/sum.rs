//! A sum that adds up as it is shown: from one number by its parts to another.

use crate::locale::number::Currency;
use crate::locale::screen::compare as say;
use crate::locale::{Lang, number, term};
use crate::model::quantity::{Quantity, Unit};
use crate::present::compare::difference::signed;
use crate::present::presenter::Presenter;

/// How precise the sum is: a unit of its last decimal is at most so large a part of the gap.
const FINE: f64 = 0.01;
/// More decimals than these say nothing.
const FINEST: u8 = 6;

/// How the numbers of a sum are written.
#[derive(Clone, Copy)]
pub(super) struct Sum {
    unit: Unit,
    decimals: u8,
    /// Whether the number is told in times.
    is_in_times: bool,
    currency: Currency,
    lang: Lang,
}

impl Sum {
    pub(super) fn of(gap: f64, quantity: Quantity, presenter: &Presenter<'_, '_>) -> Sum {
        let unit = presenter.numbers.model().unit(quantity);
        let currency = presenter.currency;
        let least = match unit {
            Unit::Money | Unit::MoneyPerMonth | Unit::MoneyPerUnit => currency.digits(),
            _ => 0,
        };
        let gap = scaled(gap, unit).abs();
        let is_fine = |decimals: &u8| number_unit(*decimals) <= FINE * gap;
        let decimals = match unit {
            Unit::Money | Unit::MoneyPerMonth => least,
            _ if gap > 0.0 => (least..FINEST).find(is_fine).unwrap_or(FINEST),
            _ => least,
        };
        let is_in_times = term::is_in_times(quantity.measure);
        Sum { unit, decimals, is_in_times, currency, lang: presenter.lang }
    }

    /// The parts rounded so that they lead from one end, as it is shown, to the other.
    pub(super) fn parts(&self, ends: (f64, f64), parts: &[f64]) -> Vec<f64> {
        let rounded = |end: f64| {
            let end = scaled(end, self.unit);
            number::split(&[end], end, self.decimals).first().copied().unwrap_or(end)
        };
        let parts: Vec<f64> = parts.iter().map(|part| scaled(*part, self.unit)).collect();
        number::split(&parts, rounded(ends.1) - rounded(ends.0), self.decimals)
    }

    /// One end.
    pub(super) fn end(&self, value: f64) -> String {
        self.in_times(scaled(value, self.unit))
    }

    fn in_times(&self, number: f64) -> String {
        let text = term::summand_text(number, self.decimals, self.unit, self.currency, self.lang);
        if self.is_in_times { term::times_text(&text, self.lang) } else { text }
    }

    /// A rounded part, with its sign.
    pub(super) fn part(&self, rounded: f64) -> String {
        let text = match self.unit {
            Unit::Rate => say::points(self.lang, number::fixed(rounded, self.decimals)),
            _ => self.in_times(rounded),
        };
        signed(rounded, &text)
    }
}

/// The number as its decimals are counted: rates in per cent.
fn scaled(value: f64, unit: Unit) -> f64 {
    if unit == Unit::Rate { value * 100.0 } else { value }
}

/// A unit of the last of so many decimals.
fn number_unit(decimals: u8) -> f64 {
    (0..decimals).fold(1.0, |unit, _| unit / 10.0)
}
