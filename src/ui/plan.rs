//! The plan view: what does the goal take?

use super::chain::Chain;
use super::channels::Channels;
use super::form::Form;
use super::printed::Printed;
use super::results::Results;
use super::share::Sheet;
use super::sheets::SheetTools;
use super::verdict::Verdict;
use leptos::prelude::*;

/// The verdict, the chain, the form and the results.
#[component]
pub fn PlanPage() -> impl IntoView {
    view! {
        <Verdict/>
        <Chain/>
        <div class="cols"><Form/><Results/></div>
        <Channels/>
        <div class="sheets"><SheetTools sheet=Sheet::Channels/><SheetTools sheet=Sheet::Assumptions/></div>
        <Printed/>
    }
}
