//! The device's own way of sharing.

use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Navigator, ShareData};

/// Whether there is one.
#[must_use]
pub fn is_there() -> bool {
    let has = |navigator: Navigator| Reflect::has(&navigator, &"share".into()).unwrap_or(false);
    super::window().is_some_and(|window| has(window.navigator()))
}

/// Has the device offer an address to its other programs. What becomes of it, and whether the reader changed their
/// mind, is between them.
pub async fn share(title: &str, address: &str) {
    let Some(window) = super::window().filter(|_| is_there()) else { return };
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(address);
    _ = JsFuture::from(window.navigator().share_with_data(&data)).await;
}
