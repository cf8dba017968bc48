//! Solved phasing: budgets and their spread over the months, which one list of phases gives for all channels.
//!
//! Budgets and phases multiply, so that the two are solved in turn: the best budgets for the phases, the best phases for
//! the budgets, while that gets better, from two beginnings. What is stated as the bound holds for every phasing.

use super::answer::{Answer, EXACT, gap};
use super::branch::Aim;
use super::months::{Conditions, Months};
use super::request::{Mode, Request, RequestFault};
use super::solver::{Problem, Solver, figure};
use super::spread::{allowed, improved};
use crate::equations::Model;
use crate::plan::{Phasing, Plan};
use crate::quantity::{Measure, Quantity};
use alloc::boxed::Box;
use alloc::vec::Vec;

/// How often budgets and phases take turns at most from one beginning.
const TURNS: u32 = 5;
/// A gain that is not worth another turn, relative.
const SMALL: f64 = 1e-8;
/// How much of flat phases is mixed in: the first money of an empty month may have no finite price.
const FLAT_SHARE: f64 = 0.03;

/// Budgets and phases that are being solved in turn.
#[derive(Clone, Debug)]
pub(super) struct Phased {
    plan: Plan,
    request: Request,
    cap: f64,
    problem: Problem,
    /// The phases to begin with that are still to be tried.
    beginnings: Vec<Vec<f64>>,
    turn: u32,
    turns_done: u32,
    turns_planned: u32,
    inner: Box<Solver>,
    phases: Vec<f64>,
    best: Option<Answer>,
    /// The best from the beginning that is being tried.
    latest: f64,
    /// What no budgets with any phases exceed, where somebody asked for it.
    most: Option<f64>,
}

impl Phased {
    /// Begins with today's phases, then with flat ones.
    ///
    /// # Errors
    /// Why the question has no answer with phases to begin with.
    pub(super) fn new(
        model: &Model,
        request: Request,
        cap: f64,
        problem: &Problem,
    ) -> Result<Phased, RequestFault> {
        let values = model.graph().evaluate();
        let today = model.graph().find(Quantity::plan(Measure::Phase)).map_or(&[][..], |id| values.row(id));
        let flat = alloc::vec![1.0; model.plan().months()];
        // No month can have more than all the money.
        let cap = cap.min(flat.iter().sum());
        let phases = allowed(today, cap);
        let plan = model.plan().clone();
        let request = Request { phasing_cap: None, ..request };
        Ok(Phased {
            inner: with(&plan, request, &phases)?,
            plan,
            request,
            cap,
            problem: problem.clone(),
            beginnings: alloc::vec![flat],
            turn: 0,
            turns_done: 0,
            turns_planned: TURNS * 2,
            phases,
            best: None,
            latest: f64::NEG_INFINITY,
            most: None,
        })
    }

    /// Goes on for so many steps; answers the answer when there is one.
    ///
    /// # Errors
    /// Why the question has no answer with phases on the way.
    pub(super) fn advance(&mut self, steps: u32) -> Result<Option<Answer>, RequestFault> {
        self.inner.advance(steps);
        let Some(answer) = self.inner.answer() else { return Ok(None) };
        let answer = answer?.clone();
        self.turns_done += 1;
        let Some(phases) = self.take(answer) else { return self.answer() };
        self.inner = with(&self.plan, self.request, &phases)?;
        self.phases = phases;
        Ok(None)
    }

    pub(super) fn share_done(&self) -> f64 {
        (f64::from(self.turns_done) / f64::from(self.turns_planned.max(1))).min(0.99)
    }

    /// Takes the budgets for the phases; answers the phases to turn to, none where all has been tried.
    fn take(&mut self, answer: Answer) -> Option<Vec<f64>> {
        let score = score(&answer);
        let is_better = score > self.latest + SMALL * self.latest.abs() || self.turn == 0;
        let budgets = answer.budgets.clone();
        if self.best.as_ref().is_none_or(|best| rank(&answer) > rank(best)) {
            self.best = Some(Answer { phasing: Some(self.phases.clone()), ..answer });
        }
        self.turn += 1;
        if !is_better || self.turn >= TURNS {
            self.turn = 0;
            self.latest = f64::NEG_INFINITY;
            return self.beginnings.pop();
        }
        self.latest = score;
        let model = self.inner.model();
        let mut values = model.graph().evaluate();
        for (path, _) in super::budgets(model) {
            let budget = budgets.get(usize::from(path.index)).copied();
            values.set(path, budget.unwrap_or(0.0));
        }
        Some(improved(model, values, figure(model, self.request.mode), &self.phases, self.cap))
    }

