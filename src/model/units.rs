//! Whole units: what a screen says when it says "you need n".

/// The smallest whole number that is enough: ceil(x − 1e-9·max(1, x)). Expected values stay fractional inside; the
/// small allowance keeps 7 / 0.7 % at 1000 although its floating-point quotient lies just above.
#[must_use]
pub fn whole_units(x: f64) -> f64 {
    libm::ceil(x - 1e-9 * x.max(1.0)) + 0.0
}

#[cfg(test)]
mod tests {
    use super::whole_units;

    #[test]
    fn needs_are_rounded_up_but_not_by_noise() {
        assert_eq!(whole_units(7.0 / 0.007), 1000.0);
        assert_eq!(whole_units(14.0 / 0.028), 500.0);
        assert_eq!(whole_units(333.333), 334.0);
        assert_eq!(whole_units(833.000_1), 834.0);
        assert_eq!(whole_units(0.0).to_bits(), 0.0_f64.to_bits());
        assert_eq!(whole_units(1e-12), 0.0);
    }
}
