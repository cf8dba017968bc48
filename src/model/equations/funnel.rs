//! Section 3: from units bought to units at every stage, in time and after the deadline.

use super::Context;
use super::channel::Place;
use crate::graph::{Late, Monthly, One};
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

/// What happens between a stage and the one before it.
struct Conversion<'b> {
    stage: u16,
    /// The channel's own rate, else the stage's.
    rate: One<'b>,
    /// min(1, r · σ(t)) by month, and σ after the horizon; only into the last stage, and only where there is a season.
    seasonal: Option<(Monthly<'b>, Late<'b>)>,
    /// The time from the entry stage in months; none when there is no delay on the way.
    delay: Option<One<'b>>,
}

impl<'b> Conversion<'b> {
    fn into(context: &Context<'b>, place: Place<'_>, stage: u16) -> Conversion<'b> {
        let own = Path::item(Field::RateOverride, place.index, stage);
        let has_own = context.plan.document().number(own).is_some();
        let path = if has_own { own } else { Path::at(Field::ConversionRate, stage) };
        let rate = context.model.input(path);
        let season = context.calendar.season.filter(|_| stage == context.plan.last_stage());
        let seasonal = season.map(|(within, after)| {
            let name = Quantity::channel(place.index, Measure::SeasonalRate);
            (context.model.define(name, (rate * within).at_most(1.0)), after)
        });
        Conversion { stage, rate, seasonal, delay: delay(context, place, stage) }
    }

    /// What has got so far as to be converted, of what is due by the month in which it was bought.
    fn arriving(&self, due: Monthly<'b>) -> Monthly<'b> {
        self.delay.map_or(due, |delay| due.delayed(delay))
    }

    fn converted(&self, arriving: Monthly<'b>) -> Monthly<'b> {
        self.seasonal.map_or_else(|| arriving * self.rate, |(rate, _)| arriving * rate)
    }

    /// What arrives after the horizon; the season goes on there. None without a delay.
    fn after_deadline(&self, due: Monthly<'b>) -> Option<One<'b>> {
        let late = due.overdue(self.delay?);
        Some(match self.seasonal {
            Some((_, season)) => (late * (self.rate * season).at_most(1.0)).total(),
            None => late.total() * self.rate,
        })
    }
}

fn delay<'b>(context: &Context<'b>, place: Place<'_>, stage: u16) -> Option<One<'b>> {
    let model = context.model;
    let on_the_way = (place.entry + 1..=stage).filter_map(|k| model.optional(Path::at(Field::DelayDays, k)));
    let days: Vec<One<'b>> = on_the_way.collect();
    (!days.is_empty()).then(|| {
        let name = Quantity::channel_stage(place.index, stage, Measure::Delay);
        model.define(name, model.sum(&days) / DAYS_PER_MONTH)
    })
}

/// A channel's way from its entry stage to the customer.
pub(crate) struct Way<'b>(Vec<Conversion<'b>>);

impl<'b> Way<'b> {
    pub(crate) fn of(context: &Context<'b>, place: Place<'_>) -> Way<'b> {
        let stages = place.entry + 1..=context.plan.last_stage();
        Way(stages.map(|stage| Conversion::into(context, place, stage)).collect())
    }

    /// The customers by month that come of qualified units by month, and nothing else.
    pub(crate) fn customers(&self, qualified: Monthly<'b>) -> Monthly<'b> {
        let Some((last, between)) = self.0.split_last() else { return qualified };
        let due = between.iter().fold(qualified, |due, conversion| due * conversion.rate);
        last.converted(last.arriving(due))
    }

    /// What comes of qualified units by month at every stage from the entry on, each with its names, and once more at
    /// the last.
    pub(crate) fn stages(
        &self,
        context: &Context<'b>,
        place: Place<'_>,
        qualified: Monthly<'b>,
    ) -> (Vec<AtStage<'b>>, AtStage<'b>) {
        let model = context.model;
        let nothing = || model.constant(0.0);
        let mut here = at_stage(context, place, place.entry, qualified, nothing());
        let mut stages = alloc::vec![here];
        let mut due = qualified;
        for conversion in &self.0 {
            let name = |measure| Quantity::channel_stage(place.index, conversion.stage, measure);
            let arriving = conversion.arriving(due);
            let monthly = conversion.converted(arriving);
            let after = conversion.after_deadline(due);
            // Without a delay what is due is what is there, and one node serves both.
            due = if after.is_some() {
                model.define(name(Measure::Arriving), arriving);
                model.define(name(Measure::Due), due * conversion.rate)
            } else {
                monthly
            };
            here = at_stage(context, place, conversion.stage, monthly, after.unwrap_or_else(nothing));
            stages.push(here);
        }
        (stages, here)
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
