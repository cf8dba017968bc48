//! The page on which the code for other sites is made: choices on one side, the calculator as it will look on the other.

mod choices;
mod code;
mod parts;

use super::library::Shelf;
use super::words::words;
use crate::locale::screen::builder as say;
use crate::model::plan::Plan;
use crate::persist::embed::{Embed, Source};
use crate::persist::link::{self, Notes};
use crate::persist::template;
use choices::Choices;
use code::{Code, Preview};
use leptos::prelude::*;

/// Shows the page, beginning with the plan of an id.
pub fn page(id: Signal<Option<String>>) -> AnyView {
    (move || view! { <BuilderPage begin=id.get()/> }).into_any()
}

/// What is chosen, as typed: what cannot be used is left out of the code, and said beside its field.
#[derive(Clone, Copy)]
struct Draft {
    /// The plans that can be chosen: how they are called, and where they come from.
    offers: StoredValue<Vec<Offer>>,
    /// The chosen one.
    offer: RwSignal<usize>,
    /// Everything else; never with anything refused.
    embed: RwSignal<Embed>,
}

/// A plan that can be chosen.
#[derive(Clone)]
enum Offer {
    /// One of the reader's, with its name.
    Own(String, Box<Plan>),
    /// A template, with its title in every language.
    Template(Box<template::Template>),
}

impl Draft {
    fn begin(shelf: Shelf, id: Option<&str>) -> Draft {
        let own = shelf.entries(|entry| {
            let is_begin = Some(entry.id) == id;
            (is_begin, Offer::Own(entry.plan.document().name.clone(), Box::new(entry.plan.clone())))
        });
        let first = own.iter().position(|(is_begin, _)| *is_begin);
        // Without a plan to begin with, a template: a reader's own plan must not get into the code unasked.
        let offer = first.unwrap_or(own.len());
        let templates = template::all().into_iter().map(|template| Offer::Template(Box::new(template)));
        let offers = own.into_iter().map(|(_, offer)| offer).chain(templates).collect();
        Draft {
            offers: StoredValue::new(offers),
            offer: RwSignal::new(offer),
            embed: RwSignal::new(Embed::default()),
        }
    }

    /// What the code asks for.
    fn asked(self) -> Embed {
        let source = self.offers.with_value(|offers| match offers.get(self.offer.get()) {
            Some(Offer::Own(_, plan)) => code_of(plan).map(Source::Plan),
            Some(Offer::Template(template)) => Some(Source::Preset(template.id.clone())),
            None => None,
        });
        Embed { source, ..self.embed.get() }
    }
}

#[component]
fn BuilderPage(begin: Option<String>) -> impl IntoView {
    let draft = untrack(|| Draft::begin(Shelf::of_page(), begin.as_deref()));
    let asked = Memo::new(move |_| draft.asked());
    view! {
        <div class="lead">
            <h1>{words(say::lead)}</h1>
            <p>{words(say::lead_text)}</p>
        </div>
        <div class="cols builder">
            <Choices draft=draft/>
            <div class="results">
                <Preview asked=asked/>
                <Code asked=asked/>
            </div>
        </div>
    }
}

/// The plan as the code carries it. Notes stay with the reader; none where the plan is too long even so.
fn code_of(plan: &Plan) -> Option<String> {
    link::encode(plan, Notes::LeftOut).ok()
}
