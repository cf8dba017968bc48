//! The words for everything the model speaks of: one row for each name, both languages side by side.
//!
//! Every table is a `match` without a wildcard: a new measure, field or reason does not compile without its words.

mod choice;
mod field;
mod measure;
mod name;
pub mod notation;
mod reason;
mod stage;
#[cfg(test)]
mod tests;
mod unit;

pub use choice::{
    goal_metric, phasing, response, response_help, response_source, source_chip, source_help, tier, trust,
    trust_help,
};
pub use field::{field, field_help, field_hint};
pub use measure::{label, meaning, source};
pub use name::{
    channel, each_of_stage, month, path, path_inside, quantity, quantity_inside, reading, stage as stage_name,
};
pub use reason::{no_sum, reason};
pub use stage::{at_stage, each, rate_into};
pub use unit::{figure_text, is_in_times, summand_text, times_text, unit_kind, unit_name, unit_text};

/// One text in every language, in the order of [`Lang::ALL`](super::Lang::ALL).
type Text = (&'static str, &'static str);

fn text((zh, en): Text, lang: super::Lang) -> &'static str {
    match lang {
        super::Lang::ZhHant => zh,
        super::Lang::En => en,
    }
}
