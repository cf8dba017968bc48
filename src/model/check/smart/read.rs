//! Where the numbers of the five letters come from.

use super::{Attainable, Measurable, Relevant, Smart, Specific, Timely};
use crate::check::goal::late_share;
use crate::check::grounds::Grounds;
use crate::check::{Look, rate_path};
use crate::equations::{Model, places};
use crate::plan::{Estimate, GoalMetric, Path, Plan, Source};
use crate::quantity::{Basis, Measure, Quantity};
use crate::reading::Numbers;
use crate::sensitivity::Sensitivity;
use alloc::collections::BTreeSet;

/// Reads the five letters off a plan. What a customer costs and what comes too late is read with the budgets asked for;
/// where no budget reaches the goal, with today's.
#[must_use]
pub fn smart(numbers: &Numbers<'_>, basis: Basis) -> Smart {
    let plan = numbers.model().plan();
    let look = Look::of(numbers, basis);
    let metric = |measure| look.value(Quantity::plan(measure));
    Smart {
        specific: specific(numbers),
        measurable: measurable(numbers),
        attainable: attainable(numbers),
        relevant: Relevant {
            cltv: metric(Measure::Cltv),
            cac: metric(Measure::Cac),
            ltv_to_cac: metric(Measure::CltvToCac),
            roi: metric(Measure::Roi),
        },
        timely: Timely {
            deadline: plan.start().plus(plan.document().months.saturating_sub(1)),
            late_share: late_share(look).map(|(_, _, share)| share),
        },
    }
}

fn specific(numbers: &Numbers<'_>) -> Specific {
    let plan = numbers.model().plan();
    let goal = &plan.document().goal;
    let number = |measure| Look::now(numbers).value(Quantity::plan(measure)).unwrap_or(0.0);
    let counts = matches!(goal.metric, GoalMetric::NewCustomers | GoalMetric::StageVolume);
    Specific {
        metric: goal.metric,
        stage: goal.stage.as_deref().and_then(|id| plan.stage(id)),
        target: number(Measure::Target),
        needed: number(Measure::Needed),
        baseline_known: goal.baseline.is_some() || (counts && goal.reference.is_none()),
    }
}

fn measurable(numbers: &Numbers<'_>) -> Measurable {
    let plan = numbers.model().plan();
    let document = plan.document();
    let entry = |id: &str| plan.stage(id).unwrap_or(0);
    let channels = || {
        places(document.channels.len())
            .zip(&document.channels)
            .filter(|(_, channel)| channel.is_active())
            .map(|(c, channel)| (c, entry(&channel.entry_stage)))
    };
    // Stages above every entry are not part of the plan's way.
    let first = channels().map(|(_, entry)| entry).min().unwrap_or(0);
    let empty = |stage: &u16| {
        Look::now(numbers).value(Quantity::stage(*stage, Measure::Volume)).is_none_or(|volume| volume <= 0.0)
    };
    let rates: BTreeSet<Path> = channels()
        .flat_map(|(c, entry)| (entry + 1..=plan.last_stage()).map(move |k| rate_path(document, c, k)))
        .collect();
    let own = |path: &&Path| document.estimate(**path).is_some_and(|rate| rate.source == Source::Own);
    Measurable {
        empty_stage: (first..=plan.last_stage()).find(empty),
        rates: rates.len(),
        measured: rates.iter().filter(own).count(),
    }
}

fn attainable(numbers: &Numbers<'_>) -> Attainable {
    let grounds = Grounds::of(numbers);
    let (assumed, of) = grounds.assumed_of();
    Attainable {
        factor: numbers.mix().factor(),
        target: Look::now(numbers).value(Quantity::plan(Measure::Target)).unwrap_or(0.0),
        reachable: numbers.mix().reachable.filter(|reachable| reachable.is_finite()),
        best: if numbers.mix().factor().is_none() { best(numbers) } else { None },
        assumed_share: grounds.assumed_share(),
        assumed,
        of,
    }
}

/// What is reached when every range comes out at the end that helps the goal. None where those ends together are no
/// plan, such as a price so low that the ceiling would be passed.
fn best(numbers: &Numbers<'_>) -> Option<f64> {
    let document = numbers.model().plan().document();
    let slopes = Sensitivity::of(numbers, Basis::Plan, Quantity::plan(Measure::Amount), 0)?;
    let mut good = document.clone();
    for path in numbers.model().graph().inputs() {
        let Some((low, high)) = document.estimate(path).and_then(|estimate| estimate.range) else { continue };
        let slope = slopes.to(path);
        if slope != 0.0 {
            good.set(path, Estimate::from(if slope > 0.0 { high } else { low }));
        }
    }
    let model = Model::of(Plan::check(good).ok()?);
    model.graph().evaluate().read(Quantity::plan(Measure::Reached), 0).ok()
}
