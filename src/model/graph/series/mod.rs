//! Operators over months and over lists: one entry each, all sides together.

mod carryover;
mod delay;
mod payback;
mod reached;
mod trailing;

use super::node::Shape;
use super::undefined::Reason;

/// An operator that reads whole rows of months, or a list of quantities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SeriesOperator {
    /// The sum over the months.
    Total,
    /// The sum from the first month to each month.
    Cumulative,
    /// The sum over a list of quantities, month by month.
    Sum,
    /// Rows that arrive D months later, split linearly over two months. Operands: the row, D.
    Delayed,
    /// What [`SeriesOperator::Delayed`] pushes beyond the horizon, by calendar month. Operands: the row, D.
    Overdue,
    /// The sum over the D months before each month, that month apart; of the earliest its part. Operands: the row, D.
    Trailing,
    /// Geometric carryover over lags 0 to 12, divided by the full sum. Operands: the row, λ, the row's value before
    /// the start.
    CarriedOver,
    /// The part of a row whose carried-over effect falls after the horizon. Operands: the row, λ.
    CarriedBeyond,
    /// The number of the first month that is not below 0, but for rounding. Operands: a cumulative difference, and the two
    /// rows, month by month, that it is the difference of.
    FirstReached,
    /// The number of the first month from which on none is below 0. Operands: as of [`SeriesOperator::FirstReached`].
    LastingFrom,
    /// The smallest time after which a list of incomes pays a cost. Operands: the cost, then for every income what
    /// comes at once, what comes per month, and for how many months.
    PaidBackAfter,
}

/// The rows an operator reads, in their order.
type Rows<'a> = &'a [&'a [f64]];

fn row<'a>(rows: Rows<'a>, place: usize) -> &'a [f64] {
    rows.get(place).copied().unwrap_or_default()
}

fn one(rows: Rows<'_>, place: usize) -> f64 {
    row(rows, place).first().copied().unwrap_or(f64::NAN)
}

impl SeriesOperator {
    /// Every operator.
    pub const ALL: &'static [SeriesOperator] = &[
        SeriesOperator::Total,
        SeriesOperator::Cumulative,
        SeriesOperator::Sum,
        SeriesOperator::Delayed,
        SeriesOperator::Overdue,
        SeriesOperator::Trailing,
        SeriesOperator::CarriedOver,
        SeriesOperator::CarriedBeyond,
        SeriesOperator::FirstReached,
        SeriesOperator::LastingFrom,
        SeriesOperator::PaidBackAfter,
    ];

    /// The shape of its result for operands of these shapes.
    pub(super) fn shape(self, mut operands: impl Iterator<Item = Shape>) -> Shape {
        match self {
            SeriesOperator::Cumulative
            | SeriesOperator::Delayed
            | SeriesOperator::Trailing
            | SeriesOperator::CarriedOver => Shape::Monthly,
            SeriesOperator::Overdue => Shape::Late,
            SeriesOperator::Sum => operands.find(|shape| *shape != Shape::One).unwrap_or(Shape::One),
            _ => Shape::One,
        }
    }

    /// What it says when it, and none of its operands, is undefined.
    pub(super) const fn reason(self) -> Option<Reason> {
        match self {
            SeriesOperator::FirstReached | SeriesOperator::LastingFrom => Some(Reason::NotWithinHorizon),
            SeriesOperator::PaidBackAfter => Some(Reason::NeverPaysBack),
            _ => None,
        }
    }

    /// The value; undefined (NaN) where an operand is.
    pub(super) fn fill(self, rows: Rows<'_>, out: &mut [f64]) {
        match self {
            SeriesOperator::Total => single(out, row(rows, 0).iter().sum()),
            SeriesOperator::Cumulative => {
                let mut sum = 0.0;
                out.iter_mut().zip(row(rows, 0)).for_each(|(out, x)| {
                    sum += x;
                    *out = sum;
                });
            }
            SeriesOperator::Sum => fill_sum(rows, out),
            SeriesOperator::Delayed => delay::fill_delayed(row(rows, 0), one(rows, 1), out),
            SeriesOperator::Overdue => delay::fill_overdue(row(rows, 0), one(rows, 1), out),
            SeriesOperator::Trailing => trailing::fill(row(rows, 0), one(rows, 1), out),
            SeriesOperator::CarriedOver => carryover::fill_carried_over(rows, out),
            SeriesOperator::CarriedBeyond => single(out, carryover::carried_beyond(rows)),
            SeriesOperator::FirstReached => single(out, reached::first(rows)),
            SeriesOperator::LastingFrom => single(out, reached::lasting(rows)),
            SeriesOperator::PaidBackAfter => single(out, payback::value(rows)),
        }
    }

    /// Adds to `slopes` what `seed`, the slope to this result, means for the operand at `place`.
    pub(super) fn pull_back(self, rows: Rows<'_>, seed: &[f64], place: usize, slopes: &mut [f64]) {
        match self {
            SeriesOperator::Total => add_to_all(slopes, seed.first().copied().unwrap_or(0.0)),
            SeriesOperator::Cumulative => {
                let mut later = 0.0;
                slopes.iter_mut().zip(seed).rev().for_each(|(slope, seed)| {
                    later += seed;
                    *slope += later;
                });
            }
            SeriesOperator::Sum => match slopes {
                [only] => *only += seed.iter().sum::<f64>(),
                all => all.iter_mut().zip(seed).for_each(|(slope, seed)| *slope += seed),
            },
            SeriesOperator::Delayed | SeriesOperator::Overdue => {
                let beyond = self == SeriesOperator::Overdue;
                delay::pull_back(row(rows, 0), one(rows, 1), beyond, seed, place, slopes);
            }
            SeriesOperator::Trailing => {
                trailing::pull_back(row(rows, 0), one(rows, 1), seed, place, slopes);
            }
            SeriesOperator::CarriedOver => carryover::pull_back_carried_over(rows, seed, place, slopes),
            SeriesOperator::CarriedBeyond => carryover::pull_back_carried_beyond(rows, seed, place, slopes),
            SeriesOperator::PaidBackAfter => {
                add_to_all(slopes, seed.first().copied().unwrap_or(0.0) * payback::slope(rows, place));
            }
            // The number of a month moves in whole steps: between them its slope is 0.
            SeriesOperator::FirstReached | SeriesOperator::LastingFrom => {}
        }
    }
}

