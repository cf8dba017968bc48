//! Reading the closed form of a figure off the formulas: three rows of months per channel, and one pass backwards.

use super::curve::Curve;
use super::worth::{Flow, Need, Outlet};
use crate::equations::{Model, places};
use crate::graph::{Slopes, Values};
use crate::plan::{Channel, Field, Path};
use crate::quantity::{Measure, Quantity};
use alloc::vec::Vec;

/// A plan evaluated in the two ways that tell its straight lines.
pub(super) struct Rows<'m> {
    model: &'m Model,
    /// Without any budget.
    without: Values<'m>,
    /// With a budget of 1 and nothing spent before the start: there effective spend is spend per budget.
    unit: Values<'m>,
    months: usize,
    /// What a unit of each channel's paid volume adds to the figure, month by month.
    worths: Vec<(u16, Vec<f64>)>,
}

impl<'m> Rows<'m> {
    pub(super) fn of(model: &'m Model, figure: Quantity, read: &[(u16, &Channel)]) -> Rows<'m> {
        let mut without = model.graph().evaluate();
        let mut unit = without.clone();
        for (place, _) in read {
            without.set(Path::at(Field::MonthlyBudget, *place), 0.0);
            unit.set(Path::at(Field::MonthlyBudget, *place), 1.0);
            unit.set(Path::at(Field::PriorBudget, *place), 0.0);
        }
        without.refresh();
        unit.refresh();
        let slopes = model.graph().find(figure).map(|id| unit.slopes(id, 0));
        let worth = |place: u16| worth_of_bought(model, slopes.as_ref(), place);
        let worths = read.iter().map(|(place, _)| (*place, worth(*place))).collect();
        Rows { model, without, unit, months: model.graph().months(), worths }
    }

    /// The figure without any budget.
    pub(super) fn constant(&self, figure: Quantity) -> f64 {
        self.without.read(figure, 0).unwrap_or(f64::NAN)
    }

    pub(super) fn media(&self, figure: Quantity) -> f64 {
        let spent =
            self.row(&self.unit, Quantity::plan(Measure::Phase)).map_or(0.0, |phase| phase.iter().sum());
        if figure.measure == Measure::Profit { -spent } else { 0.0 }
    }

    fn row(&self, values: &Values<'_>, quantity: Quantity) -> Option<Vec<f64>> {
        let id = self.model.graph().find(quantity)?;
        Some((0..self.months).map(|month| values.number(id, month)).collect())
    }

    /// How a channel's money works in every month.
    pub(super) fn months(&self, place: u16, channel: &Channel) -> Vec<Flow> {
        let name = |measure| Quantity::channel(place, measure);
        let spend = |values| {
            let carried = self.row(values, name(Measure::EffectiveSpend));
            carried.or_else(|| self.row(values, name(Measure::Spend))).unwrap_or_default()
        };
        let (rates, offsets) = (spend(&self.unit), spend(&self.without));
        let ramp = self.row(&self.unit, name(Measure::Ramp));
        let phases =
            self.row(&self.unit, Quantity::plan(Measure::Phase)).filter(|_| !channel.depends_on.is_empty());
        let worth = self.worths.iter().find(|(of, _)| *of == place).map_or(&[][..], |(_, worth)| worth);
        let at = |row: &[f64], month: usize| row.get(month).copied().unwrap_or(0.0);
        let flow = |(month, worth): (usize, &f64)| Flow {
            weight: worth * ramp.as_ref().map_or(1.0, |ramp| at(ramp, month)),
            rate: at(&rates, month),
            offset: at(&offsets, month),
            phase: phases.as_ref().map_or(1.0, |phases| at(phases, month)),
        };
        worth.iter().enumerate().map(flow).collect()
    }

    /// The carryover λ of a channel.
    pub(super) fn carryover(&self, place: u16) -> f64 {
        self.unit.input(Path::at(Field::Carryover, place)).unwrap_or(0.0)
    }

    pub(super) fn outlet(&self, place: u16, channel: &Channel) -> Outlet {
        Outlet {
            place,
            trust: channel.trust,
            min: channel.min_budget.unwrap_or(0.0),
            max: channel.max_budget.unwrap_or(f64::INFINITY),
            curve: Curve::of(&self.unit, place, channel),
            flows: gathered(self.months(place, channel).into_iter()),
            needs: Vec::new(),
            needed_by: Vec::new(),
        }
    }

    /// Ties an outlet to those it depends on. One that takes no money leaves the share that is there without it.
    pub(super) fn link(
        &self,
        outlets: &mut [Outlet],
        at: usize,
        channel: &Channel,
        other: &dyn Fn(&str) -> Option<usize>,
    ) {
        let Some(place) = outlets.get(at).map(|outlet| outlet.place) else { return };
        for (nth, dependency) in places(channel.depends_on.len()).zip(&channel.depends_on) {
            let input = |field| self.unit.input(Path::item(field, place, nth)).unwrap_or(f64::NAN);
            let (without, full) = (input(Field::ShareWithout), input(Field::FullAt));
            let found = other(&dependency.channel);
            found
                .and_then(|other| outlets.get_mut(other))
                .into_iter()
                .for_each(|needed| needed.needed_by.push(at));
            let Some(outlet) = outlets.get_mut(at) else { continue };
            match found {
                Some(other) => outlet.needs.push(Need { other, without, full }),
                None => outlet.flows.iter_mut().for_each(|flow| flow.weight *= without),
            }
        }
    }
}

/// What a unit of paid volume adds to the figure. Late customers cannot repeat: the slopes are never below 0 but for
/// rounding.
fn worth_of_bought(model: &Model, slopes: Option<&Slopes<'_, '_>>, place: u16) -> Vec<f64> {
    let id = model.graph().find(Quantity::channel(place, Measure::PaidVolume));
    let row = slopes.zip(id).map_or(&[][..], |(slopes, id)| slopes.row(id));
    row.iter().map(|worth| worth.max(0.0)).collect()
}

/// Months that work alike are one flow; those that are worth nothing or get no money are none.
fn gathered(flows: impl Iterator<Item = Flow>) -> Vec<Flow> {
    let mut all: Vec<Flow> = Vec::new();
    for flow in flows.filter(|flow| flow.weight > 0.0 && flow.rate > 0.0) {
        let alike = |known: &&mut Flow| Flow { weight: flow.weight, ..**known } == flow;
        match all.iter_mut().find(alike) {
            Some(known) => known.weight += flow.weight,
            None => all.push(flow),
        }
    }
    all
}
