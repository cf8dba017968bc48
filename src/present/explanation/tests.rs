use super::*;
use crate::locale::number::DASH;
use crate::model::equations::Model;
use crate::model::plan::{Document, Field, Plan};
use crate::model::quantity::name;

const B2B: &str = include_str!("../../../tests/golden/examples/b2b.json");
const SERVICE: &str = include_str!("../../../tests/golden/examples/service.json");

fn document(text: &str) -> Document {
    serde_json::from_str(text).unwrap()
}

fn model(document: Document) -> Model {
    Model::of(Plan::check(document).unwrap())
}

/// The formula in words and with numbers, of a reading in a plan.
fn lines(text: &str, reading: Reading, lang: Lang) -> [String; 2] {
    let model = model(document(text));
    let view = explanation(&Numbers::of(&model), reading, lang);
    [view.formula_text, view.substituted_text]
}

#[track_caller]
fn reads(text: &str, reading: Reading, zh: [&str; 2], en: [&str; 2]) {
    assert_eq!(lines(text, reading, Lang::ZhHant), zh);
    assert_eq!(lines(text, reading, Lang::En), en);
}

fn plan(measure: Measure) -> Reading {
    Reading::now(Quantity::plan(measure))
}

fn of_channel(channel: u16, measure: Measure) -> Reading {
    Reading::now(Quantity::channel(channel, measure))
}

fn at(channel: u16, stage: u16, measure: Measure) -> Reading {
    Reading::now(Quantity::channel_stage(channel, stage, measure))
}

#[test]
fn ratios_of_the_plan() {
    reads(
        SERVICE,
        plan(Measure::Cac),
        ["獲客成本 = 行銷總成本 ÷ 帶來的顧客總數", "NT$434 = NT$120,000 ÷ 276.5"],
        [
            "Customer acquisition cost (CAC) = total marketing cost ÷ customers brought in all",
            "NT$434 = NT$120,000 ÷ 276.5",
        ],
    );
    reads(
        B2B,
        plan(Measure::LifetimeRoi),
        [
            "終身投資報酬率 = (顧客終身價值總和 − 行銷總成本) ÷ 行銷總成本",
            "2,057% = (NT$63,877,531 − NT$2,961,600) ÷ NT$2,961,600",
        ],
        [
            "Lifetime ROI = (lifetime value of all customers − total marketing cost) ÷ total marketing cost",
            "2,057% = (NT$63,877,531 − NT$2,961,600) ÷ NT$2,961,600",
        ],
    );
    reads(
        B2B,
        plan(Measure::BreakEvenRoasFull),
        [
            "毛利打平總成本的 ROAS = 毛利打平媒體費的 ROAS × 行銷總成本 ÷ 媒體費",
            "3.25 = 2.63 × NT$2,961,600 ÷ NT$2,400,000",
        ],
        [
            "Break-even ROAS, full cost = break-even ROAS × total marketing cost ÷ media cost",
            "3.25 = 2.63 × NT$2,961,600 ÷ NT$2,400,000",
        ],
    );
    reads(
        B2B,
        plan(Measure::Attainment),
        ["達成率 = 預計達到 ÷ 目標值", "84.4% = NT$40,509,602 ÷ NT$48,000,000"],
        ["Attainment = reached ÷ target", "84.4% = NT$40,509,602 ÷ NT$48,000,000"],
    );
}

#[test]
fn channels_are_named() {
    reads(
        B2B,
        of_channel(1, Measure::Cac),
        ["LinkedIn 獲客成本 = LinkedIn 行銷總成本 ÷ LinkedIn 帶來的顧客總數", "NT$62,745 = NT$576,000 ÷ 9.2"],
        [
            "LinkedIn customer acquisition cost (CAC) = LinkedIn total marketing cost ÷ LinkedIn customers brought \
             in all",
            "NT$62,745 = NT$576,000 ÷ 9.2",
        ],
    );
    reads(
        B2B,
        of_channel(2, Measure::Fixed),
        [
            "SEO 與內容 固定與一次性費用 = SEO 與內容 每月固定費 × 方案月數 + SEO 與內容 一次性費用",
            "NT$156,000 = NT$8,000 × 12 個月 + NT$60,000",
        ],
        [
            "SEO 與內容 fixed and setup cost = SEO 與內容 fixed cost per month × months of the plan + SEO 與內容 \
             setup cost",
            "NT$156,000 = NT$8,000 × 12 months + NT$60,000",
        ],
    );
}

