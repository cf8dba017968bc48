//! The answer in one sentence, and what stands behind it in a second one.

use super::presenter::Presenter;
use super::sentence::{Sentence, Shown, Slot};
use crate::locale::screen::plan as say;
use crate::locale::{Lang, month, number, term};
use crate::model::equations::goal_quantity;
use crate::model::plan::GoalMetric;
use crate::model::quantity::{Measure, Quantity, Reading};

/// What the goal takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The answer.
    pub headline: Sentence,
    /// What a customer costs and brings, and what today's budget does.
    pub detail: Sentence,
    /// The answer in a few words, for a narrow strip.
    pub glance: String,
}

/// A name inside a sentence: English writes it small.
pub(crate) fn inside(name: &str, lang: Lang) -> String {
    let mut letters = name.chars();
    match (lang, letters.next()) {
        // Abbreviations such as "LINE chats" keep their capitals.
        (Lang::En, Some(first)) if letters.clone().next().is_some_and(char::is_lowercase) => {
            first.to_lowercase().chain(letters).collect()
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

    /// The last month of the plan.
    fn deadline(&self) -> String {
        let last = self.numbers.model().plan().start().plus(self.document().months.saturating_sub(1));
        month::long(last.year, last.month, self.lang)
    }

    fn period(&self) -> String {
        let start = self.numbers.model().plan().start();
        let last = start.plus(self.document().months.saturating_sub(1));
        month::range((start.year, start.month), (last.year, last.month), self.lang)
    }
}

pub(crate) fn verdict(presenter: &Presenter<'_, '_>) -> Verdict {
    let media = presenter.shown(Reading::required(Quantity::plan(Measure::Media)));
    let glance = format!("{} ← {}", presenter.goal_number(Measure::Target).text, media.text);
    Verdict { headline: headline(presenter, media), detail: detail(presenter), glance }
}

fn headline(presenter: &Presenter<'_, '_>, media: Shown) -> Sentence {
    let lang = presenter.lang;
    let goal = presenter.goal_number(Measure::Target);
    let counted =
        matches!(presenter.document().goal.metric, GoalMetric::NewCustomers | GoalMetric::StageVolume);
    match presenter.numbers.mix().factor() {
        None => {
            let most = presenter.reachable();
            let text = say::verdict_unreachable(lang, Slot(0), Slot(1));
            Sentence::compose(&text, &[goal, most])
        }
        Some(factor) if factor <= 0.0 => {
            Sentence::compose(&say::verdict_free(lang, presenter.deadline(), Slot(0)), &[goal])
        }
        Some(_) if counted => {
            let text = say::verdict_count(lang, presenter.deadline(), Slot(0), Slot(1));
            Sentence::compose(&text, &[goal, media])
        }
        Some(_) => {
            let figure = inside(&presenter.figure_name(), lang);
            let text = say::verdict_money(lang, presenter.period(), figure, Slot(0), Slot(1));
            Sentence::compose(&text, &[goal, media])
        }
    }
}

fn detail(presenter: &Presenter<'_, '_>) -> Sentence {
    let lang = presenter.lang;
    let mut numbers = Vec::new();
    let mut slot = |shown: Shown| {
        numbers.push(shown);
        Slot(u8::try_from(numbers.len() - 1).unwrap_or(u8::MAX))
    };
    let mut text = String::new();
    let now = |measure| Reading::now(Quantity::plan(measure));
    if presenter.value(now(Measure::Baseline)).is_ok_and(|baseline| baseline != 0.0) {
        text += &say::baseline(lang, slot(presenter.goal_number(Measure::Baseline)));
    }
    if presenter.value(presenter.reading(Quantity::plan(Measure::Cac))).is_ok() {
        let customer = inside(presenter.stage_name(presenter.numbers.model().plan().last_stage()), lang);
        let cac = slot(presenter.plan(Measure::Cac));
        text += &say::per_customer(lang, customer, cac, slot(presenter.plan(Measure::Cltv)));
    }
    if presenter.value(now(Measure::Attainment)).is_ok() {
        let budget = slot(presenter.monthly(now(Measure::MediaPerMonth)));
        text += &say::today(lang, budget, slot(presenter.shown(now(Measure::Attainment))));
    }
    let late = now(Measure::CustomersAfter);
    if presenter.value(late).is_ok_and(|customers| customers >= 0.5) {
        text += &say::late(lang, slot(presenter.shown(late)));
    }
    Sentence::compose(&text, &numbers)
}
