//! Data files hold every text in all languages side by side: `{"zh-Hant": "…", "en": "…"}`.

use serde::Deserialize;
use serde_json::{Map, Value};

/// A text in every language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    #[serde(rename = "zh-Hant")]
    zh_hant: String,
    en: String,
}

impl Text {
    /// The text in the language of a BCP 47 tag; English for every tag but Chinese.
    #[must_use]
    pub fn of(&self, tag: &str) -> &str {
        if is_chinese(tag) { &self.zh_hant } else { &self.en }
    }
}

fn is_chinese(tag: &str) -> bool {
    tag.get(..2).is_some_and(|language| language.eq_ignore_ascii_case("zh"))
}

/// The data with every pair of texts replaced by the one of a language.
pub(super) fn localized(data: &Value, tag: &str) -> Value {
    match data {
        Value::Object(fields) => match text(fields, tag) {
            Some(text) => text.clone(),
            None => Value::Object(fields.iter().map(|(key, v)| (key.clone(), localized(v, tag))).collect()),
        },
        Value::Array(items) => Value::Array(items.iter().map(|item| localized(item, tag)).collect()),
        other => other.clone(),
    }
}

fn text<'v>(fields: &'v Map<String, Value>, tag: &str) -> Option<&'v Value> {
    let (chinese, english) = (fields.get("zh-Hant")?, fields.get("en")?);
    Some(if is_chinese(tag) { chinese } else { english })
}
