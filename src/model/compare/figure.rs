//! The number that is compared, so named that it can be found in either plan.

use crate::equations::{Model, goal_quantity};
use crate::graph::Reason;
use crate::plan::{Path, Plan};
use crate::quantity::{Basis, Group, Ids, Measure, Quantity, Reading, Unit};
use crate::reading::{Numbers, read};
use crate::sensitivity::Sensitivity;
use alloc::string::String;
use alloc::vec::Vec;

/// A number of a plan, named by ids.
#[derive(Clone, Debug)]
pub(super) struct Figure {
    measure: Measure,
    channel: Option<String>,
    stage: Option<String>,
    month: Option<u16>,
    basis: Basis,
}

impl Figure {
    pub(super) fn of(reading: Reading, plan: &Plan) -> Figure {
        let Reading { quantity: Quantity { measure, channel, stage }, month, basis } = reading;
        let channel = channel.and_then(|channel| plan.channel_id(channel)).map(String::from);
        let stage = stage.and_then(|stage| plan.stage_id(stage)).map(String::from);
        Figure { measure, channel, stage, month, basis }
    }

    /// Where the number is in a plan; none where it does not have the channel, the stage or the month.
    fn reading(&self, plan: &Plan) -> Option<Reading> {
        let found = |id: &Option<String>, find: &dyn Fn(&str) -> Option<u16>| match id {
            Some(id) => find(id).map(Some),
            None => Some(None),
        };
        let channel = found(&self.channel, &|id| plan.channel(id))?;
        let stage = found(&self.stage, &|id| plan.stage(id))?;
        let has_month = self.month.is_none_or(|month| usize::from(month) < plan.months());
        let quantity = Quantity { measure: self.measure, channel, stage };
        has_month.then_some(Reading { quantity, month: self.month, basis: self.basis })
    }

    fn month(&self) -> usize {
        usize::from(self.month.unwrap_or(0))
    }

    /// The number in a plan.
    pub(super) fn read(&self, plan: Plan) -> Result<f64, Reason> {
        let reading = self.reading(&plan).ok_or(Reason::NoEffect)?;
        let model = Model::of(plan);
        if self.is_solved() || self.basis == Basis::Required {
            return Numbers::of(&model).read(reading);
        }
        read(&model, &model.graph().evaluate(), reading.quantity, self.month())
    }

    /// The number in a plan with its slopes to some numbers of the plan; none where it or a slope is undefined.
    pub(super) fn slopes(&self, plan: Plan, paths: &[Path]) -> Option<(f64, Vec<f64>)> {
        let reading = self.reading(&plan)?;
        let model = Model::of(plan);
        let numbers = Numbers::of(&model);
        let slopes = Sensitivity::of(&numbers, self.basis, reading.quantity, self.month())?;
        let value = numbers.read(reading).ok()?;
        let slopes: Vec<f64> = paths.iter().map(|path| slopes.to(*path)).collect();
        slopes.iter().all(|slope| slope.is_finite()).then_some((value, slopes))
    }

    /// Whether the number is found by working backwards and not by a formula.
    fn is_solved(&self) -> bool {
        use Measure::{MixFactor, Reachable, Required, StepWorth};
        matches!(self.measure, MixFactor | Reachable | StepWorth | Required)
    }
}

/// Whether the number of a measure is one of the same thing in both plans: what speaks of the goal is said in the goal's
/// figure.
pub(super) fn is_of_one_figure(measure: Measure, from: &Plan, to: &Plan) -> bool {
    let speaks_of_goal =
        measure.group() == Group::Goal && measure.unit() != Unit::Rate && measure != Measure::MixFactor;
    let figure = |plan: &Plan| {
        let quantity = goal_quantity(plan);
        (quantity.measure, quantity.stage.and_then(|stage| plan.stage_id(stage)).map(String::from))
    };
    !speaks_of_goal || figure(from) == figure(to)
}
