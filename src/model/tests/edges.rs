//! Questions at the edge: without an end, without a number, and around a goal that is just met or just missed.
#![allow(clippy::expect_used, reason = "a test that cannot go on says so")]

mod plans;

use backcast_model::equations::Model;
use backcast_model::solve::{Answer, Frontier, Mode, Request, RequestFault, Solver};
use plans::{named, trap};
use serde_json::{Value, json};

/// The answer of a solver that is not waited for without end.
fn ended(model: &Model, request: Request) -> Result<Answer, RequestFault> {
    let mut solver = Solver::new(model.clone(), request)?;
    for _ in 0..2000 {
        if let Some(answer) = solver.answer() {
            return answer.cloned();
        }
        solver.advance(64);
    }
    unreachable!("{request:?} has no end")
}

fn phased(request: Request, cap: f64) -> Request {
    Request { phasing_cap: Some(cap), ..request }
}

/// One channel that pays well for who comes in time: leads become customers a month later.
fn late() -> Value {
    let mut plan = trap(&[json!({"entry_stage": "lead"})]);
    plan["economics"] =
        json!({"order_value": 5000, "orders_per_year": 1, "relationship_years": 1, "gross_margin": 0.6});
    plan["months"] = json!(2);
    plan["phasing"] = json!([0, 1]);
    plan["stages"][1]["delay_days"] = json!(30.4375);
    plan
}

#[test]
fn months_that_are_solved_pass_on_what_is_wrong_with_their_budgets() {
    let request = phased(Request::of(Mode::MaxProfit), 1.0);
    assert_eq!(ended(&plans::model(&late()), request).err(), Some(RequestFault::Endless));
}

#[test]
fn a_month_may_be_allowed_more_than_there_is() {
    let request = Request::of(Mode::MaxGoal).within(300_000.0);
    let model = plans::model(&named("b2b"));
    let months = model.plan().months() as f64;
    let [all, more] = [months, 1e30].map(|cap| ended(&model, phased(request, cap)).expect("an answer"));
    assert_eq!(all, more);
}

#[test]
fn a_frontier_without_numbers_ends() {
    let mut plan = trap(&[json!({"min_budget": 1e6})]);
    plan["goal"] = json!({"metric": "revenue", "target": 10.0});
    plan["economics"]["order_value"] = json!(1e308);
    let request = Request::of(Mode::MaxGoal).within(2e6);
    let mut frontier = Frontier::new(&plans::model(&plan), request, 5).expect("a frontier");
    let mut share = 0.0;
    for _ in 0..1000 {
        let next = frontier.advance(1);
        assert!(next >= share, "{next} after {share}");
        share = next;
    }
    assert_eq!((share, frontier.points().len()), (1.0, 0));
}
