//! The mathematics of Backcast, without input, output, clock or words.
//!
//! [`plan`] is what a person decides and assumes, [`graph`] is how formulas are written once and read many ways,
//! [`equations`] are the formulas, [`solve`] works backwards from the goal, [`reading`] is the door to the numbers.
#![no_std]
extern crate alloc;

pub mod check;
pub mod compare;
pub mod equations;
pub mod explain;
pub mod graph;
pub mod lever;
pub mod plan;
pub mod quantity;
pub mod reading;
pub mod report;
pub mod sensitivity;
pub mod solve;
pub mod units;
