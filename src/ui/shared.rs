//! A plan that came by a link: to be read and tried, and the reader's own only when they say so.

use super::door::Door;
use super::library::Shelf;
use super::plan::PlanPage;
use super::session::Session;
use super::words::words;
use crate::locale::screen::{frame, link as say};
use crate::model::plan::Plan;
use crate::persist::embed::carried;
use crate::state::editor::Editor;
use crate::web::address;
use leptos::prelude::*;

/// Shows the plan of a link.
pub fn page(code: Signal<Option<String>>) -> AnyView {
    let read = move || code.get().and_then(|code| carried::read(&code));
    (move || match read() {
        Some(plan) => view! { <Shared plan=plan/> }.into_any(),
        None => view! { <Unreadable/> }.into_any(),
    })
    .into_any()
}

#[component]
fn Shared(plan: Plan) -> impl IntoView {
    let shelf = Shelf::of_page();
    let session = Session::open(Editor::of(plan), shelf.lang);
    provide_context(session);
    let copy = move |_| {
        let id = shelf.create(session.plan());
        address::go(&format!("/plan/{id}"));
    };
    view! {
        <div class="banner" role="status">
            <p><strong>{words(say::title)}</strong>{words(say::text)}</p>
            <div class="actions">
                <button type="button" class="btn primary" on:click=copy>{words(say::copy)}</button>
            </div>
        </div>
        <PlanPage/>
        <Door/>
    }
}

/// A link that says no plan, and never another one in its place.
#[component]
fn Unreadable() -> impl IntoView {
    view! {
        <div class="lead">
            <h1>{words(say::unreadable)}</h1>
            <p>{words(say::unreadable_text)}</p>
            <div class="actions"><a class="btn primary" href="#/start">{words(frame::to_start)}</a></div>
        </div>
    }
}
