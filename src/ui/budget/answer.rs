//! The answer in a sentence, its certificate, how the work goes, and what can be done with the answer.

use super::Budget;
use super::solving::{Going, fault};
use crate::locale::Lang;
use crate::locale::screen::{budget as say, frame};
use crate::model::plan::{Document, Plan};
use crate::present::Sentence;
use crate::present::budget::{Work, wish_name};
use crate::state::editor::Edit;
use crate::ui::icon::Icon;
use crate::ui::library::Shelf;
use crate::ui::number::SentenceView;
use crate::ui::words::words;
use crate::web::{address, page};
use leptos::prelude::*;

/// The id of the answer's sentence.
const HEADLINE: &str = "best";

/// The answer.
#[component]
pub fn Answered() -> impl IntoView {
    let budget = Budget::of_page();
    let lang = budget.session.lang;
    let headline = budget.part(|view| view.headline.clone());
    let detail = budget.part(|view| view.detail.clone());
    let has_answer = Memo::new(move |_| headline.with(Option::is_some));
    let refused = Memo::new(move |_| match budget.solving.going.get() {
        Going::Refused(found) => Some(fault(found, lang.get())),
        _ => None,
    });
    let answer = move || {
        if let Some(refused) = refused.get() {
            return view! {
                <h2>{words(say::refused)}</h2>
                <p class="banner warn" role="alert">{refused}</p>
            }
            .into_any();
        }
        if !has_answer.get() {
            return view! { <h2 class="thinking">{words(say::thinking)}</h2> }.into_any();
        }
        view! {
            <h2 id=HEADLINE tabindex="-1"><SentenceView sentence=Signal::derive(move || headline.get().unwrap_or_default())/></h2>
            <p class="sub"><SentenceView sentence=Signal::derive(move || detail.get().unwrap_or_default())/></p>
            <Certificate/>
            <Adopt/>
        }
        .into_any()
    };
    let is_stale = Memo::new(move |_| budget.session.wrong_drafts.get() > 0);
    let stale = move || {
        is_stale.get().then(|| view! { <p class="stale"><Icon name="alert"/>{words(frame::stale)}</p> })
    };
    // For those who do not see it arrive.
    let arrived = Memo::new(move |told: Option<&String>| {
        let sentence = headline.with(|headline| headline.as_ref().map(Sentence::text)).unwrap_or_default();
        match budget.solving.going.get() {
            Going::On(Work::Solving, _) => told.cloned().unwrap_or_default(),
            _ => sentence,
        }
    });
    view! {
        <p class="hush" role="status">{arrived}</p>
        <section class="best" aria-busy=move || matches!(budget.solving.going.get(), Going::On(Work::Solving, _)).to_string()>
            {stale}
            {answer}
            <Progress/>
        </section>
    }
}

/// Why nothing is better.
#[component]
fn Certificate() -> impl IntoView {
    let budget = Budget::of_page();
    let proof = budget.part(|view| view.proof.clone());
    let held = budget.part(|view| view.held.clone());
    let class = move || match proof.with(|proof| proof.as_ref().is_some_and(|proof| proof.exact)) {
        true => "tag good",
        false => "tag",
    };
    view! {
        <p class="proof">
            <span class=class>{move || proof.get().map(|proof| proof.verdict)}</span>
            " "{move || proof.get().map(|proof| proof.text)}
        </p>
        {move || held.get().flatten().map(|held| view! { <p class="banner held">{held}</p> })}
    }
}

/// How the work goes, and a way to stop it. Quick work is not worth a line.
#[component]
fn Progress() -> impl IntoView {
    let budget = Budget::of_page();
    let lang = budget.session.lang;
    let going = budget.solving.going;
    let working = Memo::new(move |_| match going.get() {
        Going::On(work, _) => Some(work),
        _ => None,
    });
    let share = move || match going.get() {
        Going::On(_, share) => share.to_string(),
        _ => String::new(),
    };
    let label = |work| match work {
        Work::Solving => say::solving as fn(Lang) -> &'static str,
        Work::Proving => say::proving,
        Work::Mending => say::mending,
        Work::Drawing => say::drawing,
    };
    let again = move |_| budget.ask();
    move || {
        match (working.get(), going.get_untracked()) {
        (Some(work), _) => view! {
            <p class="work">
                <progress max="1" value=share aria-labelledby="work"></progress>
                <span id="work">{move || label(work)(lang.get())}</span>
                <button type="button" class="btn quiet" on:click=move |_| budget.solving.stop()>{words(say::cancel)}</button>
            </p>
        }
        .into_any(),
        (None, Going::Stopped) => view! {
            <p class="work" role="status">
                <span>{words(say::cancelled)}</span>
                <button type="button" class="btn" on:click=again>{words(say::again)}</button>
            </p>
        }
        .into_any(),
        (None, Going::Failed) => view! {
            <p class="banner bad" role="alert">{words(say::failed)}</p>
        }
        .into_any(),
        _ => ().into_any(),
    }
    }
}

/// Takes the budgets into the plan, or into a new one.
#[component]
fn Adopt() -> impl IntoView {
    let budget = Budget::of_page();
    let shelf = Shelf::of_page();
    let adoptable = budget.part(|view| view.adoptable);
    let has_best = budget.part(|view| view.has_best);
    let is_other = Memo::new(move |_| adoptable.get() == Some(true));
    let adopt = move |_| {
        // The solver evaluated the plan with these budgets: it breaks no rule.
        let edit = adopted(budget).map(|document| budget.session.edit(Edit::Replace(Box::new(document))));
        if let Some(Ok(())) = edit {
            // The button goes, soon.
            page::focus(HEADLINE);
            shelf.offer_step_back(say::adopted);
        }
    };
    let adopt_as_new = move |_| {
        let Some(document) = adopted(budget) else { return };
        let lang = budget.session.lang.get_untracked();
        let wish = wish_name(budget.question.with_untracked(|question| question.wish), lang);
        let name = say::scenario(lang, &document.name, wish);
        let Ok(plan) = Plan::check(Document { name: name.clone(), ..document }) else { return };
        shelf.save_now();
        let id = shelf.create(plan);
        shelf.toasts.say(move |lang| say::adopted_as_new(lang, &name));
        address::go(&format!("/plan/{id}"));
    };
    move || {
        if is_other.get() {
            view! {
                <div class="actions">
                    <button type="button" class="btn primary" on:click=adopt><Icon name="check"/>{words(say::adopt)}</button>
                    <button type="button" class="btn" on:click=adopt_as_new><Icon name="copy"/>{words(say::adopt_as_new)}</button>
                </div>
            }
            .into_any()
        } else if has_best.get() == Some(true) {
            view! { <p class="help">{words(say::already)}</p> }.into_any()
        } else {
            ().into_any()
        }
    }
}

/// The plan with the budgets of the answer.
fn adopted(budget: Budget) -> Option<Document> {
    budget.solving.answer.with_untracked(|answer| {
        let answer = answer.as_ref()?;
        let now = budget.session.document.with_untracked(Clone::clone);
        // An answer about a plan that has changed meanwhile is no longer one.
        (now == *answer.plan.document()).then(|| answer.solved.adopted(&now, &answer.question))
    })
}
