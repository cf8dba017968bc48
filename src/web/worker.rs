//! A worker: the module of the page once more, off the page. Both sides speak in texts.

use super::clock;
use js_sys::Function;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, Event, MessageEvent, WorkerOptions, WorkerType};

/// The attribute of the loader's tag that names the worker's file. Builds for development have none.
const ADDRESS: &str = "data-solver-worker";

/// A worker, until dropped.
#[derive(Debug)]
pub struct Worker {
    worker: web_sys::Worker,
    _heard: Closure<dyn Fn(MessageEvent)>,
    _failed: Closure<dyn Fn(Event)>,
}

impl Worker {
    /// Starts one, and calls back with what it tells, and when it breaks or cannot begin. None where the browser or the
    /// page around refuses workers, or the build has none.
    #[must_use]
    pub fn start(heard: impl Fn(String) + 'static, failed: impl Fn() + 'static) -> Option<Worker> {
        let page = super::window()?.document()?;
        let tag = page.query_selector(&format!("script[{ADDRESS}]")).ok()??;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = web_sys::Worker::new_with_options(&tag.get_attribute(ADDRESS)?, &options).ok()?;
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            event.data().as_string().map(&heard);
        });
        let failed = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            event.prevent_default();
            failed();
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Some(Worker { worker, _heard: heard, _failed: failed })
    }

    /// Tells it something.
    pub fn tell(&self, text: &str) {
        // Refused only for what cannot be copied, and a text can.
        _ = self.worker.post_message(&JsValue::from_str(text));
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// Where this module runs as a worker: the worker itself.
fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// Whether this module runs as a worker.
#[must_use]
pub fn is_worker() -> bool {
    scope().is_some()
}

/// In a worker: calls back with what the page tells, as long as the worker lives.
pub fn listen(heard: impl Fn(String) + 'static) {
    let Some(scope) = scope() else { return };
    let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        event.data().as_string().map(&heard);
    });
    scope.set_onmessage(Some(heard.into_js_value().unchecked_ref()));
}

/// In a worker: tells the page something.
pub fn tell(text: &str) {
    if let Some(scope) = scope() {
        // Refused only for what cannot be copied, and a text can.
        _ = scope.post_message(&JsValue::from_str(text));
    }
}

/// Calls back once others had their turn, on the page or in a worker.
pub fn next_turn(call: impl FnOnce() + 'static) {
    let callback: JsValue = Closure::once_into_js(call);
    let timer = js_sys::Reflect::get(&js_sys::global(), &JsValue::from_str("setTimeout"));
    if let Ok(timer) = timer.and_then(JsCast::dyn_into::<Function>) {
        _ = timer.call1(&JsValue::UNDEFINED, &callback);
    }
}

/// Goes on with something until it says that it is done, or so many milliseconds have passed; answers whether it is done.
pub fn go_on(milliseconds: u64, mut step: impl FnMut() -> bool) -> bool {
    let end = clock::now() + milliseconds;
    loop {
        if step() {
            return true;
        }
        if clock::now() >= end {
            return false;
        }
    }
}
