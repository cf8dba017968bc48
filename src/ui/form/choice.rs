//! One of several: as buttons in a line, or as a list.

use super::text::{Refused, Unfit};
use crate::model::plan::Fault;
use leptos::prelude::*;

/// A choice of one: a few as buttons, all of them in sight, or any number as a list.
#[component]
pub fn Choice(
    /// The id of the list, or of the first button; the buttons have it as the name of their group.
    id: String,
    /// Whether it is a list.
    #[prop(optional)]
    list: bool,
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
    let refused = RwSignal::new(None::<Unfit>);
    let choose = Callback::new(move |place: usize| refused.set(choose.run(place).err().map(Unfit::from)));
    let help = move || help.get().map(|help| view! { <p class="help">{help}</p> });
    let wrong = view! { <Refused unfit=refused id=format!("{id}-wrong")/> };
    if list {
        return view! {
            <div class="field">
                <label for=id.clone()>{label}</label>
                {help}
                <span class="control"><List id=id options=options chosen=chosen choose=choose/></span>
                {wrong}
            </div>
        }
        .into_any();
    }
    view! {
        <fieldset class="field tall">
            <legend class="hush">{label}</legend>
            <span class="label" aria-hidden="true">{label}</span>
            {help}
            <div class="choice"><Buttons id=id options=options chosen=chosen choose=choose/></div>
            {wrong}
        </fieldset>
    }
    .into_any()
}

#[component]
fn Buttons(
    id: String,
    options: Signal<Vec<String>>,
    chosen: Signal<usize>,
    choose: Callback<usize>,
) -> impl IntoView {
    let button = move |(place, label): (usize, String)| {
        let (name, id) = (id.clone(), (place == 0).then(|| id.clone()));
        view! {
            <label>
                <input
                    type="radio" id=id name=name prop:checked=move || chosen.get() == place
                    on:change=move |_| choose.run(place)
                />
                {label}
            </label>
        }
    };
    move || options.get().into_iter().enumerate().map(&button).collect_view()
}

#[component]
fn List(
    id: String,
    options: Signal<Vec<String>>,
    chosen: Signal<usize>,
    choose: Callback<usize>,
) -> impl IntoView {
    let change = move |event| {
        if let Ok(place) = event_target_value(&event).parse() {
            choose.run(place);
        }
    };
    view! { <select id=id on:change=change><Options options=options chosen=chosen/></select> }
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
