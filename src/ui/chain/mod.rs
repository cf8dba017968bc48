//! The chain on the screen: numbers are doors, rates and prices are typed in place.

mod lane;
mod rate;
mod stage;

use super::number::{Number, SentenceView};
use super::session::Session;
use crate::chart::ems;
use crate::locale::screen::plan as say;
use crate::present::Shown;
use crate::present::chain::{ChainView, LaneCell, LaneView};
use crate::ui::ribbon::RibbonView;
use lane::Lane;
use leptos::prelude::*;
use rate::{Rate, RateOf, lasting};
use stage::{Goal, Money, Stage, width};
use std::collections::BTreeSet;

/// Nodes side by side on one line; longer chains always run downwards.
const SIDE_BY_SIDE: usize = 8;

/// The chain with its lanes.
#[component]
pub fn Chain() -> impl IntoView {
    let session = Session::of_page();
    let shape = session.chain(Shape::of);
    let open = RwSignal::new(BTreeSet::new());
    let worth = session.chain_beside(|view| view.worth.clone());
    let late = session.chain_beside(|view| view.late.clone());
    let has_late = Memo::new(move |_| late.with(Option::is_some));
    let has_worth = Memo::new(move |_| worth.with(Option::is_some));
    view! {
        <section class="chain" aria-label=move || say::chain(session.lang.get())>
            <Head open=open/>
            // The elements are renewed only when the chain has other stages or channels: typing must not lose its place.
            {move || shape.get().map(|shape| view! { <Links shape=shape open=open/> })}
            {move || has_worth.get().then(|| view! {
                <p class="worth">
                    <span class="tag warn">{move || say::worth_tag(session.lang.get())}</span>
                    <span><SentenceView sentence=Signal::derive(move || worth.get().unwrap_or_default())/></span>
                </p>
            })}
            {move || has_late.get().then(|| view! {
                <p class="worth"><SentenceView sentence=Signal::derive(move || late.get().unwrap_or_default())/></p>
            })}
        </section>
    }
}

/// What decides which elements the chain has; numbers and texts do not.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    stages: Vec<(u16, bool)>,
    each: bool,
    price: bool,
    goal_input: bool,
    lanes: Vec<(u16, Vec<Option<bool>>)>,
}

impl Shape {
    /// The shape of a chain.
    #[must_use]
    pub fn of(chain: &ChainView) -> Option<Shape> {
        let cell = |cell: &Option<LaneCell>| {
            cell.as_ref().map(|cell| cell.rate.as_ref().is_some_and(|rate| rate.editable))
        };
        let lane = |lane: &LaneView| (lane.channel, lane.stages.iter().map(cell).collect());
        Some(Shape {
            stages: chain.stages.iter().map(|stage| (stage.stage, stage.rate.is_some())).collect(),
            each: chain.each.is_some(),
            price: chain.price.is_some(),
            goal_input: chain.goal.input.is_some(),
            lanes: chain.lanes.iter().map(lane).collect(),
        })
    }

    /// Stages, the goal where it is not a stage itself, and the money.
    fn nodes(&self) -> usize {
        self.stages.len() + usize::from(self.each) + 1
    }
}

#[component]
fn Head(open: RwSignal<BTreeSet<u16>>) -> impl IntoView {
    let session = Session::of_page();
    let title = session.chain(|view| view.title.clone());
    let span = session.chain(|view| view.span.clone());
    let notice = session.chain(|view| view.notice.clone());
    let lanes = session.chain(|view| view.lanes.iter().map(|lane| lane.channel).collect::<BTreeSet<u16>>());
    let all_open = move || lanes.with(|lanes| open.with(|open| lanes.is_subset(open)));
    let toggle = move |_| open.set(if all_open() { BTreeSet::new() } else { lanes.get() });
    let label = move || {
        if all_open() { say::fold_all(session.lang.get()) } else { say::unfold_all(session.lang.get()) }
    };
    view! {
        <div class="head">
            <h2 translate="no"><span class="name-text">{title}</span>" "<small><SentenceView sentence=span/></small></h2>
            {move || (!lanes.with(BTreeSet::is_empty)).then(|| view! {
                <button type="button" class="btn quiet" on:click=toggle>{label}</button>
            })}
        </div>
        {move || notice.get().map(|notice| view! { <p class="banner warn">{notice}</p> })}
    }
}

