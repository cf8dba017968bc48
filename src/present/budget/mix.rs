//! Today's mix beside the best one, channel by channel.

use super::Sides;
use crate::locale::number::{self, DASH};
use crate::locale::screen::budget as say;
use crate::locale::term;
use crate::model::plan::{Field, Path};
use crate::model::quantity::{Measure, Quantity};
use crate::present::figure::Cell;
use crate::present::sentence::Shown;
use crate::present::subject::What;

/// A difference of money that is none: less than this share of the total.
const SAME: f64 = 1e-6;

/// Two mixes side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Mix {
    /// The headings, the first names the rows.
    pub columns: Vec<String>,
    /// A row per channel.
    pub rows: Vec<MixRow>,
    /// The sums.
    pub total: MixRow,
}

/// A row of the two mixes.
#[derive(Clone, Debug, PartialEq)]
pub struct MixRow {
    /// The channel's name.
    pub name: String,
    /// How far it is trusted.
    pub trust: Option<String>,
    /// Today's money per month.
    pub now: Shown,
    /// The best.
    pub best: Cell,
    /// The difference.
    pub change: String,
    /// Whether the channel gets more (1), less (−1) or the same.
    pub sign: i8,
    /// One number per column after the difference.
    pub cells: Vec<Beside>,
}

/// A number of the answer, and the same today; none where it has no sum or the channel takes no part.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// Of the answer.
    pub best: Cell,
    /// Of the plan as it stands.
    pub now: Option<Cell>,
}

impl Beside {
    fn none() -> Beside {
        Beside { best: DASH.into(), now: None }
    }

    /// A quantity of both plans, each with its door.
    fn of(sides: &Sides<'_>, quantity: Quantity) -> Beside {
        Beside { best: sides.best.of(quantity).of_answer().into(), now: Some(sides.now.of(quantity).into()) }
    }
}

const MEASURES: [Measure; 3] = [Measure::Bought, Measure::Customers, Measure::Cac];

pub(super) fn mix(sides: &Sides<'_>) -> Mix {
    let lang = sides.lang();
    let headings = MEASURES.iter().map(|measure| term::label(*measure, lang).to_owned());
    let first = [say::channel(lang), say::money_now(lang), say::money_best(lang), say::change(lang)];
    Mix {
        columns: first
            .map(str::to_owned)
            .into_iter()
            .chain(headings)
            .chain([say::next(lang, sides.thousand())])
            .collect(),
        rows: (0..sides.now.document().channels.len()).filter_map(|channel| row(sides, channel)).collect(),
        total: total(sides),
    }
}

fn row(sides: &Sides<'_>, place: usize) -> Option<MixRow> {
    let lang = sides.lang();
    let channel = sides.now.document().channels.get(place)?;
    let index = u16::try_from(place).ok()?;
    let (now, best) = (sides.budget_now(place), sides.budget_best(place));
    // No quantity of the formulas: what the solver read off the curves.
    let next = || {
        let text = |next: &[f64]| next.get(place).map_or_else(|| DASH.into(), |next| sides.brings(*next));
        Beside { best: text(&sides.solved.next).into(), now: Some(text(&sides.solved.next_today).into()) }
    };
    let is_active = sides.is_active(place);
    let path = Path::at(Field::MonthlyBudget, index);
    Some(MixRow {
        name: channel.name.clone(),
        trust: Some(term::trust(channel.trust, lang).into()),
        now: Shown::new(sides.money(now), path),
        best: if is_active { Shown::new(sides.money(best), path).of_answer().into() } else { DASH.into() },
        change: if is_active { change(sides, best - now) } else { DASH.into() },
        sign: if is_active { sign(sides, best - now) } else { 0 },
        cells: MEASURES
            .map(|measure| match is_active {
                true => Beside::of(sides, Quantity::channel(index, measure)),
                false => Beside::none(),
            })
            .into_iter()
            .chain([if is_active { next() } else { Beside::none() }])
            .collect(),
    })
}

fn total(sides: &Sides<'_>) -> MixRow {
    let beside = |measure| match measure {
        // Units of different stages have no sum.
        Measure::Bought => Beside { best: Shown::new(DASH, What::NoSum(measure)).into(), now: None },
        measure => Beside::of(sides, Quantity::plan(measure)),
    };
    let difference = sides.solved.total - sides.total_now();
    MixRow {
        name: say::sum(sides.lang()).into(),
        trust: None,
        now: sides.now.monthly(sides.now.reading(Quantity::plan(Measure::MediaPerMonth))),
        best: sides.total_best().into(),
        change: change(sides, difference),
        sign: sign(sides, difference),
        cells: MEASURES.map(beside).into_iter().chain([Beside::none()]).collect(),
    }
}

fn sign(sides: &Sides<'_>, difference: f64) -> i8 {
    let none = SAME * sides.solved.total.max(sides.total_now());
    i8::from(difference > none) - i8::from(difference < -none)
}

/// A difference of money with its sign.
fn change(sides: &Sides<'_>, difference: f64) -> String {
    match sign(sides, difference) {
        0 => say::unchanged(sides.lang()).into(),
        1 => format!("+{}", number::money(difference, sides.now.currency)),
        _ => number::money(difference, sides.now.currency),
    }
}
