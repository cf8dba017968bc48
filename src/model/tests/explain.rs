//! Explanations against the numbers they explain: the formula, worked out again from its parts, gives the value.
#![allow(clippy::expect_used, reason = "a test that cannot go on says so")]

mod plans;

use backcast_model::explain::{Explanation, explain};
use backcast_model::graph::{Formula, Reason, SeriesOperator};
use backcast_model::plan::Path;
use backcast_model::quantity::{Basis, Measure, Quantity, Reading};
use backcast_model::reading::Numbers;
use plans::{golden, input, model, readings};

/// Works a formula out month by month; a formula with a row of the calendar in it has parts without a name, and none.
struct Worked<'n, 'm> {
    numbers: &'n Numbers<'m>,
    basis: Basis,
}

impl Worked<'_, '_> {
    fn months(&self) -> usize {
        self.numbers.model().graph().months()
    }

    fn quantity(&self, quantity: Quantity) -> Vec<f64> {
        let graph = self.numbers.model().graph();
        let months = if graph.is_monthly(quantity) { self.months() } else { 1 };
        let read = |month| {
            let reading = Reading { quantity, month: Some(month as u16), basis: self.basis };
            self.numbers.read(reading).unwrap_or(f64::NAN)
        };
        (0..months).map(read).collect()
    }

    fn input(&self, path: Path) -> f64 {
        let factor = self.numbers.mix().factor().unwrap_or(f64::NAN);
        let scaled =
            self.basis == Basis::Required && path.field == backcast_model::plan::Field::MonthlyBudget;
        input(self.numbers.model().plan().document(), path) * if scaled { factor } else { 1.0 }
    }

    /// One number, or one per month.
    fn row(&self, formula: &Formula) -> Option<Vec<f64>> {
        Some(match formula {
            Formula::Constant(number) => vec![*number],
            Formula::Input(path) => vec![self.input(*path)],
            Formula::Quantity(quantity) => self.quantity(*quantity),
            Formula::Joined(operator, left, right) => {
                let (left, right) = (self.row(left)?, self.row(right)?);
                let at = |row: &[f64], month: usize| row[month.min(row.len() - 1)];
                let length = left.len().max(right.len());
                (0..length).map(|month| operator.value(at(&left, month), at(&right, month))).collect()
            }
            Formula::Series(operator, operands) => {
                let rows: Option<Vec<Vec<f64>>> = operands.iter().map(|operand| self.row(operand)).collect();
                series(*operator, &rows?, self.months())?
            }
            _ => return None,
        })
    }
}

/// The operators over months from their definitions in the method, sum by sum.
fn series(operator: SeriesOperator, rows: &[Vec<f64>], months: usize) -> Option<Vec<f64>> {
    let single = |place: usize| rows[place][0];
    let spread = |row: &[f64]| (0..months).map(|month| row[month.min(row.len() - 1)]).collect::<Vec<f64>>();
    Some(match operator {
        SeriesOperator::Total => vec![rows[0].iter().sum()],
        SeriesOperator::Sum if rows.iter().all(|row| row.len() == 1) => {
            vec![rows.iter().map(|row| row[0]).sum()]
        }
        SeriesOperator::Sum => {
            (0..months).map(|month| rows.iter().map(|row| row[month.min(row.len() - 1)]).sum()).collect()
        }
        SeriesOperator::Cumulative => (0..months).map(|month| rows[0][..=month].iter().sum()).collect(),
        SeriesOperator::Delayed => {
            let (x, delay) = (spread(&rows[0]), single(1));
            let weight = |lag: f64| (1.0 - (lag - delay).abs()).max(0.0);
            (0..months).map(|t| (0..=t).map(|j| x[j] * weight((t - j) as f64)).sum()).collect()
        }
        SeriesOperator::Trailing => {
            let (x, length) = (spread(&rows[0]), single(1));
            let weight = |t: usize, j: usize| (length - (t - j - 1) as f64).clamp(0.0, 1.0);
            (0..months).map(|t| (0..t).map(|j| x[j] * weight(t, j)).sum()).collect()
        }
        SeriesOperator::CarriedOver => {
            let (x, carryover, before) = (spread(&rows[0]), single(1), single(2));
            let all: f64 = (0..=12).map(|lag| carryover.powi(lag)).sum();
            let spent = |month: i64| if month < 0 { before } else { x[month as usize] };
            let effect =
                |t: usize| (0..=12).map(|lag| carryover.powi(lag) * spent(t as i64 - i64::from(lag))).sum();
            (0..months).map(|t| -> f64 { effect(t) }).map(|sum: f64| sum / all).collect()
        }
        SeriesOperator::CarriedBeyond => {
            let (x, carryover) = (spread(&rows[0]), single(1));
            let all: f64 = (0..=12).map(|lag| carryover.powi(lag)).sum();
            let beyond = |j: usize| -> f64 {
                (0..=12)
                    .filter(|lag| *lag > months as i32 - 1 - j as i32)
                    .map(|lag| carryover.powi(lag))
                    .sum()
            };
            vec![(0..months).map(|j| x[j] * beyond(j)).sum::<f64>() / all]
        }
        SeriesOperator::FirstReached => {
            let first = (0..months).position(|month| !is_loss(rows, month));
            vec![first.map_or(f64::NAN, |month| month as f64 + 1.0)]
        }
        SeriesOperator::LastingFrom => {
            let last_loss = (0..months).rposition(|month| is_loss(rows, month));
            let from = last_loss.map_or(0, |month| month + 1);
            vec![if from < months { from as f64 + 1.0 } else { f64::NAN }]
        }
        SeriesOperator::PaidBackAfter => vec![paid_back_after(rows)],
        // Twelve rows of a year, which the formula does not name.
        SeriesOperator::Overdue => return None,
    })
}

