//! The pictures of the answer: what every channel takes and brings, and what every total can do.

use super::Budget;
use crate::present::budget::{Curves, Frontier};
use crate::ui::figure::{Figure, Plotted};
use leptos::prelude::*;

/// The curves of the channels.
#[component]
pub fn CurvesFigure() -> impl IntoView {
    let budget = Budget::of_page();
    let has_best = budget.part(|view| view.has_best);
    let plotted = Memo::new(move |_| {
        // Its curves have the best budgets marked.
        let answer = budget.solving.answer.get().filter(|_| has_best.get() == Some(true))?;
        budget.solving.responses.with(|responses| {
            let lang = budget.session.lang.get();
            let curves =
                Curves::of(&answer.plan, &answer.question, responses, &answer.solved.next, lang).ok()?;
            (!curves.curves.is_empty()).then_some(Plotted::Curves(curves))
        })
    });
    view! { <Figure id="chart-curves" plotted=plotted/> }
}

/// The efficient frontier.
#[component]
pub fn FrontierFigure() -> impl IntoView {
    let budget = Budget::of_page();
    let plotted = Memo::new(move |_| {
        let answer = budget.solving.answer.get()?;
        budget.solving.efficient.with(|efficient| {
            let lang = budget.session.lang.get();
            let frontier =
                Frontier::of(&answer.plan, &answer.question, &answer.solved, efficient.as_ref()?, lang)
                    .ok()?;
            Some(Plotted::Frontier(frontier, lang))
        })
    });
    view! { <Figure id="chart-frontier" plotted=plotted/> }
}
