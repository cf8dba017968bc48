use super::*;
use crate::locale::{Lang, fault, number::Currency};
use backcast_model::graph::Reason;
use backcast_model::plan::{
    Document, Fault, FaultKind, Field, GoalMetric, Path, Phasing, ResponseKind, Source, Tier, Trust,
};
use backcast_model::quantity::{Basis, Measure, Quantity, Reading, Unit};
use std::collections::BTreeMap;

const REASONS: [Reason; 13] = [
    Reason::NoCustomers,
    Reason::NoCost,
    Reason::NoMedia,
    Reason::NoMargin,
    Reason::NoVolume,
    Reason::NeverPaysBack,
    Reason::NotWithinHorizon,
    Reason::NoEffect,
    Reason::FirstMoneyBoundless,
    Reason::TargetNotPositive,
    Reason::AlreadyMet,
    Reason::NotReachable,
    Reason::TooLarge,
];

fn faults() -> Vec<FaultKind> {
    let id = || "seo".to_owned();
    let mut kinds = vec![
        FaultKind::Missing,
        FaultKind::NotAllowed,
        FaultKind::RangeNotAroundValue,
        FaultKind::UnknownVersion(9),
        FaultKind::WrongLength { length: 1, least: 2, most: 12 },
        FaultKind::WrongLength { length: 3, least: 12, most: 12 },
        FaultKind::MalformedId(id()),
        FaultKind::DuplicateId(id()),
        FaultKind::UnknownId(id()),
        FaultKind::UnknownCurrency("ABC".into()),
        FaultKind::MalformedMonth("2027-13".into()),
        FaultKind::OverrideBeforeEntry,
        FaultKind::DependsOnItself,
        FaultKind::AllZero,
        FaultKind::CeilingPassed,
        FaultKind::MaximumBelowMinimum,
        FaultKind::TargetOrGrowth,
        FaultKind::TargetNotPositive,
    ];
    let out_of_range = |field: &Field| FaultKind::OutOfRange { value: -1e9, bounds: field.bounds() };
    kinds.extend(Field::ALL.iter().map(out_of_range));
    kinds
}

/// Every fixed text of the tables with what it belongs to.
fn texts(lang: Lang) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let mut add = |of: String, text: &str| all.push((of, text.to_owned()));
    for &measure in Measure::ALL {
        add(format!("{measure:?} label"), label(measure, lang));
        add(format!("{measure:?} meaning"), meaning(measure, lang));
    }
    for &of in Field::ALL {
        for text in [field(of, lang), field_help(of, lang), field_hint(of, lang)] {
            add(format!("{of:?}"), text);
        }
    }
    for of in REASONS {
        add(format!("{of:?}"), reason(of, lang));
    }
    for of in [Source::Own, Source::Benchmark, Source::Assumption, Source::Quote] {
        for text in [source_chip(of, lang), source_help(of, lang)] {
            add(format!("{of:?}"), text);
        }
    }
    for of in [Trust::Proven, Trust::Test, Trust::Experimental] {
        for text in [trust(of, lang), trust_help(of, lang)] {
            add(format!("{of:?}"), text);
        }
    }
    for of in [Tier::Top, Tier::Middle, Tier::Bottom] {
        add(format!("{of:?}"), tier(of, lang));
    }
    for of in [ResponseKind::Linear, ResponseKind::Saturating, ResponseKind::Doubling, ResponseKind::Hill] {
        for text in [response(of, lang), response_help(of, lang)] {
            add(format!("{of:?}"), text);
        }
    }
    for of in [
        GoalMetric::Revenue,
        GoalMetric::GrossProfit,
        GoalMetric::Profit,
        GoalMetric::NewCustomers,
        GoalMetric::StageVolume,
    ] {
        add(format!("{of:?}"), goal_metric(of, lang));
    }
    for of in [Phasing::Flat, Phasing::Seasonal, Phasing::Factors(Vec::new())] {
        add(format!("{of:?}"), phasing(&of, lang));
    }
    for kind in faults() {
        let fault = Fault { path: "x".into(), kind };
        add(fault.to_string(), &fault::message(&fault, None, lang));
    }
    all
}

