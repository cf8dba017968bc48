//! Lists of months: the season of the year, and the budgets' own weights.

use super::field::BareField;
use super::group::Group;
use super::{told, words};
use crate::locale::screen::form as say;
use crate::model::plan::{Field, Phasing};
use crate::present::form::{self, Place};
use crate::state::editor::Edit;
use crate::ui::session::Session;
use leptos::prelude::*;

/// A weight for every month of the plan, where it has such.
#[component]
pub fn Weights() -> impl IntoView {
    let count = told(|document, _| match &document.phasing {
        Phasing::Factors(factors) => factors.len(),
        Phasing::Flat | Phasing::Seasonal => 0,
    });
    let months = move || 0..count.get();
    let help = words(say::weights_help);
    view! {
        {move || (count.get() > 0).then(|| view! { <p class="help">{help}</p> })}
        <div class="months">
            <For each=months key=|month| *month let:month>
                <BareField place=Place::month(Field::PhasingFactor, month)/>
            </For>
        </div>
    }
}

/// The twelve months of a year.
#[component]
pub fn Season() -> impl IntoView {
    let session = Session::of_page();
    let digest = told(|document, lang| form::season(document, lang).to_owned());
    let own = told(|document, _| document.seasonality.is_some());
    // Without a season every month is alike, which no rule forbids.
    let clear = move |_| _ = session.edit(Edit::SetSeasonality(None));
    let month = |month: usize| view! { <BareField place=Place::month(Field::Seasonality, month)/> };
    view! {
        <Group title=say::season digest=digest>
            <p class="help">{words(say::season_help)}</p>
            <div class="months">{(0..12).map(month).collect_view()}</div>
            {move || own.get().then(|| view! {
                <button type="button" class="btn quiet" on:click=clear>{words(say::season_clear)}</button>
            })}
        </Group>
    }
}
