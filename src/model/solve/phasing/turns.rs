//! The turns that budgets and phases take, and what comes between them.

use super::{Beginning, Found, Phased, Spread, Stage, Then};
use crate::equations::Model;
use crate::quantity::{Measure, Quantity};
use crate::solve::branch::{Aim, Branch, Candidate};
use crate::solve::months::{Ceiling, Conditions, Months};
use crate::solve::request::{Mode, RequestFault};
use crate::solve::solver::{Problem, figure};
use crate::solve::spread::{allowed, improved};
use alloc::boxed::Box;
use alloc::vec::Vec;

/// How often phases and the budgets near them take turns at most, before all budgets are looked at.
pub(super) const TURNS: u32 = 20;
/// How often all budgets are looked at, at most, from one beginning.
const LOOKS: u32 = 3;
/// A gain that is not worth another turn, relative.
const SMALL: f64 = 1e-8;
/// How many steps a bound comes down, and how many before the turns, when an answer to be shown waits for it.
const STEPS: usize = 60;
const FIRST_STEPS: usize = 12;
/// How much of flat phases is mixed in: the first money of an empty month may have no finite price.
const FLAT_SHARE: f64 = 0.03;

impl Phased {
    pub(super) fn step(&mut self) -> Result<(), RequestFault> {
        match core::mem::replace(&mut self.stage, Stage::Near(0)) {
            Stage::All(mut branch) if !branch.done => {
                if self.only_reaches && self.is_known(&branch) {
                    branch.finish();
                } else {
                    branch.advance(1);
                }
                self.stage = Stage::All(branch);
                Ok(())
            }
            Stage::All(branch) => self.looked(*branch),
            Stage::Near(turn) => self.near(turn),
            Stage::Bounding(ceiling, then) => self.lower(ceiling, then),
        }
    }

    /// Whether a search has found out whether its phases reach the goal of the least cost.
    fn is_known(&self, branch: &Branch) -> bool {
        let Aim::Least { target, .. } = self.problem.aim else { return false };
        branch
            .best
            .as_ref()
            .is_some_and(|best| self.is_out(branch.bound) || branch.reaches(best.score, target, &best.spend))
    }

    fn aim(&self) -> Aim {
        if self.is_most { Aim::Most { cap: self.problem.cap } } else { self.problem.aim }
    }

    /// Looks at all budgets for the phases, from those that go with them where there are any.
    pub(super) fn look(&mut self) {
        if self.only_reaches && !self.is_most {
            // It is found out.
            return;
        }
        let Spread { problem, .. } = &self.now;
        let search = if self.score.is_finite() {
            problem.search_from(self.aim(), &self.spend)
        } else {
            problem.search(self.aim())
        };
        self.stage = Stage::All(Box::new(search));
    }

    /// Takes the best of all budgets for the phases.
    fn looked(&mut self, branch: Branch) -> Result<(), RequestFault> {
        let found = branch.best.clone();
        if found.is_none() && branch.aim.is_cost() && self.best.is_none() {
            self.is_most = true;
            self.look();
            return Ok(());
        }
        self.looks += 1;
        let is_gain = found.as_ref().is_some_and(|found| is_gain(found.score, self.score));
        let feasible = found.is_some() && !self.is_most;
        let turned = found.is_some_and(|found| self.take(&branch, found));
        self.keep(branch, feasible);
        match () {
            () if turned => self.look(),
            () if self.bound.is_none_or(|(_, of_cost)| of_cost != self.aim().is_cost()) => {
                self.bound_from(self.spend.iter().sum(), Then::Near);
            }
            () if is_gain && self.looks < LOOKS => self.stage = Stage::Near(0),
            () => return self.begin(),
        }
        Ok(())
    }

    /// Keeps what was found for the phases, where it is the best so far.
    fn keep(&mut self, branch: Branch, feasible: bool) {
        let found = Found { spread: self.now.clone(), branch, feasible };
        if self.best.as_ref().is_none_or(|best| found.rank() > best.rank()) {
            self.best = Some(found);
        }
    }

    /// Takes budgets for the phases; answers whether they are the first that reach the goal of the least cost.
    fn take(&mut self, branch: &Branch, found: Candidate) -> bool {
        let Candidate { spend, score } = found;
        let reaches = match self.problem.aim {
            Aim::Least { target, .. } => self.is_most && branch.reaches(score, target, &spend),
            Aim::Most { .. } => false,
        };
        self.spend = spend;
        self.score = if reaches { 0.0 - self.spend.iter().sum::<f64>() } else { score };
        self.is_most &= !reaches;
        self.looks = if reaches { 0 } else { self.looks };
        reaches
    }

