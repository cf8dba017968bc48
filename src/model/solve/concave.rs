//! A concave function of one channel's monthly budget: sums of curves, of lines above them, and of kinks. What money
//! at a given price buys of it has an answer in closed form or in a few steps of Newton.

use super::curve::Curve;
use alloc::vec::Vec;

/// One concave part.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    /// weight · R(rate·x + offset), and a line above it before the effective spend `until`.
    Response { weight: f64, rate: f64, offset: f64, curve: Curve, until: f64, line: Line },
    /// weight · min(1, x/full)
    Filling { weight: f64, full: f64 },
}

/// A line from a point of a curve.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    from: f64,
    start: f64,
    slope: f64,
}

impl Part {
    /// The least concave function above a response for budgets from `low` to `high`.
    pub(super) fn above(
        weight: f64,
        (rate, offset): (f64, f64),
        curve: Curve,
        (low, high): (f64, f64),
    ) -> Part {
        let from = rate * low + offset;
        let touch = curve.touch(from).min(rate * high + offset);
        let is_line = touch > from;
        let start = curve.value(from);
        let slope = if is_line { (curve.value(touch) - start) / (touch - from) } else { 0.0 };
        let until = if is_line { touch } else { f64::NEG_INFINITY };
        Part::Response { weight, rate, offset, curve, until, line: Line { from, start, slope } }
    }

    pub(super) fn value(self, x: f64) -> f64 {
        match self {
            Part::Response { weight, rate, offset, curve, until, line } => {
                let a = rate * x + offset;
                let units =
                    if a < until { line.start + line.slope * (a - line.from) } else { curve.value(a) };
                weight * units
            }
            Part::Filling { weight, full } => weight * (x / full).min(1.0),
        }
    }

    /// The slope of more money and how it changes.
    fn bending(self, x: f64) -> (f64, f64) {
        match self {
            Part::Response { weight, rate, offset, curve, until, line } => {
                let a = rate * x + offset;
                if a < until {
                    return (weight * rate * line.slope, 0.0);
                }
                let (slope, bend) =
                    if a > 0.0 { curve.bending(a) } else { (curve.slope(a), f64::NEG_INFINITY) };
                (weight * rate * slope, weight * rate * rate * bend)
            }
            Part::Filling { weight, full } => (if x < full { weight / full } else { 0.0 }, 0.0),
        }
    }

    /// The slope of the money before.
    fn slope_before(self, x: f64) -> f64 {
        match self {
            Part::Response { weight, rate, line, .. } if x <= self.knot() => weight * rate * line.slope,
            Part::Filling { weight, full } if x <= full => weight / full,
            part => part.bending(x).0,
        }
    }

    /// The budget where a line ends.
    fn knot(self) -> f64 {
        match self {
            Part::Response { rate, offset, until, .. } => (until - offset) / rate,
            Part::Filling { full, .. } => full,
        }
    }

    fn is_straight(self, to: f64) -> bool {
        match self {
            Part::Response { rate, curve, .. } => rate <= 0.0 || curve.is_straight() || to <= self.knot(),
            Part::Filling { .. } => true,
        }
    }
}

/// A stretch of budgets without a kink inside.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    from: f64,
    to: f64,
    /// The slopes at its ends; on a straight stretch they are one number.
    first: f64,
    last: f64,
    straight: bool,
}

/// A concave function on an interval of budgets.
#[derive(Clone, Debug)]
pub(super) struct Concave {
    pub(super) low: f64,
    pub(super) high: f64,
    constant: f64,
    parts: Vec<Part>,
    stretches: Vec<Stretch>,
}

/// Which of the budgets that are equally good at a price.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum End {
    Least,
    Most,
}

impl Concave {
    pub(super) fn new((low, high): (f64, f64), constant: f64, parts: Vec<Part>) -> Concave {
        let mut knots: Vec<f64> =
            parts.iter().map(|part| part.knot()).filter(|x| *x > low && *x < high).collect();
        knots.sort_unstable_by(f64::total_cmp);
        knots.dedup();
        knots.push(high);
        let mut concave = Concave { low, high, constant, parts, stretches: Vec::with_capacity(knots.len()) };
        let mut from = low;
        for to in knots.into_iter().filter(|to| *to > low) {
            let stretch = concave.stretch(from, to);
            concave.stretches.push(stretch);
            from = to;
        }
        concave
    }

    fn stretch(&self, from: f64, to: f64) -> Stretch {
        let straight = self.parts.iter().all(|part| part.is_straight(to));
        let first = self.bending(from).0;
        let last = if straight { first } else { self.parts.iter().map(|part| part.slope_before(to)).sum() };
        Stretch { from, to, first, last, straight }
    }

    pub(super) fn value(&self, x: f64) -> f64 {
        self.constant + self.parts.iter().map(|part| part.value(x)).sum::<f64>()
    }

