//! Branch and bound over boxes of budgets, best first, for curves that bend upwards and dependencies. Where the figure is
//! concave the first box is exact and the search is over at once.
//!
//! Source: Horst and Tuy, Global Optimization, the rectangular algorithm with concave envelopes; Falk and Soland 1969.

use super::answer::gap;
use super::bands::Bands;
use super::market::Market;
use super::node::Node;
use super::plant::Planting;
use super::polish::Scatter;
use super::surrogate::Range;
use super::worth::Worth;
use crate::units::ROUNDING;
use alloc::collections::BinaryHeap;
use alloc::vec::Vec;
use core::cell::Cell;

/// A gap that nobody would look behind: the search ends there.
pub(super) const CLOSED: f64 = 1e-7;
/// How many parts of functions are gone through: about 200 ms.
const PATIENCE: usize = 2_000_000;
/// What counts as reaching a target: the last digits of a sum are noise.
pub(super) const NOISE: f64 = ROUNDING / 5.0;

/// What is searched.
#[derive(Clone, Copy, Debug)]
pub(super) enum Aim {
    /// The most of the figure for at most so much money a month.
    Most { cap: f64 },
    /// The least money a month that brings the target, at most the cap.
    Least { target: f64, cap: f64 },
}

impl Aim {
    /// Whether the score is money, taken as a loss.
    pub(super) const fn is_cost(self) -> bool {
        matches!(self, Aim::Least { .. })
    }

    /// What makes a score of a figure or of money, and back.
    pub(super) const fn sign(self) -> f64 {
        if self.is_cost() { -1.0 } else { 1.0 }
    }
}

/// Budgets that may be the answer.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) spend: Vec<f64>,
    /// What is to be large: the figure, or the money taken as a loss.
    pub(super) score: f64,
}

/// A search that can be continued.
#[derive(Clone, Debug)]
pub(super) struct Branch {
    pub(super) worth: Worth,
    pub(super) bands: Bands,
    pub(super) aim: Aim,
    pub(super) root: Vec<Range>,
    pub(super) waiting: BinaryHeap<Node>,
    pub(super) best: Option<Candidate>,
    /// What no budgets exceed.
    pub(super) bound: f64,
    /// What is done before there is a first box.
    pub(super) planting: Option<Planting>,
    /// What is tried before the boxes are cut.
    pub(super) scattering: Option<Scatter>,
    /// What boxes allow that are too small to be cut.
    closed: f64,
    /// The gap at the beginning, against which progress is told.
    pub(super) first_gap: f64,
    pub(super) nodes: u32,
    pub(super) work: Cell<usize>,
    pub(super) done: bool,
}

impl Branch {
    /// A search over the boxes of the outlets; `start` are budgets worth a try.
    pub(super) fn new(worth: Worth, bands: Bands, aim: Aim, root: Vec<Range>, start: &[f64]) -> Branch {
        let mut branch = Branch {
            worth,
            bands,
            aim,
            root,
            waiting: BinaryHeap::new(),
            best: None,
            bound: f64::INFINITY,
            planting: Some(Planting::Start(start.to_vec())),
            scattering: None,
            closed: f64::NEG_INFINITY,
            first_gap: 1.0,
            nodes: 0,
            work: Cell::new(0),
            done: false,
        };
        if branch.worth.is_concave() {
            branch.plant_all();
        }
        branch
    }

    /// Goes so many steps on the way to the first box, then cuts up to so many boxes.
    pub(super) fn advance(&mut self, steps: u32) {
        for _ in 0..steps {
            if let Some(next) = self.planting.take() {
                self.planting = self.plant(next);
                continue;
            }
            if self.done {
                return;
            }
            if let Some(next) = self.scattering {
                self.scattering = self.scatter(next);
            } else if let Some(node) = self.waiting.pop() {
                self.cut(&node);
            }
            self.settle();
            if self.done {
                self.finish();
            }
        }
    }

    /// Takes the best answer to the top of the hill it is on: the boxes end where their gap closes, just before it.
    pub(super) fn finish(&mut self) {
        self.glide();
        self.settle();
        self.done = true;
    }

    /// The relative gap between the best answer and the bound.
    pub(super) fn gap(&self) -> f64 {
        self.best.as_ref().map_or(f64::INFINITY, |best| gap(best.score, self.bound))
    }

