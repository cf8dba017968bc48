//! The reader `explain`: where a number comes from and what moves it.

use crate::equations::marginal::{grows, marginal};
use crate::graph::{Formula, Reason};
use crate::plan::{Path, Source};
use crate::quantity::{Basis, Measure, Quantity, Reading};
use crate::reading::{Numbers, read};
use crate::sensitivity::Sensitivity;
use alloc::vec::Vec;

/// How a number came about.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// What is explained.
    pub reading: Reading,
    /// The number, or why there is none.
    pub value: Result<f64, Reason>,
    /// How it is computed.
    pub formula: Formula,
    /// The quantities that stand in the formula, with their numbers on the same basis and in the same month.
    pub parts: Vec<(Quantity, Result<f64, Reason>)>,
    /// The numbers of the plan that it depends on, the strongest first.
    pub inputs: Vec<Input>,
}

/// A number of the plan behind another one.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// Where it stands.
    pub path: Path,
    /// What it is.
    pub value: f64,
    /// Where it comes from; none when it is a decision, such as a budget or the goal.
    pub source: Option<Source>,
    /// By how many per cent the explained number moves for one per cent more of this one; none where either is 0 or
    /// undefined.
    pub elasticity: Option<f64>,
}

/// Explains a number. A reading that the plan does not have is explained as undefined, with an empty formula.
#[must_use]
pub fn explain(numbers: &Numbers<'_>, reading: Reading) -> Explanation {
    let reading = with_basis(reading);
    let value = numbers.read(reading);
    let formula = formula(numbers, reading);
    let month = usize::from(reading.month.unwrap_or(0));
    let part = |quantity| {
        (
            quantity,
            numbers
                .values(reading.basis)
                .map_or(Err(Reason::NotReachable), |values| read(numbers.model(), values, quantity, month)),
        )
    };
    let parts = formula.quantities().into_iter().map(part).collect();
    let mut inputs = inputs(numbers, reading, value);
    inputs.sort_unstable_by(|a, b| strength(b).total_cmp(&strength(a)).then(a.path.cmp(&b.path)));
    Explanation { reading, value, formula, parts, inputs }
}

/// What is read and how it is computed, without what moves it: that is the larger part of [`explain`]'s work.
#[must_use]
pub fn outline(numbers: &Numbers<'_>, reading: Reading) -> (Reading, Formula) {
    let reading = with_basis(reading);
    (reading, formula(numbers, reading))
}

/// What the goal requires is always read from the plan scaled to it.
fn with_basis(reading: Reading) -> Reading {
    let scaled =
        matches!(reading.quantity.measure, Measure::Required | Measure::MixFactor | Measure::StepWorth);
    let basis = if scaled { Basis::Required } else { reading.basis };
    Reading { basis, ..reading }
}

fn strength(input: &Input) -> f64 {
    input.elasticity.map_or(-1.0, f64::abs)
}

/// The quantity whose node is walked: what a stage requires is its volume in the scaled plan.
fn walked(quantity: Quantity) -> Quantity {
    match quantity.measure {
        Measure::Required => Quantity { measure: Measure::Volume, ..quantity },
        Measure::RoasMarginal | Measure::CacMarginal => grows(quantity.measure),
        Measure::Reachable => Quantity::plan(Measure::Reached),
        Measure::MixFactor | Measure::StepWorth => Quantity::plan(Measure::Media),
        _ => quantity,
    }
}

fn is_marginal(quantity: Quantity) -> bool {
    matches!(quantity.measure, Measure::RoasMarginal | Measure::CacMarginal)
}

/// What is found by solving moves with its inputs in a way that no slope of one formula tells.
fn is_solved(quantity: Quantity) -> bool {
    matches!(quantity.measure, Measure::MixFactor | Measure::Reachable | Measure::StepWorth)
}

fn formula(numbers: &Numbers<'_>, reading: Reading) -> Formula {
    let graph = numbers.model().graph();
    let quantity = reading.quantity;
    match quantity.measure {
        Measure::MixFactor | Measure::Reachable | Measure::StepWorth => return Formula::Solved,
        Measure::RoasMarginal => return Formula::Marginal(grows(quantity.measure)),
        Measure::CacMarginal => return Formula::InverseMarginal(grows(quantity.measure)),
        _ => {}
    }
    let named = if is_way_back(numbers, reading) { quantity } else { walked(quantity) };
    let id = graph.find(named).or_else(|| graph.find(walked(quantity)));
    id.map_or(Formula::Calendar, |id| graph.formula(id))
}

/// Whether a formula says what the number is. The way back from the goal does not where the stage has what comes for
/// free, and not across a rate of 0 or a goal of 0: then the stage's volume is explained.
fn is_way_back(numbers: &Numbers<'_>, reading: Reading) -> bool {
    const AGREEMENT: f64 = 1e-6;
    let named = numbers.values(reading.basis).map(|values| values.read(reading.quantity, 0));
    match (numbers.read(reading), named) {
        (Ok(value), Some(Ok(named))) => value != 0.0 && (value - named).abs() <= AGREEMENT * value.abs(),
        _ => false,
    }
}

fn inputs(numbers: &Numbers<'_>, reading: Reading, value: Result<f64, Reason>) -> Vec<Input> {
    let graph = numbers.model().graph();
    let document = numbers.model().plan().document();
    let quantity = walked(reading.quantity);
    let goal: &[Measure] = match reading.basis {
        Basis::Required => &[Measure::Amount, Measure::Needed],
        Basis::Plan => &[],
    };
    let quantities = goal.iter().map(|measure| Quantity::plan(*measure)).chain([quantity]);
    let paths = graph.inputs_of(quantities.filter_map(|quantity| graph.find(quantity)));
    let month = usize::from(reading.month.unwrap_or(0));
    let slopes = Sensitivity::of(numbers, reading.basis, quantity, month);
    let input = |path: Path| {
        let input = document.number(path).or(path.field.default()).unwrap_or(0.0);
        let slope = match (is_marginal(reading.quantity), &slopes) {
            _ if is_solved(reading.quantity) => None,
            (true, _) => slope_of_marginal(numbers, reading, path, input),
            (false, Some(slopes)) => Some(slopes.to(path)),
            (false, None) => None,
        };
        let moved = value.ok().zip(slope).map(|(value, slope)| slope * input / value);
        let plain = || path.field.takes_estimate().then_some(Source::Assumption);
        Input {
            path,
            value: input,
            source: document.estimate(path).map_or_else(plain, |estimate| Some(estimate.source)),
            elasticity: moved.filter(|moved| moved.is_finite() && input != 0.0),
        }
    };
    paths.into_iter().map(input).collect()
}

/// A marginal number is a slope already: how it moves is taken from a small difference of two evaluations.
fn slope_of_marginal(numbers: &Numbers<'_>, reading: Reading, path: Path, input: f64) -> Option<f64> {
    const STEP: f64 = 1e-5;
    let channel = reading.quantity.channel?;
    let mut values = numbers.values(reading.basis)?.clone();
    let center = values.input(path)?;
    let mut at = |factor: f64| {
        values.set(path, center * factor);
        values.refresh();
        marginal(numbers.model(), &values, reading.quantity.measure, channel).ok()
    };
    let (up, down) = (at(1.0 + STEP)?, at(1.0 - STEP)?);
    Some((up - down) / (2.0 * STEP * input))
}
