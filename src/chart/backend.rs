//! Our own SVG backend for plotters.
//!
//! plotters' own measures text through the page (or counts bytes), draws on whole pixels and knows no
//! classes. Here a virtual pixel is a tenth of a CSS pixel, text is measured by [`Type`], colours are
//! roles ([`Ink`]) and every text is escaped. Coordinates are integers, so no NaN can be written.

use std::convert::Infallible;
use std::fmt::Write;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use super::Size;
use super::text::Type;
use super::theme::{Dash, FONT_FAMILY, Ink, Theme};

/// Virtual pixels in a CSS pixel.
pub(crate) const SUBPIXELS: i32 = 10;

/// Distance from the middle of a line of text to its baseline, in ems; `dominant-baseline` is not
/// understood everywhere an exported file is opened.
const MIDDLE_TO_BASELINE: f64 = 0.36;
/// Height of a line of text in ems.
const LINE_HEIGHT: f64 = 1.25;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// The body of an SVG document while it is being drawn.
pub(crate) struct Sheet {
    size: Size,
    theme: Theme,
    body: String,
}

impl Sheet {
    pub(crate) const fn new(size: Size, theme: Theme) -> Self {
        Self { size, theme, body: String::new() }
    }

    /// Where the drawing will be seen.
    pub(crate) const fn theme(&self) -> Theme {
        self.theme
    }

