//! How a budget is best spread over the months, for budgets that stand: phases from 0 to a cap, mean 1.
//!
//! Source: the spectral projected gradient method of Birgin, Martínez and Raydan 2000.

use crate::equations::Model;
use crate::graph::{NodeId, Values};
use crate::quantity::{Measure, Quantity};
use alloc::vec::Vec;

/// How many steps are made at most.
const STEPS: usize = 80;
/// A rise along the way that is no more than this part of the figure ends it.
const FLAT: f64 = 1e-12;
/// The furthest that a step wishes for, in caps: from there on what is wished for loses its digits.
const FURTHEST: f64 = 1e4;
/// Slopes up to here are none.
const TINIEST: f64 = 1e-200;
/// The part of the promised rise that a step has to keep (Armijo).
const KEPT: f64 = 1e-4;

/// The nearest phases from 0 to a cap that add to the months.
pub(super) fn allowed(wish: &[f64], cap: f64) -> Vec<f64> {
    let months: f64 = wish.iter().map(|_| 1.0).sum();
    let moved = |by: f64| wish.iter().map(move |wish| (wish - by).clamp(0.0, cap));
    let mut low = wish.iter().copied().fold(f64::INFINITY, f64::min) - cap;
    let mut high = wish.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    for _ in 0..80 {
        let middle = f64::midpoint(low, high);
        if moved(middle).sum::<f64>() > months { low = middle } else { high = middle }
    }
    moved(high).collect()
}

/// A figure of a plan as a function of its phases.
struct Spread<'m> {
    values: Values<'m>,
    figure: NodeId,
    phase: NodeId,
}

impl Spread<'_> {
    fn at(&mut self, phases: &[f64]) -> f64 {
        self.values.set_given(self.phase, phases);
        self.values.refresh();
        self.values.number(self.figure, 0)
    }

    fn slopes(&self) -> Vec<f64> {
        self.values.slopes(self.figure, 0).row(self.phase).to_vec()
    }
}

/// Phases that bring more of a figure than those given, with the budgets as they stand in `values`.
pub(super) fn improved(
    model: &Model,
    values: Values<'_>,
    figure: Quantity,
    phases: &[f64],
    cap: f64,
) -> Vec<f64> {
    let find = |quantity| model.graph().find(quantity);
    let Some((figure, phase)) = find(figure).zip(find(Quantity::plan(Measure::Phase))) else {
        return phases.to_vec();
    };
    let mut spread = Spread { values, figure, phase };
    let mut here = allowed(phases, cap);
    let mut height = spread.at(&here);
    let mut slopes = finite(spread.slopes());
    let mut pace = cap / slopes.iter().copied().fold(TINIEST, f64::max);
    for _ in 0..STEPS {
        // What all months gain alike moves nothing.
        let mean = slopes.iter().sum::<f64>() / slopes.iter().map(|_| 1.0).sum::<f64>();
        let widest = slopes.iter().fold(TINIEST, |widest, slope| widest.max((slope - mean).abs()));
        pace = pace.min(FURTHEST * cap / widest);
        let wish: Vec<f64> =
            here.iter().zip(&slopes).map(|(phase, slope)| phase + pace * (slope - mean)).collect();
        let way: Vec<f64> = allowed(&wish, cap).iter().zip(&here).map(|(to, from)| to - from).collect();
        let promise = product(&slopes, &way);
        if promise <= FLAT * height.abs() {
            break;
        }
        let Some((there, higher)) = step(&mut spread, &here, &way, (height, promise)) else { break };
        let next = finite(spread.slopes());
        let moved: Vec<f64> = there.iter().zip(&here).map(|(to, from)| to - from).collect();
        let turned: Vec<f64> = next.iter().zip(&slopes).map(|(to, from)| from - to).collect();
        let bend = product(&moved, &turned);
        pace = if bend > 0.0 { product(&moved, &moved) / bend } else { 4.0 * pace };
        (here, height, slopes) = (there, higher, next);
    }
    here
}

/// The furthest point on the way, halved until it keeps what it promises.
fn step(
    spread: &mut Spread<'_>,
    here: &[f64],
    way: &[f64],
    (height, promise): (f64, f64),
) -> Option<(Vec<f64>, f64)> {
    let mut share = 1.0;
    for _ in 0..40 {
        let there: Vec<f64> = here.iter().zip(way).map(|(from, way)| from + share * way).collect();
        let higher = spread.at(&there);
        if higher >= height + KEPT * share * promise {
            return Some((there, higher));
        }
        share *= 0.5;
    }
    None
}

fn product(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// The first money of a month may have no finite price: it is taken for a very good one.
fn finite(slopes: Vec<f64>) -> Vec<f64> {
    let largest = slopes.iter().copied().filter(|slope| slope.is_finite()).fold(0.0, f64::max);
    slopes.into_iter().map(|slope| if slope.is_finite() { slope } else { 10.0 * largest }).collect()
}

#[cfg(test)]
mod tests {
    use super::allowed;

    #[test]
    fn the_nearest_allowed_phases() {
        let phases = allowed(&[3.0, 1.0, 0.5, -0.5], 2.0);
        for (phase, expected) in phases.iter().zip([2.0, 1.25, 0.75, 0.0]) {
            assert!((phase - expected).abs() < 1e-12, "{phases:?}");
        }
        assert_eq!(allowed(&[1.0, 1.0], 1.0), [1.0, 1.0]);
    }
}
