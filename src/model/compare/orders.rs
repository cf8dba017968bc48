//! A few differences: every plan between the two is evaluated, and every order counts alike.

use super::cause::{Cause, Grain};
use super::shapley::shapley;
use super::{Between, MOST};
use crate::plan::Plan;
use alloc::vec::Vec;

/// The differences that are told apart, each with all that is put together in it.
pub(super) type Factors = Vec<(Cause, Vec<Cause>)>;

/// The number in every plan between two.
#[derive(Clone, Debug)]
pub(super) struct Orders {
    pub(super) grain: Grain,
    pub(super) factors: Factors,
    /// In the order of binary counting: bit i of a place says whether factor i is made.
    table: Vec<f64>,
}

impl Orders {
    /// Begins with the differences put together at a grain, or at the next one that leaves few enough.
    pub(super) fn begin(between: &Between, grain: Grain) -> Orders {
        let mut grain = grain;
        let mut factors = together(between, grain);
        while factors.len() > MOST {
            grain = grain.coarser();
            factors = together(between, grain);
        }
        Orders { grain, factors, table: Vec::new() }
    }

    fn size(&self) -> usize {
        1usize << self.factors.len()
    }

    pub(super) fn is_done(&self) -> bool {
        self.table.len() == self.size()
    }

    /// The share that is done.
    #[allow(clippy::cast_precision_loss, reason = "few plans")]
    pub(super) fn done(&self) -> f64 {
        self.table.len() as f64 / self.size() as f64
    }

    /// Evaluates the next plan; answers whether there is such a plan, and the number in it.
    pub(super) fn advance(&mut self, between: &Between) -> bool {
        let (mask, last) = (self.table.len(), self.size() - 1);
        let number = match mask {
            0 => Some(between.ends.0),
            mask if mask == last => Some(between.ends.1),
            mask => self.number(mask, between),
        };
        self.table.extend(number);
        number.is_some()
    }

    fn number(&self, mask: usize, between: &Between) -> Option<f64> {
        let made = self.factors.iter().enumerate().filter(|(place, _)| mask & (1 << place) != 0);
        let mixed = between.union.with(made.flat_map(|(_, (_, members))| members));
        between.figure.read(Plan::check(mixed).ok()?).ok()
    }

    /// What each factor adds.
    pub(super) fn worths(&self) -> Vec<f64> {
        shapley(&self.table, self.factors.len())
    }
}

/// Differences put together at a grain. What is alone keeps its own name.
fn together(between: &Between, grain: Grain) -> Factors {
    let mut factors: Factors = Vec::new();
    for cause in &between.causes {
        let name = cause.at(grain, &between.union);
        match factors.iter_mut().find(|(known, _)| *known == name) {
            Some((_, members)) => members.push(cause.clone()),
            None => factors.push((name, alloc::vec![cause.clone()])),
        }
    }
    for (name, members) in &mut factors {
        if let [only] = members.as_slice() {
            name.clone_from(only);
        }
    }
    factors
}
