//! Reads a drawing back: whether it is well-formed, what it says and where.

use crate::chart::text::Type;

/// A text of a drawing and the box it takes.
#[derive(Debug, Clone)]
pub(super) struct Label {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl Label {
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// The tags of a document in order, without the text between them.
fn tags(svg: &str) -> Vec<&str> {
    svg.split('<').skip(1).map(|rest| &rest[..rest.find('>').expect("every tag ends")]).collect()
}

/// Panics unless every element is closed in order, every attribute quoted and every `&` an entity.
pub(super) fn assert_well_formed(svg: &str) {
    let mut open = Vec::new();
    for tag in tags(svg) {
        assert_eq!(tag.matches('"').count() % 2, 0, "unbalanced quotes in <{tag}>");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "in {svg}");
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap());
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
    for after in svg.split('&').skip(1) {
        let entity = &after[..after.find(';').expect("an entity ends")];
        assert!(["amp", "lt", "gt", "quot", "#39"].contains(&entity), "&{entity};");
    }
}

/// The value of an attribute of a tag.
pub(super) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

pub(super) fn labels(svg: &str) -> Vec<Label> {
    let label = |piece: &str| {
        let (tag, text) = piece.split_once('>').unwrap();
        let number = |name: &str| attribute(tag, name).unwrap().parse::<f64>().unwrap();
        let set = Type { size: number("font-size"), bold: attribute(tag, "font-weight").is_some() };
        let text = unescape(text.split('<').next().unwrap());
        let (x, y, width) = (number("x"), number("y"), set.width(&text));
        let left = match attribute(tag, "text-anchor") {
            Some("middle") => x - width / 2.0,
            Some("end") => x - width,
            _ => x,
        };
        Label { text, left, right: left + width, top: y - 0.8 * set.size, bottom: y + 0.15 * set.size }
    };
    svg.split("<text").skip(1).map(label).collect()
}

fn unescape(text: &str) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    entities.iter().fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}

/// Panics when a label leaves the drawing or two of them overlap.
pub(super) fn assert_labels_keep_apart(svg: &str, size: crate::chart::Size) {
    let labels = labels(svg);
    for (index, label) in labels.iter().enumerate() {
        let inside = label.left >= -0.5
            && label.top >= -0.5
            && label.right <= f64::from(size.width) + 0.5
            && label.bottom <= f64::from(size.height) + 0.5;
        assert!(inside, "{label:?} leaves {size:?}");
        if let Some(other) = labels[index + 1..].iter().find(|other| label.overlaps(other)) {
            panic!("{label:?} overlaps {other:?} in {size:?}");
        }
    }
}

/// Every number written in an attribute.
pub(super) fn assert_numbers_are_finite(svg: &str) {
    for tag in tags(svg) {
        for name in ["x", "y", "width", "height", "cx", "cy", "r", "d", "stroke-width", "font-size"] {
            let value = attribute(tag, name).unwrap_or_default();
            assert!(!value.contains("NaN") && !value.contains("inf") && !value.contains('e'), "{tag}");
        }
        for name in ["width", "height", "r"] {
            let value = attribute(tag, name).map_or(0.0, |value| value.parse::<f64>().unwrap());
            assert!(value >= 0.0, "{tag}");
        }
    }
}
