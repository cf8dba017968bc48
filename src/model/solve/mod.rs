//! Working backwards: from the goal to the money.

mod scale_mix;
mod search;

pub use scale_mix::{ScaleMix, scale_mix};