#[test]
fn every_name_has_words_in_both_languages() {
    for lang in Lang::ALL {
        for (of, text) in texts(lang) {
            assert!(!text.trim().is_empty(), "{of} has no words in {lang:?}");
            assert!(!text.contains(['!', '！', '“', '”']), "{of}: {text}");
            let chinese = text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
            assert_eq!(chinese, lang == Lang::ZhHant, "{of} is in the wrong language: {text}");
        }
    }
}

#[test]
fn no_two_measures_have_the_same_label() {
    for lang in Lang::ALL {
        let mut seen = BTreeMap::new();
        for &measure in Measure::ALL {
            let other = seen.insert(label(measure, lang).to_lowercase(), measure);
            assert_eq!(other, None, "{measure:?} is called the same: {}", label(measure, lang));
        }
    }
}

/// Letters of simplified Chinese that these texts would be likely to use, none of which Taiwan writes.
const SIMPLIFIED: &str = "这个们来对时间长点击转换数额费单价门开关后终经营销业务员总计标达际报资产润实验证据设应带买卖张订购话\
     预约顾访问题没还过进远运动态势两从众会则负财亏网络线级绩统试测读写种样现发当无须让历万亿户层该观认为";

#[test]
fn chinese_is_traditional_and_plain() {
    // Names and codes that everybody in the trade reads.
    const KNOWN: [&str; 6] = ["POS", "CRM", "TWD", "ABC", "seo", "ROAS"];
    for (of, text) in texts(Lang::ZhHant) {
        let found: String = text.chars().filter(|letter| SIMPLIFIED.contains(*letter)).collect();
        assert!(found.is_empty(), "{of}: {found} in {text}");
        let plain = KNOWN.iter().fold(text.clone(), |text, word| text.replace(word, ""));
        assert!(!plain.chars().any(|letter| letter.is_ascii_alphabetic()), "{of}: {text}");
    }
}

#[test]
fn numbers_are_shown_in_their_unit() {
    let twd = Currency::TWD;
    let zh = |value, unit| unit_text(value, unit, twd, Lang::ZhHant);
    let en = |value, unit| unit_text(value, unit, twd, Lang::En);
    assert_eq!([zh(86_805.56, Unit::Money), zh(0.25, Unit::MoneyPerUnit)], ["NT$86,806", "NT$0.25"]);
    assert_eq!(
        [zh(2e4, Unit::MoneyPerMonth), en(2e4, Unit::MoneyPerMonth)],
        ["NT$20,000／月", "NT$20,000/month"]
    );
    assert_eq!([zh(3.2, Unit::Months), en(3.2, Unit::Months)], ["3.2 個月", "3.2 months"]);
    assert_eq!([zh(1.0, Unit::Years), en(1.0, Unit::Years)], ["1 年", "1 year"]);
    assert_eq!([zh(3.0, Unit::MonthNumber), en(3.0, Unit::MonthNumber)], ["第 3 個月", "month 3"]);
    assert_eq!([zh(0.12, Unit::Rate), zh(10.5, Unit::Ratio)], ["12%", "10.5"]);
    assert_eq!([zh(12.0, Unit::Hours), en(12.0, Unit::Hours)], ["12 小時／月", "12 hours/month"]);
    assert_eq!(zh(f64::NAN, Unit::Months), "—");
    let part = |value, decimals, unit| summand_text(value, decimals, unit, twd, Lang::ZhHant);
    assert_eq!(
        [part(86_805.56, 0, Unit::Money), part(434.03, 1, Unit::MoneyPerUnit)],
        ["NT$86,806", "NT$434.0"]
    );
    assert_eq!([part(12.5, 1, Unit::Rate), part(3.25, 2, Unit::Months)], ["12.5%", "3.25 個月"]);
}

#[test]
fn a_rate_has_the_name_the_trade_gives_it() {
    let zh = |id, name| rate_into(id, name, Lang::ZhHant);
    assert_eq!(zh("booking", "預約"), "預約率");
    assert_eq!(zh("click", "點擊"), "點閱率");
    assert_eq!(zh("customer", "首購顧客"), "成交率");
    assert_eq!(zh("cart", "加入購物車"), "加購率");
    assert_eq!(zh("booking", "丈量或面談"), "丈量或面談轉換率");
    assert_eq!(zh("seen", "LINE 好友"), "LINE 好友轉換率");
    assert_eq!(rate_into("booking", "Site visits", Lang::En), "Rate into Site visits");
    assert_eq!(rate_into("booking", "Bookings", Lang::En), "Booking rate");
}

