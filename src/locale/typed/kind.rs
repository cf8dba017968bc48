//! What kind of number a field takes, and which units people write behind it.

use crate::locale::number::Currency;

/// The kind of number a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A fraction, shown and typed as a percentage: `12%` is 0.12.
    Rate,
    /// Money in the plan's currency.
    Money(Currency),
    /// A number of people, clicks, orders.
    Count,
    /// A number without a unit.
    Plain,
    /// A time in years.
    Years,
    /// A time in months.
    Months,
    /// A time in days.
    Days,
    /// A time in hours.
    Hours,
}

/// A unit as typed and the power of ten it stands for.
type Unit = (&'static str, i32);

const RATE: &[Unit] = &[("%", -2), ("‰", -3), ("成", -1), ("percent", -2)];
const COUNT: &[Unit] = &[
    ("位", 0),
    ("人", 0),
    ("名", 0),
    ("個", 0),
    ("次", 0),
    ("筆", 0),
    ("件", 0),
    ("組", 0),
    ("張", 0),
    ("則", 0),
    ("封", 0),
];
const YEARS: &[Unit] = &[("年", 0), ("years", 0), ("year", 0), ("yrs", 0), ("yr", 0), ("y", 0)];
const MONTHS: &[Unit] = &[("個月", 0), ("月", 0), ("months", 0), ("month", 0), ("mo", 0)];
const DAYS: &[Unit] = &[("天", 0), ("日", 0), ("days", 0), ("day", 0), ("d", 0)];
const HOURS: &[Unit] = &[("小時", 0), ("時", 0), ("hours", 0), ("hour", 0), ("hrs", 0), ("hr", 0), ("h", 0)];

impl Kind {
    /// The currency, when it is money.
    pub(super) fn currency(self) -> Option<Currency> {
        match self {
            Kind::Money(currency) => Some(currency),
            _ => None,
        }
    }

    /// Whether people write it with 萬, 億, K or M.
    pub(super) fn is_scaled(self) -> bool {
        matches!(self, Kind::Money(_) | Kind::Count | Kind::Plain)
    }

    fn units(self) -> &'static [Unit] {
        match self {
            Kind::Rate => RATE,
            Kind::Count => COUNT,
            Kind::Years => YEARS,
            Kind::Months => MONTHS,
            Kind::Days => DAYS,
            Kind::Hours => HOURS,
            Kind::Money(_) | Kind::Plain => &[],
        }
    }

    /// The longest unit of this kind that the text begins with: its power of ten and the rest.
    pub(super) fn unit(self, text: &str) -> Option<(i32, &str)> {
        let begins =
            |name: &str| text.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
        let (name, power) =
            self.units().iter().filter(|(name, _)| begins(name)).max_by_key(|(name, _)| name.len())?;
        Some((*power, text.get(name.len()..)?))
    }
}

/// Whether the whole text is a unit of some kind.
pub(super) fn is_unit(text: &str) -> bool {
    [RATE, COUNT, YEARS, MONTHS, DAYS, HOURS]
        .iter()
        .flat_map(|units| units.iter())
        .any(|(name, _)| name.eq_ignore_ascii_case(text))
}
