//! The band of a funnel's shape, under the numbers of the chain and on the templates.

use crate::chart::{RIBBON_HEIGHT, RIBBON_WIDTH, ribbon};
use leptos::prelude::*;

/// The tones of the parts, from the goal's side on; what follows keeps the last one.
const TINTS: [&str; 5] = ["tint-1 fill", "tint-2 fill", "tint-3 fill", "tint-4 fill", "tint-5 fill"];

/// The band; it says nothing that is not written beside it.
#[component]
pub fn RibbonView(
    /// The class of the drawing.
    class: &'static str,
    /// The volumes, from the goal's side on.
    #[prop(into)]
    volumes: Signal<Vec<f64>>,
) -> impl IntoView {
    let paths = move || {
        let tint = TINTS.into_iter().chain(std::iter::repeat("tint-5 fill"));
        let paths = volumes.with(|volumes| ribbon(volumes));
        paths.into_iter().zip(tint).map(|(d, class)| view! { <path class=class d=d/> }).collect_view()
    };
    view! {
        <svg
            class=class viewBox=format!("0 0 {RIBBON_WIDTH} {RIBBON_HEIGHT}") preserveAspectRatio="none"
            aria-hidden="true"
        >
            {paths}
        </svg>
    }
}
