//! What stands around the best budgets: fixes of a goal out of reach, the frontier, and solved phasing.
#![allow(clippy::expect_used, reason = "a test that cannot go on says so")]

mod plans;

use backcast_model::equations::Model;
use backcast_model::plan::{Document, Estimate, Field, Phasing, Plan};
use backcast_model::quantity::Measure;
use backcast_model::solve::{Answer, Fix, Fixes, Frontier, Lever, Mode, Request, Solver, solve};
use plans::{named, of_plan};
use proptest::prelude::*;
use serde_json::{Value, json};

fn checked(document: Document) -> Model {
    Model::of(Plan::check(document).expect("a plan"))
}

/// The B2B plan with a goal far beyond its largest budgets.
fn out_of_reach() -> Value {
    let mut plan = named("b2b");
    plan["goal"]["target"] = json!(120_000_000);
    plan["seasonality"] = json!([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
    plan
}

fn fixes(plan: &Plan, request: Request) -> Vec<Fix> {
    let mut fixes = Fixes::new(plan, request);
    let mut share = 0.0;
    while share < 1.0 {
        let next = fixes.advance();
        assert!(next > share, "{next}");
        share = next;
    }
    fixes.found()
}

/// Whether the goal is reached with one lever at a value, asked of the solver for the least cost.
fn reaches(plan: &Plan, request: Request, lever: Lever, value: f64) -> bool {
    let mut document = plan.document().clone();
    let mut request = Request { mode: Mode::MinCost, ..request };
    match lever {
        Lever::Total => request.total = Some(value),
        Lever::Plan(path) => {
            document.set(path, Estimate::from(value));
        }
    }
    solve(&checked(document), request).expect("an answer").feasible
}

#[test]
fn each_fix_alone_reaches_the_goal_and_a_little_less_does_not() {
    let plan = Plan::check(plans::document(&out_of_reach())).expect("a plan");
    let request = Request::of(Mode::MinCost).within(700_000.0);
    assert!(!solve(&Model::of(plan.clone()), request).expect("an answer").feasible);
    let found = fixes(&plan, request);
    let fields: Vec<Option<Field>> = found
        .iter()
        .map(|fix| match fix.lever {
            Lever::Plan(path) => Some(path.field),
            Lever::Total => None,
        })
        .collect();
    for field in [Field::OrderValue, Field::ConversionRate, Field::Months] {
        assert!(fields.contains(&Some(field)), "{found:?}");
    }
    just_enough(&plan, request, &found);
    // Those with a range first, by how far they go beyond it; the order value is one of them.
    let beyond: Vec<f64> = found.iter().map_while(|fix| fix.beyond).collect();
    assert!(!beyond.is_empty() && beyond.is_sorted(), "{found:?}");
    assert!(found.iter().skip(beyond.len()).all(|fix| fix.beyond.is_none()), "{found:?}");
}

/// The value that a lever has to have.
fn needed(found: &[Fix], field: Field) -> f64 {
    let of = |fix: &&Fix| matches!(fix.lever, Lever::Plan(path) if path.field == field);
    found.iter().find(of).expect("a fix").to
}

#[test]
fn fixes_are_looked_for_under_the_phasing_that_is_asked_for() {
    let mut plan = named("shop");
    plan["months"] = json!(5);
    plan["seasonality"] = json!([2, 1, 1, 1, 1, 1, 1, 1, 1, 0.4, 0.4, 2]);
    for channel in plan["channels"].as_array_mut().expect("channels") {
        channel["max_budget"] = json!(60_000);
    }
    let bands = Some([[0.6, 1.0], [0.0, 0.3], [0.0, 0.15]]);
    for bands in [None, bands] {
        let kept = Request { bands, ..Request::of(Mode::MinCost) };
        let solved = Request { phasing_cap: Some(2.0), ..kept };
        // A goal just beyond what solved months reach.
        plan["goal"] = json!({"metric": "revenue", "target": 1e9});
        let most = solve(&plans::model(&plan), solved).expect("an answer").reachable.expect("the most").goal;
        plan["goal"]["target"] = json!(1.1 * most);
        let checked = Plan::check(plans::document(&plan)).expect("a plan");
        let [found, with_kept] = [solved, kept].map(|request| fixes(&checked, request));
        just_enough(&checked, solved, &found);
        let (less, more) = (needed(&found, Field::OrderValue), needed(&with_kept, Field::OrderValue));
        assert!(less < more * (1.0 - 1e-2), "{bands:?}: {less} {more}");
    }
}

/// Each change that was found is enough by itself, and 1 % less of it is not.
fn just_enough(plan: &Plan, request: Request, found: &[Fix]) {
    for fix in found {
        assert!(reaches(plan, request, fix.lever, fix.to), "{request:?} {fix:?}");
        let is_months = matches!(fix.lever, Lever::Plan(path) if path.field == Field::Months);
        let less = if is_months { fix.to - 1.0 } else { fix.from + 0.99 * (fix.to - fix.from) };
        let is_begun = !is_months || less > fix.from;
        assert!(!is_begun || !reaches(plan, request, fix.lever, less), "{request:?} {fix:?} is too much");
    }
}

#[test]
fn fixes_with_solved_months_are_just_enough_where_curves_bend_and_channels_need_each_other() {
    let mut plan = named("b2b");
    plan["months"] = json!(4);
    let request = Request { phasing_cap: Some(2.0), ..Request::of(Mode::MinCost).within(200_000.0) };
    let most = Request { mode: Mode::MaxGoal, ..request };
    let most = solve(&plans::model(&plan), most).expect("an answer").reached;
    plan["goal"]["target"] = json!(1.2 * most);
    let plan = Plan::check(plans::document(&plan)).expect("a plan");
    let found = fixes(&plan, request);
    assert!(found.len() > 10, "{found:?}");
    just_enough(&plan, request, &found);
}

#[test]
fn one_value_of_a_lever_takes_many_small_steps_where_it_takes_long() {
    let plan = Plan::check(plans::document(&out_of_reach())).expect("a plan");
    let mut fixes = Fixes::new(&plan, Request::of(Mode::MinCost).within(700_000.0));
    let mut steps = 1;
    while fixes.advance() < 1.0 {
        steps += 1;
    }
    // A lever takes about 30 values.
    let most = 40 * fixes.found().len();
    assert!(steps > 2 * most, "{steps} steps for at most {most} values");
}

#[test]
fn a_frontier_with_solved_months_goes_through_the_answers_of_its_totals() {
    let mut plan = named("shop");
    plan["months"] = json!(6);
    let model = plans::model(&plan);
    let kept = Request::of(Mode::MaxGoal).within(200_000.0);
    let request = Request { phasing_cap: Some(2.0), ..kept };
    let [points, below] = [request, kept].map(|request| {
        let frontier = Frontier::new(&model, request, 3).expect("a frontier");
        let mut frontier = frontier.through(&[50_000.0, 100_000.0, 0.0, 900_000.0]);
        let mut share = 0.0;
        while share < 1.0 {
            let next = frontier.advance(8);
            assert!(next >= share, "{next} after {share}");
            share = next;
        }
        frontier.points().to_vec()
    });
    let totals: Vec<f64> = points.iter().map(|point| point.total).collect();
    assert_eq!(totals, [0.0, 50_000.0, 100_000.0, 200_000.0]);
    for (point, below) in points.iter().zip(&below).skip(1) {
        let answer = solve(&model, request.within(point.total)).expect("an answer");
        assert!((answer.reached - point.best).abs() <= 1e-9 * point.best, "{point:?}");
        assert!(point.best > below.best && point.bound >= point.best * (1.0 - 1e-12), "{point:?} {below:?}");
    }
}

#[test]
fn what_cannot_help_alone_is_no_fix() {
    let mut plan = out_of_reach();
    plan["goal"] = json!({"metric": "stage_volume", "stage": "customer", "target": 400});
    let plan = Plan::check(plans::document(&plan)).expect("a plan");
    let found = fixes(&plan, Request::of(Mode::MinCost));
    assert!(!found.is_empty());
    for fix in found {
        let Lever::Plan(path) = fix.lever else { continue };
        let is_money = matches!(path.field, Field::OrderValue | Field::GrossMargin | Field::OrdersPerYear);
        assert!(!is_money && path.field.bounds().hold(fix.to), "{fix:?}");
    }
}

#[test]
fn the_frontier_rises_and_bends_down_where_it_must() {
    for (name, is_concave) in [("shop", true), ("b2b", false)] {
        let model = plans::model(&named(name));
        let request = Request::of(Mode::MaxGoal).within(500_000.0);
        let mut frontier = Frontier::new(&model, request, 11).expect("a frontier");
        while frontier.advance(50) < 1.0 {}
        let points = frontier.points();
        assert_eq!(points.len(), 11);
        for pair in points.windows(2) {
            assert!(pair[1].best >= pair[0].best && pair[1].total > pair[0].total, "{name}: {pair:?}");
        }
        let rises: Vec<f64> = points.windows(2).map(|pair| pair[1].best - pair[0].best).collect();
        let bends_down = rises.windows(2).all(|pair| pair[1] <= pair[0] + 1e-9 * points[0].best);
        assert!(bends_down || !is_concave, "{name}: {rises:?}");
        for point in [&points[3], &points[10]] {
            let answer = solve(&model, request.within(point.total)).expect("an answer");
            assert!(
                (answer.reached - point.best).abs() <= 1e-6 * point.best,
                "{name}: {} {}",
                answer.reached,
                point.best
            );
        }
    }
}

fn with_answer(model: &Model, answer: &Answer) -> f64 {
    let model = checked(answer.document(model.plan()));
    of_plan(&model.graph().evaluate(), Measure::Reached)
}

#[test]
fn solved_months_beat_every_given_phasing() {
    let mut plan = named("shop");
    plan["months"] = json!(6);
    let model = plans::model(&plan);
    let request = Request::of(Mode::MaxGoal).within(200_000.0);
    let answer = solve(&model, Request { phasing_cap: Some(2.0), ..request }).expect("an answer");
    let phases = answer.phasing.clone().expect("phases");
    let sum: f64 = phases.iter().sum();
    assert!(
        (sum - 6.0).abs() < 1e-9 && phases.iter().all(|phase| (0.0..=2.0 + 1e-9).contains(phase)),
        "{phases:?}"
    );
    let reached = with_answer(&model, &answer);
    assert!((reached - answer.reached).abs() <= 1e-9 * reached);
    assert!(answer.bound >= reached * (1.0 - 1e-12) && answer.gap < 0.02, "{} {}", answer.bound, answer.gap);
    // A cap of 1 leaves only the even months.
    let even = solve(&model, Request { phasing_cap: Some(1.0), ..request }).expect("an answer");
    for phasing in [Phasing::Flat, Phasing::Seasonal, Phasing::Factors(vec![2.0, 2.0, 2.0, 0.0, 0.0, 0.0])] {
        let mut document = model.plan().document().clone();
        document.phasing = phasing.clone();
        let given = solve(&checked(document), request).expect("an answer").reached;
        assert!(given < answer.reached * (1.0 - 1e-3), "{phasing:?}: {given} against {}", answer.reached);
        if phasing == Phasing::Flat {
            assert!((given - even.reached).abs() <= 1e-9 * given, "{given} {}", even.reached);
        }
    }
    // The same goal costs less when the months are solved too.
    let least = solve(&model, Request::of(Mode::MinCost)).expect("an answer");
    let less =
        solve(&model, Request { phasing_cap: Some(2.0), ..Request::of(Mode::MinCost) }).expect("an answer");
    assert!(
        less.feasible && less.total <= least.total && less.bound <= less.total,
        "{} {}",
        less.total,
        least.total
    );
    let target = of_plan(&model.graph().evaluate(), Measure::Target);
    assert!((with_answer(&model, &less) - target).abs() <= 1e-9 * target);
}

/// Curves that saturate, more money always bringing a little more: what is out of reach is told as the most of any money.
#[test]
fn solved_months_reach_as_much_out_of_reach_as_with_plenty_of_money() {
    let mut plan = named("shop");
    plan["months"] = json!(6);
    let goal = plan["goal"].as_object_mut().expect("a goal");
    goal.retain(|field, _| field != "growth" && field != "reference");
    goal.insert("target".into(), json!(1e12));
    for channel in plan["channels"].as_array_mut().expect("channels") {
        channel.as_object_mut().expect("a channel").remove("max_budget");
        channel["response"] = json!({ "kind": "saturating", "ceiling": 1e6 });
    }
    let model = plans::model(&plan);
    let solved =
        |request: Request| solve(&model, Request { phasing_cap: Some(2.0), ..request }).expect("an answer");
    let rich = solved(Request::of(Mode::MaxGoal).within(1e8));
    let out = solved(Request::of(Mode::MinCost));
    let most = out.reachable.expect("a goal out of reach").goal;
    assert!(!out.feasible && most >= rich.reached, "{most} {}", rich.reached);
    // No budgets are the ones that reach it: the plan stays as it is, and the bound is that of the most.
    assert_eq!(out.document(model.plan()), *model.plan().document());
    assert_eq!(out.reached, of_plan(&model.graph().evaluate(), Measure::Reached));
    assert!(out.bound >= most && out.gap < 0.01, "{} {}", out.bound, out.gap);
}

#[test]
fn the_progress_of_solved_months_never_runs_backwards() {
    let request = Request { phasing_cap: Some(2.0), ..Request::of(Mode::MinCost) };
    let mut solver = Solver::new(plans::model(&named("b2b")), request).expect("a question");
    let mut shares = vec![];
    while solver.answer().is_none() {
        shares.push(solver.advance(1).share);
    }
    assert!(shares.len() > 20 && shares.is_sorted(), "{shares:?}");
    assert!(shares.iter().all(|share| (0.0..=1.0).contains(share)), "{shares:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// Phases drawn at random with solved budgets stay below the bound of the solved months.
    #[test]
    fn no_drawn_phasing_beats_the_bound(plan in plans::drawn::plan(), shares in proptest::collection::vec(0.2..1.0f64, 14)) {
        let model = plans::model(&plan);
        let months = model.plan().months();
        let mean = shares.iter().take(months).sum::<f64>() / months as f64;
        let factors: Vec<f64> = shares.iter().take(months).map(|share| share / mean).collect();
        let cap = factors.iter().copied().fold(1.0, f64::max) * (1.0 + 1e-9);
        let request = Request::of(Mode::MaxGoal).within(30_000.0);
        let answer = solve(&model, Request { phasing_cap: Some(cap), ..request }).expect("an answer");
        let mut document = model.plan().document().clone();
        document.phasing = Phasing::Factors(factors);
        let drawn = solve(&checked(document), request).expect("an answer").reached;
        let slack = 1e-9 * answer.bound.abs();
        prop_assert!(drawn <= answer.bound + slack, "{drawn} beats {}", answer.bound);
        prop_assert!(answer.reached <= answer.bound + slack);
        // Flat months are among those that the solver can choose.
        let mut document = model.plan().document().clone();
        document.phasing = Phasing::Flat;
        let flat = solve(&checked(document), request).expect("an answer").reached;
        prop_assert!(answer.reached >= flat - 1e-7 * flat.abs(), "{} solved, {flat} flat", answer.reached);
    }
}
