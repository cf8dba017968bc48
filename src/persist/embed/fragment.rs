//! The attributes as the text of a fragment.

use super::{Attribute, Colour, Embed, Href, LONGEST, LONGEST_LABEL, Logo, Look, Source, part};
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// What would end a value or be changed on the way, beside everything outside ASCII.
const VALUE: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'&').add(b'<').add(b'>').add(b'`').add(b'\'');

/// Invisible characters that turn or hide text around them.
const BIDI: [char; 12] = [
    '\u{061c}', '\u{200b}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}',
    '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}',
];

pub(super) fn write(pairs: &[(Attribute, String)]) -> String {
    let pair =
        |(name, text): &(Attribute, String)| format!("{}={}", name.name(), utf8_percent_encode(text, VALUE));
    pairs.iter().map(pair).collect::<Vec<String>>().join("&")
}

pub(super) fn parse(query: &str) -> Embed {
    let mut embed = Embed::default();
    if query.len() > LONGEST {
        embed.refused = Attribute::ALL.to_vec();
        return embed;
    }
    let mut seen = Vec::new();
    for (name, text) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        // Names of later versions, and what messengers append, are passed over.
        let Some(attribute) = Attribute::ALL.into_iter().find(|known| known.name() == name) else { continue };
        let text = percent_decode_str(text).decode_utf8().ok();
        // An attribute that is left empty is not set. Of two, neither can be meant.
        let repeated = seen.contains(&attribute);
        let taken = match text.as_deref().map(str::trim) {
            Some("") => Some(()),
            Some(text) if !repeated => take(&mut embed, attribute, text),
            _ => None,
        };
        seen.push(attribute);
        if taken.is_none() && !embed.refused.contains(&attribute) {
            embed.refused.push(attribute);
        }
    }
    embed.refused.sort_unstable();
    embed
}

/// Sets an attribute; none when its text cannot be used.
fn take(embed: &mut Embed, attribute: Attribute, text: &str) -> Option<()> {
    match attribute {
        // A plan says more than a preset.
        Attribute::Preset if embed.source.is_some() => {}
        Attribute::Preset => embed.source = Some(Source::Preset(id(text)?)),
        Attribute::Plan => embed.source = Some(Source::Plan(text.into())),
        Attribute::Lang => embed.lang = Some(tag(text)?),
        Attribute::Currency => embed.currency = Some(currency(text)?),
        Attribute::Theme => embed.look = Some(look(text)?),
        Attribute::Accent => embed.accent = Some(Colour::parse(text)?),
        Attribute::Logo => embed.logo = Some(Logo::parse(text)?),
        Attribute::CtaLabel => embed.cta_label = Some(label(text)?),
        Attribute::CtaHref => embed.cta_href = Some(Href::parse(text)?),
        Attribute::Hide => embed.hide = part::parse(text, part::Part::is_hideable)?,
        Attribute::Locked => embed.locked = part::parse(text, part::Part::is_edited)?,
    }
    Some(())
}

/// The id of a template; whether there is such a one is not asked here.
fn id(text: &str) -> Option<String> {
    let is_id =
        text.len() <= 40 && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    is_id.then(|| text.into())
}

/// A language of the product, by its tag.
fn tag(text: &str) -> Option<String> {
    let tag = text.to_ascii_lowercase();
    let language = tag.split(['-', '_']).next();
    matches!(language, Some("zh" | "en"))
        .then(|| if tag.starts_with("zh") { "zh-Hant" } else { "en" }.to_owned())
}

fn currency(text: &str) -> Option<String> {
    let code = text.to_ascii_uppercase();
    (code.len() == 3 && code.chars().all(|c| c.is_ascii_uppercase())).then_some(code)
}

/// The look; without the attribute there is none.
fn look(text: &str) -> Option<Look> {
    match text {
        "light" => Some(Look::Light),
        "dark" => Some(Look::Dark),
        _ => None,
    }
}

fn label(text: &str) -> Option<String> {
    let is_label =
        text.chars().count() <= LONGEST_LABEL && !text.chars().any(|c| c.is_control() || BIDI.contains(&c));
    is_label.then(|| text.into())
}
