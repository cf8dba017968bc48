//! Today's mix scaled to the goal, told like an answer of the solver.

use super::measured::{Measured, active, budgets, total};
use crate::model::equations::Model;
use crate::model::quantity::{Basis, Measure, Quantity, Reading};
use crate::model::reading::Numbers;
use crate::present::budget::{Solved, Wish};

/// The budgets that keep today's mix.
pub(super) fn scaled(model: &Model, wish: Wish) -> Solved {
    let numbers = Numbers::of(model);
    let factor = numbers.mix().factor();
    let (today, active) = (budgets(model), active(model));
    let best = numbers.mix().budgets(model.plan());
    let target = numbers.read(Reading::now(Quantity::plan(Measure::Target))).unwrap_or(f64::NAN);
    let mut measured = Measured::new(model, wish);
    let next_today = measured.next(&today, &active);
    let next = measured.next(&best, &active);
    let basis = if factor.is_some() { Basis::Required } else { Basis::Plan };
    let profit = Reading { quantity: Quantity::plan(Measure::Profit), month: None, basis };
    Solved {
        feasible: factor.is_some(),
        total: total(&best, &active),
        phasing: None,
        reached: measured.at(&best),
        profit: numbers.read(profit).unwrap_or(0.0),
        gap: numbers.mix().gap,
        next,
        next_today,
        ends: vec![None; best.len()],
        reachable: numbers.mix().reachable.map(|most| (most, target - most)),
        free: None,
        budgets: best,
    }
}
