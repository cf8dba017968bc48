use super::{CheckRow, ChecksView};
use crate::locale::Lang;
use crate::model::check::{Met, Severity, checks};
use crate::model::equations::Model;
use crate::model::plan::{Document, Plan};
use crate::model::quantity::{Basis, Measure, Quantity, Reading};
use crate::model::reading::Numbers;
use crate::present::explanation::explanation;
use crate::present::sentence::{Piece, Sentence, Shown};
use crate::present::subject::Subject;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

fn corpus(folder: &str) -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(folder);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: &Path| -> Value { serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap() };
    files.iter().map(|path| (path.display().to_string(), read(path))).collect()
}

/// Every golden plan with its name.
fn plans() -> Vec<(String, Value)> {
    let examples = corpus("examples").into_iter().filter(|(_, plan)| !plan["version"].is_null());
    let random = corpus("random").into_iter().map(|(name, case)| (name, case["plan"].clone()));
    examples.chain(random).collect()
}

fn example(name: &str) -> Value {
    let found = corpus("examples").into_iter().find(|(path, _)| path.ends_with(&format!("/{name}.json")));
    found.unwrap().1
}

fn model(plan: &Value) -> Model {
    let document: Document = serde_json::from_value(plan.clone()).unwrap();
    Model::of(Plan::check(document).unwrap())
}

/// With the budgets of the plan as it stands.
fn view(plan: &Value, lang: Lang) -> ChecksView {
    ChecksView::of(&Numbers::of(&model(plan)), lang, Basis::Plan)
}

fn told(row: &CheckRow) -> String {
    let action = row.action.as_ref().map_or(String::new(), |action| format!(" [{}]", action.label));
    format!("{}｜{}｜{}{action}", row.tag, row.title.text(), row.body.text())
}

fn doors(sentence: &Sentence) -> impl Iterator<Item = &Shown> {
    sentence.0.iter().filter_map(|piece| match piece {
        Piece::Number(shown) => Some(shown),
        Piece::Text(_) => None,
    })
}

/// The first number of a text, without its sign and unit.
fn amount(text: &str) -> &str {
    let text = text.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != ',' && letter != '.');
    text.split_at(end.unwrap_or(text.len())).0
}

fn lines(view: &ChecksView) -> Vec<String> {
    view.rows.iter().map(told).collect()
}

fn letters(view: &ChecksView) -> Vec<String> {
    view.smart
        .iter()
        .map(|row| format!("{} {} {}：{}", row.letter, row.met.id(), row.name, row.text.text()))
        .collect()
}

/// What is said of the service example after an edit: the row that contains a word.
fn said(word: &str, lang: Lang, edit: impl FnOnce(&mut Value)) -> String {
    let mut plan = example("service");
    edit(&mut plan);
    let lines = lines(&view(&plan, lang));
    lines.iter().find(|line| line.contains(word)).cloned().unwrap_or_else(|| format!("nothing in {lines:#?}"))
}

/// A second channel beside the first one.
fn two(plan: &mut Value) {
    let mut second = plan["channels"][0].clone();
    second["id"] = json!("seo");
    second["name"] = json!("SEO");
    plan["channels"].as_array_mut().unwrap().push(second);
}

#[test]
fn the_service_example_reads_well_in_both_languages() {
    let plan = example("service");
    assert_eq!(
        letters(&view(&plan, Lang::ZhHant)),
        [
            "S yes 明確：200 位新客，單一數字",
            "M yes 可衡量：每個階段都有數量；4 個轉換率裡 2 個是自有數據",
            "A yes 做得到：現在填的預算有餘：達標只要它的 0.72 倍",
            "R yes 有關聯：一位新客終身帶來毛利 NT$9,494，獲客成本 NT$434",
            "T yes 有期限：2027 年 6 月底",
        ]
    );
    assert_eq!(
        lines(&view(&plan, Lang::ZhHant)),
        [
            "提醒｜全部預算在一個管道｜Meta 廣告佔 100%，超過 70%；它一失效，沒有別的補上。 [加一個管道]",
            "留意｜顧客終身價值是獲客成本的 21.9 倍，好得不尋常｜一般 3 倍就算健康；確認毛利率與消費次數。 [到毛利率]",
            "良好｜第一次消費就回本｜顧客回本時間 0 個月：第一次消費的毛利就超過行銷成本。",
        ]
    );
    assert_eq!(
        lines(&view(&plan, Lang::En)),
        [
            "Warning｜All the money is in one channel｜Meta 廣告 has 100%, more than 70%; if it fails, nothing \
             replaces it. [Add a channel]",
            "Note｜A customer is worth 21.9× its cost, which is unusual｜3 times is healthy already; confirm the \
             margin and the number of orders. [To gross margin]",
            "Good｜The first purchase pays the cost back｜Customer payback 0 months: the gross profit of first \
             purchases covers the cost.",
        ]
    );
}

