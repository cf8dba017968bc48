//! The months: revenue and cost as they come, and the profit they add up to, each named at its end.

use super::axis::{Scale, spread, stride};
use super::page::Page;
use super::pen::{Align, Frame, Pen, Plane, Point, Stroke, place};
use super::text::Type;
use super::theme::{Dash, Ink, Theme};
use super::{Drawing, Mark, Size};
use crate::present::figure::{Amount, Month, MonthEnds, Months};

/// Room above the plot for the break-even text.
const BREAK_EVEN_BAND: f64 = 24.0;
/// Room below the plot for the month labels.
const MONTH_BAND: f64 = 26.0;
/// Height of a series label: name above value.
const END_LABEL: f64 = 36.0;
/// Heights that look right without a wish.
const HEIGHTS: (f64, f64) = (230.0, 360.0);

/// The largest share of the page that axis values may take.
const WIDEST_TICK: f64 = 0.28;
/// The largest share of the page that the labels at the line ends may take.
const WIDEST_END_LABEL: f64 = 0.4;

/// One line of the chart.
struct Line {
    end: fn(&MonthEnds) -> &String,
    amount: fn(&Month) -> &Amount,
    stroke: Stroke,
    text: Ink,
}

/// Cost, revenue and profit, in drawing order, the one that answers the question last and strongest.
const LINES: [Line; 3] = [
    Line {
        end: |ends| &ends.cost,
        amount: |month| &month.cost,
        stroke: Stroke { ink: Ink::INK_3, width: 1.5, dash: Dash::Dashed },
        text: Ink::INK_2,
    },
    Line {
        end: |ends| &ends.revenue,
        amount: |month| &month.revenue,
        stroke: Stroke::solid(Ink::INK_2, 1.5),
        text: Ink::INK,
    },
    Line {
        end: |ends| &ends.profit,
        amount: |month| &month.profit,
        stroke: Stroke::solid(Ink::ACCENT, 2.5),
        text: Ink::ACCENT,
    },
];

/// Draws the months; `tick` writes an axis value compactly, e.g. 「20 萬」.
#[must_use]
pub fn months(figure: &Months, size: Size, theme: Theme, tick: &dyn Fn(f64) -> String) -> Drawing {
    let page = Page::new(&figure.heading, size, theme);
    let natural = page.top() + (0.42 * page.width()).clamp(HEIGHTS.0, HEIGHTS.1);
    let bottom = page.bottom(natural);
    let size = page.size(bottom);
    let pen = Pen::new(size, theme);
    page.draw(&pen);
    let plot = Plot::new(figure, &page, bottom, tick);
    let mut marks = Vec::new();
    if !figure.months.is_empty() {
        plot.draw_grid(&pen);
        plot.draw_month_labels(&pen, &page);
        plot.draw_lines(&pen);
        plot.draw_break_even(&pen, &page);
        plot.draw_end_labels(&pen, &page);
        marks = plot.draw_probes(&pen);
    }
    Drawing { svg: pen.document(&figure.heading.title.text(), &figure.heading.description), size, marks }
}

/// Where things stand.
struct Plot<'a> {
    figure: &'a Months,
    frame: Frame,
    scale: Scale,
    plane: Plane,
    /// Axis values and their texts.
    ticks: Vec<(f64, String)>,
    /// The amounts at the line ends.
    ends: [String; LINES.len()],
}

