//! Questions at the edge: without an end, without a number, and around a goal that is just met or just missed.
#![allow(clippy::expect_used, reason = "a test that cannot go on says so")]

mod plans;

use backcast_model::equations::Model;
use backcast_model::plan::Plan;
use backcast_model::quantity::{Basis, Measure, Quantity, Reading};
use backcast_model::reading::Numbers;
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

/// A channel whose first money has no finite price.
fn boundless() -> Value {
    json!({"response": {"kind": "hill", "ceiling": 80, "half_at": 900, "slope": 0.7}})
}

fn and(mut channel: Value, more: &Value) -> Value {
    for (key, value) in more.as_object().expect("fields") {
        channel[key.as_str()] = value.clone();
    }
    channel
}

/// What the answer is made of that is written down as a number.
fn assert_numbers(answer: &Answer) {
    let figures = [answer.total, answer.reached, answer.profit, answer.gap, answer.bound];
    let reachable = answer.reachable.map_or(0.0, |reachable| reachable.goal + reachable.missing);
    let all = figures.iter().chain(&answer.budgets).chain(&answer.next).chain([&reachable]);
    assert!(all.clone().all(|number| number.is_finite()), "{answer:?}");
}

#[test]
fn months_have_a_bound_where_the_first_money_of_an_idle_channel_has_no_price() {
    let linear = json!({"response": {"kind": "saturating", "ceiling": 60}});
    let idle = |more: Value| vec![linear.clone(), and(boundless(), &more)];
    let most = Request::of(Mode::MaxGoal).within(2000.0);
    let banded = Request { bands: Some([[0.0, 1.0], [0.0, 0.0], [0.0, 1.0]]), ..most };
    for (name, channels, request, allowed) in [
        ("no budget", idle(json!({"max_budget": 0})), most, 1e-3),
        ("no share", idle(json!({"trust": "test"})), banded, 0.5),
        ("nothing wanted", idle(json!({"free_volume": 60})), Request::of(Mode::MinCost), 1e-9),
    ] {
        let mut plan = trap(&channels);
        plan["months"] = json!(6);
        let answer = ended(&plans::model(&plan), phased(request, 2.0)).expect("an answer");
        assert_numbers(&answer);
        assert!(answer.feasible && answer.gap <= allowed, "{name}: {answer:?}");
    }
}

#[test]
fn a_channel_that_another_one_wakes_is_not_paid_while_it_sleeps() {
    let asleep = json!({"depends_on": [{"channel": "c1", "share_without": 0, "full_at": 5000}]});
    let cheap = json!({"response": {"kind": "saturating", "ceiling": 60}});
    let model = plans::model(&trap(&[and(boundless(), &asleep), cheap]));
    for total in [300.0, 1000.0, 9000.0] {
        let answer = ended(&model, Request::of(Mode::MaxGoal).within(total)).expect("an answer");
        let hill = |x: f64| if x > 0.0 { 80.0 / (1.0 + (900.0 / x).powf(0.7)) } else { 0.0 };
        let reached = |x: f64| {
            hill(x) * ((total - x) / 5000.0).min(1.0) + {
                let y = total - x;
                60.0 * y / (y + 6000.0)
            }
        };
        let best = (0..=20_000).map(|part| reached(total * f64::from(part) / 20_000.0)).fold(0.0, f64::max);
        assert!(
            answer.reached >= best * (1.0 - 1e-6) && answer.bound >= best * (1.0 - 1e-12),
            "{best}: {answer:?}"
        );
    }
}

