//! Two plans brought to one list of channels, so that every plan between them can be written down.

use super::cause::{Cause, is_of_stage, same_stages};
use crate::plan::{Channel, Document, Estimate, Path};
use alloc::string::String;
use alloc::vec::Vec;

/// Two plans with the same channels in the same order: a channel that one of them does not have stands in it without
/// money, cost and volume, which adds nothing to any number of the plan. Without the same stages, each keeps its own.
///
/// Intervals around values are left out of both: no number depends on them, and they need not be around the values of
/// the other plan.
#[derive(Clone, Debug)]
pub(super) struct Union {
    pub(super) from: Document,
    pub(super) to: Document,
    /// The channels that only one of the plans has.
    single: Vec<String>,
}

impl Union {
    pub(super) fn of(from: &Document, to: &Document) -> Union {
        let mut union = Union { from: plain(from), to: plain(to), single: Vec::new() };
        if same_stages(from, to) {
            let (gone, new) = (missing(to, &union.from), missing(from, &union.to));
            union.single = gone.iter().chain(&new).map(|channel| channel.id.clone()).collect();
            union.from.channels.extend(new);
            union.to.channels.extend(gone);
            let ids: Vec<String> = union.from.channels.iter().map(|channel| channel.id.clone()).collect();
            union.to.channels.sort_by_key(|channel| ids.iter().position(|id| *id == channel.id));
        }
        union
    }

    /// The id of a channel by its place in the union.
    pub(super) fn id(&self, channel: u16) -> &str {
        self.from.channels.get(usize::from(channel)).map_or("", |channel| channel.id.as_str())
    }

    /// Whether only one of the plans has a channel.
    pub(super) fn is_single(&self, id: &str) -> bool {
        self.single.iter().any(|single| single == id)
    }

    /// The first plan with some of its differences from the second one undone.
    pub(super) fn with<'c>(&self, causes: impl Iterator<Item = &'c Cause> + Clone) -> Document {
        let mut mixed = self.from.clone();
        // Numbers stand inside of what the others replace.
        for cause in causes.clone() {
            self.replace(&mut mixed, cause);
        }
        for cause in causes {
            if let Cause::Number(path, _) = cause {
                self.copy(&mut mixed, *path);
            }
        }
        mixed
    }

    fn replace(&self, mixed: &mut Document, cause: &Cause) {
        let to = &self.to;
        match cause {
            Cause::Stages => {
                mixed.stages.clone_from(&to.stages);
                mixed.channels.clone_from(&to.channels);
                if is_of_stage(&self.from) || is_of_stage(to) {
                    mixed.goal = to.goal.clone();
                }
            }
            Cause::Goal => mixed.goal = to.goal.clone(),
            Cause::Season => mixed.seasonality.clone_from(&to.seasonality),
            Cause::Months => {
                mixed.start.clone_from(&to.start);
                mixed.months = to.months;
                mixed.phasing = to.phasing.clone();
            }
            Cause::Channel(id) => {
                let other = to.channels.iter().find(|channel| channel.id == *id);
                let own = mixed.channels.iter_mut().find(|channel| channel.id == *id);
                if let (Some(own), Some(other)) = (own, other) {
                    own.clone_from(other);
                }
            }
            _ => {}
        }
    }

    fn copy(&self, mixed: &mut Document, path: Path) {
        match self.to.number(path) {
            Some(number) => _ = mixed.set(path, Estimate::from(number)),
            None => mixed.clear(path),
        }
    }
}

/// The plan without the intervals around its values.
fn plain(document: &Document) -> Document {
    let mut plain = document.clone();
    for path in document.paths() {
        if let Some(estimate) = document.estimate(path) {
            plain.set(path, Estimate::from(estimate.value));
        }
    }
    plain
}

/// The channels of the other plan that a plan does not have, emptied.
fn missing(plan: &Document, other: &Document) -> Vec<Channel> {
    let has = |channel: &&Channel| plan.channels.iter().any(|own| own.id == channel.id);
    let emptied = |channel: &Channel| Channel {
        monthly_budget: 0.0,
        prior_budget: None,
        free_volume: None,
        labour_hours: None,
        fixed_cost: None,
        setup_cost: None,
        ..channel.clone()
    };
    other.channels.iter().filter(|channel| !has(channel)).map(emptied).collect()
}
