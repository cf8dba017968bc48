//! Why a file was not opened, in words.

use crate::locale::screen::{file as say, link};
use crate::locale::term::notation;
use crate::locale::{Lang, fault};
use crate::model::plan::Fault;
use crate::persist::backup::LONGEST;
use crate::persist::link::LinkError;
use crate::persist::picture::PictureError;
use crate::persist::plan_text::{Flaw, PlanError, Shape};
use crate::web::file::FileError;

/// Why a file was not opened.
#[derive(Clone, Debug, PartialEq)]
pub enum Unopened {
    /// The browser did not give it.
    NotRead,
    /// It is longer than any backup.
    TooLong,
    /// It is a backup of a newer version of this program.
    NewerBackup(u64),
    /// Its text is not a plan.
    Flaw(Box<PlanError>),
    /// It is a picture that has no plan.
    Picture(PictureError),
}

impl From<FileError> for Unopened {
    fn from(error: FileError) -> Unopened {
        match error {
            FileError::TooLong => Unopened::TooLong,
            FileError::Unreadable => Unopened::NotRead,
        }
    }
}

impl Unopened {
    /// The place in the file, such as `channels[1].fit_rate`; none when the whole file is meant.
    #[must_use]
    pub fn place(&self) -> Option<&str> {
        match self {
            Unopened::Flaw(error) => Some(error.path.as_str()).filter(|path| !path.is_empty()),
            Unopened::NotRead | Unopened::TooLong | Unopened::NewerBackup(_) | Unopened::Picture(_) => None,
        }
    }
}

/// What is wrong, in one sentence.
#[must_use]
pub fn sentence(unopened: &Unopened, lang: Lang) -> String {
    match unopened {
        Unopened::NotRead => say::not_read(lang).into(),
        Unopened::TooLong => say::too_long(lang, LONGEST / 1_000_000),
        Unopened::NewerBackup(version) => say::newer_backup(lang, version),
        Unopened::Flaw(error) => flaw(error, lang),
        Unopened::Picture(PictureError::Link(error)) => link_sentence(error, lang),
        Unopened::Picture(PictureError::NotAPicture | PictureError::NoPlan) => say::no_plan(lang).into(),
    }
}

/// Why a link does not open and what to do, in one or two sentences.
#[must_use]
pub fn link_sentence(error: &LinkError, lang: Lang) -> String {
    let words = match error {
        LinkError::NotALink => link::not_a_link,
        LinkError::CutOff => link::cut_off,
        LinkError::Damaged => link::damaged,
        LinkError::CaseChanged => link::case_changed,
        LinkError::Newer => link::newer,
        LinkError::TooLarge => link::too_large,
        LinkError::TwoLinks => link::two_links,
        LinkError::Refused(error) => return format!("{}{}", link::refused(lang), flaw(error, lang)),
    };
    words(lang).into()
}

/// What is wrong with the text of a plan, in one sentence.
#[must_use]
pub fn flaw(error: &PlanError, lang: Lang) -> String {
    match &error.flaw {
        Flaw::TooLong { most, .. } => say::too_long(lang, most / 1_000_000),
        Flaw::TooDeep { most } => say::too_deep(lang, most),
        Flaw::NotJson { line, column } => say::not_json(lang, line, column),
        Flaw::Empty => say::empty(lang).into(),
        Flaw::Trailing { line, column } => say::trailing(lang, line, column),
        Flaw::NotAPlan => say::not_a_plan(lang).into(),
        Flaw::Newer { version } => say::newer(lang, version),
        Flaw::DuplicateField => say::duplicate_field(lang).into(),
        Flaw::UnknownField => say::unknown_field(lang).into(),
        Flaw::MissingField => say::missing_field(lang).into(),
        Flaw::WrongType { found, expected } => {
            say::wrong_type(lang, shape(*found, lang), shape(*expected, lang))
        }
        Flaw::UnknownChoice { found, allowed } => {
            say::unknown_choice(lang, found, allowed.join(notation::list_mark(lang)))
        }
        Flaw::HalfRange => say::half_range(lang).into(),
        Flaw::Rule(kind) => {
            fault::message(&Fault { path: error.path.clone(), kind: kind.clone() }, None, lang)
        }
    }
}

fn shape(shape: Shape, lang: Lang) -> &'static str {
    match shape {
        Shape::Null => say::null(lang),
        Shape::Flag => say::flag(lang),
        Shape::Number => say::number(lang),
        Shape::WholeNumber => say::whole_number(lang),
        Shape::Estimate => say::estimate(lang),
        Shape::Text => say::text(lang),
        Shape::Phasing => say::phasing(lang),
        Shape::List => say::list(lang),
        Shape::Object => say::object(lang),
    }
}
