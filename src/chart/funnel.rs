//! The funnel: a row per stage, what arrives as a bar, what is lost on the way as a hatched rest.
//!
//! A length is `ln(1 + volume)`, because volumes span orders of magnitude (480,000 impressions, 276
//! customers) and a linear bar would show the first stage and nothing else. It stays honest in the one
//! thing a reader compares: the hatched rest is `ln(previous / volume)`, so equal rests are equal loss
//! *rates* and the longest one is the worst step. Channels divide a bar by their true, linear share.
//! The figure's scale note says so under the picture and in its description.

use super::key::{Key, Segment};
use super::page::Page;
use super::pen::{Align, Frame, Pen, Stroke};
use super::text::Type;
use super::theme::{Ink, Theme};
use super::{Drawing, Mark, Size};
use crate::present::figure::{Cell, Funnel, FunnelPart, FunnelStage};

const NOTE_LINE: f64 = 18.0;
const NOTE_LINES: usize = 4;
/// Air above the note.
const NOTE_GAP: f64 = 6.0;
/// The thinnest bar of a stage that something reaches.
const THINNEST: f64 = 2.0;
/// The width a stage's name keeps beside long texts on a narrow page.
const SHORT_NAME: f64 = 39.0;
/// How pale a stage far from the customer may become when one channel has the funnel for itself.
const PALEST: usize = 3;

/// The shares of the page that names and rates may take beside the bars.
const NAMES: f64 = 0.28;
const RATES: f64 = 0.24;

/// Draws a funnel; the height follows from the number of stages.
#[must_use]
pub fn funnel(figure: &Funnel, size: Size, theme: Theme) -> Drawing {
    let page = Page::new(&figure.heading, size, theme);
    let plot = Plot::new(figure, &page);
    let note = Type::SMALL.wrap(&figure.scale_note, page.width(), NOTE_LINES);
    let note_top = plot.row_top(figure.stages.len()) + NOTE_GAP;
    let size = page.size(page.bottom(note_top + note.len() as f64 * NOTE_LINE));
    let pen = Pen::new(size, theme);
    page.draw(&pen);
    plot.key.draw(&pen, page.top());
    let mark = |(index, stage): (usize, &FunnelStage)| {
        pen.datum(index, || plot.draw_stage(&pen, index, stage));
        Mark::new(page.strip(plot.row_top(index), plot.row), index, label(figure, stage))
    };
    let marks = figure.stages.iter().enumerate().map(mark).collect();
    for (index, line) in note.iter().enumerate() {
        let y = note_top + (index as f64 + 0.5) * NOTE_LINE;
        pen.text((page.left(), y), line, Type::SMALL, Ink::INK_2, Align::Start);
    }
    let description = [figure.heading.description.as_str(), &figure.scale_note].join(" ");
    Drawing { svg: pen.document(&figure.heading.title.text(), description.trim()), size, marks }
}

/// What a tooltip says about a stage.
fn label(figure: &Funnel, stage: &FunnelStage) -> String {
    let mut lines = vec![format!("{} {}", stage.name, stage.volume.text())];
    lines.extend(rates(stage));
    if figure.channels.len() > 1 {
        let part = |part: &FunnelPart| format!("{} {}", figure.channel(part.channel), part.volume.text());
        lines.extend(stage.parts.iter().map(part));
    }
    lines.join("\n")
}

/// The text of a number that is not always there.
fn text_of(cell: Option<&Cell>) -> &str {
    cell.map_or("", |cell| &cell.text)
}

/// Conversion and loss in one line, if there is any of them.
fn rates(stage: &FunnelStage) -> Option<String> {
    let texts: Vec<&str> =
        [&stage.conversion, &stage.loss].into_iter().flatten().map(|cell| cell.text.as_str()).collect();
    (!texts.is_empty()).then(|| texts.join(" · "))
}

/// Lengths of bars on the page.
struct Lengths {
    left: f64,
    right: f64,
    /// The largest volume, which fills the room.
    largest: f64,
}

