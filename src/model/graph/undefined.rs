//! Why a number is undefined. Inside the graph undefined is NaN, which every operator passes on.

/// The reason why a quantity has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Nobody becomes a customer.
    NoCustomers,
    /// Nothing is spent at all.
    NoCost,
    /// No media money is spent.
    NoMedia,
    /// Nothing is left of the revenue, or there is no revenue.
    NoMargin,
    /// Nothing arrives at the stage, or nothing was bought.
    NoVolume,
    /// Not even a lifetime pays the cost back.
    NeverPaysBack,
    /// Not within the months of the plan.
    NotWithinHorizon,
    /// More money changes nothing.
    NoEffect,
    /// The first unit of money has a return without bound.
    FirstMoneyBoundless,
    /// The target is not above zero, so that a share of it says nothing.
    TargetNotPositive,
    /// The baseline alone reaches the target.
    AlreadyMet,
    /// No budget in today's mix reaches the goal.
    NotReachable,
    /// The number is larger than a computer can hold.
    TooLarge,
}

impl Reason {
    /// The stable code of the reason, for programs. Two reasons may share one.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Reason::NoCustomers => "no_customers",
            Reason::NoCost => "no_cost",
            Reason::NoMedia => "no_media",
            Reason::NoMargin => "no_margin",
            Reason::NoVolume => "no_volume",
            Reason::NeverPaysBack => "never_pays_back",
            Reason::NotWithinHorizon => "not_within_horizon",
            // Both say that the next money has no number of its own; the contract has one code for it.
            Reason::NoEffect | Reason::FirstMoneyBoundless => "no_effect",
            Reason::TargetNotPositive => "target_not_positive",
            Reason::AlreadyMet => "already_met",
            Reason::NotReachable => "not_reachable",
            Reason::TooLarge => "too_large",
        }
    }
}
