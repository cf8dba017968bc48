//! The lanes of the chain: each channel's part of the stages and of the money, rounded so that the parts add to what is
//! shown of all.

use super::write::Writer;
use super::{LaneCell, LaneView, RateView, StageView};
use crate::locale::number;
use crate::locale::screen::plan as say;
use crate::model::plan::{Field, Path};
use crate::model::quantity::{Measure, Quantity};
use crate::present::sentence::{Sentence, Shown, Slot};

impl Writer<'_, '_, '_> {
    /// A lane for each channel.
    pub(super) fn lanes(&self, channels: &[u16], stages: &[StageView]) -> Vec<LaneView> {
        let units: Vec<Vec<String>> = stages.iter().map(|stage| self.units(channels, stage)).collect();
        let money = self.money(channels);
        let units_of =
            |place: usize| units.iter().filter_map(move |units| units.get(place).cloned()).collect();
        let lane = |(place, (channel, money))| self.lane(channel, stages, units_of(place), money);
        channels.iter().copied().zip(money).enumerate().map(lane).collect()
    }

    /// What the channels bring of a stage.
    fn units(&self, channels: &[u16], stage: &StageView) -> Vec<String> {
        let parts = self.presenter.parts(Measure::Volume, Some(stage.stage), self.presenter.basis);
        let part = |channel: &u16| parts.get(usize::from(*channel)).copied().unwrap_or(0.0);
        channels.iter().map(part).map(number::count).collect()
    }

    /// What goes into the channels.
    fn money(&self, channels: &[u16]) -> Vec<Shown> {
        let presenter = self.presenter;
        let parts = presenter.parts(Measure::Media, None, presenter.basis);
        let shown = |channel: &u16| {
            let part = parts.get(usize::from(*channel)).copied().unwrap_or(0.0);
            let reading = presenter.reading(Quantity::channel(*channel, Measure::Media));
            Shown::new(number::money(part, presenter.currency), reading)
        };
        channels.iter().map(shown).collect()
    }

    fn lane(&self, channel: u16, stages: &[StageView], units: Vec<String>, money: Shown) -> LaneView {
        let presenter = self.presenter;
        let plan = presenter.numbers.model().plan();
        let entry = self.entry(channel);
        let mut customers = presenter.of(Quantity::channel(channel, Measure::Customers));
        // The chain may end before the customer.
        if stages.first().is_some_and(|stage| stage.stage == plan.last_stage()) {
            customers.text = units.first().cloned().unwrap_or_default();
        }
        let money = self.fitting(money, presenter.reading(Quantity::channel(channel, Measure::Media)));
        let cac = presenter.of(Quantity::channel(channel, Measure::Cac));
        let cell = |(at, units): (&StageView, String)| {
            (at.stage >= entry).then(|| self.cell(channel, at.stage, entry, units))
        };
        LaneView {
            channel,
            name: presenter
                .document()
                .channels
                .get(usize::from(channel))
                .map_or("", |c| c.name.as_str())
                .into(),
            brings: Sentence::compose(&say::brings(presenter.lang, Slot(0), Slot(1)), &[customers, cac]),
            stages: stages.iter().zip(units).map(cell).collect(),
            money,
        }
    }

    fn cell(&self, channel: u16, stage: u16, entry: u16, units: String) -> LaneCell {
        let own = Path::item(Field::RateOverride, channel, stage);
        let has_own = self.presenter.document().number(own).is_some();
        let path = if has_own { own } else { Path::at(Field::ConversionRate, stage) };
        let rate = if stage == entry {
            self.price(channel)
        } else {
            RateView {
                input: self.input(path, self.rate_name(stage)),
                editable: has_own,
                note: None,
                weak: false,
            }
        };
        let reading = self.presenter.reading(Quantity::channel_stage(channel, stage, Measure::Volume));
        LaneCell { shown: self.fitting(Shown::new(units, reading), reading), rate: Some(rate) }
    }
}
