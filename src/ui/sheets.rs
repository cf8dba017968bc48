//! The buttons beside a table that take it into a spreadsheet.

use super::icon::Icon;
use super::later;
use super::library::Shelf;
use super::session::Session;
use super::share::Sheet;
use crate::locale::Lang;
use crate::locale::screen::{frame, share as say, table};
use crate::persist::file_name::file_name;
use crate::web::{clipboard, file};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// How a table leaves the page.
#[derive(Clone, Copy)]
enum Way {
    File,
    Clipboard,
}

/// The buttons of a table, with the budgets that the page shows.
#[component]
pub fn SheetTools(
    /// The table.
    sheet: Sheet,
) -> impl IntoView {
    let lang = Session::of_page().lang;
    let name = name_of(sheet);
    let label = move |words: fn(Lang, &'static str) -> String| move || words(lang.get(), name(lang.get()));
    let (shelf, session) = (Shelf::of_page(), Session::of_page());
    let take = move |way: Way| move |_| spawn_local(take(shelf, session, sheet, way));
    view! {
        <div class="tools" role="group" aria-label=label(say::table)>
            <span class="of" aria-hidden="true">{move || name(lang.get())}</span>
            <button type="button" class="btn quiet" aria-label=label(say::csv) on:click=take(Way::File)>
                <Icon name="download"/>"CSV"
            </button>
            <button type="button" class="btn quiet" aria-label=label(say::copy_table) on:click=take(Way::Clipboard)>
                <Icon name="copy"/>{move || say::copy_rows(lang.get())}
            </button>
        </div>
    }
}

fn name_of(sheet: Sheet) -> fn(Lang) -> &'static str {
    match sheet {
        Sheet::Channels => table::channels,
        Sheet::Months => table::months,
        Sheet::Stages => table::stages,
        Sheet::Assumptions => table::assumptions,
    }
}

async fn take(shelf: Shelf, session: Session, sheet: Sheet, way: Way) {
    let lang = session.lang.get_untracked();
    // What is typed at this moment counts, and not what is there once the part has arrived.
    let (plan, basis) = (session.plan(), session.basis.get_untracked());
    let Ok(part) = later::share().await else {
        return shelf.toasts.say(|lang| say::not_loaded(lang).into());
    };
    let text = (part.sheet)(&plan, sheet, lang, basis);
    match way {
        Way::File => {
            let name = format!("{} {}", plan.document().name, name_of(sheet)(lang));
            if !file::download(&file_name(&name, "csv"), "text/csv", &text.csv) {
                shelf.toasts.say(|lang| frame::not_exported(lang).into());
            }
        }
        Way::Clipboard => {
            let copied = clipboard::copy(&text.tsv).await;
            let words = if copied { say::table_copied } else { say::table_not_copied };
            shelf.toasts.say(move |lang| words(lang).into());
        }
    }
}
