//! The efficient frontier: the best result against the total budget.

use super::branch::{Aim, Branch};
use super::request::{Mode, Request, RequestFault};
use super::solver::{Problem, Solver};
use crate::equations::Model;
use alloc::boxed::Box;
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
    model: Model,
    request: Request,
    problem: Problem,
    /// How many totals there are to answer.
    planned: usize,
    /// The totals that are still to be answered, the next one last.
    waiting: Vec<f64>,
    searching: Option<(f64, Search)>,
    points: Vec<FrontierPoint>,
}

/// The search for the most of a total.
#[derive(Clone, Debug)]
enum Search {
    /// With the phases of the plan.
    Budgets(Box<Branch>),
    /// With months that are solved too.
    Months(Box<Solver>),
}

impl Frontier {
    /// Begins a frontier of so many points, at least two, evenly from the least total that can be spent to the
    /// request's, under all its conditions. The goal's figure for [`Mode::MaxGoal`], the profit for [`Mode::MaxProfit`].
    ///
    /// # Errors
    /// Why the request has no answer at its own total.
    pub fn new(model: &Model, request: Request, points: u16) -> Result<Frontier, RequestFault> {
        let total = request.total.ok_or(RequestFault::TotalMissing)?;
        let mode = if request.mode == Mode::MinCost { Mode::MaxGoal } else { request.mode };
        let request = Request { mode, ..request };
        let problem = Problem::of(model, request)?;
        let least = problem.least_total().ok_or(RequestFault::BandsAgainstBounds)?;
        let steps = f64::from(points.max(2) - 1);
        let at = |step: u16| least + (total - least) * (f64::from(step) / steps);
        let waiting: Vec<f64> = (0..points.max(2)).rev().map(at).collect();
        let planned = waiting.len();
        let model = model.clone();
        Ok(Frontier { model, request, problem, planned, waiting, searching: None, points: Vec::new() })
    }

    /// The same with points at other totals too, those between its ends.
    #[must_use]
    pub fn through(mut self, totals: &[f64]) -> Frontier {
        for total in totals {
            let place = self.waiting.partition_point(|other| other > total);
            let is_within = 0 < place && place < self.waiting.len();
            if is_within && self.waiting.get(place) != Some(total) {
                self.waiting.insert(place, *total);
            }
        }
        self.planned = self.waiting.len();
        self
    }

    /// Goes on for so many steps; answers the share that is done, 1 at the end.
    #[allow(clippy::cast_precision_loss, reason = "few points")]
    pub fn advance(&mut self, steps: u32) -> f64 {
        if self.searching.is_none() {
            self.searching = self.waiting.pop().map(|total| (total, self.search(total)));
        }
        if let Some((total, mut search)) = self.searching.take() {
            if search.advance(steps) {
                let point = self.point(total, &search);
                self.points.extend(point);
            } else {
                self.searching = Some((total, search));
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

    fn search(&self, total: f64) -> Search {
        let request = self.request.within(total);
        // Where nothing is spent no month has more than another.
        if self.request.phasing_cap.is_some()
            && let Ok(solver) = Solver::new(self.model.clone(), request)
        {
            return Search::Months(Box::new(solver));
        }
        let Problem { worth, bands, root, today, .. } = self.problem.clone();
        let start = self.points.last().map_or(today, |point| point.budgets.clone());
        Search::Budgets(Box::new(Branch::new(worth, bands, Aim::Most { cap: total }, root, &start)))
    }

    /// What was found; what a smaller total can do, a larger one can.
    fn point(&self, total: f64, search: &Search) -> Option<FrontierPoint> {
        let point = match search {
            Search::Budgets(branch) => {
                let best = branch.best.as_ref()?;
                FrontierPoint { total, best: best.score, bound: branch.bound, budgets: best.spend.clone() }
            }
            Search::Months(solver) => {
                let answer = solver.answer()?.ok()?;
                let places = self.problem.worth.outlets.iter().map(|outlet| usize::from(outlet.place));
                let budgets = places.filter_map(|place| answer.budgets.get(place).copied()).collect();
                FrontierPoint { total, best: answer.figure(), bound: answer.bound, budgets }
            }
        };
        let kept = self.points.last().filter(|before| before.best > point.best);
        Some(match kept {
            Some(before) => FrontierPoint { total, bound: point.bound.max(before.best), ..before.clone() },
            None => point,
        })
    }
}

impl Search {
    /// Goes on for so many steps; answers whether it is done.
    fn advance(&mut self, steps: u32) -> bool {
        match self {
            Search::Budgets(branch) => {
                branch.advance(steps);
                branch.done
            }
            Search::Months(solver) => {
                solver.advance(steps);
                solver.answer().is_some()
            }
        }
    }
}
