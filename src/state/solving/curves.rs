//! What each channel brings at other budgets than the one that was found.

use super::measured::{Measured, budgets};
use crate::model::equations::Model;
use crate::present::budget::{Response, Solved, Wish};

/// Points of a curve.
const POINTS: u16 = 33;
/// Channels whose curves are drawn, those with the most money.
const CURVES: usize = 12;
/// How far beyond the larger of today's and the solved money curves and frontier go.
pub(super) const BEYOND: f64 = 1.5;

/// The channels whose curves are drawn, by their places.
pub(super) fn drawn(today: &[f64], solved: &[f64], active: &[bool]) -> Vec<usize> {
    let money = |channel: &usize| {
        let of = |budgets: &[f64]| budgets.get(*channel).copied().unwrap_or(0.0);
        of(today).max(of(solved))
    };
    let mut channels: Vec<usize> =
        active.iter().enumerate().filter(|(_, active)| **active).map(|(channel, _)| channel).collect();
    channels.sort_by(|a, b| money(b).total_cmp(&money(a)));
    channels.truncate(CURVES);
    channels
}

/// The curve of a channel, the others being as solved; none for one without money, or whose figure has no number.
pub(super) fn response(model: &Model, wish: Wish, solved: &Solved, channel: usize) -> Option<Response> {
    let mut measured = Measured::new(model, wish);
    let now = budgets(model).get(channel).copied()?;
    let best = solved.budgets.get(channel).copied()?;
    let mut at = |budget: f64| {
        let mut budgets = solved.budgets.clone();
        if let Some(slot) = budgets.get_mut(channel) {
            *slot = budget;
        }
        measured.at(&budgets)
    };
    let nothing = at(0.0);
    let mut point = |budget: f64| (budget, at(budget) - nothing);
    let far = BEYOND * now.max(best);
    let steps = f64::from(POINTS - 1);
    let points: Vec<(f64, f64)> = (0..POINTS).map(|step| point(far * f64::from(step) / steps)).collect();
    let marks = [point(now), point(best)];
    let finite = points.iter().chain(&marks).all(|point| point.1.is_finite());
    let channel = u16::try_from(channel).ok()?;
    (finite && far > 0.0).then_some(Response { channel, points, marks })
}
