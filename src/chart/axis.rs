//! Ranges and ticks that always come to an end, whatever finite numbers they are given, and labels
//! that keep apart.

/// How much closer than asked ticks may stand before the next wider step is taken.
const CROWDING: f64 = 0.8;

/// How far, in steps, rounding may push the last tick (0.3 / 0.1 is 2.999…) before it counts as outside.
const SLACK: f64 = 1e-9;

/// A value axis that contains zero.
///
/// Values are carried as shares of the largest magnitude, so that a range neither overflows (1e308)
/// nor vanishes (1e-300). All zero gives the range 0 to 1 with the one tick 0.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Scale {
    unit: f64,
    low: f64,
    high: f64,
}

impl Scale {
    pub(crate) fn of(values: impl IntoIterator<Item = f64>) -> Self {
        let (low, high) =
            values.into_iter().fold((0.0_f64, 0.0_f64), |(low, high), v| (low.min(v), high.max(v)));
        let unit = high.max(-low);
        if unit > 0.0 {
            Self { unit, low: low / unit, high: high / unit }
        } else {
            Self { unit: 1.0, low: 0.0, high: 1.0 }
        }
    }

    /// A value on this scale, between the ends of [`Scale::range`].
    pub(crate) fn share(&self, value: f64) -> f64 {
        value / self.unit
    }

    /// The ends, with a little air beyond the data where it does not end at zero.
    pub(crate) fn range(&self) -> (f64, f64) {
        let air = 0.04 * (self.high - self.low);
        let beyond = |end: f64| if end == 0.0 { 0.0 } else { air };
        (self.low - beyond(self.low), self.high + beyond(self.high))
    }

    /// The ends without that air.
    pub(crate) const fn ends(&self) -> (f64, f64) {
        (self.low, self.high)
    }

