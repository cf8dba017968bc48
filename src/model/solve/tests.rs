//! The parts of the solver against the figure itself, at points and in boxes drawn at random.

extern crate std;

use super::answer::Answer;
use super::branch::{Aim, Branch};
use super::curve::Curve;
use super::market::Market;
use super::months::{Ceiling, Conditions, Months};
use super::request::{Mode, Request, RequestFault};
use super::solver::Problem;
use super::spread::improved;
use super::surrogate::{Range, Surrogate, first_mixtures};
use crate::equations::{Model, goal_quantity};
use crate::plan::{Estimate, Plan};
use crate::quantity::{Measure, Quantity};
use serde_json::Value;
use std::string::String;
use std::vec::Vec;

/// Numbers from 0 to 1 (Knuth's multiplier for 64 bits), the same on every machine.
struct Draws(u64);

impl Draws {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn within(&mut self, (low, high): Range) -> f64 {
        low + self.next() * (high - low)
    }

    /// A part of a range, often one that begins at its lower end.
    fn part(&mut self, range: Range) -> Range {
        let (a, b) = (self.within(range), self.within(range));
        (if self.next() < 0.4 { range.0 } else { a.min(b) }, a.max(b))
    }
}

/// Plans with bends, dependencies and both, carried over and phased.
const PLANS: [&str; 5] =
    ["examples/b2b", "random/001", "random/012", "random/dependency_circle", "random/every_curve"];

