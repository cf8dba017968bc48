//! The library on a store that works, that fails at every n-th call, that another tab writes to, that is damaged.

use super::{Library, Memory, SaveError, Settings, Standing, Store, StoreError, Theme, Why, key};
use crate::model::plan::{Document, Plan};
use crate::persist::record::RecordError;
use crate::persist::template;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::LazyLock;

mod any;
mod kills;
mod tabs;

/// Fails at every n-th call; 0 never fails.
#[derive(Clone, Debug, Default)]
struct Failing {
    inner: Memory,
    calls: Rc<Cell<u32>>,
    every: Rc<Cell<u32>>,
    error: Rc<Cell<Option<StoreError>>>,
}

impl Failing {
    fn every(n: u32, error: StoreError) -> Failing {
        let store = Failing::default();
        store.every.set(n);
        store.error.set(Some(error));
        store
    }

    fn call(&self) -> Result<(), StoreError> {
        self.calls.set(self.calls.get() + 1);
        match (self.error.get(), self.every.get()) {
            (Some(error), every) if every > 0 && self.calls.get().is_multiple_of(every) => Err(error),
            _ => Ok(()),
        }
    }
}

impl Store for Failing {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.call().and_then(|()| self.inner.read(key))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.call().and_then(|()| self.inner.write(key, text))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.call().and_then(|()| self.inner.remove(key))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.call().and_then(|()| self.inner.keys())
    }
}

fn plan(name: &str) -> Plan {
    static SERVICE: LazyLock<Document> = LazyLock::new(|| template::document("service", "en").unwrap());
    let mut document = SERVICE.clone();
    document.name = name.into();
    Plan::check(document).unwrap()
}

/// The plans by id and name.
fn names<S: Store>(library: &Library<S>) -> Vec<(String, String)> {
    let name = |entry: super::Entry<'_>| (entry.id.to_string(), entry.plan.document().name.clone());
    let mut names: Vec<_> = library.entries().into_iter().map(name).collect();
    names.sort();
    names
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(id, name)| ((*id).to_string(), (*name).to_string())).collect()
}

#[test]
fn plans_come_back_after_a_reload() {
    let store = Memory::default();
    let mut library = Library::load(store.clone());
    library.create("a", plan("first"), 1).unwrap();
    library.create("b", plan("second"), 2).unwrap();
    library.save("a", &plan("changed"), 3).unwrap();
    library.duplicate("b", "c", "copy", 4).unwrap();
    library.rename("b", "renamed", 5).unwrap();
    assert_eq!(library.create("b", plan("again"), 6), Err(SaveError::IdTaken));
    let library = Library::load(store);
    let order: Vec<&str> = library.entries().iter().map(|entry| entry.id).collect();
    assert_eq!(order, ["b", "c", "a"], "the last changed first");
    assert_eq!(names(&library), pairs(&[("a", "changed"), ("b", "renamed"), ("c", "copy")]));
    assert!(library.entries().iter().all(|entry| entry.stored) && library.unreadable().is_empty());
}

#[test]
fn a_deleted_plan_can_be_restored() {
    let store = Memory::default();
    let mut library = Library::load(store.clone());
    library.create("a", plan("first"), 1).unwrap();
    library.save("a", &plan("second"), 2).unwrap();
    let deleted = library.delete("a").unwrap();
    assert!(library.entries().is_empty() && store.keys().unwrap().is_empty());
    library.restore(deleted).unwrap();
    let library = Library::load(store);
    assert_eq!(names(&library), pairs(&[("a", "second")]));
    assert_eq!(library.history("a").unwrap().len(), 1, "with what it was earlier");
}

/// What somebody does in a session; every answer may be an error, and none of the work may be lost.
fn session(library: &mut Library<Failing>) {
    _ = library.create("a", plan("a1"), 1);
    _ = library.create("b", plan("b1"), 2);
    _ = library.save("a", &plan("a2"), 3);
    _ = library.duplicate("a", "c", "c1", 4);
    _ = library.save("a", &plan("a3"), 5);
    if let Ok(deleted) = library.delete("b") {
        _ = library.restore(deleted);
    }
    _ = library.rename("c", "c2", 6);
    let dark = Settings { theme: Theme::Dark, ..Settings::default() };
    _ = library.set_settings(dark.clone());
    assert_eq!(library.settings(), &dark);
}

#[test]
fn a_store_that_fails_at_any_call_loses_nothing() {
    let all = pairs(&[("a", "a3"), ("b", "b1"), ("c", "c2")]);
    let calls = {
        let store = Failing::default();
        session(&mut Library::load(store.clone()));
        store.calls.get()
    };
    for error in [StoreError::Refused, StoreError::Full, StoreError::Failed] {
        for every in 1..=calls {
            let store = Failing::every(every, error);
            let mut library = Library::load(store.clone());
            session(&mut library);
            assert_eq!(names(&library), all, "in memory, every {every}");
            // Killed now: whatever is stored opens, the last write or the one before.
            store.every.set(0);
            let killed = Library::load(store.clone());
            assert!(killed.unreadable().is_empty(), "every {every}");
            // Alive: as soon as the store works, everything is in it.
            library.flush().unwrap_or_else(|error| panic!("every {every}: {error:?}"));
            assert_eq!(library.fault(), None);
            assert_eq!(names(&Library::load(store)), all, "stored, every {every}");
        }
    }
}

