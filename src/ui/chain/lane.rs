//! One channel of the chain, folded to its money or unfolded to its stages.

use super::rate::{Rate, lasting};
use super::stage::Big;
use crate::locale::screen::plan as say;
use crate::present::Shown;
use crate::present::chain::LaneView;
use crate::ui::number::{Note, Number};
use crate::ui::session::Session;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// One channel: folded to its money, or unfolded to its stages.
#[component]
pub(super) fn Lane(
    place: usize,
    channel: u16,
    cells: Vec<Option<bool>>,
    open: RwSignal<BTreeSet<u16>>,
    each: bool,
) -> impl IntoView {
    let session = Session::of_page();
    let lane = session.chain_beside(move |view| view.lanes.get(place).cloned());
    let is_open = Memo::new(move |_| open.with(|open| open.contains(&channel)));
    let toggle = move |_| open.update(|open| _ = open.remove(&channel) || open.insert(channel));
    let name = move || lane.with(|lane| lane.as_ref().map(|lane| lane.name.clone()));
    let brings = Signal::derive(move || lane.with(|lane| lane.as_ref().map(|lane| lane.brings.clone())));
    let money = Signal::derive(move || lane.with(|lane| lane.as_ref().map(|lane| lane.money.clone())));
    let cells = StoredValue::new(cells);
    view! {
        <div class="lane" role="group" aria-label=name>
            <div class="row">
                <button type="button" class="fold" aria-expanded=move || is_open.get().to_string() on:click=toggle>
                    <span class="turn"></span><strong>{name}</strong>
                </button>
                <Note sentence=brings class="brings"/>
                {move || (!is_open.get()).then(|| lasting(money).map(|money| view! { <b><Number shown=money/></b> }))}
            </div>
            {move || is_open.get().then(|| view! {
                {each.then(|| view! { <div class="gap"></div><div class="gap"></div> })}
                {cells.get_value().into_iter().enumerate().map(|(at, editable)| view! {
                    <Cell lane=lane at=at channel=channel editable=editable/>
                }).collect_view()}
                <div class="stage money">
                    <span class="label">{say::media(session.lang.get())}</span>
                    {lasting(money).map(|money| view! { <Big shown=money/> })}
                </div>
            })}
        </div>
    }
}

/// A channel at a stage; before its entry there is nothing.
#[component]
fn Cell(lane: Memo<Option<LaneView>>, at: usize, channel: u16, editable: Option<bool>) -> impl IntoView {
    let session = Session::of_page();
    let Some(editable) = editable else {
        return view! { <div class="gap"></div><div class="gap"></div> }.into_any();
    };
    let cell = Memo::new(move |_| lane.with(|lane| lane.as_ref()?.stages.get(at)?.clone()));
    let stage = session.chain(move |view| view.stages.get(at).map(|stage| stage.name.clone()));
    let rate = Signal::derive(move || cell.with(|cell| cell.as_ref()?.rate.clone()));
    let shown = Signal::derive(move || cell.with(|cell| cell.as_ref().map(|cell| cell.shown.clone())));
    let id = format!("lane-{channel}-{at}");
    view! {
        <div class="stage">
            <span class="label">{stage}</span>
            {lasting(shown).map(|shown| view! { <Big shown=shown/> })}
        </div>
        {if editable {
            view! { <Rate rate=rate id=id/> }.into_any()
        } else {
            let input = move || rate.get().map(|rate| rate.input);
            let common = Signal::derive(move || input().map(|input| Shown::new(input.text, input.path)));
            view! {
                <div class="rate">
                    <span class="label">{move || input().map(|input| input.label)}</span>
                    <span class="control">{lasting(common).map(|common| view! { <Number shown=common/> })}</span>
                </div>
            }.into_any()
        }}
    }
    .into_any()
}
