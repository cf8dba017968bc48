//! Where a number stands in a plan, and the door to read and change it there.

use super::document::{Document, Response};
use super::estimate::Estimate;
use super::field::Field;
use super::phasing::Phasing;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// The place of a number: its field, the channel or stage it belongs to, and the item inside of it (the stage of
/// an override, the place of a dependency). Places that a field does not have are 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Path {
    /// Which number.
    pub field: Field,
    /// The channel, the stage or the month.
    pub index: u16,
    /// The stage of an override, the place of a dependency.
    pub item: u16,
}

/// What stands at a path.
enum Slot<E, N> {
    /// A number that may be an estimate.
    Estimate(E),
    /// A plain number.
    Number(N),
}

/// Reads or borrows the slot of a path. One list serves both: `$opt` lifts an optional field, `$at` a list.
macro_rules! slot {
    ($doc:expr, $path:expr, $opt:ident, $at:ident $(, $m:tt)?) => {{
        let (index, item) = (usize::from($path.index), usize::from($path.item));
        Some(match $path.field {
            Field::Months => return None,
            Field::Target => Slot::Number($doc.goal.target.$opt()?),
            Field::Growth => Slot::Number($doc.goal.growth.$opt()?),
            Field::Reference => Slot::Number($doc.goal.reference.$opt()?),
            Field::Baseline => Slot::Number($doc.goal.baseline.$opt()?),
            Field::OrderValue => Slot::Estimate(& $($m)? $doc.economics.order_value),
            Field::OrdersPerYear => Slot::Estimate(& $($m)? $doc.economics.orders_per_year),
            Field::RelationshipYears => Slot::Estimate(& $($m)? $doc.economics.relationship_years),
            Field::GrossMargin => Slot::Estimate(& $($m)? $doc.economics.gross_margin),
            Field::DiscountRate => Slot::Estimate($doc.economics.discount_rate.$opt()?),
            Field::Seasonality => Slot::Number($doc.seasonality.$opt()?.$at(index)?),
            Field::PhasingFactor => match & $($m)? $doc.phasing {
                Phasing::Factors(factors) => Slot::Number(factors.$at(index)?),
                Phasing::Flat | Phasing::Seasonal => return None,
            },
            Field::MarketCorrelation => Slot::Number($doc.market_correlation.$opt()?),
            Field::ConversionRate => Slot::Estimate($doc.stages.$at(index)?.conversion_rate.$opt()?),
            Field::DelayDays => Slot::Estimate($doc.stages.$at(index)?.delay_days.$opt()?),
            Field::RateOverride => {
                let stage = $doc.stages.get(item)?.id.clone();
                Slot::Estimate(slot!(@entry $doc.channels.$at(index)?.conversion_rates, &stage $(, $m)?)?)
            }
            Field::ShareWithout => {
                Slot::Estimate(& $($m)? $doc.channels.$at(index)?.depends_on.$at(item)?.share_without)
            }
            Field::FullAt => Slot::Estimate(& $($m)? $doc.channels.$at(index)?.depends_on.$at(item)?.full_at),
            field => {
                let channel = $doc.channels.$at(index)?;
                match field {
                    Field::UnitCost => Slot::Estimate(& $($m)? channel.unit_cost),
                    Field::MonthlyBudget => Slot::Number(& $($m)? channel.monthly_budget),
                    Field::MinBudget => Slot::Number(channel.min_budget.$opt()?),
                    Field::MaxBudget => Slot::Number(channel.max_budget.$opt()?),
                    Field::PriorBudget => Slot::Number(channel.prior_budget.$opt()?),
                    Field::Ceiling => Slot::Estimate(channel.response.$opt()?.ceiling.$opt()?),
                    Field::At => Slot::Estimate(channel.response.$opt()?.at.$opt()?),
                    Field::Gain => Slot::Estimate(channel.response.$opt()?.gain.$opt()?),
                    Field::HalfAt => Slot::Estimate(channel.response.$opt()?.half_at.$opt()?),
                    Field::Slope => Slot::Estimate(channel.response.$opt()?.slope.$opt()?),
                    Field::FitRate => Slot::Estimate(channel.fit_rate.$opt()?),
                    Field::FreeVolume => Slot::Estimate(channel.free_volume.$opt()?),
                    Field::Carryover => Slot::Estimate(channel.carryover.$opt()?),
                    Field::RampMonths => Slot::Estimate(channel.ramp_months.$opt()?),
                    Field::LabourHours => Slot::Estimate(channel.labour_hours.$opt()?),
                    Field::HourlyWage => Slot::Estimate(channel.hourly_wage.$opt()?),
                    Field::FixedCost => Slot::Estimate(channel.fixed_cost.$opt()?),
                    Field::SetupCost => Slot::Estimate(channel.setup_cost.$opt()?),
                    Field::ChannelOrderValue => Slot::Estimate(channel.order_value.$opt()?),
                    Field::ChannelOrdersPerYear => Slot::Estimate(channel.orders_per_year.$opt()?),
                    Field::ChannelRelationshipYears => Slot::Estimate(channel.relationship_years.$opt()?),
                    _ => return None,
                }
            }
        })
    }};
    (@entry $map:expr, $key:expr, mut) => { $map.get_mut($key) };
    (@entry $map:expr, $key:expr) => { $map.get($key) };
}

