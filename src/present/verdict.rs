//! The answer in one sentence, and what stands behind it in a second one.

use super::checks::{Action, action};
use super::presenter::Presenter;
use super::sentence::{Sentence, Shown, Slot};
use crate::locale::screen::plan as say;
use crate::locale::{Lang, month, number, term};
use crate::model::check::{Obstacle, obstacle};
use crate::model::equations::goal_quantity;
use crate::model::plan::GoalMetric;
use crate::model::quantity::{Basis, Measure, Quantity, Reading};
use core::iter;

/// What the goal takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The answer.
    pub headline: Sentence,
    /// What a customer costs and brings, and what today's budget does.
    pub detail: Sentence,
    /// The answer in a few words, for a narrow strip.
    pub glance: String,
    /// Where the goal is out of reach: the button that leads to what can be changed.
    pub mend: Option<Action>,
}

/// A name inside a sentence: English writes it small.
pub(crate) fn inside(name: &str, lang: Lang) -> String {
    let mut letters = name.chars();
    match (lang, letters.next()) {
        // Abbreviations such as "LINE chats" keep their capitals.
        (Lang::En, Some(first)) if letters.clone().next().is_some_and(char::is_lowercase) => {
            iter::once(first.to_ascii_lowercase()).chain(letters).collect()
        }
        _ => name.into(),
    }
}

impl Presenter<'_, '_> {
    /// The name of a stage.
    pub(crate) fn stage_name(&self, stage: u16) -> &str {
        self.document().stages.get(usize::from(stage)).map_or("", |stage| stage.name.as_str())
    }

    /// The name of the figure that the goal is set in.
    pub(crate) fn figure_name(&self) -> String {
        match goal_quantity(self.numbers.model().plan()) {
            Quantity { stage: Some(stage), .. } => self.stage_name(stage).into(),
            Quantity { measure: Measure::Customers, .. } => {
                self.stage_name(self.numbers.model().plan().last_stage()).into()
            }
            quantity => term::label(quantity.measure, self.lang).into(),
        }
    }

    /// A number of the goal's figure with its name: "200 位新客", "NT$4,800 萬".
    pub(crate) fn goal_number(&self, measure: Measure) -> Shown {
        let reading = Reading::now(Quantity::plan(measure));
        let value = self.value(reading).unwrap_or(f64::NAN);
        let name = inside(&self.figure_name(), self.lang);
        let text = match self.document().goal.metric {
            GoalMetric::NewCustomers => say::counted(self.lang, number::count(value), name),
            GoalMetric::StageVolume => say::counted_things(self.lang, number::count(value), name),
            _ => number::compact_money(value, self.currency, self.lang),
        };
        Shown::new(text, reading)
    }

    /// The most that can be reached, rounded down: it must not read like the goal that it falls short of.
    pub(crate) fn reachable(&self) -> Shown {
        let reading = Reading::now(Quantity::plan(Measure::Reachable));
        let short = self.goal_number(Measure::Reachable);
        if short.text != self.goal_number(Measure::Target).text {
            return short;
        }
        let value = self.value(reading).unwrap_or(f64::NAN).floor();
        let name = inside(&self.figure_name(), self.lang);
        let text = match self.document().goal.metric {
            GoalMetric::NewCustomers => say::counted(self.lang, number::whole(value), name),
            GoalMetric::StageVolume => say::counted_things(self.lang, number::whole(value), name),
            _ => number::money(value, self.currency),
        };
        Shown::new(text, reading)
    }

    /// The end of the last month of the plan.
    fn deadline(&self) -> String {
        let last = self.numbers.model().plan().start().plus(self.document().months.saturating_sub(1));
        month::end(last.year, last.month, self.lang)
    }

    fn period(&self) -> String {
        let start = self.numbers.model().plan().start();
        let last = start.plus(self.document().months.saturating_sub(1));
        month::range((start.year, start.month), (last.year, last.month), self.lang)
    }
}

pub(crate) fn verdict(presenter: &Presenter<'_, '_>) -> Verdict {
    let media = presenter.shown(Reading::required(Quantity::plan(Measure::Media)));
    let target = presenter.goal_number(Measure::Target).text;
    let money = if costs_more(presenter) {
        say::glance_media(presenter.lang, &media.text)
    } else {
        media.text.clone()
    };
    let obstacle = obstacle(presenter.numbers);
    Verdict {
        glance: format!("{target} ← {money}"),
        headline: obstacle.map_or_else(|| headline(presenter, media), |why| out_of_reach(presenter, why)),
        detail: detail(presenter),
        mend: obstacle.map(|obstacle| action(*presenter, obstacle.place())),
    }
}

/// Whether media money is not all that the plan costs.
pub(crate) fn costs_more(presenter: &Presenter<'_, '_>) -> bool {
    let shown = |measure| presenter.plan(measure).text;
    shown(Measure::Cost) != shown(Measure::Media)
}

