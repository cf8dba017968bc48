//! The size that an element really has.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver, ResizeObserverEntry};

/// Somebody who watches the width of an element, until dropped.
#[derive(Debug)]
pub struct WidthObserver {
    observer: ResizeObserver,
    _closure: Closure<dyn FnMut(js_sys::Array)>,
}

/// Calls back with the width of an element's content in CSS pixels: once at the beginning, and whenever it changes.
#[must_use]
pub fn on_width(element: &Element, mut call: impl FnMut(f64) + 'static) -> Option<WidthObserver> {
    let closure = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        if let Some(entry) = entries.iter().last() {
            call(entry.unchecked_into::<ResizeObserverEntry>().content_rect().width());
        }
    });
    let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(WidthObserver { observer, _closure: closure })
}

impl Drop for WidthObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
