//! The channels the catalogue knows, ready to be put into a plan: where they usually enter the funnel, and at what price.

use super::amount::scaled;
use super::localized::Text;
use super::plan_text;
use crate::model::plan::{Channel, Document, Estimate, Response, Stage, Tier, Trust};
use serde::Deserialize;

const FILE: &str = include_str!("catalogue.json");

/// The share of today's budget that a new channel begins with.
const FIRST_SHARE: f64 = 0.1;
/// The units a new channel begins with in a plan that spends nothing yet.
const FIRST_UNITS: f64 = 100.0;

/// A channel of the catalogue. Its numbers are assumptions in New Taiwan dollars.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its id, from which the id of the channel is made.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// What it is good for, one line.
    pub role: Text,
    /// Where it enters when the plan has none of the stages below.
    tier: Tier,
    /// The stages it may enter at, the usual one first, each with its price.
    entry: Vec<Price>,
    response: Option<Response>,
    fit_rate: Option<Estimate>,
    carryover: Option<Estimate>,
    ramp_months: Option<Estimate>,
    labour_hours: Option<Estimate>,
    hourly_wage: Option<Estimate>,
    fixed_cost: Option<Estimate>,
    setup_cost: Option<Estimate>,
}

/// What a unit costs at a stage.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Price {
    stage: String,
    unit_cost: Estimate,
}

/// Every channel of the catalogue, in the order in which they are offered.
#[must_use]
pub fn all() -> Vec<Entry> {
    plan_text::read_as(FILE).unwrap_or_default()
}

/// The channel of the catalogue with this id.
#[must_use]
pub fn find(id: &str) -> Option<Entry> {
    all().into_iter().find(|entry| entry.id == id)
}

/// A channel of the catalogue for a plan, its name in the language of a BCP 47 tag: an id that is free there, an entry
/// stage that exists there, and a tenth of today's budget. Whatever others know of it, here it has yet to prove itself.
#[must_use]
pub fn channel(entry: &Entry, tag: &str, document: &Document) -> Channel {
    let place = entry.place(document);
    let unit_cost = place.map_or_else(|| Estimate::from(1.0), |(_, price)| price.unit_cost.clone());
    let usual = entry.entry.first().map_or(unit_cost.value, |price| price.unit_cost.value);
    let stage = place.map_or("", |(stage, _)| stage);
    Channel {
        response: entry.response.clone().map(|response| at_price(response, unit_cost.value / usual)),
        fit_rate: entry.fit_rate.clone(),
        carryover: entry.carryover.clone(),
        ramp_months: entry.ramp_months.clone(),
        labour_hours: entry.labour_hours.clone(),
        hourly_wage: entry.hourly_wage.clone(),
        fixed_cost: entry.fixed_cost.clone(),
        setup_cost: entry.setup_cost.clone(),
        ..plain(free_id(&entry.id, document), entry.name.of(tag), stage, unit_cost, document)
    }
}

/// A channel of one's own: it enters at the first stage, a unit costs 1, everything else has its default.
#[must_use]
pub fn blank(name: &str, document: &Document) -> Channel {
    let stage = document.stages.first().map_or("", |stage| stage.id.as_str());
    plain(free_id("channel", document), name, stage, Estimate::from(1.0), document)
}

/// An id made from `wish` that no channel of the plan has.
#[must_use]
pub fn free_id(wish: &str, document: &Document) -> String {
    let free = |id: &String| document.channels.iter().all(|channel| channel.id != *id);
    let numbered = (2_u32..).map(|number| format!("{wish}_{number}"));
    std::iter::once(wish.to_string()).chain(numbered).find(free).unwrap_or_default()
}

impl Entry {
    /// The first of the entry's stages that the plan has; else the first stage of its tier, else the customer.
    fn place<'a>(&'a self, document: &'a Document) -> Option<(&'a str, &'a Price)> {
        let has = |id: &str| document.stages.iter().any(|stage| stage.id == id);
        let named = self.entry.iter().find(|price| has(&price.stage));
        let of_tier = |stage: &&Stage| stage.tier == self.tier;
        let fallback = || document.stages.iter().find(of_tier).or(document.stages.last());
        match named {
            Some(price) => Some((&price.stage, price)),
            None => Some((&fallback()?.id, self.entry.first()?)),
        }
    }
}

