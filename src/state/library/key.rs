//! The keys of the store.

pub(super) const PLAN: &str = "backcast.plan.";
pub(super) const PARKED: &str = "backcast.quarantine.";

pub(super) fn plan(id: &str) -> String {
    format!("{PLAN}{id}")
}

/// The write before the one under [`plan`].
pub(super) fn previous(id: &str) -> String {
    format!("backcast.previous.{id}")
}

/// Named by content, so that a second damaged text does not replace the first.
pub(super) fn parked(id: &str, text: &str) -> String {
    format!("{PARKED}{id}.{:08x}", crc32fast::hash(text.as_bytes()))
}
