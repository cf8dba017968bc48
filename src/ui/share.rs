//! Taking a plan along: the dialog of its link, its address for pictures, its tables for spreadsheets. Only what shows
//! the dialog is loaded with the plan; the rest arrives when it is asked for (`later.rs`).

mod body;
mod sheet;
mod ways;

pub use body::body;
pub use sheet::{Sheet, SheetText, sheet};

use super::dialog::{Head, Modal, Notice, leave_with_view};
use super::later;
use super::library::Shelf;
use super::session::Session;
use crate::locale::screen::share as say;
use crate::model::plan::Plan;
use crate::persist::link::{self, Notes};
use crate::web::{address, page};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The dialog that shares the open plan, while it is asked for.
#[component]
pub fn ShareDialog() -> impl IntoView {
    let (shelf, session) = (Shelf::of_page(), Session::of_page());
    let part = RwSignal::new(None::<later::Share>);
    let asked = Memo::new(move |_| shelf.notice.get() == Some(Notice::Share));
    leave_with_view(shelf, Notice::Share);
    // Until it has arrived there is no dialog that the browser could close.
    StoredValue::new_local(page::on_key(move |event| {
        if event.key() == "Escape" && asked.get_untracked() && part.with_untracked(Option::is_none) {
            shelf.notice.set(None);
        }
    }));
    Effect::new(move |_| {
        if asked.get() && part.with_untracked(Option::is_none) {
            spawn_local(async move {
                match later::share().await {
                    // The plan may have been left meanwhile.
                    Ok(arrived) => _ = part.try_set(Some(arrived)),
                    Err(_) => {
                        shelf.notice.set(None);
                        shelf.toasts.say(|lang| say::not_loaded(lang).into());
                    }
                }
            });
        }
    });
    move || {
        let part = part.get().filter(|_| asked.get())?;
        let dialog = NodeRef::new();
        Some(view! {
            <Modal dialog=dialog>
                <Head dialog=dialog title=say::title/>
                {(part.body)(session.plan())}
            </Modal>
        })
    }
}

/// The address of a plan for what does not ask about notes: without them.
#[must_use]
pub fn address(plan: &Plan) -> Option<String> {
    link_of(plan, Notes::LeftOut)
}

/// The address that opens a plan; none where it is too long for one.
fn link_of(plan: &Plan, notes: Notes) -> Option<String> {
    link::encode(plan, notes).ok().map(|link| link::address(&address::page(), &link))
}
