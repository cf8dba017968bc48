//! Components: they place finished strings, and hold no arithmetic, no number formats and no storage.

mod app;
mod chain;
mod draft;
mod number;
mod plan;
mod session;
mod verdict;

pub use app::App;
