//! What is explained beside the page, and of which plan.

use super::Session;
use crate::model::equations::Model;
use crate::model::plan::Document;
use crate::model::reading::Numbers;
use crate::present::explanation::{ExplanationView, explanation};
use crate::present::{Side, Subject};
use leptos::prelude::*;
use std::sync::Arc;

impl Session {
    /// Explains a number of the plan as it stands now, or of the answer on the screen; nothing where that is gone.
    #[must_use]
    pub fn explain(self, subject: Subject) -> Option<ExplanationView> {
        let model = match subject.side {
            Side::Plan => Some(self.model.get()),
            Side::Answer => self.answer.get(),
        };
        model.map(|model| explanation(&Numbers::of(&model), subject, self.lang.get()))
    }

    /// What a number is called. Names of stages and channels follow when the typing pauses.
    #[must_use]
    pub fn name(self, subject: Subject) -> String {
        let lang = self.lang.get();
        let name = |document: &Document| subject.name(document, lang);
        match subject.side {
            Side::Plan => self.trailing_document.with(name),
            Side::Answer => self.answer.with(|answer| {
                answer.as_ref().map(|model| name(model.plan().document())).unwrap_or_default()
            }),
        }
    }

    /// Puts the plan with the budgets of an answer on the screen, or takes it away; an open door follows.
    pub fn set_answer(self, answer: Option<Arc<Model>>) {
        let is_behind =
            |subject: Option<Subject>| subject.is_some_and(|subject| subject.side == Side::Answer);
        if answer.is_none() && self.door.try_get_untracked().is_some_and(is_behind) {
            self.door.set(None);
        }
        // The plan may be closed by now.
        _ = self.answer.try_set(answer);
    }
}
