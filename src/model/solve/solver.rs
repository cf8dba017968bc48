//! The solver: a question about the budgets of a plan, answered in slices, the same to the last bit however it is cut.

use super::answer::Answer;
use super::bands::Bands;
use super::branch::{Aim, Branch};
use super::phasing::Phased;
use super::request::{Mode, Request, RequestFault};
use super::surrogate::Range;
use super::worth::{Outlet, Worth};
use crate::equations::{Model, goal_quantity};
use crate::plan::Path;
use crate::quantity::{Measure, Quantity};
use alloc::boxed::Box;
use alloc::vec::Vec;

/// However rich the plan, no more money is tried than so many times of all that is spent today, the factor of
/// [`super::scale_mix`]. That one multiplies today's budgets as they are, and no money stays none. Here money goes
/// wherever it is best, and what is spent today says little about it: the factor is of a million where less is spent,
/// and of the least budgets where they are more.
const LARGEST: f64 = super::search::LARGEST;
/// Money per month: a plan that spends less today is taken for one that spends so much.
const SMALL_MONEY: f64 = 1e6;
/// From this share of the patience on, what is left is mostly proof: the best so far is worth showing.
const WORTH_SHOWING: f64 = 0.15;

/// How far a solver is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// From 0 to 1; 1 when there is an answer, or when there is none.
    pub share: f64,
    /// The best found so far: the goal's figure, or money per month for the least cost.
    pub best: Option<f64>,
    /// What the best cannot exceed, or fall below for the least cost; none while budgets and months take turns.
    pub bound: Option<f64>,
}

/// What is going on.
#[derive(Clone, Debug)]
enum Stage {
    Searching(Box<Branch>),
    /// The goal is out of reach: the most that can be reached.
    Reaching(Box<Branch>),
    /// Budgets and months in turn.
    Phasing(Box<Phased>),
    Done(Box<Answer>),
    /// What was asked for turned out to have no answer.
    Failed(RequestFault),
}

/// A question that is being answered. It owns all it needs.
#[derive(Clone, Debug)]
pub struct Solver {
    model: Model,
    request: Request,
    problem: Problem,
    stage: Stage,
}

/// Answers a question at once.
///
/// # Errors
/// Why the question has no answer.
pub fn solve(model: &Model, request: Request) -> Result<Answer, RequestFault> {
    let mut solver = Solver::new(model.clone(), request)?;
    loop {
        if let Some(answer) = solver.answer() {
            return answer.cloned();
        }
        solver.advance(64);
    }
}

impl Solver {
    /// Begins to answer a question.
    ///
    /// # Errors
    /// Why the question has no answer.
    pub fn new(model: Model, request: Request) -> Result<Solver, RequestFault> {
        let problem = Problem::of(&model, request)?;
        let stage = match request.phasing_cap {
            Some(cap) => Stage::Phasing(Box::new(Phased::new(&model, request, cap, &problem)?.solving())),
            None => Stage::Searching(Box::new(problem.search(problem.aim))),
        };
        let mut solver = Solver { model, request, problem, stage };
        solver.turn();
        Ok(solver)
    }

    /// The plan that is asked about.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Goes on for so many steps, each of about a millisecond for a plan of ten channels.
    pub fn advance(&mut self, steps: u32) -> Progress {
        match &mut self.stage {
            Stage::Searching(branch) | Stage::Reaching(branch) => branch.advance(steps),
            Stage::Phasing(phased) => match phased.advance(steps) {
                Ok(None) => {}
                Ok(Some(answer)) => self.stage = Stage::Done(Box::new(answer)),
                Err(fault) => self.stage = Stage::Failed(fault),
            },
            Stage::Done(_) | Stage::Failed(_) => {}
        }
        self.turn();
        self.progress()
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let of = |branch: &Branch, from: f64, share: f64| {
            let sign = branch.aim.sign();
            let best = branch.best.as_ref().map(|best| sign * best.score);
            Progress { share: from + share * branch.share_done(), best, bound: Some(sign * branch.bound) }
        };
        match &self.stage {
            Stage::Searching(branch) => of(branch, 0.0, 0.9),
            Stage::Reaching(branch) => of(branch, 0.9, 0.1),
            Stage::Phasing(phased) => Progress { share: phased.share_done(), best: None, bound: None },
            Stage::Done(answer) => {
                Progress { share: 1.0, best: Some(answer.figure()), bound: Some(answer.bound) }
            }
            Stage::Failed(_) => Progress { share: 1.0, best: None, bound: None },
        }
    }

    /// The answer, once there is one, or why there is none.
    #[must_use]
    pub fn answer(&self) -> Option<Result<&Answer, RequestFault>> {
        match &self.stage {
            Stage::Done(answer) => Some(Ok(answer)),
            Stage::Failed(fault) => Some(Err(*fault)),
            _ => None,
        }
    }

    /// The best so far with its proved gap, while a long search goes on; none where there is the answer, or soon will be.
    #[must_use]
    pub fn so_far(&self) -> Option<Answer> {
        let branch = match &self.stage {
            Stage::Searching(branch) => branch,
            Stage::Phasing(phased) => return phased.so_far(),
            _ => return None,
        };
        let is_known = branch.best.is_some() && branch.bound.is_finite() && branch.is_tired(WORTH_SHOWING);
        is_known.then(|| Answer::of(&self.model, self.request, branch, true).ok()).flatten()
    }

