//! A plan as text: read with every fault named by its path, written so that reading it again gives the same plan.

mod error;
mod message;
mod shape;
mod tree;
mod typed;

pub use error::{Flaw, PlanError};
pub use shape::Shape;
use tree::Stopped;
pub(super) use tree::Tree;

use crate::model::plan::field::Bounds;
use crate::model::plan::{Document, FaultKind, Plan, VERSION};
use error::Found;
use serde::Deserialize;

/// Longer texts are refused unread. A plan of 200 channels with ranges and notes everywhere stays below a third of it.
pub const LONGEST: usize = 2_000_000;
/// Deeper texts are refused unread. A plan is six levels deep.
pub const DEEPEST: usize = 32;

/// Reads a plan.
///
/// # Errors
/// The first thing that is wrong: the text, its shape, or a rule of the contract, with the path it speaks of.
pub fn read(text: &str) -> Result<Plan, PlanError> {
    of_tree(&parse(text)?)
}

/// Reads a plan that is a tree already.
pub(super) fn of_tree(tree: &Tree) -> Result<Plan, PlanError> {
    Plan::check(document(tree)?).map_err(PlanError::from)
}

/// Writes a document of a checked plan, indented, its fields in the order of the contract, with a last line break.
#[must_use]
pub fn write(document: &Document) -> String {
    indented(&write_compact(document)) + "\n"
}

/// Writes a document of a checked plan on one line, for storage.
#[must_use]
pub fn write_compact(document: &Document) -> String {
    // Writing fails only on map keys that are no text, and a document has none.
    serde_json::to_string(document).unwrap_or_default()
}

/// A document of a checked plan as a tree.
pub(super) fn tree_of(document: &Document) -> Tree {
    // What was just written is JSON.
    serde_json::from_str(&write_compact(document)).unwrap_or(Tree::Null)
}

/// Text to tree: everything that can be said before the fields of a plan are looked at.
pub(super) fn parse(text: &str) -> Result<Tree, PlanError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > LONGEST {
        return Err(PlanError::of_text(Flaw::TooLong { bytes: text.len(), most: LONGEST }));
    }
    if depth(text) > DEEPEST {
        return Err(PlanError::of_text(Flaw::TooDeep { most: DEEPEST }));
    }
    if text.trim().is_empty() {
        return Err(PlanError::of_text(Flaw::Empty));
    }
    let tree = Tree::parse(text).map_err(|stopped| match stopped {
        Stopped::Within(error, path) => unread(text, &error, path),
        Stopped::Behind(error) => {
            PlanError::of_text(Flaw::Trailing { line: error.line(), column: error.column() })
        }
    })?;
    if let Some(path) = tree.duplicate() {
        return Err(PlanError { path, flaw: Flaw::DuplicateField });
    }
    Ok(tree)
}

/// Why a text could not be parsed. A number that no `f64` holds is a number out of range, and has its place in the plan.
fn unread(text: &str, error: &serde_json::Error, path: String) -> PlanError {
    match number_at(text, error.line(), error.column()) {
        Some(value) if value.is_infinite() => {
            PlanError { path, flaw: Flaw::Rule(FaultKind::OutOfRange { value, bounds: Bounds::ANY }) }
        }
        _ => PlanError::of_text(Flaw::NotJson { line: error.line(), column: error.column() }),
    }
}

/// The number that stands around a place of a text, of which `column` bytes lie before the place.
fn number_at(text: &str, line: usize, column: usize) -> Option<f64> {
    let line = text.split('\n').nth(line.checked_sub(1)?)?;
    let (before, after) = line.split_at_checked(column)?;
    let belongs = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'e' | 'E');
    let start = before.trim_end_matches(belongs).len();
    let end = line.len() - after.trim_start_matches(belongs).len();
    line.get(start..end)?.parse().ok()
}

/// Tree to document: whose it is, its version, then field by field.
fn document(tree: &Tree) -> Result<Document, PlanError> {
    if !["version", "goal", "stages", "channels"].iter().any(|key| tree.field(key).is_some()) {
        return Err(PlanError::of_text(Flaw::NotAPlan));
    }
    // Before the fields: another version may have others.
    let flaw = match tree.field("version").and_then(Tree::whole) {
        Some(version) if version > u64::from(VERSION) => Flaw::Newer { version },
        Some(0) => Flaw::Rule(FaultKind::UnknownVersion(0)),
        _ => return typed(tree),
    };
    Err(PlanError { path: "version".into(), flaw })
}

fn typed<'de, T: Deserialize<'de>>(tree: &'de Tree) -> Result<T, PlanError> {
    T::deserialize(tree).map_err(|found: Found| found.into())
}

/// Reads any other JSON text of ours with the same care, such as what a program asks of a plan, or data of this program.
///
/// # Errors
/// As [`read`], without the rules of plans.
pub fn read_as<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, PlanError> {
    typed(&parse(text)?)
}

/// The characters of a JSON text, each with whether it stands within a string.
fn characters(text: &str) -> impl Iterator<Item = (char, bool)> {
    let (mut quoted, mut escaped) = (false, false);
    text.chars().map(move |character| {
        let within = quoted;
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ => {}
        }
        (character, within)
    })
}

/// How deep lists and objects lie inside of each other.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for (character, within_string) in characters(text) {
        match character {
            '[' | '{' if !within_string => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            ']' | '}' if !within_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// A compact text with every field and item on a line of its own, two spaces further in for every level. Lists and
/// objects without any do not occur: such fields are not written.
fn indented(compact: &str) -> String {
    let mut text = String::with_capacity(2 * compact.len());
    let mut margin = String::from("\n");
    for (character, within_string) in characters(compact) {
        if !within_string && matches!(character, ']' | '}') {
            margin.truncate(margin.len() - 2);
            text.push_str(&margin);
        }
        text.push(character);
        match character {
            '[' | '{' if !within_string => {
                margin.push_str("  ");
                text.push_str(&margin);
            }
            ',' if !within_string => text.push_str(&margin),
            ':' if !within_string => text.push(' '),
            _ => {}
        }
    }
    text
}

#[cfg(test)]
mod tests;
