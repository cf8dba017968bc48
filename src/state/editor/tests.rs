//! Edits by example; any edits in any order are in [`any`].

mod any;

use super::{ChannelEdit, Edit, Editor, StageEdit};
use crate::model::equations::Model;
use crate::model::plan::{Field, GoalMetric, Path, Phasing, Plan, ResponseKind, Tier};
use crate::model::quantity::{Measure, Quantity, Reading};
use crate::model::reading::Numbers;
use crate::persist::{catalogue, template};

fn open(id: &str) -> Editor {
    Editor::of(Plan::check(template::document(id, "en").unwrap()).unwrap())
}

fn number(editor: &Editor, measure: Measure) -> f64 {
    let model = Model::of(editor.plan().clone());
    Numbers::of(&model).read(Reading::now(Quantity::plan(measure))).unwrap()
}

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-9 * expected.abs(), "{found}, expected {expected}");
}

fn set(field: Field, index: u16, value: f64) -> Edit {
    Edit::SetNumber(Path::at(field, index), value.into())
}

#[test]
fn typing_into_one_field_is_one_step() {
    let mut editor = open("service");
    let first = editor.plan().clone();
    for value in [0.1, 0.12, 0.125] {
        editor.apply(set(Field::ConversionRate, 1, value)).unwrap();
    }
    editor.apply(set(Field::ConversionRate, 2, 0.5)).unwrap();
    editor.settle();
    editor.apply(set(Field::ConversionRate, 2, 0.6)).unwrap();
    let last = editor.plan().clone();
    assert!(editor.undo() && editor.undo() && editor.undo());
    assert_eq!(editor.plan(), &first);
    assert!(!editor.undo() && !editor.can_undo());
    assert!(editor.redo() && editor.redo() && editor.redo());
    assert_eq!(editor.plan(), &last);
    assert!(!editor.redo());
    editor.undo();
    editor.apply(Edit::Rename("other".into())).unwrap();
    assert!(!editor.can_redo(), "a new edit ends what was taken back");
}

#[test]
fn an_edit_without_effect_is_no_step() {
    let mut editor = open("service");
    editor.apply(set(Field::Months, 0, 6.0)).unwrap();
    assert!(!editor.can_undo());
}

#[test]
fn the_last_hundred_steps_can_be_taken_back() {
    let mut editor = open("service");
    for step in 0..250_u32 {
        editor.apply(set(Field::MonthlyBudget, 0, f64::from(step))).unwrap();
        editor.settle();
    }
    let steps = (0..).take_while(|_| editor.undo()).count();
    assert_eq!(steps, 100);
    assert_eq!(editor.document().channels[0].monthly_budget, 149.0);
}

#[test]
fn a_refused_edit_changes_nothing_and_names_the_place() {
    let mut editor = open("b2b");
    let before = editor.plan().clone();
    let refused: Vec<(Edit, &str, &str)> = vec![
        (set(Field::ConversionRate, 1, 1.5), "stages[1].conversion_rate", "out_of_range"),
        (set(Field::Months, 0, 2.5), "months", "out_of_range"),
        (set(Field::ConversionRate, 0, 0.5), "stages[0].conversion_rate", "not_allowed"),
        (set(Field::PhasingFactor, 0, 1.0), "phasing[0]", "not_allowed"),
        (set(Field::UnitCost, 99, 1.0), "channels[99].unit_cost", "not_allowed"),
        (Edit::Clear(Path::at(Field::UnitCost, 0)), "channels[0].unit_cost", "missing"),
        (set(Field::Months, 0, 4e9), "months", "out_of_range"),
        (Edit::SetCurrency("NTD".into()), "currency", "unknown_currency"),
        (Edit::SetStart("next year".into()), "start", "malformed_month"),
        (Edit::Stage(99, StageEdit::Remove), "stages[99]", "missing"),
        (Edit::Channel(99, ChannelEdit::Remove), "channels[99]", "missing"),
        (Edit::Channel(0, ChannelEdit::SetEntryStage(9)), "stages[9]", "missing"),
        (
            Edit::Channel(0, ChannelEdit::AddDependency(0)),
            "channels[0].depends_on[0].channel",
            "depends_on_itself",
        ),
        (Edit::Channel(0, ChannelEdit::RemoveDependency(0)), "channels[0].depends_on[0]", "missing"),
    ];
    for (edit, path, code) in refused {
        let fault = editor.apply(edit.clone()).unwrap_err();
        assert_eq!((fault.path.as_str(), fault.kind.code()), (path, code), "{edit:?}");
    }
    assert_eq!(editor.plan(), &before);
    assert!(!editor.can_undo());
}

