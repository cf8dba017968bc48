//! Every rule of the contract (model section 1), broken once, with the path that the fault names.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so")]

mod plans;

use backcast_model::plan::{Document, Estimate, Field, Path, Plan};
use serde_json::{Value, json};

/// The plan that the rules are broken in: two channels, three stages, every curve parameter can be put in.
fn base() -> Value {
    json!({
        "version": 1, "name": "", "template": "", "currency": "TWD", "start": "2027-01", "months": 3,
        "goal": {"metric": "revenue", "target": 1000},
        "economics": {"order_value": 100, "orders_per_year": 2, "relationship_years": 1, "gross_margin": 0.5},
        "stages": [
            {"id": "seen", "name": "", "tier": "top"},
            {"id": "lead", "name": "", "tier": "middle", "conversion_rate": 0.1},
            {"id": "sold", "name": "", "tier": "bottom", "conversion_rate": 0.2, "delay_days": 4},
        ],
        "channels": [
            {"id": "ads", "name": "", "trust": "proven", "entry_stage": "seen", "unit_cost": 2, "monthly_budget": 100},
            {"id": "seo", "name": "", "trust": "test", "entry_stage": "lead", "unit_cost": 9, "monthly_budget": 50},
        ],
    })
}

/// Puts a value at a JSON pointer; null takes the field away.
fn put(plan: &mut Value, pointer: &str, value: Value) {
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    let parent = plan.pointer_mut(parent).expect("a place");
    match (parent, value) {
        (Value::Object(map), Value::Null) => _ = map.remove(key),
        (Value::Object(map), value) => _ = map.insert(key.into(), value),
        (Value::Array(list), value) => list[key.parse::<usize>().expect("a place in a list")] = value,
        _ => unreachable!("a place inside a list or an object"),
    }
}

fn check(changes: &[(&str, Value)]) -> Result<(), (String, String)> {
    let mut plan = base();
    changes.iter().for_each(|(pointer, value)| put(&mut plan, pointer, value.clone()));
    let document: Document =
        serde_json::from_value(plan.clone()).unwrap_or_else(|error| panic!("{error}: {plan}"));
    Plan::check(document).map(|_| ()).map_err(|fault| (fault.kind.code().into(), fault.path))
}

/// The code and the path of a fault, and the changes by JSON pointer that provoke it.
type Rule<'a> = (&'a str, &'a str, Vec<(&'a str, Value)>);

#[test]
fn the_base_keeps_every_rule() {
    assert_eq!(check(&[]), Ok(()));
}

