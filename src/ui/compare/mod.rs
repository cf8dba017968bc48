//! Plans side by side, and what drives the difference of two of them.

mod choice;
mod drivers;
mod table;

use super::basis::BasisChoice;
use super::door::Door;
use super::library::Shelf;
use super::words::words;
use crate::locale::screen::{compare as say, frame};
use crate::model::plan::Plan;
use crate::model::quantity::Basis;
use crate::present::Subject;
use crate::present::compare::Compared;
use crate::web::address;
use choice::Choice;
use drivers::DriversView;
use leptos::prelude::*;
use std::sync::Arc;
use table::Table;

/// More plans than these do not fit beside each other.
const MOST: usize = 4;

/// Shows the plans of some ids, joined by `/`; where there are fewer than two, with the plans changed last.
pub fn page(ids: Signal<Option<String>>) -> AnyView {
    Shelf::of_page().save_now();
    view! { <ComparePage ids=ids/> }.into_any()
}

/// A plan that is compared.
#[derive(Clone, PartialEq)]
struct Chosen {
    id: String,
    plan: Plan,
}

/// What is on the page. A handle.
#[derive(Clone, Copy)]
struct Comparing {
    /// The plans, the base first.
    chosen: Memo<Vec<Chosen>>,
    /// With which budgets results are shown.
    basis: RwSignal<Basis>,
    view: Memo<Arc<Compared>>,
}

impl Comparing {
    fn begin(ids: Signal<Option<String>>) -> Comparing {
        let shelf = Shelf::of_page();
        let basis = RwSignal::new(Basis::Required);
        let chosen = Memo::new(move |_| chosen(shelf, &ids.get().unwrap_or_default()));
        let view = Memo::new(move |_| {
            let plans: Vec<Plan> =
                chosen.with(|chosen| chosen.iter().map(|chosen| chosen.plan.clone()).collect());
            Arc::new(Compared::of(&plans, shelf.lang.get(), basis.get()))
        });
        Comparing { chosen, basis, view }
    }

    fn ids(self) -> Vec<String> {
        self.chosen.with(|chosen| chosen.iter().map(|chosen| chosen.id.clone()).collect())
    }

    /// A part of the view that is only renewed when it changes.
    fn part<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        of: impl Fn(&Compared) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.view.with(|view| of(view)))
    }
}

/// The plans of the address, filled up to two: first with the one that is open, then with those changed last.
fn chosen(shelf: Shelf, ids: &str) -> Vec<Chosen> {
    let all = shelf.entries(|entry| Chosen { id: entry.id.into(), plan: entry.plan.clone() });
    let mut chosen: Vec<Chosen> = Vec::new();
    let open = untrack(|| shelf.last_plan());
    let wanted = ids.split('/').map(str::to_owned);
    let spare = open.into_iter().chain(all.iter().map(|plan| plan.id.clone()));
    for (place, id) in wanted.map(|id| (0, id)).chain(spare.map(|id| (1, id))) {
        let is_enough = chosen.len() >= if place == 0 { MOST } else { 2 };
        let found = all.iter().find(|plan| plan.id == id && !chosen.contains(plan));
        chosen.extend(found.filter(|_| !is_enough).cloned());
    }
    chosen
}

/// Goes where other plans are compared.
fn compare(ids: &[String]) {
    address::go(&format!("/compare/{}", ids.join("/")));
}

#[component]
fn ComparePage(ids: Signal<Option<String>>) -> impl IntoView {
    let shelf = Shelf::of_page();
    let comparing = Comparing::begin(ids);
    let enough = Memo::new(move |_| comparing.chosen.with(Vec::len) >= 2);
    Effect::new(move |_| {
        // Who is on the way to a plan has named that one.
        if enough.get() && address::hash().starts_with("/compare") {
            shelf.compared.set(comparing.ids());
        }
    });
    let missing = Memo::new(move |_| {
        let wanted = ids.get().unwrap_or_default();
        let known = shelf.entries(|entry| entry.id.to_owned());
        wanted.split('/').any(|id| !id.is_empty() && !known.iter().any(|known| known == id))
    });
    let headline = comparing.part(|view| view.headline.clone());
    let content = move || {
        view! {
            <section class="verdict"><h1>{headline}</h1></section>
            {move || missing.get().then(|| view! { <p class="banner warn" role="status">{words(say::missing)}</p> })}
            <Choice comparing=comparing/>
            <BasisChoice basis=comparing.basis of=say::basis class="hush"/>
            <div class="compared" data-plans=move || comparing.chosen.with(Vec::len)>
                <DriversView comparing=comparing/>
                <Table comparing=comparing/>
            </div>
            // The door belongs to the plan whose number was pressed, which is the open one from then on.
            {move || shelf.open().map(|open| {
                provide_context(open.session);
                view! { <Door/> }
            })}
        }
        .into_any()
    };
    move || if enough.get() { content() } else { view! { <TooFew/> }.into_any() }
}

/// One plan cannot be compared.
#[component]
fn TooFew() -> impl IntoView {
    view! {
        <div class="lead">
            <h1>{words(say::too_few)}</h1>
            <p>{words(say::too_few_text)}</p>
            <div class="actions"><a class="btn primary" href="#/start">{words(frame::to_start)}</a></div>
        </div>
    }
}

/// Explains a number of a plan: the plan becomes the open one, so that the way to its fields is the usual one.
fn explain(shelf: Shelf, id: &str, subject: Subject) {
    let is_open = shelf.open_plan(id);
    if let Some(session) = shelf.session().filter(|_| is_open) {
        session.door.set(Some(subject));
    }
}
