//! Estimates in few characters: the three points of an interval share their power of ten, and its ends are written as
//! distances from the value. `0.02, 0.014, 0.028, assumed` becomes `[14,20,6,8]`: 4·3 + 2, 20, 20 − 14, 28 − 20.

use super::super::super::plan_text::Tree;
use super::shape::SOURCES;

/// An estimate that has no shorter form than its own, or says no more than its value, stays as it is. Notes are
/// numbers already.
pub(super) fn write(estimate: &Tree) -> Tree {
    short(estimate).unwrap_or_else(|| estimate.clone())
}

/// The estimate of a text of [`write`]; none for anything else.
pub(super) fn read(wire: &Tree) -> Option<Tree> {
    let Tree::List(parts) = wire else { return Some(wire.clone()) };
    let number = |at: usize| parts.get(at).and_then(Tree::integer);
    let (value, range, source, note) = match parts.len() {
        2 | 3 => (parts.first()?.clone(), None, number(1)?, parts.get(2)),
        4 | 5 => {
            let (power, source) = (number(0)?.div_euclid(4), number(0)?.rem_euclid(4));
            let (value, below, above) = (number(1)?, number(2)?, number(3)?);
            let at = |distance: i64| Some(Tree::Number(scaled(value.checked_add(distance)?, power)?));
            (at(0)?, Some([at(below.checked_neg()?)?, at(above)?]), source, parts.get(4))
        }
        _ => return None,
    };
    let source = SOURCES.get(usize::try_from(source).ok()?)?;
    let mut fields = vec![("value".to_owned(), value)];
    if let Some([low, high]) = range {
        fields.extend([("low".to_owned(), low), ("high".to_owned(), high)]);
    }
    fields.push(("source".to_owned(), Tree::Text((*source).to_owned())));
    fields.extend(note.map(|note| ("note".to_owned(), note.clone())));
    Some(Tree::Object(fields))
}

fn short(estimate: &Tree) -> Option<Tree> {
    let Tree::Text(source) = estimate.field("source")? else { return None };
    let source = SOURCES.iter().position(|known| known == source)?;
    let value = estimate.field("value")?;
    let mut parts = match estimate.field("low").zip(estimate.field("high")) {
        Some((low, high)) => interval(value, low, high, i64::try_from(source).ok()?)?,
        None => vec![value.clone(), Tree::Number(f64::from(u8::try_from(source).ok()?))],
    };
    parts.extend(estimate.field("note").cloned());
    Some(Tree::List(parts))
}

/// The four numbers of an interval; none when they would not read back as the same three.
fn interval(value: &Tree, low: &Tree, high: &Tree, source: i64) -> Option<Vec<Tree>> {
    let points = [value, low, high].map(decimal);
    let [value, low, high] = [points[0]?, points[1]?, points[2]?];
    let power = [value, low, high].iter().map(|(_, power)| *power).max()?;
    let units = |(digits, of): (i64, i64)| {
        let zeros = u32::try_from(power - of).ok()?;
        digits.checked_mul(10_i64.checked_pow(zeros)?)
    };
    let (value, low, high) = (units(value)?, units(low)?, units(high)?);
    let numbers = [4 * power + source, value, value.checked_sub(low)?, high.checked_sub(value)?];
    let exact = numbers.iter().all(|number| number.unsigned_abs() < 1 << 53);
    exact.then(|| numbers.into_iter().map(whole).collect())
}

/// A number as digits and how far they stand behind the point: 0.014 is 14 and 3. None for what is no finite number,
/// and for −0, which has no digits to carry its sign.
fn decimal(number: &Tree) -> Option<(i64, i64)> {
    let Tree::Number(number) = number else { return None };
    // The shortest digits that read back as the same number.
    let text = format!("{number:e}");
    let (digits, exponent) = text.split_once('e')?;
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let digits: i64 = format!("{whole}{fraction}").parse().ok()?;
    let power = i64::try_from(fraction.len()).ok()? - exponent.parse::<i64>().ok()?;
    let same = scaled(digits, power).is_some_and(|back| back.to_bits() == number.to_bits());
    same.then_some((digits, power))
}

/// The number nearest to so many units of a power of ten.
fn scaled(units: i64, power: i64) -> Option<f64> {
    format!("{units}e{}", power.checked_neg()?).parse().ok().filter(|number: &f64| number.is_finite())
}

#[allow(clippy::cast_precision_loss, reason = "below 2^53 every whole number is exact")]
fn whole(number: i64) -> Tree {
    Tree::Number(number as f64)
}

#[cfg(test)]
mod tests {
    use super::{Tree, read, write};
    use proptest::prelude::*;

    fn tree(text: &str) -> Tree {
        serde_json::from_str(text).unwrap()
    }

    fn text(tree: &Tree) -> String {
        serde_json::to_string(tree).unwrap()
    }

    #[test]
    fn an_interval_is_four_numbers() {
        let cases = [
            (r#"{"value":0.02,"low":0.014,"high":0.028,"source":"assumption"}"#, "[14,20,6,8]"),
            (r#"{"value":12000,"low":9000,"high":15500,"source":"own","note":3}"#, "[-8,120,30,35,3]"),
            (r#"{"value":0.5,"source":"quote"}"#, "[0.5,3]"),
            (r#"{"value":7,"source":"assumption","note":0}"#, "[7,2,0]"),
            ("0.25", "0.25"),
        ];
        for (long, short) in cases {
            assert_eq!(text(&write(&tree(long))), short);
            assert_eq!(text(&read(&tree(short)).unwrap()), long);
        }
    }

    #[test]
    fn what_has_no_short_form_stays() {
        for long in [
            r#"{"value":0,"low":-0.0,"high":1,"source":"own"}"#,
            r#"{"value":1e300,"low":1,"high":1e301,"source":"own"}"#,
            r#"{"value":1,"low":5e-324,"high":2,"source":"own"}"#,
        ] {
            assert_eq!(text(&read(&write(&tree(long))).unwrap()), text(&tree(long)));
        }
    }

    #[test]
    fn other_lists_are_no_estimates() {
        for short in ["[]", "[1]", "[1,9]", "[1,2.5]", "[1,2,3,\"4\"]", "[1,2,3,4,5,6]", "[1,1e300,3,4]"] {
            assert_eq!(read(&tree(short)), None, "{short}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_bit_comes_back(value: f64, low: f64, high: f64) {
            prop_assume!(value.is_finite() && low.is_finite() && high.is_finite());
            let number = |name: &str, number| (name.to_owned(), Tree::Number(number));
            let source = ("source".to_owned(), Tree::Text("benchmark".into()));
            let long = Tree::Object(vec![number("value", value), number("low", low), number("high", high), source]);
            let wire = tree(&text(&write(&long)));
            prop_assert_eq!(text(&read(&wire).unwrap()), text(&long));
        }
    }
}
