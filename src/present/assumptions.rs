//! Everything that somebody put into a plan, as it is printed.

use super::form::FieldView;
use crate::locale::{Lang, term};
use crate::model::plan::{Document, Path};

/// A number that somebody put in.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumption {
    /// What it is, and of which channel or stage.
    pub name: String,
    /// The number with its unit.
    pub value: String,
    /// The ends of its 80 % interval; empty without one.
    pub range: String,
    /// Where it comes from; empty where that is not asked.
    pub source: &'static str,
    /// The author's note; may be empty.
    pub note: String,
}

/// Every number of a plan, in the order of the form; those that nobody put in are left out.
#[must_use]
pub fn assumptions(document: &Document, lang: Lang) -> Vec<Assumption> {
    document.paths().into_iter().filter_map(|path| assumption(path, document, lang)).collect()
}

fn assumption(path: Path, document: &Document, lang: Lang) -> Option<Assumption> {
    document.number(path)?;
    let FieldView { input, prefix, unit, estimate, .. } = FieldView::of(path, document, lang);
    let range = estimate.as_ref().and_then(|estimate| estimate.range.as_ref());
    Some(Assumption {
        name: term::path(path, document, lang),
        value: format!("{prefix}{} {unit}", input.text).trim_end().to_owned(),
        range: range.map_or_else(String::new, |(low, high)| format!("{low}–{high}")),
        source: estimate.as_ref().map_or("", |estimate| term::source_chip(estimate.source, lang)),
        note: estimate.map_or_else(String::new, |estimate| estimate.note),
    })
}

#[cfg(test)]
mod tests {
    use super::assumptions;
    use crate::locale::Lang;
    use crate::model::plan::Document;

    #[test]
    fn every_number_is_printed_with_its_range_and_source() {
        let text = include_str!("../../tests/golden/examples/service.json");
        let document: Document = serde_json::from_str(text).expect("a plan of the contract");
        let printed = assumptions(&document, Lang::ZhHant);
        let put_in = document.paths().into_iter().filter(|path| document.number(*path).is_some());
        assert_eq!(printed.len(), put_in.count());
        let price = printed.iter().find(|row| row.name == "平均客單價").expect("the price is printed");
        assert_eq!((price.value.as_str(), price.source), ("NT$3,000", "自有數據"));
        let ranges = printed.iter().filter(|row| row.range.contains('–')).count();
        assert!(ranges > 3, "{printed:?}");
    }
}
