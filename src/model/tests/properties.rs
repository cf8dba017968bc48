//! What must hold for every plan, tried on plans drawn at random.
#![allow(clippy::expect_used, reason = "a test that cannot go on says so")]

mod plans;

use backcast_model::plan::{Document, Field, GoalMetric, Path, Plan};
use backcast_model::quantity::{Basis, Measure, Quantity};
use backcast_model::reading::Numbers;
use backcast_model::report::report;
use backcast_model::solve::scale_mix;
use plans::{document, model, of_plan};
use proptest::prelude::*;
use serde_json::{Value, json};

fn near(a: f64, b: f64, size: f64) -> bool {
    a == b || (a - b).abs() <= size
}

fn full_report(plan: &Value) -> Value {
    let model = model(plan);
    serde_json::to_value(report(&Numbers::of(&model), Basis::Plan).expect("a report")).expect("JSON")
}

/// The numbers of a list of parts added up, and the sum of their sizes.
fn sum(list: &Value, key: &str) -> (f64, f64) {
    let list = list.as_array().expect("a list");
    let numbers = || list.iter().map(|part| part[key].as_f64().unwrap_or(f64::NAN));
    (numbers().sum(), numbers().map(f64::abs).sum())
}

/// Multiplies every number that is money.
fn times_money(plan: &Value, factor: f64) -> Value {
    let mut scaled = document(plan);
    let goal_is_money = !matches!(scaled.goal.metric, GoalMetric::NewCustomers | GoalMetric::StageVolume);
    for path in scaled.paths() {
        use Field::*;
        let of_goal = matches!(path.field, Target | Reference | Baseline) && goal_is_money;
        let money = matches!(
            path.field,
            OrderValue
                | UnitCost
                | MonthlyBudget
                | At
                | HalfAt
                | MinBudget
                | MaxBudget
                | PriorBudget
                | HourlyWage
                | FixedCost
                | SetupCost
                | ChannelOrderValue
                | FullAt
        );
        if of_goal || money {
            let value = scaled.number(path).expect("a number") * factor;
            scaled.set(path, value.into());
        }
    }
    serde_json::to_value(&scaled).expect("JSON")
}

