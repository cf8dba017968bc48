//! The keys of the store.

use crate::persist::checksum;

pub(super) const PLAN: &str = "backcast.plan.";
pub(super) const PAST: &str = "backcast.past.";
pub(super) const PARKED: &str = "backcast.quarantine.";

pub(super) fn plan(id: &str) -> String {
    format!("{PLAN}{id}")
}

/// The id of the plan that a key holds; none where it holds something else.
#[must_use]
pub fn id_of(key: &str) -> Option<&str> {
    key.strip_prefix(PLAN)
}

/// An earlier write of the plan under [`plan`], named by its number and its time.
pub(super) fn past(id: &str, revision: u64, saved_at: u64) -> String {
    format!("{PAST}{id}.{revision}.{saved_at}")
}

/// Named by content, so that a second damaged text does not replace the first.
pub(super) fn parked(id: &str, text: &str) -> String {
    format!("{PARKED}{id}.{:08x}", checksum::of(text.as_bytes()))
}
