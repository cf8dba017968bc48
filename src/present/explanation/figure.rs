//! The numbers that stand in a formula, written so that a reader can compute along.

use crate::locale::{
    Lang,
    number::{Currency, DASH},
    term,
};
use crate::model::plan::{Field, Path};
use crate::model::quantity::{Basis, Quantity, Reading, Unit};
use crate::model::reading::Numbers;

/// The numbers of a plan on a basis and in a month.
#[derive(Clone)]
pub(super) struct Figures<'a> {
    pub(super) numbers: &'a Numbers<'a>,
    pub(super) reading: Reading,
    pub(super) currency: Currency,
    pub(super) lang: Lang,
}

impl Figures<'_> {
    /// The month that is read, counted from 0.
    pub(super) fn month(&self) -> u16 {
        self.reading.month.unwrap_or(0)
    }

    /// A quantity in the month that is read.
    pub(super) fn quantity(&self, quantity: Quantity) -> String {
        self.in_month(quantity, self.month())
    }

    /// A quantity in every month; one text when it has one number only.
    pub(super) fn months(&self, quantity: Quantity) -> Vec<String> {
        let graph = self.numbers.model().graph();
        let months = if graph.is_monthly(quantity) { graph.months() } else { 1 };
        (0..months)
            .filter_map(|month| u16::try_from(month).ok())
            .map(|month| self.in_month(quantity, month))
            .collect()
    }

    /// Several quantities of one unit summed up.
    pub(super) fn together(&self, mut quantities: impl Iterator<Item = Quantity>) -> String {
        let mut unit = Unit::Money;
        let total = quantities.try_fold(0.0, |sum, quantity| {
            unit = self.numbers.model().unit(quantity);
            Some(sum + self.read(quantity, self.month())?)
        });
        total.map_or_else(|| DASH.to_owned(), |total| self.write(total, unit))
    }

    /// A number of the plan; on the way back from the goal the budgets stand multiplied by the factor.
    pub(super) fn input(&self, path: Path) -> String {
        let model = self.numbers.model();
        let value = model.plan().document().number(path).or(path.field.default());
        let scaled = path.field == Field::MonthlyBudget && self.reading.basis == Basis::Required;
        let factor = if scaled { self.numbers.mix().factor() } else { Some(1.0) };
        let value = value.zip(factor).map(|(value, factor)| value * factor);
        value.map_or_else(|| DASH.to_owned(), |value| self.write(value, model.unit_of_input(path)))
    }

    /// A number in the form in which it stands in a formula.
    pub(super) fn write(&self, value: f64, unit: Unit) -> String {
        term::figure_text(value, unit, self.currency, self.lang)
    }

    fn in_month(&self, quantity: Quantity, month: u16) -> String {
        let unit = self.numbers.model().unit(quantity);
        self.read(quantity, month).map_or_else(|| DASH.to_owned(), |value| self.write(value, unit))
    }

    fn read(&self, quantity: Quantity, month: u16) -> Option<f64> {
        self.numbers.read(Reading { quantity, month: Some(month), basis: self.reading.basis }).ok()
    }
}
