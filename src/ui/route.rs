//! The way from addresses to what is open.

use super::frame::{Place, View, enter};
use super::library::Shelf;
use super::views::{self, Views};
use crate::web::{address, loader, page};
use leptos::html::Main;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How long the start view has been there when the other views are loaded ahead.
const REST_MS: i32 = 1_000;

/// Where the reader is, and what it takes to get elsewhere. A handle.
#[derive(Clone, Copy)]
pub struct Route {
    shelf: Shelf,
    place: RwSignal<Place>,
    views: RwSignal<Option<Views>>,
    arrived: RwSignal<bool>,
    main: NodeRef<Main>,
}

impl Route {
    /// Sets out for the place of the page's address; without one, for the plan that was open last. After two stops in
    /// a row no plan is opened by itself. `main` gets the focus whenever the view changes.
    #[must_use]
    pub fn begin(shelf: Shelf, main: NodeRef<Main>) -> Route {
        let (place, views) = (RwSignal::new(Place::Start), RwSignal::new(None));
        let route = Route { shelf, place, views, arrived: RwSignal::new(false), main };
        let last = || shelf.settings().last_plan.filter(|id| shelf.has(id));
        let wanted = Place::of(&address::hash()).or_else(|| last().map(|id| Place::Plan(Some(id))));
        let safe = page::root("data-safe-start").is_some();
        route.go(wanted.filter(|_| !safe).unwrap_or(Place::Start), Route::arrive);
        route
    }

    /// Whether the reader is anywhere yet: the first view may still be loading.
    #[must_use]
    pub fn has_arrived(self) -> bool {
        self.arrived.get()
    }

    /// The view of the place.
    #[must_use]
    pub fn view(self) -> View {
        self.place.with(Place::view)
    }

    /// The plan that the address names.
    #[must_use]
    pub fn plan_id(self) -> Option<String> {
        match self.place.get() {
            Place::Plan(id) => id,
            Place::Start | Place::New(_) | Place::Methods => None,
        }
    }

    /// The views beside the start view; the reader arrives in one of them only once they are there.
    #[must_use]
    pub fn views(self) -> Option<Views> {
        self.views.get()
    }

    /// Goes where the address leads. What is no address of a view stays on it, such as a link to a part of it.
    pub fn follow(self, hash: &str) {
        let place = if hash.is_empty() { Some(Place::Start) } else { Place::of(hash) };
        if let Some(place) = place.filter(|place| *place != self.place.get_untracked()) {
            self.go(place, Route::turn);
        }
    }

    /// Calls back with a place once its view is there; when the address has changed meanwhile, it does not.
    fn go(self, place: Place, there: fn(Route, Place)) {
        if place.view() == View::Start {
            page::after(REST_MS, move || spawn_local(async move { _ = self.load().await }));
        }
        if place.view() == View::Start || self.views.with_untracked(Option::is_some) {
            return there(self, place);
        }
        let asked = address::hash();
        spawn_local(async move {
            if !self.load().await {
                loader::tell_missing();
            } else if address::hash() == asked {
                there(self, place);
            }
        });
    }

    /// Loads the views, unless they are there; answers whether they are now.
    async fn load(self) -> bool {
        if self.views.with_untracked(Option::is_none) {
            self.views.set(views::load().await.ok());
        }
        self.views.with_untracked(Option::is_some)
    }

    /// Leaves one place for another; a change of view begins at its top.
    fn turn(self, place: Place) {
        let before = self.place.get_untracked();
        page::leave_field();
        self.arrive(place);
        if before != self.place.get_untracked() {
            page::scroll_to_top();
            // The view is on the page once the effects of this task have run.
            page::after(0, move || enter(self.main));
        }
    }

    /// Opens what a place asks for; the address says where that led.
    fn arrive(self, place: Place) {
        let place = match place {
            Place::New(template) => Place::Plan(self.create(&template)),
            Place::Plan(None) => Place::Plan(self.shelf.last_plan()),
            place => place,
        };
        if let (Place::Plan(Some(id)), Some(views)) = (&place, self.views.get_untracked()) {
            (views.open)(self.shelf, id);
        }
        if address::hash() != place.hash() {
            address::replace(&place.hash());
        }
        self.place.set(place);
        self.arrived.set(true);
    }

    fn create(self, template: &str) -> Option<String> {
        let plan = self.shelf.fresh(template, self.shelf.lang.get_untracked())?;
        Some(self.shelf.create(plan))
    }
}
