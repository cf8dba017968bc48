//! The reader `compare`: the gap between one number of two plans, split over what differs between them.
//!
//! **Meaning.** Going from the first plan to the second, every difference is made in some order, and each adds what the
//! number moves by when its turn comes. The part of a difference is the mean of that over all orders, its Shapley value.
//! No order is preferred, a difference that moves nothing gets 0, two plans the other way round give the negative parts,
//! and the parts add to the gap.
//!
//! **What counts as one difference.** A number that stands in both plans. A channel that only one plan has or uses, or
//! that works in another way (entry stage, kind of curve, what it depends on). How the goal is stated. The season. The
//! months with their budget phases. Another list of stages, which takes all channels with it.
//!
//! **Many differences.** Every subset is a plan to be evaluated, 2ⁿ for n differences. Beyond [`MOST`] of them they are
//! put together, the numbers of a channel first, then those of the funnel, the economics and the goal, at last all
//! channels: the value of what is together is exact again. The same is done where a plan between the two breaks a rule
//! or has no such number.
//!
//! **Error.** The parts are differences of evaluated numbers, to a few units in the last place of the larger plan's
//! number; what rounding leaves of the gap goes to the largest part, so that the sum is exact to rounding.

mod cause;
mod shapley;
mod union;

pub use cause::Cause;

use crate::equations::{Model, goal_quantity};
use crate::graph::Reason;
use crate::plan::{Document, Path, Plan};
use crate::quantity::{Basis, Group, Ids, Measure, Quantity, Reading, Unit};
use crate::reading::{Numbers, read};
use alloc::string::String;
use alloc::vec::Vec;
use cause::{Grain, causes, is_of_channel};
use shapley::shapley;
use union::Union;

/// So many differences are told apart at most: 1,022 plans between the two are evaluated then.
pub const MOST: usize = 10;

/// A part of a gap.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is due to.
    pub cause: Cause,
    /// What that adds to the number, in the number's unit.
    pub worth: f64,
}

/// Why two numbers have no gap to be split.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Incomparable {
    /// The plans are in two currencies.
    Currencies,
    /// The goals are set in two figures, and the number speaks of the goal.
    Goals,
    /// The number is undefined in the first plan.
    First(Reason),
    /// The number is undefined in the second plan.
    Second(Reason),
}

/// The differences that are told apart, each with all that is put together in it.
type Factors = Vec<(Cause, Vec<Cause>)>;

/// Splits the gap of one number between two plans, an evaluated plan at a time.
#[derive(Clone, Debug)]
pub struct Comparison {
    union: Union,
    /// The second plan, for the places of its channels.
    to: Plan,
    figure: Figure,
    /// The number in the first and in the second plan.
    ends: (f64, f64),
    causes: Vec<Cause>,
    grain: Grain,
    factors: Factors,
    /// The number in every plan between, in the order of binary counting.
    table: Vec<f64>,
}

impl Comparison {
    /// Begins to split the gap of a number, named by its places in the first plan. A channel or stage that the second
    /// plan does not have has no number there.
    ///
    /// # Errors
    /// Why there is no gap.
    pub fn new(from: &Plan, to: &Plan, reading: Reading) -> Result<Comparison, Incomparable> {
        if from.document().currency != to.document().currency {
            return Err(Incomparable::Currencies);
        }
        if speaks_of_goal(reading.quantity.measure) && figure_of_goal(from) != figure_of_goal(to) {
            return Err(Incomparable::Goals);
        }
        let figure = Figure::of(reading, from);
        let first = figure.read(from.clone()).map_err(Incomparable::First)?;
        let second = figure.read(to.clone()).map_err(Incomparable::Second)?;
        let union = Union::of(from.document(), to.document());
        let causes = causes(&union);
        let mut comparison = Comparison {
            union,
            to: to.clone(),
            figure,
            ends: (first, second),
            causes,
            grain: Grain::Number,
            factors: Vec::new(),
            table: Vec::new(),
        };
        comparison.begin(Grain::Number);
        Ok(comparison)
    }

    /// The number in the first and in the second plan.
    #[must_use]
    pub fn ends(&self) -> (f64, f64) {
        self.ends
    }

    /// Evaluates the next plan between the two; answers the share that is done, 1 at the end.
    #[allow(clippy::cast_precision_loss, reason = "few plans")]
    pub fn advance(&mut self) -> f64 {
        let size = 1usize << self.factors.len();
        if self.table.len() < size {
            match self.worth(self.table.len(), size - 1) {
                Some(number) => self.table.push(number),
                None => self.begin(self.grain.coarser()),
            }
        }
        self.table.len() as f64 / (1usize << self.factors.len()) as f64
    }

