//! The figure of a plan at chosen budgets.

use crate::model::equations::Model;
use crate::model::graph::Values;
use crate::model::plan::{Channel, Field, Path};
use crate::model::quantity::{Measure, Quantity};
use crate::model::solve::NEXT_MONEY;
use crate::present::budget::Wish;

/// The plan's formulas, evaluated at other budgets than its own.
pub(super) struct Measured<'m> {
    model: &'m Model,
    values: Values<'m>,
    quantity: Quantity,
}

impl<'m> Measured<'m> {
    /// The figure that a wish speaks of: the profit, or the goal's with its baseline.
    pub(super) fn new(model: &'m Model, wish: Wish) -> Measured<'m> {
        let quantity = match wish {
            Wish::MaxProfit => Quantity::plan(Measure::Profit),
            _ => Quantity::plan(Measure::Reached),
        };
        Measured { model, values: model.graph().evaluate(), quantity }
    }

    /// The figure at budgets by channel.
    pub(super) fn at(&mut self, budgets: &[f64]) -> f64 {
        for (channel, budget) in (0u16..).zip(budgets) {
            self.values.set(Path::at(Field::MonthlyBudget, channel), *budget);
        }
        self.values.refresh();
        self.values.read(self.quantity, 0).unwrap_or(f64::NAN)
    }

    /// What the next money in each channel adds.
    pub(super) fn next(&mut self, budgets: &[f64], active: &[bool]) -> Vec<f64> {
        let step = NEXT_MONEY / f64::from(self.model.plan().document().months);
        let before = self.at(budgets);
        let added = |(channel, active): (usize, &bool)| {
            let mut richer = budgets.to_vec();
            match richer.get_mut(channel).filter(|_| *active) {
                Some(budget) => *budget += step,
                None => return 0.0,
            }
            self.at(&richer) - before
        };
        active.iter().enumerate().map(added).collect()
    }
}

/// Today's budgets by channel, money per month.
pub(super) fn budgets(model: &Model) -> Vec<f64> {
    model.plan().document().channels.iter().map(|channel| channel.monthly_budget).collect()
}

/// Which channels take part.
pub(super) fn active(model: &Model) -> Vec<bool> {
    model.plan().document().channels.iter().map(Channel::is_active).collect()
}

/// The monthly budgets of the active channels together.
pub(super) fn total(budgets: &[f64], active: &[bool]) -> f64 {
    budgets.iter().zip(active).filter(|(_, active)| **active).fold(0.0, |sum, (budget, _)| sum + budget)
}
