//! Large concave plans against Clarabel, an interior point solver for convex cones, with the curves written a second
//! time as a conic program.
#![allow(clippy::expect_used, reason = "a test that cannot go on says so")]
#![allow(clippy::indexing_slicing, reason = "the program is laid out by place")]

mod plans;

use backcast_model::solve::{Mode, Request, solve};
use clarabel::algebra::CscMatrix;
use clarabel::solver::SupportedConeT::{NonnegativeConeT, SecondOrderConeT};
use clarabel::solver::{DefaultSettings, DefaultSolver, IPSolver, SolverStatus, SupportedConeT};
use serde_json::{Value, json};

const MONTHS: u32 = 3;
/// What an interior point solver leaves open.
const CLOSE: f64 = 1e-7;

/// A channel whose units bring `rate` customers each: at most `ceiling` units a month, half of them for `half`.
struct Channel {
    ceiling: f64,
    half: f64,
    rate: f64,
    budget: (f64, f64),
}

/// Numbers from 0 to 1 (Knuth's multiplier for 64 bits), the same on every machine.
struct Draws(u64);

impl Draws {
    fn within(&mut self, low: f64, high: f64) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        low + (self.0 >> 11) as f64 / (1_u64 << 53) as f64 * (high - low)
    }

    fn channel(&mut self) -> Channel {
        let (ceiling, half, rate) =
            (self.within(200.0, 5000.0), self.within(2e3, 6e4), self.within(0.01, 0.4));
        let least = if self.within(0.0, 1.0) < 0.3 { self.within(0.0, 2e3) } else { 0.0 };
        Channel { ceiling, half, rate, budget: (least, self.within(5e3, 6e4)) }
    }
}

/// The channels as a plan: half of them say their curve as a price, half as what doubling the money brings.
fn plan(channels: &[Channel]) -> Value {
    let channel = |(place, channel): (usize, &Channel)| {
        let Channel { ceiling, half, rate, budget } = channel;
        let (unit_cost, response) = if place % 2 == 0 {
            (half / ceiling, json!({"kind": "saturating", "ceiling": ceiling}))
        } else {
            // h = 2·x0·p/(1−p) and M = (x0+h)/u, with x0 = h/2 and so p = 1/2.
            (1.5 * half / ceiling, json!({"kind": "doubling", "at": half / 2.0, "gain": 0.5}))
        };
        json!({
            "id": format!("c{place}"), "name": "", "trust": "proven", "entry_stage": "lead", "unit_cost": unit_cost,
            "monthly_budget": 0, "min_budget": budget.0, "max_budget": budget.1, "response": response,
            "conversion_rates": {"customer": rate},
        })
    };
    json!({
        "version": 1, "name": "", "template": "none", "currency": "TWD", "start": "2027-01", "months": MONTHS,
        "goal": {"metric": "new_customers", "target": 1},
        "economics": {"order_value": 1, "orders_per_year": 1, "relationship_years": 1, "gross_margin": 1},
        "stages": [
            {"id": "lead", "name": "", "tier": "top"},
            {"id": "customer", "name": "", "tier": "bottom", "conversion_rate": 0.1},
        ],
        "channels": channels.iter().enumerate().map(channel).collect::<Vec<_>>(),
    })
}

/// Rows of a conic program `A·x + s = b`.
#[derive(Default)]
struct Program {
    rows: Vec<(usize, usize, f64)>,
    right: Vec<f64>,
    cones: Vec<SupportedConeT<f64>>,
}

impl Program {
    /// `right − Σ of·x` belongs to the cone.
    fn row(&mut self, of: &[(usize, f64)], right: f64) {
        self.rows.extend(of.iter().map(|(variable, by)| (self.right.len(), *variable, *by)));
        self.right.push(right);
    }

    fn matrix(&self, variables: usize) -> CscMatrix<f64> {
        let column = |of: fn(&(usize, usize, f64)) -> usize| self.rows.iter().map(of).collect::<Vec<_>>();
        let values = self.rows.iter().map(|row| row.2).collect();
        let (rows, columns) = (column(|row| row.0), column(|row| row.1));
        CscMatrix::new_from_triplets(self.right.len(), variables, rows, columns, values)
    }
}

/// The most customers for a total of budgets. With z = a/h a channel brings M·(1 − t) where t·(1 + z) ≥ 1, which is the
/// cone ‖(t − z − 1, 2)‖ ≤ t + z + 1.
fn most_customers(channels: &[Channel], total: f64) -> f64 {
    let n = channels.len();
    let worth = |channel: &Channel| channel.rate * channel.ceiling * f64::from(MONTHS);
    let all: f64 = channels.iter().map(worth).sum();
    let mut program = Program::default();
    let spent: Vec<(usize, f64)> =
        channels.iter().enumerate().map(|(place, channel)| (place, channel.half / total)).collect();
    program.row(&spent, 1.0);
    for (place, Channel { half, budget, .. }) in channels.iter().enumerate() {
        program.row(&[(place, -1.0)], -budget.0 / half);
        program.row(&[(place, 1.0)], budget.1 / half);
    }
    program.cones.push(NonnegativeConeT(1 + 2 * n));
    for place in 0..n {
        program.row(&[(place, -1.0), (n + place, -1.0)], 1.0);
        program.row(&[(place, 1.0), (n + place, -1.0)], -1.0);
        program.row(&[], 2.0);
        program.cones.push(SecondOrderConeT(3));
    }
    let lost: Vec<f64> =
        std::iter::repeat_n(0.0, n).chain(channels.iter().map(|channel| worth(channel) / all)).collect();
    let settings = DefaultSettings {
        verbose: false,
        tol_gap_abs: 1e-11,
        tol_gap_rel: 1e-11,
        tol_feas: 1e-11,
        ..DefaultSettings::default()
    };
    let (none, matrix) = (CscMatrix::zeros((2 * n, 2 * n)), program.matrix(2 * n));
    let mut solver = DefaultSolver::new(&none, &lost, &matrix, &program.right, &program.cones, settings)
        .expect("a program");
    solver.solve();
    let solved = matches!(solver.solution.status, SolverStatus::Solved | SolverStatus::AlmostSolved);
    assert!(solved, "{:?}", solver.solution.status);
    all * (1.0 - solver.solution.obj_val)
}

#[test]
fn large_concave_plans_are_as_good_as_a_convex_solver_finds_them() {
    let mut draws = Draws(7);
    for count in [1, 2, 10, 50, 200] {
        for _ in 0..4 {
            let channels: Vec<Channel> = (0..count).map(|_| draws.channel()).collect();
            let bound = |of: fn(&Channel) -> f64| channels.iter().map(of).sum::<f64>();
            let (least, most) = (bound(|channel| channel.budget.0), bound(|channel| channel.budget.1));
            let total = least + draws.within(0.1, 0.9) * (most - least);
            let theirs = most_customers(&channels, total);
            let mut asked = plan(&channels);
            let answer =
                solve(&plans::model(&asked), Request::of(Mode::MaxGoal).within(total)).expect("an answer");
            assert!((answer.reached / theirs - 1.0).abs() <= CLOSE, "{count}: {} {theirs}", answer.reached);
            asked["goal"]["target"] = json!(theirs);
            let answer = solve(&plans::model(&asked), Request::of(Mode::MinCost)).expect("an answer");
            assert!(
                (answer.total / total - 1.0).abs() <= 10.0 * CLOSE,
                "{count}: {} of {total}",
                answer.total
            );
        }
    }
}
