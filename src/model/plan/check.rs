//! From what is written down to a plan: every rule of the contract, each with the path it speaks of.

use super::document::{Channel, Document, GoalMetric, Response, ResponseKind, VERSION};
use super::fault::{Fault, FaultKind};
use super::field::{Bounds, Field};
use super::month::YearMonth;
use super::path::Path;
use super::phasing::Phasing;
use crate::quantity::Ids;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;

/// A document that keeps every rule of the contract. It cannot be changed, only read.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    document: Document,
    start: YearMonth,
}

type Checked = Result<(), Fault>;

impl Plan {
    /// Checks a document.
    ///
    /// # Errors
    /// The first fault found, with its path.
    pub fn check(document: Document) -> Result<Plan, Fault> {
        let start = YearMonth::parse(&document.start)
            .ok_or_else(|| fault("start", FaultKind::MalformedMonth(document.start.clone())))?;
        head(&document)?;
        ids(document.stages.iter().map(|stage| &stage.id), "stages")?;
        ids(document.channels.iter().map(|channel| &channel.id), "channels")?;
        numbers(&document)?;
        goal(&document)?;
        lists(&document)?;
        stages(&document)?;
        for (index, channel) in document.channels.iter().enumerate() {
            Place { document: &document, channel, index }.check()?;
        }
        Ok(Plan { document, start })
    }

    /// What is written down.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The document back, to be changed.
    #[must_use]
    pub fn into_document(self) -> Document {
        self.document
    }

    /// The first month.
    #[must_use]
    pub fn start(&self) -> YearMonth {
        self.start
    }

    /// The horizon H in months.
    #[must_use]
    pub fn months(&self) -> usize {
        self.document.months as usize
    }

    /// The place of a stage.
    #[must_use]
    pub fn stage(&self, id: &str) -> Option<u16> {
        place(self.document.stages.iter().position(|stage| stage.id == id))
    }

    /// The place of a channel.
    #[must_use]
    pub fn channel(&self, id: &str) -> Option<u16> {
        place(self.document.channels.iter().position(|channel| channel.id == id))
    }

    /// The place of the last stage, the customer.
    #[must_use]
    pub fn last_stage(&self) -> u16 {
        place(self.document.stages.len().checked_sub(1)).unwrap_or(0)
    }
}

impl Ids for Plan {
    fn channel_id(&self, channel: u16) -> Option<&str> {
        self.document.channels.get(usize::from(channel)).map(|channel| channel.id.as_str())
    }

    fn stage_id(&self, stage: u16) -> Option<&str> {
        self.document.stages.get(usize::from(stage)).map(|stage| stage.id.as_str())
    }
}

fn place(position: Option<usize>) -> Option<u16> {
    u16::try_from(position?).ok()
}

fn fault(path: impl Into<String>, kind: FaultKind) -> Fault {
    Fault { path: path.into(), kind }
}

fn refuse_unless(holds: bool, path: impl FnOnce() -> String, kind: FaultKind) -> Checked {
    if holds { Ok(()) } else { Err(fault(path(), kind)) }
}

fn length(path: &str, length: usize, least: usize, most: usize) -> Checked {
    let kind = FaultKind::WrongLength { length, least, most };
    refuse_unless((least..=most).contains(&length), || path.into(), kind)
}

fn head(document: &Document) -> Checked {
    let Document { version, currency, .. } = document;
    refuse_unless(*version == VERSION, || "version".into(), FaultKind::UnknownVersion(*version))?;
    let known = super::currency::is_known(currency);
    refuse_unless(known, || "currency".into(), FaultKind::UnknownCurrency(currency.clone()))?;
    length("stages", document.stages.len(), 2, 12)?;
    length("channels", document.channels.len(), 1, 200)
}

