//! The visitor's numbers.

use crate::locale::screen::embed as say;
use crate::model::plan::Field;
use crate::persist::embed::Part;
use crate::present::form::Place;
use crate::ui::form::BareField;
use crate::ui::session::Session;
use crate::ui::words::words;
use leptos::prelude::*;

/// The fields of a part, in the order in which they are offered; those that a plan does not have are left out.
pub fn of_part(part: Part) -> &'static [Field] {
    match part {
        Part::Target => &[Field::Target, Field::Growth, Field::Reference],
        Part::Months => &[Field::Months],
        Part::OrderValue => &[Field::OrderValue],
        Part::OrdersPerYear => &[Field::OrdersPerYear],
        Part::RelationshipYears => &[Field::RelationshipYears],
        Part::GrossMargin => &[Field::GrossMargin],
        Part::Rates | Part::UnitCost | Part::Chain | Part::Detail | Part::FullApp => &[],
    }
}

/// A field for each part that is not hidden.
#[component]
pub fn Fields(hidden: Vec<Part>) -> impl IntoView {
    let session = Session::of_page();
    let has = |field: Field| {
        session.document.with_untracked(|document| {
            Place::of(field).path(document).is_some_and(|path| document.number(path).is_some())
        })
    };
    let shown = Part::ALL
        .into_iter()
        .filter(move |part| !hidden.contains(part))
        .flat_map(|part| of_part(part).iter());
    let places: Vec<Place> = shown.copied().filter(|field| has(*field)).map(Place::of).collect();
    (!places.is_empty()).then(|| {
        view! {
            <section class="numbers" aria-label=words(say::numbers)>
                {places.into_iter().map(|place| view! { <BareField place=place/> }).collect_view()}
            </section>
        }
    })
}
