//! What the charts show: the months, the funnel, and the money of every channel beside what it brings.

mod funnel;
mod money;
mod months;

use super::figure::{Amount, Cell, Funnel, Money, Months, NotFinite};
use super::presenter::Presenter;
use crate::locale::screen::plan as say;
use crate::locale::{Lang, number};
use crate::model::quantity::{Basis, Quantity, Reading};
use crate::model::reading::Numbers;

/// A number on an axis of money, in the short form of a language.
#[must_use]
pub fn tick(value: f64, lang: Lang) -> String {
    number::compact(value, lang)
}

/// Revenue, cost and cumulative profit by month, with the budgets asked for; where no budget reaches the goal, with
/// today's, as in the other charts. None where there is nothing to draw.
#[must_use]
pub fn months(numbers: &Numbers<'_>, lang: Lang, basis: Basis) -> Option<Months> {
    months::months(&Presenter::new(numbers, lang, basis)).ok()
}

/// Volumes and losses by stage, channels stacked.
#[must_use]
pub fn funnel(numbers: &Numbers<'_>, lang: Lang, basis: Basis) -> Option<Funnel> {
    funnel::funnel(&Presenter::new(numbers, lang, basis)).ok()
}

/// Money by channel beside value by channel.
#[must_use]
pub fn money(numbers: &Numbers<'_>, lang: Lang, basis: Basis) -> Option<Money> {
    money::money(&Presenter::new(numbers, lang, basis)).ok()
}

impl Presenter<'_, '_> {
    fn number_of(&self, quantity: Quantity) -> f64 {
        self.value(self.reading(quantity)).unwrap_or(0.0)
    }

    /// A number on an axis.
    fn amount(&self, reading: Reading) -> Result<Amount, NotFinite> {
        Amount::new(self.value(reading).unwrap_or(f64::NAN), self.shown(reading))
    }
}

/// Channels that are drawn as one: one of them, or all that have no room of their own.
struct Drawn {
    name: String,
    channels: Vec<u16>,
}

impl Drawn {
    /// The sum over the channels, with its door where it is the number of one channel. It is written as the channels'
    /// numbers are shown, so that all that is drawn adds up.
    fn sum(
        &self,
        presenter: &Presenter<'_, '_>,
        of: impl Fn(u16) -> Quantity,
        shown: &[f64],
        write: impl Fn(f64) -> String,
    ) -> Result<Amount, NotFinite> {
        let sum = self.channels.iter().map(|channel| presenter.number_of(of(*channel))).sum();
        let subject = match self.channels.as_slice() {
            [only] => Some(presenter.reading(of(*only)).into()),
            _ => None,
        };
        let shown = self.channels.iter().filter_map(|channel| shown.get(usize::from(*channel))).sum();
        Amount::new(sum, Cell { text: write(shown), subject })
    }
}

/// The active channels as they are drawn: the largest by a measure by themselves, the others as one.
fn drawn(presenter: &Presenter<'_, '_>, most: usize, by: impl Fn(u16) -> f64) -> Vec<Drawn> {
    let channels = &presenter.document().channels;
    let active = (0u16..).zip(channels).filter(|(_, channel)| channel.is_active());
    let mut all: Vec<u16> = active.map(|(index, _)| index).collect();
    let mut rest = Vec::new();
    if all.len() > most {
        all.sort_by(|a, b| by(*b).total_cmp(&by(*a)));
        rest = all.split_off(most - 1);
        all.sort_unstable();
    }
    let name =
        |channel: u16| channels.get(usize::from(channel)).map_or("", |channel| &channel.name).to_owned();
    let single = all.into_iter().map(|channel| Drawn { name: name(channel), channels: vec![channel] });
    let others = (!rest.is_empty())
        .then(|| Drawn { name: say::others(presenter.lang, rest.len()), channels: rest.clone() });
    single.chain(others).collect()
}
