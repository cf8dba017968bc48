//! The page.

use super::plan::PlanPage;
use super::session::Session;
use crate::locale::Lang;
use crate::model::plan::Plan;
use crate::persist::template;
use crate::state::editor::Editor;
use leptos::prelude::*;

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let lang = RwSignal::new(Lang::ZhHant);
    let document = template::document("service", Lang::ZhHant.tag());
    let plan = document.and_then(|document| Plan::check(document).ok());
    plan.map(|plan| provide_context(Session::open(Editor::of(plan), lang)));
    view! { <div class="app"><main id="main" tabindex="-1"><div class="page"><PlanPage/></div></main></div> }
}