#[test]
fn figures_beyond_all_numbers_are_named() {
    let mut plan = trap(&[json!({"free_volume": 1e6, "max_budget": 1000})]);
    plan["goal"] = json!({"metric": "revenue", "target": 10.0});
    plan["economics"]["order_value"] = json!(1e308);
    let mut late = plan.clone();
    late["channels"][0] =
        and(late["channels"][0].clone(), &json!({"free_volume": 0, "min_budget": 900, "unit_cost": 0.001}));
    for plan in [plan, late] {
        let model = plans::model(&plan);
        for mode in [Mode::MinCost, Mode::MaxGoal, Mode::MaxProfit] {
            let request = Request::of(mode).within(1000.0);
            assert_eq!(ended(&model, request).err(), Some(RequestFault::TooLarge), "{mode:?}");
            assert_eq!(ended(&model, phased(request, 1.0)).err(), Some(RequestFault::TooLarge), "{mode:?}");
        }
    }
}

/// A channel that needs another one to pay.
fn dependent(most: f64) -> Value {
    let mut plan = trap(&[
        json!({"unit_cost": 100, "depends_on": [{"channel": "c1", "share_without": 0.2, "full_at": 10_000}]}),
        json!({"unit_cost": 1e6, "max_budget": most}),
    ]);
    // A customer leaves 200 and costs 100.
    plan["economics"] =
        json!({"order_value": 400, "orders_per_year": 1, "relationship_years": 1, "gross_margin": 0.5});
    plan
}

#[test]
fn profit_is_endless_where_a_channel_pays_with_all_that_it_needs() {
    let ask = |plan: &Value| ended(&plans::model(plan), Request::of(Mode::MaxProfit));
    // At its largest budget the other channel lets it bring 0.56 for 1.
    let answer = ask(&dependent(1000.0)).expect("no end to nothing");
    assert!(answer.total < 1e-6 && answer.profit.abs() < 1e-6 && answer.bound < 1e-6, "{answer:?}");
    assert_numbers(&answer);
    assert_eq!(ask(&dependent(9000.0)).err(), Some(RequestFault::Endless));
}

#[test]
fn profit_is_endless_within_bands_too() {
    let pays = json!({"unit_cost": 100});
    let loses = json!({"unit_cost": 400, "trust": "test"});
    let mut plan = trap(&[pays, loses]);
    plan["economics"] =
        json!({"order_value": 400, "orders_per_year": 1, "relationship_years": 1, "gross_margin": 0.5});
    let ask = |plan: &Value, proven: [f64; 2], test: [f64; 2]| {
        let bands = Some([proven, test, [0.0, 0.0]]);
        ended(&plans::model(plan), Request { bands, ..Request::of(Mode::MaxProfit) })
    };
    // Of 1 in the first channel 2 come back, of 1 in the second 0.5.
    assert_eq!(ask(&plan, [0.6, 1.0], [0.0, 0.4]).err(), Some(RequestFault::Endless));
    assert_eq!(ask(&plan, [0.0, 0.4], [0.0, 1.0]).err(), Some(RequestFault::Endless));
    let loss = ask(&plan, [0.0, 0.3], [0.0, 1.0]).expect("a share too small to pay");
    assert!(loss.total < 1e-6, "{loss:?}");
    // A largest budget in a class that has to get its share holds the others too.
    plan["channels"][1]["max_budget"] = json!(100);
    let held = ask(&plan, [0.0, 0.9], [0.1, 1.0]).expect("an end");
    assert!((held.total - 1000.0).abs() < 1e-6, "{held:?}");
    plan["channels"][1]["max_budget"] = json!(0);
    assert_eq!(ask(&plan, [0.0, 1.0], [0.0, 1.0]).err(), Some(RequestFault::Endless));
}

#[test]
fn a_profit_that_grows_to_the_most_money_tried_is_no_answer() {
    let vast = json!({"response": {"kind": "saturating", "ceiling": 1e30}});
    let mut plan = trap(&[vast]);
    plan["economics"] =
        json!({"order_value": 400, "orders_per_year": 1, "relationship_years": 1, "gross_margin": 0.5});
    let answer = ended(&plans::model(&plan), Request::of(Mode::MaxProfit));
    assert_eq!(answer.err(), Some(RequestFault::Endless));
}

