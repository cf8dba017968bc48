//! Backups there and back, and what can be wrong with one.

use super::{BackupError, Kept, LONGEST, read, write};
use crate::model::plan::Plan;
use crate::persist::plan_text::{self, PlanError};
use crate::persist::record::Record;
use crate::persist::template;
use serde_json::json;

fn plans() -> Vec<Kept> {
    let plan = |template: template::Template| Plan::check(template.document("zh-Hant").unwrap()).unwrap();
    let kept = |(place, plan): (u64, Plan)| Kept { saved_at: 1_790_000_000_000 + place / 2 * 60_000, plan };
    (0..).zip(template::all().into_iter().map(plan)).map(kept).collect()
}

fn stored(kept: &Kept) -> String {
    let plan = plan_text::write_compact(kept.plan.document());
    Record { revision: 3, saved_at: kept.saved_at, plan }.encode()
}

#[test]
fn the_same_plans_make_the_same_file_in_any_order() {
    let mut plans = plans();
    let text = write(&plans);
    plans.reverse();
    assert_eq!(write(&plans), text);
    assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
    assert_eq!(text.lines().count(), plans.len() + 2);
}

#[test]
fn a_second_export_is_the_first() {
    for plans in [plans(), vec![plans().remove(1)], vec![]] {
        let text = write(&plans);
        let again: Vec<Kept> = read(&text).unwrap().into_iter().map(|entry| entry.kept.unwrap()).collect();
        assert_eq!(again.len(), plans.len());
        assert_eq!(write(&again), text);
    }
}

#[test]
fn one_bad_plan_is_no_harm_to_the_others() {
    let mut file: serde_json::Value = serde_json::from_str(&write(&plans())).unwrap();
    let items = file["plans"].as_array_mut().unwrap();
    items[1]["plan"]["months"] = json!(0);
    items[2]["plan"]["version"] = json!(2);
    items[3] = json!("a plan");
    items[4]["saved_at"] = json!("yesterday");
    items[5] = items[5]["plan"].clone();
    let entries = read(&format!("\u{feff}{file}")).unwrap();
    let told: Vec<_> = entries.iter().map(|entry| entry.kept.as_ref().map_err(PlanError::code)).collect();
    assert_eq!(told.len(), 8);
    assert_eq!(
        [told[1], told[2], told[3], told[4]].map(Result::err),
        ["out_of_range", "newer_version", "not_a_plan", "not_a_plan"].map(Some)
    );
    assert!(told[0].is_ok() && told[5].is_ok() && told[6].is_ok() && told[7].is_ok());
    assert_eq!(told[5].map(|kept| kept.saved_at), Ok(0));
    assert!(!entries[1].name.is_empty() && entries[3].name.is_empty());
}

#[test]
fn what_is_no_backup_says_so() {
    let code = |text: &str| read(text).unwrap_err().code();
    for text in
        ["{}", "[]", "3", "{\"name\": \"x\"}", "{\"backcast_backup\": 1}", "{\"backcast_backup\": \"1\"}"]
    {
        assert_eq!(code(text), "not_a_backup", "{text}");
    }
    assert_eq!(code("{\"backcast_backup\": 1, \"plans\": {}}"), "not_a_backup");
    let cut = &write(&plans())[..9_000];
    assert!(matches!(read(cut), Err(BackupError::NotJson { line: 2.., .. })));
    assert_eq!(read("{\"plans\": [{}], \"backcast_backup\": 2}"), Err(BackupError::Newer { version: 2 }));
    assert_eq!(code(&" ".repeat(LONGEST + 1)), "too_long");
    assert_eq!(read("{\"backcast_backup\": 1, \"plans\": [0,0]}").unwrap().len(), 2);
}

#[test]
fn the_texts_of_a_store_are_a_backup() {
    let plans = plans();
    let damaged = stored(&plans[1]).replacen("\"months\":", "\"months:", 1);
    let dump = json!({
        "backcast.settings": "{\"theme\":\"dark\"}",
        "backcast.plan.a": stored(&plans[0]),
        "backcast.past.a.2.1790000000000": stored(&plans[2]),
        "backcast.plan.b": damaged,
        "backcast.quarantine.b.0badf00d": damaged,
        "backcast.past.b.1.1790000000000": stored(&plans[1]),
        "backcast.past.b.2.1790000000001": stored(&plans[4]),
        "backcast.past.bb.3.1790000000002": stored(&plans[6]),
        "backcast.plan.c": "backcast-record 1 half",
        "backcast.plan.d": null,
        "other": "text",
    });
    let entries = read(&dump.to_string()).unwrap();
    let kept: Vec<_> = entries.iter().map(|entry| entry.kept.as_ref().ok()).collect();
    assert_eq!(kept, [Some(&plans[0]), Some(&plans[4]), None], "the whole text, the newest that is, none");
    assert_eq!(read("{\"backcast.settings\": \"{}\"}"), Ok(vec![]));
}
