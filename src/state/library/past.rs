//! The earlier writes of a plan: not the last twenty pauses of the typing, but what the plan was a while ago, yesterday,
//! and last month.
//!
//! Each has a key of its own, with its time in it, so that choosing among them reads no text and a damaged one harms no
//! other. They are welcome, never required: no plan stays unsaved on their account.

use super::store::{Store, StoreError};
use super::{Held, key};
use crate::model::plan::Plan;
use crate::persist::record::Record;
use std::collections::BTreeMap;

/// How many are kept of a plan at most.
pub(super) const MOST: usize = 20;
/// How much room they may take together, in bytes of text; browsers have about five million for everything.
const ROOM: usize = 200_000;
/// Writes closer together than this are one piece of work.
pub(super) const APART_MS: u64 = 60_000;
/// Up to this age all are alike; beyond it, the older the further apart.
const RECENT_MS: u64 = 300_000;

/// What a plan was at an earlier time.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// Which write of the plan it was.
    pub number: u64,
    /// When it was written, milliseconds since 1970.
    pub saved_at: u64,
    /// The plan.
    pub plan: Plan,
}

/// An earlier write in the store, the older first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Past {
    revision: u64,
    pub(super) saved_at: u64,
    pub(super) key: String,
}

impl Past {
    /// The one under a key, with the id of its plan; none where the key is another's.
    fn of(key: &str) -> Option<(&str, Past)> {
        let mut parts = key.strip_prefix(key::PAST)?.rsplitn(3, '.');
        let (saved_at, revision) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some((parts.next()?, Past { revision, saved_at, key: key.into() }))
    }
}

/// The earlier writes of a plan, the oldest first.
pub(super) fn of_plan(store: &impl Store, id: &str) -> Result<Vec<Past>, StoreError> {
    Ok(by_plan(&store.keys()?).remove(id).unwrap_or_default())
}

/// The earlier writes of every plan by its id, the oldest first.
pub(super) fn by_plan(keys: &[String]) -> BTreeMap<&str, Vec<Past>> {
    let mut by_plan: BTreeMap<&str, Vec<Past>> = BTreeMap::new();
    for (id, past) in keys.iter().filter_map(|key| Past::of(key)) {
        by_plan.entry(id).or_default().push(past);
    }
    by_plan.values_mut().for_each(|pasts| pasts.sort_unstable());
    by_plan
}

/// Reads the earlier writes of a plan, the newest first; what cannot be read is passed over.
pub(super) fn revisions(store: &impl Store, id: &str) -> Result<Vec<Revision>, StoreError> {
    let mut revisions = Vec::new();
    for past in of_plan(store, id)?.iter().rev() {
        let held = store.read(&past.key)?.and_then(|text| Held::read(&text).ok());
        let revision =
            |held: Held| Revision { number: held.revision, saved_at: held.saved_at, plan: held.plan };
        revisions.extend(held.map(revision));
    }
    Ok(revisions)
}

/// Puts the write that is about to be replaced beside the plan; none where the store does not take it, and the plan is
/// stored all the same.
pub(super) fn keep(store: &impl Store, id: &str, record: &Record, text: &str) -> Option<Past> {
    let Record { revision, saved_at, .. } = *record;
    let key = key::past(id, revision, saved_at);
    write(store, &key, text).is_ok().then_some(Past { revision, saved_at, key })
}

/// Takes away what is too much of these once a plan of so many bytes was written.
pub(super) fn thin(store: &impl Store, pasts: &mut Vec<Past>, bytes: usize, now: u64) {
    let most = (ROOM / bytes.max(1)).clamp(1, MOST);
    while let Some(place) = surplus(pasts, most, now) {
        let past = pasts.remove(place);
        if store.remove(&past.key).is_err() {
            return;
        }
    }
}

/// The place of the one that is missed least: whose neighbours are closest together for its age. None while there are
/// few enough and none is part of one piece of work. The newest is always kept, and the oldest while there is room.
fn surplus(pasts: &[Past], most: usize, now: u64) -> Option<usize> {
    let apart = |trio: &[Past]| match trio {
        [before, _, after] => after.saved_at.abs_diff(before.saved_at),
        _ => u64::MAX,
    };
    let age = |trio: &[Past]| match trio {
        [_, past, _] => now.saturating_sub(past.saved_at).saturating_add(RECENT_MS),
        _ => 1,
    };
    let trios = || pasts.windows(3).zip(1_usize..);
    if let Some((_, place)) = trios().find(|(trio, _)| apart(trio) < APART_MS) {
        return Some(place);
    }
    if pasts.len() <= most {
        return None;
    }
    // apart(a) / age(a) against apart(b) / age(b), in whole numbers.
    let product = |apart: u64, age: u64| u128::from(apart) * u128::from(age);
    let least = trios().min_by(|(a, _), (b, _)| product(apart(a), age(b)).cmp(&product(apart(b), age(a))));
    Some(least.map_or(0, |(_, place)| place))
}

/// Writes a text. When the store is full, earlier writes of all plans make room, the oldest first.
pub(super) fn write(store: &impl Store, key: &str, text: &str) -> Result<(), StoreError> {
    let mut written = store.write(key, text);
    if written != Err(StoreError::Full) {
        return written;
    }
    let keys = store.keys()?;
    let mut pasts: Vec<Past> = keys.iter().filter_map(|key| Past::of(key)).map(|(_, past)| past).collect();
    pasts.sort_unstable_by_key(|past| past.saved_at);
    for (past, is_first) in pasts.iter().zip(std::iter::once(true).chain(std::iter::repeat(false))) {
        // A store that does not take again what it has is not short of room: nothing is given up for it.
        if is_first && let Some(there) = store.read(&past.key)? {
            store.write(&past.key, &there)?;
        }
        store.remove(&past.key)?;
        written = store.write(key, text);
        if written != Err(StoreError::Full) {
            break;
        }
    }
    written
}

#[cfg(test)]
mod tests;