fn ids<'a>(ids: impl Iterator<Item = &'a String>, list: &str) -> Checked {
    let mut seen = BTreeSet::new();
    for (index, id) in ids.enumerate() {
        let path = || format!("{list}[{index}].id");
        let mut bytes = id.bytes();
        let begins = bytes.next().is_some_and(|b| b.is_ascii_lowercase());
        let goes_on = bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-');
        refuse_unless(begins && goes_on, path, FaultKind::MalformedId(id.clone()))?;
        refuse_unless(seen.insert(id), path, FaultKind::DuplicateId(id.clone()))?;
    }
    Ok(())
}

/// Every number that stands there against the field table; an estimate with all three of its points.
fn numbers(document: &Document) -> Checked {
    for path in document.paths() {
        points(document, path, path.field.bounds())?;
        let range = document.estimate(path).and_then(|estimate| estimate.range);
        let around =
            document.number(path).zip(range).is_none_or(|(value, (low, high))| low <= value && value <= high);
        refuse_unless(around, || path.name(document), FaultKind::RangeNotAroundValue)?;
    }
    Ok(())
}

/// The number that stands at a path, and the ends of its range, against bounds.
fn points(document: &Document, path: Path, bounds: Bounds) -> Checked {
    let (low, high) = document.estimate(path).and_then(|estimate| estimate.range).unzip();
    for (value, end) in [(document.number(path), ""), (low, ".low"), (high, ".high")] {
        let Some(value) = value else { continue };
        let name = || format!("{}{end}", path.name(document));
        refuse_unless(bounds.hold(value), name, FaultKind::OutOfRange { value, bounds })?;
    }
    Ok(())
}

fn goal(document: &Document) -> Checked {
    let goal = &document.goal;
    let of_stage = goal.metric == GoalMetric::StageVolume;
    match &goal.stage {
        None if of_stage => return Err(fault("goal.stage", FaultKind::Missing)),
        Some(_) if !of_stage => return Err(fault("goal.stage", FaultKind::NotAllowed)),
        Some(id) if !document.stages.iter().any(|stage| stage.id == *id) => {
            return Err(fault("goal.stage", FaultKind::UnknownId(id.clone())));
        }
        _ => {}
    }
    let target = match (goal.target, goal.growth, goal.reference) {
        (Some(target), None, None) => target,
        (None, Some(growth), Some(reference)) => grown(growth, reference)?,
        _ => return Err(fault("goal", FaultKind::TargetOrGrowth)),
    };
    let positive = target > 0.0 || goal.metric == GoalMetric::Profit;
    refuse_unless(positive, || "goal.target".into(), FaultKind::TargetNotPositive)
}

/// The target of a growth, which has to be a number.
fn grown(growth: f64, reference: f64) -> Result<f64, Fault> {
    let target = reference * (1.0 + growth);
    let bounds = Bounds::above_to(-1.0, f64::MAX / reference - 1.0);
    let kind = FaultKind::OutOfRange { value: growth, bounds };
    refuse_unless(target.is_finite(), || "goal.growth".into(), kind).map(|()| target)
}

fn lists(document: &Document) -> Checked {
    if let Some(factors) = &document.seasonality {
        length("seasonality", factors.len(), 12, 12)?;
    }
    if let Phasing::Factors(factors) = &document.phasing {
        length("phasing", factors.len(), document.months as usize, document.months as usize)?;
        let spends = factors.iter().any(|factor| *factor > 0.0);
        refuse_unless(spends, || "phasing".into(), FaultKind::AllZero)?;
    }
    Ok(())
}

fn stages(document: &Document) -> Checked {
    for (index, stage) in document.stages.iter().enumerate() {
        let path = |field: &str| format!("stages[{index}].{field}");
        if index == 0 {
            refuse_unless(
                stage.conversion_rate.is_none(),
                || path("conversion_rate"),
                FaultKind::NotAllowed,
            )?;
            refuse_unless(stage.delay_days.is_none(), || path("delay_days"), FaultKind::NotAllowed)?;
        } else {
            refuse_unless(stage.conversion_rate.is_some(), || path("conversion_rate"), FaultKind::Missing)?;
        }
    }
    Ok(())
}

