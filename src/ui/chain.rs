//! The chain on the screen: numbers are doors, rates and prices are typed in place.

use super::draft::{Draft, DraftInput, DraftWrong};
use super::number::{Number, SentenceView};
use super::session::Session;
use crate::chart::{RIBBON_HEIGHT, RIBBON_WIDTH, ribbon};
use crate::locale::screen::plan as say;
use crate::present::chain::{ChainView, GoalView, InputView, LaneCell, LaneView, RateView, StageView};
use crate::present::{Sentence, Shown};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// Nodes side by side on one line; longer chains always run downwards.
const SIDE_BY_SIDE: usize = 8;
/// A number of more characters than this is set smaller.
const LONG: usize = 8;

/// The chain with its lanes.
#[component]
pub fn Chain() -> impl IntoView {
    let session = Session::of_page();
    let shape = session.part(|view| Shape::of(&view.chain));
    let open = RwSignal::new(BTreeSet::new());
    let weak = session.part(|view| view.chain.worth.clone());
    view! {
        <section class="chain" aria-label=move || say::chain(session.lang.get())>
            <Head open=open/>
            // The elements are renewed only when the chain has other stages or channels: typing must not lose its place.
            {move || shape.get().map(|shape| view! { <Links shape=shape open=open/> })}
            {move || weak.get().map(|sentence| {
                let sentence = Signal::stored(sentence);
                view! {
                    <p class="worth">
                        <span class="tag warn">{say::worth_tag(session.lang.get())}</span>
                        <span><SentenceView sentence=sentence/></span>
                    </p>
                }
            })}
        </section>
    }
}

/// What decides which elements the chain has; numbers and texts do not.
#[derive(Clone, Debug, PartialEq)]
struct Shape {
    stages: Vec<(u16, bool)>,
    each: bool,
    price: bool,
    goal_input: bool,
    lanes: Vec<(u16, Vec<Option<bool>>)>,
}

