//! Names and notes: text is taken as it is typed, but never while an input method is composing.

use crate::locale::screen::form as say;
use crate::locale::{Lang, fault};
use crate::model::plan::Fault;
use crate::present::form::YEARS;
use crate::ui::draft::count_wrong;
use crate::ui::session::Session;
use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

/// Why a text is not taken.
#[derive(Clone, Debug, PartialEq)]
pub enum Unfit {
    /// It would break a rule of the plan.
    Rule(Fault),
    /// It is a month of a year in which no plan begins.
    Year,
}

impl From<Fault> for Unfit {
    fn from(fault: Fault) -> Unfit {
        Unfit::Rule(fault)
    }
}

impl Unfit {
    fn message(&self, lang: Lang) -> String {
        match self {
            Unfit::Rule(rule) => fault::message(rule, None, lang),
            Unfit::Year => say::start_years(lang, YEARS.start(), YEARS.end()),
        }
    }
}

/// The input element of a text.
#[component]
pub fn TextInput(
    /// The element's id.
    id: String,
    /// The text in the plan.
    #[prop(into)]
    value: Signal<String>,
    /// Writes the text into the plan.
    write: Callback<String, Result<(), Unfit>>,
    /// The name, where no label stands beside it.
    #[prop(optional, into)]
    label: MaybeProp<String>,
    /// What a text may look like.
    #[prop(optional, into)]
    placeholder: MaybeProp<String>,
    /// What is wrong with the text, for the line below.
    #[prop(optional)]
    wrong: Option<RwSignal<Option<Unfit>>>,
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
            on:keydown=move |event| {
                if event.key() == "Escape" && !event.is_composing() {
                    draft.give_up();
                }
            }
        />
    }
}

/// Writes a name that sentences are made with: one that is deleted to type another is kept until there is one.
pub fn naming(
    write: impl Fn(String) -> Result<(), Unfit> + Send + Sync + 'static,
) -> Callback<String, Result<(), Unfit>> {
    Callback::new(move |name: String| if name.trim().is_empty() { Ok(()) } else { write(name) })
}

/// A text while somebody types.
#[derive(Clone, Copy)]
struct TextDraft {
    session: Session,
    element: NodeRef<Input>,
    write: Callback<String, Result<(), Unfit>>,
    /// The text while it differs from the plan's.
    text: RwSignal<Option<String>>,
    /// Whether the typing has changed the plan.
    wrote: StoredValue<bool>,
    wrong: RwSignal<Option<Unfit>>,
}

impl TextDraft {
    fn new(write: Callback<String, Result<(), Unfit>>, wrong: RwSignal<Option<Unfit>>) -> TextDraft {
        let session = Session::of_page();
        let (text, wrote) = (RwSignal::new(None), StoredValue::new(false));
        let draft = TextDraft { session, element: NodeRef::new(), write, text, wrote, wrong };
        count_wrong(session, Signal::derive(move || wrong.with(Option::is_some)), move || draft.give_up());
        draft
    }

    fn take(self, composing: bool) {
        if let (false, Some(element)) = (composing, self.element.get_untracked()) {
            let text = element.value();
            self.text.set(Some(text.clone()));
            let refused = self.write.run(text).err();
            match refused {
                None => self.wrote.set_value(true),
                // What was on the way to it was never meant.
                Some(_) => self.take_back(),
            }
            self.wrong.set(refused);
        }
    }

    fn take_back(self) {
        if self.wrote.get_value() {
            self.session.give_up();
            self.wrote.set_value(false);
        }
    }

    /// Gives the text up, and what it has changed.
    fn give_up(self) {
        self.take_back();
        self.session.settle();
        self.wrong.set(None);
        self.text.set(None);
    }

    fn leave(self) {
        // A field that is taken off the page while it has the focus loses that last.
        if self.text.is_disposed() {
            return;
        }
        if self.wrong.with_untracked(Option::is_none) {
            self.text.set(None);
        }
        self.wrote.set_value(false);
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
    write: Callback<String, Result<(), Unfit>>,
) -> impl IntoView {
    let wrong = RwSignal::new(None::<Unfit>);
    view! {
        <div class="field" data-state=move || wrong.with(Option::is_some).then_some("error")>
            <label for=id.clone()>{label}</label>
            {move || help.get().map(|help| view! { <p class="help">{help}</p> })}
            <span class="control text"><TextInput id=id.clone() value=value write=write wrong=wrong/></span>
            <Refused unfit=wrong id=format!("{id}-wrong")/>
        </div>
    }
}

/// Why a change was refused.
#[component]
pub fn Refused(
    /// Why, if a change was refused.
    unfit: RwSignal<Option<Unfit>>,
    /// The id of the line.
    id: String,
) -> impl IntoView {
    let session = Session::of_page();
    move || {
        unfit.get().map(|unfit| {
            view! { <p class="error" id=id.clone() role="alert">{unfit.message(session.lang.get())}</p> }
        })
    }
}
