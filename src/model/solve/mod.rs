//! Working backwards: from the goal to the money.

mod answer;
mod bands;
mod bends;
mod branch;
mod concave;
mod curve;
mod fixes;
mod frontier;
mod market;
mod months;
mod node;
mod phasing;
mod plant;
mod polish;
mod price;
mod reach;
mod request;
mod rows;
mod scale_mix;
mod search;
mod solver;
mod spread;
mod surrogate;
#[cfg(test)]
mod tests;
mod top;
mod worth;

pub use answer::{Answer, Bound, EXACT, NEXT_MONEY, Reachable};
pub use bands::BANDS;
pub use fixes::{Fix, Fixes, Lever};
pub use frontier::{Frontier, FrontierPoint};
pub use request::{Mode, Request, RequestFault};
pub(crate) use scale_mix::budgets;
pub use scale_mix::{ScaleMix, scale_mix};
pub use solver::{Progress, Solver, solve};
