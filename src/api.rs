//! The model as a library for other programs: strings of JSON in and out, in Rust and, with the feature `api`, in
//! JavaScript. A refused input is `{"code", "path", "message"}`, the message one English sentence.

mod answer;
#[cfg(feature = "api")]
mod javascript;
mod names;
#[cfg(test)]
mod tests;

use crate::model::equations::Model;
use crate::model::quantity::{Basis, Reading};
use crate::model::reading::Numbers;
use crate::model::report::report;
use crate::persist::plan_text::{self, PlanError};
use answer::{ApiError, Request, solution, text};

/// The report of a plan as it stands: `goal`, `totals`, `metrics`, `stages`, `channels`, `months`, and `undefined` with
/// the reason of every `null`.
///
/// # Errors
/// What is wrong with the plan, as JSON.
pub fn evaluate(plan: &str) -> Result<String, String> {
    let model = model(plan)?;
    Ok(text(&report(&Numbers::of(&model), Basis::Plan)))
}

/// What the goal takes. The request is `{"mode": "scale_mix"}`: keep today's mix, find the smallest factor on every
/// budget that reaches the goal. Where none does, `feasible` is false, budgets and report are the plan's own, and
/// `reachable` says how far it gets and what is missing.
///
/// # Errors
/// What is wrong with the plan or the request, as JSON.
pub fn solve(plan: &str, request: &str) -> Result<String, String> {
    let model = model(plan)?;
    let request: Request = plan_text::read_as(request).map_err(refusal)?;
    request.check().map_err(refusal)?;
    Ok(text(&solution(&Numbers::of(&model))))
}

/// The names of every number that can be read and explained, as a list. A number per month has a name per month; with
/// `required.` in front it is read from the plan scaled to its goal.
///
/// # Errors
/// What is wrong with the plan, as JSON.
pub fn quantities(plan: &str) -> Result<String, String> {
    let model = model(plan)?;
    let numbers = Numbers::of(&model);
    Ok(text(&names::readings(&numbers).map(|reading| names::of(&numbers, reading)).collect::<Vec<_>>()))
}

/// The reading with this name; none when the plan has no such number.
#[must_use]
pub fn reading(numbers: &Numbers<'_>, name: &str) -> Option<Reading> {
    names::readings(numbers).find(|reading| names::of(numbers, *reading) == name)
}

fn model(plan: &str) -> Result<Model, String> {
    plan_text::read(plan).map(Model::of).map_err(refusal)
}

#[allow(clippy::needless_pass_by_value, reason = "the shape that map_err asks for")]
fn refusal(error: PlanError) -> String {
    text(&ApiError { code: error.code(), path: &error.path, message: error.message() })
}
