//! Components: they place finished strings, and hold no arithmetic, no number formats and no storage.

mod app;
mod bar;
mod chain;
mod channels;
mod checks;
mod dialog;
mod door;
mod draft;
mod figure;
mod form;
mod formula;
mod frame;
mod history;
mod icon;
mod lead;
mod library;
mod methods;
mod number;
mod parts;
mod plan;
mod results;
mod route;
mod session;
mod shortcuts;
mod start;
mod toast;
mod verdict;
mod views;
mod words;

pub use app::App;
pub use form::focus_field;