    /// Round values (1, 2, 2.5 or 5 times a power of ten apart), about `count` of them, ascending, zero among them.
    /// Where no power of ten can be written (beyond 1e307, below 1e-307) zero alone remains.
    pub(crate) fn ticks(&self, count: usize) -> Vec<f64> {
        let rough = (self.high - self.low) * (self.unit / count.max(1) as f64);
        let exponent = rough.log10().floor().clamp(-307.0, 307.0) as i32;
        let (up, down) = (10_f64.powi(exponent.max(0)), 10_f64.powi((-exponent).max(0)));
        let digit =
            [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().find(|digit| digit * up / down >= CROWDING * rough);
        let step = digit.unwrap_or(10.0) * up / down;
        if !(step.is_normal() && rough.is_normal()) {
            return vec![0.0];
        }
        let (first, last) = (self.low * self.unit / step, self.high * self.unit / step);
        // Multiplying before dividing by an exact power of ten gives 0.3, not 0.30000000000000004.
        let value = |k: i32| f64::from(k) * digit.unwrap_or(10.0) * up / down;
        ((first - SLACK).ceil() as i32..=(last + SLACK).floor() as i32).map(value).collect()
    }
}

/// Steps between labelled months, so that what is labelled are quarters, halves and years.
const STRIDES: [usize; 9] = [1, 2, 3, 4, 6, 12, 24, 36, 60];

/// The smallest stride at which labels keep `gap` apart; `spans` are the left and right ends of all of them.
/// When none does, only the first label is left.
pub(crate) fn stride(spans: &[(f64, f64)], gap: f64) -> usize {
    let apart = |stride: &usize| {
        let shown: Vec<_> = spans.iter().step_by(*stride).collect();
        shown.iter().zip(shown.iter().skip(1)).all(|(a, b)| a.1 + gap <= b.0)
    };
    STRIDES.into_iter().find(apart).unwrap_or(spans.len().max(1))
}

/// Moves label centres as little as needed so that labels of `height` keep clear of each other between
/// `top` and `bottom`; the order of the labels stays that of the wishes. If there is no room for all,
/// they share what there is.
pub(crate) fn spread(wishes: &[f64], height: f64, top: f64, bottom: f64) -> Vec<f64> {
    let height = height.min((bottom - top) / wishes.len().max(1) as f64);
    let mut labels: Vec<_> = wishes.iter().copied().enumerate().collect();
    labels.sort_by(|a, b| a.1.total_cmp(&b.1));
    let mut ceiling = top;
    for (_, y) in &mut labels {
        *y = y.max(ceiling + height / 2.0);
        ceiling = *y + height / 2.0;
    }
    let mut floor = bottom;
    for (_, y) in labels.iter_mut().rev() {
        *y = y.min(floor - height / 2.0);
        floor = *y - height / 2.0;
    }
    labels.sort_by_key(|label| label.0);
    labels.into_iter().map(|label| label.1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ticks_are_round_and_written_as_people_would() {
        assert_eq!(Scale::of([0.0, 0.55]).ticks(4), [0.0, 0.2, 0.4]);
        assert_eq!(Scale::of([0.0, 33_290.0]).ticks(3), [0.0, 10_000.0, 20_000.0, 30_000.0]);
        assert_eq!(Scale::of([-300.0, 9_700.0]).ticks(5), [0.0, 2_000.0, 4_000.0, 6_000.0, 8_000.0]);
        assert_eq!(Scale::of([-1.0, 1.0]).ticks(4), [-1.0, -0.5, 0.0, 0.5, 1.0]);
        assert_eq!(Scale::of([0.0, 0.3]).ticks(3), [0.0, 0.1, 0.2, 0.3]);
    }

    #[test]
    fn degenerate_ranges_have_an_end() {
        for values in
            [vec![], vec![0.0; 3], vec![f64::MAX, f64::MIN], vec![1e-300], vec![5e-324], vec![-1e15]]
        {
            let scale = Scale::of(values.clone());
            let (low, high) = scale.range();
            assert!(low < high && low.is_finite() && high.is_finite(), "{values:?}");
            let ticks = scale.ticks(4);
            assert!(ticks.contains(&0.0) && ticks.len() <= 8, "{values:?}: {ticks:?}");
            assert!(ticks.iter().all(|tick| tick.is_finite()));
        }
    }

    proptest! {
        #[test]
        fn every_value_lies_on_its_scale(values in prop::collection::vec(prop::num::f64::NORMAL, 1..20), count in 1_usize..9) {
            let scale = Scale::of(values.iter().copied());
            let (low, high) = scale.range();
            for value in &values {
                prop_assert!((low..=high).contains(&scale.share(*value)));
            }
            prop_assert!((1..=2 * count + 2).contains(&scale.ticks(count).len()));
        }

        #[test]
        fn spread_labels_keep_apart_and_inside(wishes in prop::collection::vec(-50.0..300.0_f64, 1..8)) {
            let placed = spread(&wishes, 20.0, 0.0, 200.0);
            let mut sorted = placed.clone();
            sorted.sort_by(f64::total_cmp);
            prop_assert!(sorted.windows(2).all(|pair| pair[1] - pair[0] > 20.0 - 1e-6));
            prop_assert!(sorted.iter().all(|y| (10.0 - 1e-6..=190.0 + 1e-6).contains(y)));
        }
    }

    #[test]
    fn labels_with_room_stay_where_they_are() {
        assert_eq!(spread(&[150.0, 40.0], 20.0, 0.0, 200.0), [150.0, 40.0]);
    }

    #[test]
    fn crowded_months_are_labelled_by_quarter_or_year() {
        let spans = |count: usize, pitch: f64| -> Vec<_> {
            (0..count).map(|i| (i as f64 * pitch, i as f64 * pitch + 30.0)).collect()
        };
        assert_eq!(stride(&spans(6, 60.0), 6.0), 1);
        assert_eq!(stride(&spans(12, 14.0), 6.0), 3);
        assert_eq!(stride(&spans(60, 3.1), 6.0), 12);
        assert_eq!(stride(&spans(200, 0.1), 6.0), 200);
        assert_eq!(stride(&[], 6.0), 1);
    }
}
