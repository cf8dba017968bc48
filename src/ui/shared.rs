//! A plan that came by a link: to be read and tried, and the reader's own only when they say so.

mod differences;

use super::door::Door;
use super::library::{Shelf, link_sentence};
use super::link_field::LinkField;
use super::plan::PlanPage;
use super::session::Session;
use super::words::words;
use crate::locale::screen::{frame, link as say};
use crate::model::plan::Plan;
use crate::persist::link::{self, LinkError};
use crate::state::editor::Editor;
use crate::web::address;
use differences::Differences;
use leptos::prelude::*;

/// Shows the plan of a link.
pub fn page(code: Signal<Option<String>>) -> AnyView {
    (move || match link::decode(&code.get().unwrap_or_default()) {
        Ok(plan) => view! { <Shared plan=plan/> }.into_any(),
        Err(error) => view! { <Unreadable error=error/> }.into_any(),
    })
    .into_any()
}

#[component]
fn Shared(plan: Plan) -> impl IntoView {
    let shelf = Shelf::of_page();
    let session = Session::open(Editor::of(plan.clone()), shelf.lang);
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
        <Differences plan=plan/>
        <PlanPage/>
        <Door/>
    }
}

/// A link that says no plan, and never another one in its place.
#[component]
fn Unreadable(error: LinkError) -> impl IntoView {
    let lang = Shelf::of_page().lang;
    view! {
        <div class="lead">
            <h1>{words(say::unreadable)}</h1>
            <p role="alert">{move || link_sentence(&error, lang.get())}" "{words(say::nothing_changed)}</p>
            <LinkField/>
            <div class="actions"><a class="btn" href="#/start">{words(frame::to_start)}</a></div>
        </div>
    }
}
