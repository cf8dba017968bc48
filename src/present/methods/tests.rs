use super::*;
use crate::model::equations::Model;
use crate::model::plan::Plan;
use std::collections::BTreeSet;

const PLANS: [&str; 3] = [
    include_str!("../../../tests/golden/examples/b2b.json"),
    include_str!("../../../tests/golden/examples/service.json"),
    include_str!("../../../tests/golden/examples/shop.json"),
];

fn model(text: &str) -> Model {
    Model::of(Plan::check(serde_json::from_str(text).unwrap()).unwrap())
}

#[test]
fn every_measure_of_the_plan_stands_there_once() {
    for text in PLANS {
        let model = model(text);
        let mut expected: BTreeSet<Measure> = model.graph().quantities().map(|q| q.measure).collect();
        expected.extend([Measure::RoasMarginal, Measure::CacMarginal, Measure::Required, Measure::MixFactor]);
        for lang in Lang::ALL {
            let page = methods(&Numbers::of(&model), lang, Basis::Plan);
            let rows: Vec<&MethodRow> = page.groups.iter().flat_map(|group| &group.rows).collect();
            let shown: BTreeSet<Measure> = rows.iter().map(|row| row.reading.quantity.measure).collect();
            assert_eq!(shown, expected);
            assert_eq!(rows.len(), expected.len(), "a measure stands there twice");
        }
    }
}

#[test]
fn the_groups_follow_the_order_of_thought() {
    let model = model(PLANS[0]);
    let page = methods(&Numbers::of(&model), Lang::ZhHant, Basis::Plan);
    let titles: Vec<&str> = page.groups.iter().map(|group| group.title).collect();
    assert_eq!(titles, ["目標", "從錢到量", "漏斗", "顧客與金額", "指標"]);
}

#[test]
fn a_measure_is_shown_where_its_formula_says_most() {
    let model = model(PLANS[0]);
    let page = methods(&Numbers::of(&model), Lang::ZhHant, Basis::Plan);
    let find = |measure| {
        let mut rows = page.groups.iter().flat_map(|group| &group.rows);
        rows.find(|row| row.reading.quantity.measure == measure).unwrap()
    };
    assert_eq!(find(Measure::Cac).id, "metrics.cac");
    let revenue = find(Measure::MonthlyRevenue);
    assert_eq!(revenue.formula_text, "Google 搜尋廣告 當月營收 = 平均客單價 × Google 搜尋廣告 當月消費次數");
    let free = find(Measure::MonthlyBought);
    assert_eq!(free.substituted_text, "1,061 = 800 + 260.9");
    assert_eq!(find(Measure::Cltv).reading.quantity.channel, Some(0));
    assert_eq!(
        find(Measure::EffectiveSpend).source,
        Some("S. Broadbent (1979), Journal of the Market Research Society 21(3)")
    );
}

#[test]
fn a_search_finds_names_ids_and_formulas_whatever_their_case() {
    let model = model(PLANS[0]);
    let page = methods(&Numbers::of(&model), Lang::ZhHant, Basis::Plan);
    let found = |query: &str| {
        let rows = page.groups.iter().flat_map(|group| &group.rows).filter(|row| row.matches(query));
        rows.map(|row| row.reading.quantity.measure).collect::<Vec<Measure>>()
    };
    assert_eq!(found("Metrics.CAC "), [Measure::Cac, Measure::CacMedia]);
    assert!(found("獲客成本").contains(&Measure::CltvToCac), "it stands in the formula");
    assert_eq!(found("終身價值 nothing"), []);
    assert_eq!(found("ＲＯＩ"), found("roi"), "as an input method writes it");
    assert_eq!(found(" ").len(), page.groups.iter().map(|group| group.rows.len()).sum::<usize>());
}

#[test]
fn the_page_says_with_which_budgets_it_computes() {
    let model = model(PLANS[1]);
    let numbers = Numbers::of(&model);
    let media = |basis| {
        let page = methods(&numbers, Lang::ZhHant, basis);
        let row = page.groups.iter().flat_map(|group| &group.rows).find(|row| row.id == "totals.media");
        (page.basis, row.map(|row| row.value_text.clone()))
    };
    let (required, today) = (media(Basis::Required), media(Basis::Plan));
    assert!(required.0.contains("達標預算") && today.0.contains("現在的預算"), "{required:?} {today:?}");
    assert_eq!([required.1, today.1], ["NT$86,806", "NT$120,000"].map(|text| Some(text.into())));
    let page = methods(&numbers, Lang::ZhHant, Basis::Required);
    let attainment = page.groups[0].rows.iter().find(|row| row.id == "goal.attainment").unwrap();
    assert_eq!(attainment.substituted_text, "138% = 276.5 ÷ 200", "what today's budget does");
}

/// 12 stages, 60 channels, 60 months, each with rates of its own.
fn large() -> Plan {
    let mut plan: serde_json::Value = serde_json::from_str(PLANS[0]).unwrap();
    let stage = |place: usize| match place {
        0 => serde_json::json!({ "id": "s0", "name": "S0", "tier": "top" }),
        _ => serde_json::json!({
            "id": format!("s{place}"), "name": format!("S{place}"), "tier": "middle",
            "conversion_rate": 0.5, "delay_days": 10
        }),
    };
    plan["stages"] = (0..12).map(stage).collect();
    let channel = |place: usize| {
        serde_json::json!({
            "id": format!("c{place}"), "name": format!("C{place}"), "trust": "test", "entry_stage": "s0",
            "unit_cost": 1 + place, "monthly_budget": 1000, "free_volume": 5, "carryover": 0.3,
            "response": { "kind": "saturating", "ceiling": 90_000 },
            "conversion_rates": { "s3": 0.4, "s7": 0.6 }
        })
    };
    plan["channels"] = (0..60).map(channel).collect();
    plan["months"] = serde_json::json!(60);
    plan["phasing"] = serde_json::json!("seasonal");
    Plan::check(serde_json::from_value(plan).unwrap()).unwrap()
}

/// A hundredth of a second in a release; what moves each number, which the page does not show, takes seconds more.
#[test]
fn a_large_plan_is_shown_at_once() {
    let model = Model::of(large());
    let numbers = Numbers::of(&model);
    let began = std::time::Instant::now();
    let page = methods(&numbers, Lang::ZhHant, Basis::Required);
    let took = began.elapsed();
    println!("the page takes {took:?}");
    assert!(page.groups.iter().map(|group| group.rows.len()).sum::<usize>() > 60);
    assert!(took < std::time::Duration::from_secs(1), "{took:?}");
}
