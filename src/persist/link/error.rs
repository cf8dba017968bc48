//! Why a text is no link, and a plan has none.

use super::super::plan_text::PlanError;
use core::fmt;

/// Why a text does not open as a plan.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkError {
    /// There is no link of ours in it.
    NotALink,
    /// Characters are missing at its end or inside.
    CutOff,
    /// Characters were changed.
    Damaged,
    /// Something wrote all of it in small or in capital letters.
    CaseChanged,
    /// A newer version of this program made it.
    Newer,
    /// The text, or what it holds, is larger than any plan's.
    TooLarge,
    /// There are several links in it, and they are not the same.
    TwoLinks,
    /// The link is whole, but what it holds breaks a rule of plans.
    Refused(Box<PlanError>),
}

impl LinkError {
    /// The stable code, for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            LinkError::NotALink => "not_a_link",
            LinkError::CutOff => "link_cut_off",
            LinkError::Damaged => "link_damaged",
            LinkError::CaseChanged => "link_case_changed",
            LinkError::Newer => "link_newer",
            LinkError::TooLarge => "link_too_large",
            LinkError::TwoLinks => "two_links",
            LinkError::Refused(_) => "link_refused",
        }
    }
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            LinkError::NotALink => "There is no link of a plan in the text.",
            LinkError::CutOff => "A part of the link is missing.",
            LinkError::Damaged => "The link was changed on its way.",
            LinkError::CaseChanged => "Small and capital letters of the link were made alike.",
            LinkError::Newer => "A newer version of this program made the link.",
            LinkError::TooLarge => "The text is larger than any link of a plan.",
            LinkError::TwoLinks => "There are several links in the text.",
            LinkError::Refused(error) => return error.fmt(f),
        })
    }
}

impl std::error::Error for LinkError {}

/// A plan that is too long for a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// The characters it takes.
    pub characters: usize,
    /// The most that a link has.
    pub most: usize,
}

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "The link would have {} characters; it can have {}.", self.characters, self.most)
    }
}

impl std::error::Error for TooLong {}
