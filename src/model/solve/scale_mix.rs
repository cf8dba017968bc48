//! `scale_mix`: keep today's mix, and find the smallest factor on every budget that reaches the goal.

use super::answer::gap;
use super::bends::concave_from;
use super::search::{Point, Search};
use crate::equations::{Model, goal_quantity, places};
use crate::graph::Values;
use crate::plan::{Channel, Field, GoalMetric, Path, Plan};
use crate::quantity::{Measure, Quantity};
use alloc::vec::Vec;

/// The answer of working backwards with today's mix.
#[derive(Debug)]
pub struct ScaleMix<'m> {
    /// The smallest factor that reaches the goal, and the plan with it; none when no factor up to 1e9 does.
    reached: Option<(f64, Values<'m>)>,
    /// The highest the goal's figure can get with today's mix, baseline included, when the goal is out of reach
    /// and that is a number.
    pub reachable: Option<f64>,
    /// The most by which the factor, or what is reachable, could still be better, relative to it: 0 where the answer is
    /// exact. More than 0 where S-shaped curves or dependencies meet a profit that must be searched for everywhere.
    pub gap: f64,
    /// How often the plan was evaluated to find the answer.
    pub evaluations: u32,
}

/// How many numbers are evaluated at most where a search has to look everywhere: about 50 ms in WebAssembly.
const PATIENCE: usize = 15_000_000;
/// However large the plan, it is evaluated so often.
const LEAST_PATIENCE: usize = 500;

impl<'m> ScaleMix<'m> {
    /// The factor on every budget; none when the goal is out of reach.
    #[must_use]
    pub fn factor(&self) -> Option<f64> {
        self.reached.as_ref().map(|(factor, _)| *factor)
    }

    /// Money per month of every channel, in the order of the plan: scaled, or today's where the goal is out of reach. An
    /// inactive channel, which neither costs nor brings anything, keeps its own.
    #[must_use]
    pub fn budgets(&self, plan: &Plan) -> Vec<f64> {
        let factor = self.factor().unwrap_or(1.0);
        let budget = |channel: &Channel| {
            if channel.is_active() { channel.monthly_budget * factor } else { channel.monthly_budget }
        };
        plan.document().channels.iter().map(budget).collect()
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
    let budget = |(c, channel): (u16, &Channel)| (Path::at(Field::MonthlyBudget, c), channel.monthly_budget);
    let read = |(path, _): &(Path, f64)| model.graph().input(*path).is_some();
    places(channels.len()).zip(channels).map(budget).filter(read).collect()
}

/// What [`figure`] reads.
fn read_for(model: &Model) -> [Quantity; 2] {
    match model.plan().document().goal.metric {
        GoalMetric::Profit => [Measure::GrossProfit, Measure::Cost].map(Quantity::plan),
        _ => [goal_quantity(model.plan()); 2],
    }
}

/// The figure of the goal as a difference of two functions that grow with the money: only a profit has a second one.
fn figure(model: &Model, values: &Values<'_>, factor: f64) -> Point {
    let [gain, cost] = read_for(model).map(|quantity| values.read(quantity, 0).unwrap_or(f64::NAN));
    let is_profit = model.plan().document().goal.metric == GoalMetric::Profit;
    Point { factor, gain, cost: if is_profit { cost } else { 0.0 } }
}

/// Scales today's mix to the goal. Bounds on budgets are ignored; labour, fixed cost and free volume stay; the money
/// spent before the start stays too. A profit goal may be met on an interval only: the answer is its lower end.
#[must_use]
pub fn scale_mix(model: &Model) -> ScaleMix<'_> {
    let budgets = budgets(model);
    let mut values = model.graph().evaluate();
    let needed = values.read(Quantity::plan(Measure::Needed), 0).unwrap_or(f64::NAN);
    let baseline = values.read(Quantity::plan(Measure::Baseline), 0).unwrap_or(f64::NAN);
    let concave_from = match model.plan().document().goal.metric {
        GoalMetric::Profit => concave_from(model, &budgets, &mut values),
        // Money is no cost of it: it never falls.
        _ => 0.0,
    };
    let paths: Vec<Path> = budgets.iter().map(|(path, _)| *path).collect();
    let way = model.graph().way(&paths, &read_for(model));
    let mut scale = |factor: f64| {
        for (path, budget) in &budgets {
            values.set(*path, budget * factor);
        }
        values.refresh_on(&way);
        figure(model, &values, factor)
    };
    let patience = (PATIENCE / model.graph().size().max(1)).max(LEAST_PATIENCE);
    let patience = u32::try_from(patience).unwrap_or(u32::MAX);
    let mut search = Search::new(&mut scale, concave_from, patience);
    let first = search.first_reaching(needed);
    let mut evaluations = search.points;
    let Some(factor) = first.factor else {
        let mut search = Search::new(&mut scale, concave_from, patience);
        let highest = search.highest();
        evaluations += search.points;
        let reachable = Some(baseline + highest.point.figure()).filter(|reachable| reachable.is_finite());
        let gap = reachable.map_or(0.0, |reachable| gap(reachable, baseline + highest.bound));
        return ScaleMix { reached: None, reachable, gap, evaluations };
    };
    scale(factor);
    // The search followed only what it read.
    values.refresh();
    let gap = gap(-factor, -first.proven);
    ScaleMix { reached: Some((factor, values)), reachable: None, gap, evaluations }
}
