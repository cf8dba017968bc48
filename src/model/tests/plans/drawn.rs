//! Valid plans drawn at random: every curve, optional field and kind of goal.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Ordinary plans: up to five channels, five stages and fourteen months.
pub(crate) fn plan() -> impl Strategy<Value = Value> {
    (2..=5usize, 1..=5usize, 1..=14usize)
        .prop_flat_map(|(stages, channels, months)| {
            (
                Just(months),
                funnel(stages),
                vec(channel(stages, channels), channels),
                economics(),
                calendar(months),
                goal(stages),
            )
        })
        .prop_map(|(months, stages, channels, economics, (seasonality, phasing), goal)| {
            let name = |(place, mut channel): (usize, Value)| {
                channel["id"] = json!(format!("c{place}"));
                // Nothing depends on itself: that one looks at its neighbour, and a lone channel at nobody.
                if let Some(on) = channel["depends_on"].as_array().map(|list| list[0]["channel"].clone()) {
                    let itself = on == channel["id"];
                    if itself {
                        channel.as_object_mut().expect("a channel").remove("depends_on");
                    }
                }
                channel
            };
            let channels: Vec<Value> = channels.into_iter().enumerate().map(name).collect();
            let mut plan = json!({
                "version": 1, "name": "drawn", "template": "none", "currency": "TWD", "start": "2027-03",
                "months": months, "goal": goal, "economics": economics, "stages": stages, "channels": channels,
                "phasing": phasing,
            });
            if let Some(factors) = seasonality {
                plan["seasonality"] = json!(factors);
            }
            plan
        })
}

/// Rates that are also exactly 0 and exactly 1 now and then.
fn rate() -> impl Strategy<Value = f64> {
    prop_oneof![20 => 0.005..1.0f64, 1 => Just(0.0), 2 => Just(1.0)]
}

fn amount(most: f64) -> impl Strategy<Value = f64> {
    prop_oneof![6 => most * 0.01..most, 1 => Just(0.0)]
}

fn funnel(count: usize) -> impl Strategy<Value = Vec<Value>> {
    vec((rate(), proptest::option::of(0.0..90.0f64)), count).prop_map(|stages| {
        let stage = |(place, (rate, delay)): (usize, (f64, Option<f64>))| {
            let mut stage = json!({"id": format!("s{place}"), "name": "", "tier": "middle"});
            if place > 0 {
                stage["conversion_rate"] = json!(rate);
                delay.into_iter().for_each(|days| stage["delay_days"] = json!(days));
            }
            stage
        };
        stages.into_iter().enumerate().map(stage).collect()
    })
}

fn economics() -> impl Strategy<Value = Value> {
    (10.0..9000.0f64, 0.0..6.0f64, amount(4.0), rate(), proptest::option::of(0.0..0.3f64)).prop_map(
        |(order, orders, years, margin, discount)| {
            let mut economics = json!({
                "order_value": order, "orders_per_year": orders, "relationship_years": years, "gross_margin": margin,
            });
            discount.into_iter().for_each(|rate| economics["discount_rate"] = json!(rate));
            economics
        },
    )
}

fn calendar(months: usize) -> impl Strategy<Value = (Option<Vec<f64>>, Value)> {
    let phasing = prop_oneof![
        Just(json!("flat")),
        Just(json!("seasonal")),
        vec(prop_oneof![3 => 0.1..3.0f64, 1 => Just(0.0)], months).prop_map(|mut factors| {
            factors[0] += 1.0;
            json!(factors)
        }),
    ];
    (proptest::option::of(vec(0.3..2.0f64, 12)), phasing)
}

