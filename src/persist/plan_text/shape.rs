//! What a value of JSON is, and what a field of a plan asks for.

use core::fmt;

/// The shape of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `null`, which no field takes.
    Null,
    /// `true` or `false`.
    Flag,
    /// A number.
    Number,
    /// A number without a fraction, at least 0.
    WholeNumber,
    /// A number, or an estimate with `value`, `low`, `high`, `source` and `note`.
    Estimate,
    /// A text.
    Text,
    /// `"flat"`, `"seasonal"` or a list of numbers.
    Phasing,
    /// A list.
    List,
    /// An object.
    Object,
}

impl Shape {
    /// The stable name of the shape.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Shape::Null => "null",
            Shape::Flag => "flag",
            Shape::Number => "number",
            Shape::WholeNumber => "whole_number",
            Shape::Estimate => "estimate",
            Shape::Text => "text",
            Shape::Phasing => "phasing",
            Shape::List => "list",
            Shape::Object => "object",
        }
    }
}

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Shape::Null => "null",
            Shape::Flag => "true or false",
            Shape::Number => "a number",
            Shape::WholeNumber => "a whole number",
            Shape::Estimate => "a number or an estimate",
            Shape::Text => "a text",
            Shape::Phasing => "\"flat\", \"seasonal\" or a list of numbers",
            Shape::List => "a list",
            Shape::Object => "an object",
        })
    }
}
