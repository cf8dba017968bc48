//! The door behind every number: what it means, how it is computed, what it depends on.

mod api;
mod figure;
mod formula;
#[cfg(test)]
mod tests;

use crate::locale::{
    Lang,
    number::{self, Currency, DASH},
    term,
    term::notation,
};
use crate::model::explain::{Explanation, Input, explain};
use crate::model::graph::Formula;
use crate::model::plan::{Path, ResponseKind, Source};
use crate::model::quantity::{Basis, Measure, Quantity, Reading, Unit};
use crate::model::reading::Numbers;
use crate::model::units::whole_units;
pub use api::{ApiElasticity, ApiExplanation, ApiInput, api_explanation};
use figure::Figures;
use formula::Writer;

/// A number explained: finished texts in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct ExplanationView {
    /// What is explained; of a number per month it always has a month.
    pub reading: Reading,
    /// What it is called, with its channel, stage and month.
    pub title: String,
    /// The number in its unit, or a dash.
    pub value_text: String,
    /// What it tells, in one sentence.
    pub meaning: &'static str,
    /// 「獲客成本 = 行銷總成本 ÷ 帶來的顧客總數」
    pub formula_text: String,
    /// `NT$434 = NT$120,000 ÷ 276.5`; only the number where nothing can be put in.
    pub substituted_text: String,
    /// Why there is no number.
    pub reason: Option<&'static str>,
    /// The name of its unit, such as `%`; empty for plain numbers.
    pub unit: String,
    /// Where the definition comes from.
    pub source: Option<&'static str>,
    /// The numbers of the plan behind it, the strongest first.
    pub inputs: Vec<InputRow>,
    /// The quantities in the formula, each another door.
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
}

/// A quantity in a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct PartRow {
    /// What its door opens.
    pub reading: Reading,
    /// What it is called.
    pub label: String,
    /// Its number, or a dash.
    pub value_text: String,
}

/// An elasticity below this is a slope of 0 with rounding in it.
const NOISE: f64 = 1e-9;

/// Explains a number in words.
#[must_use]
pub fn explanation(numbers: &Numbers<'_>, reading: Reading, lang: Lang) -> ExplanationView {
    let speaker = Speaker::of(numbers, lang);
    speaker.view(&explain(numbers, speaker.in_a_month(reading)))
}

/// Says things of one plan in one language.
#[derive(Clone, Copy)]
pub(super) struct Speaker<'a> {
    numbers: &'a Numbers<'a>,
    currency: Currency,
    lang: Lang,
}