/// Whether more went out than came in up to a month; a rounding of either sum is no loss.
fn is_loss(rows: &[Vec<f64>], month: usize) -> bool {
    let size = rows[1..].iter().map(|row| row[..=month].iter().sum()).fold(0.0, f64::max);
    rows[0][month] < -1e-12 * size
}

/// By halving: what has come in grows with time.
fn paid_back_after(rows: &[Vec<f64>]) -> f64 {
    let number = |place: usize| rows[place][0];
    let paid = |months: f64| -> f64 {
        (1..rows.len()).step_by(3).map(|i| number(i) + number(i + 1) * months.min(number(i + 2))).sum()
    };
    let cost = number(0);
    let (mut low, mut high) = (0.0, 1e4);
    if rows.iter().any(|row| row[0].is_nan()) || paid(high) < cost {
        return f64::NAN;
    }
    if paid(0.0) >= cost {
        return 0.0;
    }
    for _ in 0..200 {
        let middle = (low + high) / 2.0;
        if paid(middle) >= cost { high = middle } else { low = middle }
    }
    high
}

/// The size of the largest number in a formula: what a difference was taken from.
fn size(worked: &Worked<'_, '_>, formula: &Formula, month: usize) -> f64 {
    let own = worked.row(formula).map_or(0.0, |row| row[month.min(row.len() - 1)].abs());
    let inside = match formula {
        Formula::Joined(_, a, b) => size(worked, a, month).max(size(worked, b, month)),
        Formula::Series(..) => own,
        _ => 0.0,
    };
    if own.is_finite() { own.max(inside) } else { inside }
}

#[derive(Default)]
struct Tally {
    worked_out: usize,
    calendar: usize,
    faults: Vec<String>,
}

impl Tally {
    fn check(&mut self, name: &str, numbers: &Numbers<'_>, explained: &Explanation) {
        let Explanation { reading, value, formula, parts, inputs } = explained;
        let what = format!("{name} {:?} {:?}", reading.quantity, reading.basis);
        let worked = Worked { numbers, basis: reading.basis };
        let month = usize::from(reading.month.unwrap_or(0));
        match worked.row(formula).map(|row| row[month.min(row.len() - 1)]) {
            Some(again) => {
                self.worked_out += 1;
                let value = value.unwrap_or(f64::NAN);
                let scale = value.abs().max(size(&worked, formula, month));
                let same = value.is_nan() && !again.is_finite() || (again - value).abs() <= 1e-9 * scale;
                if !same {
                    self.faults.push(format!("{what}: {again} from its parts, not {value}"));
                }
            }
            None => self.calendar += 1,
        }
        // A number that is there does not stand on parts that are not.
        if value.is_ok() && parts.iter().any(|(_, part)| part.is_err()) {
            self.faults.push(format!("{what}: {value:?} from {parts:?}"));
        }
        if inputs
            .iter()
            .any(|input| !input.value.is_finite() || input.elasticity.is_some_and(|e| !e.is_finite()))
        {
            self.faults.push(format!("{what}: {inputs:?}"));
        }
    }
}

