//! View models: reports become rows of finished strings and chart series.

pub mod accent;
pub mod assumptions;
pub mod brief;
pub mod budget;
pub mod chain;
pub mod changes;
pub mod channels;
pub mod charts;
pub mod checks;
pub mod compare;
pub mod explanation;
pub mod figure;
pub mod form;
pub mod glimpse;
pub mod methods;
mod parts;
pub mod plan;
mod presenter;
pub mod sentence;
mod subject;
pub mod tables;
pub mod verdict;

pub use presenter::Presenter;
pub use sentence::{Piece, Sentence, Shown, Slot};
pub use subject::{Side, Subject, What};
#[cfg(test)]
mod tests;
