//! The first part: what is to be reached, from when, and how the year runs.

use super::choice::Choice;
use super::field::Field;
use super::months::{Season, Weights};
use super::text::{TextField, Unfit};
use super::{told, words};
use crate::locale::screen::form as say;
use crate::locale::term;
use crate::model::plan::{Field as Number, GoalMetric};
use crate::present::form::{
    METRICS, Place, currencies, is_in_years, month_text, phasing_place, phasings, place_of, stage_names,
};
use crate::state::editor::Edit;
use crate::ui::parts::when;
use crate::ui::session::Session;
use leptos::prelude::*;

/// The goal.
#[component]
pub fn GoalPart() -> impl IntoView {
    let session = Session::of_page();
    let grown = told(|document, _| document.goal.growth.is_some());
    let start = Signal::derive(move || session.document.with(|document| document.start.clone()));
    let set_start = Callback::new(move |text: String| {
        let month = month_text(&text);
        if !is_in_years(&month) {
            return Err(Unfit::Year);
        }
        session.edit(Edit::SetStart(month)).map_err(Unfit::from)
    });
    let start_help = words(say::start_help);
    view! {
        <Metric/>
        <Way/>
        {move || if grown.get() {
            view! { <Field place=Place::of(Number::Growth)/><Field place=Place::of(Number::Reference)/> }.into_any()
        } else {
            view! { <Field place=Place::of(Number::Target)/> }.into_any()
        }}
        <Field place=Place::of(Number::Months)/>
        <TextField id="field-start".into() label=words(say::start) help=start_help value=start write=set_start/>
        <Field place=Place::of(Number::Baseline)/>
        <Currency/>
        <Spread/>
        <Season/>
    }
}

#[component]
fn Metric() -> impl IntoView {
    let session = Session::of_page();
    let options = told(|_, lang| METRICS.map(|metric| term::goal_metric(metric, lang).to_owned()).to_vec());
    let chosen = told(|document, _| place_of(&METRICS, &document.goal.metric));
    let choose = Callback::new(move |place: usize| match METRICS.get(place) {
        Some(metric) => session.edit(Edit::SetGoalMetric { metric: *metric, stage: None }),
        None => Ok(()),
    });
    let of_stage = told(|document, _| document.goal.metric == GoalMetric::StageVolume);
    view! {
        <Choice id="goal-metric".into() label=words(say::metric) options=options chosen=chosen choose=choose/>
        {when(of_stage, || view! { <GoalStage/> }.into_any())}
    }
}

#[component]
fn GoalStage() -> impl IntoView {
    let session = Session::of_page();
    let chosen = told(|document, _| {
        let stage = document.goal.stage.as_ref();
        document.stages.iter().position(|known| Some(&known.id) == stage).unwrap_or(0)
    });
    let choose = Callback::new(move |place: usize| {
        session
            .edit(Edit::SetGoalMetric { metric: GoalMetric::StageVolume, stage: u16::try_from(place).ok() })
    });
    let names = told(stage_names);
    view! { <Choice list=true id="goal-stage".into() label=words(say::goal_stage) options=names chosen=chosen choose=choose/> }
}

/// A target, or growth over a reference.
#[component]
fn Way() -> impl IntoView {
    let session = Session::of_page();
    let options = told(|_, lang| vec![say::as_target(lang).to_owned(), say::as_growth(lang).to_owned()]);
    let chosen = told(|document, _| usize::from(document.goal.growth.is_some()));
    let choose = Callback::new(move |place: usize| session.edit(Edit::SetGoalAsGrowth(place == 1)));
    view! { <Choice id="goal-way".into() label=words(say::goal_way) options=options chosen=chosen choose=choose/> }
}

#[component]
fn Currency() -> impl IntoView {
    let session = Session::of_page();
    let offered = told(|document, _| currencies(document));
    let labels = Signal::derive(move || offered.with(|rows| rows.iter().map(|row| row.1.clone()).collect()));
    let chosen = told(|document, _| {
        currencies(document).iter().position(|(code, _)| *code == document.currency).unwrap_or(0)
    });
    let choose = Callback::new(move |place: usize| {
        let code = offered.with_untracked(|rows| rows.get(place).map(|row| row.0.clone()));
        code.map_or(Ok(()), |code| session.edit(Edit::SetCurrency(code)))
    });
    let help = words(say::currency_help);
    view! {
        <Choice list=true id="field-currency".into() label=words(say::currency) help=help options=labels chosen=chosen choose=choose/>
    }
}

/// How the budgets are spread over the months.
#[component]
fn Spread() -> impl IntoView {
    let session = Session::of_page();
    let options = told(|document, lang| {
        phasings(document).map(|phasing| term::phasing(&phasing, lang).to_owned()).to_vec()
    });
    let chosen = told(|document, _| phasing_place(document));
    let choose = Callback::new(move |place: usize| {
        let phasing = session.document.with_untracked(|document| phasings(document).get(place).cloned());
        phasing.map_or(Ok(()), |phasing| session.edit(Edit::SetPhasing(phasing)))
    });
    view! {
        <Choice id="phasing".into() label=words(say::phasing) options=options chosen=chosen choose=choose/>
        <Weights/>
    }
}
