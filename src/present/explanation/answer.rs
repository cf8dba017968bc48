//! Doors behind the numbers of an answer: its budgets were solved, and no field of the plan holds them.

use super::ExplanationView;
use crate::locale::Lang;
use crate::locale::screen::door;
use crate::model::plan::{Field, Path};
use crate::present::subject::{Side, What};

/// Whether an answer decides a number of the plan: how much each channel gets, and when.
fn is_decided(path: Path) -> bool {
    matches!(path.field, Field::MonthlyBudget | Field::PhasingFactor)
}

impl ExplanationView {
    /// The same for the plan with the budgets of an answer.
    pub(super) fn of_answer(mut self, lang: Lang) -> ExplanationView {
        self.subject = self.subject.on(Side::Answer);
        match self.subject.what {
            // Nobody entered it, and nothing can be entered here.
            What::Input(path) if is_decided(path) => {
                self.inputs.clear();
                self.notes.clear();
            }
            _ => {
                for input in self.inputs.iter_mut().filter(|input| is_decided(input.path)) {
                    input.source_label = door::from_answer(lang);
                    input.has_field = false;
                }
            }
        }
        self
    }
}
