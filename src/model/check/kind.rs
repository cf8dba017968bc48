//! What a check says: its kind with the numbers behind it, how serious it is, and where to mend it.

use super::Obstacle;
use crate::plan::{Path, Trust};
use crate::quantity::Reading;
use alloc::vec::Vec;

/// How serious a check is, the most serious first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// 提醒: decide on it before money is spent.
    Warn,
    /// 留意: good to know.
    Note,
    /// 良好: holds.
    Good,
}

/// Where a check can be mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// A number of the plan.
    Field(Path),
    /// A channel, by its place in the plan.
    Channel(u16),
    /// The list of channels: one more is needed.
    Channels,
    /// The goal as a whole.
    Goal,
    /// How the money is shared out, which a channel has too much or too little of.
    Mix(u16),
}

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// What was found.
    pub kind: CheckKind,
    /// How serious it is.
    pub severity: Severity,
    /// Where to mend it; none where nothing is to be mended.
    pub place: Option<Place>,
    /// The doors of the numbers that the kind carries, in the order in which the kind says it has them.
    pub readings: Vec<Reading>,
}

impl Check {
    pub(super) fn warn(kind: CheckKind, place: Place) -> Check {
        Check { kind, severity: Severity::Warn, place: Some(place), readings: Vec::new() }
    }

    pub(super) fn note(kind: CheckKind, place: Place) -> Check {
        Check { severity: Severity::Note, ..Check::warn(kind, place) }
    }

    pub(super) fn good(kind: CheckKind) -> Check {
        Check { kind, severity: Severity::Good, place: None, readings: Vec::new() }
    }

    pub(super) fn with(self, readings: impl Into<Vec<Reading>>) -> Check {
        Check { readings: readings.into(), ..self }
    }
}

