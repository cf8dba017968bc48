//! Leads to a field from anywhere on the page.

use crate::model::plan::Path;
use crate::present::form::{PARTS, Place};
use crate::ui::session::Session;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

/// The id of the list of channels that can be added.
pub(super) const ADD_CHANNEL: &str = "add-channel";
/// How many frames the form may take until the field is there.
const FRAMES: u8 = 60;

/// Unfolds what encloses the field of a number of the plan, brings it into sight and puts the cursor there.
pub fn focus_field(session: Session, path: Path) {
    let place = session.document.with_untracked(|document| Place::of_path(path, document));
    if let Some(place) = place {
        focus_element(place.folds(), place.id());
    }
}

/// Leads to the list of channels that can be added.
pub fn focus_add_channel() {
    let [_, _, channels, _] = PARTS;
    focus_element(vec![channels.into()], ADD_CHANNEL.into());
}

/// Unfolds elements from the outside in, then puts the cursor into another one.
pub(super) fn focus_element(folds: Vec<String>, id: String) {
    approach(folds, id, FRAMES);
}

/// The view may only be on its way to the screen, and a channel makes its fields when it is unfolded.
fn approach(folds: Vec<String>, id: String, frames: u8) {
    request_animation_frame(move || {
        let present = |id: &String| document().get_element_by_id(id);
        folds.iter().filter_map(present).for_each(|fold| unfold(&fold));
        match present(&id) {
            Some(element) => arrive(&element),
            None if frames > 0 => approach(folds, id, frames - 1),
            None => {}
        }
    });
}

fn arrive(element: &Element) {
    let mut around = element.closest("details").ok().flatten();
    while let Some(fold) = around {
        unfold(&fold);
        around = fold.parent_element().and_then(|parent| parent.closest("details").ok().flatten());
    }
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.scroll_into_view();
        // An element that cannot take the focus is in sight all the same.
        _ = element.focus();
    }
}

fn unfold(element: &Element) {
    // Only an element that is no longer on the page refuses.
    _ = element.set_attribute("open", "");
}
