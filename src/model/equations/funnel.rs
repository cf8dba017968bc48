//! Section 3: from units bought to units at every stage, in time and after the deadline.

use super::Context;
use super::channel::Place;
use crate::graph::{Monthly, One};
use crate::plan::{Field, Path};
use crate::quantity::{Measure, Quantity};
use alloc::vec::Vec;

/// The mean length of a month in days.
const DAYS_PER_MONTH: f64 = 30.4375;

/// A channel at one stage.
#[derive(Clone, Copy)]
pub(crate) struct AtStage<'b> {
    /// Units in each month.
    pub(crate) monthly: Monthly<'b>,
    /// Units within the horizon.
    pub(crate) volume: One<'b>,
    /// Units after the deadline.
    pub(crate) after_deadline: One<'b>,
}

/// The rate into a stage: the channel's own, else the stage's.
pub(crate) fn rate<'b>(context: &Context<'b>, place: Place<'_>, stage: u16) -> One<'b> {
    let own = Path::item(Field::RateOverride, place.index, stage);
    let has_own = context.plan.document().number(own).is_some();
    context.model.input(if has_own { own } else { Path::at(Field::ConversionRate, stage) })
}

/// The time from the entry stage to a stage in months; none when there is no delay on the way.
pub(crate) fn delay<'b>(context: &Context<'b>, place: Place<'_>, stage: u16) -> Option<One<'b>> {
    let model = context.model;
    let on_the_way = (place.entry + 1..=stage).filter_map(|k| model.optional(Path::at(Field::DelayDays, k)));
    let days: Vec<One<'b>> = on_the_way.collect();
    (!days.is_empty()).then(|| {
        let name = Quantity::channel_stage(place.index, stage, Measure::Delay);
        model.define(name, model.sum(&days) / DAYS_PER_MONTH)
    })
}

/// The rate into the last stage by month: min(1, r · σ(t)); none when the season plays no part.
pub(crate) fn seasonal_rate<'b>(context: &Context<'b>, place: Place<'_>, stage: u16) -> Option<Monthly<'b>> {
    let (season, _) = context.calendar.season.filter(|_| stage == context.plan.last_stage())?;
    let name = Quantity::channel(place.index, Measure::SeasonalRate);
    Some(context.model.define(name, (rate(context, place, stage) * season).at_most(1.0)))
}

/// volume(t) of a channel from its entry stage on, for qualified units by month.
pub(crate) fn stages<'b>(
    context: &Context<'b>,
    place: Place<'_>,
    qualified: Monthly<'b>,
) -> Vec<AtStage<'b>> {
    let model = context.model;
    let entry = at_stage(context, place, place.entry, qualified, model.constant(0.0));
    let mut stages = alloc::vec![entry];
    let mut due = qualified;
    for stage in place.entry + 1..=context.plan.last_stage() {
        let rate = rate(context, place, stage);
        let delay = delay(context, place, stage);
        let name = |measure| Quantity::channel_stage(place.index, stage, measure);
        let arriving = delay.map_or(due, |delay| model.define(name(Measure::Arriving), due.delayed(delay)));
        let seasonal = seasonal_rate(context, place, stage);
        let monthly = seasonal.map_or_else(|| arriving * rate, |seasonal| arriving * seasonal);
        let after = delay
            .map_or_else(|| model.constant(0.0), |delay| after_deadline(context, stage, rate, due, delay));
        stages.push(at_stage(context, place, stage, monthly, after));
        // Without a delay what is due is what is there, and one node serves both.
        due = if delay.is_some() { model.define(name(Measure::Due), due * rate) } else { monthly };
    }
    stages
}

/// What arrives after the horizon; the season goes on there.
fn after_deadline<'b>(
    context: &Context<'b>,
    stage: u16,
    rate: One<'b>,
    due: Monthly<'b>,
    delay: One<'b>,
) -> One<'b> {
    let late = due.overdue(delay);
    match context.calendar.season.filter(|_| stage == context.plan.last_stage()) {
        Some((_, season)) => (late * (rate * season).at_most(1.0)).total(),
        None => late.total() * rate,
    }
}

fn at_stage<'b>(
    context: &Context<'b>,
    place: Place<'_>,
    stage: u16,
    monthly: Monthly<'b>,
    after_deadline: One<'b>,
) -> AtStage<'b> {
    let model = context.model;
    let name = |measure| Quantity::channel_stage(place.index, stage, measure);
    let monthly = model.define(name(Measure::MonthlyVolume), monthly);
    AtStage {
        monthly,
        volume: model.define(name(Measure::Volume), monthly.total()),
        after_deadline: model.define(name(Measure::AfterDeadline), after_deadline),
    }
}
