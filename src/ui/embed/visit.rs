//! A visitor's stay: who is around the frame, and what is told.

use crate::persist::embed::Embed;
use crate::persist::embed::message::{Outcome, Told};
use crate::persist::link::{self, Notes};
use crate::ui::session::Session;
use crate::web::host::{self, Host};
use crate::web::{address, page};
use leptos::prelude::*;

/// An answer that stands so long is the visitor's own.
const PAUSE_MS: i32 = 2_000;
/// What the height of a frame is clamped to, in CSS pixels: a page must not be pushed away by what it embeds.
const HEIGHTS: (f64, f64) = (120.0, 20_000.0);

/// A visitor's stay. A handle.
#[derive(Clone, Copy)]
pub struct Visit {
    asked: RwSignal<Embed>,
    host: RwSignal<Option<Host>, LocalStorage>,
    wants_changes: StoredValue<bool>,
    height: StoredValue<u32>,
    changes: StoredValue<u64>,
    completed: StoredValue<bool>,
}

impl Visit {
    /// Says hello to the page around, and waits for it.
    #[must_use]
    pub fn begin(asked: RwSignal<Embed>) -> Visit {
        let visit = Visit {
            asked,
            host: RwSignal::new_local(None),
            wants_changes: StoredValue::new(false),
            height: StoredValue::new(0),
            changes: StoredValue::new(0),
            completed: StoredValue::new(false),
        };
        let listener = host::meet(move |host, welcome| {
            visit.wants_changes.set_value(welcome.wants_changes);
            if visit.host.with_untracked(Option::is_none) {
                visit.host.set(Some(host));
                visit.tell_ready();
            }
        });
        StoredValue::new_local(listener);
        visit
    }

    /// The stay, from any component of the calculator.
    #[must_use]
    pub fn of_page() -> Visit {
        expect_context::<Visit>()
    }

    /// Who is around the frame, as the visitor would call it; none while nobody made itself known.
    #[must_use]
    pub fn host_name(self) -> Option<String> {
        self.host.with(|host| host.as_ref().map(|host| host.name().to_owned()))
    }

    /// Tells the page around something; nobody else hears it.
    pub fn tell(self, told: &Told) {
        self.host.with_untracked(|host| host.as_ref().map(|host| host.tell(told)));
    }

    fn tell_ready(self) {
        let refused =
            self.asked.with_untracked(|asked| asked.refused.iter().map(|name| name.name()).collect());
        self.tell(&Told::Ready { refused });
        self.tell(&Told::Height { height: self.height.get_value() });
    }

    /// Tells how high the content is, when that has changed.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to a few thousand pixels"
    )]
    pub fn tell_height(self, height: f64) {
        let (least, most) = HEIGHTS;
        let height = height.ceil().clamp(least, most) as u32;
        if self.height.get_value() != height {
            self.height.set_value(height);
            self.tell(&Told::Height { height });
        }
    }

    /// What the plan comes to, and the link that opens it.
    #[must_use]
    pub fn outcome(session: Session) -> Outcome {
        let answer = session.verdict_now(|answer| answer.headline.text());
        // The plan of a frame came by a link or from a template, so it fits into one.
        let link = link::encode(&session.plan(), Notes::Kept).unwrap_or_default();
        Outcome { link: link::address(&address::page(), &link), answer }
    }

    /// Tells of the visitor's changes: each one to a page that wants to hear of it, and once that there is an answer.
    pub fn follow(self, session: Session) {
        Effect::new(move |first: Option<()>| {
            session.trailing_document.track();
            if first.is_some() {
                self.changed(session);
            }
        });
    }

    fn changed(self, session: Session) {
        if self.wants_changes.get_value() {
            self.tell(&Told::Change(Visit::outcome(session)));
        }
        self.changes.update_value(|changes| *changes += 1);
        let change = self.changes.get_value();
        page::after(PAUSE_MS, move || {
            // Another plan may have been opened meanwhile.
            let stands = self.changes.try_get_value() == Some(change)
                && session.wrong_drafts.try_get_untracked() == Some(0);
            if stands && !self.completed.get_value() {
                self.completed.set_value(true);
                self.tell(&Told::Complete(Visit::outcome(session)));
            }
        });
    }
}
