//! The model as a library for other programs: strings of JSON in and out, in Rust and, with the feature `api`, in
//! JavaScript. A refused input is `{"code", "path", "message"}`, the message one English sentence.

use crate::locale::Lang;
use crate::model::equations::Model;
use crate::model::quantity::{Basis, Measure, Quantity, Reading, name};
use crate::model::reading::Numbers;
use crate::model::report::report;
use crate::persist::plan_text::{self, PlanError};
use crate::present::explanation::api_explanation;
use serde::Serialize;

/// The report of a plan as it stands: `goal`, `totals`, `metrics`, `stages`, `channels`, `months`, and `undefined` with
/// the reason of every `null`.
///
/// # Errors
/// What is wrong with the plan, as JSON.
pub fn evaluate(plan: &str) -> Result<String, String> {
    let model = model(plan)?;
    Ok(text(&report(&Numbers::of(&model), Basis::Plan)))
}

/// What the goal takes. The request's `mode` is one of
///
/// - `scale_mix`: keep today's mix, the smallest factor on every budget that reaches the goal; it takes nothing else,
/// - `min_cost`: the least media money that reaches the goal,
/// - `max_goal`: the most of the goal's figure for `total`, money per month,
/// - `max_profit`: the most profit,
///
/// the last three within the channels' least and largest budgets, with optional `total`, `bands` (the shares of the
/// answer's monthly budgets by trust, such as `{"proven": [0.6, 1]}`), `phasing` (`{"cap": 2}` solves the months too, none
/// above twice the average one) and `fixes` (for `min_cost`: what alone would bring a goal into reach).
///
/// Where the goal is out of reach, `feasible` is false and `reachable` says how far it gets and what is missing; budgets
/// and report are those that get so far, or the plan's own where more money always brings a little more.
///
/// # Errors
/// What is wrong with the plan or the request, as JSON.
pub fn solve(plan: &str, request: &str) -> Result<String, String> {
    crate::solution::answer(&model(plan)?, request)
}

/// The names of every number that can be read and explained, as a list. A number per month has a name per month; with
/// `required.` in front it is read from the plan scaled to its goal.
///
/// # Errors
/// What is wrong with the plan, as JSON.
pub fn quantities(plan: &str) -> Result<String, String> {
    let model = model(plan)?;
    let numbers = Numbers::of(&model);
    Ok(text(&readings(&numbers).map(|reading| name_of(&numbers, reading)).collect::<Vec<_>>()))
}

/// Where a number comes from: the formula in words, the same with numbers, the numbers of the plan behind it and what
/// each of them moves. The quantity is one of [`quantities`], the language a BCP 47 tag such as `zh-Hant` or `en`.
///
/// # Errors
/// What is wrong with the plan, the quantity or the language, as JSON.
pub fn explain(plan: &str, quantity: &str, lang: &str) -> Result<String, String> {
    let model = model(plan)?;
    let numbers = Numbers::of(&model);
    let lang =
        Lang::of_tag(lang).ok_or_else(|| unknown("lang", lang, "is not a language of this program"))?;
    let reading = reading(&numbers, quantity)
        .ok_or_else(|| unknown("quantity", quantity, "is not a number of this plan"))?;
    Ok(text(&api_explanation(&numbers, reading, lang)))
}

/// The reading with this name; none when the plan has no such number.
#[must_use]
pub fn reading(numbers: &Numbers<'_>, name: &str) -> Option<Reading> {
    readings(numbers).find(|reading| name_of(numbers, *reading) == name)
}

fn model(plan: &str) -> Result<Model, String> {
    plan_text::read(plan).map(Model::of).map_err(refusal)
}

/// An argument beside the plan that means nothing.
fn unknown(path: &str, found: &str, why: &str) -> String {
    text(&ApiError { code: "unknown", path, message: format!("{path} \"{found}\" {why}.") })
}

#[allow(clippy::needless_pass_by_value, reason = "the shape that map_err asks for")]
pub(crate) fn refusal(error: PlanError) -> String {
    text(&ApiError { code: error.code(), path: &error.path, message: error.message() })
}

/// Every number of a plan: what its formulas name, what is found by slopes and by working backwards, and all but the
/// monthly numbers once more in the plan scaled to its goal.
fn readings(numbers: &Numbers<'_>) -> impl Iterator<Item = Reading> {
    let (plan, graph) = (numbers.model().plan(), numbers.model().graph());
    let months = u16::try_from(plan.months()).unwrap_or(u16::MAX);
    let (stages, channels) =
        (0..=plan.last_stage(), 0..u16::try_from(plan.document().channels.len()).unwrap_or(0));
    let marginal = [Measure::RoasMarginal, Measure::CacMarginal];
    let marginals =
        channels.flat_map(move |channel| marginal.map(|measure| Quantity::channel(channel, measure)));
    let required = stages.map(|stage| Quantity::stage(stage, Measure::Required));
    let mut single: Vec<Quantity> =
        graph.quantities().filter(|quantity| !graph.is_monthly(*quantity)).collect();
    single.extend(marginals);
    single.extend(required);
    single.sort_unstable();
    single.dedup();
    let scaled: Vec<Reading> = match numbers.values(Basis::Required) {
        Some(_) => {
            single.iter().filter(|q| q.measure != Measure::Required).copied().map(Reading::required).collect()
        }
        None => Vec::new(),
    };
    let monthly = graph.quantities().filter(|quantity| graph.is_monthly(*quantity));
    let monthly: Vec<Reading> =
        monthly.flat_map(|quantity| (0..months).map(move |month| Reading::now(quantity).at(month))).collect();
    single.into_iter().map(Reading::now).chain(scaled).chain(monthly)
}

fn name_of(numbers: &Numbers<'_>, reading: Reading) -> String {
    name(reading, numbers.model().plan())
}

/// What is written has string keys and finite numbers, so that writing cannot fail.
pub(crate) fn text(answer: &impl Serialize) -> String {
    serde_json::to_string(answer).unwrap_or_default()
}

#[derive(Serialize)]
pub(crate) struct ApiError<'a> {
    pub(crate) code: &'a str,
    pub(crate) path: &'a str,
    pub(crate) message: String,
}

/// The same functions for JavaScript. A refusal is thrown as an `Error` with the JSON as its message.
#[cfg(feature = "api")]
pub mod javascript {
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

    /// Where a number comes from, for one of the `quantities` and a language such as `zh-Hant` or `en`.
    ///
    /// # Errors
    /// What is wrong with the plan, the quantity or the language.
    #[wasm_bindgen]
    pub fn explain(plan: &str, quantity: &str, lang: &str) -> Result<String, Error> {
        thrown(super::explain(plan, quantity, lang))
    }

    /// The names of every number that can be read and explained.
    ///
    /// # Errors
    /// What is wrong with the plan.
    #[wasm_bindgen]
    pub fn quantities(plan: &str) -> Result<String, Error> {
        thrown(super::quantities(plan))
    }
}