impl<'a> Plot<'a> {
    fn new(figure: &'a Months, page: &Page, bottom: f64, tick: &dyn Fn(f64) -> String) -> Self {
        let amounts = figure.months.iter().flat_map(|month| LINES.map(|line| (line.amount)(month).value()));
        let scale = Scale::of(amounts);
        let (top, bottom) = (page.top() + BREAK_EVEN_BAND, bottom - MONTH_BAND);
        let count = ((bottom - top) / 56.0).clamp(2.0, 5.0) as usize;
        // A number cut short is a wrong number: what does not fit is left out, its line stays.
        let fits = |text: &String| Type::SMALL.width(text) <= WIDEST_TICK * page.width();
        let text = |value: f64| (value, Some(tick(value)).filter(fits).unwrap_or_default());
        let ticks: Vec<_> = scale.ticks(count).into_iter().map(text).collect();
        let gutter = ticks.iter().map(|(_, text)| Type::SMALL.width(text)).fold(0.0, f64::max) + 10.0;
        let ends = end_amounts(figure, page, tick);
        let right = page.right() - end_label_room(figure, page, &ends) - 12.0;
        let frame = Frame { left: page.left() + gutter, top, right, bottom };
        // Half a month of air for a single month, so that it stands in the middle.
        let last = figure.months.len().saturating_sub(1) as f64;
        let across = if last > 0.0 { (0.0, last) } else { (-0.5, 0.5) };
        let inner = Frame { left: frame.left + 10.0, right: frame.right - 4.0, ..frame };
        let plane = inner.plane(across, scale.range());
        Self { figure, frame, scale, plane, ticks, ends }
    }

    fn point(&self, index: usize, value: f64) -> Point {
        place(&self.plane, (index as f64, self.scale.share(value)))
    }

    fn height_of(&self, value: f64) -> f64 {
        self.point(0, value).1
    }

    fn points(&self, line: &Line) -> Vec<Point> {
        let point = |(index, month): (usize, &Month)| self.point(index, (line.amount)(month).value());
        self.figure.months.iter().enumerate().map(point).collect()
    }

    fn draw_grid(&self, pen: &Pen) {
        for (value, text) in &self.ticks {
            let y = self.height_of(*value);
            let ink = if *value == 0.0 { Ink::INK_3 } else { Ink::LINE };
            pen.line(&[(self.frame.left, y), (self.frame.right, y)], Stroke::solid(ink, 1.0));
            pen.text((self.frame.left - 8.0, y), text, Type::SMALL, Ink::INK_2, Align::End);
        }
    }

    fn draw_month_labels(&self, pen: &Pen, page: &Page) {
        let room = 0.3 * page.width();
        let label = |(index, month): (usize, &Month)| {
            let text = Type::SMALL.fit(&month.short, room);
            let half = Type::SMALL.width(&text) / 2.0;
            let center = inside(self.point(index, 0.0).0, half, page);
            (text, center, (center - half, center + half))
        };
        let labels: Vec<_> = self.figure.months.iter().enumerate().map(label).collect();
        let spans: Vec<_> = labels.iter().map(|label| label.2).collect();
        let y = self.frame.bottom + 15.0;
        for (text, x, _) in labels.iter().step_by(stride(&spans, 8.0)) {
            pen.text((*x, y), text, Type::SMALL, Ink::INK_2, Align::Middle);
        }
    }

    fn draw_lines(&self, pen: &Pen) {
        for line in &LINES {
            let points = self.points(line);
            if line.stroke.ink == Ink::ACCENT {
                self.draw_wash(pen, &points);
            }
            pen.line(&points, line.stroke);
            if let Some(end) = points.last() {
                pen.dot(*end, 3.0, line.stroke.ink);
            }
        }
    }

    /// A breath of colour between the profit and zero, so that under water is seen as such.
    fn draw_wash(&self, pen: &Pen, points: &[Point]) {
        let zero = self.height_of(0.0);
        if let (Some(first), Some(last)) = (points.first(), points.last()) {
            let mut corners = vec![(first.0, zero)];
            corners.extend_from_slice(points);
            corners.push((last.0, zero));
            pen.shape(&corners, Ink::ACCENT, 0.08);
        }
    }

    fn draw_break_even(&self, pen: &Pen, page: &Page) {
        let Some(mark) = &self.figure.break_even else { return };
        let Some(month) = self.figure.months.get(mark.month) else { return };
        let (x, y) = self.point(mark.month, month.profit.value());
        let guide = Stroke { ink: Ink::ACCENT, width: 1.0, dash: Dash::Dotted };
        pen.line(&[(x, self.frame.top), (x, y)], guide);
        pen.dot((x, y), 5.5, Ink::ACCENT);
        pen.dot((x, y), 3.0, Ink::PAPER);
        let text = Type::STRONG.fit(&mark.text, page.width());
        let center = inside(x, Type::STRONG.width(&text) / 2.0, page);
        pen.text((center, self.frame.top - 12.0), &text, Type::STRONG, Ink::ACCENT, Align::Middle);
    }

