//! All plans in one file.
//!
//! `{"backcast_backup": 1, "plans": [{"saved_at": …, "plan": {…}}, …]}`, a plan a line, the last changed first. The
//! same plans always make the same file. Read as well is the file that `start.js` hands out when the app has stopped:
//! `{"backcast.plan.…": "stored text", …}`.

mod outline;
#[cfg(test)]
mod tests;

use super::plan_text::{self, PlanError, Tree};
use super::record::{Record, plan_part};
use crate::model::plan::Plan;
use core::cmp::Reverse;
use core::fmt;
use outline::{Item, Outline};
use std::collections::BTreeMap;

/// The version of the file that this program writes.
pub const VERSION: u64 = 1;
/// Longer files are refused unread: browsers store no more than five million characters.
pub const LONGEST: usize = 16_000_000;
/// The keys of plans in a browser's store.
const PLAN_KEY: &str = "backcast.plan.";
/// The keys of what they were earlier, and of what could not be read.
const PAST_KEY: &str = "backcast.past.";
const PARKED_KEY: &str = "backcast.quarantine.";

/// A plan with the time of its last change.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// Milliseconds since 1970; 0 when it is not known.
    pub saved_at: u64,
    /// The plan.
    pub plan: Plan,
}

/// What a backup has in the place of one plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it seems to be called; empty when that cannot be told.
    pub name: String,
    /// The plan, or what is wrong with its text.
    pub kept: Result<Kept, PlanError>,
}

/// Why a text is no backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// It is longer than any.
    TooLarge {
        /// Its length.
        bytes: usize,
        /// The longest that is read.
        most: usize,
    },
    /// It is not JSON, or was cut off.
    NotJson {
        /// The line where reading stopped, counted from 1.
        line: usize,
        /// The column where reading stopped, counted from 1.
        column: usize,
    },
    /// JSON of something else, such as of a single plan.
    NotABackup,
    /// A newer version of this program wrote it.
    Newer {
        /// Its version.
        version: u64,
    },
}

/// Writes the file of these plans, in whatever order they come.
#[must_use]
pub fn write(plans: &[Kept]) -> String {
    let line = |kept: &Kept| {
        let plan = plan_text::write_compact(kept.plan.document());
        (Reverse(kept.saved_at), format!("{{\"saved_at\":{},\"plan\":{plan}}}", kept.saved_at))
    };
    let mut lines: Vec<_> = plans.iter().map(line).collect();
    lines.sort_unstable();
    let lines: Vec<String> = lines.into_iter().map(|(_, line)| line).collect();
    format!("{{\"backcast_backup\":{VERSION},\"plans\":[\n{}\n]}}\n", lines.join(",\n"))
}

/// Reads a file of many plans, each by itself: what is wrong with one is no harm to the others.
///
/// # Errors
/// The file as a whole is no backup.
pub fn read(text: &str) -> Result<Vec<Entry>, BackupError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > LONGEST {
        return Err(BackupError::TooLarge { bytes: text.len(), most: LONGEST });
    }
    let outline: Outline<'_> = serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => BackupError::NotABackup,
        _ => BackupError::NotJson { line: error.line(), column: error.column() },
    })?;
    match (outline.version, outline.plans) {
        (Some(version), _) if version > VERSION => Err(BackupError::Newer { version }),
        (Some(_), Some(plans)) => Ok(plans.iter().map(|plan| of_backup(plan)).collect()),
        (None, _) if !outline.stored.is_empty() => Ok(of_store(&outline.stored)),
        _ => Err(BackupError::NotABackup),
    }
}

/// An item of the list; a bare plan is one too.
fn of_backup(text: &str) -> Entry {
    match serde_json::from_str::<Item<'_>>(text) {
        Ok(item) => entry(item.plan.get(), item.saved_at),
        Err(_) => entry(text, 0),
    }
}

/// The plans of a store. Where the text of one cannot be read, an earlier one that can stands in for it. Every text is
/// read once, however many a hostile file has.
fn of_store(stored: &[(String, String)]) -> Vec<Entry> {
    // Of a key that stands twice, the last, as everywhere in JSON.
    let stored: BTreeMap<&str, &str> = stored.iter().map(|(key, text)| (&**key, &**text)).collect();
    let mut others: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (key, text) in &stored {
        if let Some(id) = id_of_other(key) {
            others.entry(id).or_default().push(text);
        }
    }
    let plans = stored.iter().filter_map(|(key, text)| Some((key.strip_prefix(PLAN_KEY)?, text)));
    let newest = |(id, text): (&str, &&str)| {
        let entry = of_record(text);
        if entry.kept.is_ok() {
            return entry;
        }
        let read = others.get(id).into_iter().flatten().map(|other| of_record(other));
        let readable = read.filter(|other| other.kept.is_ok());
        let newest = readable.max_by_key(|other| other.kept.as_ref().map_or(0, |kept| kept.saved_at));
        newest.unwrap_or(entry)
    };
    plans.map(newest).collect()
}

/// The id of the plan that a key has another text of: `backcast.past.<id>.7.1790000000000`, or
/// `backcast.quarantine.<id>.0badf00d`.
fn id_of_other(key: &str) -> Option<&str> {
    let past = || key.strip_prefix(PAST_KEY)?.rsplitn(3, '.').nth(2);
    past().or_else(|| Some(key.strip_prefix(PARKED_KEY)?.rsplit_once('.')?.0))
}

fn of_record(text: &str) -> Entry {
    let saved_at = Record::decode(text).map_or(0, |record| record.saved_at);
    entry(plan_part(text), saved_at)
}

fn entry(text: &str, saved_at: u64) -> Entry {
    let kept = plan_text::read(text).map(|plan| Kept { saved_at, plan });
    let name = match &kept {
        Ok(kept) => kept.plan.document().name.clone(),
        Err(_) => name_in(text),
    };
    Entry { name, kept }
}

fn name_in(text: &str) -> String {
    match plan_text::parse(text).as_ref().map(|tree| tree.field("name")) {
        Ok(Some(Tree::Text(name))) => name.clone(),
        _ => String::new(),
    }
}

impl BackupError {
    /// The stable code, for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            BackupError::TooLarge { .. } => "too_long",
            BackupError::NotJson { .. } => "not_json",
            BackupError::NotABackup => "not_a_backup",
            BackupError::Newer { .. } => "newer_version",
        }
    }
}

impl fmt::Display for BackupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BackupError::TooLarge { bytes, most } => {
                write!(f, "The file is {bytes} bytes long; backups of up to {most} bytes are read.")
            }
            BackupError::NotJson { line, column } => {
                write!(f, "The file is not complete JSON: reading stopped at line {line}, column {column}.")
            }
            BackupError::NotABackup => f.write_str("The file is JSON, but not a backup."),
            BackupError::Newer { version } => {
                write!(f, "The backup has version {version}: a newer version of this program wrote it.")
            }
        }
    }
}

impl std::error::Error for BackupError {}
