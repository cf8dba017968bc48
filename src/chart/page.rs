//! The sheet around a chart: bare on the page, with margins, title and unit in an exported file,
//! which must speak for itself.

use super::Size;
use super::pen::{Align, Frame, Pen};
use super::text::Type;
use super::theme::{Ink, Theme};
use crate::present::figure::Heading;

/// Widths that are laid out; a narrower container scrolls, a wider one leaves room.
const WIDTHS: (u32, u32) = (240, 2_400);
/// The most a wish for height is followed.
const TALLEST: u32 = 4_000;
/// Below this width texts go above the bars instead of beside them.
const NARROW: f64 = 520.0;
const MARGIN: f64 = 24.0;
const TITLE_LINE: f64 = 24.0;
const UNIT_LINE: f64 = 20.0;
const TITLE_LINES: usize = 3;

/// Where the chart may draw, and what stands above it.
pub(crate) struct Page {
    wish: Size,
    margin: f64,
    title: Vec<String>,
    unit: String,
}

impl Page {
    pub(crate) fn new(heading: &Heading, wish: Size, theme: Theme) -> Self {
        let width = wish.width.clamp(WIDTHS.0, WIDTHS.1);
        let wish = Size { width, height: wish.height.min(TALLEST) };
        if theme == Theme::Screen {
            return Self { wish, margin: 0.0, title: Vec::new(), unit: String::new() };
        }
        let room = f64::from(width) - 2.0 * MARGIN;
        Self {
            wish,
            margin: MARGIN,
            title: Type::TITLE.wrap(&heading.title.text(), room, TITLE_LINES),
            unit: Type::SMALL.fit(&heading.unit, room),
        }
    }

    pub(crate) const fn left(&self) -> f64 {
        self.margin
    }

    pub(crate) fn right(&self) -> f64 {
        f64::from(self.wish.width) - self.margin
    }

    pub(crate) fn width(&self) -> f64 {
        self.right() - self.left()
    }

    pub(crate) fn is_narrow(&self) -> bool {
        self.width() < NARROW
    }

    /// Where the chart begins, below the title.
    pub(crate) fn top(&self) -> f64 {
        let unit = if self.unit.is_empty() { 0.0 } else { UNIT_LINE };
        let title = self.title.len() as f64 * TITLE_LINE;
        self.margin + title + unit + if title + unit > 0.0 { 12.0 } else { 0.0 }
    }

    /// How far down the chart may or must go: to the wished height, or to `natural` when there is no
    /// wish or it is smaller.
    pub(crate) fn bottom(&self, natural: f64) -> f64 {
        natural.max(f64::from(self.wish.height) - self.margin)
    }

    /// The whole sheet for a chart that ends at `bottom`.
    pub(crate) fn size(&self, bottom: f64) -> Size {
        Size { width: self.wish.width, height: (bottom + self.margin).ceil().max(1.0) as u32 }
    }

    /// Writes title and unit.
    pub(crate) fn draw(&self, pen: &Pen) {
        let mut y = self.margin + TITLE_LINE / 2.0;
        for line in &self.title {
            pen.text((self.left(), y), line, Type::TITLE, Ink::INK, Align::Start);
            y += TITLE_LINE;
        }
        pen.text((self.left(), y), &self.unit, Type::SMALL, Ink::INK_2, Align::Start);
    }

    /// A full-width strip between two heights.
    pub(crate) fn strip(&self, top: f64, height: f64) -> Frame {
        Frame { left: self.left(), top, right: self.right(), bottom: top + height }
    }
}
