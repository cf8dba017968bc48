//! What a number on a screen is: the door behind it opens on that.

use crate::locale::{Lang, term};
use crate::model::plan::{Document, Path};
use crate::model::quantity::{Measure, Reading};

/// What a number on a screen is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject {
    /// A result of the model.
    Result(Reading),
    /// A number that was entered.
    Input(Path),
    /// A sum over all channels that means nothing: a dash.
    NoSum(Measure),
}

impl Subject {
    /// What it is called, with its channel, stage and month.
    #[must_use]
    pub fn name(self, document: &Document, lang: Lang) -> String {
        match self {
            Subject::Result(reading) => term::reading(reading, document, lang),
            Subject::Input(path) => term::path(path, document, lang),
            Subject::NoSum(measure) => term::label(measure, lang).to_owned(),
        }
    }
}

impl From<Reading> for Subject {
    fn from(reading: Reading) -> Subject {
        Subject::Result(reading)
    }
}

impl From<Path> for Subject {
    fn from(path: Path) -> Subject {
        Subject::Input(path)
    }
}