/// The factor on the mix, without bound when the goal is out of reach.
fn factor(plan: &Document) -> f64 {
    let model = backcast_model::equations::Model::of(Plan::check(plan.clone()).expect("a plan"));
    scale_mix(&model).factor().unwrap_or(f64::INFINITY)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn channels_add_to_totals_and_months_to_the_horizon(plan in plans::drawn::plan()) {
        let report = full_report(&plan);
        for key in ["media", "labour", "fixed", "cost", "customers", "customers_after", "revenue", "gross_profit", "profit"] {
            let total = report["totals"][key].as_f64().expect("a total");
            let (channels, size) = sum(&report["channels"], key);
            prop_assert!(near(channels, total, 1e-12 * size), "{key}: {channels} {total}");
            let key = if key == "media" { "spend" } else { key };
            if report["months"][0][key].is_number() {
                let (months, size) = sum(&report["months"], key);
                let size = size + report["totals"]["cost"].as_f64().unwrap_or(0.0);
                prop_assert!(near(months, total, 1e-12 * size), "{key}: {months} {total}");
            }
        }
        let last = report["months"].as_array().and_then(|months| months.last()).expect("a month");
        let (profit, size) = sum(&report["months"], "profit");
        prop_assert!(near(last["cumulative_profit"].as_f64().expect("a sum"), profit, 1e-12 * size));
        for (stage, volume) in report["stages"].as_array().expect("stages").iter().map(|s| (&s["id"], &s["volume"])) {
            let id = stage.as_str().expect("an id");
            let of_channels = report["channels"].as_array().expect("channels").iter();
            let sum: f64 = of_channels.filter_map(|channel| channel["volumes"][id].as_f64()).sum();
            prop_assert!(near(sum, volume.as_f64().expect("a volume"), 1e-12 * sum.abs()));
        }
    }

    #[test]
    fn money_has_no_scale(plan in plans::drawn::plan()) {
        let (one, ten) = (full_report(&plan), full_report(&times_money(&plan, 10.0)));
        let turnover = one["totals"]["cost"].as_f64().unwrap_or(0.0) + one["totals"]["revenue"].as_f64().unwrap_or(0.0);
        let compare = |part: &str, key: &str, factor: f64, size: f64| {
            let [a, b] = [&one, &ten].map(|report| report[part][key].as_f64());
            let same = match (a, b) {
                (Some(a), Some(b)) => near(a * factor, b, 1e-9 * (a.abs() + size) * factor),
                (a, b) => a.is_none() && b.is_none(),
            };
            prop_assert!(same, "{part}.{key}: {a:?} {b:?}");
            Ok(())
        };
        for key in ["media", "labour", "fixed", "cost", "revenue", "gross_profit"] {
            compare("totals", key, 10.0, 0.0)?;
        }
        compare("totals", "profit", 10.0, turnover)?;
        for key in ["customers", "customers_after"] {
            compare("totals", key, 1.0, 0.0)?;
        }
        for key in ["cac", "cac_media", "cltv", "cltv_revenue"] {
            compare("metrics", key, 10.0, 0.0)?;
        }
        for key in ["cltv_to_cac", "roas", "roas_paid", "break_even_roas", "break_even_roas_full", "break_even_customers"] {
            compare("metrics", key, 1.0, 0.0)?;
        }
        for key in ["roi", "lifetime_roi"] {
            compare("metrics", key, 1.0, 1.0)?;
        }
    }

    #[test]
    fn the_order_of_channels_means_nothing(plan in plans::drawn::plan()) {
        let mut turned = plan.clone();
        turned["channels"].as_array_mut().expect("channels").reverse();
        let (one, other) = (full_report(&plan), full_report(&turned));
        let by_id = |report: &Value, id: &Value| {
            report["channels"].as_array().expect("channels").iter().find(|c| c["id"] == *id).cloned().expect("a channel")
        };
        let turnover = one["totals"]["cost"].as_f64().unwrap_or(0.0) + one["totals"]["gross_profit"].as_f64().unwrap_or(0.0);
        for (key, total) in one["totals"].as_object().expect("totals") {
            let [a, b] = [total, &other["totals"][key]].map(|x| x.as_f64().expect("a total"));
            let size = if key == "profit" { turnover } else { a.abs() };
            prop_assert!(near(a, b, 1e-12 * size), "{key}: {a} {b}");
        }
        for channel in plan["channels"].as_array().expect("channels") {
            let mut pair = [&one, &other].map(|report| by_id(report, &channel["id"]));
            // Two ways of adding the same slopes.
            for part in &mut pair {
                part["roas_marginal"].take();
                part["cac_marginal"].take();
            }
            prop_assert_eq!(&pair[0], &pair[1]);
        }
    }

    #[test]
    fn the_scaled_plan_reaches_the_goal_and_less_money_does_not(plan in plans::drawn::plan()) {
        let model = model(&plan);
        let numbers = Numbers::of(&model);
        let Some(factor) = numbers.mix().factor() else { return Ok(()) };
        let values = numbers.values(Basis::Required).expect("the scaled plan");
        let [reached, target] = [Measure::Reached, Measure::Target].map(|measure| of_plan(values, measure));
        let size = target.abs().max(of_plan(values, Measure::GrossProfit)).max(of_plan(values, Measure::Cost));
        prop_assert!(reached >= target - 1e-9 * size, "{reached} {target}");
        if factor > 0.0 {
            prop_assert!(near(reached, target, 1e-9 * size), "{reached} {target}");
        }
        // The written plan with these budgets says the same.
        let mut scaled = document(&plan);
        for (path, budget) in plans::budgets(&scaled) {
            scaled.set(path, (budget * factor).into());
        }
        let again = full_report(&serde_json::to_value(&scaled).expect("JSON"));
        let again = again["goal"]["reached"].as_f64().expect("a figure");
        prop_assert!(near(again, reached, 1e-12 * size), "{again} {reached}");
        for share in [0.999, 0.9, 0.5, 0.1] {
            let mut less = values.clone();
            for (path, budget) in plans::budgets(&document(&plan)) {
                less.set(path, budget * factor * share);
            }
            less.refresh();
            let short = of_plan(&less, Measure::Reached) <= target + 1e-9 * size;
            prop_assert!(short || factor == 0.0, "{share} of {factor} is enough");
        }
    }

    #[test]
    fn better_rates_never_need_more(plan in plans::drawn::plan(), better in 1.01..2.0f64) {
        let before = document(&plan);
        prop_assume!(before.goal.metric != GoalMetric::Profit);
        let needs = factor(&before);
        for path in before.paths() {
            if matches!(path.field, Field::ConversionRate | Field::RateOverride | Field::FitRate) {
                let mut after = before.clone();
                let rate = (before.number(path).expect("a rate") * better).min(1.0);
                after.set(path, rate.into());
                let now = factor(&after);
                prop_assert!(now <= needs * (1.0 + 1e-9), "{path:?}: {now} after {needs}");
            }
        }
    }

    #[test]
    fn a_plan_that_wants_what_it_brings_needs_what_it_has(plan in plans::drawn::plan()) {
        let mut own = document(&plan);
        prop_assume!(own.goal.metric != GoalMetric::Profit);
        let amount = full_report(&plan)["goal"]["reached"].as_f64().expect("a figure");
        let spends = plans::budgets(&own).iter().any(|(_, budget)| *budget > 0.0);
        prop_assume!(amount > own.goal.baseline.unwrap_or(0.0) && spends);
        own.goal = serde_json::from_value(json!({
            "metric": plan["goal"]["metric"], "target": amount, "baseline": own.goal.baseline.unwrap_or(0.0),
        })).map(|mut goal: backcast_model::plan::Goal| { goal.stage = own.goal.stage.clone(); goal }).expect("a goal");
        let model = model(&serde_json::to_value(&own).expect("JSON"));
        let numbers = Numbers::of(&model);
        let factor = numbers.mix().factor().expect("what is reached can be reached");
        prop_assert!(factor <= 1.0 + 1e-9, "{factor}");
        // Less is enough only where the last money brings nothing more.
        let needed = numbers.values(Basis::Required).expect("the scaled plan");
        let has = numbers.values(Basis::Plan).expect("the plan");
        let last = of_plan(needed, Measure::Reached);
        prop_assert!(near(last, amount, 1e-9 * amount));
        if near(factor, 1.0, 1e-9) {
            for stage in 0..own.stages.len() as u16 {
                let volume = has.read(Quantity::stage(stage, Measure::Volume), 0).expect("a volume");
                let required = needed.read(Quantity::stage(stage, Measure::Volume), 0).expect("a volume");
                prop_assert!(near(volume, required, 1e-8 * volume), "{stage}: {volume} {required}");
            }
        }
    }

    #[test]
    fn what_is_written_is_what_is_read(plan in plans::drawn::plan()) {
        let first = document(&plan);
        let text = serde_json::to_string(&first).expect("JSON");
        let second: Document = serde_json::from_str(&text).expect("a plan");
        prop_assert_eq!(&first, &second);
        prop_assert_eq!(text, serde_json::to_string(&second).expect("JSON"));
        for path in first.paths() {
            prop_assert_eq!(Path::parse(&path.name(&first), &first), Some(path));
        }
    }
}

