//! Data files hold every text in all languages side by side: `{"zh-Hant": "…", "en": "…"}`.

use super::plan_text::Tree;
use serde::Deserialize;

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
pub(super) fn localized(data: &Tree, tag: &str) -> Tree {
    match data {
        Tree::Object(fields) => match data.field("zh-Hant").zip(data.field("en")) {
            Some((chinese, english)) => if is_chinese(tag) { chinese } else { english }.clone(),
            None => Tree::Object(fields.iter().map(|(name, v)| (name.clone(), localized(v, tag))).collect()),
        },
        Tree::List(items) => Tree::List(items.iter().map(|item| localized(item, tag)).collect()),
        other => other.clone(),
    }
}
