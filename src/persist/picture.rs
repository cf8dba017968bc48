//! Plans inside of pictures: who has the picture of a chart has the plan.
//!
//! An SVG has the plan's link in `<metadata id="backcast-plan">`, right behind its first tag; a PNG in a `tEXt` chunk
//! with the keyword `backcast-plan`, right behind its header. Both are places that other programs pass over, and that
//! many keep. The link has a checksum of its own, so neither place needs another.

use super::checksum;
use super::link::{self, LinkError};
use crate::model::plan::Plan;
use core::fmt;

/// The id of the element, and the keyword of the chunk.
pub const NAME: &str = "backcast-plan";

/// Larger pictures are refused unread; a chart is a hundredth of it.
pub const LARGEST: usize = 20_000_000;
/// The first bytes of every PNG.
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// A chunk has its length, its kind and its checksum beside its data.
const WORD: usize = 4;

/// Why a picture has no plan.
#[derive(Clone, Debug, PartialEq)]
pub enum PictureError {
    /// It is no picture of this kind.
    NotAPicture,
    /// It is one, without a plan in it: made by another program, or saved by one that leaves such things out.
    NoPlan,
    /// What stands in the plan's place does not open.
    Link(LinkError),
}

/// The plan of a picture of either kind.
///
/// # Errors
/// Why it has none.
pub fn of_bytes(bytes: &[u8]) -> Result<Plan, PictureError> {
    match (of_png(bytes), str::from_utf8(bytes)) {
        (Err(PictureError::NotAPicture), Ok(text)) => of_svg(text),
        (plan, _) => plan,
    }
}

/// An SVG with a link in it; none when the text is no SVG.
#[must_use]
pub fn into_svg(svg: &str, link: &str) -> Option<String> {
    let (head, rest) = svg.split_at_checked(root_end(svg)?)?;
    let link = link.replace('&', "&amp;").replace('<', "&lt;");
    Some(format!("{head}<metadata id=\"{NAME}\">{link}</metadata>{rest}"))
}

/// The plan of an SVG.
///
/// # Errors
/// Why it has none.
pub fn of_svg(svg: &str) -> Result<Plan, PictureError> {
    root_end(svg).ok_or(PictureError::NotAPicture)?;
    let inside = |part: &str| Some(part.split_once('>')?.1.split_once("</metadata")?.0.to_owned());
    let places: Vec<String> = svg.split("<metadata").skip(1).filter_map(inside).collect();
    of_text(&places.join("\n"))
}

/// The place behind the first tag, whose attributes may hold a `>`.
fn root_end(svg: &str) -> Option<usize> {
    let root = svg.find("<svg")?;
    let mut quote = None;
    for (at, character) in svg.get(root..)?.char_indices() {
        match (character, quote) {
            ('"' | '\'', None) => quote = Some(character),
            (character, Some(open)) if character == open => quote = None,
            ('>', None) if svg.get(..root + at)?.ends_with('/') => return None,
            ('>', None) => return Some(root + at + 1),
            _ => {}
        }
    }
    None
}

/// A PNG with a link in it; none when the bytes are no PNG.
#[must_use]
pub fn into_png(png: &[u8], link: &str) -> Option<Vec<u8>> {
    let rest = png.strip_prefix(SIGNATURE)?;
    let (_, after) = Chunk::first(rest).filter(|(header, _)| header.kind == b"IHDR")?;
    let (head, tail) = png.split_at_checked(png.len() - after.len())?;
    let data = [NAME.as_bytes(), b"\0", link.as_bytes()].concat();
    Some([head, &Chunk { kind: b"tEXt", data: &data }.bytes()?, tail].concat())
}

/// The plan of a PNG. What is behind the plan may be missing.
///
/// # Errors
/// Why it has none.
pub fn of_png(png: &[u8]) -> Result<Plan, PictureError> {
    let mut rest = png.strip_prefix(SIGNATURE).ok_or(PictureError::NotAPicture)?;
    let mut texts = vec![];
    while let Some((chunk, after)) = Chunk::first(rest) {
        texts.extend(chunk.text());
        rest = after;
    }
    of_text(&texts.join("\n"))
}

fn of_text(text: &str) -> Result<Plan, PictureError> {
    match link::decode(text) {
        Err(LinkError::NotALink) => Err(PictureError::NoPlan),
        plan => plan.map_err(PictureError::Link),
    }
}

/// A part of a PNG.
struct Chunk<'p> {
    kind: &'p [u8; WORD],
    data: &'p [u8],
}

impl<'p> Chunk<'p> {
    /// The chunk that bytes begin with, and what follows it.
    fn first(bytes: &'p [u8]) -> Option<(Chunk<'p>, &'p [u8])> {
        let (length, rest) = bytes.split_first_chunk::<WORD>()?;
        let (kind, rest) = rest.split_first_chunk::<WORD>()?;
        let (data, rest) = rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
        let (_, rest) = rest.split_at_checked(WORD)?;
        Some((Chunk { kind, data }, rest))
    }

    /// The text that stands under our keyword.
    fn text(&self) -> Option<&'p str> {
        let text = self.data.strip_prefix(NAME.as_bytes())?.strip_prefix(b"\0")?;
        str::from_utf8(text).ok().filter(|_| self.kind == b"tEXt")
    }

    fn bytes(&self) -> Option<Vec<u8>> {
        let length = u32::try_from(self.data.len()).ok()?;
        let body = [self.kind.as_slice(), self.data].concat();
        let checksum = checksum::of(&body);
        Some([length.to_be_bytes().as_slice(), &body, &checksum.to_be_bytes()].concat())
    }
}

