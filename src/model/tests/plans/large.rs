//! Plans of any size with everything on: every curve in turn, delays, carryover, ramps, dependencies, own rates.

use serde_json::{Value, json};

pub(crate) fn plan(channels: usize, stages: usize, months: usize) -> Value {
    let stage = |k: usize| {
        let mut stage = json!({"id": format!("s{k}"), "name": format!("Stage {k}"), "tier": "middle"});
        if k > 0 {
            stage["conversion_rate"] = json!({"value": 0.3 + 0.04 * (k % 5) as f64, "low": 0.2, "high": 0.6});
            stage["delay_days"] = json!(3 + 5 * (k % 4));
        }
        stage
    };
    let last = stages - 1;
    json!({
        "version": 1, "name": "large", "template": "none", "currency": "TWD", "start": "2027-01", "months": months,
        "goal": {"metric": "new_customers", "target": 40 * channels},
        "economics": {
            "order_value": 2400, "orders_per_year": 2.5, "relationship_years": 1.5, "gross_margin": 0.55,
            "discount_rate": 0.08,
        },
        "seasonality": [0.9, 0.8, 1, 1.1, 1.2, 0.95, 0.9, 1, 1.05, 1.1, 1.3, 0.7],
        "phasing": "seasonal",
        "stages": (0..stages).map(stage).collect::<Vec<_>>(),
        "channels": (0..channels).map(|c| channel(c, channels, last)).collect::<Vec<_>>(),
    })
}

fn channel(c: usize, channels: usize, last: usize) -> Value {
    let response = match c % 4 {
        0 => json!({"kind": "linear"}),
        1 => json!({"kind": "saturating", "ceiling": 90_000, "at": 1000}),
        2 => json!({"kind": "doubling", "at": 12_000, "gain": 0.7}),
        _ => json!({"kind": "hill", "ceiling": 80_000, "half_at": 30_000, "slope": 1.8}),
    };
    let entry = if last > 1 { c % 2 } else { 0 };
    let mut channel = json!({
        "id": format!("c{c}"), "name": format!("Channel {c}"), "trust": "proven",
        "entry_stage": format!("s{entry}"), "unit_cost": 2 + c % 7, "monthly_budget": 9000 + 700 * (c % 11),
        "response": response, "fit_rate": 0.9, "free_volume": 20 + c % 5, "carryover": 0.3, "prior_budget": 4000,
        "ramp_months": c % 4, "labour_hours": 8, "hourly_wage": 400, "fixed_cost": 1500, "setup_cost": 6000,
        "conversion_rates": {format!("s{last}"): 0.4 + 0.01 * (c % 9) as f64},
        "orders_per_year": 2 + c % 3,
    });
    if c % 5 == 4 && channels > 1 {
        let other = format!("c{}", c - 1);
        channel["depends_on"] = json!([{"channel": other, "share_without": 0.6, "full_at": 12_000}]);
    }
    channel
}
