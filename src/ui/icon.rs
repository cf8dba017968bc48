//! The symbols of `public/icons/sprite.svg`.

use leptos::prelude::*;

/// A symbol beside or in place of words; those who do not see it hear only the words.
#[component]
pub fn Icon(
    /// The id of the symbol.
    #[prop(into)]
    name: Signal<&'static str>,
) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true"><use href=move || format!("icons/sprite.svg#{}", name.get())></use></svg>
    }
}
