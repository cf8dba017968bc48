//! Which plans are compared.

use super::{Chosen, Comparing, MOST, compare};
use crate::locale::Lang;
use crate::locale::moment::Moment;
use crate::locale::screen::{compare as say, link};
use crate::present::compare::plan_name;
use crate::ui::icon::Icon;
use crate::ui::library::Shelf;
use crate::ui::words::words;
use crate::web::clock;
use leptos::prelude::*;

/// A plan that can be chosen: its id, and its name with the day of its last change, which tells plans of one name apart.
type Offer = (String, String);

/// What a column is called: the base, or a letter.
pub(super) fn column(place: usize, lang: Lang) -> String {
    let letter = u8::try_from(place).map_or('?', |place| char::from(b'A'.saturating_add(place)));
    if place == 0 { say::base(lang).into() } else { say::other(lang, letter) }
}

/// A field for each plan.
#[component]
pub(super) fn Choice(comparing: Comparing) -> impl IntoView {
    let shelf = Shelf::of_page();
    let offers = Memo::new(move |_| {
        let lang = shelf.lang.get();
        shelf.entries(|entry| {
            let changed = clock::told(entry.saved_at, lang, Moment::told);
            (entry.id.to_owned(), link::mine(lang, plan_name(entry.plan.document(), lang), changed))
        })
    });
    let ids = Memo::new(move |_| comparing.ids());
    let spare = move || {
        let ids = ids.get();
        let spare =
            offers.with(|offers| offers.iter().map(|(id, _)| id.clone()).find(|id| !ids.contains(id)));
        spare.filter(|_| ids.len() < MOST)
    };
    let add = move || {
        let spare = spare()?;
        let press = move |_| {
            let mut ids = ids.get_untracked();
            ids.push(spare.clone());
            compare(&ids);
        };
        Some(view! {
            <button type="button" class="btn" on:click=press><Icon name="plus"/>{words(say::add)}</button>
        })
    };
    let count = Memo::new(move |_| ids.with(Vec::len));
    view! {
        <section class="chosen" aria-label=words(say::plans)>
            {move || (0..count.get()).map(|place| view! { <Field comparing=comparing ids=ids offers=offers place=place/> }).collect_view()}
            {add}
        </section>
    }
}

#[component]
fn Field(
    comparing: Comparing,
    ids: Memo<Vec<String>>,
    offers: Memo<Vec<Offer>>,
    place: usize,
) -> impl IntoView {
    let lang = Shelf::of_page().lang;
    let id = format!("compared-{place}");
    let own = Memo::new(move |_| ids.with(|ids| ids.get(place).cloned()).unwrap_or_default());
    let options = move || {
        let (ids, own) = (ids.get(), own.get());
        let offers = offers.get().into_iter().filter(move |(id, _)| *id == own || !ids.contains(id));
        let option = move |(id, line): Offer| {
            let is = ids_selected(&id, place, comparing);
            view! { <option value=id selected=is>{line}</option> }
        };
        offers.map(option).collect_view()
    };
    let choose = move |event| {
        let mut ids = ids.get_untracked();
        if let Some(id) = ids.get_mut(place) {
            *id = event_target_value(&event);
        }
        compare(&ids);
    };
    let leave = move |_| {
        let mut ids = ids.get_untracked();
        if place < ids.len() {
            ids.remove(place);
        }
        compare(&ids);
    };
    let name = move || {
        let lang = lang.get();
        let name = |chosen: &Chosen| plan_name(chosen.plan.document(), lang);
        say::remove(lang, comparing.chosen.with(|chosen| chosen.get(place).map(name)).unwrap_or_default())
    };
    let removable = move || place > 0 && ids.with(Vec::len) > 2;
    view! {
        <p>
            <label for=id.clone()>{move || column(place, lang.get())}</label>
            <span class="control">
                <select id=id on:change=choose>{options}</select>
            </span>
            {move || removable().then(|| view! {
                <button type="button" class="btn quiet icon-only" aria-label=name on:click=leave><Icon name="close"/></button>
            })}
        </p>
    }
}

/// Whether a plan is the one of a column.
fn ids_selected(id: &str, place: usize, comparing: Comparing) -> bool {
    comparing.chosen.with_untracked(|chosen| chosen.get(place).is_some_and(|chosen| chosen.id == id))
}
