//! What the folded parts of the form hold, in a few words.

use super::field::currency;
use crate::locale::number;
use crate::locale::screen::form as say;
use crate::locale::{Lang, term};
use crate::model::plan::{Channel, Document, Estimate, Field, GoalMetric, Path, ResponseKind};
use crate::model::quantity::{Basis, Measure, Quantity};
use crate::model::reading::Numbers;
use crate::present::presenter::Presenter;
use crate::present::{Sentence, Slot};

/// The digests of the four parts.
#[must_use]
pub fn parts(document: &Document, lang: Lang) -> [String; 4] {
    [
        say::goal_digest(lang, goal(document, lang), document.months),
        say::funnel_digest(lang, document.stages.len()),
        channels(document, lang),
        economics(document, lang),
    ]
}

fn goal(document: &Document, lang: Lang) -> String {
    let goal = &document.goal;
    let grown = goal.reference.zip(goal.growth).map(|(reference, growth)| reference * (1.0 + growth));
    let target = goal.target.or(grown).unwrap_or(f64::NAN);
    let last = u16::try_from(document.stages.len().saturating_sub(1)).unwrap_or(0);
    let of_stage = document.stages.iter().position(|stage| Some(&stage.id) == goal.stage.as_ref());
    let stage = of_stage.and_then(|place| u16::try_from(place).ok()).unwrap_or(last);
    match goal.metric {
        GoalMetric::NewCustomers => {
            say::people_digest(lang, number::count(target), term::stage_name(last, document, lang))
        }
        GoalMetric::StageVolume => {
            say::things_digest(lang, number::count(target), term::stage_name(stage, document, lang))
        }
        metric => {
            let money = number::compact_money(target, currency(document), lang);
            say::money_digest(lang, term::goal_metric(metric, lang), money)
        }
    }
}

fn channels(document: &Document, lang: Lang) -> String {
    if let [only] = document.channels.as_slice() {
        return only.name.clone();
    }
    let active = document.channels.iter().filter(|channel| channel.is_active());
    let budget: f64 = active.map(|channel| channel.monthly_budget).sum();
    let money = number::money(budget, currency(document));
    say::channels_digest(lang, document.channels.len(), money)
}

fn economics(document: &Document, lang: Lang) -> String {
    let order = number::compact_money(document.economics.order_value.value, currency(document), lang);
    say::economics_digest(lang, order, number::percent(document.economics.gross_margin.value))
}

/// Whether the year has a season of its own.
#[must_use]
pub fn season(document: &Document, lang: Lang) -> &'static str {
    if document.seasonality.is_some() { say::season_own(lang) } else { say::season_none(lang) }
}

/// What a stage shows while it is folded.
#[derive(Clone, Debug, PartialEq)]
pub struct StageHead {
    /// Its name.
    pub name: String,
    /// Its tier, and how long it takes to get there.
    pub digest: String,
}

impl StageHead {
    /// The stage at a place.
    #[must_use]
    pub fn of(place: u16, document: &Document, lang: Lang) -> Option<StageHead> {
        let stage = document.stages.get(usize::from(place))?;
        let tier = term::tier(stage.tier, lang).to_owned();
        let wait = document.number(Path::at(Field::DelayDays, place)).filter(|days| *days > 0.0);
        let digest = match wait {
            Some(days) => say::stage_digest(lang, tier, number::tenths(days)),
            None => tier,
        };
        Some(StageHead { name: term::stage_name(place, document, lang), digest })
    }
}

/// What a channel shows while it is folded.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelHead {
    /// Its name.
    pub name: String,
    /// Where it enters and how well it is known.
    pub digest: String,
    /// Its budget per month.
    pub budget: String,
    /// Whether it takes part.
    pub active: bool,
}

impl ChannelHead {
    /// The channel at a place.
    #[must_use]
    pub fn of(place: u16, document: &Document, lang: Lang) -> Option<ChannelHead> {
        let channel = document.channels.get(usize::from(place))?;
        let entry = document.stages.iter().position(|stage| stage.id == channel.entry_stage);
        let entry = entry.and_then(|entry| u16::try_from(entry).ok()).unwrap_or(0);
        let stage = term::stage_name(entry, document, lang);
        Some(ChannelHead {
            name: term::channel(place, document, lang),
            digest: say::channel_digest(lang, stage, term::trust(channel.trust, lang)),
            budget: number::money(channel.monthly_budget, currency(document)),
            active: channel.is_active(),
        })
    }
}

/// What the folded groups of a channel hold.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupDigests {
    /// The response curve.
    pub curve: String,
    /// The bounds of the budget.
    pub budget: String,
    /// Carryover and ramp.
    pub carryover: String,
    /// Labour and fixed cost per month.
    pub costs: String,
    /// The share of the right audience and the free volume.
    pub traffic: String,
    /// Rates of its own.
    pub rates: String,
    /// Orders of its own.
    pub orders: String,
    /// What it depends on.
    pub dependencies: String,
}

