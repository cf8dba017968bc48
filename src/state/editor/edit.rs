//! What can be done to a plan.

use crate::model::plan::{Channel, Document, Estimate, GoalMetric, Path, Phasing, ResponseKind, Tier, Trust};

/// An edit. Stages and channels are named by their places in the plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Writes a number; of one that is a plain number by contract only the value is kept. A phasing month by month
    /// follows the horizon.
    SetNumber(Path, Estimate),
    /// Takes an optional number away, so that its default holds again.
    Clear(Path),
    /// The name of the plan.
    Rename(String),
    /// The currency, ISO 4217. Amounts stay as they are.
    SetCurrency(String),
    /// The first month, `YYYY-MM`.
    SetStart(String),
    /// Twelve factors, January first, or none.
    SetSeasonality(Option<Vec<f64>>),
    /// How the budgets are spread over the months.
    SetPhasing(Phasing),
    /// The figure the goal is set in. The new target asks for what the old one did: it is read, rounded to three
    /// digits, from the plan scaled to the old goal, or from the plan as it stands when that is out of reach.
    SetGoalMetric {
        /// The figure.
        metric: GoalMetric,
        /// The stage, for [`GoalMetric::StageVolume`]; none means the one before the customer.
        stage: Option<u16>,
    },
    /// States the same goal as a growth over a reference (`true`), or as a target.
    SetGoalAsGrowth(bool),
    /// A change of a stage.
    Stage(u16, StageEdit),
    /// A change of a channel.
    Channel(u16, ChannelEdit),
    /// Puts a stage before the place `at`, or after the customer. Everyone passes it until its rate is set, so no
    /// number changes. The id is made free.
    AddStage {
        /// Its place.
        at: u16,
        /// Its id as wished for.
        id: String,
        /// Its name.
        name: String,
        /// Where it belongs.
        tier: Tier,
    },
    /// Adds a channel at the end, from the catalogue or blank. The id is made free.
    AddChannel(Box<Channel>),
    /// Another plan in place of this one.
    Replace(Box<Document>),
}

/// A change of a stage.
#[derive(Clone, Debug, PartialEq)]
pub enum StageEdit {
    /// Its name.
    Rename(String),
    /// Where it belongs.
    SetTier(Tier),
    /// Moves it to another place. Rates stay with their stages; the new first stage hands its rate to the old one.
    MoveTo(u16),
    /// Takes it out. Channels that enter here enter at the next stage, at the price that brings the same number.
    Remove,
}

/// A change of a channel.
#[derive(Clone, Debug, PartialEq)]
pub enum ChannelEdit {
    /// Its name.
    Rename(String),
    /// How well it is known to work.
    SetTrust(Trust),
    /// Whether it takes part.
    SetActive(bool),
    /// The stage it buys into, by its place. The price becomes that of a unit there, by the rates between; overrides
    /// at or before it are dropped.
    SetEntryStage(u16),
    /// The shape of its curve, with parameters that leave today's spend at today's price.
    SetResponse(ResponseKind),
    /// Adds that it needs another channel, by its place, beside it: half is left without, full at today's budget.
    AddDependency(u16),
    /// Takes a dependency away, by its place in the list.
    RemoveDependency(u16),
    /// Moves it to another place.
    MoveTo(u16),
    /// Puts a copy with this name behind it.
    Duplicate(String),
    /// Takes it out, with what depends on it.
    Remove,
}

/// What an edit keeps changing while somebody types: edits with the same key are one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A number.
    Number(Path),
    /// The name of the plan.
    Name,
    /// The first month.
    Start,
    /// The name of a stage.
    StageName(u16),
    /// The name of a channel.
    ChannelName(u16),
}

impl Edit {
    /// The key; none for edits that are always a step of their own.
    #[must_use]
    pub fn key(&self) -> Option<Key> {
        match self {
            Edit::SetNumber(path, _) | Edit::Clear(path) => Some(Key::Number(*path)),
            Edit::Rename(_) => Some(Key::Name),
            Edit::SetStart(_) => Some(Key::Start),
            Edit::Stage(place, StageEdit::Rename(_)) => Some(Key::StageName(*place)),
            Edit::Channel(place, ChannelEdit::Rename(_)) => Some(Key::ChannelName(*place)),
            _ => None,
        }
    }
}
