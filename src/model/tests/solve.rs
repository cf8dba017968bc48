//! The best budgets: verified by evaluation, against the conditions of an optimum, a dense grid, and traps.
#![allow(clippy::expect_used, reason = "a test that cannot go on says so")]

mod plans;

use backcast_model::equations::{Model, goal_quantity};
use backcast_model::graph::Values;
use backcast_model::plan::{Document, Field, Path, Plan};
use backcast_model::quantity::{Basis, Measure, Quantity};
use backcast_model::reading::Numbers;
use backcast_model::sensitivity::Sensitivity;
use backcast_model::solve::{Answer, Bound, Mode, Request, RequestFault, Solver, solve};
use plans::{golden, named, of_plan, trap};
use proptest::prelude::*;
use serde_json::{Value, json};

const MODES: [Mode; 3] = [Mode::MinCost, Mode::MaxGoal, Mode::MaxProfit];

fn checked(document: Document) -> Model {
    Model::of(Plan::check(document).expect("a plan"))
}

/// The plan with the budgets of an answer, evaluated anew.
fn with_answer(model: &Model, answer: &Answer) -> Model {
    checked(answer.document(model.plan()))
}

fn active(document: &Document) -> impl Iterator<Item = (usize, &backcast_model::plan::Channel)> {
    document.channels.iter().enumerate().filter(|(_, channel)| channel.is_active())
}

/// What was to be best, from evaluated formulas.
fn figure(mode: Mode, values: &Values<'_>) -> f64 {
    of_plan(values, if mode == Mode::MaxProfit { Measure::Profit } else { Measure::Reached })
}

fn close(found: f64, expected: f64, tolerance: f64) -> bool {
    (found - expected).abs() <= tolerance * expected.abs().max(1e-300)
}

/// Every promise that an answer makes about itself.
fn verify(name: &str, model: &Model, request: Request, answer: &Answer) {
    let plan = model.plan().document();
    let after = with_answer(model, answer);
    let values = after.graph().evaluate();
    assert!(answer.gap >= 0.0, "{name}: gap {}", answer.gap);
    let size = of_plan(&values, Measure::GrossProfit).abs().max(of_plan(&values, Measure::Cost));
    let same = |found: f64, expected: f64| (found - expected).abs() <= 1e-9 * expected.abs().max(1e-3 * size);
    assert!(same(answer.reached, of_plan(&values, Measure::Reached)), "{name}: {}", answer.reached);
    if !answer.feasible {
        assert!(answer.reachable.is_some_and(|reachable| reachable.missing > 0.0), "{name}: {answer:?}");
        return;
    }
    let sign = if request.mode == Mode::MinCost { -1.0 } else { 1.0 };
    let left = sign * (answer.bound - answer.figure());
    assert!(
        left >= -1e-9 * answer.bound.abs().max(1e-3 * size),
        "{name}: {} beyond its bound {}",
        answer.figure(),
        answer.bound
    );
    for (channel, budget) in plan.channels.iter().zip(&answer.budgets) {
        let low = channel.min_budget.unwrap_or(0.0);
        let high = channel.max_budget.unwrap_or(f64::INFINITY);
        if channel.is_active() {
            assert!(*budget >= low * (1.0 - 1e-9) && *budget <= high * (1.0 + 1e-9), "{name}: {budget}");
        } else {
            assert_eq!(*budget, channel.monthly_budget, "{name}");
        }
    }
    let total: f64 = active(plan).filter_map(|(place, _)| answer.budgets.get(place)).sum();
    assert!(close(answer.total, total, 1e-12), "{name}: {} {total}", answer.total);
    assert!(request.total.is_none_or(|most| total <= most * (1.0 + 1e-9)), "{name}: {total} of {request:?}");
    if let Some(bands) = request.bands {
        for (trust, [low, high]) in TRUSTS.into_iter().zip(bands) {
            let of = active(plan).filter(|(_, channel)| channel.trust == trust);
            let share =
                of.filter_map(|(place, _)| answer.budgets.get(place)).sum::<f64>() / total.max(1e-300);
            let is_within = share >= low - 1e-9 && share <= high + 1e-9;
            assert!(total <= 0.0 || is_within, "{name}: {trust:?} {share} not in {low}–{high}");
        }
    }
    if request.mode == Mode::MinCost {
        let target = of_plan(&values, Measure::Target);
        let missed = target - of_plan(&values, Measure::Reached);
        assert!(missed <= 1e-9 * target.abs().max(1e-3 * size), "{name}: {missed} of {target} missed");
    }
}

