//! The best result against the total budget, with today's plan on or under it.

use super::{Efficient, Question, Solved, Wish, amount, figure_name, is_alone};
use crate::locale::Lang;
use crate::locale::number;
use crate::locale::screen::budget::{point_best, point_now};
use crate::locale::screen::frontier as say;
use crate::model::equations::Model;
use crate::model::plan::Plan;
use crate::model::quantity::{Basis, Measure, Quantity, Reading};
use crate::model::reading::Numbers;
use crate::present::figure::{Amount, Cell, Heading, NotFinite, Table, TableRow};
use crate::present::presenter::Presenter;

/// A gain that is none: less than this share of the figure.
const SAME: f64 = 1e-4;

/// The frontier.
#[derive(Clone, Debug, PartialEq)]
pub struct Frontier {
    /// Title, unit and description.
    pub heading: Heading,
    /// Headings of the table, and the names of the points.
    pub columns: FrontierColumns,
    /// By growing total.
    pub totals: Vec<Total>,
    /// Today's money and what it does.
    pub today: Total,
    /// The answer's money and what it does.
    pub best: Option<Total>,
    /// The goal's line.
    pub goal: Option<Amount>,
}

/// Names within a [`Frontier`].
#[derive(Clone, Debug, PartialEq)]
pub struct FrontierColumns {
    /// Heading of the totals.
    pub total: String,
    /// Heading of the best results.
    pub best: String,
    /// Today's point.
    pub today: String,
    /// The answer's point.
    pub answer: String,
}

/// A total and the best for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Total {
    /// Money per month.
    pub money: Amount,
    /// The figure.
    pub figure: Amount,
}

impl Frontier {
    /// Draws what was found.
    ///
    /// # Errors
    /// A number that is not finite.
    pub fn of(
        plan: &Plan,
        question: &Question,
        solved: &Solved,
        found: &Efficient,
        lang: Lang,
    ) -> Result<Frontier, NotFinite> {
        let model = Model::of(plan.clone());
        let numbers = Numbers::of(&model);
        let presenter = Presenter::new(&numbers, lang, Basis::Plan);
        let total = |(money, figure)| total_of(&presenter, question.wish, money, figure);
        let totals: Vec<Total> = found.points.iter().copied().map(total).collect::<Result<_, _>>()?;
        let figure = if question.wish == Wish::MaxProfit { solved.profit } else { solved.reached };
        let target = presenter.value(Reading::now(Quantity::plan(Measure::Target))).ok();
        let line = |target| {
            let text = say::goal(lang, presenter.goal_number(Measure::Target).text);
            Amount::new(target, Cell::from(text))
        };
        let goal = target.filter(|_| question.wish != Wish::MaxProfit).map(line).transpose()?;
        let told = |place: Option<&Total>| {
            place.map_or_else(Default::default, |total| {
                (total.money.text().to_owned(), total.figure.text().to_owned())
            })
        };
        let ((first, first_best), (last, last_best)) = (told(totals.first()), told(totals.last()));
        Ok(Frontier {
            heading: Heading {
                title: title(&presenter, question, solved, found).into(),
                unit: say::unit(lang, figure_name(&presenter, question.wish)),
                description: say::told(lang, first, first_best, last, last_best),
            },
            columns: FrontierColumns {
                total: say::total(lang).into(),
                best: say::best(lang).into(),
                today: point_now(lang).into(),
                answer: point_best(lang).into(),
            },
            totals,
            today: total(found.today)?,
            best: solved.feasible.then(|| total((solved.total, figure))).transpose()?,
            goal,
        })
    }

    /// The figure as a table.
    #[must_use]
    pub fn table(&self) -> Table {
        let row = |total: &Total| TableRow {
            name: total.money.text().into(),
            cells: vec![total.figure.cell().clone()],
        };
        Table {
            caption: self.heading.title.text(),
            columns: vec![self.columns.total.clone(), self.columns.best.clone()],
            rows: self.totals.iter().map(row).collect(),
        }
    }
}

fn total_of(presenter: &Presenter<'_, '_>, wish: Wish, money: f64, figure: f64) -> Result<Total, NotFinite> {
    Ok(Total {
        money: Amount::new(money, Cell::from(number::money(money, presenter.currency)))?,
        figure: Amount::new(figure, Cell::from(amount(presenter, wish, figure)))?,
    })
}

/// The finding: what today's money could do. Today's plan does more than that only where it breaks a condition.
fn title(presenter: &Presenter<'_, '_>, question: &Question, solved: &Solved, found: &Efficient) -> String {
    let (lang, (spent, now)) = (presenter.lang, found.today);
    let money = |money| number::money(money, presenter.currency);
    let written = |figure| amount(presenter, question.wish, figure);
    let least = found.points.first().map_or(0.0, |point| point.0);
    let (today, gain) = (money(spent), found.same_money - now);
    if spent <= 0.0 {
        let is_answer = |point: &&(f64, f64)| point.0 > 0.0 && point.0 >= solved.total;
        let (total, best) = found.points.iter().find(is_answer).copied().unwrap_or_default();
        say::unspent(lang, money(total), written(best))
    } else if spent < least * (1.0 - SAME) {
        say::below(lang, today, money(least))
    } else if is_alone(presenter) && gain.abs() <= SAME * now.abs() {
        say::alone(lang, today, written(now))
    } else if gain < -SAME * now.abs() {
        say::broken(lang, today, written(found.same_money), written(now))
    } else if gain <= SAME * now.abs() {
        say::on(lang, today, written(now))
    } else {
        say::gain(lang, today, written(found.same_money), written(now))
    }
}
