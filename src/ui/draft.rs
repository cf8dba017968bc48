//! A field while somebody types: the text stays as typed, and only what can be read reaches the plan.

mod input;

pub use input::{DraftInput, DraftWrong};

use super::session::Session;
use crate::locale::typed::{self, TypedError, words};
use crate::locale::{Lang, fault};
use crate::model::plan::{Estimate, Fault, FaultKind, Path};
use crate::model::quantity::Unit;
use crate::persist::amount::moved;
use crate::present::chain::InputView;
use crate::state::editor::Edit;
use leptos::prelude::*;
use std::sync::Arc;

/// Writes what was typed at a place of the plan; nothing where the field was emptied. The estimate is the one that
/// stood there before the typing began.
type Write = Arc<dyn Fn(Path, Option<f64>, Option<Estimate>) -> Result<(), Fault> + Send + Sync>;

/// What is wrong with a draft, and how it may have been meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrong {
    /// One sentence.
    pub message: String,
    /// Texts that can be read, offered as buttons.
    pub readings: Vec<String>,
    /// Whether the sentence names the field.
    pub names_field: bool,
}

/// The state of a field: the text while it differs from the plan, and what is wrong with it.
#[derive(Clone, Copy)]
pub struct Draft {
    session: Session,
    input: Signal<InputView>,
    write: StoredValue<Write>,
    optional: bool,
    /// What stood in the plan before the typing began: an interval moves from there, not from digit to digit.
    before: StoredValue<Option<Estimate>>,
    /// Whether the typing has changed the plan.
    wrote: StoredValue<bool>,
    text: RwSignal<Option<String>>,
    /// Whether the field was left as it is: what is wrong with it is then said at once, and not when there is time.
    left: RwSignal<bool>,
    /// What is wrong, if anything.
    pub wrong: RwSignal<Option<Wrong>>,
}

impl Draft {
    /// A field for a number of the plan.
    #[must_use]
    pub fn of(input: Signal<InputView>) -> Draft {
        let session = Session::of_page();
        Draft::writing(input, false, move |path, value, before| set_value(session, path, value, before))
    }

    /// A field for a number that the plan need not have: left empty, its default holds again.
    #[must_use]
    pub fn optional(input: Signal<InputView>) -> Draft {
        let session = Session::of_page();
        Draft::writing(input, true, move |path, value, before| match value {
            None => session.edit(Edit::Clear(path)),
            value => set_value(session, path, value, before),
        })
    }

    /// A field that writes what was typed in its own way. An optional one writes nothing once it is left empty, and
    /// not before, so that a number can be deleted to type another.
    #[must_use]
    pub fn writing(
        input: Signal<InputView>,
        optional: bool,
        write: impl Fn(Path, Option<f64>, Option<Estimate>) -> Result<(), Fault> + Send + Sync + 'static,
    ) -> Draft {
        let session = Session::of_page();
        let write = StoredValue::new(Arc::new(write) as Write);
        let wrong = RwSignal::new(None::<Wrong>);
        let (before, wrote) = (StoredValue::new(None), StoredValue::new(false));
        let (text, left) = (RwSignal::new(None), RwSignal::new(false));
        let draft = Draft { session, input, write, optional, before, wrote, text, left, wrong };
        count_wrong(session, Signal::derive(move || wrong.with(Option::is_some)), move || draft.give_up());
        Effect::new(move |told: Option<Lang>| {
            let lang = session.lang.get();
            if told.is_some_and(|told| told != lang) {
                draft.tell_again();
            }
            lang
        });
        draft
    }

    /// Says in the language of the page what is wrong.
    fn tell_again(self) {
        let text = self.text.get_untracked().filter(|_| self.wrong.with_untracked(Option::is_some));
        if let Some(text) = text {
            let left = self.left.get_untracked();
            self.take(text);
            self.left.set(left);
        }
    }

    /// The text in the field.
    #[must_use]
    pub fn shown(self) -> String {
        self.text.get().unwrap_or_else(|| self.input.get().text)
    }

    /// Takes what is in the field now: a text that can be read changes the plan at once. One that cannot leaves the plan
    /// as it was before the typing, for a prefix such as the `0` of `0.5` was never meant.
    pub fn take(self, text: String) {
        let input = self.input.get_untracked();
        let lang = self.session.lang.get_untracked();
        if !self.wrote.get_value() {
            let document = self.session.document;
            self.before.set_value(document.with_untracked(|document| document.estimate(input.path).cloned()));
        }
        let wrong = match typed::parse(&text, input.kind) {
            // A number is deleted to type another.
            Err(_) if is_empty(&text) => None,
            Err(error) => Some(unread(&error, lang)),
            Ok(value) => self.written(Some(value)),
        };
        if wrong.is_some() || is_empty(&text) {
            self.take_back();
        }
        self.text.set(Some(text));
        self.left.set(false);
        self.wrong.set(wrong);
    }

