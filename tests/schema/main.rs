//! The JSON Schema of the plan: up to date with the types, and of one mind with the reader.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may end where it fails")]

mod shape;
mod write;

use backcast::model::plan::Field;
use backcast::persist::plan_text;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn parse(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Rewritten by `WRITE_SCHEMA=1 cargo test --test schema`.
#[test]
fn the_committed_schema_is_that_of_the_types() {
    let (schema, fields) = write::schema();
    assert_eq!(fields.len(), Field::ALL.len(), "every field of the table is somewhere in the types");
    let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    let path = root().join("public/plan.schema.json");
    if std::env::var_os("WRITE_SCHEMA").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == text, "the types have changed: run WRITE_SCHEMA=1 cargo test --test schema");
}

fn golden() -> Vec<(PathBuf, Value)> {
    let folder = root().join("tests/golden");
    let plans = ["service", "b2b", "shop"].map(|name| folder.join(format!("examples/{name}.json")));
    let drawn = fs::read_dir(folder.join("random")).unwrap().map(|entry| entry.unwrap().path());
    let plan = |path: PathBuf| {
        let mut case = parse(&path);
        let plan = if case.get("plan").is_some() { case["plan"].take() } else { case };
        (path, plan)
    };
    plans.into_iter().chain(drawn).map(plan).collect()
}

#[test]
fn golden_plans_satisfy_the_schema() {
    let validator = jsonschema::validator_for(&parse(&root().join("public/plan.schema.json"))).unwrap();
    for (path, plan) in golden() {
        let errors: Vec<String> = validator.iter_errors(&plan).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", path.display());
    }
}

/// Every change is refused by the reader and by the schema, or taken by both.
#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let validator = jsonschema::validator_for(&parse(&root().join("public/plan.schema.json"))).unwrap();
    let b2b = parse(&root().join("tests/golden/examples/b2b.json"));
    let changes: Vec<(&str, Value)> = vec![
        ("/version", json!(2)),
        ("/months", json!(61)),
        ("/months", json!(2.5)),
        ("/start", json!("2027-13")),
        ("/currency", json!("nt$")),
        ("/name", json!(null)),
        ("/goal/target", json!("1")),
        ("/goal/growth", json!(0.1)),
        ("/goal/stage", json!("lead")),
        ("/goal/metric", json!("stage_volume")),
        ("/goal/metric", json!("wealth")),
        ("/economics/gross_margin", json!(1.1)),
        ("/economics/order_value", json!(0)),
        ("/economics/order_value", json!({"value": 5, "low": 4})),
        ("/economics/order_value", json!({"low": 4, "high": 5})),
        ("/economics/order_value", json!({"value": 5, "source": "guess"})),
        ("/economics/tax", json!(0.05)),
        ("/seasonality", json!([1, 1])),
        ("/phasing", json!("steep")),
        ("/phasing", json!([-1])),
        ("/stages", json!([])),
        ("/stages/1/id", json!("Lead")),
        ("/stages/1/tier", json!("upper")),
        ("/channels", json!([])),
        ("/channels/0/unit_cost", json!(0)),
        ("/channels/0/carryover", json!(1)),
        ("/channels/0/monthly_budget", json!({"value": 5})),
        ("/channels/0/fit_rate", json!(null)),
        ("/channels/0/active", json!(1)),
        ("/channels/0/conversion_rates", json!({"customer": 2})),
        ("/channels/0/depends_on", json!([{"channel": "seo"}])),
        ("/channels/0/response", json!({"kind": "linear", "gain": 0.5})),
        ("/channels/0/response", json!({"kind": "hill", "ceiling": 5})),
        ("/channels/0/response", json!({"kind": "doubling", "at": 5, "gain": 1.5})),
    ];
    for (pointer, value) in changes {
        let mut plan = b2b.clone();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        match plan.pointer_mut(parent).unwrap() {
            Value::Array(list) => list[key.parse::<usize>().unwrap()] = value.clone(),
            object => object[key] = value.clone(),
        }
        assert!(plan_text::read(&plan.to_string()).is_err(), "the reader takes {pointer} = {value}");
        assert!(!validator.is_valid(&plan), "the schema takes {pointer} = {value}");
    }
    for key in b2b.as_object().unwrap().keys() {
        let mut plan = b2b.clone();
        plan.as_object_mut().unwrap().remove(key);
        assert_eq!(validator.is_valid(&plan), plan_text::read(&plan.to_string()).is_ok(), "without {key}");
    }
}
