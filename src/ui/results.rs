//! What the plan comes to: charts and checks, with the budget that reaches the goal or with today's.

use super::checks::Checks;
use super::figure::{Figure, Plotted};
use super::session::Session;
use crate::locale::Lang;
use crate::locale::screen::{plan as say, results as words};
use crate::model::quantity::Basis;
use leptos::prelude::*;

/// The column of results.
#[component]
pub fn Results() -> impl IntoView {
    let session = Session::of_page();
    let months =
        session.charts(|charts| charts.months.clone().map(|figure| Plotted::Months(figure, charts.lang)));
    let funnel = session.charts(|charts| charts.funnel.clone().map(Plotted::Funnel));
    let money = session.charts(|charts| charts.money.clone().map(Plotted::Money));
    view! {
        <section class="results" aria-label=move || words::results(session.lang.get())>
            <BasisChoice/>
            <Figure id="chart-months" plotted=months/>
            <Figure id="chart-funnel" plotted=funnel/>
            <Figure id="chart-money" plotted=money/>
            <Checks/>
        </section>
    }
}

/// With which budgets charts and table are shown. Where no budget reaches the goal there is nothing to choose.
#[component]
fn BasisChoice() -> impl IntoView {
    let session = Session::of_page();
    let reachable = session.results(|view| view.reachable);
    let choice = move |basis: Basis, label: fn(Lang) -> &'static str| {
        view! {
            <label>
                <input
                    type="radio" name="basis" prop:checked=move || session.basis.get() == basis
                    on:change=move |_| session.basis.set(basis)
                />
                {move || label(session.lang.get())}
            </label>
        }
    };
    move || {
        reachable.get().then(|| {
            view! {
                <fieldset class="basis">
                    <legend>{move || say::basis(session.lang.get())}</legend>
                    <div class="choice">
                        {choice(Basis::Required, say::basis_required)}
                        {choice(Basis::Plan, say::basis_plan)}
                    </div>
                </fieldset>
            }
        })
    }
}
