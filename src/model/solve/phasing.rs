//! Solved phasing: budgets and their spread over the months, which one list of phases gives for all channels.
//!
//! Budgets and phases multiply. From today's phases and from flat ones the best of all budgets is looked for, then phases
//! and the budgets near them take turns while that gets better, then all budgets are looked at again. What is stated as
//! the bound holds for every phasing; the phases of the spend that it leads to are beginnings too, near the best budgets.

mod turns;

use super::answer::{Answer, EXACT, gap, is_kept};
use super::branch::{Aim, Branch};
use super::months::Ceiling;
use super::request::{Request, RequestFault};
use super::solver::Problem;
use super::spread::allowed;
use crate::equations::Model;
use crate::plan::{Phasing, Plan};
use crate::quantity::{Measure, Quantity};
use alloc::boxed::Box;
use alloc::vec::Vec;
use turns::TURNS;

/// Budgets and phases that are being solved in turn.
#[derive(Clone, Debug)]
pub(super) struct Phased {
    plan: Plan,
    request: Request,
    cap: f64,
    /// The question with the plan's own phases.
    problem: Problem,
    stage: Stage,
    /// The phases now, with the budgets that go with them and what these score: below everything while there are none.
    now: Spread,
    spend: Vec<f64>,
    score: f64,
    /// How often all budgets were looked at from this beginning.
    looks: u32,
    /// The phases to begin with that are still to be tried, the next one last.
    beginnings: Vec<Beginning>,
    begun: u32,
    /// Whether the phases that the last bound leads to were among them.
    is_relaxed: bool,
    /// Whether the goal of the least cost is out of reach so far, so that the most is looked for.
    is_most: bool,
    best: Option<Found>,
    /// What no budgets with any phases exceed, and whether that is the least cost taken as a loss.
    bound: Option<(f64, bool)>,
    /// Whether it is only to be found out whether the goal can be reached.
    only_reaches: bool,
    is_done: bool,
    /// How far it is, from 0 to 1.
    share: f64,
}

/// Phases to begin with.
#[derive(Clone, Debug)]
struct Beginning {
    phases: Vec<f64>,
    /// Whether all budgets are looked at, or those near the best so far.
    looks_at_all: bool,
}

/// What is done next.
#[derive(Clone, Debug)]
enum Stage {
    /// All budgets are looked at.
    All(Box<Branch>),
    /// Better phases for the budgets, and the best budgets near them: so many turns were taken.
    Near(u32),
    /// What no phases exceed, and what comes then.
    Bounding(Box<Ceiling>, Then),
}

/// What comes when a bound is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    /// The first look at all budgets.
    Look,
    /// Turns of phases and budgets.
    Near,
    /// The answer.
    Answer,
}

/// A plan with other phases, and the question about it.
#[derive(Clone, Debug)]
struct Spread {
    phases: Vec<f64>,
    model: Model,
    problem: Problem,
}

/// The best of all budgets for some phases.
#[derive(Clone, Debug)]
struct Found {
    spread: Spread,
    branch: Branch,
    /// Whether it is what was asked for.
    feasible: bool,
}

impl Found {
    /// What is to be large: an answer that reaches the goal is before every other.
    fn rank(&self) -> (bool, f64) {
        (self.feasible, self.branch.best.as_ref().map_or(f64::NEG_INFINITY, |best| best.score))
    }
}

impl Spread {
    /// # Errors
    /// Why the question has no answer with these phases.
    fn new(plan: &Plan, request: Request, phases: Vec<f64>) -> Result<Spread, RequestFault> {
        let mut document = plan.document().clone();
        document.phasing = Phasing::Factors(phases.clone());
        // Phases from 0 to a cap that add to the months break no rule, unless they come from figures that are no numbers.
        let model = Model::of(Plan::check(document).map_err(|_| RequestFault::TooLarge)?);
        let problem = Problem::of(&model, request)?;
        Ok(Spread { phases, model, problem })
    }
}

