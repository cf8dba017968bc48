//! The contract's version 1 as links of this codec write it: the place of a field in its list is its key, the place
//! of a word among its choices is the word. Nothing here may ever change but by adding to the end of a list, or old
//! links would open as other plans; a new version of the contract takes a codec of its own.

/// How a value is written.
pub(super) enum Shape {
    /// Numbers, texts, flags and lists of numbers, as they are.
    Plain,
    /// A word by its place.
    Choice(&'static [&'static str]),
    /// A number that may be an assumption.
    Estimate,
    /// Estimates by the id of a stage.
    Rates,
    /// An object.
    Record(&'static [Field]),
    /// A list of objects that are told apart by their first field.
    Records(&'static [Field]),
}

/// A field of an object.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) shape: Shape,
}

const fn field(name: &'static str, shape: Shape) -> Field {
    Field { name, shape }
}

use Shape::{Choice, Estimate, Plain, Rates, Record, Records};

/// Where a number comes from.
pub(super) const SOURCES: &[&str] = &["own", "benchmark", "assumption", "quote"];
const METRICS: &[&str] = &["revenue", "gross_profit", "profit", "new_customers", "stage_volume"];

/// A plan.
pub(super) const PLAN: &[Field] = &[
    field("version", Plain),
    field("name", Plain),
    field("template", Plain),
    field("currency", Plain),
    field("start", Plain),
    field("months", Plain),
    field("goal", Record(GOAL)),
    field("economics", Record(ECONOMICS)),
    field("stages", Records(STAGE)),
    field("channels", Records(CHANNEL)),
    field("seasonality", Plain),
    field("phasing", Plain),
    field("market_correlation", Plain),
];

const GOAL: &[Field] = &[
    field("metric", Choice(METRICS)),
    field("target", Plain),
    field("baseline", Plain),
    field("stage", Plain),
    field("growth", Plain),
    field("reference", Plain),
];

const ECONOMICS: &[Field] = &[
    field("order_value", Estimate),
    field("orders_per_year", Estimate),
    field("relationship_years", Estimate),
    field("gross_margin", Estimate),
    field("discount_rate", Estimate),
];

const STAGE: &[Field] = &[
    field("id", Plain),
    field("name", Plain),
    field("tier", Choice(&["top", "middle", "bottom"])),
    field("conversion_rate", Estimate),
    field("delay_days", Estimate),
];

const CHANNEL: &[Field] = &[
    field("id", Plain),
    field("name", Plain),
    field("trust", Choice(&["proven", "test", "experimental"])),
    field("entry_stage", Plain),
    field("unit_cost", Estimate),
    field("monthly_budget", Plain),
    field("response", Record(RESPONSE)),
    field("min_budget", Plain),
    field("max_budget", Plain),
    field("active", Plain),
    field("fit_rate", Estimate),
    field("free_volume", Estimate),
    field("carryover", Estimate),
    field("prior_budget", Plain),
    field("ramp_months", Estimate),
    field("labour_hours", Estimate),
    field("hourly_wage", Estimate),
    field("fixed_cost", Estimate),
    field("setup_cost", Estimate),
    field("conversion_rates", Rates),
    field("order_value", Estimate),
    field("orders_per_year", Estimate),
    field("relationship_years", Estimate),
    field("depends_on", Records(DEPENDENCY)),
];

const RESPONSE: &[Field] = &[
    field("kind", Choice(&["linear", "saturating", "doubling", "hill"])),
    field("ceiling", Estimate),
    field("at", Estimate),
    field("gain", Estimate),
    field("half_at", Estimate),
    field("slope", Estimate),
];

const DEPENDENCY: &[Field] =
    &[field("channel", Plain), field("share_without", Estimate), field("full_at", Estimate)];
