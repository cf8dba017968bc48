//! The goal: another figure, or another way to state it, without losing what was asked for.

use crate::model::equations::Model;
use crate::model::plan::{Document, Goal, GoalMetric, Plan};
use crate::model::quantity::{Measure, Quantity, Reading};
use crate::model::reading::Numbers;
use crate::persist::amount::to_digits;

/// The digits of a target that was converted: it is a wish, not a result.
const TARGET_DIGITS: usize = 3;
/// Digits that hide the last bits of a product, as in 1.15 × 1,000,000.
const EXACT_DIGITS: usize = 12;

/// Sets the goal in another figure; baseline and growth were said of the old one and go.
pub(super) fn set_metric(plan: &Plan, document: &mut Document, metric: GoalMetric, stage: Option<u16>) {
    let customer = plan.last_stage();
    let place = stage.unwrap_or(customer.saturating_sub(1)).min(customer);
    let of_stage = metric == GoalMetric::StageVolume;
    let stage = document.stages.get(usize::from(place)).filter(|_| of_stage).map(|stage| stage.id.clone());
    if document.goal.metric == metric && document.goal.stage == stage {
        return;
    }
    let target = worth(plan, metric, place);
    document.goal =
        Goal { metric, stage, target: Some(target), growth: None, reference: None, baseline: None };
}

/// What the plan brings of a figure when it reaches its goal, else as it stands, else 1.
fn worth(plan: &Plan, metric: GoalMetric, stage: u16) -> f64 {
    let quantity = match metric {
        GoalMetric::Revenue => Quantity::plan(Measure::Revenue),
        GoalMetric::GrossProfit => Quantity::plan(Measure::GrossProfit),
        GoalMetric::Profit => Quantity::plan(Measure::Profit),
        GoalMetric::NewCustomers => Quantity::plan(Measure::Customers),
        GoalMetric::StageVolume => Quantity::stage(stage, Measure::Volume),
    };
    let model = Model::of(plan.clone());
    let numbers = Numbers::of(&model);
    let readings = [Reading::required(quantity), Reading::now(quantity)];
    let valid = |amount: &f64| *amount > 0.0 || (metric == GoalMetric::Profit && amount.is_finite());
    let amount = readings.into_iter().filter_map(|reading| numbers.read(reading).ok()).find(valid);
    amount.map_or(1.0, |amount| to_digits(amount, TARGET_DIGITS))
}

/// States the same goal the other way. What comes without the plan is the natural reference; where there is none, or
/// the target lies below it, the target itself is.
pub(super) fn set_growth(document: &mut Document, as_growth: bool) {
    let goal = &mut document.goal;
    match (as_growth, goal.target, goal.growth, goal.reference) {
        (true, Some(target), _, _) => {
            let reference =
                goal.baseline.filter(|baseline| *baseline > 0.0 && target > 0.0).unwrap_or(target);
            goal.growth = Some(to_digits(target / reference - 1.0, EXACT_DIGITS));
            goal.reference = Some(reference);
            goal.target = None;
        }
        (false, _, Some(growth), Some(reference)) => {
            goal.target = Some(to_digits(reference * (1.0 + growth), EXACT_DIGITS));
            (goal.growth, goal.reference) = (None, None);
        }
        _ => {}
    }
}
