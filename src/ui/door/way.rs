//! Which door is open on the page.

use crate::model::equations::Model;
use crate::model::reading::Numbers;
use crate::present::Subject;
use crate::present::explanation::{ExplanationView, explanation};
use crate::ui::session::Session;
use leptos::prelude::*;

/// The open door. A handle. The session keeps a result that is explained; what is no result is kept here, and at most
/// one of the two is open.
#[derive(Clone, Copy)]
pub struct Doorway {
    session: Session,
    other: RwSignal<Option<Subject>>,
}

impl Doorway {
    /// Makes the doors of a session known to everything below.
    pub fn provide(session: Session) {
        provide_context(Doorway { session, other: RwSignal::new(None) });
    }

    /// The doors of the page, from any component below the plan.
    #[must_use]
    pub fn of_page() -> Doorway {
        expect_context::<Doorway>()
    }

    /// What is explained.
    #[must_use]
    pub fn subject(self) -> Option<Subject> {
        self.other.get().or_else(|| self.session.door.get().map(Subject::Result))
    }

    /// Opens the door of something; closes the door where it is nothing.
    pub fn open(self, subject: Option<Subject>) {
        let (reading, other) = match subject {
            Some(Subject::Result(reading)) => (Some(reading), None),
            other => (None, other),
        };
        self.other.set(other);
        self.session.door.set(reading);
    }

    /// Explains something of the plan as it stands now.
    #[must_use]
    pub fn explain(self, subject: Subject) -> ExplanationView {
        let session = self.session;
        if let Subject::Result(reading) = subject {
            return session.explain(reading);
        }
        session.document.track();
        let model = Model::of(session.plan());
        explanation(&Numbers::of(&model), subject, session.lang.get())
    }
}
