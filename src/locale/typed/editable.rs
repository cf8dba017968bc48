//! The text put into a field for a number.

use super::Kind;
use crate::locale::number::{Currency, DASH, exact, grouped, in_percent};

/// The exact number as it is edited: `12%`, `NT$3,000`, `0.25`, `1,200`. [`parse`](super::parse) gives back the
/// same f64. A number that is not finite is a dash, which does not parse.
#[must_use]
pub fn editable(x: f64, kind: Kind) -> String {
    let Some(number) = exact(x) else { return DASH.to_owned() };
    let minus = if x < 0.0 { "−" } else { "" };
    if kind == Kind::Rate {
        return format!("{minus}{}%", grouped(&in_percent(number)));
    }
    let prefix = kind.currency().map(Currency::prefix).unwrap_or_default();
    let digits = grouped(&number);
    // Three decimals look like thousands in half the world; a fourth tells them apart.
    let tail = if looks_like_thousands(&digits) { "0" } else { "" };
    format!("{minus}{prefix}{digits}{tail}")
}

fn looks_like_thousands(digits: &str) -> bool {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    fraction.len() == 3 && whole.len() <= 3 && !whole.starts_with('0')
}
