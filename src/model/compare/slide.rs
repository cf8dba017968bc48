//! Many differences: all of them go from one plan to the other at the same pace.
//!
//! At the time t from 0 to 1 a number stands at a + t·(b − a), and what cannot stand between, such as a channel that
//! comes or goes, is made with the probability t. What a difference adds on the way is the integral of what its own
//! motion adds, for a number ∫ ∂f/∂x·(b − a) dt. All of them add to the gap by the fundamental theorem.
//!
//! Where a formula is linear in each number this is the Shapley value: its integral form is the one of G. Owen,
//! "Multilinear extensions of games" (1972). Where a formula bends in a number, that number counts by its slopes along
//! the way, after R. Aumann and L. Shapley, "Values of non-atomic games" (1974), instead of by its jump.
//!
//! Error: the halves of every interval agree with the whole to [`CLOSE`] of the sizes of all parts. Kinks are cut off by
//! halving; where that does not get there, or a number on the way is undefined, there is no answer.

use super::Between;
use super::cause::Cause;
use crate::plan::{Document, Estimate, Path, Plan};
use alloc::vec::Vec;

/// How closely the halves of an interval agree with the whole.
const CLOSE: f64 = 1e-10;
/// An interval that is shorter is not halved.
const SHORTEST: f64 = 1e-13;
/// So many plans are evaluated at most.
const PATIENCE: usize = 4_000;
/// So many differences at most have no number between.
const JUMPS: usize = 4;

/// Nodes and weights of the quadrature of Gauss and Legendre on [−1, 1], exact for polynomials up to the degree 9.
const NODES: [(f64, f64); 5] = [
    (-0.906_179_845_938_664, 0.236_926_885_056_189_1),
    (-0.538_469_310_105_683_1, 0.478_628_670_499_366_5),
    (0.0, 0.568_888_888_888_888_9),
    (0.538_469_310_105_683_1, 0.478_628_670_499_366_5),
    (0.906_179_845_938_664, 0.236_926_885_056_189_1),
];

/// A part of the way, and what each difference adds on it as far as is known.
#[derive(Clone, Debug)]
struct Interval {
    low: f64,
    high: f64,
    adds: Vec<f64>,
}

/// The way from one plan to the other.
#[derive(Clone, Debug)]
pub(super) struct Slide {
    /// What slides, in the order of the causes: the number in either plan. None for what jumps.
    numbers: Vec<Option<(Path, f64, f64)>>,
    jumps: Vec<usize>,
    /// Parts of the way that are to be halved, the first to come last.
    waiting: Vec<Interval>,
    /// The halves of the last of them, and how many plans of both have been evaluated.
    halves: [Vec<f64>; 2],
    step: usize,
    /// What is known well enough.
    adds: Vec<f64>,
    travelled: f64,
    evaluated: usize,
}

impl Slide {
    /// Sets out; none where too much would have to jump.
    pub(super) fn begin(between: &Between) -> Option<Slide> {
        let holds = |document: &Document, path: Path| document.number(path).or(path.field.default());
        let number = |cause: &Cause| match cause {
            Cause::Number(path, _) => {
                let ends = holds(&between.union.from, *path).zip(holds(&between.union.to, *path));
                ends.map(|(from, to)| (*path, from, to))
            }
            _ => None,
        };
        let numbers: Vec<_> = between.causes.iter().map(number).collect();
        let jumps: Vec<usize> = numbers
            .iter()
            .enumerate()
            .filter(|(_, number)| number.is_none())
            .map(|(place, _)| place)
            .collect();
        let nothing = alloc::vec![0.0; numbers.len()];
        // Nothing is known of the whole way, so that its halves never agree with it.
        let whole = Interval { low: 0.0, high: 1.0, adds: alloc::vec![f64::NAN; numbers.len()] };
        (jumps.len() <= JUMPS).then(|| Slide {
            numbers,
            jumps,
            waiting: alloc::vec![whole],
            halves: [nothing.clone(), nothing.clone()],
            step: 0,
            adds: nothing,
            travelled: 0.0,
            evaluated: 0,
        })
    }

    pub(super) fn is_done(&self) -> bool {
        self.waiting.is_empty()
    }

    /// The share of the way that is known.
    pub(super) fn done(&self) -> f64 {
        if self.is_done() { 1.0 } else { self.travelled.min(0.99) }
    }

