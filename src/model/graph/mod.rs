//! The formula graph: a formula is written once and read many ways.
//!
//! A [`Graph`] is a list of nodes in the order of calculation; each node is one quantity, either one number or one
//! per month. [`Builder`] writes it with ordinary arithmetic, [`Values`] holds what it evaluates to, and the
//! readers (`evaluate`, `gradient`, `formula`) know every operator from its one entry in [`operator`] or [`series`].

mod builder;
mod evaluate;
mod formula;
mod gradient;
mod handle;
mod node;
pub(crate) mod operator;
pub(crate) mod series;
mod undefined;

pub(crate) use builder::Builder;
pub use evaluate::Values;
pub use formula::Formula;
pub use gradient::Slopes;
pub(crate) use handle::{Late, Monthly, One};
pub use node::Graph;
pub(crate) use node::NodeId;
pub use operator::{Operator, Precedence};
pub use series::SeriesOperator;
pub use undefined::Reason;