    /// The parts of the gap once everything is evaluated, none before: the parts of numbers first, in the order of the
    /// plan. They are none where the plans do not differ.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        let mut worths = shapley(&self.table, self.factors.len());
        if self.table.len() < 1usize << self.factors.len() {
            return Vec::new();
        }
        let rest = self.ends.1 - self.ends.0 - worths.iter().sum::<f64>();
        if let Some(largest) = worths.iter_mut().max_by(|a, b| a.abs().total_cmp(&b.abs())) {
            *largest += rest;
        }
        let part =
            |((cause, _), worth): (&(Cause, Vec<Cause>), f64)| Part { cause: self.placed(cause), worth };
        let mut parts: Vec<Part> = self.factors.iter().zip(worths).map(part).collect();
        parts.sort_by(|a, b| a.cause.cmp(&b.cause));
        parts
    }

    /// The first plan, and the same with the differences of one cause made; none where nothing is due to it. Both are
    /// plans of the computation: without intervals, and with the channels of either side.
    #[must_use]
    pub fn made(&self, cause: &Cause) -> Option<(&Document, Document)> {
        let (_, members) = self.factors.iter().find(|(name, _)| self.placed(name) == *cause)?;
        Some((&self.union.from, self.union.with(members.iter())))
    }

    /// Begins anew with differences put together at a grain, or at the next one that leaves few enough.
    fn begin(&mut self, grain: Grain) {
        let mut grain = grain;
        self.factors = together(&self.causes, grain, &self.union);
        while self.factors.len() > MOST {
            grain = grain.coarser();
            self.factors = together(&self.causes, grain, &self.union);
        }
        self.grain = grain;
        self.table.clear();
    }

    /// The number with the differences of a mask made; none where there is no such plan or number.
    fn worth(&self, mask: usize, all: usize) -> Option<f64> {
        if mask == 0 {
            return Some(self.ends.0);
        }
        if mask == all {
            return Some(self.ends.1);
        }
        let made = self.factors.iter().enumerate().filter(|(place, _)| mask & (1 << place) != 0);
        let mixed = self.union.with(made.flat_map(|(_, (_, members))| members));
        self.figure.read(Plan::check(mixed).ok()?).ok()
    }

    /// A cause with the places of the plans that were given.
    fn placed(&self, cause: &Cause) -> Cause {
        match cause {
            Cause::Number(path, _) if is_of_channel(path.field) => {
                let index = self.to.channel(self.union.id(path.index)).unwrap_or(path.index);
                Cause::Number(*path, Path { index, ..*path })
            }
            cause => cause.clone(),
        }
    }
}

/// Differences put together at a grain. What is alone keeps its own name.
fn together(causes: &[Cause], grain: Grain, union: &Union) -> Factors {
    let mut factors: Factors = Vec::new();
    for cause in causes {
        let name = cause.at(grain, union);
        match factors.iter_mut().find(|(known, _)| *known == name) {
            Some((_, members)) => members.push(cause.clone()),
            None => factors.push((name, alloc::vec![cause.clone()])),
        }
    }
    for (name, members) in &mut factors {
        if let [only] = members.as_slice() {
            name.clone_from(only);
        }
    }
    factors
}

/// Whether a measure is said in the figure of the goal.
fn speaks_of_goal(measure: Measure) -> bool {
    measure.group() == Group::Goal && measure.unit() != Unit::Rate && measure != Measure::MixFactor
}

/// What a goal counts.
fn figure_of_goal(plan: &Plan) -> (Measure, Option<String>) {
    let quantity = goal_quantity(plan);
    (quantity.measure, quantity.stage.and_then(|stage| plan.stage_id(stage)).map(String::from))
}

/// A number of a plan, named by ids, so that it can be found in another plan.
#[derive(Clone, Debug)]
struct Figure {
    measure: Measure,
    channel: Option<String>,
    stage: Option<String>,
    month: Option<u16>,
    basis: Basis,
}

impl Figure {
    fn of(reading: Reading, plan: &Plan) -> Figure {
        let Reading { quantity: Quantity { measure, channel, stage }, month, basis } = reading;
        let channel = channel.and_then(|channel| plan.channel_id(channel)).map(String::from);
        let stage = stage.and_then(|stage| plan.stage_id(stage)).map(String::from);
        Figure { measure, channel, stage, month, basis }
    }

    /// Where the number is in a plan; none where it does not have the channel, the stage or the month.
    fn reading(&self, plan: &Plan) -> Option<Reading> {
        let found = |id: &Option<String>, find: &dyn Fn(&str) -> Option<u16>| match id {
            Some(id) => find(id).map(Some),
            None => Some(None),
        };
        let channel = found(&self.channel, &|id| plan.channel(id))?;
        let stage = found(&self.stage, &|id| plan.stage(id))?;
        let has_month = self.month.is_none_or(|month| usize::from(month) < plan.months());
        let quantity = Quantity { measure: self.measure, channel, stage };
        has_month.then_some(Reading { quantity, month: self.month, basis: self.basis })
    }

    fn read(&self, plan: Plan) -> Result<f64, Reason> {
        let reading = self.reading(&plan).ok_or(Reason::NoEffect)?;
        let model = Model::of(plan);
        let solved = matches!(
            self.measure,
            Measure::MixFactor | Measure::Reachable | Measure::StepWorth | Measure::Required
        );
        if solved || self.basis == Basis::Required {
            return Numbers::of(&model).read(reading);
        }
        read(&model, &model.graph().evaluate(), reading.quantity, usize::from(self.month.unwrap_or(0)))
    }
}