    /// The best of all turns with a bound for every phasing.
    fn answer(&self) -> Result<Option<Answer>, RequestFault> {
        let Some(best) = self.best.clone() else { return Ok(None) };
        let aim = if best.feasible { self.problem.aim } else { Aim::Most { cap: self.problem.cap } };
        let bound = self.bound(&best, aim);
        let sign = if matches!(aim, Aim::Least { .. }) { -1.0 } else { 1.0 };
        let score = sign * best.figure();
        let gap = gap(score, bound);
        Answer { gap, bound: sign * bound.max(score), ..best }.in_numbers().map(Some)
    }

    /// What no budgets with any phases exceed in the score of an aim, looked for from an answer.
    fn bound(&self, best: &Answer, aim: Aim) -> f64 {
        let phases = best.phasing.clone().unwrap_or_default();
        let place = |outlet: &super::worth::Outlet| {
            best.budgets.get(usize::from(outlet.place)).copied().unwrap_or(0.0)
        };
        let budgets: Vec<f64> = self.problem.worth.outlets.iter().map(place).collect();
        let model = Model::of(self.plan.clone());
        let values = model.graph().evaluate();
        let baseline = values.read(Quantity::plan(Measure::Baseline), 0).unwrap_or(0.0);
        let beside = if self.request.mode == Mode::MaxProfit { 0.0 } else { baseline };
        let figure = figure(&model, self.request.mode);
        let months = Months::of(&model, figure, &self.problem.worth, beside);
        let mixed: Vec<f64> = phases.iter().map(|phase| phase + FLAT_SHARE * (1.0 - phase)).collect();
        let conditions =
            Conditions { aim, root: &self.problem.root, bands: &self.problem.bands, months: self.cap };
        let spend: Vec<Vec<f64>> =
            budgets.iter().map(|budget| mixed.iter().map(|phase| budget * phase).collect()).collect();
        months.bound(&spend, budgets.iter().sum(), &conditions)
    }

    /// Whether the goal of the least cost can be reached; none until it is known. One turn that reaches it is enough, and
    /// a bound for every phasing may rule it out before all turns are made.
    pub(super) fn can_reach(&mut self) -> Option<bool> {
        let Some(best) = &self.best else { return self.inner.can_reach().filter(|known| *known) };
        let Aim::Least { target, cap } = self.problem.aim else { return Some(false) };
        if best.feasible {
            return Some(true);
        }
        let most = self.most.unwrap_or_else(|| self.bound(best, Aim::Most { cap }));
        self.most = Some(most);
        let noise = EXACT * target.abs().max(self.problem.worth.constant.abs());
        if most < target - noise { Some(false) } else { self.inner.can_reach().filter(|known| *known) }
    }
}

/// What is to be large.
fn score(answer: &Answer) -> f64 {
    let is_cost = answer.mode == Mode::MinCost && answer.feasible;
    if is_cost { -answer.total } else { answer.figure() }
}

/// An answer that reaches the goal is before every other.
fn rank(answer: &Answer) -> (bool, f64) {
    (answer.feasible, score(answer))
}

/// A question about a plan with other phases.
fn with(plan: &Plan, request: Request, phases: &[f64]) -> Result<Box<Solver>, RequestFault> {
    let mut document = plan.document().clone();
    document.phasing = Phasing::Factors(phases.to_vec());
    // Phases from 0 to a cap that add to the months break no rule, unless they come from figures that are no numbers.
    let plan = Plan::check(document).map_err(|_| RequestFault::TooLarge)?;
    Solver::new(Model::of(plan), request).map(Box::new)
}