fn goal(stages: usize) -> impl Strategy<Value = Value> {
    prop_oneof![
        (1e2..1e7f64).prop_map(|target| json!({"metric": "revenue", "target": target})),
        (1e2..1e6f64)
            .prop_map(|target| json!({"metric": "gross_profit", "target": target, "baseline": 50.0})),
        (-1e5..1e6f64).prop_map(|target| json!({"metric": "profit", "target": target})),
        (1.0..1e5f64).prop_map(|target| json!({"metric": "new_customers", "target": target})),
        (0..stages, 1.0..1e5f64).prop_map(|(stage, target)| {
            json!({"metric": "stage_volume", "stage": format!("s{stage}"), "target": target})
        }),
        (-0.5..2.0f64, 1e3..1e6f64).prop_map(|(growth, reference)| {
            json!({"metric": "revenue", "growth": growth, "reference": reference, "baseline": 900.0})
        }),
    ]
}

fn response() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!({"kind": "linear"})),
        (1e3..1e5f64).prop_map(|ceiling| json!({"kind": "saturating", "ceiling": ceiling})),
        (1e3..1e5f64, 1.0..900.0f64)
            .prop_map(|(ceiling, at)| json!({"kind": "saturating", "ceiling": ceiling, "at": at})),
        (1e2..1e5f64, 0.05..=1.0f64).prop_map(|(at, gain)| json!({"kind": "doubling", "at": at, "gain": gain})),
        (1e2..1e5f64, 1e2..1e5f64, 0.4..6.0f64)
            .prop_map(|(ceiling, half, slope)| json!({"kind": "hill", "ceiling": ceiling, "half_at": half, "slope": slope})),
    ]
}

fn channel(stages: usize, channels: usize) -> impl Strategy<Value = Value> {
    let optional = (
        proptest::option::of(rate()),
        proptest::option::of(amount(300.0)),
        proptest::option::of(0.0..0.95f64),
        proptest::option::of(amount(5e4)),
        proptest::option::of(amount(6.0)),
        proptest::option::of((amount(80.0), amount(600.0))),
        proptest::option::of(amount(9000.0)),
        proptest::option::of(amount(9e4)),
        proptest::option::of((0..channels, rate(), 1e2..1e5f64)),
        proptest::option::of(rate()),
        prop_oneof![9 => Just(true), 1 => Just(false)],
        proptest::option::of((10.0..9000.0f64, 0.0..6.0f64, amount(4.0))),
    );
    (0..stages, 1.0..500.0f64, amount(1e5), response(), optional).prop_map(
        move |(entry, unit_cost, budget, response, optional)| {
            let (fit, free, carryover, prior, ramp, work, fixed, setup, on, last_rate, active, life) =
                optional;
            let mut fields = Map::new();
            let mut put = |name: &str, value: Option<Value>| {
                value.into_iter().for_each(|value| _ = fields.insert(name.into(), value));
            };
            put("id", Some(json!("")));
            put("name", Some(json!("")));
            put("trust", Some(json!("test")));
            put("entry_stage", Some(json!(format!("s{entry}"))));
            put("unit_cost", Some(json!(unit_cost)));
            put("monthly_budget", Some(json!(budget)));
            put("response", Some(response));
            put("active", Some(json!(active)));
            put("fit_rate", fit.map(|x| json!(x)));
            put("free_volume", free.map(|x| json!(x)));
            put("carryover", carryover.map(|x| json!(x)));
            put("prior_budget", prior.map(|x| json!(x)));
            put("ramp_months", ramp.map(|x| json!(x)));
            put("labour_hours", work.map(|(hours, _)| json!(hours)));
            put("hourly_wage", work.map(|(_, wage)| json!(wage)));
            put("fixed_cost", fixed.map(|x| json!(x)));
            put("setup_cost", setup.map(|x| json!(x)));
            put("order_value", life.map(|(order, ..)| json!(order)));
            put("orders_per_year", life.map(|(_, orders, _)| json!(orders)));
            put("relationship_years", life.map(|(.., years)| json!(years)));
            let on = on.map(|(other, without, full)| {
                json!([{"channel": format!("c{other}"), "share_without": without, "full_at": full}])
            });
            put("depends_on", on);
            let last = stages - 1;
            let last_rate = last_rate.filter(|_| entry < last);
            put("conversion_rates", last_rate.map(|rate| json!({format!("s{last}"): rate})));
            Value::Object(fields)
        },
    )
}
