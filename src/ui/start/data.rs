//! The reader's data: where it is, what could not be read of it, and how it comes and goes as files.

use crate::locale::Lang;
use crate::locale::screen::{file as files, frame, start as say};
use crate::state::library::{Unreadable, Why};
use crate::ui::icon::Icon;
use crate::ui::library::{Shelf, fault};
use crate::ui::link_field::LinkField;
use crate::ui::words::words;
use crate::web::{file, page};
use leptos::ev::DragEvent;
use leptos::prelude::*;

/// Says when the store cannot be used.
#[component]
pub fn StoreBanner() -> impl IntoView {
    let shelf = Shelf::of_page();
    move || {
        shelf.fault().map(|error| {
            let (title, text) = fault(error, shelf.lang.get());
            let has_plans = !shelf.entries(|_| ()).is_empty();
            view! {
                <div class="banner warn" role="status">
                    <p><strong>{title}</strong>{text}</p>
                    {has_plans.then(|| view! { <div class="actions"><BackUp/></div> })}
                </div>
            }
        })
    }
}

/// Says why no plan was opened by itself, after the program stopped twice in a row.
#[component]
pub fn SafeStart() -> impl IntoView {
    page::root("data-safe-start").map(|_| {
        view! {
            <div class="banner warn" role="status">
                <p><strong>{words(frame::safe_title)}</strong>{words(frame::safe_text)}</p>
                <div class="actions"><BackUp/></div>
            </div>
        }
    })
}

/// The stored texts that are not plans, each to be downloaded as it is; several are folded, for the plans that can be
/// read come first.
#[component]
pub fn UnreadableList() -> impl IntoView {
    let shelf = Shelf::of_page();
    let list = |texts: Vec<Unreadable>| {
        texts.into_iter().map(|text| view! { <UnreadableText text=text/> }).collect_view()
    };
    move || {
        let texts = shelf.unreadable();
        let count = texts.len();
        if count <= 1 {
            return list(texts).into_any();
        }
        view! {
            <details class="kept-apart">
                <summary>
                    <span class="turn"></span>
                    <strong>{move || say::several_unreadable(shelf.lang.get(), count)}</strong>
                </summary>
                {list(texts)}
            </details>
        }
        .into_any()
    }
}

#[component]
fn UnreadableText(text: Unreadable) -> impl IntoView {
    let shelf = Shelf::of_page();
    let (title, told) = match &text.why {
        why if why.is_newer() => (say::newer as fn(_) -> _, say::newer_text as fn(_) -> _),
        Why::Store(_) => (say::not_given as fn(_) -> _, say::not_given_text as fn(_) -> _),
        _ => (say::unreadable as fn(_) -> _, say::unreadable_text as fn(_) -> _),
    };
    let key = text.key.clone();
    let raw = StoredValue::new(text.clone());
    view! {
        <div class="banner bad" role="status">
            <p><strong>{words(title)}</strong>{words(told)}" "<code translate="no">{text.key}</code></p>
            {text.text.is_some().then(|| view! {
                <div class="actions">
                    <button type="button" class="btn" on:click=move |_| raw.with_value(|raw| shelf.export_raw(raw))>
                        <Icon name="download"/>{words(say::download_raw)}
                    </button>
                    <button type="button" class="btn quiet" on:click=move |_| shelf.discard(&key)>
                        {words(say::discard)}
                    </button>
                </div>
            })}
        </div>
    }
}

/// Takes all plans along.
#[component]
fn BackUp() -> impl IntoView {
    let shelf = Shelf::of_page();
    view! {
        <button type="button" class="btn" on:click=move |_| shelf.back_up()>
            <Icon name="download"/>{words(files::back_up)}
        </button>
    }
}

/// Opens a file by button or by dropping it, and a link by pasting it; takes all plans along.
#[component]
pub fn DropZone() -> impl IntoView {
    let shelf = Shelf::of_page();
    let over = RwSignal::new(false);
    let drag = move |event: DragEvent, is_over: bool| {
        event.prevent_default();
        over.set(is_over);
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(file) = file::dropped(&event) {
            shelf.import(file);
        }
    };
    view! {
        <section class="section">
            <div class="head"><h2>{words(say::files)}</h2></div>
            <div
                class="drop" class:over=over on:dragover=move |event| drag(event, true)
                on:dragleave=move |event| drag(event, false) on:drop=dropped
            >
                <button type="button" class="btn" on:click=move |_| shelf.choose_file()>
                    <Icon name="file"/>{words(say::choose_file)}
                </button>
                <span>{words(say::drop_file)}</span>
            </div>
            <LinkField/>
            <div class="back-up"><BackUp/><span>{words(files::back_up_text)}</span></div>
        </section>
    }
}

type Words = fn(Lang) -> &'static str;

/// What happens with the data: three plain statements.
#[component]
pub fn Promise() -> impl IntoView {
    let statements: [(Words, Words); 3] = [
        (say::local, say::local_text),
        (say::no_account, say::no_account_text),
        (say::portable, say::portable_text),
    ];
    let statement = move |(title, text): (Words, Words)| {
        view! { <div><dt>{words(title)}</dt><dd>{words(text)}</dd></div> }
    };
    view! {
        <section class="section" aria-label=words(say::data)>
            <dl class="promise">{statements.into_iter().map(statement).collect_view()}</dl>
            <p class="further"><a href="#/embed-builder">{words(frame::embed)}</a></p>
        </section>
    }
}
