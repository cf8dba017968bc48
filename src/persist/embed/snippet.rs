//! The code that a page puts where it wants the calculator.

use super::Embed;
use std::fmt::Write;

/// The height of a bare frame, in CSS pixels: it cannot follow its content, so it scrolls.
const BARE_HEIGHT: u32 = 900;

/// A text inside of a quoted attribute.
fn quoted(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The custom element, with its script; `base` is the folder of the app, with its last slash.
#[must_use]
pub fn element(base: &str, embed: &Embed) -> String {
    let mut attributes = String::new();
    for (name, text) in embed.pairs() {
        // Writing into a text cannot fail.
        _ = write!(attributes, "\n  {}=\"{}\"", name.name(), quoted(&text));
    }
    let end = if attributes.is_empty() { "" } else { "\n" };
    let script = quoted(&format!("{base}embed.js"));
    format!(
        "<script src=\"{script}\" async></script>\n<backcast-calculator{attributes}{end}></backcast-calculator>\n"
    )
}

/// The frame alone, for pages that allow no script of others; `title` names it for screen readers.
#[must_use]
pub fn bare(base: &str, embed: &Embed, title: &str) -> String {
    let source = quoted(&address(base, embed));
    let title = quoted(title);
    format!(
        "<iframe src=\"{source}\"\n  title=\"{title}\" width=\"100%\" height=\"{BARE_HEIGHT}\" loading=\"lazy\"\n  \
         style=\"border:0\" allow=\"clipboard-write\"></iframe>\n"
    )
}

/// The address of the frame.
#[must_use]
pub fn address(base: &str, embed: &Embed) -> String {
    format!("{base}index.html#/embed?{}", embed.write())
}
