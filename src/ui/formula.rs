//! A formula in words, and below it the same with its numbers.

use leptos::prelude::*;

/// Between the number and what it is computed from.
const EQUALS: &str = " = ";

/// A formula as it stands in the panel of a number and on the page of all.
#[component]
pub fn FormulaView(
    /// In words.
    #[prop(into)]
    formula: Signal<String>,
    /// With numbers; none where there are none.
    #[prop(into)]
    substituted: Signal<Option<String>>,
) -> impl IntoView {
    let put = move |text: String| {
        let (number, rest) = text.split_once(EQUALS).unwrap_or((&text, ""));
        let rest = (!rest.is_empty()).then(|| format!("{EQUALS}{rest}"));
        view! { <span class="put"><b>{number.to_owned()}</b>{rest}</span> }
    };
    view! {
        <div class="formula" translate="no"><span>{formula}</span>{move || substituted.get().map(put)}</div>
    }
}
