//! Links of every plan there is, and what happens to them on their way.

use super::{BASE64, END, LinkError, MARK, Notes, TooLong, address, decode, encode, is_in, is_place, p1};
use crate::model::plan::{Document, Estimate, Field, Path, Plan, Source};
use crate::persist::{plan_text, template};
use base64::Engine;
use std::fs;
use std::path::PathBuf;

mod golden;
mod mutations;
mod sizes;

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

/// Every golden plan by name.
fn golden_plans() -> Vec<(String, Plan)> {
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let plan = value.get("plan").unwrap_or(&value).to_string();
        (path.display().to_string(), plan_text::read(&plan).unwrap())
    };
    let examples = ["service", "b2b", "shop"].map(|name| folder("examples").join(format!("{name}.json")));
    let random = fs::read_dir(folder("random")).unwrap().map(|entry| entry.unwrap().path());
    examples.into_iter().chain(random).map(read).collect()
}

/// Every template in both languages, as its file has it.
fn templates() -> Vec<(String, Plan)> {
    let both = |template: template::Template| {
        ["zh-Hant", "en"]
            .map(|tag| (format!("{} {tag}", template.id), plan_text::of_tree(&template.tree(tag)).unwrap()))
    };
    template::all().into_iter().flat_map(both).collect()
}

fn example(name: &str) -> Plan {
    plan_text::read(&fs::read_to_string(folder("examples").join(format!("{name}.json"))).unwrap()).unwrap()
}

/// The text of a plan, in which two plans that differ in a bit differ.
fn written(plan: &Plan) -> String {
    plan_text::write(plan.document())
}

fn edited(plan: &Plan, change: impl FnOnce(&mut Document)) -> Plan {
    let mut document = plan.document().clone();
    change(&mut document);
    Plan::check(document).unwrap()
}

