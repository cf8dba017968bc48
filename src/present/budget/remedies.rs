//! What would bring a goal into reach, one change at a time.

use super::Remedy;
use crate::locale::screen::remedies as say;
use crate::locale::{number, term};
use crate::model::plan::Path;
use crate::model::quantity::Unit;
use crate::present::presenter::Presenter;

/// A change that alone is enough.
#[derive(Clone, Debug, PartialEq)]
pub struct RemedyView {
    /// What is changed, from what to what.
    pub text: String,
    /// How that sits with the range of the number.
    pub range: String,
    /// Whether it lies within that range.
    pub within: bool,
    /// Where the number stands in the plan; none for the total of the question.
    pub path: Option<Path>,
    /// The value that is enough.
    pub to: f64,
}

/// Puts remedies into words, in their order.
#[must_use]
pub fn remedies(presenter: &Presenter<'_, '_>, found: &[Remedy]) -> Vec<RemedyView> {
    found.iter().filter_map(|remedy| remedy_of(presenter, remedy)).collect()
}

fn remedy_of(presenter: &Presenter<'_, '_>, remedy: &Remedy) -> Option<RemedyView> {
    let (lang, document) = (presenter.lang, presenter.document());
    let (path, name, unit) = match &remedy.path {
        Some(name) => {
            let path = Path::parse(name, document)?;
            (Some(path), term::path(path, document, lang), presenter.numbers.model().unit_of_input(path))
        }
        None => (None, say::total_lever(lang).to_owned(), Unit::MoneyPerMonth),
    };
    let write = |value| presenter.in_unit(value, unit);
    // Cut to the digits of the screen a change that is just enough would read like none.
    let (from, to) = (write(remedy.from), write(remedy.to));
    let exact = |value| presenter.figure_in_unit(Some(value), unit);
    let (from, to) = if from == to { (exact(remedy.from), exact(remedy.to)) } else { (from, to) };
    let beside = if remedy.to > remedy.from { say::just_above } else { say::just_below };
    let to = if from == to { beside(lang, &from) } else { to };
    let text = say::remedy(lang, name, from, to);
    Some(RemedyView {
        text,
        range: match remedy.beyond {
            Some(beyond) if beyond > 0.0 => say::beyond(lang, number::percent(beyond)),
            Some(_) => say::within(lang).into(),
            None => say::no_range(lang).into(),
        },
        within: remedy.beyond.is_some_and(|beyond| beyond <= 0.0),
        path,
        to: remedy.to,
    })
}
