//! 體檢 on the screen: the five letters of the goal, and what is worth a second look, as finished sentences.

mod channel;
mod row;
mod smart;
#[cfg(test)]
mod tests;

use super::presenter::Presenter;
use super::sentence::{Sentence, Shown};
use crate::locale::{Lang, check as words, number, term};
use crate::model::check::{Check, Met, Place, Severity, checks};
use crate::model::equations::goal_quantity;
use crate::model::plan::{GoalMetric, Path};
use crate::model::quantity::{Basis, Measure, Quantity, Reading, Unit};
use crate::model::reading::Numbers;
use std::mem::discriminant;

/// More rows than this are not read.
const ROWS: usize = 8;
/// Of one kind, such as dear units in several channels, the first few stand for all.
const OF_ONE_KIND: usize = 2;

/// The view model of the checks.
#[derive(Clone, Debug, PartialEq)]
pub struct ChecksView {
    /// With which budgets the amounts are computed.
    pub basis: &'static str,
    /// S, M, A, R, T.
    pub smart: [SmartRow; 5],
    /// The findings, the most serious first; at most eight.
    pub rows: Vec<CheckRow>,
}

/// One letter of SMART.
#[derive(Clone, Debug, PartialEq)]
pub struct SmartRow {
    /// The letter.
    pub letter: char,
    /// What it stands for.
    pub name: &'static str,
    /// Whether it is met; [`Met::id`] is the value of `data-met`.
    pub met: Met,
    /// The same in words, for those who do not see the mark.
    pub met_text: &'static str,
    /// Why, with doors on its numbers.
    pub text: Sentence,
}

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckRow {
    /// How serious it is.
    pub severity: Severity,
    /// The same in a word.
    pub tag: &'static str,
    /// What was found.
    pub title: Sentence,
    /// Why it matters, with doors on its numbers.
    pub body: Sentence,
    /// The button that leads to where it can be mended.
    pub action: Option<Action>,
}

/// A button of a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// What stands on it.
    pub label: String,
    /// Where it leads.
    pub target: Place,
}

impl ChecksView {
    /// The checks of a plan in a language. Amounts are those of the budgets asked for; where no budget reaches the goal,
    /// of the plan as it stands.
    #[must_use]
    pub fn of(numbers: &Numbers<'_>, lang: Lang, basis: Basis) -> ChecksView {
        let presenter = Presenter::new(numbers, lang, basis);
        let teller = Teller(presenter);
        let found = shortened(checks(numbers, presenter.basis));
        ChecksView {
            basis: match presenter.basis {
                Basis::Required => words::of_required(lang),
                Basis::Plan => words::of_today(lang),
            },
            smart: teller.smart(),
            rows: found.iter().map(|check| teller.row(check)).collect(),
        }
    }
}

/// The first few of each kind, and of those as many as are read.
fn shortened(found: Vec<Check>) -> Vec<Check> {
    let mut kept: Vec<Check> = Vec::new();
    for check in found {
        let same = |other: &&Check| discriminant(&other.kind) == discriminant(&check.kind);
        if kept.len() < ROWS && kept.iter().filter(same).count() < OF_ONE_KIND {
            kept.push(check);
        }
    }
    kept
}

/// The button that leads to a place where something can be mended.
pub(super) fn action(presenter: Presenter<'_, '_>, target: Place) -> Action {
    Teller(presenter).action(target)
}

/// Puts findings into words.
struct Teller<'n, 'm>(Presenter<'n, 'm>);

impl Teller<'_, '_> {
    fn lang(&self) -> Lang {
        self.0.lang
    }

    /// A figure of the goal: money, `200 位新客`, or so many units of its stage.
    fn goal(&self, value: f64) -> String {
        let plan = self.0.numbers.model().plan();
        let count = || number::count(value);
        match (plan.document().goal.metric, goal_quantity(plan).stage) {
            (GoalMetric::NewCustomers, _) => words::customers(self.lang(), count()),
            (_, Some(stage)) => words::units(self.lang(), count(), self.stage(stage)),
            _ => self.0.in_unit(value, Unit::Money),
        }
    }

    /// The most of the goal that can be reached, rounded down: it must not read like the goal that it falls short of.
    fn most(&self, value: f64) -> String {
        self.goal(if value >= 10.0 { value.floor() } else { value })
    }

    fn stage(&self, stage: u16) -> String {
        term::stage_name(stage, self.0.document(), self.lang())
    }

    fn channel(&self, channel: u16) -> String {
        term::channel(channel, self.0.document(), self.lang())
    }

    /// Within a sentence.
    fn path(&self, path: Path) -> String {
        term::path_inside(path, self.0.document(), self.lang())
    }

    /// A number that was entered.
    fn input(&self, path: Path) -> Shown {
        Shown::new(self.0.input(path), path)
    }

    /// The length of the plan.
    fn horizon(&self) -> Shown {
        self.0.shown(Reading::now(Quantity::plan(Measure::Horizon)))
    }

    fn month(&self, month: u16) -> String {
        term::month(month, self.0.document(), self.lang())
    }
}

/// A sentence whose slots are filled with numbers, each a door.
fn told(text: &str, numbers: &[Shown]) -> Sentence {
    Sentence::compose(text, numbers)
}
