//! One plan of the library, in memory and in the store.

use super::past::{self, Past};
use super::store::Store;
use super::{Entry, SaveError, Standing, Unreadable, Why, key};
use crate::model::plan::Plan;
use crate::persist::plan_text;
use crate::persist::record::{Record, RecordError, Stamp};

/// A plan in memory, which is the truth of this session, and what is known of its stored text.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) plan: Plan,
    pub(super) revision: u64,
    pub(super) saved_at: u64,
    /// The write that was last seen in the store; none when it has none of this plan.
    seen: Option<Stamp>,
    /// Whether the store has what memory has.
    pub(super) stored: bool,
    /// The earlier writes in the store, as far as only this session writes the plan; none when they are to be looked for
    /// among all keys.
    pasts: Option<Vec<Past>>,
}

impl Held {
    /// A plan that the store does not have yet.
    pub(super) fn new(plan: Plan, revision: u64, now: u64) -> Held {
        Held { plan, revision, saved_at: now, seen: None, stored: false, pasts: None }
    }

    /// Another content, to be stored.
    pub(super) fn put(&mut self, plan: Plan, now: u64) {
        (self.plan, self.saved_at, self.stored) = (plan, now, false);
        self.revision = self.revision.saturating_add(1);
    }

    /// The same content, for a store that does not have it.
    pub(super) fn forgotten(self) -> Held {
        Held { seen: None, stored: false, pasts: None, ..self }
    }

    /// The store does not have it any more.
    pub(super) fn forget(&mut self) {
        (self.seen, self.stored, self.pasts) = (None, false, None);
    }

    /// With the earlier writes that the store has.
    pub(super) fn with_pasts(self, pasts: Vec<Past>) -> Held {
        Held { pasts: Some(pasts), ..self }
    }

    /// Earlier writes came to the store by another way.
    pub(super) fn forget_pasts(&mut self) {
        self.pasts = None;
    }

    /// Its line in the list.
    pub(super) fn entry<'l>(&'l self, id: &'l str) -> Entry<'l> {
        Entry { id, plan: &self.plan, saved_at: self.saved_at, stored: self.stored }
    }

    /// Whether the store has, or had, any write of this plan.
    pub(super) fn was_stored(&self) -> bool {
        self.seen.is_some()
    }

    /// Reads a stored text.
    pub(super) fn read(text: &str) -> Result<Held, Why> {
        let record = Record::decode(text).map_err(Why::Record)?;
        let plan = plan_text::read(&record.plan).map_err(|error| Why::Plan(Box::new(error)))?;
        let Record { revision, saved_at, .. } = record;
        Ok(Held { plan, revision, saved_at, seen: Some(record.stamp()), stored: true, pasts: None })
    }

    /// Reads a plan of the store; when its text cannot be read, the write before it. Answers also what could not.
    pub(super) fn load(store: &impl Store, id: &str) -> (Option<Held>, Option<Unreadable>) {
        let key = key::plan(id);
        let unreadable = |text, why| Some(Unreadable { key: key.clone(), text, why });
        let text = match store.read(&key) {
            Ok(Some(text)) => text,
            Ok(None) => return (None, None),
            Err(error) => return (None, unreadable(None, Why::Store(error))),
        };
        match Held::read(&text) {
            Ok(held) => (Some(held), None),
            // A newer version's text is whole: its older write would look like a loss.
            Err(why) if why.is_newer() => (None, unreadable(Some(text), why)),
            Err(why) => (Held::before(store, id), unreadable(Some(text), why)),
        }
    }

    /// The last earlier write that can be read.
    fn before(store: &impl Store, id: &str) -> Option<Held> {
        let pasts = past::of_plan(store, id).ok()?;
        let read = |past: past::Past| Held::read(&store.read(&past.key).ok()??).ok();
        pasts.into_iter().rev().find_map(read).map(Held::forgotten)
    }

