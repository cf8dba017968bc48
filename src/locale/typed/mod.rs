//! Numbers as people type them, and the text put into a field for a number.
//!
//! The value is computed on decimal digits and powers of ten and becomes an f64 once, at the end, so `0.3%` is
//! the f64 written 0.003 and `1.1萬` is 11000. A text that can mean two numbers is an error with both readings.

mod clean;
mod digits;
mod editable;
mod error;
mod exact;
mod kind;
mod numeral;
mod scale;
#[cfg(test)]
mod tests;
pub mod words;

pub use clean::plain;
pub use editable::editable;
pub use error::{Candidate, Cause, TypedError};
pub use kind::Kind;

use crate::locale::number::longest_mark;
use clean::cleaned;
use digits::Shape;
use exact::{Exact, Lost};
use numeral::numeral;

/// Reads a number of the kind from typed or pasted text.
///
/// Takes thousands separators, full-width characters, 百 千 萬 億 兆 and K M B, percent, marks of money and the
/// kind's own units. A bare number in a [`Kind::Rate`] field is in percent, except below one, where `0.12` may
/// also be a fraction. Whether the value is in range is the field's affair.
///
/// # Errors
///
/// Says what was understood; the work is bounded however long the text is.
pub fn parse(text: &str, kind: Kind) -> Result<f64, TypedError> {
    read(text, kind).map_err(|cause| TypedError { kind, cause })
}

fn read(text: &str, kind: Kind) -> Result<f64, Cause> {
    let text = cleaned(text).ok_or(Cause::TooLong { limit: clean::LONGEST })?;
    if text.is_empty() {
        return Err(Cause::Empty);
    }
    let opening = Opening::of(&text, kind);
    let (shape, rest) = numeral(opening.rest, kind).ok_or_else(|| Cause::not_a_number(&text))?;
    if let Some(mark) = opening.mark {
        check_mark(mark, kind)?;
    }
    let (power, left) = unit(rest.trim_start(), kind)?;
    let shape = in_kind(shape, power, kind);
    if !left.is_empty() {
        let understood = settled(shape, opening.negative, kind).ok().map(|value| editable(value, kind));
        return Err(Cause::left_over(understood, left));
    }
    settled(shape, opening.negative, kind)
}

/// What stands before the digits: a sign and a mark of money, in either order.
struct Opening<'a> {
    negative: bool,
    mark: Option<&'a str>,
    rest: &'a str,
}

impl<'a> Opening<'a> {
    fn of(text: &'a str, kind: Kind) -> Self {
        let (outer, rest) = sign(text);
        let mark = longest_mark(rest, kind.currency());
        let rest = mark.and_then(|mark| rest.get(mark.len()..)).unwrap_or(rest).trim_start();
        let (inner, rest) = match (mark, outer) {
            (Some(_), None) => sign(rest),
            _ => (None, rest),
        };
        Opening { negative: outer.or(inner) == Some('-'), mark, rest }
    }
}

fn sign(text: &str) -> (Option<char>, &str) {
    let sign = text.chars().next().filter(|mark| ['+', '-'].contains(mark));
    (sign, sign.map_or(text, |_| text.get(1..).unwrap_or_default().trim_start()))
}

/// Refuses money in a field for something else, and money of another currency.
fn check_mark(mark: &str, kind: Kind) -> Result<(), Cause> {
    match kind.currency() {
        Some(currency) if currency.is_written(mark) => Ok(()),
        Some(currency) => Err(Cause::OtherCurrency { typed: mark.to_owned(), currency }),
        None => Err(Cause::OtherUnit { typed: mark.to_owned() }),
    }
}

/// The power of ten of the unit behind the digits, if there is one, and what is left.
fn unit(text: &str, kind: Kind) -> Result<(Option<i32>, &str), Cause> {
    if let Some((power, rest)) = kind.unit(text) {
        return Ok((Some(power), rest));
    }
    match longest_mark(text, kind.currency()) {
        Some(mark) if kind.currency().is_some() || mark.len() == text.len() => {
            check_mark(mark, kind)?;
            Ok((None, text.get(mark.len()..).unwrap_or_default()))
        }
        _ if kind::is_unit(text) => Err(Cause::OtherUnit { typed: text.to_owned() }),
        _ => Ok((None, text)),
    }
}

/// Applies the unit; a rate without one is in percent unless it may be a fraction.
fn in_kind(shape: Shape, power: Option<i32>, kind: Kind) -> Shape {
    match (power, kind, shape) {
        (None, Kind::Rate, Shape::Sure(number)) if number.is_proper_fraction() => {
            Shape::Either(number.shifted(-2), number)
        }
        (None, Kind::Rate, shape) => shape.map(|number| number.shifted(-2)),
        (power, _, shape) => shape.map(|number| number.shifted(power.unwrap_or(0))),
    }
}

/// The one value, or the readings to choose from.
fn settled(shape: Shape, negative: bool, kind: Kind) -> Result<f64, Cause> {
    let reading = |number: &Exact| {
        let value = number.value(negative).map_err(|lost| Cause::of_loss(lost, kind))?;
        Ok::<_, Cause>(Candidate::of(value, kind))
    };
    match shape {
        Shape::Sure(number) => Ok(reading(&number)?.value),
        Shape::Either(first, second) => {
            Err(Cause::Ambiguous { readings: [reading(&first)?, reading(&second)?] })
        }
        Shape::Odd(number) => Err(Cause::Separators { reading: reading(&number)? }),
    }
}

impl Cause {
    fn of_loss(lost: Lost, kind: Kind) -> Cause {
        match lost {
            Lost::TooLarge => Cause::TooLarge,
            Lost::TooSmall => Cause::TooSmall,
            Lost::Digits(nearest) => Cause::TooPrecise { nearest: Candidate::of(nearest, kind) },
        }
    }
}
