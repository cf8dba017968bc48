//! What can be wrong with a text that should be a plan.

use super::shape::Shape;
use super::tree::Tree;
use crate::model::plan::{Fault, FaultKind};
use core::fmt;
use serde::de;

/// Why a text is not a plan, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanError {
    /// The place in the plan, such as `channels[1].fit_rate`; empty when the whole text is meant.
    pub path: String,
    /// What is wrong there.
    pub flaw: Flaw,
}

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Flaw {
    /// The text is longer than any plan.
    TooLong {
        /// Its length.
        bytes: usize,
        /// The longest that is read.
        most: usize,
    },
    /// Lists and objects lie deeper inside of each other than in any plan.
    TooDeep {
        /// The deepest that is read.
        most: usize,
    },
    /// The text is not JSON, or was cut off.
    NotJson {
        /// The line where reading stopped, counted from 1.
        line: usize,
        /// The column where reading stopped, counted from 1.
        column: usize,
    },
    /// There is nothing but space.
    Empty,
    /// Something follows after the end of the JSON.
    Trailing {
        /// The line where it begins, counted from 1.
        line: usize,
        /// The column where it begins, counted from 1.
        column: usize,
    },
    /// JSON, but nothing of it belongs to a plan.
    NotAPlan,
    /// A plan of a version that this program does not know yet.
    Newer {
        /// Its version.
        version: u64,
    },
    /// A field that stands twice.
    DuplicateField,
    /// A field that plans do not have.
    UnknownField,
    /// A field that must be there.
    MissingField,
    /// A value of another shape than the field asks for.
    WrongType {
        /// What stands there.
        found: Shape,
        /// What should.
        expected: Shape,
    },
    /// A word that is none of the words a field takes.
    UnknownChoice {
        /// What stands there.
        found: String,
        /// The words it takes.
        allowed: &'static [&'static str],
    },
    /// An estimate with one end of its range: low and high come together.
    HalfRange,
    /// The shape is right, but a rule of the contract is broken.
    Rule(FaultKind),
}

impl PlanError {
    /// A flaw of the whole text.
    pub(super) fn of_text(flaw: Flaw) -> PlanError {
        PlanError { path: String::new(), flaw }
    }

    /// The stable code, for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match &self.flaw {
            Flaw::TooLong { .. } => "too_long",
            Flaw::TooDeep { .. } => "too_deep",
            Flaw::NotJson { .. } | Flaw::Empty | Flaw::Trailing { .. } => "not_json",
            Flaw::NotAPlan => "not_a_plan",
            Flaw::Newer { .. } => "newer_version",
            Flaw::DuplicateField => "duplicate_field",
            Flaw::UnknownField => "unknown_field",
            Flaw::MissingField => "missing",
            Flaw::WrongType { .. } => "wrong_type",
            Flaw::UnknownChoice { .. } => "unknown_choice",
            Flaw::HalfRange => "half_range",
            Flaw::Rule(kind) => kind.code(),
        }
    }

    /// One English sentence, for programs and logs.
    #[must_use]
    pub fn message(&self) -> String {
        self.to_string()
    }
}

impl From<Fault> for PlanError {
    fn from(fault: Fault) -> PlanError {
        PlanError { path: fault.path, flaw: Flaw::Rule(fault.kind) }
    }
}

impl std::error::Error for PlanError {}

/// A flaw as serde reports it; its path grows on the way out of the lists and objects around it.
#[derive(Debug)]
pub(in crate::persist) struct Found {
    path: String,
    flaw: Flaw,
}

impl From<Flaw> for Found {
    fn from(flaw: Flaw) -> Found {
        Found { path: String::new(), flaw }
    }
}

impl From<Found> for PlanError {
    /// Estimates and phasing are the two that come in several shapes, and a refused shape tells neither's name.
    fn from(Found { path, flaw }: Found) -> PlanError {
        let flaw = match flaw {
            Flaw::WrongType { found, expected: Shape::Estimate } if path == "phasing" => {
                Flaw::WrongType { found, expected: Shape::Phasing }
            }
            flaw => flaw,
        };
        PlanError { path, flaw }
    }
}

impl Found {
    /// A value of another shape than the field asks for.
    pub(super) fn wrong(found: &Tree, expected: Shape) -> Found {
        Flaw::WrongType { found: found.shape(), expected }.into()
    }

    /// The same flaw seen from the object around it; none when no single field has it.
    pub(super) fn within_field(self, name: Option<&str>) -> Found {
        match name {
            Some(name) => Found { path: joined(name, &self.path), ..self },
            None => self,
        }
    }

    /// The same flaw seen from the list around it; none when no single item has it.
    pub(super) fn within_item(self, place: Option<usize>) -> Found {
        let name = place.map(|place| format!("[{place}]"));
        self.within_field(name.as_deref())
    }
}

/// A path with the name of what is around it: `channels`, `[1]`, and `fit_rate` make `channels[1].fit_rate`.
pub(super) fn joined(name: &str, rest: &str) -> String {
    let dot = if rest.is_empty() || rest.starts_with('[') { "" } else { "." };
    format!("{name}{dot}{rest}")
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.flaw)
    }
}

impl std::error::Error for Found {}

impl de::Error for Found {
    /// The only rule that the contract's types state in words of their own: duplicates were found before.
    fn custom<T: fmt::Display>(_: T) -> Found {
        Flaw::HalfRange.into()
    }

    /// Raised only by values that come in several shapes; the reader refuses all others itself.
    fn invalid_type(unexpected: de::Unexpected<'_>, _: &dyn de::Expected) -> Found {
        let found = match unexpected {
            de::Unexpected::Bool(_) => Shape::Flag,
            de::Unexpected::Unsigned(_) | de::Unexpected::Signed(_) | de::Unexpected::Float(_) => {
                Shape::Number
            }
            de::Unexpected::Str(_) => Shape::Text,
            de::Unexpected::Seq => Shape::List,
            de::Unexpected::Map => Shape::Object,
            _ => Shape::Null,
        };
        Flaw::WrongType { found, expected: Shape::Estimate }.into()
    }

    /// Raised only by whole numbers that do not fit.
    fn invalid_value(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Found {
        Flaw::WrongType { found: Shape::Number, expected: Shape::WholeNumber }.into()
    }

    fn unknown_variant(variant: &str, allowed: &'static [&'static str]) -> Found {
        Flaw::UnknownChoice { found: variant.into(), allowed }.into()
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Found {
        Flaw::UnknownField.into()
    }

    fn missing_field(field: &'static str) -> Found {
        Found { path: field.into(), flaw: Flaw::MissingField }
    }

    fn duplicate_field(_: &'static str) -> Found {
        Flaw::DuplicateField.into()
    }
}
