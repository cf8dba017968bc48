//! What the reader's device prefers.

use super::page::Listener;

/// Whether a media query holds, such as `(prefers-color-scheme: dark)`.
#[must_use]
pub fn matches(query: &str) -> bool {
    let list = super::window().and_then(|window| window.match_media(query).ok().flatten());
    list.is_some_and(|list| list.matches())
}

/// Calls back with the answer whenever it changes, until the answer is dropped.
#[must_use]
pub fn on_change(query: &str, call: impl Fn(bool) + 'static) -> Option<Listener> {
    let list = super::window()?.match_media(query).ok().flatten()?;
    let watched = list.clone();
    Listener::on(&list, "change", move |_| call(watched.matches()))
}

/// The languages the reader prefers, the first one first, as BCP 47 tags.
#[must_use]
pub fn languages() -> Vec<String> {
    let window = super::window();
    window.map_or_else(Vec::new, |window| {
        window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
    })
}
