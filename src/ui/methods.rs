//! 方法: every quantity of the plan with its formula, today's numbers, its unit and its source.

use super::formula::FormulaView;
use super::icon::Icon;
use super::number::Number;
use super::session::Session;
use super::words::words;
use crate::locale::number::DASH;
use crate::locale::screen::methods as say;
use crate::present::Shown;
use crate::present::methods::{MethodRow, MethodsView};
use crate::web::page;
use leptos::prelude::*;

/// How many rows each group has: what decides which elements the page has.
fn shape(view: &MethodsView) -> Vec<usize> {
    view.groups.iter().map(|group| group.rows.len()).collect()
}

/// The page with the search. Rows are made once: a search hides those that do not match.
#[derive(Clone, Copy)]
struct Methods {
    session: Session,
    view: Memo<MethodsView>,
    query: RwSignal<String>,
}

impl Methods {
    fn row<T: Default>(self, group: usize, row: usize, of: impl FnOnce(&MethodRow) -> T) -> T {
        self.view.with(|view| {
            let row = view.groups.get(group).and_then(|group| group.rows.get(row));
            row.map(of).unwrap_or_default()
        })
    }

    /// How many rows of a group match.
    fn found(self, group: usize) -> usize {
        let query = self.query.get();
        self.view.with(|view| {
            let rows = view.groups.get(group).map(|group| group.rows.iter());
            rows.map_or(0, |rows| rows.filter(|row| row.matches(&query)).count())
        })
    }

    fn title(self, group: usize) -> Option<&'static str> {
        self.view.with(|view| view.groups.get(group).map(|group| group.title))
    }
}

fn group_id(group: usize) -> String {
    format!("methods-{group}")
}

/// The methods view.
#[component]
pub fn MethodsPage(
    /// Whether the numbers are those of a sample, as no plan is open.
    sample: bool,
) -> impl IntoView {
    let session = Session::of_page();
    let methods =
        Methods { session, view: Memo::new(move |_| session.methods()), query: RwSignal::new(String::new()) };
    session.hurry();
    let shape = Memo::new(move |_| methods.view.with(shape));
    let found =
        Memo::new(move |_| (0..shape.with(Vec::len)).map(|group| methods.found(group)).sum::<usize>());
    let name = move || session.document.with(|document| document.name.clone());
    let basis = Memo::new(move |_| methods.view.with(|view| view.basis));
    let none = move || (found.get() == 0).then(|| view! { <p>{say::none(session.lang.get())}</p> });
    view! {
        <div class="lead">
            <h1>{words(say::title)}</h1>
            <p>{move || {
                if sample { say::lead_sample(session.lang.get(), name()) } else { say::lead(session.lang.get(), name()) }
            }}</p>
            <p>{basis}</p>
        </div>
        <Search methods=methods found=found/>
        {move || {
            let shape = shape.get();
            let groups = shape.len();
            view! {
                <div class="methods">
                    <Contents methods=methods groups=groups/>
                    <div class="quantities">
                        {none}
                        {shape.into_iter().enumerate().map(|(group, rows)| view! {
                            <Group methods=methods group=group rows=rows/>
                        }).collect_view()}
                    </div>
                </div>
            }
        }}
    }
}

/// The search field and how many it finds.
#[component]
fn Search(methods: Methods, found: Memo<usize>) -> impl IntoView {
    let lang = methods.session.lang;
    view! {
        <div class="search" role="search">
            <span class="control text">
                <Icon name="search"/>
                <input
                    type="search" autocomplete="off" aria-label=words(say::search)
                    placeholder=words(say::placeholder)
                    on:input=move |event| {
                        methods.session.hurry();
                        methods.query.set(event_target_value(&event));
                    }
                />
            </span>
            <span role="status">{move || say::found(lang.get(), found.get())}</span>
        </div>
    }
}

/// The groups, to jump to.
#[component]
fn Contents(methods: Methods, groups: usize) -> impl IntoView {
    let entry = move |group: usize| {
        let count = Memo::new(move |_| methods.found(group));
        view! {
            <li hidden=move || count.get() == 0>
                <button type="button" on:click=move |_| { page::focus(&group_id(group)); }>
                    {move || methods.title(group)}<small>{count}</small>
                </button>
            </li>
        }
    };
    view! {
        <nav class="toc" aria-label=words(say::groups)>
            <ul>{(0..groups).map(entry).collect_view()}</ul>
        </nav>
    }
}

/// Quantities that belong together.
#[component]
fn Group(methods: Methods, group: usize, rows: usize) -> impl IntoView {
    let empty = Memo::new(move |_| methods.found(group) == 0);
    view! {
        <section hidden=move || empty.get() aria-labelledby=group_id(group)>
            <h2 id=group_id(group) tabindex="-1">{move || methods.title(group)}</h2>
            {(0..rows).map(|row| view! { <Entry methods=methods group=group row=row/> }).collect_view()}
        </section>
    }
}

/// One quantity.
#[component]
fn Entry(methods: Methods, group: usize, row: usize) -> impl IntoView {
    let text = move |of: fn(&MethodRow) -> String| Signal::derive(move || methods.row(group, row, of));
    let shown = Memo::new(move |_| {
        methods.row(group, row, |row| Some(Shown::new(row.value_text.clone(), row.reading)))
    });
    let class =
        Memo::new(move |_| shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.text == DASH)));
    let hidden = Memo::new(move |_| {
        let query = methods.query.get();
        !methods.row(group, row, |row| row.matches(&query))
    });
    let number = move || {
        let first = shown.get_untracked()?;
        let class = if class.get() { "num none" } else { "num" };
        let shown = Signal::derive(move || shown.get().unwrap_or_else(|| first.clone()));
        Some(view! { <Number shown=shown class=class/> })
    };
    let put = Signal::derive(move || {
        methods.row(group, row, |row| {
            Some(row.reason.map_or_else(|| row.substituted_text.clone(), str::to_owned))
        })
    });
    view! {
        <article class="quantity" hidden=move || hidden.get()>
            <h3>{text(|row| row.label.to_owned())}<code translate="no">{text(|row| row.id.clone())}</code></h3>
            {number}
            <p>{text(|row| row.meaning.to_owned())}</p>
            <FormulaView formula=text(|row| row.formula_text.clone()) substituted=put/>
            <Facts methods=methods group=group row=row/>
        </article>
    }
}

/// Unit and source of a quantity.
#[component]
fn Facts(methods: Methods, group: usize, row: usize) -> impl IntoView {
    let lang = methods.session.lang;
    let unit = move || methods.row(group, row, |row| row.unit);
    let source = Memo::new(move |_| methods.row(group, row, |row| row.source));
    view! {
        <dl>
            <div><dt>{words(say::unit)}</dt><dd>{unit}</dd></div>
            {move || source.get().map(|source| view! {
                <div><dt>{say::source(lang.get())}</dt><dd>{source}</dd></div>
            })}
        </dl>
    }
}
