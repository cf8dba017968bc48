//! `solve` as JSON: the request is read, the model answers, the answer is written.

use crate::api::{ApiError, refusal, text};
use crate::locale::Lang;
use crate::locale::request::message;
use crate::model::equations::Model;
use crate::model::plan::{Channel, FaultKind, Plan};
use crate::model::quantity::{Basis, Measure, Quantity, Reading};
use crate::model::reading::Numbers;
use crate::model::report::{Section, report};
use crate::model::sensitivity::Sensitivity;
use crate::model::solve::{self, Answer, Bound, Fixes, Lever, RequestFault};
use crate::persist::plan_text::{self, Flaw, PlanError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What `solve` is asked for.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    mode: Mode,
    #[serde(default, deserialize_with = "present")]
    total: Option<f64>,
    #[serde(default, deserialize_with = "present")]
    bands: Option<Bands>,
    #[serde(default, deserialize_with = "present")]
    phasing: Option<Phasing>,
    #[serde(default)]
    fixes: bool,
}

/// What stands there has a value: `null` is refused.
fn present<'de, D: serde::Deserializer<'de>, T: Deserialize<'de>>(d: D) -> Result<Option<T>, D::Error> {
    T::deserialize(d).map(Some)
}

#[derive(Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Mode {
    ScaleMix,
    MinCost,
    MaxGoal,
    MaxProfit,
}

/// A class that is not named may have any share.
#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct Bands {
    #[serde(default = "any")]
    proven: [f64; 2],
    #[serde(default = "any")]
    test: [f64; 2],
    #[serde(default = "any")]
    experimental: [f64; 2],
}

fn any() -> [f64; 2] {
    [0.0, 1.0]
}

#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct Phasing {
    cap: f64,
}

impl Request {
    /// Scaling the mix has no cap and no bands, and only a goal out of reach has fixes: what is asked for must not be
    /// answered as if it had been heard.
    fn check(&self) -> Result<(), PlanError> {
        let scales = self.mode == Mode::ScaleMix;
        let asked = [
            ("total", scales && self.total.is_some()),
            ("bands", scales && self.bands.is_some()),
            ("phasing", scales && self.phasing.is_some()),
            ("fixes", self.mode != Mode::MinCost && self.fixes),
        ];
        match asked.into_iter().find(|(_, asked)| *asked) {
            Some((path, _)) => Err(PlanError { path: path.into(), flaw: Flaw::Rule(FaultKind::NotAllowed) }),
            None => Ok(()),
        }
    }

