//! The answer in a sentence, what it is held against, and why nothing is better.

use super::{End, Sides, Wish, whole_amount};
use crate::locale::screen::budget as say;
use crate::locale::{Lang, number};
use crate::model::quantity::{Measure, Quantity, Reading};
use crate::model::solve::EXACT;
use crate::present::sentence::{Sentence, Shown, Slot};
use crate::present::subject::{Side, Subject};

/// A gap that is told as "less than" it.
const TINY: f64 = 1e-5;
/// A gap up to here is called close.
const CLOSE: f64 = 0.05;
/// A gap from here on says nothing.
const FAR: f64 = 1.0;
/// Money that is no difference: less than this share of it.
const SAME: f64 = 1e-6;

/// Why nothing is better.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    /// In a few words.
    pub verdict: String,
    /// Whether nothing at all is better.
    pub exact: bool,
    /// In a sentence or two.
    pub text: String,
}

fn now(measure: Measure) -> Reading {
    Reading::now(Quantity::plan(measure))
}

pub(super) fn headline(sides: &Sides<'_>) -> Sentence {
    let (lang, solved) = (sides.lang(), sides.solved);
    let goal = sides.now.goal_number(Measure::Target);
    let total = sides.total_best();
    if let Some((most, missing)) = solved.reachable.filter(|_| !solved.feasible) {
        // In few digits the most must not read like the goal that it falls short of.
        let written = sides.gain(most);
        let wish = sides.question.wish;
        let written = if written == goal.text { whole_amount(&sides.now, wish, most) } else { written };
        let missing = sides.gain(missing);
        return match behind_most(sides, most) {
            Some(subject) => {
                let text = say::unreachable(lang, Slot(0), Slot(1), missing);
                Sentence::compose(&text, &[goal, Shown::new(written, subject)])
            }
            None => Sentence::compose(&say::unreachable(lang, Slot(0), written, missing), &[goal]),
        };
    }
    match sides.question.wish {
        Wish::MinCost if solved.total <= 0.0 => Sentence::compose(&say::best_free(lang, Slot(0)), &[goal]),
        Wish::MinCost => Sentence::compose(&say::best_cost(lang, Slot(0), Slot(1)), &[goal, total]),
        Wish::ScaleMix => Sentence::compose(&say::best_scaled(lang, Slot(0), Slot(1)), &[goal, total]),
        Wish::MaxGoal => {
            let reached = sides.best.goal_number(Measure::Reached).of_answer();
            let share = sides.best.shown(now(Measure::Attainment)).of_answer();
            Sentence::compose(&say::best_goal(lang, Slot(0), Slot(1), Slot(2)), &[total, reached, share])
        }
        Wish::MaxProfit => {
            let profit = Shown::new(sides.gain(solved.profit), now(Measure::Profit)).of_answer();
            Sentence::compose(&say::best_profit(lang, Slot(0), Slot(1)), &[total, profit])
        }
    }
}

/// What explains the most of the goal's figure: the answer where its budgets bring just that, or today's mix; none where
/// it is only ever come closer to.
fn behind_most(sides: &Sides<'_>, most: f64) -> Option<Subject> {
    let is_most = |value: f64| (value - most).abs() <= SAME * most.abs();
    let reachable = now(Measure::Reachable);
    if is_most(sides.solved.reached) {
        Some(Subject::from(now(Measure::Reached)).on(Side::Answer))
    } else {
        sides.now.value(reachable).is_ok_and(is_most).then(|| reachable.into())
    }
}

/// What today's budgets do, and for the least cost what today's mix would take.
pub(super) fn detail(sides: &Sides<'_>) -> Sentence {
    let lang = sides.lang();
    let money = sides.now.monthly(now(Measure::MediaPerMonth));
    let (text, figure) = match sides.question.wish {
        Wish::MaxProfit => (say::now_profit(lang, Slot(0), Slot(1)), sides.now.shown(now(Measure::Profit))),
        _ => (say::now_reached(lang, Slot(0), Slot(1)), sides.now.goal_number(Measure::Reached)),
    };
    let scaled = Reading::required(Quantity::plan(Measure::MediaPerMonth));
    let text = if sides.question.wish == Wish::MinCost && sides.solved.feasible {
        let scaled = sides.now.value(scaled).ok();
        beside_scaled(sides, scaled).into_iter().chain([text]).collect::<Vec<String>>().join(between(lang))
    } else {
        text
    };
    Sentence::compose(&text, &[money, figure, sides.now.monthly(scaled)])
}