impl Lengths {
    /// The length of a volume's bar in pixels.
    fn of(&self, volume: f64) -> f64 {
        if volume <= 0.0 {
            return 0.0;
        }
        let share = volume.ln_1p() / self.largest.ln_1p();
        ((self.right - self.left) * share.min(1.0)).max(THINNEST)
    }

    /// The parts of a stage's bar in stacking order; a stage without parts is one of the first channel's.
    fn parts(&self, stage: &FunnelStage) -> Vec<Segment> {
        let length = self.of(stage.volume.value());
        let largest = stage.parts.iter().map(|part| part.volume.value()).fold(0.0, f64::max);
        // As shares of the largest part, because a sum of huge parts could overflow.
        let share =
            |part: &FunnelPart| if largest > 0.0 { (part.volume.value() / largest).max(0.0) } else { 0.0 };
        let total: f64 = stage.parts.iter().map(share).sum();
        if total <= 0.0 {
            return vec![Segment { channel: 0, left: self.left, right: self.left + length }];
        }
        let mut left = self.left;
        let mut segment = |part: &FunnelPart| {
            let right = left + length * share(part) / total;
            Segment { channel: part.channel, left: std::mem::replace(&mut left, right), right }
        };
        stage.parts.iter().map(&mut segment).collect()
    }
}

/// Where things stand.
struct Plot<'a> {
    figure: &'a Funnel,
    narrow: bool,
    left: f64,
    right: f64,
    lengths: Lengths,
    stacks: Vec<Vec<Segment>>,
    key: Key<'a>,
    top: f64,
    row: f64,
}

impl<'a> Plot<'a> {
    fn new(figure: &'a Funnel, page: &Page) -> Self {
        let narrow = page.is_narrow();
        let (left, right) = (page.left(), page.right());
        let (names, rates) = if narrow { (0.0, 0.0) } else { gutters(figure, page) };
        let largest = figure.stages.iter().map(|stage| stage.volume.value()).fold(0.0, f64::max);
        let lengths = Lengths { left: left + names, right: right - rates, largest };
        let stacks: Vec<_> = figure.stages.iter().map(|stage| lengths.parts(stage)).collect();
        let key = Key::new(&figure.channels, &stacks, (left, right));
        let top = page.top() + key.height();
        let row = if narrow { 60.0 } else { 54.0 };
        Self { figure, narrow, left, right, lengths, stacks, key, top, row }
    }

    fn row_top(&self, index: usize) -> f64 {
        self.top + index as f64 * self.row
    }

    /// Upper and lower edge of a stage's bar.
    fn bar_edges(&self, index: usize) -> (f64, f64) {
        let top = self.row_top(index);
        if self.narrow { (top + 26.0, top + 48.0) } else { (top + 10.0, top + 44.0) }
    }

    fn draw_stage(&self, pen: &Pen, index: usize, stage: &FunnelStage) {
        let edges = self.bar_edges(index);
        self.draw_loss(pen, index, stage);
        if self.figure.channels.len() > 1 {
            for part in self.stacks.get(index).into_iter().flatten() {
                self.key.draw_segment(pen, index, *part, edges);
            }
        } else {
            // One channel needs no telling apart: the tone deepens towards the customer instead.
            let steps_left = self.figure.stages.len().saturating_sub(index + 1);
            let (left, right) =
                (self.lengths.left, self.lengths.left + self.lengths.of(stage.volume.value()));
            let frame = Frame { left, top: edges.0, right, bottom: edges.1 };
            pen.bar(frame, Ink::series(steps_left.min(PALEST)), 1.0);
        }
        if self.narrow { self.write_above(pen, index, stage) } else { self.write_beside(pen, index, stage) }
    }

    /// The rest of the previous bar that did not arrive.
    fn draw_loss(&self, pen: &Pen, index: usize, stage: &FunnelStage) {
        let previous = index.checked_sub(1).and_then(|before| self.figure.stages.get(before));
        let length = |stage: &FunnelStage| self.lengths.left + self.lengths.of(stage.volume.value());
        let (from, to) = (length(stage), previous.map_or(0.0, length));
        if to - from < 1.0 {
            return;
        }
        let (top, bottom) = self.bar_edges(index);
        let ink = if stage.weakest { Ink::WARN } else { Ink::INK_3 };
        pen.hatch(Frame { left: from + 2.0, top, right: to, bottom }, 7.0, Stroke::solid(ink, 0.6));
        pen.line(&[(to, top), (to, bottom)], Stroke::solid(ink, 1.0));
    }

