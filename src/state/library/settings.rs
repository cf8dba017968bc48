//! What the reader chose about the program itself.

use super::past;
use super::store::{Store, StoreError};
use crate::persist::plan_text;
use serde::{Deserialize, Serialize};

const KEY: &str = "backcast.settings";

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The settings; theme and language are also read before the first paint. Fields of other versions are ignored: a settings text is never worth an error.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The BCP 47 tag of the language; none means the browser's.
    pub language: Option<String>,
    /// Light or dark.
    pub theme: Theme,
    /// The plan that was open last.
    pub last_plan: Option<String>,
    /// Whether the browser was asked to keep the plans when room is short.
    pub asked_to_keep: bool,
}

impl Settings {
    /// The stored settings, or the defaults where none can be read.
    pub(super) fn load(store: &impl Store) -> Settings {
        let text = store.read(KEY).ok().flatten();
        text.and_then(|text| plan_text::read_as(&text).ok()).unwrap_or_default()
    }

    pub(super) fn store(&self, store: &impl Store) -> Result<(), StoreError> {
        let text = serde_json::to_string(self).map_err(|_| StoreError::Failed)?;
        past::write(store, KEY, &text)
    }
}
