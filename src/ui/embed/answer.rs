//! The answer in a sentence.

use crate::locale::screen::{embed as say, frame};
use crate::ui::icon::Icon;
use crate::ui::number::SentenceView;
use crate::ui::session::Session;
use crate::ui::words::words;
use leptos::prelude::*;

/// The answer, and what stands behind it.
#[component]
pub fn AnswerView(detail: bool) -> impl IntoView {
    let session = Session::of_page();
    let headline = session.verdict(|view| view.headline.clone());
    let behind = session.verdict(|view| view.detail.clone());
    view! {
        <section class="verdict" aria-label=words(say::answer)>
            {move || (session.wrong_drafts.get() > 0).then(|| view! {
                <p class="stale"><Icon name="alert"/>{words(frame::stale)}</p>
            })}
            <h2><SentenceView sentence=headline/></h2>
            {detail.then(|| view! { <p class="sub"><SentenceView sentence=behind/></p> })}
        </section>
    }
}
