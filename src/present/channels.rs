//! Every channel in a row: its money, what it buys, whom it brings, and what the next money brings.

use super::presenter::Presenter;
use super::sentence::Shown;
use super::subject::What;
use crate::locale::number;
use crate::locale::screen::plan as say;
use crate::locale::term;
use crate::model::quantity::Measure;

/// The channel table.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelTable {
    /// Its caption.
    pub caption: String,
    /// The headings, the first names the rows.
    pub columns: Vec<String>,
    /// A row per channel.
    pub rows: Vec<ChannelRow>,
    /// The sums, where there are several channels.
    pub total: Option<ChannelRow>,
}

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelRow {
    /// The channel's place in the plan; none for the row of sums.
    pub channel: Option<u16>,
    /// Its name.
    pub name: String,
    /// How far it is trusted.
    pub trust: Option<String>,
    /// One cell per column after the first; a dash where a measure has no meaning.
    pub cells: Vec<Shown>,
}

const COLUMNS: [Measure; 8] = [
    Measure::Media,
    Measure::Cost,
    Measure::Bought,
    Measure::UnitCostEffective,
    Measure::Customers,
    Measure::Cac,
    Measure::RoasMarginal,
    Measure::Roi,
];

pub(crate) fn table(presenter: &Presenter<'_, '_>) -> ChannelTable {
    let lang = presenter.lang;
    let channels = &presenter.document().channels;
    let columns = COLUMNS.map(|measure| presenter.column(measure));
    let row = |(index, channel): (u16, &crate::model::plan::Channel)| ChannelRow {
        channel: Some(index),
        name: channel.name.clone(),
        trust: Some(term::trust(channel.trust, lang).into()),
        cells: columns.iter().filter_map(|column| column.get(usize::from(index)).cloned()).collect(),
    };
    // Units of different stages have no sum, and the next money of all channels together is nobody's decision.
    let summed = |measure| match measure {
        Measure::Bought | Measure::UnitCostEffective | Measure::RoasMarginal => {
            Shown::new(number::DASH, What::NoSum(measure))
        }
        measure => presenter.plan(measure),
    };
    let total = (channels.len() > 1).then(|| ChannelRow {
        channel: None,
        name: say::total(lang).into(),
        trust: None,
        cells: COLUMNS.map(summed).to_vec(),
    });
    let headings = COLUMNS.iter().map(|measure| term::label(*measure, lang).to_owned());
    ChannelTable {
        caption: say::channels_caption(lang).into(),
        columns: std::iter::once(say::channel(lang).to_owned()).chain(headings).collect(),
        rows: (0u16..).zip(channels).map(row).collect(),
        total,
    }
}
