//! How wide a text will be, and what to do when it is too wide.
//!
//! There is no font to ask: the picture must come out the same in a worker, on a server and on the page.
//! Column counts of Unicode (UAX #11) give one em for a CJK character and a share of it for a Latin one.

use unicode_width::UnicodeWidthChar;

/// Width of a digit, and of what is not listed, in ems: a little wide rather than narrow, so that labels
/// keep apart in the widest of the system fonts.
const LATIN_EM: f64 = 0.64;
/// Width of a small letter, on the average of a word.
const SMALL_EM: f64 = 0.59;
/// Width of the thin signs that numbers are full of.
const THIN_EM: f64 = 0.34;
/// Width of capitals, which abbreviations are made of.
const CAPITAL_EM: f64 = 0.7;
/// A bold face runs wider than the regular one; only Latin letters change.
const BOLD: f64 = 1.1;

/// Widths in ems of a large number in the strong weight: closer than the labels', whose neighbours must keep apart.
const FIGURE_EM: f64 = 0.6;
const FIGURE_MARK_EM: f64 = 0.3;

/// How wide a large number is in its own size, so that a style sheet can set a long one smaller instead of cutting it.
#[must_use]
pub fn ems(number: &str) -> f64 {
    let em = |c: char| match (c.width().unwrap_or(0), c) {
        (0, _) => 0.0,
        (1, ',' | '.' | ' ') => FIGURE_MARK_EM,
        (1, _) => FIGURE_EM,
        (columns, _) => columns as f64 / 2.0,
    };
    number.chars().map(em).sum()
}

/// How a text is set: size in CSS pixels and weight.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Type {
    /// Font size in CSS pixels.
    pub(crate) size: f64,
    /// Whether it is set in the strong weight.
    pub(crate) bold: bool,
}

impl Type {
    pub(crate) const TITLE: Self = Self { size: 17.0, bold: true };
    pub(crate) const NUMBER: Self = Self { size: 15.0, bold: true };
    pub(crate) const STRONG: Self = Self { size: 13.0, bold: true };
    pub(crate) const LABEL: Self = Self { size: 13.0, bold: false };
    pub(crate) const SMALL: Self = Self { size: 12.0, bold: false };

    /// Estimated width in CSS pixels.
    pub(crate) fn width(self, text: &str) -> f64 {
        text.chars().map(|c| self.advance(c)).sum()
    }

    fn advance(self, c: char) -> f64 {
        let latin = if self.bold { BOLD } else { 1.0 };
        let ems = match (c.width().unwrap_or(0), c) {
            (0, _) => 0.0,
            (1, ' ' | ',' | '.' | ':' | ';' | '\'' | '|' | '!' | 'i' | 'j' | 'l') => THIN_EM * latin,
            (1, 'm' | 'w' | 'M' | 'W' | '%' | '@') => latin,
            (1, 'A'..='Z' | '$' | '+' | '−' | '–' | '…' | '←' | '→') => CAPITAL_EM * latin,
            (1, 'a'..='z') => SMALL_EM * latin,
            (1, _) => LATIN_EM * latin,
            (columns, _) => columns as f64 / 2.0,
        };
        ems * self.size
    }

    /// The text, or as much of it as fits into `room` pixels with an ellipsis; nothing if not even that fits.
    pub(crate) fn fit(self, text: &str, room: f64) -> String {
        // A text measured for its own room must fit into it, however the room was rounded on the way.
        let room = room + 0.01;
        let mut used = 0.0;
        let mut kept = 0;
        let limit = room - self.advance('…');
        for (at, c) in text.char_indices() {
            used += self.advance(c);
            if used > room {
                let short = text.get(..kept).unwrap_or_default().trim_end();
                return if short.is_empty() { String::new() } else { format!("{short}…") };
            }
            if used <= limit {
                kept = at + c.len_utf8();
            }
        }
        text.to_owned()
    }

    /// Breaks a text into at most `most` lines of `room` pixels: between words where there are any,
    /// between characters where there are none (Chinese); the last line is cut with an ellipsis.
    pub(crate) fn wrap(self, text: &str, room: f64, most: usize) -> Vec<String> {
        let mut lines = Vec::new();
        let mut rest = text.trim();
        while !rest.is_empty() {
            if lines.len() + 1 >= most {
                lines.push(self.fit(rest, room));
                break;
            }
            let (line, tail) = rest.split_at(self.break_at(rest, room));
            lines.push(line.trim_end().to_owned());
            rest = tail.trim_start();
        }
        lines
    }

    /// Byte index of the first character of the next line; past the end when all fits on this one.
    fn break_at(self, text: &str, room: f64) -> usize {
        let mut used = 0.0;
        let mut chance = None;
        let mut previous = ' ';
        for (at, c) in text.char_indices() {
            used += self.advance(c);
            if at > 0 && may_break_between(previous, c) {
                chance = Some(at);
            }
            if used > room && at > 0 {
                return chance.unwrap_or(at);
            }
            previous = c;
        }
        text.len()
    }
}

/// Whether a line may end between two characters: after a space, or beside a wide character unless the
/// next one is a mark that must not begin a line.
fn may_break_between(before: char, after: char) -> bool {
    let wide = |c: char| c.width() == Some(2);
    let closing = "，。、：；！？）」』》％…";
    let opening = "（「『《";
    before == ' '
        || ((wide(before) || wide(after))
            && !closing.contains(after)
            && !opening.contains(before)
            && after != ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_character_is_one_em_wide() {
        assert_eq!(Type::LABEL.width("曝光"), 26.0);
        let latin = Type::LABEL.width("ab");
        assert!(latin > 13.0 && latin < 26.0 * 0.7, "{latin}");
        assert_eq!(Type::LABEL.width("\u{200b}\u{301}"), 0.0);
    }

    #[test]
    fn a_number_is_as_wide_as_its_digits_and_its_unit() {
        assert!((ems("5,200 萬") - (4.0 * 0.6 + 2.0 * 0.3 + 1.0)).abs() < 1e-9);
        assert_eq!(ems(""), 0.0);
    }

    #[test]
    fn fitting_never_exceeds_the_room_and_says_that_something_is_missing() {
        let long = "很長的管道名稱".repeat(2_000);
        for room in [0.0, 5.0, 20.0, 33.0, 80.0] {
            let cut = Type::SMALL.fit(&long, room);
            assert!(Type::SMALL.width(&cut) <= room + 0.01, "{cut} in {room}");
            assert!(cut.is_empty() || cut.ends_with('…'));
        }
        assert_eq!(Type::SMALL.fit("短", 12.0), "短");
    }

    #[test]
    fn wrapping_keeps_every_character_and_no_line_begins_with_a_comma() {
        let text = "第 4 個月回本，一年累計毛利扣行銷 NT$1,015 萬，最多的一步是點閱率。";
        let lines = Type::TITLE.wrap(text, 200.0, 9);
        assert!(lines.len() > 1);
        let squeeze = |s: &str| s.chars().filter(|c| *c != ' ').collect::<String>();
        assert_eq!(squeeze(&lines.concat()), squeeze(text));
        for line in &lines {
            assert!(Type::TITLE.width(line) <= 200.0 + Type::TITLE.size, "{line}");
            assert!(!line.starts_with('，') && !line.starts_with('。'), "{line}");
        }
    }

    #[test]
    fn wrapping_ends_for_words_wider_than_the_line() {
        assert_eq!(Type::SMALL.wrap("Supercalifragilistic", 10.0, 3).len(), 3);
        assert!(Type::SMALL.wrap("  ", 10.0, 3).is_empty());
    }
}
