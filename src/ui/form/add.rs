//! Adds a channel: from the catalogue, or one's own.

use super::choice::Options;
use super::focus::{ADD_CHANNEL, focus_element};
use super::group::Action;
use super::{told, words};
use crate::locale::screen::form as say;
use crate::model::plan::{Field, Path};
use crate::persist::catalogue::{self, Entry};
use crate::present::form::Place;
use crate::state::editor::Edit;
use crate::ui::session::Session;
use leptos::prelude::*;

/// A contract of at most this many channels.
const MOST: usize = 200;

/// The list of known channels with what each is good for; one's own stands at its end.
#[component]
pub fn AddChannel() -> impl IntoView {
    let session = Session::of_page();
    let entries = StoredValue::new(catalogue::all());
    let names = told(move |_, lang| {
        let known = entries.with_value(|entries| {
            entries.iter().map(|e| e.name.of(lang.tag()).to_owned()).collect::<Vec<_>>()
        });
        known.into_iter().chain([say::blank(lang).to_owned()]).collect::<Vec<String>>()
    });
    let picked = RwSignal::new(0usize);
    let entry = move || entries.with_value(|entries| entries.get(picked.get_untracked()).cloned());
    let role = told(move |_, lang| {
        entries.with_value(|entries| match entries.get(picked.get()) {
            Some(entry) => entry.role.of(lang.tag()).to_owned(),
            None => say::blank_role(lang).to_owned(),
        })
    });
    let pick = move |event| picked.set(event_target_value(&event).parse().unwrap_or(0));
    let full = told(|document, _| document.channels.len() >= MOST);
    let list = words(say::catalogue);
    view! {
        <div class="add">
            <span class="control">
                <select id=ADD_CHANNEL aria-label=list aria-describedby="catalogue-role" on:change=pick>
                    <Options options=names.into() chosen=picked.into()/>
                </select>
            </span>
            <Action icon="plus" class="btn" label=say::add_channel off=full act=Callback::new(move |()| add(session, entry().as_ref()))/>
            <p class="help" id="catalogue-role">{role}</p>
        </div>
    }
}

/// Adds the channel and leads to its budget.
fn add(session: Session, entry: Option<&Entry>) {
    let lang = session.lang.get_untracked();
    let channel = session.document.with_untracked(|document| match entry {
        Some(entry) => catalogue::channel(entry, lang.tag(), document),
        None => catalogue::blank(say::blank(lang), document),
    });
    if session.edit(Edit::AddChannel(Box::new(channel))).is_err() {
        return;
    }
    let added = session.document.with_untracked(|document| {
        let last = u16::try_from(document.channels.len().saturating_sub(1)).ok()?;
        Place::of_path(Path::at(Field::MonthlyBudget, last), document)
    });
    if let Some(place) = added {
        focus_element(place.folds(), place.id());
    }
}
