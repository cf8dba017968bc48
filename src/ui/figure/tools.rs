//! Below a chart: the same numbers as a table, and the picture as a file.

use super::plotted::Plotted;
use crate::chart::{Size, Theme};
use crate::locale::Lang;
use crate::locale::screen::{results as say, share};
use crate::persist::file_name::file_name;
use crate::persist::picture as carrier;
use crate::present::figure::{Table, TableRow};
use crate::ui::icon::Icon;
use crate::ui::later;
use crate::ui::library::Shelf;
use crate::ui::number::Written;
use crate::ui::session::Session;
use crate::ui::sheets::SheetTools;
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
    let toggle = move |_| open.update(|open| *open = !*open);
    let label = move || if open.get() { say::hide_table } else { say::show_table };
    let said = move || failed.get().then(|| say::picture_failed(session.lang.get()));
    let (table_title, described) = (title_id.clone(), title_id.clone());
    view! {
        <div class="tools">
            <button
                type="button" class="btn quiet" aria-expanded=move || open.get().to_string()
                aria-controls=table_id.clone() aria-describedby=described on:click=toggle
            >
                <Icon name="table"/>{move || label()(session.lang.get())}
            </button>
            <Save format=Format::Svg plotted=plotted title_id=title_id.clone() failed=failed/>
            <Save format=Format::Png plotted=plotted title_id=title_id failed=failed/>
            <span class="error" role="status">{said}</span>
        </div>
        <div id=table_id>
            {move || open.get().then(|| view! { <Rows plotted=plotted title_id=table_title.clone()/> })}
        </div>
    }
}

/// Saves the picture as a file.
#[component]
fn Save(
    format: Format,
    plotted: Memo<Option<Plotted>>,
    title_id: String,
    failed: RwSignal<bool>,
) -> impl IntoView {
    let (session, toasts) = (Session::of_page(), Shelf::of_page().toasts);
    let (icon, name, label) = match format {
        Format::Svg => ("download", "SVG", say::save_svg as fn(Lang) -> &'static str),
        Format::Png => ("image", "PNG", say::save_png as fn(Lang) -> &'static str),
    };
    let save = move |_| {
        failed.set(false);
        if let Some((name, svg)) = plotted.with_untracked(|plotted| exported(plotted.as_ref())) {
            let plan = session.plan();
            spawn_local(async move {
                let link = later::share().await.ok().and_then(|part| (part.address)(&plan));
                let saved = format.save(&name, &svg, link.as_deref()).await;
                // The plan may be closed by now.
                _ = failed.try_set(!saved);
                if saved && link.is_some() {
                    toasts.say(|lang| share::in_picture(lang).into());
                }
            });
        }
    };
    view! {
        <button
            type="button" class="btn quiet" aria-label=move || label(session.lang.get())
            aria-describedby=title_id on:click=save
        >
            <Icon name=icon/>{name}
        </button>
    }
}

/// What a picture is saved as.
#[derive(Clone, Copy)]
enum Format {
    Svg,
    Png,
}

impl Format {
    /// Offers the picture, with a plan's link in it; answers whether the browser could.
    async fn save(self, name: &str, svg: &str, link: Option<&str>) -> bool {
        match self {
            Format::Svg => {
                let carried = link.and_then(|link| carrier::into_svg(svg, link));
                file::download(&file_name(name, "svg"), "image/svg+xml", carried.as_deref().unwrap_or(svg))
            }
            Format::Png => {
                let Some(png) = picture::png(svg, EXPORT_SCALE).await else { return false };
                let carried = link.and_then(|link| carrier::into_png(&png, link));
                file::download_bytes(&file_name(name, "png"), "image/png", &carried.unwrap_or(png))
            }
        }
    }
}

/// The name and the document of the picture in the theme of the page.
fn exported(plotted: Option<&Plotted>) -> Option<(String, String)> {
    let plotted = plotted?;
    let theme = if picture::page_is_dark() { Theme::ExportDark } else { Theme::ExportLight };
    Some((plotted.heading().title.text(), plotted.draw(Size::wide(EXPORT_WIDTH), theme).svg))
}

/// The same numbers as rows. A wide table is scrolled within its box, with the keys too.
#[component]
fn Rows(plotted: Memo<Option<Plotted>>, title_id: String) -> impl IntoView {
    let table = Memo::new(move |_| plotted.with(|plotted| plotted.as_ref().map(Plotted::table)));
    let sheet = Memo::new(move |_| plotted.with(|plotted| plotted.as_ref()?.sheet()));
    let head = |column: String| view! { <th scope="col">{column}</th> };
    let row = move |TableRow { name, cells }: TableRow| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                {cells.into_iter().map(|cell| view! { <td translate="no"><Written cell=cell/></td> }).collect_view()}
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
        {move || sheet.get().map(|sheet| view! { <SheetTools sheet=sheet/> })}
    }
}
