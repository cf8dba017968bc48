//! A group of fields that stays folded until somebody asks for it.

use crate::locale::Lang;
use crate::ui::icon::Icon;
use crate::ui::words::words;
use leptos::prelude::*;

/// A folded group with what it holds in a few words.
#[component]
pub fn Group(
    /// What it is about.
    title: fn(Lang) -> &'static str,
    /// What it holds.
    #[prop(into)]
    digest: Signal<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <details class="group">
            <summary>
                <span class="turn"></span>
                {words(title)}
                <span class="digest" translate="no">{digest}</span>
            </summary>
            {children()}
        </details>
    }
}

/// A button that says what it does, with a mark before it where it has one.
#[component]
pub fn Action(
    /// The mark of the sprite; none for words alone.
    #[prop(optional)]
    icon: Option<&'static str>,
    /// What it does.
    #[prop(into)]
    label: Signal<String>,
    /// What it works on, for those who do not see where it stands.
    #[prop(into)]
    name: Signal<String>,
    /// Whether nothing can be done now.
    #[prop(into)]
    off: Signal<bool>,
    /// Further classes of the button.
    #[prop(default = "btn quiet")]
    class: &'static str,
    /// Does it.
    act: Callback<()>,
) -> impl IntoView {
    view! {
        <button type="button" class=class aria-label=name prop:disabled=off on:click=move |_| act.run(())>
            {icon.map(|icon| view! { <Icon name=icon/> })}
            {label}
        </button>
    }
}
