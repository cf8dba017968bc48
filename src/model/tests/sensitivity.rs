//! What an input does when the budgets follow the goal, against solving the changed plan again.
#![allow(clippy::expect_used, reason = "a test that cannot go on says so")]

mod plans;

use backcast_model::equations::Model;
use backcast_model::plan::{Document, Field, Path, Plan};
use backcast_model::quantity::{Basis, Measure, Quantity, Reading};
use backcast_model::reading::Numbers;
use backcast_model::sensitivity::Sensitivity;
use backcast_model::solve::scale_mix;
use plans::{golden, input, model, of_plan};

const STEP: f64 = 1e-4;
const MEASURES: [Measure; 4] = [Measure::Media, Measure::AllCustomers, Measure::Cac, Measure::Revenue];

/// The measures of the plan that is changed at one place and scaled to its goal again; none when it cannot be.
fn solved_again(document: &Document, path: Path, value: f64) -> Option<[f64; 4]> {
    let mut document = document.clone();
    let mut estimate = document.estimate(path).cloned().unwrap_or_default();
    (estimate.value, estimate.range) = (value, None);
    assert!(document.set(path, estimate), "{path:?}");
    let model = Model::of(Plan::check(document).ok()?);
    let mix = scale_mix(&model);
    let values = mix.scaled()?;
    Some(MEASURES.map(|measure| of_plan(values, measure)))
}

#[test]
fn budgets_that_follow_the_goal_agree_with_solving_again() {
    let (mut compared, mut kinks, mut faults) = (0, 0, Vec::new());
    for golden in golden().into_iter().step_by(2) {
        let model = model(&golden.plan);
        let document = model.plan().document();
        let numbers = Numbers::of(&model);
        let asked_for_money = numbers.mix().factor().is_some_and(|factor| factor > 0.0);
        if !asked_for_money || document.channels.len() > 6 || golden.name.starts_with("tiny_") {
            continue;
        }
        let slopes = MEASURES.map(|measure| {
            Sensitivity::of(&numbers, Basis::Required, Quantity::plan(measure), 0)
                .expect("a plan within reach")
        });
        for path in model.graph().inputs() {
            let at = input(document, path);
            if at == 0.0 {
                continue;
            }
            let moved =
                [-2.0, -1.0, 0.0, 1.0, 2.0].map(|s| solved_again(document, path, at * (1.0 + s * STEP)));
            let [Some(a), Some(b), Some(c), Some(d), Some(e)] = moved else { continue };
            for (place, slopes) in slopes.iter().enumerate() {
                let [a, b, c, d, e] = [a, b, c, d, e].map(|values| values[place]);
                let middle = (8.0 * (d - b) - (e - a)) / 12.0;
                let (right, left) = ((4.0 * d - e - 3.0 * c) / 2.0, (3.0 * c - 4.0 * b + a) / 2.0);
                let slope = slopes.to(path) * at * STEP;
                let noise = 1e-9 * c.abs();
                let near =
                    |a: f64, b: f64, relative: f64| (a - b).abs() <= relative * a.abs().max(b.abs()) + noise;
                if near(right, left, 1e-4) {
                    compared += 1;
                    if !near(slope, middle, 1e-5) {
                        faults.push(format!(
                            "{} {path:?} {:?}: {slope}, not {middle}",
                            golden.name, MEASURES[place]
                        ));
                    }
                } else {
                    kinks += 1;
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
    assert!(compared > 2000 && kinks < compared / 50, "{compared} compared, {kinks} kinks");
}

#[test]
fn a_goal_that_needs_no_money_does_not_move_with_the_budgets() {
    let model = model(&plans::named("reached_without_spend"));
    let numbers = Numbers::of(&model);
    assert_eq!(numbers.mix().factor(), Some(0.0));
    for measure in MEASURES {
        let slopes = Sensitivity::of(&numbers, Basis::Required, Quantity::plan(measure), 0).expect("slopes");
        assert_eq!(slopes.to(Path::at(Field::MonthlyBudget, 0)), 0.0, "{measure:?}");
    }
}

#[test]
fn a_channel_without_money_leaves_the_others_their_slopes() {
    // Of a curve whose first unit costs nothing, at no money: its slope has no bound, its share of the mix is 0.
    let mut plan = plans::named("no_spend_infinite_slope");
    let mut second = plan["channels"][0].clone();
    second["id"] = "second".into();
    second["monthly_budget"] = 5000.into();
    second["response"] = serde_json::json!({"kind": "linear"});
    plan["channels"].as_array_mut().expect("channels").push(second);
    let model = model(&plan);
    let numbers = Numbers::of(&model);
    assert!(numbers.mix().factor().is_some_and(|factor| factor > 0.0));
    let slopes =
        Sensitivity::of(&numbers, Basis::Required, Quantity::plan(Measure::Media), 0).expect("slopes");
    let unit_cost = Path::at(Field::UnitCost, 1);
    let document = model.plan().document();
    let at = input(document, unit_cost);
    let [less, more] =
        [-STEP, STEP].map(|s| solved_again(document, unit_cost, at * (1.0 + s)).expect("solved")[0]);
    let difference = (more - less) / (2.0 * STEP * at);
    assert!(
        (slopes.to(unit_cost) - difference).abs() < 1e-6 * difference,
        "{} {difference}",
        slopes.to(unit_cost)
    );
}

#[test]
fn money_of_the_mix_is_the_money_that_is_spent() {
    for name in ["inactive_channel", "b2b"] {
        let model = model(&plans::named(name));
        let numbers = Numbers::of(&model);
        let slopes =
            Sensitivity::of(&numbers, Basis::Plan, Quantity::plan(Measure::Media), 0).expect("slopes");
        assert!((slopes.to_mix() - 1.0).abs() < 1e-12, "{name}: {}", slopes.to_mix());
    }
}

#[test]
fn the_next_money_of_the_scaled_plan_is_that_of_a_plan_with_its_budgets() {
    let mut compared = 0;
    for golden in golden().into_iter().filter(|golden| !golden.name.starts_with("tiny_")) {
        let model = model(&golden.plan);
        let numbers = Numbers::of(&model);
        let Some(factor) = numbers.mix().factor() else { continue };
        let mut scaled = model.plan().document().clone();
        for (path, budget) in plans::budgets(&scaled) {
            scaled.set(path, (budget * factor).into());
        }
        let scaled = Model::of(Plan::check(scaled).expect("a plan"));
        let again = Numbers::of(&scaled);
        for channel in 0..model.plan().document().channels.len() as u16 {
            for measure in [Measure::RoasMarginal, Measure::CacMarginal] {
                let quantity = Quantity::channel(channel, measure);
                // Both bases of one plan: what is kept for one must not answer for the other.
                _ = numbers.read(Reading::now(quantity));
                let required = numbers.read(Reading::required(quantity));
                assert_eq!(required, again.read(Reading::now(quantity)), "{} {quantity:?}", golden.name);
                compared += usize::from(required.is_ok() && factor != 1.0);
            }
        }
    }
    assert!(compared > 100, "{compared}");
}
