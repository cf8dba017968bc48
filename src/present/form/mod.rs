//! The form of the plan view as finished strings: what stands in every field, what is chosen, what folded parts hold.

mod digest;
mod field;
mod options;
mod place;
#[cfg(test)]
mod tests;

pub use digest::{ChannelHead, GroupDigests, StageHead, parts, season, unit_costs};
pub(crate) use field::bare;
pub use field::{EstimateView, FieldView};
pub use options::{
    CURVES, METRICS, SOURCES, TIERS, TRUSTS, YEARS, copy_name, currencies, curve_fields, is_in_years,
    month_text, phasing_place, phasings, place_of, stage_names,
};
pub use place::{PARTS, Place, channel_id};
