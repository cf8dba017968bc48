//! The answers to questions about the examples, in numbers and word for word.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so")]

mod doors;

use backcast::locale::Lang;
use backcast::model::equations::Model;
use backcast::model::plan::{Document, Estimate, Path, Plan};
use backcast::model::quantity::{Basis, Measure, Quantity, Reading};
use backcast::model::reading::Numbers;
use backcast::model::solve::RequestFault;
use backcast::persist::plan_text;
use backcast::present::Presenter;
use backcast::present::budget::{
    Beside, BudgetView, Curves, Frontier, Question, Remedy, RemedyView, Solved, Spread, Told, Wish, Work,
    remedies,
};
use backcast::state::solving::{Asked, Reply, Task};

fn example(name: &str) -> Plan {
    let text = std::fs::read_to_string(format!("tests/golden/examples/{name}.json")).unwrap();
    plan_text::read(&text).unwrap()
}

fn all(plan: &Plan, question: Question) -> Vec<Told> {
    let mut task = Task::new(plan, question);
    let mut told = Vec::new();
    while !task.is_done() {
        told.extend(task.advance());
    }
    told
}

/// The last word on the budgets.
fn solved(told: &[Told]) -> &Solved {
    told.iter()
        .rev()
        .find_map(|told| match told {
            Told::Solved(solved) => Some(&**solved),
            _ => None,
        })
        .unwrap()
}

fn asked(wish: Wish) -> Question {
    Question { wish, ..Question::default() }
}

#[test]
fn the_examples_cost_what_the_design_allows() {
    for (name, most) in [("b2b", 227_546.0), ("shop", 194_767.0)] {
        let told = all(&example(name), asked(Wish::MinCost));
        let solved = solved(&told);
        assert!(solved.feasible && solved.total <= most, "{name}: {}", solved.total);
        assert_eq!(told.last(), Some(&Told::Done));
    }
}

#[test]
fn what_is_told_survives_the_way_to_a_worker_and_back() {
    let plan = example("b2b");
    let question = asked(Wish::MinCost);
    let asked = Asked { number: 7, plan: plan.document().clone(), question: Some(question.clone()) };
    let there: Asked = serde_json::from_str(&serde_json::to_string(&asked).unwrap()).unwrap();
    assert_eq!(there, asked);
    for told in all(&plan, question) {
        let reply = Reply { number: 7, told };
        let back: Reply = serde_json::from_str(&serde_json::to_string(&reply).unwrap()).unwrap();
        assert_eq!(back, reply);
    }
}

#[test]
fn only_a_small_gap_is_called_close() {
    let plan = example("b2b");
    let question = asked(Wish::MinCost);
    let told = all(&plan, question.clone());
    let proof = |gap: f64| {
        let solved = Solved { gap, ..solved(&told).clone() };
        BudgetView::of(&plan, &question, &solved, Lang::En).proof
    };
    assert!(proof(0.0).exact);
    for (gap, verdict, text) in [
        (0.01, "Checked: close to the best", "at most 1%"),
        (0.2, "The best found", "at most 20%"),
        (1e6, "The best found", "is not known"),
    ] {
        let proof = proof(gap);
        assert!(!proof.exact && proof.verdict == verdict && proof.text.contains(text), "{gap}: {proof:?}");
    }
}

#[test]
fn with_a_goal_out_of_reach_and_months_to_be_solved_there_is_nothing_to_adopt() {
    let plan = with(&example("shop"), |document| {
        (document.goal.growth, document.goal.reference) = (None, None);
        document.goal.target = Some(1e12);
        for channel in &mut document.channels {
            channel.max_budget = None;
            channel.response = example("b2b").document().channels[0].response.clone();
        }
    });
    let question = Question { spread: Spread::Solved(2.0), ..asked(Wish::MinCost) };
    let told = all(&plan, question.clone());
    let view = BudgetView::of(&plan, &question, solved(&told), Lang::En);
    assert!(view.out_of_reach && !view.has_best && !view.adoptable, "{:?}", view.proof);
}

#[test]
fn a_held_channel_keeps_its_budget_and_costs_something() {
    let plan = example("b2b");
    let mut question = asked(Wish::MinCost);
    let best = all(&plan, question.clone());
    let first = solved(&best).budgets[0];
    question.pin(0, Some(first * 2.0 + 10_000.0));
    let told = all(&plan, question);
    let held = solved(&told);
    assert_eq!(held.budgets[0], first * 2.0 + 10_000.0);
    assert_eq!(held.free, Some(solved(&best).total));
    assert!(held.total > solved(&best).total);
}

