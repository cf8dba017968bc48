//! Why a typed text is not a number, with what was understood.

use super::{Kind, editable, words};
use crate::locale::{Lang, number::Currency};

/// The most characters of the typed text that a message repeats.
const REPEATED: usize = 16;
/// The most characters of a number that a message shows; enough for every number anybody plans with.
const SHOWN: usize = 32;

/// A typed text that cannot be taken as a number of its kind.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedError {
    /// What the field takes.
    pub kind: Kind,
    /// What is wrong with the text.
    pub cause: Cause,
}

/// A number that a text may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The number.
    pub value: f64,
    /// Its text, which is read as this number and no other.
    pub text: String,
}

/// What is wrong with a typed text.
#[derive(Clone, Debug, PartialEq)]
pub enum Cause {
    /// Nothing, or only spaces.
    Empty,
    /// Longer than any number is.
    TooLong {
        /// The most characters that are read.
        limit: usize,
    },
    /// It does not begin with a number.
    NotANumber {
        /// The beginning of the text.
        text: String,
    },
    /// A number, followed by something that does not belong to it.
    LeftOver {
        /// The number, if it has only one reading.
        understood: Option<String>,
        /// The beginning of what follows.
        rest: String,
    },
    /// Two numbers, equally well.
    Ambiguous {
        /// Both.
        readings: [Candidate; 2],
    },
    /// Commas, points or spaces where a number has none.
    Separators {
        /// The only number it can be.
        reading: Candidate,
    },
    /// A unit of another kind of field.
    OtherUnit {
        /// The unit.
        typed: String,
    },
    /// Money in another currency than the plan's.
    OtherCurrency {
        /// Its mark.
        typed: String,
        /// The plan's.
        currency: Currency,
    },
    /// Beyond the largest number that can be computed with.
    TooLarge,
    /// Nearer to zero than the smallest number that can be computed with.
    TooSmall,
    /// A whole number with more digits than can be kept.
    TooPrecise {
        /// The nearest that can.
        nearest: Candidate,
    },
}

impl Candidate {
    pub(super) fn of(value: f64, kind: Kind) -> Candidate {
        Candidate { value, text: editable(value, kind) }
    }
}

impl Cause {
    pub(super) fn not_a_number(text: &str) -> Cause {
        Cause::NotANumber { text: beginning(text, REPEATED) }
    }

    pub(super) fn left_over(understood: Option<String>, rest: &str) -> Cause {
        Cause::LeftOver { understood, rest: beginning(rest, REPEATED) }
    }
}

impl TypedError {
    /// The numbers the text may mean, to be offered as buttons; most errors have none.
    #[must_use]
    pub fn readings(&self) -> &[Candidate] {
        match &self.cause {
            Cause::Ambiguous { readings } => readings,
            Cause::Separators { reading } | Cause::TooPrecise { nearest: reading } => {
                core::slice::from_ref(reading)
            }
            _ => &[],
        }
    }

    /// What was understood and what is allowed, in one or two sentences.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let example = self.kind.example();
        let shown = |reading: &Candidate| beginning(&reading.text, SHOWN);
        match &self.cause {
            Cause::Empty => words::empty(lang, example),
            Cause::TooLong { limit } => words::too_long(lang, limit),
            Cause::NotANumber { text } => words::not_a_number(lang, text, example),
            Cause::LeftOver { understood: Some(number), rest } => {
                words::left_over(lang, beginning(number, SHOWN), rest)
            }
            Cause::LeftOver { understood: None, rest } => words::not_understood(lang, rest, example),
            Cause::Ambiguous { readings: [first, second] } => {
                words::ambiguous(lang, shown(first), shown(second))
            }
            Cause::Separators { reading } => words::separators(lang, shown(reading)),
            Cause::OtherUnit { typed } => words::other_unit(lang, typed, example),
            Cause::OtherCurrency { typed, currency } => words::other_currency(lang, typed, currency.code()),
            Cause::TooLarge => words::too_large(lang).to_owned(),
            Cause::TooSmall => words::too_small(lang).to_owned(),
            Cause::TooPrecise { nearest } => words::too_precise(lang, shown(nearest)),
        }
    }
}

impl Kind {
    /// A number of this kind as it may be typed, for messages and empty fields.
    #[must_use]
    pub fn example(self) -> String {
        let value = match self {
            Kind::Rate => 0.12,
            Kind::Money(_) => 3000.0,
            Kind::Count => 1200.0,
            Kind::Plain | Kind::Months => 6.0,
            Kind::Years => 2.0,
            Kind::Days => 30.0,
            Kind::Hours => 40.0,
        };
        editable(value, self)
    }
}

/// The first characters, each visible: a mark that turns the text around would turn the message too.
fn beginning(text: &str, most: usize) -> String {
    let visible = |mark: char| if mark.is_control() || mark == '\u{202e}' { '\u{fffd}' } else { mark };
    let start: String = text.chars().take(most).map(visible).collect();
    if text.chars().nth(most).is_some() { format!("{start}…") } else { start }
}
