//! The 方法 page: every quantity of the current plan with its meaning, its formula and its source, once.

#[cfg(test)]
mod tests;

use super::explanation::Speaker;
use crate::locale::screen::methods as say;
use crate::locale::{Lang, term, term::notation, typed::plain};
use crate::model::explain::outline;
use crate::model::graph::{Formula, SeriesOperator};
use crate::model::quantity::{Basis, Measure, Quantity, Reading, Topic, name};
use crate::model::reading::Numbers;
use std::collections::BTreeMap;

/// The page.
#[derive(Clone, Debug, PartialEq)]
pub struct MethodsView {
    /// With which budgets the numbers are computed.
    pub basis: &'static str,
    /// The groups in the order of thought.
    pub groups: Vec<MethodGroup>,
}

/// Quantities that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct MethodGroup {
    /// What they have in common.
    pub title: &'static str,
    /// One row for each.
    pub rows: Vec<MethodRow>,
}

/// A quantity.
#[derive(Clone, Debug, PartialEq)]
pub struct MethodRow {
    /// What it is called.
    pub label: &'static str,
    /// Its public name in the library, such as `metrics.cac`.
    pub id: String,
    /// Today's number, or a dash.
    pub value_text: String,
    /// What it tells.
    pub meaning: &'static str,
    /// Its formula in words, for a channel or stage of this plan where it speaks of one.
    pub formula_text: String,
    /// The same with today's numbers.
    pub substituted_text: String,
    /// Why there is no number.
    pub reason: Option<&'static str>,
    /// Its unit in words.
    pub unit: &'static str,
    /// Where the definition comes from.
    pub source: Option<&'static str>,
    /// What its door opens.
    pub reading: Reading,
}

impl MethodRow {
    /// Whether each word of a query stands in the row's name, its public name, its meaning or its formula, whatever
    /// the case and the width of its letters; a query without words finds every row.
    #[must_use]
    pub fn matches(&self, query: &str) -> bool {
        let texts = [self.label, &self.id, self.meaning, &self.formula_text];
        let texts = texts.map(|text| plain(text).to_lowercase());
        let stands = |word: &str| texts.iter().any(|text| text.contains(word));
        plain(query).to_lowercase().split_whitespace().all(stands)
    }
}

/// The page of a plan, with the numbers of the budgets asked for; where no budget reaches the goal, of the plan as it
/// stands.
#[must_use]
pub fn methods(numbers: &Numbers<'_>, lang: Lang, basis: Basis) -> MethodsView {
    let page =
        Page { numbers, speaker: Speaker::of(numbers, lang), lang, basis: shown_basis(numbers, basis) };
    let mut rows: BTreeMap<Topic, Vec<MethodRow>> = BTreeMap::new();
    let mut shown = Vec::new();
    for (measure, quantities) in by_measure(numbers) {
        let Some((reading, formula)) = page.representative(measure, &quantities, &shown) else { continue };
        rows.entry(measure.topic()).or_default().push(page.row(reading, &formula));
        shown.push(formula);
    }
    let group = |(topic, rows)| MethodGroup { title: title(topic, lang), rows };
    MethodsView {
        basis: match page.basis {
            Basis::Required => say::of_required(lang),
            Basis::Plan => say::of_today(lang),
        },
        groups: rows.into_iter().map(group).collect(),
    }
}

fn shown_basis(numbers: &Numbers<'_>, basis: Basis) -> Basis {
    if numbers.values(basis).is_some() { basis } else { Basis::Plan }
}

