//! A rate or a price between two numbers of the chain, typed in place.

use super::stage::{state, width};
use crate::chart::ems;
use crate::model::plan::Field;
use crate::present::chain::{RateView, StageView};
use crate::ui::draft::{Draft, DraftInput, DraftWrong};
use crate::ui::number::Note;
use leptos::prelude::*;

#[component]
pub(super) fn RateOf(stage: Memo<Option<StageView>>) -> impl IntoView {
    let rate =
        Signal::derive(move || stage.with(|stage| stage.as_ref().and_then(|stage| stage.rate.clone())));
    let id = stage.get_untracked().map_or_else(String::new, |stage| format!("chain-rate-{}", stage.stage));
    view! { <Rate rate=rate id=id/> }
}

/// A rate or a price that is typed in place.
#[component]
pub(super) fn Rate(rate: Signal<Option<RateView>>, id: String) -> impl IntoView {
    let input =
        lasting(Signal::derive(move || rate.with(|rate| rate.as_ref().map(|rate| rate.input.clone()))))?;
    let draft = Draft::of(input);
    let is_price = input.with_untracked(|input| input.path.field == Field::UnitCost);
    let class = move || match rate.with(|rate| rate.as_ref().is_some_and(|rate| rate.weak)) {
        true => "rate weak",
        false if is_price => "rate own price",
        false => "rate own",
    };
    let label = move || input.with(|input| input.label.clone());
    let note = Signal::derive(move || rate.with(|rate| rate.as_ref().and_then(|rate| rate.note.clone())));
    Some(view! {
        <div class=class data-state=move || state(draft) style=width(move || ems(&draft.shown()))>
            <label for=id.clone()>{label}</label>
            <span class="control"><DraftInput draft=draft id=id.clone()/></span>
            <Note sentence=note class="note"/>
            <DraftWrong draft=draft id=id named=true/>
        </div>
    })
}

/// Something that is there now; should the chain be renewed and lose it for a moment, it keeps what it had.
pub(super) fn lasting<T: Clone + Send + Sync + 'static>(now: Signal<Option<T>>) -> Option<Signal<T>> {
    let had = StoredValue::new(now.get_untracked()?);
    Some(Signal::derive(move || now.get().unwrap_or_else(|| had.get_value())))
}
