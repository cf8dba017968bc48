//! The choice of the budgets that results are shown with.

use super::words::words;
use crate::locale::Lang;
use crate::locale::screen::plan as say;
use crate::model::quantity::Basis;
use leptos::prelude::*;

/// Switches between the budgets that reach the goal and today's.
#[component]
pub fn BasisChoice(
    /// The budgets that are chosen.
    basis: RwSignal<Basis>,
    /// What is shown with them.
    of: fn(Lang) -> &'static str,
    /// The class of its name.
    #[prop(default = "")]
    class: &'static str,
) -> impl IntoView {
    let choice = move |own: Basis, label: fn(Lang) -> &'static str| {
        view! {
            <label>
                <input type="radio" name="basis" prop:checked=move || basis.get() == own on:change=move |_| basis.set(own)/>
                {words(label)}
            </label>
        }
    };
    view! {
        <fieldset class="basis">
            <legend class=class>{words(of)}</legend>
            <div class="choice">
                {choice(Basis::Required, say::basis_required)}
                {choice(Basis::Plan, say::basis_plan)}
            </div>
        </fieldset>
    }
}
