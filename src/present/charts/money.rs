//! The money of every channel beside what it brings.

use super::{Drawn, drawn};
use crate::locale::number;
use crate::locale::screen::plan as say;
use crate::model::quantity::{Measure, Quantity};
use crate::present::figure::{ChannelMoney, Heading, Money, MoneyColumns, NotFinite};
use crate::present::presenter::Presenter;
use crate::present::sentence::{Sentence, Slot};

/// Channels beyond these are drawn as one.
const CHANNELS: usize = 12;

pub(super) fn money(presenter: &Presenter<'_, '_>) -> Result<Money, NotFinite> {
    let lang = presenter.lang;
    let cost = |channel| presenter.number_of(Quantity::channel(channel, Measure::Cost));
    let shown = [Measure::Cost, Measure::GrossProfit]
        .map(|measure| (measure, presenter.parts(measure, None, presenter.basis)));
    let [costs, values] = &shown;
    let row = |drawn: &Drawn| {
        let sum = |(measure, shown): &(Measure, Vec<f64>)| {
            let write = |value| number::money(value, presenter.currency);
            drawn.sum(presenter, |channel| Quantity::channel(channel, *measure), shown, write)
        };
        Ok(ChannelMoney { name: drawn.name.clone(), cost: sum(costs)?, value: sum(values)? })
    };
    let channels: Vec<ChannelMoney> =
        drawn(presenter, CHANNELS, cost).iter().map(row).collect::<Result<_, _>>()?;
    let told: Vec<String> = channels
        .iter()
        .map(|channel| say::money_row(lang, &channel.name, channel.cost.text(), channel.value.text()))
        .collect();
    Ok(Money {
        heading: Heading {
            title: title(presenter),
            unit: say::money_unit(lang, presenter.currency.code()),
            description: say::money_told(lang, told.join(say::between_rows(lang))),
        },
        columns: MoneyColumns {
            channel: say::channel(lang).into(),
            cost: say::cost(lang).into(),
            value: say::gross_profit(lang).into(),
        },
        channels,
    })
}

/// The channel whose money brings back most.
fn title(presenter: &Presenter<'_, '_>) -> Sentence {
    let lang = presenter.lang;
    let channels = &presenter.document().channels;
    let returns = (0u16..).zip(channels).filter_map(|(index, channel)| {
        let roi = presenter.reading(Quantity::channel(index, Measure::Roi));
        Some((presenter.value(roi).ok()?, roi, &channel.name))
    });
    let returns: Vec<_> = returns.collect();
    let best = returns.iter().max_by(|a, b| a.0.total_cmp(&b.0));
    best.map_or_else(
        || say::money_empty(lang).into(),
        |(_, roi, name)| {
            let told = if returns.len() > 1 { say::money_best } else { say::money_only };
            Sentence::compose(&told(lang, name, Slot(0)), &[presenter.shown(*roi)])
        },
    )
}