#[test]
fn each_finding_says_its_numbers() {
    let zh = |word: &str, edit: &dyn Fn(&mut Value)| said(word, Lang::ZhHant, edit);
    let en = |word: &str, edit: &dyn Fn(&mut Value)| said(word, Lang::En, edit);
    let no_money = |plan: &mut Value| plan["channels"][0]["monthly_budget"] = json!(0);
    assert_eq!(
        zh("還沒有預算", &no_money),
        "提醒｜還沒有預算｜給 Meta 廣告一個每月預算，才有配比可以倒扣。 [調整 Meta 廣告的預算]"
    );
    let ceiling = |plan: &mut Value| {
        plan["channels"][0]["response"] =
            json!({ "kind": "hill", "ceiling": 40_000, "half_at": 9, "slope": 10 });
    };
    assert_eq!(
        en("out of reach", &ceiling),
        "Warning｜The goal is out of reach｜The channels have ceilings: in today's mix no budget gets beyond 138 new \
         customers; the goal is 200 new customers. Raise a ceiling or add a channel. [To monthly ceiling]"
    );
    let season = |plan: &mut Value| {
        plan["seasonality"] = json!([1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 0.5, 0.5]);
        plan["stages"][4]["conversion_rate"] = json!(0.6);
    };
    assert_eq!(
        zh("旺季", &season),
        "提醒｜旺季的成交率超過 100%｜2027 年 6 月的季節係數是 2，60% 乘上去超過 100%，只能以此計；這樣的月份有 1 個月。 \
         [到成交率]"
    );
    let blocked = |plan: &mut Value| {
        two(plan);
        plan["channels"][1]["fit_rate"] = json!(0);
    };
    assert_eq!(
        zh("沒有作用", &blocked),
        "提醒｜SEO 的錢沒有作用｜花了 NT$120,000，沒有帶來任何人：SEO 有效流量比例是 0。 [到 SEO 有效流量比例]"
    );
    let support = |plan: &mut Value| {
        two(plan);
        plan["channels"][1]["depends_on"] =
            json!([{ "channel": "meta", "share_without": 0.4, "full_at": 40_000 }]);
    };
    assert_eq!(
        en("lacks", &support),
        "Warning｜SEO lacks the support of Meta 廣告｜Meta 廣告 needs NT$40,000 a month and has NT$20,000 at its least, \
         which leaves SEO 70% of its strength; this happens in 6 months. [Change the budget of Meta 廣告]"
    );
    let margin = |margin: f64| move |plan: &mut Value| plan["economics"]["gross_margin"] = json!(margin);
    assert_eq!(
        zh("只有", &margin(0.05)),
        "提醒｜顧客終身價值只有獲客成本的 1.99 倍｜一位新客終身帶來毛利 NT$863，獲客成本 NT$434；一般要 3 倍才撐得起其他開銷。 \
         [到平均客單價]"
    );
    assert_eq!(
        en("pay back after", &margin(0.05)),
        "Note｜Customers pay back after the plan｜The gross profit of customers pays the cost after 9.1 months, the \
         plan has 6 months; the money has to be advanced until then. [To gross margin]"
    );
    assert_eq!(
        zh("收不回來", &margin(0.01)),
        "提醒｜這筆錢收不回來｜一位新客終身帶來毛利 NT$173，獲客成本 NT$434。 [到毛利率]"
    );
    assert_eq!(
        zh("停用", &|plan| {
            two(plan);
            plan["channels"][1]["active"] = json!(false);
        }),
        "留意｜1 個管道停用｜SEO 不花錢，也不帶來成果。 [看 SEO]"
    );
}

