//! The views of a plan, which arrive after the start view (`later.rs`).

use super::bar::{Bar, SaveBanner};
use super::door::Door;
use super::history::History;
use super::library::Shelf;
use super::methods::MethodsPage;
use super::plan::PlanPage;
use super::session::Session;
use super::share::ShareDialog;
use crate::locale::screen::{frame as say, start};
use crate::state::editor::Editor;
use crate::state::library::id_of;
use leptos::prelude::*;

/// Shows the plan of an id.
pub fn plan(id: Signal<Option<String>>) -> AnyView {
    of_plan(id, || view! { <PlanPage/> }.into_any())
}

/// Shows something of the plan of an id, with all that stands around an open plan.
pub fn of_plan(id: Signal<Option<String>>, content: fn() -> AnyView) -> AnyView {
    view! { <PlanView id=id content=content/> }.into_any()
}

/// Shows how everything is computed.
pub fn methods() -> AnyView {
    view! { <MethodsView/> }.into_any()
}

/// The plan of the address, with its bar; or that there is none.
#[component]
fn PlanView(id: Signal<Option<String>>, content: fn() -> AnyView) -> impl IntoView {
    let shelf = Shelf::of_page();
    move || {
        let wanted = id.get();
        match shelf.open().filter(|open| Some(&open.id) == wanted.as_ref()) {
            Some(open) => {
                provide_context(open.session);
                view! {
                    <Bar id=open.id.clone()/><SaveBanner id=open.id.clone()/>{content()}<Door/><History id=open.id/><ShareDialog/>
                }
                .into_any()
            }
            None => view! { <NoPlan id=wanted/> }.into_any(),
        }
    }
}

/// No plan to show: there is none yet, or the address names one that is not here or cannot be read.
#[component]
fn NoPlan(id: Option<String>) -> impl IntoView {
    let shelf = Shelf::of_page();
    let lang = shelf.lang;
    let kept = |id: &String| {
        let texts = shelf.unreadable().into_iter();
        texts.map(|text| text.key).find(|key| id_of(key) == Some(id.as_str()))
    };
    let kept = id.as_ref().and_then(kept);
    let title: fn(_) -> _ = match (&id, &kept) {
        (None, _) => say::no_plan,
        (Some(_), Some(_)) => start::unreadable,
        (Some(_), None) => say::unknown_plan,
    };
    let text = move |lang| match (&id, &kept) {
        (None, _) => say::no_plan_text(lang).to_owned(),
        (Some(_), Some(key)) => start::unreadable_here(lang, key),
        (Some(_), None) => say::unknown_plan_text(lang).to_owned(),
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
        Some(view! { <MethodsPage sample=open.is_none()/><Door/> })
    }
}
