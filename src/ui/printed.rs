//! What only a printed plan needs: on the screen the form says it, which is folded and has no room on paper.

use super::parts::when;
use super::session::Session;
use super::words::words;
use crate::locale::screen::table as say;
use crate::present::assumptions::{Assumption, assumptions};
use crate::web::page;
use leptos::prelude::*;

/// Everything that was put into the plan, in a table that is there while the page is printed.
#[component]
pub fn Printed() -> impl IntoView {
    let session = Session::of_page();
    let printing = RwSignal::new(false);
    // They go with the view.
    StoredValue::new_local(page::on_print(move |now| printing.set(now)));
    let row = |row: Assumption| {
        view! {
            <tr><th scope="row">{row.name}</th><td>{row.value}</td><td>{row.range}</td><td>{row.source}</td><td>{row.note}</td></tr>
        }
    };
    let rows = move || {
        let rows = session.document.with(|document| assumptions(document, session.lang.get()));
        rows.into_iter().map(row).collect_view()
    };
    when(printing, move || {
        view! {
            <table class="grid printed" translate="no">
                <caption>{words(say::assumptions)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words(say::item)}</th>
                        <th scope="col">{words(say::value)}</th>
                        <th scope="col">{words(say::range)}</th>
                        <th scope="col">{words(say::source)}</th>
                        <th scope="col">{words(say::note)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    })
}
