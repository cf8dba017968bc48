//! How the money of a plan is spread over its months.

use alloc::vec::Vec;

/// The longest horizon.
pub const MOST_MONTHS: u16 = 60;

/// How the budgets are spread over the months.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Phasing {
    /// The same every month.
    #[default]
    Flat,
    /// The budget follows the season.
    Seasonal,
    /// A factor per month, rescaled to mean 1.
    Factors(Vec<f64>),
}

impl Phasing {
    /// The same for another horizon: an added month is like the last one that has money. Flat where none has any.
    #[must_use]
    pub fn fitted(&self, months: u32) -> Phasing {
        let Phasing::Factors(factors) = self else { return self.clone() };
        // A wrong horizon is refused later: it must not ask for memory before.
        let length = usize::try_from(months).unwrap_or(0).min(usize::from(MOST_MONTHS));
        let last = factors.iter().rev().copied().find(|factor| *factor > 0.0).unwrap_or(0.0);
        let mut fitted = factors.clone();
        fitted.resize(length, last);
        if fitted.iter().all(|factor| *factor <= 0.0) { Phasing::Flat } else { Phasing::Factors(fitted) }
    }
}
