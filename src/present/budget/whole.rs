//! Budgets in whole units of the currency: what is shown is what is adopted, and rows add up to their total.

use super::{Question, Wish};
use crate::locale::number::Currency;
use crate::model::plan::{Channel, Document};

/// What may be rounding in a budget, relative to it.
const NOISE: f64 = 1e-9;

impl Question {
    /// Budgets in whole units. Their total is rounded up where it is to reach the goal, and down where it is a limit; the
    /// units go to those who lose most by rounding down, `spare` of them beyond that total: with one for each channel all
    /// are rounded up. What is held, and what the plan has already, stays as it is.
    #[must_use]
    pub fn in_whole_units(&self, plan: &Document, budgets: &[f64], feasible: bool, spare: u16) -> Vec<f64> {
        let unit = 10_f64.powi(i32::from(Currency::of_code(&plan.currency).map_or(0, Currency::digits)));
        let is_moved = |place: usize, channel: &Channel| {
            let held = u16::try_from(place).ok().and_then(|place| self.pinned(place));
            held.is_none() && budgets.get(place) != Some(&channel.monthly_budget)
        };
        let mut parts: Vec<Part> = (plan.channels.iter().zip(budgets).enumerate())
            .filter(|(place, (channel, _))| is_moved(*place, channel))
            .map(|(place, (channel, budget))| Part::of(place, channel, budget * unit, unit))
            .collect();
        let exact = parts.iter().fold(0.0, |sum, part| sum + part.exact);
        let reaches = feasible && matches!(self.wish, Wish::MinCost | Wish::ScaleMix);
        let wanted = if reaches { up(exact) } else { down(exact) };
        let rounded = parts.iter().fold(0.0, |sum, part| sum + part.whole);
        let mut missing = (wanted - rounded).round() + f64::from(spare);
        parts.sort_by(|a, b| b.lost().total_cmp(&a.lost()));
        let mut whole = budgets.to_vec();
        for part in parts {
            let more = if missing >= 1.0 && part.lost() > NOISE * part.exact && part.whole + 1.0 <= part.most
            {
                1.0
            } else {
                0.0
            };
            missing -= more;
            whole.get_mut(part.place).into_iter().for_each(|budget| *budget = (part.whole + more) / unit);
        }
        whole
    }
}

/// A budget in units.
struct Part {
    place: usize,
    exact: f64,
    /// Rounded down, as far as its least budget allows.
    whole: f64,
    most: f64,
}

impl Part {
    fn of(place: usize, channel: &Channel, exact: f64, unit: f64) -> Part {
        let least = channel.min_budget.unwrap_or(0.0) * unit;
        let most = channel.max_budget.map_or(f64::INFINITY, |most| most * unit);
        Part { place, exact, whole: down(exact).max(least), most }
    }

    fn lost(&self) -> f64 {
        self.exact - self.whole
    }
}

/// The last digits of a whole number of units are noise.
fn down(units: f64) -> f64 {
    (units + NOISE * units.abs()).floor()
}

fn up(units: f64) -> f64 {
    (units - NOISE * units.abs()).ceil()
}

#[cfg(test)]
mod tests {
    use crate::model::plan::Document;
    use crate::present::budget::{Question, Wish};

    fn whole(wish: Wish, budgets: &[f64], change: impl Fn(&mut Question)) -> Vec<f64> {
        let text = std::fs::read_to_string("tests/golden/examples/b2b.json").unwrap();
        let plan: Document = serde_json::from_str(&text).unwrap();
        let mut question = Question { wish, ..Question::default() };
        change(&mut question);
        question.in_whole_units(&plan, budgets, true, 0)
    }

    #[test]
    fn the_total_is_rounded_up_to_reach_a_goal_and_down_within_a_limit() {
        let exact = [89_657.4, 14_467.3, 50_000.9, 20_000.2];
        let up = whole(Wish::MinCost, &exact, |_| {});
        assert_eq!(up, [89_658.0, 14_467.0, 50_001.0, 20_000.0]);
        let down = whole(Wish::MaxGoal, &exact, |_| {});
        assert_eq!(down, [89_657.0, 14_467.0, 50_001.0, 20_000.0]);
    }

    #[test]
    fn what_is_held_stays_as_it_is() {
        let held =
            whole(Wish::MinCost, &[1000.5, 200.25, 300.0, 0.0], |question| question.pin(0, Some(1000.5)));
        assert_eq!(held, [1000.5, 201.0, 300.0, 0.0]);
    }

    #[test]
    fn whole_budgets_do_not_change() {
        let budgets = [30_000.0 - 1e-9, 200.0 + 1e-10, 300.0, 0.0];
        assert_eq!(whole(Wish::MinCost, &budgets, |_| {}), [30_000.0, 200.0, 300.0, 0.0]);
        assert_eq!(whole(Wish::MaxProfit, &budgets, |_| {}), [30_000.0, 200.0, 300.0, 0.0]);
    }
}
