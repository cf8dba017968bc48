//! The picture of a chart, drawn at its real width, and what is read off it by pointer or keys.

use super::plotted::Plotted;
use crate::chart::walk::{Corner, corner, step};
use crate::chart::{Drawing, Mark, Size, Theme};
use crate::locale::screen::results as say;
use crate::ui::session::Session;
use crate::web::resize::SizeObserver;
use crate::web::{page, picture, resize};
use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html::Div;
use leptos::prelude::*;

/// The drawing and the place in it that is looked at.
#[derive(Clone, Copy)]
struct Look {
    plotted: Memo<Option<Plotted>>,
    drawing: Memo<Option<Drawing>>,
    /// Index of the mark.
    at: RwSignal<Option<usize>>,
    /// Whether the keys led there: who points sees where, and needs no voice.
    by_keys: RwSignal<bool>,
    session: Session,
}

impl Look {
    fn marks(self) -> usize {
        self.drawing.with(|drawing| drawing.as_ref().map_or(0, |drawing| drawing.marks.len()))
    }

    /// Something of the mark that is looked at.
    fn seen<T>(self, of: impl FnOnce(&Mark, Size) -> T) -> Option<T> {
        let at = self.at.get()?;
        self.drawing.with(|drawing| {
            let drawing = drawing.as_ref()?;
            Some(of(drawing.marks.get(at)?, drawing.size))
        })
    }

    fn press(self, event: &KeyboardEvent) {
        let next = step(&event.key(), self.at.get_untracked(), untrack(|| self.marks()));
        if next.is_some() {
            self.by_keys.set(true);
            self.at.set(next);
        } else if !(event.key() == "Enter" && self.open()) {
            return;
        }
        // The arrows would scroll the page.
        event.prevent_default();
    }

    fn point(self, mark: usize) {
        self.by_keys.set(false);
        self.at.set(Some(mark));
    }

    /// Opens the door of the datum that is looked at; answers whether it has one.
    fn open(self) -> bool {
        let datum = untrack(|| self.seen(|mark, _| mark.datum));
        let subject =
            datum.and_then(|datum| self.plotted.with_untracked(|plotted| plotted.as_ref()?.subject(datum)));
        if subject.is_some() {
            self.session.door.set(subject);
        }
        subject.is_some()
    }

    fn leave(self) {
        self.at.set(None);
    }
}

/// The picture with what lies over it.
#[component]
pub fn Plot(
    /// What is drawn.
    plotted: Memo<Option<Plotted>>,
    /// The id of the chart.
    id: &'static str,
    /// The id of the element that names the chart.
    title_id: String,
) -> impl IntoView {
    let session = Session::of_page();
    let element = NodeRef::<Div>::new();
    let width = width_of(element);
    let drawing = Memo::new(move |_| {
        let size = Size::wide(width.get()?);
        plotted.with(|plotted| Some(plotted.as_ref()?.draw(size, Theme::Screen)))
    });
    let (at, by_keys) = (RwSignal::new(None), RwSignal::new(false));
    let look = Look { plotted, drawing, at, by_keys, session };
    let svg = move || drawing.with(|drawing| drawing.as_ref().map(|drawing| drawing.svg.clone()));
    let tall =
        move || drawing.with(|drawing| drawing.as_ref().map(|drawing| format!("{}px", drawing.size.height)));
    let label = Memo::new(move |_| look.seen(|mark, _| mark.label.clone()).unwrap_or_default());
    let spoken = move || by_keys.get().then(|| label.get());
    let help_id = format!("{id}-keys");
    let described = help_id.clone();
    let gone = move |event: PointerEvent| {
        // A finger that is lifted has left too, but what it touched stays until something else is touched.
        if event.pointer_type() == "mouse" {
            look.leave();
        }
    };
    show_probe(element, look);
    dismiss_by_escape(look);
    view! {
        <div
            class="plot" class:waits=move || drawing.with(Option::is_none) node_ref=element tabindex="0" role="group" aria-labelledby=title_id
            aria-describedby=described
            on:keydown=move |event| look.press(&event) on:blur=move |_| look.leave() on:pointerleave=gone
        >
            // All text in the drawing is escaped by the room that draws it.
            <div class="drawing" style=("--tall", tall) inner_html=svg></div>
            <Hits look=look/>
            <Tip look=look label=label/>
            <p class="hush" role="status">{spoken}</p>
            <p hidden id=help_id>{move || say::chart_keys(session.lang.get())}</p>
        </div>
    }
}

