//! Two tabs on one store.

use super::plan;
use crate::persist::record::Record;
use crate::state::library::{Library, Memory, SaveError, Standing, Store, StoreError, key};
use proptest::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

/// A store that notes which text of the plan was replaced by which.
#[derive(Clone, Debug, Default)]
struct Watched {
    inner: Memory,
    replaced: Rc<RefCell<Vec<(String, String)>>>,
}

impl Store for Watched {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.inner.read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        if let Some(before) = self.inner.read(key)?.filter(|_| key.starts_with(key::PLAN)) {
            self.replaced.borrow_mut().push((content(&before), content(text)));
        }
        self.inner.write(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.inner.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.inner.keys()
    }
}

/// The name of a stored plan, which tells its edits apart.
fn content(text: &str) -> String {
    let plan = Record::decode(text).unwrap().plan;
    let document: serde_json::Value = serde_json::from_str(&plan).unwrap();
    document["name"].as_str().unwrap().into()
}

/// A tab, with what its reader has seen of the plan.
struct Tab {
    library: Library<Watched>,
    seen: BTreeSet<String>,
    copies: u32,
}

/// What a reader decides in a conflict.
#[derive(Clone, Copy, Debug)]
enum Choice {
    Mine,
    Theirs,
    Both,
}

impl Tab {
    fn open(store: &Watched) -> Tab {
        let mut tab = Tab { library: Library::load(store.clone()), seen: BTreeSet::new(), copies: 0 };
        tab.look();
        tab
    }

    fn look(&mut self) {
        let name = self.library.plan("a").unwrap().document().name.clone();
        self.seen.insert(name);
    }

    /// Edits and saves; in a conflict both contents are before the reader, who decides.
    fn edit(&mut self, name: &str, now: u64, choice: Choice, store: &Watched) {
        let saved = self.library.save("a", &plan(name), now);
        self.look();
        let Err(error) = saved else { return };
        assert!(matches!(error, SaveError::Conflict { .. }), "{error:?}");
        let theirs = content(&store.read(&key::plan("a")).unwrap().unwrap());
        self.seen.insert(theirs);
        match choice {
            Choice::Mine => self.library.keep_mine("a").unwrap(),
            Choice::Theirs => _ = self.library.take_theirs("a").unwrap(),
            Choice::Both => {
                self.copies += 1;
                let copy = format!("copy {} {name}", self.copies);
                self.library.create(&copy, plan(name), now).unwrap();
                self.library.take_theirs("a").unwrap();
            }
        }
        self.look();
    }
}

fn choice() -> impl Strategy<Value = Choice> {
    prop_oneof![Just(Choice::Mine), Just(Choice::Theirs), Just(Choice::Both)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_replaced_by_a_tab_that_has_not_seen_it(
        turns in prop::collection::vec((any::<bool>(), choice(), 1_u64..600_000), 400)
    ) {
        let store = Watched::default();
        Library::load(store.clone()).create("a", plan("start"), 0).unwrap();
        let mut tabs = [Tab::open(&store), Tab::open(&store)];
        let (mut now, mut both) = (0, BTreeSet::new());
        for (turn, (second, choice, pause)) in turns.into_iter().enumerate() {
            now += pause;
            let tab = &mut tabs[usize::from(second)];
            let name = format!("edit {turn}");
            let replaced = store.replaced.borrow().len();
            let copies = tab.copies;
            tab.edit(&name, now, choice, &store);
            for (before, after) in store.replaced.borrow().iter().skip(replaced) {
                prop_assert!(tab.seen.contains(before), "{after} replaced {before} unseen");
            }
            if tab.copies > copies {
                both.insert(name);
            }
        }
        let opened = Library::load(store);
        let kept: BTreeSet<String> = opened.entries().iter().map(|entry| entry.plan.document().name.clone()).collect();
        prop_assert!(kept.is_superset(&both), "whoever wanted both has both");
        prop_assert_eq!(kept.len(), both.len() + usize::from(!both.contains(&opened.plan("a").unwrap().document().name)));
    }
}

#[test]
fn a_write_at_the_same_moment_is_told_from_one_that_followed() {
    let store = Memory::default();
    let mut mine = Library::load(store.clone());
    mine.create("a", plan("start"), 1).unwrap();
    let mut other = Library::load(store.clone());
    other.save("a", &plan("followed"), 2).unwrap();
    assert_eq!(mine.standing("a"), Standing::Rewritten { saved_at: 2, unseen: false });
    mine.take_theirs("a").unwrap();
    // Browsers carry writes from tab to tab: each may write before it hears of the other.
    let before = store.read(&key::plan("a")).unwrap().unwrap();
    other.save("a", &plan("theirs"), 3).unwrap();
    let theirs = store.read(&key::plan("a")).unwrap().unwrap();
    store.write(&key::plan("a"), &before).unwrap();
    mine.save("a", &plan("mine"), 3).unwrap();
    store.write(&key::plan("a"), &theirs).unwrap();
    assert_eq!(mine.standing("a"), Standing::Rewritten { saved_at: 3, unseen: true });
    // Once this reader has decided, the other tab takes the decision for one that knew of its writes.
    other.save("a", &plan("theirs again"), 4).unwrap();
    mine.keep_mine("a").unwrap();
    assert!(matches!(other.standing("a"), Standing::Rewritten { unseen: false, .. }));
}

#[test]
fn what_another_tab_does_to_plans_that_are_not_open_is_followed() {
    let store = Memory::default();
    let mut mine = Library::load(store.clone());
    mine.create("open", plan("open"), 1).unwrap();
    mine.create("gone", plan("gone"), 1).unwrap();
    let mut other = Library::load(store.clone());
    other.create("new", plan("new"), 2).unwrap();
    other.save("open", &plan("theirs"), 2).unwrap();
    other.delete("gone").unwrap();
    for id in ["open", "new", "gone", "never was"] {
        mine.follow(id, Some("open"));
    }
    assert_eq!(super::names(&mine), super::pairs(&[("new", "new"), ("open", "open")]));
    assert!(matches!(mine.standing("open"), Standing::Rewritten { .. }));
}

#[test]
fn a_plan_that_another_tab_deleted_comes_back_alone_when_it_is_edited() {
    let store = Memory::default();
    let mut mine = Library::load(store.clone());
    for id in ["a", "b", "c"] {
        mine.create(id, plan(id), 1).unwrap();
    }
    let mut other = Library::load(store.clone());
    other.delete("a").unwrap();
    other.delete("b").unwrap();
    assert_eq!(mine.standing("a"), Standing::Gone);
    mine.save("a", &plan("edited"), 2).unwrap();
    mine.flush().unwrap();
    assert_eq!(super::names(&Library::load(store)), super::pairs(&[("a", "edited"), ("c", "c")]));
}