    /// What is wrong with a value, if the plan refuses it.
    fn written(self, value: Option<f64>) -> Option<Wrong> {
        let InputView { path, label, .. } = self.input.get_untracked();
        match self.write.get_value()(path, value, self.before.get_value()) {
            Ok(()) => {
                self.wrote.set_value(true);
                None
            }
            Err(refused) => {
                let lang = self.session.lang.get_untracked();
                // Rates are called by their stages.
                let message = match path.field.unit() {
                    Unit::Rate => fault::message_about(&refused, &label, Unit::Rate, lang),
                    _ => fault::message(&refused, Some(path.field), lang),
                };
                Some(Wrong { message, readings: Vec::new(), names_field: true })
            }
        }
    }

    /// Takes what the typing has changed back.
    fn take_back(self) {
        if self.wrote.get_value() {
            self.session.give_up();
            self.wrote.set_value(false);
        }
    }

    /// Ends the typing: a good draft gives way to the plan's own text, a wrong one stays where it is.
    pub fn leave(self) {
        // A field that is taken off the page while it has the focus loses that last.
        if self.text.is_disposed() {
            return;
        }
        if let Some(text) = self.text.get_untracked().filter(|text| is_empty(text)) {
            self.wrong.set(self.left_empty(&text));
        }
        self.wrote.set_value(false);
        self.session.settle();
        self.left.set(true);
        if self.wrong.with_untracked(Option::is_none) {
            self.text.set(None);
        }
    }

    /// What is wrong with a field that was left empty.
    fn left_empty(self, text: &str) -> Option<Wrong> {
        if self.optional {
            return self.written(None);
        }
        let (kind, lang) = (self.input.with_untracked(|input| input.kind), self.session.lang.get_untracked());
        typed::parse(text, kind).err().map(|error| unread(&error, lang))
    }

    /// The sentence that says what the results are computed with meanwhile; none where nothing stands in the plan.
    fn still_used(self) -> Option<String> {
        let value = self.input.with(|input| input.text.clone());
        (!value.is_empty()).then(|| words::still_used(self.session.lang.get(), value))
    }

    /// Gives the draft up, and what it has changed.
    pub fn give_up(self) {
        self.take_back();
        self.session.settle();
        self.wrong.set(None);
        self.text.set(None);
    }
}

fn is_empty(text: &str) -> bool {
    text.trim().is_empty()
}

/// What is said of a text that cannot be read.
fn unread(error: &TypedError, lang: Lang) -> Wrong {
    Wrong {
        message: error.message(lang),
        readings: error.readings().iter().map(|reading| reading.text.clone()).collect(),
        names_field: false,
    }
}

/// The page counts the drafts that cannot be read, and asks for them to be given up; a field that goes away takes its
/// draft with it.
pub fn count_wrong(session: Session, is_wrong: Signal<bool>, give_up: impl Fn() + 'static) {
    let counted = StoredValue::new(false);
    let count = move |now: bool| {
        if counted.get_value() != now {
            counted.set_value(now);
            session
                .wrong_drafts
                .update(|count| *count = if now { *count + 1 } else { count.saturating_sub(1) });
        }
    };
    Effect::new(move |_| count(is_wrong.get()));
    Effect::new(move |begun: Option<()>| {
        session.giving_up.track();
        if begun.is_some() && is_wrong.get_untracked() {
            give_up();
        }
    });
    on_cleanup(move || count(false));
}

/// Writes a value; its interval, source and note stay with it.
fn set_value(
    session: Session,
    path: Path,
    value: Option<f64>,
    before: Option<Estimate>,
) -> Result<(), Fault> {
    let value = value.ok_or_else(|| missing(session, path))?;
    let estimate =
        before.map_or_else(|| Estimate::from(value), |old| moved(&old, value, path.field.bounds()));
    session.edit(Edit::SetNumber(path, estimate))
}

fn missing(session: Session, path: Path) -> Fault {
    let path = session.document.with_untracked(|document| path.name(document));
    Fault { path, kind: FaultKind::Missing }
}