/// Every measure that the plan has a number of, in the order of the calculation, with the quantities it is said of.
/// The marginal numbers and those found by solving have no formula of their own in the graph.
fn by_measure(numbers: &Numbers<'_>) -> Vec<(Measure, Vec<Quantity>)> {
    let graph = numbers.model().graph();
    let channels = numbers.model().plan().document().channels.len();
    let mut all: BTreeMap<Measure, Vec<Quantity>> = BTreeMap::new();
    for quantity in graph.quantities() {
        all.entry(quantity.measure).or_default().push(quantity);
    }
    for measure in [Measure::RoasMarginal, Measure::CacMarginal] {
        let of_channel = |place| u16::try_from(place).ok().map(|place| Quantity::channel(place, measure));
        all.entry(measure).or_default().extend((0..channels).filter_map(of_channel));
    }
    all.entry(Measure::MixFactor).or_default().push(Quantity::plan(Measure::MixFactor));
    all.into_iter().collect()
}

/// So many quantities are looked at for the one that shows a measure best.
const CANDIDATES: usize = 24;

/// What the rows are made from.
struct Page<'a> {
    numbers: &'a Numbers<'a>,
    speaker: Speaker<'a>,
    lang: Lang,
    basis: Basis,
}

impl Page<'_> {
    /// The number that shows a measure best, with its formula: of the whole plan where that is more than a sum over the
    /// channels, else of the first channel or stage whose formula says more than what was shown already.
    fn representative(
        &self,
        measure: Measure,
        quantities: &[Quantity],
        shown: &[Formula],
    ) -> Option<(Reading, Formula)> {
        // A customer's worth is a matter of the channel; the plan's is a mean of those.
        let of_channel = matches!(measure, Measure::Cltv | Measure::CltvRevenue);
        let first = quantities.iter().filter(|quantity| quantity.channel.is_none() != of_channel);
        let then = quantities.iter().filter(|quantity| quantity.channel.is_none() == of_channel);
        let worth = |formula: &Formula| match formula {
            Formula::Constant(_) | Formula::Calendar => 0,
            Formula::Series(SeriesOperator::Sum, _) => 1,
            formula if shown.contains(formula) => 2,
            _ => 3,
        };
        // With the budget that reaches the goal all of the goal is reached, which tells nothing.
        let basis = if measure.topic() == Topic::Goal { Basis::Plan } else { self.basis };
        let mut best: Option<(u8, Reading, Formula)> = None;
        for quantity in first.chain(then).take(CANDIDATES) {
            let reading = Reading { quantity: *quantity, month: None, basis };
            let (reading, formula) = outline(self.numbers, self.speaker.in_a_month(reading));
            let worth = worth(&formula);
            if best.as_ref().is_none_or(|(known, ..)| worth > *known) {
                best = Some((worth, reading, formula));
            }
            if worth == 3 {
                break;
            }
        }
        best.map(|(_, reading, formula)| (reading, formula))
    }

    fn row(&self, reading: Reading, formula: &Formula) -> MethodRow {
        let (numbers, speaker, lang) = (self.numbers, self.speaker, self.lang);
        let quantity = reading.quantity;
        let value = numbers.read(reading);
        // The basis is said once, at the head of the page.
        let named = Reading { basis: Basis::Plan, ..reading };
        MethodRow {
            label: term::label(quantity.measure, lang),
            id: name(named, numbers.model().plan()),
            value_text: speaker.value_text(reading, value.ok()),
            meaning: term::meaning(quantity.measure, lang),
            formula_text: speaker.formula_text(quantity, formula),
            substituted_text: speaker.substituted_text(reading, value.ok(), formula),
            reason: value.err().map(|reason| term::reason(reason, lang)),
            unit: term::unit_kind(numbers.model().unit(quantity), lang),
            source: speaker.source(quantity),
            reading,
        }
    }
}

fn title(topic: Topic, lang: Lang) -> &'static str {
    match topic {
        Topic::Goal => notation::group_goal(lang),
        Topic::MoneyToVolume => notation::group_money_to_volume(lang),
        Topic::Funnel => notation::group_funnel(lang),
        Topic::CustomersToMoney => notation::group_customers_to_money(lang),
        Topic::Metrics => notation::group_metrics(lang),
    }
}
