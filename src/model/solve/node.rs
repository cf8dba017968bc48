//! Boxes of budgets: the surrogate of each, what it allows, and where it is furthest from the figure.

use super::branch::{Aim, Branch};
use super::concave::Concave;
use super::market::{Allocation, Market, Wanted};
use super::surrogate::{Range, Surrogate, first_mixture};
use alloc::rc::Rc;
use alloc::vec::Vec;
use core::cmp::Ordering;

/// How far the total of a box that is cut is followed: its parent has come close already.
const STEPS: usize = 3;

/// A box of budgets with the best that its surrogate allows.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) bound: f64,
    pub(super) boxes: Vec<Range>,
    pub(super) mixtures: Vec<f64>,
    pub(super) curves: Vec<Rc<Concave>>,
    pub(super) spend: Vec<f64>,
    /// In the order of making; it decides between equals.
    pub(super) number: u32,
}

impl PartialEq for Node {
    fn eq(&self, other: &Node) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Node {}
impl PartialOrd for Node {
    fn partial_cmp(&self, other: &Node) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Node {
    fn cmp(&self, other: &Node) -> Ordering {
        self.bound.total_cmp(&other.bound).then(other.number.cmp(&self.number))
    }
}

impl Branch {
    /// The surrogate of a box, and what it allows at most; none where the box has no answer.
    pub(super) fn node(
        &mut self,
        boxes: Vec<Range>,
        mixtures: Vec<f64>,
        parent: Option<(&Node, usize)>,
    ) -> Option<Node> {
        self.nodes += 1;
        let has_needs = self.has_needs();
        let surrogate = Surrogate { worth: &self.worth, boxes: &boxes, ranges: &boxes, mixtures: &mixtures };
        let curves = match parent {
            Some((parent, place)) if !has_needs => {
                let mut curves = parent.curves.clone();
                curves.get_mut(place).into_iter().for_each(|curve| *curve = Rc::new(surrogate.of(place)));
                curves
            }
            _ => surrogate.all(),
        };
        let (known, steps) = parent.map_or((f64::INFINITY, usize::MAX), |(parent, _)| (parent.bound, STEPS));
        let (bound, found) = self.within(&Market::new(&curves, &self.bands, &self.worth), known, steps)?;
        let mut node = Node { bound, boxes, mixtures, curves, spend: found.spend, number: self.nodes };
        if has_needs {
            let rounds = if parent.is_some() { 1 } else { 5 };
            self.mix(&mut node, rounds, steps);
        }
        Some(node)
    }

    /// Moves the mixtures of the products towards the lower bound at the point that the surrogate likes best.
    fn mix(&self, node: &mut Node, rounds: u32, steps: usize) {
        let mut step = 0.5;
        let known = if steps == usize::MAX { f64::INFINITY } else { node.bound };
        for _ in 0..rounds {
            let mut mixtures = node.mixtures.clone();
            let Node { boxes, spend, .. } = &*node;
            let surrogate = Surrogate { worth: &self.worth, boxes, ranges: boxes, mixtures: &[] };
            for (place, outlet) in self.worth.outlets.iter().enumerate() {
                let first = first_mixture(&self.worth, place);
                for nth in 0..outlet.needs.len() {
                    let towards = if surrogate.tilt(place, nth, spend) > 0.0 { -step } else { step };
                    let mixture = mixtures.get_mut(first + nth);
                    mixture.into_iter().for_each(|mix| *mix = (*mix + towards).clamp(0.0, 1.0));
                }
            }
            let curves = Surrogate { worth: &self.worth, boxes, ranges: boxes, mixtures: &mixtures }.all();
            step *= 0.5;
            let market = Market::new(&curves, &self.bands, &self.worth);
            let Some((bound, found)) = self.within(&market, known, steps) else {
                node.bound = f64::NEG_INFINITY;
                return;
            };
            if bound < node.bound {
                *node = Node { bound, curves, mixtures, spend: found.spend, ..node.clone() };
            }
        }
    }

    /// The best of a market for the aim, with what no budgets of it exceed.
    pub(super) fn optimum(&self, market: &Market<'_>) -> Option<(f64, Allocation)> {
        self.within(market, f64::INFINITY, usize::MAX)
    }

    /// The same, where so much is known of the bound already; a search for a total stops after so many steps.
    fn within(&self, market: &Market<'_>, bound: f64, steps: usize) -> Option<(f64, Allocation)> {
        let found = match self.aim {
            Aim::Most { cap } => market.most(cap),
            Aim::Least { target, cap } => {
                let wanted = Wanted { target, noise: self.noise(target), proven: -bound };
                market.least(wanted, cap, steps).map(|(proven, found)| (-proven, found))
            }
        };
        self.tire(market);
        found
    }

    /// Whose budget to cut, and where.
    pub(super) fn worst(&self, node: &Node) -> Option<(usize, f64)> {
        let mut blame = alloc::vec![0.0; node.spend.len()];
        let at = |place: usize| node.spend.get(place).copied().unwrap_or(0.0);
        for (place, outlet) in self.worth.outlets.iter().enumerate() {
            // With the products held as their tangents, what is left above the figure is the line above the curve.
            let point: Vec<Range> = node.spend.iter().map(|x| (*x, *x)).collect();
            let (boxes, mixtures) = (&node.boxes, &node.mixtures);
            let tangent = Surrogate { worth: &self.worth, boxes, ranges: &point, mixtures };
            let straight = tangent.excess(place, &node.spend);
            let mut add = |place: usize, more: f64| {
                blame.get_mut(place).into_iter().for_each(|blame| *blame += more);
            };
            add(place, straight);
            if outlet.needs.is_empty() {
                continue;
            }
            let product = Surrogate { worth: &self.worth, boxes, ranges: boxes, mixtures };
            let loose = (product.own(place, &node.spend) - self.worth.brought(place, &node.spend) - straight)
                .max(0.0);
            add(place, 0.6 * loose);
            outlet.needs.iter().for_each(|need| add(need.other, loose));
        }
        let is_wide = |place: usize| {
            let (low, high) = node.boxes.get(place).copied().unwrap_or((0.0, 0.0));
            high - low > 1e-9 * high
        };
        let worst = blame.iter().enumerate().filter(|(place, blame)| **blame > 0.0 && is_wide(*place));
        let (place, _) = worst.max_by(|a, b| a.1.total_cmp(b.1))?;
        let (low, high) = node.boxes.get(place).copied()?;
        let width = (high - low).min(4.0 * (at(place) - low).max(1e-3 * (high - low)));
        Some((place, at(place).clamp(low + 0.1 * width, high - 0.1 * (high - low))))
    }
}
