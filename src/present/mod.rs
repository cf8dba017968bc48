//! View models: reports become rows of finished strings and chart series.

pub mod accent;
pub mod brief;
pub mod chain;
pub mod changes;
pub mod channels;
pub mod charts;
pub mod checks;
pub mod explanation;
pub mod figure;
pub mod form;
pub mod methods;
pub mod plan;
mod presenter;
pub mod sentence;
pub mod tables;
pub mod verdict;

pub use presenter::Presenter;
pub use sentence::{Piece, Sentence, Shown, Slot};
#[cfg(test)]
mod tests;
