//! What a plan that came by a link changes against one of the reader's.

use crate::locale::Lang;
use crate::locale::screen::{frame, link as say};
use crate::model::plan::Plan;
use crate::present::changes::{Change, ChangeGroup, Kinship, changes};
use crate::ui::library::Shelf;
use crate::ui::words::words;
use crate::web::clock;
use leptos::prelude::*;
use std::cmp::Reverse;

/// More differences than this are folded: they would push the plan off the screen.
const UNFOLDED: usize = 12;

/// A plan of the reader's.
#[derive(Clone)]
struct Mine {
    id: String,
    plan: Plan,
    saved_at: u64,
}

impl Mine {
    fn name(&self, lang: Lang) -> String {
        let name = self.plan.document().name.trim();
        if name.is_empty() { frame::untitled(lang).into() } else { name.into() }
    }

    /// The name with the day of the last change, which tells plans of one name apart.
    fn line(&self, lang: Lang) -> String {
        let now = clock::now();
        let yesterday = clock::moment(now.saturating_sub(clock::DAY_MS));
        let changed = clock::moment(self.saved_at).told(clock::moment(now), yesterday, lang);
        say::mine(lang, self.name(lang), changed)
    }
}

/// The differences, with a choice of the plan: first the one that it most likely was made from, the newest first.
#[component]
pub fn Differences(
    /// The plan as it came.
    plan: Plan,
) -> impl IntoView {
    let shelf = Shelf::of_page();
    let mine: Vec<Mine> = untrack(|| {
        shelf.entries(|entry| Mine {
            id: entry.id.into(),
            plan: entry.plan.clone(),
            saved_at: entry.saved_at,
        })
    });
    let kinship = |mine: &Mine| Kinship::of(mine.plan.document(), plan.document());
    // The newest of the likeliest: the first of those that no other exceeds.
    let likeliest = mine.iter().min_by_key(|mine| Reverse(kinship(mine)));
    let chosen =
        RwSignal::new(likeliest.filter(|mine| kinship(mine) > Kinship::None).map(|mine| mine.id.clone()));
    let has_plans = !mine.is_empty();
    let (mine, plan) = (StoredValue::new(mine), StoredValue::new(plan));
    let against = move || {
        let id = chosen.get()?;
        let found = mine.with_value(|mine| mine.iter().find(|mine| mine.id == id).cloned())?;
        Some(view! { <Against mine=found plan=plan.get_value()/> })
    };
    has_plans.then(|| {
        view! {
            <section class="differences" aria-label=words(say::compare)>
                <Choice mine=mine chosen=chosen/>
                {against}
            </section>
        }
    })
}

#[component]
fn Choice(mine: StoredValue<Vec<Mine>>, chosen: RwSignal<Option<String>>) -> impl IntoView {
    let lang = Shelf::of_page().lang;
    let lines = move || {
        mine.with_value(|mine| {
            mine.iter().map(|mine| (mine.id.clone(), mine.line(lang.get()))).collect::<Vec<_>>()
        })
    };
    let option = move |(id, line): (String, String)| {
        let is = Some(&id) == chosen.get_untracked().as_ref();
        view! { <option value=id selected=is>{line}</option> }
    };
    let choose = move |event| chosen.set(Some(event_target_value(&event)).filter(|id| !id.is_empty()));
    view! {
        <p class="choose">
            <label for="compare">{words(say::compare)}</label>
            <span class="control">
                <select id="compare" on:change=choose>
                    <option value="" selected=move || chosen.get_untracked().is_none()>{words(say::none)}</option>
                    {move || lines().into_iter().map(option).collect_view()}
                </select>
            </span>
        </p>
    }
}

/// The differences from one plan.
#[component]
fn Against(mine: Mine, plan: Plan) -> impl IntoView {
    let lang = Shelf::of_page().lang;
    move || {
        let lang = lang.get();
        let name = mine.name(lang);
        let groups = changes(mine.plan.document(), plan.document(), lang);
        let count: usize = groups.iter().map(|group| group.changes.len()).sum();
        if count == 0 {
            return view! { <p class="count">{say::same(lang, name)}</p> }.into_any();
        }
        let columns = [say::what, say::before, say::after];
        let heads = columns.map(|words| view! { <th scope="col">{words(lang)}</th> });
        view! {
            <details open=count <= UNFOLDED>
                <summary><span class="turn"></span><strong class="count">{say::differs(lang, name, count)}</strong></summary>
                <table>
                    <thead><tr>{heads.collect_view()}</tr></thead>
                    {groups.into_iter().map(|part| group(part, lang)).collect_view()}
                </table>
            </details>
        }
        .into_any()
    }
}

fn group(group: ChangeGroup, lang: Lang) -> impl IntoView {
    view! {
        <tbody>
            <tr><th class="group" scope="rowgroup" colspan="3">{group.title}</th></tr>
            {group.changes.into_iter().map(|change| row(change, lang)).collect_view()}
        </tbody>
    }
}

fn row(change: Change, lang: Lang) -> impl IntoView {
    let cell = move |text: Option<String>| text.unwrap_or_else(|| say::absent(lang).into());
    view! {
        <tr>
            <th scope="row">{change.label}</th>
            <td>{cell(change.from)}</td>
            <td>{cell(change.to)}</td>
        </tr>
    }
}
