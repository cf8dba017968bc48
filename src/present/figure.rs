//! What a chart needs and nothing else: finished strings, and numbers that are finite by construction.
//!
//! View models fill these types; `chart/` turns them into pictures and `Table` into rows, so a picture
//! and its table can never tell two stories. Nothing here formats a number or knows a language.

mod cell;

use super::sentence::Sentence;
use super::subject::Subject;
use crate::locale::number::DASH;
pub use cell::{Amount, Cell, NotFinite, Table, TableRow};

/// What is said about a figure as a whole.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Heading {
    /// One sentence with the finding, e.g. 「第 4 個月回本」.
    pub title: Sentence,
    /// What is counted and in which unit, e.g. 「每月，新台幣」.
    pub unit: String,
    /// The figure told in words, for those who do not see it.
    pub description: String,
}

/// Volumes from the top of the funnel to the customer, with what is lost at each step.
#[derive(Debug, Clone, PartialEq)]
pub struct Funnel {
    /// Title, unit and description.
    pub heading: Heading,
    /// One sentence that says how lengths are to be read: they grow with the logarithm of the volume.
    pub scale_note: String,
    /// Headings of the table.
    pub columns: FunnelColumns,
    /// Names of the channels that [`FunnelPart::channel`] points at.
    pub channels: Vec<String>,
    /// Stages from the top of the funnel to the customer.
    pub stages: Vec<FunnelStage>,
}

/// Table headings of a [`Funnel`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FunnelColumns {
    /// Heading of the stage names.
    pub stage: String,
    /// Heading of the volumes.
    pub volume: String,
    /// Heading of the conversions.
    pub conversion: String,
    /// Heading of the losses.
    pub loss: String,
}

/// One stage of a [`Funnel`].
#[derive(Debug, Clone, PartialEq)]
pub struct FunnelStage {
    /// The stage's name.
    pub name: String,
    /// All channels together; a negative volume is drawn as none.
    pub volume: Amount,
    /// Share of the previous stage that arrives, e.g. 「2%」; absent where it means nothing.
    pub conversion: Option<Cell>,
    /// What is lost on the way here, e.g. 「流失 98%」.
    pub loss: Option<Cell>,
    /// Whether this is the step that holds the goal back most.
    pub weakest: bool,
    /// What each channel brings, in stacking order.
    pub parts: Vec<FunnelPart>,
}

/// One channel's share of a [`FunnelStage`].
#[derive(Debug, Clone, PartialEq)]
pub struct FunnelPart {
    /// Index into [`Funnel::channels`].
    pub channel: usize,
    /// What the channel brings to the stage.
    pub volume: Amount,
}

impl Funnel {
    /// The name of a channel; empty when the index points nowhere.
    #[must_use]
    pub fn channel(&self, index: usize) -> &str {
        self.channels.get(index).map_or("", String::as_str)
    }

    /// What the door of a stage opens, by its place among the stages.
    #[must_use]
    pub fn subject(&self, datum: usize) -> Option<Subject> {
        self.stages.get(datum)?.volume.cell().subject
    }

    /// The figure as a table; channels get columns of their own when there are several.
    #[must_use]
    pub fn table(&self) -> Table {
        let channels = if self.channels.len() > 1 { self.channels.as_slice() } else { &[] };
        let mut columns = vec![self.columns.stage.clone(), self.columns.volume.clone()];
        columns.extend_from_slice(channels);
        columns.extend([self.columns.conversion.clone(), self.columns.loss.clone()]);
        let rows = self.stages.iter().map(|stage| stage.row(channels.len())).collect();
        Table { caption: self.heading.title.text(), columns, rows }
    }
}

impl FunnelStage {
    fn row(&self, channels: usize) -> TableRow {
        let mut cells = vec![self.volume.cell().clone()];
        cells.extend((0..channels).map(|channel| {
            let part = self.parts.iter().find(|part| part.channel == channel);
            part.map_or_else(|| DASH.into(), |part| part.volume.cell().clone())
        }));
        cells.extend([&self.conversion, &self.loss].map(|cell| cell.clone().unwrap_or_else(|| DASH.into())));
        TableRow { name: self.name.clone(), cells }
    }
}

/// Revenue and cost of each month beside the profit they add up to.
#[derive(Debug, Clone, PartialEq)]
pub struct Months {
    /// Title, unit and description.
    pub heading: Heading,
    /// Names of the series; also the headings of the table.
    pub columns: MonthColumns,
    /// Names of the series at the ends of their lines.
    pub ends: MonthEnds,
    /// The months in order.
    pub months: Vec<Month>,
    /// When the cumulative profit first reaches zero, if it does.
    pub break_even: Option<BreakEven>,
}

/// Names of the series of [`Months`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MonthColumns {
    /// Heading of the month labels.
    pub month: String,
    /// Name of the monthly revenue.
    pub revenue: String,
    /// Heading of the monthly gross profit, which has no line of its own.
    pub gross_profit: String,
    /// Name of the monthly cost.
    pub cost: String,
    /// Name of the cumulative profit.
    pub profit: String,
}

/// Names of the series of [`Months`] where their lines end, beside the numbers of the last month.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MonthEnds {
    /// Name of the last month's revenue.
    pub revenue: String,
    /// Name of the last month's cost.
    pub cost: String,
    /// Name of the cumulative profit.
    pub profit: String,
}

