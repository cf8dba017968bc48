//! All plans as one file: out of the library, and plan by plan into it.

use super::Shelf;
use crate::locale::screen::{file as say, frame};
use crate::model::plan::Plan;
use crate::persist::backup::{self, Entry, Kept};
use crate::persist::file_name::file_name;
use crate::persist::plan_text::{self, PlanError};
use crate::ui::dialog::Notice;
use crate::web::{address, clock, file};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What became of a plan of a backup.
#[derive(Clone, Debug, PartialEq)]
pub struct Restored {
    /// What it is called; empty where that cannot be told.
    pub name: String,
    /// Whether it was added or is here already, or what is wrong with it.
    pub outcome: Result<Outcome, Box<PlanError>>,
}

/// What became of a plan that could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is a plan of its own now.
    Added,
    /// There is one just like it.
    AlreadyHere,
}

impl Shelf {
    /// Offers all plans as one file.
    pub fn back_up(self) {
        self.save_now();
        let plans = self.entries(|entry| Kept { saved_at: entry.saved_at, plan: entry.plan.clone() });
        let name = say::backup_name(self.lang.get_untracked(), clock::today());
        if !file::download(&file_name(&name, "json"), file::JSON, &backup::write(&plans)) {
            self.toasts.say(|lang| frame::not_exported(lang).into());
        }
    }

    /// Adds the plans of a backup that are not here yet, and tells what became of each. Nothing is replaced.
    pub(super) fn restore_all(self, entries: Vec<Entry>) {
        let text = |plan: &Plan| plan_text::write_compact(plan.document());
        let mut here: BTreeSet<String> = self.entries(|entry| text(entry.plan)).into_iter().collect();
        let mut add = |Kept { saved_at, plan }: Kept| {
            if !here.insert(text(&plan)) {
                return Outcome::AlreadyHere;
            }
            // Its time is that of its last change, where the backup knows it.
            self.create_at(plan, if saved_at == 0 { clock::now() } else { saved_at });
            Outcome::Added
        };
        let restored = entries.into_iter().map(|Entry { name, kept }| {
            let outcome = kept.map(&mut add).map_err(Box::new);
            Restored { name, outcome }
        });
        let restored = restored.collect();
        self.save_now();
        address::go("/start");
        self.notice.set(Some(Notice::Restored(restored)));
    }
}
