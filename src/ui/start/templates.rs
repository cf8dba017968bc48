//! The templates, each with its goal, its money and the shape of its funnel.

use crate::locale::Lang;
use crate::locale::screen::start as say;
use crate::persist::template;
use crate::present::brief::Brief;
use crate::ui::library::Shelf;
use crate::ui::ribbon::RibbonView;
use crate::ui::words::words;
use crate::web::page;
use leptos::prelude::*;

/// A template, or a goal of one's own.
#[derive(Clone)]
struct Card {
    id: String,
    title: Signal<String>,
    audience: Signal<String>,
    /// Its answer; none until it is computed.
    brief: RwSignal<Option<Brief>>,
}

/// A card for each template, in the order in which they are offered, and one for a goal of one's own.
fn cards(lang: RwSignal<Lang>) -> Vec<Card> {
    let own = Card {
        id: "blank".into(),
        title: Signal::derive(move || say::own_goal(lang.get()).to_owned()),
        audience: Signal::derive(move || say::own_goal_text(lang.get()).to_owned()),
        brief: RwSignal::new(None),
    };
    let of_template = |template: template::Template| {
        let (title, audience) = (template.title, template.audience);
        Card {
            id: template.id,
            title: Signal::derive(move || title.of(lang.get().tag()).to_owned()),
            audience: Signal::derive(move || audience.of(lang.get().tag()).to_owned()),
            brief: RwSignal::new(None),
        }
    };
    template::all().into_iter().map(of_template).chain([own]).collect()
}

/// Computes the answers of cards, one after each frame, so that the page stays at hand.
fn compute(shelf: Shelf, lang: Lang, mut cards: std::vec::IntoIter<Card>) {
    let Some(card) = cards.next() else { return };
    page::after_paint(0, move || {
        // The view may have been left, or changed its language.
        if card.brief.is_disposed() || shelf.lang.get_untracked() != lang {
            return;
        }
        card.brief.set(shelf.fresh(&card.id, lang).map(|plan| Brief::of(&plan, lang)));
        compute(shelf, lang, cards);
    });
}

/// The gallery of templates.
#[component]
pub fn Templates() -> impl IntoView {
    let shelf = Shelf::of_page();
    let lang = shelf.lang;
    let cards = cards(lang);
    let computed = cards.clone();
    Effect::new(move |_| compute(shelf, lang.get(), computed.clone().into_iter()));
    view! {
        <section class="section">
            <div class="head">
                <h2>{words(say::templates)}</h2>
                <p>{words(say::templates_text)}</p>
            </div>
            <ul class="templates">{cards.into_iter().map(card).collect_view()}</ul>
        </section>
    }
}

fn card(Card { id, title, audience, brief }: Card) -> impl IntoView {
    let part = move |of: fn(&Brief) -> String| {
        move || brief.with(|brief| brief.as_ref().map(of).unwrap_or_default())
    };
    let volumes = Signal::derive(move || {
        brief.with(|brief| brief.as_ref().map(|brief| brief.volumes.clone())).unwrap_or_default()
    });
    view! {
        <li>
            <a class="template" href=format!("#/new/{id}")>
                <h3>{title}</h3>
                <p>{audience}</p>
                <RibbonView class="mini" volumes=volumes/>
                <span class="ends">
                    <span>{part(|brief| brief.goal.clone())}</span>
                    <b translate="no">{part(|brief| brief.money.clone())}</b>
                </span>
            </a>
        </li>
    }
}
