//! Time and chance.

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

/// An id that no other plan has. Browsers offer `randomUUID` on secure pages only; elsewhere the time has to do.
#[must_use]
pub fn new_id() -> String {
    let crypto =
        super::window().filter(web_sys::Window::is_secure_context).and_then(|window| window.crypto().ok());
    crypto.map_or_else(|| format!("t{}", now()), |crypto| crypto.random_uuid())
}
