//! 體檢: the five letters of the goal, and what is worth a second look, each with the way to mend it.

use super::lead::lead_to;
use super::number::SentenceView;
use super::session::Session;
use crate::locale::screen::results as say;
use crate::model::check::Severity;
use crate::present::Sentence;
use crate::present::checks::{Action, CheckRow, SmartRow};
use leptos::prelude::*;

/// How many letters SMART has.
const LETTERS: usize = 5;

/// The checks of the plan.
#[component]
pub fn Checks() -> impl IntoView {
    let session = Session::of_page();
    let rows = session.results(|view| view.checks.rows.len());
    let basis = session.results(|view| view.checks.basis);
    view! {
        <section aria-labelledby="checks-title">
            <h2 id="checks-title">{move || say::checks(session.lang.get())}</h2>
            <p class="sub">{basis}</p>
            <p class="hush">"SMART"</p>
            <ul class="smart">{(0..LETTERS).map(|place| view! { <Letter place=place/> }).collect_view()}</ul>
            <ul class="checks">
                {move || (0..rows.get()).map(|place| view! { <Finding place=place/> }).collect_view()}
            </ul>
        </section>
    }
}

/// One letter of SMART.
#[component]
fn Letter(place: usize) -> impl IntoView {
    let session = Session::of_page();
    let row = session.results(move |view| view.checks.smart.get(place).cloned());
    let of = move |text: fn(&SmartRow) -> &'static str| move || row.with(|row| row.as_ref().map(text));
    let letter = move || row.with(|row| row.as_ref().map(|row| row.letter.to_string()));
    let sentence = Signal::derive(move || {
        row.with(|row| row.as_ref().map_or_else(Sentence::default, |row| row.text.clone()))
    });
    view! {
        <li data-met=of(|row| row.met.id()) translate="no">
            <b aria-hidden="true">{letter}</b>
            <span>
                <strong>{of(|row| row.name)}</strong>
                <span class="hush">" "{of(|row| row.met_text)}</span>
                {move || say::colon(session.lang.get())}
                <SentenceView sentence=sentence/>
            </span>
        </li>
    }
}

/// One finding.
#[component]
fn Finding(place: usize) -> impl IntoView {
    let session = Session::of_page();
    let row = session.results(move |view| view.checks.rows.get(place).cloned());
    let sentence = move |of: fn(&CheckRow) -> &Sentence| {
        Signal::derive(move || row.with(|row| row.as_ref().map(of).cloned().unwrap_or_default()))
    };
    let tag = move || row.with(|row| row.as_ref().map(|row| row.tag));
    let class = move || match row.with(|row| row.as_ref().map(|row| row.severity)) {
        Some(Severity::Warn) => "tag warn",
        Some(Severity::Good) => "tag good",
        Some(Severity::Note) | None => "tag",
    };
    let action = Memo::new(move |_| row.with(|row| row.as_ref().and_then(|row| row.action.clone())));
    view! {
        <li>
            <span class=class>{tag}</span>
            <div>
                <strong><SentenceView sentence=sentence(|row| &row.title)/></strong>
                <p><SentenceView sentence=sentence(|row| &row.body)/></p>
            </div>
            {move || action.get().map(|action| view! { <Mend action=action/> })}
        </li>
    }
}

/// The button that leads to where a finding can be mended.
#[component]
pub fn Mend(
    /// What it says and where it leads.
    action: Action,
) -> impl IntoView {
    let session = Session::of_page();
    let target = action.target;
    view! {
        <button type="button" class="btn quiet" on:click=move |_| lead_to(session, target)>{action.label}</button>
    }
}
