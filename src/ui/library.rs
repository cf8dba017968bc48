//! The reader's plans on the page: the library, the plan that is open, and what is done with whole plans.

mod backup;
mod file;
mod flaw;
mod naming;
mod saving;

pub use backup::{Outcome, Restored};
pub use file::FilePicker;
pub use flaw::{Unopened, flaw, link_sentence, sentence};
pub use saving::{SaveState, fault};

use super::dialog::Notice;
use super::session::Session;
use super::toast::Toasts;
use crate::locale::Lang;
use crate::locale::moment::Moment;
use crate::locale::screen::{frame as say, history};
use crate::model::plan::{Document, Plan};
use crate::persist::template;
use crate::state::editor::{Edit, Editor};
use crate::state::library::{Entry, Library, Revision, Settings, StoreError, Unreadable};
use crate::web::storage::LocalStore;
use crate::web::{address, clock, page};
use leptos::html::Input;
use leptos::prelude::*;
use saving::Saving;

/// The plan that is open, with the owner of everything that is derived from it.
#[derive(Clone)]
pub struct Open {
    /// Its id in the library.
    pub id: String,
    /// Its session.
    pub session: Session,
    owner: Owner,
}

/// The reader's plans. A handle: copies speak of the same plans.
#[derive(Clone, Copy)]
pub struct Shelf {
    library: RwSignal<Library<LocalStore>, LocalStorage>,
    open: RwSignal<Option<Open>>,
    saving: Saving,
    /// The language of the page.
    pub lang: RwSignal<Lang>,
    /// What was just done.
    pub toasts: Toasts,
    /// The dialog that is open.
    pub notice: RwSignal<Option<Notice>>,
    /// The field that files are chosen with.
    pub picker: NodeRef<Input>,
    /// The plans that were compared last, the base first: they keep their sides as long as the page.
    pub compared: RwSignal<Vec<String>>,
    owner: StoredValue<Owner>,
}

impl Shelf {
    /// Reads the plans of this device.
    #[must_use]
    pub fn load(lang: RwSignal<Lang>, owner: Owner) -> Shelf {
        Shelf::over(LocalStore::new(), lang, owner)
    }

    /// No plans, and nothing that is done is kept: for a page of others, whose visitors leave nothing behind.
    #[must_use]
    pub fn apart(lang: RwSignal<Lang>, owner: Owner) -> Shelf {
        Shelf::over(LocalStore::none(), lang, owner)
    }

    fn over(store: LocalStore, lang: RwSignal<Lang>, owner: Owner) -> Shelf {
        Shelf {
            library: RwSignal::new_local(Library::load(store)),
            open: RwSignal::new(None),
            saving: Saving::new(),
            lang,
            toasts: Toasts::new(),
            notice: RwSignal::new(None),
            picker: NodeRef::new(),
            compared: RwSignal::new(Vec::new()),
            owner: StoredValue::new(owner),
        }
    }

    /// The plans of the page, from any component.
    #[must_use]
    pub fn of_page() -> Shelf {
        expect_context::<Shelf>()
    }

