//! The answer of a solver, verified by evaluating the plan with it.

use super::branch::Branch;
use super::request::{Mode, Request, RequestFault};
use super::surrogate::{Range, Surrogate};
use crate::equations::Model;
use crate::plan::{Document, GoalMetric, Phasing, Plan};
use crate::quantity::{Measure, Quantity};
use crate::units::reaches;
use alloc::vec::Vec;

/// How close to a bound a budget lies on it, relative to it.
const AT_BOUND: f64 = 1e-9;
/// Gaps up to here are the rounding of sums: the answer is exact.
pub const EXACT: f64 = 1e-9;

/// The next money whose return is told: a small step that one would really take.
pub const NEXT_MONEY: f64 = 1000.0;

/// An end of a channel's budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// Its least budget.
    Minimum,
    /// Its largest budget.
    Maximum,
}

/// How far the plan gets when it does not get to its goal, in the goal's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reachable {
    /// The most of the goal's figure, baseline included.
    pub goal: f64,
    /// The target less that.
    pub missing: f64,
}

/// The best budgets.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Whether what was asked for can be had; the least cost of a goal cannot when it is out of reach.
    pub feasible: bool,
    /// Money per month of every channel of the plan, in its order; an inactive one keeps its own.
    pub budgets: Vec<f64>,
    /// The monthly budgets of the active channels together.
    pub total: f64,
    /// How the budgets are spread over the months, mean 1, where that was asked for.
    pub phasing: Option<Vec<f64>>,
    /// The figure of the goal with these budgets, baseline included, by evaluating the plan.
    pub reached: f64,
    /// The profit with these budgets.
    pub profit: f64,
    /// The most by which the answer could still be better, relative to it; to the bound where the answer is 0.
    pub gap: f64,
    /// What no answer exceeds, or falls below for the least cost.
    pub bound: f64,
    /// What one more unit of media money in the horizon adds to the figure where it is no channel's bound that keeps it
    /// from flowing; none where every channel is at its largest budget.
    pub marginal_return: Option<f64>,
    /// The same for each channel, by more money; 0 for inactive ones.
    pub marginal_returns: Vec<f64>,
    /// What [`NEXT_MONEY`] more of media money over the horizon in a channel adds to the figure.
    pub next: Vec<f64>,
    /// The bound that each channel is at.
    pub bounds: Vec<Option<Bound>>,
    /// How far it gets, where the goal is not reached.
    pub reachable: Option<Reachable>,
    /// What was asked for to be best.
    pub mode: Mode,
}

impl Answer {
    /// What was to be best: money per month for the least cost, profit, or the goal's figure.
    #[must_use]
    pub fn figure(&self) -> f64 {
        match self.mode {
            Mode::MinCost if self.feasible => self.total,
            Mode::MinCost | Mode::MaxGoal => self.reached,
            Mode::MaxProfit => self.profit,
        }
    }

    /// Whether nothing could be better.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.gap <= EXACT
    }

    /// The plan with the budgets of the answer, and its phasing.
    #[must_use]
    pub fn document(&self, plan: &Plan) -> Document {
        let mut document = plan.document().clone();
        for (channel, budget) in document.channels.iter_mut().zip(&self.budgets) {
            channel.monthly_budget = *budget;
        }
        if let Some(phasing) = &self.phasing {
            document.phasing = Phasing::Factors(phasing.clone());
        }
        document
    }

    /// Reads the answer off a search that is done. `feasible` is whether it is what was asked for; without it the search
    /// was for the most that can be reached.
    ///
    /// # Errors
    /// Why it is none.
    pub(super) fn of(
        model: &Model,
        request: Request,
        branch: &Branch,
        feasible: bool,
    ) -> Result<Answer, RequestFault> {
        if request.mode == Mode::MaxProfit && request.total.is_none() && branch.is_at_cap() {
            return Err(RequestFault::Endless);
        }
        let kept = is_kept(request, branch, feasible);
        let best = branch.best.as_ref().map(|best| &best.spend);
        let today = || super::budgets(model).into_iter().map(|(_, x)| x).collect();
        let spend: Vec<f64> = best.filter(|_| !kept).map_or_else(today, Clone::clone);
        let shown = Evaluated::at(model, request, branch, &spend)?;
        let most = match best {
            Some(best) if kept => Evaluated::at(model, request, branch, best)?,
            _ => shown,
        };
        let missed = match request.mode {
            Mode::MinCost => !feasible,
            Mode::MaxGoal => !reaches(most.reached, most.target, most.size),
            Mode::MaxProfit => false,
        };
        let missing = Reachable { goal: most.reached, missing: most.target - most.reached };
        let channels = model.plan().document().channels.len();
        let sign = branch.aim.sign();
        let mut answer = Answer {
            feasible,
            budgets: model.plan().document().channels.iter().map(|channel| channel.monthly_budget).collect(),
            total: spend.iter().fold(0.0, |sum, x| sum + x),
            phasing: None,
            reached: shown.reached,
            profit: shown.profit,
            gap: branch.gap(),
            bound: sign * branch.bound,
            marginal_return: None,
            marginal_returns: alloc::vec![0.0; channels],
            next: alloc::vec![0.0; channels],
            bounds: alloc::vec![None; channels],
            reachable: missed.then_some(missing),
            mode: request.mode,
        };
        answer.place(branch, &spend, f64::from(model.plan().document().months));
        answer.in_numbers()
    }

    /// The answer, when every figure that it says is a number.
    pub(super) fn in_numbers(self) -> Result<Answer, RequestFault> {
        let Answer { total, reached, profit, gap, bound, reachable, .. } = self;
        let reachable = reachable.map_or([0.0; 2], |reachable| [reachable.goal, reachable.missing]);
        let all = [total, reached, profit, gap, bound].into_iter().chain(reachable);
        let is_number = all.chain(self.next.iter().copied()).all(f64::is_finite);
        if is_number { Ok(self) } else { Err(RequestFault::TooLarge) }
    }

    /// Puts each outlet's numbers at its channel's place.
    fn place(&mut self, branch: &Branch, spend: &[f64], months: f64) {
        let slopes = slopes(branch, spend);
        let mut common: Option<f64> = None;
        let mut next: Option<f64> = None;
        let figure = branch.worth.at(spend);
        for (at, ((outlet, x), slope)) in branch.worth.outlets.iter().zip(spend).zip(slopes).enumerate() {
            let place = usize::from(outlet.place);
            let mut richer = spend.to_vec();
            put(&mut richer, at, x + NEXT_MONEY / months);
            put(&mut self.next, place, branch.worth.at(&richer) - figure);
            let bound = if *x >= outlet.max * (1.0 - AT_BOUND) {
                Some(Bound::Maximum)
            } else if *x <= outlet.min * (1.0 + AT_BOUND) {
                Some(Bound::Minimum)
            } else {
                None
            };
            let per_money = slope / months;
            match bound {
                None => common = Some(common.map_or(per_money, |known| known.max(per_money))),
                Some(Bound::Minimum) => next = Some(next.map_or(per_money, |known| known.max(per_money))),
                Some(Bound::Maximum) => {}
            }
            put(&mut self.budgets, place, *x);
            put(&mut self.marginal_returns, place, per_money);
            put(&mut self.bounds, place, bound);
        }
        self.marginal_return = common.or(next).filter(|slope| slope.is_finite());
    }
}

