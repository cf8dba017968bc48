//! 體檢: what is worth a second look in a plan, read off the model's own numbers.
//!
//! A check never computes a formula of its own; it compares numbers of the model with a [`threshold`] and says where
//! the plan can be mended. Words are found elsewhere.
//!
//! | file | looks at |
//! | --- | --- |
//! | [`goal`] | whether the goal can be reached, in time, and how far it lies from what has been |
//! | [`obstacle`] | why it cannot be reached |
//! | [`funnel`] | rates that the season lifts above 100 % |
//! | [`channel`] | money without effect, dear units, missing support, all money in one place, budgets beyond their bounds, what is switched off |
//! | [`mix`] | what the next money brings in each channel, and the 70/20/10 rule |
//! | [`money`] | returns and payback |
//! | [`grounds`] | how much of the result rests on assumptions |
//! | [`smart`] | the five letters of a well-set goal |

mod channel;
mod funnel;
mod goal;
mod grounds;
mod kind;
mod mix;
mod money;
mod obstacle;
mod smart;
pub mod threshold;

pub use kind::{Check, CheckKind, Place, Severity};
pub use obstacle::{Obstacle, obstacle};
pub use smart::{Attainable, Measurable, Met, Relevant, Smart, Specific, Timely, smart};

use crate::graph::Reason;
use crate::plan::{Document, Field, Path, Plan};
use crate::quantity::{Basis, Quantity, Reading};
use crate::reading::Numbers;
use alloc::vec::Vec;

/// Everything worth saying about a plan, the most serious first and at most [`threshold::GOOD_LINES`] good lines at the
/// end. Equally serious ones keep the order of the table above. Amounts are those of the budgets asked for; where no
/// budget reaches the goal, of the plan as it stands.
#[must_use]
pub fn checks(numbers: &Numbers<'_>, basis: Basis) -> Vec<Check> {
    let look = Look::of(numbers, basis);
    let mut checks = Vec::new();
    goal::checks(look, &mut checks);
    funnel::checks(numbers, &mut checks);
    channel::checks(look, &mut checks);
    mix::checks(look, &mut checks);
    money::checks(look, &mut checks);
    grounds::checks(numbers, &mut checks);
    let (warnings, others): (Vec<Check>, Vec<Check>) =
        checks.into_iter().partition(|check| check.severity == Severity::Warn);
    let (notes, good): (Vec<Check>, Vec<Check>) =
        others.into_iter().partition(|check| check.severity == Severity::Note);
    warnings.into_iter().chain(notes).chain(good.into_iter().take(threshold::GOOD_LINES)).collect()
}

/// The numbers of a plan with certain budgets.
#[derive(Clone, Copy)]
struct Look<'n, 'm> {
    numbers: &'n Numbers<'m>,
    basis: Basis,
}

impl<'n, 'm> Look<'n, 'm> {
    /// With the budgets asked for; with today's where no budget reaches the goal.
    fn of(numbers: &'n Numbers<'m>, basis: Basis) -> Look<'n, 'm> {
        let basis = if numbers.values(basis).is_some() { basis } else { Basis::Plan };
        Look { numbers, basis }
    }

    /// The plan as it stands.
    fn now(numbers: &'n Numbers<'m>) -> Look<'n, 'm> {
        Look { numbers, basis: Basis::Plan }
    }

    fn plan(self) -> &'m Plan {
        self.numbers.model().plan()
    }

    fn reading(self, quantity: Quantity) -> Reading {
        Reading { quantity, month: None, basis: self.basis }
    }

    fn read(self, reading: Reading) -> Result<f64, Reason> {
        self.numbers.read(reading)
    }

    /// A number with these budgets; none where it is undefined.
    fn value(self, quantity: Quantity) -> Option<f64> {
        self.read(self.reading(quantity)).ok()
    }
}

/// Where the rate stands that a channel converts with into a stage: its own, else the stage's.
fn rate_path(document: &Document, channel: u16, stage: u16) -> Path {
    let own = Path::item(Field::RateOverride, channel, stage);
    if document.number(own).is_some() { own } else { Path::at(Field::ConversionRate, stage) }
}
