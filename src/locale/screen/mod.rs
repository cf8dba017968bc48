//! What the screens say, one file per screen.

pub mod file;
pub mod frame;
pub mod plan;
pub mod start;
