//! Plans to test with: the golden ones, and plans drawn at random.
#![allow(dead_code, reason = "every test binary uses its own part of it")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so")]

pub(crate) mod drawn;
pub(crate) mod large;

use backcast_model::equations::Model;
use backcast_model::graph::Values;
use backcast_model::plan::{Document, Field, Path, Plan};
use backcast_model::quantity::{Measure, Quantity};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path as File, PathBuf};

/// A golden plan with what an independent implementation says of it.
pub(crate) struct Golden {
    pub(crate) name: String,
    pub(crate) plan: Value,
    pub(crate) report: Value,
    /// The factor of `scale_mix`, null when no budget reaches the goal.
    pub(crate) factor: Value,
}

fn folder(name: &str) -> PathBuf {
    File::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden").join(name)
}

fn read(path: &File) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The three given plans, the drawn ones and the corners by name.
pub(crate) fn golden() -> Vec<Golden> {
    let mut all = Vec::new();
    for name in ["service", "b2b", "shop"] {
        let report = read(&folder("examples").join(format!("{name}.report.json")));
        let factor = report["scale_mix"]["factor"].clone();
        let plan = read(&folder("examples").join(format!("{name}.json")));
        all.push(Golden { name: name.into(), plan, report, factor });
    }
    let corpus = fs::read_dir(folder("random")).expect("the corpus is there");
    let mut corpus: Vec<PathBuf> = corpus.filter_map(|entry| Some(entry.ok()?.path())).collect();
    corpus.sort();
    for path in corpus {
        let case = read(&path);
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let [plan, report, scale] = ["plan", "report", "scale_mix"].map(|key| case[key].clone());
        all.push(Golden { name, plan, report, factor: scale["factor"].clone() });
    }
    all
}

/// A golden plan by its name.
pub(crate) fn named(name: &str) -> Value {
    golden().into_iter().find(|golden| golden.name == name).expect("a golden plan").plan
}

/// Channels that buy customers, one line each.
pub(crate) fn trap(channels: &[Value]) -> Value {
    let mut plan = named("service");
    plan["goal"] = json!({"metric": "new_customers", "target": 10.0});
    plan["months"] = json!(1);
    plan["phasing"] = json!("flat");
    plan.as_object_mut().expect("a plan").remove("seasonality");
    plan["stages"] = json!([
        {"id": "lead", "name": "", "tier": "top"},
        {"id": "customer", "name": "", "tier": "bottom", "conversion_rate": 0.1},
    ]);
    let channel = |(place, own): (usize, &Value)| {
        let mut channel = json!({
            "id": format!("c{place}"), "name": "", "trust": "proven", "entry_stage": "customer", "unit_cost": 100,
            "monthly_budget": 500,
        });
        for (key, value) in own.as_object().expect("fields") {
            channel[key.as_str()] = value.clone();
        }
        channel
    };
    plan["channels"] = json!(channels.iter().enumerate().map(channel).collect::<Vec<_>>());
    plan
}

pub(crate) fn document(plan: &Value) -> Document {
    serde_json::from_value(plan.clone()).unwrap_or_else(|error| panic!("{error}: {plan}"))
}

pub(crate) fn model(plan: &Value) -> Model {
    Model::of(Plan::check(document(plan)).unwrap_or_else(|fault| panic!("{fault}: {plan}")))
}

/// The number at a place of the plan, or its default.
pub(crate) fn input(document: &Document, path: Path) -> f64 {
    document.number(path).or(path.field.default()).expect("an input that a formula reads")
}

/// A number of the whole plan, undefined as NaN.
pub(crate) fn of_plan(values: &Values<'_>, measure: Measure) -> f64 {
    values.read(Quantity::plan(measure), 0).unwrap_or(f64::NAN)
}

/// All budgets with their places.
pub(crate) fn budgets(document: &Document) -> Vec<(Path, f64)> {
    let place = |(c, channel): (usize, &backcast_model::plan::Channel)| {
        (Path::at(Field::MonthlyBudget, c as u16), channel.monthly_budget)
    };
    document.channels.iter().enumerate().map(place).collect()
}

/// Every quantity of a plan with its months: one reading for each number there is.
pub(crate) fn readings(model: &Model) -> Vec<(Quantity, Option<u16>)> {
    let graph = model.graph();
    let months = |quantity| graph.is_monthly(quantity).then_some(graph.months() as u16);
    let mut all = Vec::new();
    for quantity in graph.quantities() {
        match months(quantity) {
            Some(months) => all.extend((0..months).map(|month| (quantity, Some(month)))),
            None => all.push((quantity, None)),
        }
    }
    for channel in 0..model.plan().document().channels.len() as u16 {
        for measure in [Measure::RoasMarginal, Measure::CacMarginal] {
            all.push((Quantity::channel(channel, measure), None));
        }
    }
    all
}
