//! The chain: the goal worked backwards, stage by stage, to the money; and the form at the same time.

mod lane;
mod write;

use super::sentence::{Sentence, Shown};
use crate::locale::typed::Kind;
use crate::model::plan::Path;

pub(crate) use write::{chain, volumes};

/// The chain of all channels, and one lane per channel when there are several.
#[derive(Clone, Debug, PartialEq)]
pub struct ChainView {
    /// "4 個管道合起來", or the only channel's name.
    pub title: String,
    /// "12 個月"
    pub span: Sentence,
    /// Said when the chain shows today's plan because the goal is out of reach.
    pub notice: Option<String>,
    /// The goal.
    pub goal: GoalView,
    /// What each customer adds to a goal that is not counted in customers.
    pub each: Option<(String, Shown)>,
    /// The stages from the goal's side to the money's.
    pub stages: Vec<StageView>,
    /// The price of a unit, where all money buys the same unit.
    pub price: Option<RateView>,
    /// The media money.
    pub money: Shown,
    /// The same in an average month.
    pub money_per_month: Sentence,
    /// One lane per channel, when there are several.
    pub lanes: Vec<LaneView>,
    /// What the weakest rate is worth.
    pub worth: Option<Sentence>,
    /// Which stages lose some to the deadline, so that their numbers are less than the rates make of them.
    pub late: Option<Sentence>,
}

/// The goal at the head of the chain.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalView {
    /// "目標・新客"
    pub label: String,
    /// The target to be typed, where it is stated and not grown from a reference.
    pub input: Option<InputView>,
    /// The target to be read.
    pub shown: Shown,
    /// What is there already, or what an average month takes.
    pub note: Option<Sentence>,
}

/// A number that is typed in place.
#[derive(Clone, Debug, PartialEq)]
pub struct InputView {
    /// Where it stands in the plan.
    pub path: Path,
    /// What it is, for those who do not see where it stands.
    pub label: String,
    /// The text in the field. Money stands without its sign, which the label names; a rate keeps its %.
    pub text: String,
    /// How typed text is read.
    pub kind: Kind,
}

/// A stage of the chain.
#[derive(Clone, Debug, PartialEq)]
pub struct StageView {
    /// Its place in the plan.
    pub stage: u16,
    /// Its name.
    pub name: String,
    /// How many it takes.
    pub shown: Shown,
    /// The same in an average month.
    pub per_month: Sentence,
    /// The length of its bar by order of magnitude, in hundredths of the longest one.
    pub bar: String,
    /// Its volume, for the ribbon.
    pub volume: f64,
    /// The rate from the next stage of the chain (the stage before it in the funnel) into it.
    pub rate: Option<RateView>,
}

/// A rate or a price between two numbers of the chain.
#[derive(Clone, Debug, PartialEq)]
pub struct RateView {
    /// The number to be typed; none where it is the plan's common rate.
    pub input: InputView,
    /// Whether it is edited here; a channel without a rate of its own shows the plan's.
    pub editable: bool,
    /// The rate over all channels, or the price really paid, where it differs.
    pub note: Option<Sentence>,
    /// Whether it holds the goal back most.
    pub weak: bool,
}

/// A channel's lane of the chain.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneView {
    /// The channel's place in the plan.
    pub channel: u16,
    /// Its name.
    pub name: String,
    /// Whom it brings, and at what price.
    pub brings: Sentence,
    /// Its cells under the stages of the chain; none before its entry.
    pub stages: Vec<Option<LaneCell>>,
    /// Its media money.
    pub money: Shown,
}

/// A channel at a stage of the chain.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneCell {
    /// How many.
    pub shown: Shown,
    /// The rate into the stage, or the price of a unit at the entry.
    pub rate: Option<RateView>,
}
