//! Drawings as pictures of pixels.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlImageElement};

/// Whether the page is shown in its dark theme: as the reader chose, or as the device prefers.
#[must_use]
pub fn page_is_dark() -> bool {
    match super::page::root("data-theme").as_deref() {
        Some("dark") => true,
        Some("light") => false,
        _ => super::media::matches("(prefers-color-scheme: dark)"),
    }
}

/// An SVG document as the bytes of a PNG, `scale` pixels for each of its own; none where the browser cannot draw it.
pub async fn png(svg: &str, scale: u32) -> Option<Vec<u8>> {
    let image = HtmlImageElement::new().ok()?;
    // A data address, because some browsers taint the canvas when the drawing comes from a blob.
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{}", js_sys::encode_uri_component(svg)));
    JsFuture::from(image.decode()).await.ok()?;
    let canvas = drawn(&image, scale).ok()??;
    super::file::bytes(&blob(&canvas).await?).await
}

fn drawn(image: &HtmlImageElement, scale: u32) -> Result<Option<HtmlCanvasElement>, JsValue> {
    let Some(document) = super::window().and_then(|window| window.document()) else { return Ok(None) };
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    let (width, height) = (scale * image.natural_width(), scale * image.natural_height());
    canvas.set_width(width);
    canvas.set_height(height);
    let Some(context) = canvas.get_context("2d")? else { return Ok(None) };
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(
        image,
        0.0,
        0.0,
        f64::from(width),
        f64::from(height),
    )?;
    Ok(Some(canvas))
}

async fn blob(canvas: &HtmlCanvasElement) -> Option<Blob> {
    let mut encode = |resolve: js_sys::Function, reject: js_sys::Function| {
        let done = Closure::once_into_js(move |blob: JsValue| resolve.call1(&JsValue::NULL, &blob));
        if canvas.to_blob(done.unchecked_ref()).is_err() {
            // The browser refuses at once when the canvas is too large; the promise must not wait for ever.
            _ = reject.call0(&JsValue::NULL);
        }
    };
    JsFuture::from(js_sys::Promise::new(&mut encode)).await.ok()?.dyn_into().ok()
}

/// Shows the probe of a datum in a drawing (`g.probe[data-i]`) and hides the one shown before; none shows nothing.
pub fn show_probe(drawing: &Element, datum: Option<usize>) {
    // The selectors are constants and a number, and attributes are plain: nothing of this can be refused.
    if let Ok(Some(shown)) = drawing.query_selector("g.probe[data-at]") {
        _ = shown.remove_attribute("data-at");
    }
    let group =
        datum.and_then(|datum| drawing.query_selector(&format!("g.probe[data-i=\"{datum}\"]")).ok()?);
    if let Some(group) = group {
        _ = group.set_attribute("data-at", "");
    }
}
