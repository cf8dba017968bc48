//! What each channel takes and brings: a small plot per channel, all of them to one scale, so that slopes compare.

use super::page::Page;
use super::pen::{Align, Frame, Pen, Point, Stroke};
use super::text::Type;
use super::theme::{Dash, Ink, Theme};
use super::{Drawing, Mark, Size};
use crate::present::budget::{self, Curve, Curves};

/// The least width of a small plot.
const NARROWEST: f64 = 220.0;
/// Between two plots.
const GAP: f64 = 28.0;
/// Name and next money above a plot.
const HEAD: f64 = 44.0;
/// Height of a plot beside its width.
const HEIGHT: f64 = 0.5;
/// The money below a plot.
const FOOT: f64 = 30.0;
/// How far the tangent reaches to either side of the best point, of the width.
const TANGENT: f64 = 0.22;

/// Draws the curves, as many side by side as there is room for.
#[must_use]
pub fn curves(figure: &Curves, size: Size, theme: Theme) -> Drawing {
    let page = Page::new(&figure.heading, size, theme);
    let count = figure.curves.len();
    let across = (((page.width() + GAP) / (NARROWEST + GAP)) as usize).clamp(1, 3).min(count.max(1));
    let width = (page.width() - GAP * (across - 1) as f64) / across as f64;
    let height = HEAD + HEIGHT * width + FOOT;
    let rows = count.div_ceil(across);
    let size = page.size(page.bottom(page.top() + height * rows as f64));
    let pen = Pen::new(size, theme);
    page.draw(&pen);
    let steepest = figure.curves.iter().map(steepness).fold(0.0, f64::max);
    let mut marks = Vec::new();
    for (index, curve) in figure.curves.iter().enumerate() {
        let left = page.left() + (width + GAP) * (index % across) as f64;
        let top = page.top() + height * (index / across) as f64;
        let head = Frame { left, top, right: left + width, bottom: top + HEAD };
        let plot = Frame { left, top: top + HEAD, right: left + width, bottom: top + height - FOOT };
        let small = Small { curve, plot, steepest };
        small.draw(&pen, head);
        marks.extend(small.draw_points(&pen, index, &figure.names));
    }
    Drawing { svg: pen.document(&figure.heading.title.text(), &figure.heading.description), size, marks }
}

/// The most money of a curve, above 0.
fn far(curve: &Curve) -> f64 {
    curve.points.last().map_or(1.0, |point| point.0).max(f64::MIN_POSITIVE)
}

/// What a curve brings at its end for each money: its height when it is as wide as every other.
fn steepness(curve: &Curve) -> f64 {
    let high = curve.points.iter().map(|point| point.1).fold(0.0, f64::max);
    high / far(curve)
}

/// One channel's plot.
struct Small<'a> {
    curve: &'a Curve,
    plot: Frame,
    /// The steepness of the steepest curve, which fills its height.
    steepest: f64,
}

impl Small<'_> {
    fn place(&self, (money, gain): (f64, f64)) -> Point {
        let share = money / far(self.curve);
        let high = if self.steepest > 0.0 { gain / (self.steepest * far(self.curve)) } else { 0.0 };
        let high = high.clamp(-0.1, 1.0);
        (self.plot.left + share * self.plot.width(), self.plot.bottom - high * self.plot.height())
    }

    fn draw(&self, pen: &Pen, head: Frame) {
        let room = head.width();
        let name = Type::STRONG.fit(&self.curve.name, room);
        pen.text((head.left, head.top + 10.0), &name, Type::STRONG, Ink::INK, Align::Start);
        let next = Type::SMALL.fit(&self.curve.next, room);
        pen.text((head.left, head.top + 28.0), &next, Type::SMALL, Ink::INK_2, Align::Start);
        let floor = self.plot.bottom;
        pen.line(&[(self.plot.left, floor), (self.plot.right, floor)], Stroke::solid(Ink::INK_3, 1.0));
        let points: Vec<Point> = self.curve.points.iter().map(|point| self.place(*point)).collect();
        let mut under = points.clone();
        under.extend([(self.plot.right, floor), (self.plot.left, floor)]);
        pen.shape(&under, Ink::ACCENT, 0.06);
        pen.line(&points, Stroke::solid(Ink::INK_2, 1.5));
        self.draw_tangent(pen);
    }

    /// The slope at the best point.
    fn draw_tangent(&self, pen: &Pen) {
        let [_, best] = &self.curve.marks;
        let (money, gain) = (best.money.value(), best.gain.value());
        let reach = TANGENT * far(self.curve);
        let from = (money - reach).max(0.0);
        let end = |at: f64| self.place((at, gain + (at - money) * self.curve.slope));
        let tangent = Stroke { ink: Ink::ACCENT, width: 1.5, dash: Dash::Dashed };
        pen.line(&[end(from), end((money + reach).min(far(self.curve)))], tangent);
    }

    /// Today's point and the best, with the money below: the smaller on the left.
    fn draw_points(&self, pen: &Pen, index: usize, names: &[String; 2]) -> Vec<Mark> {
        let [now, best] = &self.curve.marks;
        let rises = best.money.value() >= now.money.value();
        let [now_name, best_name] = names;
        let sides = [(now, now_name, Ink::INK_2, !rises), (best, best_name, Ink::ACCENT, rises)];
        let middle = f64::midpoint(self.at(now).0, self.at(best).0);
        let texts = sides.map(|(point, name, ..)| format!("{name} {}", point.money.text()));
        let room = self.plot.width();
        let fits = texts.iter().map(|text| Type::SMALL.width(text)).sum::<f64>() + 12.0 <= room;
        let mark = |(at, ((point, name, ink, is_right), text)): (usize, ((_, _, Ink, bool), &String))| {
            let (point, name): (&budget::Point, &String) = (point, name);
            let datum = 2 * index + at;
            pen.datum(datum, || {
                pen.dot(self.at(point), 5.0, ink);
                if at == 0 {
                    pen.dot(self.at(point), 3.0, Ink::PAPER);
                }
                let edge = if is_right { self.plot.right } else { self.plot.left };
                let align = if is_right { Align::End } else { Align::Start };
                // Where there is room for one only, the best is said; the other is in table and tooltip.
                if fits || at == 1 {
                    let place = (edge, self.plot.bottom + 15.0);
                    pen.text(place, &Type::SMALL.fit(text, room), Type::SMALL, ink, align);
                }
            });
            let (left, right) = if is_right {
                (middle.min(self.plot.right - 1.0), self.plot.right)
            } else {
                (self.plot.left, middle.max(self.plot.left + 1.0))
            };
            Mark::new(Frame { left, right, ..self.plot }, datum, self.label(point, name))
        };
        sides.into_iter().zip(&texts).enumerate().map(mark).collect()
    }

    fn at(&self, point: &budget::Point) -> Point {
        self.place((point.money.value(), point.gain.value()))
    }

    fn label(&self, point: &budget::Point, name: &str) -> String {
        [self.curve.name.clone(), format!("{name} {}", point.money.text()), point.gain.text().to_owned()]
            .join("\n")
    }
}