impl fmt::Display for PictureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PictureError::NotAPicture => f.write_str("The file is no picture of this kind."),
            PictureError::NoPlan => f.write_str("There is no plan in the picture."),
            PictureError::Link(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for PictureError {}

#[cfg(test)]
mod tests {
    use super::{PictureError, into_png, into_svg, of_bytes, of_png, of_svg};
    use crate::model::plan::Plan;
    use crate::persist::link::{self, LinkError, Notes};
    use crate::persist::template;

    const PNG: &[u8] = include_bytes!("../../public/icons/favicon-32.png");
    const SVG: &str = include_str!("../../public/icons/favicon.svg");

    fn plan(id: &str) -> Plan {
        Plan::check(template::document(id, "zh-Hant").unwrap()).unwrap()
    }

    fn address(id: &str) -> String {
        link::address("https://plan.example.tw/?a=1&b=2", &link::encode(&plan(id), Notes::Kept).unwrap())
    }

    #[test]
    fn a_picture_gives_the_plan_back_and_stays_a_picture() {
        let link = address("shop");
        let png = into_png(PNG, &link).unwrap();
        assert_eq!(of_png(&png), Ok(plan("shop")));
        // All of the picture is still there, around one chunk of text.
        let chunk = &png[33..33 + png.len() - PNG.len()];
        assert_eq!([&png[..33], &png[33 + chunk.len()..]].concat(), PNG);
        assert_eq!(chunk[4..8 + 14 + link.len()], [b"tEXtbackcast-plan\0", link.as_bytes()].concat());
        let svg = into_svg(SVG, &link).unwrap();
        assert_eq!(of_svg(&svg), Ok(plan("shop")));
        assert_eq!([of_bytes(&png), of_bytes(svg.as_bytes())], [Ok(plan("shop")), Ok(plan("shop"))]);
        let (before, rest) = svg.split_once("<metadata").unwrap();
        assert_eq!(format!("{before}{}", rest.split_once("</metadata>").unwrap().1), SVG);
    }

    #[test]
    fn a_chunk_has_the_checksum_that_the_format_asks_for() {
        // The last chunk of every PNG, byte for byte.
        let end = super::Chunk { kind: b"IEND", data: b"" }.bytes().unwrap();
        assert_eq!(end, b"\0\0\0\0IEND\xae\x42\x60\x82");
        assert!(PNG.ends_with(&end));
    }

    #[test]
    fn what_has_no_plan_says_so() {
        assert_eq!(of_png(PNG), Err(PictureError::NoPlan));
        assert_eq!(of_svg(SVG), Err(PictureError::NoPlan));
        for text in ["", "<svg", "<svg/>", "<html></html>", "<svg a='>"] {
            assert_eq!(of_svg(text), Err(PictureError::NotAPicture), "{text}");
            assert_eq!(of_bytes(text.as_bytes()), Err(PictureError::NotAPicture), "{text}");
            assert_eq!(into_svg(text, "p1"), None, "{text}");
            assert_eq!(of_png(text.as_bytes()), Err(PictureError::NotAPicture));
            assert_eq!(into_png(text.as_bytes(), "p1"), None);
        }
        assert_eq!(into_png(&PNG[..20], "p1"), None);
    }

    #[test]
    fn a_damaged_picture_opens_as_its_plan_or_not_at_all() {
        let png = into_png(PNG, &address("shop")).unwrap();
        for cut in 0..png.len() {
            let opened = of_png(&png[..cut]);
            assert!(opened.is_err() || opened == Ok(plan("shop")), "{cut}");
        }
        for at in 0..png.len() {
            let mut flipped = png.clone();
            flipped[at] ^= 0x20;
            let opened = of_png(&flipped);
            assert!(opened.is_err() || opened == Ok(plan("shop")), "{at}");
        }
        let start = png.windows(4).position(|kind| kind == b"tEXt").unwrap();
        let other = [&png[..start], b"zTXt", &png[start + 4..]].concat();
        assert_eq!(of_png(&other), Err(PictureError::NoPlan));
        assert_eq!(of_bytes(b"\xff\xd8\xff\xe0 a JPEG"), Err(PictureError::NotAPicture));
        let huge = [super::SIGNATURE, &[0xff; 8], b"x"].concat();
        assert_eq!(of_png(&huge), Err(PictureError::NoPlan));
    }

    #[test]
    fn two_plans_are_none() {
        let [one, two] = [address("shop"), address("b2b")];
        let png = into_png(&into_png(PNG, &one).unwrap(), &two).unwrap();
        assert_eq!(of_png(&png), Err(PictureError::Link(LinkError::TwoLinks)));
        let svg = into_svg(&into_svg(SVG, &one).unwrap(), &two).unwrap();
        assert_eq!(of_svg(&svg), Err(PictureError::Link(LinkError::TwoLinks)));
        let twice = into_svg(&into_svg(SVG, &one).unwrap(), &one).unwrap();
        assert_eq!(of_svg(&twice), Ok(plan("shop")));
    }
}
