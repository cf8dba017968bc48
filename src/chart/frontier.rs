//! The efficient frontier: the best result for every total, today's plan on or under it, and the answer on it.

use super::axis::Scale;
use super::page::Page;
use super::pen::{Align, Frame, Pen, Plane, Point, Stroke, place};
use super::text::Type;
use super::theme::{Dash, Ink, Theme};
use super::{Drawing, Mark, Size};
use crate::present::budget::{Frontier, Total};

/// Heights that look right without a wish.
const HEIGHTS: (f64, f64) = (200.0, 320.0);
/// Height of a line of names above the plot.
const LINE: f64 = 22.0;
/// Room for a name's mark, and between two names.
const MARK: f64 = 22.0;
const NAME_GAP: f64 = 18.0;
/// Room below the plot for the totals.
const FOOT: f64 = 26.0;
/// The largest share of the page that axis values may take.
const WIDEST_TICK: f64 = 0.28;

/// Draws the frontier; `tick` writes a number on an axis compactly.
#[must_use]
pub fn frontier(figure: &Frontier, size: Size, theme: Theme, tick: &dyn Fn(f64) -> String) -> Drawing {
    let page = Page::new(&figure.heading, size, theme);
    let names = Names::new(figure, &page);
    let natural = page.top() + names.height() + (0.42 * page.width()).clamp(HEIGHTS.0, HEIGHTS.1);
    let bottom = page.bottom(natural);
    let size = page.size(bottom);
    let pen = Pen::new(size, theme);
    page.draw(&pen);
    let plot = Plot::new(figure, &page, names.height(), bottom, tick);
    plot.draw_grid(&pen, tick);
    names.draw(&pen, &page);
    plot.draw_goal(&pen);
    let line: Vec<Point> = figure.totals.iter().map(|total| plot.at(total)).collect();
    pen.line(&line, Stroke::solid(Ink::INK_2, 2.0));
    let marks = plot.draw_probes(&pen);
    Named::Today.draw(&pen, plot.at(&figure.today));
    if let Some(best) = &figure.best {
        Named::Best.draw(&pen, plot.at(best));
    }
    Drawing { svg: pen.document(&figure.heading.title.text(), &figure.heading.description), size, marks }
}

/// What has a name in the picture.
#[derive(Clone, Copy)]
enum Named {
    Today,
    Best,
    Goal,
}

impl Named {
    const fn ink(self) -> Ink {
        match self {
            Named::Best => Ink::ACCENT,
            Named::Today | Named::Goal => Ink::INK_2,
        }
    }

    /// Its mark, as it stands in the plot and beside its name.
    fn draw(self, pen: &Pen, (x, y): Point) {
        match self {
            Named::Goal => {
                let dashed = Stroke { ink: Ink::INK_3, width: 1.0, dash: Dash::Dashed };
                pen.line(&[(x - 7.0, y), (x + 7.0, y)], dashed);
            }
            Named::Today => {
                pen.dot((x, y), 5.5, Ink::INK_2);
                pen.dot((x, y), 3.0, Ink::PAPER);
            }
            Named::Best => pen.dot((x, y), 5.5, Ink::ACCENT),
        }
    }
}

/// The names above the plot, where no point can come in their way, line by line.
struct Names {
    lines: Vec<Vec<(Named, String)>>,
}

impl Names {
    fn new(figure: &Frontier, page: &Page) -> Self {
        let of =
            |name: &str, total: &Total| format!("{name} {} → {}", total.money.text(), total.figure.text());
        let today = (Named::Today, of(&figure.columns.today, &figure.today));
        let best = figure.best.iter().map(|best| (Named::Best, of(&figure.columns.answer, best)));
        let goal = figure.goal.iter().map(|goal| (Named::Goal, goal.text().to_owned()));
        let mut lines: Vec<Vec<(Named, String)>> = Vec::new();
        let mut used = f64::INFINITY;
        for (named, text) in [today].into_iter().chain(best).chain(goal) {
            let text = Type::SMALL.fit(&text, page.width() - MARK);
            let width = MARK + Type::SMALL.width(&text) + NAME_GAP;
            match lines.last_mut().filter(|_| used + width - NAME_GAP <= page.width()) {
                Some(line) => line.push((named, text)),
                None => {
                    used = 0.0;
                    lines.push(vec![(named, text)]);
                }
            }
            used += width;
        }
        Self { lines }
    }

    fn height(&self) -> f64 {
        self.lines.len() as f64 * LINE + 10.0
    }

    fn draw(&self, pen: &Pen, page: &Page) {
        let mut y = page.top() + LINE / 2.0;
        for line in &self.lines {
            let mut x = page.left();
            for (named, text) in line {
                named.draw(pen, (x + 8.0, y));
                pen.text((x + MARK, y), text, Type::SMALL, named.ink(), Align::Start);
                x += MARK + Type::SMALL.width(text) + NAME_GAP;
            }
            y += LINE;
        }
    }
}

