//! The bar over the open plan: its name, how saving goes, undo and redo, and what can be done with the whole plan.

mod banner;
mod menu;

pub use banner::SaveBanner;

use super::icon::Icon;
use super::library::{SaveState, Shelf};
use super::session::Session;
use super::words::words;
use crate::locale::Lang;
use crate::locale::screen::frame as say;
use crate::state::editor::Edit;
use crate::web::clock;
use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use menu::Menu;

/// Longer names are cut by nothing, but typing stops here.
const LONGEST_NAME: &str = "120";

/// The bar of the open plan.
#[component]
pub fn Bar(
    /// The id of the plan.
    id: String,
) -> impl IntoView {
    let session = Session::of_page();
    let name = NodeRef::new();
    view! {
        <header class="bar">
            <Name field=name/>
            <Saved/>
            <div class="actions">
                <button
                    type="button" class="btn quiet icon-only" aria-label=words(say::undo)
                    disabled=move || !session.can_undo() on:click=move |_| session.undo()
                ><Icon name="undo"/></button>
                <button
                    type="button" class="btn quiet icon-only" aria-label=words(say::redo)
                    disabled=move || !session.can_redo() on:click=move |_| session.redo()
                ><Icon name="redo"/></button>
                <button
                    type="button" class="btn quiet icon-only" aria-label=words(say::more) popovertarget="more"
                ><Icon name="more"/></button>
            </div>
            <Menu id=id name=name/>
        </header>
    }
}

/// The name, written where it stands. While an input method composes, the plan waits.
#[component]
fn Name(field: NodeRef<Input>) -> impl IntoView {
    let session = Session::of_page();
    let name = Memo::new(move |_| session.document.with(|document| document.name.clone()));
    let take = move |composing: bool| {
        if let (false, Some(field)) = (composing, field.get_untracked()) {
            // A name breaks no rule.
            _ = session.edit(Edit::Rename(field.value()));
        }
    };
    let leave = move |event: ev::KeyboardEvent| {
        if let ("Enter", false, Some(field)) =
            (event.key().as_str(), event.is_composing(), field.get_untracked())
        {
            _ = field.blur();
        }
    };
    view! {
        <input
            class="name" node_ref=field maxlength=LONGEST_NAME autocomplete="off"
            aria-label=words(say::plan_name) placeholder=words(say::untitled)
            prop:value=name
            on:input=move |event| take(event.unchecked_into::<ev::InputEvent>().is_composing())
            on:compositionend=move |_| take(false)
            on:keydown=leave
            on:blur=move |_| session.settle()
        />
    }
}

/// How saving goes, in a few words.
#[component]
fn Saved() -> impl IntoView {
    let shelf = Shelf::of_page();
    let state = move || match shelf.save_state() {
        SaveState::Saved => "saved",
        SaveState::Saving => "saving",
        SaveState::Unsaved(..) | SaveState::Conflict(_) | SaveState::Gone => "unsaved",
        SaveState::Memory => "memory",
    };
    let icon = Signal::derive(move || match shelf.save_state() {
        SaveState::Saved | SaveState::Saving => "device",
        SaveState::Unsaved(..) | SaveState::Conflict(_) | SaveState::Gone | SaveState::Memory => "alert",
    });
    view! {
        <span class="saved" data-state=state role="status">
            <Icon name=icon/>{move || told(shelf.save_state(), shelf.lang.get())}
        </span>
    }
}

fn told(state: SaveState, lang: Lang) -> String {
    match state {
        SaveState::Saved => say::saved(lang).into(),
        SaveState::Saving => say::saving(lang).into(),
        SaveState::Unsaved(_, Some(success)) => say::unsaved_since(lang, clock::moment(success).time()),
        SaveState::Unsaved(_, None) | SaveState::Conflict(_) | SaveState::Gone => say::unsaved(lang).into(),
        SaveState::Memory => say::memory(lang).into(),
    }
}
