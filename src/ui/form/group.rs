//! A group of fields that stays folded until somebody asks for it.

use crate::locale::Lang;
use crate::locale::screen::form as say;
use crate::ui::icon::Icon;
use crate::ui::session::Session;
use crate::ui::words::words;
use crate::web::page;
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
    label: fn(Lang) -> &'static str,
    /// What it works on, for those who do not see where it stands.
    #[prop(optional, into)]
    of: MaybeProp<String>,
    /// Whether nothing can be done now.
    #[prop(into)]
    off: Signal<bool>,
    /// Further classes of the button.
    #[prop(default = "btn quiet")]
    class: &'static str,
    /// Does it.
    act: Callback<()>,
) -> impl IntoView {
    let lang = Session::of_page().lang;
    let name = move || of.get().map(|of| say::act_on(lang.get(), label(lang.get()), of));
    let press = move |_| {
        page::keep_focus(None);
        act.run(());
    };
    view! {
        <button type="button" class=class aria-label=name prop:disabled=off on:click=press>
            {icon.map(|icon| view! { <Icon name=icon/> })}
            {words(label)}
        </button>
    }
}

/// Moves one of a list up or down.
#[component]
pub fn Moves(
    /// Where it stands.
    place: Memo<u16>,
    /// How many there are.
    count: Memo<usize>,
    /// What it is called.
    name: Signal<String>,
    /// Moves it to a place.
    move_to: Callback<u16>,
) -> impl IntoView {
    let up = Callback::new(move |()| move_to.run(place.get_untracked().saturating_sub(1)));
    let down = Callback::new(move |()| move_to.run(place.get_untracked().saturating_add(1)));
    let at_top = Signal::derive(move || place.get() == 0);
    let at_end = Signal::derive(move || usize::from(place.get()) + 1 >= count.get());
    view! {
        <Action label=say::move_up of=name off=at_top act=up/>
        <Action label=say::move_down of=name off=at_end act=down/>
    }
}