#[test]
fn a_price_says_of_what_it_is() {
    let zh = |id, name| super::each(id, name, Lang::ZhHant);
    assert_eq!(
        [zh("click", "點擊"), zh("lead", "名單"), zh("customer", "新客")],
        ["每次點擊", "每筆名單", "每位新客"]
    );
    assert_eq!(zh("lead", "LINE 好友"), "每個 LINE 好友");
    let en = |id, name| super::each(id, name, Lang::En);
    assert_eq!([en("visit", "Site visits"), en("lead", "Friends")], ["per visit", "per unit of Friends"]);
}

fn b2b() -> Document {
    serde_json::from_str(include_str!("../../../tests/golden/examples/b2b.json")).unwrap()
}

#[test]
fn names_say_channel_stage_month_and_budgets() {
    let plan = b2b();
    let zh = |of| reading(of, &plan, Lang::ZhHant);
    let cac = Quantity::channel(1, Measure::Cac);
    assert_eq!(zh(Reading::now(cac)), "LinkedIn 獲客成本");
    assert_eq!(zh(Reading::required(cac)), "達標時：LinkedIn 獲客成本");
    assert_eq!(zh(Reading::required(Quantity::stage(2, Measure::Required))), "達標需要的名單數");
    assert_eq!(zh(Reading::now(Quantity::channel_stage(0, 3, Measure::Volume))), "Google 搜尋廣告 商機數");
    let revenue = Reading::now(Quantity::plan(Measure::MonthlyRevenue)).at(2);
    assert_eq!(
        [zh(revenue), reading(revenue, &plan, Lang::En)],
        ["2027 年 3 月 營收", "Revenue, March 2027"]
    );
}

#[test]
fn every_number_of_a_plan_has_a_name_of_its_own() {
    for lang in Lang::ALL {
        let plan = b2b();
        let mut seen = BTreeMap::new();
        for place in plan.paths() {
            let other = seen.insert(path(place, &plan, lang), place);
            assert_eq!(other, None, "{}", place.name(&plan));
        }
        let own = Path::item(Field::RateOverride, 1, 2);
        assert!(["LinkedIn 名單率", "LinkedIn lead rate"].contains(&path(own, &plan, lang).as_str()));
    }
}

#[test]
fn a_plan_with_one_channel_does_not_name_it() {
    let mut plan = b2b();
    plan.channels.truncate(1);
    let cost = Path::at(Field::UnitCost, 0);
    assert_eq!(path(cost, &plan, Lang::ZhHant), "單價");
    plan.channels[0].name = String::new();
    assert_eq!(channel(0, &plan, Lang::ZhHant), "第 1 個管道");
    let reading = Reading { quantity: Quantity::channel(0, Measure::Roi), month: None, basis: Basis::Plan };
    assert_eq!(super::reading(reading, &plan, Lang::En), "Return on investment (ROI)");
}

#[test]
fn a_fault_says_what_stands_there_and_what_is_allowed() {
    let message = |value, field: Field, lang| {
        let kind = FaultKind::OutOfRange { value, bounds: field.bounds() };
        fault::message(&Fault { path: "x".into(), kind }, Some(field), lang)
    };
    let zh = |value, field| message(value, field, Lang::ZhHant);
    assert_eq!(zh(1.2, Field::FitRate), "「有效流量比例」填了 120%，這裡要在 0% 到 100% 之間。");
    assert_eq!(zh(0.0, Field::OrderValue), "「平均客單價」填了 0，這裡要大於 0。");
    assert_eq!(zh(-1200.5, Field::FixedCost), "「每月固定費」填了 −1,200.5，這裡要在 0 以上。");
    assert_eq!(zh(1.0, Field::Carryover), "「遞延率」填了 100%，這裡要在 0% 以上、小於 100%。");
    assert_eq!(zh(f64::INFINITY, Field::Slope), "「曲線陡度」不是可以計算的數字。");
    assert_eq!(zh(2.5, Field::Months), "「方案期間」填了 2.5，這裡要整數。");
    let en = message(1.000_000_1, Field::FitRate, Lang::En);
    assert_eq!(en, "Share of the right audience: 100.00001% stands here; it has to be from 0% to 100%.");
    assert_eq!(
        message(61.0, Field::Months, Lang::En),
        "Length of the plan: 61 stands here; it has to be from 1 to 60."
    );
}
