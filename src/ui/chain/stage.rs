//! The numbers of the chain: the goal, the stages and the money.

use super::rate::lasting;
use crate::chart::ems;
use crate::locale::screen::plan as say;
use crate::present::chain::{GoalView, StageView};
use crate::present::{Sentence, Shown};
use crate::ui::draft::{Draft, DraftInput, DraftWrong};
use crate::ui::number::{Note, Number, SentenceView};
use crate::ui::session::Session;
use leptos::prelude::*;

/// Tells the style sheet how wide the number of an element is, in ems: a long one is set smaller, never cut.
pub(super) fn width(
    ems: impl Fn() -> f64 + Send + 'static,
) -> (&'static str, impl Fn() -> String + Send + 'static) {
    ("--ems", move || format!("{:.1}", ems().max(1.0)))
}

/// A number set large.
#[component]
pub(super) fn Big(#[prop(into)] shown: Signal<Shown>) -> impl IntoView {
    let wide = width(move || shown.with(|shown| ems(&shown.text)));
    view! { <span class="fit" style=wide><Number shown=shown class="num big"/></span> }
}

#[component]
pub(super) fn Money(money: Memo<Shown>, per_month: Memo<Sentence>) -> impl IntoView {
    let session = Session::of_page();
    view! {
        <div class="stage money">
            <span class="label">{move || say::media(session.lang.get())}</span>
            <Big shown=money/>
            <span class="per"><SentenceView sentence=per_month/></span>
        </div>
    }
}

#[component]
pub(super) fn Goal(goal: Memo<GoalView>, input: bool, first: bool) -> impl IntoView {
    let session = Session::of_page();
    let label = move || goal.with(|goal| goal.label.clone());
    // Where the goal is counted in customers it is the first stage, and says what an average month takes.
    let stage = session.chain(move |view| view.stages.first().filter(|_| first).cloned());
    let note = Signal::derive(move || {
        let per_month = || stage.with(|stage| stage.as_ref().map(|stage| stage.per_month.clone()));
        let per_month = || per_month().filter(|sentence| *sentence != Sentence::default());
        goal.with(|goal| goal.note.clone()).or_else(per_month)
    });
    let shown = Signal::derive(move || goal.with(|goal| goal.shown.clone()));
    let bar = lasting::<StageView>(stage.into())
        .map(|stage| view! { <Bar length=Signal::derive(move || stage.with(|stage| stage.bar.clone()))/> });
    let per = view! { <Note sentence=note class="per"/> };
    if let Some(goal_input) =
        lasting(Signal::derive(move || goal.with(|goal| goal.input.clone()))).filter(|_| input)
    {
        let draft = Draft::of(goal_input);
        view! {
            <div class="stage goal" data-state=move || state(draft) style=width(move || ems(&draft.shown()))>
                <label class="label" for="chain-goal">{label}</label>
                <DraftInput draft=draft id="chain-goal".into() class="big"/>
                {per}{bar}
                <DraftWrong draft=draft id="chain-goal".into() named=true/>
            </div>
        }
        .into_any()
    } else {
        view! { <div class="stage goal"><span class="label">{label}</span><Big shown=shown/>{per}{bar}</div> }
            .into_any()
    }
}

pub(super) fn state(draft: Draft) -> Option<&'static str> {
    draft.wrong.with(Option::is_some).then_some("error")
}

#[component]
pub(super) fn Stage(stage: Memo<Option<StageView>>) -> impl IntoView {
    let stage = lasting::<StageView>(stage.into())?;
    let name = move || stage.with(|stage| stage.name.clone());
    let shown = Signal::derive(move || stage.with(|stage| stage.shown.clone()));
    let per_month = Signal::derive(move || stage.with(|stage| stage.per_month.clone()));
    let bar = Signal::derive(move || stage.with(|stage| stage.bar.clone()));
    Some(view! {
        <div class="stage">
            <span class="label">{name}</span>
            <Big shown=shown/>
            <span class="per"><SentenceView sentence=per_month/></span>
            <Bar length=bar/>
        </div>
    })
}

/// A thin bar in place of the ribbon where the chain runs downwards.
#[component]
fn Bar(length: Signal<String>) -> impl IntoView {
    view! {
        <svg class="volume" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width=length height="4" class="tint-2 fill"/>
        </svg>
    }
}
