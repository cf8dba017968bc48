//! The largest plans that the contract allows.
#![allow(clippy::expect_used, reason = "a test that cannot go on says so")]

mod plans;

use backcast_model::quantity::{Basis, Measure, Quantity};
use backcast_model::reading::Numbers;
use backcast_model::report::report;
use plans::large::plan;
use serde_json::json;
use std::time::Instant;

#[test]
fn sixty_channels_twelve_stages_and_sixty_months_have_a_report() {
    let model = plans::model(&plan(60, 12, 60));
    let started = Instant::now();
    let values = model.graph().evaluate();
    println!("{} nodes in {:?}", model.graph().len(), started.elapsed());
    let customers = values.read(Quantity::plan(Measure::Customers), 0).expect("customers");
    assert!(customers > 0.0);
    let numbers = Numbers::of(&model);
    let report = serde_json::to_value(report(&numbers, Basis::Plan).expect("a report")).expect("JSON");
    assert_eq!(report["channels"].as_array().map(Vec::len), Some(60));
    assert_eq!(report["months"].as_array().map(Vec::len), Some(60));
    let reasons = report["undefined"].as_object().expect("reasons by name");
    assert!(
        reasons.values().all(|code| code == "never_pays_back" || code == "not_within_horizon"),
        "{reasons:?}"
    );
}

#[test]
fn two_hundred_channels_reach_their_goal() {
    let mut plan = plan(200, 3, 12);
    plan["goal"]["target"] = json!(60_000);
    let model = plans::model(&plan);
    let numbers = Numbers::of(&model);
    let factor = numbers.mix().factor().expect("within reach");
    let values = numbers.values(Basis::Required).expect("the scaled plan");
    let [reached, target] =
        [Measure::Reached, Measure::Target].map(|measure| plans::of_plan(values, measure));
    assert!(factor > 0.0 && (reached - target).abs() <= 1e-9 * target, "{factor} {reached}");
}
