//! What leaves the model: every number finite or missing for one reason, also for the wildest plans.
#![allow(clippy::expect_used, reason = "a test that cannot go on says so")]

mod plans;

use backcast_model::graph::Reason;
use backcast_model::quantity::{Basis, Measure, Quantity, Reading, name};
use backcast_model::reading::Numbers;
use backcast_model::report::report;
use plans::{golden, model, readings};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The reasons that a metric may give (model section 4).
const CODES: [&str; 11] = [
    "no_customers",
    "no_cost",
    "no_media",
    "no_margin",
    "never_pays_back",
    "no_volume",
    "not_within_horizon",
    "no_effect",
    "target_not_positive",
    "already_met",
    "too_large",
];

/// The names of all nulls; asserts that every number can be shown.
fn nulls(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    let step = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match value {
        Value::Null => _ = found.insert(path.to_owned()),
        Value::Number(number) => {
            let number = number.as_f64().expect("a number");
            assert!(number.is_finite() && number.to_bits() != (-0.0f64).to_bits(), "{path}: {number}");
        }
        Value::Object(parts) => {
            parts.iter().for_each(|(key, part)| nulls(part, &step(key), found));
        }
        Value::Array(list) => {
            for (place, part) in list.iter().enumerate() {
                let own = part["id"].as_str().map_or(format!("{path}[{place}]"), |id| format!("{path}.{id}"));
                nulls(part, &own, found);
            }
        }
        _ => {}
    }
}

/// Reads the report of both bases: nulls and reasons match one to one.
fn read_everything(plan: &Value) -> usize {
    let model = model(plan);
    let numbers = Numbers::of(&model);
    let mut count = 0;
    for basis in [Basis::Plan, Basis::Required] {
        let Some(report) = report(&numbers, basis) else { continue };
        let mut report = serde_json::to_value(&report).expect("JSON");
        let reasons = report.as_object_mut().expect("parts").remove("undefined").expect("reasons");
        let mut missing = BTreeSet::new();
        nulls(&report, "", &mut missing);
        let reasons = reasons.as_object().expect("reasons by name");
        let named: BTreeSet<String> = reasons.keys().cloned().collect();
        assert_eq!(missing, named);
        let known = |code: &Value| code.as_str().is_some_and(|code| CODES.contains(&code));
        assert!(reasons.values().all(known), "{reasons:?}");
        count += missing.len();
    }
    count
}

#[test]
fn every_null_of_a_golden_plan_has_one_reason() {
    let nulls: usize = golden().iter().map(|golden| read_everything(&golden.plan)).sum();
    assert!(nulls > 500, "{nulls}");
}

/// Why the next money of the first channel has no return and no price.
fn reasons_of_the_next_money(plan: &Value) -> [Reason; 2] {
    let model = model(plan);
    let numbers = Numbers::of(&model);
    [Measure::RoasMarginal, Measure::CacMarginal]
        .map(|measure| numbers.read(Reading::now(Quantity::channel(0, measure))).expect_err("no number"))
}

#[test]
fn a_missing_return_of_the_next_money_says_whether_it_is_none_boundless_or_too_large() {
    let boundless = plans::named("no_spend_infinite_slope");
    assert_eq!(reasons_of_the_next_money(&boundless), [Reason::FirstMoneyBoundless; 2]);
    assert_eq!(Reason::FirstMoneyBoundless.code(), "no_effect");
    assert_eq!(reasons_of_the_next_money(&plans::named("all_inactive")), [Reason::NoEffect; 2]);
    let mut huge = plans::named("cost_zero");
    huge["channels"][0]["unit_cost"] = json!(1e-300);
    huge["economics"]["order_value"] = json!(1e300);
    let model = model(&huge);
    let roas = Numbers::of(&model).read(Reading::now(Quantity::channel(0, Measure::RoasMarginal)));
    assert_eq!(roas, Err(Reason::TooLarge));
}

/// A golden plan after some changes by JSON pointer to a list or an object.
fn changed(name: &str, changes: &[(&str, &str, Value)]) -> Value {
    let mut plan = plans::named(name);
    for (pointer, key, value) in changes {
        plan.pointer_mut(pointer)
            .expect("a place")
            .as_object_mut()
            .expect("an object")
            .insert((*key).into(), value.clone());
    }
    plan
}

fn total(plan: &Value, measure: Measure) -> Result<f64, Reason> {
    let model = model(plan);
    Numbers::of(&model).read(Reading::now(Quantity::plan(measure)))
}

fn spends(plan: &Value) -> Vec<f64> {
    let model = model(plan);
    let numbers = Numbers::of(&model);
    let spend =
        |month| numbers.read(Reading::now(Quantity::plan(Measure::Spend)).at(month)).expect("a spend");
    (0..model.graph().months() as u16).map(spend).collect()
}

