//! What each channel brings at other budgets than the one that was found.

use super::efficient::BEYOND;
use super::measured::{Measured, budgets};
use crate::model::equations::Model;
use crate::model::plan::{Document, Phasing, Plan};
use crate::present::budget::{Response, Solved, Wish};

/// Points of a curve.
const POINTS: u16 = 33;
/// Channels whose curves are drawn, those with the most money.
const CURVES: usize = 12;

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

/// The plan that curves are drawn for: today's budgets, spread over the months as the answer spreads its own.
pub(super) fn spread(today: &Model, solved: &Solved) -> Model {
    let factors = solved.phasing.clone().map(Phasing::Factors);
    let document = factors.map(|phasing| Document { phasing, ..today.plan().document().clone() });
    document.and_then(|document| Plan::check(document).ok()).map_or_else(|| today.clone(), Model::of)
}

/// The curve of a channel of such a plan, the others being as solved; none for one without money, or whose figure has no
/// number. Both marks are points of this one curve, so today's budget is shown with the spread of the answer and beside
/// the others' solved budgets, and the slope that the answer tells is the curve's own at its mark.
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
