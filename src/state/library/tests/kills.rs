//! The program is killed between, or within, any two calls of the store.

use super::{names, pairs, plan};
use crate::state::library::{Library, Memory, Store, StoreError};
use std::cell::Cell;
use std::rc::Rc;

/// Dies after so many calls: what comes later never happens. A write that is the last call may be torn.
#[derive(Clone, Debug)]
struct Dying {
    inner: Memory,
    left: Rc<Cell<u32>>,
    torn: bool,
}

impl Dying {
    fn call(&self) -> Result<(), StoreError> {
        self.left.set(self.left.get().checked_sub(1).ok_or(StoreError::Failed)?);
        Ok(())
    }
}

impl Store for Dying {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.call().and_then(|()| self.inner.read(key))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.call()?;
        let torn = self.torn && self.left.get() == 0;
        self.inner.write(key, if torn { &text[..text.len() / 2] } else { text })
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.call().and_then(|()| self.inner.remove(key))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.call().and_then(|()| self.inner.keys())
    }
}

/// Saves two plans in turns, a minute apart; answers how many saves came through.
fn work(library: &mut Library<Dying>) -> u32 {
    let save = |turn: u32| {
        library.save(["a", "b"][(turn % 2) as usize], &plan(&turn.to_string()), u64::from(turn) * 60_000)
    };
    (2..40).map(save).take_while(Result::is_ok).fold(0, |saves, _| saves + 1)
}

#[test]
fn a_plan_opens_whole_whenever_the_program_was_killed() {
    let mut kills = 0;
    for torn in [false, true] {
        for left in 0.. {
            let inner = Memory::default();
            let mut before = Library::load(inner.clone());
            before.create("a", plan("0"), 0).unwrap();
            before.create("b", plan("1"), 1).unwrap();
            let store = Dying { inner: inner.clone(), left: Rc::new(Cell::new(u32::MAX)), torn };
            let mut library = Library::load(store.clone());
            store.left.set(left);
            let saves = work(&mut library);
            if store.left.get() > 0 {
                break;
            }
            kills += 1;
            let opened = Library::load(inner);
            // The save that was under way either happened or did not; one that was torn did not.
            let last = |saves: u32| {
                let (a, b) = (saves.div_ceil(2) * 2, saves / 2 * 2 + 1);
                pairs(&[("a", &a.to_string()), ("b", &b.to_string())])
            };
            let names = names(&opened);
            assert!(
                names == last(saves) || names == last(if torn { saves - 1 } else { saves + 1 }),
                "{left} calls, {saves} saves: {names:?}"
            );
            assert!(torn || opened.unreadable().is_empty());
            for id in ["a", "b"] {
                assert!(
                    opened.history(id).unwrap().len() as u32 >= saves / 2 - u32::from(torn && saves > 1),
                    "{left}"
                );
            }
        }
    }
    assert!(kills > 50, "{kills}");
}
