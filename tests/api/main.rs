//! The library on the golden plans.

#![allow(clippy::unwrap_used, reason = "a test may end where it fails")]

use backcast::api::{evaluate, explain, quantities, solve};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const SCALE_MIX: &str = r#"{"mode": "scale_mix"}"#;

fn golden(path: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(path);
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn parsed(answer: Result<String, String>) -> Value {
    serde_json::from_str(&answer.unwrap()).unwrap()
}

fn refusal(answer: Result<String, String>) -> (String, String) {
    let error: Value = serde_json::from_str(&answer.unwrap_err()).unwrap();
    assert!(error["message"].as_str().unwrap().ends_with('.'), "{error}");
    let text = |key: &str| error[key].as_str().unwrap().to_string();
    (text("code"), text("path"))
}

fn close(found: &Value, expected: f64, tolerance: f64) {
    let found = found.as_f64().unwrap();
    assert!((found - expected).abs() <= tolerance * expected.abs(), "{found}, expected {expected}");
}

#[test]
fn solving_the_worked_example() {
    let plan = golden("examples/service.json").to_string();
    let answer = parsed(solve(&plan, SCALE_MIX));
    assert_eq!(answer["feasible"], json!(true));
    close(&answer["factor"], 0.723_379_629_629_63, 1e-12);
    close(&answer["budgets"]["meta"], 86_805.555_555_555_6 / 6.0, 1e-12);
    close(&answer["report"]["goal"]["reached"], 200.0, 1e-9);
    // Linear from the first money: 200 customers for 86,805.56.
    close(&answer["certificate"]["marginal_return"], 200.0 / 86_805.555_555_555_6, 1e-9);
    assert_eq!(answer.get("reachable"), None);
}

/// The slope at the answer against two evaluations around it, also where a channel is inactive.
#[test]
fn the_marginal_return_is_the_slope_along_the_mix() {
    for name in ["examples/b2b.json", "examples/shop.json", "random/inactive_channel.json"] {
        let plan = golden(name);
        let plan = plan.get("plan").unwrap_or(&plan);
        let answer = parsed(solve(&plan.to_string(), SCALE_MIX));
        let factor = answer["factor"].as_f64().unwrap();
        let at = |factor: f64| {
            let mut scaled = plan.clone();
            for channel in scaled["channels"].as_array_mut().unwrap() {
                channel["monthly_budget"] = json!(channel["monthly_budget"].as_f64().unwrap() * factor);
            }
            let report = parsed(evaluate(&scaled.to_string()));
            (report["goal"]["reached"].as_f64().unwrap(), report["totals"]["media"].as_f64().unwrap())
        };
        let ((low, less), (high, more)) = (at(factor * (1.0 - 1e-5)), at(factor * (1.0 + 1e-5)));
        close(&answer["certificate"]["marginal_return"], (high - low) / (more - less), 1e-5);
    }
}

#[test]
fn an_inactive_channel_is_not_scaled() {
    let case = golden("random/inactive_channel.json");
    let answer = parsed(solve(&case["plan"].to_string(), SCALE_MIX));
    close(&answer["budgets"]["ads"], 4000.0 * answer["factor"].as_f64().unwrap(), 1e-12);
    assert_eq!(answer["budgets"]["off"], json!(4000.0));
}

#[test]
fn a_goal_out_of_reach_says_how_far_it_gets() {
    let case = golden("random/unreachable_ceiling.json");
    let answer = parsed(solve(&case["plan"].to_string(), SCALE_MIX));
    assert_eq!((&answer["feasible"], answer.get("factor")), (&json!(false), None));
    let target = answer["report"]["goal"]["target"].as_f64().unwrap();
    let (goal, missing) = (&answer["reachable"]["goal"], &answer["reachable"]["missing"]);
    assert!(missing.as_f64().unwrap() > 0.0);
    close(missing, target - goal.as_f64().unwrap(), 1e-12);
    assert_eq!(answer["report"], parsed(evaluate(&case["plan"].to_string())));
    for channel in case["plan"]["channels"].as_array().unwrap() {
        close(
            &answer["budgets"][channel["id"].as_str().unwrap()],
            channel["monthly_budget"].as_f64().unwrap(),
            0.0,
        );
    }
}

#[test]
fn the_best_budgets_are_what_the_report_is_of() {
    let plan = golden("examples/b2b.json");
    let request = json!({"mode": "min_cost", "bands": {"proven": [0.6, 1], "experimental": [0, 0.15]}});
    let answer = parsed(solve(&plan.to_string(), &request.to_string()));
    assert_eq!(answer["feasible"], json!(true));
    let mut same = plan.clone();
    for channel in same["channels"].as_array_mut().unwrap() {
        channel["monthly_budget"] = answer["budgets"][channel["id"].as_str().unwrap()].clone();
    }
    assert_eq!(answer["report"], parsed(evaluate(&same.to_string())));
    close(&answer["report"]["goal"]["reached"], 48_000_000.0, 1e-9);
    let budget = |id: &str| answer["budgets"][id].as_f64().unwrap();
    let total: f64 = ["search", "linkedin", "seo", "event"].map(budget).iter().sum();
    assert!(budget("event") <= 0.15 * total * (1.0 + 1e-9), "{answer}");
    assert!(budget("search") + budget("seo") >= 0.6 * total * (1.0 - 1e-9), "{answer}");
    let certificate = &answer["certificate"];
    assert!(
        certificate["gap"].as_f64().unwrap() <= 1e-6
            && certificate["channels"].as_object().unwrap().len() == 4
    );
    // The next 1,000 bring nearly what the slope says.
    let search = &certificate["channels"]["search"];
    close(&search["next_thousand"], 1000.0 * search["marginal_return"].as_f64().unwrap(), 0.05);
}

#[test]
fn a_goal_out_of_reach_of_all_budgets_has_fixes() {
    let mut plan = golden("examples/shop.json");
    plan["goal"]["growth"] = json!(2.5);
    let request = json!({"mode": "min_cost", "fixes": true});
    let answer = parsed(solve(&plan.to_string(), &request.to_string()));
    assert_eq!(answer["feasible"], json!(false));
    let (goal, missing) = (&answer["reachable"]["goal"], answer["reachable"]["missing"].as_f64().unwrap());
    close(goal, 31_500_000.0 - missing, 1e-12);
    assert_eq!(&answer["report"]["goal"]["reached"], goal);
    let fixes = answer["fixes"].as_array().unwrap();
    let paths: Vec<&str> = fixes.iter().map(|fix| fix["path"].as_str().unwrap()).collect();
    assert!(paths.contains(&"economics.order_value"), "{paths:?}");
    let fix = fixes.iter().find(|fix| fix["path"] == "economics.order_value").unwrap();
    close(&fix["from"], 1280.0, 0.0);
    plan["economics"]["order_value"] = fix["to"].clone();
    assert_eq!(parsed(solve(&plan.to_string(), &request.to_string()))["feasible"], json!(true));
}

#[test]
fn solved_months_are_told_as_phases() {
    let mut plan = golden("examples/shop.json");
    let request = json!({"mode": "max_goal", "total": 300_000, "phasing": {"cap": 1.5}});
    let answer = parsed(solve(&plan.to_string(), &request.to_string()));
    let phases: Vec<f64> =
        answer["phasing"].as_array().unwrap().iter().map(|phase| phase.as_f64().unwrap()).collect();
    assert!(phases.len() == 3 && phases.iter().all(|phase| *phase <= 1.5 + 1e-9), "{phases:?}");
    plan["phasing"] = answer["phasing"].clone();
    for channel in plan["channels"].as_array_mut().unwrap() {
        channel["monthly_budget"] = answer["budgets"][channel["id"].as_str().unwrap()].clone();
    }
    let report = parsed(evaluate(&plan.to_string()));
    assert_eq!(answer["report"], report);
    assert_eq!(parsed(solve(&plan.to_string(), r#"{"mode": "min_cost"}"#)).get("phasing"), None);
}

#[test]
fn every_name_is_there_once_and_every_number_of_the_report_has_one() {
    let plan = golden("examples/b2b.json").to_string();
    let names = parsed(quantities(&plan));
    let names: Vec<&str> = names.as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    let unique: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(unique.len(), names.len());
    let report = parsed(evaluate(&plan));
    for part in ["goal", "totals", "metrics"] {
        for key in report[part].as_object().unwrap().keys() {
            assert!(unique.contains(format!("{part}.{key}").as_str()), "{part}.{key}");
        }
    }
    for (month, numbers) in report["months"].as_array().unwrap().iter().enumerate() {
        for key in numbers.as_object().unwrap().keys() {
            assert!(unique.contains(format!("months[{month}].{key}").as_str()), "months[{month}].{key}");
        }
    }
    for stage in report["stages"].as_array().unwrap() {
        for key in stage.as_object().unwrap().keys().filter(|key| *key != "id") {
            let name = format!("stages.{}.{key}", stage["id"].as_str().unwrap());
            assert!(unique.contains(name.as_str()), "{name}");
        }
    }
    for channel in report["channels"].as_array().unwrap() {
        for (key, number) in channel.as_object().unwrap().iter().filter(|(key, _)| *key != "id") {
            let name = format!("channels.{}.{key}", channel["id"].as_str().unwrap());
            match number.as_object() {
                Some(stages) => {
                    assert!(
                        stages.keys().all(|stage| unique.contains(format!("{name}.{stage}").as_str())),
                        "{name}"
                    );
                }
                None => assert!(unique.contains(name.as_str()), "{name}"),
            }
        }
    }
    assert!(unique.contains("stages.lead.required") && unique.contains("required.totals.media"));
}

#[test]
fn refusals_name_code_and_path() {
    let plan = golden("examples/service.json").to_string();
    let expect = |answer, code: &str, path: &str| assert_eq!(refusal(answer), (code.into(), path.into()));
    expect(evaluate("{"), "not_json", "");
    expect(evaluate(&plan.replace("\"months\":6", "\"months\":61")), "out_of_range", "months");
    expect(quantities("[]"), "not_a_plan", "");
    expect(solve(&plan, r#"{"mode": "cheapest"}"#), "unknown_choice", "mode");
    expect(solve(&plan, "{}"), "missing", "mode");
    expect(solve(&plan, "3"), "wrong_type", "");
    expect(solve(&plan, r#"{"mode": "scale_mix", "speed": 1}"#), "unknown_field", "speed");
    expect(solve(&plan, r#"{"mode": "scale_mix", "total": 5}"#), "not_allowed", "total");
    expect(solve(&plan, r#"{"mode": "scale_mix", "fixes": true}"#), "not_allowed", "fixes");
    expect(solve(&plan, r#"{"mode": "scale_mix", "phasing": {"cap": 2}}"#), "not_allowed", "phasing");
    expect(solve(&plan, r#"{"mode": "max_profit", "total": 5, "fixes": true}"#), "not_allowed", "fixes");
    expect(solve(&plan, r#"{"mode": "min_cost", "total": null}"#), "wrong_type", "total");
    expect(
        solve(&plan, r#"{"mode": "min_cost", "bands": {"known": [0, 1]}}"#),
        "unknown_field",
        "bands.known",
    );
    expect(solve(&plan, r#"{"mode": "min_cost", "phasing": {}}"#), "missing", "phasing.cap");
    expect(solve(&plan, r#"{"mode": "max_goal"}"#), "missing", "total");
    expect(solve(&plan, r#"{"mode": "max_goal", "total": 0}"#), "zero_total", "total");
    expect(solve(&plan, r#"{"mode": "max_profit"}"#), "endless", "total");
    let bands = r#"{"mode": "min_cost", "bands": {"experimental": [0.1, 1]}}"#;
    expect(solve(&plan, bands), "bands_cannot_be_met", "bands.experimental");
    let cap = r#"{"mode": "min_cost", "phasing": {"cap": 0.5}}"#;
    expect(solve(&plan, cap), "out_of_range", "phasing.cap");
    parsed(solve(&plan, r#"{"mode": "scale_mix", "fixes": false}"#));
    let mut vast = golden("examples/service.json");
    vast["economics"]["order_value"] = json!(1e308);
    expect(solve(&vast.to_string(), r#"{"mode": "min_cost"}"#), "too_large", "");
}

#[test]
fn every_quantity_is_explained_in_both_languages() {
    for name in ["service", "shop"] {
        let plan = golden(&format!("examples/{name}.json")).to_string();
        let report = parsed(evaluate(&plan));
        for quantity in parsed(quantities(&plan)).as_array().unwrap() {
            let quantity = quantity.as_str().unwrap();
            // One month stands for all.
            if quantity.contains("months[") && !quantity.contains("months[1]") {
                continue;
            }
            for lang in ["zh-Hant", "en"] {
                let answer = parsed(explain(&plan, quantity, lang));
                for key in ["label", "meaning", "unit", "formula", "substituted"] {
                    assert!(!answer[key].as_str().unwrap().is_empty(), "{quantity} {key} {lang}");
                }
                assert!(answer["inputs"].is_array() && answer["elasticity"].is_array(), "{quantity}");
            }
        }
        let cac = parsed(explain(&plan, "metrics.cac", "en"));
        assert_eq!(cac["value"], report["metrics"]["cac"]);
    }
}

#[test]
fn unknown_quantities_and_languages_are_refused() {
    let plan = golden("examples/service.json").to_string();
    assert_eq!(refusal(explain(&plan, "metrics.luck", "en")), ("unknown".into(), "quantity".into()));
    assert_eq!(refusal(explain(&plan, "metrics.cac", "fr")), ("unknown".into(), "lang".into()));
}
