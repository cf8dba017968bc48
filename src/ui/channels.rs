//! Every channel in a row, every number a door. Narrow screens show a row as a block of labelled numbers.

use super::number::Number;
use super::session::Session;
use crate::locale::number::DASH;
use crate::present::Shown;
use crate::present::channels::{ChannelRow, ChannelTable};
use crate::present::plan::Results;
use leptos::prelude::*;

/// Which row of the table: a channel by its place, or the sums.
#[derive(Clone, Copy)]
enum Row {
    Channel(usize),
    Total,
}

impl Row {
    fn of(self, view: &Results) -> Option<&ChannelRow> {
        match self {
            Row::Channel(place) => view.channels.rows.get(place),
            Row::Total => view.channels.total.as_ref(),
        }
    }
}

/// What decides which elements the table has; names and numbers do not.
#[derive(Clone, Debug, PartialEq)]
struct Shape {
    columns: usize,
    rows: usize,
    total: bool,
}

impl Shape {
    fn of(table: &ChannelTable) -> Shape {
        Shape { columns: table.columns.len(), rows: table.rows.len(), total: table.total.is_some() }
    }
}

/// The channel table. Its roles are spelt out, because the narrow form takes them away from the elements.
#[component]
pub fn Channels() -> impl IntoView {
    let session = Session::of_page();
    let shape = session.results(|view| Shape::of(&view.channels));
    let caption = session.results(|view| view.channels.caption.clone());
    let heading = move |column: usize| {
        let text = session.results(move |view| view.channels.columns.get(column).cloned());
        view! { <th role="columnheader" scope="col">{text}</th> }
    };
    let content = move |shape: Shape| {
        let cells = shape.columns.saturating_sub(1);
        let rows = (0..shape.rows).map(|place| view! { <Numbers row=Row::Channel(place) cells=cells/> });
        view! {
            <table class="grid" role="table">
                <caption>{caption}</caption>
                <thead role="rowgroup"><tr role="row">{(0..shape.columns).map(heading).collect_view()}</tr></thead>
                <tbody role="rowgroup">{rows.collect_view()}</tbody>
                {shape.total.then(|| view! {
                    <tfoot role="rowgroup"><Numbers row=Row::Total cells=cells/></tfoot>
                })}
            </table>
        }
    };
    view! { <div class="grid-box wide">{move || content(shape.get())}</div> }
}

/// One row.
#[component]
fn Numbers(row: Row, cells: usize) -> impl IntoView {
    let session = Session::of_page();
    let name = session.results(move |view| row.of(view).map(|row| row.name.clone()));
    let trust = session.results(move |view| row.of(view).and_then(|row| row.trust.clone()));
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <span class="name-text">{name}</span>{move || trust.get().map(|trust| view! { <small>{trust}</small> })}
            </th>
            {(0..cells).map(|place| view! { <Cell row=row place=place/> }).collect_view()}
        </tr>
    }
}

/// One number; where it has none, a dash with its reason behind it.
#[component]
fn Cell(row: Row, place: usize) -> impl IntoView {
    let session = Session::of_page();
    let label = session.results(move |view| view.channels.columns.get(place + 1).cloned());
    let shown = session.results(move |view| row.of(view)?.cells.get(place).cloned());
    let class = Memo::new(move |_| shown.with(|shown| shown.as_ref().map(class_of)));
    let number = move || {
        let (class, first) = (class.get()?, shown.get_untracked()?);
        let shown = Signal::derive(move || shown.get().unwrap_or_else(|| first.clone()));
        Some(view! { <Number shown=shown class=class/> })
    };
    view! { <td role="cell" data-label=label>{number}</td> }
}

/// A number that is undefined is a quiet dash; its reason is behind the door.
fn class_of(shown: &Shown) -> &'static str {
    if shown.text == DASH { "num none" } else { "num" }
}