#[test]
fn without_a_store_everything_goes_on_in_memory() {
    let mut library = Library::load(Failing::every(1, StoreError::Refused));
    assert_eq!(library.fault(), Some(StoreError::Refused));
    let refused = Err(SaveError::NotStored(StoreError::Refused));
    assert_eq!(library.create("a", plan("a"), 1), refused);
    assert_eq!(library.save("a", &plan("b"), 2), refused);
    assert_eq!(names(&library), pairs(&[("a", "b")]));
    assert!(!library.entries()[0].stored);
    assert!(library.delete("a").is_ok(), "the store never had it");
}

#[test]
fn a_store_that_fails_while_it_is_read_is_read_again() {
    let store = Failing::default();
    Library::load(store.clone()).create("a", plan("first"), 1).unwrap();
    for every in 1..8 {
        store.calls.set(0);
        store.every.set(every);
        store.error.set(Some(StoreError::Failed));
        let mut library = Library::load(store.clone());
        store.every.set(0);
        library.flush().unwrap();
        assert_eq!(names(&library), pairs(&[("a", "first")]), "every {every}");
        assert!(library.unreadable().is_empty());
    }
}

#[test]
fn two_tabs_never_overwrite_each_other_silently() {
    let store = Memory::default();
    let mut mine = Library::load(store.clone());
    mine.create("a", plan("before"), 1).unwrap();
    let mut other = Library::load(store.clone());
    other.save("a", &plan("theirs"), 2).unwrap();
    assert_eq!(mine.standing("a"), Standing::Rewritten { saved_at: 2, unseen: false });
    assert_eq!(other.standing("a"), Standing::AsLeft);
    let conflict = SaveError::Conflict { saved_at: 2 };
    assert_eq!(mine.save("a", &plan("mine"), 3), Err(conflict));
    assert_eq!(mine.delete("a").unwrap_err(), conflict);
    assert_eq!(names(&Library::load(store.clone())), pairs(&[("a", "theirs")]));
    assert_eq!(names(&mine), pairs(&[("a", "mine")]));

    // Both: mine under another id, theirs under its own.
    mine.create("copy", mine.plan("a").unwrap().clone(), 4).unwrap();
    assert_eq!(mine.take_theirs("a").unwrap().document().name, "theirs");
    assert_eq!(names(&Library::load(store.clone())), pairs(&[("a", "theirs"), ("copy", "mine")]));

    // Mine: the other tab then has the conflict, and its write is kept beside mine.
    other.save("a", &plan("theirs again"), 5).unwrap();
    assert!(mine.save("a", &plan("mine again"), 6).is_err());
    mine.keep_mine("a").unwrap();
    assert!(other.save("a", &plan("late"), 7).is_err());
    let history = mine.history("a").unwrap();
    assert_eq!(history.first().map(|revision| revision.plan.document().name.as_str()), Some("theirs again"));
}

#[test]
fn a_damaged_text_opens_as_the_write_before_and_is_parked_when_saved_over() {
    let store = Memory::default();
    let mut library = Library::load(store.clone());
    library.create("a", plan("first"), 1).unwrap();
    library.save("a", &plan("second"), 2).unwrap();
    library.create("b", plan("other"), 3).unwrap();
    let whole = store.read(&key::plan("a")).unwrap().unwrap();
    let damaged = &whole[..whole.len() / 2];
    store.write(&key::plan("a"), damaged).unwrap();

    let mut library = Library::load(store.clone());
    assert_eq!(names(&library), pairs(&[("a", "first"), ("b", "other")]));
    let [unreadable] = library.unreadable() else { panic!("one text is damaged") };
    assert_eq!(unreadable.text.as_deref(), Some(damaged));
    assert_eq!(unreadable.why, Why::Record(RecordError::Damaged));
    assert_eq!(store.read(&key::plan("a")).unwrap().as_deref(), Some(damaged), "not touched by loading");

    library.save("a", &plan("third"), 4).unwrap();
    let library = Library::load(store.clone());
    assert_eq!(names(&library), pairs(&[("a", "third"), ("b", "other")]));
    let [parked] = library.unreadable() else { panic!("the damaged text is kept") };
    assert_eq!((parked.text.as_deref(), &parked.why), (Some(damaged), &Why::Parked));

    let (mut library, key) = (Library::load(store.clone()), parked.key.clone());
    library.discard(&key).unwrap();
    assert!(Library::load(store).unreadable().is_empty());
}

