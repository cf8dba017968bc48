//! Numbers as a person would have put them: few digits, a range that moves with its value.

use crate::model::plan::Estimate;

/// The number rounded to so many significant digits, half away from zero; what cannot be rounded stays as it is.
#[must_use]
pub fn to_digits(number: f64, digits: usize) -> f64 {
    let text = format!("{number:.*e}", digits.saturating_sub(1));
    text.parse().ok().filter(|rounded: &f64| rounded.is_finite()).unwrap_or(number)
}

/// The estimate with value and range multiplied; source and note stay.
#[must_use]
pub fn scaled(estimate: &Estimate, factor: f64) -> Estimate {
    let range = estimate.range.map(|(low, high)| (low * factor, high * factor));
    Estimate { value: estimate.value * factor, range, ..estimate.clone() }
}

#[cfg(test)]
mod tests {
    use super::to_digits;

    #[test]
    fn keeps_the_leading_digits() {
        assert_eq!(to_digits(48_123_456.0, 3), 48_100_000.0);
        assert_eq!(to_digits(0.012_345, 2), 0.012);
        assert_eq!(to_digits(-987.0, 1), -1000.0);
        assert_eq!(to_digits(0.0, 3), 0.0);
        assert!(to_digits(f64::NAN, 3).is_nan());
    }
}
