//! The goal: out of reach, out of proportion, or too late.

use super::threshold::{GOAL_TIMES, LATE_SHARE, LATE_SHARE_SEVERE, NOISE};
use super::{Check, CheckKind, Place, now};
use crate::equations::{goal_quantity, places};
use crate::plan::{Field, Path, Plan};
use crate::quantity::{Measure, Quantity, Reading};
use crate::reading::Numbers;
use alloc::vec::Vec;

pub(super) fn checks(numbers: &Numbers<'_>, found: &mut Vec<Check>) {
    found.extend(unreachable(numbers));
    found.extend(far(numbers));
    found.extend(late(numbers));
}

/// The stage that the goal counts; goals of money count customers.
fn counted_stage(plan: &Plan) -> u16 {
    goal_quantity(plan).stage.unwrap_or_else(|| plan.last_stage())
}

/// The share of the goal's stage that arrives after the deadline, with its volume; none where nothing arrives at all.
pub(super) fn late_share(numbers: &Numbers<'_>) -> Option<(u16, f64, f64)> {
    let stage = counted_stage(numbers.model().plan());
    let volume = |measure| now(numbers, Quantity::stage(stage, measure));
    Some((stage, volume(Measure::AfterDeadline)?, volume(Measure::LateShare)?))
}

fn unreachable(numbers: &Numbers<'_>) -> Option<Check> {
    if numbers.mix().factor().is_some() {
        return None;
    }
    let channels = &numbers.model().plan().document().channels;
    if now(numbers, Quantity::plan(Measure::Media)) == Some(0.0) {
        let active = places(channels.len())
            .zip(channels)
            .find(|(_, channel)| channel.active.unwrap_or(true))
            .map(|(c, _)| c);
        // With every channel switched off, that is what is said instead.
        let place = |channel| Place::Field(Path::at(Field::MonthlyBudget, channel));
        return active.map(|channel| Check::warn(CheckKind::NoBudget { channel }, place(channel)));
    }
    let target = now(numbers, Quantity::plan(Measure::Target))?;
    let reachable = numbers.mix().reachable.filter(|reachable| reachable.is_finite())?;
    let doors = [Measure::Target, Measure::Reachable].map(|measure| Reading::now(Quantity::plan(measure)));
    Some(Check::warn(CheckKind::Unreachable { target, reachable }, Place::Goal).with(doors))
}

fn far(numbers: &Numbers<'_>) -> Option<Check> {
    let goal = &numbers.model().plan().document().goal;
    let target = now(numbers, Quantity::plan(Measure::Target))?;
    let before = goal.reference.or(goal.baseline).filter(|before| *before > 0.0)?;
    let times = target / before;
    let field = if goal.target.is_some() { Field::Target } else { Field::Growth };
    let kind = CheckKind::FarGoal { target, before, times };
    let door = Reading::now(Quantity::plan(Measure::Target));
    (times.is_finite() && times >= GOAL_TIMES - NOISE)
        .then(|| Check::warn(kind, Place::Field(Path::of(field))).with([door]))
}

fn late(numbers: &Numbers<'_>) -> Option<Check> {
    let (stage, late, share) = late_share(numbers).filter(|(_, _, share)| *share > LATE_SHARE)?;
    let kind = CheckKind::LateResults { stage, late, share };
    let place = Place::Field(Path::of(Field::Months));
    let check = if share > LATE_SHARE_SEVERE { Check::warn } else { Check::note };
    let doors = [Measure::AfterDeadline, Measure::LateShare];
    Some(check(kind, place).with(doors.map(|measure| Reading::now(Quantity::stage(stage, measure)))))
}