/// Puts an empty value where a number is about to be written, so that absent fields can be set like present ones.
macro_rules! fill {
    ($($option:expr),*) => {{ $($option.get_or_insert_default();)* }};
}

impl Path {
    /// The place of a field of the whole plan.
    #[must_use]
    pub const fn of(field: Field) -> Path {
        Path { field, index: 0, item: 0 }
    }

    /// The place of a field of a channel, a stage or a month.
    #[must_use]
    pub const fn at(field: Field, index: u16) -> Path {
        Path { field, index, item: 0 }
    }

    /// The place of a field of an item inside of a channel.
    #[must_use]
    pub const fn item(field: Field, index: u16, item: u16) -> Path {
        Path { field, index, item }
    }

    /// The public name of the place, such as `channels[1].conversion_rates.lead`.
    #[must_use]
    pub fn name(self, document: &Document) -> String {
        let stage = document.stages.get(usize::from(self.item)).map_or("", |stage| stage.id.as_str());
        let text = self.field.pattern().replacen("[]", &format!("[{}]", self.index), 1);
        text.replacen("[]", &format!("[{}]", self.item), 1).replacen("{}", stage, 1)
    }

    /// The place with this public name in a document; none when it names nothing of it.
    #[must_use]
    pub fn parse(name: &str, document: &Document) -> Option<Path> {
        let numbers: Vec<u16> =
            name.split('[').skip(1).filter_map(|part| part.split(']').next()?.parse().ok()).collect();
        let index = numbers.first().copied().unwrap_or(0);
        let stage = name.split_once(".conversion_rates.").map(|(_, id)| id);
        let item = match stage {
            Some(id) => u16::try_from(document.stages.iter().position(|s| s.id == id)?).ok()?,
            None => numbers.get(1).copied().unwrap_or(0),
        };
        let same = |field: &&Field| Path::item(**field, index, item).name(document) == name;
        Field::ALL.iter().find(same).map(|field| Path::item(*field, index, item))
    }
}

impl Document {
    /// The number at a path; none when it is absent.
    #[must_use]
    pub fn number(&self, path: Path) -> Option<f64> {
        if path.field == Field::Months {
            return Some(f64::from(self.months));
        }
        match self.slot(path)? {
            Slot::Estimate(estimate) => Some(estimate.value),
            Slot::Number(number) => Some(*number),
        }
    }

    /// The estimate at a path; none when it is absent or a plain number by contract.
    #[must_use]
    pub fn estimate(&self, path: Path) -> Option<&Estimate> {
        match self.slot(path)? {
            Slot::Estimate(estimate) => Some(estimate),
            Slot::Number(_) => None,
        }
    }

    /// Writes an estimate at a path; of one that is a plain number by contract only the value is kept.
    /// Answers whether the document has such a place.
    pub fn set(&mut self, path: Path, estimate: Estimate) -> bool {
        if path.field == Field::Months {
            return self.set_months(estimate.value);
        }
        self.make_room(path);
        match self.slot_mut(path) {
            Some(Slot::Estimate(slot)) => *slot = estimate,
            Some(Slot::Number(slot)) => *slot = estimate.value,
            None => return false,
        }
        true
    }

    /// Takes an optional number away, so that its default holds again.
    pub fn clear(&mut self, path: Path) {
        let index = usize::from(path.index);
        if path.field == Field::Baseline {
            self.goal.baseline = None;
        }
        let stage = self.stages.get(usize::from(path.item)).map(|stage| stage.id.clone());
        if let Some(stage) = self.stages.get_mut(index).filter(|_| path.field == Field::DelayDays) {
            stage.delay_days = None;
        }
        let Some(channel) = self.channels.get_mut(index) else { return };
        match path.field {
            Field::DiscountRate => self.economics.discount_rate = None,
            Field::MarketCorrelation => self.market_correlation = None,
            Field::MinBudget => channel.min_budget = None,
            Field::MaxBudget => channel.max_budget = None,
            Field::PriorBudget => channel.prior_budget = None,
            Field::FitRate => channel.fit_rate = None,
            Field::FreeVolume => channel.free_volume = None,
            Field::Carryover => channel.carryover = None,
            Field::RampMonths => channel.ramp_months = None,
            Field::LabourHours => channel.labour_hours = None,
            Field::HourlyWage => channel.hourly_wage = None,
            Field::FixedCost => channel.fixed_cost = None,
            Field::SetupCost => channel.setup_cost = None,
            Field::ChannelOrderValue => channel.order_value = None,
            Field::ChannelOrdersPerYear => channel.orders_per_year = None,
            Field::ChannelRelationshipYears => channel.relationship_years = None,
            Field::At => _ = channel.response.as_mut().map(|response| response.at = None),
            Field::RateOverride => _ = stage.map(|stage| channel.conversion_rates.remove(&stage)),
            _ => {}
        }
    }