fn model(name: &str) -> Model {
    let path = std::format!("{}/../../tests/golden/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let golden: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let plan = golden.get("plan").unwrap_or(&golden);
    Model::of(Plan::check(serde_json::from_value(plan.clone()).unwrap()).unwrap())
}

/// The most of the goal for a total of 200,000 in the channels of a plan, none above 150,000.
fn problem(model: &Model) -> Problem {
    let mut problem = Problem::of(model, Request::of(Mode::MaxGoal).within(400_000.0)).unwrap();
    problem.aim = Aim::Most { cap: 200_000.0 };
    for (low, high) in &mut problem.root {
        *high = high.min(150_000.0).max(*low);
    }
    problem
}

fn each(check: impl Fn(&str, &Model, &Problem, &mut Draws)) {
    for name in PLANS {
        let model = model(name);
        check(name, &model, &problem(&model), &mut Draws(20_270_101));
    }
}

/// What the figure does not owe to what money buys.
fn beside(problem: &Problem, x: &[f64]) -> f64 {
    problem.worth.constant + problem.worth.media * x.iter().sum::<f64>()
}

#[test]
fn a_surrogate_lies_above_the_figure_in_its_box() {
    each(|name, _, problem, draws| {
        for _ in 0..60 {
            let boxes: Vec<Range> = problem.root.iter().map(|range| draws.part(*range)).collect();
            let mixtures: Vec<f64> = first_mixtures(&problem.worth).iter().map(|_| draws.next()).collect();
            let curves =
                Surrogate { worth: &problem.worth, boxes: &boxes, ranges: &boxes, mixtures: &mixtures }.all();
            for _ in 0..30 {
                let x: Vec<f64> = boxes.iter().map(|range| draws.within(*range)).collect();
                let above: f64 = curves.iter().zip(&x).map(|(curve, x)| curve.value(*x)).sum();
                let figure = problem.worth.at(&x) - beside(problem, &x);
                assert!(above >= figure * (1.0 - 1e-12) - 1e-9, "{name}: {above} below {figure}");
            }
        }
    });
}

#[test]
fn at_a_point_a_surrogate_is_the_figure_with_its_slopes() {
    each(|name, _, problem, draws| {
        for _ in 0..40 {
            let x: Vec<f64> = problem.root.iter().map(|range| 1.0 + draws.within(*range)).collect();
            let point: Vec<Range> = x.iter().map(|x| (*x, *x)).collect();
            let curves =
                Surrogate { worth: &problem.worth, boxes: &point, ranges: &point, mixtures: &[] }.all();
            let value: f64 = curves.iter().zip(&x).map(|(curve, x)| curve.value(*x)).sum();
            let (figure, nothing) = (problem.worth.at(&x), beside(problem, &x));
            let size = figure.abs().max(problem.worth.constant.abs());
            assert!((nothing + value - figure).abs() <= 1e-11 * size, "{name}: {value} {figure}");
            for (place, curve) in curves.iter().enumerate() {
                let moved = |by: f64| {
                    let mut moved = x.clone();
                    moved[place] += by;
                    problem.worth.at(&moved)
                };
                let h = 1e-3 * x[place].max(1.0);
                let difference = (4.0 * moved(h / 2.0) - moved(h) - 3.0 * moved(0.0)) / h;
                let slope = curve.slope(x[place]) + problem.worth.media;
                let noise = 1e-11 * size / h;
                assert!(
                    (slope - difference).abs() <= 2e-3 * slope.abs() + noise,
                    "{name} {place}: {slope}, not {difference}"
                );
            }
        }
    });
}

#[test]
fn a_box_allows_whatever_its_points_bring() {
    each(|name, _, problem, draws| {
        let target = problem.worth.at(&problem.today.iter().map(|x| 0.7 * x).collect::<Vec<_>>());
        for aim in [problem.aim, Aim::Least { target, cap: 200_000.0 }] {
            let mut branch = Branch::new(
                problem.worth.clone(),
                problem.bands.clone(),
                aim,
                problem.root.clone(),
                &problem.today,
            );
            for _ in 0..40 {
                let boxes: Vec<Range> = problem.root.iter().map(|range| draws.part(*range)).collect();
                let node = branch.node(boxes.clone(), first_mixtures(&problem.worth), None);
                let bound = node.map_or(f64::NEG_INFINITY, |node| node.bound);
                for _ in 0..40 {
                    let x: Vec<f64> = boxes.iter().map(|range| draws.within(*range)).collect();
                    let score = branch.score(&x);
                    let is_allowed = x.iter().sum::<f64>() <= 200_000.0 && score.is_finite();
                    assert!(
                        !is_allowed || score <= bound + 1e-9 * bound.abs(),
                        "{name} {aim:?}: {score} {bound}"
                    );
                }
            }
        }
    });
}

#[test]
fn units_that_nobody_uses_take_no_money_however_good_the_first_of_them_is() {
    let model = model("random/dependency_circle");
    let mut problem = problem(&model);
    let asleep = problem.worth.outlets.iter_mut().filter(|outlet| !outlet.needs.is_empty());
    for outlet in asleep {
        outlet.curve = Curve::Hill { ceiling: 800.0, half: 5000.0, slope: 0.7 };
        outlet.needs.iter_mut().for_each(|need| need.without = 0.0);
    }
    let mixtures = alloc::vec![0.0; first_mixtures(&problem.worth).len()];
    let (worth, boxes) = (&problem.worth, &problem.root);
    let curves = Surrogate { worth, boxes, ranges: boxes, mixtures: &mixtures }.all();
    let slopes: Vec<f64> = curves.iter().map(|curve| curve.slope(0.0)).collect();
    assert!(!slopes.iter().any(|slope| slope.is_nan()), "{slopes:?}");
    let mut branch =
        Branch::new(worth.clone(), problem.bands.clone(), problem.aim, boxes.clone(), &problem.today);
    let bound = branch.node(boxes.clone(), mixtures, None).unwrap().bound;
    let mut draws = Draws(20_270_101);
    for _ in 0..400 {
        let x: Vec<f64> = boxes.iter().map(|range| draws.within(*range)).collect();
        let score = branch.score(&x);
        assert!(x.iter().sum::<f64>() > 200_000.0 || score <= bound * (1.0 + 1e-9), "{score} {bound}");
    }
}

#[test]
fn the_slope_of_a_total_is_that_of_what_it_brings_also_within_bands() {
    let model = model("examples/b2b");
    let bands = [[0.5, 0.8], [0.1, 0.3], [0.05, 0.2]];
    let request = Request { bands: Some(bands), ..Request::of(Mode::MaxGoal).within(400_000.0) };
    let problem = Problem::of(&model, request).unwrap();
    let boxes = problem.root.clone();
    let mixtures = first_mixtures(&problem.worth);
    let curves =
        Surrogate { worth: &problem.worth, boxes: &boxes, ranges: &boxes, mixtures: &mixtures }.all();
    let market = Market::new(&curves, &problem.bands, &problem.worth);
    let (least, most) = market.totals().unwrap();
    let mut checked = 0;
    for part in 1..40 {
        let total = least + (most - least) * f64::from(part) / 40.0;
        let h = 1e-5 * total;
        let [before, at, after] = [total - h, total, total + h].map(|total| market.share(total));
        let rises = (after.value - before.value) / (2.0 * h);
        // At a kink the slopes of both sides differ, and neither is that of the difference.
        let kink = (before.slope - after.slope).abs() > 1e-3 * at.slope.abs();
        checked += usize::from(!kink);
        assert!(kink || (at.slope - rises).abs() <= 1e-4 * rises.abs(), "{total}: {} not {rises}", at.slope);
    }
    assert!(checked > 25, "{checked}");
}

#[test]
fn the_bound_of_the_months_holds_from_any_beginning() {
    each(|name, model, problem, draws| {
        let cap = 1.8;
        let request = Request { phasing_cap: Some(cap), ..Request::of(Mode::MaxGoal).within(200_000.0) };
        let answer = super::solve(model, request).unwrap();
        let baseline = model.plan().document().goal.baseline.unwrap_or(0.0);
        let months = Months::of(model, goal_quantity(model.plan()), &problem.worth, baseline);
        let fresh = Problem::of(model, request).unwrap();
        let conditions = Conditions { aim: fresh.aim, root: &fresh.root, bands: &fresh.bands, months: cap };
        for _ in 0..10 {
            let spend: Vec<Vec<f64>> = fresh
                .root
                .iter()
                .map(|range| (0..model.plan().months()).map(|_| 0.3 * draws.within(*range) + 1.0).collect())
                .collect();
            let mut ceiling = Ceiling::of(months.clone(), &spend, 200_000.0, &fresh.root, 60);
            while ceiling.lower(&conditions) {}
            let bound = ceiling.bound;
            assert!(answer.reached <= bound * (1.0 + 1e-9), "{name}: {} beats {bound}", answer.reached);
        }
    });
}

/// From more money than pays, where all that the way gains is money that it does not spend.
#[test]
fn the_bound_of_a_profit_comes_down_on_a_way_that_spends_less() {
    let model = model("examples/b2b");
    let problem = Problem::of(&model, Request::of(Mode::MaxProfit).within(400_000.0)).unwrap();
    let profit = Quantity::plan(Measure::Profit);
    let months = Months::of(&model, profit, &problem.worth, 0.0);
    let (root, bands) = (&problem.root, &problem.bands);
    let conditions = Conditions { aim: problem.aim, root, bands, months: 2.0 };
    let spend: Vec<Vec<f64>> = root.iter().map(|_| std::vec![4e7; model.plan().months()]).collect();
    let mut ceiling = Ceiling::of(months, &spend, 400_000.0, root, 60);
    assert!(ceiling.lower(&conditions), "the way ends where it begins");
    let first = ceiling.bound;
    while ceiling.lower(&conditions) {}
    assert!(ceiling.bound < 0.9 * first, "{first} {}", ceiling.bound);
}

/// However steep the slopes are, and in whichever direction.
#[test]
fn better_phases_are_phases_and_lose_less_where_every_month_loses() {
    let golden = model("examples/shop");
    let mut document = golden.plan().document().clone();
    for (price, budget) in [(40.0, 1e5), (1e9, 1e9), (1e12, 1.0)] {
        document.economics.order_value = Estimate::from(price);
        let model = Model::of(Plan::check(document.clone()).unwrap());
        let mut values = model.graph().evaluate();
        for (path, _) in super::budgets(&model) {
            values.set(path, budget);
        }
        values.refresh();
        let profit = Quantity::plan(Measure::Profit);
        let before = values.read(profit, 0).unwrap();
        let flat = std::vec![1.0; model.plan().months()];
        let phases = improved(&model, values.clone(), profit, &flat, 2.0);
        let sum: f64 = phases.iter().sum();
        assert!((sum - flat.iter().sum::<f64>()).abs() < 1e-9, "{price}: {phases:?}");
        assert!(phases.iter().all(|phase| (0.0..=2.0).contains(phase)), "{price}: {phases:?}");
        values.set_given(model.graph().find(Quantity::plan(Measure::Phase)).unwrap(), &phases);
        values.refresh();
        let after = values.read(profit, 0).unwrap();
        assert!(after > before, "{price}: {before} {after}");
    }
}

#[test]
fn an_answer_that_the_plan_does_not_reproduce_is_none() {
    each(|name, model, problem, _| {
        let request = Request::of(Mode::MaxGoal).within(200_000.0);
        let mut branch = problem.search(problem.aim);
        while !branch.done {
            branch.advance(64);
        }
        assert!(Answer::of(model, request, &branch, true).is_ok(), "{name}");
        let weights = branch.worth.outlets.iter_mut().flat_map(|outlet| &mut outlet.flows);
        weights.for_each(|flow| flow.weight *= 1.0 + 1e-6);
        let fault = Answer::of(model, request, &branch, true).err();
        assert!(matches!(fault, Some(RequestFault::NotReproduced { .. })), "{name}: {fault:?}");
    });
}

#[test]
fn messages_name_their_place() {
    let request = Request::of(Mode::MaxGoal);
    let fault = Problem::of(&model("examples/shop"), request).err();
    assert_eq!(fault.map(|fault| std::format!("{fault}")), Some(String::from("missing at total")));
}
