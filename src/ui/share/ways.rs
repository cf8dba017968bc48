//! The ways to send a plan.

use crate::locale::screen::share as say;
use crate::persist::link;
use crate::ui::icon::Icon;
use crate::ui::library::Shelf;
use crate::ui::words::words;
use crate::web::{address, share};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The device's own way, LINE, and the file.
#[component]
pub fn Ways(
    /// How the plan is called.
    name: String,
    /// Its link; none where it is too long for one.
    link: Memo<Option<String>>,
) -> impl IntoView {
    let shelf = Shelf::of_page();
    let name = StoredValue::new(name);
    let by_device = move |_| {
        let link = link.get_untracked().unwrap_or_default();
        spawn_local(async move { share::share(&name.get_value(), &link).await });
    };
    let line = move || {
        let link = link.get().unwrap_or_default();
        let code = link.split_once('#').map_or("", |(_, code)| code);
        link::line_address(&name.get_value(), &address::page(), code)
    };
    let save = move |_| {
        if let Some(open) = shelf.open_id() {
            shelf.export(&open);
        }
    };
    let by_link = move || {
        view! {
            {share::is_there().then(|| view! {
                <button type="button" class="btn" on:click=by_device><Icon name="share"/>{words(say::by_device)}</button>
            })}
            <a class="btn" href=line target="_blank" rel="noopener">{words(say::by_line)}</a>
        }
    };
    view! {
        <div class="share-ways">
            {move || link.with(Option::is_some).then(by_link)}
            <button type="button" class="btn" on:click=save><Icon name="download"/>{words(say::file)}</button>
        </div>
    }
}
