//! Drawing in CSS pixels: plotters' elements on a plotters area, over our backend.

use std::cell::RefCell;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Polygon, Rectangle, Text};
use plotters::prelude::{Cartesian2d, CoordTranslate, DrawingArea};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, ShapeStyle, TextStyle};
use plotters_backend::BackendCoord;

use super::Size;
use super::backend::{SUBPIXELS, Sheet};
use super::text::Type;
use super::theme::{Dash, Ink, Theme};

/// A point in CSS pixels from the upper left corner.
pub(crate) type Point = (f64, f64);

/// The coordinates of a plot: two finite ranges laid on a part of the sheet.
pub(crate) type Plane = Cartesian2d<RangedCoordf64, RangedCoordf64>;

/// A rectangle in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Frame {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Frame {
    pub(crate) const fn width(&self) -> f64 {
        self.right - self.left
    }

    pub(crate) const fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// A plane whose ranges fill this frame, the vertical one upwards.
    pub(crate) fn plane(&self, x: (f64, f64), y: (f64, f64)) -> Plane {
        Plane::new(
            x.0..x.1,
            y.0..y.1,
            (to_virtual(self.left)..to_virtual(self.right), to_virtual(self.bottom)..to_virtual(self.top)),
        )
    }
}

/// Where a point of a plane lies on the sheet.
pub(crate) fn place(plane: &Plane, point: Point) -> Point {
    let (x, y) = plane.translate(&point);
    (f64::from(x) / f64::from(SUBPIXELS), f64::from(y) / f64::from(SUBPIXELS))
}

/// A line's ink, width in CSS pixels and dash pattern.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stroke {
    pub(crate) ink: Ink,
    pub(crate) width: f64,
    pub(crate) dash: Dash,
}

impl Stroke {
    pub(crate) const fn solid(ink: Ink, width: f64) -> Self {
        Self { ink, width, dash: Dash::Solid }
    }

    fn style(self) -> ShapeStyle {
        let width = to_virtual(self.width).unsigned_abs().max(1);
        ShapeStyle { color: self.ink.carried(self.dash, 1.0), filled: false, stroke_width: width }
    }
}

/// On which side of its point a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    /// It begins at the point.
    Start,
    /// It is centred on the point.
    Middle,
    /// It ends at the point.
    End,
}

/// A sheet and the plotters area over it.
pub(crate) struct Pen {
    sheet: Rc<RefCell<Sheet>>,
    area: DrawingArea<Sheet, Shift>,
}

impl Pen {
    /// An empty sheet; an exported one gets its paper.
    pub(crate) fn new(size: Size, theme: Theme) -> Self {
        let sheet = Rc::new(RefCell::new(Sheet::new(size, theme)));
        let pen = Self { area: DrawingArea::from(&sheet), sheet };
        if theme != Theme::Screen {
            let (right, bottom) = (f64::from(size.width), f64::from(size.height));
            pen.bar(Frame { left: 0.0, top: 0.0, right, bottom }, Ink::PAPER, 1.0);
        }
        pen
    }

    /// A filled rectangle.
    pub(crate) fn bar(&self, frame: Frame, ink: Ink, opacity: f64) {
        let corners = [at((frame.left, frame.top)), at((frame.right, frame.bottom))];
        self.put(&Rectangle::new(corners, filled(ink, opacity)));
    }

    /// A line through points.
    pub(crate) fn line(&self, points: &[Point], stroke: Stroke) {
        let points: Vec<_> = points.iter().copied().map(at).collect();
        self.put(&PathElement::new(points, stroke.style()));
    }

    /// A filled shape with the given corners.
    pub(crate) fn shape(&self, corners: &[Point], ink: Ink, opacity: f64) {
        let corners: Vec<_> = corners.iter().copied().map(at).collect();
        self.put(&Polygon::new(corners, filled(ink, opacity)));
    }

    /// A filled circle.
    pub(crate) fn dot(&self, center: Point, radius: f64, ink: Ink) {
        self.put(&Circle::new(at(center), to_virtual(radius), filled(ink, 1.0)));
    }

    /// Slanted lines `gap` apart that fill a frame, as one path.
    pub(crate) fn hatch(&self, frame: Frame, gap: f64, stroke: Stroke) {
        let (width, height) = (frame.width(), frame.height());
        if width <= 0.0 || height <= 0.0 {
            return;
        }
        let count = ((width + height) / gap) as usize;
        let line = |index: usize| {
            // The line x + y = reach, cut off at the edges of the frame.
            let reach = (index as f64 + 0.5) * gap;
            let (upper, lower) = ((reach - width).max(0.0), reach.min(height));
            [upper, lower].map(|y| at((frame.left + reach - y, frame.top + y)))
        };
        let lines: Vec<_> = (0..count).map(line).collect();
        self.sheet.borrow_mut().draw_lines(&lines, &stroke.style());
    }

    /// A text whose middle line runs through the point.
    pub(crate) fn text(&self, point: Point, text: &str, set: Type, ink: Ink, align: Align) {
        if text.is_empty() {
            return;
        }
        let h_pos = match align {
            Align::Start => HPos::Left,
            Align::Middle => HPos::Center,
            Align::End => HPos::Right,
        };
        let face = if set.bold { FontStyle::Bold } else { FontStyle::Normal };
        let font = FontDesc::new(FontFamily::SansSerif, set.size * f64::from(SUBPIXELS), face);
        let color = ink.carried(Dash::Solid, 1.0);
        let style = TextStyle::from(font).color(&color).pos(Pos::new(h_pos, VPos::Center));
        self.put(&Text::new(text.to_owned(), at(point), style));
    }

    /// What is drawn inside belongs to datum `index` and is always seen.
    pub(crate) fn datum(&self, index: usize, draw: impl FnOnce()) {
        self.group("datum", index, false, draw);
    }

    /// What is drawn inside belongs to datum `index` and is seen only while that datum is looked at;
    /// a file has nobody looking and does without.
    pub(crate) fn probe(&self, index: usize, draw: impl FnOnce()) {
        let theme = self.sheet.borrow().theme();
        if theme == Theme::Screen {
            self.group("datum probe", index, true, draw);
        }
    }

    fn group(&self, class: &str, index: usize, hidden: bool, draw: impl FnOnce()) {
        self.sheet.borrow_mut().open_datum(class, index, hidden);
        draw();
        self.sheet.borrow_mut().close_datum();
    }

    /// The finished document.
    pub(crate) fn document(&self, title: &str, description: &str) -> String {
        self.sheet.borrow().document(title, description)
    }

    fn put<E>(&self, element: &E)
    where
        for<'a> &'a E: PointCollection<'a, BackendCoord>,
        E: Drawable<Sheet>,
    {
        // The backend cannot fail and is never borrowed twice; were it to, one mark would be missing.
        let drawn = self.area.draw(element);
        debug_assert!(drawn.is_ok(), "{drawn:?}");
    }
}

fn filled(ink: Ink, opacity: f64) -> ShapeStyle {
    ShapeStyle { color: ink.carried(Dash::Solid, opacity), filled: true, stroke_width: 0 }
}

fn at((x, y): Point) -> BackendCoord {
    (to_virtual(x), to_virtual(y))
}

/// CSS pixels to virtual ones; `as` saturates and turns NaN into 0, so nothing unbounded gets through.
fn to_virtual(pixels: f64) -> i32 {
    (pixels * f64::from(SUBPIXELS)).round().clamp(-1e6, 1e6) as i32
}
