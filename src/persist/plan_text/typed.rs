//! The contract's types, read from a tree: every refusal is a value of ours and knows its path, and no message of a
//! parser has to be taken apart.

use super::error::Found;
use super::shape::Shape;
use super::tree::Tree;
use core::iter::Enumerate;
use core::slice::Iter;
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

/// The fields of an object, and the one that is being read.
struct Fields<'t> {
    rest: Iter<'t, (String, Tree)>,
    at: Option<&'t (String, Tree)>,
}

impl<'t> MapAccess<'t> for Fields<'t> {
    type Error = Found;

    fn next_key_seed<K: DeserializeSeed<'t>>(&mut self, seed: K) -> Result<Option<K::Value>, Found> {
        self.at = self.rest.next();
        self.at.map(|(name, _)| seed.deserialize(StrDeserializer::new(name))).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'t>>(&mut self, seed: V) -> Result<V::Value, Found> {
        seed.deserialize(self.at.map_or(&Tree::Null, |(_, value)| value))
    }
}

/// The items of a list, and the one that is being read.
struct Items<'t> {
    rest: Enumerate<Iter<'t, Tree>>,
    at: Option<(usize, &'t Tree)>,
}

impl<'t> SeqAccess<'t> for Items<'t> {
    type Error = Found;

    fn next_element_seed<T: DeserializeSeed<'t>>(&mut self, seed: T) -> Result<Option<T::Value>, Found> {
        self.at = self.rest.next();
        self.at.map(|(_, item)| seed.deserialize(item)).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

/// An object or a list. What is refused within a field or an item is told where that is; what is refused after the
/// last one, such as a missing field, is refused of the whole.
fn object<'t, V: Visitor<'t>>(fields: &'t [(String, Tree)], visitor: V) -> Result<V::Value, Found> {
    let mut fields = Fields { rest: fields.iter(), at: None };
    visitor
        .visit_map(&mut fields)
        .map_err(|found| found.within_field(fields.at.map(|(name, _)| name.as_str())))
}

fn list<'t, V: Visitor<'t>>(items: &'t [Tree], visitor: V) -> Result<V::Value, Found> {
    let mut items = Items { rest: items.iter().enumerate(), at: None };
    visitor.visit_seq(&mut items).map_err(|found| found.within_item(items.at.map(|(place, _)| place)))
}

/// Reads a value of one shape and refuses every other.
macro_rules! only {
    ($($method:ident: $pattern:pat => $visit:ident($value:expr), $expected:ident;)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Found> {
            match self {
                $pattern => visitor.$visit($value),
                _ => Err(Found::wrong(self, Shape::$expected)),
            }
        })*
    };
}

// Each method visits what its type takes and nothing else: a derived type would read itself from a list, too.
impl<'de> Deserializer<'de> for &'de Tree {
    type Error = Found;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Found> {
        match self {
            Tree::Null => visitor.visit_unit(),
            Tree::Flag(flag) => visitor.visit_bool(*flag),
            Tree::Number(number) => visitor.visit_f64(*number),
            Tree::Text(text) => visitor.visit_str(text),
            Tree::List(items) => list(items, visitor),
            Tree::Object(fields) => object(fields, visitor),
        }
    }

    only! {
        deserialize_bool: Tree::Flag(flag) => visit_bool(*flag), Flag;
        deserialize_f64: Tree::Number(number) => visit_f64(*number), Number;
        deserialize_str: Tree::Text(text) => visit_str(text), Text;
        deserialize_string: Tree::Text(text) => visit_str(text), Text;
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Found> {
        let number = self.whole().ok_or_else(|| Found::wrong(self, Shape::WholeNumber))?;
        visitor.visit_u64(number)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Found> {
        match self {
            Tree::List(items) => list(items, visitor),
            _ => Err(Found::wrong(self, Shape::List)),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Found> {
        match self {
            Tree::Object(fields) => object(fields, visitor),
            _ => Err(Found::wrong(self, Shape::Object)),
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
            _ => Err(Found::wrong(self, Shape::Text)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Found> {
        match self {
            Tree::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Found> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 char bytes byte_buf unit unit_struct newtype_struct tuple
        tuple_struct identifier
    }
}
