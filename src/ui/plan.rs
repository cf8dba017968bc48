//! The plan view: what does the goal take?

use super::chain::Chain;
use super::channels::Channels;
use super::form::Form;
use super::results::Results;
use super::session::Session;
use super::verdict::Verdict;
use leptos::prelude::*;

/// The verdict, the chain, the form and the results.
#[component]
pub fn PlanPage() -> impl IntoView {
    let typing = Session::of_page().typing();
    view! {
        <Verdict/>
        <Chain/>
        <div class="cols" data-typing=typing><Form/><Results/></div>
        <Channels/>
    }
}
