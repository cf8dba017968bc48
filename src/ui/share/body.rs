//! What stands in the dialog: the link with its length, what is in it, the ways to send it, its code for phones.

use super::link_of;
use super::ways::Ways;
use crate::chart::qr;
use crate::locale::screen::share as say;
use crate::model::plan::Plan;
use crate::persist::link::Notes;
use crate::ui::library::Shelf;
use crate::ui::words::words;
use crate::web::clipboard;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Some messengers cut longer links.
const LONG: usize = 2_000;

/// Shows the ways to share a plan as it is now.
pub fn body(plan: Plan) -> AnyView {
    view! { <Body plan=plan/> }.into_any()
}

#[component]
fn Body(plan: Plan) -> impl IntoView {
    let (kept, bare) = (link_of(&plan, Notes::Kept), link_of(&plan, Notes::LeftOut));
    let has_notes = kept != bare;
    let without = RwSignal::new(false);
    let links = StoredValue::new((kept, bare));
    let link = Memo::new(move |_| {
        links.with_value(|(kept, bare)| if without.get() { bare.clone() } else { kept.clone() })
    });
    view! {
        <p>{words(say::inside)}</p>
        <Link link=link/>
        {has_notes.then(|| view! {
            <label class="switch">
                <input type="checkbox" prop:checked=without on:change=move |event| without.set(event_target_checked(&event))/>
                <span>{words(say::without_notes)}</span>
            </label>
        })}
        <Ways name=plan.document().name.clone() link=link/>
        <Code link=link/>
    }
}

/// The link, to be copied; or that there is none.
#[component]
fn Link(link: Memo<Option<String>>) -> impl IntoView {
    let lang = Shelf::of_page().lang;
    let field = NodeRef::<Input>::new();
    let copied = RwSignal::new(None::<bool>);
    let copy = move |_| {
        copied.set(None);
        if let Some(field) = field.get_untracked() {
            field.select();
        }
        spawn_local(async move {
            let done = clipboard::copy(&link.get_untracked().unwrap_or_default()).await;
            // The dialog may be closed by now.
            _ = copied.try_set(Some(done));
        });
    };
    let said = move || copied.get().map(|done| if done { say::copied } else { say::not_copied }(lang.get()));
    let is_there = Memo::new(move |_| link.with(Option::is_some));
    let length = Memo::new(move |_| link.with(|link| link.as_ref().map_or(0, String::len)));
    let told = move || {
        let words = if length.get() > LONG { say::long } else { say::length };
        words(lang.get(), length.get())
    };
    let row = move || {
        view! {
            <div class="share-link">
                <label class="hush" for="share-link">{words(say::link)}</label>
                <input
                    id="share-link" node_ref=field readonly translate="no" aria-describedby="share-length"
                    prop:value=move || link.get().unwrap_or_default()
                />
                <button type="button" class="btn primary" on:click=copy>{words(say::copy)}</button>
            </div>
            <p class="share-length" id="share-length" class:long=move || { length.get() > LONG }>{told}</p>
        }
    };
    view! {
        {move || if is_there.get() {
            row().into_any()
        } else {
            view! { <p class="share-length long">{words(say::too_long)}</p> }.into_any()
        }}
        <p class="share-said" role="status">{said}</p>
    }
}

/// The link's code, while phones can read it.
#[component]
fn Code(link: Memo<Option<String>>) -> impl IntoView {
    let code = Memo::new(move |_| link.with(|link| link.as_deref().and_then(qr)));
    let drawn = move || match code.get() {
        Some(code) => view! {
            <figure class="qr">
                <svg viewBox=format!("0 0 {0} {0}", code.size) role="img" aria-label=words(say::qr)>
                    <path d=code.path/>
                </svg>
                <figcaption>{words(say::qr_text)}</figcaption>
            </figure>
        }
        .into_any(),
        None => view! { <p class="share-length">{words(say::no_qr)}</p> }.into_any(),
    };
    move || link.with(Option::is_some).then(drawn)
}
