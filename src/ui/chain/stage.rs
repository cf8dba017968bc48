//! The numbers of the chain: the goal, the stages and the money.

use super::LONG;
use super::rate::lasting;
use crate::locale::screen::plan as say;
use crate::present::chain::{GoalView, StageView};
use crate::present::{Sentence, Shown};
use crate::ui::draft::{Draft, DraftInput, DraftWrong};
use crate::ui::number::{Number, SentenceView};
use crate::ui::session::Session;
use leptos::prelude::*;

fn big(text: &str) -> &'static str {
    if text.chars().filter(|c| !c.is_alphabetic() && *c != '$').count() > LONG {
        "num big long"
    } else {
        "num big"
    }
}

/// A number set large.
#[component]
pub(super) fn Big(#[prop(into)] shown: Signal<Shown>) -> impl IntoView {
    let long = Memo::new(move |_| big(&shown.get().text));
    move || view! { <Number shown=shown class=long.get()/> }
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
    let per_month = session.part(move |view| {
        view.chain
            .goal
            .note
            .clone()
            .or_else(|| view.chain.stages.first().filter(|_| first).map(|stage| stage.per_month.clone()))
    });
    let shown = Signal::derive(move || goal.with(|goal| goal.shown.clone()));
    let bar =
        session.part(move |view| view.chain.stages.first().filter(|_| first).map(|stage| stage.bar.clone()));
    let per = view! { <span class="per">{move || per_month.get().map(|per| view! { <SentenceView sentence=Signal::stored(per)/> })}</span> };
    let bar = move || bar.get().map(|bar| view! { <Bar length=bar/> });
    if let Some(goal_input) = lasting(Signal::derive(move || goal.get().input)).filter(|_| input) {
        let draft = Draft::of(goal_input);
        view! {
            <div class="stage goal" data-state=move || state(draft)>
                <label class="label" for="chain-goal">{label}</label>
                <DraftInput draft=draft id="chain-goal".into() class="big"/>
                {per}{bar}
                <DraftWrong draft=draft id="chain-goal".into()/>
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
    view! {
        <div class="stage">
            <span class="label">{move || stage.get().map(|stage| stage.name)}</span>
            {move || stage.get().map(|stage| view! {
                <Big shown=Signal::stored(stage.shown)/>
                <span class="per"><SentenceView sentence=Signal::stored(stage.per_month)/></span>
                <Bar length=stage.bar/>
            })}
        </div>
    }
}

/// A thin bar in place of the ribbon where the chain runs downwards.
#[component]
fn Bar(length: String) -> impl IntoView {
    view! {
        <svg class="volume" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width=length height="4" class="tint-2 fill"/>
        </svg>
    }
}
