//! The clipboard.

use wasm_bindgen_futures::JsFuture;

/// Copies a text; answers whether the browser let it. On pages that are not secure there is no clipboard at all.
pub async fn copy(text: &str) -> bool {
    let Some(window) = super::window().filter(web_sys::Window::is_secure_context) else { return false };
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}
