//! The open plan and its history. Only valid plans enter: a refused edit changes nothing and says why.

mod channel;
mod edit;
mod goal;
mod history;
mod stage;

pub use edit::{ChannelEdit, Edit, Key, StageEdit};

use crate::model::plan::{Document, Estimate, Fault, FaultKind, Field, Path, Phasing, Plan};
use history::History;

/// The open plan.
#[derive(Clone, Debug)]
pub struct Editor {
    plan: Plan,
    history: History,
}

impl Editor {
    /// Opens a plan, with no history.
    #[must_use]
    pub fn of(plan: Plan) -> Editor {
        Editor { plan, history: History::default() }
    }

    /// The plan.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// What is written down in it.
    #[must_use]
    pub fn document(&self) -> &Document {
        self.plan.document()
    }

    /// Makes an edit. Edits with the same [`Key`] that follow each other are one step of the history, until
    /// [`Editor::settle`]; an edit that changes nothing is none.
    ///
    /// # Errors
    /// The rule that the edited plan would break; the plan and its history stay as they are.
    pub fn apply(&mut self, edit: Edit) -> Result<(), Fault> {
        let key = edit.key();
        // While the step is open its number is typed: `18` passes through `1`, which must leave no trace.
        let before = self.history.before(key).unwrap_or(&self.plan).document().phasing.clone();
        let edited = edited(&self.plan, &before, edit)?;
        if edited != self.plan {
            self.history.record(std::mem::replace(&mut self.plan, edited), key);
        }
        Ok(())
    }

    /// Ends the step: the next edit begins a new one. Call it when a field loses the focus.
    pub fn settle(&mut self) {
        self.history.settle();
    }

    /// Gives the open step up: the plan is again what it was before, and the history forgets the step. Answers whether
    /// there was one.
    pub fn give_up(&mut self) -> bool {
        self.history.give_up(&mut self.plan)
    }

    /// Takes the last step back; answers whether there was one.
    pub fn undo(&mut self) -> bool {
        self.history.undo(&mut self.plan)
    }

    /// Makes the last step that was taken back again; answers whether there was one.
    pub fn redo(&mut self) -> bool {
        self.history.redo(&mut self.plan)
    }

    /// Whether there is a step to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is a step to make again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }
}

/// The plan after an edit; `phasing` is that of the plan before the step.
fn edited(plan: &Plan, phasing: &Phasing, edit: Edit) -> Result<Plan, Fault> {
    let mut document = plan.document().clone();
    let doc = &mut document;
    match edit {
        Edit::SetNumber(path, estimate) => set_number(doc, phasing, path, estimate)?,
        Edit::Clear(path) => clear(doc, path)?,
        Edit::Rename(name) => doc.name = name,
        Edit::SetCurrency(code) => doc.currency = code,
        Edit::SetStart(month) => doc.start = month,
        Edit::SetSeasonality(factors) => doc.seasonality = factors,
        Edit::SetPhasing(phasing) => doc.phasing = phasing,
        Edit::SetGoalMetric { metric, stage } => goal::set_metric(plan, doc, metric, stage),
        Edit::SetGoalAsGrowth(growth) => goal::set_growth(doc, growth),
        Edit::Stage(place, edit) => stage::apply(doc, place, edit)?,
        Edit::Channel(place, edit) => channel::apply(doc, place, edit)?,
        Edit::AddStage { at, id, name, tier } => stage::add(doc, at, id, name, tier),
        Edit::AddChannel(channel) => channel::add(doc, *channel),
        Edit::Replace(other) => *doc = *other,
    }
    Plan::check(document)
}

fn fault(document: &Document, path: Path, kind: FaultKind) -> Fault {
    Fault { path: path.name(document), kind }
}

fn set_number(
    document: &mut Document,
    phasing: &Phasing,
    path: Path,
    estimate: Estimate,
) -> Result<(), Fault> {
    let value = estimate.value;
    if document.set(path, estimate) {
        if path.field == Field::Months {
            document.phasing = phasing.fitted(document.months);
        }
        return Ok(());
    }
    let kind = match document.number(path) {
        Some(_) => FaultKind::OutOfRange { value, bounds: path.field.bounds() },
        None => FaultKind::NotAllowed,
    };
    Err(fault(document, path, kind))
}

/// A number that is still there was not optional.
fn clear(document: &mut Document, path: Path) -> Result<(), Fault> {
    document.clear(path);
    match document.number(path) {
        Some(_) => Err(fault(document, path, FaultKind::Missing)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
