//! The look of the page around: its colour, made readable, and its logo.

use crate::locale::screen::embed as say;
use crate::persist::embed::{Colour, Embed, Logo, Look};
use crate::present::accent::{Accent, Tone};
use crate::ui::session::Session;
use crate::ui::words::words;
use crate::web::page;
use leptos::prelude::*;

/// Puts theme and accent on the page; `style/embed.css` derives the rest from these.
pub fn paint(asked: &Embed) {
    let theme = asked.look.map(|look| match look {
        Look::Light => "light",
        Look::Dark => "dark",
    });
    page::set_root("data-theme", theme);
    let accent = asked.accent.map(|Colour(colour)| Accent::of(colour));
    page::set_root("data-accent", accent.map(|_| ""));
    let css = |of: fn(&Tone) -> [u8; 3]| {
        accent
            .map(|accent| format!("light-dark({}, {})", Colour(of(&accent.light)), Colour(of(&accent.dark))))
    };
    page::set_property("--accent", css(|tone| tone.accent).as_deref());
    page::set_property("--accent-ink", css(|tone| tone.ink).as_deref());
    page::set_property("--accent-wash", css(|tone| tone.wash).as_deref());
}

/// The logo, what is computed here, and what to do with it.
#[component]
pub fn Brand(logo: Option<Logo>) -> impl IntoView {
    let session = Session::of_page();
    let name = Memo::new(move |_| session.document.with(|document| document.name.clone()));
    view! {
        <header class="brand-head">
            // The page around says whose logo it is.
            {logo.map(|logo| view! { <img src=logo.address().to_owned() alt=""/> })}
            <h1>{name}</h1>
            <p>{words(say::invitation)}</p>
        </header>
    }
}
