//! The plan: what is written down ([`Document`]), where its numbers stand ([`Path`]), what they may be
//! ([`field`]), and the checked form that the equations are built from ([`Plan`]).

mod check;
mod currency;
mod document;
mod estimate;
pub mod fault;
pub mod field;
mod form;
pub(crate) mod month;
mod path;
mod phasing;

pub use check::Plan;
pub use document::{
    Channel, Dependency, Document, Economics, Goal, GoalMetric, Response, ResponseKind, Stage, Tier, Trust,
    VERSION,
};
pub use estimate::{Estimate, Source};
pub use fault::{Fault, FaultKind};
pub use field::Field;
pub(crate) use form::{number, overrides, present};
pub use month::YearMonth;
pub use path::Path;
pub use phasing::{MOST_MONTHS, Phasing};
