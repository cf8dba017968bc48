//! The library's store as `start.js` hands it out, read as a backup.
#![allow(clippy::unwrap_used, reason = "a test may end where it fails")]

use backcast::model::plan::Plan;
use backcast::persist::{backup, template};
use backcast::state::library::{Library, Memory, Store};
use std::collections::BTreeMap;

#[test]
fn every_plan_of_the_store_comes_back() {
    let store = Memory::default();
    let mut library = Library::load(store.clone());
    for (id, now) in [("service", 1_000), ("b2b", 3_000), ("shop", 2_000)] {
        let plan = Plan::check(template::document(id, "en").unwrap()).unwrap();
        library.create(id, plan, now).unwrap();
    }
    let texts: BTreeMap<String, String> = store
        .keys()
        .unwrap()
        .into_iter()
        .map(|key| (key.clone(), store.read(&key).unwrap().unwrap()))
        .collect();
    let entries = backup::read(&serde_json::to_string(&texts).unwrap()).unwrap();
    let kept: Vec<backup::Kept> = entries.into_iter().map(|entry| entry.kept.unwrap()).collect();
    let of_library = library
        .entries()
        .into_iter()
        .map(|entry| backup::Kept { saved_at: entry.saved_at, plan: entry.plan.clone() });
    assert_eq!(backup::write(&kept), backup::write(&of_library.collect::<Vec<_>>()));
}