#[component]
fn Links(shape: Shape, open: RwSignal<BTreeSet<u16>>) -> impl IntoView {
    let session = Session::of_page();
    let nodes = shape.nodes();
    let class = if nodes > SIDE_BY_SIDE { "links long" } else { "links" };
    let lanes = shape.lanes.clone();
    let lane = move |place: usize| {
        let shape = lanes.get(place).cloned().unwrap_or_default();
        view! { <Lane place=place channel=shape.0 cells=shape.1 open=open each=shape_each(nodes, &lanes, place)/> }
    };
    let count = shape.lanes.len();
    view! {
        <div class=class data-nodes=nodes.to_string()>
            <div class="lane total" role="group" aria-label=move || say::chain(session.lang.get())>
                <Total shape=shape/>
            </div>
            <Ribbon/>
            {(0..count).map(lane).collect_view()}
        </div>
    }
}

/// Whether a lane begins with an empty cell under the goal: the goal is a node of its own.
fn shape_each(nodes: usize, lanes: &[(u16, Vec<Option<bool>>)], place: usize) -> bool {
    lanes.get(place).is_some_and(|(_, cells)| nodes > cells.len() + 1)
}

/// All channels together.
#[component]
fn Total(shape: Shape) -> impl IntoView {
    let session = Session::of_page();
    let goal_is_stage = !shape.each;
    let goal = session.chain(|view| view.goal.clone());
    let each = session.chain(|view| view.each.clone());
    let price = session.chain(|view| view.price.clone());
    let money = session.chain(|view| view.money.clone());
    let money_per_month = session.chain(|view| view.money_per_month.clone());
    let stage = move |(place, (_, has_rate)): (usize, (u16, bool))| {
        let stage = session.chain(move |view| view.stages.get(place).cloned());
        let has_cell = !(goal_is_stage && place == 0);
        view! {
            {has_cell.then(|| view! { <Stage stage=stage/> })}
            {has_rate.then(|| view! { <RateOf stage=stage/> })}
        }
    };
    view! {
        <Goal goal=goal input=shape.goal_input first=goal_is_stage/>
        {shape.each.then(|| view! {
            <div class="rate fixed" style=width(move || each.with(|each| each.as_ref().map_or(0.0, |each| ems(&each.1.text))))>
                <span class="label">{move || each.get().map(|each| each.0)}</span>
                {lasting::<(String, Shown)>(each.into()).map(|each| view! { <Number shown=Signal::derive(move || each.get().1)/> })}
            </div>
        })}
        {shape.stages.iter().copied().enumerate().map(stage).collect_view()}
        {if shape.price {
            let price = Signal::derive(move || price.get());
            view! { <Rate rate=price id="chain-price".into()/> }.into_any()
        } else {
            view! { <div class="gap"></div> }.into_any()
        }}
        <Money money=money per_month=money_per_month/>
    }
}

/// The funnel's shape under the numbers.
#[component]
fn Ribbon() -> impl IntoView {
    let session = Session::of_page();
    let volumes = session.chain_beside(|view| {
        let stages = &view.stages;
        // The goal stands for its stage once more where it is a node of its own; the money flows into the widest.
        let head = view.each.is_some().then(|| stages.first()).flatten();
        head.into_iter().chain(stages).chain(stages.last()).map(|stage| stage.volume).collect::<Vec<f64>>()
    });
    view! { <RibbonView class="ribbon" volumes=volumes/> }
}
