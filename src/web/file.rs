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

/// Whether a file is a picture, as far as its kind or its name tells.
#[must_use]
pub fn is_picture(file: &File) -> bool {
    let name = file.name().to_ascii_lowercase();
    file.type_().starts_with("image/") || name.ends_with(".svg") || name.ends_with(".png")
}

/// The text of a file of at most so many bytes.
///
/// # Errors
/// The file is longer, or cannot be read any more.
pub async fn read(file: &File, most: usize) -> Result<String, FileError> {
    check_length(file, most)?;
    let text = JsFuture::from(file.text()).await.map_err(|_| FileError::Unreadable)?;
    text.as_string().ok_or(FileError::Unreadable)
}

/// The bytes of a file of at most so many.
///
/// # Errors
/// The file is longer, or cannot be read any more.
pub async fn read_bytes(file: &File, most: usize) -> Result<Vec<u8>, FileError> {
    check_length(file, most)?;
    bytes(file).await.ok_or(FileError::Unreadable)
}

/// The bytes of a file, or of what the browser made; none where it does not give them.
pub async fn bytes(blob: &Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

#[allow(clippy::cast_precision_loss, reason = "sizes in bytes are far below 2^53")]
fn check_length(file: &File, most: usize) -> Result<(), FileError> {
    if file.size() > most as f64 { Err(FileError::TooLong) } else { Ok(()) }
}
