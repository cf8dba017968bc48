//! Words of the page, as they stand in the markup.

use super::library::Shelf;
use crate::locale::Lang;
use leptos::prelude::*;

/// Words in the language of the page. All of them have one type, so that the page grows by its words and not by the
/// code that places them.
pub fn words(of: fn(Lang) -> &'static str) -> impl Fn() -> &'static str + Copy + Send + Sync + 'static {
    let lang = Shelf::of_page().lang;
    move || of(lang.get())
}
