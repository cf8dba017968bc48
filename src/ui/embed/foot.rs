//! What happens with the numbers, and how to take them along.

use super::visit::Visit;
use crate::locale::screen::embed as say;
use crate::persist::embed::message::Told;
use crate::ui::session::Session;
use crate::ui::words::words;
use crate::web::clipboard;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The promise, and the ways out of the frame.
#[component]
pub fn Foot(full_app: bool) -> impl IntoView {
    view! {
        <footer class="embed-foot">
            <p>{words(say::privacy)}</p>
            {full_app.then(|| view! { <Ways/> })}
        </footer>
    }
}

/// The full app with this plan, and the plan's link. Where a frame may not copy, the link is there to be copied by hand.
#[component]
fn Ways() -> impl IntoView {
    let (session, visit) = (Session::of_page(), Visit::of_page());
    let link = Memo::new(move |_| {
        session.trailing_document.track();
        Visit::outcome(session).link
    });
    let copied = RwSignal::new(None::<bool>);
    let share = move |_| {
        visit.tell(&Told::Share(Visit::outcome(session)));
        spawn_local(async move {
            let done = clipboard::copy(&link.get_untracked()).await;
            // Another plan may have been opened meanwhile.
            _ = copied.try_set(Some(done));
        });
    };
    let by_hand = move || copied.get() == Some(false);
    view! {
        <div class="actions">
            <a class="btn quiet" href=link target="_blank" rel="noopener">{words(say::full_app)}</a>
            <button type="button" class="btn quiet" on:click=share>{words(say::copy_link)}</button>
            <span role="status">{move || (copied.get() == Some(true)).then(words(say::copied))}</span>
        </div>
        {move || by_hand().then(|| view! {
            <label class="by-hand">
                {words(say::copy_by_hand)}
                <textarea readonly rows="3" translate="no" prop:value=link></textarea>
            </label>
        })}
    }
}
