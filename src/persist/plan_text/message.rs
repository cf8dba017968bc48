//! Every flaw as one English sentence.

use super::error::{Flaw, PlanError};
use crate::model::plan::FaultKind;
use crate::model::plan::field::Bounds;
use core::fmt;

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "the text" } else { &self.path };
        match &self.flaw {
            Flaw::TooLong { bytes, most } => {
                write!(f, "The text is {bytes} bytes long; plans of up to {most} bytes are read.")
            }
            Flaw::TooDeep { most } => write!(f, "The text is nested deeper than {most} levels."),
            Flaw::NotJson { line, column } => {
                write!(f, "The text is not complete JSON: reading stopped at line {line}, column {column}.")
            }
            Flaw::Empty => f.write_str("The text is empty."),
            Flaw::Trailing { line, column } => {
                write!(f, "Something follows after the end of the JSON, at line {line}, column {column}.")
            }
            Flaw::NotAPlan => f.write_str("The text is JSON, but not a plan."),
            Flaw::Newer { version } => {
                write!(f, "The plan has version {version}: it was made by a newer version of this program.")
            }
            Flaw::DuplicateField => write!(f, "{path} stands twice."),
            Flaw::UnknownField => write!(f, "{path} is not a known field."),
            Flaw::MissingField => write!(f, "{path} is missing."),
            Flaw::WrongType { found, expected } => write!(f, "{path} must be {expected}, not {found}."),
            Flaw::UnknownChoice { found, allowed } => {
                write!(f, "{path} must be one of {}, not \"{found}\".", allowed.join(", "))
            }
            Flaw::HalfRange => write!(f, "{path} has one end of its range; low and high come together."),
            Flaw::Rule(kind) => rule(f, path, kind),
        }
    }
}

fn rule(f: &mut fmt::Formatter<'_>, path: &str, kind: &FaultKind) -> fmt::Result {
    match kind {
        FaultKind::OutOfRange { value, bounds } => {
            write!(f, "{path} is {value}; it must be {}.", Interval(*bounds))
        }
        FaultKind::Missing => write!(f, "{path} is missing."),
        FaultKind::NotAllowed => write!(f, "{path} has no meaning here."),
        FaultKind::RangeNotAroundValue => write!(f, "{path} must lie between its low and its high."),
        FaultKind::UnknownVersion(version) => write!(f, "{path} {version} is not known."),
        FaultKind::WrongLength { length, least, most } if least == most => {
            write!(f, "{path} has {length} entries; it must have {least}.")
        }
        FaultKind::WrongLength { length, least, most } => {
            write!(f, "{path} has {length} entries; it must have {least} to {most}.")
        }
        FaultKind::MalformedId(id) => {
            write!(f, "{path} \"{id}\" must be a small letter followed by small letters, digits, _ and -.")
        }
        FaultKind::DuplicateId(id) => write!(f, "{path} \"{id}\" stands twice."),
        FaultKind::UnknownId(id) => write!(f, "{path} \"{id}\" does not exist in this plan."),
        FaultKind::UnknownCurrency(code) => write!(f, "{path} \"{code}\" is not a currency of ISO 4217."),
        FaultKind::MalformedMonth(text) => write!(f, "{path} \"{text}\" is not a month such as 2027-01."),
        FaultKind::OverrideBeforeEntry => write!(f, "{path} is at or before the channel's entry stage."),
        FaultKind::DependsOnItself => write!(f, "{path} names the channel itself."),
        FaultKind::AllZero => write!(f, "{path} needs a factor above 0."),
        FaultKind::CeilingPassed => write!(f, "{path}: at this price the ceiling would be passed."),
        FaultKind::MaximumBelowMinimum => write!(f, "{path} is below min_budget."),
        FaultKind::TargetOrGrowth => write!(f, "{path} needs either target, or growth with reference."),
        FaultKind::TargetNotPositive => write!(f, "{path} must be above 0 unless the goal is a profit."),
    }
}

/// An interval in words.
struct Interval(Bounds);

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Bounds { low, above_low, high, below_high } = self.0;
        let lower = if above_low { "above" } else { "at least" };
        let upper = if below_high { "below" } else { "at most" };
        match (low.is_finite(), high.is_finite()) {
            (true, true) => write!(f, "{lower} {low} and {upper} {high}"),
            (true, false) => write!(f, "{lower} {low}"),
            (false, true) => write!(f, "{upper} {high}"),
            (false, false) => f.write_str("a finite number"),
        }
    }
}
