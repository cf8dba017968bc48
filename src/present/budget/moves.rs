//! Why each channel gets what it gets, and how far it can be moved by hand.

use super::{End, Sides, Wish};
use crate::locale::screen::budget as say;
use crate::locale::{Lang, term};
use crate::model::plan::Channel;

/// A change that is worth no word: less than this share of the money.
const SMALL: f64 = 0.005;
/// How far the hand reaches at least, in today's budgets.
const FAR: f64 = 2.0;
/// A reach has about so many steps.
const STEPS: f64 = 200.0;

/// A channel and its reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// Its place in the plan.
    pub channel: u16,
    /// Its name.
    pub name: String,
    /// Why it gets what it gets.
    pub why: String,
    /// How far it can be moved by hand; none for channels that take no part, and where nothing is solved.
    pub reach: Option<Reach>,
}

/// How far a budget can be moved by hand, money per month.
#[derive(Clone, Debug, PartialEq)]
pub struct Reach {
    /// The least.
    pub low: f64,
    /// The most.
    pub high: f64,
    /// A round step between them.
    pub step: f64,
    /// Where it is in the answer.
    pub at: f64,
    /// The same as text.
    pub text: String,
    /// Today's budget.
    pub today: f64,
    /// What holds it: "固定在 NT$60,000".
    pub held: Option<String>,
}

pub(super) fn moves(sides: &Sides<'_>) -> Vec<Move> {
    let channels = sides.now.document().channels.iter().enumerate();
    channels
        .filter_map(|(place, channel)| {
            Some(Move {
                channel: u16::try_from(place).ok()?,
                name: channel.name.clone(),
                why: why(sides, place, channel),
                reach: reach(sides, place, channel),
            })
        })
        .collect()
}

fn why(sides: &Sides<'_>, place: usize, channel: &Channel) -> String {
    let lang = sides.lang();
    if !sides.is_active(place) {
        return say::why_inactive(lang).into();
    }
    let (money, gain) = (sides.thousand(), sides.brings(sides.next(place)));
    let held = sides.held_at(place);
    let (now, best) = (sides.budget_now(place), sides.budget_best(place));
    let small = SMALL * now.max(best);
    let end = sides.solved.ends.get(place).copied().flatten();
    if let Some(words) = alone(sides, end).filter(|_| held.is_none()) {
        return words(lang, money, gain);
    }
    let today = sides.brings(sides.solved.next_today.get(place).copied().unwrap_or(0.0));
    let (is_flat, others) = (today == gain, 0..sides.now.document().channels.len());
    match end {
        _ if held.is_some() => say::why_held(lang, money, gain),
        _ if sides.question.wish == Wish::ScaleMix => say::why_scaled(lang, money, gain),
        Some(End::Most) => say::why_most(lang, money, gain),
        Some(End::Least) if best <= 0.0 => say::why_none(lang, money, gain),
        Some(End::Least) => say::why_least(lang, money, gain),
        None if sides.is_banded(place) => say::why_band(lang, money, gain, term::trust(channel.trust, lang)),
        None if others.filter(|other| sides.is_free(*other)).count() == 1 => say::why_rest(lang, money, gain),
        None if best > now + small && is_flat => say::why_more_flat(lang, money, gain),
        None if best > now + small => say::why_more(lang, money, gain),
        None if best < now - small && is_flat => say::why_less_flat(lang, money, gain),
        None if best < now - small => say::why_less(lang, money, today, gain),
        None => say::why_same(lang, money, gain),
    }
}

/// What is said of a channel where there is no other one to hold it against; none where there is, and at its largest
/// budget, which says the same.
fn alone(sides: &Sides<'_>, end: Option<End>) -> Option<fn(Lang, String, String) -> String> {
    match end {
        _ if !sides.is_alone() => None,
        Some(End::Most) => None,
        Some(End::Least) => Some(say::why_least_alone),
        None => Some(say::why_alone),
    }
}

fn reach(sides: &Sides<'_>, place: usize, channel: &Channel) -> Option<Reach> {
    if !sides.is_active(place) || sides.question.wish == Wish::ScaleMix {
        return None;
    }
    let (today, at) = (sides.budget_now(place), sides.budget_best(place));
    // Not by the answer: the end of a slider must not move while it is moved.
    let far = (FAR * today).max(sides.total_now());
    let low = channel.min_budget.unwrap_or(0.0);
    let pinned = sides.held_at(place);
    let high = channel.max_budget.unwrap_or(f64::INFINITY).min(far).max(at).max(low);
    Some(Reach {
        low,
        high,
        step: step(high - low),
        at,
        text: sides.money(at),
        today,
        held: pinned.map(|budget| say::held_at(sides.lang(), sides.money(budget))),
    })
}

/// A round step for a range.
fn step(range: f64) -> f64 {
    let rough = (range / STEPS).max(f64::MIN_POSITIVE);
    let power = 10_f64.powf(rough.log10().floor());
    power * [1.0, 2.0, 5.0].into_iter().rfind(|digit| digit * power <= rough).unwrap_or(1.0)
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn a_step_is_round_and_about_the_two_hundredth_of_the_range() {
        for (range, round) in [(200_000.0, 1000.0), (399_999.0, 1000.0), (400_000.0, 2000.0), (1.0, 0.005)] {
            assert!((step(range) - round).abs() <= 1e-12 * round, "{range}: {}", step(range));
        }
        assert!(step(0.0) > 0.0);
    }
}