#[test]
fn amounts_follow_the_budgets_that_are_looked_at_and_it_is_said_which() {
    let mut plan = example("service");
    plan["economics"]["gross_margin"] = json!(0.05);
    plan["channels"][0]["fixed_cost"] = json!(5_000);
    plan["channels"][0]["max_budget"] = json!(8_000);
    let told = |basis, lang| {
        let view = ChecksView::of(&Numbers::of(&model(&plan)), lang, basis);
        let cac = view.smart[3].text.text();
        let bound = lines(&view).into_iter().find(|line| line.contains("8,000")).unwrap();
        [view.basis.into(), cac, bound]
    };
    assert_eq!(
        told(Basis::Required, Lang::ZhHant),
        [
            "金額以達標預算計算",
            "一位新客終身帶來毛利 NT$863，獲客成本 NT$584，但方案期間內還是虧的（報酬率 −60.9%）",
            "提醒｜Meta 廣告的預算超過你設的上限｜達標每月要 NT$14,468，超過你設的上限 NT$8,000；倒扣照現在的配比放大，不看上下限。 \
             [到每月最高預算]",
        ]
    );
    assert_eq!(
        told(Basis::Plan, Lang::En),
        [
            "Amounts are those of today's budget",
            "A customer brings NT$863 of gross profit in a lifetime and costs NT$543 to win, yet the plan's own \
             months end in a loss (return −58%)",
            "Warning｜The budget of Meta 廣告 is above its limit｜It is NT$20,000 a month, above the limit of NT$8,000. \
             [To largest monthly budget]",
        ]
    );
}

#[test]
fn a_goal_out_of_reach_says_why_and_leads_there() {
    let zh = |edit: &dyn Fn(&mut Value)| said("到不了", Lang::ZhHant, edit);
    let en = |edit: &dyn Fn(&mut Value)| said("out of reach", Lang::En, edit);
    let blocked = |plan: &mut Value| plan["stages"][3]["conversion_rate"] = json!(0);
    assert_eq!(
        zh(&blocked),
        "提醒｜目標到不了｜預約率是 0，花再多也停在 0 位新客；目標是 200 位新客。 [到預約率]"
    );
    let late = |plan: &mut Value| plan["stages"][3]["delay_days"] = json!(300);
    assert_eq!(
        en(&late),
        "Warning｜The goal is out of reach｜Everything arrives after the deadline; by then it stays at 0 new customers, \
         and the goal is 200 new customers. Allow more months. [Move the deadline]"
    );
    let far = |plan: &mut Value| plan["goal"]["target"] = json!(1e15);
    assert!(zh(&far).contains("現在的預算放大 10 億倍也只到"), "{}", zh(&far));
    let losing = |plan: &mut Value| {
        plan["economics"]["gross_margin"] = json!(0.01);
        plan["goal"] = json!({ "metric": "profit", "target": 1 });
    };
    assert!(en(&losing).contains("further money costs") || en(&losing).contains("beyond which money costs"));
}

#[test]
fn no_view_is_flooded() {
    let mut plan = example("service");
    (0..5).for_each(|_| two(&mut plan));
    for (place, channel) in plan["channels"].as_array_mut().unwrap().iter_mut().enumerate() {
        channel["id"] = json!(format!("c{place}"));
        channel["response"] = json!({ "kind": "saturating", "ceiling": 20_000 });
        channel["monthly_budget"] = json!(20_000 + 100 * place);
    }
    let view = view(&plan, Lang::En);
    let dear: Vec<String> = lines(&view).into_iter().filter(|line| line.contains("stated price")).collect();
    assert_eq!(dear.len(), 2, "{dear:#?}");
    assert!(checks(&Numbers::of(&model(&plan)), Basis::Plan).len() > view.rows.len());
}

