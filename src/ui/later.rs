//! What the start view does without. In a released page each part is a file of its own, so that the first load need not
//! carry it; `split.js` makes the files.
//!
//! The functions that a part answers with are the only ways into it. Nothing else may call what is behind them: whatever
//! the start view can reach is loaded with it.

use super::library::Shelf;
use super::share::{Sheet, SheetText};
use super::{budget, builder, compare, embed, share, shared, views};
use crate::locale::Lang;
use crate::model::plan::Plan;
use crate::model::quantity::Basis;
use crate::persist::picture::{self, PictureError};
use crate::web::worker;
use leptos::prelude::*;
use leptos::wasm_split::SplitLoaderError;
use wasm_bindgen_futures::spawn_local;

/// The plan and the methods. They arrive while the start view rests.
#[derive(Clone, Copy)]
pub struct Views {
    /// Opens a plan of the shelf; answers whether there is such a plan.
    pub open: fn(Shelf, &str) -> bool,
    /// Shows the plan of an id.
    pub plan: fn(Signal<Option<String>>) -> AnyView,
    /// Shows the plan of a link.
    pub link: fn(Signal<Option<String>>) -> AnyView,
    /// Shows how everything is computed.
    pub methods: fn() -> AnyView,
    /// The plan of a picture.
    pub picture: fn(&[u8]) -> Result<Plan, PictureError>,
}

/// What takes a plan along.
#[derive(Clone, Copy)]
pub struct Share {
    /// What stands in the dialog that shares a plan.
    pub body: fn(Plan) -> AnyView,
    /// The address of a plan without its notes; none where it is too long for one.
    pub address: fn(&Plan) -> Option<String>,
    /// A table of a plan, for a spreadsheet.
    pub sheet: fn(&Plan, Sheet, Lang, Basis) -> SheetText,
}

/// The view that shares the money out.
#[derive(Clone, Copy)]
pub struct Budget {
    /// Opens a plan of the shelf; answers whether there is such a plan.
    pub open: fn(Shelf, &str) -> bool,
    /// Shows the budgets of the plan of an id.
    pub page: fn(Signal<Option<String>>) -> AnyView,
}

/// Whoever answers questions to the solver.
#[derive(Clone, Copy)]
pub struct Solver {
    /// Answers the page from a worker.
    pub serve: fn(),
    /// Answers on the page: takes the texts of questions, and tells those of replies.
    pub on_page: fn(budget::Tell) -> budget::Tell,
}

/// The page on which the code for other pages is made.
#[derive(Clone, Copy)]
pub struct Builder {
    /// Shows it, beginning with the plan of an id.
    pub page: fn(Signal<Option<String>>) -> AnyView,
}

/// Plans side by side.
#[derive(Clone, Copy)]
pub struct Compare {
    /// Shows the plans of some ids, joined by `/`.
    pub page: fn(Signal<Option<String>>) -> AnyView,
}

/// The calculator on other pages.
#[derive(Clone, Copy)]
pub struct Embedded {
    /// Shows it.
    pub page: fn() -> AnyView,
}

/// Loads a part once; a failure is forgotten, so that the next call tries again. What is built for development stays in
/// one piece.
macro_rules! part {
    ($(#[$doc:meta])* $name:ident: $part:ty = $ways:expr) => {
        $(#[$doc])*
        ///
        /// # Errors
        /// A file of it did not arrive.
        pub async fn $name() -> Result<$part, SplitLoaderError> {
            #[cfg_attr(
                not(debug_assertions),
                leptos::wasm_split::wasm_split($name, wasm_split_path = ::leptos::wasm_split, fallible)
            )]
            fn $name() -> Result<$part, SplitLoaderError> {
                Ok($ways)
            }
            let part = $name();
            #[cfg(not(debug_assertions))]
            let part = part.await;
            part
        }
    };
}

part! {
    /// Loads the plan and the methods.
    views: Views = Views { open: Shelf::open_plan, plan: views::plan, link: shared::page, methods: views::methods, picture: picture::of_bytes }
}
part! {
    /// Loads what takes a plan along.
    share: Share = Share { body: share::body, address: share::address, sheet: share::sheet }
}
part! {
    /// Loads the page on which the code for other pages is made.
    builder: Builder = Builder { page: builder::page }
}
part! {
    /// Loads what shows plans side by side.
    compare: Compare = Compare { page: compare::page }
}
part! {
    /// Loads the calculator on other pages.
    embed: Embedded = Embedded { page: embed::page }
}
part! {
    /// Loads the view that shares the money out.
    budget: Budget = Budget { open: Shelf::open_plan, page: budget::page }
}
part! {
    /// Loads whoever answers questions to the solver.
    solver: Solver = Solver { serve: budget::serve, on_page: budget::on_page }
}

/// In a worker, answers questions to the solver; answers whether this is one. One whose part does not arrive stays
/// silent, and the page does without it.
#[must_use]
pub fn answers_as_worker() -> bool {
    let is_worker = worker::is_worker();
    if is_worker {
        spawn_local(async {
            if let Ok(part) = solver().await {
                (part.serve)();
            }
        });
    }
    is_worker
}
