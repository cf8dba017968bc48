//! What an estimate says beside its value: where it comes from, how far it may lie off, a note.

use super::field::state;
use super::text::{TextInput, Unfit};
use super::words;
use crate::locale::screen::form as say;
use crate::locale::{Lang, term};
use crate::model::plan::{Estimate, Fault, Path, Source};
use crate::present::chain::InputView;
use crate::present::form::{FieldView, SOURCES, place_of};
use crate::state::editor::Edit;
use crate::ui::draft::{Draft, DraftInput, DraftWrong};
use crate::ui::session::Session;
use leptos::prelude::*;

/// Where the number comes from.
#[component]
pub fn SourceOf(
    /// The field.
    view: Memo<FieldView>,
) -> impl IntoView {
    let session = Session::of_page();
    let source = Memo::new(move |_| view.with(|view| view.estimate.as_ref().map(|estimate| estimate.source)));
    let chosen = move |place: usize| source.get().is_some_and(|source| place_of(&SOURCES, &source) == place);
    let choose = move |event| {
        let place: Option<usize> = event_target_value(&event).parse().ok();
        if let Some(source) = place.and_then(|place| SOURCES.get(place)).copied() {
            // A source is always accepted: it changes no number.
            _ = change(session, view, |estimate| Estimate { source, ..estimate });
            session.settle();
        }
    };
    let mark = move || source.get().map(Source::id);
    let label = move || view.with(|view| say::source_of(session.lang.get(), &view.input.label));
    view! {
        <span class="source" data-source=mark>
            <select aria-label=label on:change=choose>
                {SOURCES.iter().enumerate().map(|(place, source)| view! {
                    <option value=place.to_string() selected=move || chosen(place)>
                        {move || term::source_chip(*source, session.lang.get())}
                    </option>
                }).collect_view()}
            </select>
        </span>
    }
}

/// Changes the estimate of a field; a field without one stays as it is.
fn change(
    session: Session,
    view: Memo<FieldView>,
    to: impl FnOnce(Estimate) -> Estimate,
) -> Result<(), Fault> {
    let path = view.with_untracked(|view| view.input.path);
    let estimate = session.document.with_untracked(|document| document.estimate(path).cloned());
    estimate.map_or(Ok(()), |estimate| session.edit(Edit::SetNumber(path, to(estimate))))
}

/// The two ends of an interval while they are typed: one alone is no interval, and waits for the other.
#[derive(Clone, Copy)]
pub struct Ends {
    session: Session,
    view: Memo<FieldView>,
    waiting: RwSignal<Option<[Option<f64>; 2]>>,
}

impl Ends {
    /// The interval of a field.
    #[must_use]
    pub fn of(view: Memo<FieldView>) -> Ends {
        Ends { session: Session::of_page(), view, waiting: RwSignal::new(None) }
    }

    fn draft(self, end: usize) -> Draft {
        let input = Signal::derive(move || InputView { text: self.text(end), ..self.view.get().input });
        Draft::writing(input, true, move |path, value, _| self.write(path, end, value))
    }

    fn text(self, end: usize) -> String {
        let typed = self.waiting.get();
        self.view.with(|view| match typed {
            Some(ends) => {
                ends.get(end).copied().flatten().map_or_else(String::new, |value| view.editable(value))
            }
            None => {
                let range = view.estimate.as_ref().and_then(|estimate| estimate.range.clone());
                let ends: Option<[String; 2]> = range.map(Into::into);
                ends.and_then(|ends| ends.get(end).cloned()).unwrap_or_default()
            }
        })
    }

    fn write(self, path: Path, end: usize, value: Option<f64>) -> Result<(), Fault> {
        let range = self.session.document.with_untracked(|document| document.estimate(path)?.range);
        let (low, high) = range.unzip();
        let mut ends = self.waiting.get_untracked().unwrap_or([low, high]);
        if let Some(slot) = ends.get_mut(end) {
            *slot = value;
        }
        let range = match ends {
            [Some(low), Some(high)] => Some((low, high)),
            [None, None] => None,
            _ => {
                self.waiting.set(Some(ends));
                return Ok(());
            }
        };
        change(self.session, self.view, |estimate| Estimate { range, ..estimate })?;
        // From here on the field shows the plan's interval, which must be there before what was typed goes.
        self.session.follow();
        self.waiting.set(None);
        Ok(())
    }
}

/// The interval and the note.
#[component]
pub fn RangeOf(
    /// The interval's ends.
    ends: Ends,
    /// The id of the field's input element.
    id: String,
) -> impl IntoView {
    let (session, view) = (ends.session, ends.view);
    let summary = move || view.with(|view| view.estimate.as_ref().map(|estimate| estimate.summary.clone()));
    let note = Signal::derive(move || {
        view.with(|view| view.estimate.as_ref().map_or_else(String::new, |estimate| estimate.note.clone()))
    });
    let write = Callback::new(move |text: String| {
        let note = Some(text).filter(|text| !text.trim().is_empty());
        change(session, view, |estimate| Estimate { note, ..estimate }).map_err(Unfit::from)
    });
    let note_label =
        Signal::derive(move || view.with(|view| say::note_of(session.lang.get(), &view.input.label)));
    let example = words(say::note_example);
    let (low, high) = (ends.draft(0), ends.draft(1));
    let low_of: fn(Lang, String) -> String = |lang, field| say::low_of(lang, field);
    let high_of: fn(Lang, String) -> String = |lang, field| say::high_of(lang, field);
    let (low_id, high_id) = (format!("{id}-low"), format!("{id}-high"));
    view! {
        <details class="range">
            <summary><span class="turn"></span><span translate="no">{summary}</span></summary>
            <div class="span">
                <End ends=ends draft=low id=low_id.clone() label=low_of/>
                <span>{words(say::to)}</span>
                <End ends=ends draft=high id=high_id.clone() label=high_of/>
                <DraftWrong draft=low id=low_id/>
                <DraftWrong draft=high id=high_id/>
                <small>{words(say::range_help)}</small>
                {move || ends.waiting.with(Option::is_some).then(|| view! {
                    <small role="status"><b>{say::half_range(session.lang.get())}</b></small>
                })}
                <span class="note"><span class="control text">
                    <TextInput id=format!("{id}-note") label=note_label value=note write=write placeholder=example/>
                </span></span>
            </div>
        </details>
    }
}

#[component]
fn End(ends: Ends, draft: Draft, id: String, label: fn(Lang, String) -> String) -> impl IntoView {
    let session = ends.session;
    let label = Signal::derive(move || {
        Some(ends.view.with(|view| label(session.lang.get(), view.input.label.clone())))
    });
    let prefix = move || ends.view.with(|view| view.prefix.clone());
    view! {
        <span class="control" data-state=move || state(draft)>
            <span class="unit" aria-hidden="true">{prefix}</span>
            <DraftInput draft=draft id=id label=label/>
        </span>
    }
}
