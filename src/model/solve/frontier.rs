//! The efficient frontier: the best result against the total budget.

use super::branch::{Aim, Branch};
use super::request::{Mode, Request, RequestFault};
use super::solver::Problem;
use crate::equations::Model;
use alloc::vec::Vec;

/// A point of the frontier.
#[derive(Clone, Debug, PartialEq)]
pub struct FrontierPoint {
    /// The most that the monthly budgets together may be.
    pub total: f64,
    /// The most of the figure for it: of the goal, baseline included, or of the profit.
    pub best: f64,
    /// What no budgets for it exceed.
    pub bound: f64,
    /// Money per month of the active channels, in the order of the plan.
    pub budgets: Vec<f64>,
}

/// The frontier between two totals, point by point.
#[derive(Clone, Debug)]
pub struct Frontier {
    problem: Problem,
    /// How many totals there are to answer.
    planned: usize,
    /// The totals that are still to be answered, the next one last.
    waiting: Vec<f64>,
    searching: Option<(f64, Branch)>,
    points: Vec<FrontierPoint>,
}

impl Frontier {
    /// Begins a frontier of so many points, at least two, evenly from the least total that can be spent to the
    /// request's. The goal's figure for [`Mode::MaxGoal`], the profit for [`Mode::MaxProfit`].
    ///
    /// # Errors
    /// Why the request has no answer at its own total.
    pub fn new(model: &Model, request: Request, points: u16) -> Result<Frontier, RequestFault> {
        let total = request.total.ok_or(RequestFault::TotalMissing)?;
        let mode = if request.mode == Mode::MinCost { Mode::MaxGoal } else { request.mode };
        let problem = Problem::of(model, Request { mode, ..request })?;
        let least = problem.least_total().ok_or(RequestFault::BandsAgainstBounds)?;
        let steps = f64::from(points.max(2) - 1);
        let at = |step: u16| least + (total - least) * (f64::from(step) / steps);
        let waiting: Vec<f64> = (0..points.max(2)).rev().map(at).collect();
        let planned = waiting.len();
        Ok(Frontier { problem, planned, waiting, searching: None, points: Vec::new() })
    }

    /// Goes on for so many steps; answers the share that is done, 1 at the end.
    #[allow(clippy::cast_precision_loss, reason = "few points")]
    pub fn advance(&mut self, steps: u32) -> f64 {
        if self.searching.is_none() {
            self.searching = self.waiting.pop().map(|total| (total, self.search(total)));
        }
        if let Some((total, branch)) = &mut self.searching {
            branch.advance(steps);
            if branch.done {
                let point = Frontier::point(*total, branch, self.points.last());
                self.points.extend(point);
                self.searching = None;
            }
        }
        let left = self.waiting.len() + usize::from(self.searching.is_some());
        (self.planned - left) as f64 / self.planned as f64
    }

    /// The points so far, by growing total; none for a total whose best is no number.
    #[must_use]
    pub fn points(&self) -> &[FrontierPoint] {
        &self.points
    }

    fn search(&self, total: f64) -> Branch {
        let Problem { worth, bands, root, today, .. } = self.problem.clone();
        let start = self.points.last().map_or(today, |point| point.budgets.clone());
        Branch::new(worth, bands, Aim::Most { cap: total }, root, &start)
    }

    /// What a smaller total can do, a larger one can.
    fn point(total: f64, branch: &Branch, before: Option<&FrontierPoint>) -> Option<FrontierPoint> {
        let best = branch.best.as_ref()?;
        let point =
            FrontierPoint { total, best: best.score, bound: branch.bound, budgets: best.spend.clone() };
        let kept = before.filter(|before| before.best > point.best);
        Some(match kept {
            Some(before) => FrontierPoint { total, bound: point.bound.max(before.best), ..before.clone() },
            None => point,
        })
    }
}
