//! The field of a draft, and beside it what is wrong with the text.

use super::Draft;
use crate::locale::typed::Kind;
use crate::ui::limits::Limits;
use crate::web::page;
use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

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
    label: MaybeProp<String>,
    /// What holds while the field is empty.
    #[prop(optional, into)]
    placeholder: MaybeProp<String>,
    /// The id of a line of help beside it.
    #[prop(default = None)]
    help: Option<String>,
) -> impl IntoView {
    let element = NodeRef::<Input>::new();
    let take = move |composing: bool| {
        if let (false, Some(element)) = (composing, element.get_untracked()) {
            draft.take(element.value());
        }
    };
    // Who comes to a number types another one. The tap that gives the focus puts its caret first.
    let select = move |_| {
        page::after(0, move || {
            let element = element.try_get_untracked().flatten();
            let here = element.filter(|element| page::focused().as_ref() == Some(element.as_ref()));
            here.into_iter().for_each(|element| element.select());
        });
    };
    let key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Enter" if !event.is_composing() => draft.leave(),
        "Escape" if !event.is_composing() => draft.give_up(),
        _ => {}
    };
    let wrong = format!("{id}-wrong");
    let described = move || {
        let wrong = draft.wrong.with(Option::is_some).then(|| wrong.clone());
        let ids: Vec<String> = help.clone().into_iter().chain(wrong).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    };
    view! {
        <input
            node_ref=element id=id class=class autocomplete="off" translate="no"
            inputmode=move || keyboard(draft.input.with(|input| input.kind)) enterkeyhint="done"
            aria-label=move || label.get()
            placeholder=move || placeholder.get()
            aria-invalid=move || draft.wrong.with(Option::is_some).then_some("true")
            aria-describedby=described
            readonly=Limits::locks(draft.input.with_untracked(|input| input.path.field))
            prop:value=move || draft.shown()
            on:input=move |event| take(event.unchecked_into::<ev::InputEvent>().is_composing())
            on:compositionend=move |_| take(false)
            on:focus=select
            on:blur=move |_| draft.leave()
            on:keydown=key
        />
    }
}

/// The keyboard of a phone. Money is typed with 萬 and 億 and may be negative, which the one for decimals cannot; a rate
/// needs no %.
const fn keyboard(kind: Kind) -> &'static str {
    match kind {
        Kind::Money(_) => "text",
        _ => "decimal",
    }
}

/// What is wrong with a draft, beside its field, with the readings to choose from.
#[component]
pub fn DraftWrong(
    /// The field.
    draft: Draft,
    /// The id of its input element.
    id: String,
    /// Whether the message says what the number is, where the label is not above it.
    #[prop(optional)]
    named: bool,
) -> impl IntoView {
    let id = id + "-wrong";
    let name = move |said: bool| {
        let label = draft.input.with(|input| input.label.clone());
        (named && !said).then(|| view! { <strong>{label}</strong> })
    };
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
                <p
                    class="error" id=id.clone()
                    role=move || if draft.left.get() { "alert" } else { "status" }
                >
                    <span>{name(wrong.names_field)}{wrong.message}{move || draft.still_used()}</span>
                    {wrong.readings.into_iter().map(choose).collect_view()}
                </p>
            }
        })
    }
}
