//! Below a chart: the same numbers as a table, and the picture as a file.

use super::plotted::Plotted;
use crate::chart::{Size, Theme};
use crate::locale::screen::results as say;
use crate::present::figure::Table;
use crate::ui::icon::Icon;
use crate::ui::session::Session;
use crate::web::{file, picture};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// An exported picture is as wide as a slide needs it, in CSS pixels.
const EXPORT_WIDTH: u32 = 960;
/// Pixels of a PNG for each CSS pixel, so that it is sharp on paper and dense screens.
const EXPORT_SCALE: u32 = 2;

/// The tools of a chart.
#[component]
pub fn Tools(
    /// What is drawn.
    plotted: Memo<Option<Plotted>>,
    /// The id of the chart.
    id: &'static str,
    /// The id of the element that names the chart.
    title_id: String,
) -> impl IntoView {
    let session = Session::of_page();
    let open = RwSignal::new(false);
    let failed = RwSignal::new(false);
    let table_id = format!("{id}-table");
    let table_label = move || {
        if open.get() { say::hide_table(session.lang.get()) } else { say::show_table(session.lang.get()) }
    };
    let save = move |format: Format| {
        move |_| {
            failed.set(false);
            if let Some((name, svg)) = plotted.with_untracked(|plotted| exported(plotted.as_ref())) {
                spawn_local(async move {
                    if !format.save(&name, &svg).await {
                        failed.set(true);
                    }
                });
            }
        }
    };
    let said = move || failed.get().then(|| say::picture_failed(session.lang.get()));
    let (table_title, described) = (title_id.clone(), title_id.clone());
    view! {
        <div class="tools">
            <button
                type="button" class="btn quiet" aria-expanded=move || open.get().to_string()
                aria-controls=table_id.clone() aria-describedby=described on:click=move |_| open.update(|open| *open = !*open)
            >
                <Icon name="table"/>{table_label}
            </button>
            <button
                type="button" class="btn quiet" aria-label=move || say::save_svg(session.lang.get())
                aria-describedby=title_id.clone() on:click=save(Format::Svg)
            >
                <Icon name="download"/>"SVG"
            </button>
            <button
                type="button" class="btn quiet" aria-label=move || say::save_png(session.lang.get())
                aria-describedby=title_id on:click=save(Format::Png)
            >
                <Icon name="image"/>"PNG"
            </button>
            <span class="error" role="status">{said}</span>
        </div>
        <div id=table_id>
            {move || open.get().then(|| view! { <Rows plotted=plotted title_id=table_title.clone()/> })}
        </div>
    }
}

/// What a picture is saved as.
#[derive(Clone, Copy)]
enum Format {
    Svg,
    Png,
}

impl Format {
    /// Offers the picture; answers whether the browser could.
    async fn save(self, name: &str, svg: &str) -> bool {
        match self {
            Format::Svg => file::download(&format!("{name}.svg"), "image/svg+xml", svg),
            Format::Png => {
                let picture = picture::png(svg, EXPORT_SCALE).await;
                picture.is_some_and(|picture| file::download_blob(&format!("{name}.png"), &picture))
            }
        }
    }
}

/// The name and the document of the picture in the theme of the page.
fn exported(plotted: Option<&Plotted>) -> Option<(String, String)> {
    let plotted = plotted?;
    let theme = if picture::page_is_dark() { Theme::ExportDark } else { Theme::ExportLight };
    Some((plotted.heading().title.clone(), plotted.draw(Size::wide(EXPORT_WIDTH), theme).svg))
}

/// The same numbers as rows. A wide table is scrolled within its box, with the keys too.
#[component]
fn Rows(plotted: Memo<Option<Plotted>>, title_id: String) -> impl IntoView {
    let table = Memo::new(move |_| plotted.with(|plotted| plotted.as_ref().map(Plotted::table)));
    let head = |column: String| view! { <th scope="col">{column}</th> };
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let name = cells.next();
        view! {
            <tr>
                <th scope="row">{name}</th>
                {cells.map(|cell| view! { <td translate="no">{cell}</td> }).collect_view()}
            </tr>
        }
    };
    let content = move |table: Table| {
        view! {
            <table>
                <caption class="hush">{table.caption}</caption>
                <thead><tr>{table.columns.into_iter().map(head).collect_view()}</tr></thead>
                <tbody>{table.rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        }
    };
    view! {
        <div class="data" role="region" tabindex="0" aria-labelledby=title_id>
            {move || table.get().map(content)}
        </div>
    }
}