#[test]
fn curves_and_limits() {
    reads(
        B2B,
        of_channel(0, Measure::Response),
        [
            "Google 搜尋廣告 花費買到的數量 = Google 搜尋廣告 每月上限 × Google 搜尋廣告 當月媒體花費 ÷ (Google 搜尋廣告 \
             當月媒體花費 + Google 搜尋廣告 到一半上限的花費)",
            "2,143 = 9,000 × NT$90,000 ÷ (NT$90,000 + NT$288,000)",
        ],
        [
            "Google 搜尋廣告 units the spend buys = Google 搜尋廣告 monthly ceiling × Google 搜尋廣告 media spend in \
             the month ÷ (Google 搜尋廣告 media spend in the month + Google 搜尋廣告 spend for half the ceiling)",
            "2,143 = 9,000 × NT$90,000 ÷ (NT$90,000 + NT$288,000)",
        ],
    );
    reads(
        B2B,
        of_channel(2, Measure::Ramp).at(2),
        [
            "SEO 與內容 起步期的效力 = (第幾個月 ÷ (SEO 與內容 起步期 + 1))（最多 100%）",
            "60% = (3 ÷ (4 個月 + 1))（最多 100%）",
        ],
        [
            "SEO 與內容 strength while ramping up = (number of the month ÷ (SEO 與內容 ramp-up + 1)) (at most 100%)",
            "60% = (3 ÷ (4 months + 1)) (at most 100%)",
        ],
    );
    reads(
        B2B,
        of_channel(0, Measure::SeasonalRate).at(1),
        [
            "Google 搜尋廣告 當月成交率 = (成交率 × 淡旺季係數)（最多 100%）",
            "13.2% = (22% × 0.6)（最多 100%）",
        ],
        [
            "Google 搜尋廣告 closing rate in the month = (closing rate × season factor) (at most 100%)",
            "13.2% = (22% × 0.6) (at most 100%)",
        ],
    );
    reads(
        B2B,
        plan(Measure::MonthlyDiscount),
        ["月折現率 = (1 + 錢每年貶值（年折現率）)^(1 ÷ 12) − 1", "0.64% = (1 + 8%)^(1 ÷ 12) − 1"],
        [
            "Monthly discount rate = (1 + discount rate per year)^(1 ÷ 12) − 1",
            "0.64% = (1 + 8%)^(1 ÷ 12) − 1",
        ],
    );
}

#[test]
fn months_delays_and_sums() {
    reads(
        B2B,
        of_channel(0, Measure::Media),
        [
            "Google 搜尋廣告 媒體費 = 各月加總（Google 搜尋廣告 當月媒體花費）",
            "NT$1,080,000 = NT$90,000 × 12 個月",
        ],
        [
            "Google 搜尋廣告 media cost = sum over the months (Google 搜尋廣告 media spend in the month)",
            "NT$1,080,000 = NT$90,000 × 12 months",
        ],
    );
    reads(
        B2B,
        of_channel(0, Measure::Revenue),
        [
            "Google 搜尋廣告 營收 = 各月加總（Google 搜尋廣告 當月營收）",
            "NT$12,891,531 = NT$0 + NT$0 + … + NT$1,623,400",
        ],
        [
            "Google 搜尋廣告 revenue = sum over the months (Google 搜尋廣告 revenue in the month)",
            "NT$12,891,531 = NT$0 + NT$0 + … + NT$1,623,400",
        ],
    );
    reads(
        B2B,
        at(0, 3, Measure::Arriving).at(3),
        [
            "Google 搜尋廣告 當月準備成為商機的數量 = 延後到達的量（Google 搜尋廣告 當月名單數，隔 Google 搜尋廣告 \
             從進站到商機的時間）",
            "45 = 延後到達的量（45，隔 0.7 個月）",
        ],
        [
            "Google 搜尋廣告 arriving before 商機 = arriving later (Google 搜尋廣告 名單 in the month, after Google \
             搜尋廣告 time from the entry to 商機)",
            "45 = arriving later (45, after 0.7 months)",
        ],
    );
    reads(
        B2B,
        of_channel(0, Measure::ActiveCustomers).at(5),
        [
            "Google 搜尋廣告 當月可回購的舊客 = 先前各月的加總（Google 搜尋廣告 當月成交數，往前 Google 搜尋廣告 往來月數）",
            "7.3 = 先前各月的加總（0、0、…、2.2，往前 48 個月）",
        ],
        [
            "Google 搜尋廣告 customers who may reorder = sum of earlier months (Google 搜尋廣告 成交 in the month, going \
             back Google 搜尋廣告 relationship in months)",
            "7.3 = sum of earlier months (0, 0, …, 2.2, going back 48 months)",
        ],
    );
    reads(
        B2B,
        of_channel(2, Measure::CarryoverAfter),
        [
            "SEO 與內容 期末後才發酵的花費 = 期末之後才起作用的花費（SEO 與內容 當月媒體花費，SEO 與內容 遞延率）",
            "NT$74,150 = 期末之後才起作用的花費（NT$50,000，60%）",
        ],
        [
            "SEO 與內容 spend that works later = spend that works after the plan (SEO 與內容 media spend in the \
             month, SEO 與內容 carryover)",
            "NT$74,150 = spend that works after the plan (NT$50,000, 60%)",
        ],
    );
    reads(
        B2B,
        plan(Measure::BreakEvenMonth),
        [
            "方案首次回本月份 = 第一個不是負數的月份（累計利潤）（若有行銷總成本）",
            "第 4 個月 = 第一個不是負數的月份（−NT$301,800、−NT$543,600、…、NT$10,152,049）",
        ],
        [
            "First break-even month = first month that is not negative (cumulative profit) (if there is total \
             marketing cost)",
            "month 4 = first month that is not negative (−NT$301,800, −NT$543,600, …, NT$10,152,049)",
        ],
    );
}

