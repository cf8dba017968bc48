//! What the open page knows: one writable plan, what is derived from it, and what is open on the screen.

mod doors;
mod parts;
mod trailing;

use super::chain::Shape;
use crate::locale::Lang;
use crate::model::equations::Model;
use crate::model::plan::{Document, Fault, Plan};
use crate::model::quantity::Basis;
use crate::model::reading::Numbers;
use crate::present::Subject;
use crate::present::budget::Question;
use crate::present::chain::ChainView;
use crate::present::methods::{MethodsView, methods};
use crate::present::plan::{self, Results};
use crate::present::verdict::Verdict;
use crate::state::editor::{Edit, Editor};
use crate::web::page;
use leptos::prelude::*;
use std::sync::Arc;
pub use trailing::Part;
use trailing::Trailing;

/// An answer comes in waves: the fewer numbers a frame has, the sooner the typed digit and the verdict are seen. The chain
/// comes a frame after the verdict.
const CHAIN_MS: i32 = 16;
/// What stands beside both comes so long after the chain: somebody who types fast has pressed the next key by then, which
/// must not wait for it.
const BESIDE_MS: i32 = 120;
/// How long after a field was left the page may close the room that it kept for the typing: not before the tap that left
/// it has met what it was meant for.
const STILL_MS: i32 = 400;
/// How long after a key, or the first look at a long list, what is out of sight may be left out of the layout.
const CALM_MS: i32 = 1_500;

/// The open plan and the page around it. A handle: copies speak of the same page.
#[derive(Clone, Copy)]
pub struct Session {
    editor: RwSignal<Editor>,
    trailing: Trailing,
    /// The language of the page.
    pub lang: RwSignal<Lang>,
    /// With which budgets charts, table, checks and definitions are shown.
    pub basis: RwSignal<Basis>,
    /// What is asked about the budgets.
    pub question: RwSignal<Question>,
    /// What is explained beside the page.
    pub door: RwSignal<Option<Subject>>,
    /// The formulas of the plan with the budgets of the answer that is on the screen.
    answer: RwSignal<Option<Arc<Model>>>,
    /// How many drafts on the page cannot be read: while there are any, the results are those of the plan without them.
    pub wrong_drafts: RwSignal<usize>,
    /// Asks them to be given up.
    pub giving_up: Trigger,
    /// Whether somebody types, or did a moment ago: what stands above the field must not move it.
    pub typing: RwSignal<bool>,
    /// What is written down in the plan.
    pub document: Memo<Document>,
    /// The same for those who may trail behind the typing.
    pub trailing_document: Memo<Document>,
    /// The formulas of the plan.
    model: Memo<Arc<Model>>,
    /// What the goal takes, in words: the first wave.
    verdict: Memo<Arc<Verdict>>,
    /// The formulas as the second wave knows them. Nothing of what follows is woken before its wave.
    chain_model: RwSignal<Arc<Model>>,
    /// The goal worked backwards: the second wave.
    chain: Memo<Arc<ChainView>>,
    /// The last wave: what stands beside both.
    beside: Trigger,
    verdict_beside: Memo<Arc<Verdict>>,
    chain_beside: Memo<Arc<ChainView>>,
    /// Counts the edits: only the waves of the last one are followed.
    edits: StoredValue<u64>,
    /// Counts the hurries, in the same way.
    hurries: StoredValue<u64>,
    /// What the plan comes to, in words; trails behind the typing.
    results: Memo<Arc<Results>>,
}

