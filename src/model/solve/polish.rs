//! From budgets to the best ones near them: a sequence of concave programs.
//!
//! An S-shaped channel is held where it bends downwards, or at its least; products are held as their tangents. The
//! concave program that is left is solved exactly, and again from its answer while that gets better. Source: the method
//! of convex separable approximations, Fleury 1989.

use super::branch::{Aim, Branch};
use super::market::{Allocation, Market};
use super::surrogate::{Range, Surrogate};
use alloc::vec::Vec;

/// How often the tangents are taken anew at most.
const ROUNDS: u32 = 40;
/// The closest that an answer has to stay, relative to the budgets.
const CLOSEST: f64 = 1e-4;
/// How many beginnings are tried in plans with dependencies.
const BEGINNINGS: u32 = 10;
/// (√5 − 1)/2
const GOLDEN: f64 = 0.618_033_988_749_894_8;
/// The part of the patience that turning channels on and off may take.
const TURNING: f64 = 0.4;
/// A gain that is not worth another round.
const SMALL: f64 = 1e-12;

/// A step of [`Branch::scatter`].
#[derive(Clone, Copy, Debug)]
pub(super) enum Scatter {
    /// From the beginning of this number on.
    Begin(u32),
    /// With the channel at this place turned on or off.
    Turn(usize),
}

impl Branch {
    /// Looks for better answers from budgets on: once with what is below its bend left at the least, once lifted above.
    pub(super) fn polish(&mut self, from: &[f64]) {
        for lift in [false, true] {
            let boxes = self.concave_box(from, lift);
            self.climb(from, &boxes, f64::INFINITY);
        }
    }

    /// Looks for better answers where dependencies tie channels together, a step at a time: from beginnings all over the
    /// box, then by turning single channels of the best answer on and off while that helps. Answers what is next.
    pub(super) fn scatter(&mut self, next: Scatter) -> Option<Scatter> {
        match next {
            Scatter::Begin(nth) => {
                // The additive recurrence of the golden ratio spreads numbers evenly from 0 to 1.
                let share = |place: u32| f64::from(nth * (place + 2)) * GOLDEN % 1.0;
                let spend = |((low, high), place): (&Range, u32)| low + share(place) * (high - low);
                let from: Vec<f64> = self.root.iter().zip(0..).map(spend).collect();
                self.polish(&from);
                Some(if nth < BEGINNINGS { Scatter::Begin(nth + 1) } else { Scatter::Turn(0) })
            }
            Scatter::Turn(place) if place < self.worth.outlets.len() && !self.is_tired(TURNING) => {
                Some(Scatter::Turn(if self.turn(place) { 0 } else { place + 1 }))
            }
            Scatter::Turn(_) => {
                self.glide();
                None
            }
        }
    }

    /// Turns a channel of the best answer on or off; answers whether that makes it better.
    fn turn(&mut self, place: usize) -> bool {
        let Some(best) = self.best.clone() else { return false };
        let Some(from) = self.turned(&best.spend, place) else { return false };
        let boxes = self.concave_box(&from, false);
        self.climb(&from, &boxes, f64::INFINITY);
        self.best.as_ref().is_some_and(|now| now.score > best.score + SMALL * best.score.abs())
    }

    /// Budgets with one channel on the other side of its bend, or of what others need of it.
    fn turned(&self, spend: &[f64], place: usize) -> Option<Vec<f64>> {
        let (outlet, (low, high)) = self.worth.outlets.get(place).zip(self.root.get(place))?;
        let dependents = outlet.needed_by.iter().filter_map(|dependent| self.worth.outlets.get(*dependent));
        let needs = dependents.flat_map(|dependent| &dependent.needs).filter(|need| need.other == place);
        let full = needs.map(|need| need.full).fold(0.0, f64::max);
        let mark = outlet.inflection().max(full);
        let mut turned = spend.to_vec();
        let slot = turned.get_mut(place).filter(|_| mark > *low)?;
        *slot = if *slot < mark { (1.2 * mark).min(*high) } else { *low };
        Some(turned)
    }

    /// Looks around the best answer with every curve held as its line nearby: where a dependency gains, even a curve that
    /// still bends upwards may stand between its ends.
    pub(super) fn glide(&mut self) {
        if let Some(best) = self.best.clone() {
            let boxes = self.root.clone();
            self.climb(&best.spend, &boxes, 0.4);
        }
    }

    /// The part of the root box where every curve bends downwards, on the side of the bend where the budgets are.
    fn concave_box(&self, from: &[f64], lift: bool) -> Vec<Range> {
        let range = |((outlet, x), (low, high)): ((&super::worth::Outlet, &f64), &Range)| {
            let bend = outlet.inflection();
            match () {
                () if bend <= *low => (*low, *high),
                () if *x >= bend || (lift && *x > *low && bend < *high) => (bend.min(*high), *high),
                () => (*low, *low),
            }
        };
        self.worth.outlets.iter().zip(from).zip(&self.root).map(range).collect()
    }

