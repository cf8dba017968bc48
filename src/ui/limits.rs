//! What a page does not let its reader do with a plan. A page of our own lets everything; one that others put on theirs
//! may lock numbers, and has no room for explanations.

use crate::model::plan::Field;
use leptos::prelude::*;

/// The limits of a page, for every component below it.
#[derive(Clone, Copy)]
pub struct Limits {
    locked: StoredValue<Vec<Field>>,
}

impl Limits {
    /// Numbers explain nothing, and those of some fields are shown only.
    #[must_use]
    pub fn locking(fields: Vec<Field>) -> Limits {
        Limits { locked: StoredValue::new(fields) }
    }

    /// Whether a number explains itself when it is pressed.
    #[must_use]
    pub fn explains() -> bool {
        use_context::<Limits>().is_none()
    }

    /// Whether a number is shown only.
    #[must_use]
    pub fn locks(field: Field) -> bool {
        use_context::<Limits>()
            .is_some_and(|limits| limits.locked.with_value(|locked| locked.contains(&field)))
    }
}
