//! The page: which view is on the screen, and what all views share.

use super::dialog::DialogPlace;
use super::frame::{Rail, Skip, View, lang_attribute};
use super::later;
use super::library::{FilePicker, Shelf};
use super::route::Route;
use super::shortcuts;
use super::start::StartPage;
use super::toast::ToastRegion;
use crate::locale::Lang;
use crate::locale::screen::{frame as say, link};
use crate::web::{address, loader, page};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The whole page, or the calculator in a page of others.
#[component]
pub fn App() -> impl IntoView {
    // The loader chose the language before the first paint, and saw whose page this is.
    let lang = RwSignal::new(page::root("lang").and_then(|tag| Lang::of_tag(&tag)).unwrap_or_default());
    let owner = Owner::current().unwrap_or_default();
    match page::root("data-embed") {
        Some(_) => view! { <Embedded shelf=Shelf::apart(lang, owner)/> }.into_any(),
        None => view! { <Page shelf=Shelf::load(lang, owner)/> }.into_any(),
    }
}

/// The calculator in a page of others, once it has arrived.
#[component]
fn Embedded(shelf: Shelf) -> impl IntoView {
    provide_context(shelf);
    let part = RwSignal::new(None);
    spawn_local(async move {
        match later::embed().await {
            Ok(arrived) => part.set(Some(arrived)),
            Err(_) => loader::tell_missing(),
        }
    });
    move || {
        part.get().map(|part: later::Embedded| {
            loader::dismiss_welcome();
            (part.page)()
        })
    }
}

/// The page of our own; until its first view has arrived, there is none of it.
#[component]
fn Page(shelf: Shelf) -> impl IntoView {
    provide_context(shelf);
    let main = NodeRef::new();
    let route = Route::begin(shelf, main);
    let view = Memo::new(move |_| route.view());
    let listeners =
        (address::on_change(move |hash| route.follow(&hash)), shortcuts::listen(shelf, view), shelf.listen());
    // They listen as long as the page is there.
    StoredValue::new_local(listeners);
    describe_page(shelf, view);
    let page = move || {
        loader::dismiss_welcome();
        view! {
            <div class="app">
                <Skip main=main/>
                <Rail view=view awaited=Signal::derive(move || route.awaited())/>
                <main
                    id="main" tabindex="-1" node_ref=main
                    aria-busy=move || route.awaited().map(|_| "true")
                >
                    <div class="page">{move || shown(route, view.get())}</div>
                </main>
                <ToastRegion/>
                <DialogPlace/>
                <FilePicker/>
            </div>
        }
    };
    move || route.has_arrived().then(page)
}

fn shown(route: Route, view: View) -> Option<AnyView> {
    let views = || untrack(move || route.views());
    match view {
        View::Start => Some(view! { <StartPage/> }.into_any()),
        View::Plan => Some((views()?.plan)(Signal::derive(move || route.named()))),
        View::Link => Some((views()?.link)(Signal::derive(move || route.named()))),
        View::Methods => Some((views()?.methods)()),
        View::Budget => Some((untrack(move || route.budget())?.page)(Signal::derive(move || route.named()))),
        View::Builder => {
            Some((untrack(move || route.builder())?.page)(Signal::derive(move || route.named())))
        }
        View::Compare => {
            Some((untrack(move || route.compare())?.page)(Signal::derive(move || route.named())))
        }
    }
}

/// Keeps the page's title and language with what it shows.
fn describe_page(shelf: Shelf, view: Memo<View>) {
    let lang = shelf.lang;
    Effect::new(move |_| page::set_root("lang", Some(lang_attribute(lang.get()))));
    Effect::new(move |_| {
        let lang = lang.get();
        let name = match view.get() {
            View::Start => say::start(lang).to_owned(),
            View::Link => link::view(lang).to_owned(),
            View::Methods => say::methods(lang).to_owned(),
            View::Builder => say::embed(lang).to_owned(),
            View::Compare => say::compare(lang).to_owned(),
            View::Plan | View::Budget => {
                let name =
                    shelf.open().map(|open| open.session.document.with(|document| document.name.clone()));
                name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| say::plan(lang).to_owned())
            }
        };
        page::set_title(&say::title(lang, name));
    });
}
