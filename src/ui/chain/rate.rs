//! A rate or a price between two numbers of the chain, typed in place.

use super::stage::state;
use crate::present::chain::{InputView, RateView, StageView};
use crate::ui::draft::{Draft, DraftInput, DraftWrong};
use crate::ui::number::SentenceView;
use leptos::prelude::*;

#[component]
pub(super) fn RateOf(stage: Memo<Option<StageView>>) -> impl IntoView {
    let rate = Signal::derive(move || stage.get().and_then(|stage| stage.rate));
    let id = stage.get_untracked().map_or_else(String::new, |stage| format!("chain-rate-{}", stage.stage));
    view! { <Rate rate=rate id=id/> }
}

/// A rate or a price that is typed in place.
#[component]
pub(super) fn Rate(rate: Signal<Option<RateView>>, id: String) -> impl IntoView {
    let input = lasting(Signal::derive(move || rate.get().map(|rate| rate.input)))?;
    let draft = Draft::of(input);
    let class = move || {
        if rate.with(|rate| rate.as_ref().is_some_and(|rate| rate.weak)) { "rate weak" } else { "rate own" }
    };
    let label = move || input.get().label;
    let note = move || rate.get().and_then(|rate| rate.note);
    Some(view! {
        <div class=class data-state=move || state(draft)>
            <label for=id.clone()>{label}</label>
            <span class="control"><DraftInput draft=draft id=id.clone()/></span>
            {move || note().map(|note| view! { <span class="note"><SentenceView sentence=Signal::stored(note)/></span> })}
            <DraftWrong draft=draft id=id/>
        </div>
    })
}

/// A field that is there now; should the chain be renewed and lose it for a moment, it keeps what it had.
pub(super) fn lasting(input: Signal<Option<InputView>>) -> Option<Signal<InputView>> {
    let had = StoredValue::new(input.get_untracked()?);
    Some(Signal::derive(move || input.get().unwrap_or_else(|| had.get_value())))
}
