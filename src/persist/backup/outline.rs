//! The outline of a backup: which plans it has, their texts not yet looked at. However many fields and items a file
//! has, no more are kept than a browser could have stored.

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// More plans, and more stored texts, than any browser has.
const MOST: usize = 20_000;

/// What a file says at its top.
#[derive(Default)]
pub(super) struct Outline<'t> {
    /// The version of the backup; none when it is something else.
    pub(super) version: Option<u64>,
    /// The texts of its plans.
    pub(super) plans: Option<Vec<&'t str>>,
    /// The texts of a browser's store, by key.
    pub(super) stored: Vec<(String, String)>,
}

/// An item of the list of plans.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Item<'t> {
    pub(super) saved_at: u64,
    #[serde(borrow)]
    pub(super) plan: &'t RawValue,
}

impl<'t> Deserialize<'t> for Outline<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Outline<'t>, D::Error> {
        deserializer.deserialize_map(OutlineVisitor)
    }
}

struct OutlineVisitor;

impl<'t> Visitor<'t> for OutlineVisitor {
    type Value = Outline<'t>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a backup")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut fields: A) -> Result<Outline<'t>, A::Error> {
        let mut outline = Outline::default();
        while let Some(name) = fields.next_key::<Cow<'t, str>>()? {
            match name.as_ref() {
                "backcast_backup" => outline.version = Some(fields.next_value()?),
                "plans" => outline.plans = Some(fields.next_value::<Texts<'t>>()?.0),
                key if key.starts_with("backcast.") && outline.stored.len() < MOST => {
                    let text: &RawValue = fields.next_value()?;
                    // A key without a text is one that was removed meanwhile.
                    let text = serde_json::from_str(text.get()).ok();
                    outline.stored.extend(text.map(|text| (name.into_owned(), text)));
                }
                _ => _ = fields.next_value::<IgnoredAny>()?,
            }
        }
        Ok(outline)
    }
}

/// The texts of the items of a list.
struct Texts<'t>(Vec<&'t str>);

impl<'t> Deserialize<'t> for Texts<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Texts<'t>, D::Error> {
        deserializer.deserialize_seq(TextsVisitor)
    }
}

struct TextsVisitor;

impl<'t> Visitor<'t> for TextsVisitor {
    type Value = Texts<'t>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of plans")
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut items: A) -> Result<Texts<'t>, A::Error> {
        let mut texts = vec![];
        while texts.len() < MOST
            && let Some(text) = items.next_element::<&RawValue>()?
        {
            texts.push(text.get());
        }
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Texts(texts))
    }
}
