//! A chart on the page: its finding, its picture, the same numbers as a table, and the picture as a file.

mod plot;
mod plotted;
mod tools;

pub use plotted::Plotted;

use crate::present::Sentence;
use crate::ui::number::SentenceView;
use leptos::prelude::*;
use plot::Plot;
use tools::Tools;

/// A chart; nothing while there is nothing to draw.
#[component]
pub fn Figure(
    /// An id of its own on the page.
    id: &'static str,
    /// What is drawn.
    plotted: Memo<Option<Plotted>>,
) -> impl IntoView {
    let present = Memo::new(move |_| plotted.with(Option::is_some));
    let title_id = format!("{id}-title");
    let title = Memo::new(move |_| plotted.with(|plotted| Some(plotted.as_ref()?.heading().title.clone())));
    let unit = Memo::new(move |_| plotted.with(|plotted| Some(plotted.as_ref()?.heading().unit.clone())));
    // Others are named by the finding as plain words, without what the doors in it say of themselves.
    let name = move || title.with(|title| title.as_ref().map(Sentence::text));
    let finding = Signal::derive(move || title.get().unwrap_or_default());
    move || {
        present.get().then(|| {
            view! {
                <figure class="chart" aria-labelledby=title_id.clone()>
                    <figcaption><strong><SentenceView sentence=finding/></strong><span>{unit}</span></figcaption>
                    <span hidden id=title_id.clone()>{name}</span>
                    <Plot plotted=plotted id=id title_id=title_id.clone()/>
                    <Tools plotted=plotted id=id title_id=title_id.clone()/>
                </figure>
            }
        })
    }
}
