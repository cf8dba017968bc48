//! Every number is a door: pressed, it explains itself.

use super::limits::Limits;
use super::session::Session;
use crate::locale::line::tail;
use crate::locale::number::DASH;
use crate::locale::screen::door as say;
use crate::present::figure::Cell;
use crate::present::{Piece, Sentence, Shown, Side, Subject};
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
    let text = Signal::derive(move || shown.with(|shown| shown.text.clone()));
    let subject = Signal::derive(move || Some(shown.with(|shown| shown.subject)));
    view! { <Door text=text subject=subject class=class/> }
}

/// A text of a table: a door where one number is behind it.
#[component]
pub fn Written(
    /// What is read.
    cell: Cell,
) -> impl IntoView {
    let Cell { text, subject } = cell;
    let class = if text == DASH { "num none" } else { "num" };
    match subject {
        Some(subject) => {
            view! { <Number shown=Signal::stored(Shown { text, subject }) class=class/> }.into_any()
        }
        None => text.into_any(),
    }
}

/// The text of a number as a door, or as it is where there is nothing behind it. The name of the door says what the
/// number is, which who sees the page reads beside it.
#[component]
fn Door(
    text: Signal<String>,
    subject: Signal<Option<Subject>>,
    #[prop(default = "num")] class: &'static str,
) -> impl IntoView {
    if !Limits::explains() {
        return view! { <b class=class translate="no">{text}</b> }.into_any();
    }
    let session = Session::of_page();
    // What the number is stays the same while somebody types; a keystroke changes the number only.
    let subject = Memo::new(move |_| subject.get());
    let open = move |_| session.door.set(subject.get_untracked());
    let label = Memo::new(move |_| {
        let (subject, lang) = (subject.get()?, session.lang.get());
        let name = session.name(subject);
        Some((lang, if subject.side == Side::Answer { say::of_answer(lang, name) } else { name }))
    });
    let name = move || label.get().map(|(lang, label)| say::named(lang, label, text.get()));
    view! {
        <button type="button" class=class translate="no" aria-haspopup="dialog" aria-label=name on:click=open>
            {text}
        </button>
    }
    .into_any()
}

/// A piece of a sentence as it is laid out: words, or a number with what stays with it on its line.
#[derive(Clone, Debug, Default, PartialEq)]
struct Item {
    text: String,
    number: Option<Subject>,
    tail: String,
}

fn items(sentence: &Sentence) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for piece in &sentence.0 {
        match piece {
            Piece::Number(Shown { text, subject }) => {
                items.push(Item { text: text.clone(), number: Some(*subject), tail: String::new() });
            }
            Piece::Text(text) => {
                let number = items.last_mut().filter(|item| item.number.is_some());
                let rest = number.map_or(text.as_str(), |number| {
                    number.tail = tail(text).into();
                    &text[number.tail.len()..]
                });
                items.push(Item { text: rest.into(), number: None, tail: String::new() });
            }
        }
    }
    items
}

/// A sentence with numbers in it. Its elements are renewed only when it is another sentence; other numbers in the
/// same words change their own texts only. A translating browser would take the pieces one by one, out of their order
/// and out of our reach, so it is asked to leave them.
#[component]
pub fn SentenceView(
    /// The sentence.
    #[prop(into)]
    sentence: Signal<Sentence>,
) -> impl IntoView {
    let items = Memo::new(move |_| sentence.with(items));
    let shape = Memo::new(move |_| {
        items.with(|items| items.iter().map(|item| item.number.is_some()).collect::<Vec<bool>>())
    });
    let piece = move |(is_number, item): (bool, RwSignal<Item>)| {
        let text = Signal::derive(move || item.with(|item| item.text.clone()));
        if !is_number {
            return (move || text.get()).into_any();
        }
        let tail = move || item.with(|item| item.tail.clone());
        let subject = Signal::derive(move || item.with(|item| item.number));
        view! { <span class="keep"><Door text=text subject=subject/>{tail}</span> }.into_any()
    };
    let pieces = move || {
        let shape = shape.get();
        let own: Vec<RwSignal<Item>> =
            items.with_untracked(|items| items.iter().cloned().map(RwSignal::new).collect());
        let view = shape.into_iter().zip(own.iter().copied()).map(piece).collect_view();
        // One follows the sentence and wakes those whose words are others: a keystroke changes few of them.
        Effect::new(move |_| {
            items.with(|items| {
                for (own, item) in own.iter().zip(items) {
                    if own.with_untracked(|known| known != item) {
                        own.set(item.clone());
                    }
                }
            });
        });
        view
    };
    view! { <span translate="no">{pieces}</span> }
}

/// A sentence that is not always there, in a line of its own.
#[component]
pub fn Note(
    /// The sentence, if there is one.
    #[prop(into)]
    sentence: Signal<Option<Sentence>>,
    /// The class of its element.
    class: &'static str,
) -> impl IntoView {
    let present = Memo::new(move |_| sentence.with(Option::is_some));
    let sentence = Signal::derive(move || sentence.get().unwrap_or_default());
    move || present.get().then(|| view! { <span class=class><SentenceView sentence=sentence/></span> })
}
