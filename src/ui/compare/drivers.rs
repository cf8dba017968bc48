//! What drives the difference: the way from the base's number to another plan's, part by part.

use super::choice::column;
use super::table::figure;
use super::{Chosen, Comparing};
use crate::locale::Lang;
use crate::locale::screen::{compare as say, link};
use crate::locale::term;
use crate::model::compare::{Comparison, Incomparable};
use crate::model::quantity::{Basis, Measure, Quantity, Reading};
use crate::present::changes::Change;
use crate::present::compare::{Driver, Drivers, NUMBERS, Rest, drivers, number_name, plan_name};
use crate::ui::library::Shelf;
use crate::ui::words::words;
use crate::web::{clock, page};
use leptos::prelude::*;
use std::sync::Arc;

/// So long the page computes before it lets the reader in.
const SLICE_MS: u64 = 8;

/// What is compared.
#[derive(Clone, PartialEq)]
struct Question {
    base: Chosen,
    other: Chosen,
    reading: Reading,
    lang: Lang,
}

/// Where the answer is.
#[derive(Clone)]
enum Answer {
    /// It is being computed.
    Computing,
    /// The parts, of the question that is asked.
    Parts(Arc<(Question, Drivers)>),
    /// There is no gap, and why.
    None(String),
}

impl Question {
    /// Why the numbers have no gap.
    fn refusal(&self, why: Incomparable) -> String {
        let name = |chosen: &Chosen| plan_name(chosen.plan.document(), self.lang);
        let undefined =
            |chosen, reason| say::undefined(self.lang, name(chosen), term::reason(reason, self.lang));
        match why {
            Incomparable::Currencies => say::currencies(self.lang).into(),
            Incomparable::Goals => say::goals(self.lang).into(),
            Incomparable::First(reason) => undefined(&self.base, reason),
            Incomparable::Second(reason) => undefined(&self.other, reason),
        }
    }

    /// Computes the answer in slices; a question that was asked meanwhile takes its place.
    fn ask(self, asked: StoredValue<u32>, answer: RwSignal<Answer>) {
        asked.update_value(|asked| *asked += 1);
        let turn = asked.get_value();
        answer.set(Answer::Computing);
        match Comparison::new(&self.base.plan, &self.other.plan, self.reading) {
            Ok(comparison) => go_on(comparison, self, turn, asked, answer),
            Err(why) => answer.set(Answer::None(self.refusal(why))),
        }
    }
}

fn go_on(
    mut comparison: Comparison,
    question: Question,
    turn: u32,
    asked: StoredValue<u32>,
    answer: RwSignal<Answer>,
) {
    page::after(0, move || {
        // The page may be gone, too.
        if asked.try_get_value() != Some(turn) {
            return;
        }
        let until = clock::now() + SLICE_MS;
        while comparison.advance() < 1.0 {
            if clock::now() >= until {
                return go_on(comparison, question, turn, asked, answer);
            }
        }
        let plans = (&question.base.plan, &question.other.plan);
        let parts = drivers(&comparison, plans, question.reading, question.lang);
        answer.set(Answer::Parts(Arc::new((question, parts))));
    });
}

/// The section.
#[component]
pub(super) fn DriversView(comparing: Comparing) -> impl IntoView {
    let lang = Shelf::of_page().lang;
    let (other, measure) = (RwSignal::new(1usize), RwSignal::new(Measure::Media));
    let question = Memo::new(move |_| {
        let reading =
            Reading { quantity: Quantity::plan(measure.get()), month: None, basis: comparing.basis.get() };
        comparing.chosen.with(|chosen| {
            let other = chosen.get(other.get()).or(chosen.get(1))?.clone();
            Some(Question { base: chosen.first()?.clone(), other, reading, lang: lang.get() })
        })
    });
    let (asked, answer) = (StoredValue::new(0), RwSignal::new(Answer::Computing));
    Effect::new(move |_| {
        if let Some(question) = question.get() {
            question.ask(asked, answer);
        }
    });
    view! {
        <section class="drivers" aria-labelledby="drivers">
            <h2 id="drivers">{words(say::drivers)}</h2>
            <div class="of-number">
                <Numbers measure=measure basis=comparing.basis/>
                <Others comparing=comparing other=other/>
            </div>
            <p class="difference" role="status">{move || answer.with(|answer| told(answer, lang.get()))}</p>
            {move || answer.with(|answer| match answer {
                Answer::Parts(parts) => Some(way(&parts.0, &parts.1)),
                Answer::Computing | Answer::None(_) => None,
            })}
            <p class="note">{words(say::method)}</p>
        </section>
    }
}

