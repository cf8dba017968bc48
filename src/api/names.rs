//! The names of all numbers of a plan.

use crate::model::quantity::{Basis, Measure, Quantity, Reading, name};
use crate::model::reading::Numbers;

/// Every number of a plan: what its formulas name, what is found by slopes and by working backwards, and all but the
/// monthly numbers once more in the plan scaled to its goal.
pub(super) fn readings(numbers: &Numbers<'_>) -> impl Iterator<Item = Reading> {
    let (plan, graph) = (numbers.model().plan(), numbers.model().graph());
    let months = u16::try_from(plan.months()).unwrap_or(u16::MAX);
    let (stages, channels) =
        (0..=plan.last_stage(), 0..u16::try_from(plan.document().channels.len()).unwrap_or(0));
    let marginal = [Measure::RoasMarginal, Measure::CacMarginal];
    let marginals =
        channels.flat_map(move |channel| marginal.map(|measure| Quantity::channel(channel, measure)));
    let required = stages.map(|stage| Quantity::stage(stage, Measure::Required));
    let mut single: Vec<Quantity> =
        graph.quantities().filter(|quantity| !graph.is_monthly(*quantity)).collect();
    single.extend(marginals);
    single.extend(required);
    single.sort_unstable();
    single.dedup();
    let scaled: Vec<Reading> = match numbers.values(Basis::Required) {
        Some(_) => {
            single.iter().filter(|q| q.measure != Measure::Required).copied().map(Reading::required).collect()
        }
        None => Vec::new(),
    };
    let monthly = graph.quantities().filter(|quantity| graph.is_monthly(*quantity));
    let monthly: Vec<Reading> =
        monthly.flat_map(|quantity| (0..months).map(move |month| Reading::now(quantity).at(month))).collect();
    single.into_iter().map(Reading::now).chain(scaled).chain(monthly)
}

pub(super) fn of(numbers: &Numbers<'_>, reading: Reading) -> String {
    name(reading, numbers.model().plan())
}
