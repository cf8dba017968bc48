//! `scale_mix`: keep today's mix, and find the smallest factor on every budget that reaches the goal.

use super::search::{Point, Search};
use crate::equations::{Model, goal_quantity, places};
use crate::graph::Values;
use crate::plan::{Field, GoalMetric, Path};
use crate::quantity::{Measure, Quantity};
use alloc::vec::Vec;

/// The answer of working backwards with today's mix.
#[derive(Debug)]
pub struct ScaleMix<'m> {
    /// The smallest factor that reaches the goal, and the plan with it; none when no factor up to 1e9 does.
    reached: Option<(f64, Values<'m>)>,
    /// The highest the goal's figure can get with today's mix, baseline included, when the goal is out of reach.
    pub reachable: Option<f64>,
}

impl<'m> ScaleMix<'m> {
    /// The factor on every budget; none when the goal is out of reach.
    #[must_use]
    pub fn factor(&self) -> Option<f64> {
        self.reached.as_ref().map(|(factor, _)| *factor)
    }

    /// The numbers of the plan scaled to its goal.
    #[must_use]
    pub fn scaled(&self) -> Option<&Values<'m>> {
        self.reached.as_ref().map(|(_, values)| values)
    }
}

/// Today's budgets with their places, without those of inactive channels, which no formula reads.
pub(crate) fn budgets(model: &Model) -> Vec<(Path, f64)> {
    let channels = &model.plan().document().channels;
    let budget = |(c, channel): (u16, &crate::plan::Channel)| {
        (Path::at(Field::MonthlyBudget, c), channel.monthly_budget)
    };
    let read = |(path, _): &(Path, f64)| model.graph().input(*path).is_some();
    places(channels.len()).zip(channels).map(budget).filter(read).collect()
}

/// The figure of the goal as a difference of two functions that grow with the money: only a profit has a second one.
fn figure(model: &Model, values: &Values<'_>, factor: f64) -> Point {
    let number = |quantity| values.read(quantity, 0).unwrap_or(f64::NAN);
    let (gain, cost) = match model.plan().document().goal.metric {
        GoalMetric::Profit => {
            (number(Quantity::plan(Measure::GrossProfit)), number(Quantity::plan(Measure::Cost)))
        }
        _ => (number(goal_quantity(model.plan())), 0.0),
    };
    Point { factor, gain, cost }
}

/// Scales today's mix to the goal. Bounds on budgets are ignored; labour, fixed cost and free volume stay; the money
/// spent before the start stays too. A profit goal may be met on an interval only: the answer is its lower end.
#[must_use]
pub fn scale_mix(model: &Model) -> ScaleMix<'_> {
    let budgets = budgets(model);
    let mut values = model.graph().evaluate();
    let needed = values.read(Quantity::plan(Measure::Needed), 0).unwrap_or(f64::NAN);
    let baseline = values.read(Quantity::plan(Measure::Baseline), 0).unwrap_or(f64::NAN);
    let mut scale = |factor: f64| {
        for (path, budget) in &budgets {
            values.set(*path, budget * factor);
        }
        values.refresh();
        figure(model, &values, factor)
    };
    let factor = Search::new(&mut scale).first_reaching(needed);
    let reachable = match factor {
        Some(_) => None,
        None => Some(baseline + Search::new(&mut scale).highest().figure()),
    };
    if let Some(factor) = factor {
        scale(factor);
    }
    ScaleMix { reached: factor.map(|factor| (factor, values)), reachable }
}
