//! When the goal is out of reach: the cheapest changes that alone bring it there, each of which can be made at once.

use super::Budget;
use super::solving::Going;
use crate::locale::screen::remedies as say;
use crate::model::equations::Model;
use crate::model::plan::{Estimate, Path};
use crate::model::quantity::Basis;
use crate::model::reading::Numbers;
use crate::present::Presenter;
use crate::present::budget::{RemedyView, Wish, remedies};
use crate::state::editor::Edit;
use crate::ui::library::Shelf;
use crate::ui::parts::when;
use crate::ui::words::words;
use leptos::prelude::*;

/// So many are in sight at once.
const FIRST: usize = 5;

/// The changes that help.
#[component]
pub fn Remedies() -> impl IntoView {
    let budget = Budget::of_page();
    let found = Memo::new(move |_| {
        let plan = budget.answered()?;
        let model = Model::of(plan);
        let numbers = Numbers::of(&model);
        let presenter = Presenter::new(&numbers, budget.session.lang.get(), Basis::Plan);
        Some(budget.solving.remedies.with(|found| remedies(&presenter, found)))
    });
    let is_wanted = budget.part(|view| view.out_of_reach);
    let has_any =
        Memo::new(move |_| found.with(|found| found.as_ref().is_some_and(|found| !found.is_empty())));
    // What was stopped or broke off has not looked everywhere.
    let is_done = Memo::new(move |_| budget.solving.going.get() == Going::Done);
    let is_mix = Memo::new(move |_| budget.question.with(|question| question.wish == Wish::ScaleMix));
    let shown = Memo::new(move |_| is_wanted.get() == Some(true) && (has_any.get() || is_done.get()));
    let lines = move || {
        if is_mix.get() {
            return view! { <OtherSplit/> }.into_any();
        }
        let found = found.get().unwrap_or_default();
        if found.is_empty() {
            return view! { <p>{words(say::none)}</p> }.into_any();
        }
        let line = |remedy: RemedyView| view! { <Line remedy=remedy/> };
        let mut found = found.into_iter();
        let first = found.by_ref().take(FIRST).map(line).collect_view();
        let others = (found.len() > 0).then(|| {
            let more = say::more(budget.session.lang.get(), found.len());
            view! {
                <details>
                    <summary><span class="turn"></span>{more}</summary>
                    <ul>{found.map(line).collect_view()}</ul>
                </details>
            }
        });
        view! { <ul>{first}</ul>{others} }.into_any()
    };
    when(shown, move || {
        view! {
            <section class="remedies section">
                <div class="head">
                    <h2>{words(say::title)}</h2>
                    {move || (!is_mix.get()).then(|| view! { <p>{words(say::help)}</p> })}
                </div>
                {lines}
            </section>
        }
        .into_any()
    })
}

/// Nothing is looked for as long as the mix has to stay: another split comes first.
#[component]
fn OtherSplit() -> impl IntoView {
    let question = Budget::of_page().question;
    let ask = move |_| question.update(|question| question.wish = Wish::MinCost);
    view! {
        <p>{words(say::mix_never_reaches)}</p>
        <button type="button" class="btn" on:click=ask>{words(say::ask_min_cost)}</button>
    }
}

#[component]
fn Line(remedy: RemedyView) -> impl IntoView {
    let budget = Budget::of_page();
    let shelf = Shelf::of_page();
    let RemedyView { text, range, within, path, to } = remedy;
    let apply = move |_| match path {
        None => budget.question.update(|question| question.total = Some(to)),
        Some(path) => {
            let session = budget.session;
            if session.edit(Edit::SetNumber(path, moved(budget, path, to))).is_ok() {
                session.settle();
                shelf.offer_step_back(say::applied);
            }
        }
    };
    view! {
        <li>
            <p translate="no">{text}</p>
            <span class=if within { "tag good" } else { "tag" }>{range}</span>
            <button type="button" class="btn" on:click=apply>{words(say::apply)}</button>
        </li>
    }
}

/// The number of the plan at its new value; its interval moves with it.
fn moved(budget: Budget, path: Path, to: f64) -> Estimate {
    budget.session.document.with_untracked(|document| {
        let known = document.estimate(path).map(|estimate| estimate.moved_to(to, path.field.bounds()));
        known.unwrap_or_else(|| Estimate::from(to))
    })
}