/// The least cost beside that of today's mix, which is the third number of the sentence and has none where it never gets
/// there; nothing where a single channel makes both the same.
fn beside_scaled(sides: &Sides<'_>, scaled: Option<f64>) -> Option<String> {
    let (lang, total) = (sides.lang(), sides.solved.total);
    let Some(scaled) = scaled else { return Some(say::saved_all(lang).into()) };
    let saved = scaled - total;
    // Less than a unit of the currency is no difference of budgets in whole units.
    if saved.abs() <= (SAME * scaled.abs()).max(sides.unit()) {
        (!sides.is_alone()).then(|| say::saved_nothing(lang).into())
    } else if saved < 0.0 {
        Some(say::saved_less(lang, Slot(2)))
    } else {
        Some(say::saved(lang, Slot(2), sides.money(saved)))
    }
}

pub(super) fn proof(sides: &Sides<'_>) -> Proof {
    let (lang, solved) = (sides.lang(), sides.solved);
    let exact = solved.gap <= EXACT;
    if sides.question.wish == Wish::ScaleMix {
        let text = say::scaled_proof(lang).into();
        return Proof { verdict: say::computed(lang).into(), exact, text };
    }
    if solved.gap > FAR {
        return Proof { verdict: say::found(lang).into(), exact, text: say::unproved(lang).into() };
    }
    if !exact {
        let share = if solved.gap < TINY {
            say::below(lang, number::percent(TINY))
        } else {
            number::percent(solved.gap)
        };
        let saves = sides.question.wish == Wish::MinCost && solved.feasible;
        let text = if saves { say::bounded_cost(lang, share) } else { say::bounded_gain(lang, share) };
        let verdict = if solved.gap > CLOSE { say::found(lang) } else { say::bounded(lang) };
        return Proof { verdict: verdict.into(), exact, text };
    }
    Proof { verdict: say::exact(lang).into(), exact, text: optimum(sides) }
}

/// Why no budgets are the best.
pub(super) fn no_best(lang: Lang) -> Proof {
    Proof { verdict: say::no_best(lang).into(), exact: false, text: say::no_best_text(lang).into() }
}

/// Who may still move and what that brings, and who is at which end.
fn optimum(sides: &Sides<'_>) -> String {
    let (lang, solved) = (sides.lang(), sides.solved);
    let names = |end: Option<End>| -> Vec<(usize, &str)> {
        let channels = sides.now.document().channels.iter().enumerate();
        let at = |channel: usize| solved.ends.get(channel).copied().flatten() == end;
        channels
            .filter(|(place, _)| sides.is_active(*place) && at(*place) && sides.held_at(*place).is_none())
            .map(|(place, channel)| (place, channel.name.as_str()))
            .collect()
    };
    let free = names(None);
    let thousand = sides.thousand();
    let first = match free.as_slice() {
        free if free.iter().any(|(place, _)| sides.is_banded(*place)) => say::exact_bands(lang).to_owned(),
        [] => say::exact_ends(lang).to_owned(),
        [(place, _)] if sides.is_alone() => {
            say::exact_alone(lang, thousand, sides.brings(sides.next(*place)))
        }
        [(place, name)] => say::exact_single(lang, name, thousand, sides.brings(sides.next(*place))),
        [(place, _), ..] => say::exact_common(lang, thousand, sides.brings(sides.next(*place))),
    };
    let is_held = |place| !sides.is_active(place) || sides.held_at(place).is_some();
    if (0..sides.now.document().channels.len()).all(is_held) {
        return say::exact_held(lang).into();
    }
    let list = |end| {
        let names: Vec<&str> = names(Some(end)).into_iter().map(|(_, name)| name).collect();
        (!names.is_empty()).then(|| names.join(say::and(lang)))
    };
    let most = list(End::Most).map(|names| say::at_most(lang, names));
    let least = list(End::Least).map(|names| say::at_least(lang, names));
    std::iter::once(first).chain(most).chain(least).collect::<Vec<String>>().join(between(lang))
}

/// What stands between two sentences.
fn between(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhHant => "",
        Lang::En => " ",
    }
}

/// What holding channels costs against leaving them free.
pub(super) fn held(sides: &Sides<'_>) -> Option<String> {
    let (lang, solved, wish) = (sides.lang(), sides.solved, sides.question.wish);
    let free = solved.free.filter(|_| solved.feasible)?;
    let worse = if wish == Wish::MinCost { solved.total - free } else { free - solved.figure(wish) };
    Some(if worse <= (SAME * free.abs()).max(if wish == Wish::MinCost { sides.unit() } else { 0.0 }) {
        say::held_nothing(lang).into()
    } else if wish == Wish::MinCost {
        say::held_cost(lang, sides.money(worse))
    } else {
        say::held_gain(lang, sides.gain(worse))
    })
}
