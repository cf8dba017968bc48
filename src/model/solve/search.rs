//! Where a figure first reaches a target, and how far it gets, when it is the difference of two growing functions.

use alloc::vec::Vec;

/// The largest factor that is tried.
const LARGEST: f64 = 1e9;
/// Intervals narrower than this, relative to their upper end, are decided by their ends.
const NARROW: f64 = 1e-13;
/// How far below the target still counts as reaching it: the last digits of a sum are noise.
const NOISE: f64 = 1e-13;
/// How exactly the highest figure is bracketed before it is polished, relative to the gain it is left from: the figure
/// itself may be a small rest of large sums, and to bracket a rest takes very many points.
const BRACKET: f64 = 1e-4;
/// No search looks at more points than this; reached only where the figure touches its target from below.
const PATIENCE: u32 = 200_000;

/// A point of the figure `gain − cost`, both growing with the factor.
#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    pub(super) factor: f64,
    pub(super) gain: f64,
    pub(super) cost: f64,
}

impl Point {
    pub(super) fn figure(self) -> f64 {
        self.gain - self.cost
    }

    fn better_of(self, other: Point) -> Point {
        if other.figure() > self.figure() { other } else { self }
    }
}

/// What is searched: gain and cost at a factor.
pub(super) struct Search<F: FnMut(f64) -> Point> {
    evaluate: F,
    points: u32,
}

impl<F: FnMut(f64) -> Point> Search<F> {
    pub(super) fn new(evaluate: F) -> Search<F> {
        Search { evaluate, points: 0 }
    }

    fn point(&mut self, factor: f64) -> Point {
        self.points += 1;
        (self.evaluate)(factor)
    }

    /// The intervals between 0 and [`LARGEST`], each twice as far as the one before it.
    fn octaves(&mut self) -> Vec<(Point, Point)> {
        let mut ends = alloc::vec![self.point(0.0)];
        let mut factor = 1.0;
        while factor < LARGEST {
            ends.push(self.point(factor));
            factor *= 2.0;
        }
        ends.push(self.point(LARGEST));
        ends.iter().copied().zip(ends.iter().copied().skip(1)).collect()
    }

    /// The smallest factor where the figure reaches the target; none up to [`LARGEST`].
    ///
    /// Global: on an interval the figure is at most the gain at its upper end less the cost at its lower end, so an
    /// interval whose bound stays below the target is left out as a whole, and the rest is cut, left part first.
    pub(super) fn first_reaching(&mut self, target: f64) -> Option<f64> {
        let start = self.point(0.0);
        if reaches(start, target) {
            return Some(0.0);
        }
        let (mut low, mut factor) = (start, 1.0);
        loop {
            let high = self.point(f64::min(factor, LARGEST));
            let found = self.within(low, high, target);
            if found.is_some() || high.factor >= LARGEST {
                return found;
            }
            (low, factor) = (high, 2.0 * factor);
        }
    }

    /// The same between two points of which the lower one does not reach the target.
    fn within(&mut self, low: Point, high: Point, target: f64) -> Option<f64> {
        let mut waiting = alloc::vec![(low, high)];
        let mut round = 0;
        while let Some((low, high)) = waiting.pop() {
            if !reaches(Point { cost: low.cost, ..high }, target) {
                continue;
            }
            if high.factor - low.factor <= NARROW * high.factor || self.points > PATIENCE {
                if reaches(high, target) {
                    return Some(high.factor);
                }
                continue;
            }
            let middle = self.point(cut(low, high, target, round));
            round += 1;
            if !reaches(middle, target) {
                waiting.push((middle, high));
            }
            waiting.push((low, middle));
        }
        None
    }