    /// Solves the concave program of the tangents at budgets, and again at its answer; where that is no better, the next
    /// answer has to stay closer.
    fn climb(&mut self, from: &[f64], boxes: &[Range], mut radius: f64) {
        // A program of lines nearby or of tangents is not the figure itself.
        let resembles = self.has_needs() || radius.is_finite();
        let mut x = from.to_vec();
        // From budgets that keep everything only what is better is a step.
        let mut score = if radius.is_finite() { self.score(from) } else { f64::NEG_INFINITY };
        for _ in 0..ROUNDS {
            let ranges: Vec<Range> = x.iter().map(|x| (*x, *x)).collect();
            let near = around(&x, boxes, radius);
            let curves = Surrogate { worth: &self.worth, boxes: &near, ranges: &ranges, mixtures: &[] }.all();
            let market = Market::new(&curves, &self.bands, &self.worth);
            let next = self.near(&market, resembles);
            self.tire(&market);
            if !resembles {
                next.into_iter().for_each(|next| self.consider(&next.spend));
                return;
            }
            let next = next.map(|next| self.lowered(next.spend));
            let reached = next.map(|next| (self.score(&next), next)).filter(|(better, _)| *better > score);
            match reached {
                Some((better, next)) => {
                    self.consider(&next);
                    let is_small = better <= score + SMALL * score.abs();
                    (score, x) = (better, next);
                    if is_small && radius < CLOSEST {
                        return;
                    }
                    radius *= if is_small { 0.25 } else { 1.0 };
                }
                None if radius < CLOSEST || score.is_infinite() => return,
                None => radius = radius.min(2.0) / 4.0,
            }
        }
    }

    /// Budgets that bring more than the target, brought down to it on the straight way to the least budgets.
    pub(super) fn lowered(&self, spend: Vec<f64>) -> Vec<f64> {
        let Aim::Least { target, .. } = self.aim else { return spend };
        let enough = target - self.noise(target);
        let point = |share: f64| {
            let mixed = |((low, _), x): (&Range, &f64)| low + share * (x - low);
            self.root.iter().zip(&spend).map(mixed).collect::<Vec<f64>>()
        };
        // Shares of nothing are any shares; those of other least budgets may not be allowed.
        let is_free = self.bands.shares.len() == 1 || self.root.iter().all(|(low, _)| *low <= 0.0);
        if !is_free || self.worth.at(&spend) <= target + self.noise(target) {
            return spend;
        }
        let (mut low, mut high) = (0.0, 1.0);
        while high - low > 1e-15 {
            let middle = f64::midpoint(low, high);
            if self.worth.at(&point(middle)) >= enough { high = middle } else { low = middle }
        }
        point(high)
    }

    /// The answer of a concave program, brought to the target where the program only resembles the figure.
    fn near(&self, market: &Market<'_>, resembles: bool) -> Option<Allocation> {
        let (_, found) = match (self.optimum(market), self.aim) {
            (None, Aim::Least { cap, .. }) if resembles => market.most(cap),
            (found, _) => found,
        }?;
        match self.aim {
            Aim::Least { target, cap } if resembles => self.reach(market, found, target, cap),
            _ => Some(found),
        }
    }

    /// The least total found whose share reaches the target: the secant, kept between totals on both sides by bisection.
    fn reach(&self, market: &Market<'_>, found: Allocation, target: f64, cap: f64) -> Option<Allocation> {
        let (least, most) = market.totals()?;
        let most = most.min(cap);
        let miss = |share: &Allocation| self.worth.at(&share.spend) - target;
        let noise = self.noise(target);
        let (mut low, mut high) = (least, most);
        let mut share = found;
        let mut reaching = None;
        for _ in 0..80 {
            let over = miss(&share);
            if over >= -noise {
                high = share.total;
                let is_close = over <= noise;
                reaching = Some(share.clone());
                if is_close {
                    break;
                }
            } else {
                low = share.total;
            }
            if high - low <= 1e-14 * high {
                break;
            }
            let step = share.total - over / share.slope * if over < 0.0 { 1.0 + 1e-9 } else { 1.0 };
            let inside = step > low && step < high;
            let total = if inside {
                step
            } else if reaching.is_none() {
                high
            } else {
                f64::midpoint(low, high)
            };
            if reaching.is_none() && share.total >= most {
                return None;
            }
            share = market.share(total);
        }
        reaching
    }
}

/// The part of the boxes that is at most a factor of the radius away; a budget of nothing may become a part of the others.
fn around(x: &[f64], boxes: &[Range], radius: f64) -> Vec<Range> {
    if radius.is_infinite() {
        return boxes.to_vec();
    }
    let mean = x.iter().sum::<f64>() / f64::from(u32::try_from(x.len().max(1)).unwrap_or(1));
    let near = |(x, (low, high)): (&f64, &Range)| {
        let reach = radius * x.max(0.1 * mean);
        ((x - reach).max(*low).min(*high), (x + reach).min(*high).max(*low))
    };
    x.iter().zip(boxes).map(near).collect()
}
