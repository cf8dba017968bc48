//! What the form shows for the golden plans, in both languages.

use super::{
    FieldView, GroupDigests, Place, currencies, is_in_years, month_text, parts, phasings, unit_costs,
};
use crate::locale::Lang::{self, En, ZhHant};
use crate::model::equations::Model;
use crate::model::plan::{Document, Estimate, Field, GoalMetric, Path, Phasing, Plan, Source};
use crate::model::reading::Numbers;

const SERVICE: &str = include_str!("../../../tests/golden/examples/service.json");
const B2B: &str = include_str!("../../../tests/golden/examples/b2b.json");
const SHOP: &str = include_str!("../../../tests/golden/examples/shop.json");

fn document(text: &str) -> Document {
    serde_json::from_str(text).unwrap()
}

fn field(document: &Document, path: Path, lang: Lang) -> FieldView {
    FieldView::of(path, document, lang)
}

#[test]
fn parts_are_told_in_a_few_words() {
    assert_eq!(
        parts(&document(SERVICE), ZhHant),
        ["200 位新客・6 個月", "5 個階段", "Meta 廣告", "客單價 NT$3,000・毛利率 55%"]
    );
    assert_eq!(
        parts(&document(B2B), En),
        [
            "Revenue of NT$48M in 12 months",
            "5 stages",
            "4 channels, NT$200,000 a month",
            "Order NT$350K, margin 38%"
        ]
    );
}

#[test]
fn a_rate_keeps_its_sign_and_bears_its_trade_name() {
    let zh = document(SERVICE);
    let rate = field(&zh, Path::at(Field::ConversionRate, 1), ZhHant);
    assert_eq!((rate.input.label.as_str(), rate.input.text.as_str()), ("點閱率", "2%"));
    assert_eq!(rate.help, "每 100 個曝光，有幾個變成點擊。");
    let chats = field(&zh, Path::at(Field::ConversionRate, 3), ZhHant);
    assert_eq!(chats.help, "每 100 個 LINE 對話，有幾個變成預約。");
    let estimate = rate.estimate.unwrap();
    assert_eq!(estimate.summary, "範圍 1.4%–2.8%");
    assert_eq!(estimate.range, Some(("1.4%".into(), "2.8%".into())));
    let own = field(&zh, Path::item(Field::RateOverride, 0, 4), En);
    assert_eq!((own.input.label.as_str(), own.placeholder.as_str()), ("Closing rate", "60%"));
}

#[test]
fn money_stands_without_the_sign_that_is_written_before_it() {
    let document = document(B2B);
    let price = field(&document, Path::at(Field::UnitCost, 0), ZhHant);
    assert_eq!((price.prefix.as_str(), price.input.text.as_str()), ("NT$", "32"));
    let target = field(&document, Path::of(Field::Target), ZhHant);
    assert_eq!((target.prefix.as_str(), target.input.text.as_str()), ("NT$", "48,000,000"));
}

#[test]
fn a_goal_in_units_of_a_stage_is_counted_in_units() {
    let mut document = document(SERVICE);
    document.goal.metric = GoalMetric::StageVolume;
    document.goal.stage = Some("booking".into());
    let unit = |lang| field(&document, Path::of(Field::Target), lang).unit;
    assert_eq!([unit(ZhHant), unit(En)], ["個", "units"]);
}

#[test]
fn the_length_of_a_plan_says_when_it_ends() {
    let help = |lang| field(&document(SERVICE), Path::of(Field::Months), lang).help;
    assert_eq!(help(ZhHant), "從開始的月份算起，到 2027 年 6 月底。");
    assert_eq!(help(En), "Counted from the first month, to the end of June 2027.");
}

#[test]
fn a_goal_in_people_is_counted() {
    let mut document = document(SERVICE);
    let target = field(&document, Path::of(Field::Target), ZhHant);
    assert_eq!((target.prefix.as_str(), target.input.text.as_str(), target.unit.as_str()), ("", "200", "位"));
    document.goal.metric = GoalMetric::Profit;
    assert_eq!(field(&document, Path::of(Field::Target), ZhHant).prefix, "NT$");
}