/// Quantities that hang on the calendar alone, or on nothing because no term of the plan touches them.
fn may_stand_alone(measure: Measure) -> bool {
    matches!(measure, Measure::Horizon | Measure::Season | Measure::Phase)
}

#[test]
fn every_quantity_of_every_plan_is_explained() {
    let mut tally = Tally::default();
    for golden in golden() {
        let model = model(&golden.plan);
        let numbers = Numbers::of(&model);
        let few = model.plan().document().channels.len() <= 4;
        let last = (model.graph().months() - 1) as u16;
        let spread = |(quantity, month): &(Quantity, Option<u16>)| {
            let first_channels = quantity.channel.is_none_or(|channel| few || channel < 2);
            first_channels && month.is_none_or(|month| month == last)
        };
        for (quantity, month) in readings(&model).into_iter().filter(spread) {
            let bases: &[Basis] = if numbers.values(Basis::Required).is_some() && few {
                &[Basis::Plan, Basis::Required]
            } else {
                &[Basis::Plan]
            };
            for &basis in bases {
                let explained = explain(&numbers, Reading { quantity, month, basis });
                if numbers.values(explained.reading.basis).is_none() {
                    assert_eq!(explained.value, Err(Reason::NotReachable), "{} {quantity:?}", golden.name);
                    continue;
                }
                tally.check(&golden.name, &numbers, &explained);
                let says_something = explained.value.is_ok_and(|value| value != 0.0);
                if explained.inputs.is_empty() && says_something && !may_stand_alone(quantity.measure) {
                    tally.faults.push(format!("{} {quantity:?}: no inputs", golden.name));
                }
            }
        }
    }
    let Tally { worked_out, calendar, faults } = tally;
    assert!(
        faults.is_empty(),
        "{} of {worked_out}:\n{}",
        faults.len(),
        faults[..faults.len().min(40)].join("\n")
    );
    assert!(worked_out > 10 * calendar && worked_out > 8000, "{worked_out} worked out, {calendar} not");
}

#[test]
fn elasticities_agree_with_a_nudge() {
    const NUDGE: f64 = 1e-6;
    let (mut compared, mut faults) = (0, Vec::new());
    for golden in golden().iter().step_by(3) {
        let model = model(&golden.plan);
        if model.plan().document().channels.len() > 6 || golden.name.starts_with("tiny_") {
            continue;
        }
        let numbers = Numbers::of(&model);
        let mut nudged = numbers.values(Basis::Plan).expect("the plan as it stands").clone();
        for quantity in model.graph().quantities() {
            let explained = explain(&numbers, Reading::now(quantity));
            // What the goal requires is explained in the scaled plan: tests/sensitivity.rs solves that again.
            if explained.reading.basis == Basis::Required {
                continue;
            }
            let Ok(value) = explained.value else { continue };
            for input in explained.inputs {
                let Some(elasticity) = input.elasticity else { continue };
                let mut at = |factor: f64| {
                    nudged.set(input.path, input.value * factor);
                    nudged.refresh();
                    nudged.read(quantity, 0).unwrap_or(f64::NAN)
                };
                let [less, more, _] = [1.0 - NUDGE, 1.0 + NUDGE, 1.0].map(&mut at);
                let [right, left] = [(more - value) / value / NUDGE, (value - less) / value / NUDGE];
                // The digits of a difference of nearly equal sums are lost in the nudge, not in the elasticity.
                let noise = 1e-4 * elasticity.abs().max(1.0);
                compared += 1;
                if (elasticity - right).abs() > noise && (elasticity - left).abs() > noise {
                    faults.push(format!(
                        "{} {quantity:?} {:?}: {elasticity}, not {right}",
                        golden.name, input.path
                    ));
                }
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} of {compared}:\n{}",
        faults.len(),
        faults[..faults.len().min(40)].join("\n")
    );
    assert!(compared > 10_000, "{compared}");
}
