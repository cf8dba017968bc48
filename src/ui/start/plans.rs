//! My plans: open, rename in place, duplicate, delete with undo.

use crate::locale::Lang;
use crate::locale::moment::Moment;
use crate::locale::screen::{frame, start as say};
use crate::present::brief::Brief;
use crate::state::library::Entry;
use crate::ui::icon::Icon;
use crate::ui::library::Shelf;
use crate::ui::words::words;
use crate::web::{clock, page};
use leptos::ev::KeyboardEvent;
use leptos::html::{Button, Input};
use leptos::prelude::*;

/// The id of the heading, which gets the focus when the line that had it goes.
const TITLE: &str = "my-plans";

#[derive(Clone, Debug, PartialEq)]
struct Row {
    id: String,
    /// The name as it is, perhaps empty.
    name: String,
    /// The name as it is shown.
    shown: String,
    goal: String,
    money: String,
    changed: String,
    changed_iso: String,
}

impl Row {
    fn of(entry: &Entry<'_>, lang: Lang) -> Row {
        let brief = Brief::of(entry.plan, lang);
        let name = entry.plan.document().name.clone();
        let shown = if name.trim().is_empty() { frame::untitled(lang).into() } else { name.clone() };
        let changed_iso = clock::moment(entry.saved_at).iso();
        let changed = clock::told(entry.saved_at, lang, Moment::told);
        Row { id: entry.id.into(), name, shown, goal: brief.span, money: brief.money, changed, changed_iso }
    }
}

/// The reader's plans, the last changed first.
#[component]
pub fn Plans() -> impl IntoView {
    let shelf = Shelf::of_page();
    let lang = shelf.lang;
    let rows = Memo::new(move |_| shelf.entries(|entry| Row::of(&entry, lang.get())));
    let count = move || {
        let count = rows.with(Vec::len);
        match shelf.fault() {
            None => say::on_this_device(lang.get(), count),
            Some(_) => say::in_this_tab(lang.get(), count),
        }
    };
    view! {
        <div class="section">
            <div class="head"><h1 id=TITLE tabindex="-1">{words(say::my_plans)}</h1><p>{count}</p></div>
            <ul class="plans">
                // A row is renewed only when what it shows changes, and keeps its place in the order of tabbing.
                <For each=move || rows.get() key=|row| row.id.clone() let(row)>
                    <PlanRow rows=rows first=row/>
                </For>
            </ul>
        </div>
    }
}

#[component]
fn PlanRow(rows: Memo<Vec<Row>>, first: Row) -> impl IntoView {
    let id = StoredValue::new(first.id.clone());
    let had = StoredValue::new(first);
    let row = Memo::new(move |_| {
        let found = rows.with(|rows| id.with_value(|id| rows.iter().find(|row| row.id == *id).cloned()));
        found.unwrap_or_else(|| had.get_value())
    });
    let renames = RwSignal::new(false);
    let button = NodeRef::<Button>::new();
    view! {
        <li>
            {move || if renames.get() {
                view! { <Rename row=row renames=renames back=button/> }.into_any()
            } else {
                let open = move || format!("#/plan/{}", id.get_value());
                view! { <a class="open" href=open><span class="name-text">{move || row.get().shown}</span></a> }.into_any()
            }}
            <span class="goal">{move || row.get().goal}</span>
            <span class="money" translate="no">{move || row.get().money}</span>
            <time datetime=move || row.get().changed_iso>{move || row.get().changed}</time>
            <Actions row=row renames=renames rename=button/>
        </li>
    }
}

/// The name as a field. Leaving it keeps what is typed, Escape does not.
#[component]
fn Rename(row: Memo<Row>, renames: RwSignal<bool>, back: NodeRef<Button>) -> impl IntoView {
    let shelf = Shelf::of_page();
    let field = NodeRef::<Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // Refused only where nothing can have the focus.
            _ = field.focus();
            field.select();
        }
    });
    let done = move |keep: bool| {
        // Going away takes the focus off the field, which ends the renaming once more, perhaps of a row that is gone.
        if renames.try_get_untracked() != Some(true) {
            return;
        }
        renames.set(false);
        let (name, before) = (field.get_untracked().map(|field| field.value()), row.get_untracked());
        if let Some(name) = name.filter(|name| keep && !name.trim().is_empty() && *name != before.name) {
            shelf.rename(&before.id, &name);
        }
    };
    let key = move |event: KeyboardEvent| {
        let keep = match event.key().as_str() {
            _ if event.is_composing() => return,
            "Enter" => true,
            "Escape" => false,
            _ => return,
        };
        // The key must not go on to press what gets the focus.
        event.prevent_default();
        done(keep);
        if let Some(back) = back.get_untracked() {
            _ = back.focus();
        }
    };
    view! {
        <input
            class="open" node_ref=field maxlength="120" autocomplete="off" value=row.get_untracked().name
            aria-label=words(frame::plan_name) on:keydown=key on:blur=move |_| done(true)
        />
    }
}

#[component]
fn Actions(row: Memo<Row>, renames: RwSignal<bool>, rename: NodeRef<Button>) -> impl IntoView {
    let shelf = Shelf::of_page();
    let lang = shelf.lang;
    let label = move |words: fn(Lang, String) -> String| words(lang.get(), row.get().shown);
    view! {
        <span class="actions">
            <button
                type="button" class="btn quiet icon-only" node_ref=rename aria-label=move || label(say::rename)
                on:click=move |_| renames.set(true)
            ><Icon name="rename"/></button>
            <button
                type="button" class="btn quiet icon-only" aria-label=move || label(say::duplicate)
                on:click=move |_| _ = shelf.duplicate(&row.get_untracked().id)
            ><Icon name="copy"/></button>
            <button
                type="button" class="btn quiet icon-only" aria-label=move || label(say::delete)
                on:click=move |_| {
                    page::keep_focus(Some(TITLE));
                    shelf.delete(&row.get_untracked().id);
                }
            ><Icon name="trash"/></button>
        </span>
    }
}
