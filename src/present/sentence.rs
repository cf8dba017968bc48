//! Sentences with numbers in them: every number is a door to its explanation.

use super::subject::{Side, Subject};
use crate::locale::SLOT_MARK;
use std::fmt;

/// A finished number on a screen, and what explains it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The number as it is read.
    pub text: String,
    /// What it is; the door opens on it.
    pub subject: Subject,
}

impl Shown {
    /// A finished number with its door.
    #[must_use]
    pub fn new(text: impl Into<String>, subject: impl Into<Subject>) -> Shown {
        Shown { text: text.into(), subject: subject.into() }
    }

    /// The same with the door to the plan that has the budgets of the answer.
    #[must_use]
    pub fn of_answer(self) -> Shown {
        Shown { subject: self.subject.on(Side::Answer), ..self }
    }
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// A number.
    Number(Shown),
}

/// A sentence: words and numbers in the order of the language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sentence(pub Vec<Piece>);

/// Stands for a number while a sentence is put into words, so that each language places it where it belongs.
#[derive(Clone, Copy, Debug)]
pub struct Slot(pub u8);

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{SLOT_MARK}{}", char::from(b'a' + self.0 % 26))
    }
}

/// A text that leaves the direction of what follows as it was: marks of direction in a name are ended where it ends.
fn closed(text: &str) -> String {
    const POP: char = '\u{202C}';
    const POP_ISOLATE: char = '\u{2069}';
    let mut open = Vec::new();
    for mark in text.chars() {
        match mark {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open.push(POP),
            '\u{2066}'..='\u{2068}' => open.push(POP_ISOLATE),
            POP | POP_ISOLATE if open.last() == Some(&mark) => _ = open.pop(),
            _ => {}
        }
    }
    text.chars().chain(open.into_iter().rev()).collect()
}

impl From<String> for Sentence {
    fn from(words: String) -> Sentence {
        Sentence(vec![Piece::Text(closed(&words))])
    }
}

impl From<&str> for Sentence {
    fn from(words: &str) -> Sentence {
        words.to_owned().into()
    }
}

impl Sentence {
    /// Puts numbers into the slots of a text. A slot without a number is left out.
    #[must_use]
    pub fn compose(text: &str, numbers: &[Shown]) -> Sentence {
        let mut parts = text.split(SLOT_MARK);
        let mut pieces = Vec::new();
        pieces.extend(parts.next().filter(|first| !first.is_empty()).map(|first| Piece::Text(closed(first))));
        for part in parts {
            let mut letters = part.chars();
            let place = letters.next().and_then(|letter| u32::from(letter).checked_sub(u32::from('a')));
            let place = place.and_then(|place| usize::try_from(place).ok());
            pieces.extend(place.and_then(|place| numbers.get(place)).cloned().map(Piece::Number));
            pieces.extend(
                Some(letters.as_str()).filter(|rest| !rest.is_empty()).map(|rest| Piece::Text(closed(rest))),
            );
        }
        Sentence(pieces)
    }

    /// The sentence as plain text.
    #[must_use]
    pub fn text(&self) -> String {
        self.0
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.as_str(),
                Piece::Number(shown) => shown.text.as_str(),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, Sentence, Shown, Slot};
    use crate::model::quantity::{Measure, Quantity, Reading};

    #[test]
    fn each_language_places_the_numbers() {
        let shown = |text: &str| Shown::new(text, Reading::now(Quantity::plan(Measure::Cac)));
        let text = format!("of {} take {}.", Slot(1), Slot(0));
        let sentence = Sentence::compose(&text, &[shown("A"), shown("B")]);
        assert_eq!(sentence.text(), "of B take A.");
        assert_eq!(sentence.0.len(), 5);
        assert_eq!(sentence.0[1], Piece::Number(shown("B")));
    }

    #[test]
    fn a_name_that_turns_the_direction_does_not_turn_what_follows() {
        let shown = Shown::new("12", Reading::now(Quantity::plan(Measure::Cac)));
        let sentence = Sentence::compose(&format!("a\u{202E}b\u{2067} {} c", Slot(0)), &[shown]);
        assert_eq!(sentence.text(), "a\u{202E}b\u{2067} \u{2069}\u{202C}12 c");
        assert_eq!(Sentence::from("\u{202A}x\u{202C}").text(), "\u{202A}x\u{202C}");
    }
}
