//! Every check is provoked by one edit of a plan that is fine, and silent on that plan.
#![allow(clippy::expect_used, reason = "a test stops where its plan is wrong")]

use backcast_model::check::{
    Check, CheckKind, Met, Obstacle, Place, Severity, Smart, checks, obstacle, smart,
};
use backcast_model::equations::Model;
use backcast_model::plan::{Document, Field, Path, Plan, Trust};
use backcast_model::quantity::Basis;
use backcast_model::reading::Numbers;
use serde_json::{Value, json};
use std::fs;

/// 240,000 for 160 customers: 1,500 each, worth 6,000 over a lifetime, 45 % more than the baseline.
fn fine() -> Value {
    let own =
        |value: f64| json!({ "value": value, "low": 0.8 * value, "high": 1.2 * value, "source": "own" });
    let channel = |id: &str| {
        json!({
            "id": id, "name": id, "trust": "proven", "entry_stage": "click", "unit_cost": own(45.0),
            "monthly_budget": 10_000
        })
    };
    json!({
        "version": 1, "name": "fine", "template": "test", "currency": "TWD", "start": "2027-01", "months": 12,
        "goal": { "metric": "new_customers", "target": 100, "baseline": 60 },
        "economics": {
            "order_value": own(3000.0), "orders_per_year": own(2.0), "relationship_years": own(2.0),
            "gross_margin": own(0.5)
        },
        "stages": [
            { "id": "click", "name": "Click", "tier": "top" },
            { "id": "lead", "name": "Lead", "tier": "middle", "conversion_rate": own(0.1) },
            { "id": "customer", "name": "Customer", "tier": "bottom", "conversion_rate": own(0.3) }
        ],
        "channels": [channel("search"), channel("social")]
    })
}

fn model(plan: &Value) -> Model {
    let document: Document = serde_json::from_value(plan.clone()).expect("a plan of the contract");
    Model::of(Plan::check(document).expect("a plan that keeps the rules"))
}

/// What is said of the fine plan after an edit.
fn said(edit: impl FnOnce(&mut Value)) -> Vec<Check> {
    let mut plan = fine();
    edit(&mut plan);
    checks(&Numbers::of(&model(&plan)), Basis::Plan)
}

fn read(edit: impl FnOnce(&mut Value)) -> Smart {
    let mut plan = fine();
    edit(&mut plan);
    smart(&Numbers::of(&model(&plan)), Basis::Plan)
}

fn nothing(_: &mut Value) {}

/// The one check of a kind, which the edited plan must have and the fine one must not.
macro_rules! only {
    ($checks:expr, $kind:pat => $numbers:expr) => {{
        let pick = |check: &Check| match check.kind.clone() {
            $kind => Some(($numbers, check.clone())),
            _ => None,
        };
        assert!(said(nothing).iter().all(|check| pick(check).is_none()), "the fine plan provokes it too");
        let checks: Vec<Check> = $checks;
        let mut found: Vec<_> = checks.iter().filter_map(pick).collect();
        assert_eq!(found.len(), 1, "{checks:#?}");
        found.remove(0)
    }};
}

fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-9 * expected.abs().max(1.0)
}

fn field(field: Field, index: u16) -> Option<Place> {
    Some(Place::Field(Path::at(field, index)))
}

#[test]
fn a_fine_plan_is_only_praised() {
    let said = said(nothing);
    let [ltv, payback] = &said[..] else { panic!("{said:#?}") };
    let CheckKind::LtvToCacHealthy { ltv_to_cac, unusual } = ltv.kind else { panic!("{ltv:?}") };
    assert!(near(ltv_to_cac, 4.0) && !unusual);
    assert_eq!(payback.kind, CheckKind::PaysBack { payback: 0.0 });
    assert!(said.iter().all(|check| check.severity == Severity::Good && check.place.is_none()));
}

#[test]
fn a_goal_without_any_budget_asks_for_one() {
    let without = |plan: &mut Value| {
        plan["channels"][0]["active"] = json!(false);
        plan["channels"][1]["monthly_budget"] = json!(0);
    };
    let (channel, check) = only!(said(without), CheckKind::NoBudget { channel } => channel);
    assert_eq!((channel, check.place), (1, field(Field::MonthlyBudget, 1)));
}

