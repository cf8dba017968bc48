//! What multiplies the digits before it: 萬, 千萬, K, million, e5.

/// A multiplier as typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    /// 百 千 萬 億 兆, which further digits may follow: 12萬5千.
    Chinese(i32),
    /// K, M, B or an exponent, after which the number ends.
    Final(i32),
}

impl Scale {
    /// The power of ten.
    pub(super) fn power(self) -> i32 {
        match self {
            Scale::Chinese(power) | Scale::Final(power) => power,
        }
    }
}

/// Multipliers of a section of four digits.
const LARGE: &[(char, i32)] = &[('萬', 4), ('万', 4), ('億', 8), ('亿', 8), ('兆', 12)];
/// Multipliers inside a section.
const SMALL: &[(char, i32)] = &[('千', 3), ('百', 2), ('十', 1)];
/// The longer before what it begins with.
const LATIN: &[(&str, i32)] =
    &[("thousand", 3), ("million", 6), ("billion", 9), ("bn", 9), ("k", 3), ("m", 6), ("b", 9)];

/// The multiplier that the text begins with, in words, and the rest.
pub(super) fn in_words(text: &str) -> Option<(Scale, &str)> {
    chinese(text).or_else(|| latin(text))
}

/// 萬, 千萬, 百億, 千: at most one small multiplier and one large one.
pub(super) fn chinese(text: &str) -> Option<(Scale, &str)> {
    if let Some((power, rest)) = one_of(LARGE, text) {
        return Some((Scale::Chinese(power), rest));
    }
    let (small, rest) = one_of(SMALL, text)?;
    match one_of(LARGE, rest) {
        Some((large, rest)) => Some((Scale::Chinese(small + large), rest)),
        // Nobody types 5十.
        None => (small > 1).then_some((Scale::Chinese(small), rest)),
    }
}

fn one_of<'a>(marks: &[(char, i32)], text: &'a str) -> Option<(i32, &'a str)> {
    marks.iter().find_map(|&(mark, power)| Some((power, text.strip_prefix(mark)?)))
}

fn latin(text: &str) -> Option<(Scale, &str)> {
    LATIN.iter().find_map(|&(name, power)| {
        let (start, rest) = text.split_at_checked(name.len())?;
        let ends = !rest.starts_with(|next: char| next.is_ascii_alphabetic());
        (ends && start.eq_ignore_ascii_case(name)).then_some((Scale::Final(power), rest))
    })
}

/// `e5`, `E+05`, `e-3`, as spreadsheets write large and small numbers.
pub(super) fn exponent(text: &str) -> Option<(Scale, &str)> {
    let tail = text.strip_prefix(['e', 'E'])?;
    let digits = tail.strip_prefix(['+', '-']).unwrap_or(tail);
    let end = digits.find(|mark: char| !mark.is_ascii_digit()).unwrap_or(digits.len());
    let (digits, rest) = digits.split_at_checked(end).filter(|(digits, _)| !digits.is_empty())?;
    // Anything longer is beyond every f64 by far.
    let size = digits.parse().unwrap_or(999_999).min(999_999);
    Some((Scale::Final(if tail.starts_with('-') { -size } else { size }), rest))
}