/// A channel in its plan.
struct Place<'a> {
    document: &'a Document,
    channel: &'a Channel,
    index: usize,
}

impl Place<'_> {
    fn path(&self, field: &str) -> String {
        format!("channels[{}].{field}", self.index)
    }

    fn check(&self) -> Checked {
        let position = |id: &str| self.document.stages.iter().position(|stage| stage.id == id);
        let entry = position(&self.channel.entry_stage).ok_or_else(|| {
            fault(self.path("entry_stage"), FaultKind::UnknownId(self.channel.entry_stage.clone()))
        })?;
        for id in self.channel.conversion_rates.keys() {
            let path = || self.path(&format!("conversion_rates.{id}"));
            let stage = position(id).ok_or_else(|| fault(path(), FaultKind::UnknownId(id.clone())))?;
            refuse_unless(stage > entry, path, FaultKind::OverrideBeforeEntry)?;
        }
        let (least, most) = (self.channel.min_budget.unwrap_or(0.0), self.channel.max_budget);
        let ordered = most.is_none_or(|most| least <= most);
        refuse_unless(ordered, || self.path("max_budget"), FaultKind::MaximumBelowMinimum)?;
        self.dependencies()?;
        self.channel.response.as_ref().map_or(Ok(()), |response| self.response(response))
    }

    fn dependencies(&self) -> Checked {
        let mut seen = BTreeSet::new();
        for (place, dependency) in self.channel.depends_on.iter().enumerate() {
            let path = || self.path(&format!("depends_on[{place}].channel"));
            let id = &dependency.channel;
            refuse_unless(*id != self.channel.id, path, FaultKind::DependsOnItself)?;
            let known = self.document.channels.iter().any(|channel| channel.id == *id);
            refuse_unless(known, path, FaultKind::UnknownId(id.clone()))?;
            refuse_unless(seen.insert(id), path, FaultKind::DuplicateId(id.clone()))?;
        }
        Ok(())
    }

    /// Each kind has its own parameters, no fewer and no more.
    fn response(&self, response: &Response) -> Checked {
        use Field::{At, Ceiling, Gain, HalfAt, Slope};
        let (needs, allows): (&[Field], &[Field]) = match response.kind {
            ResponseKind::Linear => (&[], &[]),
            ResponseKind::Saturating => (&[Ceiling], &[At]),
            ResponseKind::Doubling => (&[At, Gain], &[]),
            ResponseKind::Hill => (&[Ceiling, HalfAt, Slope], &[]),
        };
        let index = u16::try_from(self.index).unwrap_or(u16::MAX);
        let number = |field| self.document.number(Path::at(field, index));
        for field in [Ceiling, At, Gain, HalfAt, Slope] {
            let path = || Path::at(field, index).name(self.document);
            let there = number(field).is_some();
            refuse_unless(there || !needs.contains(&field), path, FaultKind::Missing)?;
            refuse_unless(
                !there || needs.contains(&field) || allows.contains(&field),
                path,
                FaultKind::NotAllowed,
            )?;
        }
        match response.kind {
            ResponseKind::Saturating => {
                points(self.document, Path::at(Ceiling, index), self.ceilings())?;
                let whole = number(Ceiling).unwrap_or(f64::INFINITY) * self.channel.unit_cost.value;
                let passed = whole <= number(At).unwrap_or(0.0);
                refuse_unless(!passed, || self.path("response"), FaultKind::CeilingPassed)
            }
            ResponseKind::Doubling => points(self.document, Path::at(At, index), Bounds::POSITIVE),
            ResponseKind::Linear | ResponseKind::Hill => Ok(()),
        }
    }

    /// The ceilings at which even the dearest price leaves M·u a number.
    fn ceilings(&self) -> Bounds {
        let cost = &self.channel.unit_cost;
        let dearest = cost.range.map_or(cost.value, |(_, high)| high);
        Bounds::above_to(0.0, 0.5 * f64::MAX / dearest)
    }
}
