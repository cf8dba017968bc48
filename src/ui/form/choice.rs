//! One of several: as buttons in a line, or as a list.

use super::text::Refused;
use crate::model::plan::Fault;
use leptos::prelude::*;

/// A choice of one among a few, all of them in sight.
#[component]
pub fn Choice(
    /// The name of the group of buttons; the first one has it as its id.
    id: String,
    /// What is chosen.
    #[prop(into)]
    legend: Signal<String>,
    /// The labels.
    #[prop(into)]
    options: Signal<Vec<String>>,
    /// The place of the chosen one.
    #[prop(into)]
    chosen: Signal<usize>,
    /// Makes another choice, by its place.
    choose: Callback<usize, Result<(), Fault>>,
    /// What the choice means.
    #[prop(optional, into)]
    help: MaybeProp<String>,
) -> impl IntoView {
    let refused = RwSignal::new(None::<Fault>);
    let name = id.clone();
    let button = move |(place, label): (usize, String)| {
        let choose = move |_| refused.set(choose.run(place).err());
        let id = (place == 0).then(|| name.clone());
        view! {
            <label>
                <input type="radio" id=id name=name.clone() prop:checked=move || chosen.get() == place on:change=choose/>
                {label}
            </label>
        }
    };
    view! {
        <fieldset class="field tall">
            <legend class="hush">{legend}</legend>
            <span class="label" aria-hidden="true">{legend}</span>
            {move || help.get().map(|help| view! { <p class="help">{help}</p> })}
            <div class="choice">{move || options.get().into_iter().enumerate().map(&button).collect_view()}</div>
            <Refused fault=refused id=format!("{id}-wrong")/>
        </fieldset>
    }
}

/// A choice of one from a list.
#[component]
pub fn Select(
    /// The id of the list.
    id: String,
    /// What is chosen.
    #[prop(into)]
    label: Signal<String>,
    /// The labels.
    #[prop(into)]
    options: Signal<Vec<String>>,
    /// The place of the chosen one.
    #[prop(into)]
    chosen: Signal<usize>,
    /// Makes another choice, by its place.
    choose: Callback<usize, Result<(), Fault>>,
    /// What the choice means.
    #[prop(optional, into)]
    help: MaybeProp<String>,
) -> impl IntoView {
    let refused = RwSignal::new(None::<Fault>);
    let change = move |event| {
        let place = event_target_value(&event).parse().ok();
        refused.set(place.and_then(|place| choose.run(place).err()));
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            {move || help.get().map(|help| view! { <p class="help">{help}</p> })}
            <span class="control"><select id=id.clone() on:change=change><Options options=options chosen=chosen/></select></span>
            <Refused fault=refused id=format!("{id}-wrong")/>
        </div>
    }
}

/// The options of a list, by their places.
#[component]
pub fn Options(
    /// The labels.
    options: Signal<Vec<String>>,
    /// The place of the chosen one.
    chosen: Signal<usize>,
) -> impl IntoView {
    move || {
        let option = |(place, label): (usize, String)| {
            view! { <option value=place.to_string() selected=move || chosen.get() == place>{label}</option> }
        };
        options.get().into_iter().enumerate().map(option).collect_view()
    }
}