#[test]
fn a_damaged_text_that_cannot_be_parked_is_not_written_over() {
    let store = Failing::default();
    store.write(&key::plan("a"), "backcast-record 1 half").unwrap();
    let mut library = Library::load(store.clone());
    assert!(library.entries().is_empty());
    // Of read, park and write the second fails.
    store.calls.set(0);
    store.every.set(2);
    store.error.set(Some(StoreError::Full));
    assert!(library.create("a", plan("new"), 1).is_err());
    assert_eq!(store.inner.read(&key::plan("a")).unwrap().unwrap(), "backcast-record 1 half");
}

#[test]
fn a_newer_text_is_listed_and_never_touched() {
    let store = Memory::default();
    Library::load(store.clone()).create("a", plan("old"), 1).unwrap();
    let newer = "backcast-record 2 whatever\nand more";
    store.write(&key::plan("a"), newer).unwrap();
    let mut library = Library::load(store.clone());
    assert!(library.entries().is_empty() && library.unreadable()[0].why.is_newer());
    assert_eq!(library.create("a", plan("mine"), 2), Err(SaveError::Newer));
    assert_eq!(store.read(&key::plan("a")).unwrap().unwrap(), newer);
}

#[test]
fn a_store_that_was_cleared_is_filled_again() {
    let store = Memory::default();
    let mut library = Library::load(store.clone());
    let settings = Settings { theme: Theme::Dark, ..Settings::default() };
    library.set_settings(settings.clone()).unwrap();
    library.create("a", plan("one"), 1).unwrap();
    library.create("b", plan("other"), 1).unwrap();
    // Whether anything changed meanwhile or not.
    for content in ["one", "two"] {
        for key in store.keys().unwrap() {
            store.remove(&key).unwrap();
        }
        library.save("a", &plan(content), 2).unwrap();
        library.flush().unwrap();
        let again = Library::load(store.clone());
        assert_eq!(names(&again), pairs(&[("a", content), ("b", "other")]));
        assert_eq!(again.settings(), &settings);
    }
}

#[test]
fn what_a_plan_was_earlier_can_be_seen_and_brought_back() {
    const HOUR: u64 = 3_600_000;
    let store = Memory::default();
    let mut library = Library::load(store.clone());
    library.create("a", plan("0"), 0).unwrap();
    library.create("b", plan("other"), 0).unwrap();
    for hour in 1..=4 {
        library.save("a", &plan(&hour.to_string()), hour * HOUR).unwrap();
    }
    let history = library.history("a").unwrap();
    let told: Vec<(u64, &str)> =
        history.iter().map(|past| (past.saved_at / HOUR, past.plan.document().name.as_str())).collect();
    assert_eq!(told, [(3, "3"), (2, "2"), (1, "1"), (0, "0")]);
    library.save("a", &history[2].plan, 5 * HOUR).unwrap();
    let library = Library::load(store);
    assert_eq!(names(&library)[0].1, "1");
    assert_eq!(
        library.history("a").unwrap()[0].plan.document().name,
        "4",
        "what was there before is kept too"
    );
    assert!(library.history("b").unwrap().is_empty());
}

#[test]
fn a_full_store_gives_up_earlier_writes_for_the_plan() {
    /// Has room for so many bytes.
    #[derive(Clone, Debug)]
    struct Small(Memory, usize);
    impl Store for Small {
        fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
            self.0.read(key)
        }
        fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
            let others = self.keys()?.into_iter().filter(|other| other != key);
            let used: usize = others.filter_map(|other| Some(self.0.read(&other).ok()??.len())).sum();
            if used + text.len() > self.1 { Err(StoreError::Full) } else { self.0.write(key, text) }
        }
        fn remove(&self, key: &str) -> Result<(), StoreError> {
            self.0.remove(key)
        }
        fn keys(&self) -> Result<Vec<String>, StoreError> {
            self.0.keys()
        }
    }
    let store = Small(Memory::default(), 4_000);
    let mut library = Library::load(store.clone());
    library.create("a", plan("first"), 1).unwrap();
    let long = "x".repeat(1_500);
    library.save("a", &plan(&long), 2).unwrap();
    assert_eq!(names(&Library::load(store)), pairs(&[("a", &long)]));
}

#[test]
fn settings_come_back_and_damaged_ones_are_the_defaults() {
    let store = Memory::default();
    let (language, last_plan) = (Some("en".into()), Some("a".into()));
    let settings = Settings { language, theme: Theme::Light, last_plan, asked_to_keep: true };
    Library::load(store.clone()).set_settings(settings.clone()).unwrap();
    assert_eq!(Library::load(store.clone()).settings(), &settings);
    store.write("backcast.settings", "{\"theme\":").unwrap();
    assert_eq!(Library::load(store).settings(), &Settings::default());
}
