//! Words and number forms, Traditional Chinese first, English complete beside it.

pub mod check;
pub mod fault;
pub mod line;
pub mod moment;
pub mod month;
pub mod number;
pub mod request;
pub mod screen;
pub mod term;
pub mod typed;
mod words;

pub(crate) use words::{SLOT_MARK, words};

/// A language the product speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// 正體中文（臺灣）.
    #[default]
    ZhHant,
    /// English.
    En,
}

impl Lang {
    /// Every language, in the order of the switch.
    pub const ALL: [Lang; 2] = [Lang::ZhHant, Lang::En];

    /// The BCP 47 tag, also the value of the `lang` attribute.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Lang::ZhHant => "zh-Hant",
            Lang::En => "en",
        }
    }

    /// The language of a BCP 47 tag, such as `zh-TW` or `en-GB`; none for any other.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Lang> {
        match tag.split(['-', '_']).next()?.to_ascii_lowercase().as_str() {
            "zh" => Some(Lang::ZhHant),
            "en" => Some(Lang::En),
            _ => None,
        }
    }
}
