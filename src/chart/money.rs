//! Money by channel: what it takes above what it brings, as a pair of bars from a common zero.

use super::axis::Scale;
use super::page::Page;
use super::pen::{Align, Frame, Pen, Plane, Stroke, place};
use super::text::Type;
use super::theme::{Ink, Theme};
use super::{Drawing, Mark, Size};
use crate::present::figure::{Amount, ChannelMoney, Money};

/// Height of one bar; the text at its end decides it.
const BAR: f64 = 14.0;
/// Gap between the two bars of a pair.
const GAP: f64 = 4.0;
/// Gap between a bar and its text.
const TEXT_GAP: f64 = 7.0;
/// Height of the name above the pair on a narrow page.
const NAME_LINE: f64 = 22.0;

/// Draws money by channel; the height follows from the number of channels.
#[must_use]
pub fn money(figure: &Money, size: Size, theme: Theme) -> Drawing {
    let page = Page::new(&figure.heading, size, theme);
    let plot = Plot::new(figure, &page);
    let end = plot.row_top(figure.channels.len());
    let size = page.size(page.bottom(end));
    let pen = Pen::new(size, theme);
    page.draw(&pen);
    plot.draw_key(&pen, &page);
    if plot.narrow {
        // On a phone the names stand between the bars, so the zero line is drawn pair by pair.
        (0..figure.channels.len())
            .for_each(|index| plot.draw_zero(&pen, plot.pair_top(index) - 3.0, plot.pair_top(index) + 35.0));
    } else if !figure.channels.is_empty() {
        plot.draw_zero(&pen, plot.row_top(0), end);
    }
    let marks = figure.channels.iter().enumerate().map(|(index, channel)| {
        pen.datum(index, || plot.draw_channel(&pen, index, channel));
        Mark::new(page.strip(plot.row_top(index), plot.row), index, plot.label(channel))
    });
    let marks = marks.collect();
    Drawing { svg: pen.document(&figure.heading.title.text(), &figure.heading.description), size, marks }
}

/// Where things stand.
struct Plot<'a> {
    figure: &'a Money,
    narrow: bool,
    left: f64,
    right: f64,
    top: f64,
    row: f64,
    bars: Frame,
    scale: Scale,
    plane: Plane,
    /// Whether the texts of the first pair say which bar is which; else a line above the bars does.
    named: bool,
}

/// The amounts may take this share of the page; their words give way before.
const WIDEST: f64 = 0.8;
/// The line that says which bar is which.
const KEY_LINE: f64 = 24.0;
const SWATCH: f64 = 10.0;

impl<'a> Plot<'a> {
    fn new(figure: &'a Money, page: &Page) -> Self {
        let narrow = page.is_narrow();
        let widest = |width: &dyn Fn(usize, &ChannelMoney) -> f64| {
            figure
                .channels
                .iter()
                .enumerate()
                .map(|(index, channel)| width(index, channel))
                .fold(0.0, f64::max)
        };
        let names = if narrow {
            0.0
        } else {
            widest(&|_, c| Type::LABEL.width(&c.name)).min(0.28 * page.width()) + 16.0
        };
        let columns = &figure.columns;
        let texts = |named: bool| {
            widest(&|index, c| {
                let width = |amount: &Amount, name: &str, set: Type| {
                    set.width(&text_of(named && index == 0, name, amount))
                };
                width(&c.cost, &columns.cost, Type::SMALL).max(width(&c.value, &columns.value, Type::STRONG))
            })
        };
        // A pixel more than measured: bars end on tenths of pixels and must not cost the text its last letter.
        let around = TEXT_GAP + 1.0;
        // A number cut short is a wrong number: the words go elsewhere before it loses a digit.
        let with_names = texts(true) + around;
        let named = with_names <= if narrow { 0.55 } else { 0.45 } * page.width();
        let room = if named { with_names } else { texts(false) + around }.min(WIDEST * page.width());
        let scale = Scale::of(figure.channels.iter().flat_map(|c| [c.cost.value(), c.value.value()]));
        let bars = Frame { left: page.left() + names, top: 0.0, right: page.right() - room, bottom: 1.0 };
        // The bars reach their room exactly; the air of the range is for lines.
        let plane = bars.plane(scale.ends(), (0.0, 1.0));
        let row = if narrow { NAME_LINE + 50.0 } else { 50.0 };
        Self {
            figure,
            narrow,
            left: page.left(),
            right: page.right(),
            top: page.top() + if named || figure.channels.is_empty() { 0.0 } else { KEY_LINE },
            row,
            bars,
            scale,
            plane,
            named,
        }
    }