#[test]
fn whole_budgets_reach_the_goal_and_add_up_and_stay_when_adopted() {
    for name in ["b2b", "service", "shop"] {
        let plan = example(name);
        let model = Model::of(plan.clone());
        let target = Numbers::of(&model).read(Reading::now(Quantity::plan(Measure::Target))).unwrap();
        for wish in [Wish::MinCost, Wish::ScaleMix] {
            let question = asked(wish);
            let told = all(&plan, question.clone());
            let best = solved(&told);
            assert!(best.feasible && best.reached >= target, "{name} {wish:?}: {} of {target}", best.reached);
            assert!(best.budgets.iter().all(|budget| budget.fract() == 0.0), "{name}: {:?}", best.budgets);
            assert_eq!(best.budgets.iter().sum::<f64>(), best.total, "{name}");
            let adopted = Plan::check(best.adopted(plan.document(), &question)).unwrap();
            if wish == Wish::MinCost {
                let again = all(&adopted, question);
                assert_eq!(solved(&again).budgets, best.budgets, "{name}");
            }
        }
    }
}

#[test]
fn a_change_of_next_to_nothing_is_not_told_as_none() {
    let plan = example("service");
    let model = Model::of(plan);
    let numbers = Numbers::of(&model);
    let told = |from: f64, to: f64, lang: Lang| {
        let path = Some("stages[4].conversion_rate".to_owned());
        let presenter = Presenter::new(&numbers, lang, Basis::Plan);
        remedies(&presenter, &[Remedy { path, from, to, beyond: None }])[0].text.clone()
    };
    assert_eq!(told(0.0, 1e-18, Lang::ZhHant), "成交率從 0% 改成略高於 0%");
    assert_eq!(told(0.0, 1e-18, Lang::En), "Closing rate from 0% to just above 0%");
}

#[test]
fn the_bounds_of_a_held_channel_are_no_remedy() {
    let mut document = example("b2b").document().clone();
    document.goal.target = document.goal.target.map(|target| 2.0 * target);
    let mut question = asked(Wish::MinCost);
    let remedies = |question: &Question| -> Vec<String> {
        let told = all(&Plan::check(document.clone()).unwrap(), question.clone());
        let last = told.into_iter().rev().find_map(|told| match told {
            Told::Remedies(found) => Some(found),
            _ => None,
        });
        last.unwrap_or_default().into_iter().filter_map(|remedy| remedy.path).collect()
    };
    let held = "channels[0].max_budget".to_owned();
    question.pin(0, Some(1000.0));
    let found = remedies(&question);
    assert!(!found.is_empty() && !found.contains(&held), "{found:?}");
}

#[test]
fn a_long_search_shows_the_best_so_far_once_with_a_bound_that_holds() {
    let mut document = example("b2b").document().clone();
    document.goal.target = Some(94e6);
    for (copy, mut channel) in (0_u8..6).zip(document.channels.clone().into_iter().cycle()) {
        channel.id = format!("copy-{copy}");
        channel.depends_on.clear();
        channel.monthly_budget *= 0.7 + 0.1 * f64::from(copy);
        document.channels.push(channel);
    }
    let told = all(&Plan::check(document).unwrap(), asked(Wish::MinCost));
    let shown: Vec<&Solved> = told
        .iter()
        .filter_map(|told| match told {
            Told::Solved(solved) => Some(&**solved),
            _ => None,
        })
        .collect();
    let [so_far, last] = shown[..] else { panic!("told {} times", shown.len()) };
    assert!(so_far.feasible && last.total <= so_far.total);
    assert!(so_far.gap > last.gap, "{} {}", so_far.gap, last.gap);
    assert!(so_far.total * (1.0 - so_far.gap) <= last.total, "{so_far:?} {last:?}");
    let kinds: Vec<Work> = told
        .iter()
        .filter_map(|told| match told {
            Told::Progress(work, _) => Some(*work),
            _ => None,
        })
        .collect();
    let mut turns = kinds.clone();
    turns.dedup();
    assert_eq!(turns, [Work::Solving, Work::Proving, Work::Drawing]);
}

/// The answer as lines of text.
fn read_out(plan: &Plan, question: &Question, lang: Lang) -> String {
    let told = all(plan, question.clone());
    let answer = solved(&told);
    let view = BudgetView::of(plan, question, answer, lang);
    let mut lines = vec![view.headline.text(), view.detail.text(), view.proof.verdict, view.proof.text];
    lines.extend(view.held);
    let mix = view.mix.unwrap();
    lines.push(mix.columns.join(" | "));
    for row in mix.rows.iter().chain([&mix.total]) {
        let cell = |cell: &Beside| {
            let now = cell.now.as_ref().map_or_else(String::new, |now| format!(" ({})", now.text));
            format!("{}{now}", cell.best.text)
        };
        let cells: Vec<String> = row.cells.iter().map(cell).collect();
        lines.push(format!(
            "{} | {} | {} | {} | {}",
            row.name,
            row.now.text,
            row.best.text,
            row.change,
            cells.join(" | ")
        ));
    }
    lines.extend(view.moves.into_iter().map(|line| format!("{}: {}", line.name, line.why)));
    let model = Model::of(plan.clone());
    let numbers = Numbers::of(&model);
    let presenter = Presenter::new(&numbers, lang, Basis::Plan);
    for told in &told {
        match told {
            Told::Remedies(found) => {
                // The last list is the whole one.
                lines.retain(|line| !line.starts_with("* "));
                let remedy = |remedy: RemedyView| format!("* {} ({})", remedy.text, remedy.range);
                lines.extend(remedies(&presenter, found).into_iter().map(remedy));
            }
            Told::Responses(responses) => {
                let heading = Curves::of(plan, question, responses, &answer.next, lang).unwrap().heading;
                lines.push(format!("{} [{}] {}", heading.title.text(), heading.unit, heading.description));
            }
            Told::Efficient(efficient) => {
                let heading = Frontier::of(plan, question, answer, efficient, lang).unwrap().heading;
                lines.push(format!("{} [{}] {}", heading.title.text(), heading.unit, heading.description));
            }
            _ => {}
        }
    }
    lines.join("\n") + "\n"
}

