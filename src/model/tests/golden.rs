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

/// Where a difference cancels digits, it is as exact as this share of the larger of its two terms.
const CANCELLED: f64 = 1e-13;

struct Comparison<'a> {
    name: &'a str,
    goal: Value,
    /// Gross profit and cost of the months so far: what cumulative profit is the difference of.
    so_far: [f64; 2],
    faults: Vec<String>,
    numbers: usize,
}

fn number(of: &Value, key: &str) -> f64 {
    of[key].as_f64().unwrap_or(0.0).abs()
}

impl Comparison<'_> {
    /// The larger term of a number that is a difference, and 0 of any other.
    fn terms(&self, of: &Value, key: &str) -> f64 {
        match key {
            "gap" => number(&self.goal, "target").max(number(&self.goal, "reached")),
            "reached" => number(&self.goal, "baseline"),
            "profit" => number(of, "gross_profit").max(number(of, "cost")),
            "cumulative_profit" => self.so_far[0].max(self.so_far[1]),
            // What came back by what was spent, less 1.
            "roi" | "lifetime_roi" => 1.0,
            _ => 0.0,
        }
    }

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
                    self.so_far[0] += number(wanted, "gross_profit");
                    self.so_far[1] += number(wanted, "cost");
                    self.compare(&format!("{path}[{place}]"), key, wanted, found, expected);
                }
            }
            (Value::Number(_), Value::Number(_)) => {
                self.numbers += 1;
                let (wanted, found) =
                    (expected.as_f64().unwrap_or(f64::NAN), found.as_f64().unwrap_or(f64::NAN));
                let marginal = key.ends_with("_marginal") && ["service", "b2b", "shop"].contains(&self.name);
                let relative = if marginal { BY_DIFFERENCES } else { RELATIVE };
                let allowed = (relative * wanted.abs()).max(CANCELLED * self.terms(inside, key));
                if (wanted - found).abs() > allowed {
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
        let mut comparison = Comparison {
            name: &name,
            goal: expected["goal"].clone(),
            so_far: [0.0; 2],
            faults: Vec::new(),
            numbers: 0,
        };
        for part in ["goal", "totals", "metrics", "stages", "channels", "months", "undefined"] {
            if !expected[part].is_null() {
                comparison.so_far = [0.0; 2];
                comparison.compare(&format!(".{part}"), part, &expected[part], &found[part], &Value::Null);
            }
        }
        numbers += comparison.numbers;
        faults.append(&mut comparison.faults);
    }
    assert!(faults.is_empty(), "{} of {numbers} differ:\n{}", faults.len(), faults.join("\n"));
    // As the page about the architecture says.
    assert_eq!((numbers, golden().len()), (27_425, 109));
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
