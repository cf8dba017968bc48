//! Whole units, what a screen says when it says "you need n"; and how exactly a goal has to be met.

/// The smallest whole number that is enough: ceil(x − 1e-9·max(1, x)). Expected values stay fractional inside; the
/// small allowance keeps 7 / 0.7 % at 1000 although its floating-point quotient lies just above.
#[must_use]
pub fn whole_units(x: f64) -> f64 {
    libm::ceil(x - 1e-9 * x.max(1.0)) + 0.0
}

/// Sums are off by so much through rounding, relative to their size.
pub(crate) const ROUNDING: f64 = 1e-12;

/// Whether a figure reaches a target, but for rounding. `size` is the larger of what the figure is a difference of, such
/// as gross profit and cost; 0 for a figure that is none. What searches for a target aims closer than this, so that what
/// it finds reaches it.
pub(crate) fn reaches(figure: f64, target: f64, size: f64) -> bool {
    figure >= target - ROUNDING * size.max(target.abs())
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
