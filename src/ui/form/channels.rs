//! The third part: the channels, each folded to a row, and the catalogue to add from.

use super::add::AddChannel;
use super::channel::ChannelBody;
use super::told;
use crate::present::form::{ChannelHead, channel_id};
use crate::ui::parts::{each, when};
use crate::ui::session::Session;
use leptos::html::Details;
use leptos::prelude::*;

/// The channels.
#[component]
pub fn ChannelsPart() -> impl IntoView {
    let channels = told(|document, _| {
        document.channels.iter().map(|channel| channel.id.clone()).collect::<Vec<String>>()
    });
    // An only channel is what there is to fill in, so it stands open.
    let only = channels.with_untracked(Vec::len) == 1;
    view! {
        {each(channels, move |channel| view! { <Channel id=channel open=only/> }.into_any())}
        <AddChannel/>
    }
}

/// A channel: its row, and its fields once it was unfolded.
#[component]
fn Channel(id: String, open: bool) -> impl IntoView {
    let place = place_of_channel(id.clone());
    let head = told(move |document, lang| ChannelHead::of(place.get(), document, lang));
    let name = Signal::derive(move || head.get().map_or_else(String::new, |head| head.name));
    let active = move || head.get().is_none_or(|head| head.active).to_string();
    let element = NodeRef::<Details>::new();
    // Plans may have two hundred channels: fields are made when they are first looked at.
    let seen = RwSignal::new(open);
    let toggle = move |_| {
        if element.get_untracked().is_some_and(|element| element.has_attribute("open")) {
            seen.set(true);
        }
    };
    let element_id = channel_id(&id);
    let is_seen = Memo::new(move |_| seen.get());
    view! {
        <details class="channel" node_ref=element id=element_id open=open data-active=active on:toggle=toggle>
            <summary>
                <span class="turn"></span>
                <strong><span class="name-text">{name}</span><small>{move || head.get().map(|head| head.digest)}</small></strong>
                <b translate="no">{move || head.get().map(|head| head.budget)}</b>
            </summary>
            <div class="body">
                {when(is_seen, move || view! { <ChannelBody id=id.clone() place=place name=name/> }.into_any())}
            </div>
        </details>
    }
}

/// Where the channel is now; where it was, once it is gone.
fn place_of_channel(id: String) -> Memo<u16> {
    let session = Session::of_page();
    Memo::new(move |had: Option<&u16>| {
        let position = session
            .trailing_document
            .with(|document| document.channels.iter().position(|channel| channel.id == id));
        position.and_then(|place| u16::try_from(place).ok()).or(had.copied()).unwrap_or(0)
    })
}
