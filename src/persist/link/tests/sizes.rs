//! How long links are, and how much a hostile one can take.

use super::super::{BASE64, END, LinkError, MARK, Notes, decode, encode};
use super::{edited, example, templates};
use crate::model::plan::{
    Channel, Document, Estimate, Field, Path, Phasing, Plan, Response, ResponseKind, Source,
};
use crate::persist::{catalogue, template};
use base64::Engine;
use miniz_oxide::deflate::compress_to_vec;
use std::time::{Duration, Instant};

const TYPICAL: usize = 1_000;
const FULL: usize = 2_000;

fn characters(plan: &Plan) -> usize {
    encode(plan, Notes::Kept).unwrap().len()
}

/// Another number in the place of one, with a range and a source of its own.
fn own(path: Path, value: f64, place: usize, note: Option<&str>) -> Estimate {
    let factor = 0.9 + 0.01 * f64::from(u8::try_from(place % 17).unwrap());
    let round = |number: f64| format!("{number:.1e}").parse::<f64>().unwrap();
    let value = round(value * factor);
    let high = path.field.bounds().high;
    let range = Some((round(value * 0.72), round(value * 1.31).min(high).max(value)));
    let source = [Source::Own, Source::Benchmark, Source::Assumption, Source::Quote][place % 4];
    Estimate { value, range, source, note: note.map(str::to_owned) }
}

/// As after an hour's work: the name, the months and a third of the estimates are the reader's own.
fn lightly_edited(plan: &Plan) -> Plan {
    edited(plan, |document| {
        document.name = "2027 下半年行銷預算（王經理）".into();
        document.start = "2027-07".into();
        for (place, path) in document.paths().into_iter().enumerate().filter(|(place, _)| place % 3 == 0) {
            if let Some(estimate) = document.estimate(path) {
                document.set(path, own(path, estimate.value, place, None));
            }
        }
    })
}

/// Ten channels and twelve months in which every number is the reader's own, with a range, a source and a note.
fn full(note: impl Fn(usize) -> Option<String>) -> Plan {
    let mut document = template::document("b2b", "zh-Hant").unwrap();
    document.name = "2027 年度行銷計畫：設備事業部".into();
    document.months = 12;
    document.seasonality = Some((0..12).map(|month| 0.8 + 0.07 * f64::from(month * 5 % 12)).collect());
    document.phasing =
        Phasing::Factors((0..12).map(|month| 0.5 + 0.11 * f64::from(month * 7 % 12)).collect());
    document.channels.clear();
    for entry in catalogue::all().into_iter().take(10) {
        let channel = catalogue::channel(&entry, "zh-Hant", &document);
        document.channels.push(filled(channel, &document));
    }
    for (place, path) in document.paths().into_iter().enumerate() {
        if let Some(estimate) = document.estimate(path) {
            document.set(path, own(path, estimate.value, place, note(place).as_deref()));
        } else if path.field == Field::MonthlyBudget {
            document.set(path, Estimate::from(f64::from(path.index) * 7_000.0 + 23_000.0));
        }
    }
    Plan::check(document).unwrap()
}

/// A channel with every group of the form filled in.
fn filled(channel: Channel, document: &Document) -> Channel {
    let number = |value: f64| Some(Estimate::from(value));
    let mut response = Response::of(ResponseKind::Doubling);
    (response.at, response.gain) = (number(30_000.0), number(0.7));
    let mut filled = Channel { response: Some(response), max_budget: Some(300_000.0), ..channel };
    (filled.fit_rate, filled.carryover, filled.ramp_months) = (number(0.6), number(0.3), number(2.0));
    (filled.labour_hours, filled.hourly_wage) = (number(24.0), number(350.0));
    (filled.fixed_cost, filled.setup_cost) = (number(6_000.0), number(40_000.0));
    if filled.entry_stage != document.stages.last().unwrap().id {
        filled.conversion_rates.insert(document.stages.last().unwrap().id.clone(), Estimate::from(0.2));
    }
    filled
}

