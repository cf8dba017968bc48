//! Where a figure first reaches a target, when it is the difference of two functions that grow with the money.

use crate::units::ROUNDING;

/// The largest factor that is tried.
pub(super) const LARGEST: f64 = 1e9;
/// Intervals narrower than this, relative to their upper end, are decided by their ends.
pub(super) const NARROW: f64 = 1e-13;
/// How far below the target still counts as reaching it: the last digits of a sum are noise.
const NOISE: f64 = ROUNDING / 10.0;

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

    pub(super) fn better_of(self, other: Point) -> Point {
        if other.figure() > self.figure() || self.figure().is_nan() { other } else { self }
    }

    /// What may be rounding in its figure, or in a target of this size.
    pub(super) fn noise(self, target: f64) -> f64 {
        NOISE * target.abs().max(self.gain.abs()).max(self.cost.abs())
    }

    pub(super) fn reaches(self, target: f64) -> bool {
        self.figure() >= target - self.noise(target)
    }
}

/// What is searched: gain and cost at a factor.
pub(super) struct Search<F: FnMut(f64) -> Point> {
    evaluate: F,
    /// From here on the figure is concave, or no money is a cost of it: it rises, and then it falls.
    pub(super) concave_from: f64,
    /// How many points may be looked at before what is left below `concave_from` stays undecided.
    patience: u32,
    /// How many have been looked at.
    pub(super) points: u32,
}

/// Where a target is first reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct First {
    /// The factor; none up to [`LARGEST`].
    pub(super) factor: Option<f64>,
    /// Below this no factor reaches the target. It is the factor itself unless patience ran out.
    pub(super) proven: f64,
}

impl<F: FnMut(f64) -> Point> Search<F> {
    pub(super) fn new(evaluate: F, concave_from: f64, patience: u32) -> Search<F> {
        Search { evaluate, concave_from, patience, points: 0 }
    }

    pub(super) fn point(&mut self, factor: f64) -> Point {
        self.points += 1;
        (self.evaluate)(factor)
    }

    pub(super) fn is_tired(&self) -> bool {
        self.points >= self.patience
    }

    /// The end of the next interval, each twice as far as the one before it; one ends where the figure gets concave.
    pub(super) fn octave_after(&mut self, low: Point) -> Point {
        let end = f64::clamp(2.0 * low.factor, 1.0, LARGEST);
        self.point(if low.factor < self.concave_from { end.min(self.concave_from) } else { end })
    }

    /// The smallest factor where the figure reaches the target.
    pub(super) fn first_reaching(&mut self, target: f64) -> First {
        let mut low = self.point(0.0);
        if low.reaches(target) {
            return First { factor: Some(0.0), proven: 0.0 };
        }
        let mut undecided = None;
        let mut factor = None;
        while factor.is_none() && low.factor < self.concave_from {
            let high = self.octave_after(low);
            factor = self.within(low, high, target, &mut undecided);
            low = high;
        }
        let factor = factor.or_else(|| {
            let (left, top) = self.climb(low, Some(target));
            top.reaches(target).then(|| self.crossing(left, top, target))
        });
        First { factor, proven: undecided.or(factor).unwrap_or(LARGEST) }
    }

    /// The same between two points of which the lower one does not reach the target, for any two growing functions:
    /// on an interval the figure is at most the gain at its upper end less the cost at its lower end, so an interval
    /// whose bound stays below the target is left out as a whole, and the rest is cut, left part first.
    fn within(&mut self, low: Point, high: Point, target: f64, undecided: &mut Option<f64>) -> Option<f64> {
        let mut waiting = alloc::vec![(low, high)];
        let mut round = 0;
        while let Some((low, high)) = waiting.pop() {
            let is_hopeful = Point { cost: low.cost, ..high }.reaches(target);
            let is_narrow = high.factor - low.factor <= NARROW * high.factor;
            if is_hopeful && !is_narrow && !self.is_tired() {
                let middle = self.point(cut(low, high, None, target, round));
                round += 1;
                if !middle.reaches(target) {
                    waiting.push((middle, high));
                }
                waiting.push((low, middle));
            } else if is_hopeful {
                if !is_narrow {
                    undecided.get_or_insert(low.factor);
                }
                if high.reaches(target) {
                    return Some(self.crossing(low, high, target));
                }
            }
        }
        None
    }

    /// Walks up from a point, not to be below `concave_from`, that does not reach the target: to the first point found
    /// that does, with a point before it that does not; or to the top.
    pub(super) fn climb(&mut self, start: Point, target: Option<f64>) -> (Point, Point) {
        let (mut before, mut low) = (start, start);
        while low.factor < LARGEST {
            let high = self.octave_after(low);
            if target.is_some_and(|target| high.reaches(target)) {
                return (low, high);
            }
            let falls = high.figure().is_nan() || high.figure() < low.figure() - high.noise(0.0);
            if falls || high.factor >= LARGEST && high.cost > low.cost {
                return self.top(before, high, target);
            }
            (before, low) = (low, high);
        }
        (before, low)
    }

    /// Where the figure crosses the target, between a point that does not reach it and one that does.
    fn crossing(&mut self, mut low: Point, mut high: Point, target: f64) -> f64 {
        let (mut round, mut before) = (0, None);
        while high.factor - low.factor > NARROW * high.factor {
            let factor = cut(low, high, before, target - high.noise(target), round);
            // Nothing is between 0 and the smallest number.
            if factor <= low.factor || factor >= high.factor {
                break;
            }
            let middle = self.point(factor);
            round += 1;
            let end = if middle.reaches(target) { &mut high } else { &mut low };
            before = Some(core::mem::replace(end, middle));
        }
        high.factor
    }
}

