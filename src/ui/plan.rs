//! The plan view: what does the goal take?

use super::chain::Chain;
use super::verdict::Verdict;
use leptos::prelude::*;

/// The verdict, the chain, the form and the results.
#[component]
pub fn PlanPage() -> impl IntoView {
    view! {
        <Verdict/>
        <Chain/>
    }
}
