//! The second part: the stages in their order, each with the rate into it.

use super::choice::Choice;
use super::field::Field;
use super::group::{Action, Moves};
use super::text::{TextField, Unfit, naming};
use super::{told, words};
use crate::locale::screen::form as say;
use crate::locale::term;
use crate::model::plan::{Field as Number, Tier};
use crate::present::form::{Place, StageHead, TIERS, place_of};
use crate::state::editor::{Edit, StageEdit};
use crate::ui::parts::{each, when};
use crate::ui::session::Session;
use leptos::prelude::*;

/// A funnel has at least this many stages, and at most that many.
const STAGES: std::ops::RangeInclusive<usize> = 2..=12;

/// The stages.
#[component]
pub fn FunnelPart() -> impl IntoView {
    let session = Session::of_page();
    let stages =
        told(|document, _| document.stages.iter().map(|stage| stage.id.clone()).collect::<Vec<String>>());
    let full = Signal::derive(move || stages.with(Vec::len) >= *STAGES.end());
    let add = Callback::new(move |()| add_stage(session, u16::MAX));
    view! {
        {each(stages, |stage| view! { <Stage id=stage/> }.into_any())}
        <div class="add"><Action icon="plus" class="btn" label=say::add_stage off=full act=add/></div>
    }
}

/// Adds a stage; a funnel that is full has no button for it.
fn add_stage(session: Session, at: u16) {
    let name = say::new_stage(session.lang.get_untracked()).to_owned();
    _ = session.edit(Edit::AddStage { at, id: "stage".into(), name, tier: Tier::Middle });
}

/// A stage: the rate into it, and folded below it its name, its tier, its delay and its place.
#[component]
fn Stage(id: String) -> impl IntoView {
    let place = place_of_stage(id.clone());
    let head = told(move |document, lang| StageHead::of(place.get(), document, lang));
    let name = Signal::derive(move || head.get().map_or_else(String::new, |head| head.name));
    let digest = move || head.get().map(|head| head.digest);
    let follows = Memo::new(move |_| place.get() > 0);
    let (rate, delay) = (Place::at(Number::ConversionRate, &id), Place::at(Number::DelayDays, &id));
    let folded = id.clone();
    view! {
        {when(follows, move || view! { <Field place=rate.clone()/> }.into_any())}
        <details class="group stage-of" id=format!("stage-{id}")>
            <summary><span class="turn"></span><span class="name-text">{name}</span><span class="digest">{digest}</span></summary>
            <Naming id=folded place=place/>
            {when(follows, move || view! { <Field place=delay.clone()/> }.into_any())}
            <Actions place=place name=name/>
        </details>
    }
}

/// Where the stage is now; where it was, once it is gone.
fn place_of_stage(id: String) -> Memo<u16> {
    let session = Session::of_page();
    Memo::new(move |had: Option<&u16>| {
        let position = session
            .trailing_document
            .with(|document| document.stages.iter().position(|stage| stage.id == id));
        position.and_then(|place| u16::try_from(place).ok()).or(had.copied()).unwrap_or(0)
    })
}

#[component]
fn Naming(id: String, place: Memo<u16>) -> impl IntoView {
    let session = Session::of_page();
    let stage = move |document: &crate::model::plan::Document| {
        document.stages.get(usize::from(place.get())).map(|stage| (stage.name.clone(), stage.tier))
    };
    let stage = told(move |document, _| stage(document));
    let name = Signal::derive(move || stage.get().map_or_else(String::new, |stage| stage.0));
    let rename = naming(move |name| {
        session.edit(Edit::Stage(place.get_untracked(), StageEdit::Rename(name))).map_err(Unfit::from)
    });
    let tiers = told(|_, lang| TIERS.map(|tier| term::tier(tier, lang).to_owned()).to_vec());
    let tier = Signal::derive(move || stage.get().map_or(0, |stage| place_of(&TIERS, &stage.1)));
    let set_tier = Callback::new(move |chosen: usize| {
        let tier = TIERS.get(chosen).copied();
        tier.map_or(Ok(()), |tier| session.edit(Edit::Stage(place.get_untracked(), StageEdit::SetTier(tier))))
    });
    view! {
        <TextField id=format!("stage-{id}-name") label=words(say::stage_name) value=name write=rename/>
        <Choice list=true id=format!("stage-{id}-tier") label=words(say::stage_tier) options=tiers chosen=tier choose=set_tier/>
    }
}

#[component]
fn Actions(place: Memo<u16>, name: Signal<String>) -> impl IntoView {
    let session = Session::of_page();
    let count = told(|document, _| document.stages.len());
    let edit = move |edit: StageEdit| {
        // What the rules forbid has its button switched off.
        _ = session.edit(Edit::Stage(place.get_untracked(), edit));
    };
    let move_to = Callback::new(move |place: u16| edit(StageEdit::MoveTo(place)));
    let remove = Callback::new(move |()| edit(StageEdit::Remove));
    let add = Callback::new(move |()| add_stage(session, place.get_untracked()));
    let full = Signal::derive(move || count.get() >= *STAGES.end());
    let few = Signal::derive(move || count.get() <= *STAGES.start());
    view! {
        <div class="actions">
            <Moves place=place count=count name=name move_to=move_to/>
            <Action icon="plus" label=say::add_before of=name off=full act=add/>
            <Action icon="trash" class="btn quiet danger" label=say::remove of=name off=few act=remove/>
        </div>
    }
}
