//! One plan of the library, in memory and in the store.

use super::store::{Store, StoreError};
use super::{Entry, SaveError, Unreadable, Why, key};
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
}

impl Held {
    /// A plan that the store does not have yet.
    pub(super) fn new(plan: Plan, revision: u64, now: u64) -> Held {
        Held { plan, revision, saved_at: now, seen: None, stored: false }
    }

    /// Another content, to be stored.
    pub(super) fn put(&mut self, plan: Plan, now: u64) {
        (self.plan, self.saved_at, self.stored) = (plan, now, false);
        self.revision = self.revision.saturating_add(1);
    }

    /// The same content, for a store that does not have it.
    pub(super) fn forgotten(self) -> Held {
        Held { seen: None, stored: false, ..self }
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
        Ok(Held { plan, revision, saved_at, seen: Some(record.stamp()), stored: true })
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
            Err(why) => {
                let before = store.read(&key::previous(id)).ok().flatten();
                let held = before.and_then(|text| Held::read(&text).ok()).map(Held::forgotten);
                (held, unreadable(Some(text), why))
            }
        }
    }

    /// Writes the plan, unless the store has a write that this session has not seen. What could not be read is parked
    /// before, the write before this one is kept beside it.
    pub(super) fn store(&mut self, store: &impl Store, id: &str) -> Result<(), SaveError> {
        let key = key::plan(id);
        let there = store.read(&key)?;
        self.clear_for_writing(store, id, there.as_deref())?;
        let record = Record {
            revision: self.revision,
            saved_at: self.saved_at,
            plan: plan_text::write_compact(self.plan.document()),
        };
        let previous = key::previous(id);
        let kept = there.filter(|text| Record::decode(text).is_ok());
        // A copy of the write before is welcome, but not worth a failure.
        let copied = kept.is_none_or(|text| store.write(&previous, &text).is_ok());
        let text = record.encode();
        match store.write(&key, &text) {
            Err(StoreError::Full) if copied => {
                store.remove(&previous)?;
                store.write(&key, &text)?;
            }
            result => result?,
        }
        (self.seen, self.stored) = (Some(record.stamp()), true);
        Ok(())
    }

    /// Whether the text under the plan's key may be replaced or removed.
    pub(super) fn clear_for_writing(
        &self,
        store: &impl Store,
        id: &str,
        there: Option<&str>,
    ) -> Result<(), SaveError> {
        let Some(text) = there else { return Ok(()) };
        match Record::decode(text) {
            Ok(record) if Some(record.stamp()) == self.seen => Ok(()),
            Ok(record) => Err(SaveError::Conflict { saved_at: record.saved_at }),
            Err(RecordError::Newer { .. }) => Err(SaveError::Newer),
            Err(RecordError::Damaged | RecordError::NotOurs) => {
                Ok(store.write(&key::parked(id, text), text)?)
            }
        }
    }

    /// Takes note of the store's write without taking it over: the next write replaces it.
    pub(super) fn see(&mut self, store: &impl Store, id: &str) -> Result<(), SaveError> {
        let there = store.read(&key::plan(id))?;
        self.seen = there.and_then(|text| Some(Record::decode(&text).ok()?.stamp()));
        Ok(())
    }

    /// Whether the store has another write than this session has seen.
    pub(super) fn is_behind(&self, store: &impl Store, id: &str) -> bool {
        let there = store.read(&key::plan(id)).ok().flatten();
        let stamp = there.and_then(|text| Some(Record::decode(&text).ok()?.stamp()));
        stamp.is_some() && stamp != self.seen
    }
}
