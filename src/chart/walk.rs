//! How the keys move from datum to datum, and where the tooltip stands.

use super::{Mark, Size};

/// The mark that a key leads to; none when the key does not move, or nothing can be looked at.
#[must_use]
pub fn step(key: &str, at: Option<usize>, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowRight" | "ArrowDown" => Some(at.map_or(0, |at| (at + 1).min(last))),
        "ArrowLeft" | "ArrowUp" => Some(at.map_or(last, |at| at.saturating_sub(1))),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

/// Where the tooltip stands, in CSS pixels from one edge of the drawing on each axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Corner {
    /// From the left, where that side has more room.
    pub left: Option<f64>,
    /// From the right otherwise.
    pub right: Option<f64>,
    /// From above.
    pub top: Option<f64>,
    /// From below, in the lower half.
    pub bottom: Option<f64>,
}

/// Marks wider than this share of the drawing are rows; others are columns.
const ROW: f64 = 0.7;
/// Between the mark and its tooltip.
const GAP: f64 = 10.0;

/// The corner beside a column, or below or above a row, so that the datum itself stays in sight.
#[must_use]
pub fn corner(mark: &Mark, size: Size) -> Corner {
    let (width, height) = (f64::from(size.width), f64::from(size.height));
    let center = mark.x + mark.width / 2.0;
    if mark.width > ROW * width {
        let above = mark.y + mark.height / 2.0 > height / 2.0;
        return Corner {
            left: None,
            right: Some(0.0),
            top: (!above).then_some(mark.y + mark.height),
            bottom: above.then_some(height - mark.y),
        };
    }
    let right_side = center <= width / 2.0;
    Corner {
        left: right_side.then_some(center + GAP),
        right: (!right_side).then_some(width - center + GAP),
        top: Some(mark.y),
        bottom: None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Corner, corner, step};
    use crate::chart::{Mark, Size};

    #[test]
    fn the_arrows_stop_at_the_ends() {
        assert_eq!(step("ArrowRight", None, 3), Some(0));
        assert_eq!(step("ArrowRight", Some(2), 3), Some(2));
        assert_eq!(step("ArrowLeft", None, 3), Some(2));
        assert_eq!(step("ArrowUp", Some(0), 3), Some(0));
        assert_eq!(step("End", Some(0), 3), Some(2));
        assert_eq!(step("Tab", Some(0), 3), None);
        assert_eq!(step("ArrowRight", None, 0), None);
    }

    fn mark(x: f64, y: f64, width: f64, height: f64) -> Mark {
        Mark { x, y, width, height, datum: 0, label: String::new() }
    }

    #[test]
    fn the_tooltip_leaves_its_datum_in_sight() {
        let size = Size { width: 400, height: 200 };
        let beside = |left, right| Corner { left, right, top: Some(5.0), bottom: None };
        assert_eq!(corner(&mark(0.0, 5.0, 40.0, 150.0), size), beside(Some(30.0), None));
        assert_eq!(corner(&mark(360.0, 5.0, 40.0, 150.0), size), beside(None, Some(30.0)));
        let row = |top, bottom| Corner { left: None, right: Some(0.0), top, bottom };
        assert_eq!(corner(&mark(0.0, 0.0, 400.0, 50.0), size), row(Some(50.0), None));
        assert_eq!(corner(&mark(0.0, 150.0, 400.0, 50.0), size), row(None, Some(50.0)));
    }
}
