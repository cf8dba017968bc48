//! The picture over the calculator.
//!
//! Our policy loads pictures from our own site and from `data:` only, so that a frame never asks a third party for
//! anything. A logo therefore travels inside the fragment; one that stays on the page around the frame needs no frame.

/// The longest logo, in characters: about 12 KB of picture.
pub const LONGEST: usize = 16_000;
/// The kinds of pictures that browsers draw. SVG in an `<img>` runs no scripts and loads nothing.
const KINDS: [&str; 4] = ["image/png", "image/jpeg", "image/webp", "image/svg+xml"];

/// A picture as a `data:` address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo(String);

impl Logo {
    /// Reads a `data:` address with base64 of a known kind; none for anything else, or when it is too long.
    #[must_use]
    pub fn parse(address: &str) -> Option<Logo> {
        let (kind, data) = address.strip_prefix("data:")?.split_once(";base64,")?;
        let is_base64 = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=');
        let is_picture = KINDS.contains(&kind) && !data.is_empty() && data.chars().all(is_base64);
        (is_picture && address.len() <= LONGEST).then(|| Logo(address.into()))
    }

    /// The address for an `<img>`.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.0
    }
}