/// Compares with the text in `tests/golden/screens/`; run with `REWRITE_GOLDEN=1` to write it anew on purpose.
fn compare(name: &str, plan: &Plan, question: &Question) {
    for lang in Lang::ALL {
        let path = format!("tests/golden/screens/budget-{name}.{}.txt", lang.tag());
        let found = read_out(plan, question, lang);
        if std::env::var_os("REWRITE_GOLDEN").is_some() {
            std::fs::write(&path, &found).unwrap();
        }
        assert_eq!(found, std::fs::read_to_string(&path).unwrap_or_default(), "{path}");
    }
}

fn with(plan: &Plan, change: impl FnOnce(&mut Document)) -> Plan {
    let mut document = plan.document().clone();
    change(&mut document);
    Plan::check(document).unwrap()
}

#[test]
fn the_examples_read_as_agreed() {
    let (b2b, shop) = (example("b2b"), example("shop"));
    compare("b2b", &b2b, &asked(Wish::MinCost));
    compare("shop", &shop, &asked(Wish::MinCost));
    compare("shop-most", &shop, &Question { total: Some(150_000.0), ..asked(Wish::MaxGoal) });
    compare("b2b-bands", &b2b, &Question { bands: true, ..asked(Wish::MinCost) });
    compare("b2b-profit", &b2b, &asked(Wish::MaxProfit));
    compare("b2b-scaled", &b2b, &asked(Wish::ScaleMix));
}

#[test]
fn one_channel_is_held_against_no_other() {
    let service = example("service");
    compare("alone", &service, &asked(Wish::MinCost));
    let two = with(&service, |document| {
        let mut dearer = document.channels[0].clone();
        dearer.id = "dearer".into();
        dearer.name = "LINE Ads".into();
        dearer.unit_cost.value *= 2.0;
        dearer.unit_cost.range = None;
        document.channels.push(dearer);
    });
    compare("dearer", &two, &asked(Wish::MinCost));
}

#[test]
fn every_remedy_that_is_offered_brings_the_goal_into_reach() {
    let plan = with(&example("b2b"), |document| {
        for channel in &mut document.channels {
            channel.max_budget = Some(channel.monthly_budget.max(channel.min_budget.unwrap_or(0.0)) * 1.05);
        }
    });
    let question = asked(Wish::MinCost);
    compare("b2b-capped", &plan, &question);
    let told = all(&plan, question.clone());
    let Some(Told::Remedies(found)) = told.iter().rfind(|told| matches!(told, Told::Remedies(_))) else {
        panic!("nothing was looked for")
    };
    assert!(!found.is_empty());
    for remedy in found {
        let mended = with(&plan, |document| {
            let path = Path::parse(remedy.path.as_ref().unwrap(), document).unwrap();
            let estimate = document.estimate(path).map(|old| old.moved_to(remedy.to, path.field.bounds()));
            assert!(document.set(path, estimate.unwrap_or_else(|| Estimate::from(remedy.to))));
        });
        assert!(solved(&all(&mended, question.clone())).feasible, "{remedy:?}");
    }
}

#[test]
fn adopted_budgets_reach_the_goal_in_the_plan_itself() {
    for (name, spread) in [("b2b", Spread::Kept), ("shop", Spread::Seasonal), ("shop", Spread::Solved(2.0))] {
        let plan = example(name);
        let question = Question { spread, ..asked(Wish::MinCost) };
        let told = all(&plan, question.clone());
        let adopted = Plan::check(solved(&told).adopted(plan.document(), &question)).unwrap();
        let model = Model::of(adopted);
        let values = model.graph().evaluate();
        let [reached, target] = [Measure::Reached, Measure::Target]
            .map(|measure| values.read(Quantity::plan(measure), 0).unwrap());
        assert!(reached >= target * (1.0 - 1e-9), "{name}: {reached} of {target}");
    }
}

#[test]
fn a_question_without_an_answer_says_why_and_ends() {
    let plan = example("b2b");
    let told = all(&plan, asked(Wish::MaxGoal));
    assert_eq!(told, [Told::Refused(RequestFault::TotalMissing), Told::Done]);
}
