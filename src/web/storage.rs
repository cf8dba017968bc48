//! The browser's storage as a store of the library.

use crate::state::library::{Store, StoreError};
use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The browser's storage of this origin, as far as it may be used.
#[derive(Clone, Debug)]
pub struct LocalStore {
    storage: Option<web_sys::Storage>,
}

impl LocalStore {
    /// Looks for the storage. In a frame of another site mere access throws, and gloo panics where it is refused, so
    /// the browser is asked first, and once.
    #[must_use]
    pub fn new() -> LocalStore {
        let allowed = super::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))));
        LocalStore { storage: allowed.then(LocalStorage::raw) }
    }

    /// No storage at all: nothing is read and nothing is kept.
    #[must_use]
    pub fn none() -> LocalStore {
        LocalStore { storage: None }
    }

    fn with<T>(&self, call: impl FnOnce(&web_sys::Storage) -> Result<T, JsValue>) -> Result<T, StoreError> {
        let storage = self.storage.as_ref().ok_or(StoreError::Refused)?;
        call(storage).map_err(|error| reason(&error))
    }
}

impl Default for LocalStore {
    fn default() -> LocalStore {
        LocalStore::new()
    }
}

fn reason(error: &JsValue) -> StoreError {
    match error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        Some("SecurityError") => StoreError::Refused,
        _ => StoreError::Failed,
    }
}

impl Store for LocalStore {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.with(|storage| storage.get_item(key))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.with(|storage| storage.set_item(key, text))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.with(|storage| storage.remove_item(key))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.with(|storage| {
            let keys = (0..storage.length()?).map(|place| storage.key(place));
            keys.filter_map(Result::transpose).collect()
        })
    }
}

/// Asks the browser to keep this origin's storage when room is short; it may decide by itself, or ask the reader. On pages
/// that are not secure there is nobody to ask.
pub async fn ask_to_keep() {
    let Some(window) = super::window().filter(web_sys::Window::is_secure_context) else { return };
    if let Ok(answer) = window.navigator().storage().persist() {
        // Whatever the answer, the plans are stored: it only says how firmly.
        _ = JsFuture::from(answer).await;
    }
}
