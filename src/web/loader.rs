//! What the app and its loader, `public/start.js`, tell each other.

use super::page::{self, Listener};
use web_sys::Event;

/// Takes the welcome off the page, in the task that puts the app there, so that nothing that stays moves.
pub fn dismiss_welcome() {
    let page = super::window().and_then(|window| window.document());
    if let Some(welcome) = page.and_then(|page| page.get_element_by_id("welcome")) {
        welcome.remove();
    }
}

/// Has the loader say that a part of the app could not be loaded.
pub fn tell_missing() {
    tell("backcast:missing");
}

/// Has the loader load the page again, as the newer build where one waits.
pub fn reload() {
    tell("backcast:reload");
}

/// Whether a newer build of the page waits.
#[must_use]
pub fn has_update() -> bool {
    page::root("data-update").is_some()
}

/// Calls back when a newer build of the page waits, until the answer is dropped.
#[must_use]
pub fn on_update(call: impl Fn() + 'static) -> Option<Listener> {
    Listener::on(&super::window()?.into(), "backcast:update", move |_| call())
}

fn tell(what: &str) {
    // Refused only for events that were dispatched before, or for types that are no text.
    if let (Some(window), Ok(event)) = (super::window(), Event::new(what)) {
        _ = window.dispatch_event(&event);
    }
}
