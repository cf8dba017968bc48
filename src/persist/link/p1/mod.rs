//! The first codec: a checksum of the plan, what it leans on, and the deflated lists of [`wire`].
//!
//! This codec is frozen. Links that were sent have to open for ever, as the plan they were made from:
//! `tests/golden/links/` holds some of them.

mod digest;
mod estimate;
mod shape;
mod template;
mod wire;

use super::super::plan_text::{self, Tree};
use digest::digest;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

/// The most that is inflated. A plan of 200 channels with ranges and notes everywhere takes half of it.
const LONGEST: usize = 1_000_000;
/// The best that deflate does.
const LEVEL: u8 = 10;

/// Why bytes are not a plan of this codec.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    /// They inflate to more than any plan.
    TooLarge,
    /// They are not what this codec wrote.
    Damaged,
}

/// The bytes of a plan: the shortest of the whole plan and its differences from its template, in either language.
pub(super) fn encode(plan: &Tree) -> Vec<u8> {
    let whole = deflated(plan, None);
    let id = match plan.field("template") {
        Some(Tree::Text(id)) => id.as_str(),
        _ => "",
    };
    let leaning = template::numbers_of(id).map(|number| deflated(plan, Some(number)));
    let shortest = leaning.chain([whole]).min_by_key(Vec::len).unwrap_or_default();
    [digest(plan).to_le_bytes().as_slice(), &shortest].concat()
}

/// What the plan leans on, 0 for nothing, then the deflated text.
fn deflated(plan: &Tree, number: Option<u8>) -> Vec<u8> {
    let known = number.and_then(template::numbered);
    // Writing a tree fails on nothing: its keys are texts.
    let text = serde_json::to_string(&wire::write(plan, known.as_ref())).unwrap_or_default();
    let mut bytes = vec![number.filter(|_| known.is_some()).map_or(0, |number| number + 1)];
    bytes.extend(compress_to_vec(text.as_bytes(), LEVEL));
    bytes
}

/// The plan of bytes. No bytes take long or much memory, and none but those of [`encode`] pass the checksum.
pub(super) fn decode(bytes: &[u8]) -> Result<Tree, Flaw> {
    let (checksum, rest) = bytes.split_first_chunk::<4>().ok_or(Flaw::Damaged)?;
    let (number, deflated) = rest.split_first().ok_or(Flaw::Damaged)?;
    let text = inflated(deflated)?;
    let known = match number.checked_sub(1) {
        Some(number) => Some(template::numbered(number).ok_or(Flaw::Damaged)?),
        None => None,
    };
    let lists = plan_text::parse(&text).map_err(|_| Flaw::Damaged)?;
    let plan = wire::read(&lists, known.as_ref()).ok_or(Flaw::Damaged)?;
    let sound = digest(&plan).to_le_bytes() == *checksum;
    if sound { Ok(plan) } else { Err(Flaw::Damaged) }
}

fn inflated(bytes: &[u8]) -> Result<String, Flaw> {
    let text = decompress_to_vec_with_limit(bytes, LONGEST).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => Flaw::TooLarge,
        _ => Flaw::Damaged,
    })?;
    String::from_utf8(text).map_err(|_| Flaw::Damaged)
}
