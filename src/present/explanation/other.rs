//! Doors behind numbers that are not computed: those that were entered, and sums that mean nothing.

use super::{ExplanationView, InputRow, PartRow, Speaker, source_label};
use crate::locale::number::DASH;
use crate::locale::term;
use crate::model::explain::explain;
use crate::model::plan::Path;
use crate::model::quantity::{Measure, Quantity, Reading};
use crate::present::form::FieldView;
use crate::present::subject::What;

/// The numbers that a reader decides by: an input is held against each of them.
const DECIDING: [Reading; 5] = [
    Reading::required(Quantity::plan(Measure::Media)),
    Reading::required(Quantity::plan(Measure::Cac)),
    Reading::now(Quantity::plan(Measure::Attainment)),
    Reading::now(Quantity::plan(Measure::Profit)),
    Reading::now(Quantity::plan(Measure::Cltv)),
];

impl Speaker<'_> {
    /// A number that was entered: what it means, where it comes from, how far it may lie off and what it moves.
    pub(super) fn entered(self, path: Path) -> ExplanationView {
        let (document, lang) = (self.0.document(), self.0.lang);
        let estimate = FieldView::of(path, document, lang).estimate;
        let source = estimate.as_ref().map(|estimate| estimate.source);
        let interval = estimate.filter(|estimate| estimate.range.is_some()).map(|estimate| estimate.summary);
        let label = term::path(path, document, lang);
        let own = InputRow {
            path,
            label: label.clone(),
            value_text: self.0.input(path),
            source_label: source_label(source, lang),
            source,
            one_percent_text: None,
            has_field: true,
        };
        ExplanationView {
            subject: path.into(),
            title: label,
            value_text: own.value_text.clone(),
            meaning: term::field_help(path.field, lang),
            formula_text: String::new(),
            substituted_text: String::new(),
            reason: None,
            unit: term::unit_name(self.0.numbers.model().unit_of_input(path), self.0.currency, lang),
            source: None,
            notes: interval.into_iter().chain([term::field_hint(path.field, lang).to_owned()]).collect(),
            inputs: vec![own],
            parts: DECIDING.into_iter().filter_map(|reading| self.moved(reading, path)).collect(),
        }
    }

    /// What one per cent more of an input leads to; none where it leads to nothing.
    fn moved(self, reading: Reading, path: Path) -> Option<PartRow> {
        let explanation = explain(self.0.numbers, reading);
        let input = explanation.inputs.iter().find(|input| input.path == path)?;
        let label = term::reading(reading, self.0.document(), self.0.lang);
        Some(PartRow { reading, label, value_text: self.one_per_cent(&explanation, input)? })
    }

    /// A sum over all channels that means nothing: a dash with its reason.
    pub(super) fn no_sum(self, measure: Measure) -> ExplanationView {
        let lang = self.0.lang;
        ExplanationView {
            subject: What::NoSum(measure).into(),
            title: term::label(measure, lang).to_owned(),
            value_text: DASH.to_owned(),
            meaning: term::meaning(measure, lang),
            formula_text: String::new(),
            substituted_text: String::new(),
            reason: Some(term::no_sum(measure, lang)),
            unit: String::new(),
            source: None,
            notes: Vec::new(),
            inputs: Vec::new(),
            parts: Vec::new(),
        }
    }
}
