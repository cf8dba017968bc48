//! Rust source as the words and signs that matter for rules: no comments, no text inside quotes, no numbers.

/// An identifier or a sign, and the line it stands on, counted from 1. `::` is one sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) text: String,
    pub(crate) line: usize,
}

/// The texts in quotes, with their quotes and prefixes.
pub(crate) fn literals(source: &str) -> Vec<Token> {
    let mut reader = Reader { rest: source, line: 1 };
    let mut found = Vec::new();
    while let Some(next) = reader.rest.chars().next() {
        let line = reader.line;
        let text = reader.take(skipped(reader.rest).unwrap_or_else(|| token_length(reader.rest, next)));
        if text.ends_with(['"', '#']) && text.contains('"') && !text.starts_with('/') {
            found.push(Token { text: text.to_owned(), line });
        }
    }
    found
}

/// Splits source into tokens. Source that does not compile may split wrongly, but never fails.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let mut reader = Reader { rest: source, line: 1 };
    let mut found = Vec::new();
    while let Some(next) = reader.rest.chars().next() {
        let line = reader.line;
        if let Some(length) = skipped(reader.rest) {
            reader.take(length);
        } else {
            let text = reader.take(token_length(reader.rest, next)).to_owned();
            found.push(Token { text, line });
        }
    }
    found
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn token_length(rest: &str, next: char) -> usize {
    if is_word(next) {
        rest.find(|c| !is_word(c)).unwrap_or(rest.len())
    } else if rest.starts_with("::") {
        2
    } else {
        next.len_utf8()
    }
}

/// The length of what carries no rule at the start of the text: space, comment, literal, lifetime.
fn skipped(rest: &str) -> Option<usize> {
    let next = rest.chars().next()?;
    let to_end = |end: Option<usize>| Some(end.unwrap_or(rest.len()));
    match next {
        c if c.is_whitespace() => Some(c.len_utf8()),
        '/' if rest.starts_with("//") => to_end(rest.find('\n')),
        '/' if rest.starts_with("/*") => Some(block_comment(rest)),
        '"' => Some(quoted(rest)),
        'r' | 'b' | 'c' => prefixed(rest),
        '\'' => Some(quote_or_lifetime(rest)),
        c if c.is_ascii_digit() => to_end(rest.find(|c| !is_word(c))),
        _ => None,
    }
}

/// The length of a block comment; they nest.
fn block_comment(rest: &str) -> usize {
    let mut depth = 0;
    for (at, _) in rest.char_indices() {
        let here = &rest[at..];
        if here.starts_with("/*") {
            depth += 1;
        } else if here.starts_with("*/") {
            depth -= 1;
            if depth == 0 {
                return at + 2;
            }
        }
    }
    rest.len()
}

/// The length of a quoted text with its quotes; a backslash guards the character after it.
fn quoted(rest: &str) -> usize {
    let mut guarded = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if guarded => guarded = false,
            '\\' => guarded = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The length of a literal with a prefix (`r"…"`, `br#"…"#`, `b'x'`); none when a word only begins alike.
fn prefixed(rest: &str) -> Option<usize> {
    let prefix = rest.find(|c| !matches!(c, 'r' | 'b' | 'c'))?;
    let (raw, body) = (rest[..prefix].contains('r'), &rest[prefix..]);
    let hashes = body.find(|c| c != '#')?;
    match body[hashes..].chars().next()? {
        '"' if raw => {
            let close = format!("\"{}", "#".repeat(hashes));
            let inside = &body[hashes + 1..];
            Some(inside.find(&close).map_or(rest.len(), |at| prefix + hashes + 1 + at + close.len()))
        }
        '"' if hashes == 0 => Some(prefix + quoted(body)),
        '\'' if hashes == 0 && !raw => Some(prefix + quote_or_lifetime(body)),
        _ => None,
    }
}

/// The length of a character literal, or of a lifetime.
fn quote_or_lifetime(rest: &str) -> usize {
    let inside = &rest[1..];
    let first = inside.chars().next().map_or(0, char::len_utf8);
    if inside.starts_with('\\') {
        return inside[2..].find('\'').map_or(rest.len(), |at| at + 4);
    }
    if inside[first..].starts_with('\'') {
        return first + 2;
    }
    1 + inside.find(|c| !is_word(c)).unwrap_or(inside.len())
}

#[cfg(test)]
mod tests {
    use super::{literals, tokens};

    fn texts(source: &str) -> Vec<String> {
        tokens(source).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn words_and_signs_remain() {
        assert_eq!(texts("use crate::a;"), ["use", "crate", "::", "a", ";"]);
        assert_eq!(texts("raw.bytes"), ["raw", ".", "bytes"]);
    }

    #[test]
    fn comments_and_literals_are_skipped() {
        assert_eq!(texts("a // crate::b\n/* c /* d */ e */ f"), ["a", "f"]);
        assert_eq!(texts(r##"a "b \" c" r#"d " e"# b"f" '"' 'g' '\'' '\u{1F}' 1e9_f64 h"##), ["a", "h"]);
        assert_eq!(texts("x: &'a str, 'outer: loop"), ["x", ":", "&", "str", ",", ":", "loop"]);
    }

    #[test]
    fn literals_are_what_stands_in_quotes() {
        let source = "a \"b \\\" c\" // \"d\"\n r#\"e\"# 'f' b\"g\"";
        let found: Vec<String> = literals(source).into_iter().map(|literal| literal.text).collect();
        assert_eq!(found, ["\"b \\\" c\"", "r#\"e\"#", "b\"g\""]);
    }

    #[test]
    fn lines_are_counted_through_what_is_skipped() {
        let lines: Vec<usize> = tokens("a\n\"x\ny\"\n/*\n*/ b").into_iter().map(|token| token.line).collect();
        assert_eq!(lines, [1, 5]);
    }
}
