//! The goal: out of reach, out of proportion, or too late.

use super::threshold::{GOAL_TIMES, LATE_SHARE, LATE_SHARE_SEVERE, NOISE};
use super::{Check, CheckKind, Look, Obstacle, Place, obstacle};
use crate::equations::goal_quantity;
use crate::plan::{Field, Path, Plan};
use crate::quantity::{Measure, Quantity, Reading};
use crate::reading::Numbers;
use alloc::vec::Vec;

pub(super) fn checks(look: Look<'_, '_>, found: &mut Vec<Check>) {
    found.extend(unreachable(look.numbers));
    found.extend(far(look.numbers));
    found.extend(late(look));
}

/// The stage that the goal counts; goals of money count customers.
fn counted_stage(plan: &Plan) -> u16 {
    goal_quantity(plan).stage.unwrap_or_else(|| plan.last_stage())
}

/// The share of the goal's stage that arrives after the deadline, with its volume; none where nothing arrives at all.
pub(super) fn late_share(look: Look<'_, '_>) -> Option<(u16, f64, f64)> {
    let stage = counted_stage(look.plan());
    let volume = |measure| look.value(Quantity::stage(stage, measure));
    Some((stage, volume(Measure::AfterDeadline)?, volume(Measure::LateShare)?))
}

fn unreachable(numbers: &Numbers<'_>) -> Option<Check> {
    let obstacle = obstacle(numbers)?;
    let kind = match obstacle {
        // That is said of the channels, which are all switched off.
        Obstacle::NoChannel { .. } => return None,
        Obstacle::NoBudget { channel } => {
            return Some(Check::warn(CheckKind::NoBudget { channel }, obstacle.place()));
        }
        _ => CheckKind::Unreachable {
            target: now(numbers, Measure::Target)?,
            reachable: numbers.mix().reachable.filter(|reachable| reachable.is_finite())?,
            obstacle,
        },
    };
    let doors = [Measure::Target, Measure::Reachable].map(|measure| Reading::now(Quantity::plan(measure)));
    Some(Check::warn(kind, obstacle.place()).with(doors))
}

/// What the goal asks for does not depend on the budgets.
fn now(numbers: &Numbers<'_>, measure: Measure) -> Option<f64> {
    Look::now(numbers).value(Quantity::plan(measure))
}

fn far(numbers: &Numbers<'_>) -> Option<Check> {
    let goal = &numbers.model().plan().document().goal;
    let target = now(numbers, Measure::Target)?;
    let before = goal.reference.or(goal.baseline).filter(|before| *before > 0.0)?;
    let times = target / before;
    let field = if goal.target.is_some() { Field::Target } else { Field::Growth };
    let kind = CheckKind::FarGoal { target, before, times };
    let door = Reading::now(Quantity::plan(Measure::Target));
    (times.is_finite() && times >= GOAL_TIMES - NOISE)
        .then(|| Check::warn(kind, Place::Field(Path::of(field))).with([door]))
}

fn late(look: Look<'_, '_>) -> Option<Check> {
    let (stage, late, share) = late_share(look).filter(|(_, _, share)| *share > LATE_SHARE)?;
    let kind = CheckKind::LateResults { stage, late, share };
    let place = Place::Field(Path::of(Field::Months));
    let check = if share > LATE_SHARE_SEVERE { Check::warn } else { Check::note };
    let doors = [Measure::AfterDeadline, Measure::LateShare];
    Some(check(kind, place).with(doors.map(|measure| look.reading(Quantity::stage(stage, measure)))))
}
