//! The door behind every number: what it means, how it is computed, what it depends on.

mod answer;
mod api;
mod figure;
mod formula;
mod other;
#[cfg(test)]
mod tests;

use super::presenter::Presenter;
use super::subject::{Side, Subject, What};
use crate::locale::screen::door;
use crate::locale::{Lang, check, term, term::notation};
use crate::model::explain::{Explanation, Input, explain};
use crate::model::graph::Formula;
use crate::model::plan::{Path, ResponseKind, Source};
use crate::model::quantity::{Basis, Measure, Quantity, Reading, Unit};
use crate::model::reading::Numbers;
pub use api::{ApiElasticity, ApiExplanation, ApiInput, api_explanation};
use figure::Figures;
use formula::Writer;

/// A number explained: finished texts in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct ExplanationView {
    /// What is explained; a number per month always has a month.
    pub subject: Subject,
    /// What it is called, with its channel, stage and month.
    pub title: String,
    /// The number in its unit, or a dash.
    pub value_text: String,
    /// What it tells, in one sentence.
    pub meaning: &'static str,
    /// 「獲客成本 = 行銷總成本 ÷ 帶來的顧客總數」; empty where nothing is computed.
    pub formula_text: String,
    /// `NT$434 = NT$120,000 ÷ 276.5`; only the number where nothing can be put in.
    pub substituted_text: String,
    /// Why there is no number.
    pub reason: Option<&'static str>,
    /// The name of its unit, such as `%`; empty for plain numbers.
    pub unit: String,
    /// Where the definition comes from.
    pub source: Option<&'static str>,
    /// What else is to be known: of a number that was entered how far it may lie off and what can be entered, of any
    /// other which numbers of the plan stand in its formulas and do not move it.
    pub notes: Vec<String>,
    /// The numbers of the plan that move it, the strongest first; of one that was entered, itself.
    pub inputs: Vec<InputRow>,
    /// The quantities in the formula, each another door; of a number that was entered, what it moves.
    pub parts: Vec<PartRow>,
}

/// A number of the plan behind an explained one.
#[derive(Clone, Debug, PartialEq)]
pub struct InputRow {
    /// Where it stands.
    pub path: Path,
    /// What it is called.
    pub label: String,
    /// The number in its unit.
    pub value_text: String,
    /// Where it comes from, in words; decisions are marked as such.
    pub source_label: &'static str,
    /// Where it comes from; none for a decision.
    pub source: Option<Source>,
    /// 「多 1% → NT$430」; none where it has no influence.
    pub one_percent_text: Option<String>,
    /// Whether it stands in a field of the plan; what an answer decides does not.
    pub has_field: bool,
}

/// A quantity in a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct PartRow {
    /// What its door opens.
    pub reading: Reading,
    /// What it is called.
    pub label: String,
    /// Its number, or a dash; where it is moved, what one per cent more leads to.
    pub value_text: String,
}

/// An elasticity below this is a slope of 0 with rounding in it.
const NOISE: f64 = 1e-9;

/// How many numbers without effect are named.
const NAMED: usize = 3;

/// Whether a number of the plan stands in the formulas of another one and does not move it. One that is 0 has no
/// elasticity, which says nothing of its effect; neither does that of a month, which moves by steps.
fn is_still(input: &Input) -> bool {
    input.elasticity.is_some_and(|elasticity| elasticity.abs() <= NOISE)
}

/// Explains a number in words.
#[must_use]
pub fn explanation(numbers: &Numbers<'_>, subject: impl Into<Subject>, lang: Lang) -> ExplanationView {
    let (speaker, subject) = (Speaker::of(numbers, lang), subject.into());
    let view = match subject.what {
        What::Result(reading) => speaker.view(&explain(numbers, speaker.in_a_month(reading))),
        What::Input(path) => speaker.entered(path),
        What::NoSum(measure) => speaker.no_sum(measure),
    };
    match subject.side {
        Side::Plan => view,
        Side::Answer => view.of_answer(lang),
    }
}

/// Says things of one plan in one language.
#[derive(Clone, Copy)]
pub(super) struct Speaker<'a>(Presenter<'a, 'a>);

