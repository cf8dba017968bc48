//! The verdict: the answer in a sentence, always on the screen.

use super::number::SentenceView;
use super::session::Session;
use leptos::prelude::*;

/// The answer, what stands behind it, and a strip that stays in sight.
#[component]
pub fn Verdict() -> impl IntoView {
    let session = Session::of_page();
    let headline = session.part(|view| view.verdict.headline.clone());
    let detail = session.part(|view| view.verdict.detail.clone());
    let glance = session.part(|view| view.verdict.glance.clone());
    view! {
        <section class="verdict">
            <h1><SentenceView sentence=headline/></h1>
            <p class="sub"><SentenceView sentence=detail/></p>
        </section>
        <p class="glance" aria-hidden="true" translate="no"><span>{glance}</span></p>
    }
}
