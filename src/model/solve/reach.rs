//! Whether some budgets reach the goal of a plan, found in small steps and no further than it takes to know.

use super::branch::{Aim, Branch};
use super::phasing::Phased;
use super::request::{Mode, Request};
use super::solver::Problem;
use crate::equations::Model;
use alloc::boxed::Box;

/// What is being found out.
#[derive(Clone, Debug)]
pub(super) enum Reach {
    /// The most that the budgets reach with the phases of the plan.
    Budgets { branch: Box<Branch>, target: f64 },
    /// The same with months that are solved too.
    Months(Box<Phased>),
    /// The question has no answer.
    Never,
}

impl Reach {
    /// Asks whether the goal can be reached under the conditions of a request.
    pub(super) fn of(model: &Model, request: Request) -> Reach {
        let request = Request { mode: Mode::MinCost, ..request };
        let Ok(problem) = Problem::of(model, request) else { return Reach::Never };
        if let Some(cap) = request.phasing_cap {
            let phased = Phased::new(model, request, cap, &problem);
            return phased.map_or(Reach::Never, |phased| Reach::Months(Box::new(phased.reaching())));
        }
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
            Reach::Months(phased) => {
                let known = phased.can_reach();
                if known.is_none() && phased.advance(1).is_err() {
                    return Some(false);
                }
                known
            }
        }
    }
}