    /// The lines of the list of plans, the last changed first.
    pub fn entries<T>(self, line: impl FnMut(Entry<'_>) -> T) -> Vec<T> {
        self.library.with(|library| library.entries().into_iter().map(line).collect())
    }

    /// Stored texts that are not plans of this version.
    #[must_use]
    pub fn unreadable(self) -> Vec<Unreadable> {
        self.library.with(|library| library.unreadable().to_vec())
    }

    /// How the store failed last; none when it works.
    #[must_use]
    pub fn fault(self) -> Option<StoreError> {
        self.library.with(Library::fault)
    }

    /// What the reader chose about the program.
    #[must_use]
    pub fn settings(self) -> Settings {
        self.library.with_untracked(|library| library.settings().clone())
    }

    /// Changes a setting. Where it cannot be stored it holds as long as the page.
    pub fn set(self, change: impl FnOnce(&mut Settings)) {
        self.change(|library| {
            let mut settings = library.settings().clone();
            change(&mut settings);
            _ = library.set_settings(settings);
        });
    }

    /// The plan that is open.
    #[must_use]
    pub fn open(self) -> Option<Open> {
        self.open.get()
    }

    /// Whether there is such a plan.
    #[must_use]
    pub fn has(self, id: &str) -> bool {
        self.library.with_untracked(|library| library.plan(id).is_some())
    }

    /// The plan that is open, else the one that was open last, else the one changed last.
    #[must_use]
    pub fn last_plan(self) -> Option<String> {
        let last = || self.settings().last_plan.filter(|id| self.has(id));
        let newest = || {
            self.library.with_untracked(|library| library.entries().first().map(|entry| entry.id.to_owned()))
        };
        self.open_id().or_else(last).or_else(newest)
    }

    /// The session of the open plan, for those who do not follow it.
    #[must_use]
    pub fn session(self) -> Option<Session> {
        self.open.with_untracked(|open| open.as_ref().map(|open| open.session))
    }

    /// Opens a plan in place of the one that is open; answers whether there is such a plan.
    pub fn open_plan(self, id: &str) -> bool {
        if self.open_id().is_some_and(|open| open == id) {
            return true;
        }
        self.save_now();
        let Some(plan) = self.library.with_untracked(|library| library.plan(id).cloned()) else {
            return false;
        };
        let owner = self.owner.with_value(Owner::child);
        let session = owner.with(|| {
            let session = Session::open(Editor::of(plan), self.lang);
            self.watch(session);
            session
        });
        self.replace_open(Some(Open { id: id.into(), session, owner }));
        self.set(|settings| settings.last_plan = Some(id.into()));
        true
    }

    /// Adds a plan and answers its id.
    pub fn create(self, plan: Plan) -> String {
        self.create_at(plan, clock::now())
    }

    /// Adds a plan that was last changed at some time.
    fn create_at(self, plan: Plan, saved_at: u64) -> String {
        let id = clock::new_id();
        // What the store refuses stays in memory, and the state of saving says so.
        self.change(|library| _ = library.create(&id, plan, saved_at));
        id
    }

    /// The plan of a template, or the blank one, not yet in the past.
    #[must_use]
    pub fn fresh(self, id: &str, lang: Lang) -> Option<Plan> {
        let document = match id {
            "blank" => template::blank(lang.tag()),
            id => template::document(id, lang.tag()),
        }?;
        let start = document.start.clone().max(clock::this_month());
        Plan::check(Document { start, ..document }).ok()
    }

    /// Adds a copy of a plan and answers its id; none when there is no such plan.
    pub fn duplicate(self, id: &str) -> Option<String> {
        self.save_now();
        let name = self.copy_name(&self.name_of(id)?);
        let copy = clock::new_id();
        self.change(|library| _ = library.duplicate(id, &copy, &name, clock::now()));
        self.toasts.say(move |lang| say::duplicated(lang, &name));
        Some(copy)
    }

    /// Gives a plan another name.
    pub fn rename(self, id: &str, name: &str) {
        match self.open.get_untracked().filter(|open| open.id == id) {
            // A name breaks no rule.
            Some(open) => {
                _ = open.session.edit(Edit::Rename(name.into()));
                self.save_now();
            }
            None => {
                // Where it was not stored, saving everything says so and goes on trying.
                _ = self.change(|library| library.rename(id, name, clock::now()));
                self.save_now();
            }
        }
    }

    /// Deletes a plan, and offers to bring it back.
    pub fn delete(self, id: &str) {
        self.save_now();
        let Some(name) = self.name_of(id) else { return };
        let Some(Ok(deleted)) = self.change(|library| library.delete(id)) else {
            self.toasts.say(move |lang| say::not_deleted(lang, &name));
            return;
        };
        let (id, was_open) = (id.to_owned(), self.open_id().is_some_and(|open| open == id));
        if was_open {
            self.replace_open(None);
            address::go("/start");
        }
        let restore = move || {
            self.change(|library| _ = library.restore(deleted.clone()));
            if was_open {
                address::go(&format!("/plan/{id}"));
            }
        };
        self.toasts.offer_undo(move |lang| say::deleted(lang, &name), restore);
    }

    /// Says what was done to the open plan, and offers to take it back as long as nothing else was done to it.
    pub fn offer_step_back(self, text: fn(Lang) -> &'static str) {
        let Some(Open { id, session, .. }) = self.open.get_untracked() else { return };
        let made = session.document.get_untracked();
        let holds = move || {
            let is_open = self.open.with(|open| open.as_ref().is_some_and(|open| open.id == id));
            is_open && session.document.try_with(|document| *document == made) == Some(true)
        };
        self.toasts.offer_step_back(move |lang| text(lang).into(), move || session.undo(), holds);
    }

    /// What a plan was earlier, the newest first.
    ///
    /// # Errors
    /// The store does not give it.
    pub fn history(self, id: &str) -> Result<Vec<Revision>, StoreError> {
        self.library.with_untracked(|library| library.history(id))
    }

    /// Makes the open plan again what it was, as a step that can be undone.
    pub fn bring_back(self, session: Session, revision: &Revision) {
        // The plan was checked when it was read.
        _ = session.edit(Edit::Replace(Box::new(revision.plan.document().clone())));
        self.save_now();
        let saved_at = revision.saved_at;
        let time = move |lang| clock::told(saved_at, lang, Moment::told_to_the_minute);
        self.toasts.say(move |lang| history::restored(lang, time(lang)));
    }

    /// Removes a stored text that could not be read, on the reader's word.
    pub fn discard(self, key: &str) {
        self.change(|library| _ = library.discard(key));
    }

    /// The id of the open plan, for those who do not follow it.
    pub fn open_id(self) -> Option<String> {
        self.open.with_untracked(|open| open.as_ref().map(|open| open.id.clone()))
    }

    fn name_of(self, id: &str) -> Option<String> {
        let name = self
            .library
            .with_untracked(|library| library.plan(id).map(|plan| plan.document().name.clone()))?;
        Some(if name.trim().is_empty() { say::untitled(self.lang.get_untracked()).into() } else { name })
    }

    /// The plan that was open before goes once nothing on the screen shows it any more.
    fn replace_open(self, open: Option<Open>) {
        self.saving.forget();
        let before = self.open.try_update(|now| std::mem::replace(now, open)).flatten();
        page::after(0, move || drop(before.map(|before| before.owner)));
    }

    fn change<T>(self, change: impl FnOnce(&mut Library<LocalStore>) -> T) -> Option<T> {
        self.library.try_update(change)
    }
}
