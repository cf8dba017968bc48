//! The plan view of golden plans, word for word, in both languages.

use super::charts;
use super::explanation::explanation;
use super::plan::{self, Results};
use super::sentence::Piece;
use crate::locale::Lang;
use crate::model::equations::Model;
use crate::model::plan::{Document, Estimate, Field, GoalMetric, Path, Plan};
use crate::model::quantity::Basis;
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
    let numbers = Numbers::of(&model);
    let verdict = plan::verdict(&numbers, lang);
    let mut text = format!("{}\n{}\n", verdict.headline.text(), verdict.detail.text());
    let chain = plan::chain(&numbers, lang);
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
    let notes = [chain.worth, chain.late].into_iter().flatten();
    text + &notes.map(|note| note.text()).collect::<Vec<String>>().join("\n")
}

#[test]
fn of_one_month_the_chain_says_nothing_an_average_month_would_repeat() {
    let mut one = document("service");
    assert!(one.set(Path::of(Field::Months), Estimate::from(1.0)));
    let model = Model::of(Plan::check(one).expect("a valid plan"));
    let chain = plan::chain(&Numbers::of(&model), Lang::ZhHant);
    assert_eq!(chain.money_per_month.text(), "");
    assert!(chain.stages.iter().all(|stage| stage.per_month.text().is_empty()));
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

/// The two sentences of the verdict and its strip.
fn verdict(document: Document, lang: Lang) -> [String; 3] {
    let model = Model::of(Plan::check(document).expect("a valid plan"));
    let verdict = plan::verdict(&Numbers::of(&model), lang);
    [verdict.headline.text(), verdict.detail.text(), verdict.glance]
}

#[test]
fn the_headline_names_media_where_there_are_other_costs_and_the_total_stands_below() {
    let mut staffed = document("service");
    staffed.channels[0].fixed_cost = Some(Estimate::from(3_000.0));
    let [headline, detail, glance] = verdict(staffed.clone(), Lang::ZhHant);
    assert_eq!(headline, "2027 年 6 月底前多 200 位新客，需要媒體預算 NT$86,806。");
    // 86,806 and six months of 3,000.
    assert!(detail.starts_with("加上人力與固定費用，一共 NT$104,806。每位新客成本 NT$524"), "{detail}");
    assert_eq!(glance, "200 位新客 ← 媒體 NT$86,806");
    let [headline, detail, _] = verdict(staffed.clone(), Lang::En);
    assert_eq!(headline, "Getting 200 新客 by the end of June 2027 takes NT$86,806 of media.");
    assert!(detail.starts_with("With labour and fixed cost that is NT$104,806 in all. "), "{detail}");
    staffed.goal.metric = GoalMetric::Revenue;
    let [headline, ..] = verdict(staffed, Lang::ZhHant);
    assert!(headline.contains("需要媒體預算 NT$"), "{headline}");
    let mut revenue = document("service");
    revenue.goal.metric = GoalMetric::Revenue;
    let [headline, detail, glance] = verdict(revenue, Lang::ZhHant);
    assert!(headline.contains("需要 NT$") && !detail.contains("一共"), "{headline} {detail}");
    assert!(!glance.contains("媒體"), "{glance}");
}

#[test]
fn a_goal_out_of_reach_says_what_is_true_of_it() {
    let edited = |edit: &dyn Fn(&mut Document)| {
        let mut plan = document("service");
        edit(&mut plan);
        let model = Model::of(Plan::check(plan).expect("a valid plan"));
        let verdict = plan::verdict(&Numbers::of(&model), Lang::ZhHant);
        (verdict.headline.text(), verdict.mend.expect("a button").label)
    };
    let said = |edit: &dyn Fn(&mut Document), headline: &str, label: &str| {
        assert_eq!(edited(edit), (headline.to_owned(), label.to_owned()));
    };
    said(&|plan| plan.channels[0].active = Some(false), "管道全部停用，到不了 200 位新客。", "看 Meta 廣告");
    said(
        &|plan| plan.channels[0].monthly_budget = 0.0,
        "還沒有預算，倒推不出 200 位新客 要花多少。",
        "調整 Meta 廣告的預算",
    );
    let rate = |plan: &mut Document| {
        plan.set(Path::at(Field::ConversionRate, 3), Estimate::from(0.0));
    };
    said(&rate, "到不了 200 位新客：預約率是 0，花再多也沒有用。", "到預約率");
    let far = |plan: &mut Document| {
        plan.set(Path::of(Field::Target), Estimate::from(1e15));
    };
    let (headline, label) = edited(&far);
    assert!(headline.contains("放大 10 億倍也只到") && !headline.contains("花再多"), "{headline}");
    assert_eq!(label, "看目標");
    assert!(verdict(document("service"), Lang::En)[0].starts_with("Getting"));
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
    let chain = plan::chain(&Numbers::of(&model), Lang::ZhHant);
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
        let chain = plan::chain(&Numbers::of(&model), Lang::En);
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

/// Of every stage of a plan with the budgets that reach its goal: what chain, table and chart show of it.
#[test]
fn what_the_goal_takes_is_shown_in_one_rounding_and_adds_up() {
    for name in ["service", "b2b", "shop"] {
        let model = Model::of(Plan::check(document(name)).expect("a valid plan"));
        let numbers = Numbers::of(&model);
        let chain = plan::chain(&numbers, Lang::En);
        let results = Results::of(&numbers, Lang::En, Basis::Required);
        for stage in &charts::funnel(&numbers, Lang::En, Basis::Required).expect("somebody comes").stages {
            let parts: f64 = stage.parts.iter().map(|part| read_back(part.volume.text())).sum();
            assert_eq!(parts, read_back(stage.volume.text()), "{name}, {}", stage.name);
            let shown = chain.stages.iter().find(|of| of.name == stage.name).expect("a stage of the chain");
            assert_eq!(stage.volume.text(), shown.shown.text, "{name}");
        }
        let cells = |column: usize| results.channels.rows.iter().map(move |row| &row.cells[column]);
        if let Some(total) = &results.channels.total {
            // Media, cost and customers.
            for column in [0, 1, 4] {
                let sum: f64 = cells(column).map(|cell| read_back(&cell.text)).sum();
                assert_eq!(sum, read_back(&total.cells[column].text), "{name}, column {column}");
            }
            assert_eq!(total.cells[4].text, chain.stages[0].shown.text, "{name}");
        } else {
            // All of the channel's units are of the right audience: what is bought is what the stage takes.
            let first = chain.stages.last().expect("a stage");
            assert_eq!(cells(2).next().expect("a channel").text, first.shown.text, "{name}");
        }
        let money = charts::money(&numbers, Lang::En, Basis::Required).expect("money is spent");
        let drawn = money.channels.iter().map(|channel| channel.cost.text().to_owned());
        assert!(drawn.eq(cells(1).map(|cell| cell.text.clone())), "{name}: the chart and the table");
        let shown = results.channels.rows.iter().flat_map(|row| &row.cells);
        for cell in shown
            .chain(chain.lanes.iter().flat_map(|lane| lane.stages.iter().flatten().map(|cell| &cell.shown)))
        {
            let door = explanation(&numbers, cell.subject, Lang::En);
            assert_eq!(door.value_text, cell.text, "{name}, {}", door.title);
        }
    }
}

#[test]
fn the_months_chart_says_that_its_ends_are_of_the_last_month() {
    let model = Model::of(Plan::check(document("service")).expect("a valid plan"));
    let numbers = Numbers::of(&model);
    let ends = |lang| charts::months(&numbers, lang, Basis::Plan).expect("a chart").ends;
    let zh = ends(Lang::ZhHant);
    assert_eq!([zh.revenue, zh.cost, zh.profit], ["6 月單月營收", "6 月單月成本", "累計利潤"]);
    let en = ends(Lang::En);
    assert_eq!([en.revenue, en.cost, en.profit], ["Revenue in Jun", "Cost in Jun", "Profit so far"]);
}

#[test]
fn what_can_be_reached_never_reads_like_the_goal_it_falls_short_of() {
    let mut far = document("b2b");
    far.set(Path::of(Field::Target), Estimate::from(9e9));
    let model = Model::of(Plan::check(far.clone()).expect("a valid plan"));
    let most = Numbers::of(&model).mix().reachable.expect("a limit");
    far.set(Path::of(Field::Target), Estimate::from(most * 1.000_001));
    let model = Model::of(Plan::check(far).expect("a valid plan"));
    let headline = plan::verdict(&Numbers::of(&model), Lang::En).headline;
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