#[test]
fn a_goal_out_of_reach_says_how_far_it_gets() {
    let ceiling = |plan: &mut Value| {
        for channel in plan["channels"].as_array_mut().unwrap() {
            channel["response"] = json!({ "kind": "saturating", "ceiling": 300 });
        }
        plan["goal"] = json!({ "metric": "new_customers", "target": 500, "baseline": 200 });
    };
    let ((target, reachable), check) =
        only!(said(ceiling), CheckKind::Unreachable { target, reachable, .. } => (target, reachable));
    // Two ceilings of 300 clicks a month, 3 % of which become customers, over 12 months beside the baseline.
    assert!(near(target, 500.0) && (415.999..=416.0).contains(&reachable), "{reachable}");
    assert_eq!((check.severity, check.readings.len()), (Severity::Warn, 2));
}

/// Why the goal of an edited plan is out of reach.
fn stands_between(edit: impl FnOnce(&mut Value)) -> Option<Obstacle> {
    let mut plan = fine();
    edit(&mut plan);
    obstacle(&Numbers::of(&model(&plan)))
}

#[test]
fn a_goal_out_of_reach_names_what_stands_between() {
    let each = |plan: &mut Value, key: &str, value: Value| {
        plan["channels"].as_array_mut().unwrap().iter_mut().for_each(|of| of[key] = value.clone());
    };
    let at = |field, index| Path::at(field, index);
    assert_eq!(stands_between(nothing), None);
    let off = |plan: &mut Value| each(plan, "active", json!(false));
    assert_eq!(stands_between(off), Some(Obstacle::NoChannel { channel: 0 }));
    let poor = |plan: &mut Value| each(plan, "monthly_budget", json!(0));
    assert_eq!(stands_between(poor), Some(Obstacle::NoBudget { channel: 0 }));
    let rate = |plan: &mut Value| plan["stages"][1]["conversion_rate"] = json!(0);
    assert_eq!(stands_between(rate), Some(Obstacle::Zero { path: at(Field::ConversionRate, 1) }));
    let fit = |plan: &mut Value| each(plan, "fit_rate", json!(0));
    assert_eq!(stands_between(fit), Some(Obstacle::Zero { path: at(Field::FitRate, 0) }));
    let no_margin = |plan: &mut Value| {
        plan["economics"]["gross_margin"] = json!(0);
        plan["goal"] = json!({ "metric": "gross_profit", "target": 1 });
    };
    assert_eq!(stands_between(no_margin), Some(Obstacle::Zero { path: Path::of(Field::GrossMargin) }));
    let late = |plan: &mut Value| plan["stages"][2]["delay_days"] = json!(500);
    assert_eq!(stands_between(late), Some(Obstacle::Late));
    let beyond = |plan: &mut Value| {
        each(plan, "entry_stage", json!("lead"));
        plan["goal"] = json!({ "metric": "stage_volume", "stage": "click", "target": 9 });
    };
    assert_eq!(stands_between(beyond), Some(Obstacle::Beyond { channel: 0 }));
}

#[test]
fn a_goal_out_of_reach_of_money_says_whether_money_ends() {
    let curves = |kinds: [Value; 2], target: f64| {
        stands_between(move |plan| {
            plan["goal"] = json!({ "metric": "new_customers", "target": target });
            plan["channels"][1]["monthly_budget"] = json!(20_000);
            for (place, response) in kinds.into_iter().enumerate() {
                plan["channels"][place]["response"] = response;
            }
        })
    };
    let saturating = || json!({ "kind": "saturating", "ceiling": 300 });
    let doubling = |gain: f64| json!({ "kind": "doubling", "at": 100, "gain": gain });
    let at = |field, index| Some(Obstacle::Ceiling { path: Path::at(field, index) });
    // The channel with the most money comes first.
    assert_eq!(curves([saturating(), doubling(0.6)], 1e9), at(Field::Gain, 1));
    assert_eq!(curves([doubling(0.6), saturating()], 1e9), at(Field::Ceiling, 1));
    // One straight line is enough for money to bring ever more.
    assert_eq!(curves([saturating(), json!({ "kind": "linear" })], 1e15), Some(Obstacle::Far));
    assert_eq!(curves([saturating(), doubling(1.0)], 1e15), Some(Obstacle::Far));
    let profit = |margin: f64| {
        stands_between(move |plan| {
            plan["economics"]["gross_margin"] = json!(margin);
            plan["goal"] = json!({ "metric": "profit", "target": 1e16 });
        })
    };
    // A customer costs 1,500 and brings less, or more, within the plan.
    assert_eq!([profit(0.1), profit(0.9)], [Some(Obstacle::Loss), Some(Obstacle::Far)]);
}

