//! The field table: every number of a plan with its path, unit, bounds and default, declared once.
//!
//! Forms, checks, files, the JSON Schema and the explanations all read this table.

use super::phasing::MOST_MONTHS;
use crate::quantity::Unit;

/// The interval a number must lie in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// The lower end.
    pub low: f64,
    /// Whether the lower end itself is refused.
    pub above_low: bool,
    /// The upper end.
    pub high: f64,
    /// Whether the upper end itself is refused.
    pub below_high: bool,
}

impl Bounds {
    /// Any finite number.
    pub const ANY: Bounds = Bounds::at_least(f64::NEG_INFINITY);
    /// Above 0.
    pub const POSITIVE: Bounds = Bounds::above(0.0);
    const NOT_NEGATIVE: Bounds = Bounds::at_least(0.0);
    const FRACTION: Bounds = Bounds::within(0.0, 1.0);

    const fn at_least(low: f64) -> Bounds {
        Bounds { low, above_low: false, high: f64::INFINITY, below_high: false }
    }

    const fn above(low: f64) -> Bounds {
        Bounds { above_low: true, ..Bounds::at_least(low) }
    }

    const fn within(low: f64, high: f64) -> Bounds {
        Bounds { high, ..Bounds::at_least(low) }
    }

    const fn from_to_below(low: f64, high: f64) -> Bounds {
        Bounds { below_high: true, ..Bounds::within(low, high) }
    }

    /// Above a lower end and up to an upper one.
    pub const fn above_to(low: f64, high: f64) -> Bounds {
        Bounds { above_low: true, ..Bounds::within(low, high) }
    }

    /// Whether a number is finite and lies inside.
    #[must_use]
    pub fn hold(&self, value: f64) -> bool {
        let above = if self.above_low { value > self.low } else { value >= self.low };
        let below = if self.below_high { value < self.high } else { value <= self.high };
        value.is_finite() && above && below
    }
}

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $path:literal, $unit:ident, $bounds:expr, $default:expr, $estimate:literal;)*) => {
        /// A number of a plan; with the places of its channel and stage it becomes a [`super::Path`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Field { $($(#[$doc])* $name,)* }

        impl Field {
            /// Every field, in the order of the contract.
            pub const ALL: &'static [Field] = &[$(Field::$name,)*];

            /// Its path; `[]` stands for a place in a list, `{}` for a stage's id.
            #[must_use]
            pub const fn pattern(self) -> &'static str { match self { $(Field::$name => $path,)* } }

            /// Its unit.
            #[must_use]
            pub const fn unit(self) -> Unit { match self { $(Field::$name => Unit::$unit,)* } }

            /// The interval it must lie in.
            #[must_use]
            pub const fn bounds(self) -> Bounds { match self { $(Field::$name => $bounds,)* } }

            /// The value it has when it is absent; none when absence means something else or is refused.
            #[must_use]
            pub const fn default(self) -> Option<f64> { match self { $(Field::$name => $default,)* } }

            /// Whether it may be written as an estimate.
            #[must_use]
            pub const fn takes_estimate(self) -> bool { match self { $(Field::$name => $estimate,)* } }
        }
    };
}

