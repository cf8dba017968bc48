//! What the contract's types read, found by letting them read and writing down what they ask for.

use serde::de::value::{StrDeserializer, StringDeserializer};
use serde::de::{Deserialize, EnumAccess, IntoDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor, value::Error};

/// What stands somewhere in a plan.
#[derive(Debug, Default)]
pub(crate) enum Shape {
    #[default]
    Unknown,
    Flag,
    Number,
    Whole,
    Text,
    /// A value that comes in several shapes, by the words in which its type says so.
    Several(String),
    Choice(&'static [&'static str]),
    List(Box<Shape>),
    Map(Box<Shape>),
    Object(&'static str, Vec<(&'static str, Shape)>),
}

/// The shape of a type.
pub(crate) fn of<T: for<'de> Deserialize<'de>>() -> Shape {
    let mut shape = Shape::Unknown;
    T::deserialize(Probe { shape: &mut shape, without: None })
        .expect("the probe gives every type what it asks for");
    shape
}

/// Whether a type can be read without a field of one of its structs.
pub(crate) fn is_optional<T: for<'de> Deserialize<'de>>(structure: &str, field: &str) -> bool {
    T::deserialize(Probe { shape: &mut Shape::Unknown, without: Some((structure, field)) }).is_ok()
}

/// Gives a type what it asks for, and writes down what that was.
struct Probe<'p> {
    shape: &'p mut Shape,
    without: Option<(&'p str, &'p str)>,
}

macro_rules! scalars {
    ($($method:ident => $shape:ident, $visit:ident($value:expr);)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            *self.shape = Shape::$shape;
            visitor.$visit($value)
        })*
    };
}

impl<'de> Deserializer<'de> for Probe<'_> {
    type Error = Error;

    scalars! {
        deserialize_bool => Flag, visit_bool(true);
        deserialize_f64 => Number, visit_f64(0.5);
        deserialize_u32 => Whole, visit_u32(1);
        deserialize_str => Text, visit_str("text");
        deserialize_string => Text, visit_str("text");
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let expected: &dyn serde::de::Expected = &visitor;
        let words = expected.to_string();
        let numeric = words.contains("number");
        *self.shape = Shape::Several(words);
        if numeric { visitor.visit_f64(0.5) } else { visitor.visit_str("flat") }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let mut item = Shape::Unknown;
        let value = visitor.visit_seq(Items { item: Some(&mut item), without: self.without })?;
        *self.shape = Shape::List(Box::new(item));
        Ok(value)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let mut fields = Vec::new();
        let names = &["key"];
        let value =
            visitor.visit_map(Fields { names, fields: &mut fields, without: self.without, structure: "" })?;
        *self.shape = Shape::Map(Box::new(fields.pop().map(|(_, shape)| shape).unwrap_or_default()));
        Ok(value)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        structure: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let mut fields = Vec::new();
        let value =
            visitor.visit_map(Fields { names, fields: &mut fields, without: self.without, structure })?;
        *self.shape = Shape::Object(structure, fields);
        Ok(value)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        *self.shape = Shape::Choice(variants);
        visitor.visit_enum(First(variants))
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 char bytes byte_buf option unit unit_struct newtype_struct tuple
        tuple_struct identifier ignored_any
    }
}

/// The first word of a choice.
struct First(&'static [&'static str]);

impl<'de> EnumAccess<'de> for First {
    type Error = Error;
    type Variant = <StringDeserializer<Error> as EnumAccess<'de>>::Variant;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self::Variant), Error> {
        let first = self.0.first().ok_or_else(|| Error::custom("a choice of nothing"))?;
        let text: StringDeserializer<Error> = (*first).to_string().into_deserializer();
        text.variant_seed(seed)
    }
}

/// A list of one item.
struct Items<'p> {
    item: Option<&'p mut Shape>,
    without: Option<(&'p str, &'p str)>,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        let without = self.without;
        self.item.take().map(|shape| seed.deserialize(Probe { shape, without })).transpose()
    }
}

/// Every field of a struct in turn, but for the one that is left out.
struct Fields<'p> {
    names: &'static [&'static str],
    fields: &'p mut Vec<(&'static str, Shape)>,
    without: Option<(&'p str, &'p str)>,
    structure: &'static str,
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Error> {
        while let Some((name, rest)) = self.names.split_first() {
            self.names = rest;
            if self.without != Some((self.structure, name)) {
                self.fields.push((name, Shape::Unknown));
                return seed.deserialize(StrDeserializer::<Error>::new(name)).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        let (_, shape) = self.fields.last_mut().ok_or_else(|| Error::custom("a value before its key"))?;
        seed.deserialize(Probe { shape, without: self.without })
    }
}
