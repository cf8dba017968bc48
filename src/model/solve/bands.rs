//! Trust bands: what share of the money each class of channels may have.

use crate::plan::Trust;
use alloc::vec::Vec;

/// The 70/20/10 rule as bands: the least and the most share of the money for proven, test and experimental channels,
/// each with room around what the rule names.
pub const BANDS: [[f64; 2]; 3] = [[0.6, 1.0], [0.0, 0.3], [0.0, 0.15]];

/// The least and the most share of the total that each class of outlets may have.
#[derive(Clone, Debug)]
pub(super) struct Bands {
    pub(super) shares: Vec<[f64; 2]>,
    /// The class of each outlet.
    pub(super) class_of: Vec<usize>,
}

impl Bands {
    /// Bands by trust; without any, all outlets are one class.
    pub(super) fn new(shares: Option<[[f64; 2]; 3]>, trusts: impl Iterator<Item = Trust>) -> Bands {
        let class = |trust| match trust {
            _ if shares.is_none() => 0,
            Trust::Proven => 0,
            Trust::Test => 1,
            Trust::Experimental => 2,
        };
        let class_of = trusts.map(class).collect();
        Bands { shares: shares.map_or_else(|| alloc::vec![[0.0, 1.0]], |shares| shares.to_vec()), class_of }
    }

    /// Whether a class may have any money at all.
    pub(super) fn takes(&self, class: usize) -> bool {
        let Some([low, high]) = self.shares.get(class) else { return false };
        let others = self.shares.iter().map(|[low, _]| low).sum::<f64>() - low;
        *high > 0.0 && others < 1.0 - 1e-12
    }

    /// The totals that can be shared when each class can have money from `least` to `most`.
    ///
    /// A total S is possible when Σ max(least, low·S) ≤ S ≤ Σ min(most, high·S), and each class has room for itself.
    /// Either sum is the extreme over the sets of classes that are at their share.
    pub(super) fn totals(&self, least: &[f64], most: &[f64]) -> Option<(f64, f64)> {
        let classes = || self.shares.iter().zip(least.iter().zip(most));
        let mut from: f64 = least.iter().sum();
        let mut to: f64 = most.iter().sum();
        for ([low, high], (least, most)) in classes() {
            from = from.max(ratio(*least, *high));
            to = to.min(ratio(*most, *low));
        }
        for at_share in 0..1_u32 << self.shares.len() {
            let is_in = |class: usize| at_share >> class & 1 == 1;
            let (mut lows, mut highs, mut leasts, mut mosts) = (0.0, 0.0, 0.0, 0.0);
            for (class, ([low, high], (least, most))) in classes().enumerate() {
                if is_in(class) {
                    (lows, highs) = (lows + low, highs + high);
                } else {
                    (leasts, mosts) = (leasts + least, mosts + most);
                }
            }
            // S ≥ Σ leasts + lows·S, and S ≤ Σ mosts + highs·S.
            from = from.max(ratio(leasts, 1.0 - lows));
            if highs < 1.0 {
                to = to.min(mosts / (1.0 - highs));
            }
        }
        (from <= to * (1.0 + 1e-12)).then_some((from.min(to), to))
    }
}

/// a / b, and 0 where a is 0: shares of nothing ask for nothing.
fn ratio(a: f64, b: f64) -> f64 {
    match a {
        _ if a <= 0.0 && b <= 0.0 => f64::NAN,
        _ if b <= 1e-15 => f64::INFINITY,
        _ => a / b,
    }
}

#[cfg(test)]
mod tests {
    use super::Bands;

    fn bands(shares: [[f64; 2]; 3]) -> Bands {
        Bands { shares: shares.to_vec(), class_of: alloc::vec![0, 1, 2] }
    }

    #[test]
    fn totals_that_can_be_shared() {
        let rule = bands([[0.6, 1.0], [0.0, 0.3], [0.0, 0.15]]);
        // Proven can take 60 at most, which is 60 % of 100.
        assert_eq!(rule.totals(&[0.0; 3], &[60.0, 500.0, 500.0]), Some((0.0, 100.0)));
        // 9 of the experimental are 15 % of 60.
        let (from, to) = rule.totals(&[0.0, 0.0, 9.0], &[900.0; 3]).expect("possible");
        assert!((from - 60.0).abs() < 1e-9 && (to - 1500.0).abs() < 1e-9, "{from} {to}");
        assert_eq!(rule.totals(&[0.0, 50.0, 0.0], &[20.0, 60.0, 60.0]), None);
        // Without proven channels only nothing can be shared.
        assert_eq!(rule.totals(&[0.0; 3], &[0.0, 60.0, 60.0]), Some((0.0, 0.0)));
    }
}
