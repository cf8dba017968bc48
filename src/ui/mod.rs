//! Components: they place finished strings, and hold no arithmetic, no number formats and no storage.

mod app;
mod bar;
mod builder;
mod chain;
mod channels;
mod checks;
mod dialog;
mod door;
mod draft;
mod embed;
mod figure;
mod form;
mod formula;
mod frame;
mod icon;
mod later;
mod lead;
mod library;
mod limits;
mod methods;
mod number;
mod parts;
mod plan;
mod results;
mod route;
mod session;
mod shared;
mod shortcuts;
mod start;
mod toast;
mod verdict;
mod views;
mod words;

pub use app::App;
pub use form::focus_field;
