//! What the plan comes to: charts and checks, with the budget that reaches the goal or with today's.

use super::basis::BasisChoice;
use super::checks::Checks;
use super::figure::{Figure, Plotted};
use super::session::{Part, Session};
use crate::locale::screen::{plan as say, results as words};
use crate::present::charts;
use leptos::prelude::*;

/// The column of results.
#[component]
pub fn Results() -> impl IntoView {
    let session = Session::of_page();
    let months = session.chart(Part::Months, |numbers, lang, basis| {
        charts::months(numbers, lang, basis).map(|figure| Plotted::Months(figure, lang))
    });
    let funnel = session.chart(Part::Funnel, |numbers, lang, basis| {
        charts::funnel(numbers, lang, basis).map(Plotted::Funnel)
    });
    let money = session
        .chart(Part::Money, |numbers, lang, basis| charts::money(numbers, lang, basis).map(Plotted::Money));
    // Where no budget reaches the goal there is nothing to choose.
    let reachable = session.results(|view| view.reachable);
    view! {
        <section class="results" aria-label=move || words::results(session.lang.get())>
            {move || reachable.get().then(|| view! { <BasisChoice basis=session.basis of=say::basis/> })}
            <Figure id="chart-months" plotted=months/>
            <Figure id="chart-funnel" plotted=funnel/>
            <Figure id="chart-money" plotted=money/>
            <Checks/>
        </section>
    }
}