/// Where things stand.
struct Plot<'a> {
    figure: &'a Frontier,
    frame: Frame,
    money: Scale,
    figures: Scale,
    plane: Plane,
    ticks: Vec<(f64, String)>,
}

impl<'a> Plot<'a> {
    fn new(figure: &'a Frontier, page: &Page, head: f64, bottom: f64, tick: &dyn Fn(f64) -> String) -> Self {
        let points = || figure.totals.iter().chain([&figure.today]).chain(&figure.best);
        let money = Scale::of(points().map(|total| total.money.value()));
        let goal = figure.goal.iter().map(crate::present::figure::Amount::value);
        let figures = Scale::of(points().map(|total| total.figure.value()).chain(goal));
        let (top, bottom) = (page.top() + head, bottom - FOOT);
        let count = ((bottom - top) / 56.0).clamp(2.0, 5.0) as usize;
        let fits = |text: &String| Type::SMALL.width(text) <= WIDEST_TICK * page.width();
        let text = |value: f64| (value, Some(tick(value)).filter(fits).unwrap_or_default());
        let ticks: Vec<_> = figures.ticks(count).into_iter().map(text).collect();
        let gutter = ticks.iter().map(|(_, text)| Type::SMALL.width(text)).fold(0.0, f64::max) + 10.0;
        let frame = Frame { left: page.left() + gutter, top, right: page.right() - 8.0, bottom };
        let plane = frame.plane(money.range(), figures.range());
        Self { figure, frame, money, figures, plane, ticks }
    }

    fn point(&self, money: f64, figure: f64) -> Point {
        place(&self.plane, (self.money.share(money), self.figures.share(figure)))
    }

    fn at(&self, total: &Total) -> Point {
        self.point(total.money.value(), total.figure.value())
    }

    fn draw_grid(&self, pen: &Pen, tick: &dyn Fn(f64) -> String) {
        for (value, text) in &self.ticks {
            let y = self.point(0.0, *value).1;
            let ink = if *value == 0.0 { Ink::INK_3 } else { Ink::LINE };
            pen.line(&[(self.frame.left, y), (self.frame.right, y)], Stroke::solid(ink, 1.0));
            pen.text((self.frame.left - 8.0, y), text, Type::SMALL, Ink::INK_2, Align::End);
        }
        let count = (self.frame.width() / 110.0).clamp(2.0, 6.0) as usize;
        let mut free = f64::NEG_INFINITY;
        for value in self.money.ticks(count) {
            let (x, text) = (self.point(value, 0.0).0, tick(value));
            let half = Type::SMALL.width(&text) / 2.0;
            if x - half > free && x + half <= self.frame.right + 8.0 {
                pen.text((x, self.frame.bottom + 15.0), &text, Type::SMALL, Ink::INK_2, Align::Middle);
                free = x + half + 10.0;
            }
        }
    }

    fn draw_goal(&self, pen: &Pen) {
        let Some(goal) = &self.figure.goal else { return };
        let y = self.point(0.0, goal.value()).1;
        let line = Stroke { ink: Ink::INK_3, width: 1.0, dash: Dash::Dashed };
        pen.line(&[(self.frame.left, y), (self.frame.right, y)], line);
    }

    /// The rule of each total, shown while it is looked at, and its hit target.
    fn draw_probes(&self, pen: &Pen) -> Vec<Mark> {
        let places: Vec<Point> = self.figure.totals.iter().map(|total| self.at(total)).collect();
        let mark = |(index, total): (usize, &Total)| {
            let x = places.get(index).map_or(self.frame.left, |place| place.0);
            let before = index.checked_sub(1).and_then(|before| places.get(before)).map(|place| place.0);
            let after = places.get(index + 1).map(|place| place.0);
            pen.probe(index, || {
                pen.line(&[(x, self.frame.top), (x, self.frame.bottom)], Stroke::solid(Ink::INK_3, 1.0));
                pen.dot(self.at(total), 3.5, Ink::INK_2);
            });
            let left = before.map_or(self.frame.left, |before| f64::midpoint(before, x));
            let right = after.map_or(self.frame.right, |after| f64::midpoint(x, after));
            let frame = Frame { left, right: right.max(left + 0.5), ..self.frame };
            Mark::new(frame, index, self.label(total))
        };
        self.figure.totals.iter().enumerate().map(mark).collect()
    }

    fn label(&self, total: &Total) -> String {
        let columns = &self.figure.columns;
        format!("{} {}\n{} {}", columns.total, total.money.text(), columns.best, total.figure.text())
    }
}