    /// Every number that stands in the document, in the order of the contract.
    #[must_use]
    pub fn paths(&self) -> Vec<Path> {
        let widest = self.channels.len().max(self.stages.len()).max(12).max(self.phasing_len());
        let mut paths = Vec::new();
        for &field in Field::ALL {
            let pattern = field.pattern();
            let indices = if pattern.contains('[') { widest } else { 1 };
            for index in 0..indices {
                let items = match field {
                    Field::RateOverride => self.stages.len(),
                    Field::ShareWithout | Field::FullAt => {
                        self.channels.get(index).map_or(0, |channel| channel.depends_on.len())
                    }
                    _ => 1,
                };
                let place =
                    |item| Some(Path::item(field, u16::try_from(index).ok()?, u16::try_from(item).ok()?));
                paths.extend((0..items).filter_map(place).filter(|path| self.number(*path).is_some()));
            }
        }
        paths
    }

    fn phasing_len(&self) -> usize {
        match &self.phasing {
            Phasing::Factors(factors) => factors.len(),
            Phasing::Flat | Phasing::Seasonal => 0,
        }
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "guarded by the comparison")]
    fn set_months(&mut self, months: f64) -> bool {
        let whole = (0.0..=1e6).contains(&months) && libm::trunc(months) >= months;
        if whole {
            self.months = months as u32;
        }
        whole
    }

    fn slot(&self, path: Path) -> Option<Slot<&Estimate, &f64>> {
        slot!(self, path, as_ref, get)
    }

    fn slot_mut(&mut self, path: Path) -> Option<Slot<&mut Estimate, &mut f64>> {
        slot!(self, path, as_mut, get_mut, mut)
    }

    /// Fills an absent optional field, so that [`Document::slot_mut`] finds it.
    fn make_room(&mut self, path: Path) {
        let index = usize::from(path.index);
        let stage = self.stages.get(usize::from(path.item)).map(|stage| stage.id.clone());
        match path.field {
            Field::Target => fill!(self.goal.target),
            Field::Growth => fill!(self.goal.growth),
            Field::Reference => fill!(self.goal.reference),
            Field::Baseline => fill!(self.goal.baseline),
            Field::DiscountRate => fill!(self.economics.discount_rate),
            Field::MarketCorrelation => fill!(self.market_correlation),
            Field::Seasonality => _ = self.seasonality.get_or_insert_with(|| alloc::vec![1.0; 12]),
            Field::ConversionRate | Field::DelayDays => {
                let Some(stage) = self.stages.get_mut(index) else { return };
                match path.field {
                    Field::DelayDays => fill!(stage.delay_days),
                    _ => fill!(stage.conversion_rate),
                }
            }
            _ => {
                let Some(channel) = self.channels.get_mut(index) else { return };
                let response = channel.response.as_mut();
                match path.field {
                    Field::MinBudget => fill!(channel.min_budget),
                    Field::MaxBudget => fill!(channel.max_budget),
                    Field::PriorBudget => fill!(channel.prior_budget),
                    Field::FitRate => fill!(channel.fit_rate),
                    Field::FreeVolume => fill!(channel.free_volume),
                    Field::Carryover => fill!(channel.carryover),
                    Field::RampMonths => fill!(channel.ramp_months),
                    Field::LabourHours => fill!(channel.labour_hours),
                    Field::HourlyWage => fill!(channel.hourly_wage),
                    Field::FixedCost => fill!(channel.fixed_cost),
                    Field::SetupCost => fill!(channel.setup_cost),
                    Field::ChannelOrderValue => fill!(channel.order_value),
                    Field::ChannelOrdersPerYear => fill!(channel.orders_per_year),
                    Field::ChannelRelationshipYears => fill!(channel.relationship_years),
                    Field::RateOverride => {
                        _ = stage.map(|stage| channel.conversion_rates.entry(stage).or_default().value);
                    }
                    _ => _ = response.map(|response| make_room_in(response, path.field)),
                }
            }
        }
    }
}

fn make_room_in(response: &mut Response, field: Field) {
    match field {
        Field::Ceiling => fill!(response.ceiling),
        Field::At => fill!(response.at),
        Field::Gain => fill!(response.gain),
        Field::HalfAt => fill!(response.half_at),
        Field::Slope => fill!(response.slope),
        _ => {}
    }
}
