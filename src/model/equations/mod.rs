//! The equations of the model, each written once: sections 2 to 4 of the method, in the order of the calculation.
//!
//! | file | from | to |
//! | --- | --- | --- |
//! | [`calendar`] | the plan's months | season σ(t), phase(t) |
//! | [`spend`] | money | units bought |
//! | [`funnel`] | units bought | units at every stage, in time and after the deadline |
//! | [`lifetime`] | customers | orders, revenue, lifetime value |
//! | [`channel`] | one channel | its rows and totals |
//! | [`metrics`] | totals | every metric, of the plan and of a channel alike |
//! | [`stage`] | all channels | volumes and prices of every stage |
//! | [`goal`] | the goal's figure | reached, gap, attainment |

mod calendar;
mod channel;
mod funnel;
mod goal;
mod lifetime;
pub(crate) mod marginal;
mod metrics;
mod spend;
mod stage;

use crate::graph::{Builder, Graph, Monthly, One};
use crate::plan::{Field, Path, Plan};
use crate::quantity::{Group, Measure, Quantity, Unit};
use alloc::vec::Vec;
use calendar::Calendar;
use channel::ChannelRows;
pub use goal::goal_quantity;

/// A plan and all its formulas.
#[derive(Clone, Debug)]
pub struct Model {
    plan: Plan,
    graph: Graph,
}

impl Model {
    /// Writes the formulas of a plan: a pure function, made anew on every edit.
    #[must_use]
    pub fn of(plan: Plan) -> Model {
        let graph = formulas(&plan);
        Model { plan, graph }
    }

    /// The plan.
    #[must_use]
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The unit of a quantity. What is said of the goal is said in the unit of the goal's figure.
    #[must_use]
    pub fn unit(&self, quantity: Quantity) -> Unit {
        match (quantity.measure.group(), quantity.measure.unit()) {
            (Group::Goal, Unit::Count) => goal_quantity(&self.plan).measure.unit(),
            (_, unit) => unit,
        }
    }

    /// The unit of a number of the plan; again that of the goal's figure where it speaks of the goal.
    #[must_use]
    pub fn unit_of_input(&self, path: Path) -> Unit {
        match path.field {
            Field::Target | Field::Reference | Field::Baseline => goal_quantity(&self.plan).measure.unit(),
            field => field.unit(),
        }
    }

    /// The formulas.
    #[must_use]
    pub fn graph(&self) -> &Graph {
        &self.graph
    }
}

/// What every equation may ask for.
pub(crate) struct Context<'b> {
    pub(crate) plan: &'b Plan,
    pub(crate) model: &'b Builder<'b>,
    pub(crate) calendar: Calendar<'b>,
    /// g
    pub(crate) gross_margin: One<'b>,
    /// H
    pub(crate) horizon: One<'b>,
}

/// The places of channels or stages.
pub(crate) fn places(count: usize) -> impl DoubleEndedIterator<Item = u16> {
    (0..count).filter_map(|place| u16::try_from(place).ok())
}

fn formulas(plan: &Plan) -> Graph {
    let builder = Builder::new(plan.document(), plan.months());
    write(plan, &builder);
    builder.finish()
}

fn write<'b>(plan: &'b Plan, model: &'b Builder<'b>) {
    let calendar = Calendar::of(plan, model);
    let context = Context {
        plan,
        model,
        gross_margin: model.input(Path::of(Field::GrossMargin)),
        horizon: calendar::horizon(plan, model),
        calendar,
    };
    let spends = spend::spends(&context);
    let channels = &plan.document().channels;
    let channels: Vec<ChannelRows<'b>> = places(channels.len())
        .zip(channels)
        .map(|place| channel::channel(&context, place, &spends))
        .collect();
    let whole = metrics::plan(&context, &channels, &spends);
    stage::stages(&context, &channels);
    goal::goal(&context, &whole);
}

/// The sum of one row over all channels, by its name.
pub(crate) fn sum_of<'b>(
    context: &Context<'b>,
    measure: Measure,
    rows: impl Iterator<Item = Monthly<'b>>,
) -> Monthly<'b> {
    context.model.define(Quantity::plan(measure), context.model.sum(&rows.collect::<Vec<_>>()))
}
