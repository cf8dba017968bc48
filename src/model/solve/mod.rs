//! Working backwards: from the goal to the money.

mod bends;
mod scale_mix;
mod search;
mod top;

pub(crate) use scale_mix::budgets;
pub use scale_mix::{ScaleMix, scale_mix};
