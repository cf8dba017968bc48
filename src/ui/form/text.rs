//! Names and notes: text is taken as it is typed, but never while an input method is composing.

use crate::locale::fault;
use crate::model::plan::Fault;
use crate::ui::session::Session;
use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

/// The input element of a text.
#[component]
pub fn TextInput(
    /// The element's id.
    id: String,
    /// The text in the plan.
    #[prop(into)]
    value: Signal<String>,
    /// Writes the text into the plan.
    write: Callback<String, Result<(), Fault>>,
    /// The name, where no label stands beside it.
    #[prop(optional, into)]
    label: MaybeProp<String>,
    /// What a text may look like.
    #[prop(optional, into)]
    placeholder: MaybeProp<String>,
    /// What is wrong with the text, for the line below.
    #[prop(optional)]
    wrong: Option<RwSignal<Option<Fault>>>,
) -> impl IntoView {
    let session = Session::of_page();
    let wrong = wrong.unwrap_or_else(|| RwSignal::new(None));
    let element = NodeRef::<Input>::new();
    let draft = RwSignal::new(None::<String>);
    let take = move |composing: bool| {
        if let (false, Some(element)) = (composing, element.get_untracked()) {
            let text = element.value();
            draft.set(Some(text.clone()));
            wrong.set(write.run(text).err());
        }
    };
    let leave = move |_| {
        // A field that is taken off the page while it has the focus loses that last.
        if draft.is_disposed() {
            return;
        }
        if wrong.with_untracked(Option::is_none) {
            draft.set(None);
        }
        session.settle();
    };
    let described = format!("{id}-wrong");
    view! {
        <input
            node_ref=element id=id autocomplete="off" translate="no"
            aria-label=move || label.get() placeholder=move || placeholder.get()
            aria-invalid=move || wrong.with(Option::is_some).then_some("true")
            aria-describedby=move || wrong.with(Option::is_some).then(|| described.clone())
            prop:value=move || draft.get().unwrap_or_else(|| value.get())
            on:input=move |event| take(event.unchecked_into::<ev::InputEvent>().is_composing())
            on:compositionend=move |_| take(false)
            on:blur=leave
        />
    }
}

/// A text with its label, and what is wrong with it.
#[component]
pub fn TextField(
    /// The id of the input element.
    id: String,
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// A line of help.
    #[prop(optional, into)]
    help: MaybeProp<String>,
    /// The text in the plan.
    #[prop(into)]
    value: Signal<String>,
    /// Writes the text into the plan.
    write: Callback<String, Result<(), Fault>>,
) -> impl IntoView {
    let wrong = RwSignal::new(None::<Fault>);
    view! {
        <div class="field" data-state=move || wrong.with(Option::is_some).then_some("error")>
            <label for=id.clone()>{label}</label>
            {move || help.get().map(|help| view! { <p class="help">{help}</p> })}
            <span class="control text"><TextInput id=id.clone() value=value write=write wrong=wrong/></span>
            <Refused fault=wrong id=format!("{id}-wrong")/>
        </div>
    }
}

/// The rule that a change would have broken.
#[component]
pub fn Refused(
    /// The rule, if a change was refused.
    fault: RwSignal<Option<Fault>>,
    /// The id of the line.
    id: String,
) -> impl IntoView {
    let session = Session::of_page();
    move || {
        fault.get().map(|fault| {
            view! {
                <p class="error" id=id.clone() role="alert">{fault::message(&fault, None, session.lang.get())}</p>
            }
        })
    }
}