#[test]
fn golden_plans_are_told_in_both_languages() {
    // Said rounded down, so that it does not read like the goal.
    let reachable = Subject::from(Reading::now(Quantity::plan(Measure::Reachable)));
    for (name, plan) in plans() {
        let model = model(&plan);
        let numbers = Numbers::of(&model);
        let bases = [Basis::Plan, Basis::Required];
        for (lang, basis) in Lang::ALL.into_iter().flat_map(|lang| bases.map(|basis| (lang, basis))) {
            let basis = if numbers.values(basis).is_some() { basis } else { Basis::Plan };
            let found = super::shortened(checks(&numbers, basis));
            let view = ChecksView::of(&numbers, lang, basis);
            assert!(view.rows.len() <= 8 && view.rows.len() == found.len(), "{name}");
            for (row, check) in view.rows.iter().zip(&found) {
                let line = told(row);
                assert!(!row.title.text().is_empty() && !row.body.text().is_empty(), "{name} {check:?}");
                let shown: Vec<&Shown> = doors(&row.title).chain(doors(&row.body)).collect();
                for reading in &check.readings {
                    let leads_there = |shown: &&&Shown| shown.subject == Subject::from(*reading);
                    assert_eq!(shown.iter().filter(leads_there).count(), 1, "{name} {line}");
                }
                for shown in shown.iter().filter(|shown| shown.subject != reachable) {
                    let behind = explanation(&numbers, shown.subject, lang).value_text;
                    assert_eq!(amount(&shown.text), amount(&behind), "{name} {line}");
                }
                assert_eq!(row.action.as_ref().map(|action| action.target), check.place);
                assert_eq!(row.severity == Severity::Good, row.action.is_none());
            }
            let all = [letters(&view), lines(&view)].concat().join("\n");
            for wrong in ["NaN", "—", "\u{F8FF}", "  ", "{", "}"] {
                assert!(!all.contains(wrong), "{name} {wrong:?} in {all}");
            }
            let named_in_chinese = name.contains("examples");
            let chinese = all.chars().any(|letter| ('\u{4E00}'..='\u{9FFF}').contains(&letter));
            assert!(named_in_chinese || chinese == (lang == Lang::ZhHant), "{name} {all}");
        }
    }
}

#[test]
fn a_letter_that_is_not_met_says_why() {
    let letter = |place: usize, edit: &dyn Fn(&mut Value)| {
        let mut plan = example("service");
        edit(&mut plan);
        let view = view(&plan, Lang::ZhHant);
        (view.smart[place].met, view.smart[place].text.text())
    };
    let goal = |goal: Value| move |plan: &mut Value| plan["goal"] = goal.clone();
    let revenue = goal(json!({ "metric": "revenue", "target": 900_000 }));
    assert_eq!(letter(0, &revenue), (Met::Partly, "NT$900,000，還沒說不做這個方案會有多少".into()));
    let met = goal(json!({ "metric": "new_customers", "target": 200, "baseline": 250 }));
    assert_eq!(letter(0, &met), (Met::No, "200 位新客，不做這個方案就會達到".into()));
    let blocked = |plan: &mut Value| plan["stages"][3]["conversion_rate"] = json!(0);
    assert_eq!(letter(1, &blocked), (Met::No, "沒有人會到預約".into()));
    assert_eq!(letter(2, &blocked), (Met::No, "照現在的配比最多到 0 位新客".into()));
    assert_eq!(letter(3, &blocked), (Met::No, "還沒有人會成為新客".into()));
    assert_eq!(letter(4, &blocked), (Met::No, "2027 年 6 月底，還沒有任何成果會到".into()));
    let far = goal(json!({ "metric": "new_customers", "target": 2000 }));
    assert_eq!(letter(2, &far), (Met::Partly, "要現在填的預算的 7.23 倍".into()));
    let small = |plan: &mut Value| plan["economics"]["gross_margin"] = json!(0.05);
    let text = "一位新客終身帶來毛利 NT$863，獲客成本 NT$434，但方案期間內還是虧的（報酬率 −47.4%）";
    assert_eq!(letter(3, &small), (Met::Partly, text.into()));
    let slow = |plan: &mut Value| plan["stages"][4]["delay_days"] = json!(45);
    assert_eq!(letter(4, &slow), (Met::Partly, "2027 年 6 月底；24.6% 的成果之後才到".into()));
}
