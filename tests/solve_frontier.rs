//! The curves of a question stand under its own conditions: the answer lies on them, and today's plan under them unless it
//! breaks a condition, which the title then says.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so")]

use backcast::locale::Lang;
use backcast::model::equations::Model;
use backcast::model::plan::{Document, Plan, Trust};
use backcast::model::quantity::{Measure, Quantity};
use backcast::persist::plan_text;
use backcast::present::budget::{Efficient, Frontier, Question, Response, Solved, Spread, Told, Wish};
use backcast::state::solving::Task;

fn example(name: &str) -> Document {
    let text = std::fs::read_to_string(format!("tests/golden/examples/{name}.json")).unwrap();
    plan_text::read(&text).unwrap().document().clone()
}

/// What is told of a question, with the plan that was asked about.
struct Answered {
    plan: Plan,
    question: Question,
    solved: Solved,
    responses: Vec<Response>,
    efficient: Option<Efficient>,
}

fn answered(document: Document, question: Question) -> Option<Answered> {
    let plan = Plan::check(document).unwrap();
    let mut task = Task::new(&plan, question.clone());
    let (mut solved, mut responses, mut efficient) = (None, Vec::new(), None);
    while !task.is_done() {
        for told in task.advance() {
            match told {
                Told::Solved(found) => solved = Some(*found),
                Told::Responses(found) => responses = found,
                Told::Efficient(found) => efficient = Some(found),
                _ => {}
            }
        }
    }
    Some(Answered { plan, question, solved: solved?, responses, efficient })
}

impl Answered {
    fn found(&self) -> &Efficient {
        self.efficient.as_ref().unwrap()
    }

    fn title(&self, lang: Lang) -> String {
        let frontier = Frontier::of(&self.plan, &self.question, &self.solved, self.found(), lang).unwrap();
        frontier.heading.title.text()
    }

    fn figure(&self) -> f64 {
        if self.question.wish == Wish::MaxProfit { self.solved.profit } else { self.solved.reached }
    }
}

/// The curve between its points, as it is drawn.
fn drawn_at(points: &[(f64, f64)], total: f64) -> f64 {
    let after = points.iter().position(|point| point.0 >= total * (1.0 - 1e-9)).unwrap_or(points.len() - 1);
    let (from, to) = (points[after.saturating_sub(1)], points[after]);
    if to.0 <= from.0 {
        to.1
    } else {
        from.1 + (to.1 - from.1) * ((total - from.0) / (to.0 - from.0)).min(1.0)
    }
}

fn reached(document: Document) -> f64 {
    let model = Model::of(Plan::check(document).unwrap());
    model.graph().evaluate().read(Quantity::plan(Measure::Reached), 0).unwrap()
}

fn money(document: &Document) -> f64 {
    document.channels.iter().map(|channel| channel.monthly_budget).sum()
}

#[test]
fn answers_lie_on_the_curve_and_today_under_it_unless_it_breaks_a_condition() {
    let mut drawn = 0;
    for name in ["service", "shop", "b2b"] {
        for (bands, spread) in [
            (false, Spread::Kept),
            (true, Spread::Kept),
            (false, Spread::Solved(2.0)),
            (true, Spread::Solved(2.0)),
        ] {
            for wish in [Wish::MinCost, Wish::MaxGoal, Wish::MaxProfit] {
                let mut document = example(name);
                if name == "b2b" && spread != Spread::Kept {
                    // Its curves bend: months take long.
                    document.months = 3;
                    document.phasing = document.phasing.fitted(3);
                    document.goal.target = document.goal.target.map(|target| target / 6.0);
                }
                let total = (wish == Wish::MaxGoal).then_some(1.2 * money(&document));
                let question = Question { wish, total, bands, spread, ..Question::default() };
                let Some(answered) = answered(document, question) else { continue };
                let about = format!("{name} {wish:?} bands {bands} {spread:?}");
                let Efficient { points, today, same_money } = answered.found();
                for pair in points.windows(2) {
                    assert!(pair[1].0 > pair[0].0 && pair[1].1 >= pair[0].1, "{about}: {pair:?}");
                }
                let (solved, figure) = (&answered.solved, answered.figure());
                let on = drawn_at(points, solved.total);
                let slack = 1e-6 * on.abs().max(1.0);
                assert!(!solved.feasible || figure <= on + slack, "{about}: {figure} above {on}");
                // On the curve as closely as the answer is known, but for whole units of money.
                let off = on - figure;
                let known = (solved.gap + 1e-3) * on.abs().max(1.0);
                assert!(!solved.feasible || off <= known, "{about}: {figure} far below {on}");
                assert!((drawn_at(points, today.0) - same_money).abs() <= slack, "{about}");
                let is_above = today.1 > same_money + 1e-4 * today.1.abs();
                assert!(!is_above || bands, "{about}: {today:?} above {same_money}");
                let is_said = answered.title(Lang::En).contains("breaks");
                assert_eq!(is_said, is_above, "{about}: {}", answered.title(Lang::En));
                drawn += 1;
            }
        }
    }
    assert!(drawn > 20, "{drawn}");
}

