//! Every number is a door: pressed, it explains itself.

use super::session::Session;
use crate::present::{Piece, Sentence, Shown};
use leptos::prelude::*;

/// A number that can be pressed.
#[component]
pub fn Number(
    /// What is shown and what it is.
    #[prop(into)]
    shown: Signal<Shown>,
    /// The class of the button beside `num`.
    #[prop(default = "num")]
    class: &'static str,
) -> impl IntoView {
    let session = Session::of_page();
    let open = move |_| session.door.set(Some(shown.get_untracked().reading));
    view! {
        <button type="button" class=class translate="no" aria-haspopup="dialog" on:click=open>
            {move || shown.get().text}
        </button>
    }
}

/// Punctuation that must not begin a line.
const CLOSING: [char; 8] = ['，', '。', '；', '：', '、', '.', ',', ';'];

/// A sentence with numbers in it.
#[component]
pub fn SentenceView(
    /// The sentence.
    #[prop(into)]
    sentence: Signal<Sentence>,
) -> impl IntoView {
    move || {
        let mut pieces = sentence.get().0.into_iter().peekable();
        let mut views = Vec::new();
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Text(text) => views.push(text.into_any()),
                Piece::Number(shown) => {
                    // The mark behind a number stays with it on its line.
                    let mark = match pieces.peek_mut() {
                        Some(Piece::Text(text)) if text.starts_with(CLOSING) => text.chars().next(),
                        _ => None,
                    };
                    if let (Some(mark), Some(Piece::Text(text))) = (mark, pieces.peek_mut()) {
                        *text = text.split_off(mark.len_utf8());
                    }
                    let mark = mark.map(String::from);
                    let number = Signal::stored(shown);
                    views.push(view! { <span class="keep"><Number shown=number/>{mark}</span> }.into_any());
                }
            }
        }
        views
    }
}
