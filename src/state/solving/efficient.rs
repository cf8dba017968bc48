//! The efficient frontier of a question: under its own conditions, through today's money and the answer's.

use super::measured::{Measured, active, budgets, total};
use crate::model::equations::Model;
use crate::model::plan::{Channel, Trust};
use crate::model::quantity::{Measure, Quantity};
use crate::model::solve::{Frontier, Mode, Request};
use crate::present::budget::{Efficient, Question, Solved, Wish};

/// Points of the frontier, beside those of today's money and the answer's.
const POINTS: u16 = 17;
/// The same where months are solved too, which takes many times as long.
const POINTS_WITH_MONTHS: u16 = 9;
/// How far beyond the larger of today's and the solved money it goes, and the curves of channels too.
pub(super) const BEYOND: f64 = 1.5;
/// What is no money and no share: rounding.
const ROUNDING: f64 = 1e-9;

/// A frontier that is being drawn.
#[derive(Debug)]
pub(super) struct Tracing {
    frontier: Frontier,
    /// Today's money and what it does.
    today: (f64, f64),
    /// Money and what it is known to do within the conditions.
    known: Vec<(f64, f64)>,
}

impl Tracing {
    /// Begins to draw; none where there is no money to draw it for, or the conditions leave none.
    pub(super) fn new(today: &Model, held: &Model, question: &Question, solved: &Solved) -> Option<Tracing> {
        let budgets = budgets(today);
        let money = total(&budgets, &active(today));
        let now = (money, Measured::new(today, question.wish).at(&budgets));
        let (mode, figure) = match question.wish {
            Wish::MaxProfit => (Mode::MaxProfit, solved.profit),
            _ => (Mode::MaxGoal, solved.reached),
        };
        let asked = question.request().unwrap_or(Request::of(mode));
        let request = Request { mode, ..asked.within(BEYOND * money.max(solved.total)) };
        let points = if request.phasing_cap.is_some() { POINTS_WITH_MONTHS } else { POINTS };
        let frontier = Frontier::new(held, request, points).ok()?.through(&[money, solved.total]);
        let answer = (solved.total, figure);
        let is_kept = question.wish != Wish::ScaleMix && solved.feasible;
        let known = [(is_kept, answer), (keeps(today, held, request), now)];
        let known = known.into_iter().filter(|(is_kept, _)| *is_kept).map(|(_, point)| point).collect();
        Some(Tracing { frontier, today: now, known })
    }

    /// Goes on for a small step; answers the share that is done, 1 at the end.
    pub(super) fn advance(&mut self) -> f64 {
        self.frontier.advance(1)
    }

    /// What was found; none without points.
    pub(super) fn found(&self) -> Option<Efficient> {
        // A search that was cut short may not have found what is known of another one.
        let best = |total: f64, best: f64| {
            let known = self.known.iter().filter(|known| known.0 <= total * (1.0 + ROUNDING));
            known.fold(best, |best, known| best.max(known.1))
        };
        let points = self.frontier.points().iter().map(|point| (point.total, best(point.total, point.best)));
        let points: Vec<(f64, f64)> = points.collect();
        let here = points.iter().find(|point| point.0 >= self.today.0 * (1.0 - ROUNDING)).or(points.last())?;
        Some(Efficient { same_money: here.1, today: self.today, points })
    }
}

/// Whether today's plan keeps the conditions: the bounds of its channels, held ones at what they are held at, the shares,
/// and the most of a month.
fn keeps(today: &Model, held: &Model, request: Request) -> bool {
    let budgets = budgets(today);
    let channels =
        || held.plan().document().channels.iter().zip(&budgets).filter(|(channel, _)| channel.is_active());
    let is_within = |x: f64, low: f64, high: f64| x >= low * (1.0 - ROUNDING) && x <= high * (1.0 + ROUNDING);
    let in_bounds = |(channel, budget): (&Channel, &f64)| {
        is_within(*budget, channel.min_budget.unwrap_or(0.0), channel.max_budget.unwrap_or(f64::INFINITY))
    };
    let money = |trust: Option<Trust>| {
        let of = channels().filter(|(channel, _)| trust.is_none_or(|trust| channel.trust == trust));
        of.fold(0.0, |sum, (_, budget)| sum + budget)
    };
    let in_band = |(trust, [low, high]): (Trust, [f64; 2])| {
        is_within(money(Some(trust)), low * money(None), high * money(None))
    };
    let values = today.graph().evaluate();
    let phase = |month| values.read(Quantity::plan(Measure::Phase), month).unwrap_or(f64::NAN);
    channels().all(in_bounds)
        && request.bands.is_none_or(|bands| Trust::ALL.into_iter().zip(bands).all(in_band))
        && request
            .phasing_cap
            .is_none_or(|cap| (0..today.plan().months()).all(|month| is_within(phase(month), 0.0, cap)))
}
