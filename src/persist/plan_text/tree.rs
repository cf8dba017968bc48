//! JSON as it was written: duplicates still there, nothing converted.

use super::error::joined;
use super::shape::Shape;
use crate::model::plan::Estimate;
use core::cell::RefCell;
use core::fmt;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

/// A value of JSON.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::persist) enum Tree {
    Null,
    Flag(bool),
    Number(f64),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

/// Why a text could not be read.
pub(super) enum Stopped {
    /// Within a value, with its path.
    Within(serde_json::Error, String),
    /// Behind the value, where nothing should follow.
    Behind(serde_json::Error),
}

impl Tree {
    /// Reads JSON.
    ///
    /// # Errors
    /// Why and where reading stopped.
    pub(super) fn parse(text: &str) -> Result<Tree, Stopped> {
        let within = RefCell::default();
        let mut source = serde_json::Deserializer::from_str(text);
        match Within(&within).deserialize(&mut source) {
            Ok(tree) => source.end().map(|()| tree).map_err(Stopped::Behind),
            Err(error) => Err(Stopped::Within(error, within.into_inner())),
        }
    }

    /// The first field with this name.
    pub(in crate::persist) fn field(&self, name: &str) -> Option<&Tree> {
        let Tree::Object(fields) = self else { return None };
        fields.iter().find_map(|(key, value)| (key == name).then_some(value))
    }

    /// The number without a fraction that stands here. Up to 2^53 every one is exact.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "guarded by the range")]
    pub(super) fn whole(&self) -> Option<u64> {
        match self {
            Tree::Number(n) if (0.0..=9_007_199_254_740_992.0).contains(n) && n.fract() == 0.0 => {
                Some(*n as u64)
            }
            _ => None,
        }
    }

    /// The number without a fraction, of either sign, that stands here. Up to 2^53 every one is exact.
    #[allow(clippy::cast_possible_truncation, reason = "guarded by the range")]
    pub(in crate::persist) fn integer(&self) -> Option<i64> {
        match self {
            Tree::Number(n) if n.abs() <= 9_007_199_254_740_992.0 && n.fract() == 0.0 => Some(*n as i64),
            _ => None,
        }
    }

    /// The path of the first field that stands twice in its object.
    pub(super) fn duplicate(&self) -> Option<String> {
        match self {
            Tree::List(items) => items
                .iter()
                .enumerate()
                .find_map(|(place, item)| item.duplicate().map(|rest| joined(&format!("[{place}]"), &rest))),
            Tree::Object(fields) => {
                let mut seen = std::collections::BTreeSet::new();
                fields.iter().find_map(|(key, value)| match seen.insert(key) {
                    false => Some(key.clone()),
                    true => value.duplicate().map(|rest| joined(key, &rest)),
                })
            }
            _ => None,
        }
    }

    pub(super) fn shape(&self) -> Shape {
        match self {
            Tree::Null => Shape::Null,
            Tree::Flag(_) => Shape::Flag,
            Tree::Number(_) => Shape::Number,
            Tree::Text(_) => Shape::Text,
            Tree::List(_) => Shape::List,
            Tree::Object(_) => Shape::Object,
        }
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Tree::Null => serializer.serialize_unit(),
            Tree::Flag(flag) => serializer.serialize_bool(*flag),
            // As the contract writes its numbers: whole ones without `.0`.
            Tree::Number(number) => Estimate::from(*number).serialize(serializer),
            Tree::Text(text) => serializer.serialize_str(text),
            Tree::List(items) => serializer.collect_seq(items),
            Tree::Object(fields) => serializer.collect_map(fields.iter().map(|(name, value)| (name, value))),
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Tree, D::Error> {
        Within(&RefCell::default()).deserialize(deserializer)
    }
}

/// Reads a tree. A parser tells lines and columns only, so the path of what it refuses grows here on the way out.
#[derive(Clone, Copy)]
struct Within<'p>(&'p RefCell<String>);

impl Within<'_> {
    fn stopped_in<E>(self, name: &str, error: E) -> E {
        self.0.replace_with(|rest| joined(name, rest));
        error
    }
}

impl<'de> DeserializeSeed<'de> for Within<'_> {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Within<'_> {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Tree, E> {
        Ok(Tree::Flag(flag))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Tree, E> {
        Ok(Tree::Number(number))
    }

    #[allow(clippy::cast_precision_loss, reason = "JSON numbers are read as the nearest f64")]
    fn visit_u64<E>(self, number: u64) -> Result<Tree, E> {
        Ok(Tree::Number(number as f64))
    }

    #[allow(clippy::cast_precision_loss, reason = "JSON numbers are read as the nearest f64")]
    fn visit_i64<E>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Number(number as f64))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.into()))
    }

    fn visit_string<E>(self, text: String) -> Result<Tree, E> {
        Ok(Tree::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        let stopped = |place: usize, error| self.stopped_in(&format!("[{place}]"), error);
        while let Some(item) = access.next_element_seed(self).map_err(|error| stopped(items.len(), error))? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Tree, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = access.next_key::<String>()? {
            let value = access.next_value_seed(self).map_err(|error| self.stopped_in(&name, error))?;
            fields.push((name, value));
        }
        Ok(Tree::Object(fields))
    }
}
