//! A plan as text: read with every fault named by its path, written so that reading it again gives the same plan.

mod error;
mod message;
mod shape;
mod tree;

pub use error::{Flaw, PlanError};
pub use shape::Shape;

use crate::model::plan::{Document, Plan, VERSION};
use serde::Deserialize;
use tree::Tree;

/// Longer texts are refused unread. A plan of 200 channels with ranges and notes everywhere stays below a third of it.
pub const LONGEST: usize = 2_000_000;
/// Deeper texts are refused unread. A plan is six levels deep.
pub const DEEPEST: usize = 32;

/// Reads a plan.
///
/// # Errors
/// The first thing that is wrong: the text, its shape, or a rule of the contract, with the path it speaks of.
pub fn read(text: &str) -> Result<Plan, PlanError> {
    let document = document(&parse(text)?)?;
    Plan::check(document).map_err(PlanError::from)
}

/// Writes a document of a checked plan, indented, its fields in the order of the contract, with a last line break.
#[must_use]
pub fn write(document: &Document) -> String {
    // Writing fails only on map keys that are no text, and a document has none.
    let mut text = serde_json::to_string_pretty(document).unwrap_or_default();
    text.push('\n');
    text
}

/// Writes a document of a checked plan on one line, for storage.
#[must_use]
pub fn write_compact(document: &Document) -> String {
    serde_json::to_string(document).unwrap_or_default()
}

/// Text to tree: everything that can be said before the fields of a plan are looked at.
fn parse(text: &str) -> Result<Tree, PlanError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > LONGEST {
        return Err(PlanError::of_text(Flaw::TooLong { bytes: text.len(), most: LONGEST }));
    }
    if depth(text) > DEEPEST {
        return Err(PlanError::of_text(Flaw::TooDeep { most: DEEPEST }));
    }
    let tree: Tree = serde_json::from_str(text)
        .map_err(|error| PlanError::of_text(Flaw::NotJson { line: error.line(), column: error.column() }))?;
    if let Some(path) = tree.duplicate() {
        return Err(PlanError { path, flaw: Flaw::DuplicateField });
    }
    Ok(tree)
}

/// Tree to document: whose it is, its version, then field by field.
fn document(tree: &Tree) -> Result<Document, PlanError> {
    if !["version", "goal", "stages", "channels"].iter().any(|key| tree.field(key).is_some()) {
        return Err(PlanError::of_text(Flaw::NotAPlan));
    }
    // Before the fields: a newer version may have others.
    if let Some(version) = tree.field("version").and_then(Tree::whole).filter(|v| *v > u64::from(VERSION)) {
        return Err(PlanError { path: "version".into(), flaw: Flaw::Newer { version } });
    }
    typed(tree)
}

fn typed<'de, T: Deserialize<'de>>(tree: &'de Tree) -> Result<T, PlanError> {
    let mut track = serde_path_to_error::Track::new();
    T::deserialize(serde_path_to_error::Deserializer::new(tree, &mut track))
        .map_err(|flaw| PlanError::at(&track.path().to_string(), flaw))
}

/// Reads any other JSON text of ours with the same care, such as what a program asks of a plan.
///
/// # Errors
/// As [`read`], without the rules of plans.
pub fn read_as<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, PlanError> {
    typed(&parse(text)?)
}

/// How deep lists and objects lie inside of each other; brackets within strings do not count.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let (mut quoted, mut escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'[' | b'{' if !quoted => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

#[cfg(test)]
mod tests;
