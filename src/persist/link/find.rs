//! Where links stand in a text, and what their way through messengers and mail has done to them.
//!
//! Undone is what loses nothing: `%xx`, line breaks, spaces, marks of quoting and zero-width characters inside,
//! full-width letters, two hyphens made a dash. What stands before a link and behind it does not matter, such as
//! brackets, a full stop, or `&utm_source=…`.

use super::{BASE64, END, LONGEST, LinkError, MARK};
use base64::Engine;
use percent_encoding::percent_decode_str;

/// Fewer characters behind its mark are not worth calling a link: `/p1/` is a folder.
const FEWEST: usize = 5;
/// The characters that count the others.
const COUNTER: usize = 3;
/// So many characters that are all small, or all capital, are no chance.
const TELLING: usize = 16;
/// More links than this are not looked at.
const MOST: usize = 8;
/// How often a text may have been encoded.
const ENCODINGS: usize = 3;

/// What stands between length and end of every link in a text, or why it cannot be told.
pub(super) fn links(text: &str) -> Vec<Result<String, LinkError>> {
    let text = Text(plain(text));
    // In an address only what follows the `#` is ours.
    let anchored = (0..text.0.len()).any(|at| text.follows_hash(at) && text.begins(at));
    let (mut links, mut at, mut joined) = (vec![], 0, false);
    while at < text.0.len() && links.len() < MOST {
        let alone = text.begins(at) && (text.follows_hash(at) || !anchored);
        if !(alone || joined && text.has_mark(at)) {
            (at, joined) = (at + 1, false);
            continue;
        }
        match text.link(at) {
            Ok((link, end)) => {
                links.push(Ok(link));
                (at, joined) = (end, true);
            }
            Err(error) => {
                links.push(Err(error));
                (at, joined) = (at + 1, false);
            }
        }
    }
    links
}

/// The text as it was before it was encoded and set in type.
fn plain(text: &str) -> Vec<char> {
    let mut text = text.to_owned();
    for _ in 0..ENCODINGS {
        if !text.contains('%') {
            break;
        }
        text = percent_decode_str(&text).decode_utf8_lossy().into_owned();
    }
    let mut plain = Vec::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '—' => plain.extend(['-', '-']),
            '！'..='～' => plain.extend(char::from_u32(u32::from(character) - 0xfee0)),
            _ => plain.push(character),
        }
    }
    plain
}

struct Text(Vec<char>);

impl Text {
    /// Whether a mark stands here, of any codec, with some characters of a link behind it.
    fn has_mark(&self, at: usize) -> bool {
        let starts = matches!(self.0.get(at..at + MARK.len()), Some(['p' | 'P', '1'..='9']));
        starts && self.letters(at + MARK.len()).nth(FEWEST - 1).is_some()
    }

    /// Whether a mark stands here that is not the middle of a word.
    fn begins(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.0.get(before));
        !before.is_some_and(|before| is_letter(*before)) && self.has_mark(at)
    }

    /// Whether `#` or `#/` stands before this place.
    fn follows_hash(&self, at: usize) -> bool {
        matches!(self.0.get(..at), Some([.., '#'] | [.., '#', '/']))
    }

    /// The characters of a link from a place on, each with its own place, as far as they go.
    fn letters(&self, from: usize) -> impl Iterator<Item = (usize, char)> {
        let rest = self.0.iter().copied().enumerate().skip(from);
        rest.filter(|(_, character)| !is_between(*character)).take_while(|(_, letter)| is_letter(*letter))
    }

    /// The link whose mark stands here: what is between its length and its end, and where the text goes on.
    fn link(&self, at: usize) -> Result<(String, usize), LinkError> {
        let most = COUNTER + usize::from(LONGEST) + 1;
        let (places, letters): (Vec<usize>, String) = self.letters(at + MARK.len()).take(most).unzip();
        if is_of_one_case(&letters) {
            return Err(LinkError::CaseChanged);
        }
        if self.0.get(at + 1) != Some(&'1') {
            return Err(LinkError::Newer);
        }
        let (counter, rest) = letters.split_at_checked(COUNTER).ok_or(LinkError::CutOff)?;
        let length = BASE64.decode(counter).ok().and_then(|bytes| <[u8; 2]>::try_from(bytes).ok());
        let length = usize::from(u16::from_be_bytes(length.ok_or(LinkError::Damaged)?));
        let (body, rest) = rest.split_at_checked(length).ok_or(LinkError::CutOff)?;
        let last = places.get(COUNTER + length).ok_or(LinkError::CutOff)?;
        if rest.starts_with(END) { Ok((body.to_owned(), last + 1)) } else { Err(LinkError::Damaged) }
    }
}

/// Whether a character can be part of a link.
fn is_letter(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_')
}

/// Whether a character may have come between those of a link: space, the mark of a quoted line, or nothing to be seen.
fn is_between(character: char) -> bool {
    let unseen = matches!(character, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}');
    unseen || character == '>' || character.is_whitespace() || character.is_control()
}

/// Whether letters that should be of both cases are of one.
fn is_of_one_case(letters: &str) -> bool {
    let both = letters.contains(|c: char| c.is_ascii_lowercase())
        && letters.contains(|c: char| c.is_ascii_uppercase());
    letters.len() >= TELLING && !both
}
