//! The browser: storage, clock, address bar, files, clipboard. Thin functions, no logic; the only effects there are.

pub mod address;
pub mod clipboard;
pub mod clock;
pub mod file;
pub mod host;
pub mod loader;
pub mod media;
pub mod page;
pub mod picture;
pub mod resize;
pub mod script;
pub mod share;
pub mod storage;
pub mod worker;

/// The window; none in a worker, where nothing of this room is of use.
fn window() -> Option<web_sys::Window> {
    web_sys::window()
}
