//! Any edits in any order: the plan stays a plan, and every step can be taken back.

use super::open;
use crate::model::plan::{
    Document, Estimate, Field, GoalMetric, Path, Phasing, Plan, ResponseKind, Tier, Trust,
};
use crate::persist::{catalogue, plan_text, template};
use crate::state::editor::{ChannelEdit, Edit, StageEdit};
use proptest::prelude::*;

/// Any edit on any place, right or wrong.
fn any_edit() -> impl Strategy<Value = Edit> {
    let place = 0..8_u16;
    let value = prop_oneof![
        -1.0..2.0,
        0.0..1e6,
        Just(f64::NAN),
        Just(f64::INFINITY),
        Just(0.0),
        Just(1.0),
        Just(1e-300),
        Just(1e300)
    ];
    let path = (prop::sample::select(Field::ALL), place.clone(), 0..6_u16)
        .prop_map(|(field, index, item)| Path::item(field, index, item));
    let metric = prop::sample::select(vec![
        GoalMetric::Revenue,
        GoalMetric::GrossProfit,
        GoalMetric::Profit,
        GoalMetric::NewCustomers,
        GoalMetric::StageVolume,
    ]);
    let kind = prop::sample::select(vec![
        ResponseKind::Linear,
        ResponseKind::Saturating,
        ResponseKind::Doubling,
        ResponseKind::Hill,
    ]);
    let stage = prop_oneof![
        Just(StageEdit::Remove),
        place.clone().prop_map(StageEdit::MoveTo),
        Just(StageEdit::SetTier(Tier::Top)),
        Just(StageEdit::Rename("<b>".into())),
    ];
    let channel = prop_oneof![
        place.clone().prop_map(ChannelEdit::SetEntryStage),
        kind.prop_map(ChannelEdit::SetResponse),
        place.clone().prop_map(ChannelEdit::AddDependency),
        place.clone().prop_map(ChannelEdit::RemoveDependency),
        place.clone().prop_map(ChannelEdit::MoveTo),
        any::<bool>().prop_map(ChannelEdit::SetActive),
        Just(ChannelEdit::SetTrust(Trust::Proven)),
        Just(ChannelEdit::Duplicate("copy".into())),
        Just(ChannelEdit::Remove),
    ];
    let entry = prop::sample::select(catalogue::all());
    prop_oneof![
        6 => (path.clone(), value).prop_map(|(path, value): (Path, f64)| Edit::SetNumber(path, value.into())),
        1 => path.prop_map(Edit::Clear),
        1 => (0..70_u32).prop_map(|months| Edit::SetNumber(Path::of(Field::Months), f64::from(months).into())),
        1 => (metric, prop::option::of(place.clone()))
            .prop_map(|(metric, stage)| Edit::SetGoalMetric { metric, stage }),
        1 => any::<bool>().prop_map(Edit::SetGoalAsGrowth),
        1 => prop::collection::vec(0.0..3.0, 0..14).prop_map(|list| Edit::SetPhasing(Phasing::Factors(list))),
        1 => Just(Edit::SetSeasonality(Some(vec![2.0; 12]))),
        1 => place.clone().prop_map(|at| Edit::AddStage {
            at, id: "new".into(), name: "New".into(), tier: Tier::Middle
        }),
        2 => (place.clone(), stage).prop_map(|(place, edit)| Edit::Stage(place, edit)),
        4 => (place, channel).prop_map(|(place, edit)| Edit::Channel(place, edit)),
        1 => entry.prop_map(|entry| {
            let document = template::document("b2b", "en").unwrap();
            Edit::AddChannel(Box::new(catalogue::channel(&entry, "en", &document)))
        }),
    ]
}

fn check(document: &Document) -> Result<(), TestCaseError> {
    let plan = Plan::check(document.clone()).map_err(|fault| TestCaseError::fail(fault.to_string()))?;
    let again =
        plan_text::read(&plan_text::write(document)).map_err(|e| TestCaseError::fail(e.to_string()))?;
    prop_assert_eq!(again, plan);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_edits_leave_a_plan_and_undo_returns_to_the_first(
        edits in prop::collection::vec(any_edit(), 1..40),
        id in prop::sample::select(vec!["service", "b2b", "event", "shop"]),
    ) {
        let mut editor = open(id);
        let first = editor.plan().clone();
        let mut before = first.clone();
        for edit in edits {
            let accepted = editor.apply(edit.clone()).is_ok();
            editor.settle();
            check(editor.document())?;
            if *editor.plan() == before {
                continue;
            }
            prop_assert!(accepted);
            let after = editor.plan().clone();
            prop_assert!(editor.undo());
            prop_assert_eq!(editor.plan(), &before, "{:?}", edit);
            prop_assert!(editor.redo());
            prop_assert_eq!(editor.plan(), &after);
            before = after;
        }
        while editor.undo() {}
        prop_assert_eq!(editor.plan(), &first);
    }

    #[test]
    fn edits_of_the_structure_are_accepted(
        moves in prop::collection::vec((0..6_u16, 0..6_u16, 0..6_u8), 1..20),
        id in prop::sample::select(vec!["service", "b2b", "event", "shop"]),
    ) {
        let mut editor = open(id);
        for (a, b, kind) in moves {
            let stages = u16::try_from(editor.document().stages.len()).unwrap();
            let channels = u16::try_from(editor.document().channels.len()).unwrap();
            let edit = match kind {
                0 if stages > 2 => Edit::Stage(a % stages, StageEdit::Remove),
                1 => Edit::Stage(a % stages, StageEdit::MoveTo(b % stages)),
                2 if stages < 12 => {
                    Edit::AddStage { at: a % (stages + 1), id: "new".into(), name: "New".into(), tier: Tier::Top }
                }
                3 => Edit::Channel(a % channels, ChannelEdit::SetEntryStage(b % stages)),
                4 if channels > 1 => Edit::Channel(a % channels, ChannelEdit::Remove),
                _ => Edit::Channel(a % channels, ChannelEdit::Duplicate("copy".into())),
            };
            let result = editor.apply(edit.clone());
            prop_assert!(result.is_ok(), "{:?}: {:?}", edit, result);
        }
    }

    #[test]
    fn an_estimate_comes_back_as_it_was_set(value in 0.0..1.0_f64, note in ".*") {
        let mut editor = open("service");
        let path = Path::at(Field::FitRate, 0);
        let range = Some((value / 2.0, value));
        let estimate = Estimate { range, note: Some(note), ..value.into() };
        editor.apply(Edit::SetNumber(path, estimate.clone())).unwrap();
        prop_assert_eq!(editor.document().estimate(path), Some(&estimate));
        editor.apply(Edit::Clear(path)).unwrap();
        prop_assert_eq!(editor.document().estimate(path), None);
    }
}
