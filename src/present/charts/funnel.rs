//! What goes in, what comes through, and what is lost between the stages.

use super::{Drawn, drawn};
use crate::locale::number;
use crate::locale::screen::plan as say;
use crate::locale::term::notation;
use crate::model::lever;
use crate::model::quantity::{Basis, Measure, Quantity, Reading};
use crate::present::figure::{
    Amount, Cell, Funnel, FunnelColumns, FunnelPart, FunnelStage, Heading, NotFinite,
};
use crate::present::presenter::Presenter;
use crate::present::sentence::Shown;

/// Channels beyond these are drawn as one.
const CHANNELS: usize = 5;

pub(super) fn funnel(presenter: &Presenter<'_, '_>) -> Result<Funnel, NotFinite> {
    let lang = presenter.lang;
    let count = u16::try_from(presenter.document().stages.len()).unwrap_or(0);
    let total = |stage: &u16| presenter.number_of(Quantity::stage(*stage, Measure::Volume));
    let Some(first) = (0..count).find(|stage| total(stage) > 0.0) else { return Err(NotFinite) };
    let spent = |channel| presenter.number_of(Quantity::channel(channel, Measure::Media));
    let channels = drawn(presenter, CHANNELS, spent);
    let weakest = lever::weakest_stage(presenter.numbers);
    let stage = |stage: u16| stage_of(presenter, stage, first, weakest, &channels);
    let stages: Vec<FunnelStage> = (first..count).map(stage).collect::<Result<_, _>>()?;
    let steps: Vec<String> =
        stages.iter().map(|stage| format!("{} {}", stage.name, stage.volume.text())).collect();
    Ok(Funnel {
        heading: Heading {
            title: title(presenter, first, count).into(),
            unit: say::funnel_unit(lang, presenter.document().months),
            description: say::funnel_told(lang, steps.join(notation::list_mark(lang))),
        },
        scale_note: say::funnel_scale(lang).into(),
        columns: FunnelColumns {
            stage: say::stage(lang).into(),
            volume: say::volume(lang).into(),
            conversion: say::conversion(lang).into(),
            loss: say::loss(lang).into(),
        },
        channels: channels.into_iter().map(|drawn| drawn.name).collect(),
        stages,
    })
}

/// Where most is lost.
fn title(presenter: &Presenter<'_, '_>, first: u16, count: u16) -> String {
    let rate = |stage: &u16| presenter.value(rate_into(presenter, *stage)).unwrap_or(1.0);
    let worst = (first + 1..count).min_by(|a, b| rate(a).total_cmp(&rate(b)));
    worst.map_or_else(
        || say::funnel_empty(presenter.lang).into(),
        |worst| {
            let (from, to) = (presenter.stage_name(worst - 1), presenter.stage_name(worst));
            say::funnel_title(presenter.lang, from, to)
        },
    )
}

fn rate_into(presenter: &Presenter<'_, '_>, stage: u16) -> Reading {
    presenter.reading(Quantity::stage(stage, Measure::BlendedRate))
}

fn stage_of(
    presenter: &Presenter<'_, '_>,
    stage: u16,
    first: u16,
    weakest: Option<u16>,
    channels: &[Drawn],
) -> Result<FunnelStage, NotFinite> {
    let rate = rate_into(presenter, stage);
    let lost = presenter.reading(Quantity::stage(stage, Measure::Lost));
    let is_step = stage > first && presenter.value(rate).is_ok();
    let told = |lost: Shown| Shown { text: say::lost(presenter.lang, lost.text), ..lost };
    let shown = presenter.parts(Measure::Volume, Some(stage), presenter.basis);
    let part = |(channel, drawn): (usize, &Drawn)| {
        let of = |channel| Quantity::channel_stage(channel, stage, Measure::Volume);
        Ok(FunnelPart { channel, volume: drawn.sum(presenter, of, &shown, number::count)? })
    };
    Ok(FunnelStage {
        name: presenter.stage_name(stage).into(),
        volume: volume(presenter, stage)?,
        conversion: is_step.then(|| presenter.shown(rate).into()),
        loss: is_step.then(|| Cell::from(told(presenter.shown(lost)))),
        weakest: weakest == Some(stage),
        parts: channels.iter().enumerate().map(part).collect::<Result<_, _>>()?,
    })
}

/// How many there are of a stage; what the goal takes has a name of its own.
fn volume(presenter: &Presenter<'_, '_>, stage: u16) -> Result<Amount, NotFinite> {
    presenter.amount(match presenter.basis {
        Basis::Required => Reading::required(Quantity::stage(stage, Measure::Required)),
        Basis::Plan => presenter.reading(Quantity::stage(stage, Measure::Volume)),
    })
}
