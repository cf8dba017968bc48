//! The door behind every number: what it means, how it is computed, what decides it.
//!
//! A dialog that is not modal: the plan stays in reach, and the panel follows it live.

mod body;

use super::icon::Icon;
use super::library::Shelf;
use super::parts::when;
use super::session::Session;
use super::words::words;
use crate::locale::screen::door as say;
use crate::model::quantity::Reading;
use crate::present::explanation::ExplanationView;
use crate::present::{Side, Subject, What};
use crate::web::{media, page};
use body::Body;
use leptos::html::{Dialog, H2};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, KeyboardEvent};

const TITLE: &str = "door-title";
/// Where the panel is a sheet from below, over most of the page; as in the style sheet.
const SHEET: &str = "(width < 48rem)";

/// The open panel: what it shows, and the way that led there.
#[derive(Clone, Copy)]
struct Panel {
    session: Session,
    explained: Memo<Option<ExplanationView>>,
    /// The numbers that were explained before, the oldest first.
    trail: RwSignal<Vec<Subject>>,
    /// The number that the panel itself leads to, so that the trail is kept.
    led: StoredValue<Option<Subject>>,
    title: NodeRef<H2>,
    /// What had the focus before.
    opener: StoredValue<Option<Element>, LocalStorage>,
}

impl Panel {
    fn new() -> Panel {
        let session = Session::of_page();
        let explained = Memo::new(move |_| session.door.get().and_then(|subject| session.explain(subject)));
        let (trail, led) = (RwSignal::new(Vec::new()), StoredValue::new(None));
        let (title, opener) = (NodeRef::new(), StoredValue::new_local(None));
        Panel { session, explained, trail, led, title, opener }
    }

    /// A text of the explanation.
    fn text<T: PartialEq + Send + Sync + 'static>(
        self,
        of: impl Fn(&ExplanationView) -> T + Send + Sync + 'static,
    ) -> Memo<Option<T>> {
        Memo::new(move |_| self.explained.with(|explained| explained.as_ref().map(&of)))
    }

    /// Whether a number is explained that was entered.
    fn is_input(self) -> bool {
        matches!(self.session.door.get(), Some(Subject { what: What::Input(_), .. }))
    }

    /// Whether the number is one of the answer on the screen.
    fn is_of_answer(self) -> bool {
        self.session.door.get().is_some_and(|subject| subject.side == Side::Answer)
    }

    /// Goes through to another number of the same plan; the way back stays open.
    fn go(self, reading: Reading) {
        if let Some(from) = self.session.door.get_untracked() {
            self.trail.update(|trail| trail.push(from));
            self.show(Subject::from(reading).on(from.side));
        }
    }

    fn back(self) {
        if let Some(subject) = self.trail.try_update(Vec::pop).flatten() {
            self.show(subject);
        }
    }

    fn show(self, subject: Subject) {
        self.led.set_value(Some(subject));
        self.session.door.set(Some(subject));
    }

    fn close(self) {
        self.session.door.set(None);
    }

    /// Something else on the page is led to: where the panel is a sheet over it, the sheet goes.
    fn give_way(self) {
        if media::matches(SHEET) {
            self.close();
        }
    }

    /// Follows the page: a number was pressed, or the door was closed.
    fn follow(self, dialog: &leptos::web_sys::HtmlDialogElement) {
        let subject = self.session.door.get();
        if self.led.get_value() != subject {
            self.trail.set(Vec::new());
        }
        self.led.set_value(None);
        match subject {
            Some(_) => {
                if !dialog.contains(page::focused().as_deref()) {
                    self.opener.set_value(page::focused());
                }
                dialog.show();
                dialog.set_scroll_top(0);
                self.title.get_untracked().map(|title| page::focus_element(&title));
            }
            None if dialog.open() => {
                let inside = page::focused().is_none_or(|element| dialog.contains(Some(&element)));
                dialog.close();
                if let Some(opener) = self.opener.try_update_value(Option::take).flatten().filter(|_| inside)
                {
                    page::focus_element(&opener);
                }
            }
            None => {}
        }
    }
}

/// The panel; it is mounted once, beside the page.
#[component]
pub fn Door() -> impl IntoView {
    let panel = Panel::new();
    let element = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = element.get() {
            panel.follow(&dialog);
        }
    });
    close_by_escape(panel);
    // Who comes back to the view has not pressed a number.
    on_cleanup(move || _ = panel.session.door.try_set(None));
    let of_answer = Memo::new(move |_| panel.is_of_answer());
    let reason = panel.text(|explained| explained.reason);
    let value = move || match reason.get().flatten() {
        Some(_) => "value none",
        None => "value",
    };
    view! {
        <dialog class="door" aria-labelledby=TITLE node_ref=element>
            <div class="head">
                <div>
                    <h2 id=TITLE tabindex="-1" node_ref=panel.title>{panel.text(|explained| explained.title.clone())}</h2>
                    <p class=value translate="no">{panel.text(|explained| explained.value_text.clone())}</p>
                </div>
                <button
                    type="button" class="btn quiet icon-only" on:click=move |_| panel.close()
                    aria-label=words(say::close)
                >
                    <Icon name="close"/>
                </button>
            </div>
            {when(of_answer, || view! { <p>{words(say::with_answer)}</p> }.into_any())}
            {move || reason.get().flatten().map(|reason| view! { <p class="why">{reason}</p> })}
            <p>{panel.text(|explained| explained.meaning)}</p>
            <Body panel=panel/>
        </dialog>
    }
}

/// Closes from anywhere but a field, whose own drafts are given up with the same key.
fn close_by_escape(panel: Panel) {
    let shelf = Shelf::of_page();
    let listener = StoredValue::new_local(None);
    let open = Memo::new(move |_| panel.session.door.get().is_some());
    Effect::new(move |_| {
        let listen = || {
            page::on_key(move |event| {
                // A dialog over it closes first.
                let is_free = shelf.notice.with_untracked(Option::is_none);
                if event.key() == "Escape" && is_free && !types(&event) {
                    panel.close();
                }
            })
        };
        listener.set_value(open.get().then(listen).flatten());
    });
}

/// Whether a key was pressed in a field.
fn types(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}
