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
    let draft = TextDraft::new(write, wrong.unwrap_or_else(|| RwSignal::new(None)));
    let wrong = draft.wrong;
    let described = format!("{id}-wrong");
    view! {
        <input
            node_ref=draft.element id=id autocomplete="off" translate="no"
            aria-label=move || label.get() placeholder=move || placeholder.get()
            aria-invalid=move || wrong.with(Option::is_some).then_some("true")
            aria-describedby=move || wrong.with(Option::is_some).then(|| described.clone())
            prop:value=move || draft.text.get().unwrap_or_else(|| value.get())
            on:input=move |event| draft.take(event.unchecked_into::<ev::InputEvent>().is_composing())
            on:compositionend=move |_| draft.take(false)
            on:blur=move |_| draft.leave()
        />
    }
}

/// A text while somebody types.
#[derive(Clone, Copy)]
struct TextDraft {
    session: Session,
    element: NodeRef<Input>,
    write: Callback<String, Result<(), Fault>>,
    /// The text while it differs from the plan's.
    text: RwSignal<Option<String>>,
    wrong: RwSignal<Option<Fault>>,
}

impl TextDraft {
    fn new(write: Callback<String, Result<(), Fault>>, wrong: RwSignal<Option<Fault>>) -> TextDraft {
        let session = Session::of_page();
        TextDraft { session, element: NodeRef::new(), write, text: RwSignal::new(None), wrong }
    }

    fn take(self, composing: bool) {
        if let (false, Some(element)) = (composing, self.element.get_untracked()) {
            let text = element.value();
            self.text.set(Some(text.clone()));
            self.wrong.set(self.write.run(text).err());
        }
    }

    fn leave(self) {
        // A field that is taken off the page while it has the focus loses that last.
        if self.text.is_disposed() {
            return;
        }
        if self.wrong.with_untracked(Option::is_none) {
            self.text.set(None);
        }
        self.session.settle();
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
