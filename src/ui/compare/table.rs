//! The numbers of every plan in a row, with what differs from the base. On narrow screens it scrolls sideways, the names
//! of the rows stay.

use super::choice::column;
use super::{Comparing, explain};
use crate::locale::number::DASH;
use crate::locale::screen::{compare as say, door};
use crate::present::Subject;
use crate::present::compare::{Compared, ComparedCell, Row, RowGroup};
use crate::ui::icon::Icon;
use crate::ui::library::Shelf;
use crate::ui::words::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The table.
#[component]
pub(super) fn Table(comparing: Comparing) -> impl IntoView {
    view! {
        <div class="side">
            <h2 id="side-by-side">{words(say::table)}</h2>
            <p class="note">{words(say::table_note)}</p>
            // What scrolls can be scrolled with the keys.
            <div class="scroll" tabindex="0" role="region" aria-labelledby="side-by-side">
                {move || table(&comparing.view.get(), &comparing.ids())}
            </div>
        </div>
    }
}

fn table(view: &Arc<Compared>, ids: &[String]) -> impl IntoView + use<> {
    let lang = Shelf::of_page().lang.get_untracked();
    let heads = view.names.iter().zip(ids).enumerate().map(|(place, (name, id))| {
        let address = format!("#/plan/{id}");
        view! { <th scope="col"><small>{column(place, lang)}</small><a href=address>{name.clone()}</a></th> }
    });
    let width = ids.len();
    view! {
        <table>
            <thead><tr><th scope="col"><span class="hush">{say::item(lang)}</span></th>{heads.collect_view()}</tr></thead>
            {view.groups.iter().map(|part| group(part, ids, width)).collect_view()}
        </table>
    }
}

fn group(group: &RowGroup, ids: &[String], width: usize) -> impl IntoView + use<> {
    view! {
        <tbody>
            <tr class="group"><th scope="rowgroup">{group.title}</th><td colspan=width></td></tr>
            {group.rows.iter().map(|line| row(line, ids)).collect_view()}
        </tbody>
    }
}

fn row(row: &Row, ids: &[String]) -> impl IntoView + use<> {
    let cells = row.cells.iter().zip(ids).map(|(cell, id)| match cell {
        Some(cell) => view! { <td>{number(cell, id, &row.label)}</td> }.into_any(),
        None => view! { <td><span class="none">{DASH}</span></td> }.into_any(),
    });
    view! { <tr><th scope="row">{row.label.clone()}</th>{cells.collect_view()}</tr> }
}

fn number(cell: &ComparedCell, id: &str, label: &str) -> impl IntoView + use<> {
    let lang = Shelf::of_page().lang.get_untracked();
    let difference = cell.difference.clone().map(|difference| {
        view! { <small class="difference" data-gap=difference.gap.id() translate="no">{difference.text}</small> }
    });
    let best = cell.is_best.then(|| {
        view! { <small class="winner"><Icon name="check"/>{say::best(lang)}</small> }
    });
    let class = if cell.shown.text == DASH { "num none" } else { "num" };
    view! {
        {figure(cell.shown.text.clone(), cell.shown.subject, id, label, class)}
        <span class="against">{best}{difference}</span>
    }
}

/// A number of one of the plans as a door.
pub(super) fn figure(text: String, subject: Subject, id: &str, label: &str, class: &'static str) -> AnyView {
    let shelf = Shelf::of_page();
    let name = door::named(shelf.lang.get_untracked(), label, &text);
    let id = id.to_owned();
    view! {
        <button
            type="button" class=class translate="no" aria-haspopup="dialog" aria-label=name
            on:click=move |_| explain(shelf, &id, subject)
        >{text}</button>
    }
    .into_any()
}
