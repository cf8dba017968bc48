//! The budget view as finished strings: the best budgets beside today's, why they are best, and what else could be done.

mod answer;
mod curves;
mod efficient;
mod mix;
mod moves;
mod question;
mod remedies;
mod whole;

pub use answer::Proof;
pub use curves::{Curve, Curves, Point};
pub use efficient::{Frontier, FrontierColumns, Total};
pub use mix::{Beside, Mix, MixRow};
pub use moves::{Move, Reach};
pub use question::{CAP, Efficient, End, Pin, Question, Remedy, Response, Solved, Spread, Told, Wish, Work};
pub use remedies::{RemedyView, remedies};

use super::presenter::Presenter;
use super::sentence::{Sentence, Shown};
use super::verdict::inside;
use crate::locale::screen::budget as say;
use crate::locale::screen::plan as words;
use crate::locale::{Lang, number};
use crate::model::equations::Model;
use crate::model::plan::{Channel, GoalMetric, Plan, Trust};
use crate::model::quantity::{Basis, Measure, Quantity, Reading};
use crate::model::reading::Numbers;
use crate::model::solve::{BANDS, NEXT_MONEY};

/// The answer to a question, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetView {
    /// The answer in a sentence.
    pub headline: Sentence,
    /// What today's budgets do, and what scaling them would take.
    pub detail: Sentence,
    /// Why nothing is better.
    pub proof: Proof,
    /// What holding channels costs; none where none is held.
    pub held: Option<String>,
    /// Today's mix beside the best, channel by channel; none where there is no best.
    pub mix: Option<Mix>,
    /// Why each channel gets what it gets; empty where there is no best.
    pub moves: Vec<Move>,
    /// Whether there is a best: out of reach, with money that always brings a little more, no budgets are.
    pub has_best: bool,
    /// Whether the budgets of the answer are others than the plan's, and worth adopting.
    pub adoptable: bool,
    /// Whether the goal is out of reach.
    pub out_of_reach: bool,
}

impl BudgetView {
    /// Puts an answer into words.
    #[must_use]
    pub fn of(plan: &Plan, question: &Question, solved: &Solved, lang: Lang) -> BudgetView {
        let today = Model::of(plan.clone());
        let adopted = solved.adopted_by(plan, question);
        let is_other = adopted != *plan;
        let best = Model::of(adopted);
        let (now, then) = (Numbers::of(&today), Numbers::of(&best));
        // What the goal takes is told in whole units, as in the plan.
        let is_of_goal = solved.feasible && matches!(question.wish, Wish::MinCost | Wish::ScaleMix);
        let basis = if is_of_goal { Basis::Required } else { Basis::Plan };
        let sides = Sides {
            now: Presenter::new(&now, lang, Basis::Plan),
            best: Presenter::new(&then, lang, basis),
            question,
            solved,
        };
        let has_best = solved.feasible || is_other;
        BudgetView {
            headline: answer::headline(&sides),
            detail: answer::detail(&sides),
            proof: if has_best { answer::proof(&sides) } else { answer::no_best(lang) },
            held: answer::held(&sides),
            mix: has_best.then(|| mix::mix(&sides)),
            moves: if has_best { moves::moves(&sides) } else { Vec::new() },
            has_best,
            adoptable: is_other && (solved.feasible || question.wish != Wish::ScaleMix),
            out_of_reach: !solved.feasible,
        }
    }
}

/// The plan as it stands and with the budgets of the answer.
struct Sides<'a> {
    now: Presenter<'a, 'a>,
    best: Presenter<'a, 'a>,
    question: &'a Question,
    solved: &'a Solved,
}