#[test]
fn the_last_channel_and_the_last_two_stages_stay() {
    let mut editor = open("service");
    let remove = |editor: &mut Editor| editor.apply(Edit::Stage(0, StageEdit::Remove));
    assert!(remove(&mut editor).is_ok() && remove(&mut editor).is_ok() && remove(&mut editor).is_ok());
    assert_eq!(remove(&mut editor).unwrap_err().kind.code(), "wrong_length");
    assert_eq!(editor.apply(Edit::Channel(0, ChannelEdit::Remove)).unwrap_err().path, "channels");
}

#[test]
fn taking_out_the_entry_stage_keeps_the_customers() {
    let mut editor = open("service");
    let customers = number(&editor, Measure::Customers);
    editor.apply(Edit::Stage(0, StageEdit::Remove)).unwrap();
    let channel = &editor.document().channels[0];
    assert_eq!((channel.entry_stage.as_str(), channel.unit_cost.value), ("click", 12.5));
    assert_eq!(channel.unit_cost.range, Some((10.0, 16.0)));
    close(number(&editor, Measure::Customers), customers);
}

#[test]
fn another_entry_stage_keeps_the_customers_on_every_curve() {
    for kind in [ResponseKind::Linear, ResponseKind::Saturating, ResponseKind::Doubling, ResponseKind::Hill] {
        let mut editor = open("service");
        editor.apply(Edit::Channel(0, ChannelEdit::SetResponse(kind))).unwrap();
        let customers = number(&editor, Measure::Customers);
        for stage in [2, 1, 3, 0] {
            editor.apply(Edit::Channel(0, ChannelEdit::SetEntryStage(stage))).unwrap();
            close(number(&editor, Measure::Customers), customers);
        }
    }
}

#[test]
fn another_curve_keeps_todays_result_where_the_spend_is_even() {
    let mut editor = open("service");
    let customers = number(&editor, Measure::Customers);
    for kind in [ResponseKind::Saturating, ResponseKind::Doubling, ResponseKind::Hill, ResponseKind::Linear] {
        editor.apply(Edit::Channel(0, ChannelEdit::SetResponse(kind))).unwrap();
        close(number(&editor, Measure::Customers), customers);
    }
}

#[test]
fn a_new_stage_changes_no_number() {
    for at in 0..=4 {
        let mut editor = open("b2b");
        let profit = number(&editor, Measure::Profit);
        let stage = Edit::AddStage { at, id: "visit".into(), name: "Quotes".into(), tier: Tier::Middle };
        editor.apply(stage).unwrap();
        assert_eq!(editor.document().stages[usize::from(at)].id, "visit_2");
        close(number(&editor, Measure::Profit), profit);
    }
}

#[test]
fn a_moved_stage_takes_its_rate_along_except_at_the_entry() {
    let mut editor = open("service");
    editor.apply(Edit::Stage(2, StageEdit::MoveTo(0))).unwrap();
    let stages = &editor.document().stages;
    let ids: Vec<&str> = stages.iter().map(|stage| stage.id.as_str()).collect();
    assert_eq!(ids, ["conversation", "impression", "click", "booking", "customer"]);
    let rates: Vec<Option<f64>> =
        stages.iter().map(|stage| stage.conversion_rate.as_ref().map(|r| r.value)).collect();
    assert_eq!(rates, [None, Some(0.12), Some(0.02), Some(0.4), Some(0.6)]);
    editor.apply(Edit::Stage(0, StageEdit::MoveTo(2))).unwrap();
    assert_eq!(editor.document(), open("service").document());
}

#[test]
fn the_goal_keeps_what_it_asks_for_in_another_figure() {
    let mut editor = open("service");
    let metric = |metric| Edit::SetGoalMetric { metric, stage: None };
    editor.apply(metric(GoalMetric::Revenue)).unwrap();
    let revenue = editor.document().goal.target.unwrap();
    // 200 first orders of 3,000, and 5/24 orders a month from everyone who came before.
    close(revenue, 912_000.0);
    editor.apply(metric(GoalMetric::StageVolume)).unwrap();
    assert_eq!(editor.document().goal.stage.as_deref(), Some("booking"));
    close(editor.document().goal.target.unwrap().round(), 333.0);
    editor.apply(metric(GoalMetric::NewCustomers)).unwrap();
    close(editor.document().goal.target.unwrap(), 200.0);
    for other in [GoalMetric::Profit, GoalMetric::GrossProfit] {
        editor.apply(metric(other)).unwrap();
        assert!(editor.document().goal.target.unwrap() > 0.0);
    }
}

#[test]
fn a_target_and_a_growth_are_the_same_goal() {
    let mut editor = open("b2b");
    editor.apply(Edit::SetGoalAsGrowth(true)).unwrap();
    let goal = &editor.document().goal;
    assert_eq!((goal.target, goal.growth, goal.reference), (None, Some(0.6), Some(30_000_000.0)));
    editor.apply(Edit::SetGoalAsGrowth(false)).unwrap();
    assert_eq!(editor.document().goal.target, Some(48_000_000.0));
}

