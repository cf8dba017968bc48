//! Toasts: what was just done, with a way to take it back.

use super::icon::Icon;
use super::library::Shelf;
use super::words::words;
use crate::locale::Lang;
use crate::locale::screen::frame as say;
use crate::web::{address, loader, page};
use leptos::prelude::*;
use std::sync::Arc;

/// How long a toast stays: long enough to read it twice.
const STAYS_MS: i32 = 5_000;
/// How long one stays that can be taken back: long enough to think, and to reach for its button.
const UNDO_STAYS_MS: i32 = 15_000;

type Words = Arc<dyn Fn(Lang) -> String + Send + Sync>;
/// Not a callback of the component library: it outlives the button that was pressed.
type Act = Arc<dyn Fn() + Send + Sync>;
type Holds = Arc<dyn Fn() -> bool + Send + Sync>;

/// What was just done.
#[derive(Clone)]
struct Toast {
    number: u64,
    text: Words,
    undo: Option<Act>,
    /// Whether it can still be taken back, where that may end; tracked.
    holds: Option<Holds>,
    /// The address of the page at that moment: what is said of another view goes with it.
    said_at: String,
}

/// The toasts of the page; a new one takes the place of the one before.
#[derive(Clone, Copy)]
pub struct Toasts {
    shown: RwSignal<Option<Toast>>,
    count: StoredValue<u64>,
}

impl Toasts {
    /// No toast.
    #[must_use]
    pub fn new() -> Toasts {
        Toasts { shown: RwSignal::new(None), count: StoredValue::new(0) }
    }

    /// Says something.
    pub fn say(self, text: impl Fn(Lang) -> String + Send + Sync + 'static) {
        self.show(Arc::new(text), None, None);
    }

    /// Says what was done, and offers to take it back.
    pub fn offer_undo(
        self,
        text: impl Fn(Lang) -> String + Send + Sync + 'static,
        undo: impl Fn() + Send + Sync + 'static,
    ) {
        self.show(Arc::new(text), Some(Arc::new(undo)), None);
    }

    /// The same for as long as it holds.
    pub fn offer_step_back(
        self,
        text: impl Fn(Lang) -> String + Send + Sync + 'static,
        undo: impl Fn() + Send + Sync + 'static,
        holds: impl Fn() -> bool + Send + Sync + 'static,
    ) {
        self.show(Arc::new(text), Some(Arc::new(undo)), Some(Arc::new(holds)));
    }

    /// Takes back what the toast speaks of; answers whether there was something.
    pub fn undo(self) -> bool {
        let undo = self.shown.with_untracked(|shown| shown.as_ref().and_then(|toast| toast.undo.clone()));
        let Some(undo) = undo else { return false };
        self.shown.set(None);
        undo();
        true
    }

    /// Another view is on the screen: what was said of the one before goes, unless it can be taken back.
    pub fn leave_view(self) {
        let here = address::hash();
        self.drop_if(|toast| toast.undo.is_none() && toast.said_at != here);
    }

    fn close(self) {
        self.shown.set(None);
    }

    fn show(self, text: Words, undo: Option<Act>, holds: Option<Holds>) {
        self.count.update_value(|count| *count += 1);
        let number = self.count.get_value();
        let stays = if undo.is_some() { UNDO_STAYS_MS } else { STAYS_MS };
        self.shown.set(Some(Toast { number, text, undo, holds, said_at: address::hash() }));
        page::after(stays, move || self.drop_if(|toast| toast.number == number));
    }

    fn drop_if(self, is_over: impl FnOnce(&Toast) -> bool) {
        if self.shown.with_untracked(|shown| shown.as_ref().is_some_and(is_over)) {
            self.close();
        }
    }
}

impl Default for Toasts {
    fn default() -> Toasts {
        Toasts::new()
    }
}

/// The polite region in which toasts appear.
#[component]
pub fn ToastRegion() -> impl IntoView {
    let shelf = Shelf::of_page();
    let lang = shelf.lang;
    Effect::new(move |_| {
        let holds = shelf.toasts.shown.with(|shown| shown.as_ref().and_then(|toast| toast.holds.clone()));
        if holds.is_some_and(|holds| !holds()) {
            shelf.toasts.close();
        }
    });
    view! {
        <div class="toasts" role="status">
            <Update/>
            {move || shelf.toasts.shown.get().map(|toast| {
                let text = toast.text.clone();
                view! {
                    <div class="toast">
                        <p>{move || text(lang.get())}</p>
                        {toast.undo.map(|_| view! {
                            <button type="button" on:click=move |_| _ = shelf.toasts.undo()>{words(say::undo)}</button>
                        })}
                        <button
                            type="button" class="close" aria-label=words(say::close)
                            on:click=move |_| shelf.toasts.close()
                        ><Icon name="close"/></button>
                    </div>
                }
            })}
        </div>
    }
}

/// Says that a newer build of the page waits, until it is taken or put off. Everything is saved before; what cannot be
/// saved keeps the page.
#[component]
fn Update() -> impl IntoView {
    let shelf = Shelf::of_page();
    let waits = RwSignal::new(loader::has_update());
    // It listens as long as the page is there.
    StoredValue::new_local(loader::on_update(move || waits.set(true)));
    let take = move |_| {
        page::leave_field();
        shelf.save_now();
        if shelf.is_all_saved() {
            loader::reload();
        } else {
            shelf.toasts.say(|lang| say::update_unsaved(lang).into());
        }
    };
    move || {
        waits.get().then(|| {
            view! {
                <div class="toast">
                    <p>{words(say::update)}</p>
                    <button type="button" on:click=take>{words(say::update_now)}</button>
                    <button type="button" on:click=move |_| waits.set(false)>{words(say::update_later)}</button>
                </div>
            }
        })
    }
}