/// The choice of the number.
#[component]
fn Numbers(measure: RwSignal<Measure>, basis: RwSignal<Basis>) -> impl IntoView {
    let lang = Shelf::of_page().lang;
    let option = move |own: Measure| {
        let is = untrack(|| measure.get() == own);
        view! { <option value=own.id() selected=is>{number_name(own, basis.get(), lang.get())}</option> }
    };
    let choose = move |event| {
        let id = event_target_value(&event);
        NUMBERS.iter().find(|known| known.id() == id).into_iter().for_each(|known| measure.set(*known));
    };
    view! {
        <p>
            <label for="driven">{words(say::measure)}</label>
            <span class="control">
                <select id="driven" on:change=choose>{move || NUMBERS.map(option).collect_view()}</select>
            </span>
        </p>
    }
}

/// The choice of the plan, where there are several beside the base.
#[component]
fn Others(comparing: Comparing, other: RwSignal<usize>) -> impl IntoView {
    let names = comparing.part(|view| view.names.clone());
    let lang = Shelf::of_page().lang;
    let option = move |(place, name): (usize, String)| {
        let is = untrack(|| other.get() == place);
        let words = link::mine(lang.get(), column(place, lang.get()), name);
        view! { <option value=place selected=is>{words}</option> }
    };
    let choose = move |event| {
        event_target_value(&event).parse().into_iter().for_each(|place| other.set(place));
    };
    move || {
        let names = names.get();
        (names.len() > 2).then(|| {
            view! {
                <p>
                    <label for="driven-other">{words(say::against)}</label>
                    <span class="control">
                        <select id="driven-other" on:change=choose>
                            {names.into_iter().enumerate().skip(1).map(option).collect_view()}
                        </select>
                    </span>
                </p>
            }
        })
    }
}

/// The answer in a few words.
fn told(answer: &Answer, lang: Lang) -> String {
    match answer {
        Answer::Computing => say::computing(lang).into(),
        Answer::None(why) => why.clone(),
        Answer::Parts(parts) => match &parts.1 {
            Drivers { parts, still: 0, .. } if parts.is_empty() => say::no_difference(lang).into(),
            Drivers { parts, still, .. } if parts.is_empty() => say::no_effect(lang, still),
            view => say::gap(lang, &view.gap),
        },
    }
}

/// From the base's number by its parts to the other one.
fn way(question: &Question, view: &Drivers) -> AnyView {
    let lang = question.lang;
    let Question { base, other, reading, .. } = question;
    let label = number_name(reading.quantity.measure, reading.basis, lang);
    let end = |chosen: &Chosen, text: &str| {
        let name = plan_name(chosen.plan.document(), lang);
        let number = figure(text.to_owned(), (*reading).into(), &chosen.id, label, "num worth");
        view! { <li class="end"><span class="what">{name}</span>{number}</li> }
    };
    if view.parts.is_empty() {
        // A scenario begins as a copy, and is there to be changed.
        let change = say::change_other(lang, plan_name(other.plan.document(), lang));
        let is_copy = view.still == 0;
        return is_copy
            .then(|| view! { <p><a class="btn" href=format!("#/plan/{}", other.id)>{change}</a></p> })
            .into_any();
    }
    let still = (view.still > 0).then(|| view! { <p class="note">{say::still(lang, view.still)}</p> });
    view! {
        <ol class="way">
            {end(base, &view.from)}
            {view.parts.iter().map(|part| driver(part, lang)).collect_view()}
            {view.rest.as_ref().map(|smaller| rest(smaller, lang))}
            {end(other, &view.to)}
        </ol>
        {still}
    }
    .into_any()
}

fn driver(driver: &Driver, lang: Lang) -> impl IntoView + use<> {
    let (start, length) = driver.bar;
    let change = match driver.changes.as_slice() {
        [] => view! { <small translate="no">{driver.change.clone()}</small> }.into_any(),
        changes => view! {
            <details>
                <summary><span class="turn"></span><small>{driver.change.clone()}</small></summary>
                <ul>{changes.iter().map(|change| line(change, lang)).collect_view()}</ul>
            </details>
        }
        .into_any(),
    };
    view! {
        <li data-gap=driver.gap.id()>
            <div class="what"><span>{driver.label.clone()}</span>{change}</div>
            <b class="worth" translate="no">{driver.text.clone()}</b>
            <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                <rect x=format!("{start:.2}") width=format!("{length:.2}") height="4"/>
            </svg>
        </li>
    }
}

/// The smaller parts, folded.
fn rest(rest: &Rest, lang: Lang) -> impl IntoView + use<> {
    view! {
        <li class="rest">
            <details>
                <summary><span class="turn"></span><span class="what">{rest.label.clone()}</span><b class="worth" translate="no">{rest.text.clone()}</b></summary>
                <ol>{rest.parts.iter().map(|part| driver(part, lang)).collect_view()}</ol>
            </details>
        </li>
    }
}

fn line(change: &Change, lang: Lang) -> impl IntoView + use<> {
    let side = |side: &Option<String>| side.clone().unwrap_or_else(|| say::absent(lang).into());
    let words = say::becomes(lang, side(&change.from), side(&change.to));
    view! { <li><span>{change.label.clone()}</span>" "<span translate="no">{words}</span></li> }
}
