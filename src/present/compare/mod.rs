//! Plans side by side: goal, money, funnel and results, with what differs from the first of them.

mod difference;
mod drivers;
mod rows;
mod sum;
#[cfg(test)]
mod tests;

pub use difference::{Difference, Gap};
pub use drivers::{Driver, Drivers, NUMBERS, Rest, drivers, number_name};

use super::presenter::Presenter;
use super::sentence::Shown;
use crate::locale::screen::{compare as say, frame};
use crate::locale::{Lang, number};
use crate::model::equations::Model;
use crate::model::plan::{Document, Plan};
use crate::model::quantity::{Basis, Measure, Quantity, Reading};
use crate::model::reading::Numbers;

/// Plans side by side, the first of them the one that the others are held against.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// The answer in a sentence.
    pub headline: String,
    /// What the plans are called.
    pub names: Vec<String>,
    /// The parts of the table.
    pub groups: Vec<RowGroup>,
}

/// A part of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct RowGroup {
    /// Its name.
    pub title: &'static str,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// One number of every plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is.
    pub label: String,
    /// The number of each plan; none where a plan does not have it.
    pub cells: Vec<Option<ComparedCell>>,
}

/// The number of one plan.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedCell {
    /// The number with its door.
    pub shown: Shown,
    /// What it is against the first plan's; none in the first plan, or where that has no such number.
    pub difference: Option<Difference>,
    /// Whether it is better than that of all the others, where better means anything.
    pub is_best: bool,
}

/// A plan as it is called in a list.
#[must_use]
pub fn plan_name(document: &Document, lang: Lang) -> String {
    let name = document.name.trim();
    if name.is_empty() { frame::untitled(lang).into() } else { name.into() }
}

impl Compared {
    /// Evaluates plans and puts them side by side: results with the budgets that reach the goal, or with today's.
    #[must_use]
    pub fn of(plans: &[Plan], lang: Lang, basis: Basis) -> Compared {
        let models: Vec<Model> = plans.iter().cloned().map(Model::of).collect();
        let numbers: Vec<Numbers<'_>> = models.iter().map(Numbers::of).collect();
        let presenters: Vec<Presenter<'_, '_>> =
            numbers.iter().map(|numbers| Presenter::new(numbers, lang, basis)).collect();
        Compared {
            headline: headline(&presenters, lang),
            names: plans.iter().map(|plan| plan_name(plan.document(), lang)).collect(),
            groups: rows::groups(&presenters, lang),
        }
    }
}

/// Of two plans, how much more or less money the second one takes; of more plans, that of the cheapest.
fn headline(presenters: &[Presenter<'_, '_>], lang: Lang) -> String {
    let media = |presenter: &Presenter<'_, '_>| {
        presenter.value(Reading::required(Quantity::plan(Measure::Media))).ok()
    };
    let name = |presenter: &Presenter<'_, '_>| plan_name(presenter.document(), lang);
    if let Some(lost) = presenters.iter().find(|presenter| media(presenter).is_none()) {
        return say::unreachable(lang, name(lost));
    }
    let [base, others @ ..] = presenters else { return say::title(lang).into() };
    let cheapest = others.iter().min_by(|a, b| media(a).unwrap_or(0.0).total_cmp(&media(b).unwrap_or(0.0)));
    let Some(other) = cheapest.filter(|other| other.currency == base.currency) else {
        return say::title(lang).into();
    };
    let money = |value| number::money(value, base.currency);
    let (own, theirs) = (media(base).unwrap_or(0.0), media(other).unwrap_or(0.0));
    // What is said is the difference of what is shown.
    let shown =
        |value| number::split(&[value], value, base.currency.digits()).first().copied().unwrap_or(value);
    let gap = shown(theirs) - shown(own);
    match gap {
        gap if gap < 0.0 => say::less(lang, name(other), name(base), money(theirs), money(-gap)),
        gap if gap > 0.0 => say::more(lang, name(other), name(base), money(theirs), money(gap)),
        _ => say::alike(lang, name(other), name(base), money(theirs)),
    }
}
