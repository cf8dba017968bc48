//! Names by which copies can be told apart: a copy says first that it is one, and further copies get a number. What comes
//! from a file keeps its name: it comes back as it went.

use super::Shelf;
use crate::locale::screen::frame as say;
use leptos::prelude::*;

impl Shelf {
    /// The name of a copy, which no plan has yet.
    pub(super) fn copy_name(self, name: &str) -> String {
        let lang = self.lang.get_untracked();
        self.free_name(|number| match number {
            1 => say::copy_of(lang, name),
            number => say::another_copy_of(lang, number, name),
        })
    }

    /// The first of the names, by number, that no plan has yet.
    fn free_name(self, name: impl Fn(usize) -> String) -> String {
        let taken: Vec<String> = untrack(|| self.entries(|entry| entry.plan.document().name.clone()));
        // One more than there are plans is always free.
        let mut names = (1..=taken.len()).map(&name);
        names.find(|name| !taken.contains(name)).unwrap_or_else(|| name(taken.len() + 1))
    }
}