#[test]
fn phasing_follows_the_horizon() {
    let mut editor = open("service");
    editor.apply(Edit::SetPhasing(Phasing::Factors(vec![0.0, 0.0, 1.0, 1.0, 2.0, 3.0]))).unwrap();
    editor.apply(set(Field::Months, 0, 8.0)).unwrap();
    assert_eq!(editor.document().phasing, Phasing::Factors(vec![0.0, 0.0, 1.0, 1.0, 2.0, 3.0, 3.0, 3.0]));
    editor.apply(set(Field::Months, 0, 2.0)).unwrap();
    assert_eq!(editor.document().phasing, Phasing::Flat);
    // Where the money ends before the horizon does, more months have some again.
    let ending = Phasing::Factors(vec![1.0, 2.0, 0.0]);
    assert_eq!(ending.fitted(5), Phasing::Factors(vec![1.0, 2.0, 0.0, 2.0, 2.0]));
}

#[test]
fn a_horizon_passes_through_its_digits_without_a_trace() {
    let mut editor = open("service");
    let factors = Phasing::Factors(vec![0.0, 0.0, 1.0, 1.0, 2.0, 3.0]);
    editor.apply(Edit::SetPhasing(factors.clone())).unwrap();
    editor.apply(set(Field::Months, 0, 1.0)).unwrap();
    editor.apply(set(Field::Months, 0, 7.0)).unwrap();
    assert_eq!(editor.document().phasing, Phasing::Factors(vec![0.0, 0.0, 1.0, 1.0, 2.0, 3.0, 3.0]));
    editor.apply(set(Field::Months, 0, 6.0)).unwrap();
    assert_eq!(editor.document().phasing, factors);
}

#[test]
fn a_step_that_is_given_up_never_was() {
    let mut editor = open("service");
    let before = editor.plan().clone();
    assert!(!editor.give_up(), "nothing was typed");
    editor.apply(set(Field::ConversionRate, 1, 0.0)).unwrap();
    editor.apply(set(Field::ConversionRate, 1, 0.5)).unwrap();
    assert!(editor.give_up());
    assert_eq!(editor.plan(), &before);
    assert!(!editor.can_undo());
    editor.apply(set(Field::ConversionRate, 1, 0.5)).unwrap();
    editor.settle();
    assert!(!editor.give_up(), "the step has ended");
    assert!(editor.can_undo());
}

#[test]
fn channels_come_and_go_with_what_depends_on_them() {
    let mut editor = open("b2b");
    let document = editor.document().clone();
    let line = catalogue::channel(&catalogue::find("line").unwrap(), "en", &document);
    editor.apply(Edit::AddChannel(Box::new(line))).unwrap();
    editor.apply(Edit::AddChannel(Box::new(catalogue::blank("Mine", &document)))).unwrap();
    editor.apply(Edit::Channel(5, ChannelEdit::AddDependency(4))).unwrap();
    editor.apply(Edit::Channel(4, ChannelEdit::Duplicate("LINE two".into()))).unwrap();
    assert_eq!(editor.document().channels[5].id, "line_2");
    editor.apply(Edit::Channel(6, ChannelEdit::MoveTo(0))).unwrap();
    assert_eq!(editor.document().channels[0].depends_on[0].channel, "line");
    editor.apply(Edit::Channel(5, ChannelEdit::Remove)).unwrap();
    assert!(editor.document().channels[0].depends_on.is_empty());
    editor.apply(Edit::Channel(0, ChannelEdit::SetActive(false))).unwrap();
    assert_eq!(editor.document().channels[0].active, Some(false));
    editor.apply(Edit::Channel(0, ChannelEdit::SetActive(true))).unwrap();
    assert_eq!(editor.document().channels[0].active, None);
}

#[test]
fn what_was_taken_back_outlives_a_step_that_is_given_up() {
    let mut editor = open("service");
    editor.apply(set(Field::MonthlyBudget, 0, 100.0)).unwrap();
    editor.settle();
    let later = editor.plan().clone();
    assert!(editor.undo());
    editor.apply(set(Field::MonthlyBudget, 0, 5.0)).unwrap();
    assert!(!editor.can_redo(), "an open step comes after what was taken back");
    assert!(editor.give_up());
    assert!(editor.can_redo() && editor.redo());
    assert_eq!(editor.plan(), &later);
    assert!(editor.undo());
    editor.apply(set(Field::MonthlyBudget, 0, 5.0)).unwrap();
    editor.settle();
    assert!(!editor.can_redo(), "the step stands");
    assert!(editor.undo() && editor.can_redo());
}
