//! When the store has something else than memory knows: the writes of other tabs, texts that cannot be read.

use super::held::Held;
use super::{Library, SaveError, Saved, Standing, Store, Why};
use crate::model::plan::Plan;

impl<S: Store> Library<S> {
    /// What became of a plan in the store since this session last saw it.
    #[must_use]
    pub fn standing(&self, id: &str) -> Standing {
        self.plans.get(id).map_or(Standing::AsLeft, |held| held.standing(&self.store, id))
    }

    /// Follows the store where it has plans that nobody edits here: another tab added, changed or deleted them. What is
    /// open, or not yet stored, stays as it is.
    pub fn follow(&mut self, id: &str, open: Option<&str>) {
        if open == Some(id) || self.plans.get(id).is_some_and(|held| !held.stored) {
            return;
        }
        match Held::load(&self.store, id) {
            (Some(held), None) => _ = self.plans.insert(id.into(), held),
            (None, None) if self.standing(id) == Standing::Gone => _ = self.plans.remove(id),
            _ => {}
        }
    }

    /// Takes note that the store lost what it had. When it has none of the plans that it had, it was cleared as a whole,
    /// and everything is to be stored again; otherwise another tab deleted this plan, and only this one is.
    pub(super) fn note_loss(&mut self, id: &str) {
        let mut stored = self.plans.iter().filter(|(_, held)| held.was_stored());
        let is_cleared = stored.all(|(id, held)| held.standing(&self.store, id) == Standing::Gone);
        for (of, held) in &mut self.plans {
            if is_cleared || of == id {
                held.forget();
            }
        }
        self.unsaved.settings |= is_cleared;
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
