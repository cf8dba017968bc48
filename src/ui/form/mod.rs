//! The form: the plan in four parts. Structure is rendered from ids, texts from memos: typing renews no input.

#![allow(clippy::needless_pass_by_value, reason = "a component owns its properties")]

mod add;
mod channel;
mod channels;
mod choice;
mod dependencies;
mod economics;
mod estimate;
mod field;
mod focus;
mod funnel;
mod goal;
mod group;
mod months;
mod text;

pub use field::BareField;
pub use focus::{focus_add_channel, focus_field};

use super::session::Session;
use crate::locale::Lang;
use crate::locale::screen::form as say;
use crate::model::plan::Document;
use crate::present::form::{self, PARTS};
use crate::web::media;
use channels::ChannelsPart;
use economics::EconomicsPart;
use funnel::FunnelPart;
use goal::GoalPart;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

/// Below this width only the first part is open at the beginning.
const NARROW: &str = "(width < 48rem)";

/// The plan to be filled in.
#[component]
pub fn Form() -> impl IntoView {
    let wide = !media::matches(NARROW);
    // Enter in a field ends the typing; there is nothing to send.
    let stay = move |event: SubmitEvent| event.prevent_default();
    view! {
        <form class="form" aria-label=words(say::form) on:submit=stay>
            <Part place=0 title=say::goal open=true><GoalPart/></Part>
            <Part place=1 title=say::funnel open=wide><FunnelPart/></Part>
            <Part place=2 title=say::channels open=wide><ChannelsPart/></Part>
            <Part place=3 title=say::economics open=wide><EconomicsPart/></Part>
        </form>
    }
}

/// One of the four parts, with what it holds in a few words while it is folded.
#[component]
fn Part(place: usize, title: fn(Lang) -> &'static str, open: bool, children: Children) -> impl IntoView {
    let digest = told(move |document, lang| form::parts(document, lang).get(place).cloned());
    let id = PARTS.get(place).copied();
    view! {
        <details class="part" id=id open=open>
            <summary>
                <span class="turn"></span>
                <h2>{words(title)}</h2>
                <span class="digest" translate="no">{digest}</span>
            </summary>
            {children()}
        </details>
    }
}

/// Something that is read from the plan and told in the language of the page.
fn told<T: PartialEq + Send + Sync + 'static>(
    of: impl Fn(&Document, Lang) -> T + Send + Sync + 'static,
) -> Memo<T> {
    let session = Session::of_page();
    Memo::new(move |_| session.trailing_document.with(|document| of(document, session.lang.get())))
}

/// Words in the language of the page, for the properties of components.
fn words(of: fn(Lang) -> &'static str) -> Signal<String> {
    let words = super::words::words(of);
    Signal::derive(move || words().to_owned())
}
