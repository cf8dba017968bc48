//! Series, size and theme become SVG: plotters draws through a backend of our own, so the same code
//! serves the page, a worker and an exported file, and never touches a document.
//!
//! Each function takes a figure of `present::figure`, whose numbers are finite and whose texts are
//! finished, and returns a [`Drawing`]: the SVG and the places a pointer or the arrow keys can go.
//!
//! On screen ([`Theme::Screen`]) shapes and texts are painted in `currentColor` and carry one class each,
//! so the style sheet only sets `color` under `svg.chart`:
//!
//! | class | stands for |
//! | --- | --- |
//! | `ink`, `ink-2` | text: strong and calm |
//! | `ink-3`, `line` | axes, cost, hatching; grid and leaders — never text |
//! | `accent`, `warn` | the line or bar that answers the question; the weakest step, a channel that loses money |
//! | `paper` | what the chart lies on; text on `series-1` and `series-2` |
//! | `series-1` … `series-5` | channels of a stack, from strong to pale; `ink` is readable on 3 to 5 |
//!
//! `g.datum[data-i]` groups what belongs to a datum. `g.datum.probe` (rule and dots of a month) has
//! `opacity="0"` until the style sheet shows the one being looked at. Fonts are inherited on screen.

mod axis;
mod backend;
mod curves;
mod frontier;
mod funnel;
mod key;
mod money;
mod months;
mod page;
mod pen;
mod qr;
mod ribbon;
mod text;
mod theme;
pub mod walk;

#[cfg(test)]
mod tests;

pub use curves::curves;
pub use frontier::frontier;
pub use funnel::funnel;
pub use money::money;
pub use months::months;
pub use qr::{LONGEST_QR, Qr, qr};
pub use ribbon::{RIBBON_HEIGHT, RIBBON_WIDTH, ribbon};
pub use text::ems;
pub use theme::Theme;

/// The size of a drawing in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Width; drawings are laid out for 240 to 2,400 and clamp what is outside.
    pub width: u32,
    /// Height; as a wish it is the least height, and a drawing that needs more takes more.
    pub height: u32,
}

impl Size {
    /// A width whose height follows from the content.
    #[must_use]
    pub const fn wide(width: u32) -> Self {
        Self { width, height: 0 }
    }
}

/// A finished chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// A complete `<svg>` element, all text escaped. The group of datum `i` carries `data-i="i"`.
    pub svg: String,
    /// The size it came to, which the overlay takes too.
    pub size: Size,
    /// Hit targets in reading order; the arrow keys move from one to the next.
    pub marks: Vec<Mark>,
}

/// Where a datum can be pointed at, in CSS pixels from the upper left corner of the drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width, above 0.
    pub width: f64,
    /// Height, above 0.
    pub height: f64,
    /// Index of the datum in the figure, the same as `data-i` in the SVG.
    pub datum: usize,
    /// What a tooltip and a screen reader say: finished lines with `\n` between them, as plain text.
    pub label: String,
}

impl Mark {
    fn new(frame: pen::Frame, datum: usize, label: String) -> Self {
        Self { x: frame.left, y: frame.top, width: frame.width(), height: frame.height(), datum, label }
    }
}
