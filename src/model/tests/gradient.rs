//! The gradient against finite differences, for every input of every golden plan.
#![allow(clippy::expect_used, reason = "a test that cannot go on says so")]

mod plans;

use backcast_model::graph::Values;
use backcast_model::plan::{Field, Path};
use backcast_model::quantity::{Basis, Measure, Quantity};
use backcast_model::reading::Numbers;
use backcast_model::sensitivity::Sensitivity;
use plans::{golden, input, model, of_plan};

/// The step, relative to the input.
const STEP: f64 = 1e-4;

const MEASURES: [Measure; 9] = [
    Measure::Revenue,
    Measure::AllCustomers,
    Measure::Profit,
    Measure::Cac,
    Measure::Roi,
    Measure::CltvToCac,
    Measure::Payback,
    Measure::LifetimeRoi,
    Measure::CumulativeProfit,
];

#[derive(Default)]
struct Tally {
    smooth: usize,
    kinks: usize,
    faults: Vec<String>,
}

/// Values of one quantity around an input, at −2, −1, 0, 1 and 2 steps.
type Around = [f64; 5];

/// Differences of fourth order in the middle and of second order to both sides, per step.
fn differences([a, b, c, d, e]: Around) -> (f64, f64, f64) {
    ((8.0 * (d - b) - (e - a)) / 12.0, (4.0 * d - e - 3.0 * c) / 2.0, (3.0 * c - 4.0 * b + a) / 2.0)
}

/// The size of the sums that a number was taken from: its last digits are noise of that size.
fn size(values: &Values<'_>, measure: Measure, value: f64) -> f64 {
    let turnover = of_plan(values, Measure::Revenue).abs().max(of_plan(values, Measure::Cost).abs());
    match measure {
        Measure::Profit | Measure::CumulativeProfit => turnover,
        Measure::Roi | Measure::LifetimeRoi => 1.0 + value.abs(),
        _ => value.abs(),
    }
}

fn check(name: &str, path: Path, measure: Measure, slope: f64, around: Around, size: f64, tally: &mut Tally) {
    let (middle, right, left) = differences(around);
    let noise = 1e-9 * size;
    let near = |a: f64, b: f64, relative: f64| (a - b).abs() <= relative * a.abs().max(b.abs()) + noise;
    if near(right, left, 1e-5) {
        tally.smooth += 1;
        if !near(slope, middle, 1e-7) {
            tally.faults.push(format!("{name} {path:?} {measure:?}: {slope} is not {middle}"));
        }
        return;
    }
    tally.kinks += 1;
    // More money is asked for at a kink: there the slope is the right one. Elsewhere either side is an answer.
    let either = near(slope, right, 1e-5) || path.field != Field::MonthlyBudget && near(slope, left, 1e-5);
    // A kink that lies beside the input, not on it, bends both differences: the slope lies between them.
    let between = slope >= right.min(left) - noise && slope <= right.max(left) + noise;
    let on_it = around[2] != around[1] && measure != Measure::Payback;
    if !either && (on_it || !between) {
        tally.faults.push(format!("{name} {path:?} {measure:?}: {slope} is neither {right} nor {left}"));
    }
}

#[test]
fn slopes_agree_with_differences() {
    let mut tally = Tally::default();
    // Where next to nothing is spent the differences leave the range of numbers before the slopes do.
    for golden in golden().into_iter().filter(|golden| !golden.name.starts_with("tiny_")) {
        let model = model(&golden.plan);
        let numbers = Numbers::of(&model);
        let center = numbers.values(Basis::Plan).expect("the plan as it stands");
        let last = model.graph().months() - 1;
        let slopes = MEASURES.map(|measure| {
            let month = if measure == Measure::CumulativeProfit { last } else { 0 };
            (
                measure,
                month,
                Sensitivity::of(&numbers, Basis::Plan, Quantity::plan(measure), month).expect("slopes"),
            )
        });
        let mut moved = center.clone();
        for path in model.graph().inputs() {
            let at = input(model.plan().document(), path);
            if at == 0.0 || 2.0 * STEP * at + at > path.field.bounds().high {
                continue;
            }
            let steps = [-2.0, -1.0, 0.0, 1.0, 2.0].map(|steps| {
                moved.set(path, at * (1.0 + steps * STEP));
                moved.refresh();
                MEASURES.map(|measure| {
                    let month = if measure == Measure::CumulativeProfit { last } else { 0 };
                    moved.read(Quantity::plan(measure), month).unwrap_or(f64::NAN)
                })
            });
            moved.set(path, at);
            for (place, (measure, _, slopes)) in slopes.iter().enumerate() {
                let around = steps.map(|values| values[place]);
                if around.iter().all(|value| value.is_finite()) {
                    let size = size(center, *measure, around[2]);
                    check(
                        &golden.name,
                        path,
                        *measure,
                        slopes.to(path) * at * STEP,
                        around,
                        size,
                        &mut tally,
                    );
                }
            }
        }
    }
    let Tally { smooth, kinks, faults } = tally;
    assert!(
        faults.is_empty(),
        "{} of {smooth} + {kinks}:\n{}",
        faults.len(),
        faults[..faults.len().min(40)].join("\n")
    );
    assert!(smooth > 20_000 && kinks < smooth / 50, "{smooth} smooth places, {kinks} kinks");
}
