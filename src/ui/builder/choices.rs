//! What can be chosen about the calculator.

use super::parts::Parts;
use super::{Draft, Offer};
use crate::locale::Lang;
use crate::locale::screen::builder as say;
use crate::persist::embed::{Colour, Embed, Href, Look};
use crate::present::accent::Accent;
use crate::ui::library::Shelf;
use crate::ui::words::words;
use leptos::prelude::*;

type Words = fn(Lang) -> &'static str;

/// The choices, from what is shown to how it looks.
#[component]
pub fn Choices(draft: Draft) -> impl IntoView {
    let embed = draft.embed;
    let lang = Shelf::of_page().lang;
    let languages: [(&'static str, Words); 3] =
        [("", say::lang_auto), ("zh-Hant", say::lang_zh), ("en", say::lang_en)];
    let themes: [(Option<Look>, Words); 3] =
        [(None, say::theme_auto), (Some(Look::Light), say::theme_light), (Some(Look::Dark), say::theme_dark)];
    let language = languages.map(|(tag, label)| {
        let tag = Some(tag).filter(|tag| !tag.is_empty()).map(str::to_owned);
        let wanted = tag.clone();
        let is = Signal::derive(move || embed.with(|embed| embed.lang == wanted));
        option("lang", label, is, Callback::new(move |()| embed.update(|embed| embed.lang.clone_from(&tag))))
    });
    let theme = themes.map(|(look, label)| {
        let is = Signal::derive(move || embed.with(|embed| embed.look == look));
        option("theme", label, is, Callback::new(move |()| embed.update(|embed| embed.look = look)))
    });
    let accent = Callback::new(move |text: String| take_accent(embed, &text, lang.get()));
    let label = Callback::new(move |text: String| {
        let label = label_of(&text);
        let refused = label.is_none() && !text.trim().is_empty();
        embed.update(|embed| embed.cta_label = label);
        refused.then(|| say::cta_label_refused(lang.get()).to_owned())
    });
    let href = Callback::new(move |text: String| {
        let href = Href::parse(text.trim());
        let refused = href.is_none() && !text.trim().is_empty();
        embed.update(|embed| embed.cta_href = href);
        refused.then(|| say::cta_href_refused(lang.get()).to_owned())
    });
    view! {
        <section class="form" aria-label=words(say::choices)>
            <Plans draft=draft/>
            <Options legend=say::lang>{language.collect_view()}</Options>
            <Options legend=say::theme>{theme.collect_view()}</Options>
            <Text id="embed-accent" label=say::accent help=Some(say::accent_help) take=accent/>
            <Text id="embed-cta-label" label=say::cta_label help=None take=label/>
            <Text id="embed-cta-href" label=say::cta_href help=Some(say::cta_href_help) take=href/>
            <Parts embed=embed/>
        </section>
    }
}

/// A label as the frame will read it; none when it would not.
fn label_of(text: &str) -> Option<String> {
    let typed = Embed { cta_label: Some(text.into()), ..Embed::default() };
    Embed::parse(&typed.write()).cta_label
}

/// Takes a colour; says when it is none, or when it is not quite the one that will be seen.
fn take_accent(embed: RwSignal<Embed>, text: &str, lang: Lang) -> Option<String> {
    let text = text.trim();
    let colour = Colour::parse(text);
    embed.update(|embed| embed.accent = colour);
    let Some(colour) = colour else {
        return (!text.is_empty()).then(|| say::accent_refused(lang).to_owned());
    };
    let accent = Accent::of(colour.0);
    (accent.light.mended || accent.dark.mended)
        .then(|| say::accent_mended(lang, colour, Colour(accent.light.accent), Colour(accent.dark.accent)))
}

/// Which plan.
#[component]
fn Plans(draft: Draft) -> impl IntoView {
    let lang = Shelf::of_page().lang;
    let name = move |offer: &Offer| match offer {
        Offer::Own(name, _) => say::own_plan(lang.get(), name),
        Offer::Template(template) => say::template(lang.get(), template.title.of(lang.get().tag())),
    };
    let names = move || draft.offers.with_value(|offers| offers.iter().map(name).collect::<Vec<String>>());
    let change = move |event| {
        if let Ok(place) = event_target_value(&event).parse() {
            draft.offer.set(place);
        }
    };
    view! {
        <div class="field tall">
            <label for="embed-plan">{words(say::plan)}</label>
            <p class="help" id="embed-plan-help">{words(say::plan_help)}</p>
            <span class="control">
                <select id="embed-plan" aria-describedby="embed-plan-help" on:change=change>
                    {move || names().into_iter().enumerate().map(|(place, name)| view! {
                        <option value=place.to_string() selected=move || draft.offer.get() == place>{name}</option>
                    }).collect_view()}
                </select>
            </span>
        </div>
    }
}

/// One of a few, all of them in sight.
#[component]
pub(super) fn Options(legend: Words, children: Children) -> impl IntoView {
    view! {
        <fieldset class="field tall">
            <legend class="hush">{words(legend)}</legend>
            <span class="label" aria-hidden="true">{words(legend)}</span>
            <div class="choice">{children()}</div>
        </fieldset>
    }
}

/// One of the few.
pub(super) fn option(name: &'static str, label: Words, is: Signal<bool>, choose: Callback<()>) -> AnyView {
    view! {
        <label>
            <input type="radio" name=format!("embed-{name}") prop:checked=is on:change=move |_| choose.run(())/>
            {words(label)}
        </label>
    }
    .into_any()
}

/// A text, with what is to be said about it.
#[component]
fn Text(
    id: &'static str,
    label: Words,
    help: Option<Words>,
    take: Callback<String, Option<String>>,
) -> impl IntoView {
    let said = RwSignal::new(None::<String>);
    let input = move |event| said.set(untrack(|| take.run(event_target_value(&event))));
    let (help_id, said_id) = (format!("{id}-help"), format!("{id}-said"));
    let described =
        [help.map(|_| help_id.clone()), Some(said_id.clone())].into_iter().flatten().collect::<Vec<_>>();
    view! {
        <div class="field tall">
            <label for=id>{words(label)}</label>
            {help.map(|help| view! { <p class="help" id=help_id>{words(help)}</p> })}
            <span class="control text">
                <input id=id autocomplete="off" spellcheck="false" translate="no" aria-describedby=described.join(" ") on:input=input/>
            </span>
            <p class="error" id=said_id role="status">{said}</p>
        </div>
    }
}
