//! The golden plans: every number of the reports that an independent implementation (`tests/oracle/`) computed.

mod plans;

use backcast_model::quantity::Basis;
use backcast_model::reading::Numbers;
use backcast_model::report::report;
use plans::{Golden, golden, model};
use serde_json::Value;

const RELATIVE: f64 = 1e-9;
/// The marginals of the three given reports were computed by differences; those of the drawn plans are exact.
const BY_DIFFERENCES: f64 = 1e-7;

/// The size of what a difference was taken from: cancelled digits are lost in any order of calculation.
fn terms(of: &Value, key: &str, goal: &Value) -> f64 {
    let number = |value: &Value, key: &str| value[key].as_f64().unwrap_or(0.0).abs();
    match key {
        "gap" => number(goal, "target").max(number(goal, "baseline")).max(number(goal, "reached")),
        "profit" => number(of, "gross_profit").max(number(of, "cost")),
        "cumulative_profit" => f64::INFINITY,
        "roi" | "lifetime_roi" => 1.0,
        "reached" => number(goal, "baseline"),
        _ => 0.0,
    }
}

struct Comparison<'a> {
    name: &'a str,
    goal: Value,
    /// Of all months: what cumulative profit is summed from.
    turnover: f64,
    faults: Vec<String>,
    numbers: usize,
}

impl Comparison<'_> {
    fn compare(&mut self, path: &str, key: &str, expected: &Value, found: &Value, inside: &Value) {
        match (expected, found) {
            (Value::Object(wanted), Value::Object(_)) => {
                for (key, wanted) in wanted {
                    self.compare(&format!("{path}.{key}"), key, wanted, &found[key], expected);
                }
            }
            (Value::Array(wanted), Value::Array(list)) => {
                assert_eq!(wanted.len(), list.len(), "{}{path}", self.name);
                for (place, (wanted, found)) in wanted.iter().zip(list).enumerate() {
                    self.compare(&format!("{path}[{place}]"), key, wanted, found, expected);
                }
            }
            (Value::Number(_), Value::Number(_)) => {
                self.numbers += 1;
                let (wanted, found) =
                    (expected.as_f64().unwrap_or(f64::NAN), found.as_f64().unwrap_or(f64::NAN));
                let scale = wanted.abs().max(terms(inside, key, &self.goal).min(self.turnover));
                let marginal = key.ends_with("_marginal") && ["service", "b2b", "shop"].contains(&self.name);
                let relative = if marginal { BY_DIFFERENCES } else { RELATIVE };
                if (wanted - found).abs() > relative * scale {
                    self.faults.push(format!("{}{path}: {found}, expected {wanted}", self.name));
                }
            }
            (wanted, found) if wanted == found => self.numbers += 1,
            (wanted, found) => self.faults.push(format!("{}{path}: {found}, expected {wanted}", self.name)),
        }
    }
}

#[test]
fn reports_agree_with_the_independent_implementation() {
    let mut faults = Vec::new();
    let mut numbers = 0;
    for Golden { name, plan, report: expected, .. } in golden() {
        let model = model(&plan);
        let found = report(&Numbers::of(&model), Basis::Plan).expect("every plan has a report");
        let found = serde_json::to_value(&found).expect("a report is JSON");
        let turnover = |key: &str| found["totals"][key].as_f64().unwrap_or(0.0).abs();
        let mut comparison = Comparison {
            name: &name,
            goal: expected["goal"].clone(),
            turnover: turnover("revenue")
                .max(turnover("cost"))
                .max(found["goal"]["target"].as_f64().unwrap_or(0.0)),
            faults: Vec::new(),
            numbers: 0,
        };
        for part in ["goal", "totals", "metrics", "stages", "channels", "months", "undefined"] {
            if !expected[part].is_null() {
                comparison.compare(&format!(".{part}"), part, &expected[part], &found[part], &Value::Null);
            }
        }
        numbers += comparison.numbers;
        faults.append(&mut comparison.faults);
    }
    assert!(faults.is_empty(), "{} of {numbers} differ:\n{}", faults.len(), faults.join("\n"));
    assert!(numbers > 10_000, "only {numbers} numbers were compared");
}

#[test]
fn factors_agree_with_the_independent_implementation() {
    let mut faults = Vec::new();
    for Golden { name, plan, factor: expected, .. } in golden() {
        let model = model(&plan);
        let found = Numbers::of(&model).mix().factor();
        let same = match (expected.as_f64(), found) {
            (None, None) => true,
            (Some(wanted), Some(found)) => (wanted - found).abs() <= RELATIVE * wanted.abs(),
            _ => false,
        };
        if !same {
            faults.push(format!("{name}: {found:?}, expected {expected}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