    /// Goes over to the next stage when one is done.
    fn turn(&mut self) {
        let next = match &self.stage {
            Stage::Searching(branch) if branch.done && branch.best.is_none() => {
                Stage::Reaching(Box::new(self.problem.search(Aim::Most { cap: self.problem.cap })))
            }
            Stage::Searching(branch) if branch.done => self.done(branch, true),
            Stage::Reaching(branch) if branch.done => match self.reached(branch) {
                // Patience ran out before any budgets were found that this search has found.
                Some(start) => Stage::Searching(Box::new(self.problem.search_from(self.problem.aim, start))),
                None => self.done(branch, false),
            },
            _ => return,
        };
        self.stage = next;
        self.turn();
    }

    /// Budgets of a search for the most that do reach the target.
    fn reached<'b>(&self, branch: &'b Branch) -> Option<&'b [f64]> {
        let Aim::Least { target, .. } = self.problem.aim else { return None };
        let best = branch.best.as_ref().filter(|best| branch.reaches(best.score, target, &best.spend))?;
        Some(&best.spend)
    }

    fn done(&self, branch: &Branch, feasible: bool) -> Stage {
        match Answer::of(&self.model, self.request, branch, feasible) {
            Ok(answer) => Stage::Done(Box::new(answer)),
            Err(fault) => Stage::Failed(fault),
        }
    }
}

/// A question in numbers.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    pub(super) worth: Worth,
    pub(super) bands: Bands,
    pub(super) aim: Aim,
    pub(super) cap: f64,
    pub(super) root: Vec<Range>,
    /// Today's budgets.
    pub(super) today: Vec<f64>,
}

impl Problem {
    pub(super) fn of(model: &Model, request: Request) -> Result<Problem, RequestFault> {
        let figure = figure(model, request.mode);
        let mut worth = Worth::of(model, figure);
        let values = model.graph().evaluate();
        let number = |measure| values.read(Quantity::plan(measure), 0).unwrap_or(f64::NAN);
        if request.mode != Mode::MaxProfit {
            worth.constant += number(Measure::Baseline);
        }
        let bands = Bands::new(request.bands, worth.outlets.iter().map(|outlet| outlet.trust));
        let target = number(Measure::Target);
        if !(worth.is_finite() && target.is_finite()) {
            return Err(RequestFault::TooLarge);
        }
        request.check(&worth, &bands)?;
        let budgets = super::budgets(model);
        let kept = |((_, budget), outlet): (&(Path, f64), &Outlet)| budget.clamp(outlet.min, outlet.max);
        let today: Vec<f64> = budgets.iter().zip(&worth.outlets).map(kept).collect();
        let spent: f64 = today.iter().sum();
        let minimums: f64 = worth.outlets.iter().map(|outlet| outlet.min).sum();
        let cap = request.total.unwrap_or(LARGEST * spent.max(minimums).max(SMALL_MONEY));
        let room = (cap - minimums).max(0.0);
        let range = |(outlet, class): (&Outlet, &usize)| {
            let most = if bands.takes(*class) { outlet.max.min(outlet.min + room) } else { 0.0 };
            (outlet.min, most.max(outlet.min))
        };
        let root = worth.outlets.iter().zip(&bands.class_of).map(range).collect();
        let aim = match request.mode {
            Mode::MinCost => Aim::Least { target, cap },
            Mode::MaxGoal | Mode::MaxProfit => Aim::Most { cap },
        };
        Ok(Problem { worth, bands, aim, cap, root, today })
    }

    /// The least total that the bounds and the bands allow.
    pub(super) fn least_total(&self) -> Option<f64> {
        let of_class = |class: usize, end: fn(&Range) -> f64| {
            let of = self.root.iter().zip(&self.bands.class_of).filter(|(_, of)| **of == class);
            of.map(|(range, _)| end(range)).fold(0.0, |sum, x| sum + x)
        };
        let classes = 0..self.bands.shares.len();
        let least: Vec<f64> = classes.clone().map(|class| of_class(class, |range| range.0)).collect();
        let most: Vec<f64> = classes.map(|class| of_class(class, |range| range.1)).collect();
        self.bands.totals(&least, &most).map(|(from, _)| from)
    }

    /// A search that has budgets as its first answer.
    pub(super) fn search_from(&self, aim: Aim, start: &[f64]) -> Branch {
        let mut branch = self.search(aim);
        branch.consider(start);
        branch
    }

    /// A search that is done: it looked no further than near budgets.
    pub(super) fn near(&self, aim: Aim, start: &[f64]) -> Branch {
        let mut branch = self.search_from(aim, start);
        if branch.planting.take().is_some() {
            branch.polish(start);
            branch.finish();
        }
        branch
    }

    pub(super) fn search(&self, aim: Aim) -> Branch {
        let Problem { worth, bands, root, today, .. } = self.clone();
        Branch::new(worth, bands, aim, root, &today)
    }
}

/// The figure that a mode speaks of.
pub(super) fn figure(model: &Model, mode: Mode) -> Quantity {
    if mode == Mode::MaxProfit { Quantity::plan(Measure::Profit) } else { goal_quantity(model.plan()) }
}
