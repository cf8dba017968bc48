//! Names by which plans can be told apart: a copy says first that it is one, and what is here already gets a number.

use super::Shelf;
use crate::locale::screen::frame as say;
use crate::model::plan::{Document, Plan};
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

    /// The plan under a name that no other one has; a plan without a name keeps none.
    pub(super) fn named_apart(self, plan: Plan) -> Plan {
        let document = plan.document();
        if document.name.trim().is_empty() {
            return plan;
        }
        let (lang, own) = (self.lang.get_untracked(), document.name.clone());
        let name = self.free_name(|number| match number {
            1 => own.clone(),
            number => say::numbered(lang, &own, number),
        });
        // Only the name differs from a plan that was checked.
        Plan::check(Document { name, ..document.clone() }).unwrap_or(plan)
    }

    /// The first of the names, by number, that no plan has yet.
    fn free_name(self, name: impl Fn(usize) -> String) -> String {
        let taken: Vec<String> = untrack(|| self.entries(|entry| entry.plan.document().name.clone()));
        // One more than there are plans is always free.
        let mut names = (1..=taken.len()).map(&name);
        names.find(|name| !taken.contains(name)).unwrap_or_else(|| name(taken.len() + 1))
    }
}