#[test]
fn golden_plans_are_read_as_they_are_written() {
    for golden in plans::golden() {
        let first = document(&golden.plan);
        let text = serde_json::to_string(&first).expect("JSON");
        assert_eq!(first, serde_json::from_str::<Document>(&text).expect("a plan"), "{}", golden.name);
    }
}

#[test]
fn months_without_customers_bring_no_money() {
    // A relationship of a broken number of months: what is active is a difference, which must not leave a rest.
    let mut plan = plans::named("relationship_shorter_than_horizon");
    plan["phasing"] = json!([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    for stage in plan["stages"].as_array_mut().expect("stages") {
        stage.as_object_mut().expect("a stage").remove("delay_days");
    }
    for years in (1..60).map(|hundredths| f64::from(hundredths) / 100.0) {
        plan["economics"]["relationship_years"] = json!(years);
        plan["economics"]["orders_per_year"] = json!(60);
        let report = full_report(&plan);
        let after_the_last = (years * 12.0_f64).ceil() as usize + 1;
        for month in &report["months"].as_array().expect("months")[after_the_last..] {
            assert_eq!(month["revenue"], json!(0.0), "{years} years");
        }
    }
}

#[test]
fn what_has_just_broken_even_stays_so_when_nothing_more_comes_or_goes() {
    let mut even = 0;
    for days in 15..28 {
        // All money in two months; the last customers order again in the third.
        let mut plan = plans::named("relationship_of_days");
        plan["economics"]["relationship_years"] = json!(f64::from(days) / 365.0);
        let totals = |plan: &Value, key: &str| full_report(plan)["totals"][key].as_f64().expect("a total");
        let missing = totals(&plan, "gross_profit") - totals(&plan, "media");
        plan["channels"][0]["setup_cost"] = json!(missing);
        let report = full_report(&plan);
        let months = report["months"].as_array().expect("months");
        assert!(months.iter().skip(3).all(|month| month["revenue"] == json!(0.0)), "{months:?}");
        // The last digit decides on which side of 0 the sum falls.
        if months[2]["cumulative_profit"].as_f64().expect("a sum") >= 0.0 {
            even += 1;
            assert_eq!(report["metrics"]["break_even_month"], json!(3.0));
            assert_eq!(report["metrics"]["break_even_lasting"], json!(3.0));
        }
    }
    assert!(even > 5, "{even}");
}
