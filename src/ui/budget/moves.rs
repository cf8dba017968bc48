//! Why each channel gets what it gets, and what it costs to move it by hand.

use super::Budget;
use crate::locale::screen::budget as say;
use crate::present::budget::{Move, Reach};
use crate::ui::parts::when;
use crate::ui::words::words;
use leptos::prelude::*;

/// A line per channel.
#[component]
pub fn Moves() -> impl IntoView {
    let budget = Budget::of_page();
    let channels = budget.part(|view| view.moves.iter().map(|of| of.reach.is_some()).collect::<Vec<bool>>());
    let has_lines =
        Memo::new(move |_| channels.with(|lines| lines.as_ref().is_some_and(|lines| !lines.is_empty())));
    let holds = Memo::new(move |_| budget.question.with(|question| !question.pins.is_empty()));
    let release = move |_| budget.question.update(|question| question.pins.clear());
    let lines = move || {
        let channels = channels.get().unwrap_or_default();
        channels
            .into_iter()
            .enumerate()
            .map(|(place, reach)| view! { <Line place=place reach=reach/> })
            .collect_view()
    };
    when(has_lines, move || {
        view! {
            <section class="moves section">
                <div class="head">
                    <h2>{words(say::moves)}</h2>
                    <p>{words(say::moves_help)}</p>
                    {when(holds, move || view! {
                        <button type="button" class="btn quiet" on:click=release>{words(say::release_all)}</button>
                    }.into_any())}
                </div>
                <ul>{lines}</ul>
            </section>
        }
        .into_any()
    })
}

#[component]
fn Line(place: usize, reach: bool) -> impl IntoView {
    let budget = Budget::of_page();
    let line = Memo::new(move |_| budget.view.with(|view| view.as_ref()?.moves.get(place).cloned()));
    let text = move |of: fn(&Move) -> String| Memo::new(move |_| line.with(|line| line.as_ref().map(of)));
    view! {
        <li>
            <p><strong>{text(|line| line.name.clone())}</strong><span>{text(|line| line.why.clone())}</span></p>
            {reach.then(|| view! { <Hand line=line/> })}
        </li>
    }
}

/// A slider for the budget, and a button that holds it where it is today.
#[component]
fn Hand(line: Memo<Option<Move>>) -> impl IntoView {
    let budget = Budget::of_page();
    let lang = budget.session.lang;
    let reach = Memo::new(move |_| line.with(|line| line.as_ref()?.reach.clone()));
    let channel = Memo::new(move |_| line.with(|line| line.as_ref().map(|line| line.channel)));
    let number =
        move |of: fn(&Reach) -> f64| move || reach.with(|reach| reach.as_ref().map_or(0.0, of)).to_string();
    let held = Memo::new(move |_| reach.with(|reach| reach.as_ref()?.held.clone()));
    let is_held = Memo::new(move |_| held.with(Option::is_some));
    let pin = move |budget_to: Option<f64>| {
        if let Some(channel) = channel.get_untracked() {
            budget.question.update(|question| question.pin(channel, budget_to));
        }
    };
    let slide = move |event| {
        if let Ok(value) = event_target_value(&event).parse::<f64>() {
            pin(Some(value));
        }
    };
    let toggle = move |_| {
        let today = reach.with_untracked(|reach| reach.as_ref().map(|reach| reach.today));
        pin(today.filter(|_| !is_held.get_untracked()));
    };
    let name = move || line.with(|line| line.as_ref().map(|line| say::hand(lang.get(), &line.name)));
    let said = move || reach.with(|reach| reach.as_ref().map(|reach| reach.text.clone()));
    let label = move || if is_held.get() { say::release(lang.get()) } else { say::hold(lang.get()) };
    view! {
        <div class="hand" data-held=move || is_held.get().then_some("")>
            <input
                type="range" aria-label=name aria-valuetext=said
                min=number(|reach| reach.low) max=number(|reach| reach.high) step=number(|reach| reach.step)
                prop:value=number(|reach| reach.at) on:input=slide
            />
            <output translate="no">{move || held.get().or_else(said)}</output>
            <button type="button" class="btn quiet" aria-pressed=move || is_held.get().to_string() on:click=toggle>{label}</button>
        </div>
    }
}
