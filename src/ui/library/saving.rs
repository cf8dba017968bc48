//! Saving by itself: shortly after the last change, before the page goes, and again when it failed.

use super::Shelf;
use crate::locale::Lang;
use crate::locale::screen::frame as say;
use crate::model::plan::{Document, Plan};
use crate::state::editor::Edit;
use crate::state::library::{SaveError, Standing, StoreError, id_of};
use crate::ui::session::Session;
use crate::web::page::Listener;
use crate::web::{address, clock, page, storage};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A pause in the typing this long is worth a write.
const PAUSE_MS: i32 = 300;
/// How long after a failure it is tried again.
const AGAIN_MS: i32 = 5_000;

/// How saving goes, as the reader is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// The store has everything.
    Saved,
    /// It is about to have everything.
    Saving,
    /// It failed; the last success, milliseconds since 1970.
    Unsaved(StoreError, Option<u64>),
    /// There is no store: plans live as long as the page.
    Memory,
    /// Somebody else wrote this plan meanwhile, milliseconds since 1970; none when it was a newer program, whose plan
    /// cannot be taken over.
    Conflict(Option<u64>),
    /// The store had this plan and lost it; what is open here is whole.
    Gone,
}

/// What the shelf knows about saving the open plan.
#[derive(Clone, Copy)]
pub(super) struct Saving {
    state: RwSignal<SaveState>,
    /// The last time the store took everything.
    success: StoredValue<Option<u64>>,
    /// Counts the changes, so that only the last one of a row saves.
    changes: StoredValue<u64>,
    /// Whether a change waits to be saved.
    waits: StoredValue<bool>,
}

impl Saving {
    pub(super) fn new() -> Saving {
        Saving {
            state: RwSignal::new(SaveState::Saved),
            success: StoredValue::new(None),
            changes: StoredValue::new(0),
            waits: StoredValue::new(false),
        }
    }

    /// Another plan is opened: what waited for the last one is saved or gone.
    pub(super) fn forget(self) {
        self.waits.set_value(false);
        self.changes.update_value(|changes| *changes += 1);
    }
}

impl Shelf {
    /// How saving the open plan goes.
    #[must_use]
    pub fn save_state(self) -> SaveState {
        self.saving.state.get()
    }

    /// Saves the open plan after each change, once there is a pause.
    pub(super) fn watch(self, session: Session) {
        Effect::new(move |seen: Option<()>| {
            session.document.track();
            if seen.is_some() {
                self.changed();
            } else {
                self.save_now();
            }
        });
    }

    /// Listens for the page being left and for writes of other tabs, as long as the answer is kept.
    #[must_use]
    pub fn listen(self) -> Vec<Listener> {
        let mut listeners = page::on_leaving(move || self.save_waiting());
        listeners.extend(page::on_other_tab(move |key| self.other_tab_wrote(key.as_deref())));
        listeners
    }

    fn changed(self) {
        let saving = self.saving;
        saving.waits.set_value(true);
        if !matches!(saving.state.get_untracked(), SaveState::Conflict(_)) {
            saving.state.set(SaveState::Saving);
        }
        self.save_after(PAUSE_MS);
    }

    /// Saves after a while, unless something changes before.
    fn save_after(self, milliseconds: i32) {
        self.saving.changes.update_value(|changes| *changes += 1);
        let change = self.saving.changes.get_value();
        page::after(milliseconds, move || {
            if self.saving.changes.get_value() == change {
                self.save_now();
            }
        });
    }

    fn save_waiting(self) {
        if self.saving.waits.get_value() {
            self.save_now();
        }
    }

    /// Saves the open plan, and whatever else is in memory only.
    pub fn save_now(self) {
        self.saving.waits.set_value(false);
        let open = self.open.get_untracked().map(|open| (open.id, open.session.plan()));
        let saved = self.change(|library| {
            let saved = open.map_or(Ok(()), |(id, plan)| library.save(&id, &plan, clock::now()));
            match (saved, library.flush()) {
                // A store that fails for another plan fails for this one too; a conflict of another plan does not.
                (Ok(()), Err(SaveError::NotStored(error))) => Err(SaveError::NotStored(error)),
                (saved, _) => saved,
            }
        });
        self.take_note(saved.unwrap_or(Err(SaveError::UnknownPlan)));
    }

    /// Whether the store has everything there is on this page.
    #[must_use]
    pub fn is_all_saved(self) -> bool {
        let listed =
            self.library.with_untracked(|library| library.entries().iter().all(|entry| entry.stored));
        listed && matches!(self.saving.state.get_untracked(), SaveState::Saved)
    }

