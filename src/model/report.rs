//! The report: every number of the contract, or the reason why it has none.

use crate::graph::Reason;
use crate::quantity::{Basis, Measure, Quantity, Reading, name};
use crate::reading::Numbers;
use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use serde::ser::{Serialize, SerializeMap, Serializer};

/// The measures of the report's sections, in the order of the contract.
pub mod sections {
    use crate::quantity::Measure::{self, *};

    /// `goal`
    pub const GOAL: &[Measure] = &[Target, Baseline, Reached, Gap, Attainment, PlanAttainment];
    /// `totals`
    pub const TOTALS: &[Measure] =
        &[Media, Labour, Fixed, Cost, Customers, CustomersAfter, Revenue, GrossProfit, Profit];
    /// `metrics`, those that every channel has too.
    pub const METRICS: &[Measure] = &[
        Cac,
        CacMedia,
        CltvRevenue,
        Cltv,
        CltvToCac,
        Roas,
        RoasPaid,
        Roi,
        LifetimeRoi,
        BreakEvenRoas,
        BreakEvenRoasFull,
        Payback,
        BreakEvenCustomers,
    ];
    /// `metrics`, those of the plan only.
    pub const PLAN_METRICS: &[Measure] = &[BreakEvenMonth, BreakEvenLasting];
    /// `channels[]`, those of a channel only.
    pub const CHANNEL: &[Measure] = &[Bought, CarryoverAfter, UnitCostEffective, RoasMarginal, CacMarginal];
    /// `stages[]`
    pub const STAGES: &[Measure] = &[Volume, Bought, AfterDeadline, CostPerUnitMedia, CostPerUnit];
    /// `channels[].volumes` and `channels[].after_deadline`
    pub const CHANNEL_STAGES: &[Measure] = &[Volume, AfterDeadline];
    /// `months[]`
    pub const MONTHS: &[Measure] = &[
        Spend,
        MonthlyCost,
        MonthlyCustomers,
        MonthlyRevenue,
        MonthlyGrossProfit,
        MonthlyProfit,
        CumulativeProfit,
    ];
}

/// A part of the report: numbers by name, lists and parts inside.
#[derive(Clone, Debug, PartialEq)]
pub enum Section {
    /// A number; undefined numbers are `null`.
    Number(Option<f64>),
    /// An id.
    Text(String),
    /// Parts by name, in their order.
    Parts(Vec<(String, Section)>),
    /// Parts in a list.
    List(Vec<Section>),
}

impl Serialize for Section {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Section::Number(number) => number.serialize(serializer),
            Section::Text(text) => text.serialize(serializer),
            Section::List(list) => list.serialize(serializer),
            Section::Parts(parts) => {
                let mut map = serializer.serialize_map(Some(parts.len()))?;
                for (name, part) in parts {
                    map.serialize_entry(name, part)?;
                }
                map.end()
            }
        }
    }
}

/// Gathers numbers and the reasons of those that are missing.
struct Writer<'n, 'm> {
    numbers: &'n Numbers<'m>,
    basis: Basis,
    undefined: BTreeMap<String, Reason>,
}

/// The report of a plan as it stands ([`Basis::Plan`]) or scaled to its goal; none when no budget reaches the goal.
///
/// `goal`, `totals`, `metrics`, `stages`, `channels`, `months` and `undefined`, which has one reason for every `null`.
#[must_use]
pub fn report(numbers: &Numbers<'_>, basis: Basis) -> Option<Section> {
    numbers.values(basis)?;
    let mut writer = Writer { numbers, basis, undefined: BTreeMap::new() };
    let plan = numbers.model().plan().document();
    let of_plan = |measures: &[Measure], writer: &mut Writer<'_, '_>| {
        Section::Parts(measures.iter().map(|m| writer.entry(Quantity::plan(*m), None)).collect())
    };
    let metrics: Vec<Measure> = [sections::METRICS, sections::PLAN_METRICS].concat();
    let mut parts = alloc::vec![
        ("goal".into(), of_plan(sections::GOAL, &mut writer)),
        ("totals".into(), of_plan(sections::TOTALS, &mut writer)),
        ("metrics".into(), of_plan(&metrics, &mut writer)),
    ];
    let stages = crate::equations::places(plan.stages.len()).map(|k| writer.stage(k)).collect();
    parts.push(("stages".into(), Section::List(stages)));
    let channels = crate::equations::places(plan.channels.len()).map(|c| writer.channel(c)).collect();
    parts.push(("channels".into(), Section::List(channels)));
    let month = |t| {
        let entry = |m: &Measure| writer.entry(Quantity::plan(*m), Some(t));
        Section::Parts(sections::MONTHS.iter().map(entry).collect())
    };
    let months = crate::equations::places(plan.months as usize).map(month).collect();
    parts.push(("months".into(), Section::List(months)));
    let reasons =
        writer.undefined.into_iter().map(|(name, reason)| (name, Section::Text(reason.code().into())));
    parts.push(("undefined".into(), Section::Parts(reasons.collect())));
    Some(Section::Parts(parts))
}

impl Writer<'_, '_> {
    fn entry(&mut self, quantity: Quantity, month: Option<u16>) -> (String, Section) {
        (quantity.measure.id().to_string(), self.number(quantity, month))
    }

    fn number(&mut self, quantity: Quantity, month: Option<u16>) -> Section {
        let read = self.numbers.read(Reading { quantity, month, basis: self.basis });
        if let Err(reason) = read {
            let reading = Reading { quantity, month, basis: Basis::Plan };
            self.undefined.insert(name(reading, self.numbers.model().plan()), reason);
        }
        Section::Number(read.ok())
    }

    fn stage(&mut self, stage: u16) -> Section {
        let id = self.numbers.model().plan().document().stages.get(usize::from(stage)).map(|s| s.id.clone());
        let mut parts = alloc::vec![("id".into(), Section::Text(id.unwrap_or_default()))];
        for &measure in sections::STAGES {
            let id = if measure == Measure::Volume { "volume" } else { measure.id() };
            parts.push((id.into(), self.number(Quantity::stage(stage, measure), None)));
        }
        Section::Parts(parts)
    }

    fn channel(&mut self, channel: u16) -> Section {
        let plan = self.numbers.model().plan();
        let Some(of) = plan.document().channels.get(usize::from(channel)) else {
            return Section::List(Vec::new());
        };
        let entry = plan.stage(&of.entry_stage).unwrap_or(0);
        let mut parts = alloc::vec![("id".into(), Section::Text(of.id.clone()))];
        for &measure in [sections::TOTALS, sections::METRICS, sections::CHANNEL].concat().iter() {
            parts.push(self.entry(Quantity::channel(channel, measure), None));
        }
        for &measure in sections::CHANNEL_STAGES {
            let stages = (entry..=plan.last_stage()).map(|stage| {
                let id = plan.document().stages.get(usize::from(stage)).map(|s| s.id.clone());
                let number = self.number(Quantity::channel_stage(channel, stage, measure), None);
                (id.unwrap_or_default(), number)
            });
            parts.push((measure.id().into(), Section::Parts(stages.collect())));
        }
        Section::Parts(parts)
    }
}
