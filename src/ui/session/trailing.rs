//! What trails behind the typing: a keystroke pays only for the answer, and everything else follows in turns, so that
//! the next keystroke never waits for more than one of them.

use crate::model::plan::Plan;
use crate::state::editor::Editor;
use crate::web::page;
use leptos::prelude::*;

/// What follows, follows once the typing pauses for so long: longer than between two keys of somebody who types a
/// number on a phone, a third of a second on average (Palin et al. 2019).
const PAUSE_MS: i32 = 400;

/// Who follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The chart of the months.
    Months,
    /// The chart of the funnel.
    Funnel,
    /// The chart of the money.
    Money,
    /// The plan in words and tables.
    Results,
    /// What the form says of the plan.
    Form,
}

/// In whose turn: what is nearest to the answer comes first.
const TURNS: [Part; 5] = [Part::Months, Part::Funnel, Part::Money, Part::Results, Part::Form];

/// The plan as each part knows it. A handle.
#[derive(Clone, Copy)]
pub(super) struct Trailing {
    editor: RwSignal<Editor>,
    plans: [RwSignal<Plan>; TURNS.len()],
    /// Counts the edits, so that only the last one of a row is followed.
    edits: StoredValue<u64>,
}

impl Trailing {
    pub(super) fn new(editor: RwSignal<Editor>) -> Trailing {
        let plan = editor.with_untracked(|editor| editor.plan().clone());
        Trailing { editor, plans: TURNS.map(|_| RwSignal::new(plan.clone())), edits: StoredValue::new(0) }
    }

    /// The plan as a part knows it.
    pub(super) fn plan(self, part: Part) -> RwSignal<Plan> {
        let [months, funnel, money, results, form] = self.plans;
        match part {
            Part::Months => months,
            Part::Funnel => funnel,
            Part::Money => money,
            Part::Results => results,
            Part::Form => form,
        }
    }

    /// Lets everything follow once the answer is painted and the typing pauses.
    pub(super) fn follow_later(self) {
        self.take_turns(PAUSE_MS);
    }

    /// Lets the form follow now, as its fields may be others, and the rest after the next frame.
    pub(super) fn follow(self) {
        self.catch_up(Part::Form);
        self.take_turns(0);
    }

    fn take_turns(self, pause: i32) {
        // The plan may have been closed meanwhile.
        let Some(edit) = self.edits.try_update_value(|edits| {
            *edits += 1;
            *edits
        }) else {
            return;
        };
        page::after_paint(pause, move || self.turn(edit));
    }

    /// The turn of the first part that is behind, then of the others, unless something was edited since.
    fn turn(self, edit: u64) {
        if self.edits.try_get_value() == Some(edit) && TURNS.into_iter().any(|part| self.catch_up(part)) {
            page::after_paint(0, move || self.turn(edit));
        }
    }

    /// Answers whether the part was behind.
    fn catch_up(self, part: Part) -> bool {
        let known = self.plan(part);
        let newer = self.editor.try_with_untracked(|editor| {
            let plan = editor.plan();
            known.with_untracked(|known| known != plan).then(|| plan.clone())
        });
        newer.flatten().is_some_and(|plan| {
            known.set(plan);
            true
        })
    }
}
