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
    /// What the budgets of the plan are multiplied by.
    factor: f64,
    follow: Option<Follow<'n, 'm>>,
}

/// How the factor on the budgets follows the inputs.
struct Follow<'n, 'm> {
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
        let (factor, follow) = match basis {
            Basis::Plan => (1.0, None),
            Basis::Required => (numbers.mix().factor()?, Follow::of(numbers, values, &of_number)),
        };
        Some(Sensitivity { numbers, of_number, factor, follow })
    }

    /// The slope to an input of the plan; not finite where the goal is only just touched, so that a worse input puts
    /// it out of reach.
    #[must_use]
    pub fn to(&self, path: Path) -> f64 {
        // In the scaled plan a budget stands multiplied by the factor. With a factor of 0 it says nothing, even where
        // the first money has no finite price.
        let scale = if path.field == Field::MonthlyBudget { self.factor } else { 1.0 };
        if scale == 0.0 {
            return 0.0;
        }
        let held = self.of_number.to(path) * scale;
        self.follow.as_ref().map_or(held, |follow| {
            let missed = (follow.amount.to(path) - follow.needed.to(path)) * scale;
            held - follow.number_by_factor * missed / follow.amount_by_factor
        })
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
        numbers.mix().factor().filter(|factor| *factor > 0.0)?;
        let slopes = |measure| Some(values.slopes(find(numbers, measure)?, 0));
        let amount = slopes(Measure::Amount)?;
        Some(Follow {
            needed: slopes(Measure::Needed)?,
            amount_by_factor: by_factor(numbers, &amount),
            number_by_factor: by_factor(numbers, of_number),
            amount,
        })
    }
}

fn find(numbers: &Numbers<'_>, measure: Measure) -> Option<NodeId> {
    numbers.model().graph().find(Quantity::plan(measure))
}

/// The slope to the factor on all budgets. No factor moves a budget of 0, however steep its curve begins.
fn by_factor(numbers: &Numbers<'_>, slopes: &Slopes<'_, '_>) -> f64 {
    numbers.budgets().filter(|(_, budget)| *budget > 0.0).map(|(path, budget)| slopes.to(path) * budget).sum()
}

/// The media money of the plan as it stands, which one unit of the factor costs.
fn media(numbers: &Numbers<'_>) -> f64 {
    let months = f64::from(numbers.model().plan().document().months);
    numbers.budgets().map(|(_, budget)| budget * months).sum()
}
