//! What the open plan was earlier: a list, a look at each, and the way back.

use super::dialog::{Head, Modal, Notice, close, leave_with_view};
use super::library::Shelf;
use super::session::Session;
use super::words::words;
use crate::locale::moment::Moment;
use crate::locale::screen::history as say;
use crate::present::brief::Brief;
use crate::present::glimpse::{Glimpse, Line};
use crate::state::library::Revision;
use crate::web::clock;
use leptos::html::{Details, Dialog};
use leptos::prelude::*;

/// The dialog, while it is asked for.
#[component]
pub fn History(
    /// The id of the open plan.
    id: String,
) -> impl IntoView {
    let shelf = Shelf::of_page();
    leave_with_view(shelf, Notice::History);
    let is_open = Memo::new(move |_| shelf.notice.with(|notice| *notice == Some(Notice::History)));
    move || is_open.get().then(|| view! { <Versions id=id.clone()/> })
}

#[component]
fn Versions(id: String) -> impl IntoView {
    let shelf = Shelf::of_page();
    let dialog = NodeRef::new();
    let list = match shelf.history(&id) {
        Err(_) => view! { <p>{words(say::not_given)}</p> }.into_any(),
        Ok(revisions) if revisions.is_empty() => view! { <p>{words(say::none)}</p> }.into_any(),
        Ok(revisions) => {
            let version =
                |revision| view! { <li><Version revision=StoredValue::new(revision) dialog=dialog/></li> };
            let versions = revisions.into_iter().map(version).collect_view();
            view! { <ol class="versions" aria-label=words(say::list)>{versions}</ol> }.into_any()
        }
    };
    view! {
        <Modal dialog=dialog>
            <Head dialog=dialog title=say::history/>
            <p>{words(say::history_text)}</p>
            {list}
        </Modal>
    }
}

/// A line of the list: when, with which goal and budget; unfolded, what it was.
#[component]
fn Version(revision: StoredValue<Revision>, dialog: NodeRef<Dialog>) -> impl IntoView {
    let lang = Shelf::of_page().lang;
    let details = NodeRef::<Details>::new();
    let is_open = RwSignal::new(false);
    let toggled = move |_| is_open.set(details.get_untracked().is_some_and(|details| details.open()));
    let brief = Memo::new(move |_| revision.with_value(|revision| Brief::of(&revision.plan, lang.get())));
    let saved_at = revision.with_value(|revision| revision.saved_at);
    view! {
        <details node_ref=details on:toggle=toggled>
            <summary>
                <span class="turn"></span>
                <time datetime=clock::moment(saved_at).iso()>{move || clock::told(saved_at, lang.get(), Moment::told_to_the_minute)}</time>
                <small>{move || brief.get().span}</small>
                <b translate="no">{move || brief.get().money}</b>
            </summary>
            {move || is_open.get().then(|| view! { <Look revision=revision dialog=dialog/> })}
        </details>
    }
}

/// A version at a glance, and the way back to it.
#[component]
fn Look(revision: StoredValue<Revision>, dialog: NodeRef<Dialog>) -> impl IntoView {
    let shelf = Shelf::of_page();
    let session = Session::of_page();
    let glimpse =
        Memo::new(move |_| revision.with_value(|revision| Glimpse::of(&revision.plan, shelf.lang.get())));
    let lines = move |of: fn(&Glimpse) -> &Vec<Line>| {
        move || glimpse.with(|glimpse| of(glimpse).iter().cloned().map(line).collect_view())
    };
    let restore = move |_| {
        close(dialog);
        shelf.bring_back(session, &revision.get_value());
    };
    view! {
        <p><strong>{move || glimpse.with(|glimpse| glimpse.name.clone())}</strong></p>
        <p>{move || glimpse.with(|glimpse| glimpse.headline.clone())}</p>
        <div class="actions"><button type="button" class="btn" on:click=restore>{words(say::restore)}</button></div>
        <h3>{words(say::needs)}</h3>
        <dl>{lines(|glimpse| &glimpse.stages)}</dl>
        <h3>{words(say::rates)}</h3>
        <dl>{lines(|glimpse| &glimpse.rates)}</dl>
        <h3>{words(say::budgets)}</h3>
        <dl>{lines(|glimpse| &glimpse.budgets)}</dl>
    }
}

fn line((name, number): Line) -> impl IntoView {
    view! { <div><dt>{name}</dt><dd translate="no">{number}</dd></div> }
}
