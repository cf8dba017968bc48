//! Keyboard shortcuts of the page. Text fields and input methods come first: their keys are their own.

use super::dialog::Notice;
use super::frame::View;
use super::library::Shelf;
use super::words::words;
use crate::locale::Lang;
use crate::locale::screen::frame as say;
use crate::web::page::{self, Listener};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, KeyboardEvent};

/// Where letters belong to the element that has the focus.
const TYPES: &str =
    "input:not([type=checkbox],[type=radio],[type=button],[type=file]), textarea, select, [contenteditable]";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shortcut {
    Undo,
    Redo,
    List,
}

/// Listens for shortcuts, as long as the answer is kept.
#[must_use]
pub fn listen(shelf: Shelf, view: Memo<View>) -> Option<Listener> {
    page::on_key(move |event| {
        let Some(shortcut) = shortcut(&event).filter(|_| shelf.notice.with_untracked(Option::is_none)) else {
            return;
        };
        event.prevent_default();
        let session = shelf.session().filter(|_| matches!(view.get_untracked(), View::Plan | View::Budget));
        match (shortcut, session) {
            (Shortcut::Undo, Some(session)) => session.undo(),
            (Shortcut::Redo, Some(session)) => session.redo(),
            // Beside the plan there is one thing that can be taken back: what the toast offers.
            (Shortcut::Undo, None) => _ = shelf.toasts.undo(),
            (Shortcut::Redo, None) => {}
            (Shortcut::List, _) => shelf.notice.set(Some(Notice::Shortcuts)),
        }
    })
}

fn shortcut(event: &KeyboardEvent) -> Option<Shortcut> {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let types = element.is_some_and(|element| element.closest(TYPES).is_ok_and(|found| found.is_some()));
    if types || event.is_composing() || event.default_prevented() || event.alt_key() {
        return None;
    }
    let control = event.ctrl_key() || event.meta_key();
    match (control, letter(event).as_str()) {
        (true, "z") if event.shift_key() => Some(Shortcut::Redo),
        (true, "z") => Some(Shortcut::Undo),
        (true, "y") => Some(Shortcut::Redo),
        (false, "?") => Some(Shortcut::List),
        _ => None,
    }
}

/// The letter that was pressed; where the keyboard writes another script, the one that is printed beside it.
fn letter(event: &KeyboardEvent) -> String {
    let key = event.key().to_ascii_lowercase();
    if key.is_ascii() { key } else { event.code().trim_start_matches("Key").to_ascii_lowercase() }
}

type Words = fn(Lang) -> &'static str;

const LIST: [(Words, &[&str]); 8] = [
    (say::undo, &["Ctrl", "Z"]),
    (say::redo, &["Ctrl", "Shift", "Z"]),
    (say::next_field, &["Tab"]),
    (say::explain_number, &["Enter"]),
    (say::give_up, &["Esc"]),
    (say::close_panel, &["Esc"]),
    (say::print, &["Ctrl", "P"]),
    (say::shortcuts, &["?"]),
];

/// The list of shortcuts.
#[component]
pub fn Keys() -> impl IntoView {
    let row = move |(what, keys): (Words, &'static [&'static str])| {
        let keys = keys.iter().map(|key| view! { <kbd>{*key}</kbd> }).collect_view();
        view! { <div><dt>{words(what)}</dt><dd translate="no">{keys}</dd></div> }
    };
    view! {
        <dl class="keys">{LIST.into_iter().map(row).collect_view()}</dl>
        <p>{words(say::shortcuts_note)}</p>
    }
}
