//! Where a check begins to speak, each with its reason.

/// A return of five times the cost within the horizon. Such plans exist, but far more often a cost was forgotten or a
/// rate is a wish; profitable campaigns rarely bring back more than a few times their cost within a year.
pub const ROI_TOO_GOOD: f64 = 5.0;

/// The largest share of the media money that one channel should hold: with more, its failure is the plan's failure.
/// The 70/20/10 rule gives 70 % to everything proven taken together.
pub const ONE_CHANNEL: f64 = 0.7;

/// The usual least ratio of lifetime value to acquisition cost: one part pays for the customer, one for running the
/// business, one is left.
pub const LTV_TO_CAC: f64 = 3.0;

/// A lifetime value of ten times the acquisition cost would have been found by competitors: the margin or the number
/// of orders deserves a second look before more money follows.
pub const LTV_TO_CAC_UNUSUAL: f64 = 10.0;

/// One result in ten after the deadline is worth knowing; less is lost in the uncertainty of any delay.
pub const LATE_SHARE: f64 = 0.1;

/// With a third of the results after the deadline, the plan misses its goal because of time rather than of money.
pub const LATE_SHARE_SEVERE: f64 = 1.0 / 3.0;

/// A goal three times what has been: teams and channels seldom triple within one plan.
pub const GOAL_TIMES: f64 = 3.0;

/// More than half of what moves the result has been measured by nobody.
pub const ASSUMPTIONS: f64 = 0.5;

/// An input with less than a hundredth of all influence is not counted among the numbers that decide.
pub const INFLUENCE: f64 = 0.01;

/// Half as much again as the quoted price: more than prices vary from month to month.
pub const DEAR_UNITS: f64 = 1.5;

/// Three times the quoted price: the quote says nothing about this budget any more.
pub const DEAR_UNITS_SEVERE: f64 = 3.0;

/// A budget of more than three times today's is a different business, not the same plan with more money.
pub const BUDGET_STRETCH: f64 = 3.0;

/// With half of its rates measured, a funnel can be followed with data instead of opinions.
pub const MEASURED_RATES: f64 = 0.5;

/// Twice as much for the same money: less lies within what marginal returns, taken from assumed curves, can be wrong by.
pub const BETTER_ELSEWHERE: f64 = 2.0;

/// A channel with less than a twentieth of the money has none worth moving.
pub const WORTH_MOVING: f64 = 0.05;

/// How many good lines are said: praise is read once.
pub const GOOD_LINES: usize = 2;

/// What counts as less: the last digits of a number are noise.
pub(super) const NOISE: f64 = 1e-9;
