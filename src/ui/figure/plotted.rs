//! The charts of the views, one behaviour for all.

use crate::chart::{self, Drawing, Size, Theme};
use crate::locale::Lang;
use crate::present::Subject;
use crate::present::budget::{Curves, Frontier};
use crate::present::charts::tick;
use crate::present::figure::{Funnel, Heading, Money, Months, Table};
use crate::ui::share::Sheet;

/// A chart with its numbers.
#[derive(Clone, Debug, PartialEq)]
pub enum Plotted {
    /// Revenue, cost and profit by month, with the language of its axis.
    Months(Months, Lang),
    /// Volumes and losses by stage.
    Funnel(Funnel),
    /// Money by channel beside what it brings.
    Money(Money),
    /// What every channel takes and brings.
    Curves(Curves),
    /// The best result for every total, with the language of its axes.
    Frontier(Frontier, Lang),
}

impl Plotted {
    /// Title, unit and description.
    #[must_use]
    pub fn heading(&self) -> &Heading {
        match self {
            Plotted::Months(figure, _) => &figure.heading,
            Plotted::Funnel(figure) => &figure.heading,
            Plotted::Money(figure) => &figure.heading,
            Plotted::Curves(figure) => &figure.heading,
            Plotted::Frontier(figure, _) => &figure.heading,
        }
    }

    /// The same numbers as rows.
    #[must_use]
    pub fn table(&self) -> Table {
        match self {
            Plotted::Months(figure, _) => figure.table(),
            Plotted::Funnel(figure) => figure.table(),
            Plotted::Money(figure) => figure.table(),
            Plotted::Curves(figure) => figure.table(),
            Plotted::Frontier(figure, _) => figure.table(),
        }
    }

    /// The table of the plan that goes into a spreadsheet with it; none where the numbers are not the plan's.
    #[must_use]
    pub fn sheet(&self) -> Option<Sheet> {
        match self {
            Plotted::Months(..) => Some(Sheet::Months),
            Plotted::Funnel(_) => Some(Sheet::Stages),
            Plotted::Money(_) => Some(Sheet::Channels),
            Plotted::Curves(_) | Plotted::Frontier(..) => None,
        }
    }

    /// What the door of a datum opens.
    #[must_use]
    pub fn subject(&self, datum: usize) -> Option<Subject> {
        match self {
            Plotted::Months(figure, _) => figure.subject(datum),
            Plotted::Funnel(figure) => figure.subject(datum),
            Plotted::Money(figure) => figure.subject(datum),
            Plotted::Curves(_) | Plotted::Frontier(..) => None,
        }
    }

    /// The picture.
    #[must_use]
    pub fn draw(&self, size: Size, theme: Theme) -> Drawing {
        match self {
            Plotted::Months(figure, lang) => chart::months(figure, size, theme, &|value| tick(value, *lang)),
            Plotted::Funnel(figure) => chart::funnel(figure, size, theme),
            Plotted::Money(figure) => chart::money(figure, size, theme),
            Plotted::Curves(figure) => chart::curves(figure, size, theme),
            Plotted::Frontier(figure, lang) => {
                chart::frontier(figure, size, theme, &|value| tick(value, *lang))
            }
        }
    }
}
