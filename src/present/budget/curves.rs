//! What each channel takes and what it brings, with today's point and the best.

use super::{Question, Response, amount, figure_name, full_amount};
use crate::locale::Lang;
use crate::locale::number;
use crate::locale::screen::budget as say;
use crate::model::equations::Model;
use crate::model::plan::{Field, Path, Plan};
use crate::model::quantity::Basis;
use crate::model::reading::Numbers;
use crate::present::figure::{Amount, Cell, Heading, NotFinite, Table, TableRow};
use crate::present::presenter::Presenter;
use crate::present::sentence::Shown;
use crate::present::subject::{Side, Subject};

/// How far slopes may be apart and still read as one, relative to the larger.
const EQUAL: f64 = 0.02;

/// The curves of some channels.
#[derive(Clone, Debug, PartialEq)]
pub struct Curves {
    /// Title, unit and description.
    pub heading: Heading,
    /// Headings of the table.
    pub columns: Vec<String>,
    /// The channels.
    pub curves: Vec<Curve>,
    /// What the two points of a curve are called.
    pub names: [String; 2],
}

/// The curve of a channel.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// The channel's name.
    pub name: String,
    /// Money per month and what it adds, by growing money.
    pub points: Vec<(f64, f64)>,
    /// Today's point and the best.
    pub marks: [Point; 2],
    /// What one more unit of money a month adds at the best point.
    pub slope: f64,
    /// What the next money brings there, e.g. 「總共多花 NT$1,000：0.8 位新客」.
    pub next: String,
}

/// A point of a curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Money per month.
    pub money: Amount,
    /// What it adds.
    pub gain: Amount,
}

impl Curves {
    /// Draws responses; `next` is what the next money in each channel of the plan adds.
    ///
    /// # Errors
    /// A number that is not finite.
    pub fn of(
        plan: &Plan,
        question: &Question,
        responses: &[Response],
        next: &[f64],
        lang: Lang,
    ) -> Result<Curves, NotFinite> {
        let model = Model::of(plan.clone());
        let numbers = Numbers::of(&model);
        let presenter = Presenter::new(&numbers, lang, Basis::Plan);
        let curve = |response: &Response| curve_of(&presenter, question, response, next);
        let curves: Vec<Curve> = responses.iter().map(curve).collect::<Result<_, _>>()?;
        let row = |curve: &Curve| {
            let [now, best] = &curve.marks;
            say::curves_row(
                lang,
                &curve.name,
                now.money.text(),
                now.gain.text(),
                best.money.text(),
                best.gain.text(),
            )
        };
        let rows: Vec<String> = curves.iter().map(row).collect();
        Ok(Curves {
            heading: Heading {
                title: if is_equal(&curves) { say::curves_equal(lang) } else { say::curves_title(lang) }
                    .into(),
                unit: say::curves_unit(lang, figure_name(&presenter, question.wish)),
                description: say::curves_told(lang, rows.join(say::between_rows(lang))),
            },
            columns: [
                say::channel(lang),
                say::money_now(lang),
                say::brings_now(lang),
                say::money_best(lang),
                say::brings_best(lang),
            ]
            .map(str::to_owned)
            .to_vec(),
            curves,
            names: [say::point_now(lang).into(), say::point_best(lang).into()],
        })
    }

    /// The figure as a table.
    #[must_use]
    pub fn table(&self) -> Table {
        let row = |curve: &Curve| TableRow {
            name: curve.name.clone(),
            cells: curve
                .marks
                .iter()
                .flat_map(|mark| [mark.money.cell(), mark.gain.cell()])
                .cloned()
                .collect(),
        };
        Table {
            caption: self.heading.title.text(),
            columns: self.columns.clone(),
            rows: self.curves.iter().map(row).collect(),
        }
    }
}

fn curve_of(
    presenter: &Presenter<'_, '_>,
    question: &Question,
    response: &Response,
    next: &[f64],
) -> Result<Curve, NotFinite> {
    let (lang, place) = (presenter.lang, usize::from(response.channel));
    let channel = presenter.document().channels.get(place);
    let budget = Subject::from(Path::at(Field::MonthlyBudget, response.channel));
    let point = |(money, gain): (f64, f64), side| {
        let written = Shown::new(number::money(money, presenter.currency), budget.on(side));
        Ok(Point {
            money: Amount::new(money, written)?,
            gain: Amount::new(gain, Cell::from(amount(presenter, question.wish, gain)))?,
        })
    };
    let [now, best] = response.marks;
    let next = next.get(place).copied().unwrap_or(0.0);
    let months = f64::from(presenter.document().months);
    let thousand = number::money(crate::model::solve::NEXT_MONEY, presenter.currency);
    Ok(Curve {
        name: channel.map_or_else(String::new, |channel| channel.name.clone()),
        points: response.points.clone(),
        marks: [point(now, Side::Plan)?, point(best, Side::Answer)?],
        slope: next * months / crate::model::solve::NEXT_MONEY,
        next: say::next_brings(lang, thousand, full_amount(presenter, question.wish, next)),
    })
}

/// Whether the next money brings the same wherever a channel gets some.
fn is_equal(curves: &[Curve]) -> bool {
    let slopes = || curves.iter().filter(|curve| curve.marks[1].money.value() > 0.0).map(|curve| curve.slope);
    let (low, high) =
        slopes().fold((f64::INFINITY, 0.0_f64), |(low, high), slope| (low.min(slope), high.max(slope)));
    slopes().count() > 1 && low > 0.0 && high - low <= EQUAL * high
}