#[test]
fn a_budget_beyond_its_bounds_is_told_with_the_budgets_that_are_looked_at() {
    // 40 customers are needed of the 160 that 10,000 a month in each channel bring.
    let bounds = |least: f64, most: f64| {
        let mut plan = fine();
        plan["channels"][1]["min_budget"] = json!(least);
        plan["channels"][1]["max_budget"] = json!(most);
        model(&plan)
    };
    let found = |model: &Model, basis| {
        let checks = checks(&Numbers::of(model), basis);
        let of = |check: &Check| match check.kind {
            CheckKind::OutOfBounds { channel: 1, budget, bound, above } => {
                assert_eq!(check.place, field(if above { Field::MaxBudget } else { Field::MinBudget }, 1));
                Some((budget.round(), bound, above))
            }
            _ => None,
        };
        checks.iter().find_map(of)
    };
    let needed = 10_000.0 * 40.0 / 160.0;
    let low = bounds(3_000.0, 10_000.0);
    assert_eq!(found(&low, Basis::Plan), None);
    assert_eq!(found(&low, Basis::Required), Some((needed, 3_000.0, false)));
    let high = bounds(0.0, 2_000.0);
    assert_eq!(found(&high, Basis::Plan), Some((10_000.0, 2_000.0, true)));
    assert_eq!(found(&high, Basis::Required), Some((needed, 2_000.0, true)));
    assert_eq!(found(&bounds(2_500.0, 2_500.0), Basis::Required), None);
}

#[test]
fn amounts_are_those_of_the_budgets_that_are_looked_at() {
    // With the fixed cost of 24,000 spread over fewer customers each one costs more.
    let mut plan = fine();
    plan["channels"][0]["fixed_cost"] = json!(2_000);
    plan["economics"]["relationship_years"] = json!(1);
    let model = model(&plan);
    let numbers = Numbers::of(&model);
    let cac = |basis| {
        let letter = smart(&numbers, basis).relevant.cac.expect("somebody comes");
        let low = checks(&numbers, basis).into_iter().find_map(|check| match check.kind {
            CheckKind::LtvToCacLow { cac, .. } => Some((cac, check.readings)),
            _ => None,
        });
        let (check, doors) = low.expect("twice the cost is less than three times");
        assert!(near(letter, check) && doors.iter().all(|door| door.basis == basis), "{doors:?}");
        check
    };
    assert!(near(cac(Basis::Plan), 264_000.0 / 160.0));
    assert!(near(cac(Basis::Required), 84_000.0 / 40.0));
}

#[test]
fn three_times_what_has_been_is_far() {
    let baseline = |baseline: f64| move |plan: &mut Value| plan["goal"]["baseline"] = json!(baseline);
    let ((before, times), check) =
        only!(said(baseline(25.0)), CheckKind::FarGoal { before, times, .. } => (before, times));
    assert!(near(before, 25.0) && near(times, 4.0));
    assert_eq!(check.place, field(Field::Target, 0));
    let growth = |growth: f64| {
        move |plan: &mut Value| {
            plan["goal"] =
                json!({ "metric": "new_customers", "growth": growth, "reference": 50, "baseline": 10 });
        }
    };
    let (times, check) = only!(said(growth(2.0)), CheckKind::FarGoal { times, .. } => times);
    assert!(near(times, 3.0));
    assert_eq!(check.place, field(Field::Growth, 0));
    assert!(!said(growth(1.9)).iter().any(|check| matches!(check.kind, CheckKind::FarGoal { .. })));
}

