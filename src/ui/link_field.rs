//! The field that a plan's link is pasted into.

use super::library::Shelf;
use super::words::words;
use crate::locale::screen::link as say;
use crate::persist::link;
use crate::web::address;
use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;

/// Opens whatever has a link in it, such as a whole message; what has none is said, and stays to be mended.
#[component]
pub fn LinkField() -> impl IntoView {
    let lang = Shelf::of_page().lang;
    let field = NodeRef::<Input>::new();
    let refused = RwSignal::new(false);
    let open = move |event: SubmitEvent| {
        event.prevent_default();
        let text = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        let is_link = link::is_in(&text);
        refused.set(!is_link);
        if is_link {
            // A place that begins with a slash is the address of a view.
            address::go(text.trim_start_matches(|c: char| c == '/' || c == '#' || c.is_whitespace()));
        } else if let Some(field) = field.get_untracked() {
            // Refused only where nothing can have the focus.
            _ = field.focus();
        }
    };
    let said = move || refused.get().then(|| say::no_link(lang.get()));
    view! {
        <form class="link-field" on:submit=open>
            <label for="link-field">{words(say::paste)}</label>
            <span class="control text">
                <input
                    id="link-field" node_ref=field autocomplete="off" spellcheck="false" translate="no"
                    aria-describedby="link-field-said" aria-invalid=move || refused.get().then_some("true")
                    on:input=move |_| refused.set(false)
                />
            </span>
            <button type="submit" class="btn">{words(say::open)}</button>
            <p class="error" id="link-field-said" role="status">{said}</p>
        </form>
    }
}
