//! A number of the plan: label, help, place to write, source, range, and what is wrong.

use super::estimate::{Ends, RangeOf, SourceOf};
use crate::present::Sentence;
use crate::present::form::{FieldView, Place};
use crate::ui::draft::{Draft, DraftInput, DraftWrong};
use crate::ui::number::SentenceView;
use crate::ui::parts::when;
use crate::ui::session::Session;
use leptos::prelude::*;

/// A field of the form.
#[component]
pub fn Field(
    /// Where it stands.
    place: Place,
    /// A line of help with numbers in it, in place of the field's own.
    #[prop(optional, into)]
    help: Option<Signal<Option<Sentence>>>,
) -> impl IntoView {
    let view = field_view(&place)?;
    let draft = draft_of(view);
    let id = place.id();
    let help_id = format!("{id}-help");
    let own_help = Memo::new(move |_| Some(view.get().help).filter(|help| !help.is_empty()));
    let has_help = help.is_some() || own_help.get_untracked().is_some();
    let help_line = {
        let id = help_id.clone();
        move || {
            match help {
            Some(help) => view! {
                <p class="help" id=id>{move || help.get().map(|help| view! { <SentenceView sentence=Signal::stored(help)/> })}</p>
            }.into_any(),
            None => view! { <p class="help" id=id>{own_help}</p> }.into_any(),
        }
        }
    };
    let is_estimate = Memo::new(move |_| view.with(|view| view.estimate.is_some()));
    let ends = Ends::of(view);
    let range_id = id.clone();
    Some(view! {
        <div class="field" data-state=move || state(draft) data-default=move || view.with(|view| view.is_default.to_string())>
            <label for=id.clone()>{move || view.with(|view| view.input.label.clone())}</label>
            {has_help.then(help_line)}
            <Control view=view draft=draft id=id.clone() help=has_help.then_some(help_id)/>
            {when(is_estimate, move || view! { <SourceOf view=view/> }.into_any())}
            {when(is_estimate, move || view! { <RangeOf ends=ends id=range_id.clone()/> }.into_any())}
            <DraftWrong draft=draft id=id/>
        </div>
    })
}

/// A number without what is said about it: label and place to write.
#[component]
pub fn BareField(
    /// Where it stands.
    place: Place,
) -> impl IntoView {
    let view = field_view(&place)?;
    let draft = draft_of(view);
    let id = place.id();
    Some(view! {
        <div class="field" data-state=move || state(draft)>
            <label for=id.clone()>{move || view.with(|view| view.input.label.clone())}</label>
            <Control view=view draft=draft id=id.clone() help=None/>
            <DraftWrong draft=draft id=id/>
        </div>
    })
}

#[component]
fn Control(view: Memo<FieldView>, draft: Draft, id: String, help: Option<String>) -> impl IntoView {
    let around = move |part: fn(&FieldView) -> &str| {
        let text = Memo::new(move |_| view.with(|view| part(view).to_owned()));
        move || {
            text.with(|text| !text.is_empty())
                .then(|| view! { <span class="unit" aria-hidden="true">{text}</span> })
        }
    };
    let placeholder = Signal::derive(move || Some(view.with(|view| view.placeholder.clone())));
    view! {
        <span class="control">
            {around(|view| &view.prefix)}
            <DraftInput draft=draft id=id placeholder=placeholder help=help/>
            {around(|view| &view.unit)}
        </span>
    }
}

/// What stands in a field; none where there is no such place. A field whose channel goes away keeps what it had.
fn field_view(place: &Place) -> Option<Memo<FieldView>> {
    let session = Session::of_page();
    let place = place.clone();
    let of = move || {
        session.trailing_document.with(|document| {
            place.path(document).map(|path| FieldView::of(path, document, session.lang.get()))
        })
    };
    let first = untrack(&of)?;
    Some(Memo::new(move |had: Option<&FieldView>| {
        of().or_else(|| had.cloned()).unwrap_or_else(|| first.clone())
    }))
}

fn draft_of(view: Memo<FieldView>) -> Draft {
    let input = Signal::derive(move || view.get().input);
    if view.with_untracked(|view| view.optional) { Draft::optional(input) } else { Draft::of(input) }
}

/// The value of `data-state` of a field.
pub(super) fn state(draft: Draft) -> Option<&'static str> {
    draft.wrong.with(Option::is_some).then_some("error")
}
