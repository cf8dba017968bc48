//! What stands in the panel: formula, the numbers in it, the inputs behind it.

use super::Panel;
use crate::locale::screen::door as say;
use crate::model::plan::Source;
use crate::present::explanation::{InputRow, PartRow};
use crate::ui::formula::FormulaView;
use crate::ui::lead::lead_to_field;
use crate::ui::library::Shelf;
use crate::ui::parts::when;
use crate::ui::words::words;
use leptos::prelude::*;

/// So many inputs are shown at once; the weaker ones are asked for.
const FIRST: usize = 6;
/// Fewer than these are not worth asking for.
const FEW: usize = 3;

/// The explanation below the number.
#[component]
pub fn Body(panel: Panel) -> impl IntoView {
    let lang = panel.session.lang;
    let computed = Memo::new(move |_| {
        panel.explained.with(|explained| explained.as_ref().is_some_and(|view| !view.formula_text.is_empty()))
    });
    let unit = panel.text(|explained| explained.unit.clone());
    let source = panel.text(|explained| explained.source);
    let notes = panel.text(|explained| explained.notes.clone());
    view! {
        {when(computed, move || view! { <Formula panel=panel/> }.into_any())}
        <Parts panel=panel/>
        <Inputs panel=panel/>
        <div class="about">
            {move || notes.get().map(|lines| lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view())}
            {move || unit.get().filter(|unit| !unit.is_empty()).map(|unit| {
                view! { <p>{say::unit(lang.get(), unit)}</p> }
            })}
            {move || source.get().flatten().map(|source| view! { <p>{say::source(lang.get(), source)}</p> })}
        </div>
        <Foot panel=panel/>
    }
}

/// The formula, in words and with numbers.
#[component]
fn Formula(panel: Panel) -> impl IntoView {
    let formula = panel.text(|explained| explained.formula_text.clone());
    let put = panel.text(|explained| explained.reason.is_none().then(|| explained.substituted_text.clone()));
    view! {
        <FormulaView
            formula=move || formula.get().unwrap_or_default()
            substituted=move || put.get().flatten()
        />
    }
}

/// The quantities in the formula, or what an input moves, each another door.
#[component]
fn Parts(panel: Panel) -> impl IntoView {
    let parts = panel.text(|explained| explained.parts.clone());
    let row = move |part: PartRow| {
        let reading = part.reading;
        view! {
            <li>
                <button type="button" on:click=move |_| panel.go(reading)>
                    <span>{part.label}</span><b translate="no">{part.value_text}</b>
                </button>
            </li>
        }
    };
    let heading = move || if panel.is_input() { say::moves } else { say::parts };
    move || {
        parts.get().filter(|parts| !parts.is_empty()).map(|parts| {
            view! {
                <h3>{heading()(panel.session.lang.get())}</h3>
                <ul class="parts">{parts.into_iter().map(row).collect_view()}</ul>
            }
        })
    }
}

/// The numbers of the plan behind the explained one, the strongest first.
#[component]
fn Inputs(panel: Panel) -> impl IntoView {
    let inputs = panel.text(|explained| explained.inputs.clone());
    let subject = panel.text(|explained| explained.subject);
    let heading = move || if panel.is_input() { say::entered } else { say::inputs };
    // Another number begins with its strongest inputs again.
    let opened = RwSignal::new(None);
    let all = move || opened.with(|opened| opened.is_some() && *opened == subject.get());
    move || {
        inputs.get().filter(|inputs| !inputs.is_empty()).map(|inputs| {
            let (lang, count) = (panel.session.lang.get(), inputs.len());
            let shown = if all() || count < FIRST + FEW { count } else { FIRST };
            let more = (count > shown).then(|| {
                let open = move |_| opened.set(subject.get_untracked());
                view! { <button type="button" class="btn quiet" on:click=open>{say::all_inputs(lang, count)}</button> }
            });
            let rows = inputs.into_iter().take(shown).map(|input| view! { <Input panel=panel input=input/> });
            view! {
                <h3>{heading()(lang)}</h3>
                <ul class="inputs">{rows.collect_view()}</ul>
                {more}
            }
        })
    }
}

/// One input: the way to its field, its number, where it comes from, and what one per cent more of it does. A sample
/// has no form, and what an answer decides no field, so no way leads there.
#[component]
fn Input(panel: Panel, input: InputRow) -> impl IntoView {
    let path = input.path;
    let has_field = input.has_field && Shelf::of_page().session().is_some();
    let label = say::to_input(panel.session.lang.get_untracked(), &input.label);
    let source = input.source.map(Source::id);
    view! {
        <li>
            {if has_field {
                let lead = move |_| {
                    panel.give_way();
                    lead_to_field(panel.session, path);
                };
                view! { <button type="button" class="to" title=label on:click=lead>{input.label}</button> }.into_any()
            } else {
                view! { <span>{input.label}</span> }.into_any()
            }}
            <b translate="no">{input.value_text}</b>
            <span class="source" data-source=source>{input.source_label}</span>
            {input.one_percent_text.map(|text| view! { <small translate="no">{text}</small> })}
        </li>
    }
}

/// The way back.
#[component]
fn Foot(panel: Panel) -> impl IntoView {
    let title = Memo::new(move |_| {
        let before = panel.trail.with(|trail| trail.last().copied());
        before.map(|before| panel.session.name(before))
    });
    view! {
        <div class="foot">
            {move || title.get().map(|title| view! {
                <button type="button" class="btn quiet" on:click=move |_| panel.back()>
                    {say::back(panel.session.lang.get(), title)}
                </button>
            })}
            <a href="#/methods" on:click=move |_| panel.give_way()>{words(say::to_methods)}</a>
        </div>
    }
}
