//! From which factor on more money brings less and less.

use super::search::LARGEST;
use crate::equations::{Model, places};
use crate::graph::Values;
use crate::plan::{Channel, Field, Path, ResponseKind};
use crate::quantity::{Measure, Quantity};
use alloc::vec::Vec;

/// A curve that bends upwards before it bends downwards.
struct Bend {
    /// The money that it reads, month by month.
    spend: Quantity,
    /// From so much on it only bends downwards.
    from: f64,
}

/// The factor on the budgets from which on volume, revenue and profit are concave in it.
///
/// Everything after the units bought adds and multiplies by what does not depend on money, and so does all before the
/// curves: the carried-over spend of a month is a straight line of the factor. Linear, saturating and doubling curves
/// are concave from the first money on, and so is a hill with a slope of at most 1. What is left are the hills with a
/// steeper slope, up to their point of inflection, and the dependencies, until they are full.
pub(super) fn concave_from(model: &Model, budgets: &[(Path, f64)], values: &mut Values<'_>) -> f64 {
    let bends = bends(model);
    if bends.is_empty() {
        return 0.0;
    }
    let mut spends = |factor: f64| -> Vec<f64> {
        for (path, budget) in budgets {
            values.set(*path, budget * factor);
        }
        values.refresh();
        let row = |bend: &Bend| {
            let spend = bend.spend;
            (0..model.graph().months()).map(move |month| (spend, month))
        };
        bends
            .iter()
            .flat_map(row)
            .map(|(spend, month)| values.read(spend, month).unwrap_or(f64::NAN))
            .collect()
    };
    let (without, with) = (spends(0.0), spends(1.0));
    let thresholds = bends.iter().flat_map(|bend| core::iter::repeat_n(bend.from, model.graph().months()));
    // A month whose spend no factor moves does not bend.
    let factor = |((from, without), with): ((f64, f64), f64)| {
        if with > without { (from - without) / (with - without) } else { 0.0 }
    };
    thresholds.zip(without).zip(with).map(factor).fold(0.0, f64::max).min(LARGEST)
}

fn bends(model: &Model) -> Vec<Bend> {
    let channels = &model.plan().document().channels;
    let active = places(channels.len()).zip(channels).filter(|(_, channel)| channel.is_active());
    active
        .flat_map(|(place, channel)| {
            hill(model, place, channel).into_iter().chain(dependencies(model, place, channel))
        })
        .collect()
}

/// The point of inflection of a/(1 + (h/a)^n) is at h·((n − 1)/(n + 1))^(1/n), for n > 1.
fn hill(model: &Model, place: u16, channel: &Channel) -> Option<Bend> {
    channel.response.as_ref().filter(|response| response.kind == ResponseKind::Hill)?;
    let number = |field| model.plan().document().number(Path::at(field, place));
    let slope = number(Field::Slope).filter(|slope| *slope > 1.0)?;
    let from = number(Field::HalfAt)? * libm::pow((slope - 1.0) / (slope + 1.0), 1.0 / slope);
    let carried = Quantity::channel(place, Measure::EffectiveSpend);
    let spend = if model.graph().find(carried).is_some() {
        carried
    } else {
        Quantity::channel(place, Measure::Spend)
    };
    Some(Bend { spend, from })
}

fn dependencies<'d>(model: &'d Model, place: u16, channel: &'d Channel) -> impl Iterator<Item = Bend> + 'd {
    let plan = model.plan();
    places(channel.depends_on.len()).zip(&channel.depends_on).filter_map(move |(nth, dependency)| {
        let from = plan.document().number(Path::item(Field::FullAt, place, nth))?;
        Some(Bend { spend: Quantity::channel(plan.channel(&dependency.channel)?, Measure::Spend), from })
    })
}