pub(super) fn halfway(low: f64, high: f64) -> f64 {
    low + (high - low) / 2.0
}

/// Where to cut an interval: in turn just before and just after the place where the target should be reached, then in
/// the middle. A straight figure is done after two cuts, a bent one soon after, and none takes longer than halving.
/// With the end that the interval had before, the place is found on the curve through all three points.
fn cut(low: Point, high: Point, before: Option<Point>, target: f64, round: u32) -> f64 {
    let is_within = |factor: &f64| *factor > low.factor && *factor < high.factor;
    let place = before.map(|before| curved(low, high, before, target)).filter(is_within);
    let place = place.unwrap_or_else(|| straight(low, high, target));
    let aside = NARROW / 4.0 * place;
    let guess = match round % 3 {
        0 => place - aside,
        1 => place + aside,
        _ => f64::NAN,
    };
    Some(guess).filter(is_within).unwrap_or_else(|| halfway(low.factor, high.factor))
}

/// Where a straight line through two points reaches the target.
fn straight(low: Point, high: Point, target: f64) -> f64 {
    low.factor + (high.factor - low.factor) * (target - low.figure()) / (high.figure() - low.figure())
}

/// Where the parabola through three points, factor by figure, has the target: inverse quadratic interpolation by
/// Neville's scheme.
fn curved(low: Point, high: Point, before: Point, target: f64) -> f64 {
    let near = straight(low, high, target);
    let far = straight(high, before, target);
    let share = (target - low.figure()) / (before.figure() - low.figure());
    near + (far - near) * share
}

#[cfg(test)]
mod tests {
    use super::{First, LARGEST, Point, Search};

    const PATIENCE: u32 = 20_000;

    /// A profit that is a small rest of large sums: at its top, with a factor of 1, 1000 are left of 500,000.
    fn rest(factor: f64) -> Point {
        Point { factor, gain: 1e6 * factor / (factor + 1.0), cost: 249_000.0 + 250_000.0 * factor }
    }

    /// Known to be concave, and searched as if nothing were known.
    const KNOWLEDGE: [f64; 2] = [0.0, LARGEST];

    #[test]
    fn the_highest_of_a_small_rest_is_found_in_few_steps() {
        for (concave_from, most) in KNOWLEDGE.into_iter().zip([60, 3000]) {
            let mut search = Search::new(rest, concave_from, PATIENCE);
            let top = search.highest();
            assert!((top.point.figure() - 1000.0).abs() < 1e-6, "{top:?}");
            assert!(top.bound > 1000.0 - 1e-6 && search.points < most, "{} points", search.points);
        }
    }

    #[test]
    fn sums_beyond_all_numbers_are_given_up_soon() {
        for (concave_from, most) in KNOWLEDGE.into_iter().zip([300, 3000]) {
            let endless = |factor: f64| Point { factor, gain: 1e308 * factor * 10.0, cost: 1e308 * factor };
            let mut search = Search::new(endless, concave_from, PATIENCE);
            search.highest();
            assert!(search.points < most, "{} points", search.points);
        }
    }

    #[test]
    fn the_lower_end_of_an_interval_is_the_first_to_reach_a_target() {
        for concave_from in KNOWLEDGE {
            let search = |target| Search::new(rest, concave_from, PATIENCE).first_reaching(target);
            let first = search(900.0).factor.expect("below the top");
            assert!(first < 1.0 && (rest(first).figure() - 900.0).abs() < 1e-6, "{first}");
            assert_eq!(search(1100.0), First { factor: None, proven: LARGEST });
            assert_eq!(search(-300_000.0), First { factor: Some(0.0), proven: 0.0 });
        }
    }

    #[test]
    fn a_profit_near_break_even_is_searched_in_few_steps() {
        for margin in [0.95, 0.99, 0.999, 1.0, 1.001] {
            let linear =
                |factor: f64| Point { factor, gain: margin * 10_000.0 * factor, cost: 10_000.0 * factor };
            let mut search = Search::new(linear, 0.0, PATIENCE);
            let first = search.first_reaching(100_000.0);
            let points = search.points;
            assert_eq!(first.factor.is_some(), margin > 1.0, "{margin}: {first:?}");
            let mut search = Search::new(linear, 0.0, PATIENCE);
            search.highest();
            assert!(points < 100 && search.points < 100, "{margin}: {points} and {} points", search.points);
        }
    }

    #[test]
    fn a_target_that_any_money_reaches_is_found() {
        let jump = |factor: f64| Point { factor, gain: if factor > 0.0 { 1.0 } else { 0.0 }, cost: factor };
        for concave_from in KNOWLEDGE {
            let first = Search::new(jump, concave_from, PATIENCE).first_reaching(0.5);
            assert!(first.factor.is_some_and(|factor| factor > 0.0 && factor < 1e-300), "{first:?}");
        }
    }

    #[test]
    fn where_patience_runs_out_the_answer_says_what_is_proven() {
        // It just does not reach 0 until it rises at 40, so that every interval below holds out hope.
        let steps = |factor: f64| Point {
            factor,
            gain: 10.0 * factor - if factor < 40.0 { 1.0 } else { 0.0 },
            cost: 10.0 * factor,
        };
        let first = Search::new(steps, LARGEST, 100).first_reaching(0.0);
        let factor = first.factor.expect("reached from 40 on");
        assert!(factor >= 40.0 && first.proven < 40.0, "{first:?}");
    }
}
