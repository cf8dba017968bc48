//! Numbers as a person would have put them: few digits, a range that moves with its value.

use crate::model::plan::{Estimate, field::Bounds};

/// The number rounded to so many significant digits, half away from zero; what cannot be rounded stays as it is.
#[must_use]
pub fn to_digits(number: f64, digits: usize) -> f64 {
    let text = format!("{number:.*e}", digits.saturating_sub(1));
    text.parse().ok().filter(|rounded: &f64| rounded.is_finite()).unwrap_or(number)
}

/// More digits than people write, and fewer than binary fractions need to go wrong: 1,599.9999999999998 is 1,600.
const CLEAN_DIGITS: usize = 12;

fn clean(number: f64) -> f64 {
    to_digits(number, CLEAN_DIGITS)
}

/// The estimate with value and range multiplied, without the noise of binary fractions; source and note stay.
#[must_use]
pub fn scaled(estimate: &Estimate, factor: f64) -> Estimate {
    let range = estimate.range.map(|(low, high)| (clean(low * factor), clean(high * factor)));
    Estimate { value: clean(estimate.value * factor), range, ..estimate.clone() }
}

/// The digits of the ends of an interval that moved with its value.
const END_DIGITS: usize = 3;

/// The estimate around another value. Its interval keeps its proportions, in few digits and always around the value.
#[must_use]
pub fn moved(estimate: &Estimate, value: f64, bounds: Bounds) -> Estimate {
    let moved = estimate.moved_to(value, bounds);
    let around = |(low, high): (f64, f64)| {
        let (low, high) = (to_digits(low, END_DIGITS), to_digits(high, END_DIGITS));
        (low.min(value), high.min(bounds.high).max(value))
    };
    let range = moved.range.map(around).filter(|(low, high)| bounds.hold(*low) && bounds.hold(*high));
    let clean = |(low, high): (f64, f64)| (clean(low).min(value), clean(high).max(value));
    Estimate { range: range.or(moved.range.map(clean)), ..moved }
}

#[cfg(test)]
mod tests {
    use super::{moved, scaled, to_digits};
    use crate::model::plan::{Estimate, Field};

    #[test]
    fn an_interval_that_moves_keeps_few_digits() {
        let rate = Estimate { range: Some((0.006, 0.013)), ..Estimate::from(0.009) };
        let bounds = Field::ConversionRate.bounds();
        assert_eq!(moved(&rate, 0.015, bounds).range, Some((0.01, 0.0217)));
        let narrow = Estimate { range: Some((0.12345, 0.12345)), ..Estimate::from(0.12345) };
        assert_eq!(moved(&narrow, 0.12344, bounds).range, Some((0.123, 0.12344)));
    }

    #[test]
    fn what_is_multiplied_has_no_binary_noise() {
        let price = Estimate { range: Some((0.2, 0.35)), ..Estimate::from(0.3) };
        assert_ne!(0.3 * 3.0, 0.9);
        let tripled = scaled(&price, 3.0);
        assert_eq!((tripled.value, tripled.range), (0.9, Some((0.6, 1.05))));
        let far = scaled(&Estimate { range: Some((28.8, 57.6)), ..Estimate::from(32.0) }, 1.0 / 0.018);
        assert_eq!(far.range, Some((1600.0, 3200.0)));
    }

    #[test]
    fn keeps_the_leading_digits() {
        assert_eq!(to_digits(48_123_456.0, 3), 48_100_000.0);
        assert_eq!(to_digits(0.012_345, 2), 0.012);
        assert_eq!(to_digits(-987.0, 1), -1000.0);
        assert_eq!(to_digits(0.0, 3), 0.0);
        assert!(to_digits(f64::NAN, 3).is_nan());
    }
}