    fn take_note(self, saved: Result<(), SaveError>) {
        let success = self.saving.success;
        let state = match saved {
            Ok(()) => {
                success.set_value(Some(clock::now()));
                self.ask_to_keep();
                SaveState::Saved
            }
            Err(SaveError::NotStored(StoreError::Refused)) if success.get_value().is_none() => {
                SaveState::Memory
            }
            Err(SaveError::NotStored(error)) => SaveState::Unsaved(error, success.get_value()),
            Err(SaveError::Conflict { saved_at }) => SaveState::Conflict(Some(saved_at)),
            Err(SaveError::Newer) => SaveState::Conflict(None),
            Err(SaveError::Unreadable | SaveError::UnknownPlan | SaveError::IdTaken) => {
                SaveState::Unsaved(StoreError::Failed, success.get_value())
            }
        };
        self.saving.state.set(state);
        if matches!(state, SaveState::Unsaved(..)) {
            self.save_after(AGAIN_MS);
        }
    }

    /// Asks the browser once not to clear the plans when room is short: some put the question to the reader, so it waits
    /// until there is work of theirs to keep.
    fn ask_to_keep(self) {
        let has_work = untrack(|| self.session().is_some_and(Session::can_undo));
        if has_work && !self.settings().asked_to_keep {
            self.set(|settings| settings.asked_to_keep = true);
            spawn_local(storage::ask_to_keep());
        }
    }

    /// Another tab wrote something, or cleared the store. Where nothing waits to be saved here, a write that followed the
    /// last one of this tab is taken over, as a step that can be undone; otherwise the reader decides.
    fn other_tab_wrote(self, key: Option<&str>) {
        let open = self.open_id();
        if let Some(id) = key.and_then(id_of) {
            self.change(|library| library.follow(id, open.as_deref()));
        }
        let Some(id) = open else { return };
        let standing = self.library.with_untracked(|library| library.standing(&id));
        let is_quiet =
            !self.saving.waits.get_value() && self.saving.state.get_untracked() == SaveState::Saved;
        match standing {
            Standing::AsLeft => {}
            Standing::Gone => self.saving.state.set(SaveState::Gone),
            Standing::Rewritten { unseen: false, .. } if is_quiet => self.take_theirs(),
            Standing::Rewritten { saved_at, .. } => {
                self.saving.state.set(SaveState::Conflict(Some(saved_at)));
            }
        }
    }

    /// Takes over what another tab wrote of the open plan.
    pub fn take_theirs(self) {
        let Some(open) = self.open.get_untracked() else { return };
        let taken = self.change(|library| library.take_theirs(&open.id).cloned());
        match taken {
            Some(Ok(plan)) => {
                // The plan was checked when it was read.
                _ = open.session.edit(Edit::Replace(Box::new(Plan::into_document(plan))));
                self.save_now();
                self.toasts.say(|lang| say::taken(lang).into());
            }
            Some(Err(error)) => self.take_note(Err(error)),
            None => {}
        }
    }

    /// Saves what is open here over the other tab's write, which stays among the earlier versions.
    pub fn keep_mine(self) {
        let Some(open) = self.open.get_untracked() else { return };
        let plan = open.session.plan();
        self.saving.waits.set_value(false);
        let kept = self.change(|library| {
            // What it says about the other tab's write is what is being decided.
            _ = library.save(&open.id, &plan, clock::now());
            library.keep_mine(&open.id)
        });
        let kept = kept.unwrap_or(Err(SaveError::UnknownPlan));
        self.take_note(kept);
        if kept.is_ok() {
            self.toasts.say(|lang| say::kept_mine(lang).into());
        }
    }

    /// Keeps what is open here as a plan of its own, and leaves the other tab's write where it is.
    pub fn keep_both(self) {
        let Some(open) = self.open.get_untracked() else { return };
        let document = open.session.document.get_untracked();
        let name = self.copy_name(&document.name);
        // Only the name differs from a plan that was checked.
        let Ok(plan) = Plan::check(Document { name, ..document }) else { return };
        // Before anything else the session must not save itself under the old id any more.
        self.replace_open(None);
        let copy = self.create(plan);
        // Memory takes the write that it had not seen; where that cannot be read it stays in the store.
        self.change(|library| _ = library.take_theirs(&open.id).is_ok());
        address::go(&format!("/plan/{copy}"));
        self.toasts.say(|lang| say::kept_both(lang).into());
    }
}

/// What is said when the store fails: what happened, and what to do.
#[must_use]
pub fn fault(error: StoreError, lang: Lang) -> (String, &'static str) {
    let (title, text) = match error {
        StoreError::Refused => (say::memory_title(lang), say::memory_text(lang)),
        StoreError::Full => (say::unsaved_title(lang), say::unsaved_full(lang)),
        StoreError::Failed => (say::unsaved_title(lang), say::unsaved_failed(lang)),
    };
    (title.into(), text)
}
