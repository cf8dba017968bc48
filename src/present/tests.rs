//! The plan view of golden plans, word for word, in both languages.

use super::plan::Answer;
use super::sentence::Piece;
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
    _ = writeln!(
        text,
        "{} | {} | {} {}",
        chain.title,
        chain.span.text(),
        chain.goal.label,
        chain.goal.shown.text
    );
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

/// A shown number without its separators and signs.
fn read_back(text: &str) -> f64 {
    text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect::<String>().parse().expect("a number")
}

#[test]
fn a_number_beyond_the_columns_of_the_chain_is_short() {
    let mut document = document("service");
    document.goal.target = Some(2e9);
    let model = Model::of(Plan::check(document).expect("a valid plan"));
    let chain = Answer::of(&Numbers::of(&model), Lang::ZhHant).chain;
    let texts: Vec<&String> =
        chain.stages.iter().map(|stage| &stage.shown.text).chain([&chain.money.text]).collect();
    assert!(texts.iter().any(|text| text.ends_with(" 兆")), "{texts:?}");
    for text in texts {
        assert!(text.chars().count() <= 12, "{text}");
    }
}

#[test]
fn lanes_add_to_the_chain_as_it_is_shown() {
    for name in ["b2b", "shop"] {
        let model = Model::of(Plan::check(document(name)).expect("a valid plan"));
        let chain = Answer::of(&Numbers::of(&model), Lang::En).chain;
        assert!(chain.lanes.len() > 1, "{name}");
        for (place, stage) in chain.stages.iter().enumerate() {
            let cells = chain.lanes.iter().filter_map(|lane| lane.stages[place].as_ref());
            let sum: f64 = cells.map(|cell| read_back(&cell.shown.text)).sum();
            assert_eq!(sum, read_back(&stage.shown.text), "{name}, {}", stage.name);
        }
        let money: f64 = chain.lanes.iter().map(|lane| read_back(&lane.money.text)).sum();
        assert_eq!(money, read_back(&chain.money.text), "{name}");
    }
}

#[test]
fn what_can_be_reached_never_reads_like_the_goal_it_falls_short_of() {
    let mut far = document("b2b");
    far.set(Path::of(Field::Target), Estimate::from(9e9));
    let model = Model::of(Plan::check(far.clone()).expect("a valid plan"));
    let most = Numbers::of(&model).mix().reachable.expect("a limit");
    far.set(Path::of(Field::Target), Estimate::from(most * 1.000_001));
    let model = Model::of(Plan::check(far).expect("a valid plan"));
    let headline = Answer::of(&Numbers::of(&model), Lang::En).verdict.headline;
    let numbers: Vec<&str> = headline
        .0
        .iter()
        .filter_map(|piece| match piece {
            Piece::Number(shown) => Some(shown.text.as_str()),
            Piece::Text(_) => None,
        })
        .collect();
    assert_eq!(numbers.len(), 2, "{headline:?}");
    assert_ne!(numbers[0], numbers[1]);
}