#[test]
fn an_empty_field_shows_what_holds_in_its_place() {
    let document = document(SERVICE);
    let cases = [
        (Path::at(Field::FitRate, 0), "100%"),
        (Path::at(Field::MaxBudget, 0), "No limit"),
        (Path::at(Field::ChannelOrderValue, 0), "3,000"),
        (Path::at(Field::Carryover, 0), "0%"),
    ];
    for (path, placeholder) in cases {
        let view = field(&document, path, En);
        assert_eq!((view.input.text.as_str(), view.placeholder.as_str()), ("", placeholder));
        assert!(view.is_default && view.optional && view.estimate.is_none(), "{path:?}");
    }
    assert!(!field(&document, Path::of(Field::OrderValue), En).optional);
}

#[test]
fn every_number_of_a_plan_has_a_field_that_is_found_again() {
    for text in [SERVICE, B2B, SHOP] {
        let document = document(text);
        let mut ids = std::collections::BTreeSet::new();
        for path in document.paths() {
            let place = Place::of_path(path, &document).unwrap();
            assert_eq!(place.path(&document), Some(path), "{}", place.id());
            assert!(ids.insert(place.id()), "{}", place.id());
            let view = field(&document, path, En);
            assert!(!view.input.label.is_empty() && !view.input.text.is_empty(), "{}", place.id());
            assert!(!view.is_default);
        }
    }
}

#[test]
fn a_place_follows_its_channel() {
    let mut document = document(B2B);
    let place = Place::of_path(Path::at(Field::UnitCost, 0), &document).unwrap();
    assert_eq!(place.id(), "field-channels-search-unit_cost");
    assert_eq!(place.folds(), ["part-channels", "channel-search"]);
    document.channels.swap(0, 2);
    assert_eq!(place.path(&document), Some(Path::at(Field::UnitCost, 2)));
    document.channels.remove(2);
    assert_eq!(place.path(&document), None);
}

#[test]
fn groups_say_what_they_hold() {
    let document = document(SERVICE);
    let mut channel = document.channels[0].clone();
    let digests = GroupDigests::of(&channel, &document, ZhHant);
    assert_eq!((digests.budget.as_str(), digests.carryover.as_str()), ("不限", "沒有"));
    assert_eq!((digests.rates.as_str(), digests.costs.as_str()), ("同方案", "每月 NT$0"));
    channel.max_budget = Some(50_000.0);
    channel.labour_hours = Some(Estimate::from(10.0));
    channel.hourly_wage = Some(Estimate::from(300.0));
    channel.setup_cost = Some(Estimate { source: Source::Quote, ..Estimate::from(9000.0) });
    let digests = GroupDigests::of(&channel, &document, ZhHant);
    assert_eq!(digests.budget, "最多 NT$50,000");
    assert_eq!(digests.costs, "每月 NT$3,000・一次 NT$9,000");
}

#[test]
fn the_price_says_what_is_really_paid() {
    let of = |document: Document| {
        let model = Model::of(Plan::check(document).unwrap());
        unit_costs(&Numbers::of(&model), ZhHant).iter().map(super::super::Sentence::text).collect::<Vec<_>>()
    };
    let mut document = document(SERVICE);
    assert_eq!(of(document.clone()), ["每次曝光的價錢；以現在的花費，實際 NT$0.25。"]);
    document.channels[0].monthly_budget = 0.0;
    assert_eq!(of(document), ["每次曝光的價錢。"]);
}

#[test]
fn months_are_read_however_they_are_written() {
    for text in ["2027-01", "2027/1", "2027 年 1 月", "２０２７－０１", " 2027.1 "] {
        assert_eq!(month_text(text), "2027-01", "{text}");
    }
    for text in ["1-2027", "2027", "soon", "2027-1-1"] {
        assert_eq!(month_text(text), text);
    }
}

#[test]
fn months_of_other_centuries_are_not_offered() {
    for month in ["0001-01", "1999-12", "2101-01", "9999-12"] {
        assert!(!is_in_years(month), "{month}");
    }
    for month in ["2000-01", "2100-12", "no month"] {
        assert!(is_in_years(month), "{month}");
    }
}

#[test]
fn the_plan_s_own_currency_and_phasing_are_among_the_offered() {
    let mut document = document(SERVICE);
    document.currency = "SEK".into();
    assert_eq!(currencies(&document).last(), Some(&("SEK".to_owned(), "SEK".to_owned())));
    assert_eq!(currencies(&document).first().map(|row| row.1.as_str()), Some("TWD NT$"));
    document.phasing = Phasing::Factors(vec![1.0, 2.0, 1.0, 1.0, 1.0, 1.0]);
    assert_eq!(phasings(&document)[2], document.phasing);
}
