//! The way to the first box of a search: an answer to begin with, and no more money in the box than that needs.

use super::branch::{Aim, Branch, CLOSED};
use super::node::Node;
use super::polish::Scatter;
use super::surrogate::{Range, first_mixtures};
use alloc::boxed::Box;
use alloc::vec::Vec;

/// A step on the way to the first box.
#[derive(Clone, Debug)]
pub(super) enum Planting {
    /// From budgets that are worth a try.
    Start(Vec<f64>),
    /// From these budgets, with more money than so much.
    Growing(Vec<f64>, f64),
    /// The box as it is.
    Root,
    /// A smaller box than this one, as far as the best answer allows.
    Closer(Box<Node>),
}

impl Branch {
    /// Goes all the way at once.
    pub(super) fn plant_all(&mut self) {
        while let Some(next) = self.planting.take() {
            self.planting = self.plant(next);
        }
    }

    /// A step on the way to the first box, the root. Money beyond the best answer known is in no better one, so that the
    /// box shrinks with it. Answers what is next.
    pub(super) fn plant(&mut self, next: Planting) -> Option<Planting> {
        match next {
            Planting::Start(_) if self.worth.is_concave() => Some(Planting::Root),
            Planting::Start(start) => {
                self.polish(&start);
                let total = start.iter().sum::<f64>().max(1.0);
                Some(Planting::Growing(start, total))
            }
            Planting::Growing(start, total) => match self.grown(&start, total) {
                Some(total) => Some(Planting::Growing(start, total)),
                None => {
                    self.shrink();
                    Some(Planting::Root)
                }
            },
            Planting::Root => {
                let Some(node) = self.node(self.root.clone(), first_mixtures(&self.worth), None) else {
                    self.bound = f64::NEG_INFINITY;
                    self.settle();
                    return None;
                };
                self.consider(&node.spend);
                if self.worth.is_concave() {
                    return self.planted(node);
                }
                self.polish(&node.spend);
                Some(Planting::Closer(Box::new(node)))
            }
            Planting::Closer(node) => {
                let closer = if self.shrink() {
                    self.node(self.root.clone(), node.mixtures.clone(), None)
                } else {
                    None
                };
                let Some(closer) = closer else { return self.planted(*node) };
                self.polish(&closer.spend);
                Some(Planting::Closer(Box::new(closer)))
            }
        }
    }

    fn planted(&mut self, root: Node) -> Option<Planting> {
        self.scattering = self.has_needs().then_some(Scatter::Begin(1));
        self.bound = root.bound;
        self.first_gap = self.gap().max(CLOSED);
        self.waiting.push(root);
        self.settle();
        if self.done && !self.worth.is_concave() {
            self.finish();
        }
        None
    }

    /// Looks for money that is enough, four times as much at a time, where the target was not met so far; answers the
    /// total that was tried, none where no more is to be tried.
    fn grown(&mut self, start: &[f64], total: f64) -> Option<f64> {
        let Aim::Least { target, cap } = self.aim else { return None };
        if self.best.is_some() || total >= cap {
            return None;
        }
        let total = 4.0 * total;
        let aim = Aim::Most { cap: total.min(cap) };
        let smaller = |(low, high): &Range| (*low, high.min(total).max(*low));
        let root = self.root.iter().map(smaller).collect();
        let mut richer = Branch::new(self.worth.clone(), self.bands.clone(), aim, root, start);
        richer.plant_all();
        self.work.set(self.work.get() + richer.work.get());
        if let Some(best) = richer.best.filter(|best| best.score >= target) {
            let spend = self.lowered(best.spend);
            self.consider(&spend);
            self.polish(&spend);
        }
        Some(total)
    }

    /// Leaves out budgets that spend more than the best answer; answers whether that was much.
    fn shrink(&mut self) -> bool {
        let (Aim::Least { .. }, Some(best)) = (self.aim, &self.best) else { return false };
        let least: f64 = self.root.iter().map(|(low, _)| low).sum();
        let room = (-best.score - least).max(0.0);
        let mut much = false;
        for (low, high) in &mut self.root {
            let most = (*low + room) * (1.0 + 1e-12);
            much |= most < 0.9 * *high;
            *high = high.min(most);
        }
        much
    }
}
