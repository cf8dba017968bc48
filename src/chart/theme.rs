//! The chart's colours by role: a class on screen, a resolved colour in an exported file.

use plotters::style::RGBAColor;

/// Where a drawing will be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// On the page: only classes, the style sheet decides the colours; the page shows the title.
    Screen,
    /// A file of its own on light paper: resolved colours, font and title inside.
    ExportLight,
    /// The dark twin of [`Theme::ExportLight`].
    ExportDark,
}

/// The fonts of an exported file, the same stack as on the page.
pub(crate) const FONT_FAMILY: &str = "-apple-system, 'Segoe UI', 'Noto Sans TC', 'Noto Sans CJK TC', 'PingFang TC', \
     'Microsoft JhengHei', system-ui, sans-serif";

/// A colour by its role. plotters carries colours as RGB only, so the role travels in the red byte
/// and the dash pattern in the green one, and the backend reads them back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ink(u8);

/// How a line is broken, so that lines differ without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dash {
    /// An unbroken line.
    Solid,
    /// Strokes and gaps of equal length.
    Dashed,
    /// Short strokes, for guides.
    Dotted,
}

/// A role's class and its colour on light and on dark paper.
struct Tone(&'static str, &'static str, &'static str);

/// The colours of exported files, in the order of the constants of [`Ink`]: those of `style/tokens.css`, where the
/// series are the tints. The series step down in lightness within one hue, so they stay apart for every kind of colour vision and on a grey printer.
const TONES: [Tone; 12] = [
    Tone("ink", "#1d1c1a", "#f0eee9"),
    Tone("ink-2", "#55524c", "#bab6ae"),
    Tone("ink-3", "#6a665f", "#a19c94"),
    Tone("line", "#e4e0d8", "#343738"),
    Tone("accent", "#0c5c63", "#7cc7c9"),
    Tone("warn", "#7d5100", "#e7b75c"),
    Tone("paper", "#fbfaf7", "#151617"),
    Tone("series-1", "#0c5c63", "#7cc7c9"),
    Tone("series-2", "#337a80", "#5a9ea1"),
    Tone("series-3", "#7fb0b1", "#3a6c6f"),
    Tone("series-4", "#b9d4d3", "#2f5658"),
    Tone("series-5", "#dfeceb", "#243e40"),
];

impl Ink {
    pub(crate) const INK: Self = Self(0);
    pub(crate) const INK_2: Self = Self(1);
    pub(crate) const INK_3: Self = Self(2);
    pub(crate) const LINE: Self = Self(3);
    pub(crate) const ACCENT: Self = Self(4);
    pub(crate) const WARN: Self = Self(5);
    pub(crate) const PAPER: Self = Self(6);

    /// The tone of step `step` of `SERIES_STEPS`, counted from the strongest; wraps around.
    pub(crate) const fn series(step: usize) -> Self {
        Self(7 + (step % SERIES_STEPS) as u8)
    }

    /// The ink that can be read upon a series tone: paper on the strong steps, ink on the pale ones.
    pub(crate) const fn upon_series(step: usize) -> Self {
        if step % SERIES_STEPS < 2 { Self::PAPER } else { Self::INK }
    }

    /// The colour that carries this role through plotters.
    pub(crate) const fn carried(self, dash: Dash, opacity: f64) -> RGBAColor {
        RGBAColor(self.0, dash as u8, 0, opacity)
    }

    /// Reads the role back from what plotters carried.
    pub(crate) const fn from_carried(rgb: (u8, u8, u8)) -> Self {
        Self(rgb.0)
    }

    fn tone(self) -> &'static Tone {
        const UNKNOWN: &Tone = &TONES[0];
        TONES.get(usize::from(self.0)).unwrap_or(UNKNOWN)
    }

    /// The class the style sheet maps to a colour.
    pub(crate) fn class(self) -> &'static str {
        self.tone().0
    }

    /// The resolved colour; the screen has none of its own and gets the light one.
    pub(crate) fn color(self, theme: Theme) -> &'static str {
        match theme {
            Theme::Screen | Theme::ExportLight => self.tone().1,
            Theme::ExportDark => self.tone().2,
        }
    }
}

#[cfg(test)]
impl Ink {
    /// What a page's style sheet says, for looking at charts outside the page.
    pub(crate) fn style_sheet() -> String {
        TONES.iter().map(|Tone(class, light, _)| format!(".chart .{class}{{color:{light}}}")).collect()
    }
}

/// How many tones a stack can use before it has to repeat them with a hatch.
pub(crate) const SERIES_STEPS: usize = 5;

impl Dash {
    /// The `stroke-dasharray` in CSS pixels; none for an unbroken line.
    pub(crate) const fn array_of(rgb: (u8, u8, u8)) -> Option<&'static str> {
        match rgb.1 {
            1 => Some("5 4"),
            2 => Some("2 3"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(color: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&color[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_can_be_read_on_what_it_stands_on() {
        for theme in [Theme::ExportLight, Theme::ExportDark] {
            for ink in [Ink::INK, Ink::INK_2, Ink::ACCENT, Ink::WARN] {
                assert!(
                    contrast(ink.color(theme), Ink::PAPER.color(theme)) >= 4.5,
                    "{} {theme:?}",
                    ink.class()
                );
            }
            for step in 0..SERIES_STEPS {
                let ratio = contrast(Ink::upon_series(step).color(theme), Ink::series(step).color(theme));
                assert!(ratio >= 4.5, "series {step} {theme:?}: {ratio:.2}");
            }
        }
    }

    /// The style sheet's tokens, on one line and with the quotes of an attribute.
    fn tokens() -> String {
        let sheet = include_str!("../../style/tokens.css").replace('"', "'");
        sheet.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn an_exported_file_has_the_colours_of_the_page() {
        let tokens = tokens();
        for Tone(class, light, dark) in TONES {
            let token = class.replace("series", "tint");
            let line = format!("--{token}: light-dark({light}, {dark});");
            assert!(tokens.contains(&line), "{line}");
        }
    }

    #[test]
    fn an_exported_file_has_the_faces_of_the_page() {
        assert!(tokens().contains(&format!("--face: {FONT_FAMILY};")));
    }

    #[test]
    fn a_role_survives_the_journey_through_plotters() {
        let RGBAColor(r, g, b, _) = Ink::WARN.carried(Dash::Dashed, 1.0);
        assert_eq!(Ink::from_carried((r, g, b)), Ink::WARN);
        assert_eq!(Dash::array_of((r, g, b)), Some("5 4"));
        assert_eq!(Ink::from_carried((255, 0, 0)).class(), "ink");
    }

    #[test]
    fn series_are_different_tones() {
        let classes: Vec<_> = (0..SERIES_STEPS).map(|step| Ink::series(step).class()).collect();
        assert_eq!(classes, ["series-1", "series-2", "series-3", "series-4", "series-5"]);
    }
}
