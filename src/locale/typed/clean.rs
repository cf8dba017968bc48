//! One spelling for characters that look the same: full-width forms, minus signs, spaces, invisible marks.

/// The characters a number may have; a longer text is not one. The widest exact f64 takes 420.
pub(super) const LONGEST: usize = 512;

/// A space that some languages put between thousands; nobody types it between two numbers.
pub(super) const GROUP_SPACE: char = '\u{a0}';

/// The text with one spelling for characters that look the same.
#[must_use]
pub fn plain(text: &str) -> String {
    text.chars().filter(|&mark| !is_invisible(mark)).map(plain_form).collect()
}

/// The text in plain characters, outer spaces dropped; none when it is longer than any number.
///
/// Right-to-left override stays: with it the eye sees other digits than the ones stored.
pub(super) fn cleaned(text: &str) -> Option<String> {
    // Bytes first, so that a pasted book costs nothing.
    if text.len() > 4 * LONGEST {
        return None;
    }
    let plain = plain(text);
    let plain = plain.trim();
    (plain.chars().count() <= LONGEST).then(|| plain.to_owned())
}

fn is_invisible(mark: char) -> bool {
    matches!(mark, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202d}' | '\u{2060}' | '\u{2066}'..='\u{2069}')
        || matches!(mark, '\u{61c}' | '\u{feff}' | '\u{ad}' | '\u{fe0e}' | '\u{fe0f}')
}

fn plain_form(mark: char) -> char {
    match mark {
        '−' | '–' | '﹣' | '－' => '-',
        '\u{3000}' | '\u{2002}' | '\u{2003}' => ' ',
        '\u{2007}' | '\u{2009}' | '\u{202f}' => GROUP_SPACE,
        '﹪' => '%',
        '￥' => '¥',
        '￡' => '£',
        '￦' => '₩',
        '！'..='～' => char::from_u32(u32::from(mark) - 0xfee0).unwrap_or(mark),
        _ => mark,
    }
}