/// What was found, with its numbers. Channels, stages and months are places in the plan, counted from 0; money is in
/// the plan's currency, shares are fractions. "Doors" names what [`Check::readings`] holds.
#[derive(Clone, Debug, PartialEq)]
pub enum CheckKind {
    /// No media money anywhere, so there is no mix that could be scaled to the goal.
    NoBudget {
        /// The channel to begin with.
        channel: u16,
    },
    /// No budget in today's mix reaches the goal. Doors: target, what can be reached.
    Unreachable {
        /// What is to be reached.
        target: f64,
        /// The most that today's mix reaches with any budget.
        reachable: f64,
        /// Why it gets no further.
        obstacle: Obstacle,
    },
    /// The goal is a multiple of what has been. Doors: target.
    FarGoal {
        /// What is to be reached within the horizon.
        target: f64,
        /// The reference of a growth, else the baseline; of the same length of time.
        before: f64,
        /// Target by before.
        times: f64,
    },
    /// Results arrive after the deadline. Doors: volume after the deadline, its share.
    LateResults {
        /// The stage that the goal counts, the customer for goals of money.
        stage: u16,
        /// Its volume after the deadline.
        late: f64,
        /// As a share of all that the money brings to the stage.
        share: f64,
    },
    /// With the season in it, a rate into the customer passes 100 % and is cut there. Doors: season of the month, the
    /// rate that is left in the month.
    RateCapped {
        /// The rate as the plan states it.
        rate: f64,
        /// The strongest season σ within the horizon.
        season: f64,
        /// Its month.
        month: u16,
        /// In how many months the rate is cut.
        months: u16,
    },
    /// Money is spent, and nobody comes of it. Doors: media money of the channel.
    NoEffect {
        /// The channel.
        channel: u16,
        /// Its media money over the horizon.
        media: f64,
    },
    /// A channel lacks the support that it was planned with. Doors: strength, spend of the other channel.
    DependencyUnmet {
        /// The channel that is weakened.
        channel: u16,
        /// The channel that spends too little.
        on: u16,
        /// In how many months.
        months: u16,
        /// What is left of the channel's strength in the worst of them.
        strength: f64,
        /// What the other channel spends in that month.
        spend: f64,
        /// What it would have to spend.
        full_at: f64,
    },
    /// The budget of a channel is above or below what was set for it. No doors: a budget is no result.
    OutOfBounds {
        /// The channel.
        channel: u16,
        /// Its budget per month.
        budget: f64,
        /// The bound that it passes.
        bound: f64,
        /// Whether that is the upper one.
        above: bool,
    },
    /// One channel holds most of the media money. Doors: its share.
    OneChannel {
        /// The channel.
        channel: u16,
        /// Its share.
        share: f64,
        /// Whether no other channel has any.
        only: bool,
    },
    /// Units cost far more than quoted at today's spend. Doors: effective unit cost.
    DearUnits {
        /// The channel.
        channel: u16,
        /// What a unit costs.
        effective: f64,
        /// What was quoted.
        quoted: f64,
    },
    /// The next customer of a channel costs more than a customer brings. Doors: marginal cost, lifetime value.
    PastReturn {
        /// The channel.
        channel: u16,
        /// What its next customer costs.
        next: f64,
        /// Lifetime value of a customer.
        cltv: f64,
    },
    /// The next money would bring far more in another channel. Doors: marginal figure of either channel.
    BetterElsewhere {
        /// The channel that has the money.
        channel: u16,
        /// The channel in which it would bring more.
        better: u16,
        /// What the next customer costs in the first, or what the next unit of money brings there in revenue.
        here: f64,
        /// The same in the other.
        there: f64,
        /// Whether it is revenue, because the goal is money.
        in_money: bool,
    },
    /// Channels of one trust have more or less of the money than the 70/20/10 rule gives them. Doors: the share of each.
    BandBroken {
        /// How well the channels are known.
        trust: Trust,
        /// The first three of them that have money, most first.
        channels: Vec<u16>,
        /// Their share of the media money together.
        share: f64,
        /// The bound that it passes.
        bound: f64,
        /// Whether that is the upper one.
        above: bool,
    },
    /// Channels that are switched off.
    Inactive {
        /// Which.
        channels: Vec<u16>,
        /// Whether no other channel is left.
        all: bool,
    },
    /// A customer brings less than three times what it costs to win one. Doors: ratio, lifetime value, cost.
    LtvToCacLow {
        /// Lifetime value by acquisition cost.
        ltv_to_cac: f64,
        /// Lifetime value.
        cltv: f64,
        /// Acquisition cost.
        cac: f64,
    },
    /// Not even a lifetime pays the cost back. Doors: lifetime value, acquisition cost.
    NeverPaysBack {
        /// Lifetime value of a customer.
        cltv: f64,
        /// Acquisition cost.
        cac: f64,
    },
    /// The cost is paid back only after the plan has ended. Doors: payback.
    PaybackBeyond {
        /// Months until it is paid back.
        payback: f64,
        /// Months of the plan.
        months: u32,
    },
    /// The return looks too good to be true. Doors: return on investment.
    RoiTooGood {
        /// Return on investment.
        roi: f64,
    },
    /// Most of what moves the goal's figure is assumed. No doors: the shares are of influence, not of volume.
    RestsOnAssumptions {
        /// The assumptions' share of all influence.
        share: f64,
        /// How many of the numbers that decide are assumptions.
        assumed: usize,
        /// How many numbers decide.
        of: usize,
        /// The assumption with the most influence.
        strongest: Path,
        /// The next one.
        second: Option<Path>,
    },
    /// A customer brings enough. Doors: ratio.
    LtvToCacHealthy {
        /// Lifetime value by acquisition cost.
        ltv_to_cac: f64,
        /// Whether it is so high that it should be confirmed.
        unusual: bool,
    },
    /// The cost is paid back within the plan. Doors: payback.
    PaysBack {
        /// Months until it is paid back; 0 when the first orders do.
        payback: f64,
    },
}