/// Whether today's budgets are told, as no others are the ones that reach the most: more money always brings a little
/// more.
pub(super) fn is_kept(request: Request, branch: &Branch, feasible: bool) -> bool {
    let is_bounded =
        request.total.is_some() || branch.worth.outlets.iter().all(|outlet| outlet.max.is_finite());
    !feasible && !is_bounded
}

/// What the formulas of the plan say of budgets.
#[derive(Clone, Copy)]
struct Evaluated {
    target: f64,
    reached: f64,
    profit: f64,
    /// The larger of what the figure is a difference of; 0 where it is none.
    size: f64,
}

impl Evaluated {
    /// Evaluates the plan with the budgets of a search.
    ///
    /// # Errors
    /// The plan brings something else than the search counted on, or more than a number holds.
    fn at(
        model: &Model,
        request: Request,
        branch: &Branch,
        spend: &[f64],
    ) -> Result<Evaluated, RequestFault> {
        let mut values = model.graph().evaluate();
        for ((path, _), x) in super::budgets(model).iter().zip(spend) {
            values.set(*path, *x);
        }
        values.refresh();
        let number = |measure| values.read(Quantity::plan(measure), 0).unwrap_or(f64::NAN);
        let [target, reached, profit] = [Measure::Target, Measure::Reached, Measure::Profit].map(number);
        let is_goal = request.mode != Mode::MaxProfit;
        let is_difference = !is_goal || model.plan().document().goal.metric == GoalMetric::Profit;
        let size = || number(Measure::GrossProfit).max(number(Measure::Cost));
        let size = if is_difference { size() } else { 0.0 };
        let (figure, found) = (if is_goal { reached } else { profit }, branch.worth.at(spend));
        match (figure - found).abs() / figure.abs().max(size).max(branch.worth.constant.abs()) {
            _ if !(figure.is_finite() && found.is_finite()) => Err(RequestFault::TooLarge),
            off if off > EXACT => Err(RequestFault::NotReproduced { found, evaluated: figure }),
            _ => Ok(Evaluated { target, reached, profit, size }),
        }
    }
}

/// How much more than the best found is not ruled out, relative to that; to what is not ruled out where the best is 0.
pub(super) fn gap(best: f64, bound: f64) -> f64 {
    let left = bound - best;
    let size = if best == 0.0 { bound.abs() } else { best.abs() };
    if left > 0.0 { left / size } else { 0.0 }
}

fn put<T>(list: &mut [T], place: usize, value: T) {
    if let Some(slot) = list.get_mut(place) {
        *slot = value;
    }
}

/// The slope of the figure to more of each budget.
fn slopes(branch: &Branch, spend: &[f64]) -> Vec<f64> {
    let point: Vec<Range> = spend.iter().map(|x| (*x, *x)).collect();
    let tangent = Surrogate { worth: &branch.worth, boxes: &point, ranges: &point, mixtures: &[] };
    let slope =
        |(concave, x): (alloc::rc::Rc<super::concave::Concave>, &f64)| concave.slope(*x) + branch.worth.media;
    tangent.all().into_iter().zip(spend).map(slope).collect()
}
