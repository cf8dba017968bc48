//! Components: they place finished strings, and hold no arithmetic, no number formats and no storage.

mod app;
mod bar;
mod chain;
mod dialog;
mod draft;
mod frame;
mod icon;
mod library;
mod number;
mod plan;
mod session;
mod shortcuts;
mod start;
mod toast;
mod verdict;

pub use app::App;