/// The width of an element's content in whole CSS pixels; none before it is on the page.
fn width_of(element: NodeRef<Div>) -> ReadSignal<Option<u32>> {
    let (width, set_width) = signal(None);
    let observer = StoredValue::new_local(None::<SizeObserver>);
    Effect::new(move |_| {
        observer.set_value(element.get().and_then(|element| {
            // Less than a pixel is never worth a new drawing; a width is a small number above 0.
            resize::on_width(&element, move |now| {
                let now = now.floor().clamp(0.0, 10_000.0) as u32;
                if now > 0 && width.get_untracked() != Some(now) {
                    set_width.set(Some(now));
                }
            })
        }));
    });
    width
}

/// The rule and dots of a month are part of the drawing; they are shown while the month is looked at.
fn show_probe(element: NodeRef<Div>, look: Look) {
    Effect::new(move |_| {
        look.drawing.track();
        let datum = look.seen(|mark, _| mark.datum);
        if let Some(element) = element.get() {
            picture::show_probe(&element, datum);
        }
    });
}

/// A tooltip can be put away from anywhere, without moving pointer or focus.
fn dismiss_by_escape(look: Look) {
    let listener = StoredValue::new_local(None);
    Effect::new(move |_| {
        let open = look.at.with(Option::is_some);
        let listen = || {
            page::on_key(move |event| {
                if event.key() == "Escape" {
                    look.leave();
                }
            })
        };
        listener.set_value(open.then(listen).flatten());
    });
}

/// What a pointer can reach: a field for every datum.
#[component]
fn Hits(look: Look) -> impl IntoView {
    let hit = move |(index, mark): (usize, &Mark)| {
        let at = look.at;
        let seen = move || (at.get() == Some(index)).then_some("");
        let enter = move |event: PointerEvent| {
            // A finger looks first, and opens what it has seen.
            if event.pointer_type() == "mouse" {
                look.point(index);
            }
        };
        let press = move |_| {
            if at.get_untracked() == Some(index) {
                look.open();
            } else {
                look.point(index);
            }
        };
        view! {
            <rect
                class="hit" x=mark.x.to_string() y=mark.y.to_string()
                width=mark.width.to_string() height=mark.height.to_string() data-at=seen
                on:pointerenter=enter on:click=press
            />
        }
    };
    move || {
        look.drawing.with(|drawing| {
            let drawing = drawing.as_ref()?;
            let Size { width, height } = drawing.size;
            Some(view! {
                <svg class="hits" viewBox=format!("0 0 {width} {height}") aria-hidden="true">
                    {drawing.marks.iter().enumerate().map(hit).collect_view()}
                </svg>
            })
        })
    }
}

/// What the datum that is looked at says.
#[component]
fn Tip(look: Look, label: Memo<String>) -> impl IntoView {
    let place = Memo::new(move |_| look.seen(corner));
    let edge = move |of: fn(Corner) -> Option<f64>| {
        move || place.get().and_then(of).map(|pixels| format!("{pixels}px"))
    };
    view! {
        <p
            class="tip" aria-hidden="true" translate="no"
            style:left=edge(|corner| corner.left) style:right=edge(|corner| corner.right)
            style:top=edge(|corner| corner.top) style:bottom=edge(|corner| corner.bottom)
        >
            {label}
        </p>
    }
}
