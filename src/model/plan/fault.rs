//! What can be wrong with a plan: ids and numbers only, `locale` turns them into words.

use super::field::Bounds;
use alloc::string::String;
use core::fmt;

/// Something that a plan must not be, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The place in the plan, such as `channels[1].fit_rate`.
    pub path: String,
    /// What is wrong there.
    pub kind: FaultKind,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum FaultKind {
    /// A number outside of its bounds, not finite, or not whole where only whole numbers count.
    OutOfRange {
        /// The number.
        value: f64,
        /// Where it must lie.
        bounds: Bounds,
    },
    /// A field that must be there is absent.
    Missing,
    /// A field that stands where it has no meaning.
    NotAllowed,
    /// A number that must be plain is written as an estimate, or an estimate whose ends do not enclose its value.
    RangeNotAroundValue,
    /// The version of the contract is not one this program reads.
    UnknownVersion(u32),
    /// A list that is too short or too long.
    WrongLength {
        /// How many there are.
        length: usize,
        /// How many at least.
        least: usize,
        /// How many at most.
        most: usize,
    },
    /// An id that is not `[a-z][a-z0-9_-]*`.
    MalformedId(String),
    /// An id that stands twice.
    DuplicateId(String),
    /// A stage or a channel that the plan does not have.
    UnknownId(String),
    /// A currency that is not in ISO 4217.
    UnknownCurrency(String),
    /// A month that is not `YYYY-MM`.
    MalformedMonth(String),
    /// An override at or before the stage where the channel enters.
    OverrideBeforeEntry,
    /// A channel that depends on itself.
    DependsOnItself,
    /// A phasing that never spends.
    AllZero,
    /// At this price the ceiling of the curve would be passed: M·u ≤ x0.
    CeilingPassed,
    /// A largest budget below the smallest.
    MaximumBelowMinimum,
    /// A goal that has not exactly one of target and growth with reference.
    TargetOrGrowth,
    /// A target that is not above 0 although the goal is not a profit.
    TargetNotPositive,
}

impl FaultKind {
    /// The stable code of the fault, for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            FaultKind::OutOfRange { .. } => "out_of_range",
            FaultKind::Missing => "missing",
            FaultKind::NotAllowed => "not_allowed",
            FaultKind::RangeNotAroundValue => "range_not_around_value",
            FaultKind::UnknownVersion(_) => "unknown_version",
            FaultKind::WrongLength { .. } => "wrong_length",
            FaultKind::MalformedId(_) => "malformed_id",
            FaultKind::DuplicateId(_) => "duplicate_id",
            FaultKind::UnknownId(_) => "unknown_id",
            FaultKind::UnknownCurrency(_) => "unknown_currency",
            FaultKind::MalformedMonth(_) => "malformed_month",
            FaultKind::OverrideBeforeEntry => "override_before_entry",
            FaultKind::DependsOnItself => "depends_on_itself",
            FaultKind::AllZero => "all_zero",
            FaultKind::CeilingPassed => "ceiling_passed",
            FaultKind::MaximumBelowMinimum => "maximum_below_minimum",
            FaultKind::TargetOrGrowth => "target_or_growth",
            FaultKind::TargetNotPositive => "target_not_positive",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}", self.kind.code(), self.path)
    }
}

impl core::error::Error for Fault {}
