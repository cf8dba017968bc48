//! When the store has something else than memory knows: the writes of other tabs, texts that cannot be read.

use super::held::Held;
use super::{Library, SaveError, Saved, Store, Why};
use crate::model::plan::Plan;

impl<S: Store> Library<S> {
    /// Whether another tab wrote this plan since this one last saw it.
    #[must_use]
    pub fn is_behind(&self, id: &str) -> bool {
        self.plans.get(id).is_some_and(|held| held.is_behind(&self.store, id))
    }

    /// Takes over what the store has of a plan, in place of what memory has.
    ///
    /// # Errors
    /// The store has nothing readable of it; memory stays.
    pub fn take_theirs(&mut self, id: &str) -> Result<&Plan, SaveError> {
        let (held, unreadable) = Held::load(&self.store, id);
        match (held, unreadable.map(|unreadable| unreadable.why)) {
            (Some(held), None) => {
                self.plans.insert(id.into(), held);
                self.plan(id).ok_or(SaveError::UnknownPlan)
            }
            (_, Some(Why::Store(error))) => Err(SaveError::NotStored(error)),
            (_, Some(why)) if why.is_newer() => Err(SaveError::Newer),
            (_, Some(_)) => Err(SaveError::Unreadable),
            (None, None) => Err(SaveError::UnknownPlan),
        }
    }

    /// Writes what memory has of a plan over what another tab wrote; that stays as the write before.
    ///
    /// # Errors
    /// As [`Library::save`].
    pub fn keep_mine(&mut self, id: &str) -> Saved {
        let held = self.plans.get_mut(id).ok_or(SaveError::UnknownPlan)?;
        let seen = held.see(&self.store, id);
        self.noted(seen)?;
        self.store_plan(id)
    }

    /// Removes a text that could not be read, on the reader's word.
    ///
    /// # Errors
    /// It is still there.
    pub fn discard(&mut self, key: &str) -> Saved {
        if self.unreadable.iter().all(|unreadable| unreadable.key != key) {
            return Err(SaveError::UnknownPlan);
        }
        let removed = self.store.remove(key).map_err(SaveError::from);
        self.noted(removed)?;
        self.unreadable.retain(|unreadable| unreadable.key != key);
        Ok(())
    }
}
