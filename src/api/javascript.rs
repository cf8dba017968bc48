//! The same functions for JavaScript. A refusal is thrown as an `Error` with the JSON as its message.

use js_sys::Error;
use wasm_bindgen::prelude::wasm_bindgen;

fn thrown(answer: Result<String, String>) -> Result<String, Error> {
    answer.map_err(|refusal| Error::new(&refusal))
}

/// The report of a plan as it stands.
///
/// # Errors
/// What is wrong with the plan.
#[wasm_bindgen]
pub fn evaluate(plan: &str) -> Result<String, Error> {
    thrown(super::evaluate(plan))
}

/// What the goal takes, for a request such as `{"mode": "scale_mix"}`.
///
/// # Errors
/// What is wrong with the plan or the request.
#[wasm_bindgen]
pub fn solve(plan: &str, request: &str) -> Result<String, Error> {
    thrown(super::solve(plan, request))
}

/// The names of every number that can be read and explained.
///
/// # Errors
/// What is wrong with the plan.
#[wasm_bindgen]
pub fn quantities(plan: &str) -> Result<String, Error> {
    thrown(super::quantities(plan))
}
