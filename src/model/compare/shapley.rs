//! The Shapley value of a game whose every coalition is known.

use alloc::vec::Vec;

/// What each of `players` adds on average over every order in which they can come, from the worth of every coalition:
/// the table has 2ⁿ numbers, and bit i of a place says whether player i is in.
///
/// Source: L. S. Shapley, "A value for n-person games" (1953). The sums are of differences of the table's numbers, so
/// the error is a few units in the last place of the largest of them.
pub(super) fn shapley(table: &[f64], players: usize) -> Vec<f64> {
    let weights = weights(players);
    let worth = |player: usize| {
        let bit = 1usize << player;
        let adds = |(without, before): (usize, &f64)| {
            let after = table.get(without | bit)?;
            let weight = weights.get(without.count_ones() as usize)?;
            Some(weight * (after - before))
        };
        table.iter().enumerate().filter(|(place, _)| place & bit == 0).filter_map(adds).sum()
    };
    (0..players).map(worth).collect()
}

/// How likely a player comes after a given coalition, by the size of the coalition: s!(n−1−s)!/n!.
#[allow(clippy::cast_precision_loss, reason = "a few players")]
fn weights(players: usize) -> Vec<f64> {
    let mut weight = 1.0 / players as f64;
    let next = |size: usize| {
        let now = weight;
        weight *= (size + 1) as f64 / (players.saturating_sub(size + 1)) as f64;
        now
    };
    (0..players).map(next).collect()
}

#[cfg(test)]
mod tests {
    use super::{shapley, weights};

    #[test]
    fn the_glove_game() {
        // One left glove and two right ones: a pair is worth 1. The textbook value is 2/3, 1/6, 1/6.
        let worth = |place: usize| if place & 1 != 0 && place & 6 != 0 { 1.0 } else { 0.0 };
        let table: [f64; 8] = core::array::from_fn(worth);
        let value = shapley(&table, 3);
        for (found, expected) in value.iter().zip([2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0]) {
            assert!((found - expected).abs() < 1e-15, "{value:?}");
        }
    }

    #[test]
    fn every_order_is_counted_once() {
        for players in 1..=12 {
            let mut coalitions = 1.0;
            let mut sum = 0.0;
            for (size, weight) in weights(players).into_iter().enumerate() {
                sum += coalitions * weight;
                coalitions *= (players - 1 - size) as f64 / (size + 1) as f64;
            }
            assert!((sum - 1.0).abs() < 1e-14, "{players}: {sum}");
        }
    }
}