/// Units at a price that is `ratio` times as high: the money of the curve stays, its ceiling counts fewer units.
fn at_price(response: Response, ratio: f64) -> Response {
    Response { ceiling: response.ceiling.map(|ceiling| scaled(&ceiling, 1.0 / ratio)), ..response }
}

fn plain(id: String, name: &str, stage: &str, unit_cost: Estimate, document: &Document) -> Channel {
    Channel {
        id,
        name: name.into(),
        trust: Trust::Test,
        entry_stage: stage.into(),
        monthly_budget: first_budget(&unit_cost, document),
        unit_cost,
        response: None,
        min_budget: None,
        max_budget: None,
        active: None,
        fit_rate: None,
        free_volume: None,
        carryover: None,
        prior_budget: None,
        ramp_months: None,
        labour_hours: None,
        hourly_wage: None,
        fixed_cost: None,
        setup_cost: None,
        conversion_rates: std::collections::BTreeMap::new(),
        order_value: None,
        orders_per_year: None,
        relationship_years: None,
        depends_on: Vec::new(),
    }
}

/// Working backwards keeps today's mix, so a channel at 0 would stay at 0 for ever.
fn first_budget(unit_cost: &Estimate, document: &Document) -> f64 {
    let today: f64 = document.channels.iter().map(|channel| channel.monthly_budget).sum();
    let budget = if today > 0.0 { today * FIRST_SHARE } else { unit_cost.value * FIRST_UNITS };
    super::amount::to_digits(budget, 1)
}

#[cfg(test)]
mod tests {
    use super::{all, blank, channel};
    use crate::model::plan::{Document, Plan, Trust};
    use crate::persist::template;

    fn with(document: &Document, channel: crate::model::plan::Channel) -> Document {
        let mut document = document.clone();
        document.channels.push(channel);
        document
    }

    #[test]
    fn every_channel_fits_into_every_template_twice() {
        assert_eq!(all().len(), 13);
        for template in template::all() {
            let document = template.document("en").unwrap();
            for entry in all() {
                let once = with(&document, channel(&entry, "en", &document));
                let twice = with(&once, channel(&entry, "zh-Hant", &once));
                Plan::check(twice.clone())
                    .unwrap_or_else(|fault| panic!("{} {}: {fault}", template.id, entry.id));
                let [.., first, second] = twice.channels.as_slice() else { panic!("two were added") };
                assert_ne!(first.id, second.id);
                assert!(first.monthly_budget > 0.0);
                assert_eq!([first.trust, second.trust], [Trust::Test; 2], "{}", entry.id);
            }
        }
    }

    #[test]
    fn the_price_and_the_ceiling_belong_to_the_stage() {
        let line = all().into_iter().find(|entry| entry.id == "line").unwrap();
        let at_chats = channel(&line, "en", &template::document("service", "en").unwrap());
        let at_clicks = channel(&line, "en", &template::document("shop", "en").unwrap());
        assert_eq!(
            (at_chats.entry_stage.as_str(), at_clicks.entry_stage.as_str()),
            ("conversation", "click")
        );
        let money = |channel: &crate::model::plan::Channel| {
            channel.unit_cost.value * channel.response.clone().unwrap().ceiling.unwrap().value
        };
        assert!(at_clicks.unit_cost.value < at_chats.unit_cost.value / 10.0);
        assert!((money(&at_chats) / money(&at_clicks) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_plan_with_other_stages_takes_every_channel() {
        let mut document = template::document("service", "en").unwrap();
        for (place, stage) in document.stages.iter_mut().enumerate() {
            stage.id = format!("own_{place}");
        }
        document.channels.clear();
        document.channels.push(blank("Mine", &document));
        for entry in all() {
            document.channels.push(channel(&entry, "en", &document));
        }
        Plan::check(document).unwrap();
    }
}