    fn bending(&self, x: f64) -> (f64, f64) {
        let sum = |(slope, bend): (f64, f64), part: &Part| {
            let (more, bends) = part.bending(x);
            (slope + more, bend + bends)
        };
        self.parts.iter().fold((0.0, 0.0), sum)
    }

    /// How many parts it has.
    pub(super) fn weight(&self) -> usize {
        self.parts.len()
    }

    /// The slope of more money.
    pub(super) fn slope(&self, x: f64) -> f64 {
        self.bending(x).0
    }

    /// The slopes of its straight stretches: at these prices many budgets are equally good.
    pub(super) fn ties(&self) -> impl Iterator<Item = f64> + '_ {
        self.stretches.iter().filter(|stretch| stretch.straight).map(|stretch| stretch.first)
    }

    /// The budget that is worth most when money costs `price`.
    pub(super) fn demand(&self, price: f64, end: End) -> f64 {
        let stops = |slope: f64| if end == End::Most { slope < price } else { slope <= price };
        for stretch in &self.stretches {
            if stops(stretch.first) {
                return stretch.from;
            }
            if !stretch.straight && stops(stretch.last) {
                return self.within(stretch, price);
            }
        }
        self.high
    }

    /// Newton for slope^(−1/2) = price^(−1/2), which is a straight line of x for the saturating curves, kept within the
    /// stretch by bisection.
    fn within(&self, stretch: &Stretch, price: f64) -> f64 {
        let root = |slope: f64| 1.0 / libm::sqrt(slope);
        let (mut low, mut high, aim) = (stretch.from, stretch.to, root(price));
        let (first, last) = (root(stretch.first), root(stretch.last));
        let mut x = low + (high - low) * ((aim - first) / (last - first));
        for _ in 0..60 {
            if !(x > low && x < high) {
                x = between(low, high);
            }
            let (slope, bend) = self.bending(x);
            if slope > price {
                low = x;
            } else {
                high = x;
            }
            let next = x - (root(slope) - aim) * 2.0 * slope / -bend * libm::sqrt(slope);
            if (next - x).abs() <= 2e-16 * x || high - low <= 4e-16 * high {
                return next.clamp(low, high);
            }
            x = next;
        }
        x.clamp(low, high)
    }
}

/// The middle, by size where the ends are of different ones.
fn between(low: f64, high: f64) -> f64 {
    if high > 4.0 * low { libm::sqrt(low.max(1e-12 * high) * high) } else { f64::midpoint(low, high) }
}

#[cfg(test)]
mod tests {
    use super::{Concave, End, Part};
    use crate::solve::curve::Curve;

    fn sample() -> Concave {
        let bent = Curve::Bent { rise: 900.0, bend: 1.0, offset: 4000.0 };
        let hill = Curve::Hill { ceiling: 500.0, half: 3000.0, slope: 2.5 };
        let range = (200.0, 40_000.0);
        let parts = [
            Part::above(2.0, (1.2, 0.0), bent, range),
            Part::above(3.0, (0.7, 150.0), hill, range),
            Part::Filling { weight: 400.0, full: 9000.0 },
        ];
        Concave::new(range, 7.0, parts.to_vec())
    }

    #[test]
    fn demand_is_worth_most_at_its_price() {
        let concave = sample();
        for price in [1e-4, 0.003, 0.02, 0.05, 0.1, 0.3, 0.7, 2.0] {
            let x = concave.demand(price, End::Least);
            let profit = |x: f64| concave.value(x) - price * x;
            for part in 0..=4000 {
                let other = 200.0 + (40_000.0 - 200.0) * f64::from(part) / 4000.0;
                assert!(profit(other) <= profit(x) + 1e-9 * profit(x).abs(), "{price}: {other} beats {x}");
            }
        }
    }

    #[test]
    fn at_a_tie_the_demand_is_a_stretch() {
        let hill = Curve::Hill { ceiling: 500.0, half: 3000.0, slope: 2.5 };
        let range = (200.0, 40_000.0);
        let parts =
            [Part::above(3.0, (0.7, 150.0), hill, range), Part::Filling { weight: 400.0, full: 9000.0 }];
        let concave = Concave::new(range, 7.0, parts.to_vec());
        let tie = concave.ties().next().expect("a line from the first money");
        let (least, most) = (concave.demand(tie, End::Least), concave.demand(tie, End::Most));
        assert_eq!(least, 200.0);
        assert!(most > 1000.0, "{most}");
        let slope = (concave.value(most) - concave.value(least)) / (most - least);
        assert!((slope - tie).abs() <= 1e-9 * tie, "{slope}, not {tie}");
        // Less is taken at a dearer price, and more at a cheaper one.
        assert_eq!(concave.demand(tie * 1.001, End::Most), least);
        assert!(concave.demand(tie * 0.999, End::Least) >= most);
    }
}
