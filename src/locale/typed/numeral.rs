//! Digits together with their multipliers: 1,200,000 · 1.5億 · 12萬5千 · 3M · 1e5.

use super::Kind;
use super::digits::{Shape, meaning, run};
use super::exact::Exact;
use super::scale::{Scale, chinese, exponent, in_words};

/// The number that the text begins with, and the rest; none when it begins with something else.
pub(super) fn numeral(text: &str, kind: Kind) -> Option<(Shape, &str)> {
    let (first, after) = run(text);
    if first.is_empty() {
        return None;
    }
    let scale = exponent(after).or_else(|| kind.is_scaled().then(|| in_words(after.trim_start())).flatten());
    let point_is_decimal = scale.is_some() || kind == Kind::Rate;
    let shape = meaning(first, point_is_decimal)?;
    Some(match (scale, shape) {
        (None, shape) => (shape, after),
        (Some((Scale::Chinese(power), rest)), Shape::Sure(number)) => compound(number.shifted(power), rest),
        (Some((scale, rest)), shape) => (shape.map(|number| number.shifted(scale.power())), rest),
    })
}

/// Adds the lower parts: the 5千 of 12萬5千. Stops before what does not fit below, which is then left over.
fn compound(mut total: Exact, mut rest: &str) -> (Shape, &str) {
    loop {
        let (digits, after) = run(rest.trim_start());
        if digits.is_empty() {
            break;
        }
        let Some(Shape::Sure(lower)) = meaning(digits, true) else { break };
        let Some((scale, tail)) = chinese(after.trim_start()) else {
            return last_part(total, &lower, rest, after);
        };
        let Some(sum) = total.followed_by(&lower.shifted(scale.power())) else { break };
        (total, rest) = (sum, tail);
    }
    (Shape::Sure(total), rest)
}

/// Digits without a unit at the end. One digit alone is said for the next place (12萬5 = 12萬5千) but may be
/// written for ones, so both are offered.
fn last_part<'a>(total: Exact, lower: &Exact, before: &'a str, after: &'a str) -> (Shape, &'a str) {
    let Some(ones) = total.followed_by(lower) else { return (Shape::Sure(total), before) };
    if !lower.is_one_digit() {
        return (Shape::Sure(ones), after);
    }
    match total.followed_by(&lower.shifted(total.last_place() - 1)) {
        Some(next_place) => (Shape::Either(next_place, ones), after),
        None => (Shape::Sure(ones), after),
    }
}
