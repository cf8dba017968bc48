//! Tables on their way into a spreadsheet.

use crate::persist::table;
use crate::present::tables::{Cell, Table};

/// A table as a file of comma-separated values.
#[must_use]
pub fn csv(table: &Table) -> String {
    table::csv(cells(table))
}

/// A table as text for the clipboard.
#[must_use]
pub fn tsv(table: &Table) -> String {
    table::tsv(cells(table))
}

fn cells(table: &Table) -> impl Iterator<Item = Vec<table::Cell<'_>>> {
    table.rows.iter().map(|row| row.iter().map(cell).collect())
}

fn cell(cell: &Cell) -> table::Cell<'_> {
    match cell {
        Cell::Text(text) => table::Cell::Text(text),
        Cell::Number(number) => table::Cell::Number(*number),
        Cell::Empty => table::Cell::Empty,
    }
}

#[cfg(test)]
mod tests {
    use super::{csv, tsv};
    use crate::present::tables::{Cell, Table};

    #[test]
    fn every_cell_arrives() {
        let row = vec![Cell::Text("=A".into()), Cell::Number(0.5), Cell::Empty];
        let table = Table { name: String::new(), rows: vec![row] };
        assert_eq!(csv(&table), "\u{feff}'=A,0.5,\r\n");
        assert_eq!(tsv(&table), "'=A\t0.5\t\r\n");
    }
}