impl Session {
    /// Opens a plan on the page.
    #[must_use]
    pub fn open(editor: Editor, lang: RwSignal<Lang>) -> Session {
        let editor = RwSignal::new(editor);
        let trailing = Trailing::new(editor);
        let basis = RwSignal::new(Basis::Required);
        let document = Memo::new(move |_| editor.with(|editor| editor.document().clone()));
        let form = trailing.plan(Part::Form);
        let trailing_document = Memo::new(move |_| form.with(|plan| plan.document().clone()));
        // Every edit makes others.
        let of_editor =
            move |_: Option<&Arc<Model>>| Arc::new(Model::of(editor.with(|editor| editor.plan().clone())));
        let model = Memo::new_with_compare(of_editor, |_, _| true);
        let verdict = Memo::new(move |_| Arc::new(plan::verdict(&Numbers::of(&model.get()), lang.get())));
        let chain_model = RwSignal::new(model.get_untracked());
        let chain = Memo::new(move |_| Arc::new(plan::chain(&Numbers::of(&chain_model.get()), lang.get())));
        let beside = Trigger::new();
        let verdict_beside = Memo::new(move |_| {
            beside.track();
            lang.track();
            verdict.get_untracked()
        });
        let chain_beside = Memo::new(move |_| {
            beside.track();
            lang.track();
            chain.get_untracked()
        });
        let results = Memo::new(move |_| {
            let model = Model::of(trailing.plan(Part::Results).get());
            Arc::new(Results::of(&Numbers::of(&model), lang.get(), basis.get()))
        });
        Session {
            editor,
            trailing,
            lang,
            basis,
            question: RwSignal::new(Question::default()),
            door: RwSignal::new(None),
            answer: RwSignal::new(None),
            wrong_drafts: RwSignal::new(0),
            giving_up: Trigger::new(),
            typing: RwSignal::new(false),
            document,
            trailing_document,
            model,
            verdict,
            chain_model,
            chain,
            beside,
            verdict_beside,
            chain_beside,
            edits: StoredValue::new(0),
            hurries: StoredValue::new(0),
            results,
        }
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
        let typed = edit.key().is_some();
        // A refused edit leaves the plan as it is and must not wake up what depends on it.
        let apply = |editor: &mut Editor| {
            let applied = editor.apply(edit);
            (applied.is_ok(), applied)
        };
        // A closed plan takes no edit.
        let Some(applied) = self.editor.try_maybe_update(apply) else { return Ok(()) };
        applied?;
        self.edits.update_value(|edits| *edits += 1);
        if typed {
            if !self.typing.get_untracked() {
                self.typing.set(true);
            }
            self.follow_in_waves(self.edits.get_value());
            self.trailing.follow_later();
        } else {
            self.follow();
        }
        Ok(())
    }

    /// Tells the style sheet that every frame counts, until a while after it was told last.
    pub fn hurry(self) {
        page::set_root("data-hurry", Some(""));
        let hurry = self.hurries.try_update_value(|hurries| {
            *hurries += 1;
            *hurries
        });
        page::after(CALM_MS, move || {
            // The plan may have been closed meanwhile.
            let last = self.hurries.try_get_value();
            if last.is_none() || last == hurry {
                page::set_root("data-hurry", None);
            }
        });
    }

    /// Lets the rest of the answer follow wave by wave, unless the plan was closed or something was typed since.
    fn follow_in_waves(self, edit: u64) {
        let is_last = move || self.edits.try_get_value() == Some(edit);
        page::after_paint(CHAIN_MS, move || {
            if is_last() {
                self.hurry();
                self.catch_up();
                page::after_paint(BESIDE_MS, move || {
                    if is_last() {
                        self.beside.notify();
                    }
                });
            }
        });
    }

    /// Lets the chain know the plan as it stands now.
    fn catch_up(self) {
        // A field may lose the focus after its plan was closed.
        let Some(model) = self.model.try_get_untracked() else { return };
        if !Arc::ptr_eq(&model, &self.chain_model.get_untracked()) {
            self.chain_model.set(model);
        }
        // Where other stages or channels are shown, all of it is needed at once.
        if Shape::of(&self.chain.get_untracked()) != Shape::of(&self.chain_beside.get_untracked()) {
            self.beside.notify();
        }
    }

    /// Lets everything that trails behind the typing follow now.
    pub fn follow(self) {
        self.catch_up();
        self.beside.notify();
        self.trailing.follow();
    }

    /// Ends a step of the history; call it when a field loses the focus.
    pub fn settle(self) {
        // A field may lose the focus after its plan was closed.
        _ = self.editor.try_update_untracked(Editor::settle);
        self.follow();
        self.rest();
    }

    /// Lets what stands above the field close up, unless something was typed since.
    fn rest(self) {
        let Some(edit) = self.edits.try_get_value() else { return };
        page::after(STILL_MS, move || {
            if self.edits.try_get_value() == Some(edit) {
                self.typing.set(false);
            }
        });
    }

    /// Gives up what was typed since the last step ended.
    pub fn give_up(self) {
        let give_up = |editor: &mut Editor| {
            let given_up = editor.give_up();
            (given_up, given_up)
        };
        if self.editor.try_maybe_update(give_up) == Some(true) {
            self.follow();
        }
    }

    /// Takes the last step back: the drafts that cannot be read, where there are any.
    pub fn undo(self) {
        if self.wrong_drafts.get_untracked() > 0 {
            self.giving_up.notify();
            return;
        }
        self.editor.update(|editor| _ = editor.undo());
        self.follow();
    }

    /// Makes the last undone step again.
    pub fn redo(self) {
        self.editor.update(|editor| _ = editor.redo());
        self.follow();
    }

    /// Whether there is a step to take back.
    #[must_use]
    pub fn can_undo(self) -> bool {
        self.wrong_drafts.get() > 0 || self.editor.with(Editor::can_undo)
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

    /// Every quantity of the plan as it stands now, with its formula.
    #[must_use]
    pub fn methods(self) -> MethodsView {
        let model = self.model.get();
        methods(&Numbers::of(&model), self.lang.get(), self.basis.get())
    }
}