    /// Name and volume left of the bars, conversion and loss right of them.
    fn write_beside(&self, pen: &Pen, index: usize, stage: &FunnelStage) {
        let (top, bottom) = self.bar_edges(index);
        let (upper, lower) = (top + 7.0, bottom - 8.0);
        let room = self.lengths.left - self.left - 12.0;
        let name = Type::LABEL.fit(&stage.name, room);
        pen.text((self.left, upper), &name, Type::LABEL, Ink::INK_2, Align::Start);
        pen.text((self.left, lower), stage.volume.text(), Type::NUMBER, Ink::INK, Align::Start);
        let room = self.right - self.lengths.right - 12.0;
        let (strong, calm) = if stage.weakest { (Ink::WARN, Ink::WARN) } else { (Ink::INK, Ink::INK_2) };
        let conversion = whole(text_of(stage.conversion.as_ref()), Type::STRONG, room);
        pen.text((self.right, upper), conversion, Type::STRONG, strong, Align::End);
        let loss = whole(text_of(stage.loss.as_ref()), Type::SMALL, room);
        pen.text((self.right, lower), loss, Type::SMALL, calm, Align::End);
    }

    /// All texts in a line above the bar. Numbers are never cut: the conversion, which the loss repeats, gives way
    /// to the name, and the loss gives way too.
    fn write_above(&self, pen: &Pen, index: usize, stage: &FunnelStage) {
        let y = self.row_top(index) + 13.0;
        let width = self.right - self.left;
        let (set, ink) = if stage.weakest { (Type::STRONG, Ink::WARN) } else { (Type::SMALL, Ink::INK_2) };
        let volume = stage.volume.text();
        let room = width - Type::NUMBER.width(volume) - 20.0;
        let name_width = Type::LABEL.width(&stage.name);
        let all = rates(stage).filter(|all| set.width(all) + name_width <= room);
        let rest = room - name_width.min(SHORT_NAME);
        let one = |cell: &Option<Cell>| whole(text_of(cell.as_ref()), set, rest).to_owned();
        let fallback =
            || Some(one(&stage.loss)).filter(|loss| !loss.is_empty()).unwrap_or(one(&stage.conversion));
        let rates = all.unwrap_or_else(fallback);
        pen.text((self.right, y), &rates, set, ink, Align::End);
        let name = Type::LABEL.fit(&stage.name, (room - set.width(&rates)).max(0.0));
        pen.text((self.left, y), &name, Type::LABEL, Ink::INK_2, Align::Start);
        let x = self.left + if name.is_empty() { 0.0 } else { Type::LABEL.width(&name) + 8.0 };
        pen.text((x, y), volume, Type::NUMBER, Ink::INK, Align::Start);
    }
}

/// A text with a number, whole or not at all.
fn whole(text: &str, set: Type, room: f64) -> &str {
    if set.width(text) <= room + 0.01 { text } else { "" }
}

/// Room for the texts left and right of the bars, at most the shares of the page that leave bars to see.
fn gutters(figure: &Funnel, page: &Page) -> (f64, f64) {
    let mut widest = (0.0_f64, 0.0_f64);
    for stage in &figure.stages {
        let name = Type::LABEL.width(&stage.name).min(NAMES * page.width());
        let name = name.max(Type::NUMBER.width(stage.volume.text()));
        let conversion = Type::STRONG.width(text_of(stage.conversion.as_ref()));
        let rate = conversion.max(Type::SMALL.width(text_of(stage.loss.as_ref())));
        widest = (widest.0.max(name), widest.1.max(rate));
    }
    let gutter = |text: f64| if text > 0.0 { text + 18.0 } else { 0.0 };
    (gutter(widest.0), gutter(widest.1.min(RATES * page.width())))
}
