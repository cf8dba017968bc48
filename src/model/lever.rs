//! Levers: which rate holds the goal back most, and what a small step of a rate is worth in money.

use crate::equations::{Model, places};
use crate::graph::Reason;
use crate::plan::{Document, Estimate, Field, Path, Plan};
use crate::quantity::{Basis, Measure, Quantity, Reading};
use crate::reading::Numbers;
use crate::sensitivity::Sensitivity;
use crate::solve::scale_mix;
use alloc::vec::Vec;

/// The small step of a rate that is put into money: a percentage point, a tenth or a hundredth of one, so that it is
/// a step that one would really try.
#[must_use]
pub fn step(rate: f64) -> f64 {
    match rate {
        rate if rate >= 0.05 => 0.01,
        rate if rate >= 0.005 => 0.001,
        _ => 0.0001,
    }
}

/// The rates into a stage: the stage's own, and those of the channels that have one of their own.
fn rates_into(document: &Document, stage: u16) -> impl Iterator<Item = Path> + '_ {
    let own =
        places(document.channels.len()).map(move |channel| Path::item(Field::RateOverride, channel, stage));
    core::iter::once(Path::at(Field::ConversionRate, stage))
        .chain(own)
        .filter(|path| document.number(*path).is_some())
}

/// The stage whose rate would save the most media money if it came to its own P90, or rose by a tenth where it has no
/// range; where the goal is out of reach, the one that would bring the most. None without any rate that matters.
#[must_use]
pub fn weakest_stage(numbers: &Numbers<'_>) -> Option<u16> {
    let document = numbers.model().plan().document();
    let (basis, measure, sign) = match numbers.values(Basis::Required) {
        Some(_) => (Basis::Required, Measure::Media, -1.0),
        None => (Basis::Plan, Measure::Amount, 1.0),
    };
    let slopes = Sensitivity::of(numbers, basis, Quantity::plan(measure), 0)?;
    let room = |path: Path| {
        let value = document.number(path).unwrap_or(0.0);
        let high =
            document.estimate(path).and_then(|estimate| estimate.range).map_or(1.1 * value, |(_, high)| high);
        sign * slopes.to(path) * (high.min(1.0) - value)
    };
    let gain = |stage: u16| rates_into(document, stage).map(room).sum::<f64>();
    let gains: Vec<(u16, f64)> =
        places(document.stages.len()).skip(1).map(|stage| (stage, gain(stage))).collect();
    let best = gains.into_iter().filter(|(_, gain)| *gain > 0.0).max_by(|a, b| a.1.total_cmp(&b.1));
    best.map(|(stage, _)| stage)
}

/// The media money that the goal takes less when every rate into a stage is one [`step`] better: both plans solved.
///
/// # Errors
/// [`Reason::NotReachable`] where the goal is out of reach, [`Reason::NoEffect`] where the stage has no rate.
pub(crate) fn step_worth(numbers: &Numbers<'_>, stage: u16) -> Result<f64, Reason> {
    let document = numbers.model().plan().document();
    let rate = document.number(Path::at(Field::ConversionRate, stage)).ok_or(Reason::NoEffect)?;
    let now = numbers.read(Reading::required(Quantity::plan(Measure::Media)))?;
    let mut better = document.clone();
    for path in rates_into(document, stage) {
        let raised = (document.number(path).unwrap_or(0.0) + step(rate)).min(1.0);
        better.set(path, Estimate::from(raised));
    }
    let model = Model::of(Plan::check(better).map_err(|_| Reason::NoEffect)?);
    let mix = scale_mix(&model);
    let then = mix.scaled().ok_or(Reason::NotReachable)?.read(Quantity::plan(Measure::Media), 0)?;
    Ok(now - then)
}
