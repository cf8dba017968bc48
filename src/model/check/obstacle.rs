//! Why no budget in today's mix reaches the goal, where the model knows it.

use super::{Look, Place, rate_path};
use crate::equations::{goal_quantity, places};
use crate::plan::{Channel, Field, GoalMetric, Path, ResponseKind};
use crate::quantity::{Basis, Measure, Quantity};
use crate::reading::Numbers;
use crate::sensitivity::Sensitivity;
use alloc::vec::Vec;

/// What stands between today's mix and its goal. Channels are places in the plan, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// No channel is switched on.
    NoChannel {
        /// The one to begin with.
        channel: u16,
    },
    /// No channel has a budget, so there is no mix that could grow.
    NoBudget {
        /// The one to begin with.
        channel: u16,
    },
    /// Every channel enters behind the goal's stage.
    Beyond {
        /// The one with the most money.
        channel: u16,
    },
    /// A number on the way is 0, and nothing comes through.
    Zero {
        /// Where it stands.
        path: Path,
    },
    /// All that comes arrives after the deadline.
    Late,
    /// Every channel with money has a ceiling.
    Ceiling {
        /// What sets the ceiling of the channel with the most money.
        path: Path,
    },
    /// Further money costs more than it brings.
    Loss,
    /// Nothing ends, but the largest factor that is tried, 10⁹, is not enough.
    Far,
}

impl Obstacle {
    /// Where it can be mended.
    #[must_use]
    pub fn place(self) -> Place {
        match self {
            Obstacle::NoChannel { channel } | Obstacle::Beyond { channel } => Place::Channel(channel),
            Obstacle::NoBudget { channel } => Place::Field(Path::at(Field::MonthlyBudget, channel)),
            Obstacle::Zero { path } | Obstacle::Ceiling { path } => Place::Field(path),
            Obstacle::Late => Place::Field(Path::of(Field::Months)),
            Obstacle::Loss | Obstacle::Far => Place::Goal,
        }
    }
}

/// Why the goal is out of reach; none where it is not.
#[must_use]
pub fn obstacle(numbers: &Numbers<'_>) -> Option<Obstacle> {
    if numbers.mix().factor().is_some() {
        return None;
    }
    let look = Look::now(numbers);
    let channels = &look.plan().document().channels;
    let active = places(channels.len()).zip(channels).filter(|(_, of)| of.is_active());
    let mut spending: Vec<(u16, &Channel)> = active.collect();
    let Some((first, _)) = spending.first().copied() else {
        return Some(Obstacle::NoChannel { channel: 0 });
    };
    spending.retain(|(_, of)| of.monthly_budget > 0.0);
    spending.sort_by(|a, b| b.1.monthly_budget.total_cmp(&a.1.monthly_budget));
    let Some((most, _)) = spending.first().copied() else {
        return Some(Obstacle::NoBudget { channel: first });
    };
    spending.retain(|(_, of)| look.plan().stage(&of.entry_stage).is_some_and(|entry| entry <= stage(look)));
    if spending.is_empty() {
        return Some(Obstacle::Beyond { channel: most });
    }
    Some(on_the_way(look, &spending))
}

/// The stage that has to be reached: the goal's own, or the customer.
fn stage(look: Look<'_, '_>) -> u16 {
    goal_quantity(look.plan()).stage.unwrap_or_else(|| look.plan().last_stage())
}

/// Of channels that could reach the goal's stage, the one with the most money first.
fn on_the_way(look: Look<'_, '_>, spending: &[(u16, &Channel)]) -> Obstacle {
    let mut open = Vec::new();
    let mut closed = None;
    for (index, channel) in spending {
        match zero(look, *index, channel) {
            Some(path) => closed = closed.or(Some(path)),
            None => open.push((*index, *channel)),
        }
    }
    let margin = matches!(look.plan().document().goal.metric, GoalMetric::GrossProfit | GoalMetric::Profit);
    if margin && look.plan().document().economics.gross_margin.value == 0.0 {
        return Obstacle::Zero { path: Path::of(Field::GrossMargin) };
    }
    if let (true, Some(path)) = (open.is_empty(), closed) {
        return Obstacle::Zero { path };
    }
    let of_stage = |measure| look.value(Quantity::stage(stage(look), measure)).unwrap_or(0.0);
    if of_stage(Measure::Volume) <= 0.0 && of_stage(Measure::AfterDeadline) > 0.0 {
        return Obstacle::Late;
    }
    if loses(look) {
        return Obstacle::Loss;
    }
    let ceiling = open.iter().map(|(index, channel)| ceiling(*index, channel));
    // A single channel without a ceiling brings more for more money, however little.
    let ceilings: Option<Vec<Path>> = ceiling.collect();
    ceilings.and_then(|paths| paths.first().copied()).map_or(Obstacle::Far, |path| Obstacle::Ceiling { path })
}

/// The first number of a channel's way to the goal's stage that is 0.
fn zero(look: Look<'_, '_>, index: u16, channel: &Channel) -> Option<Path> {
    let document = look.plan().document();
    let entry = look.plan().stage(&channel.entry_stage).unwrap_or(0);
    let rates = (entry + 1..=stage(look)).map(|stage| rate_path(document, index, stage));
    core::iter::once(Path::at(Field::FitRate, index))
        .chain(rates)
        .find(|path| document.number(*path) == Some(0.0))
}

/// Whether a profit falls with the money of the mix as it stands; with curves that bend, it does at the latest where
/// its figure is highest.
fn loses(look: Look<'_, '_>) -> bool {
    let document = look.plan().document();
    let bends = |channel: &Channel| ceiling(0, channel).is_some();
    let slope = || Sensitivity::of(look.numbers, Basis::Plan, Quantity::plan(Measure::Profit), 0);
    document.goal.metric == GoalMetric::Profit
        && (document.channels.iter().all(bends) || slope().is_some_and(|slopes| slopes.to_mix() <= 0.0))
}

/// The number that bounds what a channel can bring; none where nothing does.
fn ceiling(index: u16, channel: &Channel) -> Option<Path> {
    let response = channel.response.as_ref()?;
    match response.kind {
        ResponseKind::Linear => None,
        ResponseKind::Saturating | ResponseKind::Hill => Some(Path::at(Field::Ceiling, index)),
        ResponseKind::Doubling => {
            let straight = response.gain.as_ref().is_some_and(|gain| gain.value >= 1.0);
            (!straight).then_some(Path::at(Field::Gain, index))
        }
    }
}