    fn draw_end_labels(&self, pen: &Pen, page: &Page) {
        let Some(last) = self.figure.months.last() else { return };
        let index = self.figure.months.len() - 1;
        let ends = LINES.map(|line| self.point(index, (line.amount)(last).value()));
        let places = spread(&ends.map(|end| end.1), END_LABEL, self.frame.top, self.frame.bottom);
        let left = self.frame.right + 12.0;
        let room = page.right() - left;
        for (((line, value), end), y) in LINES.iter().zip(&self.ends).zip(ends).zip(places) {
            if (y - end.1).abs() > 6.0 || index == 0 {
                pen.line(&[(end.0 + 5.0, end.1), (left - 3.0, y)], Stroke::solid(Ink::LINE, 1.0));
            }
            let name = Type::SMALL.fit((line.end)(&self.figure.ends), room);
            pen.text((left, y - 8.0), &name, Type::SMALL, Ink::INK_2, Align::Start);
            pen.text((left, y + 8.0), value, Type::STRONG, line.text, Align::Start);
        }
    }

    /// The rule and dots of each month, shown while that month is looked at, and its hit target.
    fn draw_probes(&self, pen: &Pen) -> Vec<Mark> {
        let (first, second) = (self.point(0, 0.0).0, self.point(1, 0.0).0);
        let half =
            if self.figure.months.len() > 1 { (second - first) / 2.0 } else { self.frame.width() / 2.0 };
        let mark = |(index, month): (usize, &Month)| {
            let x = self.point(index, 0.0).0;
            pen.probe(index, || {
                pen.line(&[(x, self.frame.top), (x, self.frame.bottom)], Stroke::solid(Ink::INK_3, 1.0));
                for line in &LINES {
                    pen.dot(self.point(index, (line.amount)(month).value()), 3.5, line.stroke.ink);
                }
            });
            let left = (x - half).max(self.frame.left);
            let right = (x + half).min(self.frame.right);
            Mark::new(Frame { left, right, ..self.frame }, index, self.label(month))
        };
        self.figure.months.iter().enumerate().map(mark).collect()
    }

    /// What a tooltip says about a month: the profit so far, and what the month adds to it.
    fn label(&self, month: &Month) -> String {
        let columns = &self.figure.columns;
        let line = |name: &str, amount: &Amount| format!("{name} {}", amount.text());
        [
            month.label.clone(),
            line(&columns.profit, &month.profit),
            line(&columns.revenue, &month.revenue),
            line(&columns.gross_profit, &month.gross_profit),
            line(&columns.cost, &month.cost),
        ]
        .join("\n")
    }
}

/// What the last month comes to, line by line. A number cut short is a wrong number: one that would take the room of
/// the lines is written as on the axis, or left out.
fn end_amounts(figure: &Months, page: &Page, tick: &dyn Fn(f64) -> String) -> [String; LINES.len()] {
    let fits = |text: &&str| Type::STRONG.width(text) <= WIDEST_END_LABEL * page.width();
    LINES.map(|line| {
        let Some(amount) = figure.months.last().map(line.amount) else { return String::new() };
        let on_axis = tick(amount.value());
        [amount.text(), &on_axis].into_iter().find(fits).unwrap_or_default().to_owned()
    })
}

/// The width of the widest series label; a name has at most its share of the page.
fn end_label_room(figure: &Months, page: &Page, amounts: &[String]) -> f64 {
    let name = |line: &Line| Type::SMALL.width((line.end)(&figure.ends)).min(WIDEST_END_LABEL * page.width());
    let amounts = amounts.iter().map(|amount| Type::STRONG.width(amount));
    LINES.iter().map(name).chain(amounts).fold(0.0, f64::max)
}

/// A centre that keeps a label of half width `half` on the page.
fn inside(center: f64, half: f64, page: &Page) -> f64 {
    center.min(page.right() - half).max(page.left() + half)
}