impl GroupDigests {
    /// The groups of a channel.
    #[must_use]
    pub fn of(channel: &Channel, document: &Document, lang: Lang) -> GroupDigests {
        let kind = channel.response.as_ref().map_or(ResponseKind::Linear, |response| response.kind);
        let own_orders = [&channel.order_value, &channel.orders_per_year, &channel.relationship_years];
        let own_orders = own_orders.into_iter().flatten().count();
        GroupDigests {
            curve: term::response(kind, lang).to_owned(),
            budget: bounds(channel, document, lang),
            carryover: carryover(channel, lang),
            costs: costs(channel, document, lang),
            traffic: traffic(channel, lang),
            rates: own(channel.conversion_rates.len(), lang),
            orders: own(own_orders, lang),
            dependencies: dependencies(channel, document, lang),
        }
    }
}

fn own(count: usize, lang: Lang) -> String {
    if count == 0 { say::as_plan(lang).to_owned() } else { say::own_count(lang, count) }
}

fn bounds(channel: &Channel, document: &Document, lang: Lang) -> String {
    let money = |amount: f64| number::money(amount, currency(document));
    let least = channel.min_budget.filter(|least| *least > 0.0);
    match (least, channel.max_budget) {
        (None, None) => say::no_limit(lang).to_owned(),
        (Some(least), None) => say::at_least(lang, money(least)),
        (None, Some(most)) => say::at_most(lang, money(most)),
        (Some(least), Some(most)) => say::from_to(lang, money(least), money(most)),
    }
}

fn carryover(channel: &Channel, lang: Lang) -> String {
    let above_0 = |estimate: &Option<Estimate>| {
        estimate.as_ref().map(|estimate| estimate.value).filter(|value| *value > 0.0)
    };
    let stays = above_0(&channel.carryover).map(|share| say::carried(lang, number::percent(share)));
    let ramp = above_0(&channel.ramp_months).map(|months| say::ramp(lang, number::tenths(months)));
    let parts: Vec<String> = [stays, ramp].into_iter().flatten().collect();
    if parts.is_empty() { say::none(lang).to_owned() } else { parts.join(say::between(lang)) }
}

fn costs(channel: &Channel, document: &Document, lang: Lang) -> String {
    let value = |estimate: &Option<Estimate>| estimate.as_ref().map_or(0.0, |number| number.value);
    let labour = value(&channel.labour_hours) * value(&channel.hourly_wage);
    let month = number::money(labour + value(&channel.fixed_cost), currency(document));
    match value(&channel.setup_cost) {
        once if once > 0.0 => say::costs_with_setup(lang, month, number::money(once, currency(document))),
        _ => say::a_month(lang, month),
    }
}

fn traffic(channel: &Channel, lang: Lang) -> String {
    let fit = number::percent(channel.fit_rate.as_ref().map_or(1.0, |fit| fit.value));
    match channel.free_volume.as_ref().filter(|free| free.value > 0.0) {
        Some(free) => say::with_free(lang, fit, number::count(free.value)),
        None => fit,
    }
}

fn dependencies(channel: &Channel, document: &Document, lang: Lang) -> String {
    let name =
        |id: &str| document.channels.iter().find(|other| other.id == id).map(|other| other.name.clone());
    let names: Vec<String> =
        channel.depends_on.iter().filter_map(|dependency| name(&dependency.channel)).collect();
    if names.is_empty() { say::none(lang).to_owned() } else { names.join(say::between(lang)) }
}

/// Beside each channel's unit cost: of what it is the price, and what a unit really costs at today's spend.
#[must_use]
pub fn unit_costs(numbers: &Numbers<'_>, lang: Lang) -> Vec<Sentence> {
    let presenter = Presenter::new(numbers, lang, Basis::Plan);
    let document = presenter.document();
    let sentence = |(place, channel): (u16, &Channel)| {
        let entry = document.stages.iter().position(|stage| stage.id == channel.entry_stage);
        let entry = entry.and_then(|entry| u16::try_from(entry).ok()).unwrap_or(0);
        let each = term::each_of_stage(entry, document, lang);
        let price = presenter.reading(Quantity::channel(place, Measure::UnitCostEffective));
        if presenter.value(price).is_ok() {
            Sentence::compose(&say::unit_cost_now(lang, each, Slot(0)), &[presenter.shown(price)])
        } else {
            Sentence::compose(&say::unit_cost_of(lang, each), &[])
        }
    };
    (0u16..).zip(&document.channels).map(sentence).collect()
}
