//! The life of the page: shown, hidden, left, written to by another tab.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget, FocusOptions, HtmlElement, StorageEvent, VisibilityState};

/// Somebody who listens to an event, until dropped.
#[derive(Debug)]
pub struct Listener {
    target: EventTarget,
    event: &'static str,
    closure: Closure<dyn Fn(Event)>,
}

impl Listener {
    pub(super) fn on(
        target: &EventTarget,
        event: &'static str,
        call: impl Fn(Event) + 'static,
    ) -> Option<Listener> {
        let closure = Closure::<dyn Fn(Event)>::new(call);
        target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref()).ok()?;
        Some(Listener { target: target.clone(), event, closure })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let callback = self.closure.as_ref().unchecked_ref();
        // A target that never had the listener has nothing to remove.
        _ = self.target.remove_event_listener_with_callback(self.event, callback);
    }
}

/// Calls back when the page may not come back: hidden, or left. The last moment to store something.
#[must_use]
pub fn on_leaving(call: impl Fn() + Clone + 'static) -> Vec<Listener> {
    let Some(document) = super::window().and_then(|window| window.document()) else { return Vec::new() };
    let watched = document.clone();
    let hidden = call.clone();
    let hides = Listener::on(&document, "visibilitychange", move |_| {
        if watched.visibility_state() == VisibilityState::Hidden {
            hidden();
        }
    });
    let leaves = super::window().and_then(|window| Listener::on(&window, "pagehide", move |_| call()));
    hides.into_iter().chain(leaves).collect()
}

/// Calls back with the key that another tab changed in the storage, or none when it cleared it.
#[must_use]
pub fn on_other_tab(call: impl Fn(Option<String>) + 'static) -> Option<Listener> {
    Listener::on(&super::window()?.into(), "storage", move |event| {
        call(event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key));
    })
}

/// Calls back before the page is laid out for paper, and with `false` after it was printed.
#[must_use]
pub fn on_print(call: impl Fn(bool) + Clone + 'static) -> Vec<Listener> {
    let Some(window) = super::window() else { return Vec::new() };
    let after = call.clone();
    let begins = Listener::on(&window, "beforeprint", move |_| call(true));
    let ends = Listener::on(&window, "afterprint", move |_| after(false));
    begins.into_iter().chain(ends).collect()
}

/// Calls back with every key pressed anywhere on the page.
#[must_use]
pub fn on_key(call: impl Fn(web_sys::KeyboardEvent) + 'static) -> Option<Listener> {
    Listener::on(&super::window()?.into(), "keydown", move |event| {
        if let Ok(key) = event.dyn_into() {
            call(key);
        }
    })
}

/// Sets an attribute of the root element, such as `lang`; none takes it away.
pub fn set_root(attribute: &str, value: Option<&str>) {
    let Some(root) = super::window().and_then(|w| w.document()).and_then(|d| d.document_element()) else {
        return;
    };
    // An attribute's name that is no name would be refused; ours are constants.
    _ = match value {
        Some(value) => root.set_attribute(attribute, value),
        None => root.remove_attribute(attribute),
    };
}

/// Sets a custom property of the style sheet, such as `--accent`, for the whole page; none takes it back.
pub fn set_property(name: &str, value: Option<&str>) {
    let root = super::window().and_then(|window| window.document()).and_then(|page| page.document_element());
    if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        // Custom properties take any text; nothing is refused.
        _ = match value {
            Some(value) => root.style().set_property(name, value),
            None => root.style().remove_property(name).map(drop),
        };
    }
}

/// An attribute of the root element; none where it is absent.
#[must_use]
pub fn root(attribute: &str) -> Option<String> {
    super::window()?.document()?.document_element()?.get_attribute(attribute)
}

/// Takes the focus off the element that has it, so that a field keeps what was typed before it goes.
pub fn leave_field() {
    let element = super::window().and_then(|window| window.document()).and_then(|page| page.active_element());
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Refused only where nothing can have the focus.
        _ = element.blur();
    }
}

/// Shows the top of the page, without a movement.
pub fn scroll_to_top() {
    if let Some(window) = super::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Brings the element of an id into sight and puts the focus there; answers whether there is one.
pub fn focus(id: &str) -> bool {
    let element = super::window().and_then(|window| window.document()?.get_element_by_id(id));
    element.is_some_and(|element| {
        element.scroll_into_view();
        focus_element(&element)
    })
}

/// The element that has the focus, unless that is the page as a whole.
#[must_use]
pub fn focused() -> Option<web_sys::Element> {
    let element = super::window()?.document()?.active_element()?;
    (element.tag_name() != "BODY").then_some(element)
}

/// Puts the focus on an element without moving the page; answers whether it is still there to take it.
pub fn focus_element(element: &web_sys::Element) -> bool {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let focusable = element.dyn_ref::<HtmlElement>().filter(|element| element.is_connected());
    focusable.is_some_and(|element| element.focus_with_options(&options).is_ok())
}

/// Keeps the focus where the reader works: should what has it now go, be moved or be switched off, it gets the focus
/// back, else the nearest fold around it that is still there, else the element of an id.
pub fn keep_focus(fallback: Option<&'static str>) {
    let Some(element) = focused() else { return };
    let fold = |of: &web_sys::Element| of.closest("details").ok().flatten();
    let mut places = vec![element.clone()];
    let mut around = fold(&element);
    while let Some(details) = around {
        places.extend(details.query_selector("summary").ok().flatten());
        around = details.parent_element().and_then(|parent| fold(&parent));
    }
    after_paint(0, move || {
        let page = super::window().and_then(|window| window.document());
        let last = page.zip(fallback).and_then(|(page, id)| page.get_element_by_id(id));
        for place in places.iter().chain(&last) {
            if focused().is_some() {
                return;
            }
            focus_element(place);
        }
    });
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = super::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Opens the browser's print dialogue; does nothing where it is refused.
pub fn print() {
    if let Some(window) = super::window() {
        _ = window.print();
    }
}

/// Calls back once, after so many milliseconds.
pub fn after(milliseconds: i32, call: impl FnOnce() + 'static) {
    let Some(window) = super::window() else { return };
    let callback: JsValue = Closure::once_into_js(call);
    _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), milliseconds);
}

/// Calls back once, so many milliseconds after the next frame is on the screen.
pub fn after_paint(milliseconds: i32, call: impl FnOnce() + 'static) {
    let Some(window) = super::window() else { return };
    let callback: JsValue = Closure::once_into_js(move || after(milliseconds, call));
    _ = window.request_animation_frame(callback.unchecked_ref());
}
