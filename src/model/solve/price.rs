//! The price of money at which everybody together takes a given amount of it: the multiplier of the budget.

use super::concave::{Concave, End};
use alloc::rc::Rc;
use alloc::vec::Vec;
use core::cell::Cell;

/// How often a price is tried at most; a few are enough.
const TRIES: usize = 200;

/// Concave functions that share money.
#[derive(Clone, Debug)]
pub(super) struct Takers {
    curves: Vec<Rc<Concave>>,
    /// The prices at which somebody has a choice, falling, and 0 as the last.
    ties: Vec<f64>,
    /// How many parts have been gone through.
    work: Cell<usize>,
}

/// How a sum of money is shared, and its price.
pub(super) struct Shared {
    pub(super) spend: Vec<f64>,
    pub(super) price: f64,
}

/// The price of a total, from two sides: at the dear one no more than the total is taken, at the cheap one no less. They
/// are one number where somebody has a choice at it, and nearly one where the last digits of a price decide over much.
#[derive(Clone, Copy)]
pub(super) struct Price {
    pub(super) dear: f64,
    pub(super) cheap: f64,
}

impl Price {
    fn at(price: f64) -> Price {
        Price { dear: price, cheap: price }
    }
}

impl Takers {
    pub(super) fn new(curves: Vec<Rc<Concave>>) -> Takers {
        let mut ties: Vec<f64> = curves.iter().flat_map(|curve| curve.ties()).chain([0.0]).collect();
        ties.sort_unstable_by(|a, b| b.total_cmp(a));
        ties.dedup();
        let work = Cell::new(curves.iter().map(|curve| curve.weight()).sum());
        Takers { curves, ties, work }
    }

    pub(super) fn curves(&self) -> &[Rc<Concave>] {
        &self.curves
    }

    pub(super) fn least(&self) -> f64 {
        self.curves.iter().map(|curve| curve.low).sum()
    }

    pub(super) fn most(&self) -> f64 {
        self.curves.iter().map(|curve| curve.high).sum()
    }

    /// What all take together at a price.
    pub(super) fn taken(&self, price: f64, end: End) -> f64 {
        self.work.set(self.work.get() + self.curves.iter().map(|curve| curve.weight()).sum::<usize>());
        self.curves.iter().map(|curve| curve.demand(price, end)).sum()
    }

    pub(super) fn work(&self) -> usize {
        self.work.get()
    }

    /// Shares a total in the one way that brings most: everybody at the same price. Where some have a choice, the first
    /// of them take first.
    pub(super) fn share(&self, total: f64) -> Shared {
        let Price { dear, cheap } = price_of(&[self], total, |price, end| self.taken(price, end));
        let mut spend: Vec<f64> = self.curves.iter().map(|curve| curve.demand(dear, End::Least)).collect();
        if total <= self.least() {
            // No price is dear enough for the first money that has no finite one.
            spend = self.curves.iter().map(|curve| curve.low).collect();
        }
        let mut left = total - spend.iter().sum::<f64>();
        for (spend, curve) in spend.iter_mut().zip(&self.curves) {
            if left <= 0.0 {
                break;
            }
            let more = (curve.demand(cheap, End::Most) - *spend).min(left).max(0.0);
            *spend += more;
            left -= more;
        }
        Shared { spend, price: cheap }
    }
}

/// The price at which `taken`, which falls with it, is the total.
pub(super) fn price_of(takers: &[&Takers], total: f64, taken: impl Fn(f64, End) -> f64) -> Price {
    let mut ties: Vec<f64> = takers.iter().flat_map(|takers| takers.ties.iter().copied()).collect();
    if takers.len() > 1 {
        ties.sort_unstable_by(|a, b| b.total_cmp(a));
    }
    let enough = ties.partition_point(|tie| taken(*tie, End::Most) < total);
    let Some(&tie) = ties.get(enough) else { return Price::at(0.0) };
    if taken(tie, End::Least) <= total {
        return Price::at(tie);
    }
    let before = enough.checked_sub(1).and_then(|place| ties.get(place)).copied();
    smooth(before.unwrap_or(f64::INFINITY), tie, total, |price| taken(price, End::Least))
}

/// The same between two prices without a tie: regula falsi with the weights of Dowell and Jarratt (Illinois), over
/// price^(−1/2), of which saturating curves are straight lines; by bisection where that stays on one side.
fn smooth(dear: f64, cheap: f64, total: f64, taken: impl Fn(f64) -> f64) -> Price {
    let Some([mut a, mut b]) = bracket(dear, cheap, total, &taken) else { return Price::at(cheap) };
    let mut side = 0_i32;
    for _ in 0..TRIES {
        let falsi = b.0 - b.1 * ((b.0 - a.0) / (b.1 - a.1));
        let is_inside = side.abs() < 3 && falsi > a.0 && falsi < b.0;
        let m = if is_inside { falsi } else { f64::midpoint(a.0, b.0) };
        let price = 1.0 / (m * m);
        let over = taken(price) - total;
        if over.abs() <= 1e-15 * total {
            return Price::at(price);
        }
        if b.0 - a.0 <= 1e-15 * b.0 {
            break;
        }
        if !is_inside {
            side = 0;
        }
        if over < 0.0 {
            a = (m, over);
            b.1 *= if side < 0 { 0.5 } else { 1.0 };
            side = side.min(0) - 1;
        } else {
            b = (m, over);
            a.1 *= if side > 0 { 0.5 } else { 1.0 };
            side = side.max(0) + 1;
        }
    }
    Price { dear: 1.0 / (a.0 * a.0), cheap: 1.0 / (b.0 * b.0) }
}

/// Finite prices on both sides, as price^(−1/2) with what is taken beyond the total.
fn bracket(dear: f64, cheap: f64, total: f64, taken: impl Fn(f64) -> f64) -> Option<[(f64, f64); 2]> {
    const WIDER: f64 = 64.0;
    let at = |price: f64| (1.0 / libm::sqrt(price), taken(price) - total);
    let start = match (dear.is_finite(), cheap > 0.0) {
        (true, true) => return Some([at(dear), at(cheap)]),
        (true, false) => dear,
        (false, true) => cheap,
        (false, false) => 1.0,
    };
    let mut here = at(start);
    let mut price = start;
    let upwards = here.1 > 0.0;
    while price > 0.0 && price.is_finite() {
        price = if upwards { price * WIDER } else { price / WIDER };
        let next = at(price);
        if upwards != (next.1 > 0.0) {
            return Some(if upwards { [next, here] } else { [here, next] });
        }
        here = next;
    }
    None
}
