//! The verdict: the answer in a sentence, always on the screen.

use super::checks::Mend;
use super::icon::Icon;
use super::number::SentenceView;
use super::session::Session;
use crate::locale::screen::frame;
use crate::web::resize;
use leptos::html::Section;
use leptos::prelude::*;

/// The answer, what stands behind it, and a strip that stays in sight.
#[component]
pub fn Verdict() -> impl IntoView {
    let session = Session::of_page();
    let headline = session.verdict(|view| view.headline.clone());
    let detail = session.verdict_beside(|view| view.detail.clone());
    let mend = session.verdict_beside(|view| view.mend.clone());
    let glance = session.verdict(|view| view.glance.clone());
    let element = NodeRef::new();
    let held = held_height(session, element);
    let min_height = move || held.get().map(|height| format!("{height}px"));
    view! {
        <section class="verdict" node_ref=element style:min-block-size=min_height>
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

/// How high the verdict stays while somebody types, in CSS pixels: it grows with its sentence and does not shrink, so that
/// the field below moves as little as can be.
fn held_height(session: Session, element: NodeRef<Section>) -> ReadSignal<Option<f64>> {
    let (held, hold) = signal(None);
    let now = StoredValue::new(0.0);
    let observer = StoredValue::new_local(None);
    Effect::new(move |_| {
        observer.set_value(element.get().and_then(|element| {
            resize::on_height(&element, move |height| {
                now.set_value(height);
                if held.get_untracked().is_some_and(|held| held < height) {
                    hold.set(Some(height));
                }
            })
        }));
    });
    Effect::new(move |_| hold.set(session.typing.get().then(|| now.get_value())));
    held
}
