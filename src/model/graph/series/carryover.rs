//! Carryover (遞延): geometric over lags 0 to 12, always divided by the full sum of the weights.
//!
//! Source: the adstock of Broadbent (1979), "One way TV advertisements work".

use super::{Rows, one, row};

/// The last lag of the carryover.
const LAST_LAG: usize = 12;

/// The weights λ^lag, divided by their full sum.
struct Weights([f64; LAST_LAG + 1]);

impl Weights {
    fn of(carryover: f64) -> Weights {
        let mut power = 1.0;
        let mut weights = [0.0; LAST_LAG + 1];
        for weight in &mut weights {
            *weight = power;
            power *= carryover;
        }
        let sum: f64 = weights.iter().sum();
        Weights(weights.map(|weight| weight / sum))
    }

    fn iter(&self) -> impl Iterator<Item = (usize, f64)> + '_ {
        self.0.iter().copied().enumerate()
    }

    /// The share of the effect with a lag beyond `left` months.
    fn beyond(&self, left: usize) -> f64 {
        self.0.iter().skip(left + 1).sum()
    }

    /// The effect at work in each month: of the money of that month, of the months before it and from before the start.
    fn effects(self, rows: Rows<'_>) -> impl Iterator<Item = f64> {
        let (x, before, beyond) = (row(rows, 0), one(rows, 2), self.all_beyond());
        (0..x.len()).map(move |month| {
            let within = x.get(..=month).unwrap_or_default().iter().rev();
            let spent: f64 = within.zip(&self.0).map(|(x, weight)| weight * x).sum();
            spent + beyond.get(month).copied().unwrap_or(0.0) * before
        })
    }

    /// [`Weights::beyond`] for every month that has any.
    fn all_beyond(&self) -> [f64; LAST_LAG + 1] {
        let mut beyond = [0.0; LAST_LAG + 1];
        let mut sum = 0.0;
        for (beyond, weight) in beyond.iter_mut().zip(&self.0).rev() {
            *beyond = sum;
            sum += weight;
        }
        beyond
    }

    /// How each weight moves with λ: with p = λ^l and s = Σ p, (p/s)′ = (p′ − p/s·s′)/s.
    #[allow(clippy::cast_precision_loss, reason = "lags are at most 12")]
    fn slopes(&self) -> Weights {
        let [first, second, ..] = self.0;
        let (sum, carryover) = (1.0 / first, second / first);
        let steep: [f64; LAST_LAG + 1] = core::array::from_fn(|lag| match lag {
            0 => 0.0,
            _ => lag as f64 * libm::pow(carryover, (lag - 1) as f64),
        });
        let total: f64 = steep.iter().sum();
        let mut slopes = steep;
        slopes.iter_mut().zip(self.0).for_each(|(slope, weight)| *slope = (*slope - weight * total) / sum);
        Weights(slopes)
    }
}

/// How many months of the horizon are left after `month`.
fn left_after(month: usize, months: usize) -> usize {
    months.saturating_sub(month + 1)
}

/// What a slope to a result means by a weight: nothing by a weight of 0, also where the first money has no finite price.
fn part(slope: f64, weight: f64) -> f64 {
    if weight == 0.0 { 0.0 } else { slope * weight }
}

pub(super) fn fill_carried_over(rows: Rows<'_>, out: &mut [f64]) {
    let weights = Weights::of(one(rows, 1));
    out.iter_mut().zip(weights.effects(rows)).for_each(|(out, effect)| *out = effect);
}

pub(super) fn carried_beyond(rows: Rows<'_>) -> f64 {
    beyond_horizon(row(rows, 0), &Weights::of(one(rows, 1)))
}

fn beyond_horizon(x: &[f64], weights: &Weights) -> f64 {
    let months = x.len();
    x.iter().enumerate().map(|(month, x)| x * weights.beyond(left_after(month, months))).sum()
}

pub(super) fn pull_back_carried_over(rows: Rows<'_>, seed: &[f64], place: usize, slopes: &mut [f64]) {
    let weights = Weights::of(one(rows, 1));
    match place {
        0 => {
            for (month, seed) in seed.iter().enumerate() {
                for (lag, weight) in weights.iter().take(month + 1) {
                    slopes.get_mut(month - lag).into_iter().for_each(|slope| *slope += part(*seed, weight));
                }
            }
        }
        1 => {
            let steep = weights.slopes();
            let sum: f64 =
                seed.iter().zip(steep.effects(rows)).map(|(seed, effect)| part(*seed, effect)).sum();
            super::add_to_all(slopes, sum);
        }
        _ => {
            let beyond = seed.iter().enumerate().map(|(month, seed)| part(*seed, weights.beyond(month)));
            let sum: f64 = beyond.sum();
            super::add_to_all(slopes, sum);
        }
    }
}

pub(super) fn pull_back_carried_beyond(rows: Rows<'_>, seed: &[f64], place: usize, slopes: &mut [f64]) {
    let weights = Weights::of(one(rows, 1));
    let seed = seed.first().copied().unwrap_or(0.0);
    if place == 0 {
        let months = slopes.len();
        let each = slopes.iter_mut().enumerate();
        each.for_each(|(month, slope)| *slope += part(seed, weights.beyond(left_after(month, months))));
    } else {
        super::add_to_all(slopes, part(seed, beyond_horizon(row(rows, 0), &weights.slopes())));
    }
}

#[cfg(test)]
mod tests {
    use super::pull_back_carried_over;

    #[test]
    fn a_first_money_without_a_finite_price_is_worth_nothing_to_what_it_does_not_read() {
        // Nothing is spent, now or before, and nothing is carried over.
        let rows: [&[f64]; 3] = [&[0.0; 3], &[0.0], &[0.0]];
        for (place, expected) in [(0, &[f64::INFINITY, 1.0, f64::INFINITY][..]), (1, &[0.0]), (2, &[0.0])] {
            let mut slopes = alloc::vec![0.0; expected.len()];
            pull_back_carried_over(&rows, &[f64::INFINITY, 1.0, f64::INFINITY], place, &mut slopes);
            assert_eq!(slopes, expected, "operand {place}");
        }
    }
}