impl Phased {
    /// What there is to begin with, today's phases.
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
        let other = (phases != flat).then_some(Beginning { phases: flat, looks_at_all: true });
        let request = Request { phasing_cap: None, ..request };
        let now = Spread::new(model.plan(), request, phases)?;
        Ok(Phased {
            plan: model.plan().clone(),
            request,
            cap,
            problem: problem.clone(),
            stage: Stage::Near(0),
            spend: now.problem.today.clone(),
            now,
            score: f64::NEG_INFINITY,
            looks: 0,
            beginnings: other.into_iter().collect(),
            begun: 1,
            is_relaxed: false,
            is_most: false,
            best: None,
            bound: None,
            only_reaches: false,
            is_done: false,
            share: 0.0,
        })
    }

    /// The same to find the best.
    pub(super) fn solving(mut self) -> Phased {
        self.look();
        self
    }

    /// The same to find out no more than whether the goal of the least cost can be reached, by the most that can be.
    pub(super) fn reaching(mut self) -> Phased {
        (self.only_reaches, self.is_most) = (true, true);
        // Where the money has no end, a bound of it is no better than none.
        let most: f64 = self.problem.root.iter().map(|(_, high)| high).sum();
        if self.request.total.is_some() || most < self.problem.cap {
            self.bound_from(most.min(self.problem.cap), Then::Look);
        } else {
            self.look();
        }
        self
    }

    /// Whether the goal of the least cost can be reached; none until it is known. A bound for every phasing may rule it
    /// out before all is tried.
    pub(super) fn can_reach(&self) -> Option<bool> {
        let is_out = self.bound.is_some_and(|(bound, of_cost)| !of_cost && self.is_out(bound));
        match () {
            // Budgets were found that do.
            () if !self.is_most => Some(true),
            () if is_out || self.is_done => Some(false),
            () => None,
        }
    }

    /// Whether a bound of the most rules the goal of the least cost out.
    fn is_out(&self, bound: f64) -> bool {
        let Aim::Least { target, .. } = self.problem.aim else { return false };
        bound < target - EXACT * target.abs().max(self.problem.worth.constant.abs())
    }

    /// Goes on for so many steps; answers the answer when there is one.
    ///
    /// # Errors
    /// Why the question has no answer with phases on the way.
    pub(super) fn advance(&mut self, steps: u32) -> Result<Option<Answer>, RequestFault> {
        for _ in 0..steps {
            self.step()?;
            self.share = self.share.max(self.share_now());
            if self.is_done {
                return self.answer();
            }
        }
        Ok(None)
    }

    /// The best so far with its bound, while a long search goes on.
    pub(super) fn so_far(&self) -> Option<Answer> {
        let is_bounding = matches!(self.stage, Stage::Bounding(..));
        let is_long = !self.problem.worth.is_concave();
        self.best.as_ref().filter(|best| best.feasible && is_long && !is_bounding)?;
        self.answer().ok().flatten()
    }

    /// From 0 to 1.
    pub(super) fn share_done(&self) -> f64 {
        self.share
    }

    /// By beginnings, of which there may be more later.
    fn share_now(&self) -> f64 {
        let of_beginning = match &self.stage {
            Stage::All(branch) => 0.3 * f64::from(self.looks) + 0.3 * branch.share_done(),
            Stage::Near(turn) => 0.3 + 0.3 * f64::from(*turn) / f64::from(TURNS),
            Stage::Bounding(..) => 0.3,
        };
        let left: f64 = self.beginnings.iter().map(|_| 1.0).sum();
        let done = f64::from(self.begun - 1) + of_beginning;
        (done / (f64::from(self.begun) + left)).min(0.99)
    }

    /// The best of all turns with a bound for every phasing.
    fn answer(&self) -> Result<Option<Answer>, RequestFault> {
        let Some(best) = &self.best else { return Ok(None) };
        let is_cost = best.branch.aim.is_cost();
        let Some((bound, _)) = self.bound.filter(|(_, of_cost)| *of_cost == is_cost) else { return Ok(None) };
        let answer = Answer::of(&best.spread.model, self.request, &best.branch, best.feasible)?;
        let sign = best.branch.aim.sign();
        let kept = is_kept(self.request, &best.branch, best.feasible);
        // What is bounded is the most, also where today's budgets are told, with today's phases.
        let score = match answer.reachable.filter(|_| kept) {
            Some(most) => most.goal,
            None => sign * answer.figure(),
        };
        let answer = if kept { self.today(answer) } else { answer };
        let phasing = (!kept).then(|| best.spread.phases.clone());
        Answer { phasing, gap: gap(score, bound), bound: sign * bound.max(score), ..answer }
            .in_numbers()
            .map(Some)
    }

    /// The same with what the plan brings as it stands.
    fn today(&self, answer: Answer) -> Answer {
        let model = Model::of(self.plan.clone());
        let values = model.graph().evaluate();
        let number = |measure| values.read(Quantity::plan(measure), 0).unwrap_or(f64::NAN);
        Answer { reached: number(Measure::Reached), profit: number(Measure::Profit), ..answer }
    }
}
