//! Numbers in their unit: the one place that decides how a number of the model is shown.

use super::{Text, text};
use crate::locale::{Lang, number, number::Currency};
use backcast_model::quantity::{Measure, Unit};

/// A number in its unit: `NT$86,806`, `NT$20,000／月`, `12%`, `3.2 個月`, `第 3 個月`.
///
/// A number that is not finite is a dash.
#[must_use]
pub fn unit_text(value: f64, unit: Unit, currency: Currency, lang: Lang) -> String {
    if !value.is_finite() {
        return number::DASH.to_owned();
    }
    match unit {
        Unit::Money => number::money(value, currency),
        Unit::MoneyPerMonth => per_month(&number::money(value, currency), lang),
        Unit::MoneyPerUnit => number::unit_money(value, currency),
        Unit::Count => number::count(value),
        Unit::Rate => number::percent(value),
        Unit::Ratio => number::ratio(value),
        Unit::Months => length(&number::tenths(value), ("個月", "month"), lang),
        Unit::MonthNumber => match lang {
            Lang::ZhHant => format!("第 {} 個月", number::whole(value)),
            Lang::En => format!("month {}", number::whole(value)),
        },
        Unit::Years => length(&number::tenths(value), ("年", "year"), lang),
        Unit::Days => length(&number::tenths(value), ("天", "day"), lang),
        Unit::Hours => per_month(&length(&number::tenths(value), ("小時", "hour"), lang), lang),
    }
}

/// How many times something is of something else: `23 倍`, `23×`.
#[must_use]
pub fn times_text(ratio: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhHant => format!("{ratio} 倍"),
        Lang::En => format!("{ratio}×"),
    }
}

/// Whether a ratio is told in times; others are plain factors, or numbers of orders.
#[must_use]
pub fn is_in_times(measure: Measure) -> bool {
    use Measure::{BreakEvenRoas, BreakEvenRoasFull, CltvToCac, MixFactor, Roas, RoasMarginal, RoasPaid};
    matches!(
        measure,
        MixFactor | CltvToCac | Roas | RoasPaid | RoasMarginal | BreakEvenRoas | BreakEvenRoasFull
    )
}

/// A number as it stands in a formula, so that a reader can compute along: counts keep a decimal and ratios three
/// digits; what is said per month is only the number.
#[must_use]
pub fn figure_text(value: f64, unit: Unit, currency: Currency, lang: Lang) -> String {
    match unit {
        Unit::MoneyPerMonth => number::money(value, currency),
        Unit::Count if (FEW..MANY).contains(&value.abs()) => number::tenths(value),
        Unit::Ratio if value != 0.0 && value.abs() < 1.0 => three_digits(value),
        Unit::Hours => number::tenths(value),
        unit => unit_text(value, unit, currency, lang),
    }
}

/// A number of a sum, with as many decimals as all the others of it. Rates are given in per cent.
#[must_use]
pub fn summand_text(value: f64, decimals: u8, unit: Unit, currency: Currency, lang: Lang) -> String {
    let plain = || number::fixed(value, decimals);
    match unit {
        Unit::Money | Unit::MoneyPerUnit => number::fixed_money(value, decimals, currency),
        Unit::MoneyPerMonth => per_month(&number::fixed_money(value, decimals, currency), lang),
        Unit::Rate => format!("{}%", plain()),
        Unit::Months | Unit::MonthNumber => length(&plain(), ("個月", "month"), lang),
        Unit::Count | Unit::Ratio | Unit::Years | Unit::Days | Unit::Hours => plain(),
    }
}

/// Counts from here on need no decimals to compute along.
const MANY: f64 = 1000.0;
/// Below this a count is shown by its significant digits.
const FEW: f64 = 10.0;

/// Three significant digits of a number below 1.
fn three_digits(value: f64) -> String {
    let rounded = format!("{:.2e}", value.abs()).parse().ok().and_then(number::exact);
    let minus = if value < 0.0 { "−" } else { "" };
    rounded.map_or_else(|| number::DASH.to_owned(), |number| format!("{minus}{}", number::grouped(&number)))
}

/// What stands beside a field for a number of this unit, such as `%` or `NT$／月`; empty for plain numbers.
#[must_use]
pub fn unit_name(unit: Unit, currency: Currency, lang: Lang) -> String {
    let money = currency.prefix();
    let name = match (unit, lang) {
        (Unit::Money | Unit::MoneyPerUnit, _) => money.trim_end(),
        (Unit::MoneyPerMonth, _) => return per_month(money.trim_end(), lang),
        (Unit::Rate, _) => "%",
        (Unit::Count | Unit::Ratio | Unit::MonthNumber, _) => "",
        (Unit::Months, Lang::ZhHant) => "個月",
        (Unit::Months, Lang::En) => "months",
        (Unit::Years, Lang::ZhHant) => "年",
        (Unit::Years, Lang::En) => "years",
        (Unit::Days, Lang::ZhHant) => "天",
        (Unit::Days, Lang::En) => "days",
        (Unit::Hours, Lang::ZhHant) => "小時／月",
        (Unit::Hours, Lang::En) => "hours/month",
    };
    name.to_owned()
}

/// What a unit is called where nothing is counted in it, as in a list of definitions.
#[must_use]
pub fn unit_kind(unit: Unit, lang: Lang) -> &'static str {
    let row: Text = match unit {
        Unit::Money => ("金額", "money"),
        Unit::MoneyPerMonth => ("每月金額", "money per month"),
        Unit::MoneyPerUnit => ("每單位金額", "money per unit"),
        Unit::Count => ("數量", "count"),
        Unit::Rate => ("百分比", "per cent"),
        Unit::Ratio => ("倍數", "ratio"),
        Unit::Months => ("月數", "months"),
        Unit::MonthNumber => ("第幾個月", "number of the month"),
        Unit::Years => ("年數", "years"),
        Unit::Days => ("天數", "days"),
        Unit::Hours => ("每月小時", "hours per month"),
    };
    text(row, lang)
}

fn per_month(amount: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhHant => format!("{amount}／月"),
        Lang::En => format!("{amount}/month"),
    }
}

fn length(amount: &str, (zh, en): (&str, &str), lang: Lang) -> String {
    match lang {
        Lang::ZhHant => format!("{amount} {zh}"),
        Lang::En if amount == "1" => format!("{amount} {en}"),
        Lang::En => format!("{amount} {en}s"),
    }
}