#[test]
fn results_after_the_deadline_are_told() {
    // Two months of twelve arrive late: a sixth of all.
    let delayed = |days: f64| move |plan: &mut Value| plan["stages"][2]["delay_days"] = json!(days);
    let ((stage, share), check) =
        only!(said(delayed(60.875)), CheckKind::LateResults { stage, share, .. } => (stage, share));
    assert!(stage == 2 && near(share, 1.0 / 6.0));
    assert_eq!((check.severity, check.place), (Severity::Note, field(Field::Months, 0)));
    let (_, check) = only!(said(delayed(152.1875)), CheckKind::LateResults { stage, .. } => stage);
    assert_eq!(check.severity, Severity::Warn);
    let early = |plan: &mut Value| {
        delayed(152.1875)(plan);
        plan["goal"] = json!({ "metric": "stage_volume", "stage": "lead", "target": 500 });
    };
    assert!(!said(early).iter().any(|check| matches!(check.kind, CheckKind::LateResults { .. })));
}

#[test]
fn a_rate_that_the_season_lifts_above_all_is_cut() {
    let season = |rate: f64| {
        move |plan: &mut Value| {
            plan["seasonality"] = json!([0.5, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1.5, 1.5]);
            plan["stages"][2]["conversion_rate"] = json!({ "value": rate, "source": "own" });
        }
    };
    let ((rate, season_at, month, months), check) = only!(
        said(season(0.7)),
        CheckKind::RateCapped { rate, season, month, months } => (rate, season, month, months)
    );
    assert!(near(rate, 0.7) && near(season_at, 1.5) && (10..=11).contains(&month) && months == 2);
    assert_eq!(check.place, field(Field::ConversionRate, 2));
    assert!(!said(season(0.66)).iter().any(|check| matches!(check.kind, CheckKind::RateCapped { .. })));
    let own = |plan: &mut Value| {
        season(0.3)(plan);
        plan["channels"][1]["conversion_rates"] = json!({ "customer": 0.9 });
    };
    let (_, check) = only!(said(own), CheckKind::RateCapped { rate, .. } => rate);
    assert_eq!(check.place, Some(Place::Field(Path::item(Field::RateOverride, 1, 2))));
}

#[test]
fn money_of_which_nobody_comes_is_told_with_what_blocks_it() {
    let misfit = |plan: &mut Value| plan["channels"][1]["fit_rate"] = json!(0);
    let ((channel, media), check) =
        only!(said(misfit), CheckKind::NoEffect { channel, media } => (channel, media));
    assert!(channel == 1 && near(media, 120_000.0));
    assert_eq!(check.place, field(Field::FitRate, 1));
    let supporting = |plan: &mut Value| {
        misfit(plan);
        plan["channels"][0]["depends_on"] =
            json!([{ "channel": "social", "share_without": 0.5, "full_at": 5000 }]);
    };
    assert!(!said(supporting).iter().any(|check| matches!(check.kind, CheckKind::NoEffect { .. })));
}

#[test]
fn a_channel_without_its_support_is_told() {
    let needs = |full_at: f64| {
        move |plan: &mut Value| {
            plan["channels"][1]["depends_on"] =
                json!([{ "channel": "search", "share_without": 0.4, "full_at": full_at }]);
        }
    };
    let ((channel, on, months, strength, spend), check) = only!(
        said(needs(20_000.0)),
        CheckKind::DependencyUnmet { channel, on, months, strength, spend, .. } =>
            (channel, on, months, strength, spend)
    );
    assert_eq!((channel, on, months), (1, 0, 12));
    assert!(near(strength, 0.7) && near(spend, 10_000.0));
    assert_eq!(check.place, field(Field::MonthlyBudget, 0));
    let met = said(needs(10_000.0));
    assert!(!met.iter().any(|check| matches!(check.kind, CheckKind::DependencyUnmet { .. })));
}

