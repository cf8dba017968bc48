//! A field while somebody types: the text stays as typed, and only what can be read reaches the plan.

use super::session::Session;
use crate::locale::{fault, typed};
use crate::model::plan::{Estimate, Path};
use crate::present::chain::InputView;
use crate::state::editor::Edit;
use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

/// What is wrong with a draft, and how it may have been meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrong {
    /// One sentence.
    pub message: String,
    /// Texts that can be read, offered as buttons.
    pub readings: Vec<String>,
}

/// The state of a field: the text while it differs from the plan, and what is wrong with it.
#[derive(Clone, Copy)]
pub struct Draft {
    session: Session,
    input: Signal<InputView>,
    text: RwSignal<Option<String>>,
    /// What is wrong, if anything.
    pub wrong: RwSignal<Option<Wrong>>,
}

impl Draft {
    /// A field for a number of the plan.
    #[must_use]
    pub fn of(input: Signal<InputView>) -> Draft {
        let session = Session::of_page();
        let wrong = RwSignal::new(None::<Wrong>);
        // The page counts the drafts that cannot be read; a field that goes away takes its draft with it.
        let counted = StoredValue::new(false);
        let count = move |now: bool| {
            if counted.get_value() != now {
                counted.set_value(now);
                session
                    .wrong_drafts
                    .update(|count| *count = if now { *count + 1 } else { count.saturating_sub(1) });
            }
        };
        Effect::new(move |_| count(wrong.with(Option::is_some)));
        on_cleanup(move || count(false));
        Draft { session, input, text: RwSignal::new(None), wrong }
    }

    /// The text in the field.
    #[must_use]
    pub fn shown(self) -> String {
        self.text.get().unwrap_or_else(|| self.input.get().text)
    }

    /// Takes what is in the field now: a text that can be read changes the plan at once.
    pub fn take(self, text: String) {
        let input = self.input.get_untracked();
        let lang = self.session.lang.get_untracked();
        let wrong = match typed::parse(&text, input.kind) {
            Err(error) => Some(Wrong {
                message: error.message(lang),
                readings: error.readings().iter().map(|reading| reading.text.clone()).collect(),
            }),
            Ok(value) => set_value(self.session, input.path, value).err().map(|error| Wrong {
                message: fault::message(&error, Some(input.path.field), lang),
                readings: Vec::new(),
            }),
        };
        self.text.set(Some(text));
        self.wrong.set(wrong);
    }

    /// Ends the typing: a good draft gives way to the plan's own text, a wrong one stays where it is.
    pub fn leave(self) {
        if self.wrong.with_untracked(Option::is_none) {
            self.text.set(None);
        }
        self.session.settle();
    }

    /// Gives the draft up.
    pub fn give_up(self) {
        self.wrong.set(None);
        self.text.set(None);
    }
}

/// Writes a value; its interval, source and note stay with it.
fn set_value(session: Session, path: Path, value: f64) -> Result<(), crate::model::plan::Fault> {
    let before = session.document.with_untracked(|document| document.estimate(path).cloned());
    let estimate =
        before.map_or_else(|| Estimate::from(value), |old| old.moved_to(value, path.field.bounds()));
    session.edit(Edit::SetNumber(path, estimate))
}

/// The input element of a draft.
#[component]
pub fn DraftInput(
    /// The field.
    draft: Draft,
    /// The element's id, for its label; the message beside it has the id with `-wrong` behind it.
    id: String,
    /// The element's class.
    #[prop(default = "")]
    class: &'static str,
    /// The name, where no label stands beside it.
    #[prop(optional, into)]
    label: Option<String>,
) -> impl IntoView {
    let element = NodeRef::<Input>::new();
    let take = move |composing: bool| {
        if let (false, Some(element)) = (composing, element.get_untracked()) {
            draft.take(element.value());
        }
    };
    let key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Enter" if !event.is_composing() => draft.leave(),
        "Escape" if !event.is_composing() => draft.give_up(),
        _ => {}
    };
    let described = format!("{id}-wrong");
    view! {
        <input
            node_ref=element id=id class=class inputmode="decimal" autocomplete="off" translate="no"
            aria-label=label
            aria-invalid=move || draft.wrong.with(Option::is_some).then_some("true")
            aria-describedby=move || draft.wrong.with(Option::is_some).then(|| described.clone())
            prop:value=move || draft.shown()
            on:input=move |event| take(event.unchecked_into::<ev::InputEvent>().is_composing())
            on:compositionend=move |_| take(false)
            on:blur=move |_| draft.leave()
            on:keydown=key
        />
    }
}

/// What is wrong with a draft, beside its field, with the readings to choose from.
#[component]
pub fn DraftWrong(
    /// The field.
    draft: Draft,
    /// The id of its input element.
    id: String,
) -> impl IntoView {
    let id = format!("{id}-wrong");
    move || {
        draft.wrong.get().map(|wrong| {
            let choose = |reading: String| {
                let text = reading.clone();
                let take = move |_| {
                    draft.take(text.clone());
                    draft.leave();
                };
                view! { <button type="button" class="btn" translate="no" on:click=take>{reading}</button> }
            };
            view! {
                <p class="error" id=id.clone() role="alert">
                    {wrong.message}
                    {wrong.readings.into_iter().map(choose).collect_view()}
                </p>
            }
        })
    }
}
