//! JSON as it was written: duplicates still there, nothing converted. The contract's types are read from it, so that
//! every refusal is a value of ours and no message of a parser has to be taken apart.

use super::error::{Flaw, Found};
use super::shape::Shape;
use core::fmt;
use serde::Deserialize;
use serde::de::value::{MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};

/// A value of JSON.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Tree {
    Null,
    Flag(bool),
    Number(f64),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// The first field with this name.
    pub(super) fn field(&self, name: &str) -> Option<&Tree> {
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

    /// The path of the first field that stands twice in its object.
    pub(super) fn duplicate(&self) -> Option<String> {
        let join = |name: &str, rest: String| match rest.as_str() {
            "" => name.to_string(),
            _ if rest.starts_with('[') => format!("{name}{rest}"),
            _ => format!("{name}.{rest}"),
        };
        match self {
            Tree::List(items) => items
                .iter()
                .enumerate()
                .find_map(|(place, item)| item.duplicate().map(|rest| join(&format!("[{place}]"), rest))),
            Tree::Object(fields) => {
                let mut seen = std::collections::BTreeSet::new();
                fields.iter().find_map(|(key, value)| match seen.insert(key) {
                    false => Some(key.clone()),
                    true => value.duplicate().map(|rest| join(key, rest)),
                })
            }
            _ => None,
        }
    }

    fn shape(&self) -> Shape {
        match self {
            Tree::Null => Shape::Null,
            Tree::Flag(_) => Shape::Flag,
            Tree::Number(_) => Shape::Number,
            Tree::Text(_) => Shape::Text,
            Tree::List(_) => Shape::List,
            Tree::Object(_) => Shape::Object,
        }
    }

    fn refuse<T>(&self, expected: Shape) -> Result<T, Found> {
        Err(Flaw::WrongType { found: self.shape(), expected }.into())
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Tree, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
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
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Tree, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = access.next_entry()? {
            fields.push(field);
        }
        Ok(Tree::Object(fields))
    }
}

impl<'de> IntoDeserializer<'de, Found> for &'de Tree {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// Refuses a value of another shape than the caller's type asks for, else reads it as it is.
macro_rules! only {
    ($($method:ident: $pattern:pat => $expected:ident;)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Found> {
            match self {
                $pattern => self.deserialize_any(visitor),
                _ => self.refuse(Shape::$expected),
            }
        })*
    };
}

impl<'de> Deserializer<'de> for &'de Tree {
    type Error = Found;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Found> {
        match self {
            Tree::Null => visitor.visit_unit(),
            Tree::Flag(flag) => visitor.visit_bool(*flag),
            Tree::Number(number) => visitor.visit_f64(*number),
            Tree::Text(text) => visitor.visit_borrowed_str(text),
            Tree::List(items) => visitor.visit_seq(SeqDeserializer::new(items.iter())),
            Tree::Object(fields) => {
                let fields = fields.iter().map(|(key, value)| (key.as_str(), value));
                visitor.visit_map(MapDeserializer::new(fields))
            }
        }
    }

    only! {
        deserialize_bool: Tree::Flag(_) => Flag;
        deserialize_f64: Tree::Number(_) => Number;
        deserialize_str: Tree::Text(_) => Text;
        deserialize_string: Tree::Text(_) => Text;
        deserialize_seq: Tree::List(_) => List;
        deserialize_map: Tree::Object(_) => Object;
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Found> {
        self.whole().map_or_else(|| self.refuse(Shape::WholeNumber), |number| visitor.visit_u64(number))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Found> {
        match self {
            Tree::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Found> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Found> {
        match self {
            Tree::Text(text) => visitor.visit_enum(StrDeserializer::<Found>::new(text)),
            _ => self.refuse(Shape::Text),
        }
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 char bytes byte_buf unit unit_struct newtype_struct tuple
        tuple_struct identifier ignored_any
    }
}
