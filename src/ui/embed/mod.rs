//! The calculator in a page of others: goal, chain, result, and a button that leads to the consultant.
//!
//! It reads its address, tells the page around it what that page may know, and keeps nothing.

mod answer;
mod brand;
mod fields;
mod foot;
mod lead;
mod visit;

use super::library::Shelf;
use super::limits::Limits;
use super::session::Session;
use super::words::words;
use crate::locale::Lang;
use crate::locale::screen::embed as say;
use crate::model::plan::{Document, Field, Plan};
use crate::persist::embed::{Embed, Part, Source, Treatment};
use crate::persist::{link, template};
use crate::state::editor::Editor;
use crate::ui::chain::Chain;
use crate::ui::frame::lang_attribute;
use crate::web::{address, page, resize};
use answer::AnswerView;
use brand::Brand;
use fields::Fields;
use foot::Foot;
use lead::CallToAction;
use leptos::html;
use leptos::prelude::*;
use visit::Visit;

/// What stands before the attributes in the address.
const ADDRESS: &str = "/embed?";

/// Shows the calculator.
pub fn page() -> AnyView {
    view! { <EmbedPage/> }.into_any()
}

#[component]
fn EmbedPage() -> impl IntoView {
    let lang = Shelf::of_page().lang;
    let asked = RwSignal::new(asked(&address::hash()));
    // The page around may change the attributes while the visitor is here.
    StoredValue::new_local(address::on_change(move |hash| asked.set(self::asked(&hash))));
    Effect::new(move |_| {
        if let Some(chosen) = asked.with(|asked| asked.lang.as_deref().and_then(Lang::of_tag)) {
            lang.set(chosen);
        }
    });
    Effect::new(move |_| {
        page::set_root("lang", Some(lang_attribute(lang.get())));
        page::set_title(say::title(lang.get()));
    });
    Effect::new(move |_| asked.with(brand::paint));
    let visit = Visit::begin(asked);
    provide_context(visit);
    let element = NodeRef::<html::Div>::new();
    tell_height(visit, element);
    view! {
        <div class="embed" node_ref=element>
            <main aria-label=words(say::title)>{move || view! { <Opened asked=asked.get() lang=lang.get()/> }}</main>
        </div>
    }
}

fn asked(hash: &str) -> Embed {
    Embed::parse(hash.strip_prefix(ADDRESS).unwrap_or_default())
}

/// The page around gives the frame the height of its content. Nothing in the content depends on the height of the
/// frame, so telling it once is enough until the content itself changes.
fn tell_height(visit: Visit, element: NodeRef<html::Div>) {
    let observer = StoredValue::new_local(None);
    Effect::new(move |_| {
        if let Some(element) = element.get() {
            observer.set_value(resize::on_height(&element, move |height| visit.tell_height(height)));
        }
    });
}

/// The calculator with a plan to begin with, or why there is none.
#[component]
fn Opened(asked: Embed, lang: Lang) -> impl IntoView {
    let Some(plan) = plan_of(&asked, lang) else { return view! { <NoPlan asked=asked/> }.into_any() };
    provide_context(Limits::locking(locked_fields(&asked)));
    let session = Session::open(Editor::of(plan), Shelf::of_page().lang);
    provide_context(session);
    Visit::of_page().follow(session);
    let shows = |part| asked.treatment(part) != Treatment::Hidden;
    view! {
        <Brand logo=asked.logo.clone()/>
        <Fields hidden=asked.hide.clone()/>
        {shows(Part::Chain).then(|| view! { <Chain/> })}
        <AnswerView detail=shows(Part::Detail)/>
        <CallToAction asked=asked.clone()/>
        <Foot full_app=shows(Part::FullApp)/>
    }
    .into_any()
}

/// The plan that the attributes name, in the currency they name; none where there is no such plan.
fn plan_of(asked: &Embed, lang: Lang) -> Option<Plan> {
    let first = || template::all().into_iter().next().map(|template| template.id);
    let plan = match &asked.source {
        Some(Source::Plan(link)) => link::decode(link).ok()?,
        Some(Source::Preset(id)) => Shelf::of_page().fresh(id, lang)?,
        None => Shelf::of_page().fresh(&first()?, lang)?,
    };
    match &asked.currency {
        Some(currency) => Plan::check(Document { currency: currency.clone(), ..plan.into_document() }).ok(),
        None => Some(plan),
    }
}

/// The numbers of the locked parts, wherever they are shown.
fn locked_fields(asked: &Embed) -> Vec<Field> {
    let fields = |part: &Part| match part {
        Part::Rates => vec![Field::ConversionRate, Field::RateOverride],
        Part::UnitCost => vec![Field::UnitCost],
        part => fields::of_part(*part).to_vec(),
    };
    asked.locked.iter().flat_map(fields).collect()
}

/// No plan, and never another one in its place.
#[component]
fn NoPlan(asked: Embed) -> impl IntoView {
    let title = match asked.source {
        Some(Source::Plan(_)) => say::no_plan,
        _ => say::no_preset,
    };
    view! {
        <div class="banner bad" role="alert">
            <p><strong>{words(title)}</strong>{words(say::no_plan_text)}</p>
        </div>
    }
}
