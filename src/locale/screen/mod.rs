//! What the screens say, one file per screen.

pub mod plan;