fn headline(presenter: &Presenter<'_, '_>, media: Shown) -> Sentence {
    let lang = presenter.lang;
    let goal = presenter.goal_number(Measure::Target);
    if presenter.numbers.mix().factor().is_some_and(|factor| factor <= 0.0) {
        return Sentence::compose(&say::verdict_free(lang, presenter.deadline(), Slot(0)), &[goal]);
    }
    let more = costs_more(presenter);
    let counted =
        matches!(presenter.document().goal.metric, GoalMetric::NewCustomers | GoalMetric::StageVolume);
    let text = if counted {
        let words = if more { say::verdict_count_media } else { say::verdict_count };
        words(lang, presenter.deadline(), Slot(0), Slot(1))
    } else {
        let words = if more { say::verdict_money_media } else { say::verdict_money };
        let figure = inside(&presenter.figure_name(), lang);
        words(lang, presenter.period(), figure, Slot(0), Slot(1))
    };
    Sentence::compose(&text, &[goal, media])
}

/// That no budget reaches the goal, and why.
fn out_of_reach(presenter: &Presenter<'_, '_>, why: Obstacle) -> Sentence {
    let lang = presenter.lang;
    let (goal, most) = (Slot(0), Slot(1));
    let text = match why {
        Obstacle::NoChannel { .. } => say::no_channel(lang, goal),
        Obstacle::NoBudget { .. } => say::no_budget(lang, goal),
        Obstacle::Beyond { .. } => say::all_beyond(lang, goal),
        Obstacle::Zero { path } => {
            let path = term::path_inside(path, presenter.document(), lang);
            say::blocked(lang, goal, path)
        }
        Obstacle::Late => say::all_late(lang, goal),
        Obstacle::Ceiling { .. } => say::capped(lang, goal, most),
        Obstacle::Loss => say::losing(lang, goal, most),
        Obstacle::Far => say::too_far(lang, goal, most),
    };
    Sentence::compose(&text, &[presenter.goal_number(Measure::Target), presenter.reachable()])
}

/// What stands behind the answer, piece by piece.
struct Detail<'p, 'n, 'm> {
    presenter: &'p Presenter<'n, 'm>,
    text: String,
    numbers: Vec<Shown>,
}

impl Detail<'_, '_, '_> {
    fn slot(&mut self, shown: Shown) -> Slot {
        self.numbers.push(shown);
        Slot(u8::try_from(self.numbers.len() - 1).unwrap_or(u8::MAX))
    }

    /// What comes anyway.
    fn baseline(&mut self) {
        let baseline = Reading::now(Quantity::plan(Measure::Baseline));
        if self.presenter.value(baseline).is_ok_and(|baseline| baseline != 0.0) {
            let slot = self.slot(self.presenter.goal_number(Measure::Baseline));
            self.text += &say::baseline(self.presenter.lang, slot);
        }
    }

    /// What the plan costs in all, where that is more than its media money.
    fn in_all(&mut self) {
        if costs_more(self.presenter) {
            let slot = self.slot(self.presenter.plan(Measure::Cost));
            self.text += &match self.presenter.basis {
                Basis::Required if self.takes_media() => say::in_all(self.presenter.lang, slot),
                Basis::Required => say::in_all_without_media(self.presenter.lang, slot),
                Basis::Plan => say::in_all_today(self.presenter.lang, slot),
            };
        }
    }

    fn takes_media(&self) -> bool {
        self.presenter.numbers.mix().factor().is_some_and(|factor| factor > 0.0)
    }

    /// What a customer costs and brings, and how many come too late to count.
    fn customers(&mut self) {
        let presenter = self.presenter;
        let lang = presenter.lang;
        if presenter.value(presenter.reading(Quantity::plan(Measure::Cac))).is_ok() {
            let customer = inside(presenter.stage_name(presenter.numbers.model().plan().last_stage()), lang);
            let cac = self.slot(presenter.plan(Measure::Cac));
            let cltv = self.slot(presenter.plan(Measure::Cltv));
            self.text += &say::per_customer(lang, customer, cac, cltv);
        }
        let late = presenter.reading(Quantity::plan(Measure::CustomersAfter));
        if presenter.value(late).is_ok_and(|customers| customers >= 0.5) {
            let slot = self.slot(presenter.shown(late));
            self.text += &say::late(lang, slot);
        }
    }

    /// What the budget of today does.
    fn today(&mut self) {
        let presenter = self.presenter;
        let now = |measure| Reading::now(Quantity::plan(measure));
        if presenter.value(now(Measure::Attainment)).is_ok() {
            let budget = self.slot(presenter.monthly(now(Measure::MediaPerMonth)));
            let attainment = self.slot(presenter.shown(now(Measure::Attainment)));
            self.text += &say::today(presenter.lang, budget, attainment);
        }
    }
}

fn detail(presenter: &Presenter<'_, '_>) -> Sentence {
    let mut detail = Detail { presenter, text: String::new(), numbers: Vec::new() };
    detail.baseline();
    // Where the goal is out of reach all numbers are those of today, which is said first.
    if presenter.basis == Basis::Plan {
        detail.today();
    }
    detail.in_all();
    detail.customers();
    if presenter.basis == Basis::Required {
        detail.today();
    }
    Sentence::compose(detail.text.trim_end(), &detail.numbers)
}