const TRUSTS: [backcast_model::plan::Trust; 3] = {
    use backcast_model::plan::Trust::{Experimental, Proven, Test};
    [Proven, Test, Experimental]
};

/// Only curves that bring less and less, and no dependencies.
fn is_concave(document: &Document) -> bool {
    let steep = |channel: &backcast_model::plan::Channel| {
        let slope = channel.response.as_ref().and_then(|response| response.slope.as_ref());
        slope.is_some_and(|slope| slope.value > 1.0) || !channel.depends_on.is_empty()
    };
    !active(document).any(|(_, channel)| steep(channel))
}

/// How much a concave figure could still gain, from the slopes at an answer alone: no budgets beat the tangent.
fn gain_left(model: &Model, answer: &Answer, mode: Mode, total: f64) -> f64 {
    let after = with_answer(model, answer);
    let numbers = Numbers::of(&after);
    let quantity =
        if mode == Mode::MaxProfit { Quantity::plan(Measure::Profit) } else { goal_quantity(after.plan()) };
    let slopes = Sensitivity::of(&numbers, Basis::Plan, quantity, 0).expect("slopes");
    let document = model.plan().document();
    let mut left = total;
    let mut gain = 0.0;
    let mut worth: Vec<(f64, f64)> = Vec::new();
    for (place, channel) in active(document) {
        let slope = slopes.to(Path::at(Field::MonthlyBudget, place as u16));
        let (low, budget) = (channel.min_budget.unwrap_or(0.0), answer.budgets[place]);
        let room = channel.max_budget.unwrap_or(f64::INFINITY) - low;
        gain += slope * (low - budget);
        left -= low;
        worth.push((slope, room));
    }
    // The best use of the money along the tangent: the steepest channels first.
    worth.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (slope, room) in worth.into_iter().filter(|(slope, _)| *slope > 0.0) {
        let more = room.min(left);
        gain += slope * more;
        left -= more;
    }
    gain
}

/// Plans without a bend upwards, of any size.
fn concave(channels: usize) -> Value {
    let mut plan = plans::large::plan(channels, 4, 12);
    for (place, channel) in plan["channels"].as_array_mut().expect("channels").iter_mut().enumerate() {
        channel.as_object_mut().expect("a channel").remove("depends_on");
        channel["response"] = match place % 3 {
            0 => json!({"kind": "saturating", "ceiling": 20_000 + 300 * place, "at": 900}),
            1 => json!({"kind": "doubling", "at": 9000 + 40 * place, "gain": 0.6}),
            _ => json!({"kind": "hill", "ceiling": 30_000, "half_at": 60_000 + 100 * place, "slope": 0.9}),
        };
        channel["min_budget"] = json!(if place % 5 == 0 { 800 } else { 0 });
        channel["max_budget"] = json!(30_000 + 2000 * (place % 7));
        channel["trust"] = json!(["proven", "test", "experimental"][place % 3]);
    }
    plan
}

#[test]
fn the_examples_cost_less_than_their_mix_scaled() {
    for (name, most) in [("b2b", 227_546.0), ("shop", 194_767.0)] {
        let model = plans::model(&named(name));
        let answer = solve(&model, Request::of(Mode::MinCost)).expect("an answer");
        assert!(answer.feasible && answer.total <= most, "{name}: {}", answer.total);
        assert!(answer.gap <= 1e-6, "{name}: {}", answer.gap);
        verify(name, &model, Request::of(Mode::MinCost), &answer);
    }
}