#[test]
fn most_of_the_money_in_one_channel_is_told() {
    let first = |budget: f64| move |plan: &mut Value| plan["channels"][0]["monthly_budget"] = json!(budget);
    let ((channel, share, only), check) = only!(
        said(first(30_000.0)),
        CheckKind::OneChannel { channel, share, only } => (channel, share, only)
    );
    assert!(channel == 0 && near(share, 0.75) && !only);
    assert_eq!(check.place, field(Field::MonthlyBudget, 0));
    assert!(
        !said(first(70_000.0 / 3.0)).iter().any(|check| matches!(check.kind, CheckKind::OneChannel { .. }))
    );
    let alone = |plan: &mut Value| plan["channels"][1]["monthly_budget"] = json!(0);
    let (only, check) = only!(said(alone), CheckKind::OneChannel { only, .. } => only);
    assert!(only && check.place == Some(Place::Channels));
}

#[test]
fn a_next_customer_that_costs_more_than_it_brings_is_told() {
    // With a ceiling the next unit costs (1 + spend/h)² times its quote, h being what the ceiling costs at that.
    let ceiling = |cost: f64| {
        move |plan: &mut Value| {
            plan["channels"][0]["response"] = json!({ "kind": "saturating", "ceiling": cost / 45.0 });
        }
    };
    let ((channel, next, cltv), check) = only!(
        said(ceiling(9_000.0)),
        CheckKind::PastReturn { channel, next, cltv } => (channel, next, cltv)
    );
    assert!(channel == 0 && near(next, 1500.0 * (19.0f64 / 9.0).powi(2)) && near(cltv, 6000.0));
    assert_eq!((check.severity, check.place), (Severity::Warn, field(Field::MonthlyBudget, 0)));
    assert_eq!(check.readings.len(), 2);
    // Four times 1,500 are what a customer brings.
    let past =
        |checks: Vec<Check>| checks.iter().any(|check| matches!(check.kind, CheckKind::PastReturn { .. }));
    assert!(!past(said(ceiling(10_001.0))));
    // Where the average customer does not pay either, it is said of the plan.
    assert!(!past(said(|plan| plan["economics"]["gross_margin"] = json!({ "value": 0.1, "source": "own" }))));
}

#[test]
fn money_that_would_bring_twice_as_much_elsewhere_is_told() {
    let dear = |price: f64| {
        move |plan: &mut Value| {
            plan["channels"][0]["unit_cost"] = json!({ "value": price, "source": "own" });
        }
    };
    let better = |check: &Check| match check.kind {
        CheckKind::BetterElsewhere { channel, better, here, there, in_money } => {
            Some((channel, better, here, there, in_money))
        }
        _ => None,
    };
    let of = |checks: Vec<Check>| checks.iter().find_map(better);
    let ((channel, other, here, there), check) = only!(
        said(dear(91.0)),
        CheckKind::BetterElsewhere { channel, better, here, there, .. } => (channel, better, here, there)
    );
    assert!((channel, other) == (0, 1) && near(here, 1500.0 * 91.0 / 45.0) && near(there, 1500.0));
    assert_eq!((check.severity, check.place), (Severity::Note, Some(Place::Mix(0))));
    assert_eq!(of(said(dear(89.0))), None);
    // With a goal of money, by what comes back: 3 % of 91 a click, and three orders of 3,000 within the year.
    let for_money = |plan: &mut Value| {
        dear(91.0)(plan);
        plan["goal"] = json!({ "metric": "revenue", "target": 1_000_000 });
    };
    let (.., here, there, in_money) = of(said(for_money)).expect("it is told of money too");
    assert!(in_money && near(there / here, 91.0 / 45.0));
    // Nothing is better where no more is allowed, nor is worth a word where there is little to move.
    let full = |plan: &mut Value| {
        dear(91.0)(plan);
        plan["channels"][1]["max_budget"] = json!(10_000);
    };
    assert_eq!(of(said(full)), None);
    let held = |plan: &mut Value| {
        dear(91.0)(plan);
        plan["channels"][0]["min_budget"] = json!(10_000);
    };
    assert_eq!(of(said(held)), None);
    let little = |plan: &mut Value| {
        dear(91.0)(plan);
        plan["channels"][0]["monthly_budget"] = json!(500);
    };
    assert_eq!(of(said(little)), None);
}

