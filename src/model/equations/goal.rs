//! The goal: how far the plan gets, and what the last step back from it is.

use super::Context;
use super::metrics::Totals;
use crate::graph::{One, Reason};
use crate::plan::{Field, GoalMetric, Path};
use crate::quantity::{Measure, Quantity};

/// The quantity that a goal of a plan speaks of.
#[must_use]
pub fn goal_quantity(plan: &crate::plan::Plan) -> Quantity {
    let goal = &plan.document().goal;
    match goal.metric {
        GoalMetric::Revenue => Quantity::plan(Measure::Revenue),
        GoalMetric::GrossProfit => Quantity::plan(Measure::GrossProfit),
        GoalMetric::Profit => Quantity::plan(Measure::Profit),
        GoalMetric::NewCustomers => Quantity::plan(Measure::Customers),
        GoalMetric::StageVolume => {
            let stage = goal.stage.as_deref().and_then(|id| plan.stage(id)).unwrap_or(0);
            Quantity::stage(stage, Measure::Volume)
        }
    }
}

/// What the plan must reach: stated, or grown from a reference.
fn target<'b>(context: &Context<'b>) -> One<'b> {
    let model = context.model;
    match context.plan.document().goal.target {
        Some(_) => model.input(Path::of(Field::Target)),
        None => model.input(Path::of(Field::Reference)) * (1.0 + model.input(Path::of(Field::Growth))),
    }
}

pub(crate) fn goal<'b>(context: &Context<'b>, totals: &Totals<'b>) {
    let model = context.model;
    let define = |measure, term| model.define(Quantity::plan(measure), term);
    let target = define(Measure::Target, target(context));
    let baseline = define(Measure::Baseline, model.input(Path::of(Field::Baseline)));
    let figure = goal_quantity(context.plan);
    let Some(amount) = model.named(figure) else { return };
    define(Measure::Amount, amount);
    let reached = define(Measure::Reached, baseline + amount);
    define(Measure::Gap, target - reached);
    define(Measure::Attainment, reached.over(target.at_least(0.0), Reason::TargetNotPositive));
    let needed = define(Measure::Needed, target - baseline);
    define(Measure::PlanAttainment, amount.over(needed.at_least(0.0), Reason::AlreadyMet));
    // The last step back: the goal itself where it is counted in units of a stage, else by what a customer brings.
    let last = context.plan.last_stage();
    match figure {
        Quantity { stage: Some(stage), .. } => {
            _ = model.define(Quantity::stage(stage, Measure::Required), needed);
        }
        Quantity { measure: Measure::Customers, .. } => {
            model.define(Quantity::stage(last, Measure::Required), needed);
        }
        _ => {
            let each =
                define(Measure::AmountPerCustomer, amount.over(totals.parts.customers, Reason::NoCustomers));
            model.define(Quantity::stage(last, Measure::Required), needed.over(each, Reason::NoCustomers));
        }
    }
}
