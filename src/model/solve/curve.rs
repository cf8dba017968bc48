//! Response curves in closed form: what they bring, how fast it grows, and where an S bends.

use crate::graph::Values;
use crate::plan::{Channel, Field, Path, ResponseKind};
use crate::quantity::{Measure, Quantity};

/// Units bought for the effective spend a ≥ 0 of a month, as in section 2 of the model.
#[derive(Clone, Copy, Debug)]
pub(super) enum Curve {
    /// rise·a / (bend·a + offset): linear (no bend), saturating and doubling curves. Concave everywhere.
    Bent { rise: f64, bend: f64, offset: f64 },
    /// ceiling / (1 + (half/a)^slope): S-shaped where the slope is above 1, concave otherwise.
    Hill { ceiling: f64, half: f64, slope: f64 },
}

impl Curve {
    /// The curve of no channel.
    pub(super) const NOTHING: Curve = Curve::Bent { rise: 0.0, bend: 0.0, offset: 1.0 };

    /// The curve of a channel. What the formulas derive, such as the spend of half the ceiling, is read off them.
    pub(super) fn of(values: &Values<'_>, place: u16, channel: &Channel) -> Curve {
        let number = |field| values.input(Path::at(field, place)).unwrap_or(f64::NAN);
        let half = || values.read(Quantity::channel(place, Measure::HalfAt), 0).unwrap_or(f64::NAN);
        match channel.response.as_ref().map_or(ResponseKind::Linear, |response| response.kind) {
            ResponseKind::Linear => {
                Curve::Bent { rise: 1.0 / number(Field::UnitCost), bend: 0.0, offset: 1.0 }
            }
            ResponseKind::Saturating => {
                Curve::Bent { rise: number(Field::Ceiling), bend: 1.0, offset: half() }
            }
            ResponseKind::Doubling => {
                let (at, gain) = (number(Field::At), number(Field::Gain));
                let rise = at * (1.0 + gain) / number(Field::UnitCost);
                Curve::Bent { rise, bend: 1.0 - gain, offset: 2.0 * at * gain }
            }
            ResponseKind::Hill => {
                Curve::Hill { ceiling: number(Field::Ceiling), half: half(), slope: number(Field::Slope) }
            }
        }
    }

    pub(super) fn is_straight(self) -> bool {
        matches!(self, Curve::Bent { bend, .. } if bend <= 0.0)
    }

    pub(super) fn value(self, a: f64) -> f64 {
        match self {
            Curve::Bent { rise, bend, offset } => rise * (a / (bend * a + offset)),
            Curve::Hill { ceiling, half, slope } => ceiling * share(a / half, slope).0,
        }
    }

    /// The slope: of the first money at 0, where it may have no bound.
    pub(super) fn slope(self, a: f64) -> f64 {
        match self {
            Curve::Bent { rise, bend, offset } => {
                let whole = bend * a + offset;
                rise / whole * (offset / whole)
            }
            Curve::Hill { ceiling, half, slope } if a <= 0.0 => match slope {
                _ if slope > 1.0 => 0.0,
                _ if slope < 1.0 => f64::INFINITY,
                _ => ceiling / half,
            },
            Curve::Hill { ceiling, half, slope } => {
                let (taken, left) = share(a / half, slope);
                ceiling * slope * taken * left / a
            }
        }
    }

    /// The slope with how it changes, for a > 0.
    pub(super) fn bending(self, a: f64) -> (f64, f64) {
        let rising = self.slope(a);
        match self {
            Curve::Bent { bend, offset, .. } => (rising, -2.0 * bend * rising / (bend * a + offset)),
            Curve::Hill { half, slope, .. } => {
                let (taken, left) = share(a / half, slope);
                (rising, rising / a * (slope * (left - taken) - 1.0))
            }
        }
    }

    /// Where an S turns from bending upwards to bending downwards, half·((n−1)/(n+1))^(1/n); 0 for the others.
    pub(super) fn inflection(self) -> f64 {
        match self {
            Curve::Hill { half, slope, .. } if slope > 1.0 => {
                half * libm::pow((slope - 1.0) / (slope + 1.0), 1.0 / slope)
            }
            _ => 0.0,
        }
    }

