//! The best budgets for plans from the outside: a line of JSON `{"plan", "total", "rounds"}` in, a line
//! `{"budgets", "reached", "bound", "gap", "seconds"}` out, the seconds of the fastest round. `benches/allocation.py`
//! compares them with scipy.

use backcast_model::equations::Model;
use backcast_model::plan::{Document, Plan};
use backcast_model::solve::{Mode, Request, solve};
use serde::Deserialize;
use serde_json::json;
use std::error::Error;
use std::io::stdin;
use std::time::Instant;

#[derive(Deserialize)]
struct Asked {
    plan: Document,
    total: f64,
    rounds: u32,
}

fn answered(line: &str) -> Result<String, Box<dyn Error>> {
    let Asked { plan, total, rounds } = serde_json::from_str(line)?;
    let model = Model::of(Plan::check(plan)?);
    let request = Request::of(Mode::MaxGoal).within(total);
    let mut answer = solve(&model, request)?;
    let mut seconds = f64::INFINITY;
    for _ in 0..rounds {
        let start = Instant::now();
        answer = solve(&model, request)?;
        seconds = seconds.min(start.elapsed().as_secs_f64());
    }
    let told = json!({
        "budgets": answer.budgets, "reached": answer.reached, "bound": answer.bound, "gap": answer.gap,
        "seconds": seconds,
    });
    Ok(told.to_string())
}

fn main() -> Result<(), Box<dyn Error>> {
    for line in stdin().lines() {
        println!("{}", answered(&line?)?);
    }
    Ok(())
}
