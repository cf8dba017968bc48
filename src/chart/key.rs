//! Where the names of stacked channels stand: inside their own part of a bar where there is room,
//! in a line above the bars where there is none.

use super::pen::{Align, Frame, Pen, Stroke};
use super::text::Type;
use super::theme::{Ink, SERIES_STEPS};

const LINE: f64 = 22.0;
const SWATCH: f64 = 10.0;
const SWATCH_GAP: f64 = 6.0;
const ENTRY_GAP: f64 = 16.0;
/// Air around a name inside its part of a bar.
const PADDING: f64 = 7.0;

/// So many channels can be told apart better by skipping a tone than by using neighbours.
const FEW: usize = 3;

/// One channel's part of a bar, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Segment {
    /// Index of the channel.
    pub(crate) channel: usize,
    /// Left end.
    pub(crate) left: f64,
    /// Right end.
    pub(crate) right: f64,
}

/// The names of the channels and their places.
pub(crate) struct Key<'a> {
    names: &'a [String],
    /// Per channel the bar that carries its name.
    bars: Vec<Option<usize>>,
    /// The channels that no bar could name, line by line.
    lines: Vec<Vec<usize>>,
    left: f64,
    room: f64,
}

impl<'a> Key<'a> {
    /// Finds the first bar with room for each name; a single channel needs none.
    pub(crate) fn new(names: &'a [String], stacks: &[Vec<Segment>], (left, right): (f64, f64)) -> Self {
        let names = if names.len() > 1 { names } else { &[] };
        let bar = |(channel, name): (usize, &String)| {
            let room = Type::SMALL.width(name) + 2.0 * PADDING;
            let fits = |part: &Segment| part.channel == channel && part.right - part.left >= room;
            // Nothing can be read upon a hatch.
            let plain = channel < SERIES_STEPS;
            stacks.iter().position(|stack| plain && stack.iter().any(fits))
        };
        let bars = names.iter().enumerate().map(bar).collect();
        let mut key = Self { names, bars, lines: Vec::new(), left, room: right - left };
        key.lines = key.break_lines();
        key
    }

    fn break_lines(&self) -> Vec<Vec<usize>> {
        let mut lines: Vec<Vec<usize>> = Vec::new();
        let mut used = f64::INFINITY;
        for channel in
            (0..self.names.len()).filter(|channel| !matches!(self.bars.get(*channel), Some(Some(_))))
        {
            let width = self.entry_width(channel);
            match lines.last_mut() {
                Some(line) if used + width <= self.room + ENTRY_GAP => {
                    line.push(channel);
                    used += width;
                }
                _ => {
                    lines.push(vec![channel]);
                    used = width;
                }
            }
        }
        lines
    }

    /// The step of tone of a channel; few channels leave out the second, the nearest to the first.
    fn step(&self, channel: usize) -> usize {
        if channel > 0 && self.names.len() <= FEW { channel + 1 } else { channel }
    }

    fn name(&self, channel: usize) -> String {
        let name = self.names.get(channel).map_or("", String::as_str);
        Type::SMALL.fit(name, self.room - SWATCH - SWATCH_GAP)
    }

    fn entry_width(&self, channel: usize) -> f64 {
        SWATCH + SWATCH_GAP + Type::SMALL.width(&self.name(channel)) + ENTRY_GAP
    }

    /// The height of the lines above the bars.
    pub(crate) fn height(&self) -> f64 {
        self.lines.len() as f64 * LINE
    }

    /// Writes the lines above the bars.
    pub(crate) fn draw(&self, pen: &Pen, top: f64) {
        let mut y = top + SWATCH / 2.0 + 2.0;
        for line in &self.lines {
            let mut x = self.left;
            for channel in line {
                let (top, bottom) = (y - SWATCH / 2.0, y + SWATCH / 2.0);
                fill(pen, self.step(*channel), Frame { left: x, top, right: x + SWATCH, bottom });
                let at = (x + SWATCH + SWATCH_GAP, y);
                pen.text(at, &self.name(*channel), Type::SMALL, Ink::INK_2, Align::Start);
                x += self.entry_width(*channel);
            }
            y += LINE;
        }
    }

    /// Draws a part of bar `bar`, with its name when this is the bar that carries it.
    pub(crate) fn draw_segment(&self, pen: &Pen, bar: usize, part: Segment, (top, bottom): (f64, f64)) {
        // A hairline of paper keeps neighbours apart without their colours.
        let gap = if part.right - part.left > 3.0 { 1.0 } else { 0.0 };
        fill(pen, self.step(part.channel), Frame { left: part.left, top, right: part.right - gap, bottom });
        if self.bars.get(part.channel) == Some(&Some(bar)) {
            let at = (part.left + PADDING, f64::midpoint(top, bottom));
            let ink = Ink::upon_series(self.step(part.channel));
            pen.text(at, &self.name(part.channel), Type::SMALL, ink, Align::Start);
        }
    }
}

/// A step of tone; from the sixth step on the tones repeat with a hatch over them.
fn fill(pen: &Pen, step: usize, frame: Frame) {
    pen.bar(frame, Ink::series(step), 1.0);
    if step >= SERIES_STEPS {
        pen.hatch(frame, 4.0, Stroke::solid(Ink::PAPER, 1.2));
    }
}
