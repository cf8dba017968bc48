//! How single values are read and written: nothing may be `null`, whole numbers are written without `.0`.

use super::estimate::Estimate;
use super::phasing::Phasing;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use serde::de::{self, Deserializer, MapAccess, SeqAccess, Visitor, value::SeqAccessDeserializer};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

/// Reads an optional field that, when it stands there, has a value: `null` is refused like any wrong type.
pub(crate) fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(d: D) -> Result<Option<T>, D::Error> {
    T::deserialize(d).map(Some)
}

/// Plain numbers: 3000 rather than 3000.0, so that a file looks as a person would have written it.
pub(crate) mod number {
    use super::{Deserialize, Deserializer, Serializer};

    /// Whole numbers up to here are exact in an f64 and in every JSON reader.
    const EXACT: f64 = 9_007_199_254_740_992.0;

    #[allow(clippy::cast_possible_truncation, reason = "a whole number below 2^53 fits")]
    pub(crate) fn serialize<S: Serializer>(value: &f64, s: S) -> Result<S::Ok, S::Error> {
        if value.abs() <= EXACT
            && libm::trunc(*value).to_bits() == value.to_bits()
            && value.to_bits() != 1 << 63
        {
            s.serialize_i64(*value as i64)
        } else {
            s.serialize_f64(*value)
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<f64, D::Error> {
        f64::deserialize(d)
    }

    pub(crate) mod optional {
        use super::{Deserializer, Serializer};

        #[allow(clippy::ref_option, reason = "the signature that serde's `with` calls")]
        pub(crate) fn serialize<S: Serializer>(value: &Option<f64>, s: S) -> Result<S::Ok, S::Error> {
            match value {
                Some(value) => super::serialize(value, s),
                None => s.serialize_none(),
            }
        }

        pub(crate) fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Option<f64>, D::Error> {
            super::super::present(d)
        }
    }
}

/// Rates by stage id; a stage named twice is refused.
pub(crate) mod overrides {
    use super::{
        BTreeMap, Deserializer, Estimate, MapAccess, Serialize, Serializer, String, Visitor, de, fmt,
    };

    pub(crate) fn serialize<S: Serializer>(
        map: &BTreeMap<String, Estimate>,
        s: S,
    ) -> Result<S::Ok, S::Error> {
        map.serialize(s)
    }

    struct OverridesVisitor;

    impl<'de> Visitor<'de> for OverridesVisitor {
        type Value = BTreeMap<String, Estimate>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("rates by stage")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
            let mut map = BTreeMap::new();
            while let Some((stage, rate)) = access.next_entry::<String, Estimate>()? {
                if map.insert(stage, rate).is_some() {
                    return Err(de::Error::custom("a stage stands twice"));
                }
            }
            Ok(map)
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        d: D,
    ) -> Result<BTreeMap<String, Estimate>, D::Error> {
        d.deserialize_map(OverridesVisitor)
    }
}

impl Phasing {
    /// Whether every month gets the same.
    #[must_use]
    pub fn is_flat(&self) -> bool {
        matches!(self, Phasing::Flat)
    }
}

impl Serialize for Phasing {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            Phasing::Flat => s.serialize_str("flat"),
            Phasing::Seasonal => s.serialize_str("seasonal"),
            Phasing::Factors(factors) => factors.serialize(s),
        }
    }
}

struct PhasingVisitor;

impl<'de> Visitor<'de> for PhasingVisitor {
    type Value = Phasing;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\"flat\", \"seasonal\" or a list of factors")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Phasing, E> {
        match text {
            "flat" => Ok(Phasing::Flat),
            "seasonal" => Ok(Phasing::Seasonal),
            _ => Err(E::unknown_variant(text, &["flat", "seasonal"])),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Phasing, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(list)).map(Phasing::Factors)
    }
}

impl<'de> Deserialize<'de> for Phasing {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Phasing, D::Error> {
        d.deserialize_any(PhasingVisitor)
    }
}