    /// Where the straight line from a point of the curve touches it, so that line and curve beyond are the least
    /// concave function above it; the point itself where it lies beyond the inflection.
    pub(super) fn touch(self, from: f64) -> f64 {
        let Curve::Hill { half, slope, .. } = self else { return from };
        let inflection = self.inflection();
        if from >= inflection {
            return from;
        }
        // From 0 the line touches where (a/half)^n = n − 1; from a later point it touches earlier.
        let (mut low, mut high) =
            (inflection, half * libm::pow(slope - 1.0, 1.0 / slope).max(inflection / half));
        if from <= 0.0 {
            return high;
        }
        let start = self.value(from);
        let mut a = high;
        for _ in 0..60 {
            let (rising, bending) = self.bending(a);
            let above = rising * (a - from) - (self.value(a) - start);
            if above > 0.0 {
                low = a;
            } else {
                high = a;
            }
            let next = a - above / (bending * (a - from));
            let next = if next > low && next < high { next } else { f64::midpoint(low, high) };
            let is_there = (next - a).abs() <= 1e-15 * a;
            a = next;
            if is_there {
                break;
            }
        }
        a
    }
}

/// u/(1+u) and 1/(1+u) for u = v^n, also where u is too large for a number.
fn share(v: f64, n: f64) -> (f64, f64) {
    let u = libm::pow(v, n);
    let left = 1.0 / (1.0 + u);
    (if u <= 1.0 { u * left } else { 1.0 / (1.0 + 1.0 / u) }, left)
}

#[cfg(test)]
mod tests {
    use super::Curve;

    const CURVES: [Curve; 4] = [
        Curve::Bent { rise: 0.25, bend: 0.0, offset: 1.0 },
        Curve::Bent { rise: 9000.0, bend: 1.0, offset: 40_000.0 },
        Curve::Hill { ceiling: 800.0, half: 5000.0, slope: 0.7 },
        Curve::Hill { ceiling: 800.0, half: 5000.0, slope: 3.5 },
    ];

    #[test]
    fn slopes_and_their_changes_agree_with_differences() {
        for curve in CURVES {
            for a in [30.0, 900.0, 4000.0, 30_000.0] {
                let h = 1e-4 * a;
                let (slope, bending) = curve.bending(a);
                let rises = (curve.value(a + h) - curve.value(a - h)) / (2.0 * h);
                let bends = (curve.slope(a + h) - curve.slope(a - h)) / (2.0 * h);
                assert!((slope - rises).abs() <= 1e-6 * rises, "{curve:?} at {a}: {slope}, not {rises}");
                assert!(
                    (bending - bends).abs() <= 1e-6 * bends.abs() + 1e-15,
                    "{curve:?} at {a}: {bending}, not {bends}"
                );
            }
        }
    }

    #[test]
    fn the_line_from_a_point_touches_and_stays_above() {
        for slope in [1.01, 1.4, 3.5, 10.0] {
            let curve = Curve::Hill { ceiling: 800.0, half: 5000.0, slope };
            for from in [0.0, 0.2 * curve.inflection(), 0.9 * curve.inflection()] {
                let touch = curve.touch(from);
                assert!(touch >= curve.inflection(), "{slope} {from}");
                let line = (curve.value(touch) - curve.value(from)) / (touch - from);
                assert!((line - curve.slope(touch)).abs() <= 1e-9 * line, "{slope} {from}: {line}");
                for part in 1..100 {
                    let a = from + (touch - from) * f64::from(part) / 50.0;
                    let above = curve.value(from) + line * (a - from);
                    assert!(curve.value(a) <= above * (1.0 + 1e-12), "{slope} {from} at {a}");
                }
            }
            assert_eq!(curve.touch(2.0 * curve.inflection()), 2.0 * curve.inflection());
        }
    }
}
