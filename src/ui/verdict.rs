//! The verdict: the answer in a sentence, always on the screen.

use super::checks::Mend;
use super::icon::Icon;
use super::number::SentenceView;
use super::session::Session;
use crate::locale::screen::frame;
use leptos::prelude::*;

/// The answer, what stands behind it, and a strip that stays in sight.
#[component]
pub fn Verdict() -> impl IntoView {
    let session = Session::of_page();
    let headline = session.verdict(|view| view.headline.clone());
    let detail = session.verdict_beside(|view| view.detail.clone());
    let mend = session.verdict(|view| view.mend.clone());
    let glance = session.verdict(|view| view.glance.clone());
    view! {
        <section class="verdict">
            {move || (session.wrong_drafts.get() > 0).then(|| view! {
                <p class="stale"><Icon name="alert"/>{move || frame::stale(session.lang.get())}</p>
            })}
            <h1><SentenceView sentence=headline/></h1>
            <p class="sub"><SentenceView sentence=detail/></p>
            {move || mend.get().map(|action| view! { <p class="sub"><Mend action=action class="btn"/></p> })}
        </section>
        <p class="glance" aria-hidden="true" translate="no"><span>{glance}</span></p>
    }
}
