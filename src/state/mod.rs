//! The open plan, its history and what is derived from it.

pub mod editor;
pub mod library;
pub mod solving;
pub mod spreadsheet;
