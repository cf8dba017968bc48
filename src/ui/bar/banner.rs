//! What happened when saving fails, what was kept, and what to do.

use crate::locale::Lang;
use crate::locale::screen::frame as say;
use crate::state::library::StoreError;
use crate::ui::icon::Icon;
use crate::ui::library::{SaveState, Shelf, fault};
use crate::ui::words::words;
use crate::web::clock;
use leptos::prelude::*;

/// The message under the bar, while saving does not go by itself.
#[component]
pub fn SaveBanner(
    /// The id of the plan.
    id: String,
) -> impl IntoView {
    let shelf = Shelf::of_page();
    move || {
        let state = shelf.save_state();
        let (title, text) = told(state, shelf.lang.get())?;
        let actions = match state {
            SaveState::Conflict(theirs) => view! { <Choice can_take=theirs.is_some()/> }.into_any(),
            SaveState::Gone => view! { <StoreAgain/><Export id=id.clone()/> }.into_any(),
            _ => view! { <Export id=id.clone()/> }.into_any(),
        };
        Some(view! {
            <div class="banner warn" role="alert">
                <p><strong>{title}</strong>{text}</p>
                <div class="actions">{actions}</div>
            </div>
        })
    }
}

fn told(state: SaveState, lang: Lang) -> Option<(String, &'static str)> {
    match state {
        SaveState::Saved | SaveState::Saving => None,
        SaveState::Memory => Some(fault(StoreError::Refused, lang)),
        // It was allowed before: it may be again.
        SaveState::Unsaved(StoreError::Refused, _) => Some(fault(StoreError::Failed, lang)),
        SaveState::Unsaved(error, _) => Some(fault(error, lang)),
        SaveState::Gone => Some((say::gone_title(lang).into(), say::gone_text(lang))),
        SaveState::Conflict(Some(saved_at)) => {
            Some((say::conflict_title(lang, clock::moment(saved_at).time()), say::conflict_text(lang)))
        }
        SaveState::Conflict(None) => Some((say::conflict_newer(lang).into(), say::conflict_text(lang))),
    }
}

#[component]
fn Export(id: String) -> impl IntoView {
    let shelf = Shelf::of_page();
    view! {
        <button type="button" class="btn" on:click=move |_| shelf.export(&id)>
            <Icon name="download"/>{move || say::export(shelf.lang.get())}
        </button>
    }
}

#[component]
fn StoreAgain() -> impl IntoView {
    let shelf = Shelf::of_page();
    view! {
        <button type="button" class="btn" on:click=move |_| shelf.save_now()>{words(say::store_again)}</button>
    }
}

/// Mine, theirs or both. A newer program's write can be neither read nor replaced here.
#[component]
fn Choice(can_take: bool) -> impl IntoView {
    let shelf = Shelf::of_page();
    view! {
        <button type="button" class="btn" on:click=move |_| shelf.keep_both()>{words(say::keep_both)}</button>
        {can_take.then(|| view! {
            <button type="button" class="btn" on:click=move |_| shelf.keep_mine()>{words(say::keep_mine)}</button>
            <button type="button" class="btn" on:click=move |_| shelf.take_theirs()>{words(say::take_theirs)}</button>
        })}
    }
}
