//! Questions to the solver, answered in small steps: the same numbers in a worker, in slices, or at once.

mod curves;
mod efficient;
mod measured;
mod scaled;
mod task;

pub use task::Task;

use crate::model::plan::{Document, Plan};
use crate::present::budget::{Question, Told};
use serde::{Deserialize, Serialize};

/// A question on its way to whoever answers it. The last one counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    /// Tells the answers of one question from those of another.
    pub number: u64,
    /// The plan.
    pub plan: Document,
    /// The question; none stops what is being answered.
    pub question: Option<Question>,
}

/// Something about a question, on its way back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// The number of the question.
    pub number: u64,
    /// What is told.
    pub told: Told,
}

impl Asked {
    /// Begins to answer; none where the question stops what was being answered, or the plan is none.
    #[must_use]
    pub fn begin(self) -> Option<Task> {
        Plan::check(self.plan).ok().zip(self.question).map(|(plan, question)| Task::new(&plan, question))
    }
}