fn single(out: &mut [f64], value: f64) {
    out.iter_mut().for_each(|out| *out = value);
}

fn add_to_all(slopes: &mut [f64], more: f64) {
    slopes.iter_mut().for_each(|slope| *slope += more);
}

fn fill_sum(rows: Rows<'_>, out: &mut [f64]) {
    out.fill(0.0);
    for row in rows {
        match row {
            [only] => out.iter_mut().for_each(|out| *out += only),
            row => out.iter_mut().zip(*row).for_each(|(out, x)| *out += x),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SeriesOperator;
    use alloc::vec::Vec;

    /// Rows that every operator accepts: a row of four months and single numbers behind it.
    fn rows(operator: SeriesOperator) -> Vec<Vec<f64>> {
        match operator {
            SeriesOperator::Delayed | SeriesOperator::Overdue | SeriesOperator::Trailing => {
                [&[5.0, 7.0, 11.0, 13.0][..], &[1.3]].map(<[f64]>::to_vec).into()
            }
            SeriesOperator::CarriedOver => {
                [&[5.0, 7.0, 11.0, 13.0][..], &[0.4], &[3.0]].map(<[f64]>::to_vec).into()
            }
            SeriesOperator::CarriedBeyond => {
                [&[5.0, 7.0, 11.0, 13.0][..], &[0.4]].map(<[f64]>::to_vec).into()
            }
            SeriesOperator::PaidBackAfter => {
                [&[100.0][..], &[20.0], &[8.0], &[6.0], &[10.0], &[3.0], &[40.0]].map(<[f64]>::to_vec).into()
            }
            SeriesOperator::Sum => [&[5.0, 7.0, 11.0, 13.0][..], &[2.0]].map(<[f64]>::to_vec).into(),
            SeriesOperator::FirstReached | SeriesOperator::LastingFrom => {
                let (gain, cost) = ([2.0, 14.0, 3.0, 16.0], [7.0, 2.0, 11.0, 2.0]);
                [[-5.0, 7.0, -1.0, 13.0], gain, cost].map(|row| row.to_vec()).into()
            }
            _ => [&[-5.0, 7.0, -1.0, 13.0][..]].map(<[f64]>::to_vec).into(),
        }
    }

    fn value(operator: SeriesOperator, rows: &[Vec<f64>]) -> Vec<f64> {
        let slices: Vec<&[f64]> = rows.iter().map(Vec::as_slice).collect();
        let mut out = alloc::vec![0.0; match operator {
            SeriesOperator::Overdue => 12,
            SeriesOperator::Total
            | SeriesOperator::CarriedBeyond
            | SeriesOperator::FirstReached
            | SeriesOperator::LastingFrom
            | SeriesOperator::PaidBackAfter => 1,
            _ => 4,
        }];
        operator.fill(&slices, &mut out);
        out
    }

    #[test]
    fn undefined_in_any_operand_gives_undefined() {
        for &operator in SeriesOperator::ALL {
            for place in 0..rows(operator).len() {
                let mut broken = rows(operator);
                broken[place].fill(f64::NAN);
                let out = value(operator, &broken);
                assert!(out.iter().any(|x| x.is_nan()), "{operator:?} swallows operand {place}: {out:?}");
            }
        }
    }

    /// Only what is read of an operand counts: what leaves too late arrives nowhere.
    #[test]
    fn undefined_in_a_single_month_reaches_whatever_that_month_moves() {
        for &operator in SeriesOperator::ALL {
            let (base, mut moves) = (rows(operator), 0);
            let out = value(operator, &base);
            for (place, month) in
                base.iter().enumerate().flat_map(|(p, row)| (0..row.len()).map(move |m| (p, m)))
            {
                let with = |number: f64| {
                    let mut rows = base.clone();
                    rows[place][month] = number;
                    value(operator, &rows)
                };
                let (moved, broken) = (with(base[place][month] + 0.25), with(f64::NAN));
                for ((before, after), broken) in out.iter().zip(moved).zip(broken) {
                    moves += usize::from(*before != after);
                    assert!(*before == after || broken.is_nan(), "{operator:?} {place}[{month}]: {broken}");
                }
            }
            // A number of months stays where it is for so small a step.
            let is_counted = matches!(operator, SeriesOperator::FirstReached | SeriesOperator::LastingFrom);
            assert!(is_counted || moves > 1, "{operator:?}: {moves}");
        }
    }

    #[test]
    fn a_month_that_misses_0_by_the_rounding_of_its_sums_has_reached_it() {
        for (miss, first) in [(0.0, 2.0), (1e-3, 2.0), (1e-1, f64::NAN)] {
            let (gain, cost) = ([0.0, 2e10], [1e10, 1e10]);
            let rows = [[-1e10, -miss], gain, cost].map(|row| row.to_vec());
            for operator in [SeriesOperator::FirstReached, SeriesOperator::LastingFrom] {
                let [month] = value(operator, &rows)[..] else { unreachable!("one number") };
                assert_eq!(month.to_bits(), f64::to_bits(first), "{operator:?}: {month} for {miss}");
            }
        }
    }

    #[test]
    fn slopes_agree_with_differences() {
        for &operator in SeriesOperator::ALL {
            let base = rows(operator);
            let slices: Vec<&[f64]> = base.iter().map(Vec::as_slice).collect();
            let out = value(operator, &base);
            // A seed that differs from month to month tells the months apart.
            let seed: Vec<f64> = (0..out.len()).map(|i| 1.0 + i as f64).collect();
            let weighed = |rows: &[Vec<f64>]| -> f64 {
                value(operator, rows).iter().zip(&seed).map(|(a, b)| a * b).sum()
            };
            for place in 0..base.len() {
                let mut slopes = alloc::vec![0.0; base[place].len()];
                operator.pull_back(&slices, &seed, place, &mut slopes);
                for (month, slope) in slopes.iter().enumerate() {
                    let moved = |by: f64| {
                        let mut rows = base.clone();
                        rows[place][month] += by;
                        weighed(&rows)
                    };
                    let difference = (moved(1e-5) - moved(-1e-5)) / 2e-5;
                    assert!(
                        (slope - difference).abs() < 1e-5,
                        "{operator:?} operand {place}: {slope} is not {difference}"
                    );
                }
            }
        }
    }
}