fields! {
    /// The horizon H.
    Months = "months", Months, Bounds::within(1.0, MOST_MONTHS as f64), None, false;
    /// The target of the goal; above 0 unless the goal is a profit.
    Target = "goal.target", Count, Bounds::ANY, None, false;
    /// Growth over the reference.
    Growth = "goal.growth", Rate, Bounds::above(-1.0), None, false;
    /// What the growth is measured against.
    Reference = "goal.reference", Count, Bounds::POSITIVE, None, false;
    /// What comes without the plan.
    Baseline = "goal.baseline", Count, Bounds::ANY, Some(0.0), false;
    /// Average order value A.
    OrderValue = "economics.order_value", MoneyPerUnit, Bounds::POSITIVE, None, true;
    /// Orders per year F.
    OrdersPerYear = "economics.orders_per_year", Ratio, Bounds::NOT_NEGATIVE, None, true;
    /// Length of the relationship Y.
    RelationshipYears = "economics.relationship_years", Years, Bounds::NOT_NEGATIVE, None, true;
    /// Gross margin g.
    GrossMargin = "economics.gross_margin", Rate, Bounds::FRACTION, None, true;
    /// Discount rate d per year.
    DiscountRate = "economics.discount_rate", Rate, Bounds::NOT_NEGATIVE, Some(0.0), true;
    /// A month's readiness to buy.
    Seasonality = "seasonality[]", Ratio, Bounds::POSITIVE, Some(1.0), false;
    /// A month's share of the budget.
    PhasingFactor = "phasing[]", Ratio, Bounds::NOT_NEGATIVE, None, false;
    /// How much one market moves all estimates together.
    MarketCorrelation = "market_correlation", Rate, Bounds::FRACTION, Some(0.3), false;
    /// The rate into a stage.
    ConversionRate = "stages[].conversion_rate", Rate, Bounds::FRACTION, None, true;
    /// Days from the stage before.
    DelayDays = "stages[].delay_days", Days, Bounds::NOT_NEGATIVE, Some(0.0), true;
    /// Price of a unit at the entry stage, u.
    UnitCost = "channels[].unit_cost", MoneyPerUnit, Bounds::POSITIVE, None, true;
    /// Media money per month, x.
    MonthlyBudget = "channels[].monthly_budget", MoneyPerMonth, Bounds::NOT_NEGATIVE, None, false;
    /// Units per month that are never passed, M.
    Ceiling = "channels[].response.ceiling", Count, Bounds::POSITIVE, None, true;
    /// The spend at which the price holds, x0.
    At = "channels[].response.at", MoneyPerMonth, Bounds::NOT_NEGATIVE, Some(0.0), true;
    /// What doubling the money adds, p.
    Gain = "channels[].response.gain", Rate, Bounds::above_to(0.0, 1.0), None, true;
    /// The spend that brings half of the ceiling, h.
    HalfAt = "channels[].response.half_at", MoneyPerMonth, Bounds::POSITIVE, None, true;
    /// The steepness n of an S-shaped curve.
    Slope = "channels[].response.slope", Ratio, Bounds::above_to(0.0, 10.0), None, true;
    /// The least that the solver may spend.
    MinBudget = "channels[].min_budget", MoneyPerMonth, Bounds::NOT_NEGATIVE, Some(0.0), false;
    /// The most that the solver may spend.
    MaxBudget = "channels[].max_budget", MoneyPerMonth, Bounds::NOT_NEGATIVE, None, false;
    /// The share of the bought volume that is the right audience, φ.
    FitRate = "channels[].fit_rate", Rate, Bounds::FRACTION, Some(1.0), true;
    /// Units per month without media money.
    FreeVolume = "channels[].free_volume", Count, Bounds::NOT_NEGATIVE, Some(0.0), true;
    /// The share of the effect that is left a month later, λ.
    Carryover = "channels[].carryover", Rate, Bounds::from_to_below(0.0, 1.0), Some(0.0), true;
    /// Spend per month before the start.
    PriorBudget = "channels[].prior_budget", MoneyPerMonth, Bounds::NOT_NEGATIVE, Some(0.0), false;
    /// Months until full strength.
    RampMonths = "channels[].ramp_months", Months, Bounds::NOT_NEGATIVE, Some(0.0), true;
    /// Hours of work per month.
    LabourHours = "channels[].labour_hours", Hours, Bounds::NOT_NEGATIVE, Some(0.0), true;
    /// Money per hour.
    HourlyWage = "channels[].hourly_wage", MoneyPerUnit, Bounds::NOT_NEGATIVE, Some(0.0), true;
    /// Fixed money per month.
    FixedCost = "channels[].fixed_cost", MoneyPerMonth, Bounds::NOT_NEGATIVE, Some(0.0), true;
    /// Money once, in the first month.
    SetupCost = "channels[].setup_cost", Money, Bounds::NOT_NEGATIVE, Some(0.0), true;
    /// This channel's rate into a later stage.
    RateOverride = "channels[].conversion_rates.{}", Rate, Bounds::FRACTION, None, true;
    /// This channel's order value.
    ChannelOrderValue = "channels[].order_value", MoneyPerUnit, Bounds::POSITIVE, None, true;
    /// This channel's orders per year.
    ChannelOrdersPerYear = "channels[].orders_per_year", Ratio, Bounds::NOT_NEGATIVE, None, true;
    /// This channel's length of relationship.
    ChannelRelationshipYears = "channels[].relationship_years", Years, Bounds::NOT_NEGATIVE, None, true;
    /// What is left of a channel without the one it depends on.
    ShareWithout = "channels[].depends_on[].share_without", Rate, Bounds::FRACTION, None, true;
    /// The spend of the other channel that gives full strength.
    FullAt = "channels[].depends_on[].full_at", MoneyPerMonth, Bounds::POSITIVE, None, true;
}