/// Whether profit still rises with the money of one channel where all have a million times their budgets.
fn rises_far_out(model: &Model) -> bool {
    const FAR: f64 = 1e6;
    let document = model.plan().document();
    let mut values = model.graph().evaluate();
    let mut profit = |moved: Option<usize>| {
        for (place, channel) in active(document) {
            let far = FAR * channel.monthly_budget.max(1000.0) * if moved == Some(place) { 2.0 } else { 1.0 };
            values.set(
                Path::at(Field::MonthlyBudget, place as u16),
                far.min(channel.max_budget.unwrap_or(f64::INFINITY)),
            );
        }
        values.refresh();
        of_plan(&values, Measure::Profit)
    };
    let there = profit(None);
    active(document).any(|(place, _)| profit(Some(place)) > there)
}

#[test]
fn golden_plans_are_answered_in_every_mode() {
    let mut answered = 0;
    for golden in golden() {
        let model = plans::model(&golden.plan);
        let today: f64 = model.plan().document().channels.iter().map(|channel| channel.monthly_budget).sum();
        for mode in MODES {
            let total = (mode == Mode::MaxGoal).then_some(2.0 * today.max(1000.0));
            let request = Request { total, ..Request::of(mode) };
            match solve(&model, request) {
                Ok(answer) => {
                    verify(&golden.name, &model, request, &answer);
                    answered += usize::from(answer.feasible);
                }
                Err(RequestFault::Endless) => {
                    assert!(mode == Mode::MaxProfit && rises_far_out(&model), "{}: {mode:?}", golden.name);
                }
                Err(fault) => {
                    let expected = matches!(fault, RequestFault::MinimumsAboveTotal { .. });
                    assert!(expected, "{}: {mode:?} {fault}", golden.name);
                }
            }
        }
    }
    assert!(answered > 200, "{answered}");
}

#[test]
fn concave_answers_leave_nothing_at_any_size() {
    for channels in [1, 2, 10, 50, 200] {
        let model = plans::model(&concave(channels));
        for (mode, share) in [(Mode::MaxGoal, 0.2), (Mode::MaxGoal, 0.8), (Mode::MaxProfit, 0.5)] {
            let total = share * 36_000.0 * channels as f64;
            let request = Request::of(mode).within(total);
            let answer = solve(&model, request).expect("an answer");
            verify("concave", &model, request, &answer);
            let gain = gain_left(&model, &answer, mode, total);
            assert!(
                gain <= 1e-9 * answer.figure().abs(),
                "{channels} {mode:?} {share}: {gain} of {}",
                answer.figure()
            );
            assert!(answer.is_exact(), "{channels}: {}", answer.gap);
        }
    }
}

#[test]
fn the_least_cost_and_the_most_for_it_are_one_answer() {
    for channels in [2, 10, 60] {
        let model = plans::model(&concave(channels));
        let total = 9000.0 * channels as f64;
        let most = solve(&model, Request::of(Mode::MaxGoal).within(total)).expect("an answer");
        let mut document = model.plan().document().clone();
        document.goal.target = Some(most.reached);
        let least = solve(&checked(document), Request::of(Mode::MinCost)).expect("an answer");
        assert!(close(least.total, total, 1e-9), "{channels}: {} for what {total} brings", least.total);
        let common = most.marginal_return.expect("money that can flow");
        assert!(close(least.marginal_return.expect("money that can flow"), common, 1e-6));
        // Equal marginal return wherever no bound holds.
        for ((bound, slope), place) in most.bounds.iter().zip(&most.marginal_returns).zip(0..) {
            match bound {
                None => assert!(close(*slope, common, 1e-6), "{place}: {slope}, not {common}"),
                Some(Bound::Minimum) => assert!(*slope <= common * (1.0 + 1e-6), "{place}: {slope}"),
                Some(Bound::Maximum) => assert!(*slope >= common * (1.0 - 1e-6), "{place}: {slope}"),
            }
        }
    }
}

