//! Parts of the page that come and go. Whatever they show, they have one type: the code that builds, moves and removes
//! them is there once.

use leptos::prelude::*;
use std::sync::Arc;

/// A part that is there while a condition holds.
pub fn when(
    condition: impl Into<Signal<bool>>,
    part: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    fn shown(condition: Signal<bool>, part: Box<dyn Fn() -> AnyView + Send + Sync>) -> AnyView {
        (move || condition.get().then(&part)).into_any()
    }
    shown(condition.into(), Box::new(part))
}

/// A part for each of a list, by their ids: one that stays keeps its elements, wherever it moves.
pub fn each(ids: Memo<Vec<String>>, part: impl Fn(String) -> AnyView + Send + Sync + 'static) -> AnyView {
    fn listed(ids: Memo<Vec<String>>, part: Arc<dyn Fn(String) -> AnyView + Send + Sync>) -> AnyView {
        view! { <For each=move || ids.get() key=Clone::clone children=move |id| part(id)/> }.into_any()
    }
    listed(ids, Arc::new(part))
}
