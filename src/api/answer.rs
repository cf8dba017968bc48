//! What is asked and answered, as JSON.

use crate::model::plan::FaultKind;
use crate::model::quantity::{Basis, Measure, Quantity, Reading};
use crate::model::reading::Numbers;
use crate::model::report::{Section, report};
use crate::model::sensitivity::Sensitivity;
use crate::persist::plan_text::{Flaw, PlanError};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is written has string keys and finite numbers, so that writing cannot fail.
pub(super) fn text(answer: &impl Serialize) -> String {
    serde_json::to_string(answer).unwrap_or_default()
}

#[derive(Serialize)]
pub(super) struct ApiError<'a> {
    pub(super) code: &'a str,
    pub(super) path: &'a str,
    pub(super) message: String,
}

/// What `solve` is asked for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Request {
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
    pub(super) fn check(&self) -> Result<(), PlanError> {
        let asked = [("total", self.total.is_some()), ("bands", self.bands.is_some()), ("fixes", self.fixes)];
        match asked.into_iter().find(|(_, asked)| *asked) {
            Some((path, _)) => Err(PlanError { path: path.into(), flaw: Flaw::Rule(FaultKind::NotAllowed) }),
            None => Ok(()),
        }
    }
}

/// The answer of `solve`.
#[derive(Serialize)]
pub(super) struct Solution {
    feasible: bool,
    budgets: BTreeMap<String, f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    factor: Option<f64>,
    certificate: Certificate,
    report: Option<Section>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reachable: Option<Reachable>,
}

/// Why the answer is the best one: of one factor there is nothing to improve.
#[derive(Serialize)]
struct Certificate {
    kind: &'static str,
    gap: u8,
    /// What one more unit of money, spent in today's mix, adds to the goal's figure; `null` where nothing is spent.
    marginal_return: Option<f64>,
}

#[derive(Serialize)]
struct Reachable {
    goal: f64,
    missing: f64,
}

pub(super) fn solution(numbers: &Numbers<'_>) -> Solution {
    let factor = numbers.mix().factor();
    let basis = if factor.is_some() { Basis::Required } else { Basis::Plan };
    let channels = &numbers.model().plan().document().channels;
    let budget = |channel: &crate::model::plan::Channel| {
        (channel.id.clone(), channel.monthly_budget * factor.unwrap_or(1.0))
    };
    let target = numbers.read(Reading::now(Quantity::plan(Measure::Target))).ok();
    let reachable = numbers.mix().reachable.zip(target);
    Solution {
        feasible: factor.is_some(),
        budgets: channels.iter().map(budget).collect(),
        factor,
        certificate: Certificate { kind: "exact", gap: 0, marginal_return: marginal_return(numbers, basis) },
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
