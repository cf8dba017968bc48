//! What visitors may change, part by part.

use super::choices::option;
use crate::locale::Lang;
use crate::locale::screen::builder as say;
use crate::locale::term;
use crate::model::plan::Field;
use crate::persist::embed::{Embed, Part, Treatment};
use crate::ui::library::Shelf;
use crate::ui::words::words;
use leptos::prelude::*;

/// A row for each part.
#[component]
pub fn Parts(embed: RwSignal<Embed>) -> impl IntoView {
    view! {
        <fieldset class="parts">
            <legend>{words(say::parts)}</legend>
            {Part::ALL.map(|part| view! { <Row embed=embed part=part/> }).collect_view()}
        </fieldset>
    }
}

#[component]
fn Row(embed: RwSignal<Embed>, part: Part) -> impl IntoView {
    let lang = Shelf::of_page().lang;
    let label = move || name_of(part, lang.get());
    let open = if part.is_edited() { say::open } else { say::shown };
    let offered = [
        Some((Treatment::Open, open as fn(Lang) -> &'static str)),
        part.is_edited().then_some((Treatment::Locked, say::locked)),
        part.is_hideable().then_some((Treatment::Hidden, say::hidden)),
    ];
    let choice = move |(treatment, words): (Treatment, fn(Lang) -> &'static str)| {
        let is = Signal::derive(move || embed.with(|embed| embed.treatment(part) == treatment));
        let choose = Callback::new(move |()| embed.update(|embed| treat(embed, part, treatment)));
        option(part.name(), words, is, choose)
    };
    view! {
        <fieldset class="row">
            <legend>{label}</legend>
            <div class="choice">{offered.into_iter().flatten().map(choice).collect_view()}</div>
        </fieldset>
    }
}

fn treat(embed: &mut Embed, part: Part, treatment: Treatment) {
    for (list, is_listed) in [
        (&mut embed.hide, treatment == Treatment::Hidden),
        (&mut embed.locked, treatment == Treatment::Locked),
    ] {
        list.retain(|listed| *listed != part);
        if is_listed {
            list.push(part);
            list.sort_unstable();
        }
    }
}

/// Numbers are called as in the form of a plan.
fn name_of(part: Part, lang: Lang) -> &'static str {
    match part {
        Part::Target => say::target(lang),
        Part::Months => term::field(Field::Months, lang),
        Part::OrderValue => term::field(Field::OrderValue, lang),
        Part::OrdersPerYear => term::field(Field::OrdersPerYear, lang),
        Part::RelationshipYears => term::field(Field::RelationshipYears, lang),
        Part::GrossMargin => term::field(Field::GrossMargin, lang),
        Part::Rates => say::rates(lang),
        Part::UnitCost => say::unit_cost(lang),
        Part::Chain => say::chain(lang),
        Part::Detail => say::detail(lang),
        Part::FullApp => say::full_app(lang),
    }
}
