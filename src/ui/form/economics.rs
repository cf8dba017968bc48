//! The fourth part: what a customer is worth.

use super::field::Field;
use crate::model::plan::Field as Number;
use crate::present::form::Place;
use leptos::prelude::*;

const FIELDS: [Number; 5] = [
    Number::OrderValue,
    Number::OrdersPerYear,
    Number::RelationshipYears,
    Number::GrossMargin,
    Number::DiscountRate,
];

/// Orders, relationship, margin and discount.
#[component]
pub fn EconomicsPart() -> impl IntoView {
    FIELDS.map(|field| view! { <Field place=Place::of(field)/> }).collect_view()
}
