//! The band under the numbers of the chain: a hint of the funnel's shape, not a chart to read values from.

use std::fmt::Write;

/// Width of the ribbon's `viewBox`, to be stretched with `preserveAspectRatio="none"`.
pub const RIBBON_WIDTH: f64 = 1_000.0;
/// Height of the ribbon's `viewBox`.
pub const RIBBON_HEIGHT: f64 = 64.0;

const THICKEST: f64 = 60.0;
const THINNEST: f64 = 10.0;
/// What is left of a stage that nothing reaches.
const EMPTY: f64 = 2.0;
/// Gap between segments.
const GAP: f64 = 2.0;
/// Volumes closer together than this factor do not use the whole range of thickness, so that a small
/// difference does not look like a large one.
const LEAST_FACTOR: f64 = 100.0;

/// Path data of one segment per volume, in the order given, each flowing into the thickness of the next.
///
/// Thickness falls with the logarithm of the volume, from the largest to the smallest. Zero, negative and
/// non-finite volumes become a thread. The paths fill a `viewBox` of [`RIBBON_WIDTH`] × [`RIBBON_HEIGHT`].
#[must_use]
pub fn ribbon(volumes: &[f64]) -> Vec<String> {
    let heights = thicknesses(volumes);
    let pitch = RIBBON_WIDTH / heights.len().max(1) as f64;
    let next = heights.iter().skip(1).chain(heights.last());
    heights
        .iter()
        .zip(next)
        .enumerate()
        .map(|(index, (from, to))| segment(index as f64 * pitch, pitch, *from, *to))
        .collect()
}

fn thicknesses(volumes: &[f64]) -> Vec<f64> {
    let drawable = |volume: &f64| volume.is_finite() && *volume > 0.0;
    let logs = || volumes.iter().filter(|volume| drawable(volume)).map(|volume| volume.ln());
    let largest = logs().fold(f64::NEG_INFINITY, f64::max);
    let smallest = logs().fold(f64::INFINITY, f64::min);
    let span = (largest - smallest).max(LEAST_FACTOR.ln());
    let thickness = |volume: &f64| THICKEST - (THICKEST - THINNEST) * (largest - volume.ln()) / span;
    volumes.iter().map(|volume| if drawable(volume) { thickness(volume) } else { EMPTY }).collect()
}

/// Flat for the first half, where the number stands, then an even curve to the next thickness.
fn segment(left: f64, width: f64, from: f64, to: f64) -> String {
    let middle = RIBBON_HEIGHT / 2.0;
    let (right, bend, ease) = (left + width - GAP, left + width * 0.4, left + width * 0.7);
    let mut path = String::new();
    // Writing to a String cannot fail.
    let _ = write!(
        path,
        "M{left:.1},{a:.1} L{bend:.1},{a:.1} C{ease:.1},{a:.1} {ease:.1},{b:.1} {right:.1},{b:.1} \
         L{right:.1},{c:.1} C{ease:.1},{c:.1} {ease:.1},{d:.1} {bend:.1},{d:.1} L{left:.1},{d:.1}Z",
        a = middle - from / 2.0,
        b = middle - to / 2.0,
        c = middle + to / 2.0,
        d = middle + from / 2.0,
    );
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_volume_is_the_thickest_and_the_smallest_can_still_be_seen() {
        let heights = thicknesses(&[200.0, 334.0, 834.0, 6_945.0, 347_223.0]);
        assert!(heights.windows(2).all(|pair| pair[0] < pair[1]), "{heights:?}");
        assert_eq!((heights[0], heights[4]), (THINNEST, THICKEST));
    }

    #[test]
    fn nearly_equal_volumes_look_nearly_equal() {
        let heights = thicknesses(&[100.0, 90.0]);
        assert!(heights[0] - heights[1] < 2.0, "{heights:?}");
    }

    #[test]
    fn nothing_and_nonsense_become_a_thread() {
        assert!(ribbon(&[]).is_empty());
        assert_eq!(thicknesses(&[0.0, f64::NAN, -1.0, f64::INFINITY]), [EMPTY; 4]);
        for path in ribbon(&[0.0, f64::NAN, 5.0, f64::MAX, 5e-324]) {
            assert!(!path.contains("NaN") && !path.contains("inf"), "{path}");
        }
    }
}
