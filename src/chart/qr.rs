//! A text as a QR code, for phones to read from a screen or from paper.

use fast_qr::{ECL, QRBuilder, QRCode};
use std::fmt::Write;

/// Longer texts make codes that a phone no longer reads from a screen.
pub const LONGEST_QR: usize = 600;
/// Modules a side up to which a phone still reads the code well; a larger one is better with fewer modules than with
/// more that may be missing.
const READABLE: usize = 69;
/// The empty modules around a code.
const QUIET: usize = 4;

/// A QR code as one path, in modules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Width and height, with the empty margin that readers need: the `viewBox` is `0 0 size size`.
    pub size: usize,
    /// The dark modules, as the `d` of a path to be filled.
    pub path: String,
}

/// The code of a text; none when it is too long to be read well.
///
/// A small code bears the loss of 15 % of it (level M), a large one of 7 % (level L).
#[must_use]
pub fn qr(text: &str) -> Option<Qr> {
    if text.len() > LONGEST_QR {
        return None;
    }
    let code = |level| QRBuilder::new(text).ecl(level).build().ok();
    let code = code(ECL::M).filter(|code| code.size <= READABLE).or_else(|| code(ECL::L))?;
    Some(Qr { size: code.size + 2 * QUIET, path: path(&code) })
}

/// Each run of dark modules in a row is a rectangle.
fn path(code: &QRCode) -> String {
    let mut path = String::new();
    for (y, row) in code.data.chunks(code.size).take(code.size).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a.value() == b.value()) {
            if run.first().is_some_and(|module| module.value()) {
                // Writing into a string does not fail.
                _ = write!(path, "M{} {}h{w}v1h-{w}z", x + QUIET, y + QUIET, w = run.len());
            }
            x += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_QR, Qr, qr};

    /// Draws the path as a reader's camera would see it, and reads it with another library.
    fn seen(code: &Qr) -> String {
        const SCALE: usize = 3;
        let mut dark = vec![vec![false; code.size]; code.size];
        for run in code.path.split('M').skip(1) {
            let numbers: Vec<usize> =
                run.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
            let [x, y, width, 1, back] = numbers[..] else { panic!("{run}") };
            assert_eq!(width, back);
            dark[y][x..x + width].fill(true);
        }
        let quiet = |at: usize| at < 4 || at >= code.size - 4;
        let margin = (0..code.size).flat_map(|y| (0..code.size).map(move |x| (x, y)));
        assert!(margin.filter(|(x, y)| quiet(*x) || quiet(*y)).all(|(x, y)| !dark[y][x]));
        let side = code.size * SCALE;
        let luma = |x: usize, y: usize| if dark[y / SCALE][x / SCALE] { 0 } else { 255 };
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, luma);
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1);
        grids[0].decode().unwrap().1
    }

    fn link(length: usize) -> String {
        "https://plan.example.tw/#p1".chars().chain("aZ9-_x".chars().cycle()).take(length).collect()
    }

    #[test]
    fn another_program_reads_it() {
        for length in [30, 331, 332, LONGEST_QR] {
            let text = link(length);
            assert_eq!(seen(&qr(&text).unwrap()), text);
        }
        assert_eq!(seen(&qr("https://例.tw/").unwrap()), "https://例.tw/");
    }

    #[test]
    fn what_a_phone_cannot_read_is_not_drawn() {
        assert_eq!(qr(&link(LONGEST_QR + 1)), None);
        assert_eq!(qr(&link(331)).map(|code| code.size), Some(69 + 8));
        assert!(qr(&link(LONGEST_QR)).unwrap().size <= 93);
    }
}
