//! A number of the question: it stands in no plan, so it is read here, and a text that cannot be read changes nothing.

use crate::locale::typed::{self, Kind, TypedError};
use crate::locale::{Lang, request};
use crate::model::solve::RequestFault;
use crate::ui::draft::count_wrong;
use crate::ui::session::Session;
use leptos::prelude::*;

/// A number to be typed.
#[component]
pub fn Amount(
    /// The id of the field.
    id: &'static str,
    /// What it is.
    #[prop(into)]
    label: Signal<String>,
    /// What kind of number it takes.
    #[prop(into)]
    kind: Signal<Kind>,
    /// The number; none where the field is empty.
    #[prop(into)]
    value: Signal<Option<f64>>,
    /// What is wrong with a number that the question cannot take; none where it can.
    refuse: fn(f64) -> Option<RequestFault>,
    /// Takes a number, or none where the field was emptied.
    take: Callback<Option<f64>>,
) -> impl IntoView {
    let session = Session::of_page();
    let lang = session.lang;
    let typed = RwSignal::new(None::<String>);
    let read = move |text: &str| match text.trim() {
        "" => Ok(None),
        text => {
            let value = typed::parse(text, kind.get()).map_err(Unfit::Unread)?;
            refuse(value).map_or(Ok(Some(value)), |fault| Err(Unfit::Refused(fault)))
        }
    };
    let wrong = Memo::new(move |_| typed.with(|typed| read(typed.as_ref()?).err()));
    let is_wrong = Signal::derive(move || wrong.with(Option::is_some));
    count_wrong(session, is_wrong, move || typed.set(None));
    let shown = move || {
        let value = move || value.get().map_or_else(String::new, |value| typed::editable(value, kind.get()));
        typed.get().unwrap_or_else(value)
    };
    let enter = move |text: String| {
        if let Ok(value) = untrack(|| read(&text)) {
            take.run(value);
        }
        typed.set(Some(text));
    };
    let leave = move |_| {
        if !is_wrong.get_untracked() {
            typed.set(None);
        }
    };
    let wrong_id = format!("{id}-wrong");
    let described = wrong_id.clone();
    let reading = move |text: String| {
        let chosen = text.clone();
        let choose = move |_| {
            enter(chosen.clone());
            typed.set(None);
        };
        view! { <button type="button" class="btn" translate="no" on:click=choose>{text}</button> }
    };
    let told = move |wrong: Unfit| {
        view! {
            <p class="error" id=wrong_id.clone() role="status">
                <span>{wrong.message(lang.get())}</span>
                {wrong.readings().into_iter().map(reading).collect_view()}
            </p>
        }
    };
    view! {
        <div class="field" data-state=move || is_wrong.get().then_some("error")>
            <label for=id>{label}</label>
            <span class="control">
                <input
                    id=id autocomplete="off" translate="no" inputmode="text" enterkeyhint="done"
                    aria-invalid=move || is_wrong.get().then_some("true")
                    aria-describedby=move || is_wrong.get().then(|| described.clone())
                    prop:value=shown on:input=move |event| enter(event_target_value(&event)) on:blur=leave
                />
            </span>
            {move || wrong.get().map(told.clone())}
        </div>
    }
}

/// Why a text is no number of the question.
#[derive(Clone, Debug, PartialEq)]
enum Unfit {
    /// It cannot be read.
    Unread(TypedError),
    /// The question cannot take it.
    Refused(RequestFault),
}

impl Unfit {
    fn message(&self, lang: Lang) -> String {
        match self {
            Unfit::Unread(error) => error.message(lang),
            Unfit::Refused(fault) => request::message(*fault, lang),
        }
    }

    /// Texts that can be read, to choose from.
    fn readings(&self) -> Vec<String> {
        match self {
            Unfit::Unread(error) => error.readings().iter().map(|reading| reading.text.clone()).collect(),
            Unfit::Refused(_) => Vec::new(),
        }
    }
}
