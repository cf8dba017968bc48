//! What differs between two plans, as far as a number can depend on it, and how differences are put together.

use super::union::Union;
use crate::plan::{Channel, Document, Field, GoalMetric, Path, ResponseKind};
use alloc::string::String;
use alloc::vec::Vec;

/// What a part of a gap is due to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// A number: its place in the first and in the second plan. It may be absent in one of them, where its default or
    /// what it overrides holds.
    Number(Path, Path),
    /// What the goal is set in, or all of the goal's numbers.
    Goal,
    /// The rates and delays of the funnel.
    Funnel,
    /// What a customer is worth.
    Economics,
    /// The readiness to buy in each month of the year.
    Season,
    /// The first month, the horizon, and how the budgets are spread over it.
    Months,
    /// A channel, by its id: one that only one plan has or uses, one that works in another way, or all of its numbers.
    Channel(String),
    /// All channels.
    Channels,
    /// Another list of stages, and with it every channel.
    Stages,
    /// All that differs.
    Everything,
}

/// How coarsely differences are put together, from the finest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grain {
    /// Every difference alone.
    Number,
    /// The numbers of a channel together.
    Channel,
    /// The numbers of every part of the plan together.
    Part,
    /// All channels together.
    Channels,
    /// All together.
    Everything,
}

impl Grain {
    pub(super) fn coarser(self) -> Grain {
        match self {
            Grain::Number => Grain::Channel,
            Grain::Channel => Grain::Part,
            Grain::Part => Grain::Channels,
            Grain::Channels | Grain::Everything => Grain::Everything,
        }
    }
}

impl Cause {
    /// What a difference belongs to at a grain.
    pub(super) fn at(&self, grain: Grain, union: &Union) -> Cause {
        let of_part = |path: Path| match path.field {
            Field::ConversionRate | Field::DelayDays => Cause::Funnel,
            field if field.pattern().starts_with("economics") => Cause::Economics,
            _ => Cause::Goal,
        };
        match (self, grain) {
            (_, Grain::Everything) => Cause::Everything,
            (_, Grain::Number) => self.clone(),
            (Cause::Number(path, _), Grain::Channels) if is_of_channel(path.field) => Cause::Channels,
            (Cause::Number(path, _), _) if is_of_channel(path.field) => {
                Cause::Channel(union.id(path.index).into())
            }
            (Cause::Number(path, _), Grain::Part | Grain::Channels) => of_part(*path),
            (Cause::Channel(_), Grain::Channels) => Cause::Channels,
            _ => self.clone(),
        }
    }
}

pub(super) fn is_of_channel(field: Field) -> bool {
    field.pattern().starts_with("channels")
}

/// Numbers that no formula reads, and those that stand for something else: a month, or its place in a list.
fn is_apart(field: Field) -> bool {
    use Field::{MarketCorrelation, MaxBudget, MinBudget, Months, PhasingFactor, Seasonality};
    matches!(field, MarketCorrelation | MaxBudget | MinBudget | Months | PhasingFactor | Seasonality)
}

/// Whether two plans have the same stages; their names do not count.
pub(super) fn same_stages(from: &Document, to: &Document) -> bool {
    let ids = |document: &'_ Document| -> Vec<String> {
        document.stages.iter().map(|stage| stage.id.clone()).collect()
    };
    ids(from) == ids(to)
}

/// Whether the goal names a stage.
pub(super) fn is_of_stage(document: &Document) -> bool {
    document.goal.metric == GoalMetric::StageVolume
}

/// Whether the numbers of two goals compare: both are stated in the same way.
fn same_goal(from: &Document, to: &Document) -> bool {
    let way = |document: &'_ Document| {
        let goal = &document.goal;
        (goal.metric, goal.stage.clone(), goal.target.is_some())
    };
    way(from) == way(to)
}

/// Whether a channel works in the same way, so that its numbers compare one by one.
fn same_way(from: &Channel, to: &Channel) -> bool {
    let kind =
        |channel: &Channel| channel.response.as_ref().map_or(ResponseKind::Linear, |response| response.kind);
    let needs = |channel: &'_ Channel| -> Vec<String> {
        channel.depends_on.iter().map(|dependency| dependency.channel.clone()).collect()
    };
    from.entry_stage == to.entry_stage
        && kind(from) == kind(to)
        && from.is_active() == to.is_active()
        && needs(from) == needs(to)
}

/// Every difference that a number may depend on, each alone.
pub(super) fn causes(union: &Union) -> Vec<Cause> {
    let (from, to) = (&union.from, &union.to);
    let stages = same_stages(from, to);
    let mut causes = Vec::new();
    let mut add = |differs: bool, cause: Cause| causes.extend(differs.then_some(cause));
    add(!stages, Cause::Stages);
    add(!same_goal(from, to) && !is_goal_with_stages(from, to), Cause::Goal);
    add(from.seasonality != to.seasonality, Cause::Season);
    let months = |document: &'_ Document| (document.start.clone(), document.months, document.phasing.clone());
    add(months(from) != months(to), Cause::Months);
    if stages {
        for (before, after) in from.channels.iter().zip(&to.channels) {
            let differs = union.is_single(&after.id) || !same_way(before, after);
            add(differs, Cause::Channel(after.id.clone()));
        }
    }
    causes.extend(numbers(union, stages));
    causes
}

/// Whether the goal goes with the stages, because it names one that the other plan need not have.
fn is_goal_with_stages(from: &Document, to: &Document) -> bool {
    !same_stages(from, to) && (is_of_stage(from) || is_of_stage(to))
}

/// The numbers that differ, of what is the same otherwise.
fn numbers(union: &Union, same_stages: bool) -> Vec<Cause> {
    let (from, to) = (&union.from, &union.to);
    let is_compared = |path: &Path| match path.field {
        field if is_apart(field) => false,
        Field::ConversionRate | Field::DelayDays => same_stages,
        field if is_of_channel(field) => {
            let place = usize::from(path.index);
            let pair = from.channels.get(place).zip(to.channels.get(place));
            let same = |(from, to): (&Channel, &Channel)| {
                same_way(from, to) && to.is_active() && !union.is_single(&to.id)
            };
            same_stages && pair.is_some_and(same)
        }
        field if field.pattern().starts_with("goal") => same_goal(from, to) && !is_goal_with_stages(from, to),
        _ => true,
    };
    let holds = |document: &Document, path: Path| document.number(path).or(path.field.default());
    let mut paths = from.paths();
    paths.extend(to.paths());
    paths.sort_unstable();
    paths.dedup();
    let differing = paths.into_iter().filter(|path| holds(from, *path) != holds(to, *path));
    differing.filter(is_compared).map(|path| Cause::Number(path, path)).collect()
}
