//! The fields of a channel: what it is, what it costs, and folded below it everything that few need.

use super::choice::Choice;
use super::dependencies::Dependencies;
use super::field::Field;
use super::group::{Action, Group, Moves};
use super::text::{TextField, Unfit, naming};
use super::{told, words};
use crate::locale::screen::form as say;
use crate::locale::term;
use crate::model::plan::{Channel, Field as Number, ResponseKind};
use crate::present::form::{
    CURVES, GroupDigests, Place, TRUSTS, copy_name, curve_fields, place_of, stage_names,
};
use crate::state::editor::{ChannelEdit, Edit};
use crate::ui::parts::each;
use crate::ui::session::Session;
use leptos::prelude::*;

const BUDGET: &[Number] = &[Number::MinBudget, Number::MaxBudget];
const CARRYOVER: &[Number] = &[Number::Carryover, Number::PriorBudget, Number::RampMonths];
const COSTS: &[Number] = &[Number::LabourHours, Number::HourlyWage, Number::FixedCost, Number::SetupCost];
const TRAFFIC: &[Number] = &[Number::FitRate, Number::FreeVolume];
const ORDERS: &[Number] =
    &[Number::ChannelOrderValue, Number::ChannelOrdersPerYear, Number::ChannelRelationshipYears];

/// Something that is read from the channel at a place; its default when the channel is gone.
fn of_channel<T: Default + PartialEq + Send + Sync + 'static>(
    place: Memo<u16>,
    of: impl Fn(&Channel) -> T + Send + Sync + 'static,
) -> Memo<T> {
    told(move |document, _| document.channels.get(usize::from(place.get())).map(&of).unwrap_or_default())
}

/// Everything that can be said of a channel.
#[component]
pub fn ChannelBody(
    /// Its id.
    id: String,
    /// Where it stands.
    place: Memo<u16>,
    /// Its name, for the labels of its buttons.
    name: Signal<String>,
) -> impl IntoView {
    let session = Session::of_page();
    let price = session.results(move |view| view.unit_costs.get(usize::from(place.get())).cloned());
    let price = Signal::derive(move || price.get());
    view! {
        <Field place=Place::at(Number::MonthlyBudget, &id)/>
        <Field place=Place::at(Number::UnitCost, &id) help=price/>
        <About id=id.clone() place=place/>
        <Groups id=id.clone() place=place/>
        <Switch place=place/>
        <Actions place=place name=name/>
    }
}

#[component]
fn About(id: String, place: Memo<u16>) -> impl IntoView {
    let session = Session::of_page();
    let edit = move |edit: ChannelEdit| session.edit(Edit::Channel(place.get_untracked(), edit));
    let name = of_channel(place, |channel| channel.name.clone());
    let rename = naming(move |name| edit(ChannelEdit::Rename(name)).map_err(Unfit::from));
    let stages = told(stage_names);
    let entry = told(move |document, _| {
        let entry = document.channels.get(usize::from(place.get())).map(|channel| &channel.entry_stage);
        document.stages.iter().position(|stage| Some(&stage.id) == entry).unwrap_or(0)
    });
    let enter = Callback::new(move |stage: usize| {
        u16::try_from(stage).map_or(Ok(()), |stage| edit(ChannelEdit::SetEntryStage(stage)))
    });
    let trusts = told(|_, lang| TRUSTS.map(|trust| term::trust(trust, lang).to_owned()).to_vec());
    let trust = of_channel(place, |channel| place_of(&TRUSTS, &channel.trust));
    let help =
        told(move |_, lang| TRUSTS.get(trust.get()).map(|trust| term::trust_help(*trust, lang).to_owned()));
    let set_trust = Callback::new(move |chosen: usize| {
        TRUSTS.get(chosen).map_or(Ok(()), |trust| edit(ChannelEdit::SetTrust(*trust)))
    });
    view! {
        <TextField id=format!("channel-{id}-name") label=words(say::channel_name) value=name write=rename/>
        <Choice list=true id=format!("channel-{id}-entry") label=words(say::entry) options=stages chosen=entry choose=enter/>
        <Choice list=true id=format!("channel-{id}-trust") label=words(say::trust) help=help options=trusts chosen=trust choose=set_trust/>
    }
}

