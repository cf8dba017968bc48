//! The numbers that differ: value and interval together, source and note by themselves.

use super::{Change, Pair};
use crate::locale::screen::{changes as say, form as form_say};
use crate::locale::{term, typed};
use crate::model::plan::{Document, Estimate, Field, Path};
use crate::present::form::{FieldView, Place};

impl Pair<'_> {
    /// The differences among the numbers of some fields, of the stage or channel with an id where they have one.
    pub(super) fn numbers(self, wanted: impl Fn(Field) -> bool, owner: &str) -> Vec<Change> {
        let of = |document: &Document| -> Vec<Place> {
            let paths = document.paths().into_iter().filter(|path| wanted(path.field));
            paths
                .filter_map(|path| Place::of_path(path, document))
                .filter(|place| owner.is_empty() || place.belongs_to(owner))
                .collect()
        };
        let (old, new) = (of(self.from), of(self.to));
        // In the order of the plan that is now; what is gone stands last.
        let gone = old.into_iter().filter(|place| !new.contains(place)).collect::<Vec<_>>();
        new.iter().chain(&gone).flat_map(|place| self.number(place)).collect()
    }

    pub(super) fn number(self, place: &Place) -> Vec<Change> {
        let [from, to] = [self.from, self.to].map(|document| Side::of(place, document));
        let label = to.label(self).or_else(|| from.label(self)).unwrap_or_default();
        let mut changes = vec![];
        if from.numbers() != to.numbers() {
            let told = [&from, &to].map(|side| Some(side.told(&[&to, &from], self)));
            let [from, to] = told;
            changes.push(Change { label: label.clone(), from, to });
        }
        let (Some(old), Some(new)) = (from.estimate(), to.estimate()) else { return changes };
        let source = |estimate: &Estimate| term::source_chip(estimate.source, self.lang);
        let note =
            |estimate: &Estimate| estimate.note.clone().unwrap_or_else(|| say::nothing(self.lang).into());
        changes.extend(Pair::text(form_say::source_of(self.lang, &label), source(old), source(new)));
        changes.extend(Pair::text(form_say::note_of(self.lang, &label), note(old), note(new)));
        changes
    }
}

/// A number in one of the two plans, which may not have it.
struct Side<'d> {
    document: &'d Document,
    path: Option<Path>,
}

impl<'d> Side<'d> {
    fn of(place: &Place, document: &'d Document) -> Side<'d> {
        Side { document, path: place.path(document) }
    }

    fn estimate(&self) -> Option<&'d Estimate> {
        self.document.estimate(self.path?)
    }

    /// Value and interval, as they are compared.
    fn numbers(&self) -> Option<(f64, Option<(f64, f64)>)> {
        let value = self.document.number(self.path?)?;
        Some((value, self.estimate().and_then(|estimate| estimate.range)))
    }

    fn label(&self, pair: Pair<'_>) -> Option<String> {
        let path = self.path.filter(|path| self.document.number(*path).is_some())?;
        Some(term::path(path, self.document, pair.lang))
    }

    /// The number as it is edited, with every digit: two that differ never read alike.
    fn told(&self, sides: &[&Side<'_>], pair: Pair<'_>) -> String {
        let lang = pair.lang;
        let view = |side: &Side<'_>| Some(FieldView::of(side.path?, side.document, lang));
        let Some((value, range)) = self.numbers() else {
            // Where the plan has no such stage or channel, the other one knows what holds instead.
            let holds = view(self).or_else(|| sides.iter().find_map(|side| view(side)));
            let holds = holds.map(|view| view.placeholder).filter(|holds| !holds.is_empty());
            return holds.map_or_else(|| say::nothing(lang).into(), |holds| say::unset(lang, holds));
        };
        let Some(view) = view(self) else { return say::nothing(lang).into() };
        let edited = |number: f64| typed::editable(number, view.input.kind);
        match range {
            Some((low, high)) => say::with_range(lang, edited(value), edited(low), edited(high)),
            None => edited(value),
        }
    }
}
