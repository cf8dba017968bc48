//! Time and chance.

use crate::locale::Lang;
use crate::locale::moment::Moment;

/// A day in milliseconds.
pub const DAY_MS: u64 = 86_400_000;

/// Now, in milliseconds since 1970.
#[must_use]
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole milliseconds since 1970 fit"
)]
pub fn now() -> u64 {
    js_sys::Date::now().max(0.0) as u64
}

/// This month at the reader's place, `YYYY-MM`.
#[must_use]
pub fn this_month() -> String {
    let today = js_sys::Date::new_0();
    format!("{:04}-{:02}", today.get_full_year(), today.get_month() + 1)
}

/// Today at the reader's place, `YYYY-MM-DD`.
#[must_use]
pub fn today() -> String {
    moment(now()).iso().chars().take(10).collect()
}

/// An id that no other plan has. Browsers offer `randomUUID` on secure pages only; elsewhere the time has to do.
#[must_use]
pub fn new_id() -> String {
    let crypto =
        super::window().filter(web_sys::Window::is_secure_context).and_then(|window| window.crypto().ok());
    crypto.map_or_else(|| format!("t{}", now()), |crypto| crypto.random_uuid())
}

/// The moment so many milliseconds after the beginning of 1970, at the reader's place.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "milliseconds since 1970 are far below 2^53")]
pub fn moment(milliseconds: u64) -> Moment {
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(milliseconds as f64));
    let small = |part: u32| u8::try_from(part).unwrap_or(0);
    Moment {
        year: i32::try_from(date.get_full_year()).unwrap_or(0),
        month: small(date.get_month() + 1),
        day: small(date.get_date()),
        hour: small(date.get_hours()),
        minute: small(date.get_minutes()),
    }
}

/// The moment so many milliseconds after the beginning of 1970 in words, as seen from today.
#[must_use]
pub fn told(milliseconds: u64, lang: Lang, tell: fn(Moment, Moment, Moment, Lang) -> String) -> String {
    let now = now();
    tell(moment(milliseconds), moment(now), moment(now.saturating_sub(DAY_MS)), lang)
}