impl<'a> Speaker<'a> {
    pub(super) fn of(numbers: &'a Numbers<'_>, lang: Lang) -> Speaker<'a> {
        Speaker(Presenter::new(numbers, lang, Basis::Plan))
    }

    /// A number per month is read in its first month when none is asked for; others have no month.
    pub(super) fn in_a_month(self, reading: Reading) -> Reading {
        let monthly = self.0.numbers.model().graph().is_monthly(reading.quantity);
        Reading { month: monthly.then(|| reading.month.unwrap_or(0)), ..reading }
    }

    fn view(self, explanation: &Explanation) -> ExplanationView {
        let Presenter { numbers, lang, currency, .. } = self.0;
        let reading = explanation.reading;
        let unit = numbers.model().unit(reading.quantity);
        let (still, moving): (Vec<&Input>, Vec<&Input>) =
            explanation.inputs.iter().partition(|input| unit != Unit::MonthNumber && is_still(input));
        ExplanationView {
            subject: reading.into(),
            title: term::reading(reading, self.0.document(), lang),
            value_text: self.value_text(reading, explanation.value.ok()),
            meaning: term::meaning(reading.quantity.measure, lang),
            formula_text: self.formula_text(reading.quantity, &explanation.formula),
            substituted_text: self.substituted_text(reading, explanation.value.ok(), &explanation.formula),
            reason: explanation.value.err().map(|reason| term::reason(reason, lang)),
            unit: term::unit_name(unit, currency, lang),
            source: self.source(reading.quantity),
            notes: self.without_effect(&still).into_iter().collect(),
            inputs: moving.into_iter().map(|input| self.input(explanation, input)).collect(),
            parts: explanation
                .parts
                .iter()
                .map(|(part, value)| self.part(reading, *part, value.ok()))
                .collect(),
        }
    }

    /// A number as it stands on a screen.
    pub(super) fn value_text(self, reading: Reading, value: Option<f64>) -> String {
        self.0.written(reading, value)
    }

    /// The formula with the names of its quantities.
    pub(super) fn formula_text(self, quantity: Quantity, formula: &Formula) -> String {
        let (document, lang) = (self.0.document(), self.0.lang);
        let writer = Writer { document, lang, subject: quantity.measure, figures: None, rows: false };
        format!("{} = {}", term::quantity(quantity, document, lang), writer.text(formula))
    }

    /// The formula with numbers in their places.
    pub(super) fn substituted_text(self, reading: Reading, value: Option<f64>, formula: &Formula) -> String {
        let value = self.0.figure(reading, value);
        if !matches!(formula, Formula::Joined(..) | Formula::Series(..) | Formula::Quantity(_)) {
            return value;
        }
        let writer = Writer {
            document: self.0.document(),
            lang: self.0.lang,
            subject: reading.quantity.measure,
            figures: Some(Figures { presenter: self.0, reading }),
            rows: false,
        };
        format!("{value} = {}", writer.text(formula))
    }

    /// The source of a definition; an S-shaped curve has one of its own.
    pub(super) fn source(self, quantity: Quantity) -> Option<&'static str> {
        let channels = &self.0.document().channels;
        let channel = quantity.channel.and_then(|place| channels.get(usize::from(place)));
        let kind = channel.and_then(|channel| channel.response.as_ref()).map(|response| response.kind);
        let curve = match quantity.measure {
            Measure::Response | Measure::HalfAt => {
                term::response_source(kind.unwrap_or(ResponseKind::Linear))
            }
            _ => None,
        };
        curve.or_else(|| term::source(quantity.measure, self.0.lang))
    }

    fn input(self, explanation: &Explanation, input: &Input) -> InputRow {
        let lang = self.0.lang;
        InputRow {
            path: input.path,
            label: term::path(input.path, self.0.document(), lang),
            value_text: self.0.input(input.path),
            source_label: source_label(input.source, lang),
            source: input.source,
            one_percent_text: self.one_per_cent(explanation, input),
            has_field: true,
        }
    }

    /// That some numbers of the plan do not move the explained one.
    fn without_effect(self, still: &[&Input]) -> Option<String> {
        let lang = self.0.lang;
        let name = |input: &&Input| term::path_inside(input.path, self.0.document(), lang);
        let names: Vec<String> = still.iter().take(NAMED).map(name).collect();
        let names = names.join(notation::list_mark(lang));
        let names = if still.len() > NAMED { check::and_more(lang, names, still.len()) } else { names };
        (!still.is_empty()).then(|| door::without_effect(lang, names))
    }

    /// What the explained number comes to with one per cent more of an input.
    fn one_per_cent(self, explanation: &Explanation, input: &Input) -> Option<String> {
        let elasticity = input.elasticity.filter(|elasticity| elasticity.abs() > NOISE)?;
        let moved = explanation.value.ok()? * (1.0 + elasticity / 100.0);
        let moved = self.0.figure(explanation.reading, Some(moved));
        let moved = self.0.in_times(explanation.reading.quantity.measure, moved);
        let rate = self.0.numbers.model().unit_of_input(input.path) == Unit::Rate;
        let words = if rate { notation::one_per_cent_relative } else { notation::one_per_cent };
        Some(words(self.0.lang, moved))
    }

    fn part(self, reading: Reading, part: Quantity, value: Option<f64>) -> PartRow {
        let reading = self.in_a_month(Reading { quantity: part, ..reading });
        // The basis is said once, in the title.
        let named = Reading { basis: Basis::Plan, ..reading };
        PartRow {
            reading,
            label: term::reading(named, self.0.document(), self.0.lang),
            value_text: {
                let text = self.0.figure_in_unit(value, self.0.numbers.model().unit(part));
                self.0.in_times(part.measure, text)
            },
        }
    }
}

/// Where a number comes from, in words; decisions are marked as such.
fn source_label(source: Option<Source>, lang: Lang) -> &'static str {
    source.map_or_else(|| notation::decision(lang), |source| term::source_chip(source, lang))
}
