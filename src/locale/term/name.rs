//! Names of the numbers of a plan: a measure or a field with the channel, the stage and the month it speaks of.
//!
//! A plan with one channel does not name it: there is nothing to tell it from.

use super::{at_stage, each, field, label, rate_into};
use crate::locale::{Lang, month as calendar, number::DASH};
use backcast_model::plan::{Document, Field, Path, YearMonth};
use backcast_model::quantity::{Basis, Measure, Quantity, Reading};
use core::iter;
use forms::*;

#[allow(missing_docs, unreachable_pub, reason = "private texts, which say what they are")]
mod forms {
    crate::locale::words! {
        nameless_channel(number): "第 {number} 個管道", "Channel {number}";
        nameless_stage(number): "第 {number} 個階段", "Stage {number}";
        of_channel(channel, what): "{channel} {what}", "{channel} {what}";
        in_month(month, what): "{month} {what}", "{what}, {month}";
        when_reached(what): "達標時：{what}", "{what}, goal reached";
        delay_before(stage): "到{stage}前的等待天數", "Days of delay before {stage}";
        beside(what, other): "{what}（{other}）", "{what} ({other})";
    }
}

/// The name of a channel, or its number when it has none.
#[must_use]
pub fn channel(place: u16, document: &Document, lang: Lang) -> String {
    let name = document.channels.get(usize::from(place)).map(|channel| channel.name.trim());
    named(name, || nameless_channel(lang, u32::from(place) + 1))
}

/// The name of a stage, or its number when it has none.
#[must_use]
pub fn stage(place: u16, document: &Document, lang: Lang) -> String {
    let name = document.stages.get(usize::from(place)).map(|stage| stage.name.trim());
    named(name, || nameless_stage(lang, u32::from(place) + 1))
}

/// One of what is bought at a stage of a plan: 「每次點擊」, "per click".
#[must_use]
pub fn each_of_stage(place: u16, document: &Document, lang: Lang) -> String {
    let id = document.stages.get(usize::from(place)).map_or("", |stage| stage.id.as_str());
    each(id, &stage(place, document, lang), lang)
}

fn named(name: Option<&str>, nameless: impl FnOnce() -> String) -> String {
    name.filter(|name| !name.is_empty()).map_or_else(nameless, str::to_owned)
}

/// A month of the plan, counted from 0, in a sentence.
#[must_use]
pub fn month(place: u16, document: &Document, lang: Lang) -> String {
    let month = YearMonth::parse(&document.start).map(|start| start.plus(u32::from(place)));
    month.map_or_else(|| DASH.to_owned(), |month| calendar::long(month.year, month.month, lang))
}

/// The name of a quantity as a heading: 「Google 搜尋廣告 獲客成本」, "Bookings after the deadline".
#[must_use]
pub fn quantity(quantity: Quantity, document: &Document, lang: Lang) -> String {
    of(quantity.channel, bare(quantity, document, lang), document, lang)
}

/// The name of a quantity within a sentence or a formula: in English it begins small.
#[must_use]
pub fn quantity_inside(quantity: Quantity, document: &Document, lang: Lang) -> String {
    of(quantity.channel, small(bare(quantity, document, lang)), document, lang)
}

/// The name of a reading as a heading, with its month and with which budgets.
#[must_use]
pub fn reading(reading: Reading, document: &Document, lang: Lang) -> String {
    let name = quantity(reading.quantity, document, lang);
    let name = reading.month.map_or_else(
        || name.clone(),
        |place| {
            let month = month(place, document, lang);
            in_month(lang, month, monthless(&name, lang))
        },
    );
    let says_it_already = reading.quantity.measure == Measure::Required;
    match reading.basis {
        Basis::Required if !says_it_already => when_reached(lang, name),
        Basis::Required | Basis::Plan => name,
    }
}

/// 「2027 年 3 月 當月營收」 says the month twice.
fn monthless(name: &str, lang: Lang) -> String {
    match lang {
        Lang::ZhHant => name.replacen("當月", "", 1),
        Lang::En => name.replacen(" in the month", "", 1),
    }
}

fn bare(quantity: Quantity, document: &Document, lang: Lang) -> String {
    let Quantity { measure, stage: place, .. } = quantity;
    let Some(place) = place else { return label(measure, lang).to_owned() };
    let id = document.stages.get(usize::from(place)).map_or("", |stage| stage.id.as_str());
    let name = stage(place, document, lang);
    at_stage(measure, id, &name, lang).unwrap_or_else(|| of_channel(lang, name, label(measure, lang)))
}

fn of(place: Option<u16>, what: String, document: &Document, lang: Lang) -> String {
    match place {
        Some(place) if document.channels.len() > 1 => {
            of_channel(lang, channel(place, document, lang), small(what))
        }
        _ => what,
    }
}

/// The name of a number of the plan as a heading.
#[must_use]
pub fn path(path: Path, document: &Document, lang: Lang) -> String {
    of(channel_of(path), bare_path(path, document, lang), document, lang)
}

/// The name of a number of the plan within a sentence or a formula.
#[must_use]
pub fn path_inside(path: Path, document: &Document, lang: Lang) -> String {
    of(channel_of(path), small(bare_path(path, document, lang)), document, lang)
}

fn channel_of(path: Path) -> Option<u16> {
    path.field.pattern().starts_with("channels[]").then_some(path.index)
}

fn bare_path(path: Path, document: &Document, lang: Lang) -> String {
    let several = document.channels.len() > 1;
    let rate = |place: u16| {
        let id = document.stages.get(usize::from(place)).map_or("", |stage| stage.id.as_str());
        rate_into(id, &stage(place, document, lang), lang)
    };
    match path.field {
        Field::ConversionRate => rate(path.index),
        Field::RateOverride => rate(path.item),
        Field::DelayDays => delay_before(lang, stage(path.index, document, lang)),
        Field::Seasonality => {
            let month = u8::try_from(path.index).map_or(0, |place| place.saturating_add(1));
            in_month(lang, calendar::short(month, lang), field(path.field, lang))
        }
        Field::PhasingFactor => {
            in_month(lang, month(path.index, document, lang), monthless(field(path.field, lang), lang))
        }
        Field::ShareWithout | Field::FullAt => {
            beside(lang, field(path.field, lang), depended_on(path, document, lang))
        }
        // The channel's name already says whose it is.
        Field::ChannelOrderValue if several => field(Field::OrderValue, lang).to_owned(),
        Field::ChannelOrdersPerYear if several => field(Field::OrdersPerYear, lang).to_owned(),
        Field::ChannelRelationshipYears if several => field(Field::RelationshipYears, lang).to_owned(),
        field_of_plan => field(field_of_plan, lang).to_owned(),
    }
}

/// The channel that a dependency names.
fn depended_on(path: Path, document: &Document, lang: Lang) -> String {
    let dependency = document.channels.get(usize::from(path.index));
    let dependency = dependency.and_then(|channel| channel.depends_on.get(usize::from(path.item)));
    let place = dependency
        .and_then(|dependency| document.channels.iter().position(|channel| channel.id == dependency.channel));
    let place = place.and_then(|place| u16::try_from(place).ok());
    place.map_or_else(|| DASH.to_owned(), |place| channel(place, document, lang))
}

/// A heading made small: its first letter, unless the word is an abbreviation.
fn small(heading: String) -> String {
    let mut letters = heading.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            iter::once(first.to_ascii_lowercase()).chain(heading.chars().skip(1)).collect()
        }
        _ => heading,
    }
}