impl Sides<'_> {
    fn lang(&self) -> Lang {
        self.now.lang
    }

    fn money(&self, value: f64) -> String {
        number::money(value, self.now.currency)
    }

    /// The smallest unit of money that is shown.
    fn unit(&self) -> f64 {
        10_f64.powi(-i32::from(self.now.currency.digits()))
    }

    /// The next money, whose return is told.
    fn thousand(&self) -> String {
        self.money(NEXT_MONEY)
    }

    /// So much of the figure.
    fn gain(&self, value: f64) -> String {
        amount(&self.now, self.question.wish, value)
    }

    /// So much of the figure, in all its digits: what the next money brings.
    fn brings(&self, value: f64) -> String {
        full_amount(&self.now, self.question.wish, value)
    }

    fn is_active(&self, channel: usize) -> bool {
        self.now.document().channels.get(channel).is_some_and(Channel::is_active)
    }

    /// Whether one channel only takes part.
    fn is_alone(&self) -> bool {
        is_alone(&self.now)
    }

    /// Where the reader holds a channel; none where the solver may choose.
    fn held_at(&self, channel: usize) -> Option<f64> {
        u16::try_from(channel).ok().and_then(|channel| self.question.pinned(channel))
    }

    /// Whether a channel takes part and is at neither end of its range.
    fn is_free(&self, channel: usize) -> bool {
        self.is_active(channel) && self.solved.ends.get(channel).copied().flatten().is_none()
    }

    fn budget_now(&self, channel: usize) -> f64 {
        self.now.document().channels.get(channel).map_or(0.0, |channel| channel.monthly_budget)
    }

    fn budget_best(&self, channel: usize) -> f64 {
        self.solved.budgets.get(channel).copied().unwrap_or(0.0)
    }

    fn next(&self, channel: usize) -> f64 {
        self.solved.next.get(channel).copied().unwrap_or(0.0)
    }

    /// Whether the money of a channel's class lies at an end of the class's band.
    fn is_banded(&self, channel: usize) -> bool {
        let channels = &self.now.document().channels;
        let Some(trust) = channels.get(channel).map(|channel| channel.trust) else { return false };
        let place = Trust::ALL.iter().position(|class| *class == trust);
        let of_class = (0..channels.len()).filter(|other| {
            self.is_active(*other) && channels.get(*other).is_some_and(|other| other.trust == trust)
        });
        let money = of_class.map(|other| self.budget_best(other)).sum::<f64>();
        // As far as whole units take the channels.
        let active = (0..channels.len()).filter(|other| self.is_active(*other));
        let room = active.fold(0.0, |sum, _| sum + self.unit());
        let band = place.and_then(|place| BANDS.get(place)).copied().unwrap_or([0.0, 1.0]);
        self.question.bands && band.iter().any(|end| (money - end * self.solved.total).abs() <= room)
    }

    /// The money a month with the budgets of the answer, as they stand and not scaled to the goal.
    fn total_best(&self) -> Shown {
        self.best.monthly(Reading::now(Quantity::plan(Measure::MediaPerMonth))).of_answer()
    }

    /// The monthly budgets of the active channels together.
    fn total_now(&self) -> f64 {
        let count = self.now.document().channels.len();
        (0..count).filter(|c| self.is_active(*c)).fold(0.0, |sum, channel| sum + self.budget_now(channel))
    }
}

/// Whether one channel of a plan only takes part: nothing is split, and no other channel is there to compare with.
fn is_alone(presenter: &Presenter<'_, '_>) -> bool {
    let channels = &presenter.document().channels;
    channels.iter().filter(|channel| channel.active.unwrap_or(true)).count() == 1
}

/// So much of the figure that a wish speaks of, in few digits: "8 位新客", "NT$4,800 萬".
fn amount(presenter: &Presenter<'_, '_>, wish: Wish, value: f64) -> String {
    let money = number::compact_money(value, presenter.currency, presenter.lang);
    amount_as(presenter, wish, number::count(value), money)
}

/// The same in all its digits.
fn full_amount(presenter: &Presenter<'_, '_>, wish: Wish, value: f64) -> String {
    amount_as(presenter, wish, number::count(value), number::money(value, presenter.currency))
}

/// The same rounded down to whole units, where few digits would say too much.
fn whole_amount(presenter: &Presenter<'_, '_>, wish: Wish, value: f64) -> String {
    let value = value.floor();
    amount_as(presenter, wish, number::whole(value), number::money(value, presenter.currency))
}

/// A number as people or things are counted, or as money, whatever the figure is.
fn amount_as(presenter: &Presenter<'_, '_>, wish: Wish, count: String, money: String) -> String {
    let name = || inside(&presenter.figure_name(), presenter.lang);
    match (wish, presenter.document().goal.metric) {
        (Wish::MaxProfit, _) => money,
        (_, GoalMetric::NewCustomers) => words::counted(presenter.lang, count, name()),
        (_, GoalMetric::StageVolume) => words::counted_things(presenter.lang, count, name()),
        _ => money,
    }
}

/// The name of the figure that a wish speaks of.
fn figure_name(presenter: &Presenter<'_, '_>, wish: Wish) -> String {
    match wish {
        Wish::MaxProfit => say::profit(presenter.lang).to_owned(),
        _ => inside(&presenter.figure_name(), presenter.lang),
    }
}

/// What a wish is called.
#[must_use]
pub fn wish_name(wish: Wish, lang: Lang) -> &'static str {
    match wish {
        Wish::MinCost => say::min_cost(lang),
        Wish::MaxGoal => say::max_goal(lang),
        Wish::MaxProfit => say::max_profit(lang),
        Wish::ScaleMix => say::scale_mix(lang),
    }
}

/// What a wish means.
#[must_use]
pub fn wish_help(wish: Wish, lang: Lang) -> &'static str {
    match wish {
        Wish::MinCost => say::min_cost_help(lang),
        Wish::MaxGoal => say::max_goal_help(lang),
        Wish::MaxProfit => say::max_profit_help(lang),
        Wish::ScaleMix => say::scale_mix_help(lang),
    }
}
