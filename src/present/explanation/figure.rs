//! The numbers that stand in a formula, written so that a reader can compute along.

use crate::model::plan::{Field, Path};
use crate::model::quantity::{Basis, Quantity, Reading, Unit};
use crate::present::presenter::Presenter;

/// The numbers of a plan on a basis and in a month.
#[derive(Clone)]
pub(super) struct Figures<'a> {
    pub(super) presenter: Presenter<'a, 'a>,
    pub(super) reading: Reading,
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
        let graph = self.presenter.numbers.model().graph();
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
            unit = self.presenter.numbers.model().unit(quantity);
            Some(sum + self.read(quantity, self.month())?)
        });
        self.presenter.figure_in_unit(total, unit)
    }

    /// A number of the plan; on the way back from the goal the budgets stand multiplied by the factor.
    pub(super) fn input(&self, path: Path) -> String {
        let numbers = self.presenter.numbers;
        let value = self.presenter.document().number(path).or(path.field.default());
        let scaled = path.field == Field::MonthlyBudget && self.reading.basis == Basis::Required;
        let factor = if scaled { numbers.mix().factor() } else { Some(1.0) };
        let value = value.zip(factor).map(|(value, factor)| value * factor);
        self.presenter.figure_in_unit(value, numbers.model().unit_of_input(path))
    }

    fn in_month(&self, quantity: Quantity, month: u16) -> String {
        let unit = self.presenter.numbers.model().unit(quantity);
        self.presenter.figure_in_unit(self.read(quantity, month), unit)
    }

    fn read(&self, quantity: Quantity, month: u16) -> Option<f64> {
        self.presenter.value(Reading { quantity, month: Some(month), basis: self.reading.basis }).ok()
    }
}