impl<'a> Speaker<'a> {
    pub(super) fn of(numbers: &'a Numbers<'_>, lang: Lang) -> Speaker<'a> {
        let code = &numbers.model().plan().document().currency;
        Speaker { numbers, currency: Currency::of_code(code).unwrap_or(Currency::TWD), lang }
    }

    /// A number per month is read in its first month when none is asked for; others have no month.
    pub(super) fn in_a_month(self, reading: Reading) -> Reading {
        let monthly = self.numbers.model().graph().is_monthly(reading.quantity);
        Reading { month: monthly.then(|| reading.month.unwrap_or(0)), ..reading }
    }

    fn view(self, explanation: &Explanation) -> ExplanationView {
        let Speaker { numbers, lang, .. } = self;
        let reading = explanation.reading;
        let document = numbers.model().plan().document();
        let unit = numbers.model().unit(reading.quantity);
        ExplanationView {
            reading,
            title: term::reading(reading, document, lang),
            value_text: self.value_text(reading, explanation.value.ok()),
            meaning: term::meaning(reading.quantity.measure, lang),
            formula_text: self.formula_text(reading.quantity, &explanation.formula),
            substituted_text: self.substituted_text(explanation),
            reason: explanation.value.err().map(|reason| term::reason(reason, lang)),
            unit: term::unit_name(unit, self.currency, lang),
            source: self.source(reading.quantity),
            inputs: explanation.inputs.iter().map(|input| self.input(explanation, input)).collect(),
            parts: explanation
                .parts
                .iter()
                .map(|(part, value)| self.part(reading, *part, value.ok()))
                .collect(),
        }
    }

    /// A number as it stands on a screen: what the goal requires of a stage is said in whole units.
    pub(super) fn value_text(self, reading: Reading, value: Option<f64>) -> String {
        let unit = self.numbers.model().unit(reading.quantity);
        value.map_or_else(
            || DASH.to_owned(),
            |value| match reading.quantity.measure {
                Measure::Required => number::whole(whole_units(value)),
                _ => term::unit_text(value, unit, self.currency, self.lang),
            },
        )
    }

    /// The formula with the names of its quantities.
    pub(super) fn formula_text(self, quantity: Quantity, formula: &Formula) -> String {
        let document = self.numbers.model().plan().document();
        let writer =
            Writer { document, lang: self.lang, subject: quantity.measure, figures: None, rows: false };
        format!("{} = {}", term::quantity(quantity, document, self.lang), writer.text(formula))
    }

    /// The formula with numbers in their places.
    pub(super) fn substituted_text(self, explanation: &Explanation) -> String {
        let reading = explanation.reading;
        let figures = self.figures(reading);
        let unit = self.numbers.model().unit(reading.quantity);
        let value =
            explanation.value.ok().map_or_else(|| DASH.to_owned(), |value| figures.write(value, unit));
        if !matches!(explanation.formula, Formula::Joined(..) | Formula::Series(..) | Formula::Quantity(_)) {
            return value;
        }
        let writer = Writer {
            document: self.numbers.model().plan().document(),
            lang: self.lang,
            subject: reading.quantity.measure,
            figures: Some(figures),
            rows: false,
        };
        format!("{value} = {}", writer.text(&explanation.formula))
    }

    fn figures(self, reading: Reading) -> Figures<'a> {
        Figures { numbers: self.numbers, reading, currency: self.currency, lang: self.lang }
    }

    /// The source of a definition; an S-shaped curve has one of its own.
    pub(super) fn source(self, quantity: Quantity) -> Option<&'static str> {
        let channels = &self.numbers.model().plan().document().channels;
        let channel = quantity.channel.and_then(|place| channels.get(usize::from(place)));
        let kind = channel.and_then(|channel| channel.response.as_ref()).map(|response| response.kind);
        let curve = match quantity.measure {
            Measure::Response | Measure::HalfAt => {
                term::response_source(kind.unwrap_or(ResponseKind::Linear))
            }
            _ => None,
        };
        curve.or_else(|| term::source(quantity.measure, self.lang))
    }

    fn input(self, explanation: &Explanation, input: &Input) -> InputRow {
        let model = self.numbers.model();
        let figures = self.figures(explanation.reading);
        let unit = model.unit(explanation.reading.quantity);
        let elasticity = input.elasticity.filter(|elasticity| elasticity.abs() > NOISE);
        let moved = explanation.value.ok().zip(elasticity).map(|(value, by)| value * (1.0 + by / 100.0));
        InputRow {
            path: input.path,
            label: term::path(input.path, model.plan().document(), self.lang),
            value_text: term::unit_text(
                input.value,
                model.unit_of_input(input.path),
                self.currency,
                self.lang,
            ),
            source_label: input
                .source
                .map_or_else(|| notation::decision(self.lang), |source| term::source_chip(source, self.lang)),
            source: input.source,
            one_percent_text: moved
                .map(|value| notation::one_per_cent(self.lang, figures.write(value, unit))),
        }
    }

    fn part(self, reading: Reading, part: Quantity, value: Option<f64>) -> PartRow {
        let reading = self.in_a_month(Reading { quantity: part, ..reading });
        // The basis is said once, in the title.
        let named = Reading { basis: Basis::Plan, ..reading };
        let unit = self.numbers.model().unit(part);
        PartRow {
            reading,
            label: term::reading(named, self.numbers.model().plan().document(), self.lang),
            value_text: value.map_or_else(|| DASH.to_owned(), |value| self.part_text(reading, value, unit)),
        }
    }

    fn part_text(self, reading: Reading, value: f64, unit: Unit) -> String {
        self.figures(reading).write(value, unit)
    }
}
