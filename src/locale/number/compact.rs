//! Short forms for tight places: 萬 and 億, K and M.

use fixed_decimal::Decimal;

use super::Currency;
use super::decimal::{
    DASH, FINEST, decimals_for, exact, leading_place, power_of_ten, rounded, sign, trimmed,
};
use crate::locale::Lang;

/// A unit of the short form.
struct Unit {
    /// Its power of ten.
    power: i16,
    /// What is written after the number.
    name: &'static str,
    /// How many digits before the point it takes; with more, the next unit is used.
    digits: i16,
}

const fn unit(power: i16, name: &'static str, digits: i16) -> Unit {
    Unit { power, name, digits }
}

/// 四位一節: a unit for every four digits. Four digits are short enough to be written out in English too.
const ZH: [Unit; 4] = [unit(0, "", 4), unit(4, " 萬", 4), unit(8, " 億", 4), unit(12, " 兆", 4)];
const EN: [Unit; 5] = [unit(0, "", 4), unit(3, "K", 3), unit(6, "M", 3), unit(9, "B", 3), unit(12, "T", 3)];

/// A number in three or so digits: `34.7 萬`, `1.2 億`, `1,157`, `33.3`; `347K`, `86.8K`, `1.2M`.
///
/// One decimal below a hundred of the unit. What rounds up to a whole next unit is written in it: 99,999,999
/// is `1 億`, not `10,000 萬`.
#[must_use]
pub fn compact(x: f64, lang: Lang) -> String {
    with_prefix(x, "", lang)
}

/// Money in the short form: `NT$41.5 萬`, `NT$415K`.
#[must_use]
pub fn compact_money(x: f64, currency: Currency, lang: Lang) -> String {
    with_prefix(x, &currency.prefix(), lang)
}

fn with_prefix(x: f64, prefix: &str, lang: Lang) -> String {
    let Some(number) = exact(x) else { return DASH.to_owned() };
    let Some((amount, name)) = short(&number, lang) else {
        return format!("{}{prefix}{}", sign(&number), power_of_ten(&number));
    };
    let minus = sign(&amount);
    format!("{minus}{prefix}{}{name}", trimmed(amount.with_sign(fixed_decimal::Sign::None)))
}

/// The number in the smallest unit that takes its digits, and that unit's name; none beyond the last one.
fn short(number: &Decimal, lang: Lang) -> Option<(Decimal, &'static str)> {
    let units: &[Unit] = match lang {
        Lang::ZhHant => &ZH,
        Lang::En => &EN,
    };
    units
        .iter()
        .map(|unit| (in_unit(number.clone(), unit.power), unit))
        .find(|(amount, unit)| leading_place(amount) < unit.digits)
        .map(|(amount, unit)| (amount, unit.name))
}

fn in_unit(mut number: Decimal, power: i16) -> Decimal {
    number.absolute.multiply_pow10(-power);
    let decimals = if leading_place(&number) >= 2 { 0 } else { decimals_for(&number, 1, 1, FINEST) };
    rounded(number, decimals)
}