    /// Says above the bars which is which, in their colours.
    fn draw_key(&self, pen: &Pen, page: &Page) {
        if self.named || self.figure.channels.is_empty() {
            return;
        }
        let columns = &self.figure.columns;
        let (mut x, y) = (self.left, page.top() + SWATCH / 2.0 + 2.0);
        for (name, ink) in [(&columns.cost, Ink::INK_3), (&columns.value, Ink::ACCENT)] {
            let (top, bottom) = (y - SWATCH / 2.0, y + SWATCH / 2.0);
            pen.bar(Frame { left: x, top, right: x + SWATCH, bottom }, ink, 1.0);
            let name = Type::SMALL.fit(name, page.width() / 2.0 - SWATCH - 3.0 * TEXT_GAP);
            pen.text((x + SWATCH + TEXT_GAP, y), &name, Type::SMALL, Ink::INK_2, Align::Start);
            x += SWATCH + 3.0 * TEXT_GAP + Type::SMALL.width(&name);
        }
    }

    fn row_top(&self, index: usize) -> f64 {
        self.top + index as f64 * self.row
    }

    fn pair_top(&self, index: usize) -> f64 {
        let above = if self.narrow { NAME_LINE + 4.0 } else { (self.row - 2.0 * BAR - GAP) / 2.0 };
        self.row_top(index) + above
    }

    fn x_of(&self, value: f64) -> f64 {
        place(&self.plane, (self.scale.share(value), 0.0)).0
    }

    fn draw_zero(&self, pen: &Pen, top: f64, bottom: f64) {
        let x = self.x_of(0.0);
        pen.line(&[(x, top), (x, bottom)], Stroke::solid(Ink::INK_3, 1.0));
    }

    fn draw_channel(&self, pen: &Pen, index: usize, channel: &ChannelMoney) {
        let pair = self.pair_top(index);
        let (name_y, room) = if self.narrow {
            (self.row_top(index) + 13.0, self.right - self.left)
        } else {
            (pair + BAR + GAP / 2.0, self.bars.left - self.left - 12.0)
        };
        let set = if self.narrow { Type::STRONG } else { Type::LABEL };
        pen.text((self.left, name_y), &set.fit(&channel.name, room), set, Ink::INK, Align::Start);
        let brings = if channel.loses() { Ink::WARN } else { Ink::ACCENT };
        let columns = &self.figure.columns;
        let named = self.named && index == 0;
        let cost = (&channel.cost, text_of(named, &columns.cost, &channel.cost));
        let value = (&channel.value, text_of(named, &columns.value, &channel.value));
        self.draw_bar(pen, pair, cost, Ink::INK_3, (Type::SMALL, Ink::INK_2));
        self.draw_bar(pen, pair + BAR + GAP, value, brings, (Type::STRONG, brings));
    }

    fn draw_bar(
        &self,
        pen: &Pen,
        top: f64,
        (amount, text): (&Amount, String),
        ink: Ink,
        (set, text_ink): (Type, Ink),
    ) {
        let (zero, end) = (self.x_of(0.0), self.x_of(amount.value()));
        // A sum too small to be seen is still not nothing.
        let end = if amount.value() > 0.0 { end.max(zero + 1.0) } else { end };
        pen.bar(Frame { left: zero.min(end), top, right: zero.max(end), bottom: top + BAR }, ink, 1.0);
        let x = zero.max(end) + TEXT_GAP;
        pen.text((x, top + BAR / 2.0), &set.fit(&text, self.right - x), set, text_ink, Align::Start);
    }

    /// What a tooltip says about a channel.
    fn label(&self, channel: &ChannelMoney) -> String {
        let columns = &self.figure.columns;
        let (cost, value) = (channel.cost.text(), channel.value.text());
        format!("{}\n{} {cost}\n{} {value}", channel.name, columns.cost, columns.value)
    }
}

/// The text at the end of a bar; in the first pair with the name of the bar, so that no legend is needed.
fn text_of(named: bool, name: &str, amount: &Amount) -> String {
    if named { format!("{name} {}", amount.text()) } else { amount.text().to_owned() }
}
