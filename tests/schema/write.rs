//! From the shapes of the types and the field table to JSON Schema, draft 2020-12.

use crate::shape::{Shape, is_optional, of};
use backcast::model::plan::field::Bounds;
use backcast::model::plan::{Document, Field, Source, VERSION};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The lengths of lists, which no type states.
const LENGTHS: [(&str, u32, u32); 3] = [("stages", 2, 12), ("channels", 1, 200), ("seasonality", 12, 12)];

/// The schema of a plan, and the fields of the table that it mentions.
pub(crate) fn schema() -> (Value, BTreeSet<Field>) {
    let mut writer = Writer::default();
    let mut schema = writer.value("", &of::<Document>());
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!("Backcast plan, version 1");
    schema["$comment"] = json!(
        "Generated from the types and the field table. What a schema cannot say, such as ids \
        that must exist and a low that must not pass its value, is checked when a plan is read."
    );
    (schema, writer.fields)
}

#[derive(Default)]
struct Writer {
    fields: BTreeSet<Field>,
}

impl Writer {
    fn value(&mut self, path: &str, shape: &Shape) -> Value {
        match shape {
            Shape::Unknown => panic!("nothing was asked for at {path}"),
            Shape::Flag => json!({"type": "boolean"}),
            Shape::Text => text(path),
            Shape::Choice(words) => json!({"enum": words}),
            Shape::Whole if path == "version" => json!({"const": VERSION}),
            Shape::Whole => self.number(path, "integer"),
            Shape::Number => self.number(path, "number"),
            Shape::Several(words) if words == "a number or an estimate" => self.estimate(path),
            Shape::Several(_) => {
                let factors = json!({"type": "array", "items": self.number(&format!("{path}[]"), "number")});
                json!({"oneOf": [{"enum": ["flat", "seasonal"]}, factors]})
            }
            Shape::List(item) => {
                let mut list = json!({"type": "array", "items": self.value(&format!("{path}[]"), item)});
                if let Some((_, least, most)) = LENGTHS.iter().find(|(name, ..)| *name == path) {
                    (list["minItems"], list["maxItems"]) = (json!(least), json!(most));
                }
                list
            }
            Shape::Map(item) => {
                json!({"type": "object", "additionalProperties": self.value(&format!("{path}.{{}}"), item)})
            }
            Shape::Object(name, fields) => self.object(path, name, fields),
        }
    }

    fn object(&mut self, path: &str, name: &str, fields: &[(&str, Shape)]) -> Value {
        let join = |field: &str| if path.is_empty() { field.to_string() } else { format!("{path}.{field}") };
        let properties: Map<String, Value> = fields
            .iter()
            .map(|(field, shape)| ((*field).to_string(), self.value(&join(field), shape)))
            .collect();
        let required: Vec<&str> = fields
            .iter()
            .map(|(field, _)| *field)
            .filter(|field| !is_optional::<Document>(name, field))
            .collect();
        let mut object = json!({
            "type": "object", "properties": properties, "required": required, "additionalProperties": false
        });
        for (key, rule) in rules(path) {
            object[key] = rule;
        }
        object
    }

    fn number(&mut self, path: &str, kind: &str) -> Value {
        let field =
            *Field::ALL.iter().find(|field| field.pattern() == path).unwrap_or_else(|| panic!("{path}"));
        self.fields.insert(field);
        let mut number = json!({"type": kind});
        let Bounds { low, above_low, high, below_high } = field.bounds();
        if low.is_finite() {
            number[if above_low { "exclusiveMinimum" } else { "minimum" }] = json!(low);
        }
        if high.is_finite() {
            number[if below_high { "exclusiveMaximum" } else { "maximum" }] = json!(high);
        }
        if let Some(default) = field.default() {
            number["default"] = json!(default);
        }
        number
    }

    fn estimate(&mut self, path: &str) -> Value {
        let plain = self.number(path, "number");
        let mut bounded = plain.clone();
        bounded.as_object_mut().expect("an object").remove("default");
        let Shape::Choice(sources) = of::<Source>() else { panic!("a source is a choice") };
        let detailed = json!({
            "type": "object",
            "properties": {
                "value": bounded, "low": bounded, "high": bounded,
                "source": {"enum": sources, "default": "assumption"}, "note": {"type": "string"}
            },
            "required": ["value"],
            "dependentRequired": {"low": ["high"], "high": ["low"]},
            "additionalProperties": false
        });
        json!({"oneOf": [plain, detailed]})
    }
}

fn text(path: &str) -> Value {
    let pattern = match path {
        "stages[].id" | "channels[].id" => "^[a-z][a-z0-9_-]*$",
        "start" => "^[0-9]{4}-(0[1-9]|1[0-2])$",
        "currency" => "^[A-Z]{3}$",
        _ => return json!({"type": "string"}),
    };
    json!({"type": "string", "pattern": pattern})
}

/// What fields of an object ask of each other.
fn rules(path: &str) -> Vec<(&'static str, Value)> {
    let of_kind = |kind: &str, needs: &[&str], allows: &[&str]| {
        let others = ["ceiling", "at", "gain", "half_at", "slope"];
        let refused = others.iter().filter(|name| !needs.contains(name) && !allows.contains(name));
        let refused: Map<String, Value> = refused.map(|name| ((*name).to_string(), json!(false))).collect();
        json!({
            "if": {"properties": {"kind": {"const": kind}}},
            "then": {"required": needs, "properties": refused}
        })
    };
    match path {
        "goal" => vec![
            (
                "oneOf",
                json!([
                    {"required": ["target"], "properties": {"growth": false, "reference": false}},
                    {"required": ["growth", "reference"], "properties": {"target": false}}
                ]),
            ),
            ("if", json!({"properties": {"metric": {"const": "stage_volume"}}})),
            ("then", json!({"required": ["stage"]})),
            ("else", json!({"properties": {"stage": false}})),
        ],
        "channels[].response" => vec![(
            "allOf",
            json!([
                of_kind("linear", &[], &[]),
                of_kind("saturating", &["ceiling"], &["at"]),
                of_kind("doubling", &["at", "gain"], &[]),
                of_kind("hill", &["ceiling", "half_at", "slope"], &[])
            ]),
        )],
        _ => Vec::new(),
    }
}