    fn question(&self, mode: solve::Mode) -> solve::Request {
        solve::Request {
            mode,
            total: self.total,
            bands: self.bands.map(|bands| [bands.proven, bands.test, bands.experimental]),
            phasing_cap: self.phasing.map(|phasing| phasing.cap),
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
    #[serde(skip_serializing_if = "Option::is_none")]
    phasing: Option<Vec<f64>>,
    certificate: Certificate,
    report: Option<Section>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reachable: Option<Reachable>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fixes: Option<Vec<Fix>>,
}

/// Why the answer is the best one: `exact`, or `bounded` by the most that it could still be improved, relative to it.
#[derive(Serialize)]
struct Certificate {
    kind: &'static str,
    gap: f64,
    /// What one more unit of media money adds to the goal's figure, or to the profit that is to be largest: spent in
    /// today's mix, or in any channel that is at no bound. `null` where nothing more can be spent.
    marginal_return: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    channels: Option<BTreeMap<String, AtOptimum>>,
}

/// A channel at the best budgets.
#[derive(Serialize)]
struct AtOptimum {
    /// The bound that holds its budget, if one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<&'static str>,
    /// What one more unit of media money in it adds; `null` where the first money has no finite price.
    marginal_return: Option<f64>,
    /// What the next 1,000 of media money in it add.
    next_thousand: f64,
}

#[derive(Serialize)]
struct Reachable {
    goal: f64,
    missing: f64,
}

#[derive(Serialize)]
struct Fix {
    path: String,
    from: f64,
    to: f64,
}

pub(crate) fn answer(model: &Model, request: &str) -> Result<String, String> {
    let request: Request = plan_text::read_as(request).map_err(refusal)?;
    request.check().map_err(refusal)?;
    let mode = match request.mode {
        Mode::ScaleMix => return Ok(text(&scaled(&Numbers::of(model)))),
        Mode::MinCost => solve::Mode::MinCost,
        Mode::MaxGoal => solve::Mode::MaxGoal,
        Mode::MaxProfit => solve::Mode::MaxProfit,
    };
    let question = request.question(mode);
    let answer = solve::solve(model, question).map_err(fault)?;
    let fixes = (request.fixes && !answer.feasible).then(|| fixes(model.plan(), question));
    Ok(text(&solved(model, answer, fixes)))
}

#[allow(clippy::needless_pass_by_value, reason = "the shape that map_err asks for")]
fn fault(fault: RequestFault) -> String {
    text(&ApiError { code: fault.code(), path: fault.path(), message: message(fault, Lang::En) })
}

fn solved(model: &Model, answer: Answer, fixes: Option<Vec<Fix>>) -> Solution {
    let channels = &model.plan().document().channels;
    let kept = Plan::check(answer.document(model.plan())).map(Model::of);
    let at = |(channel, ((bound, slope), next)): (&Channel, ((&Option<Bound>, &f64), &f64))| {
        let bound = bound.map(|bound| if bound == Bound::Minimum { "minimum" } else { "maximum" });
        let marginal_return = slope.is_finite().then_some(*slope);
        (channel.id.clone(), AtOptimum { bound, marginal_return, next_thousand: *next })
    };
    let numbers = answer.bounds.iter().zip(&answer.marginal_returns).zip(&answer.next);
    let active = channels.iter().zip(numbers).filter(|(channel, _)| channel.is_active());
    Solution {
        feasible: answer.feasible,
        budgets: channels
            .iter()
            .map(|channel| channel.id.clone())
            .zip(answer.budgets.iter().copied())
            .collect(),
        factor: None,
        certificate: Certificate {
            kind: if answer.is_exact() { "exact" } else { "bounded" },
            gap: answer.gap,
            marginal_return: answer.marginal_return,
            channels: Some(active.map(at).collect()),
        },
        report: kept.ok().and_then(|model| report(&Numbers::of(&model), Basis::Plan)),
        reachable: answer
            .reachable
            .map(|reachable| Reachable { goal: reachable.goal, missing: reachable.missing }),
        phasing: answer.phasing,
        fixes,
    }
}

fn fixes(plan: &Plan, question: solve::Request) -> Vec<Fix> {
    let mut fixes = Fixes::new(plan, question);
    while fixes.advance() < 1.0 {}
    let path = |lever| match lever {
        Lever::Plan(path) => path.name(plan.document()),
        Lever::Total => "total".to_owned(),
    };
    fixes.found().iter().map(|fix| Fix { path: path(fix.lever), from: fix.from, to: fix.to }).collect()
}

fn scaled(numbers: &Numbers<'_>) -> Solution {
    let factor = numbers.mix().factor();
    let basis = if factor.is_some() { Basis::Required } else { Basis::Plan };
    let plan = numbers.model().plan();
    let ids = plan.document().channels.iter().map(|channel| channel.id.clone());
    let target = numbers.read(Reading::now(Quantity::plan(Measure::Target))).ok();
    let reachable = numbers.mix().reachable.zip(target);
    let gap = numbers.mix().gap;
    Solution {
        feasible: factor.is_some(),
        budgets: ids.zip(numbers.mix().budgets(plan)).collect(),
        factor,
        phasing: None,
        certificate: Certificate {
            kind: if gap == 0.0 { "exact" } else { "bounded" },
            gap,
            marginal_return: marginal_return(numbers, basis),
            channels: None,
        },
        report: report(numbers, basis),
        reachable: reachable.map(|(goal, target)| Reachable { goal, missing: target - goal }),
        fixes: None,
    }
}

/// Both slopes are per factor on the mix, so that their ratio is per money that is really spent.
fn marginal_return(numbers: &Numbers<'_>, basis: Basis) -> Option<f64> {
    let slope = |measure| Some(Sensitivity::of(numbers, basis, Quantity::plan(measure), 0)?.to_mix());
    let ratio = slope(Measure::Amount)? / slope(Measure::Media)?;
    ratio.is_finite().then_some(ratio)
}