#[test]
fn brackets_stand_where_the_order_needs_them() {
    use crate::model::graph::Operator::{Add, Divide, Multiply, Power, Subtract};
    let document = document(SERVICE);
    let writer =
        Writer { document: &document, lang: Lang::En, subject: Measure::Cac, figures: None, rows: false };
    let number = |number| Formula::Constant(number);
    let joined = |operator, a, b| Formula::Joined(operator, Box::new(a), Box::new(b));
    let pair = |operator| joined(operator, number(2.0), number(3.0));
    let cases = [
        (joined(Subtract, number(9.0), pair(Subtract)), "9 − (2 − 3)"),
        (joined(Subtract, pair(Subtract), number(9.0)), "2 − 3 − 9"),
        (joined(Add, number(9.0), pair(Subtract)), "9 + 2 − 3"),
        (joined(Divide, number(9.0), pair(Multiply)), "9 ÷ (2 × 3)"),
        (joined(Divide, pair(Divide), number(9.0)), "2 ÷ 3 ÷ 9"),
        (joined(Multiply, number(9.0), pair(Divide)), "9 × 2 ÷ 3"),
        (joined(Multiply, pair(Add), number(9.0)), "(2 + 3) × 9"),
        (joined(Power, pair(Multiply), pair(Subtract)), "(2 × 3)^(2 − 3)"),
    ];
    for (formula, text) in cases {
        assert_eq!(writer.text(&formula), text);
    }
}

#[test]
fn the_way_back_from_the_goal_uses_the_scaled_plan() {
    let booking = Reading::required(Quantity::stage(3, Measure::Required));
    reads(
        SERVICE,
        booking,
        ["達標需要的預約數 = 新客數 ÷ 預約到下一階段的比例", "334 = 200 ÷ 60%"],
        ["預約 required = new customers ÷ share of 預約 that goes on", "334 = 200 ÷ 60%"],
    );
    let model = model(document(SERVICE));
    let numbers = Numbers::of(&model);
    let view = explanation(&numbers, booking, Lang::ZhHant);
    assert_eq!(view.value_text, "334");
    let spend = Reading::required(Quantity::plan(Measure::Spend)).at(0);
    let view = explanation(&numbers, spend, Lang::ZhHant);
    assert_eq!(view.title, "達標時：2027 年 1 月 媒體花費");
    assert_eq!(view.substituted_text, "NT$14,468 = NT$14,468 × 1");
}

