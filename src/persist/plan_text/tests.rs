//! Every flaw with its code and path, and the way there and back over every golden plan.

use super::{Flaw, LONGEST, PlanError, read, write, write_compact};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn golden() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let parse = |path: &Path| -> Value { serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap() };
    let mut plans = vec![];
    for name in ["service", "b2b", "shop"] {
        plans.push((name.to_string(), parse(&folder.join(format!("examples/{name}.json")))));
    }
    for entry in fs::read_dir(folder.join("random")).unwrap() {
        let path = entry.unwrap().path();
        plans.push((path.display().to_string(), parse(&path)["plan"].take()));
    }
    plans
}

fn b2b() -> Value {
    golden().swap_remove(1).1
}

/// The error of the b2b plan after one change.
fn after(change: impl FnOnce(&mut Value)) -> PlanError {
    let mut plan = b2b();
    change(&mut plan);
    read(&plan.to_string()).unwrap_err()
}

/// What is done to the plan before it is read.
type Change<'a> = &'a dyn Fn(&mut Value);

fn remove(plan: &mut Value, field: &str) {
    plan.as_object_mut().unwrap().remove(field).unwrap();
}

#[test]
fn every_golden_plan_comes_back_as_it_was_written() {
    for (name, plan) in golden() {
        let once = read(&plan.to_string()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let text = write(once.document());
        assert_eq!(text, serde_json::to_string_pretty(once.document()).unwrap() + "\n", "{name}");
        assert_eq!(read(&text).unwrap(), once, "{name}");
        assert_eq!(write(read(&text).unwrap().document()), text, "{name}");
        assert_eq!(read(&write_compact(once.document())).unwrap(), once, "{name}");
    }
}

#[test]
fn shapes_are_refused_with_code_and_path() {
    let cases: [(&str, &str, Change); 19] = [
        ("missing", "months", &|p| remove(p, "months")),
        ("missing", "goal.metric", &|p| remove(&mut p["goal"], "metric")),
        ("missing", "channels[1].unit_cost", &|p| remove(&mut p["channels"][1], "unit_cost")),
        ("missing", "economics.order_value.value", &|p| p["economics"]["order_value"] = json!({"note": "?"})),
        ("unknown_field", "colour", &|p| p["colour"] = json!(1)),
        ("unknown_field", "channels[1].fit", &|p| p["channels"][1]["fit"] = json!(0.5)),
        ("unknown_field", "channels[1].fit_rate.max", &|p| {
            p["channels"][1]["fit_rate"] = json!({"value": 0.5, "max": 1});
        }),
        ("wrong_type", "channels[1].fit_rate", &|p| p["channels"][1]["fit_rate"] = json!(null)),
        ("wrong_type", "channels[1].fit_rate", &|p| p["channels"][1]["fit_rate"] = json!("0.5")),
        ("wrong_type", "channels[1].monthly_budget", &|p| {
            p["channels"][1]["monthly_budget"] = json!({"value": 5});
        }),
        ("wrong_type", "goal.baseline", &|p| p["goal"]["baseline"] = json!(null)),
        ("wrong_type", "months", &|p| p["months"] = json!(6.5)),
        ("wrong_type", "months", &|p| p["months"] = json!(1e12)),
        ("wrong_type", "stages", &|p| p["stages"] = json!({})),
        ("wrong_type", "seasonality[2]", &|p| p["seasonality"] = json!([1, 1, "1"])),
        ("wrong_type", "phasing", &|p| p["phasing"] = json!(3)),
        ("unknown_choice", "phasing", &|p| p["phasing"] = json!("steep")),
        ("unknown_choice", "channels[0].trust", &|p| p["channels"][0]["trust"] = json!("high")),
        ("half_range", "economics.order_value", &|p| {
            p["economics"]["order_value"] = json!({"value": 5, "low": 4});
        }),
    ];
    for (code, path, change) in cases {
        let error = after(change);
        assert_eq!((error.code(), error.path.as_str()), (code, path), "{error}");
        assert!(error.message().contains(path) && error.message().ends_with('.'), "{error}");
    }
}

#[test]
fn rules_keep_their_code_and_path() {
    let error = after(|p| p["channels"][1]["fit_rate"] = json!(1.5));
    assert_eq!((error.code(), error.path.as_str()), ("out_of_range", "channels[1].fit_rate"));
    assert_eq!(error.message(), "channels[1].fit_rate is 1.5; it must be at least 0 and at most 1.");
    let error = after(|p| p["goal"]["growth"] = json!(0.1));
    assert_eq!((error.code(), error.path.as_str()), ("target_or_growth", "goal"));
}

#[test]
fn duplicate_fields_are_named_wherever_they_stand() {
    let text = b2b().to_string();
    let twice = |old: &str, new: &str| read(&text.replacen(old, new, 1)).unwrap_err();
    let error = twice("\"months\":12", "\"months\":12,\"months\":13");
    assert_eq!((error.path.as_str(), error.flaw), ("months", Flaw::DuplicateField));
    let error =
        read(r#"{"version":1,"channels":[{"conversion_rates":{"lead":0.1,"lead":0.2}}]}"#).unwrap_err();
    assert_eq!(
        (error.path.as_str(), error.flaw),
        ("channels[0].conversion_rates.lead", Flaw::DuplicateField)
    );
}

#[test]
fn texts_that_are_no_plans_say_so() {
    let code = |text: &str| read(text).unwrap_err().code();
    for text in ["plan", "{\"version\": 1", "{\"version\": NaN}", "{\"months\": 1e99"] {
        assert_eq!(code(text), "not_json", "{text}");
    }
    for text in ["null", "[]", "3", "\"plan\"", "{}", "{\"name\": \"x\"}"] {
        assert_eq!(code(text), "not_a_plan", "{text}");
    }
    assert_eq!(code(&"[".repeat(100_000)), "too_deep");
    assert_eq!(code(&" ".repeat(LONGEST + 1)), "too_long");
    assert_eq!(code("{\"version\": 2, \"anything\": null}"), "newer_version");
    assert_eq!(code("{\"version\": 0}"), "unknown_version");
    assert_eq!(read("{\"version\": 0}").unwrap_err().path, "version");
    for text in ["", " \n", "\u{feff}"] {
        assert_eq!(read(text).unwrap_err().flaw, Flaw::Empty, "{text:?}");
    }
    let followed = format!("{}\nsent from my phone", b2b());
    assert_eq!(read(&followed).unwrap_err().flaw, Flaw::Trailing { line: 2, column: 1 });
    let cut = &b2b().to_string()[..900];
    assert!(matches!(read(cut).unwrap_err().flaw, Flaw::NotJson { line: 1, column: 900 }));
}

#[test]
fn a_number_that_no_computer_holds_is_out_of_range_at_its_place() {
    let long = format!("\"value\":-{}.5", "9".repeat(400));
    let cases = [
        ("\"months\":12", "\"months\":1e400", "months"),
        ("\"fit_rate\":0.85", "\"fit_rate\":-1E+9999999999999", "channels[1].fit_rate"),
        ("\"value\":32", &long, "channels[0].unit_cost.value"),
        ("\"phasing\":\"flat\"", "\"phasing\":[1,\n1e999]", "phasing[1]"),
        ("\"currency\":", "\"廣告\":1e999,\"currency\":", "廣告"),
    ];
    let text = b2b().to_string();
    for (old, new, path) in cases {
        let changed = text.replacen(old, new, 1);
        assert_ne!(changed, text, "{old}");
        let error = read(&changed).unwrap_err();
        assert_eq!((error.code(), error.path.as_str()), ("out_of_range", path), "{error}");
        assert!(error.message().ends_with("it must be a finite number."), "{error}");
    }
    assert_eq!(read("1e400").unwrap_err().code(), "out_of_range");
}

#[test]
fn brackets_in_a_text_are_not_depth() {
    let mut plan = b2b();
    plan["name"] = json!(format!("\"\\{}", "[{".repeat(100)));
    assert!(read(&plan.to_string()).is_ok());
    assert!(read(&format!("\u{feff}{plan}")).is_ok(), "a byte order mark");
}