fn assert_comes_back(name: &str, plan: &Plan) {
    let link = encode(plan, Notes::Kept).unwrap();
    let back = decode(&link).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(written(&back), written(plan), "{name}");
    assert!(link.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'), "{link}");
    assert!(link.starts_with("p1") && link.ends_with('z'), "{link}");
}

#[test]
fn every_plan_comes_back() {
    for (name, plan) in golden_plans().iter().chain(&templates()) {
        assert_comes_back(name, plan);
    }
}

#[test]
fn what_differs_from_a_template_is_all_that_travels() {
    for (name, plan) in templates() {
        assert!(encode(&plan, Notes::Kept).unwrap().len() < 40, "{name}");
        let template = template::find(&plan.document().template).unwrap();
        let begun = ["zh-Hant", "en"].map(|tag| Plan::check(template.document(tag).unwrap()).unwrap());
        for plan in begun {
            assert_comes_back(&name, &plan);
            assert!(encode(&plan, Notes::Kept).unwrap().len() < 90, "a plan begun with {name}");
        }
    }
    let plan = Plan::check(template::document("b2b", "zh-Hant").unwrap()).unwrap();
    let changed = edited(&plan, |document| {
        document.channels.swap(0, 2);
        document.channels.remove(1);
        document.channels[0].name = "我的管道".into();
        document.channels[0].response = None;
        document.channels[1].conversion_rates.clear();
        document.stages[2].conversion_rate = Some(Estimate::from(-0.0));
        document.seasonality = None;
        document.goal.baseline = None;
        let mut copy = document.channels[1].clone();
        copy.id = "another".into();
        document.channels.push(copy);
    });
    assert_comes_back("changed", &changed);
    assert!(encode(&changed, Notes::Kept).unwrap().len() < 400);
}

#[test]
fn a_plan_that_calls_itself_by_a_template_may_be_any_plan() {
    for (name, plan) in golden_plans() {
        let plan = edited(&plan, |document| document.template = "shop".into());
        assert_comes_back(&name, &plan);
    }
}

#[test]
fn notes_can_stay_at_home() {
    let note = |document: &mut Document, path, note: &str| {
        let old = document.estimate(path).unwrap().clone();
        document.set(path, Estimate { note: Some(note.into()), source: Source::Own, ..old });
    };
    let plan = edited(&example("b2b"), |document| {
        note(document, Path::of(Field::OrderValue), "只給老闆看");
        note(document, Path::at(Field::UnitCost, 1), "報價 2026-09");
    });
    let kept = decode(&encode(&plan, Notes::Kept).unwrap()).unwrap();
    assert_eq!(kept, plan);
    let bare = decode(&encode(&plan, Notes::LeftOut).unwrap()).unwrap();
    assert!(written(&plan).contains("note") && !written(&bare).contains("note"));
    let value = |plan: &Plan| plan.document().estimate(Path::of(Field::OrderValue)).unwrap().clone();
    assert_eq!(value(&bare), Estimate { note: None, ..value(&plan) });
}

#[test]
fn a_plan_that_is_too_long_says_so() {
    let random: String = (0..60_000_u32)
        .map(|n| char::from_u32(0x4e00 + n.wrapping_mul(2_654_435_761) % 20_000).unwrap())
        .collect();
    let plan = edited(&example("shop"), |document| document.name = random);
    let error = encode(&plan, Notes::Kept).unwrap_err();
    assert!(matches!(error, TooLong { characters: 80_000.., most: 65_535 }), "{error}");
}

#[test]
fn what_loses_nothing_is_repaired() {
    // One whose link has two hyphens in a row.
    let targets = (1..)
        .map(|n| edited(&example("shop"), |document| document.channels[0].monthly_budget = f64::from(n)));
    let plan = targets.into_iter().find(|plan| encode(plan, Notes::Kept).unwrap().contains("--")).unwrap();
    let link = encode(&plan, Notes::Kept).unwrap();
    let url = address("https://plan.example.tw/p1/p1-tools/?lang=zh#/plan/3", &link);
    assert_eq!(url, format!("https://plan.example.tw/p1/p1-tools/?lang=zh#{link}"));
    let wrapped = |between: &str| {
        url.as_bytes().chunks(40).map(|line| str::from_utf8(line).unwrap()).collect::<Vec<_>>().join(between)
    };
    let encoded = |text: &str| {
        percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
    };
    let wide =
        |text: &str| text.chars().map(|c| char::from_u32(c as u32 + 0xfee0).unwrap()).collect::<String>();
    let texts = [
        link.clone(),
        url.clone(),
        format!("#{link}"),
        format!("#/{link}"),
        format!("{url}。"),
        format!("（{url}）"),
        format!("「{url}」看一下"),
        format!("<{url}>"),
        format!("\"{url}\","),
        format!("看這個：{url} 謝謝"),
        format!("{url}謝謝 p1"),
        format!("{url}&utm_source=line&fbclid=IwAR0p1aaaaaaaaaa"),
        format!("{url}?fbclid=IwAR0"),
        format!("_{url}_"),
        format!("[plan]({url})."),
        format!("<a href=\"{url}\">{url}</a>"),
        format!("https://l.example/?u={}&h=AT0", encoded(&url)),
        encoded(&encoded(&encoded(&url))),
        wrapped("\r\n"),
        wrapped("\r\n> > "),
        wrapped("\u{200b}"),
        wrapped(" \u{ad}\u{2060}"),
        url.replace("--", "—"),
        wide(&link),
        format!("P{}", &link[1..]),
        format!("{url}\n{url}"),
        format!("{link}{link}"),
    ];
    for text in texts {
        assert_eq!(decode(&text).map(|back| written(&back)), Ok(written(&plan)), "{text}");
        assert!(is_in(&text));
    }
}

#[test]
fn what_is_beyond_repair_has_a_name() {
    let [one, two] = ["shop", "b2b"].map(|name| encode(&example(name), Notes::Kept).unwrap());
    let url = |link: &str| address("https://plan.example.tw/", link);
    let refused = |text: &str| decode(text).unwrap_err().code();
    for text in
        ["", "p1", "#", "https://plan.example.tw/p1/", "#/plan/2", "gp1AAAAAAAA", "p0AAAAAAAAA", "目標"]
    {
        assert_eq!(refused(text), "not_a_link", "{text}");
        assert!(!is_in(text), "{text}");
    }
    assert_eq!(refused(&one[..one.len() - 1]), "link_cut_off");
    assert_eq!(refused(&format!("{}…", url(&one[..200]))), "link_cut_off");
    assert_eq!(refused(&one.to_lowercase()), "link_case_changed");
    assert_eq!(refused(&url(&one).to_uppercase()), "link_case_changed");
    assert_eq!(refused(&one.replacen("p1", "p2", 1)), "link_newer");
    assert_eq!(refused(&format!("{}{}", url(&one), url(&two))), "two_links");
    assert_eq!(refused(&format!("{one}{two}")), "two_links");
    assert_eq!(refused(&format!("{} {}", url(&one), url(&two[..100]))), "two_links");
    assert_eq!(refused(&"p1".repeat(600_000)), "link_too_large");
    let (half, other) = (one.len() / 2, two.len() / 2);
    assert_eq!(refused(&format!("{}{}", &one[..half], &two[other..])), "link_damaged");
}

/// A link whose checksum holds, of a plan that no program of this version makes.
fn link_of_any(document: &Document) -> String {
    let body = BASE64.encode(p1::encode(&plan_text::tree_of(document)));
    let length = u16::try_from(body.len()).unwrap();
    format!("{MARK}{}{body}{END}", BASE64.encode(length.to_be_bytes()))
}

#[test]
fn a_plan_of_a_newer_version_says_so() {
    let newer = Document { version: 9, ..example("service").document().clone() };
    assert_eq!(decode(&link_of_any(&newer)), Err(LinkError::Newer));
}

#[test]
fn a_plan_that_breaks_a_rule_is_refused_by_the_place() {
    let endless = Document { months: 0, ..example("service").document().clone() };
    let Err(LinkError::Refused(error)) = decode(&link_of_any(&endless)) else { panic!("it opened") };
    assert_eq!((error.code(), error.path.as_str()), ("out_of_range", "months"));
}

#[test]
fn the_stump_of_a_link_is_still_a_place_of_one() {
    for stump in ["p1", "p1AB"] {
        assert!(is_place(stump) && !is_in(stump), "{stump}");
        assert_eq!(decode(stump), Err(LinkError::NotALink));
    }
    assert!(is_place("%70%31CiY_7Aqjw"));
    assert!(!is_place("main") && !is_place("/plan/p1"));
}
