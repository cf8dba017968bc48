//! Working backwards against a look at very many factors, and how often it evaluates the plan.
#![allow(clippy::expect_used, reason = "a test that cannot go on says so")]

mod plans;

use backcast_model::equations::Model;
use backcast_model::plan::{Document, Plan, ResponseKind};
use backcast_model::quantity::Measure;
use backcast_model::solve::scale_mix;
use plans::{budgets, document, golden, of_plan};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Factors per doubling in the dense grid.
const PER_OCTAVE: i32 = 32;

/// Two stages, one straight channel that buys customers for 1000 each; a customer brings `margin` × 2000.
fn straight(margin: f64, target: f64) -> Value {
    json!({
        "version": 1, "name": "near break-even", "template": "none", "currency": "TWD", "start": "2027-01", "months": 12,
        "goal": {"metric": "profit", "target": target},
        "economics": {"order_value": 2000, "orders_per_year": 0, "relationship_years": 0, "gross_margin": margin},
        "stages": [
            {"id": "lead", "name": "", "tier": "top"},
            {"id": "customer", "name": "", "tier": "bottom", "conversion_rate": 0.1},
        ],
        "channels": [
            {"id": "ads", "name": "", "trust": "proven", "entry_stage": "customer", "unit_cost": 1000, "monthly_budget": 10_000},
        ],
    })
}

/// What a factor brings: the goal's figure, and the size of the sums it is left from.
struct Looked {
    factor: f64,
    figure: f64,
    size: f64,
}

fn look(model: &Model) -> Vec<Looked> {
    let budgets = budgets(model.plan().document());
    let mut values = model.graph().evaluate();
    let factors =
        (-16 * PER_OCTAVE..=29 * PER_OCTAVE).map(|place| (f64::from(place) / f64::from(PER_OCTAVE)).exp2());
    let at = |factor: f64| {
        for (path, budget) in &budgets {
            values.set(*path, budget * factor);
        }
        values.refresh();
        let size = of_plan(&values, Measure::GrossProfit).abs().max(of_plan(&values, Measure::Cost));
        let figure = of_plan(&values, Measure::Amount);
        Looked { factor, figure, size: size.max(figure.abs()) }
    };
    std::iter::once(0.0).chain(factors).map(at).collect()
}

/// Whether every curve of the plan brings less and less from the first money on.
fn is_concave(document: &Document) -> bool {
    let steep = |channel: &backcast_model::plan::Channel| {
        channel.response.as_ref().is_some_and(|response| response.kind == ResponseKind::Hill)
            || !channel.depends_on.is_empty()
    };
    !document.channels.iter().any(steep)
}

/// The answer against all that was looked at; answers how often the plan was evaluated.
fn check(model: &Model, looked: &[Looked]) -> u32 {
    let goal = &model.plan().document().goal;
    let needed = goal.target.expect("a target") - goal.baseline.unwrap_or(0.0);
    let mix = scale_mix(model);
    let reaches = |at: &&Looked| at.figure >= needed + 1e-11 * at.size.max(needed.abs());
    let first = looked.iter().find(reaches).map(|at| at.factor);
    match mix.factor() {
        Some(factor) => {
            let least = factor * (1.0 - mix.gap) * (1.0 - 1e-9);
            assert!(first.is_none_or(|first| first >= least), "{factor} after {first:?}, gap {}", mix.gap);
        }
        None => {
            let reachable = mix.reachable.expect("how far it gets") - goal.baseline.unwrap_or(0.0);
            let bound = reachable + mix.gap * mix.reachable.map_or(0.0, f64::abs);
            for at in looked.iter().filter(|at| at.figure.is_finite()) {
                assert!(
                    at.figure <= bound + 1e-11 * at.size,
                    "{} at {}, bound {bound}",
                    at.figure,
                    at.factor
                );
            }
            assert!(first.is_none() || mix.gap > 0.0, "reached at {first:?}");
        }
    }
    mix.evaluations
}

/// Targets that are just met, just missed, and met on the way up: at the highest top and at every smaller one.
fn targets(looked: &[Looked]) -> Vec<f64> {
    let figures: Vec<f64> = looked.iter().map(|at| at.figure).filter(|figure| figure.is_finite()).collect();
    let tops = figures
        .windows(3)
        .filter(|around| around[1] > around[0] && around[1] >= around[2])
        .map(|around| around[1]);
    let highest = figures.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let mut targets: Vec<f64> =
        tops.chain([highest]).flat_map(|top| [top - 1e-7 * top.abs(), top + 1e-7 * top.abs()]).collect();
    targets.extend([figures[0] + 0.3 * (highest - figures[0]), figures[0] + 1e-3 * (highest - figures[0])]);
    targets
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_smaller_factor_reaches_a_profit(plan in plans::drawn::plan()) {
        let mut plan = plan;
        plan["goal"] = json!({"metric": "profit", "target": 0.0, "baseline": 70.0});
        let looked = look(&plans::model(&plan));
        for target in targets(&looked).into_iter().filter(|target| target.is_finite()) {
            let mut document = document(&plan);
            document.goal.target = Some(target + 70.0);
            let concave = is_concave(&document);
            let evaluations = check(&Model::of(Plan::check(document).expect("a plan")), &looked);
            prop_assert!(!concave || evaluations < 300, "{evaluations} evaluations");
        }
    }

    #[test]
    fn no_smaller_factor_reaches_what_only_grows(plan in plans::drawn::plan()) {
        prop_assume!(plan["goal"]["metric"] != "profit" && plan["goal"]["target"].is_number());
        let model = plans::model(&plan);
        let evaluations = check(&model, &look(&model));
        prop_assert!(evaluations < 300, "{evaluations} evaluations");
    }
}

#[test]
fn near_break_even_few_evaluations_are_enough() {
    for margin in [0.475, 0.495, 0.4995, 0.5, 0.5005, 0.505] {
        for target in [1000.0, 100_000.0] {
            let model = plans::model(&straight(margin, target));
            let mix = scale_mix(&model);
            assert!(mix.evaluations < 150, "{margin}: {} evaluations", mix.evaluations);
            assert_eq!((mix.factor().is_some(), mix.gap), (margin > 0.5, 0.0), "{margin} {target}");
            // Each of 120 customers brings what is left of 2000 × margin after its price of 1000.
            let Some(factor) = mix.factor() else { continue };
            let expected = target / (120.0 * (2000.0 * margin - 1000.0));
            assert!((factor - expected).abs() < 1e-9 * expected, "{margin}: {factor}, not {expected}");
        }
    }
}

#[test]
fn golden_plans_are_answered_in_few_evaluations() {
    for golden in golden() {
        let model = plans::model(&golden.plan);
        let mix = scale_mix(&model);
        let most = if is_concave(model.plan().document()) { 60 } else { 2000 };
        assert!(mix.evaluations < most, "{}: {} evaluations", golden.name, mix.evaluations);
        assert!(mix.factor().is_none() || mix.gap == 0.0, "{}: {}", golden.name, mix.gap);
    }
}