#[test]
fn a_broken_band_of_trust_is_told() {
    let trusts = |trusts: &'static [(&str, f64)]| {
        move |plan: &mut Value| {
            let channel = |(place, (trust, budget)): (usize, &(&str, f64))| {
                let mut channel = plan["channels"][0].clone();
                channel["id"] = json!(format!("c{place}"));
                channel["trust"] = json!(trust);
                channel["monthly_budget"] = json!(budget);
                channel
            };
            plan["channels"] = trusts.iter().enumerate().map(channel).collect();
        }
    };
    let of = |checks: Vec<Check>| {
        checks.iter().find_map(|check| match check.kind {
            CheckKind::BandBroken { trust, ref channels, share, bound, above } => {
                assert_eq!(check.readings.len(), channels.len());
                Some((trust, channels.clone(), share, bound, above, check.place))
            }
            _ => None,
        })
    };
    let told = of(said(trusts(&[("test", 1.0), ("proven", 1.0)])));
    assert_eq!(told, Some((Trust::Test, vec![0], 0.5, 0.3, true, Some(Place::Mix(0)))));
    let told = of(said(trusts(&[("proven", 58.0), ("test", 30.0), ("experimental", 12.0)])));
    assert_eq!(told, Some((Trust::Proven, vec![0], 0.58, 0.6, false, Some(Place::Mix(0)))));
    assert_eq!(of(said(trusts(&[("proven", 60.0), ("test", 25.0), ("experimental", 15.0)]))), None);
    assert_eq!(of(said(trusts(&[("test", 1.0)]))), None, "one channel has nothing to share out");
}

#[test]
fn units_far_above_their_quote_are_told() {
    // At the spend of h a unit costs twice its quote, at 3h four times.
    let ceiling = |ceiling: f64| {
        move |plan: &mut Value| {
            plan["channels"][0]["response"] = json!({ "kind": "saturating", "ceiling": ceiling });
        }
    };
    let ((effective, quoted), check) = only!(
        said(ceiling(10_000.0 / 45.0)),
        CheckKind::DearUnits { effective, quoted, .. } => (effective, quoted)
    );
    assert!(near(effective, 90.0) && near(quoted, 45.0) && check.severity == Severity::Note);
    let (_, check) = only!(
        said(ceiling(10_000.0 / 135.0)),
        CheckKind::DearUnits { effective, .. } => effective
    );
    assert_eq!(check.severity, Severity::Warn);
    let roomy = said(ceiling(25_000.0 / 45.0));
    assert!(!roomy.iter().any(|check| matches!(check.kind, CheckKind::DearUnits { .. })));
}

#[test]
fn channels_that_are_off_are_named() {
    let off = |plan: &mut Value| plan["channels"][1]["active"] = json!(false);
    let ((channels, all), check) = only!(said(off), CheckKind::Inactive { channels, all } => (channels, all));
    assert_eq!((channels, all, check.severity), (vec![1], false, Severity::Note));
    let dark = |plan: &mut Value| {
        off(plan);
        plan["channels"][0]["active"] = json!(false);
    };
    let (all, check) = only!(said(dark), CheckKind::Inactive { all, .. } => all);
    assert!(all && check.severity == Severity::Warn);
}

