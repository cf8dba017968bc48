//! Plans side by side, word for word.

use super::{Compared, Driver, Drivers, Gap, NUMBERS, drivers};
use crate::locale::Lang::{self, En, ZhHant};
use crate::model::compare::Comparison;
use crate::model::plan::{Document, Estimate, Field, Path, Plan};
use crate::model::quantity::{Basis, Measure, Quantity, Reading};

fn document(name: &str) -> Document {
    let path = format!("{}/tests/golden/examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn plan(document: Document) -> Plan {
    Plan::check(document).unwrap()
}

/// The plan with other numbers, under another name.
fn changed(name: &str, numbers: &[(Path, f64)]) -> Document {
    let mut document = document(name);
    document.name = "B".into();
    for (path, value) in numbers {
        assert!(document.set(*path, Estimate::from(*value)));
    }
    document
}

fn of(from: Document, to: Document, measure: Measure, basis: Basis, lang: Lang) -> Drivers {
    let (from, to) = (plan(from), plan(to));
    let reading = Reading { quantity: Quantity::plan(measure), month: None, basis };
    let mut comparison = Comparison::new(&from, &to, reading).unwrap();
    while comparison.advance() < 1.0 {}
    drivers(&comparison, (&from, &to), reading, lang)
}

fn told(drivers: &Drivers) -> Vec<String> {
    drivers.parts.iter().map(|part| format!("{} | {} | {}", part.label, part.change, part.text)).collect()
}

const CLICK_RATE: Path = Path::at(Field::ConversionRate, 1);
const UNIT_COST: Path = Path::at(Field::UnitCost, 0);

#[test]
fn the_worked_example_in_words() {
    let to = || changed("service", &[(CLICK_RATE, 0.025)]);
    let view = of(document("service"), to(), Measure::Media, Basis::Required, ZhHant);
    assert_eq!([view.from.as_str(), &view.to, &view.gap], ["NT$86,806", "NT$69,444", "−NT$17,362"]);
    assert_eq!(told(&view), ["點閱率 | 2% → 2.5% | −NT$17,362"]);
    let english = of(document("service"), to(), Measure::Cac, Basis::Required, En);
    assert_eq!([english.from.as_str(), &english.to], ["NT$434.0", "NT$347.2"]);
}

#[test]
fn the_shown_parts_lead_from_one_shown_end_to_the_other() {
    let base = document("b2b");
    let mut to = base.clone();
    to.set(Path::at(Field::ConversionRate, 2), Estimate::from(0.036));
    to.set(Path::of(Field::OrderValue), Estimate::from(390_000.0));
    to.set(Path::of(Field::GrossMargin), Estimate::from(0.4));
    to.set(Path::at(Field::MonthlyBudget, 1), Estimate::from(75_000.0));
    to.set(Path::at(Field::HourlyWage, 0), Estimate::from(450.0));
    to.seasonality = None;
    to.channels.pop();
    let number = |text: &str| {
        let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        let scale = 10f64.powi(digits.split_once('.').map_or(0, |(_, decimals)| decimals.len() as i32));
        let sign = if text.contains('−') { -1.0 } else { 1.0 };
        (sign * digits.replace('.', "").parse::<f64>().unwrap(), scale)
    };
    for basis in [Basis::Required, Basis::Plan] {
        for measure in NUMBERS {
            let view = of(base.clone(), to.clone(), measure, basis, ZhHant);
            let (from, scale) = number(&view.from);
            let (end, to_scale) = number(&view.to);
            assert_eq!(scale, to_scale, "{view:?}");
            let rest = view.rest.iter().map(|rest| &rest.text);
            let parts = view.parts.iter().map(|part| &part.text).chain(rest);
            let sum: f64 = parts.map(|text| number(text).0).sum();
            assert_eq!(from + sum, end, "{measure:?}: {view:#?}");
            assert_eq!(number(&view.gap).0, end - from, "{measure:?}");
            assert!(view.parts.is_sorted_by(|a, b| a.worth.abs() >= b.worth.abs()));
        }
    }
}

#[test]
fn channels_that_come_and_go_are_named() {
    let mut to = document("b2b");
    to.channels[3].id = "podcast".into();
    to.channels[3].name = "Podcast".into();
    let view = of(document("b2b"), to, Measure::Media, Basis::Plan, ZhHant);
    let mut lines = told(&view);
    lines.sort();
    assert_eq!(lines, ["拿掉管道：展會 |  | −NT$240,000", "新增管道：Podcast |  | +NT$240,000"]);
}

#[test]
fn what_is_together_lists_its_changes() {
    let mut to = document("b2b");
    to.channels[0].response = None;
    for field in [Field::UnitCost, Field::MonthlyBudget] {
        let value = 0.9 * to.number(Path::at(field, 0)).unwrap();
        to.set(Path::at(field, 0), Estimate::from(value));
    }
    let view = of(document("b2b"), to, Measure::Cac, Basis::Plan, ZhHant);
    let [Driver { label, change, changes, .. }] = view.parts.as_slice() else { panic!("{view:?}") };
    assert_eq!((label.as_str(), change.as_str()), ("Google 搜尋廣告", "4 項改變"));
    assert_eq!(changes.len(), 4);
    assert!(changes.iter().all(|change| change.label.starts_with(label)), "{changes:?}");
}

#[test]
fn the_smaller_of_many_parts_are_folded() {
    let mut to = document("b2b");
    for (place, path) in to.paths().into_iter().filter(|path| path.field == Field::UnitCost).enumerate() {
        for field in [Field::UnitCost, Field::MonthlyBudget, Field::FitRate] {
            let path = Path { field, ..path };
            let value = (0.8 + 0.05 * place as f64) * to.number(path).unwrap();
            to.set(path, Estimate::from(value));
        }
    }
    let view = of(document("b2b"), to, Measure::Cac, Basis::Plan, ZhHant);
    let rest = view.rest.unwrap();
    assert_eq!((view.parts.len(), rest.label.as_str(), rest.parts.len()), (6, "其餘 5 項", 5));
    assert_eq!(view.still, 1, "the price of an S-shaped curve is only a quote");
    let least = view.parts.iter().map(|part| part.worth.abs()).fold(f64::INFINITY, f64::min);
    assert!(rest.parts.iter().all(|part| part.worth.abs() <= least && part.changes.is_empty()));
}

#[test]
fn bars_share_one_scale_with_nothing_in_it() {
    let to = changed("service", &[(CLICK_RATE, 0.025), (UNIT_COST, 0.5)]);
    let view = of(document("service"), to, Measure::Media, Basis::Required, ZhHant);
    let [up, down] = view.parts.as_slice() else { panic!("{view:?}") };
    assert_eq!([up.gap, down.gap], [Gap::Up, Gap::Down]);
    assert!((up.bar.0 - down.bar.1).abs() < 1e-9 && down.bar.0 == 0.0, "they meet at nothing: {view:?}");
    assert!((up.bar.0 + up.bar.1 - 100.0).abs() < 1e-9);
}

#[test]
fn plans_side_by_side() {
    let plans = [document("service"), changed("service", &[(CLICK_RATE, 0.025)])].map(plan);
    let view = Compared::of(&plans, ZhHant, Basis::Required);
    assert_eq!(view.headline, "要達標，「B」需要 NT$69,444，比「到店服務業：200 位新客」少 NT$17,362。");
    let line = |label: &str| {
        let rows = view.groups.iter().flat_map(|group| &group.rows);
        let row =
            rows.into_iter().find(|row| row.label == label).unwrap_or_else(|| panic!("{label}: {view:#?}"));
        let cell = row.cells[1].clone().unwrap();
        let base = row.cells[0].clone().unwrap();
        assert!(base.difference.is_none());
        (base.shown.text, cell.shown.text, cell.difference.map_or(String::new(), |d| d.text), cell.is_best)
    };
    let row =
        |a: &str, b: &str, difference: &str, best| (a.to_owned(), b.to_owned(), difference.to_owned(), best);
    assert_eq!(line("目標值"), row("200 位新客", "200 位新客", "相同", false));
    assert_eq!(line("達標所需"), row("NT$86,806", "NT$69,444", "−20%", false));
    assert_eq!(line("點閱率"), row("2%", "2.5%", "+0.5 個百分點", false));
    assert_eq!(line("點擊"), row("6,945", "6,945", "相同", false));
    assert_eq!(line("曝光"), row("347,223", "277,778", "−20%", false));
    assert_eq!(line("獲客成本"), row("NT$434", "NT$347", "−20%", true));
    assert_eq!(line("現在的預算做到"), row("138%", "173%", "+34.6 個百分點", true));
}

#[test]
fn stages_that_no_channel_passes_are_left_out() {
    let later = |mut document: Document| {
        document.channels[0].entry_stage = "click".into();
        document
    };
    let rows = |plans: [Document; 2]| -> Vec<String> {
        let groups = Compared::of(&plans.map(plan), ZhHant, Basis::Required).groups;
        groups.into_iter().flat_map(|group| group.rows).map(|row| row.label).collect()
    };
    let both = rows([later(document("service")), later(changed("service", &[]))]);
    assert!(both.contains(&"點擊".into()), "{both:?}");
    assert!(!both.contains(&"曝光".into()) && !both.contains(&"點閱率".into()), "{both:?}");
    let one = rows([document("service"), later(changed("service", &[]))]);
    assert!(one.contains(&"曝光".into()) && one.contains(&"點閱率".into()), "{one:?}");
}

#[test]
fn times_say_that_they_are() {
    let plans = [document("service"), changed("service", &[(CLICK_RATE, 0.025)])].map(plan);
    for (lang, label, times) in
        [(ZhHant, "廣告投資報酬率（ROAS）", " 倍"), (En, "Return on ad spend (ROAS)", "×")]
    {
        let view = Compared::of(&plans, lang, Basis::Plan);
        let row = view.groups.iter().flat_map(|group| &group.rows).find(|row| row.label == label).unwrap();
        assert!(row.cells.iter().flatten().all(|cell| cell.shown.text.ends_with(times)), "{row:?}");
    }
}

#[test]
fn the_headline_says_which_way_the_money_goes() {
    let headline = |to: Document, lang| {
        Compared::of(&[document("service"), to].map(plan), lang, Basis::Required).headline
    };
    let dearer = headline(changed("service", &[(CLICK_RATE, 0.016)]), En);
    assert_eq!(
        dearer,
        "To reach its goal, \"B\" takes NT$108,507: NT$21,701 more than \"到店服務業：200 位新客\"."
    );
    let same = headline(changed("service", &[]), ZhHant);
    assert_eq!(same, "要達標，「B」和「到店服務業：200 位新客」都需要 NT$86,806。");
}

#[test]
fn plans_of_different_trades_have_dashes_and_no_false_differences() {
    let dollars = Document { currency: "USD".into(), ..document("shop") };
    let view = Compared::of(&[document("service"), dollars].map(plan), En, Basis::Required);
    assert_eq!(view.headline, "Which plan is better");
    for row in view.groups.iter().flat_map(|group| &group.rows) {
        let text = |place: usize| row.cells[place].as_ref().map(|cell| cell.shown.text.clone());
        let is_money = text(1).is_some_and(|text| text.contains("US$"));
        let second = row.cells[1].as_ref();
        assert!(!is_money || second.is_some_and(|cell| cell.difference.is_none()), "{row:?}");
        assert!(text(0).is_some() || text(1).is_some(), "{row:?}");
    }
    assert!(view.groups.iter().flat_map(|group| &group.rows).any(|row| row.cells[1].is_none()));
}

#[test]
fn a_goal_out_of_reach_is_said_first() {
    let far = changed("b2b", &[(Path::of(Field::Target), 1e12)]);
    let view = Compared::of(&[document("b2b"), far].map(plan), ZhHant, Basis::Required);
    assert_eq!(view.headline, "照現在的管道組合，「B」到不了它的目標。");
}
