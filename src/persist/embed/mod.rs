//! What a frame on another page is asked to show. All of it stands in the frame's fragment, `#/embed?preset=…&lang=…`,
//! which no server sees, and all of it is hostile until it is parsed here.
//!
//! A value that cannot be used never stops the rest: it is left out and named in [`Embed::refused`].

mod colour;
mod fragment;
mod href;
mod logo;
pub mod message;
mod part;
pub mod snippet;

pub use colour::Colour;
pub use href::Href;
pub use logo::Logo;
pub use part::{Part, Treatment};

/// Longer fragments are not read. A plan of ten channels takes 2,000 characters, the longest logo 16,000.
pub const LONGEST: usize = 40_000;
/// The longest label of the button, in characters.
pub const LONGEST_LABEL: usize = 40;

/// Which plan the visitor begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A template, by its id.
    Preset(String),
    /// A plan, by its link or the code of it; not yet read.
    Plan(String),
}

/// The look that is forced on the frame; without one the visitor's system decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Ink on paper.
    Light,
    /// Its dark twin.
    Dark,
}

/// The attributes of a frame, in the order in which they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attribute {
    /// A template's id.
    Preset,
    /// A plan's link, or its code.
    Plan,
    /// A BCP 47 tag.
    Lang,
    /// An ISO 4217 code; amounts stay as they are.
    Currency,
    /// `light` or `dark`.
    Theme,
    /// The accent colour, `#rrggbb`.
    Accent,
    /// A picture over the calculator.
    Logo,
    /// What the button says.
    CtaLabel,
    /// Where the button leads: https, mailto or LINE.
    CtaHref,
    /// Parts that are not shown.
    Hide,
    /// Parts that are shown, and not edited.
    Locked,
}

impl Attribute {
    /// Every attribute.
    pub const ALL: [Attribute; 11] = [
        Attribute::Preset,
        Attribute::Plan,
        Attribute::Lang,
        Attribute::Currency,
        Attribute::Theme,
        Attribute::Accent,
        Attribute::Logo,
        Attribute::CtaLabel,
        Attribute::CtaHref,
        Attribute::Hide,
        Attribute::Locked,
    ];

    /// Its name, in the fragment and as an attribute of the custom element.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Attribute::Preset => "preset",
            Attribute::Plan => "plan",
            Attribute::Lang => "lang",
            Attribute::Currency => "currency",
            Attribute::Theme => "theme",
            Attribute::Accent => "accent",
            Attribute::Logo => "logo",
            Attribute::CtaLabel => "cta-label",
            Attribute::CtaHref => "cta-href",
            Attribute::Hide => "hide",
            Attribute::Locked => "locked",
        }
    }
}

/// What the frame shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Embed {
    /// The plan; none means the first template.
    pub source: Option<Source>,
    /// The language; none means the visitor's.
    pub lang: Option<String>,
    /// The currency; none means the plan's own.
    pub currency: Option<String>,
    /// The look; none means the visitor's.
    pub look: Option<Look>,
    /// The accent colour as it was asked for; whether it can be read is another question.
    pub accent: Option<Colour>,
    /// The picture over the calculator.
    pub logo: Option<Logo>,
    /// What the button says; none means our own words.
    pub cta_label: Option<String>,
    /// Where the button leads; none means that the page around the frame takes the visitor's message.
    pub cta_href: Option<Href>,
    /// What is not shown.
    pub hide: Vec<Part>,
    /// What is shown, and not edited.
    pub locked: Vec<Part>,
    /// Attributes that were given and could not be used, each once.
    pub refused: Vec<Attribute>,
}

impl Embed {
    /// Reads what stands behind `#/embed?`.
    #[must_use]
    pub fn parse(query: &str) -> Embed {
        fragment::parse(query)
    }

    /// Writes what [`Embed::parse`] reads; the default as an empty text.
    #[must_use]
    pub fn write(&self) -> String {
        fragment::write(&self.pairs())
    }

    /// Every attribute that is set, with its text. What was refused is not among them.
    #[must_use]
    pub fn pairs(&self) -> Vec<(Attribute, String)> {
        Attribute::ALL.into_iter().filter_map(|name| self.text(name).map(|text| (name, text))).collect()
    }

    fn text(&self, name: Attribute) -> Option<String> {
        match name {
            Attribute::Preset | Attribute::Plan => match self.source.as_ref()? {
                Source::Preset(id) => (name == Attribute::Preset).then(|| id.clone()),
                Source::Plan(link) => (name == Attribute::Plan).then(|| link.clone()),
            },
            Attribute::Lang => self.lang.clone(),
            Attribute::Currency => self.currency.clone(),
            Attribute::Theme => self.look.map(|look| match look {
                Look::Light => "light".into(),
                Look::Dark => "dark".into(),
            }),
            Attribute::Accent => self.accent.map(|accent| accent.to_string()),
            Attribute::Logo => self.logo.as_ref().map(|logo| logo.address().to_owned()),
            Attribute::CtaLabel => self.cta_label.clone(),
            Attribute::CtaHref => self.cta_href.as_ref().map(|href| href.address().to_owned()),
            Attribute::Hide => part::write(&self.hide),
            Attribute::Locked => part::write(&self.locked),
        }
    }

    /// What is done with a part of the calculator.
    #[must_use]
    pub fn treatment(&self, part: Part) -> Treatment {
        match part {
            part if self.hide.contains(&part) => Treatment::Hidden,
            part if self.locked.contains(&part) => Treatment::Locked,
            _ => Treatment::Open,
        }
    }
}

#[cfg(test)]
mod tests;