#[test]
fn broken_rules_are_refused_with_their_path() {
    let on = |channel: &str| json!([{"channel": channel, "share_without": 0.5, "full_at": 10}]);
    let twice = json!([on("seo")[0], on("seo")[0]]);
    let stage = |k: usize| json!({"id": format!("s{k}"), "name": "", "tier": "top", "conversion_rate": 0.5});
    let mut thirteen: Vec<Value> = (0..13).map(stage).collect();
    thirteen[0].as_object_mut().expect("a stage").remove("conversion_rate");
    let many: Vec<Value> = (0..201)
        .map(|c| {
            let mut channel = base()["channels"][0].clone();
            channel["id"] = json!(format!("c{c}"));
            channel
        })
        .collect();
    let curve = |text: &str| serde_json::from_str::<Value>(text).expect("a curve");
    let response = "/channels/0/response";
    let table: Vec<Rule<'_>> = vec![
        ("unknown_version", "version", vec![("/version", json!(2))]),
        ("unknown_version", "version", vec![("/version", json!(0))]),
        ("unknown_currency", "currency", vec![("/currency", json!("TWDX"))]),
        ("unknown_currency", "currency", vec![("/currency", json!("twd"))]),
        ("unknown_currency", "currency", vec![("/currency", json!(""))]),
        ("malformed_month", "start", vec![("/start", json!("2027-13"))]),
        ("malformed_month", "start", vec![("/start", json!("2027-1"))]),
        ("wrong_length", "stages", vec![("/stages", json!([base()["stages"][0]]))]),
        ("wrong_length", "stages", vec![("/stages", json!(thirteen))]),
        ("wrong_length", "channels", vec![("/channels", json!([]))]),
        ("wrong_length", "channels", vec![("/channels", json!(many))]),
        ("malformed_id", "stages[1].id", vec![("/stages/1/id", json!("Lead"))]),
        ("malformed_id", "stages[1].id", vec![("/stages/1/id", json!("1lead"))]),
        ("malformed_id", "channels[1].id", vec![("/channels/1/id", json!(""))]),
        ("malformed_id", "channels[1].id", vec![("/channels/1/id", json!("s eo"))]),
        ("malformed_id", "channels[0].id", vec![("/channels/0/id", json!("廣告"))]),
        ("duplicate_id", "stages[2].id", vec![("/stages/2/id", json!("lead"))]),
        ("duplicate_id", "channels[1].id", vec![("/channels/1/id", json!("ads"))]),
        ("missing", "goal.stage", vec![("/goal/metric", json!("stage_volume"))]),
        ("not_allowed", "goal.stage", vec![("/goal/stage", json!("lead"))]),
        (
            "unknown_id",
            "goal.stage",
            vec![("/goal/metric", json!("stage_volume")), ("/goal/stage", json!("no"))],
        ),
        ("target_or_growth", "goal", vec![("/goal/target", Value::Null)]),
        ("target_or_growth", "goal", vec![("/goal/growth", json!(0.1))]),
        ("target_or_growth", "goal", vec![("/goal/reference", json!(10))]),
        ("target_or_growth", "goal", vec![("/goal/target", Value::Null), ("/goal/growth", json!(0.1))]),
        ("target_not_positive", "goal.target", vec![("/goal/target", json!(0))]),
        ("target_not_positive", "goal.target", vec![("/goal/target", json!(-5))]),
        ("wrong_length", "seasonality", vec![("/seasonality", json!(vec![1; 11]))]),
        ("wrong_length", "seasonality", vec![("/seasonality", json!(vec![1; 13]))]),
        ("wrong_length", "phasing", vec![("/phasing", json!([1, 2]))]),
        ("wrong_length", "phasing", vec![("/phasing", json!([1, 2, 3, 4]))]),
        ("all_zero", "phasing", vec![("/phasing", json!([0, 0, 0]))]),
        ("out_of_range", "phasing[1]", vec![("/phasing", json!([1, -1, 0]))]),
        (
            "out_of_range",
            "seasonality[11]",
            vec![("/seasonality", json!([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0]))],
        ),
        ("not_allowed", "stages[0].conversion_rate", vec![("/stages/0/conversion_rate", json!(0.5))]),
        ("not_allowed", "stages[0].delay_days", vec![("/stages/0/delay_days", json!(3))]),
        ("missing", "stages[2].conversion_rate", vec![("/stages/2/conversion_rate", Value::Null)]),
        ("unknown_id", "channels[0].entry_stage", vec![("/channels/0/entry_stage", json!("no"))]),
        (
            "unknown_id",
            "channels[0].conversion_rates.no",
            vec![("/channels/0/conversion_rates", json!({"no": 0.1}))],
        ),
        (
            "override_before_entry",
            "channels[1].conversion_rates.lead",
            vec![("/channels/1/conversion_rates", json!({"lead": 0.1}))],
        ),
        (
            "override_before_entry",
            "channels[1].conversion_rates.seen",
            vec![("/channels/1/conversion_rates", json!({"seen": 0.1}))],
        ),
        (
            "maximum_below_minimum",
            "channels[0].max_budget",
            vec![("/channels/0/min_budget", json!(9)), ("/channels/0/max_budget", json!(8))],
        ),
        (
            "depends_on_itself",
            "channels[0].depends_on[0].channel",
            vec![("/channels/0/depends_on", on("ads"))],
        ),
        ("unknown_id", "channels[0].depends_on[0].channel", vec![("/channels/0/depends_on", on("no"))]),
        ("duplicate_id", "channels[0].depends_on[1].channel", vec![("/channels/0/depends_on", twice)]),
        (
            "not_allowed",
            "channels[0].response.ceiling",
            vec![(response, curve(r#"{"kind": "linear", "ceiling": 9}"#))],
        ),
        ("not_allowed", "channels[0].response.at", vec![(response, curve(r#"{"kind": "linear", "at": 9}"#))]),
        (
            "out_of_range",
            "goal.growth",
            vec![("/goal", json!({"metric": "revenue", "reference": 1e308, "growth": 1e308}))],
        ),
        ("missing", "channels[0].response.ceiling", vec![(response, curve(r#"{"kind": "saturating"}"#))]),
        (
            "not_allowed",
            "channels[0].response.gain",
            vec![(response, curve(r#"{"kind": "saturating", "ceiling": 9, "gain": 0.5}"#))],
        ),
        (
            "ceiling_passed",
            "channels[0].response",
            vec![(response, curve(r#"{"kind": "saturating", "ceiling": 5, "at": 10}"#))],
        ),
        (
            "out_of_range",
            "channels[0].response.ceiling",
            vec![(response, curve(r#"{"kind": "saturating", "ceiling": 1e308}"#))],
        ),
        (
            "out_of_range",
            "channels[0].response.ceiling.high",
            vec![(
                response,
                curve(r#"{"kind": "saturating", "ceiling": {"value": 9, "low": 8, "high": 1e308}}"#),
            )],
        ),
        (
            "out_of_range",
            "channels[0].response.ceiling",
            vec![
                (response, curve(r#"{"kind": "saturating", "ceiling": 1e306}"#)),
                ("/channels/0/unit_cost", json!({"value": 2, "low": 1, "high": 1e3})),
            ],
        ),
        (
            "missing",
            "channels[0].response.at",
            vec![(response, curve(r#"{"kind": "doubling", "gain": 0.5}"#))],
        ),
        ("missing", "channels[0].response.gain", vec![(response, curve(r#"{"kind": "doubling", "at": 5}"#))]),
        (
            "out_of_range",
            "channels[0].response.at",
            vec![(response, curve(r#"{"kind": "doubling", "at": 0, "gain": 0.5}"#))],
        ),
        (
            "out_of_range",
            "channels[0].response.at.low",
            vec![(
                response,
                curve(r#"{"kind": "doubling", "at": {"value": 5, "low": 0, "high": 9}, "gain": 0.5}"#),
            )],
        ),
        (
            "not_allowed",
            "channels[0].response.ceiling",
            vec![(response, curve(r#"{"kind": "doubling", "at": 5, "gain": 0.5, "ceiling": 9}"#))],
        ),
        (
            "missing",
            "channels[0].response.half_at",
            vec![(response, curve(r#"{"kind": "hill", "ceiling": 9, "slope": 2}"#))],
        ),
        (
            "missing",
            "channels[0].response.slope",
            vec![(response, curve(r#"{"kind": "hill", "ceiling": 9, "half_at": 2}"#))],
        ),
        (
            "missing",
            "channels[0].response.ceiling",
            vec![(response, curve(r#"{"kind": "hill", "half_at": 2, "slope": 2}"#))],
        ),
        (
            "not_allowed",
            "channels[0].response.at",
            vec![(response, curve(r#"{"kind": "hill", "ceiling": 9, "half_at": 2, "slope": 2, "at": 1}"#))],
        ),
        (
            "range_not_around_value",
            "economics.order_value",
            vec![("/economics/order_value", json!({"value": 9, "low": 10, "high": 11}))],
        ),
        (
            "range_not_around_value",
            "economics.order_value",
            vec![("/economics/order_value", json!({"value": 12, "low": 10, "high": 11}))],
        ),
        (
            "out_of_range",
            "stages[1].conversion_rate.high",
            vec![("/stages/1/conversion_rate", json!({"value": 0.5, "low": 0.4, "high": 1.1}))],
        ),
        (
            "out_of_range",
            "stages[1].conversion_rate.low",
            vec![("/stages/1/conversion_rate", json!({"value": 0.5, "low": -0.1, "high": 1}))],
        ),
    ];
    let faults: Vec<String> = table
        .iter()
        .filter_map(|(code, path, changes)| {
            let found = check(changes);
            let wanted = Err(((*code).to_owned(), (*path).to_owned()));
            (found != wanted).then(|| format!("{changes:?}: {found:?}, not {wanted:?}"))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_is_allowed_is_not_refused() {
    let circle = |channel: &str| json!([{"channel": channel, "share_without": 0, "full_at": 1}]);
    let table: Vec<Vec<(&str, Value)>> = vec![
        vec![("/goal/metric", json!("profit")), ("/goal/target", json!(-5))],
        vec![("/goal/metric", json!("profit")), ("/goal/target", json!(0))],
        vec![("/goal/target", Value::Null), ("/goal/growth", json!(-0.5)), ("/goal/reference", json!(10))],
        vec![("/channels/0/depends_on", circle("seo")), ("/channels/1/depends_on", circle("ads"))],
        vec![("/channels/0/min_budget", json!(200))],
        vec![("/channels/0/max_budget", json!(1)), ("/channels/0/min_budget", json!(1))],
        vec![("/channels/0/conversion_rates", json!({"lead": 0, "sold": 1}))],
        vec![("/channels/0/response", json!({"kind": "saturating", "ceiling": 5, "at": 9.99}))],
        vec![("/channels/0/response", json!({"kind": "doubling", "at": 5, "gain": 1}))],
        vec![("/channels/0/response", json!({"kind": "saturating", "ceiling": 4e307}))],
        vec![(
            "/channels/0/response",
            json!({"kind": "saturating", "ceiling": 9, "at": {"value": 1, "low": 0, "high": 2}}),
        )],
        vec![("/phasing", json!([0, 0, 1]))],
        vec![(
            "/economics/order_value",
            json!({"value": 10, "low": 10, "high": 10, "source": "quote", "note": ""}),
        )],
        vec![("/channels/1/id", json!("a_-9"))],
        vec![("/currency", json!("XCG"))],
    ];
    for changes in table {
        assert_eq!(check(&changes), Ok(()), "{changes:?}");
    }
}

#[test]
fn what_has_not_the_shape_of_a_plan_is_not_read() {
    let table = [
        ("/version", json!("1")),
        ("/months", json!(1.5)),
        ("/months", json!(-1)),
        ("/extra", json!(1)),
        ("/goal/extra", json!(1)),
        ("/economics/extra", json!(1)),
        ("/stages/1/extra", json!(1)),
        ("/channels/0/extra", json!(1)),
        ("/channels/0/response", json!({"kind": "linear", "extra": 1})),
        ("/channels/0/response", json!({"kind": "cubic"})),
        ("/channels/0/depends_on", json!([{"channel": "seo", "share_without": 0, "full_at": 1, "extra": 1}])),
        ("/channels/0/monthly_budget", json!({"value": 5})),
        ("/goal/target", json!({"value": 5})),
        ("/market_correlation", json!({"value": 0.5})),
        ("/seasonality", json!([{"value": 1}])),
        ("/economics/order_value", json!({"value": 5, "low": 4})),
        ("/economics/order_value", json!({"value": 5, "extra": 4})),
        ("/economics/order_value", json!({"value": 5, "source": "guess"})),
        ("/economics/order_value", json!({"low": 4, "high": 6})),
        ("/economics/order_value", json!("100")),
        ("/phasing", json!("weekly")),
        ("/channels/0/trust", json!("unknown")),
        ("/stages/0/tier", json!("side")),
        ("/goal/metric", json!("likes")),
    ];
    for (pointer, value) in table {
        let mut plan = base();
        put(&mut plan, pointer, value.clone());
        assert!(serde_json::from_value::<Document>(plan).is_err(), "{pointer} {value}");
    }
    // Nothing may be null, and what has no default must be there.
    let full: Value =
        plans::golden().into_iter().max_by_key(|golden| golden.plan.to_string().len()).expect("a plan").plan;
    let mut pointers = Vec::new();
    fields(&full, "", &mut pointers);
    for pointer in &pointers {
        let mut plan = full.clone();
        *plan.pointer_mut(pointer).expect("a field") = Value::Null;
        assert!(serde_json::from_value::<Document>(plan).is_err(), "null at {pointer}");
    }
    for pointer in [
        "/version",
        "/name",
        "/template",
        "/currency",
        "/start",
        "/months",
        "/goal",
        "/economics",
        "/stages",
        "/channels",
        "/goal/metric",
        "/economics/order_value",
        "/economics/orders_per_year",
        "/economics/relationship_years",
        "/economics/gross_margin",
        "/stages/0/id",
        "/stages/0/name",
        "/stages/0/tier",
        "/channels/0/id",
        "/channels/0/name",
        "/channels/0/trust",
        "/channels/0/entry_stage",
        "/channels/0/unit_cost",
        "/channels/0/monthly_budget",
    ] {
        let mut plan = base();
        put(&mut plan, pointer, Value::Null);
        assert!(serde_json::from_value::<Document>(plan).is_err(), "without {pointer}");
    }
}

fn fields(value: &Value, path: &str, found: &mut Vec<String>) {
    let mut step = |key: String, value: &Value| {
        let path = format!("{path}/{}", key.replace('~', "~0").replace('/', "~1"));
        found.push(path.clone());
        fields(value, &path, found);
    };
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| step(key.clone(), value)),
        Value::Array(list) => {
            list.iter().enumerate().take(2).for_each(|(k, value)| step(k.to_string(), value));
        }
        _ => {}
    }
}

/// A plan in which every field has a place.
fn with_room_for(field: Field) -> (Document, Path) {
    let mut plan = base();
    let mut change = |pointer: &str, value: Value| put(&mut plan, pointer, value);
    let channel = matches!(field.pattern(), pattern if pattern.starts_with("channels"));
    match field {
        Field::Target | Field::Baseline => change("/goal/metric", json!("profit")),
        Field::Growth | Field::Reference => {
            change("/goal", json!({"metric": "revenue", "growth": 0.5, "reference": 100}));
        }
        Field::PhasingFactor => change("/phasing", json!([1, 1, 1])),
        Field::Ceiling | Field::At => {
            change("/channels/0/response", json!({"kind": "saturating", "ceiling": 1e301}));
        }
        Field::Gain => change("/channels/0/response", json!({"kind": "doubling", "at": 5, "gain": 0.5})),
        Field::HalfAt | Field::Slope => {
            change("/channels/0/response", json!({"kind": "hill", "ceiling": 9, "half_at": 5, "slope": 2}));
        }
        Field::ShareWithout | Field::FullAt => {
            change(
                "/channels/0/depends_on",
                json!([{"channel": "seo", "share_without": 0.5, "full_at": 10}]),
            );
        }
        Field::RateOverride => change("/channels/0/conversion_rates", json!({"lead": 0.5})),
        _ => {}
    }
    let index = u16::from(!channel && field.pattern().contains("stages"));
    let item = u16::from(field == Field::RateOverride);
    (plans::document(&plan), Path::item(field, index, item))
}

#[test]
fn every_bound_holds_just_inside_and_not_just_outside() {
    let next = |x: f64, up: bool| if up { x.next_up() } else { x.next_down() };
    for &field in Field::ALL {
        let bounds = field.bounds();
        let (document, path) = with_room_for(field);
        let holds = |value: f64| {
            let mut changed = document.clone();
            if !changed.set(path, Estimate::from(value)) {
                return false;
            }
            match Plan::check(changed) {
                Ok(_) => true,
                Err(fault) => {
                    assert_eq!(fault.kind.code(), "out_of_range", "{field:?} {value}: {fault}");
                    assert_eq!(fault.path, path.name(&document), "{field:?} {value}");
                    false
                }
            }
        };
        let whole = field == Field::Months;
        if bounds.low.is_finite() {
            let inside = if bounds.above_low { next(bounds.low, true) } else { bounds.low };
            let outside = if bounds.above_low { bounds.low } else { next(bounds.low, false) };
            assert!(holds(inside), "{field:?} {inside}");
            assert!(!holds(if whole { bounds.low - 1.0 } else { outside }), "{field:?} {outside}");
        }
        if bounds.high.is_finite() {
            let inside = if bounds.below_high { next(bounds.high, false) } else { bounds.high };
            let outside = if bounds.below_high { bounds.high } else { next(bounds.high, true) };
            assert!(holds(inside), "{field:?} {inside}");
            assert!(!holds(if whole { bounds.high + 1.0 } else { outside }), "{field:?} {outside}");
        }
        for never in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(!holds(never), "{field:?} {never}");
        }
    }
}
