//! The address bar. Views stand behind the `#`, so that any file host can serve the page.

use super::page::Listener;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlAnchorElement};

/// What stands behind the `#`, without it; empty when nothing does.
#[must_use]
pub fn hash() -> String {
    let hash = super::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').into()
}

/// Goes to another place of the page: a new step of the browser's history. Who is there already arrives once more.
pub fn go(place: &str) {
    let Some(window) = super::window() else { return };
    if hash() == place {
        let arrives = Event::new("hashchange");
        // Only a listener could refuse it.
        arrives.into_iter().for_each(|event| _ = window.dispatch_event(&event));
    } else {
        // Refused only in frames that may not navigate, where the view stays.
        _ = window.location().set_hash(place);
    }
}

/// Writes another place into the address bar without a new step of the browser's history, and without an event.
pub fn replace(hash: &str) {
    let history = super::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        let state = wasm_bindgen::JsValue::NULL;
        // Browsers refuse more than a hundred changes in half a minute; the next one brings the place up to date.
        _ = history.replace_state_with_url(&state, "", Some(&format!("#{hash}")));
    }
}

/// The address of the page alone, without a query and without a place.
#[must_use]
pub fn page() -> String {
    let href = super::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().into()
}

/// The folder of the page, with its last slash.
#[must_use]
pub fn folder() -> String {
    let page = page();
    page.rfind('/').and_then(|end| page.get(..=end)).unwrap_or_default().into()
}

/// Opens an address beside the page, or in the program of the device that it belongs to. Where that is not allowed, as
/// in some frames, nothing happens, and nothing tells so.
pub fn open_beside(address: &str) {
    let document = super::window().and_then(|window| window.document());
    let link = document.and_then(|document| document.create_element("a").ok());
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(address);
        link.set_target("_blank");
        link.set_rel("noopener");
        link.click();
    }
}

/// Calls back with the new place whenever it changes, until the answer is dropped.
#[must_use]
pub fn on_change(call: impl Fn(String) + 'static) -> Option<Listener> {
    Listener::on(&super::window()?.into(), "hashchange", move |_| call(hash()))
}
