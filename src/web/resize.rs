//! The size that an element really has.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DomRectReadOnly, Element, ResizeObserver, ResizeObserverEntry};

/// Somebody who watches the size of an element, until dropped.
#[derive(Debug)]
pub struct SizeObserver {
    observer: ResizeObserver,
    _closure: Closure<dyn FnMut(js_sys::Array)>,
}

/// Calls back with the width of an element's content in CSS pixels: once at the beginning, and whenever it changes.
#[must_use]
pub fn on_width(element: &Element, mut call: impl FnMut(f64) + 'static) -> Option<SizeObserver> {
    on_size(element, Box::new(move |content| call(content.width())))
}

/// The same with its height.
#[must_use]
pub fn on_height(element: &Element, mut call: impl FnMut(f64) + 'static) -> Option<SizeObserver> {
    on_size(element, Box::new(move |content| call(content.height())))
}

fn on_size(element: &Element, mut call: Box<dyn FnMut(DomRectReadOnly)>) -> Option<SizeObserver> {
    let closure = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        if let Some(entry) = entries.iter().last() {
            call(entry.unchecked_into::<ResizeObserverEntry>().content_rect());
        }
    });
    let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(SizeObserver { observer, _closure: closure })
}

impl Drop for SizeObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