/// One month of [`Months`].
#[derive(Debug, Clone, PartialEq)]
pub struct Month {
    /// Full label, e.g. 「2027 年 1 月」.
    pub label: String,
    /// Label for the axis, e.g. 「1 月」.
    pub short: String,
    /// Revenue of the month.
    pub revenue: Amount,
    /// Gross profit of the month: what revenue leads to the profit by.
    pub gross_profit: Amount,
    /// Cost of the month.
    pub cost: Amount,
    /// Gross profit less cost from the first month to this one.
    pub profit: Amount,
}

/// Where the plan breaks even.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BreakEven {
    /// Index into [`Months::months`]; nothing is marked when it points beyond the last.
    pub month: usize,
    /// What to write there, e.g. 「第 4 個月回本」.
    pub text: String,
}

impl Months {
    /// What the door of a month opens: the profit up to it.
    #[must_use]
    pub fn subject(&self, datum: usize) -> Option<Subject> {
        self.months.get(datum)?.profit.cell().subject
    }

    /// The figure as a table.
    #[must_use]
    pub fn table(&self) -> Table {
        let MonthColumns { month, revenue, gross_profit, cost, profit } = self.columns.clone();
        let row = |month: &Month| TableRow {
            name: month.label.clone(),
            cells: [&month.revenue, &month.gross_profit, &month.cost, &month.profit]
                .map(|amount| amount.cell().clone())
                .to_vec(),
        };
        Table {
            caption: self.heading.title.text(),
            columns: vec![month, revenue, gross_profit, cost, profit],
            rows: self.months.iter().map(row).collect(),
        }
    }
}

/// The money each channel takes beside the money it brings.
#[derive(Debug, Clone, PartialEq)]
pub struct Money {
    /// Title, unit and description.
    pub heading: Heading,
    /// Names of the two sides; also the headings of the table.
    pub columns: MoneyColumns,
    /// Channels in drawing order; what is too much to show is grouped before it comes here.
    pub channels: Vec<ChannelMoney>,
}

/// Names of the sides of [`Money`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MoneyColumns {
    /// Heading of the channel names.
    pub channel: String,
    /// Name of the money spent.
    pub cost: String,
    /// Name of the money brought in.
    pub value: String,
}

/// One channel of [`Money`].
#[derive(Debug, Clone, PartialEq)]
pub struct ChannelMoney {
    /// The channel's name.
    pub name: String,
    /// What it costs.
    pub cost: Amount,
    /// The gross profit it brings.
    pub value: Amount,
}

impl ChannelMoney {
    /// Whether the channel brings less than it takes.
    #[must_use]
    pub const fn loses(&self) -> bool {
        self.value.value() < self.cost.value()
    }
}

impl Money {
    /// What the door of a channel opens: what it brings.
    #[must_use]
    pub fn subject(&self, datum: usize) -> Option<Subject> {
        self.channels.get(datum)?.value.cell().subject
    }

    /// The figure as a table.
    #[must_use]
    pub fn table(&self) -> Table {
        let MoneyColumns { channel, cost, value } = self.columns.clone();
        let row = |channel: &ChannelMoney| TableRow {
            name: channel.name.clone(),
            cells: [&channel.cost, &channel.value].map(|amount| amount.cell().clone()).to_vec(),
        };
        Table {
            caption: self.heading.title.text(),
            columns: vec![channel, cost, value],
            rows: self.channels.iter().map(row).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(value: f64, text: &str) -> Amount {
        Amount::new(value, text).unwrap()
    }

    #[test]
    fn an_amount_refuses_what_has_no_place_on_an_axis() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert_eq!(Amount::new(value, "x"), Err(NotFinite));
        }
        assert_eq!(amount(-1.5, "−1.5").value(), -1.5);
    }

    #[test]
    fn a_funnel_table_has_a_column_per_channel_and_a_dash_where_one_is_absent() {
        let stage = |name: &str, conversion: Option<&str>, parts: Vec<FunnelPart>| FunnelStage {
            name: name.into(),
            volume: amount(3.0, "3"),
            conversion: conversion.map(Into::into),
            loss: None,
            weakest: false,
            parts,
        };
        let funnel = Funnel {
            heading: Heading { title: "t".into(), ..Heading::default() },
            scale_note: String::new(),
            columns: FunnelColumns {
                stage: "S".into(),
                volume: "V".into(),
                conversion: "C".into(),
                loss: "L".into(),
            },
            channels: vec!["A".into(), "B".into()],
            stages: vec![stage(
                "top",
                Some("2%"),
                vec![FunnelPart { channel: 1, volume: amount(3.0, "three") }],
            )],
        };
        let table = funnel.table();
        assert_eq!(table.columns, ["S", "V", "A", "B", "C", "L"]);
        let [row] = table.rows.as_slice() else { panic!("one stage, one row") };
        assert_eq!(row.name, "top");
        let texts: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(texts, ["3", DASH, "three", "2%", DASH]);
    }

    #[test]
    fn a_channel_loses_when_it_brings_less_than_it_takes() {
        let channel =
            |cost, value| ChannelMoney { name: "A".into(), cost: amount(cost, ""), value: amount(value, "") };
        assert!(channel(2.0, 1.0).loses());
        assert!(!channel(1.0, 1.0).loses());
    }
}
