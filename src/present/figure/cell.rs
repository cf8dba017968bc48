//! Numbers of a figure and their rows: finished texts, each with its door where it is one number of the plan.

use crate::present::sentence::Shown;
use crate::present::subject::Subject;
use std::fmt;

/// A number was infinite or not a number, so it cannot be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotFinite;

impl fmt::Display for NotFinite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a chart takes finite numbers only")
    }
}

impl std::error::Error for NotFinite {}

/// A finished text.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// What is read.
    pub text: String,
    /// What its door opens; none where there is no number, or the sum of several.
    pub subject: Option<Subject>,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        text.to_owned().into()
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell { text, subject: None }
    }
}

impl From<Shown> for Cell {
    fn from(shown: Shown) -> Cell {
        Cell { text: shown.text, subject: Some(shown.subject) }
    }
}

/// A finite number and the finished text that shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    value: f64,
    cell: Cell,
}

impl Amount {
    /// Pairs a number with its text.
    ///
    /// # Errors
    /// [`NotFinite`] when the number is NaN or infinite: axes have no place for it.
    pub fn new(value: f64, cell: impl Into<Cell>) -> Result<Self, NotFinite> {
        let cell = cell.into();
        if value.is_finite() { Ok(Self { value, cell }) } else { Err(NotFinite) }
    }

    /// The number that decides where it is drawn.
    #[must_use]
    pub const fn value(&self) -> f64 {
        self.value
    }

    /// The text that is read.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.cell.text
    }

    /// The text with its door.
    #[must_use]
    pub const fn cell(&self) -> &Cell {
        &self.cell
    }
}

/// The same numbers as the figure, as rows of finished texts; every row has one cell per column after the first.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The figure's title.
    pub caption: String,
    /// Column headings; the first names the rows.
    pub columns: Vec<String>,
    /// One row per datum, in the figure's order.
    pub rows: Vec<TableRow>,
}

/// A row of a [`Table`].
#[derive(Debug, Clone, PartialEq)]
pub struct TableRow {
    /// What the datum is called.
    pub name: String,
    /// Its numbers.
    pub cells: Vec<Cell>,
}