    /// What each difference adds.
    pub(super) fn worths(&self) -> Vec<f64> {
        self.adds.clone()
    }

    fn combinations(&self) -> usize {
        1 << self.jumps.len()
    }

    /// Evaluates the next plan on the way; answers whether the way goes on.
    pub(super) fn advance(&mut self, between: &Between) -> bool {
        let Some(Interval { low, high, .. }) = self.waiting.last() else { return true };
        let (low, high, all) = (*low, *high, self.combinations());
        let (place, made) = (self.step / all, self.step % all);
        let (half, node) = (place / NODES.len(), place % NODES.len());
        let middle = low + (high - low) / 2.0;
        let (low, high) = if half == 0 { (low, middle) } else { (middle, high) };
        let Some((at, weight)) = NODES.get(node) else { return false };
        let time = low + (high - low) * (at + 1.0) / 2.0;
        self.evaluated += 1;
        let added = self.add(between, half, (time, weight * (high - low) / 2.0), made);
        self.step += 1;
        if self.step == 2 * NODES.len() * all {
            self.judge();
        }
        added.is_some() && self.evaluated < PATIENCE
    }

    /// Adds what one plan on the way says: of its numbers by their slopes, of its jumps by what it is worth with and
    /// without them.
    fn add(&mut self, between: &Between, half: usize, (time, weight): (f64, f64), made: usize) -> Option<()> {
        let paths: Vec<Path> = self.numbers.iter().flatten().map(|(path, ..)| *path).collect();
        let plan = Plan::check(self.document(between, time, made)).ok()?;
        let (value, slopes) = between.figure.slopes(plan, &paths)?;
        let likely = |without: Option<usize>| {
            let chance = |(bit, _): (usize, &usize)| if made & (1 << bit) != 0 { time } else { 1.0 - time };
            let others = self.jumps.iter().enumerate().filter(|(_, jump)| Some(**jump) != without);
            others.map(chance).product::<f64>()
        };
        let mut slopes = slopes.into_iter();
        let add = |(place, number): (usize, &Option<(Path, f64, f64)>)| match number {
            Some((_, from, to)) => likely(None) * slopes.next().unwrap_or(0.0) * (to - from),
            None => {
                let bit = self.jumps.iter().position(|jump| *jump == place).unwrap_or(0);
                let sign = if made & (1 << bit) != 0 { 1.0 } else { -1.0 };
                sign * likely(Some(place)) * value
            }
        };
        let adds: Vec<f64> = self.numbers.iter().enumerate().map(add).collect();
        let sums = self.halves.get_mut(half)?;
        sums.iter_mut().zip(adds).for_each(|(sum, add)| *sum += weight * add);
        Some(())
    }

    /// The plan at a time with some of the jumps made.
    fn document(&self, between: &Between, time: f64, made: usize) -> Document {
        let jumped = self.jumps.iter().enumerate().filter(|(bit, _)| made & (1 << bit) != 0);
        let jumped = jumped.filter_map(|(_, place)| between.causes.get(*place));
        let mut document = between.union.with(jumped);
        for (path, from, to) in self.numbers.iter().flatten() {
            document.set(*path, Estimate::from(from + time * (to - from)));
        }
        document
    }

    /// Keeps the halves where they agree with the whole, and halves them where they do not.
    fn judge(&mut self) {
        let nothing = || alloc::vec![0.0; self.numbers.len()];
        let halves = core::mem::replace(&mut self.halves, [nothing(), nothing()]);
        self.step = 0;
        let Some(whole) = self.waiting.pop() else { return };
        let [first, second] = halves;
        let sum = || first.iter().zip(&second).map(|(first, second)| first + second);
        let known = self.adds.iter().map(|add| add.abs()).sum::<f64>();
        let size = known + sum().map(f64::abs).sum::<f64>();
        let off = sum().zip(&whole.adds).map(|(sum, whole)| (sum - whole).abs()).sum::<f64>();
        let (low, high) = (whole.low, whole.high);
        if off <= CLOSE * size || high - low < SHORTEST {
            let sum: Vec<f64> = sum().collect();
            self.adds.iter_mut().zip(sum).for_each(|(add, sum)| *add += sum);
            self.travelled += high - low;
            return;
        }
        let middle = low + (high - low) / 2.0;
        self.waiting.push(Interval { low: middle, high, adds: second });
        self.waiting.push(Interval { low, high: middle, adds: first });
    }
}
