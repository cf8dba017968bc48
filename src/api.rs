//! The model as a library for other programs: strings of JSON in and out, in Rust and, with the feature `api`, in
//! JavaScript. A refused input is `{"code", "path", "message"}`, the message one English sentence.

use crate::locale::Lang;
use crate::model::equations::Model;
use crate::model::plan::{Channel, FaultKind};
use crate::model::quantity::{Basis, Measure, Quantity, Reading, name};
use crate::model::reading::Numbers;
use crate::model::report::{Section, report};
use crate::model::sensitivity::Sensitivity;
use crate::persist::plan_text::{self, Flaw, PlanError};
use crate::present::explanation::api_explanation;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
fn refusal(error: PlanError) -> String {
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
fn text(answer: &impl Serialize) -> String {
    serde_json::to_string(answer).unwrap_or_default()
}

#[derive(Serialize)]
struct ApiError<'a> {
    code: &'a str,
    path: &'a str,
    message: String,
}

/// What `solve` is asked for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    #[allow(dead_code, reason = "reading it refuses every mode but the one there is")]
    mode: Mode,
    #[serde(default)]
    total: Option<IgnoredAny>,
    #[serde(default)]
    bands: Option<IgnoredAny>,
    #[serde(default)]
    fixes: bool,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Mode {
    ScaleMix,
}

impl Request {
    /// Scaling the mix has no cap and no bands, and names no fixes: a request for them must not be answered as if it
    /// had been heard.
    fn check(&self) -> Result<(), PlanError> {
        let asked = [("total", self.total.is_some()), ("bands", self.bands.is_some()), ("fixes", self.fixes)];
        match asked.into_iter().find(|(_, asked)| *asked) {
            Some((path, _)) => Err(PlanError { path: path.into(), flaw: Flaw::Rule(FaultKind::NotAllowed) }),
            None => Ok(()),
        }
    }
}

/// The answer of `solve`.
#[derive(Serialize)]
struct Solution {
    feasible: bool,
    budgets: BTreeMap<String, f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    factor: Option<f64>,
    certificate: Certificate,
    report: Option<Section>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reachable: Option<Reachable>,
}

/// Why the answer is the best one: `exact`, or `bounded` by the most that it could still be improved, relative to it.
#[derive(Serialize)]
struct Certificate {
    kind: &'static str,
    gap: f64,
    /// What one more unit of money, spent in today's mix, adds to the goal's figure; `null` where nothing is spent.
    marginal_return: Option<f64>,
}

#[derive(Serialize)]
struct Reachable {
    goal: f64,
    missing: f64,
}

fn solution(numbers: &Numbers<'_>) -> Solution {
    let factor = numbers.mix().factor();
    let basis = if factor.is_some() { Basis::Required } else { Basis::Plan };
    let channels = &numbers.model().plan().document().channels;
    let budget = |channel: &Channel| (channel.id.clone(), channel.monthly_budget * factor.unwrap_or(1.0));
    let target = numbers.read(Reading::now(Quantity::plan(Measure::Target))).ok();
    let reachable = numbers.mix().reachable.zip(target);
    let gap = numbers.mix().gap;
    Solution {
        feasible: factor.is_some(),
        budgets: channels.iter().map(budget).collect(),
        factor,
        certificate: Certificate {
            kind: if gap == 0.0 { "exact" } else { "bounded" },
            gap,
            marginal_return: marginal_return(numbers, basis),
        },
        report: report(numbers, basis),
        reachable: reachable.map(|(goal, target)| Reachable { goal, missing: target - goal }),
    }
}

/// Both slopes are per factor on the mix, so that their ratio is per money that is really spent.
fn marginal_return(numbers: &Numbers<'_>, basis: Basis) -> Option<f64> {
    let slope = |measure| Some(Sensitivity::of(numbers, basis, Quantity::plan(measure), 0)?.to_mix());
    let ratio = slope(Measure::Amount)? / slope(Measure::Media)?;
    ratio.is_finite().then_some(ratio)
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
