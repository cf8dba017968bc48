//! What the app and its loader, `public/start.js`, tell each other.

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
    // Refused only for events that were dispatched before, or for types that are no text.
    if let (Some(window), Ok(event)) = (super::window(), Event::new("backcast:missing")) {
        _ = window.dispatch_event(&event);
    }
}
