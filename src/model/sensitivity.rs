//! What a little more of one input does: slopes with the budgets held, or with the budgets following the goal.

use crate::graph::{NodeId, Slopes, Values};
use crate::plan::{Field, Path};
use crate::quantity::{Basis, Measure, Quantity};
use crate::reading::Numbers;

/// The slopes of one number to every input.
///
/// With [`Basis::Required`] the factor on the budgets follows: where F(f, p) = amount − needed = 0 holds, a change of
/// p moves f by −(∂F/∂p)/(∂F/∂f), and the number by ∂V/∂p + ∂V/∂f · df/dp.
pub struct Sensitivity<'n, 'm> {
    numbers: &'n Numbers<'m>,
    of_number: Slopes<'n, 'm>,
    follow: Option<Follow<'n, 'm>>,
}

/// How the factor on the budgets follows the inputs.
struct Follow<'n, 'm> {
    factor: f64,
    amount: Slopes<'n, 'm>,
    needed: Slopes<'n, 'm>,
    /// ∂F/∂f
    amount_by_factor: f64,
    /// ∂V/∂f
    number_by_factor: f64,
}

impl<'n, 'm> Sensitivity<'n, 'm> {
    /// The slopes of a quantity, in a month when it has one number per month; none where the basis has no numbers.
    #[must_use]
    pub fn of(
        numbers: &'n Numbers<'m>,
        basis: Basis,
        quantity: Quantity,
        month: usize,
    ) -> Option<Sensitivity<'n, 'm>> {
        let id = numbers.model().graph().find(quantity)?;
        let values = numbers.values(basis)?;
        let of_number = values.slopes(id, month);
        let follow = match basis {
            Basis::Plan => None,
            Basis::Required => Follow::of(numbers, values, &of_number),
        };
        Some(Sensitivity { numbers, of_number, follow })
    }

    /// The slope to an input of the plan.
    #[must_use]
    pub fn to(&self, path: Path) -> f64 {
        let Some(follow) = &self.follow else { return self.of_number.to(path) };
        // In the scaled plan a budget stands multiplied by the factor.
        let scale = if path.field == Field::MonthlyBudget { follow.factor } else { 1.0 };
        let missed = (follow.amount.to(path) - follow.needed.to(path)) * scale;
        self.of_number.to(path) * scale - follow.number_by_factor * missed / follow.amount_by_factor
    }

    /// The slope to the money of the whole mix: to one more unit of media money spent in proportion.
    #[must_use]
    pub fn to_mix(&self) -> f64 {
        by_factor(self.numbers, &self.of_number) / media(self.numbers)
    }
}

impl<'n, 'm> Follow<'n, 'm> {
    /// None where the goal is reached without any money: then the factor stays 0.
    fn of(
        numbers: &'n Numbers<'m>,
        values: &'n Values<'m>,
        of_number: &Slopes<'_, '_>,
    ) -> Option<Follow<'n, 'm>> {
        let factor = numbers.mix().factor().filter(|factor| *factor > 0.0)?;
        let slopes = |measure| Some(values.slopes(find(numbers, measure)?, 0));
        let amount = slopes(Measure::Amount)?;
        let amount_by_factor = by_factor(numbers, &amount);
        let follow = Follow {
            factor,
            needed: slopes(Measure::Needed)?,
            amount_by_factor,
            number_by_factor: by_factor(numbers, of_number),
            amount,
        };
        (amount_by_factor != 0.0).then_some(follow)
    }
}

fn find(numbers: &Numbers<'_>, measure: Measure) -> Option<NodeId> {
    numbers.model().graph().find(Quantity::plan(measure))
}

/// The slope to the factor on all budgets.
fn by_factor(numbers: &Numbers<'_>, slopes: &Slopes<'_, '_>) -> f64 {
    numbers.budgets().map(|(path, budget)| slopes.to(path) * budget).sum()
}

/// The media money of the plan as it stands, which one unit of the factor costs.
fn media(numbers: &Numbers<'_>) -> f64 {
    let months = f64::from(numbers.model().plan().document().months);
    numbers.budgets().map(|(_, budget)| budget * months).sum()
}
