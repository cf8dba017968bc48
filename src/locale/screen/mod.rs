//! What the screens say, one file per screen.

pub mod builder;
pub mod changes;
pub mod door;
pub mod embed;
pub mod file;
pub mod form;
pub mod frame;
pub mod link;
pub mod methods;
pub mod plan;
pub mod results;
pub mod start;
pub mod table;
