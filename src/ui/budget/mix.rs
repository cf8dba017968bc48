//! Today's mix beside the best, channel by channel. Narrow screens show a row as a block of labelled numbers.

use super::Budget;
use crate::locale::screen::budget as say;
use crate::present::budget::{Beside, Mix, MixRow};
use crate::present::figure::Cell;
use crate::ui::number::{Number, Written};
use crate::ui::words::words;
use leptos::prelude::*;

/// The table. Its roles are spelt out, because the narrow form takes them away from the elements.
#[component]
pub fn MixTable() -> impl IntoView {
    let budget = Budget::of_page();
    let mix = budget.part(|view| view.mix.clone());
    let heading = |column: String| view! { <th role="columnheader" scope="col">{column}</th> };
    let table = move |mix: Mix| {
        let columns = mix.columns.clone();
        let row = move |row: MixRow| view! { <Row row=row columns=columns.clone()/> };
        let total = row(mix.total);
        view! {
            <table class="grid mix" role="table">
                <caption>{words(say::mix)}</caption>
                <thead role="rowgroup"><tr role="row">{mix.columns.into_iter().map(heading).collect_view()}</tr></thead>
                <tbody role="rowgroup">{mix.rows.into_iter().map(row).collect_view()}</tbody>
                <tfoot role="rowgroup">{total}</tfoot>
            </table>
        }
    };
    view! { <div class="grid-box wide">{move || mix.get().flatten().map(table)}</div> }
}

#[component]
fn Row(row: MixRow, columns: Vec<String>) -> impl IntoView {
    let label = move |place: usize| columns.get(place).cloned();
    let sign = match row.sign {
        1 => "more",
        -1 => "less",
        _ => "same",
    };
    let cells = row.cells.into_iter().enumerate().map(|(place, cell)| {
        view! { <td role="cell" data-label=label(place + 4)><Two cell=cell/></td> }
    });
    let cells = cells.collect_view();
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">{row.name}{row.trust.map(|trust| view! { <small>{trust}</small> })}</th>
            <td role="cell" data-label=label(1)><Number shown=Signal::stored(row.now)/></td>
            <td role="cell" data-label=label(2)><b translate="no"><Written cell=row.best/></b></td>
            <td role="cell" data-label=label(3) class=sign translate="no">{row.change}</td>
            {cells}
        </tr>
    }
}

/// A number of the answer over the same of today.
#[component]
fn Two(cell: Beside) -> impl IntoView {
    let lang = Budget::of_page().session.lang;
    let now = move |now: Cell| {
        view! { <small>{move || say::now_label(lang.get())}" "<span translate="no"><Written cell=now/></span></small> }
    };
    view! { <span translate="no"><Written cell=cell.best/></span>{cell.now.map(now)} }
}