    /// Writes the plan, unless the store has a write that this session has not seen. What could not be read is parked
    /// before, and what is replaced stays as an earlier write.
    pub(super) fn store(&mut self, store: &impl Store, id: &str) -> Result<(), SaveError> {
        let key = key::plan(id);
        let there = store.read(&key)?;
        let replaced = self.clear_for_writing(store, id, there.as_deref())?;
        let record = Record {
            revision: self.revision,
            saved_at: self.saved_at,
            plan: plan_text::write_compact(self.plan.document()),
        };
        // Known again once all of this has come through.
        let known = self.pasts.take();
        let kept = replaced.zip(there).and_then(|(replaced, text)| past::keep(store, id, &replaced, &text));
        let text = record.encode();
        past::write(store, &key, &text)?;
        (self.seen, self.stored) = (Some(record.stamp()), true);
        let known = known.map(|pasts| pasts.into_iter().chain(kept).collect());
        if let Some(mut pasts) = known.or_else(|| past::of_plan(store, id).ok()) {
            past::thin(store, &mut pasts, text.len(), self.saved_at);
            self.pasts = Some(pasts);
        }
        Ok(())
    }

    /// Whether the text under the plan's key may be replaced or removed; answers the write that it is.
    pub(super) fn clear_for_writing(
        &self,
        store: &impl Store,
        id: &str,
        there: Option<&str>,
    ) -> Result<Option<Record>, SaveError> {
        let Some(text) = there else { return Ok(None) };
        match Record::decode(text) {
            Ok(record) if Some(record.stamp()) == self.seen => Ok(Some(record)),
            Ok(record) => Err(SaveError::Conflict { saved_at: record.saved_at }),
            Err(RecordError::Newer { .. }) => Err(SaveError::Newer),
            Err(RecordError::Damaged | RecordError::NotOurs) => {
                past::write(store, &key::parked(id, text), text)?;
                Ok(None)
            }
        }
    }

    /// Removes a plan and its earlier writes from the store, and answers these by key.
    pub(super) fn remove(&self, store: &impl Store, id: &str) -> Result<Vec<(String, String)>, SaveError> {
        let key = key::plan(id);
        let there = store.read(&key)?;
        self.clear_for_writing(store, id, there.as_deref())?;
        let pasts = past::of_plan(store, id)?;
        let text = |past: past::Past| store.read(&past.key).ok().flatten().map(|text| (past.key, text));
        let pasts: Vec<(String, String)> = pasts.into_iter().filter_map(text).collect();
        store.remove(&key)?;
        for (key, _) in &pasts {
            // Nobody reads what stays behind, and it goes when the store is full.
            _ = store.remove(key);
        }
        Ok(pasts)
    }

    /// Takes note of the store's write without taking it over: the next write replaces it, and says so to the tab that
    /// wrote it by its higher number.
    pub(super) fn see(&mut self, store: &impl Store, id: &str) -> Result<(), SaveError> {
        let there = store.read(&key::plan(id))?;
        let record = there.and_then(|text| Record::decode(&text).ok());
        self.seen = record.as_ref().map(Record::stamp);
        let theirs = record.map_or(0, |record| record.revision);
        (self.revision, self.stored, self.pasts) = (self.revision.max(theirs).saturating_add(1), false, None);
        Ok(())
    }

    /// What became of the plan in the store. A store that fails says nothing, and is asked again by the next write.
    pub(super) fn standing(&self, store: &impl Store, id: &str) -> Standing {
        let Ok(there) = store.read(&key::plan(id)) else { return Standing::AsLeft };
        let Some(text) = there else {
            return if self.was_stored() { Standing::Gone } else { Standing::AsLeft };
        };
        match Record::decode(&text) {
            Ok(record) if Some(record.stamp()) != self.seen => Standing::Rewritten {
                saved_at: record.saved_at,
                // Whoever had seen this session's last write would have counted on from it.
                unseen: self.was_stored() && record.revision <= self.revision,
            },
            _ => Standing::AsLeft,
        }
    }
}
