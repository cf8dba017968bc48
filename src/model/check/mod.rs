//! 體檢: what is worth a second look in a plan, read off the model's own numbers.
//!
//! A check never computes a formula of its own; it compares numbers of the model with a [`threshold`] and says where
//! the plan can be mended. Words are found elsewhere.
//!
//! | file | looks at |
//! | --- | --- |
//! | [`goal`] | whether the goal can be reached, in time, and how far it lies from what has been |
//! | [`funnel`] | rates that the season lifts above 100 % |
//! | [`channel`] | money without effect, dear units, missing support, all money in one place, what is switched off |
//! | [`money`] | returns and payback |
//! | [`grounds`] | how much of the result rests on assumptions |
//! | [`smart`] | the five letters of a well-set goal |

mod channel;
mod funnel;
mod goal;
mod grounds;
mod kind;
mod money;
mod smart;
pub mod threshold;

pub use kind::{Check, CheckKind, Place, Severity};
pub use smart::{Attainable, Measurable, Met, Relevant, Smart, Specific, Timely, smart};

use crate::plan::{Document, Field, Path};
use crate::quantity::{Quantity, Reading};
use crate::reading::Numbers;
use alloc::vec::Vec;

/// Everything worth saying about a plan as it stands, the most serious first and at most
/// [`threshold::GOOD_LINES`] good lines at the end. Equally serious ones keep the order of the table above.
#[must_use]
pub fn checks(numbers: &Numbers<'_>) -> Vec<Check> {
    let mut checks = Vec::new();
    for look in [goal::checks, funnel::checks, channel::checks, money::checks, grounds::checks] {
        look(numbers, &mut checks);
    }
    let (warnings, others): (Vec<Check>, Vec<Check>) =
        checks.into_iter().partition(|check| check.severity == Severity::Warn);
    let (notes, good): (Vec<Check>, Vec<Check>) =
        others.into_iter().partition(|check| check.severity == Severity::Note);
    warnings.into_iter().chain(notes).chain(good.into_iter().take(threshold::GOOD_LINES)).collect()
}

/// A number of the plan as it stands; none where it is undefined.
fn now(numbers: &Numbers<'_>, quantity: Quantity) -> Option<f64> {
    numbers.read(Reading::now(quantity)).ok()
}

/// Where the rate stands that a channel converts with into a stage: its own, else the stage's.
fn rate_path(document: &Document, channel: u16, stage: u16) -> Path {
    let own = Path::item(Field::RateOverride, channel, stage);
    if document.number(own).is_some() { own } else { Path::at(Field::ConversionRate, stage) }
}
