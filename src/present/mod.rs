//! View models: reports become rows of finished strings and chart series.

pub mod figure;