impl Shape {
    fn of(chain: &ChainView) -> Option<Shape> {
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
    let title = session.part(|view| view.chain.title.clone());
    let span = session.part(|view| view.chain.span.clone());
    let notice = session.part(|view| view.chain.notice.clone());
    let lanes =
        session.part(|view| view.chain.lanes.iter().map(|lane| lane.channel).collect::<BTreeSet<u16>>());
    let all_open = move || lanes.with(|lanes| open.with(|open| lanes.is_subset(open)));
    let toggle = move |_| open.set(if all_open() { BTreeSet::new() } else { lanes.get() });
    let label = move || {
        if all_open() { say::fold_all(session.lang.get()) } else { say::unfold_all(session.lang.get()) }
    };
    view! {
        <div class="head">
            <h2>{title}" "<small>{span}</small></h2>
            {move || (!lanes.with(BTreeSet::is_empty)).then(|| view! {
                <button type="button" class="btn quiet" on:click=toggle>{label}</button>
            })}
        </div>
        {move || notice.get().map(|notice| view! { <p class="hush">{notice}</p> })}
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
    let goal = session.part(|view| view.chain.goal.clone());
    let each = session.part(|view| view.chain.each.clone());
    let price = session.part(|view| view.chain.price.clone());
    let money = session.part(|view| view.chain.money.clone());
    let money_per_month = session.part(|view| view.chain.money_per_month.clone());
    let stage = move |(place, (_, has_rate)): (usize, (u16, bool))| {
        let stage = session.part(move |view| view.chain.stages.get(place).cloned());
        let has_cell = !(goal_is_stage && place == 0);
        view! {
            {has_cell.then(|| view! { <Stage stage=stage/> })}
            {has_rate.then(|| view! { <RateOf stage=stage/> })}
        }
    };
    view! {
        <Goal goal=goal input=shape.goal_input first=goal_is_stage/>
        {shape.each.then(|| view! {
            <div class="rate fixed">
                <span class="label">{move || each.get().map(|each| each.0)}</span>
                {move || each.get().map(|each| view! { <Number shown=Signal::stored(each.1)/> })}
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

fn big(text: &str) -> &'static str {
    if text.chars().filter(|c| !c.is_alphabetic() && *c != '$').count() > LONG {
        "num big long"
    } else {
        "num big"
    }
}

/// A number set large.
#[component]
fn Big(#[prop(into)] shown: Signal<Shown>) -> impl IntoView {
    let long = Memo::new(move |_| big(&shown.get().text));
    move || view! { <Number shown=shown class=long.get()/> }
}

#[component]
fn Money(money: Memo<Shown>, per_month: Memo<Sentence>) -> impl IntoView {
    let session = Session::of_page();
    view! {
        <div class="stage money">
            <span class="label">{move || say::media(session.lang.get())}</span>
            <Big shown=money/>
            <span class="per"><SentenceView sentence=per_month/></span>
        </div>
    }
}

#[component]
fn Goal(goal: Memo<GoalView>, input: bool, first: bool) -> impl IntoView {
    let session = Session::of_page();
    let label = move || goal.with(|goal| goal.label.clone());
    // Where the goal is counted in customers it is the first stage, and says what an average month takes.
    let per_month = session.part(move |view| {
        view.chain
            .goal
            .note
            .clone()
            .or_else(|| view.chain.stages.first().filter(|_| first).map(|stage| stage.per_month.clone()))
    });
    let shown = Signal::derive(move || goal.with(|goal| goal.shown.clone()));
    let bar = session.part(move |view| view.chain.stages.first().filter(|_| first).map(|stage| stage.bar));
    let per = view! { <span class="per">{move || per_month.get().map(|per| view! { <SentenceView sentence=Signal::stored(per)/> })}</span> };
    let bar = move || bar.get().map(|bar| view! { <Bar share=bar/> });
    if let Some(goal_input) = lasting(Signal::derive(move || goal.get().input)).filter(|_| input) {
        let draft = Draft::of(goal_input);
        view! {
            <div class="stage goal" data-state=move || state(draft)>
                <label class="label" for="chain-goal">{label}</label>
                <DraftInput draft=draft id="chain-goal".into() class="big"/>
                {per}{bar}
                <DraftWrong draft=draft id="chain-goal".into()/>
            </div>
        }
        .into_any()
    } else {
        view! { <div class="stage goal"><span class="label">{label}</span><Big shown=shown/>{per}{bar}</div> }
            .into_any()
    }
}

fn state(draft: Draft) -> Option<&'static str> {
    draft.wrong.with(Option::is_some).then_some("error")
}

#[component]
fn Stage(stage: Memo<Option<StageView>>) -> impl IntoView {
    view! {
        <div class="stage">
            <span class="label">{move || stage.get().map(|stage| stage.name)}</span>
            {move || stage.get().map(|stage| view! {
                <Big shown=Signal::stored(stage.shown)/>
                <span class="per"><SentenceView sentence=Signal::stored(stage.per_month)/></span>
                <Bar share=stage.bar/>
            })}
        </div>
    }
}

/// A thin bar in place of the ribbon where the chain runs downwards.
#[component]
fn Bar(share: f64) -> impl IntoView {
    let width = format!("{:.1}", 100.0 * share);
    view! {
        <svg class="volume" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect width=width height="4" class="tint-2 fill"/>
        </svg>
    }
}

#[component]
fn RateOf(stage: Memo<Option<StageView>>) -> impl IntoView {
    let rate = Signal::derive(move || stage.get().and_then(|stage| stage.rate));
    let id = stage.get_untracked().map_or_else(String::new, |stage| format!("chain-rate-{}", stage.stage));
    view! { <Rate rate=rate id=id/> }
}

/// A rate or a price that is typed in place.
#[component]
fn Rate(rate: Signal<Option<RateView>>, id: String) -> impl IntoView {
    let input = lasting(Signal::derive(move || rate.get().map(|rate| rate.input)))?;
    let draft = Draft::of(input);
    let class = move || {
        if rate.with(|rate| rate.as_ref().is_some_and(|rate| rate.weak)) { "rate weak" } else { "rate own" }
    };
    let label = move || input.get().label;
    let note = move || rate.get().and_then(|rate| rate.note);
    Some(view! {
        <div class=class data-state=move || state(draft)>
            <label for=id.clone()>{label}</label>
            <span class="control"><DraftInput draft=draft id=id.clone()/></span>
            {move || note().map(|note| view! { <span class="note"><SentenceView sentence=Signal::stored(note)/></span> })}
            <DraftWrong draft=draft id=id/>
        </div>
    })
}

/// A field that is there now; should the chain be renewed and lose it for a moment, it keeps what it had.
fn lasting(input: Signal<Option<InputView>>) -> Option<Signal<InputView>> {
    let had = StoredValue::new(input.get_untracked()?);
    Some(Signal::derive(move || input.get().unwrap_or_else(|| had.get_value())))
}

/// The funnel's shape under the numbers.
#[component]
fn Ribbon() -> impl IntoView {
    let session = Session::of_page();
    let volumes = session.part(|view| {
        let stages = &view.chain.stages;
        // The goal stands for its stage once more where it is a node of its own; the money flows into the widest.
        let head = view.chain.each.is_some().then(|| stages.first()).flatten();
        head.into_iter().chain(stages).chain(stages.last()).map(|stage| stage.volume).collect::<Vec<f64>>()
    });
    let paths = move || {
        let tints = ["tint-1 fill", "tint-2 fill", "tint-3 fill", "tint-4 fill", "tint-5 fill"];
        let tint = tints.into_iter().chain(std::iter::repeat("tint-5 fill"));
        ribbon(&volumes.get())
            .into_iter()
            .zip(tint)
            .map(|(d, class)| view! { <path class=class d=d/> })
            .collect_view()
    };
    view! {
        <svg class="ribbon" viewBox=format!("0 0 {RIBBON_WIDTH} {RIBBON_HEIGHT}") preserveAspectRatio="none" aria-hidden="true">
            {paths}
        </svg>
    }
}

/// One channel: folded to its money, or unfolded to its stages.
#[component]
fn Lane(
    place: usize,
    channel: u16,
    cells: Vec<Option<bool>>,
    open: RwSignal<BTreeSet<u16>>,
    each: bool,
) -> impl IntoView {
    let session = Session::of_page();
    let lane = session.part(move |view| view.chain.lanes.get(place).cloned());
    let is_open = Memo::new(move |_| open.with(|open| open.contains(&channel)));
    let toggle = move |_| open.update(|open| _ = open.remove(&channel) || open.insert(channel));
    let name = move || lane.get().map(|lane| lane.name);
    let brings = move || lane.get().map(|lane| lane.brings.text());
    let money = Signal::derive(move || lane.get().map(|lane| lane.money));
    let cells = StoredValue::new(cells);
    let key = format!("key series-{} fill", place % 5 + 1);
    view! {
        <div class="lane" role="group" aria-label=name>
            <button type="button" class="fold" aria-expanded=move || is_open.get().to_string() on:click=toggle>
                <span class="turn"></span>
                <svg class="key" viewBox="0 0 10 10" aria-hidden="true"><rect class=key width="10" height="10" rx="2"/></svg>
                <span><strong>{name}</strong><small translate="no">{brings}</small></span>
                <b translate="no">{move || money.get().map(|money| money.text)}</b>
            </button>
            {move || is_open.get().then(|| view! {
                {each.then(|| view! { <div class="gap"></div><div class="gap"></div> })}
                {cells.get_value().into_iter().enumerate().map(|(at, editable)| view! {
                    <Cell lane=lane at=at channel=channel editable=editable/>
                }).collect_view()}
                <div class="stage money">
                    <span class="label">{say::media(session.lang.get())}</span>
                    {move || money.get().map(|money| view! { <Big shown=Signal::stored(money)/> })}
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
    let cell = Memo::new(move |_| lane.get().and_then(|lane| lane.stages.get(at).cloned().flatten()));
    let stage = session.part(move |view| view.chain.stages.get(at).map(|stage| stage.name.clone()));
    let rate = Signal::derive(move || cell.get().and_then(|cell| cell.rate));
    let id = format!("lane-{channel}-{at}");
    view! {
        <div class="stage">
            <span class="label">{stage}</span>
            {move || cell.get().map(|cell| view! { <Big shown=Signal::stored(cell.shown)/> })}
        </div>
        {if editable {
            view! { <Rate rate=rate id=id/> }.into_any()
        } else {
            view! {
                <div class="rate">
                    <span class="label">{move || rate.get().map(|rate| rate.input.label)}</span>
                    <span class="control" translate="no">{move || rate.get().map(|rate| rate.input.text)}</span>
                </div>
            }.into_any()
        }}
    }
    .into_any()
}
