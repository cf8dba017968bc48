//! Another firm's accent colour, made readable: on light and on dark paper, as text and under text.
//!
//! Contrast is that of WCAG 2.2 (relative luminance of sRGB). A colour that falls short is moved towards black or
//! towards white in linear light, which keeps its hue, by the smallest step that reads everywhere it is used.

/// Text reaches this contrast (WCAG 2.2, 1.4.3, level AA).
pub const READABLE: f64 = 4.5;
/// So many steps lead from a colour to black or white.
const STEPS: u16 = 256;
/// An sRGB colour.
type Rgb = [u8; 3];

/// What an accent stands on, and what moves it away from there. The same colours as in `style/tokens.css`.
struct Ground {
    /// Sheet, paper and well.
    surfaces: [Rgb; 3],
    /// Where a colour moves that cannot be read.
    away: Rgb,
    /// What is written on the accent.
    ink: Rgb,
    /// How much of the accent is in its wash, of 1.
    wash: f64,
}

const LIGHT: Ground = Ground {
    surfaces: [[0xff, 0xff, 0xff], [0xfb, 0xfa, 0xf7], [0xf4, 0xf2, 0xec]],
    away: [0, 0, 0],
    ink: [0xff, 0xff, 0xff],
    wash: 0.12,
};
const DARK: Ground = Ground {
    surfaces: [[0x1c, 0x1e, 0x1f], [0x15, 0x16, 0x17], [0x23, 0x26, 0x27]],
    away: [0xff, 0xff, 0xff],
    ink: [0x10, 0x11, 0x12],
    wash: 0.04,
};

/// An accent in one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tone {
    /// The accent itself, for text, numbers and buttons.
    pub accent: Rgb,
    /// What is written on it.
    pub ink: Rgb,
    /// A tint of the sheet, which the accent can be read on.
    pub wash: Rgb,
    /// Whether the accent is not quite the colour that was asked for.
    pub mended: bool,
}

/// An accent in both themes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    /// On light paper.
    pub light: Tone,
    /// On dark paper.
    pub dark: Tone,
}

impl Accent {
    /// The accent nearest to a colour that can be read.
    #[must_use]
    pub fn of(colour: Rgb) -> Accent {
        Accent { light: tone(&LIGHT, colour), dark: tone(&DARK, colour) }
    }
}

fn tone(ground: &Ground, colour: Rgb) -> Tone {
    let moved = |step: u16| mixed(colour, ground.away, f64::from(step) / f64::from(STEPS));
    // At the last step the colour is black or white, which can be read.
    let accent = (0..=STEPS).map(moved).find(|moved| reads(ground, *moved)).unwrap_or(ground.away);
    Tone { accent, ink: ground.ink, wash: wash(ground, accent), mended: accent != colour }
}

fn reads(ground: &Ground, accent: Rgb) -> bool {
    let under = [wash(ground, accent), ground.ink];
    ground.surfaces.iter().chain(&under).all(|other| contrast(accent, *other) >= READABLE)
}

fn wash(ground: &Ground, accent: Rgb) -> Rgb {
    let [sheet, ..] = ground.surfaces;
    mixed(sheet, accent, ground.wash)
}

/// The contrast of two colours, from 1 to 21.
#[must_use]
pub fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Relative luminance as WCAG 2.2 defines it, 0 to 1.
fn luminance([r, g, b]: Rgb) -> f64 {
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/// A channel in linear light (IEC 61966-2-1).
fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of 255, rounded, is a byte"
)]
fn encoded(share: f64) -> u8 {
    let share = share.clamp(0.0, 1.0);
    let encoded = if share <= 0.003_130_8 { 12.92 * share } else { 1.055 * share.powf(1.0 / 2.4) - 0.055 };
    (255.0 * encoded).round() as u8
}

/// A colour with a share of another one mixed in, in linear light.
fn mixed([r, g, b]: Rgb, [s, h, c]: Rgb, share: f64) -> Rgb {
    let channel = |from: u8, to: u8| encoded(linear(from) + share * (linear(to) - linear(from)));
    if share <= 0.0 { [r, g, b] } else { [channel(r, s), channel(g, h), channel(b, c)] }
}

#[cfg(test)]
mod tests {
    use super::{Accent, DARK, Ground, LIGHT, READABLE, Tone, contrast, luminance};

    /// Expected values from the definition's own examples: black on white is 21, and #767676 is the lightest grey
    /// that reads on white.
    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
        assert!(contrast([0x76; 3], [255; 3]) >= READABLE);
        assert!(contrast([0x77; 3], [255; 3]) < READABLE);
        assert!((contrast([255; 3], [255; 3]) - 1.0).abs() < 1e-9);
        assert!((contrast([255, 0, 0], [255; 3]) - 3.998_476).abs() < 1e-6);
    }

    #[test]
    fn a_readable_colour_stays_as_it_is() {
        let accent = Accent::of([0x0c, 0x5c, 0x63]).light;
        assert_eq!((accent.accent, accent.mended), ([0x0c, 0x5c, 0x63], false));
        let accent = Accent::of([0x7c, 0xc7, 0xc9]).dark;
        assert_eq!((accent.accent, accent.mended), ([0x7c, 0xc7, 0xc9], false));
    }

    /// Every colour of a coarse grid through the whole cube.
    #[test]
    fn every_colour_becomes_readable_and_is_moved_no_further_than_it_must_be() {
        let channels = (0..=255u8).step_by(17);
        let colours = channels.clone().flat_map(|r| {
            channels.clone().flat_map(move |g| (0..=255u8).step_by(17).map(move |b| [r, g, b]))
        });
        let check = |ground: &Ground, asked: [u8; 3], tone: Tone| {
            let least = ground.surfaces.iter().chain([&tone.wash, &tone.ink]);
            let least = least.map(|other| contrast(tone.accent, *other)).fold(21.0, f64::min);
            assert!(least >= READABLE, "{asked:?} {tone:?} {least}");
            assert!(!tone.mended || least < 4.75, "{asked:?} {tone:?} {least}");
            assert_eq!(tone.mended, tone.accent != asked);
        };
        for asked in colours {
            let Accent { light, dark } = Accent::of(asked);
            check(&LIGHT, asked, light);
            check(&DARK, asked, dark);
        }
    }

    #[test]
    fn the_hue_is_kept() {
        let yellow = Accent::of([0xff, 0xd4, 0x00]).light.accent;
        assert!(yellow[0] > yellow[1] && yellow[2] == 0, "{yellow:?}");
        let navy = Accent::of([0x00, 0x10, 0x40]).dark.accent;
        assert!(navy[2] > navy[1] && navy[1] > navy[0], "{navy:?}");
        assert!(luminance(navy) > luminance([0x00, 0x10, 0x40]));
    }
}
