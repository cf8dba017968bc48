//! What can be done with the whole plan.

use crate::locale::Lang;
use crate::locale::screen::{frame as say, history::history, share};
use crate::ui::dialog::Notice;
use crate::ui::icon::Icon;
use crate::ui::library::Shelf;
use crate::ui::words::words;
use crate::web::{address, page};
use leptos::html::Input;
use leptos::prelude::*;

/// The menu under the button that names `more` as its target.
#[component]
pub fn Menu(
    /// The id of the plan.
    id: String,
    /// The field of its name.
    name: NodeRef<Input>,
) -> impl IntoView {
    let shelf = Shelf::of_page();
    let [copied, compared, exported, embedded] = std::array::from_fn(|_| id.clone());
    let deleted = id;
    let duplicate = move || {
        if let Some(copy) = shelf.duplicate(&copied) {
            address::go(&format!("/plan/{copy}"));
        }
    };
    let rename = move || {
        if let Some(name) = name.get_untracked() {
            // Refused only where nothing can have the focus.
            _ = name.focus();
            name.select();
        }
    };
    let compare = move || {
        if let Some(copy) = shelf.duplicate(&compared) {
            address::go(&format!("/compare/{compared}/{copy}"));
        }
    };
    view! {
        <div class="menu" id="more" popover="auto">
            <Item icon="rename" label=say::rename act=rename/>
            <Item icon="copy" label=say::duplicate act=duplicate/>
            <Item icon="compare" label=say::save_as act=compare/>
            <Item icon="share" label=share::title act=move || shelf.notice.set(Some(Notice::Share))/>
            <Item icon="history" label=history act=move || shelf.notice.set(Some(Notice::History))/>
            <Item icon="download" label=say::export act=move || shelf.export(&exported)/>
            <Item icon="upload" label=say::open_file act=move || shelf.choose_file()/>
            <Item icon="window" label=say::embed act=move || address::go(&format!("/embed-builder/{embedded}"))/>
            <Item icon="print" label=say::print keys="Ctrl P" act=page::print/>
            <Item icon="keyboard" label=say::shortcuts class="of-keys" keys="?" act=move || shelf.notice.set(Some(Notice::Shortcuts))/>
            <hr/>
            <Item icon="trash" label=say::delete class="danger" act=move || shelf.delete(&deleted)/>
        </div>
    }
}

/// A line of the menu. The browser closes the menu and returns the focus first: what opens next returns it there too.
#[component]
fn Item(
    icon: &'static str,
    label: fn(Lang) -> &'static str,
    #[prop(optional)] class: &'static str,
    #[prop(optional)] keys: Option<&'static str>,
    act: impl Fn() + Clone + 'static,
) -> impl IntoView {
    let press = move |_| page::after(0, act.clone());
    view! {
        <button type="button" class=class popovertarget="more" popovertargetaction="hide" on:click=press>
            <Icon name=icon/>{words(label)}
            {keys.map(|keys| view! { <kbd translate="no">{keys}</kbd> })}
        </button>
    }
}
