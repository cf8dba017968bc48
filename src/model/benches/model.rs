//! The model's daily work: write the formulas, evaluate after an edit, slopes, working backwards from the goal.
#![allow(
    clippy::expect_used,
    missing_docs,
    reason = "a benchmark that cannot go on says so; criterion's macros"
)]

#[path = "../tests/plans/large.rs"]
mod large;

use backcast_model::equations::Model;
use backcast_model::plan::{Field, Path, Plan};
use backcast_model::quantity::{Basis, Measure, Quantity};
use backcast_model::reading::Numbers;
use backcast_model::report::report;
use backcast_model::sensitivity::Sensitivity;
use backcast_model::solve::scale_mix;
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;

fn measure(criterion: &mut Criterion, (channels, stages, months): (usize, usize, usize)) {
    let document =
        serde_json::from_value(large::plan(channels, stages, months)).map_err(|error| error.to_string());
    let plan = match document.and_then(|document| Plan::check(document).map_err(|fault| fault.to_string())) {
        Ok(plan) => plan,
        Err(fault) => return eprintln!("no plan to measure: {fault}"),
    };
    let model = Model::of(plan.clone());
    let numbers = Numbers::of(&model);
    let mut group = criterion.benchmark_group(format!("{channels}x{stages}x{months}"));
    group.sample_size(20);
    group.bench_function("write", |b| b.iter(|| Model::of(black_box(&plan).clone())));
    let (mut values, budget) = (model.graph().evaluate(), Path::at(Field::MonthlyBudget, 0));
    let mut money = 9000.0;
    group.bench_function("evaluate", |b| {
        b.iter(|| {
            money += 0.01;
            values.set(budget, black_box(money));
            values.refresh();
        });
    });
    group.bench_function("report", |b| b.iter(|| report(black_box(&numbers), Basis::Plan)));
    let revenue = Quantity::plan(Measure::Revenue);
    group.bench_function("gradient", |b| {
        b.iter(|| {
            Sensitivity::of(black_box(&numbers), Basis::Plan, revenue, 0).map(|slopes| slopes.to(budget))
        });
    });
    group.bench_function("scale_mix", |b| b.iter(|| scale_mix(black_box(&model)).factor()));
    group.finish();
}

fn benchmarks(criterion: &mut Criterion) {
    measure(criterion, (10, 5, 12));
    measure(criterion, (60, 12, 60));
}

criterion_group!(benches, benchmarks);
criterion_main!(benches);
