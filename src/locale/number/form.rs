//! The full forms: volumes, money, rates and ratios.

use fixed_decimal::Decimal;

use super::Currency;
use super::decimal::{
    DASH, FINEST, decimals_for, digits, exact, in_percent, leading_place, rounded, sign, trimmed,
};

/// A volume: whole with thousands separators; one decimal below ten, one significant digit below 0.1.
#[must_use]
pub fn count(x: f64) -> String {
    shown(x, |number| {
        let decimals = if leading_place(&number) >= 1 { 0 } else { decimals_for(&number, 1, 1, FINEST) };
        trimmed(rounded(number, decimals))
    })
}

/// A number rounded to whole units, with thousands separators.
#[must_use]
pub fn whole(x: f64) -> String {
    shown(x, |number| trimmed(rounded(number, 0)))
}

/// Money in the digits its currency is spoken of: `NT$86,806`, `−NT$1,200`, `US$12.50`.
#[must_use]
pub fn money(x: f64, currency: Currency) -> String {
    shown(x, |number| with_symbol(&rounded(number, currency.digits()), currency))
}

/// The price of one unit, which keeps its precision: `NT$0.25`, `NT$1.1`, `NT$434`, `US$12.50`.
///
/// Three significant digits, never fewer decimals than the currency has; a whole amount stays bare.
#[must_use]
pub fn unit_money(x: f64, currency: Currency) -> String {
    shown(x, |number| {
        let decimals = decimals_for(&number, 3, currency.digits(), 12);
        let mut price = rounded(number, decimals);
        price.absolute.trim_end();
        if price.absolute.nonzero_magnitude_end() < 0 {
            price.absolute.pad_end(-i16::from(currency.digits()));
        }
        with_symbol(&price, currency)
    })
}

/// A number with so many decimals, all of them written: as it stands in a sum whose parts are rounded alike.
#[must_use]
pub fn fixed(x: f64, decimals: u8) -> String {
    shown(x, |number| {
        let number = rounded(number, decimals);
        format!("{}{}", sign(&number), digits(&number))
    })
}

/// Money with so many decimals, all of them written.
#[must_use]
pub fn fixed_money(x: f64, decimals: u8, currency: Currency) -> String {
    shown(x, |number| with_symbol(&rounded(number, decimals), currency))
}

/// A fraction as a percentage: 0.12 → `12%`, 0.0235 → `2.35%`, 1.38 → `138%`, 0.0004 → `0.04%`.
#[must_use]
pub fn percent(x: f64) -> String {
    shown(x, |number| format!("{}%", significant(in_percent(number))))
}

/// A difference of two rates in percentage points, without a unit: 0.001 → `0.1`.
#[must_use]
pub fn points(x: f64) -> String {
    shown(x, |number| significant(in_percent(number)))
}

/// A ratio such as ROAS, ROI or LTV:CAC: `10.5`, `3.14`, `0.35`, `138`.
#[must_use]
pub fn ratio(x: f64) -> String {
    shown(x, significant)
}

/// A plain number with one decimal at most, such as months of payback: `13.4`, `2`.
#[must_use]
pub fn tenths(x: f64) -> String {
    shown(x, |number| trimmed(rounded(number, 1)))
}

/// Three significant digits, two below one, whole above a hundred.
fn significant(number: Decimal) -> String {
    let digits = if leading_place(&number) < 0 { 2 } else { 3 };
    let decimals = decimals_for(&number, digits, 0, FINEST);
    trimmed(rounded(number, decimals))
}

fn with_symbol(amount: &Decimal, currency: Currency) -> String {
    format!("{}{}{}", sign(amount), currency.prefix(), digits(amount))
}

fn shown(x: f64, form: impl FnOnce(Decimal) -> String) -> String {
    exact(x).map_or_else(|| DASH.to_owned(), form)
}
