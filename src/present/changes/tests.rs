//! Two plans and what is said of their differences.

use super::{Change, ChangeGroup, changes};
use crate::locale::Lang::{self, En, ZhHant};
use crate::model::plan::{
    Document, Estimate, Field, GoalMetric, Path, Phasing, Response, ResponseKind, Source, Stage, Tier, Trust,
};

fn document(name: &str) -> Document {
    let path = format!("{}/tests/golden/examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// What is said after one change of the b2b plan, a line for each difference.
fn after(change: impl FnOnce(&mut Document), lang: Lang) -> Vec<String> {
    let from = document("b2b");
    let mut to = from.clone();
    change(&mut to);
    told(&changes(&from, &to, lang))
}

fn told(groups: &[ChangeGroup]) -> Vec<String> {
    let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "()".into());
    let line = |title: &str, Change { label, from, to }: &Change| {
        format!("{title} | {label} | {} | {}", side(from), side(to))
    };
    groups.iter().flat_map(|group| group.changes.iter().map(|change| line(group.title, change))).collect()
}

#[test]
fn the_same_plan_has_no_differences() {
    for name in ["service", "b2b", "shop"] {
        assert_eq!(changes(&document(name), &document(name), ZhHant), []);
    }
}

#[test]
fn numbers_are_told_with_all_their_digits() {
    let rate = |value, range| Estimate { value, range, source: Source::Own, note: Some("GA4".into()) };
    let lines =
        after(|to| _ = to.set(Path::at(Field::ConversionRate, 1), rate(0.012_345, Some((0.01, 0.02)))), En);
    let label = lines[0].split(" | ").nth(1).unwrap().to_owned();
    assert!(lines[0].starts_with("Funnel | ") && lines[0].ends_with("| 1.2345% (1% to 2%)"), "{lines:?}");
    assert!(lines.contains(&format!("Funnel | Note on {label} | not set | GA4")), "{lines:?}");
    let widened = after(|to| to.economics.gross_margin.range = Some((0.3, 0.5)), En);
    assert_eq!(widened, ["Order value and margin | Gross margin | 38% (34% to 42%) | 38% (30% to 50%)"]);
    let lines = after(|to| to.channels[0].monthly_budget += 1.0, ZhHant);
    assert_eq!(lines, ["管道 | Google 搜尋廣告 每月預算 | NT$90,000 | NT$90,001"]);
}

#[test]
fn what_is_absent_says_what_holds_instead() {
    assert_eq!(
        after(|to| to.clear(Path::at(Field::MaxBudget, 1)), ZhHant),
        ["管道 | LinkedIn 每月最高預算 | NT$160,000 | 未填（不限）"]
    );
}

#[test]
fn stages_and_channels_come_go_and_move() {
    let lines = after(
        |to| {
            let gone = to.channels.remove(1);
            to.channels.swap(0, 1);
            let mut new = gone.clone();
            (new.id, new.name) = ("podcast".into(), "Podcast".into());
            to.channels.push(new);
            to.stages.insert(
                1,
                Stage {
                    id: "call".into(),
                    name: "Call".into(),
                    tier: Tier::Middle,
                    conversion_rate: Some(Estimate::from(0.5)),
                    delay_days: None,
                },
            );
        },
        En,
    );
    assert_eq!(lines.len(), 4, "{lines:#?}");
    assert!(lines[0].starts_with("Funnel | Call | () | "), "{lines:#?}");
    assert!(lines[1].starts_with("Channels | Order of the channels | "), "{lines:#?}");
    assert!(
        lines[2].ends_with(" | ()") && lines[3].starts_with("Channels | Podcast | () | NT$"),
        "{lines:#?}"
    );
}

#[test]
fn choices_are_told_in_the_words_of_the_form() {
    let lines = after(
        |to| {
            to.name = "另一個".into();
            to.start = "2028-03".into();
            to.goal.metric = GoalMetric::StageVolume;
            to.goal.stage = Some(to.stages[2].id.clone());
            to.phasing = Phasing::Seasonal;
            to.seasonality = None;
            to.channels[0].trust = Trust::Experimental;
            to.channels[0].active = Some(false);
            to.channels[0].response = Some(Response::of(ResponseKind::Linear));
        },
        ZhHant,
    );
    for (label, to) in [
        ("方案名稱", "另一個"),
        ("要什麼結果", "某個階段的數量"),
        ("從哪個月開始", "2028 年 3 月"),
        ("每月預算怎麼分", "跟著淡旺季"),
        ("淡旺季", "每月相同"),
        ("Google 搜尋廣告 把握程度", "實驗"),
        ("Google 搜尋廣告 啟用這個管道", "否"),
        ("Google 搜尋廣告 加錢的效果（反應曲線）", "固定單價"),
    ] {
        let fits =
            |line: &&String| line.contains(&format!(" | {label} | ")) && line.ends_with(&format!(" | {to}"));
        assert_eq!(lines.iter().filter(fits).count(), 1, "{label}: {lines:#?}");
    }
}

#[test]
fn every_number_that_moves_is_one_difference() {
    for name in ["service", "b2b", "shop"] {
        let from = document(name);
        for path in from.paths() {
            let mut to = from.clone();
            let old = from.number(path).unwrap();
            let moved = match from.estimate(path) {
                Some(estimate) => Estimate { value: old + 1.0, ..estimate.clone() },
                None => Estimate::from(old + 1.0),
            };
            assert!(to.set(path, moved));
            for lang in Lang::ALL {
                let lines = told(&changes(&from, &to, lang));
                assert_eq!(lines.len(), 1, "{}: {lines:?}", path.name(&from));
                let label = crate::locale::term::path(path, &to, lang);
                assert!(lines[0].contains(&format!(" | {label} | ")), "{lines:?}");
            }
        }
    }
}

#[test]
fn two_plans_of_different_trades_differ_everywhere() {
    let lines = told(&changes(&document("service"), &document("shop"), En));
    for part in ["Goal", "Funnel", "Channels", "Order value"] {
        assert!(lines.iter().any(|line| line.starts_with(part)), "{part}: {lines:#?}");
    }
}