#[test]
fn the_curve_of_a_channel_has_the_spread_of_the_answer() {
    let question = Question { spread: Spread::Solved(2.0), ..Question::default() };
    let answered = answered(example("shop"), question).unwrap();
    let adopted = answered.solved.adopted(answered.plan.document(), &answered.question);
    assert!(answered.solved.phasing.is_some() && !answered.responses.is_empty());
    for Response { channel, marks, .. } in &answered.responses {
        let with = |budget: f64| {
            let mut document = adopted.clone();
            document.channels[usize::from(*channel)].monthly_budget = budget;
            reached(document)
        };
        for (budget, gain) in marks {
            let expected = with(*budget) - with(0.0);
            assert!((gain - expected).abs() <= 1e-6 * expected.abs(), "{channel}: {gain} not {expected}");
        }
    }
}

/// Today's money at its best, most of it in one channel that is but an experiment.
fn daring() -> Document {
    let mut document = example("shop");
    let question = Question { wish: Wish::MaxGoal, total: Some(money(&document)), ..Question::default() };
    document = answered(document.clone(), question.clone()).unwrap().solved.adopted(&document, &question);
    let richest = document.channels.iter().map(|channel| channel.monthly_budget).fold(0.0, f64::max);
    for channel in &mut document.channels {
        let is_richest = channel.monthly_budget == richest;
        channel.trust = if is_richest { Trust::Experimental } else { Trust::Proven };
    }
    document
}

#[test]
fn what_today_does_beyond_the_conditions_is_told_as_that() {
    let answered = answered(daring(), Question { bands: true, ..Question::default() }).unwrap();
    let Efficient { today, same_money, .. } = answered.found();
    assert!(today.1 > same_money * 1.001, "{today:?} {same_money}");
    assert!(answered.title(Lang::ZhHant).contains("但沒有守住"), "{}", answered.title(Lang::ZhHant));
    assert!(answered.title(Lang::En).contains("within the conditions"), "{}", answered.title(Lang::En));
}

#[test]
fn a_held_channel_is_a_condition_that_today_may_break() {
    let document = daring();
    let now = document.channels[0].monthly_budget;
    let mut question = Question::default();
    question.pin(0, Some(0.2 * now));
    let held = answered(document, question).unwrap();
    assert!(held.title(Lang::ZhHant).contains("但沒有守住"), "{}", held.title(Lang::ZhHant));
}

#[test]
fn without_money_today_the_curve_is_that_of_the_answer() {
    let mut document = example("shop");
    document.channels.iter_mut().for_each(|channel| channel.monthly_budget = 0.0);
    let nothing = reached(document.clone());
    let answered = answered(document, Question::default()).unwrap();
    let Efficient { points, today, .. } = answered.found();
    assert_eq!(*today, (0.0, nothing));
    assert!(points.last().unwrap().0 > answered.solved.total && answered.solved.total > 0.0);
    let title = answered.title(Lang::ZhHant);
    assert!(title.starts_with("現在沒有花媒體預算；每月 NT$"), "{title}");
    assert!(answered.title(Lang::En).starts_with("No media money is spent today; NT$"));
}

#[test]
fn money_that_does_not_pay_for_the_least_budgets_is_told_as_that() {
    let mut document = example("shop");
    document.channels[0].min_budget = Some(2.0 * money(&document));
    document.channels[0].max_budget = None;
    let answered = answered(document, Question::default()).unwrap();
    let (zh, en) = (answered.title(Lang::ZhHant), answered.title(Lang::En));
    assert!(zh.contains("守住條件至少要") && en.contains("that the conditions take"), "{zh} {en}");
}
