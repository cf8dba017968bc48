//! The reader's plans. Memory is the truth of a session, the store its mirror: when the store fails, everything goes
//! on in memory and is stored as soon as that works again.
//!
//! Each plan has a key of its own, and the keys are the only index, so no index can disagree with them. Two promises:
//! nothing is written over a text that could not be read, and nothing over a write this session has not seen.

mod conflict;
mod fault;
mod held;
mod key;
mod past;
mod settings;
mod store;

pub use fault::{SaveError, Standing, Unreadable, Why};
pub use key::id_of;
pub use past::Revision;
pub use settings::{Settings, Theme};
pub use store::{Memory, Store, StoreError};

use crate::model::plan::{Document, Plan};
use held::Held;
use std::collections::BTreeMap;

/// A line of the list of plans.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'l> {
    /// Its id.
    pub id: &'l str,
    /// The plan.
    pub plan: &'l Plan,
    /// When it was last changed, milliseconds since 1970.
    pub saved_at: u64,
    /// Whether the store has it as it is.
    pub stored: bool,
}

/// A plan that was deleted, to be restored.
#[derive(Clone, Debug)]
pub struct Deleted {
    id: String,
    held: Held,
    /// The earlier writes, by key.
    pasts: Vec<(String, String)>,
}

/// The reader's plans.
#[derive(Debug)]
pub struct Library<S> {
    store: S,
    plans: BTreeMap<String, Held>,
    unreadable: Vec<Unreadable>,
    settings: Settings,
    unsaved: Unsaved,
    fault: Option<StoreError>,
}

/// What has to be done again when the store works, beside storing plans.
#[derive(Clone, Copy, Debug, Default)]
struct Unsaved {
    /// Reading what the store has.
    list: bool,
    /// Storing the settings.
    settings: bool,
}

type Saved = Result<(), SaveError>;

impl<S: Store> Library<S> {
    /// Reads what the store has. It never fails: what cannot be read is listed, and without a store the library
    /// begins empty, in memory.
    #[must_use]
    pub fn load(store: S) -> Library<S> {
        let settings = Settings::load(&store);
        let (plans, unreadable) = (BTreeMap::new(), Vec::new());
        let mut library =
            Library { store, plans, unreadable, settings, unsaved: Unsaved::default(), fault: None };
        let listed = library.list();
        _ = library.noted(listed);
        library
    }