#[test]
fn the_door_says_what_is_behind_a_number() {
    let model = model(document(SERVICE));
    let view = explanation(&Numbers::of(&model), plan(Measure::Cac), Lang::ZhHant);
    assert_eq!([view.title.as_str(), &view.value_text, &view.unit], ["獲客成本", "NT$434", "NT$"]);
    let rate = view.inputs.iter().find(|input| input.label == "預約率").unwrap();
    assert_eq!([rate.value_text.as_str(), rate.source_label], ["40%", "自有數據"]);
    assert_eq!(rate.one_percent_text.as_deref(), Some("相對多 1% → NT$430"));
    // With one price the budget does not move the cost per customer.
    assert!(view.inputs.iter().all(|input| input.label != "每月預算" && input.one_percent_text.is_some()));
    assert_eq!(view.notes, ["現在不影響這個數字：每月預算"]);
    let parts: Vec<&str> = view.parts.iter().map(|part| part.label.as_str()).collect();
    assert_eq!(parts, ["行銷總成本", "帶來的顧客總數"]);
    // What moves a month by steps has no slope, and an effect all the same.
    let month = explanation(&Numbers::of(&model), plan(Measure::BreakEvenMonth), Lang::ZhHant);
    assert!(month.inputs.len() > 5 && month.notes.is_empty(), "{:?}", month.notes);
}

#[test]
fn a_number_that_is_missing_says_why() {
    let mut plan = document(SERVICE);
    plan.channels[0].monthly_budget = 0.0;
    let model = model(plan);
    let view = explanation(&Numbers::of(&model), Reading::now(Quantity::plan(Measure::Roas)), Lang::ZhHant);
    assert_eq!([view.value_text.as_str(), &view.substituted_text], ["—", "— = NT$0 ÷ NT$0"]);
    assert_eq!(view.reason, Some("還沒有媒體花費。填入這個管道的每月預算就會算出來。"));
}

#[test]
fn a_long_sum_is_cut_short() {
    let mut plan = document(B2B);
    for copy in ["one", "two", "three"] {
        let mut channel = plan.channels[3].clone();
        channel.id = copy.into();
        plan.channels.push(channel);
    }
    let model = model(plan);
    let view = explanation(&Numbers::of(&model), Reading::now(Quantity::plan(Measure::Media)), Lang::ZhHant);
    assert_eq!(view.formula_text, "媒體費 = Google 搜尋廣告 媒體費 + LinkedIn 媒體費 + …（共 7 項）");
    assert_eq!(view.substituted_text, "NT$3,120,000 = NT$1,080,000 + NT$480,000 + …（共 7 項）");
}

#[test]
fn every_number_can_be_explained_and_shows_no_id() {
    let mut plan = document(B2B);
    // Ids that cannot be taken for words.
    let renamed = |id: &str| format!("zq{id}");
    for stage in &mut plan.stages {
        stage.id = renamed(&stage.id);
    }
    for channel in &mut plan.channels {
        channel.id = renamed(&channel.id);
        channel.entry_stage = renamed(&channel.entry_stage);
        let rates = core::mem::take(&mut channel.conversion_rates);
        channel.conversion_rates = rates.into_iter().map(|(id, rate)| (renamed(&id), rate)).collect();
        channel.depends_on.iter_mut().for_each(|other| other.channel = renamed(&other.channel));
    }
    let model = model(plan);
    let numbers = Numbers::of(&model);
    for quantity in model.graph().quantities() {
        for (lang, basis) in [(Lang::ZhHant, Basis::Plan), (Lang::En, Basis::Required)] {
            let reading = Reading { quantity, month: None, basis };
            let view = explanation(&numbers, reading, lang);
            let shown = [&view.title, &view.formula_text, &view.substituted_text];
            let labels = view.inputs.iter().map(|input| &input.label);
            for text in shown.into_iter().chain(labels).chain(view.parts.iter().map(|part| &part.label)) {
                assert!(!text.contains("zq") && !text.is_empty(), "{}: {text}", name(reading, model.plan()));
            }
            let dash = view.formula_text.contains(DASH);
            assert!(!dash, "{}: {}", name(reading, model.plan()), view.formula_text);
        }
    }
}