#[test]
fn bands_hold_and_cost_something() {
    let model = plans::model(&concave(30));
    let free = Request::of(Mode::MaxGoal).within(300_000.0);
    let banded = Request { bands: Some([[0.6, 1.0], [0.0, 0.3], [0.05, 0.15]]), ..free };
    let [without, with] = [free, banded].map(|request| {
        let answer = solve(&model, request).expect("an answer");
        verify("bands", &model, request, &answer);
        answer
    });
    assert!(with.reached < without.reached && with.is_exact(), "{} {}", with.reached, without.reached);
    let wider = Request { bands: Some([[0.5, 1.0], [0.0, 0.4], [0.05, 0.15]]), ..free };
    let wider = solve(&model, wider).expect("an answer");
    assert!(wider.reached >= with.reached);
    let mut document = model.plan().document().clone();
    document.goal.target = Some(with.reached);
    let least = Request { mode: Mode::MinCost, total: None, ..banded };
    let model = checked(document);
    let least_answer = solve(&model, least).expect("an answer");
    verify("bands", &model, least, &least_answer);
    assert!(close(least_answer.total, 300_000.0, 1e-8), "{}", least_answer.total);
}

/// Small plans with bends and dependencies, with a largest budget for every channel.
fn bent() -> impl Strategy<Value = Value> {
    plans::drawn::plan().prop_map(|mut plan| {
        let channels = plan["channels"].as_array_mut().expect("channels");
        channels.truncate(2);
        for (place, channel) in channels.iter_mut().enumerate() {
            channel["max_budget"] = json!(40_000 + 30_000 * place);
            channel["active"] = json!(true);
            channel["id"] = json!(format!("c{place}"));
            let other = format!("c{}", 1 - place);
            let depends = channel.get("depends_on").is_some();
            channel.as_object_mut().expect("a channel").remove("depends_on");
            if depends {
                channel["depends_on"] = json!([{"channel": other, "share_without": 0.2, "full_at": 20_000}]);
            }
        }
        if channels.len() == 1 {
            channels[0].as_object_mut().expect("a channel").remove("depends_on");
        }
        plan
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// No point of a dense grid beats the stated bound, and hardly one the answer.
    #[test]
    fn no_grid_point_beats_the_bound(plan in bent()) {
        const STEPS: usize = 60;
        let model = plans::model(&plan);
        let request = Request::of(Mode::MaxGoal).within(70_000.0);
        let answer = solve(&model, request).expect("an answer");
        verify("bent", &model, request, &answer);
        let mut values = model.graph().evaluate();
        let count = model.plan().document().channels.len();
        let mut best = f64::NEG_INFINITY;
        for point in 0..STEPS.pow(count as u32) {
            let mut total = 0.0;
            for channel in 0..count {
                let most = 40_000.0 + 30_000.0 * channel as f64;
                let share = (point / STEPS.pow(channel as u32) % STEPS) as f64 / (STEPS - 1) as f64;
                total += share * most;
                values.set(Path::at(Field::MonthlyBudget, channel as u16), share * most);
            }
            if total <= 70_000.0 {
                values.refresh();
                best = best.max(figure(Mode::MaxGoal, &values));
            }
        }
        let slack = 1e-9 * best.abs();
        prop_assert!(best <= answer.bound + slack, "{best} beats the bound {}", answer.bound);
        prop_assert!(best <= answer.reached + 1e-6 * best.abs(), "{best} beats the answer {}", answer.reached);
    }

    #[test]
    fn more_money_never_gives_less_and_order_changes_nothing(plan in plans::drawn::plan()) {
        let model = plans::model(&plan);
        let mut last = f64::NEG_INFINITY;
        for total in [500.0, 20_000.0, 300_000.0] {
            let request = Request::of(Mode::MaxGoal).within(total);
            let answer = solve(&model, request).expect("an answer");
            verify("drawn", &model, request, &answer);
            let slack = (answer.gap + 1e-9) * answer.reached.abs();
            prop_assert!(answer.reached + slack >= last, "{last} then {}", answer.reached);
            last = answer.reached;
            let mut turned = plan.clone();
            turned["channels"].as_array_mut().expect("channels").reverse();
            let other = solve(&plans::model(&turned), request).expect("an answer");
            let gap = answer.gap.max(other.gap) + 1e-9;
            prop_assert!((other.reached - answer.reached).abs() <= gap * answer.reached.abs().max(1e-9),
                "{} and {}", other.reached, answer.reached);
        }
    }

    #[test]
    fn a_wider_bound_never_costs_more(plan in plans::drawn::plan(), most in 500.0..50_000.0f64) {
        let with_most = |most: f64| {
            let mut plan = plan.clone();
            for channel in plan["channels"].as_array_mut().expect("channels") {
                channel["max_budget"] = json!(most);
            }
            let model = plans::model(&plan);
            let answer = solve(&model, Request::of(Mode::MinCost)).expect("an answer");
            verify("drawn", &model, Request::of(Mode::MinCost), &answer);
            answer
        };
        let (narrow, wide) = (with_most(most), with_most(2.0 * most));
        prop_assert!(!narrow.feasible || wide.feasible);
        if narrow.feasible {
            // Where patience ran out the answers may differ; what is proven may not.
            prop_assert!(wide.bound <= narrow.total * (1.0 + 1e-9) + 1e-6, "{} then {}", narrow.total, wide.bound);
            let is_closed = wide.gap <= 1e-6;
            prop_assert!(!is_closed || wide.total <= narrow.total * (1.0 + 1e-5) + 1e-6, "{} then {}", narrow.total, wide.total);
        }
    }

    #[test]
    fn a_concave_plan_is_solved_exactly(plan in plans::drawn::plan()) {
        let model = plans::model(&plan);
        prop_assume!(is_concave(model.plan().document()));
        let answer = solve(&model, Request::of(Mode::MaxGoal).within(40_000.0)).expect("an answer");
        let gain = gain_left(&model, &answer, Mode::MaxGoal, 40_000.0);
        // Where the first money has no finite price, no tangent bounds anything.
        prop_assert!(!gain.is_finite() || gain <= 1e-9 * answer.reached.abs(), "{gain} of {}", answer.reached);
        prop_assert!(answer.is_exact(), "{}", answer.gap);
    }
}

#[test]
fn slices_change_nothing() {
    for name in ["b2b", "001", "every_curve"] {
        let model = plans::model(&named(name));
        let whole = solve(&model, Request::of(Mode::MinCost)).expect("an answer");
        let mut solver = Solver::new(model, Request::of(Mode::MinCost)).expect("a solver");
        let mut share = 0.0;
        while solver.answer().is_none() {
            let progress = solver.advance(1);
            assert!((0.0..=1.0).contains(&progress.share) && progress.share >= share, "{name}: {progress:?}");
            share = progress.share;
        }
        assert_eq!(solver.answer(), Some(Ok(&whole)), "{name}");
    }
}

#[test]
fn two_equal_channels_are_a_tie_that_the_first_one_takes() {
    let model = plans::model(&trap(&[json!({"max_budget": 700}), json!({})]));
    let answer = solve(&model, Request::of(Mode::MaxGoal).within(1000.0)).expect("an answer");
    assert_eq!(answer.budgets, [700.0, 300.0]);
    assert_eq!(answer.bounds, [Some(Bound::Maximum), None]);
    assert!(
        close(answer.reached, 10.0, 1e-12) && close(answer.marginal_return.expect("a return"), 0.01, 1e-12)
    );
    assert!(close(answer.next[1], 10.0, 1e-9), "{:?}", answer.next);
}

#[test]
fn a_steep_curve_gets_all_or_nothing() {
    let steep = json!({"response": {"kind": "hill", "ceiling": 40, "half_at": 2000, "slope": 6}});
    let model = plans::model(&trap(&[steep.clone(), steep.clone(), steep]));
    // 3,000 in one of them brings 36.8; shared it brings 1.8.
    let answer = solve(&model, Request::of(Mode::MaxGoal).within(3000.0)).expect("an answer");
    let mut budgets = answer.budgets.clone();
    budgets.sort_by(f64::total_cmp);
    assert!(budgets[0] < 1e-6 && budgets[1] < 1e-6 && close(budgets[2], 3000.0, 1e-9), "{budgets:?}");
    assert!(close(answer.reached, 40.0 / (1.0 + (2.0_f64 / 3.0).powi(6)), 1e-9) && answer.gap < 1e-6);
}

/// Fifty channels that get all or nothing, and the like with dependencies.
#[test]
fn many_bent_channels_are_closed_or_nearly() {
    for (channels, every, most) in [(50, 0, 1e-7), (12, 4, 1e-3), (50, 10, 1e-2)] {
        let channel = |place: usize| {
            let (half, slope) = (2000 + 700 * (place * 7 % 31), 1.5 + 0.1 * (place * 11 % 29) as f64);
            let mut channel = json!({
                "max_budget": 9000 + 1300 * (place * 5 % 23), "fit_rate": 0.3 + 0.02 * (place * 13 % 31) as f64,
                "response": {"kind": "hill", "ceiling": 300 + 40 * (place * 3 % 37), "half_at": half, "slope": slope},
            });
            if every > 0 && place % every == 1 {
                let other = format!("c{}", (place + 3) % channels);
                channel["depends_on"] = json!([{"channel": other, "share_without": 0.5, "full_at": 9000}]);
            }
            channel
        };
        let model = plans::model(&trap(&(0..channels).map(channel).collect::<Vec<_>>()));
        let request = Request::of(Mode::MaxGoal).within(6000.0 * channels as f64);
        let answer = solve(&model, request).expect("an answer");
        verify("bent", &model, request, &answer);
        assert!(answer.gap <= most, "{channels} with every {every}: {}", answer.gap);
    }
}

#[test]
fn questions_without_an_answer_are_named() {
    let model =
        plans::model(&trap(&[json!({"min_budget": 400}), json!({"min_budget": 300, "trust": "test"})]));
    let ask = |request| solve(&model, request).map(|answer| answer.total);
    let most = Request::of(Mode::MaxGoal);
    let banded = |bands| Request { bands: Some(bands), ..most.within(900.0) };
    let any = [0.0, 1.0];
    use backcast_model::plan::Trust;
    for (request, fault) in [
        (most, RequestFault::TotalMissing),
        (most.within(0.0), RequestFault::ZeroTotal),
        (most.within(-1.0), RequestFault::TotalOutOfRange(-1.0)),
        (most.within(600.0), RequestFault::MinimumsAboveTotal { minimums: 700.0 }),
        (banded([[0.7, 1.0], [0.4, 1.0], any]), RequestFault::LowsAboveAll),
        (banded([[0.0, 0.5], [0.0, 0.4], any]), RequestFault::HighsBelowAll),
        (banded([any, any, [0.1, 1.0]]), RequestFault::EmptyClass(Trust::Experimental)),
        (banded([[0.6, 0.4], any, any]), RequestFault::BandOutOfRange(Trust::Proven)),
        (banded([any, [0.0, 0.2], any]), RequestFault::BandsAgainstBounds),
        (Request { phasing_cap: Some(0.9), ..most.within(900.0) }, RequestFault::CapOutOfRange(0.9)),
        (Request::of(Mode::MaxProfit), RequestFault::Endless),
    ] {
        assert_eq!(ask(request), Err(fault), "{request:?}");
    }
    assert!(ask(most.within(f64::NAN)).is_err());
    assert_eq!(ask(most.within(700.0)), Ok(700.0));
}
