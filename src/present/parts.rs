//! Parts of a whole as they stand on the screen: rounded so that they add up to what is shown of the whole, and the same
//! wherever they are shown.

use super::presenter::Presenter;
use super::sentence::Shown;
use crate::locale::number::{DASH, split};
use crate::model::plan::Channel;
use crate::model::quantity::{Basis, Measure, Quantity, Reading, Unit};
use crate::model::units::whole_units;
use std::collections::BTreeMap;

/// Below this many units of a whole its parts keep their decimal.
const FEW: f64 = 10.0;

impl Presenter<'_, '_> {
    /// What the channels have of something that they share, in the order of the plan.
    #[must_use]
    pub fn parts(&self, measure: Measure, stage: Option<u16>, basis: Basis) -> Vec<f64> {
        let reading = |channel| {
            let quantity = Quantity { measure, channel, stage };
            Reading { quantity, month: None, basis }
        };
        let value = |channel| self.value(reading(channel)).unwrap_or(0.0);
        let channels = (0u16..).take(self.document().channels.len());
        let parts: Vec<f64> = channels.map(|channel| value(Some(channel))).collect();
        // Where one channel is all there is, its number is the plan's.
        let sum = parts.iter().sum();
        let whole = self.value(reading(None)).unwrap_or(sum);
        match (self.numbers.model().unit(reading(None).quantity), basis) {
            (Unit::Count, Basis::Required) => split(&parts, whole_units(whole), 0),
            (Unit::Count, Basis::Plan) if whole < FEW => parts,
            (Unit::Count, Basis::Plan) => split(&parts, whole, 0),
            _ => split(&parts, whole, self.currency.digits()),
        }
    }

    /// A measure of every channel; a dash where it has no meaning.
    pub(super) fn column(&self, measure: Measure) -> Vec<Shown> {
        let shares = |stage, of| self.parts(of, stage, self.basis);
        let mut bought: BTreeMap<u16, Vec<f64>> = BTreeMap::new();
        let shared = matches!(measure, Measure::Media | Measure::Cost | Measure::Customers);
        let shared = shared.then(|| shares(None, measure));
        let shown = |channel: u16| {
            let reading = self.reading(Quantity::channel(channel, measure));
            let entry = self.all_fit(channel).filter(|_| measure == Measure::Bought);
            let of_stage = entry
                .map(|entry| &*bought.entry(entry).or_insert_with(|| shares(Some(entry), Measure::Volume)));
            let part = of_stage.or(shared.as_ref()).and_then(|parts| parts.get(usize::from(channel)));
            let value = self.value(reading).ok().map(|value| part.copied().unwrap_or(value));
            let unit = self.numbers.model().unit(reading.quantity);
            let text =
                value.map_or_else(|| DASH.into(), |value| self.in_times(measure, self.in_unit(value, unit)));
            Shown::new(text, reading)
        };
        (0u16..).take(self.document().channels.len()).map(shown).collect()
    }

    /// A number as it is rounded where parts stand beside their whole; none where it is no such number.
    pub(super) fn as_part(&self, reading: Reading, value: f64) -> Option<f64> {
        let Quantity { measure, channel, stage } = reading.quantity;
        if reading.month.is_some() {
            return None;
        }
        match (measure, channel) {
            // What the goal takes is said in whole units: half a booking does not help.
            (Measure::Required, _) => Some(whole_units(value)),
            (Measure::Volume | Measure::Customers, None) => {
                (reading.basis == Basis::Required).then(|| whole_units(value))
            }
            (Measure::Volume | Measure::Customers, Some(channel))
            | (Measure::Media | Measure::Cost | Measure::GrossProfit, Some(channel)) => {
                self.parts(measure, stage, reading.basis).get(usize::from(channel)).copied()
            }
            (Measure::Bought, Some(channel)) => {
                let entry = self.all_fit(channel)?;
                self.parts(Measure::Volume, Some(entry), reading.basis).get(usize::from(channel)).copied()
            }
            _ => None,
        }
    }

    /// Where all that a channel buys is of the right audience: its entry stage, whose volume is what was bought.
    pub(super) fn all_fit(&self, channel: u16) -> Option<u16> {
        let of: &Channel = self.document().channels.get(usize::from(channel))?;
        let all = of.fit_rate.as_ref().is_none_or(|fit| fit.value == 1.0);
        self.numbers.model().plan().stage(&of.entry_stage).filter(|_| all)
    }
}
