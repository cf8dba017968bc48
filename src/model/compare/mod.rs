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
//! **Many differences.** Every subset is a plan to be evaluated, 2ⁿ for n differences. Beyond [`MOST`] of them all go
//! from one plan to the other at the same pace ([`slide`]), which gives the same parts wherever the formulas are linear in
//! each number. Where a plan between the two breaks a rule, or has no such number, differences are put together: the
//! numbers of a channel first, then those of the funnel, the economics and the goal, at last all channels. The value of
//! what is together is exact again.
//!
//! **Error.** A few differences: the parts are differences of evaluated numbers, to a few units in the last place of the
//! larger one. Many: an integral, to 1e-9 of their sizes. What is left of the gap goes to the largest part, so that the
//! sum is exact to rounding.

mod cause;
mod figure;
mod orders;
mod shapley;
mod slide;
mod union;

pub use cause::Cause;

use crate::graph::Reason;
use crate::plan::{Document, Path, Plan};
use crate::quantity::Reading;
use alloc::vec::Vec;
use cause::{Grain, causes, is_of_channel};
use figure::{Figure, is_of_one_figure};
use orders::Orders;
use slide::Slide;
use union::Union;

/// So many differences are made in every order at most: 1,022 plans between the two are evaluated then.
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

/// Two plans, what differs, and the number that is compared.
#[derive(Clone, Debug)]
struct Between {
    union: Union,
    figure: Figure,
    /// The number in the first and in the second plan.
    ends: (f64, f64),
    causes: Vec<Cause>,
}

/// How the gap is split.
#[derive(Clone, Debug)]
enum Way {
    Orders(Orders),
    Slide(Slide),
}

/// How much of the sizes of all parts an integral may leave of the gap.
const LEFT: f64 = 1e-9;

/// Splits the gap of one number between two plans, an evaluated plan at a time.
#[derive(Clone, Debug)]
pub struct Comparison {
    between: Between,
    /// The second plan, for the places of its channels.
    to: Plan,
    way: Way,
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
        if !is_of_one_figure(reading.quantity.measure, from, to) {
            return Err(Incomparable::Goals);
        }
        let figure = Figure::of(reading, from);
        let first = figure.read(from.clone()).map_err(Incomparable::First)?;
        let second = figure.read(to.clone()).map_err(Incomparable::Second)?;
        let union = Union::of(from.document(), to.document());
        let causes = causes(&union);
        let between = Between { union, figure, ends: (first, second), causes };
        let slide = if between.causes.len() > MOST { Slide::begin(&between) } else { None };
        let way = slide.map_or_else(|| Way::Orders(Orders::begin(&between, Grain::Number)), Way::Slide);
        Ok(Comparison { between, to: to.clone(), way })
    }

    /// The number in the first and in the second plan.
    #[must_use]
    pub fn ends(&self) -> (f64, f64) {
        self.between.ends
    }

    /// Evaluates the next plan between the two; answers the share that is done, 1 at the end. It may fall where
    /// differences turn out to have to be put together.
    pub fn advance(&mut self) -> f64 {
        if self.is_done() {
            return 1.0;
        }
        let between = &self.between;
        let coarser = match &mut self.way {
            Way::Orders(orders) => (!orders.advance(between)).then(|| orders.grain.coarser()),
            Way::Slide(slide) => {
                let goes_on = slide.advance(between) && (!slide.is_done() || self.adds_up());
                (!goes_on).then_some(Grain::Channel)
            }
        };
        if let Some(grain) = coarser {
            self.way = Way::Orders(Orders::begin(&self.between, grain));
        }
        match &self.way {
            Way::Orders(orders) => orders.done(),
            Way::Slide(slide) => slide.done(),
        }
    }

    fn is_done(&self) -> bool {
        match &self.way {
            Way::Orders(orders) => orders.is_done(),
            Way::Slide(slide) => slide.is_done(),
        }
    }

    /// What each difference adds.
    fn worths(&self) -> Vec<f64> {
        match &self.way {
            Way::Orders(orders) => orders.worths(),
            Way::Slide(slide) => slide.worths(),
        }
    }

    /// What the parts leave of the gap.
    fn left(&self, worths: &[f64]) -> f64 {
        self.between.ends.1 - self.between.ends.0 - worths.iter().sum::<f64>()
    }

    /// Whether the parts leave no more of the gap than an error of computation.
    fn adds_up(&self) -> bool {
        let worths = self.worths();
        self.left(&worths).abs() <= LEFT * worths.iter().map(|worth| worth.abs()).sum::<f64>()
    }

    /// The parts of the gap once everything is evaluated, none before: the parts of numbers first, in the order of the
    /// plan. They are none where the plans do not differ.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        if !self.is_done() {
            return Vec::new();
        }
        let mut worths = self.worths();
        let left = self.left(&worths);
        if let Some(largest) = worths.iter_mut().max_by(|a, b| a.abs().total_cmp(&b.abs())) {
            *largest += left;
        }
        let part = |(cause, worth)| Part { cause: self.placed(cause), worth };
        let mut parts: Vec<Part> = self.causes().into_iter().zip(worths).map(part).collect();
        parts.sort_by(|a, b| a.cause.cmp(&b.cause));
        parts
    }

    /// What the parts are due to, in the order of their worths.
    fn causes(&self) -> Vec<&Cause> {
        match &self.way {
            Way::Orders(orders) => orders.factors.iter().map(|(cause, _)| cause).collect(),
            Way::Slide(_) => self.between.causes.iter().collect(),
        }
    }

    /// The first plan, and the same with the differences of one cause made; none where nothing is due to it. Both are
    /// plans of the computation: without intervals, and with the channels of either side.
    #[must_use]
    pub fn made(&self, cause: &Cause) -> Option<(&Document, Document)> {
        let union = &self.between.union;
        let made = match &self.way {
            Way::Orders(orders) => {
                let (_, members) = orders.factors.iter().find(|(name, _)| self.placed(name) == *cause)?;
                union.with(members.iter())
            }
            Way::Slide(_) => {
                let found = self.between.causes.iter().find(|name| self.placed(name) == *cause)?;
                union.with(core::iter::once(found))
            }
        };
        Some((&union.from, made))
    }

    /// A cause with the places of the plans that were given.
    fn placed(&self, cause: &Cause) -> Cause {
        match cause {
            Cause::Number(path, _) if is_of_channel(path.field) => {
                let index = self.to.channel(self.between.union.id(path.index)).unwrap_or(path.index);
                Cause::Number(*path, Path { index, ..*path })
            }
            cause => cause.clone(),
        }
    }
}
