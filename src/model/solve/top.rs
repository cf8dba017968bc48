//! How far a figure gets, when it is the difference of two functions that grow with the money.

use super::search::{LARGEST, NARROW, Point, Search, halfway};
use alloc::vec::Vec;

/// How exactly the highest figure is bracketed before it is polished, relative to the gain it is left from: the figure
/// itself may be a small rest of large sums, and to bracket a rest takes very many points.
const BRACKET: f64 = 1e-4;
/// The golden section: each of two inner points stays an inner point of the part that is left.
const GOLDEN: f64 = 0.618_033_988_749_894_9;
/// So many sections make any interval too narrow for another point.
const SECTIONS: u32 = 250;

/// The highest figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Highest {
    pub(super) point: Point,
    /// No factor brings more.
    pub(super) bound: f64,
}

impl<F: FnMut(f64) -> Point> Search<F> {
    /// The point with the highest figure up to [`LARGEST`].
    pub(super) fn highest(&mut self) -> Highest {
        // Where money is no cost of the figure, the most money brings the most.
        let (nothing, all) = (self.point(0.0), self.point(LARGEST));
        if all.cost <= nothing.cost {
            return Highest { point: all, bound: all.figure() };
        }
        let (below, bound) = self.highest_before_concave(nothing);
        let start = self.point(self.concave_from);
        let (_, top) = self.climb(start, None);
        let point = below.better_of(top);
        Highest { point, bound: bound.max(point.figure()) }
    }

    /// The highest below `concave_from`, for any two growing functions, and what no factor there exceeds: the interval
    /// that might hold the most is cut first, until none might hold much more than was found.
    fn highest_before_concave(&mut self, nothing: Point) -> (Point, f64) {
        let (mut low, mut waiting) = (nothing, Vec::new());
        let mut best = (nothing, nothing, nothing);
        let look = |best: &mut (Point, Point, Point), low: Point, high: Point| {
            let better = best.0.better_of(low).better_of(high);
            if better.figure() > best.0.figure() {
                *best = (better, low, high);
            }
        };
        while low.factor < self.concave_from {
            let high = self.octave_after(low);
            look(&mut best, low, high);
            waiting.push((low, high));
            low = high;
        }
        let mut bound = nothing.figure();
        while let Some((low, high)) = most_hopeful(&mut waiting) {
            bound = hope((low, high));
            // Asked this way, sums that are too large for a number hold out no hope either.
            let is_hopeful = bound > best.0.figure() + BRACKET * high.gain;
            let is_narrow = high.factor - low.factor <= NARROW * high.factor;
            if !is_hopeful || is_narrow || self.is_tired() {
                break;
            }
            let middle = self.point(halfway(low.factor, high.factor));
            for (low, high) in [(low, middle), (middle, high)] {
                look(&mut best, low, high);
                waiting.push((low, high));
            }
        }
        let (top, low, high) = best;
        let width = high.factor - low.factor;
        let left = self.point((low.factor - width).max(0.0));
        let right = self.point((high.factor + width).min(self.concave_from));
        let (_, polished) = self.top(left, right, None);
        (top.better_of(polished), bound)
    }

    /// The top of a concave figure between two points, or a point that reaches the target; with it a point on its left
    /// that does not.
    ///
    /// A golden section search that knows when it is done: a line through two points of a concave figure is above the
    /// figure wherever it is prolonged, so that four points bound the whole.
    pub(super) fn top(&mut self, low: Point, high: Point, target: Option<f64>) -> (Point, Point) {
        let (mut a, mut d) = (low, high);
        let inner = |a: Point, d: Point, share: f64| a.factor + (d.factor - a.factor) * share;
        let (mut b, mut c) = (self.point(inner(a, d, 1.0 - GOLDEN)), self.point(inner(a, d, GOLDEN)));
        for _ in 0..SECTIONS {
            let top = a.better_of(b).better_of(c).better_of(d);
            let most = bound([a, b, c, d]).max(top.figure());
            let is_enough = |target: f64| top.reaches(target) || most < target;
            if target.is_some_and(is_enough) || most <= top.figure() + top.noise(0.0) {
                break;
            }
            if better(b, c) {
                (c, d) = (b, c);
                b = self.point(inner(a, d, 1.0 - GOLDEN));
            } else {
                (a, b) = (b, c);
                c = self.point(inner(a, d, GOLDEN));
            }
        }
        let top = a.better_of(b).better_of(c).better_of(d);
        let left = [c, b, a].into_iter().find(|point| point.factor < top.factor).unwrap_or(a);
        (left, top)
    }
}

/// What an interval might hold.
fn hope((low, high): (Point, Point)) -> f64 {
    high.gain - low.cost
}

/// Takes out the interval that might hold the most.
fn most_hopeful(waiting: &mut Vec<(Point, Point)>) -> Option<(Point, Point)> {
    let hopes = waiting.iter().map(|interval| hope(*interval)).enumerate().filter(|(_, hope)| !hope.is_nan());
    let place = hopes.max_by(|a, b| a.1.total_cmp(&b.1)).map(|(place, _)| place)?;
    Some(waiting.swap_remove(place))
}

/// Whether the first point is at least as high; what is no number is the lowest.
fn better(one: Point, other: Point) -> bool {
    one.figure() >= other.figure() || other.figure().is_nan()
}

/// What a concave figure cannot exceed between the first and the last of four points.
fn bound([a, b, c, d]: [Point; 4]) -> f64 {
    let line = |from: Point, to: Point, at: Point| {
        let slope = (to.figure() - from.figure()) / (to.factor - from.factor);
        to.figure() + slope * (at.factor - to.factor)
    };
    let between = line(a, b, c).max(b.figure()).min(line(d, c, b).max(c.figure()));
    line(c, b, a).max(between).max(line(b, c, d))
}