#[test]
fn a_customer_worth_less_than_three_times_its_cost_is_told() {
    let margin = |margin: f64| move |plan: &mut Value| plan["economics"]["gross_margin"] = json!(margin);
    let ((ratio, cltv, cac), check) = only!(
        said(margin(0.3)),
        CheckKind::LtvToCacLow { ltv_to_cac, cltv, cac } => (ltv_to_cac, cltv, cac)
    );
    assert!(near(ratio, 2.4) && near(cltv, 3600.0) && near(cac, 1500.0) && check.readings.len() == 3);
    let at_three = said(margin(0.375));
    assert!(!at_three.iter().any(|check| matches!(check.kind, CheckKind::LtvToCacLow { .. })));
    // What never pays back is said once, in the stronger words.
    let never = said(margin(0.1));
    assert!(!never.iter().any(|check| matches!(check.kind, CheckKind::LtvToCacLow { .. })));
    let (cac, check) = only!(never, CheckKind::NeverPaysBack { cac, .. } => cac);
    assert!(near(cac, 1500.0) && check.severity == Severity::Warn);
}

#[test]
fn a_payback_longer_than_the_plan_is_told() {
    // 600 of gross profit at once and 75 a month after it against 1,500: twelve months are just enough.
    let plan_of = |months: u32| {
        move |plan: &mut Value| {
            plan["months"] = json!(months);
            plan["economics"]["gross_margin"] = json!(0.2);
        }
    };
    let ((payback, months), check) = only!(
        said(plan_of(11)),
        CheckKind::PaybackBeyond { payback, months } => (payback, months)
    );
    assert!(near(payback, 12.0) && months == 11 && check.severity == Severity::Note);
    let enough = said(plan_of(13));
    assert!(!enough.iter().any(|check| matches!(check.kind, CheckKind::PaybackBeyond { .. })));
}

#[test]
fn a_return_too_good_is_doubted() {
    let price = |price: f64| {
        move |plan: &mut Value| {
            for channel in plan["channels"].as_array_mut().unwrap() {
                channel["unit_cost"] = json!({ "value": price, "source": "own" });
            }
        }
    };
    // Return is 1.6875 × 45 / price − 1.
    let (roi, _) = only!(said(price(10.0)), CheckKind::RoiTooGood { roi } => roi);
    assert!(near(roi, 1.6875 * 4.5 - 1.0));
    let usual = said(price(1.6875 * 45.0 / 5.9));
    assert!(!usual.iter().any(|check| matches!(check.kind, CheckKind::RoiTooGood { .. })));
    let unusual = |check: &&Check| matches!(check.kind, CheckKind::LtvToCacHealthy { unusual: true, .. });
    let unusual = usual.iter().find(unusual).expect("ten times the cost");
    assert_eq!((unusual.severity, unusual.place), (Severity::Note, field(Field::GrossMargin, 0)));
}

#[test]
fn a_result_that_rests_on_assumptions_names_the_strongest() {
    let guess = |plan: &mut Value| {
        plan["stages"][1]["conversion_rate"] = json!(0.1);
        plan["stages"][2]["conversion_rate"] = json!(0.3);
    };
    let ((share, assumed, of, strongest, second), check) = only!(
        said(guess),
        CheckKind::RestsOnAssumptions { share, assumed, of, strongest, second } =>
            (share, assumed, of, strongest, second)
    );
    // Two rates with elasticity 1 each, two prices of half the volume with 1/2 each.
    assert!(near(share, 2.0 / 3.0) && (assumed, of) == (2, 4));
    assert_eq!(strongest, Path::at(Field::ConversionRate, 1));
    assert_eq!(second, Some(Path::at(Field::ConversionRate, 2)));
    assert_eq!(check.place, Some(Place::Field(strongest)));
    let one = said(|plan| plan["stages"][1]["conversion_rate"] = json!(0.1));
    assert!(!one.iter().any(|check| matches!(check.kind, CheckKind::RestsOnAssumptions { .. })));
}

#[test]
fn the_serious_come_first() {
    let bad = |plan: &mut Value| {
        plan["channels"][1]["active"] = json!(false);
        plan["stages"][2]["delay_days"] = json!(60);
    };
    let order: Vec<Severity> = said(bad).iter().map(|check| check.severity).collect();
    assert!(order.is_sorted() && order.contains(&Severity::Warn) && order.contains(&Severity::Good));
}

