//! Whether some budgets reach the goal of a plan, found in small steps and no further than it takes to know.

use super::branch::{Aim, Branch};
use super::request::{Mode, Request};
use super::solver::{Problem, Solver};
use crate::equations::Model;
use alloc::boxed::Box;

/// What is being found out.
#[derive(Clone, Debug)]
pub(super) enum Reach {
    /// The most that the budgets reach with the phases of the plan.
    Budgets { branch: Box<Branch>, target: f64 },
    /// The least cost with months that are solved too.
    Months(Box<Solver>),
    /// The question has no answer.
    Never,
}

impl Reach {
    /// Asks whether the goal can be reached under the conditions of a request.
    pub(super) fn of(model: Model, request: Request) -> Reach {
        let request = Request { mode: Mode::MinCost, ..request };
        if request.phasing_cap.is_some() {
            return Solver::new(model, request)
                .map_or(Reach::Never, |solver| Reach::Months(Box::new(solver)));
        }
        let Ok(problem) = Problem::of(&model, request) else { return Reach::Never };
        let Aim::Least { target, .. } = problem.aim else { return Reach::Never };
        Reach::Budgets { branch: Box::new(problem.search(Aim::Most { cap: problem.cap })), target }
    }

    /// Answers once it is known, else goes on for a small step: it is decided as soon as the most is, or can no longer
    /// be, enough.
    pub(super) fn advance(&mut self) -> Option<bool> {
        match self {
            Reach::Never => Some(false),
            Reach::Budgets { branch, target } => {
                if branch.best.as_ref().is_some_and(|best| branch.reaches(best.score, *target, &best.spend)) {
                    return Some(true);
                }
                if branch.done || branch.bound < *target - branch.noise(*target) {
                    return Some(false);
                }
                branch.advance(1);
                None
            }
            Reach::Months(solver) => {
                let known = solver.can_reach();
                if known.is_none() {
                    solver.advance(1);
                }
                known
            }
        }
    }
}
