//! What a number on a screen is: the door behind it opens on that.

use crate::locale::{Lang, term};
use crate::model::plan::{Document, Path};
use crate::model::quantity::{Measure, Reading};

/// A number on a screen: what it is, and of which plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Subject {
    /// What it is.
    pub what: What,
    /// Of which plan.
    pub side: Side,
}

/// What a number on a screen is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum What {
    /// A result of the model.
    Result(Reading),
    /// A number that was entered.
    Input(Path),
    /// A sum over all channels that means nothing: a dash.
    NoSum(Measure),
}

/// Which plan a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The open plan.
    Plan,
    /// The open plan with the budgets of the answer on the screen.
    Answer,
}

impl Subject {
    /// What it is called, with its channel, stage and month.
    #[must_use]
    pub fn name(self, document: &Document, lang: Lang) -> String {
        match self.what {
            What::Result(reading) => term::reading(reading, document, lang),
            What::Input(path) => term::path(path, document, lang),
            What::NoSum(measure) => term::label(measure, lang).to_owned(),
        }
    }

    /// The same on a side.
    #[must_use]
    pub fn on(self, side: Side) -> Subject {
        Subject { side, ..self }
    }
}

impl From<What> for Subject {
    fn from(what: What) -> Subject {
        Subject { what, side: Side::Plan }
    }
}

impl From<Reading> for Subject {
    fn from(reading: Reading) -> Subject {
        What::Result(reading).into()
    }
}

impl From<Path> for Subject {
    fn from(path: Path) -> Subject {
        What::Input(path).into()
    }
}
