//! What the open page knows: one writable plan, what is derived from it, and what is open on the screen.

use crate::locale::Lang;
use crate::model::equations::Model;
use crate::model::plan::{Document, Fault, Plan};
use crate::model::quantity::{Basis, Reading};
use crate::model::reading::Numbers;
use crate::present::explanation::{ExplanationView, explanation};
use crate::present::methods::{MethodsView, methods};
use crate::present::plan::PlanView;
use crate::state::editor::{Edit, Editor};
use leptos::prelude::*;
use std::sync::Arc;

/// The open plan and the page around it. A handle: copies speak of the same page.
#[derive(Clone, Copy)]
pub struct Session {
    editor: RwSignal<Editor>,
    /// The language of the page.
    pub lang: RwSignal<Lang>,
    /// With which budgets charts and table are shown.
    pub basis: RwSignal<Basis>,
    /// The number whose explanation is open.
    pub door: RwSignal<Option<Reading>>,
    /// How many drafts on the page cannot be read: while there are any, the results are those of the last good plan.
    pub wrong_drafts: RwSignal<usize>,
    /// What is written down in the plan.
    pub document: Memo<Document>,
    /// The results in words.
    pub view: Memo<Arc<PlanView>>,
}

impl Session {
    /// Opens a plan on the page.
    #[must_use]
    pub fn open(editor: Editor, lang: RwSignal<Lang>) -> Session {
        let editor = RwSignal::new(editor);
        let basis = RwSignal::new(Basis::Required);
        let document = Memo::new(move |_| editor.with(|editor| editor.document().clone()));
        let view = Memo::new(move |_| {
            let plan = editor.with(|editor| editor.plan().clone());
            let model = Model::of(plan);
            Arc::new(PlanView::of(&Numbers::of(&model), lang.get(), basis.get()))
        });
        let (door, wrong_drafts) = (RwSignal::new(None), RwSignal::new(0));
        Session { editor, lang, basis, door, wrong_drafts, document, view }
    }

    /// The session of the page, from any component below the plan.
    #[must_use]
    pub fn of_page() -> Session {
        expect_context::<Session>()
    }

    /// Makes an edit.
    ///
    /// # Errors
    /// The rule that the edited plan would break; the plan stays as it is.
    pub fn edit(self, edit: Edit) -> Result<(), Fault> {
        // A refused edit must not wake up what depends on the plan, so it is tried before it is written.
        let mut tried = self.editor.get_untracked();
        tried.apply(edit)?;
        self.editor.set(tried);
        Ok(())
    }

    /// Ends a step of the history; call it when a field loses the focus.
    pub fn settle(self) {
        // A field may lose the focus after its plan was closed.
        _ = self.editor.try_update_untracked(Editor::settle);
    }

    /// Takes the last step back.
    pub fn undo(self) {
        self.editor.update(|editor| _ = editor.undo());
    }

    /// Makes the last undone step again.
    pub fn redo(self) {
        self.editor.update(|editor| _ = editor.redo());
    }

    /// Whether there is a step to take back.
    #[must_use]
    pub fn can_undo(self) -> bool {
        self.editor.with(Editor::can_undo)
    }

    /// Whether there is a step to make again.
    #[must_use]
    pub fn can_redo(self) -> bool {
        self.editor.with(Editor::can_redo)
    }

    /// The plan as it stands now, for those who do not follow it.
    #[must_use]
    pub fn plan(self) -> Plan {
        self.editor.with_untracked(|editor| editor.plan().clone())
    }

    /// A part of the results that is only renewed when it changes.
    pub fn part<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        of: impl Fn(&PlanView) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.view.with(|view| of(view)))
    }

    /// Explains a number of the plan as it stands now.
    #[must_use]
    pub fn explain(self, reading: Reading) -> ExplanationView {
        let model = Model::of(self.editor.with(|editor| editor.plan().clone()));
        explanation(&Numbers::of(&model), reading, self.lang.get())
    }

    /// Every quantity of the plan as it stands now, with its formula.
    #[must_use]
    pub fn methods(self) -> MethodsView {
        let model = Model::of(self.editor.with(|editor| editor.plan().clone()));
        methods(&Numbers::of(&model), self.lang.get())
    }
}
