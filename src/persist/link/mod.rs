//! A plan in a link: the whole plan stands behind the `#` of an address, where no server sees it.
//!
//! `p1`, then how many characters follow (three characters), the plan (base64url), `z`. Every character is safe in an
//! address, and the last one is a letter, because linkifiers leave trailing signs out. The length tells a link that
//! was cut off, and ends it whatever is written behind it. Messengers and mail programs wrap, encode and quote links;
//! what loses nothing is undone ([`find`]). A checksum over the whole plan stands between everything else and a reader:
//! a text opens as the plan it was made from, or is refused by name.

mod error;
mod find;
mod p1;
#[cfg(test)]
mod tests;

pub use error::{LinkError, TooLong};

use super::plan_text::{self, Flaw};
use crate::model::plan::{Document, Estimate, Plan};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use std::borrow::Cow;

/// The first characters of a link of the first codec.
const MARK: &str = "p1";
/// The last character.
const END: char = 'z';
/// The most characters that the length counts; what is longer travels as a file.
const LONGEST: u16 = u16::MAX;
/// Longer texts are not searched for a link. A link with every character as `%25xx`, quoted in a mail, is shorter.
const LONGEST_TEXT: usize = 1_000_000;

/// Whether the notes of estimates travel along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notes {
    /// The link holds the plan as it is.
    Kept,
    /// The link holds the plan without them.
    LeftOut,
}

/// The link of a plan, to stand behind the `#` of an address.
///
/// # Errors
/// The plan is too long for a link.
pub fn encode(plan: &Plan, notes: Notes) -> Result<String, TooLong> {
    let document = match notes {
        Notes::Kept => Cow::Borrowed(plan.document()),
        Notes::LeftOut => Cow::Owned(without_notes(plan.document())),
    };
    let body = BASE64.encode(p1::encode(&plan_text::tree_of(&document)));
    let too_long = || TooLong { characters: body.len(), most: usize::from(LONGEST) };
    let length = u16::try_from(body.len()).map_err(|_| too_long())?;
    Ok(format!("{MARK}{}{body}{END}", BASE64.encode(length.to_be_bytes())))
}

/// The address of a page with a link behind its `#`, in the place of whatever stood there.
#[must_use]
pub fn address(page: &str, link: &str) -> String {
    format!("{}#{link}", page.split('#').next().unwrap_or_default())
}

/// The plan of a text that has a link in it: the address, what stands behind its `#`, or words around them.
///
/// # Errors
/// Why it has none. A text never opens as another plan than the one its link was made from.
pub fn decode(text: &str) -> Result<Plan, LinkError> {
    if text.len() > LONGEST_TEXT {
        return Err(LinkError::TooLarge);
    }
    let mut plans = find::links(text).into_iter().map(|link| open(&link?));
    let first = plans.next().ok_or(LinkError::NotALink)?;
    // The same link twice is one, as where a mail shows the address of a link beside it.
    let one = plans.all(|other| other.is_ok() && other == first);
    if one { first } else { Err(LinkError::TwoLinks) }
}

/// Whether a text has something in it that was a link once. What [`decode`] says of it is worth showing.
#[must_use]
pub fn is_in(text: &str) -> bool {
    text.len() <= LONGEST_TEXT && !find::links(text).is_empty()
}

/// The plan of the characters between length and end.
fn open(body: &str) -> Result<Plan, LinkError> {
    let bytes = BASE64.decode(body).map_err(|_| LinkError::Damaged)?;
    let tree = p1::decode(&bytes).map_err(|flaw| match flaw {
        p1::Flaw::TooLarge => LinkError::TooLarge,
        p1::Flaw::Damaged => LinkError::Damaged,
    })?;
    plan_text::of_tree(&tree).map_err(|error| match error.flaw {
        Flaw::Newer { .. } => LinkError::Newer,
        _ => LinkError::Refused(Box::new(error)),
    })
}

fn without_notes(document: &Document) -> Document {
    let mut bare = document.clone();
    for path in document.paths() {
        if let Some(estimate) = document.estimate(path).filter(|estimate| estimate.note.is_some()) {
            bare.set(path, Estimate { note: None, ..estimate.clone() });
        }
    }
    bare
}
