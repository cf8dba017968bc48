//! A number of the question: it stands in no plan, so it is read here, and a text that cannot be read changes nothing.

use crate::locale::typed::{self, Kind};
use crate::ui::library::Shelf;
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
    /// Takes a number, or none where the field was emptied.
    take: Callback<Option<f64>>,
) -> impl IntoView {
    let lang = Shelf::of_page().lang;
    let typed = RwSignal::new(None::<String>);
    let read = move |text: &str| match text.trim() {
        "" => Ok(None),
        text => typed::parse(text, kind.get()).map(Some),
    };
    let wrong =
        Memo::new(move |_| typed.with(|typed| Some(read(typed.as_ref()?).err()?.message(lang.get()))));
    let shown = move || {
        let value = move || value.get().map_or_else(String::new, |value| typed::editable(value, kind.get()));
        typed.get().unwrap_or_else(value)
    };
    let input = move |event| {
        let text = event_target_value(&event);
        if let Ok(value) = untrack(|| read(&text)) {
            take.run(value);
        }
        typed.set(Some(text));
    };
    let leave = move |_| {
        if wrong.get_untracked().is_none() {
            typed.set(None);
        }
    };
    let wrong_id = format!("{id}-wrong");
    let described = wrong_id.clone();
    view! {
        <div class="field" data-state=move || wrong.with(Option::is_some).then_some("error")>
            <label for=id>{label}</label>
            <span class="control">
                <input
                    id=id autocomplete="off" translate="no" inputmode="text" enterkeyhint="done"
                    aria-invalid=move || wrong.with(Option::is_some).then_some("true")
                    aria-describedby=move || wrong.with(Option::is_some).then(|| described.clone())
                    prop:value=shown on:input=input on:blur=leave
                />
            </span>
            {move || wrong.get().map(|wrong| view! { <p class="error" id=wrong_id.clone() role="status">{wrong}</p> })}
        </div>
    }
}
