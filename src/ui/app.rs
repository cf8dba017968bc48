//! The page: which view is on the screen, and what all views share.

use super::bar::{Bar, SaveBanner};
use super::dialog::DialogPlace;
use super::door::Door;
use super::frame::{Place, Rail, Skip, View, focus, lang_attribute};
use super::library::{FilePicker, Shelf};
use super::methods::MethodsPage;
use super::plan::PlanPage;
use super::session::Session;
use super::shortcuts;
use super::start::StartPage;
use super::toast::ToastRegion;
use crate::locale::Lang;
use crate::locale::screen::frame as say;
use crate::state::editor::Editor;
use crate::web::{address, page};
use leptos::html::Main;
use leptos::prelude::*;

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    // The loader chose the language before the first paint.
    let lang = page::root("lang").and_then(|tag| Lang::of_tag(&tag)).unwrap_or_default();
    let shelf = Shelf::load(RwSignal::new(lang), Owner::current().unwrap_or_default());
    provide_context(shelf);
    let main = NodeRef::new();
    let route = Route { shelf, place: RwSignal::new(Place::Start), main };
    route.begin();
    let view = Memo::new(move |_| route.place.get().view());
    let listeners =
        (address::on_change(move |hash| route.follow(&hash)), shortcuts::listen(shelf, view), shelf.listen());
    // They listen as long as the page is there.
    StoredValue::new_local(listeners);
    describe_page(shelf, view);
    view! {
        <div class="app">
            <Skip main=main/>
            <Rail view=view/>
            <main id="main" tabindex="-1" node_ref=main>
                <div class="page">
                    {move || match view.get() {
                        View::Start => view! { <StartPage/> }.into_any(),
                        View::Plan => view! { <PlanView route=route/> }.into_any(),
                        View::Methods => view! { <MethodsView/> }.into_any(),
                    }}
                </div>
            </main>
            <ToastRegion/>
            <DialogPlace/>
            <FilePicker/>
        </div>
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
            View::Methods => say::methods(lang).to_owned(),
            View::Plan => {
                let name =
                    shelf.open().map(|open| open.session.document.with(|document| document.name.clone()));
                name.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| say::plan(lang).to_owned())
            }
        };
        page::set_title(&say::title(lang, name));
    });
}

/// The way from addresses to what is open.
#[derive(Clone, Copy)]
struct Route {
    shelf: Shelf,
    place: RwSignal<Place>,
    main: NodeRef<Main>,
}

impl Route {
    /// The place of the page's address; without one, the plan that was open last. After two stops in a row no plan is
    /// opened by itself.
    fn begin(self) {
        let hash = address::hash();
        let last = self.shelf.settings().last_plan.filter(|id| self.shelf.has(id));
        let place = Place::of(&hash).or_else(|| last.map(|id| Place::Plan(Some(id)))).unwrap_or(Place::Start);
        let place = if page::root("data-safe-start").is_some() { Place::Start } else { place };
        self.arrive(place);
    }

    /// Goes where the address leads. What is no address of a view stays on it, such as a link to a part of it.
    fn follow(self, hash: &str) {
        let place = if hash.is_empty() { Some(Place::Start) } else { Place::of(hash) };
        let Some(place) = place.filter(|place| *place != self.place.get_untracked()) else { return };
        let before = self.place.get_untracked();
        page::leave_field();
        self.arrive(place);
        let now = self.place.get_untracked();
        if before != now {
            page::scroll_to_top();
            // The view is on the page once the effects of this task have run.
            page::after(0, move || focus(self.main));
        }
    }

    /// Opens what a place asks for; the address says where that led.
    fn arrive(self, place: Place) {
        let place = match place {
            Place::New(template) => Place::Plan(self.create(&template)),
            Place::Plan(None) => Place::Plan(self.shelf.last_plan()),
            place => place,
        };
        if let Place::Plan(Some(id)) = &place {
            self.shelf.open_plan(id);
        }
        if address::hash() != place.hash() {
            address::replace(&place.hash());
        }
        self.place.set(place);
    }

    fn create(self, template: &str) -> Option<String> {
        let plan = self.shelf.fresh(template, self.shelf.lang.get_untracked())?;
        Some(self.shelf.create(plan))
    }
}

/// The plan of the address, with its bar; or that there is none.
#[component]
fn PlanView(route: Route) -> impl IntoView {
    let shelf = Shelf::of_page();
    move || {
        let wanted = match route.place.get() {
            Place::Plan(id) => id,
            _ => None,
        };
        match shelf.open().filter(|open| Some(&open.id) == wanted.as_ref()) {
            Some(open) => {
                provide_context(open.session);
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
        let sample = || {
            shelf.fresh("service", shelf.lang.get()).map(|plan| Session::open(Editor::of(plan), shelf.lang))
        };
        let session = shelf.open().map(|open| open.session).or_else(sample)?;
        provide_context(session);
        Some(view! { <MethodsPage/><Door/> })
    }
}