    /// From 0 to 1, by the digits of the gap that are closed or the patience that is used, whichever is further.
    pub(super) fn share_done(&self) -> f64 {
        if self.done {
            return 1.0;
        }
        let digits = |gap: f64| libm::log(gap.clamp(CLOSED, 1.0) / CLOSED);
        let closed = 1.0 - digits(self.gap()) / digits(self.first_gap.max(2.0 * CLOSED));
        closed.max(self.effort()).clamp(0.0, 0.99)
    }

    /// Whether the most of the figure takes all the money that is tried: then more would bring more.
    pub(super) fn is_at_cap(&self) -> bool {
        let Aim::Most { cap } = self.aim else { return false };
        self.best.as_ref().is_some_and(|best| best.spend.iter().sum::<f64>() >= cap * (1.0 - 1e-9))
    }

    /// Whether channels are tied by dependencies.
    pub(super) fn has_needs(&self) -> bool {
        self.worth.outlets.iter().any(|outlet| !outlet.needs.is_empty())
    }

    pub(super) fn settle(&mut self) {
        // Boxes that allow no more than the best answer are not kept, or not for long.
        let top = self.waiting.peek().map_or(self.closed, |node| node.bound.max(self.closed));
        self.bound = self.best.as_ref().map_or(top, |best| top.max(best.score));
        self.done = self.waiting.is_empty() || self.gap() <= CLOSED || self.is_tired(1.0);
    }

    /// Whether so large a share of the patience is used.
    pub(super) fn is_tired(&self, share: f64) -> bool {
        self.effort() >= share
    }

    /// The share of the patience that is used.
    #[allow(
        clippy::cast_precision_loss,
        reason = "a share for a person to look at, and a limit in round numbers"
    )]
    fn effort(&self) -> f64 {
        self.work.get() as f64 / PATIENCE as f64
    }

    /// Counts what a market took.
    pub(super) fn tire(&self, market: &Market<'_>) {
        let made = if self.worth.is_concave() { 0 } else { self.worth.weight() };
        self.work.set(self.work.get() + market.work() + made);
    }

    pub(super) fn noise(&self, target: f64) -> f64 {
        NOISE * target.abs().max(self.worth.constant.abs())
    }

    /// Whether a figure of budgets reaches a target, a little closer than [`crate::units::reaches`] asks for.
    pub(super) fn reaches(&self, figure: f64, target: f64, spend: &[f64]) -> bool {
        let cost = -self.worth.media * spend.iter().sum::<f64>();
        figure >= target - 4.0 * self.noise(target).max(NOISE * cost)
    }

    /// What is to be large at budgets; below everything where they miss the target.
    pub(super) fn score(&self, spend: &[f64]) -> f64 {
        let figure = self.worth.at(spend);
        match self.aim {
            Aim::Most { .. } => figure,
            Aim::Least { target, .. } if self.reaches(figure, target, spend) => {
                0.0 - spend.iter().sum::<f64>()
            }
            Aim::Least { .. } => f64::NEG_INFINITY,
        }
    }

    /// Takes budgets as the answer when they are better than all before.
    pub(super) fn consider(&mut self, spend: &[f64]) {
        let score = self.score(spend);
        if score.is_finite() && self.best.as_ref().is_none_or(|best| score > best.score) {
            self.best = Some(Candidate { spend: spend.to_vec(), score });
        }
    }

    /// Ends with a box whose surrogate is the figure where it is best: what it allows is reached, but for rounding.
    fn close(&mut self, node: &Node) {
        let Some((bound, found)) = self.optimum(&Market::new(&node.curves, &self.bands, &self.worth)) else {
            return;
        };
        self.consider(&found.spend);
        if self.best.as_ref().is_none_or(|best| best.score < bound) {
            self.closed = self.closed.max(bound.min(node.bound));
        }
    }

    /// Cuts a box in two where its surrogate lies furthest above the figure.
    fn cut(&mut self, node: &Node) {
        // At first every box leads somewhere new, later few do.
        if self.nodes < 64 || self.nodes % 16 < 2 {
            self.polish(&node.spend);
        }
        let Some((place, at)) = self.worst(node) else {
            return self.close(node);
        };
        for side in 0..2 {
            let mut boxes = node.boxes.clone();
            if let Some(range) = boxes.get_mut(place) {
                *range = if side == 0 { (range.0, at) } else { (at, range.1) };
            }
            let Some(child) = self.node(boxes, node.mixtures.clone(), Some((node, place))) else { continue };
            // A part of a box allows no more than the box.
            let child = Node { bound: child.bound.min(node.bound), ..child };
            self.consider(&child.spend);
            if self.best.as_ref().is_none_or(|best| child.bound > best.score) {
                self.waiting.push(child);
            }
        }
    }
}
