//! The way from addresses to what is open.

use super::frame::{Place, View, enter};
use super::later::{self, Budget, Builder, Compare, Views};
use super::library::Shelf;
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
    budget: RwSignal<Option<Budget>>,
    builder: RwSignal<Option<Builder>>,
    compare: RwSignal<Option<Compare>>,
    arrived: RwSignal<bool>,
    /// The view whose files are on their way.
    awaited: RwSignal<Option<View>>,
    main: NodeRef<Main>,
}

impl Route {
    /// Sets out for the place of the page's address; without one, for the plan that was open last. After two stops in
    /// a row no plan is opened by itself. `main` gets the focus whenever the view changes.
    #[must_use]
    pub fn begin(shelf: Shelf, main: NodeRef<Main>) -> Route {
        let (place, arrived, awaited) =
            (RwSignal::new(Place::Start), RwSignal::new(false), RwSignal::new(None));
        let (views, budget) = (RwSignal::new(None), RwSignal::new(None));
        let (builder, compare) = (RwSignal::new(None), RwSignal::new(None));
        let route = Route { shelf, place, views, budget, builder, compare, arrived, awaited, main };
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

    /// The view that a reader waits for while its files are on their way.
    #[must_use]
    pub fn awaited(self) -> Option<View> {
        self.awaited.get()
    }

    /// The view of the place.
    #[must_use]
    pub fn view(self) -> View {
        self.place.with(Place::view)
    }

    /// What the address names: the id of a plan, or the plan itself in a link.
    #[must_use]
    pub fn named(self) -> Option<String> {
        match self.place.get() {
            Place::Plan(id) | Place::Budget(id) | Place::Builder(id) | Place::Compare(id) => id,
            Place::Link(link) => Some(link),
            Place::Start | Place::New(_) | Place::Methods => None,
        }
    }

    /// The plan and the methods; the reader arrives in one of them only once they are there.
    #[must_use]
    pub fn views(self) -> Option<Views> {
        self.views.get()
    }

    /// The budgets of a plan; they are there like the views.
    #[must_use]
    pub fn budget(self) -> Option<Budget> {
        self.budget.get()
    }

    /// The builder; it is there like the views.
    #[must_use]
    pub fn builder(self) -> Option<Builder> {
        self.builder.get()
    }

    /// Plans side by side; the part is there like the views.
    #[must_use]
    pub fn compare(self) -> Option<Compare> {
        self.compare.get()
    }

    /// Goes where the address leads. What is no address of a view stays on it, such as a link to a part of it.
    pub fn follow(self, hash: &str) {
        let place = if hash.is_empty() { Some(Place::Start) } else { Place::of(hash) };
        if let Some(place) =
            place.filter(|place| *place != self.place.get_untracked() || !self.is_open(place))
        {
            self.go(place, Route::turn);
        }
    }

    /// Whether the plan of a place is open: one that was deleted may have come back.
    fn is_open(self, place: &Place) -> bool {
        match place {
            Place::Plan(Some(id)) | Place::Budget(Some(id)) => self.shelf.open_id().as_ref() == Some(id),
            _ => true,
        }
    }

    /// Calls back with a place once its view is there; when the address has changed meanwhile, it does not.
    fn go(self, place: Place, there: fn(Route, Place)) {
        let view = place.view();
        if view == View::Start {
            page::after(REST_MS, move || spawn_local(async move { _ = self.load(View::Plan).await }));
        }
        if self.is_there(view) {
            self.awaited.set(None);
            return there(self, place);
        }
        let asked = address::hash();
        self.awaited.set(Some(view));
        spawn_local(async move {
            let is_there = self.load(view).await;
            if self.awaited.get_untracked() == Some(view) {
                self.awaited.set(None);
            }
            if !is_there {
                loader::tell_missing();
            } else if address::hash() == asked {
                there(self, place);
            }
        });
    }

    fn is_there(self, view: View) -> bool {
        match view {
            View::Start => true,
            View::Plan | View::Link | View::Methods => self.views.with_untracked(Option::is_some),
            View::Budget => self.budget.with_untracked(Option::is_some),
            View::Builder => self.builder.with_untracked(Option::is_some),
            View::Compare => self.compare.with_untracked(Option::is_some),
        }
    }

    /// Loads what a view needs, unless it is there; answers whether it is now.
    async fn load(self, view: View) -> bool {
        if !self.is_there(view) {
            match view {
                View::Start => {}
                View::Plan | View::Link | View::Methods => self.views.set(later::views().await.ok()),
                View::Budget => self.budget.set(later::budget().await.ok()),
                View::Builder => self.builder.set(later::builder().await.ok()),
                View::Compare => self.compare.set(later::compare().await.ok()),
            }
        }
        self.is_there(view)
    }

    /// Leaves one place for another; a change of view begins at its top.
    fn turn(self, place: Place) {
        let before = self.place.get_untracked();
        page::leave_field();
        self.arrive(place);
        let now = self.place.get_untracked();
        if before.view() != now.view() {
            self.shelf.toasts.leave_view();
        }
        if before != now {
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
            Place::Budget(None) => Place::Budget(self.shelf.last_plan()),
            place => place,
        };
        if let (Place::Plan(Some(id)), Some(views)) = (&place, self.views.get_untracked()) {
            (views.open)(self.shelf, id);
        }
        if let (Place::Budget(Some(id)), Some(budget)) = (&place, self.budget.get_untracked()) {
            (budget.open)(self.shelf, id);
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