    /// Opens a group that stands for datum `index`; `hidden` ones wait for the style sheet to show them.
    pub(crate) fn open_datum(&mut self, class: &str, index: usize, hidden: bool) {
        let opacity = if hidden { r#" opacity="0""# } else { "" };
        self.push(format_args!(r#"<g class="{class}" data-i="{index}"{opacity}>"#));
    }

    /// Closes the group opened last.
    pub(crate) fn close_datum(&mut self) {
        self.body.push_str("</g>");
    }

    /// The whole document, with what a screen reader says about it.
    pub(crate) fn document(&self, title: &str, description: &str) -> String {
        let Size { width, height } = self.size;
        let style = match self.theme {
            Theme::Screen => String::new(),
            theme => format!(r#" font-family="{}" color="{}""#, escape(FONT_FAMILY), Ink::INK.color(theme)),
        };
        format!(
            concat!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" width="{width}" height="{height}" "#,
                r#"viewBox="0 0 {width} {height}"{style}><title>{title}</title><desc>{description}</desc>{body}</svg>"#
            ),
            width = width,
            height = height,
            style = style,
            title = escape(title),
            description = escape(description),
            body = self.body,
        )
    }

    /// Many lines as one path, which plotters has no element for.
    pub(crate) fn draw_lines<S: BackendStyle>(&mut self, lines: &[[BackendCoord; 2]], style: &S) {
        let paint = self.stroke(style);
        let points: String = lines.iter().copied().map(path_data).collect();
        self.push(format_args!(r#"<path d="{points}" {paint}/>"#));
    }

    fn push(&mut self, markup: std::fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = self.body.write_fmt(markup);
    }

    /// Attributes that paint `property` (fill or stroke) in a carried colour.
    fn paint(&self, property: &str, color: BackendColor) -> String {
        let ink = Ink::from_carried(color.rgb);
        let mut paint = match self.theme {
            Theme::Screen => format!(r#"class="{}" {property}="currentColor""#, ink.class()),
            theme => format!(r#"{property}="{}""#, ink.color(theme)),
        };
        if color.alpha < 1.0 {
            let _ = write!(paint, r#" {property}-opacity="{:.2}""#, color.alpha.max(0.0));
        }
        paint
    }

    fn stroke<S: BackendStyle>(&self, style: &S) -> String {
        let color = style.color();
        let width = Px(i32::try_from(style.stroke_width()).unwrap_or(SUBPIXELS));
        let mut stroke = format!(r#"fill="none" {} stroke-width="{width}""#, self.paint("stroke", color));
        if let Some(array) = Dash::array_of(color.rgb) {
            let _ = write!(stroke, r#" stroke-dasharray="{array}""#);
        }
        stroke
    }

    fn fill_or_stroke<S: BackendStyle>(&self, style: &S, fill: bool) -> String {
        if fill { self.paint("fill", style.color()) } else { self.stroke(style) }
    }
}

impl DrawingBackend for Sheet {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let scale = SUBPIXELS.unsigned_abs();
        (self.size.width.saturating_mul(scale), self.size.height.saturating_mul(scale))
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y, width, height) = (Px(from.0), Px(from.1), Px(to.0 - from.0), Px(to.1 - from.1));
        let paint = self.fill_or_stroke(style, fill);
        self.push(format_args!(r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" {paint}/>"#));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let paint = self.stroke(style);
        let points = path_data(path);
        self.push(format_args!(r#"<path d="{points}" {paint} stroke-linejoin="round"/>"#));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y, r) = (Px(center.0), Px(center.1), Px(i32::try_from(radius).unwrap_or(SUBPIXELS)));
        let paint = self.fill_or_stroke(style, fill);
        self.push(format_args!(r#"<circle cx="{x}" cy="{y}" r="{r}" {paint}/>"#));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let paint = self.paint("fill", style.color());
        let points = path_data(path);
        self.push(format_args!(r#"<path d="{points}Z" {paint}/>"#));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let size = style.size() / f64::from(SUBPIXELS);
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => r#" text-anchor="middle""#,
            HPos::Right => r#" text-anchor="end""#,
        };
        let below = match style.anchor().v_pos {
            VPos::Top => LINE_HEIGHT / 2.0 + MIDDLE_TO_BASELINE,
            VPos::Center => MIDDLE_TO_BASELINE,
            VPos::Bottom => MIDDLE_TO_BASELINE - LINE_HEIGHT / 2.0,
        };
        let (x, y) = (Px(at.0), Px(at.1 + (below * style.size()).round() as i32));
        let weight = if is_bold(style) { r#" font-weight="600""# } else { "" };
        let paint = self.paint("fill", style.color());
        let text = escape(text);
        self.push(format_args!(
            r#"<text x="{x}" y="{y}" font-size="{size}"{weight}{anchor} {paint}>{text}</text>"#
        ));
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        // Sizes arrive in virtual pixels already, so the answer is in virtual pixels too.
        let set = Type { size: style.size(), bold: is_bold(style) };
        Ok((set.width(text).ceil() as u32, (style.size() * LINE_HEIGHT).ceil() as u32))
    }
}

fn is_bold<S: BackendTextStyle>(style: &S) -> bool {
    matches!(style.style(), FontStyle::Bold)
}

/// Moves to the first point and lines to the others.
fn path_data(points: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut data = String::new();
    for (index, (x, y)) in points.into_iter().enumerate() {
        let step = if index == 0 { 'M' } else { 'L' };
        let _ = write!(data, "{step}{} {}", Px(x), Px(y));
    }
    data
}

/// Virtual pixels, written as CSS pixels with at most one decimal.
struct Px(i32);

impl std::fmt::Display for Px {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, tenth) = (self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10);
        if tenth == 0 { write!(f, "{sign}{whole}") } else { write!(f, "{sign}{whole}.{tenth}") }
    }
}

/// Text as XML content or attribute; characters XML 1.0 cannot hold become U+FFFD.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tenths_of_pixels_are_written_without_floats() {
        let written: Vec<_> = [0, 10, 15, -5, -120, 12_003].map(|v| Px(v).to_string()).to_vec();
        assert_eq!(written, ["0", "1", "1.5", "-0.5", "-12", "1200.3"]);
    }

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        assert_eq!(
            escape("<img onerror='a'>&\"\u{1}\n\u{202e}"),
            "&lt;img onerror=&#39;a&#39;&gt;&amp;&quot;\u{fffd} \u{202e}"
        );
    }
}
