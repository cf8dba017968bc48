//! The plan view of golden plans, word for word, in both languages.

use super::plan::Answer;
use crate::locale::Lang;
use crate::model::equations::Model;
use crate::model::plan::{Document, Estimate, Field, GoalMetric, Path, Plan};
use crate::model::reading::Numbers;
use std::fmt::Write;

fn document(name: &str) -> Document {
    let path = format!("{}/tests/golden/examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).expect("a golden plan"))
        .expect("a plan of the contract")
}

/// The verdict and the chain as lines of text, rates between their stages.
fn told(document: Document, lang: Lang) -> String {
    let model = Model::of(Plan::check(document).expect("a valid plan"));
    let view = Answer::of(&Numbers::of(&model), lang);
    let mut text = format!("{}\n{}\n", view.verdict.headline.text(), view.verdict.detail.text());
    let chain = view.chain;
    _ = writeln!(text, "{} | {} | {} {}", chain.title, chain.span, chain.goal.label, chain.goal.shown.text);
    for stage in &chain.stages {
        let rate = stage.rate.as_ref().map_or_else(String::new, |rate| {
            let note = rate.note.as_ref().map_or_else(String::new, |note| format!(" ({})", note.text()));
            format!(" <- {} {}{note}{}", rate.input.label, rate.input.text, if rate.weak { " *" } else { "" })
        });
        _ = writeln!(text, "{} {} {}{rate}", stage.name, stage.shown.text, stage.per_month.text());
    }
    _ = writeln!(text, "{} {}", chain.money.text, chain.money_per_month.text());
    for lane in &chain.lanes {
        _ = writeln!(text, "{}: {} {}", lane.name, lane.brings.text(), lane.money.text);
    }
    text + &chain.worth.map_or_else(String::new, |worth| worth.text())
}

/// Compares with the text in `tests/golden/screens/`; run with `REWRITE_GOLDEN=1` to write it anew on purpose.
fn compare(name: &str, document: &Document) {
    for lang in Lang::ALL {
        let path = format!("{}/tests/golden/screens/{name}.{}.txt", env!("CARGO_MANIFEST_DIR"), lang.tag());
        let found = told(document.clone(), lang);
        if std::env::var_os("REWRITE_GOLDEN").is_some() {
            std::fs::write(&path, &found).expect("the folder is there");
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(found, expected, "{path}");
    }
}

#[test]
fn the_examples_read_as_agreed() {
    for name in ["service", "b2b", "shop"] {
        compare(name, &document(name));
    }
}

#[test]
fn a_goal_out_of_reach_is_said_and_shows_the_plan_as_it_stands() {
    let mut far = document("b2b");
    far.set(Path::of(Field::Target), Estimate::from(9e9));
    compare("out-of-reach", &far);
}

#[test]
fn a_goal_that_comes_without_money_is_said() {
    let mut near = document("b2b");
    near.set(Path::of(Field::Target), Estimate::from(5e6));
    compare("free", &near);
}

#[test]
fn a_profit_and_a_stage_can_be_the_goal() {
    let mut profit = document("b2b");
    profit.goal.metric = GoalMetric::Profit;
    profit.set(Path::of(Field::Target), Estimate::from(12e6));
    compare("profit", &profit);
    let mut bookings = document("service");
    bookings.goal.metric = GoalMetric::StageVolume;
    bookings.goal.stage = Some("booking".into());
    compare("stage", &bookings);
}