#[test]
fn a_typical_plan_takes_a_thousand_characters_at_most() {
    let examples = ["service", "b2b", "shop"].map(|name| (name.to_owned(), example(name)));
    for (name, plan) in &examples {
        println!("{name}: {} characters", characters(plan));
        assert!(characters(plan) <= TYPICAL, "{name}");
    }
    for (name, plan) in templates() {
        let edited = lightly_edited(&plan);
        println!("{name}: {} untouched, {} edited", characters(&plan), characters(&edited));
        assert!(characters(&edited) <= TYPICAL, "{name}");
    }
}

#[test]
fn a_full_plan_takes_two_thousand_characters_with_notes_that_repeat() {
    let sources = [
        "GA4 2026 第三季",
        "代理商報價單",
        "去年同期後台",
        "業務部估計",
        "產業報告 2026",
        "CRM 匯出",
        "門市 POS",
    ];
    let cases = [
        ("without notes", full(|_| None)),
        ("with seven notes that repeat", full(|place| Some(sources[place % sources.len()].to_owned()))),
    ];
    for (name, plan) in &cases {
        println!("{name}: {} estimates, {} characters", plan.document().paths().len(), characters(plan));
        assert!(characters(plan) <= FULL, "{name}");
    }
    // A different note on every number is text that nothing can shorten: such a plan travels without its notes.
    let letter = |at: usize| char::from_u32(0x4e00 + u32::try_from(at * 7919 % 4000).unwrap()).unwrap();
    let noted = full(|place| Some((0..10).map(|at| letter(place * 10 + at)).collect()));
    println!("with a different note on every number: {} characters", characters(&noted));
    assert!(encode(&noted, Notes::LeftOut).unwrap().len() <= FULL);
}

/// A link around any text, with a checksum that does not matter.
fn around(text: &[u8], leans_on: u8) -> String {
    let bytes = [&[0, 0, 0, 0, leans_on], compress_to_vec(text, 10).as_slice()].concat();
    let body = BASE64.encode(bytes);
    let length = BASE64.encode(u16::try_from(body.len()).expect("a bomb that fits").to_be_bytes());
    format!("{MARK}{length}{body}{END}")
}

#[test]
fn bombs_are_refused_in_a_moment() {
    let rates: Vec<String> = (0..9_000).map(|id| format!("\"s{id}\":[1,0,0]")).collect();
    let notes = format!("[[512,[[524288,{{{}}}]]],\"{}\"]", rates.join(","), "x".repeat(800_000));
    let bombs = [
        ("zeros", around(&vec![0; 30_000_000], 0), LinkError::TooLarge),
        ("spaces", around(" ".repeat(999_999).as_bytes(), 0), LinkError::Damaged),
        ("deep", around("[".repeat(900_000).as_bytes(), 0), LinkError::Damaged),
        ("wide", around(format!("[{}0]", "0,".repeat(499_000)).as_bytes(), 0), LinkError::Damaged),
        ("one note in many places", around(notes.as_bytes(), 0), LinkError::Damaged),
        (
            "one template's channel many times",
            around(format!("[[512,[{}0]]]", "0,".repeat(490_000)).as_bytes(), 7),
            LinkError::Damaged,
        ),
        ("letters", format!("p1{}", "_Aa".repeat(330_000)), LinkError::Damaged),
        ("marks", "p1AAAAA ".repeat(120_000), LinkError::TwoLinks),
        ("hundredths", "%2525".repeat(199_000), LinkError::NotALink),
    ];
    for (name, bomb, error) in bombs {
        let begin = Instant::now();
        assert_eq!(decode(&bomb), Err(error), "{name}");
        let took = begin.elapsed();
        println!("{name}: {} characters refused in {took:?}", bomb.len());
        // A second is allowed to the optimised program; this one is not, and shares its machine.
        assert!(took < Duration::from_secs(4), "{name}: {took:?}");
    }
}
