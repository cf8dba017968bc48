//! The tables of golden plans against their reports.

use super::{Cell, Table, Tables};
use crate::locale::Lang::{self, En, ZhHant};
use crate::model::equations::Model;
use crate::model::plan::Plan;
use crate::model::quantity::Basis;
use crate::model::reading::Numbers;
use serde_json::Value;

fn golden(name: &str) -> Value {
    let path = format!("{}/tests/golden/examples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn tables(name: &str, lang: Lang) -> Tables {
    let plan = Plan::check(serde_json::from_value(golden(name)).unwrap()).unwrap();
    let model = Model::of(plan);
    Tables::of(&Numbers::of(&model), lang, Basis::Plan)
}

/// The cell of a row, by its first cell, under a heading.
fn cell<'t>(table: &'t Table, row: &str, heading: &str) -> &'t Cell {
    let text = |cell: &Cell, text: &str| *cell == Cell::Text(text.into());
    let column = table.rows[0]
        .iter()
        .position(|cell| text(cell, heading))
        .unwrap_or_else(|| panic!("{heading}: {:?}", table.rows[0]));
    let row = table.rows.iter().find(|cells| text(&cells[0], row)).unwrap_or_else(|| panic!("{row}"));
    &row[column]
}

fn assert_close(found: &Cell, expected: &Value) {
    match (found, expected.as_f64()) {
        (Cell::Number(found), Some(expected)) => {
            assert!((found - expected).abs() <= 1e-9 * expected.abs(), "{found}, expected {expected}");
        }
        (found, expected) => assert_eq!((found, expected), (&Cell::Empty, None)),
    }
}

#[test]
fn numbers_are_those_of_the_report() {
    let (report, tables) = (golden("b2b.report"), tables("b2b", ZhHant));
    let channel =
        |id: &str| report["channels"].as_array().unwrap().iter().find(|c| c["id"] == id).unwrap().clone();
    let plan = golden("b2b");
    for of in plan["channels"].as_array().unwrap() {
        let (name, report) = (of["name"].as_str().unwrap(), channel(of["id"].as_str().unwrap()));
        let cells = [
            ("行銷總成本（NT$）", "cost"),
            ("投資報酬率（小數，1 是 100%）", "roi"),
            ("顧客回本時間（個月）", "payback_months"),
        ];
        for (heading, key) in cells {
            assert_close(cell(&tables.channels, name, heading), &report[key]);
        }
    }
    assert_close(cell(&tables.channels, "整個方案", "行銷總成本（NT$）"), &report["totals"]["cost"]);
    for (place, month) in ["2027-01", "2027-12"].iter().zip([0, 11]) {
        assert_close(cell(&tables.months, place, "當月營收（NT$）"), &report["months"][month]["revenue"]);
    }
    let stage = &report["stages"][1];
    let name = golden("b2b")["stages"][1]["name"].as_str().unwrap().to_owned();
    assert_close(cell(&tables.stages, &name, "每單位總成本（NT$）"), &stage["cost_per_unit"]);
}

#[test]
fn a_channel_has_no_volume_before_its_entry() {
    let tables = tables("b2b", En);
    let stages = golden("b2b")["stages"].as_array().unwrap().len() - 1;
    let event = tables.channels.rows.iter().find(|row| row[0] == Cell::Text("展會".into())).unwrap();
    let volumes = &event[event.len() - 2 * stages..][..stages];
    assert!(volumes.contains(&Cell::Empty) && matches!(volumes.last(), Some(Cell::Number(_))), "{volumes:?}");
}

#[test]
fn assumptions_have_their_range_and_source() {
    let tables = tables("service", En);
    let rate = "Click-through rate";
    let of = |heading: &str| cell(&tables.assumptions, rate, heading).clone();
    assert_eq!(of("Value"), Cell::Number(0.02));
    assert_eq!(of("Unit"), Cell::Text("fraction, 1 is 100%".into()));
    assert_eq!([of("Low (P10)"), of("High (P90)")], [Cell::Number(0.014), Cell::Number(0.028)]);
    assert_eq!(of("Place in the plan's file"), Cell::Text("stages[1].conversion_rate".into()));
    // A goal is counted in people, or money.
    assert_eq!(*cell(&tables.assumptions, "Target", "Unit"), Cell::Empty);
    let of_money = self::tables("b2b", En);
    assert_eq!(*cell(&of_money.assumptions, "Target", "Unit"), Cell::Text("NT$".into()));
}

#[test]
fn every_row_has_a_cell_for_every_heading_in_both_languages() {
    for name in ["service", "b2b", "shop"] {
        for lang in Lang::ALL {
            let Tables { channels, months, stages, assumptions } = tables(name, lang);
            for table in [channels, months, stages, assumptions] {
                let [head, rows @ ..] = table.rows.as_slice() else { panic!("{}", table.name) };
                assert!(
                    !rows.is_empty() && head.iter().all(|cell| matches!(cell, Cell::Text(_))),
                    "{head:?}"
                );
                assert!(rows.iter().all(|row| row.len() == head.len()), "{name} {}", table.name);
                let distinct: std::collections::BTreeSet<String> =
                    head.iter().map(|cell| format!("{cell:?}")).collect();
                assert_eq!(distinct.len(), head.len(), "{head:?}");
            }
        }
    }
}
