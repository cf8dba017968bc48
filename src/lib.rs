//! Backcast 目標倒扣: from a business goal to the marketing plan and the budget that reach it.
//!
//! The rooms of the house and who may name whom are drawn in `ARCHITECTURE.md`.

pub use backcast_model as model;

pub mod api;
pub mod chart;
pub mod locale;
pub mod persist;
pub mod present;
mod solution;
pub mod state;
#[cfg(feature = "app")]
pub mod ui;
#[cfg(feature = "app")]
pub mod web;
