//! SMART: the five letters of a goal and when each is met. No box is ticked by hand; [`read`] finds the numbers.

mod read;

pub use read::smart;

use super::threshold::{ASSUMPTIONS, BUDGET_STRETCH, LATE_SHARE, LTV_TO_CAC, MEASURED_RATES, NOISE};
use crate::plan::{GoalMetric, YearMonth};

/// Whether a letter is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Met {
    /// It is.
    Yes,
    /// With something still open.
    Partly,
    /// It is not.
    No,
}

impl Met {
    /// The stable name, as markup carries it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Met::Yes => "yes",
            Met::Partly => "partly",
            Met::No => "no",
        }
    }

    fn of(met: bool, partly: bool) -> Met {
        match (met, partly) {
            (true, _) => Met::Yes,
            (false, true) => Met::Partly,
            (false, false) => Met::No,
        }
    }
}

/// The five letters of a plan's goal.
#[derive(Clone, Debug, PartialEq)]
pub struct Smart {
    /// S
    pub specific: Specific,
    /// M
    pub measurable: Measurable,
    /// A
    pub attainable: Attainable,
    /// R
    pub relevant: Relevant,
    /// T
    pub timely: Timely,
}

/// One figure that says what this plan has to bring.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Specific {
    /// The figure.
    pub metric: GoalMetric,
    /// The stage of a goal in units of a stage.
    pub stage: Option<u16>,
    /// What is to be reached.
    pub target: f64,
    /// What the plan has to add; not above 0 where the baseline alone reaches the target.
    pub needed: f64,
    /// Whether it is stated what comes without the plan. Goals that count people or orders do not need it; money
    /// also comes from those who are customers already.
    pub baseline_known: bool,
}

/// Every step can be counted, with rates somebody has measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measurable {
    /// The first stage that nobody gets to.
    pub empty_stage: Option<u16>,
    /// The conversion rates in use.
    pub rates: usize,
    /// Those from own data.
    pub measured: usize,
}

/// The money and the levers can bring it, and the numbers that say so are known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attainable {
    /// The factor on today's budgets that reaches the goal; none where no budget does.
    pub factor: Option<f64>,
    /// What is to be reached.
    pub target: f64,
    /// What today's mix gets to at most, where no budget reaches the goal.
    pub reachable: Option<f64>,
    /// Where no budget reaches the goal: what is reached with today's budgets when every estimate with a range comes
    /// out at its good end.
    pub best: Option<f64>,
    /// The assumptions' share of all influence on the goal's figure.
    pub assumed_share: f64,
    /// How many of the numbers that decide are assumptions.
    pub assumed: usize,
    /// How many numbers decide.
    pub of: usize,
}

/// Worth reaching: a customer brings more than it costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Relevant {
    /// Lifetime value of a customer; none where nobody becomes one.
    pub cltv: Option<f64>,
    /// What one costs.
    pub cac: Option<f64>,
    /// Lifetime value by cost; none without customers or without cost.
    pub ltv_to_cac: Option<f64>,
    /// Return within the horizon.
    pub roi: Option<f64>,
}

/// By when, and what comes too late.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Timely {
    /// The last month of the plan.
    pub deadline: YearMonth,
    /// The share of the goal's stage that arrives after it; none where nothing arrives at all.
    pub late_share: Option<f64>,
}

impl Specific {
    /// Whether it is met: no where nothing is asked of the plan, partly where it is unclear what is on top of what.
    #[must_use]
    pub fn met(&self) -> Met {
        Met::of(self.needed > 0.0 && self.baseline_known, self.needed > 0.0)
    }
}

impl Measurable {
    /// Whether it is met: no where a stage stays empty, partly where most rates are not own data.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "a plan has a few thousand rates at most")]
    pub fn met(&self) -> Met {
        let measured = self.measured as f64 >= MEASURED_RATES * self.rates as f64;
        Met::of(self.empty_stage.is_none() && measured, self.empty_stage.is_none())
    }
}

impl Attainable {
    /// Whether the budgets of today would have to grow beyond what is still the same plan.
    #[must_use]
    pub fn stretched(&self) -> bool {
        self.factor.is_some_and(|factor| factor > BUDGET_STRETCH)
    }

    /// Whether most of what decides has been measured by nobody.
    #[must_use]
    pub fn assumed(&self) -> bool {
        self.assumed_share > ASSUMPTIONS
    }

    /// Whether the levers' good ends alone would do.
    #[must_use]
    pub fn with_good_ends(&self) -> bool {
        self.best.is_some_and(|best| best >= self.target - NOISE * self.target.abs())
    }

    /// Whether it is met: no where neither money nor the good ends of the estimates get there, partly where they do
    /// with much more money, with luck, or on assumptions.
    #[must_use]
    pub fn met(&self) -> Met {
        let reached = self.factor.is_some();
        Met::of(reached && !self.stretched() && !self.assumed(), reached || self.with_good_ends())
    }
}

impl Relevant {
    /// Whether it is met: a customer brings three times its cost and the plan's own months bring a profit; partly
    /// where a customer brings at least its cost. Customers without any cost meet it.
    #[must_use]
    pub fn met(&self) -> Met {
        match (self.ltv_to_cac, self.cltv) {
            (Some(ratio), _) => {
                let profit = self.roi.is_some_and(|roi| roi > 0.0);
                Met::of(ratio >= LTV_TO_CAC - NOISE && profit, ratio >= 1.0)
            }
            (None, Some(cltv)) => Met::of(cltv > 0.0, false),
            (None, None) => Met::No,
        }
    }
}

impl Timely {
    /// Whether it is met: no where most arrives too late, or nothing at all.
    #[must_use]
    pub fn met(&self) -> Met {
        self.late_share.map_or(Met::No, |late| Met::of(late <= LATE_SHARE, late <= 0.5))
    }
}
