//! The mathematics of Backcast, without input, output, clock or words.
//!
//! [`plan`] is what a person decides and assumes, [`graph`] is how formulas are written once and read many ways,
//! [`equations`] are the formulas, [`solve`] works backwards from the goal.
#![no_std]
extern crate alloc;

pub mod plan;
pub mod quantity;