#[test]
fn the_fine_plan_is_smart() {
    let smart = read(nothing);
    let met = [
        smart.specific.met(),
        smart.measurable.met(),
        smart.attainable.met(),
        smart.relevant.met(),
        smart.timely.met(),
    ];
    assert_eq!(met, [Met::Yes; 5], "{smart:#?}");
    assert_eq!((smart.timely.deadline.year, smart.timely.deadline.month), (2027, 12));
    assert_eq!((smart.measurable.rates, smart.measurable.measured), (2, 2));
}

#[test]
fn each_letter_is_read_off_the_plan() {
    let money = |plan: &mut Value| plan["goal"] = json!({ "metric": "revenue", "target": 500_000 });
    assert_eq!(read(money).specific.met(), Met::Partly);
    assert_eq!(read(|plan| plan["goal"]["baseline"] = json!(100)).specific.met(), Met::No);

    let guessed = |plan: &mut Value| {
        plan["stages"][1]["conversion_rate"] = json!(0.1);
        plan["stages"][2]["conversion_rate"] = json!(0.3);
    };
    assert_eq!(read(guessed).measurable.met(), Met::Partly);
    let blocked = read(|plan| plan["stages"][2]["conversion_rate"] = json!(0)).measurable;
    assert_eq!((blocked.met(), blocked.empty_stage), (Met::No, Some(2)));

    assert_eq!(read(guessed).attainable.met(), Met::Partly);
    assert!(read(|plan| plan["goal"]["target"] = json!(700)).attainable.stretched());
    let capped = |target: f64| {
        move |plan: &mut Value| {
            for channel in plan["channels"].as_array_mut().unwrap() {
                channel["response"] = json!({ "kind": "saturating", "ceiling": 500 });
            }
            plan["goal"]["target"] = json!(target);
        }
    };
    assert_eq!(read(capped(2000.0)).attainable.met(), Met::No);
    let luck = read(|plan| {
        capped(2000.0)(plan);
        plan["stages"][1]["conversion_rate"] =
            json!({ "value": 0.1, "low": 0.05, "high": 1, "source": "own" });
        plan["goal"]["target"] = json!(500);
    });
    assert!(luck.attainable.factor.is_none() && luck.attainable.with_good_ends());
    assert_eq!(luck.attainable.met(), Met::Partly);

    let margin = |margin: f64| read(move |plan| plan["economics"]["gross_margin"] = json!(margin)).relevant;
    assert_eq!([margin(0.3).met(), margin(0.1).met()], [Met::Partly, Met::No]);

    let delayed = |days: f64| read(move |plan| plan["stages"][2]["delay_days"] = json!(days)).timely;
    assert_eq!([delayed(60.0).met(), delayed(300.0).met()], [Met::Partly, Met::No]);
}

#[test]
fn golden_plans_are_checked_with_finite_numbers() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/golden");
    let mut seen = std::collections::BTreeSet::new();
    let mut plans = 0;
    for folder in ["examples", "random"] {
        for entry in fs::read_dir(root.join(folder)).expect("the corpus is there") {
            let path = entry.expect("a file").path();
            let case: Value = serde_json::from_str(&fs::read_to_string(&path).expect("text")).expect("JSON");
            let plan = if folder == "random" { &case["plan"] } else { &case };
            if plan["version"].is_null() {
                continue;
            }
            plans += 1;
            let model = model(plan);
            let numbers = Numbers::of(&model);
            for basis in [Basis::Plan, Basis::Required] {
                for check in checks(&numbers, basis) {
                    // Debug writes every number of the kind, so that none can be forgotten here.
                    let text = format!("{check:?}");
                    assert!(
                        !text.contains("NaN") && !text.contains("inf,") && !text.contains("inf "),
                        "{path:?} {text}"
                    );
                    let readable = check.readings.iter().all(|door| numbers.read(*door).is_ok());
                    assert!(readable, "{path:?} {text}");
                    seen.insert(text.split(['{', ',']).nth(1).unwrap_or_default().trim().to_owned());
                }
                let text = format!("{:?}", smart(&numbers, basis));
                assert!(!text.contains("NaN") && !text.contains("inf"), "{path:?} {text}");
            }
        }
    }
    assert!(plans > 70 && seen.len() >= 12, "{plans} plans, {seen:?}");
}
