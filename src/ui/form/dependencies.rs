//! What a channel needs beside it to work at full strength.

use super::choice::Options;
use super::field::Field;
use super::group::Action;
use super::{told, words};
use crate::locale::screen::form as say;
use crate::locale::term;
use crate::model::plan::{Document, Field as Number};
use crate::present::form::Place;
use crate::state::editor::{ChannelEdit, Edit};
use crate::ui::parts::each;
use crate::ui::session::Session;
use leptos::prelude::*;

/// The channels that a channel depends on, and the others to add.
#[component]
pub fn Dependencies(
    /// The channel's id.
    id: String,
    /// Where it stands.
    place: Memo<u16>,
) -> impl IntoView {
    let others = told(move |document, _| {
        let channel = document.channels.get(usize::from(place.get()));
        let list = channel.map(|channel| channel.depends_on.as_slice()).unwrap_or_default();
        list.iter().map(|dependency| dependency.channel.clone()).collect::<Vec<String>>()
    });
    let select = format!("channel-{id}-needs");
    view! {
        {each(others, move |other| view! { <Dependency id=id.clone() other=other place=place/> }.into_any())}
        <Add id=select place=place/>
    }
}

#[component]
fn Dependency(id: String, other: String, place: Memo<u16>) -> impl IntoView {
    let session = Session::of_page();
    let wanted = other.clone();
    let name = told(move |document, lang| {
        let other = document.channels.iter().position(|channel| channel.id == wanted);
        let other = other.and_then(|other| u16::try_from(other).ok());
        other.map_or_else(String::new, |other| term::channel(other, document, lang))
    });
    let title = move || say::depends_on(session.lang.get(), name.get());
    let wanted = other.clone();
    let remove = Callback::new(move |()| {
        let item = session.document.with_untracked(|document| {
            let list = &document.channels.get(usize::from(place.get_untracked()))?.depends_on;
            list.iter().position(|dependency| dependency.channel == wanted)
        });
        if let Some(item) = item.and_then(|item| u16::try_from(item).ok()) {
            // Nothing needs a dependency.
            _ = session.edit(Edit::Channel(place.get_untracked(), ChannelEdit::RemoveDependency(item)));
        }
    });
    view! {
        <div role="group" aria-label=title>
            <p class="row"><strong>{title}</strong>
                <Action icon="trash" class="btn quiet danger" label=say::remove of=name off=false act=remove/>
            </p>
            <Field place=Place::inside(Number::ShareWithout, &id, &other)/>
            <Field place=Place::inside(Number::FullAt, &id, &other)/>
        </div>
    }
}

/// The channels that can still be depended on, by place and name.
fn left(document: &Document, place: u16, lang: crate::locale::Lang) -> Vec<(u16, String)> {
    let Some(of) = document.channels.get(usize::from(place)) else { return Vec::new() };
    let taken = |id: &String| of.depends_on.iter().any(|dependency| dependency.channel == *id);
    let free = (0u16..).zip(&document.channels).filter(|(_, other)| other.id != of.id && !taken(&other.id));
    free.map(|(other, _)| (other, term::channel(other, document, lang))).collect()
}

#[component]
fn Add(id: String, place: Memo<u16>) -> impl IntoView {
    let session = Session::of_page();
    let others = told(move |document, lang| left(document, place.get(), lang));
    let names =
        Signal::derive(move || others.with(|others| others.iter().map(|other| other.1.clone()).collect()));
    let picked = RwSignal::new(0usize);
    let chosen = Signal::derive(move || {
        let last = others.with(Vec::len).saturating_sub(1);
        picked.get().min(last)
    });
    let pick = move |event| picked.set(event_target_value(&event).parse().unwrap_or(0));
    let add = Callback::new(move |()| {
        let other = others.with_untracked(|others| others.get(chosen.get_untracked()).map(|other| other.0));
        if let Some(other) = other {
            // The list offers only channels that may be depended on.
            _ = session.edit(Edit::Channel(place.get_untracked(), ChannelEdit::AddDependency(other)));
        }
    });
    let none = Memo::new(move |_| others.with(Vec::is_empty));
    let list = words(say::dependency_choice);
    move || {
        if none.get() {
            return view! { <p class="help">{words(say::no_dependency)}</p> }.into_any();
        }
        view! {
            <div class="add">
                <span class="control">
                    <select id=id.clone() aria-label=list on:change=pick><Options options=names chosen=chosen/></select>
                </span>
                <Action icon="plus" class="btn" label=say::add_dependency off=false act=add/>
            </div>
        }
        .into_any()
    }
}
