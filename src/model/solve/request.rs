//! What a solver is asked for, and what it must not be asked.

use super::bands::Bands;
use super::worth::Worth;
use crate::plan::Trust;
use core::fmt;
use serde::{Deserialize, Serialize};

/// What is to be best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The least media money that reaches the goal.
    MinCost,
    /// The most of the goal's figure for a total monthly budget.
    MaxGoal,
    /// The most profit.
    MaxProfit,
}

/// A question to the solver.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Request {
    /// What is to be best.
    pub mode: Mode,
    /// The most that all monthly budgets together may be; required for [`Mode::MaxGoal`].
    pub total: Option<f64>,
    /// The least and the most share of all monthly budgets for proven, test and experimental channels.
    pub bands: Option<[[f64; 2]; 3]>,
    /// Solve the phasing too: the most of a month, as a factor on the average month, at least 1.
    pub phasing_cap: Option<f64>,
}

impl Request {
    /// A question without conditions.
    #[must_use]
    pub const fn of(mode: Mode) -> Request {
        Request { mode, total: None, bands: None, phasing_cap: None }
    }

    /// The same with a total monthly budget.
    #[must_use]
    pub const fn within(self, total: f64) -> Request {
        Request { total: Some(total), ..self }
    }
}

/// Why a question has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum RequestFault {
    /// The total is missing; [`Mode::MaxGoal`] needs one.
    TotalMissing,
    /// The total is no number from 0 on.
    TotalOutOfRange(f64),
    /// Nothing may be spent.
    ZeroTotal,
    /// The least budgets of the channels are more than the total.
    MinimumsAboveTotal {
        /// What they are together, money per month.
        minimums: f64,
    },
    /// A band that is not from 0 to 1, or whose low end is above the high one.
    BandOutOfRange(Trust),
    /// The low ends add to more than everything.
    LowsAboveAll,
    /// The high ends add to less than everything.
    HighsBelowAll,
    /// A class that has to get money has no active channel.
    EmptyClass(Trust),
    /// No total can be shared so that the channels' bounds and the bands hold.
    BandsAgainstBounds,
    /// A cap on the months below 1: then the average month is above it.
    CapOutOfRange(f64),
    /// Profit grows without end, or at least up to the most money that is tried: a channel without a ceiling or a largest
    /// budget always pays.
    Endless,
    /// Figures of the plan, or of what money would bring, are beyond all numbers.
    TooLarge,
    /// The plan evaluated with the budgets that were found brings something else than the search counted on: a fault of
    /// the solver, and no answer.
    NotReproduced {
        /// What the search counted on.
        found: f64,
        /// What the plan brings.
        evaluated: f64,
    },
}

impl RequestFault {
    /// The stable code of the fault, for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            RequestFault::TotalMissing => "missing",
            RequestFault::TotalOutOfRange(_)
            | RequestFault::BandOutOfRange(_)
            | RequestFault::CapOutOfRange(_) => "out_of_range",
            RequestFault::ZeroTotal => "zero_total",
            RequestFault::MinimumsAboveTotal { .. } => "minimums_above_total",
            RequestFault::LowsAboveAll
            | RequestFault::HighsBelowAll
            | RequestFault::EmptyClass(_)
            | RequestFault::BandsAgainstBounds => "bands_cannot_be_met",
            RequestFault::Endless => "endless",
            RequestFault::TooLarge => "too_large",
            RequestFault::NotReproduced { .. } => "not_reproduced",
        }
    }

    /// The place in the request that it speaks of; empty where no condition is to blame.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            RequestFault::BandOutOfRange(trust) | RequestFault::EmptyClass(trust) => match trust {
                Trust::Proven => "bands.proven",
                Trust::Test => "bands.test",
                Trust::Experimental => "bands.experimental",
            },
            RequestFault::LowsAboveAll | RequestFault::HighsBelowAll | RequestFault::BandsAgainstBounds => {
                "bands"
            }
            RequestFault::CapOutOfRange(_) => "phasing.cap",
            RequestFault::TooLarge | RequestFault::NotReproduced { .. } => "",
            _ => "total",
        }
    }
}

impl fmt::Display for RequestFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}", self.code(), self.path())
    }
}

impl core::error::Error for RequestFault {}

impl Request {
    /// Checks what can be said before anything is solved.
    pub(super) fn check(&self, worth: &Worth, bands: &Bands) -> Result<(), RequestFault> {
        let minimums: f64 = worth.outlets.iter().map(|outlet| outlet.min).sum();
        match self.total {
            None if self.mode == Mode::MaxGoal => return Err(RequestFault::TotalMissing),
            Some(total) if !(total >= 0.0 && total.is_finite()) => {
                return Err(RequestFault::TotalOutOfRange(total));
            }
            Some(total) if total <= 0.0 => return Err(RequestFault::ZeroTotal),
            Some(total) if minimums > total * (1.0 + 1e-12) => {
                return Err(RequestFault::MinimumsAboveTotal { minimums });
            }
            _ => {}
        }
        if let Some(cap) = self.phasing_cap.filter(|cap| !(*cap >= 1.0 && cap.is_finite())) {
            return Err(RequestFault::CapOutOfRange(cap));
        }
        self.bands.map_or(Ok(()), |shares| self.check_bands(shares, worth, bands))?;
        // With the phases of the plan, which are not asked about where the months are solved too.
        let is_open = self.mode == Mode::MaxProfit && self.total.is_none() && self.phasing_cap.is_none();
        if is_open && worth.is_endless(bands) { Err(RequestFault::Endless) } else { Ok(()) }
    }

    fn check_bands(&self, shares: [[f64; 2]; 3], worth: &Worth, bands: &Bands) -> Result<(), RequestFault> {
        let classes = || Trust::ALL.into_iter().zip(shares);
        if let Some((trust, _)) =
            classes().find(|(_, [low, high])| !(0.0 <= *low && low <= high && *high <= 1.0))
        {
            return Err(RequestFault::BandOutOfRange(trust));
        }
        let is_empty = |trust: Trust| !worth.outlets.iter().any(|outlet| outlet.trust == trust);
        let sum = |end: usize| classes().filter_map(|(_, band)| band.get(end).copied()).sum::<f64>();
        if sum(0) > 1.0 + 1e-12 {
            return Err(RequestFault::LowsAboveAll);
        }
        if let Some((trust, _)) = classes().find(|(trust, [low, _])| *low > 0.0 && is_empty(*trust)) {
            return Err(RequestFault::EmptyClass(trust));
        }
        let highs: f64 = classes().filter(|(trust, _)| !is_empty(*trust)).map(|(_, [_, high])| high).sum();
        if highs < 1.0 - 1e-12 {
            return Err(RequestFault::HighsBelowAll);
        }
        let of_class = |class: usize, bound: &dyn Fn(&super::worth::Outlet) -> f64| {
            let of = worth.outlets.iter().zip(&bands.class_of).filter(|(_, of)| **of == class);
            of.map(|(outlet, _)| bound(outlet)).sum::<f64>()
        };
        let least: alloc::vec::Vec<f64> = (0..3).map(|class| of_class(class, &|outlet| outlet.min)).collect();
        let most: alloc::vec::Vec<f64> = (0..3).map(|class| of_class(class, &|outlet| outlet.max)).collect();
        let (from, to) = bands.totals(&least, &most).ok_or(RequestFault::BandsAgainstBounds)?;
        let is_open = from <= self.total.unwrap_or(f64::INFINITY) * (1.0 + 1e-12) && to >= 0.0;
        if is_open { Ok(()) } else { Err(RequestFault::BandsAgainstBounds) }
    }
}
