//! What `explain(plan, quantity, lang)` answers to other programs: the same texts, and numbers as numbers.

use super::Speaker;
use crate::locale::{Lang, term};
use crate::model::explain::explain;
use crate::model::plan::Source;
use crate::model::quantity::Reading;
use crate::model::reading::Numbers;
use serde::Serialize;

/// A number explained, as JSON.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ApiExplanation {
    /// What it is called.
    pub label: String,
    /// What it tells.
    pub meaning: String,
    /// The stable name of its unit, such as `money`.
    pub unit: &'static str,
    /// The number; `null` where it is undefined.
    pub value: Option<f64>,
    /// The formula in words.
    pub formula: String,
    /// The formula with numbers.
    pub substituted: String,
    /// The numbers of the plan behind it, the strongest first.
    pub inputs: Vec<ApiInput>,
    /// What each of them moves, in per cent for one per cent.
    pub elasticity: Vec<ApiElasticity>,
}

/// A number of the plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ApiInput {
    /// Where it stands, such as `channels[1].fit_rate`.
    pub path: String,
    /// What it is called.
    pub label: String,
    /// The number.
    pub value: f64,
    /// Where it comes from; `null` for a decision such as a budget or the goal.
    pub source: Option<Source>,
}

/// How strongly a number of the plan acts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ApiElasticity {
    /// Where it stands.
    pub path: String,
    /// By how many per cent the explained number moves for one per cent more.
    pub value: f64,
}

/// Explains a number for other programs.
#[must_use]
pub fn api_explanation(numbers: &Numbers<'_>, reading: Reading, lang: Lang) -> ApiExplanation {
    let model = numbers.model();
    let document = model.plan().document();
    let speaker = Speaker::of(numbers, lang);
    let explanation = explain(numbers, speaker.in_a_month(reading));
    let view = speaker.view(&explanation);
    ApiExplanation {
        label: view.title,
        meaning: view.meaning.to_owned(),
        unit: model.unit(explanation.reading.quantity).id(),
        value: explanation.value.ok(),
        formula: view.formula_text,
        substituted: view.substituted_text,
        inputs: explanation
            .inputs
            .iter()
            .map(|input| ApiInput {
                path: input.path.name(document),
                label: term::path(input.path, document, lang),
                value: input.value,
                source: input.source,
            })
            .collect(),
        elasticity: explanation
            .inputs
            .iter()
            .filter_map(|input| {
                let path = input.path.name(document);
                input.elasticity.map(|value| ApiElasticity { path, value })
            })
            .collect(),
    }
}
