//! Whatever a session does on a store that fails in whatever rhythm.

use super::{Failing, names, plan};
use crate::state::library::{Library, SaveError, Settings, StoreError};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What somebody may do; ids are few, so that they meet.
#[derive(Clone, Debug)]
enum Act {
    Create(u8),
    Save(u8),
    Rename(u8),
    Duplicate(u8, u8),
    Delete(u8),
    DeleteAndRestore(u8),
    LookBack(u8),
    Set,
    Flush,
    Fail { every: u32, error: StoreError },
}

fn act() -> impl Strategy<Value = Act> {
    let id = || 0_u8..4;
    let error = prop_oneof![Just(StoreError::Refused), Just(StoreError::Full), Just(StoreError::Failed)];
    prop_oneof![
        2 => id().prop_map(Act::Create),
        6 => id().prop_map(Act::Save),
        1 => id().prop_map(Act::Rename),
        1 => (id(), id()).prop_map(|(of, copy)| Act::Duplicate(of, copy)),
        1 => id().prop_map(Act::Delete),
        1 => id().prop_map(Act::DeleteAndRestore),
        1 => id().prop_map(Act::LookBack),
        1 => Just(Act::Set),
        1 => Just(Act::Flush),
        2 => (0_u32..12, error).prop_map(|(every, error)| Act::Fail { every, error }),
    ]
}

/// A session beside what its reader believes to have.
struct Reader {
    library: Library<Failing>,
    store: Failing,
    has: BTreeMap<String, String>,
}

impl Reader {
    fn act(&mut self, act: &Act, turn: usize) {
        let (now, text) = (turn as u64 * 40_000, turn.to_string());
        let id = |id: &u8| id.to_string();
        let Reader { library, store, has } = self;
        match act {
            Act::Create(of) => {
                if library.create(&id(of), plan(&text), now) != Err(SaveError::IdTaken) {
                    has.insert(id(of), text);
                }
            }
            Act::Save(of) => {
                if library.save(&id(of), &plan(&text), now) != Err(SaveError::UnknownPlan) {
                    has.insert(id(of), text);
                }
            }
            Act::Rename(of) => {
                _ = library.rename(&id(of), &text, now);
                has.entry(id(of)).and_modify(|name| *name = text);
            }
            Act::Duplicate(of, copy) => {
                _ = library.duplicate(&id(of), &id(copy), &text, now);
                if has.contains_key(&id(of)) {
                    has.entry(id(copy)).or_insert(text);
                }
            }
            Act::Delete(of) => {
                if library.delete(&id(of)).is_ok() {
                    has.remove(&id(of));
                }
            }
            Act::DeleteAndRestore(of) => {
                if let Ok(deleted) = library.delete(&id(of)) {
                    _ = library.restore(deleted);
                }
            }
            Act::LookBack(of) => _ = library.history(&id(of)),
            Act::Set => {
                let settings = Settings { last_plan: Some(text), ..Settings::default() };
                _ = library.set_settings(settings.clone());
                assert_eq!(library.settings(), &settings);
            }
            Act::Flush => _ = library.flush(),
            Act::Fail { every, error } => {
                store.every.set(*every);
                store.error.set(Some(*error));
            }
        }
    }

    fn has(&self) -> Vec<(String, String)> {
        self.has.clone().into_iter().collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_whatever_is_done_and_whenever_the_store_fails(
        acts in prop::collection::vec(act(), 1..120)
    ) {
        let store = Failing::default();
        let mut reader = Reader { library: Library::load(store.clone()), store: store.clone(), has: BTreeMap::new() };
        for (turn, act) in acts.iter().enumerate() {
            reader.act(act, turn);
            prop_assert_eq!(names(&reader.library), reader.has(), "in memory after {:?}", act);
        }
        store.every.set(0);
        // Killed now, every plan that opens is whole.
        let killed = Library::load(store.clone());
        prop_assert!(killed.unreadable().is_empty(), "{:?}", killed.unreadable());
        // Alive, all of it is stored as soon as the store works.
        reader.library.flush().unwrap();
        prop_assert_eq!(reader.library.fault(), None);
        let opened = Library::load(store);
        prop_assert_eq!(names(&opened), reader.has(), "stored");
        prop_assert_eq!(opened.settings(), reader.library.settings());
    }
}
