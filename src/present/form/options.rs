//! What the form lets a person choose from, in the order in which it is offered.

use core::ops::RangeInclusive;

use crate::locale::number::Currency;
use crate::locale::screen::form as say;
use crate::locale::{Lang, term};
use crate::model::plan::{Document, Field, GoalMetric, Phasing, ResponseKind, Source, Tier, Trust};

/// The figures a goal can be set in.
pub const METRICS: [GoalMetric; 5] = [
    GoalMetric::NewCustomers,
    GoalMetric::Revenue,
    GoalMetric::GrossProfit,
    GoalMetric::Profit,
    GoalMetric::StageVolume,
];
/// Where a number may come from.
pub const SOURCES: [Source; 4] = [Source::Own, Source::Benchmark, Source::Assumption, Source::Quote];
/// How well a channel may be known to work.
pub const TRUSTS: [Trust; 3] = Trust::ALL;
/// Where in the funnel a stage may belong.
pub const TIERS: [Tier; 3] = [Tier::Top, Tier::Middle, Tier::Bottom];
/// The response curves.
pub const CURVES: [ResponseKind; 4] =
    [ResponseKind::Linear, ResponseKind::Saturating, ResponseKind::Doubling, ResponseKind::Hill];

/// The currencies that are offered; a plan in another one keeps it.
const CURRENCIES: [&str; 20] = [
    "TWD", "USD", "EUR", "JPY", "CNY", "HKD", "MOP", "SGD", "MYR", "THB", "VND", "IDR", "PHP", "KRW", "INR",
    "AUD", "NZD", "CAD", "GBP", "CHF",
];

/// The place of a value among those offered; the first for one that is not.
#[must_use]
pub fn place_of<T: PartialEq>(offered: &[T], value: &T) -> usize {
    offered.iter().position(|item| item == value).unwrap_or(0)
}

/// The currencies as code and label; the plan's own is always among them.
#[must_use]
pub fn currencies(document: &Document) -> Vec<(String, String)> {
    let own = Some(document.currency.as_str()).filter(|code| !CURRENCIES.contains(code));
    let row = |code: &str| {
        let sign = Currency::of_code(code).map(Currency::prefix).unwrap_or_default();
        let sign = sign.trim_end();
        (code.to_owned(), if sign == code { code.to_owned() } else { format!("{code} {sign}") })
    };
    CURRENCIES.into_iter().chain(own).map(row).collect()
}

/// The ways to spread the budgets over the months; a list of one's own begins as the present way.
#[must_use]
pub fn phasings(document: &Document) -> [Phasing; 3] {
    let months = usize::try_from(document.months).unwrap_or(1);
    let own = match &document.phasing {
        own @ Phasing::Factors(_) => own.clone(),
        Phasing::Flat | Phasing::Seasonal => Phasing::Factors(vec![1.0; months]),
    };
    [Phasing::Flat, Phasing::Seasonal, own]
}

/// Which of the ways of [`phasings`] the plan takes.
#[must_use]
pub fn phasing_place(document: &Document) -> usize {
    match document.phasing {
        Phasing::Flat => 0,
        Phasing::Seasonal => 1,
        Phasing::Factors(_) => 2,
    }
}

/// The numbers that shape a curve.
#[must_use]
pub const fn curve_fields(kind: ResponseKind) -> &'static [Field] {
    match kind {
        ResponseKind::Linear => &[],
        ResponseKind::Saturating => &[Field::Ceiling, Field::At],
        ResponseKind::Doubling => &[Field::Gain, Field::At],
        ResponseKind::Hill => &[Field::Ceiling, Field::HalfAt, Field::Slope],
    }
}

/// The names of the stages.
#[must_use]
pub fn stage_names(document: &Document, lang: Lang) -> Vec<String> {
    (0u16..).zip(&document.stages).map(|(place, _)| term::stage_name(place, document, lang)).collect()
}

/// The first month as `YYYY-MM`, however its year and month are set apart: `2027/1`, `2027 年 1 月`, `２０２７－０１`.
/// Any other text comes back as it is, for the plan to refuse.
#[must_use]
pub fn month_text(text: &str) -> String {
    let narrow = |c: char| match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
        other => other,
    };
    let narrowed: String = text.chars().map(narrow).collect();
    let parts: Vec<&str> =
        narrowed.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [year, month] if year.len() == 4 && month.len() <= 2 => format!("{year}-{month:0>2}"),
        _ => text.trim().to_owned(),
    }
}

/// The years in which a plan of the form may begin; a plan that was read keeps its own.
pub const YEARS: RangeInclusive<u16> = 2000..=2100;

/// Whether a month lies in them. A text that is no month does: the plan refuses it, and says why.
#[must_use]
pub fn is_in_years(month: &str) -> bool {
    let year: Option<u16> = month.split_once('-').and_then(|(year, _)| year.parse().ok());
    year.is_none_or(|year| YEARS.contains(&year))
}

/// The name of a copy.
#[must_use]
pub fn copy_name(name: &str, lang: Lang) -> String {
    say::copy_of(lang, name)
}
