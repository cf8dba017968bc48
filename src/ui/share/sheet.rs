//! A plan's tables as texts for spreadsheets.

use crate::locale::Lang;
use crate::model::equations::Model;
use crate::model::plan::Plan;
use crate::model::quantity::Basis;
use crate::model::reading::Numbers;
use crate::present::tables::Tables;
use crate::state::spreadsheet::{csv, tsv};

/// Which table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The channels.
    Channels,
    /// The months.
    Months,
    /// The stages.
    Stages,
    /// The numbers that the plan rests on.
    Assumptions,
}

/// A table, for a file and for the clipboard.
#[derive(Clone, Debug)]
pub struct SheetText {
    /// Comma-separated values.
    pub csv: String,
    /// Tab-separated ones.
    pub tsv: String,
}

/// Writes a table of a plan.
#[must_use]
pub fn sheet(plan: &Plan, sheet: Sheet, lang: Lang, basis: Basis) -> SheetText {
    let model = Model::of(plan.clone());
    let tables = Tables::of(&Numbers::of(&model), lang, basis);
    let table = match sheet {
        Sheet::Channels => tables.channels,
        Sheet::Months => tables.months,
        Sheet::Stages => tables.stages,
        Sheet::Assumptions => tables.assumptions,
    };
    SheetText { csv: csv(&table), tsv: tsv(&table) }
}