    /// The plans, the last changed first; of the same moment in the order of their ids.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry<'_>> {
        let mut entries: Vec<Entry<'_>> = self.plans.iter().map(|(id, held)| held.entry(id)).collect();
        entries.sort_unstable_by_key(|entry| (std::cmp::Reverse(entry.saved_at), entry.id));
        entries
    }

    /// The plan with this id.
    #[must_use]
    pub fn plan(&self, id: &str) -> Option<&Plan> {
        self.plans.get(id).map(|held| &held.plan)
    }

    /// Stored texts that are not plans of this version.
    #[must_use]
    pub fn unreadable(&self) -> &[Unreadable] {
        &self.unreadable
    }

    /// How the store failed last; none when it works.
    #[must_use]
    pub fn fault(&self) -> Option<StoreError> {
        self.fault
    }

    /// Adds a plan under an id of the caller's.
    ///
    /// # Errors
    /// The id is taken, or the plan is in memory only.
    pub fn create(&mut self, id: &str, plan: Plan, now: u64) -> Saved {
        if self.plans.contains_key(id) {
            return Err(SaveError::IdTaken);
        }
        self.plans.insert(id.into(), Held::new(plan, 1, now));
        self.store_plan(id)
    }

    /// Keeps a plan as it is now.
    ///
    /// # Errors
    /// The plan is in memory only, for the reason given; a conflict stays until it is decided.
    pub fn save(&mut self, id: &str, plan: &Plan, now: u64) -> Saved {
        if self.standing(id) == Standing::Gone {
            self.note_loss(id);
        }
        let held = self.plans.get_mut(id).ok_or(SaveError::UnknownPlan)?;
        if held.plan != *plan {
            held.put(plan.clone(), now);
        }
        if held.stored { Ok(()) } else { self.store_plan(id) }
    }

    /// Adds a copy of a plan, with a name of its own.
    ///
    /// # Errors
    /// As [`Library::create`]; there is no such plan.
    pub fn duplicate(&mut self, id: &str, copy: &str, name: &str, now: u64) -> Saved {
        let plan = self.named(id, name)?;
        self.create(copy, plan, now)
    }

    /// Gives a plan another name. The plan that is open is renamed in its editor.
    ///
    /// # Errors
    /// As [`Library::save`].
    pub fn rename(&mut self, id: &str, name: &str, now: u64) -> Saved {
        let plan = self.named(id, name)?;
        self.save(id, &plan, now)
    }

    /// What a plan was earlier, the newest first.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn history(&self, id: &str) -> Result<Vec<Revision>, StoreError> {
        past::revisions(&self.store, id)
    }

    /// Deletes a plan with its earlier writes; the answer restores it.
    ///
    /// # Errors
    /// The plan is still there: the store failed, or has a write that was not seen.
    pub fn delete(&mut self, id: &str) -> Result<Deleted, SaveError> {
        let held = self.plans.get(id).ok_or(SaveError::UnknownPlan)?;
        let was_stored = held.was_stored();
        let removed = held.remove(&self.store, id);
        let pasts = match self.noted(removed) {
            // What the store never had can go although the store fails.
            Err(SaveError::NotStored(_)) if !was_stored => Vec::new(),
            removed => removed?,
        };
        let held = self.plans.remove(id).ok_or(SaveError::UnknownPlan)?;
        Ok(Deleted { id: id.into(), held: held.forgotten(), pasts })
    }

    /// Brings a deleted plan back.
    ///
    /// # Errors
    /// As [`Library::create`].
    pub fn restore(&mut self, deleted: Deleted) -> Saved {
        let Deleted { id, held, pasts } = deleted;
        if self.plans.contains_key(&id) {
            return Err(SaveError::IdTaken);
        }
        self.plans.insert(id.clone(), held);
        self.store_plan(&id)?;
        for (key, text) in pasts {
            // The plan is back; what it was earlier is welcome.
            _ = self.store.write(&key, &text);
        }
        self.plans.entry(id).and_modify(Held::forget_pasts);
        Ok(())
    }

    /// Stores everything that is in memory only, and reads what could not be read because the store failed.
    ///
    /// # Errors
    /// The first reason why something still is; the rest was tried all the same.
    pub fn flush(&mut self) -> Saved {
        let open: Vec<String> =
            self.plans.iter().filter(|(_, held)| !held.stored).map(|(id, _)| id.clone()).collect();
        let mut results: Vec<Saved> = open.iter().map(|id| self.store_plan(id)).collect();
        if self.unsaved.settings {
            results.push(self.set_settings(self.settings.clone()));
        }
        if self.unsaved.list {
            results.push(self.list());
        }
        self.noted(results.into_iter().collect())
    }

    /// What the reader chose about the program.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Changes the settings.
    ///
    /// # Errors
    /// They hold for this session only.
    pub fn set_settings(&mut self, settings: Settings) -> Saved {
        let stored = settings.store(&self.store).map_err(SaveError::from);
        self.unsaved.settings = stored.is_err();
        self.settings = settings;
        self.noted(stored)
    }

    /// Reads what the store has and memory has not.
    fn list(&mut self) -> Saved {
        self.unsaved.list = true;
        let keys = self.store.keys()?;
        let mut pasts = past::by_plan(&keys);
        let plans = &self.plans;
        let of_a_plan = |key: &str| id_of(key).is_some_and(|id| plans.contains_key(id));
        self.unreadable.retain(|unreadable| of_a_plan(&unreadable.key));
        for key in &keys {
            match id_of(key) {
                Some(id) if !self.plans.contains_key(id) => {
                    let (held, unreadable) = Held::load(&self.store, id);
                    let pasts = pasts.remove(id).unwrap_or_default();
                    self.plans.extend(held.map(|held| (id.to_string(), held.with_pasts(pasts))));
                    self.unreadable.extend(unreadable);
                }
                None if key.starts_with(key::PARKED) => {
                    let text = self.store.read(key)?;
                    self.unreadable.push(Unreadable { key: key.clone(), text, why: Why::Parked });
                }
                _ => {}
            }
        }
        let failure = |unreadable: &Unreadable| match unreadable.why {
            Why::Store(error) => Some(SaveError::NotStored(error)),
            _ => None,
        };
        self.unreadable.iter().find_map(failure).map_or(Ok(()), Err)?;
        self.unsaved.list = false;
        Ok(())
    }

    fn named(&self, id: &str, name: &str) -> Result<Plan, SaveError> {
        let plan = self.plan(id).ok_or(SaveError::UnknownPlan)?;
        let document = Document { name: name.into(), ..plan.document().clone() };
        // Only the name differs, and no rule speaks of it.
        Plan::check(document).map_err(|_| SaveError::UnknownPlan)
    }

    fn store_plan(&mut self, id: &str) -> Saved {
        let held = self.plans.get_mut(id).ok_or(SaveError::UnknownPlan)?;
        let stored = held.store(&self.store, id);
        self.noted(stored)
    }

    /// Takes note of whether the store works.
    fn noted<T>(&mut self, result: Result<T, SaveError>) -> Result<T, SaveError> {
        match &result {
            Ok(_) => self.fault = None,
            Err(SaveError::NotStored(error)) => self.fault = Some(*error),
            Err(_) => {}
        }
        result
    }
}

#[cfg(test)]
mod tests;
