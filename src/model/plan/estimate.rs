//! A number that may be an assumption: its value, how far it may lie off, and where it comes from.

use super::field::Bounds;
use alloc::string::String;
use core::fmt;
use serde::de::{self, Deserializer, MapAccess, Visitor, value::MapAccessDeserializer};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

/// Where a number comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// 自有數據: measured by the owner of the plan.
    Own,
    /// 產業參考: published by somebody else.
    Benchmark,
    /// 假設: nobody measured it.
    #[default]
    Assumption,
    /// 報價: offered by a supplier.
    Quote,
}

impl Source {
    /// Its stable name, as it stands in JSON and in the style sheet.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Source::Own => "own",
            Source::Benchmark => "benchmark",
            Source::Assumption => "assumption",
            Source::Quote => "quote",
        }
    }
}

/// A number with an optional 80 % interval (P10, P90), a source and a note.
///
/// In JSON either a plain number or an object `{"value", "low", "high", "source", "note"}`; an estimate that
/// says no more than its value is written as a plain number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Estimate {
    /// The number the plan is computed with.
    pub value: f64,
    /// P10 and P90.
    pub range: Option<(f64, f64)>,
    /// Where the number comes from.
    pub source: Source,
    /// A note of the author.
    pub note: Option<String>,
}

impl From<f64> for Estimate {
    fn from(value: f64) -> Estimate {
        Estimate { value, ..Estimate::default() }
    }
}

impl Estimate {
    /// The same estimate around another value: its interval keeps its proportions, as far as the bounds allow. Around
    /// 0 there are no proportions, and the interval goes.
    #[must_use]
    pub fn moved_to(&self, value: f64, bounds: Bounds) -> Estimate {
        let factor = value / self.value;
        let moved = |(low, high): (f64, f64)| (low * factor, (high * factor).min(bounds.high).max(value));
        let fits = |(low, high): &(f64, f64)| bounds.hold(*low) && bounds.hold(*high) && *low <= value;
        Estimate { value, range: self.range.map(moved).filter(fits), ..self.clone() }
    }

    /// Whether the estimate says nothing but its value.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.range.is_none() && self.source == Source::Assumption && self.note.is_none()
    }
}

/// The object form. `low` and `high` come both or neither: that is checked with the plan, where the path is known.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Detailed {
    value: f64,
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "super::present")]
    low: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "super::present")]
    high: Option<f64>,
    #[serde(default)]
    source: Source,
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "super::present")]
    note: Option<String>,
}

impl Serialize for Estimate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_plain() {
            return super::number::serialize(&self.value, serializer);
        }
        let (low, high) = self.range.unzip();
        let Estimate { value, source, ref note, .. } = *self;
        Detailed { value, low, high, source, note: note.clone() }.serialize(serializer)
    }
}

struct EstimateVisitor;

impl<'de> Visitor<'de> for EstimateVisitor {
    type Value = Estimate;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number or an estimate")
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Estimate, E> {
        Ok(value.into())
    }

    #[allow(clippy::cast_precision_loss, reason = "JSON numbers are read as the nearest f64")]
    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Estimate, E> {
        Ok((value as f64).into())
    }

    #[allow(clippy::cast_precision_loss, reason = "JSON numbers are read as the nearest f64")]
    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Estimate, E> {
        Ok((value as f64).into())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Estimate, A::Error> {
        let Detailed { value, low, high, source, note } =
            Detailed::deserialize(MapAccessDeserializer::new(map))?;
        let range = match (low, high) {
            (Some(low), Some(high)) => Some((low, high)),
            (None, None) => None,
            _ => return Err(de::Error::custom("low and high come together")),
        };
        Ok(Estimate { value, range, source, note })
    }
}

impl<'de> Deserialize<'de> for Estimate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Estimate, D::Error> {
        deserializer.deserialize_any(EstimateVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::{Estimate, Source};
    use crate::plan::Field;

    #[test]
    fn a_source_is_written_by_its_id() {
        for source in [Source::Own, Source::Benchmark, Source::Assumption, Source::Quote] {
            assert_eq!(serde_json::to_value(source).unwrap(), source.id());
        }
    }

    #[test]
    fn an_interval_moves_with_its_value() {
        let rate = Estimate { value: 0.4, range: Some((0.3, 0.5)), source: Source::Own, note: None };
        let bounds = Field::ConversionRate.bounds();
        assert_eq!(rate.moved_to(0.8, bounds).range, Some((0.6, 1.0)));
        assert_eq!(rate.moved_to(0.9, bounds).range.map(|(_, high)| high), Some(1.0));
        assert_eq!(rate.moved_to(0.8, bounds).source, Source::Own);
        let none = Estimate { value: 0.0, range: Some((0.0, 0.1)), ..rate };
        assert_eq!(none.moved_to(0.2, bounds).range, None);
    }
}