    /// The point with the highest figure up to [`LARGEST`].
    pub(super) fn highest(&mut self) -> Point {
        // Where money is no cost of the figure, the most money brings the most.
        let (nothing, all) = (self.point(0.0), self.point(LARGEST));
        if all.cost <= nothing.cost {
            return all;
        }
        let mut waiting = self.octaves();
        let mut best = (self.point(0.0), 0.0, 0.0);
        let mut top = best.0;
        // A high top from the start leaves out more.
        let ends = waiting.clone().into_iter();
        let mut look = |low: Point, high: Point| {
            let better = top.better_of(low).better_of(high);
            if better.figure() > top.figure() {
                (top, best) = (better, (better, low.factor, high.factor));
            }
            top
        };
        ends.for_each(|(low, high)| _ = look(low, high));
        while let Some((low, high)) = waiting.pop() {
            let top = look(low, high);
            // Asked this way, sums that are too large for a number hold out no hope either.
            let hopeful = high.gain - low.cost > top.figure() + BRACKET * high.gain;
            let narrow = high.factor - low.factor <= NARROW * high.factor;
            if hopeful && !narrow && self.points < PATIENCE {
                let middle = self.point(halfway(low.factor, high.factor));
                waiting.push((low, middle));
                waiting.push((middle, high));
            }
        }
        self.polish(best.0, best.1, best.2)
    }

    /// Ternary search around a bracketed top.
    fn polish(&mut self, top: Point, low: f64, high: f64) -> Point {
        let (mut low, mut high, mut top) = (2.0 * low - high, 2.0 * high - low, top);
        low = low.max(0.0);
        high = high.min(LARGEST);
        for _ in 0..100 {
            let left = self.point(low + (high - low) / 3.0);
            let right = self.point(high - (high - low) / 3.0);
            top = top.better_of(left).better_of(right);
            if left.figure() < right.figure() { low = left.factor } else { high = right.factor }
        }
        top
    }
}

fn reaches(point: Point, target: f64) -> bool {
    let noise = NOISE * target.abs().max(point.gain.abs()).max(point.cost.abs());
    point.figure() >= target - noise
}

fn halfway(low: f64, high: f64) -> f64 {
    low + (high - low) / 2.0
}

/// Where to cut an interval: in turn just before and just after the place where a straight line would reach the
/// target, then in the middle. A straight figure is done after two cuts, a bent one never takes longer than halving.
fn cut(low: Point, high: Point, target: f64, round: u32) -> f64 {
    let share = (target - low.figure()) / (high.figure() - low.figure());
    let straight = low.factor + (high.factor - low.factor) * share;
    let aside = NARROW / 4.0 * straight;
    let guess = match round % 3 {
        0 => straight - aside,
        1 => straight + aside,
        _ => f64::NAN,
    };
    if guess > low.factor && guess < high.factor { guess } else { halfway(low.factor, high.factor) }
}

#[cfg(test)]
mod tests {
    use super::{Point, Search};

    /// A profit that is a small rest of large sums: at its top, with a factor of 1, 1000 are left of 500,000.
    fn rest(factor: f64) -> Point {
        Point { factor, gain: 1e6 * factor / (factor + 1.0), cost: 249_000.0 + 250_000.0 * factor }
    }

    #[test]
    fn the_highest_of_a_small_rest_is_found_in_few_steps() {
        let mut search = Search::new(rest);
        let top = search.highest();
        assert!((top.figure() - 1000.0).abs() < 1e-6, "{}", top.figure());
        assert!(search.points < 3000, "{} points", search.points);
    }

    #[test]
    fn sums_beyond_all_numbers_are_given_up_soon() {
        let endless = |factor: f64| Point { factor, gain: 1e308 * factor * 10.0, cost: 1e308 * factor };
        let mut search = Search::new(endless);
        search.highest();
        assert!(search.points < 3000, "{} points", search.points);
    }

    #[test]
    fn the_lower_end_of_an_interval_is_the_first_to_reach_a_target() {
        let mut search = Search::new(rest);
        let first = search.first_reaching(900.0).expect("below the top");
        assert!(first < 1.0 && (rest(first).figure() - 900.0).abs() < 1e-6, "{first}");
        assert_eq!(Search::new(rest).first_reaching(1100.0), None);
        assert_eq!(Search::new(rest).first_reaching(-300_000.0), Some(0.0));
    }
}
