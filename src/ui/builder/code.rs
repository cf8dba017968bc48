//! How the calculator will look, and the code that puts it there.

use crate::locale::Lang;
use crate::locale::screen::{builder as say, embed};
use crate::persist::embed::{Attribute, Embed, snippet};
use crate::ui::library::Shelf;
use crate::ui::words::words;
use crate::web::{address, clipboard, script};
use leptos::html::{Custom, custom};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The calculator itself, in a frame as on any other page.
#[component]
pub fn Preview(asked: Memo<Embed>) -> impl IntoView {
    script::load("embed.js");
    let element = NodeRef::<Custom<&'static str>>::new();
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let pairs = asked.with(Embed::pairs);
        for name in Attribute::ALL {
            let text = pairs.iter().find(|(known, _)| *known == name).map(|(_, text)| text.as_str());
            script::set_attribute(&element, name.name(), text);
        }
    });
    view! {
        <section class="preview" aria-label=words(say::preview)>
            <h2>{words(say::preview)}</h2>
            {custom("backcast-calculator").node_ref(element)}
        </section>
    }
}

/// The code, in both ways.
#[component]
pub fn Code(asked: Memo<Embed>) -> impl IntoView {
    let lang = Shelf::of_page().lang;
    let base = StoredValue::new(address::folder());
    let element = Signal::derive(move || asked.with(|asked| snippet::element(&base.get_value(), asked)));
    let bare = Signal::derive(move || {
        asked.with(|asked| {
            let own = asked.lang.as_deref().and_then(Lang::of_tag).unwrap_or_else(|| lang.get());
            snippet::bare(&base.get_value(), asked, embed::title(own))
        })
    });
    view! {
        <section class="code" aria-label=words(say::code)>
            <h2>{words(say::code)}</h2>
            <Block id="embed-code" label=say::code_element text=element/>
            <Block id="embed-bare" label=say::code_bare text=bare/>
        </section>
    }
}

#[component]
fn Block(id: &'static str, label: fn(Lang) -> &'static str, text: Signal<String>) -> impl IntoView {
    let toasts = Shelf::of_page().toasts;
    let copy = move |_| {
        spawn_local(async move {
            let words =
                if clipboard::copy(&text.get_untracked()).await { say::copied } else { say::not_copied };
            toasts.say(move |lang| words(lang).to_owned());
        });
    };
    view! {
        <div class="block">
            <label for=id>{words(label)}</label>
            <textarea id=id readonly rows="6" spellcheck="false" translate="no" prop:value=text></textarea>
            <button type="button" class="btn" on:click=copy>{words(say::copy)}</button>
        </div>
    }
}
