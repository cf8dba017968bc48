//! The question: what is to be best, for which goal, under which conditions.

use super::Budget;
use super::amount::Amount;
use crate::locale::Lang;
use crate::locale::number::Currency;
use crate::locale::screen::budget as say;
use crate::locale::typed::Kind;
use crate::model::plan::Field;
use crate::model::solve::RequestFault;
use crate::present::budget::{CAP, Spread, Wish, wish_help, wish_name};
use crate::present::form::Place;
use crate::ui::form::BareField;
use crate::ui::parts::when;
use crate::ui::words::words;
use leptos::prelude::*;

/// The question.
#[component]
pub fn Ask() -> impl IntoView {
    let budget = Budget::of_page();
    let wish = Memo::new(move |_| budget.question.with(|question| question.wish));
    let lang = budget.session.lang;
    let solves = Signal::derive(move || wish.get() != Wish::ScaleMix);
    let has_goal = Signal::derive(move || wish.get() != Wish::MaxProfit);
    view! {
        <form class="ask" aria-label=words(say::question) on:submit=|event| event.prevent_default()>
            <fieldset class="wish">
                <legend class="hush">{words(say::wish)}</legend>
                <div class="choice">
                    {Wish::ALL.map(|own| view! { <WishOf own=own wish=wish/> }).collect_view()}
                </div>
                <p class="help">{move || wish_help(wish.get(), lang.get())}</p>
            </fieldset>
            <div class="terms">
                {when(has_goal, || view! { <Goal/> }.into_any())}
                {when(solves, || view! { <Total/> }.into_any())}
                {when(solves, || view! { <SpreadOf/> }.into_any())}
                {when(solves, || view! { <Bands/> }.into_any())}
            </div>
        </form>
    }
}

#[component]
fn WishOf(own: Wish, wish: Memo<Wish>) -> impl IntoView {
    let budget = Budget::of_page();
    let lang = budget.session.lang;
    let choose = move |_| {
        let today = budget.session.document.with_untracked(|document| {
            let active = document.channels.iter().filter(|channel| channel.is_active());
            active.fold(0.0, |sum, channel| sum + channel.monthly_budget)
        });
        budget.question.update(|question| {
            question.wish = own;
            match own {
                // The most for a budget begins with today's; elsewhere a total only limits, and is not asked for.
                Wish::MaxGoal => question.total = question.total.or(Some(today).filter(|total| *total > 0.0)),
                Wish::MinCost | Wish::MaxProfit => question.total = None,
                Wish::ScaleMix => {
                    question.total = None;
                    question.pins.clear();
                }
            }
        });
    };
    view! {
        <label>
            <input type="radio" name="budget-wish" prop:checked=move || wish.get() == own on:change=choose/>
            {move || wish_name(own, lang.get())}
        </label>
    }
}

/// The goal, where it can be changed in place.
#[component]
fn Goal() -> impl IntoView {
    let session = Budget::of_page().session;
    let grown = Memo::new(move |_| session.document.with(|document| document.goal.growth.is_some()));
    move || {
        let field = if grown.get() { Field::Growth } else { Field::Target };
        view! { <BareField place=Place::of(field)/> }
    }
}

#[component]
fn Total() -> impl IntoView {
    let budget = Budget::of_page();
    let lang = budget.session.lang;
    let currency = Memo::new(move |_| budget.session.document.with(|document| document.currency.clone()));
    let of_code = move || currency.with(|code| Currency::of_code(code)).unwrap_or(Currency::TWD);
    let asked = Memo::new(move |_| budget.question.with(|question| question.wish == Wish::MaxGoal));
    let label = Signal::derive(move || {
        let label: fn(Lang, &str) -> String = if asked.get() {
            |lang, code| say::total(lang, code)
        } else {
            |lang, code| say::total_cap(lang, code)
        };
        label(lang.get(), of_code().code())
    });
    let kind = Signal::derive(move || Kind::Money(of_code()));
    let value = Signal::derive(move || budget.question.with(|question| question.total));
    let take = Callback::new(move |total| budget.question.update(|question| question.total = total));
    view! { <Amount id="budget-total" label=label kind=kind value=value refuse=no_total take=take/> }
}

/// Why a total is none.
fn no_total(total: f64) -> Option<RequestFault> {
    match total {
        0.0 => Some(RequestFault::ZeroTotal),
        total if total < 0.0 => Some(RequestFault::TotalOutOfRange(total)),
        _ => None,
    }
}

/// Why a month cannot have so many times the average.
fn no_cap(cap: f64) -> Option<RequestFault> {
    (cap < 1.0).then_some(RequestFault::CapOutOfRange(cap))
}

/// What a spread is called, and the spread.
type SpreadChoice = (fn(Lang) -> &'static str, Spread);

const SPREADS: [SpreadChoice; 4] = [
    (say::spread_kept, Spread::Kept),
    (say::spread_flat, Spread::Flat),
    (say::spread_seasonal, Spread::Seasonal),
    (say::spread_solved, Spread::Solved(CAP)),
];

#[component]
fn SpreadOf() -> impl IntoView {
    let budget = Budget::of_page();
    let (lang, question) = (budget.session.lang, budget.question);
    let kind = |spread: Spread| std::mem::discriminant(&spread);
    let chosen = Memo::new(move |_| question.with(|question| question.spread));
    let change = move |event| {
        let place = event_target_value(&event).parse::<usize>().ok();
        if let Some((_, spread)) = place.and_then(|place| SPREADS.get(place)) {
            question.update(|question| question.spread = *spread);
        }
    };
    let option = move |(place, (label, spread)): (usize, SpreadChoice)| {
        view! {
            <option value=place.to_string() selected=move || kind(chosen.get()) == kind(spread)>
                {move || label(lang.get())}
            </option>
        }
    };
    let cap = Signal::derive(move || match chosen.get() {
        Spread::Solved(cap) => Some(cap),
        _ => None,
    });
    let is_solved = Memo::new(move |_| cap.get().is_some());
    let take = Callback::new(move |cap: Option<f64>| {
        question.update(|question| question.spread = Spread::Solved(cap.unwrap_or(CAP)));
    });
    let label = Signal::derive(move || say::cap(lang.get()).to_owned());
    view! {
        <div class="field">
            <label for="budget-spread">{words(say::spread)}</label>
            <span class="control">
                <select id="budget-spread" on:change=change>
                    {SPREADS.into_iter().enumerate().map(option).collect_view()}
                </select>
            </span>
        </div>
        {when(is_solved, move || {
            view! { <Amount id="budget-cap" label=label kind=Signal::stored(Kind::Plain) value=cap refuse=no_cap take=take/> }.into_any()
        })}
    }
}

#[component]
fn Bands() -> impl IntoView {
    let question = Budget::of_page().question;
    let on = Memo::new(move |_| question.with(|question| question.bands));
    let change = move |_| question.update(|question| question.bands = !question.bands);
    view! {
        <div class="field">
            <label class="switch">
                <input
                    type="checkbox" prop:checked=on aria-describedby="budget-bands-help" on:change=change
                />
                {words(say::bands)}
            </label>
            <p class="help" id="budget-bands-help">{words(say::bands_help)}</p>
        </div>
    }
}
