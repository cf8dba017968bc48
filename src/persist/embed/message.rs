//! What a frame and the page around it tell each other, as JSON texts. Texts rather than objects: they have one shape,
//! one length, and nothing in them can change while they are read.
//!
//! The frame says [`hello`] to whoever is around it, which holds nothing. The page around it answers with `welcome`;
//! from then on the frame speaks to the origin of that answer only, and hears no other.

use crate::persist::plan_text;
use serde::{Deserialize, Serialize};

/// The version of the messages. Another version is not understood, and nothing is told.
pub const VERSION: u32 = 1;
/// Longer texts are not read: all there is to hear is a welcome.
pub const LONGEST: usize = 256;

/// What the page around the frame says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Welcome {
    /// Whether it wants to hear of every change.
    pub wants_changes: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Heard {
    backcast: u32,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    change: bool,
}

impl Welcome {
    /// Reads a message; none for any text that is not exactly one.
    #[must_use]
    pub fn parse(text: &str) -> Option<Welcome> {
        let heard: Heard =
            Some(text).filter(|text| text.len() <= LONGEST).and_then(|text| plan_text::read_as(text).ok())?;
        (heard.backcast == VERSION && heard.kind == "welcome")
            .then_some(Welcome { wants_changes: heard.change })
    }
}

/// Whether an origin can be spoken to: a page's own, not the `null` of a document without one, which anybody may have.
#[must_use]
pub fn is_origin(text: &str) -> bool {
    text.split_once("://")
        .is_some_and(|(scheme, host)| matches!(scheme, "https" | "http") && !host.is_empty())
}

/// What the visitor's plan comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The link that opens the plan in the full app.
    pub link: String,
    /// The answer in a sentence, in the language of the frame.
    pub answer: String,
}

/// What the frame says, once it was welcomed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Told {
    /// The calculator is there.
    Ready {
        /// The attributes that could not be used, by their names.
        refused: Vec<&'static str>,
    },
    /// How high its content is.
    Height {
        /// In CSS pixels.
        height: u32,
    },
    /// The visitor changed a number; told on request.
    Change(Outcome),
    /// The visitor has an answer of their own; told once.
    Complete(Outcome),
    /// The visitor took the link along.
    Share(Outcome),
    /// The visitor pressed the button.
    Cta {
        /// Where it leads; none where it opens the form.
        #[serde(skip_serializing_if = "Option::is_none")]
        href: Option<String>,
        /// The plan.
        #[serde(flatten)]
        outcome: Outcome,
    },
    /// The visitor sent the form and agreed to it.
    Lead {
        /// The visitor's name.
        name: String,
        /// How they can be reached.
        contact: String,
        /// What they wrote; may be empty.
        message: String,
        /// The plan.
        #[serde(flatten)]
        outcome: Outcome,
    },
}

#[derive(Serialize)]
struct Envelope<'t> {
    backcast: u32,
    #[serde(flatten)]
    told: &'t Told,
}

impl Told {
    /// The text of the message.
    #[must_use]
    pub fn write(&self) -> String {
        // Writing fails only on map keys that are no text, and there are none.
        serde_json::to_string(&Envelope { backcast: VERSION, told: self }).unwrap_or_default()
    }
}

/// Said before anybody is known: that somebody is here, and nothing else.
#[must_use]
pub fn hello() -> String {
    format!(r#"{{"backcast":{VERSION},"type":"hello"}}"#)
}
