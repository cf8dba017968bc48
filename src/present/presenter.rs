//! Turns readings into finished text: the one place where the view models meet the numbers.

use super::sentence::Shown;
use crate::locale::number::{self, Currency};
use crate::locale::{Lang, term};
use crate::model::graph::Reason;
use crate::model::plan::{Document, Path};
use crate::model::quantity::{Basis, Measure, Quantity, Reading, Unit};
use crate::model::reading::Numbers;

/// The numbers of a plan with the language and the currency they are shown in.
#[derive(Clone, Copy)]
pub struct Presenter<'n, 'm> {
    /// The numbers.
    pub numbers: &'n Numbers<'m>,
    /// The language.
    pub lang: Lang,
    /// The currency of the plan.
    pub currency: Currency,
    /// With which budgets results are shown.
    pub basis: Basis,
}

impl<'n, 'm> Presenter<'n, 'm> {
    /// Shows results on a basis; where no budget reaches the goal, on the plan as it stands.
    #[must_use]
    pub fn new(numbers: &'n Numbers<'m>, lang: Lang, basis: Basis) -> Presenter<'n, 'm> {
        let document = numbers.model().plan().document();
        let currency = Currency::of_code(&document.currency).unwrap_or(Currency::TWD);
        let basis = if numbers.values(basis).is_some() { basis } else { Basis::Plan };
        Presenter { numbers, lang, currency, basis }
    }

    /// The plan.
    #[must_use]
    pub fn document(&self) -> &'n Document {
        self.numbers.model().plan().document()
    }

    /// A reading on the basis of this presenter.
    #[must_use]
    pub fn reading(&self, quantity: Quantity) -> Reading {
        Reading { quantity, month: None, basis: self.basis }
    }

    /// The number behind a reading.
    ///
    /// # Errors
    /// Why it has none.
    pub fn value(&self, reading: Reading) -> Result<f64, Reason> {
        self.numbers.read(reading)
    }

    /// A number in its unit; a dash where it has none.
    #[must_use]
    pub fn text(&self, reading: Reading) -> String {
        self.written(reading, self.value(reading).ok())
    }

    /// A number as it stands on a screen; a dash where it has none. What the goal takes is said in whole units, and parts
    /// add up to what is shown of their whole.
    #[must_use]
    pub fn written(&self, reading: Reading, value: Option<f64>) -> String {
        let unit = self.numbers.model().unit(reading.quantity);
        let write = |value| self.in_unit(self.as_part(reading, value).unwrap_or(value), unit);
        value.map_or_else(
            || number::DASH.into(),
            |value| self.in_times(reading.quantity.measure, write(value)),
        )
    }

    /// The text of a measure that is told in times, with that word; that of any other as it is.
    #[must_use]
    pub fn in_times(&self, measure: Measure, text: String) -> String {
        if term::is_in_times(measure) && text != number::DASH {
            term::times_text(&text, self.lang)
        } else {
            text
        }
    }

    /// The same as it stands in a formula, so that a reader can compute along.
    #[must_use]
    pub fn figure(&self, reading: Reading, value: Option<f64>) -> String {
        match (reading.quantity.measure, value) {
            (Measure::Required, _) => self.written(reading, value),
            (_, value) => self.figure_in_unit(value, self.numbers.model().unit(reading.quantity)),
        }
    }

    /// A value in a unit as it stands in a formula; a dash where there is none.
    #[must_use]
    pub fn figure_in_unit(&self, value: Option<f64>, unit: Unit) -> String {
        let write = |value| term::figure_text(value, unit, self.currency, self.lang);
        value.map_or_else(|| number::DASH.into(), write)
    }

    /// A value in a unit.
    #[must_use]
    pub fn in_unit(&self, value: f64, unit: Unit) -> String {
        term::unit_text(value, unit, self.currency, self.lang)
    }

    /// A number that was entered, in its unit; its default where it was not, a dash where it has none.
    #[must_use]
    pub fn input(&self, path: Path) -> String {
        let value = self.document().number(path).or(path.field.default());
        let write = |value| self.in_unit(value, self.numbers.model().unit_of_input(path));
        value.map_or_else(|| number::DASH.into(), write)
    }

    /// A number with its door.
    #[must_use]
    pub fn shown(&self, reading: Reading) -> Shown {
        Shown::new(self.text(reading), reading)
    }

    /// A number of the presenter's basis with its door.
    #[must_use]
    pub fn of(&self, quantity: Quantity) -> Shown {
        self.shown(self.reading(quantity))
    }

    /// A measure of the whole plan with its door.
    #[must_use]
    pub fn plan(&self, measure: Measure) -> Shown {
        self.of(Quantity::plan(measure))
    }

    /// An amount of money per month where the words around it say "a month" already.
    #[must_use]
    pub fn monthly(&self, reading: Reading) -> Shown {
        let text = self
            .value(reading)
            .map_or_else(|_| number::DASH.into(), |value| number::money(value, self.currency));
        Shown::new(text, reading)
    }
}