#[test]
fn a_number_that_was_entered_says_where_it_comes_from_and_what_it_moves() {
    let model = model(document(SERVICE));
    let numbers = Numbers::of(&model);
    let path = Path::at(Field::ConversionRate, 3);
    let view = explanation(&numbers, path, Lang::ZhHant);
    assert_eq!([view.title.as_str(), &view.value_text], ["預約率", "40%"]);
    assert_eq!(
        [view.inputs[0].source_label, view.meaning],
        ["自有數據", term::field_help(path.field, Lang::ZhHant)]
    );
    assert!(view.formula_text.is_empty() && view.reason.is_none());
    let moved: Vec<[&str; 2]> =
        view.parts.iter().map(|part| [part.label.as_str(), &part.value_text]).collect();
    assert_eq!(moved[0], ["達標時：媒體費", "相對多 1% → NT$85,937"]);
    assert_eq!(moved.iter().find(|row| row[0] == "達成率"), Some(&["達成率", "相對多 1% → 140%"]));
    // The margin moves what customers are worth, not what they cost.
    let labels = |path: Path| {
        explanation(&numbers, path, Lang::En).parts.into_iter().map(|part| part.label).collect::<Vec<_>>()
    };
    assert_eq!(labels(Path::of(Field::GrossMargin)), ["Profit", "Customer lifetime value (CLTV)"]);
}

#[test]
fn a_sum_that_means_nothing_is_a_dash_with_its_reason() {
    let model = model(document(B2B));
    let numbers = Numbers::of(&model);
    let view = explanation(&numbers, What::NoSum(Measure::Bought), Lang::ZhHant);
    assert_eq!([view.title.as_str(), &view.value_text], [term::label(Measure::Bought, Lang::ZhHant), DASH]);
    assert!(view.reason.is_some_and(|reason| reason.contains("不是同一種單位")));
}

#[test]
fn other_programs_get_the_same_with_numbers() {
    let model = model(document(SERVICE));
    let answer = api_explanation(&Numbers::of(&model), plan(Measure::Cac), Lang::En);
    let json = serde_json::to_value(&answer).unwrap();
    assert_eq!(json["label"], "Customer acquisition cost (CAC)");
    assert_eq!(json["unit"], "money_per_unit");
    assert_eq!(json["substituted"], "NT$434 = NT$120,000 ÷ 276.5");
    assert!((json["value"].as_f64().unwrap() - 434.027_777_777_777_8).abs() < 1e-9);
    let inputs = json["inputs"].as_array().unwrap();
    let rate = inputs.iter().find(|input| input["path"] == "stages[3].conversion_rate").unwrap();
    assert_eq!([&rate["value"], &rate["source"]], [&serde_json::json!(0.4), &serde_json::json!("own")]);
    let budget = inputs.iter().find(|input| input["path"] == "channels[0].monthly_budget").unwrap();
    assert!(budget["source"].is_null());
    let moves = json["elasticity"].as_array().unwrap();
    let of_rate = moves.iter().find(|row| row["path"] == "stages[3].conversion_rate").unwrap();
    assert!((of_rate["value"].as_f64().unwrap() + 1.0).abs() < 1e-9);
}

#[test]
fn the_budgets_of_an_answer_stand_in_no_field() {
    let model = model(document(B2B));
    let numbers = Numbers::of(&model);
    let seen = |subject: Subject, lang| explanation(&numbers, subject.on(Side::Answer), lang);
    let cac = seen(plan(Measure::Cac).into(), Lang::ZhHant);
    assert_eq!(cac.subject, Subject::from(plan(Measure::Cac)).on(Side::Answer));
    let (budgets, others): (Vec<_>, Vec<_>) =
        cac.inputs.iter().partition(|input| input.path.field == Field::MonthlyBudget);
    assert!(budgets.iter().all(|input| !input.has_field && input.source_label == "這個答案"), "{budgets:?}");
    assert!(others.iter().all(|input| input.has_field && input.source_label != "這個答案"), "{others:?}");
    assert!(!budgets.is_empty() && !others.is_empty());
    // The same number of the open plan leads to all of its fields.
    assert!(
        explanation(&numbers, plan(Measure::Cac), Lang::ZhHant).inputs.iter().all(|input| input.has_field)
    );
    for lang in Lang::ALL {
        let budget = Subject::from(Path::at(Field::MonthlyBudget, 0));
        let (entered, solved) = (explanation(&numbers, budget, lang), seen(budget, lang));
        assert_eq!([&solved.title, &solved.value_text], [&entered.title, &entered.value_text]);
        assert_eq!(solved.parts, entered.parts);
        assert!(solved.inputs.is_empty() && solved.notes.is_empty() && !entered.inputs.is_empty());
    }
}