/// Plans that have to earn back a fixed cost; the last with a curve that bends upwards.
fn break_even(fixed: f64, months: usize, bent: bool) -> Model {
    let response = json!({"kind": "hill", "ceiling": 4000, "half_at": 60_000, "slope": 2.2});
    let mut channel =
        json!({"entry_stage": "lead", "unit_cost": 90, "fixed_cost": fixed, "setup_cost": 3.0 * fixed});
    if bent {
        channel["response"] = response;
    }
    let mut plan = trap(&[channel, json!({"unit_cost": 700})]);
    plan["goal"] = json!({"metric": "profit", "target": 0});
    plan["months"] = json!(months);
    plan["economics"] =
        json!({"order_value": 5000, "orders_per_year": 1, "relationship_years": 1, "gross_margin": 0.6});
    plans::model(&plan)
}

#[test]
fn a_plan_solved_for_break_even_breaks_even() {
    let name = Quantity::plan(Measure::BreakEvenMonth);
    for bent in [false, true] {
        for step in 1..60_u32 {
            let months = 1 + step as usize % 24;
            let model = break_even(777.7 * f64::from(step), months, bent);
            let numbers = Numbers::of(&model);
            let month = numbers.read(Reading { quantity: name, month: None, basis: Basis::Required });
            assert_eq!(month, Ok(months as f64), "{step} {bent}: scaled {:?}", numbers.mix().factor());
            let answer = ended(&model, Request::of(Mode::MinCost)).expect("an answer");
            assert_eq!(answer.reachable, None, "{step} {bent}");
            let after = Model::of(Plan::check(answer.document(model.plan())).expect("a plan"));
            let month = Numbers::of(&after).read(Reading::now(name));
            assert_eq!(month, Ok(months as f64), "{step} {bent}: {answer:?}");
        }
    }
}

#[test]
fn a_goal_is_either_reached_or_says_how_far_it_gets() {
    for short in [0.0, 1e-15, 1e-13, 3e-13, 1e-11, 1e-10, 1e-9, 1e-6] {
        for (metric, target) in [("new_customers", 10.0), ("profit", 0.0), ("profit", -500.0)] {
            let mut plan = trap(&[json!({"max_budget": 1000.0 * (1.0 - short), "fixed_cost": 1000})]);
            plan["goal"] = json!({"metric": metric, "target": target});
            // 10 customers leave what they and the fixed cost take, or miss a loss of 500 by half of it.
            let left = if target < 0.0 { 300 } else { 400 };
            plan["economics"] = json!({"order_value": left, "orders_per_year": 1, "relationship_years": 1, "gross_margin": 0.5});
            let model = plans::model(&plan);
            let least = ended(&model, Request::of(Mode::MinCost)).expect("an answer");
            assert_eq!(least.feasible, least.reachable.is_none(), "{short} {metric}: {least:?}");
            assert!(least.reachable.is_none_or(|reachable| reachable.missing > 0.0), "{short}: {least:?}");
            let most = ended(&model, Request::of(Mode::MaxGoal).within(2000.0)).expect("an answer");
            assert_eq!(most.reachable.is_some(), short > 2e-12, "{short} {metric}: {most:?}");
        }
    }
}

#[test]
fn an_inactive_channel_keeps_its_budget_in_the_mix_scaled() {
    let mut plan = trap(&[json!({}), json!({"active": false, "monthly_budget": 70})]);
    let ask = |plan: &Value| {
        let model = plans::model(plan);
        let numbers = Numbers::of(&model);
        numbers.mix().budgets(model.plan())
    };
    let scaled = ask(&plan);
    assert!((scaled[0] - 1000.0).abs() < 1e-6 && scaled[1] == 70.0, "{scaled:?}");
    plan["channels"][0]["response"] = json!({"kind": "saturating", "ceiling": 6});
    assert_eq!(ask(&plan), [500.0, 70.0]);
}
