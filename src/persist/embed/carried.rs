//! A plan as a text that stands behind a `#`.

use crate::model::plan::{Document, Plan};
use crate::persist::plan_text;
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Writes a plan.
#[must_use]
pub fn write(document: &Document) -> String {
    utf8_percent_encode(&plan_text::write_compact(document), NON_ALPHANUMERIC).to_string()
}

/// Reads a plan from its text, or from a link that ends in it; none when it is not exactly one.
#[must_use]
pub fn read(link: &str) -> Option<Plan> {
    let text = link.rsplit('/').next().unwrap_or(link);
    plan_text::read(&percent_decode_str(text).decode_utf8().ok()?).ok()
}
