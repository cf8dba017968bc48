//! Colours as other pages write them.

use std::fmt;

/// An opaque sRGB colour, eight bits a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// Reads `#rgb` or `#rrggbb`, with or without the `#`; nothing else, as only an opaque colour has a contrast.
    #[must_use]
    pub fn parse(text: &str) -> Option<Colour> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        let values: Option<Vec<u8>> = digits
            .chars()
            .map(|digit| digit.to_digit(16).and_then(|value| u8::try_from(value).ok()))
            .collect();
        match *values?.as_slice() {
            [r, g, b] => Some(Colour([17 * r, 17 * g, 17 * b])),
            [r, s, g, h, b, c] => Some(Colour([16 * r + s, 16 * g + h, 16 * b + c])),
            _ => None,
        }
    }
}

/// As CSS reads it, `#rrggbb`.
impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Colour([r, g, b]) = self;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}
