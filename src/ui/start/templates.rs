//! The templates, each with its goal, its money and the shape of its funnel.

use crate::chart::{RIBBON_HEIGHT, RIBBON_WIDTH, ribbon};
use crate::locale::Lang;
use crate::locale::screen::start as say;
use crate::persist::template;
use crate::present::brief::Brief;
use crate::ui::library::Shelf;
use leptos::prelude::*;

const TINTS: [&str; 5] = ["tint-1 fill", "tint-2 fill", "tint-3 fill", "tint-4 fill", "tint-5 fill"];

#[derive(Clone, PartialEq)]
struct Card {
    address: String,
    title: String,
    audience: String,
    brief: Brief,
}

/// A card for each template, in the order in which they are offered, and one for a goal of one's own.
fn cards(shelf: Shelf, lang: Lang) -> Vec<Card> {
    let card = |id: &str, title: &str, audience: &str| {
        let brief = Brief::of(&shelf.fresh(id, lang)?, lang);
        Some(Card { address: format!("#/new/{id}"), title: title.into(), audience: audience.into(), brief })
    };
    let tag = lang.tag();
    let templates = template::all();
    let offered = templates.iter().filter_map(|t| card(&t.id, t.title.of(tag), t.audience.of(tag)));
    offered.chain(card("blank", say::own_goal(lang), say::own_goal_text(lang))).collect()
}

/// The gallery of templates.
#[component]
pub fn Templates() -> impl IntoView {
    let shelf = Shelf::of_page();
    let lang = shelf.lang;
    let cards = Memo::new(move |_| cards(shelf, lang.get()));
    view! {
        <section class="section">
            <div class="head">
                <h2>{move || say::templates(lang.get())}</h2>
                <p>{move || say::templates_text(lang.get())}</p>
            </div>
            <ul class="templates">{move || cards.get().into_iter().map(card).collect_view()}</ul>
        </section>
    }
}

fn card(card: Card) -> impl IntoView {
    let tints = TINTS.into_iter().chain(std::iter::repeat("tint-5 fill"));
    let paths = ribbon(&card.brief.volumes).into_iter().zip(tints);
    view! {
        <li>
            <a class="template" href=card.address>
                <h3>{card.title}</h3>
                <p>{card.audience}</p>
                <svg
                    class="mini" viewBox=format!("0 0 {RIBBON_WIDTH} {RIBBON_HEIGHT}") preserveAspectRatio="none"
                    aria-hidden="true"
                >{paths.map(|(d, class)| view! { <path class=class d=d/> }).collect_view()}</svg>
                <span class="ends"><span>{card.brief.goal}</span><b translate="no">{card.brief.money}</b></span>
            </a>
        </li>
    }
}