#[test]
fn only_the_proportions_of_phases_and_seasons_count() {
    let phased = |factors: [f64; 4]| changed("discount_zero", &[("", "phasing", json!(factors))]);
    let wanted = spends(&phased([1.0, 3.0, 0.0, 0.0]));
    assert_eq!(wanted[..2], [4000.0, 12000.0]);
    for scale in [1e-320, 1e-300, 5e307] {
        assert_eq!(spends(&phased([scale, 3.0 * scale, 0.0, 0.0])), wanted, "{scale}");
    }
    let seasonal = |scale: f64| changed("discount_zero", &[("", "seasonality", json!(vec![scale; 12]))]);
    let plain = total(&plans::named("discount_zero"), Measure::Customers);
    for scale in [1e-320, 1e-300, 1e308] {
        assert_eq!(total(&seasonal(scale), Measure::Customers), plain, "{scale}");
    }
}

#[test]
fn numbers_at_the_edge_are_right_or_too_large_but_never_lost() {
    let curve = |at: f64| {
        let curve = json!({"kind": "doubling", "at": at, "gain": 0.3});
        total(&changed("discount_zero", &[("/channels/0", "response", curve)]), Measure::Customers)
    };
    // Far below its price point the curve is a straight line.
    let [far, farther] = [1e200, 1.2e308].map(|at| curve(at).expect("customers"));
    assert!((far - farther).abs() < 1e-12 * far && far > 0.0, "{far} {farther}");

    let late = [("/stages/1", "delay_days", json!(1.7e308)), ("/stages/2", "delay_days", json!(1.7e308))];
    let all = total(&plans::named("discount_zero"), Measure::AllCustomers).expect("customers");
    let after = total(&changed("discount_zero", &late), Measure::CustomersAfter).expect("customers");
    assert!((after - all).abs() < 1e-12 * all, "{after} {all}");

    let crowd = changed(
        "discount_zero",
        &[
            ("/channels/0", "free_volume", json!(1.7e308)),
            ("/stages/1", "conversion_rate", json!(1)),
            ("/stages/2", "conversion_rate", json!(1)),
        ],
    );
    for measure in [Measure::Customers, Measure::Cac, Measure::CacMedia, Measure::BreakEvenCustomers] {
        assert_eq!(total(&crowd, measure), Err(Reason::TooLarge), "{measure:?}");
    }
}

#[test]
fn no_two_numbers_share_a_name() {
    for golden in golden() {
        let model = model(&golden.plan);
        let mut names = BTreeSet::new();
        for (quantity, month) in readings(&model) {
            for basis in [Basis::Plan, Basis::Required] {
                let name = name(Reading { quantity, month, basis }, model.plan());
                let again = !names.insert(name.clone());
                let always_required = quantity.measure == backcast_model::quantity::Measure::Required;
                assert!(!again || always_required, "{}: {name}", golden.name);
            }
        }
    }
}

/// Puts extreme numbers at some places of a plan, where its rules allow them.
fn with_extremes(plan: &Value, picks: &[(usize, usize)]) -> Value {
    use backcast_model::plan::Plan;
    const EXTREMES: [f64; 9] =
        [1e-300, 1e300, 0.0, 1.0, 5e-324, f64::MAX, 1e150, 9_007_199_254_740_993.0, 1e-17];
    let mut document = plans::document(plan);
    for (place, extreme) in picks {
        let paths = document.paths();
        let mut changed = document.clone();
        changed.set(paths[place % paths.len()], EXTREMES[extreme % EXTREMES.len()].into());
        if Plan::check(changed.clone()).is_ok() {
            document = changed;
        }
    }
    serde_json::to_value(&document).expect("JSON")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_cannot_be_shown_leaves_an_extreme_plan(
        plan in plans::drawn::plan(),
        picks in proptest::collection::vec((0..1000usize, 0..1000usize), 1..8),
    ) {
        read_everything(&with_extremes(&plan, &picks));
    }
}

#[test]
fn the_first_money_has_no_finite_price_also_where_nothing_is_carried_over_yet() {
    let mut plan = plans::trap(&[json!({
        "monthly_budget": 0,
        "carryover": {"value": 0, "low": 0, "high": 0.5},
        "response": {"kind": "hill", "ceiling": 80, "half_at": 900, "slope": 0.7},
    })]);
    plan["months"] = json!(3);
    let model = model(&plan);
    let numbers = Numbers::of(&model);
    for measure in [Measure::RoasMarginal, Measure::CacMarginal] {
        let reason = numbers.read(Reading::now(Quantity::channel(0, measure))).err();
        assert_eq!(reason.map(Reason::code), Some("no_effect"), "{measure:?}");
    }
}
