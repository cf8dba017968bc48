//! What the screens say, one file per screen.

pub mod budget;
pub mod builder;
pub mod changes;
pub mod compare;
pub mod door;
pub mod embed;
pub mod file;
pub mod form;
pub mod frame;
pub mod frontier;
pub mod history;
pub mod link;
pub mod methods;
pub mod plan;
pub mod remedies;
pub mod results;
pub mod share;
pub mod start;
pub mod table;
