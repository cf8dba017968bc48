//! Volumes and prices of every stage, all channels together, and the way back from the goal.

use super::channel::ChannelRows;
use super::{Context, places};
use crate::graph::{One, Reason};
use crate::quantity::{Measure, Quantity};
use alloc::vec::Vec;

pub(crate) fn stages<'b>(context: &Context<'b>, channels: &[ChannelRows<'b>]) {
    let model = context.model;
    let count = context.plan.document().stages.len();
    let volumes: Vec<One<'b>> = places(count).map(|stage| stage_totals(context, channels, stage)).collect();
    // What a unit becomes at the next stage, sum by sum: with it the way back from the goal is one division a stage.
    for ((stage, volume), next) in places(count).zip(&volumes).zip(volumes.iter().skip(1)) {
        let becomes =
            model.define(Quantity::stage(stage, Measure::Yield), next.over(*volume, Reason::NoVolume));
        model.define(Quantity::stage(stage, Measure::Required), next.over(becomes, Reason::NoVolume));
    }
}

/// The sums over the channels at one stage, and what a unit costs there; answers the volume.
fn stage_totals<'b>(context: &Context<'b>, channels: &[ChannelRows<'b>], stage: u16) -> One<'b> {
    let model = context.model;
    let name = |measure| Quantity::stage(stage, measure);
    let sum = |list: Vec<One<'b>>| model.sum(&list);
    let here = || channels.iter().filter_map(|channel| channel.at(stage));
    let volume = model.define(name(Measure::Volume), sum(here().map(|at| at.volume).collect()));
    // What has passed the stage before, of the channels that pass it.
    let passing = || channels.iter().filter(|channel| channel.entry < stage);
    let before = stage.checked_sub(1).map_or_else(Vec::new, |before| {
        passing().filter_map(|channel| channel.at(before)).map(|at| at.volume).collect()
    });
    if !before.is_empty() {
        let converted = passing().filter_map(|channel| channel.at(stage)).map(|at| at.volume).collect();
        let rate =
            model.define(name(Measure::BlendedRate), sum(converted).over(sum(before), Reason::NoVolume));
        model.define(name(Measure::Lost), model.constant(1.0) - rate);
    }
    model.define(name(Measure::VolumePerMonth), volume.over_or_zero(context.horizon));
    let late = model.define(name(Measure::AfterDeadline), sum(here().map(|at| at.after_deadline).collect()));
    model.define(name(Measure::LateShare), late.over(volume + late, Reason::NoVolume));
    let entering = channels.iter().filter(|channel| channel.entry == stage);
    model.define(name(Measure::Bought), sum(entering.map(|channel| channel.bought).collect()));
    let through = || channels.iter().filter(|channel| channel.active && channel.entry <= stage);
    let media = sum(through().map(|channel| channel.totals.parts.media).collect());
    model.define(name(Measure::CostPerUnitMedia), media.over(volume, Reason::NoVolume));
    let cost = sum(through().map(|channel| channel.totals.cost).collect());
    model.define(name(Measure::CostPerUnit), cost.over(volume, Reason::NoVolume));
    for (channel, rows) in places(channels.len()).zip(channels) {
        let Some(at) = rows.at(stage) else { continue };
        let name = |measure| Quantity::channel_stage(channel, stage, measure);
        model.define(
            name(Measure::CostPerUnitMedia),
            rows.totals.parts.media.over(at.volume, Reason::NoVolume),
        );
        model.define(name(Measure::CostPerUnit), rows.totals.cost.over(at.volume, Reason::NoVolume));
    }
    volume
}
