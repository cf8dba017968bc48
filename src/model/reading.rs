//! The one door to the numbers of a model: a plan as it stands, and the same plan scaled to its goal.

use crate::equations::Model;
use crate::equations::marginal::{marginal, per_budget, per_money};
use crate::graph::{Reason, Values};
use crate::lever::step_worth;
use crate::plan::Path;
use crate::quantity::{Basis, Measure, Quantity, Reading};
use crate::solve::{ScaleMix, budgets, scale_mix};
use alloc::vec::Vec;
use core::cell::OnceCell;

/// The numbers of a model.
#[derive(Debug)]
pub struct Numbers<'m> {
    model: &'m Model,
    now: Values<'m>,
    mix: ScaleMix<'m>,
    /// Slopes to every budget: of revenue and of customers, as the plan stands and scaled to its goal. One pass
    /// backwards serves all channels, and is made when somebody asks.
    per_budget: [OnceCell<Vec<f64>>; 4],
}

impl<'m> Numbers<'m> {
    /// Evaluates a model and works backwards from its goal.
    #[must_use]
    pub fn of(model: &'m Model) -> Numbers<'m> {
        Numbers {
            model,
            now: model.graph().evaluate(),
            mix: scale_mix(model),
            per_budget: Default::default(),
        }
    }

    /// The model.
    #[must_use]
    pub fn model(&self) -> &'m Model {
        self.model
    }

    /// The budgets of the plan as they stand, with their places.
    pub(crate) fn budgets(&self) -> impl Iterator<Item = (Path, f64)> {
        budgets(self.model).into_iter()
    }

    /// The answer of working backwards.
    #[must_use]
    pub fn mix(&self) -> &ScaleMix<'m> {
        &self.mix
    }

    /// The values of the formulas on a basis; the plan scaled to its goal has none when no budget reaches it.
    #[must_use]
    pub fn values(&self, basis: Basis) -> Option<&Values<'m>> {
        match basis {
            Basis::Plan => Some(&self.now),
            Basis::Required => self.mix.scaled(),
        }
    }

    /// The number behind a reading.
    ///
    /// # Errors
    /// Why it has none.
    pub fn read(&self, reading: Reading) -> Result<f64, Reason> {
        let quantity = reading.quantity;
        match quantity.measure {
            Measure::MixFactor => return self.mix.factor().ok_or(Reason::NotReachable),
            Measure::Reachable => return self.mix.reachable.ok_or(Reason::AlreadyMet),
            Measure::StepWorth => return step_worth(self, quantity.stage.unwrap_or(0)),
            _ => {}
        }
        let basis = if quantity.measure == Measure::Required { Basis::Required } else { reading.basis };
        let values = self.values(basis).ok_or(Reason::NotReachable)?;
        match (quantity.measure, quantity.channel) {
            (Measure::RoasMarginal | Measure::CacMarginal, Some(channel)) => per_money(
                self.model,
                values,
                quantity.measure,
                channel,
                self.per_budget(values, basis, quantity.measure, channel),
            ),
            _ => read(self.model, values, quantity, usize::from(reading.month.unwrap_or(0))),
        }
    }

    /// The slope of what a marginal measure grows to the budget of a channel; 0 where it has none.
    fn per_budget(&self, values: &Values<'_>, basis: Basis, measure: Measure, channel: u16) -> f64 {
        let place = usize::from(basis == Basis::Required) * 2 + usize::from(measure == Measure::CacMarginal);
        let slopes = self
            .per_budget
            .get(place)
            .map(|slopes| slopes.get_or_init(|| per_budget(self.model, values, measure)));
        slopes.and_then(|slopes| slopes.get(usize::from(channel))).copied().unwrap_or(0.0)
    }
}

/// Reads a quantity from evaluated formulas. What the goal requires of a stage is the stage's volume in a plan that
/// is scaled to its goal; the marginal metrics come from the gradient.
pub(crate) fn read(
    model: &Model,
    values: &Values<'_>,
    quantity: Quantity,
    month: usize,
) -> Result<f64, Reason> {
    match (quantity.measure, quantity.channel) {
        (Measure::RoasMarginal | Measure::CacMarginal, Some(channel)) => {
            marginal(model, values, quantity.measure, channel)
        }
        (Measure::Required, _) => values.read(Quantity { measure: Measure::Volume, ..quantity }, month),
        _ => values.read(quantity, month),
    }
}