/// The folded groups.
#[component]
fn Groups(id: String, place: Memo<u16>) -> impl IntoView {
    let digests = told(move |document, lang| {
        let channel = document.channels.get(usize::from(place.get()));
        channel.map(|channel| GroupDigests::of(channel, document, lang))
    });
    let digest = move |of: fn(GroupDigests) -> String| {
        Signal::derive(move || digests.get().map(of).unwrap_or_default())
    };
    let id = StoredValue::new(id);
    let fields = move |fields: &'static [Number]| {
        let field = |field: &Number| view! { <Field place=Place::at(*field, &id.get_value())/> };
        fields.iter().map(field).collect_view()
    };
    view! {
        <Group title=say::curve digest=digest(|of| of.curve)><Curve id=id.get_value() place=place/></Group>
        <Group title=say::bounds digest=digest(|of| of.budget)>{fields(BUDGET)}</Group>
        <Group title=say::traffic digest=digest(|of| of.traffic)>{fields(TRAFFIC)}</Group>
        <Group title=say::carryover digest=digest(|of| of.carryover)>{fields(CARRYOVER)}</Group>
        <Group title=say::costs digest=digest(|of| of.costs)>{fields(COSTS)}</Group>
        <Group title=say::own_rates digest=digest(|of| of.rates)><OwnRates id=id.get_value() place=place/></Group>
        <Group title=say::own_orders digest=digest(|of| of.orders)>{fields(ORDERS)}</Group>
        <Group title=say::dependencies digest=digest(|of| of.dependencies)>
            <Dependencies id=id.get_value() place=place/>
        </Group>
    }
}

/// The curve and the numbers that shape it.
#[component]
fn Curve(id: String, place: Memo<u16>) -> impl IntoView {
    let session = Session::of_page();
    let kind_of =
        |channel: &Channel| channel.response.as_ref().map_or(ResponseKind::Linear, |response| response.kind);
    let chosen = of_channel(place, move |channel| place_of(&CURVES, &kind_of(channel)));
    let labels = told(|_, lang| CURVES.map(|kind| term::response(kind, lang).to_owned()).to_vec());
    let help =
        told(move |_, lang| CURVES.get(chosen.get()).map(|kind| term::response_help(*kind, lang).to_owned()));
    let choose = Callback::new(move |chosen: usize| {
        let edit = |kind| session.edit(Edit::Channel(place.get_untracked(), ChannelEdit::SetResponse(kind)));
        CURVES.get(chosen).copied().map_or(Ok(()), edit)
    });
    let name = format!("channel-{id}-curve");
    let fields = move || {
        let fields = CURVES.get(chosen.get()).map_or(&[][..], |kind| curve_fields(*kind));
        fields.iter().map(|field| view! { <Field place=Place::at(*field, &id)/> }).collect_view()
    };
    view! {
        <Choice id=name label=words(say::curve_choice) help=help options=labels chosen=chosen choose=choose/>
        {fields}
    }
}

/// A rate for every stage after the entry; an empty one is the funnel's.
#[component]
fn OwnRates(id: String, place: Memo<u16>) -> impl IntoView {
    let later = told(move |document, _| {
        let entry = document.channels.get(usize::from(place.get())).map(|channel| &channel.entry_stage);
        let later = document.stages.iter().skip_while(|stage| Some(&stage.id) != entry).skip(1);
        later.map(|stage| stage.id.clone()).collect::<Vec<String>>()
    });
    let (help, none) = (words(say::own_rates_help), words(say::no_rates));
    let note = move || if later.with(Vec::is_empty) { none.get() } else { help.get() };
    view! {
        <p class="help">{note}</p>
        {each(later, move |stage| {
            view! { <Field place=Place::inside(Number::RateOverride, &id, &stage)/> }.into_any()
        })}
    }
}

#[component]
fn Switch(place: Memo<u16>) -> impl IntoView {
    let session = Session::of_page();
    let active = of_channel(place, Channel::is_active);
    // A channel may always be switched on and off.
    let switch = move |event| {
        let on = event_target_checked(&event);
        _ = session.edit(Edit::Channel(place.get_untracked(), ChannelEdit::SetActive(on)));
    };
    view! {
        <label class="switch"><input type="checkbox" prop:checked=active on:change=switch/>{words(say::active)}</label>
    }
}

#[component]
fn Actions(place: Memo<u16>, name: Signal<String>) -> impl IntoView {
    let session = Session::of_page();
    let count = told(|document, _| document.channels.len());
    let edit = move |edit: ChannelEdit| {
        // What the rules forbid has its button switched off.
        _ = session.edit(Edit::Channel(place.get_untracked(), edit));
    };
    let move_to = Callback::new(move |place: u16| edit(ChannelEdit::MoveTo(place)));
    let copy = Callback::new(move |()| {
        edit(ChannelEdit::Duplicate(copy_name(&name.get_untracked(), session.lang.get_untracked())));
    });
    let remove = Callback::new(move |()| edit(ChannelEdit::Remove));
    let only = Signal::derive(move || count.get() <= 1);
    view! {
        <div class="actions">
            <Moves place=place count=count name=name move_to=move_to/>
            <Action icon="copy" label=say::duplicate of=name off=false act=copy/>
            <Action icon="trash" class="btn quiet danger" label=say::remove of=name off=only act=remove/>
        </div>
    }
}
