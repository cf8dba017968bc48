//! What the start view does without. In a released page it is a file of its own, which arrives while the start view
//! rests, so that the first load need not carry the plan and everything behind it.

use super::bar::{Bar, SaveBanner};
use super::door::{Door, Doorway};
use super::library::Shelf;
use super::methods::MethodsPage;
use super::plan::PlanPage;
use super::session::Session;
use crate::locale::screen::frame as say;
use crate::state::editor::Editor;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;

/// The ways into the file. Nothing else may call what is behind them: whatever the start view can reach is loaded with
/// it.
#[derive(Clone, Copy)]
pub struct Views {
    /// Opens a plan of the shelf; answers whether there is such a plan.
    pub open: fn(Shelf, &str) -> bool,
    /// Shows the plan of an id.
    pub plan: fn(Signal<Option<String>>) -> AnyView,
    /// Shows how everything is computed.
    pub methods: fn() -> AnyView,
}

/// Loads the views, once; a failure is forgotten, so that the next call tries again.
///
/// # Errors
/// The file did not arrive.
pub async fn load() -> Result<Views, SplitLoaderError> {
    let views = views();
    #[cfg(not(debug_assertions))]
    let views = views.await;
    views
}

/// Where the file begins. What is built for development stays in one piece.
#[cfg_attr(not(debug_assertions), leptos::wasm_split::wasm_split(views, wasm_split_path = ::leptos::wasm_split, fallible))]
fn views() -> Result<Views, SplitLoaderError> {
    Ok(Views {
        open: Shelf::open_plan,
        plan: |id| view! { <PlanView id=id/> }.into_any(),
        methods: || view! { <MethodsView/> }.into_any(),
    })
}

/// The plan of the address, with its bar; or that there is none.
#[component]
fn PlanView(id: Signal<Option<String>>) -> impl IntoView {
    let shelf = Shelf::of_page();
    move || {
        let wanted = id.get();
        match shelf.open().filter(|open| Some(&open.id) == wanted.as_ref()) {
            Some(open) => {
                provide_context(open.session);
                Doorway::provide(open.session);
                view! { <Bar id=open.id.clone()/><SaveBanner id=open.id/><PlanPage/><Door/> }.into_any()
            }
            None => view! { <NoPlan named=wanted.is_some()/> }.into_any(),
        }
    }
}

/// No plan to show: there is none yet, or the address names one that is not here.
#[component]
fn NoPlan(named: bool) -> impl IntoView {
    let lang = Shelf::of_page().lang;
    let (title, text): (fn(_) -> _, fn(_) -> _) = match named {
        true => (say::unknown_plan, say::unknown_plan_text),
        false => (say::no_plan, say::no_plan_text),
    };
    view! {
        <div class="lead">
            <h1>{move || title(lang.get())}</h1>
            <p>{move || text(lang.get())}</p>
            <div class="actions"><a class="btn primary" href="#/start">{move || say::to_start(lang.get())}</a></div>
        </div>
    }
}

/// How everything is computed, with the numbers of the open plan, or of the first template where none is open.
#[component]
fn MethodsView() -> impl IntoView {
    let shelf = Shelf::of_page();
    move || {
        let open = shelf.open().map(|open| open.session);
        let sample = || {
            shelf.fresh("service", shelf.lang.get()).map(|plan| Session::open(Editor::of(plan), shelf.lang))
        };
        let session = open.or_else(sample)?;
        provide_context(session);
        Doorway::provide(session);
        Some(view! { <MethodsPage sample=open.is_none()/><Door/> })
    }
}
