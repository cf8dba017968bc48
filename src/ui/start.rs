//! The start view: my plans, the templates, files, and what happens with the data.

mod data;
mod plans;
mod templates;

use super::icon::Icon;
use super::library::Shelf;
use super::words::words;
use crate::locale::screen::{frame, start as say};
use crate::persist::template;
use data::{DropZone, Promise, SafeStart, StoreBanner, UnreadableList};
use leptos::prelude::*;
use plans::Plans;
use templates::Templates;

/// Where the reader begins: for the first time with what this is, later with the plans.
#[component]
pub fn StartPage() -> impl IntoView {
    let shelf = Shelf::of_page();
    let is_first = Memo::new(move |_| shelf.entries(|_| ()).is_empty());
    view! {
        <SafeStart/>
        <StoreBanner/>
        <UnreadableList/>
        {move || if is_first.get() { view! { <Lead/> }.into_any() } else { view! { <Plans/> }.into_any() }}
        <Templates/>
        <DropZone/>
        <Promise/>
    }
}

#[component]
fn Lead() -> impl IntoView {
    let shelf = Shelf::of_page();
    let lang = shelf.lang;
    let first = template::all().into_iter().next();
    let begin = first.map(|template| {
        let address = format!("#/new/{}", template.id);
        let label = move || {
            let lang = lang.get();
            say::begin_with(lang, template.title.of(lang.tag()))
        };
        view! { <a class="btn primary" href=address>{label}</a> }
    });
    view! {
        <div class="lead">
            <h1>{words(say::lead)}</h1>
            <p>{words(say::lead_text)}</p>
            <div class="actions">
                {begin}
                <button type="button" class="btn" on:click=move |_| shelf.choose_file()>
                    <Icon name="file"/>{words(frame::open_file)}
                </button>
            </div>
        </div>
    }
}
