//! What a number is against another one.

use crate::locale::screen::compare as say;
use crate::locale::{Lang, number, term};
use crate::model::quantity::{Measure, Unit};
use crate::present::presenter::Presenter;

/// What a number is against that of the first plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which way.
    pub gap: Gap,
    /// By how much: `−20%`, `+0.5 個百分點`, `相同`.
    pub text: String,
}

/// Which way a number differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// They read the same.
    None,
    /// It is larger.
    Up,
    /// It is smaller.
    Down,
}

impl Gap {
    /// Its stable name, as it stands in the style sheet.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Gap::None => "none",
            Gap::Up => "up",
            Gap::Down => "down",
        }
    }

    pub(super) fn of(gap: f64) -> Gap {
        match gap {
            gap if gap > 0.0 => Gap::Up,
            gap if gap < 0.0 => Gap::Down,
            _ => Gap::None,
        }
    }
}

/// A number with its sign, also where it is positive.
pub(super) fn signed(gap: f64, text: &str) -> String {
    if gap > 0.0 { format!("+{text}") } else { text.to_owned() }
}

/// Of two numbers whose texts differ: rates by points, times by their difference, everything else by proportion.
pub(super) fn difference(base: f64, value: f64, unit: Unit, presenter: &Presenter<'_, '_>) -> Difference {
    let (lang, gap) = (presenter.lang, value - base);
    let text = match unit {
        Unit::Rate => say::points(lang, signed(gap, &number::points(gap))),
        Unit::Months | Unit::MonthNumber => {
            signed(gap, &term::unit_text(gap, Unit::Months, presenter.currency, lang))
        }
        Unit::Years | Unit::Days | Unit::Hours => signed(gap, &presenter.in_unit(gap, unit)),
        _ if base > 0.0 => signed(gap, &number::percent(gap / base)),
        // Against nothing, or a loss, a proportion says nothing.
        _ => signed(gap, &presenter.in_unit(gap, unit)),
    };
    Difference { gap: Gap::of(gap), text }
}

/// They read the same.
pub(super) fn no_difference(lang: Lang) -> Difference {
    Difference { gap: Gap::None, text: say::same(lang).into() }
}

/// Whether more of a measure is better, whatever the goal; none where that depends.
pub(super) fn more_is_better(measure: Measure) -> Option<bool> {
    use Measure::{Attainment, BreakEvenMonth, Cac, Cltv, CltvToCac, Payback, Roas, Roi};
    match measure {
        Cltv | CltvToCac | Roas | Roi | Attainment => Some(true),
        Cac | Payback | BreakEvenMonth => Some(false),
        _ => None,
    }
}
