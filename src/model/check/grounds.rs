//! What the result rests on: every estimate weighed by how much it moves the goal's figure.

use super::threshold::{ASSUMPTIONS, INFLUENCE};
use super::{Check, CheckKind, Place};
use crate::plan::{Path, Source};
use crate::quantity::{Basis, Measure, Quantity};
use crate::reading::Numbers;
use crate::sensitivity::Sensitivity;
use alloc::vec::Vec;
use core::cmp::Reverse;

/// An estimate that helps to decide the goal's figure.
#[derive(Clone, Copy)]
struct Ground {
    path: Path,
    /// Its share of all influence: |elasticity| by the sum of them.
    share: f64,
    source: Source,
}

/// The estimates behind the goal's figure.
pub(super) struct Grounds(Vec<Ground>);

impl Grounds {
    /// Absent numbers with their defaults are left out: nobody claimed them. So are budgets: they are decided.
    pub(super) fn of(numbers: &Numbers<'_>) -> Grounds {
        let model = numbers.model();
        let document = model.plan().document();
        let Some(slopes) = Sensitivity::of(numbers, Basis::Plan, Quantity::plan(Measure::Amount), 0) else {
            return Grounds(Vec::new());
        };
        let ground = |path: Path| {
            let estimate = document.estimate(path)?;
            // The elasticity but for the goal's figure, by which every one of them would be divided.
            let share = (slopes.to(path) * estimate.value).abs();
            (share.is_finite() && share > 0.0).then_some(Ground { path, share, source: estimate.source })
        };
        let mut grounds: Vec<Ground> = model.graph().inputs().filter_map(ground).collect();
        let all: f64 = grounds.iter().map(|ground| ground.share).sum();
        grounds.iter_mut().for_each(|ground| ground.share /= all);
        Grounds(grounds)
    }

    fn assumptions(&self) -> impl Iterator<Item = &Ground> {
        self.0.iter().filter(|ground| ground.source == Source::Assumption)
    }

    /// The most influential assumption, but for one. Equal influences differ in their last digits: then the order of the
    /// contract decides.
    fn strongest(&self, but: Option<Path>) -> Option<Path> {
        let others = self.assumptions().filter(|ground| Some(ground.path) != but);
        others.max_by_key(|ground| (millionths(ground.share), Reverse(ground.path))).map(|ground| ground.path)
    }

    /// The assumptions' share of all influence; 0 where nothing has any.
    pub(super) fn assumed_share(&self) -> f64 {
        self.assumptions().map(|ground| ground.share).sum()
    }

    /// How many of the numbers that decide are assumptions, and how many decide.
    pub(super) fn assumed_of(&self) -> (usize, usize) {
        let decides = |ground: &&Ground| ground.share >= INFLUENCE;
        (self.assumptions().filter(decides).count(), self.0.iter().filter(decides).count())
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share lies between 0 and 1")]
fn millionths(share: f64) -> u32 {
    libm::round(share * 1e6) as u32
}

pub(super) fn checks(numbers: &Numbers<'_>, found: &mut Vec<Check>) {
    let grounds = Grounds::of(numbers);
    let share = grounds.assumed_share();
    let Some(strongest) = grounds.strongest(None).filter(|_| share > ASSUMPTIONS) else { return };
    let second = grounds.strongest(Some(strongest));
    let (assumed, of) = grounds.assumed_of();
    let kind = CheckKind::RestsOnAssumptions { share, assumed, of, strongest, second };
    found.push(Check::warn(kind, Place::Field(strongest)));
}