    /// Takes a turn: better phases for the budgets, then the best budgets near them.
    fn near(&mut self, turn: u32) -> Result<(), RequestFault> {
        let model = &self.now.model;
        let mut values = model.graph().evaluate();
        for ((path, _), budget) in crate::solve::budgets(model).into_iter().zip(&self.spend) {
            values.set(path, *budget);
        }
        let phases = improved(model, values, figure(model, self.request.mode), &self.now.phases, self.cap);
        let next = Spread::new(&self.plan, self.request, phases)?;
        let branch = next.problem.near(self.aim(), &self.spend);
        let found = branch.best.clone().filter(|found| is_gain(found.score, self.score));
        if let Some(found) = found {
            self.now = next;
            if self.take(&branch, found) {
                self.look();
                return Ok(());
            }
            if turn + 1 < TURNS {
                self.stage = Stage::Near(turn + 1);
                return Ok(());
            }
        }
        let known = self.best.as_ref().map_or(f64::NEG_INFINITY, |best| best.rank().1);
        if is_gain(self.score, known) && self.looks < LOOKS {
            self.look();
            return Ok(());
        }
        if is_gain(self.score, known) {
            let branch = self.now.problem.near(self.aim(), &self.spend);
            self.keep(branch, !self.is_most);
        }
        self.begin()
    }

    /// Goes on from the next phases to begin with; to the answer where there are none.
    fn begin(&mut self) -> Result<(), RequestFault> {
        while let Some(Beginning { phases, looks_at_all }) = self.beginnings.pop() {
            (self.begun, self.looks) = (self.begun + 1, 0);
            let next = Spread::new(&self.plan, self.request, allowed(&phases, self.cap))?;
            if looks_at_all {
                (self.now, self.score) = (next, f64::NEG_INFINITY);
                self.look();
                return Ok(());
            }
            let branch = next.problem.near(self.aim(), &self.best_spend());
            if let Some(found) = branch.best.clone() {
                self.now = next;
                self.stage = Stage::Near(0);
                if self.take(&branch, found) {
                    self.look();
                }
                return Ok(());
            }
        }
        self.bound_from(self.best_spend().iter().sum(), Then::Answer);
        Ok(())
    }

    /// The best budgets so far, by outlet; today's while there are none.
    fn best_spend(&self) -> Vec<f64> {
        let best = self.best.as_ref().and_then(|best| best.branch.best.as_ref());
        best.map_or_else(|| self.problem.today.clone(), |best| best.spend.clone())
    }

    /// Begins to look for what no phases exceed, from the best so far on the way to the most of a total.
    pub(super) fn bound_from(&mut self, total: f64, then: Then) {
        let phases = self.best.as_ref().map_or(&self.now.phases, |best| &best.spread.phases);
        let mixed: Vec<f64> = phases.iter().map(|phase| phase + FLAT_SHARE * (1.0 - phase)).collect();
        let spend = self.best_spend();
        let spend: Vec<Vec<f64>> =
            spend.iter().map(|budget| mixed.iter().map(|phase| budget * phase).collect()).collect();
        let model = Model::of(self.plan.clone());
        let baseline = model.graph().evaluate().read(Quantity::plan(Measure::Baseline), 0).unwrap_or(0.0);
        let beside = if self.request.mode == Mode::MaxProfit { 0.0 } else { baseline };
        let months = Months::of(&model, figure(&model, self.request.mode), &self.problem.worth, beside);
        let steps = if then == Then::Near { FIRST_STEPS } else { STEPS };
        let ceiling = Ceiling::of(months, &spend, total, &self.problem.root, steps);
        self.stage = Stage::Bounding(Box::new(ceiling), then);
    }

    /// Brings the bound down by a step.
    fn lower(&mut self, mut ceiling: Box<Ceiling>, then: Then) -> Result<(), RequestFault> {
        let Problem { root, bands, .. } = &self.problem;
        let aim = self.aim();
        let goes_on = ceiling.lower(&Conditions { aim, root, bands, months: self.cap });
        let known = self.bound.filter(|(_, of_cost)| *of_cost == aim.is_cost());
        let bound = known.map_or(ceiling.bound, |(known, _)| known.min(ceiling.bound));
        self.bound = Some((bound, aim.is_cost()));
        if goes_on {
            self.stage = Stage::Bounding(ceiling, then);
            return Ok(());
        }
        // The first bound is far from its end, so that the last one leads to other phases.
        if then == Then::Answer && self.is_relaxed {
            self.is_done = true;
            return Ok(());
        }
        self.is_relaxed = then == Then::Answer;
        let phases = ceiling.phases();
        self.beginnings.extend(phases.map(|phases| Beginning { phases, looks_at_all: false }));
        match then {
            Then::Look => self.look(),
            Then::Near => self.stage = Stage::Near(0),
            Then::Answer => return self.begin(),
        }
        Ok(())
    }
}

/// Whether a score is worth another turn.
fn is_gain(score: f64, than: f64) -> bool {
    score > if than.is_finite() { than + SMALL * than.abs() } else { than }
}
