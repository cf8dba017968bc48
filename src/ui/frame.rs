//! What stands around every view: the rail on wide screens, the bar at the bottom on phones.

mod place;

pub use place::{Place, View};

use super::icon::Icon;
use super::library::Shelf;
use super::words::words;
use crate::locale::Lang;
use crate::locale::screen::frame as say;
use crate::state::library::Theme;
use crate::web::page;
use leptos::ev::MouseEvent;
use leptos::html::Main;
use leptos::prelude::*;

/// The value of the page's `lang` attribute: browsers choose faces by it.
#[must_use]
pub fn lang_attribute(lang: Lang) -> &'static str {
    match lang {
        Lang::ZhHant => "zh-Hant-TW",
        Lang::En => "en",
    }
}

/// Leads past the navigation. It moves the focus itself: an address of its own would leave the view.
#[component]
pub fn Skip(
    /// Where it leads.
    main: NodeRef<Main>,
) -> impl IntoView {
    let skip = move |event: MouseEvent| {
        event.prevent_default();
        focus(main);
    };
    view! { <a class="skip" href="#main" on:click=skip>{words(say::skip)}</a> }
}

/// Moves the focus to the view.
pub fn focus(main: NodeRef<Main>) {
    if let Some(main) = main.get_untracked() {
        // Refused only where nothing can have the focus.
        _ = main.focus();
    }
}

/// Moves the focus to a view that has just opened, unless something in it has taken the focus already.
pub fn enter(main: NodeRef<Main>) {
    let has_focus = |main: leptos::web_sys::HtmlElement| {
        page::focused().is_some_and(|element| main.contains(Some(&element)))
    };
    if !main.get_untracked().is_some_and(has_focus) {
        focus(main);
    }
}

/// The views, the language and the theme.
#[component]
pub fn Rail(
    /// The view on the screen.
    view: Memo<View>,
    /// The view that is on its way.
    awaited: Signal<Option<View>>,
) -> impl IntoView {
    let shelf = Shelf::of_page();
    let several = Memo::new(move |_| shelf.entries(|_| ()).len() > 1);
    let plan = move || Place::Plan(shelf.open().map(|open| open.id)).hash();
    let budget = move || Place::Budget(shelf.open().map(|open| open.id)).hash();
    // Plans that were compared keep their sides, whichever of them is open.
    let compare = move || {
        let ids = shelf.compared.get();
        let holds = !ids.is_empty() && shelf.open().is_none_or(|open| ids.contains(&open.id));
        Place::Compare(holds.then(|| ids.join("/"))).hash()
    };
    view! {
        <header class="rail">
            <a class="brand" href="#/start" aria-label=words(say::home)>
                <svg class="mark" aria-hidden="true" fill="currentColor"><use href="icons/sprite.svg#mark"></use></svg>
                <span>{words(say::brand)}</span>
            </a>
            <nav class="views" aria-label=words(say::views)>
                <ul>
                    <ViewLink own=View::Start now=view awaited=awaited icon="start" label=say::start address=Signal::stored("/start".to_owned())/>
                    <ViewLink own=View::Plan now=view awaited=awaited icon="plan" label=say::plan address=Signal::derive(plan)/>
                    <ViewLink own=View::Budget now=view awaited=awaited icon="budget" label=say::budget address=Signal::derive(budget)/>
                    {move || several.get().then(|| view! {
                        <ViewLink own=View::Compare now=view awaited=awaited icon="compare" label=say::compare address=Signal::derive(compare)/>
                    })}
                    <ViewLink own=View::Methods now=view awaited=awaited icon="methods" label=say::methods address=Signal::stored("/methods".to_owned())/>
                </ul>
            </nav>
            <Preferences/>
        </header>
    }
}

#[component]
fn ViewLink(
    own: View,
    now: Memo<View>,
    awaited: Signal<Option<View>>,
    icon: &'static str,
    label: fn(Lang) -> &'static str,
    address: Signal<String>,
) -> impl IntoView {
    view! {
        <li>
            <a
                href=move || format!("#{}", address.get()) aria-current=move || (now.get() == own).then_some("page")
                aria-busy=move || (awaited.get() == Some(own)).then_some("true")
            >
                <Icon name=icon/><span>{words(label)}</span>
            </a>
        </li>
    }
}

#[component]
fn Preferences() -> impl IntoView {
    let shelf = Shelf::of_page();
    let lang = shelf.lang;
    let theme = RwSignal::new(shelf.settings().theme);
    let switch_language = move |_| {
        let other = other(lang.get_untracked());
        lang.set(other);
        shelf.set(|settings| settings.language = Some(other.tag().into()));
    };
    let switch_theme = move |_| {
        let (_, next, _) = look(theme.get_untracked());
        theme.set(next);
        let attribute = match next {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        };
        page::set_root("data-theme", attribute);
        shelf.set(|settings| settings.theme = next);
    };
    let theme_label = move || {
        let (name, ..) = look(theme.get());
        say::theme(lang.get(), name(lang.get()))
    };
    view! {
        <div class="prefs">
            <button
                type="button" lang=move || lang_attribute(other(lang.get()))
                aria-label=words(say::switch_language) on:click=switch_language
            >{words(say::other_language)}</button>
            <button type="button" aria-label=theme_label on:click=switch_theme>
                <Icon name=Signal::derive(move || look(theme.get()).2)/>
            </button>
        </div>
    }
}

fn other(lang: Lang) -> Lang {
    match lang {
        Lang::ZhHant => Lang::En,
        Lang::En => Lang::ZhHant,
    }
}

/// A theme's words, the theme that its button leads to, and its symbol.
fn look(theme: Theme) -> (fn(Lang) -> &'static str, Theme, &'static str) {
    match theme {
        Theme::System => (say::theme_system, Theme::Light, "auto"),
        Theme::Light => (say::theme_light, Theme::Dark, "sun"),
        Theme::Dark => (say::theme_dark, Theme::System, "moon"),
    }
}
