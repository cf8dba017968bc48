//! Files to and from the reader's device.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DragEvent, File, HtmlAnchorElement, HtmlInputElement, Url};

/// The type of plans and backups.
pub const JSON: &str = "application/json";

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// It is longer than anything that is read.
    TooLong,
    /// The browser did not give it.
    Unreadable,
}

/// Offers a text as a download; answers whether the browser could.
#[must_use]
pub fn download(name: &str, kind: &str, text: &str) -> bool {
    download_parts(name, kind, &js_sys::Array::of1(&JsValue::from_str(text)))
}

/// Offers bytes as a download; answers whether the browser could.
#[must_use]
pub fn download_bytes(name: &str, kind: &str, bytes: &[u8]) -> bool {
    download_parts(name, kind, &js_sys::Array::of1(&js_sys::Uint8Array::from(bytes)))
}

/// Offers what the browser made, such as a picture, as a download; answers whether it could.
#[must_use]
pub fn download_blob(name: &str, blob: &Blob) -> bool {
    download_parts(name, &blob.type_(), &js_sys::Array::of1(blob))
}

fn download_parts(name: &str, kind: &str, parts: &JsValue) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let offered = || -> Result<(), JsValue> {
        let blob = Blob::new_with_blob_sequence_and_options(parts, &options)?;
        let address = Url::create_object_url_with_blob(&blob)?;
        let document = super::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
        let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
        link.set_href(&address);
        link.set_download(name);
        link.click();
        // The download has begun, but some browsers still read from the address.
        super::page::after(60_000, move || _ = Url::revoke_object_url(&address));
        Ok(())
    };
    offered().is_ok()
}

/// The first file that a reader picked in a file field; the field is emptied, so that the same file can be picked again.
#[must_use]
pub fn picked(field: &HtmlInputElement) -> Option<File> {
    let file = field.files()?.get(0);
    field.set_value("");
    file
}

/// The first file that a reader dropped somewhere.
#[must_use]
pub fn dropped(event: &DragEvent) -> Option<File> {
    event.data_transfer()?.files()?.get(0)
}

/// The text of a file of at most so many bytes.
///
/// # Errors
/// The file is longer, or cannot be read any more.
#[allow(clippy::cast_precision_loss, reason = "sizes in bytes are far below 2^53")]
pub async fn read(file: &File, most: usize) -> Result<String, FileError> {
    if file.size() > most as f64 {
        return Err(FileError::TooLong);
    }
    let text = JsFuture::from(file.text()).await.map_err(|_| FileError::Unreadable)?;
    text.as_string().ok_or(FileError::Unreadable)
}
