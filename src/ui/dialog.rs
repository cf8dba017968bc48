//! Modal dialogs: one at a time, opened by the page, closed by Escape or their buttons; the focus returns by itself.

use super::icon::Icon;
use super::library::{Outcome, Restored, Shelf, Unopened, flaw, sentence};
use super::shortcuts::Keys;
use super::words::words;
use crate::locale::Lang;
use crate::locale::screen::{file as say, frame};
use crate::web::page;
use leptos::html::Dialog;
use leptos::prelude::*;

/// What a dialog is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// The keyboard shortcuts.
    Shortcuts,
    /// A file that could not be opened.
    Unopened(Unopened),
    /// What became of the plans of a backup.
    Restored(Vec<Restored>),
    /// What the open plan was earlier: shown by the plan's own view, which arrives later.
    History,
    /// The ways to share the open plan: shown by the plan's own view, which arrives later.
    Share,
}

/// The place of the dialog that is open.
#[component]
pub fn DialogPlace() -> impl IntoView {
    let shelf = Shelf::of_page();
    move || {
        shelf.notice.get().and_then(|notice| match notice {
            Notice::Shortcuts => Some(view! { <Shortcuts/> }.into_any()),
            Notice::Unopened(unopened) => Some(view! { <CannotOpen unopened=unopened/> }.into_any()),
            Notice::Restored(plans) => Some(view! { <BackupRead plans=plans/> }.into_any()),
            Notice::History | Notice::Share => None,
        })
    }
}

#[component]
fn Shortcuts() -> impl IntoView {
    let dialog = NodeRef::new();
    view! {
        <Modal dialog=dialog>
            <Head dialog=dialog title=frame::shortcuts/>
            <Keys/>
        </Modal>
    }
}

#[component]
fn CannotOpen(unopened: Unopened) -> impl IntoView {
    let shelf = Shelf::of_page();
    let lang = shelf.lang;
    let dialog = NodeRef::new();
    let place = unopened.place().map(str::to_owned);
    let another = move |_| {
        close(dialog);
        shelf.choose_file();
    };
    view! {
        <Modal dialog=dialog>
            <div class="head"><h2 id="dialog-title">{words(say::cannot_open)}</h2></div>
            <div class="cause">
                {place.map(|place| view! { <code translate="no">{place}</code> })}
                {move || sentence(&unopened, lang.get())}
            </div>
            <p>{words(say::nothing_changed)}</p>
            <div class="actions">
                <button type="button" class="btn" on:click=another>{words(say::choose_another)}</button>
                <button type="button" class="btn primary" on:click=move |_| close(dialog)>
                    {words(say::understood)}
                </button>
            </div>
        </Modal>
    }
}

/// What became of each plan of a backup, in its order.
#[component]
fn BackupRead(plans: Vec<Restored>) -> impl IntoView {
    let lang = Shelf::of_page().lang;
    let dialog = NodeRef::new();
    let row = move |Restored { name, outcome }: Restored| {
        let told = move || match &outcome {
            Ok(Outcome::Added) => say::added(lang.get()).to_owned(),
            Ok(Outcome::AlreadyHere) => say::already_here(lang.get()).to_owned(),
            Err(error) => flaw(error, lang.get()),
        };
        let name =
            move || if name.trim().is_empty() { say::nameless(lang.get()).to_owned() } else { name.clone() };
        view! { <div><dt>{name}</dt><dd>{told}</dd></div> }
    };
    let is_empty = plans.is_empty();
    view! {
        <Modal dialog=dialog>
            <Head dialog=dialog title=say::restored/>
            {is_empty.then(|| view! { <p>{words(say::empty_backup)}</p> })}
            <dl class="restored">{plans.into_iter().map(row).collect_view()}</dl>
        </Modal>
    }
}

/// The title, and the button that closes.
#[component]
pub fn Head(
    /// The dialog.
    dialog: NodeRef<Dialog>,
    /// Its title.
    title: fn(Lang) -> &'static str,
) -> impl IntoView {
    view! {
        <div class="head">
            <h2 id="dialog-title">{words(title)}</h2>
            <button
                type="button" class="btn quiet icon-only" aria-label=words(frame::close)
                on:click=move |_| close(dialog)
            ><Icon name="close"/></button>
        </div>
    }
}

/// The element, shown as soon as it is on the page. It is closed before it goes, or the focus would be lost.
#[component]
pub fn Modal(
    /// The element.
    dialog: NodeRef<Dialog>,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let shelf = Shelf::of_page();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            // Refused only for an element that is shown already or not on the page.
            _ = dialog.show_modal();
        }
    });
    let closed = move |_| page::after(0, move || shelf.notice.set(None));
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby="dialog-title" on:close=closed>{children()}</dialog>
    }
}

/// Takes a dialog that belongs to a view away with the view: the browser's own ways back do not close it.
pub fn leave_with_view(shelf: Shelf, notice: Notice) {
    on_cleanup(move || {
        if shelf.notice.try_with_untracked(|open| *open == Some(notice)) == Some(true) {
            shelf.notice.set(None);
        }
    });
}

/// Closes a dialog; it leaves the page a moment later.
pub fn close(dialog: NodeRef<Dialog>) {
    if let Some(dialog) = dialog.get_untracked() {
        dialog.close();
    }
}
