//! How the chain is filled from the numbers of a plan.

use super::{ChainView, GoalView, InputView, RateView, StageView};
use crate::locale::screen::plan as say;
use crate::locale::term::notation;
use crate::locale::typed::{self, Kind};
use crate::locale::{number, term};
use crate::model::equations::goal_quantity;
use crate::model::lever;
use crate::model::plan::{Field, Path};
use crate::model::quantity::{Basis, Measure, Quantity, Reading, Unit};
use crate::present::form::bare;
use crate::present::presenter::Presenter;
use crate::present::sentence::{Sentence, Shown, Slot};
use crate::present::verdict::inside;

/// A number in the field as short as it can be read back: 4,800 萬 rather than 48,000,000.
fn short(value: f64, kind: Kind, presenter: &Presenter<'_, '_>) -> String {
    let compact = number::compact(value, presenter.lang);
    let reads_back = typed::parse(&compact, kind).is_ok_and(|read| read.to_bits() == value.to_bits());
    if reads_back { compact } else { bare(value, kind) }
}

/// From here on the chain, whose columns are narrow, shows a number in its short form; its door says all of it.
const LONG: f64 = 1e9;

pub(super) struct Writer<'p, 'n, 'm> {
    pub(super) presenter: &'p Presenter<'n, 'm>,
    weakest: Option<u16>,
}

pub(crate) fn chain(presenter: &Presenter<'_, '_>) -> ChainView {
    let writer = Writer { presenter, weakest: lever::weakest_stage(presenter.numbers) };
    writer.chain()
}

/// The stages of the chain with how many each takes: from the goal's side on, down to the first one that anybody enters.
pub(crate) fn volumes(presenter: &Presenter<'_, '_>) -> Vec<(u16, f64)> {
    let plan = presenter.numbers.model().plan();
    let last = goal_quantity(plan).stage.unwrap_or(plan.last_stage());
    let volume =
        |stage| presenter.value(presenter.reading(Quantity::stage(stage, Measure::Volume))).unwrap_or(0.0);
    let entered = (0..=last).find(|stage| volume(*stage) > 0.0).unwrap_or(0);
    (entered..=last).rev().map(|stage| (stage, volume(stage))).collect()
}

impl Writer<'_, '_, '_> {
    fn chain(&self) -> ChainView {
        let presenter = self.presenter;
        let (lang, document) = (presenter.lang, presenter.document());
        let active: Vec<u16> =
            (0u16..).zip(&document.channels).filter(|(_, c)| c.is_active()).map(|(c, _)| c).collect();
        let only = if let [only] = active.as_slice() { Some(*only) } else { None };
        let stages = self.stages();
        let first = stages.last().map_or(0, |stage| stage.stage);
        let figure = goal_quantity(presenter.numbers.model().plan());
        let monthly = presenter.reading(Quantity::plan(Measure::MediaPerMonth));
        let counted = figure.measure == Measure::Customers || figure.stage.is_some();
        let title = match only.and_then(|c| document.channels.get(usize::from(c))) {
            Some(channel) => channel.name.clone(),
            None => say::all_channels(lang, active.len()),
        };
        ChainView {
            title,
            span: Sentence::compose(
                &say::months(lang, Slot(0)),
                &[Shown::new(document.months.to_string(), Reading::now(Quantity::plan(Measure::Horizon)))],
            ),
            notice: (presenter.basis == Basis::Plan).then(|| say::chain_of_today(lang).into()),
            goal: self.goal(),
            each: (!counted).then(|| (say::each_adds(lang).into(), self.each())),
            price: only.filter(|c| self.entry(*c) == first).map(|c| self.price(c)),
            money: self
                .fitting(presenter.plan(Measure::Media), presenter.reading(Quantity::plan(Measure::Media))),
            money_per_month: self.per_month(self.fitting(presenter.monthly(monthly), monthly)),
            lanes: if only.is_some() { Vec::new() } else { self.lanes(&active, &stages) },
            worth: self.worth(),
            late: self.late(&stages),
            stages,
        }
    }

    /// A number as the chain has room for it.
    pub(super) fn fitting(&self, shown: Shown, reading: Reading) -> Shown {
        let Some(value) = self.presenter.value(reading).ok().filter(|value| value.abs() >= LONG) else {
            return shown;
        };
        let (currency, lang) = (self.presenter.currency, self.presenter.lang);
        let text = match self.presenter.numbers.model().unit(reading.quantity) {
            Unit::Money => number::compact_money(value, currency, lang),
            _ => number::compact(value, lang),
        };
        Shown { text, ..shown }
    }

    pub(super) fn entry(&self, channel: u16) -> u16 {
        let plan = self.presenter.numbers.model().plan();
        let entry =
            plan.document().channels.get(usize::from(channel)).and_then(|c| plan.stage(&c.entry_stage));
        entry.unwrap_or(0)
    }

    /// What a customer adds to the goal's figure; between two large numbers there is room for a short one only.
    fn each(&self) -> Shown {
        let presenter = self.presenter;
        let reading = presenter.reading(Quantity::plan(Measure::AmountPerCustomer));
        let compact = |value| number::compact(value, presenter.lang);
        Shown::new(presenter.value(reading).map_or_else(|_| number::DASH.into(), compact), reading)
    }

    fn goal(&self) -> GoalView {
        let presenter = self.presenter;
        let lang = presenter.lang;
        let label = say::goal_of(lang, presenter.figure_name());
        let target = Reading::now(Quantity::plan(Measure::Target));
        let unit = presenter.numbers.model().unit(target.quantity);
        let value = presenter.value(target).unwrap_or(0.0);
        let kind = if unit == Unit::Money { Kind::Money(presenter.currency) } else { Kind::Count };
        let input = presenter.document().goal.target.map(|target| InputView {
            path: Path::of(Field::Target),
            label: label.clone(),
            text: short(target, kind, presenter),
            kind,
        });
        let baseline = Reading::now(Quantity::plan(Measure::Baseline));
        let has_baseline = presenter.value(baseline).is_ok_and(|baseline| baseline != 0.0);
        let note = has_baseline.then(|| {
            Sentence::compose(&say::already(lang, Slot(0)), &[presenter.goal_number(Measure::Baseline)])
        });
        let text = if unit == Unit::Money {
            number::compact_money(value, presenter.currency, lang)
        } else {
            self.fitting(Shown::new(number::count(value), target), target).text
        };
        GoalView { label, input, shown: Shown::new(text, target), note }
    }

    /// The stages from the goal's side on, down to the first one that anybody enters.
    fn stages(&self) -> Vec<StageView> {
        let volumes = volumes(self.presenter);
        let top = volumes.iter().map(|(_, volume)| *volume).fold(1.0, f64::max);
        let entered = volumes.last().map_or(0, |(stage, _)| *stage);
        volumes.into_iter().map(|(stage, volume)| self.stage(stage, entered, volume, top)).collect()
    }

    fn stage(&self, stage: u16, entered: u16, volume: f64, top: f64) -> StageView {
        let presenter = self.presenter;
        let quantity = Quantity::stage(stage, Measure::VolumePerMonth);
        let per_month = self.fitting(presenter.of(quantity), presenter.reading(quantity));
        StageView {
            stage,
            name: presenter.stage_name(stage).into(),
            shown: self
                .fitting(self.required(stage), presenter.reading(Quantity::stage(stage, Measure::Volume))),
            per_month: self.per_month(per_month),
            bar: format!("{:.1}", 100.0 * (1.0 + volume).ln() / (1.0 + top).ln()),
            volume,
            rate: (stage > entered).then(|| self.common_rate(stage)),
        }
    }

    /// What an average month takes; nothing where there is one month, of which the number itself says it.
    fn per_month(&self, shown: Shown) -> Sentence {
        match self.presenter.document().months {
            1 => Sentence::default(),
            _ => Sentence::compose(&say::per_month(self.presenter.lang, Slot(0)), &[shown]),
        }
    }

    fn required(&self, stage: u16) -> Shown {
        match self.presenter.basis {
            Basis::Required => {
                self.presenter.shown(Reading::required(Quantity::stage(stage, Measure::Required)))
            }
            Basis::Plan => self.presenter.of(Quantity::stage(stage, Measure::Volume)),
        }
    }

    /// The plan's rate into a stage, with the rate over all channels where some have their own.
    fn common_rate(&self, stage: u16) -> RateView {
        let presenter = self.presenter;
        let own = |c: &crate::model::plan::Channel| {
            presenter
                .document()
                .stages
                .get(usize::from(stage))
                .is_some_and(|s| c.conversion_rates.contains_key(&s.id))
        };
        let blended = presenter.document().channels.iter().any(own).then(|| {
            let rate = presenter.of(Quantity::stage(stage, Measure::BlendedRate));
            Sentence::compose(&say::blended(presenter.lang, Slot(0)), &[rate])
        });
        RateView {
            input: self.input(Path::at(Field::ConversionRate, stage), self.rate_name(stage)),
            editable: true,
            note: blended,
            weak: self.weakest == Some(stage),
        }
    }

    pub(super) fn rate_name(&self, stage: u16) -> String {
        let stages = &self.presenter.document().stages;
        stages
            .get(usize::from(stage))
            .map_or_else(String::new, |s| term::rate_into(&s.id, &s.name, self.presenter.lang))
    }

    /// A channel's price per unit, with the price it really pays where its curve bends.
    pub(super) fn price(&self, channel: u16) -> RateView {
        let presenter = self.presenter;
        let effective = presenter.reading(Quantity::channel(channel, Measure::UnitCostEffective));
        let path = Path::at(Field::UnitCost, channel);
        let quoted = presenter.document().number(path).unwrap_or(0.0);
        let differs = presenter.value(effective).is_ok_and(|price| (price - quoted).abs() > 0.005 * quoted);
        let note = differs.then(|| {
            Sentence::compose(&say::effective(presenter.lang, Slot(0)), &[presenter.shown(effective)])
        });
        let each = term::each_of_stage(self.entry(channel), presenter.document(), presenter.lang);
        let label = say::unit_cost(presenter.lang, each, presenter.currency.prefix().trim_end());
        RateView { input: self.input(path, label), editable: true, note, weak: false }
    }

    pub(super) fn input(&self, path: Path, label: String) -> InputView {
        let value = self.presenter.document().number(path).unwrap_or(0.0);
        let kind =
            if path.field.unit() == Unit::Rate { Kind::Rate } else { Kind::Money(self.presenter.currency) };
        InputView { path, label, text: bare(value, kind), kind }
    }

    /// What arrives at the stages after the deadline.
    fn late(&self, stages: &[StageView]) -> Option<Sentence> {
        let presenter = self.presenter;
        let lang = presenter.lang;
        let reading = |stage| presenter.reading(Quantity::stage(stage, Measure::AfterDeadline));
        let late = |stage: &&StageView| presenter.value(reading(stage.stage)).is_ok_and(|late| late >= 0.5);
        let stages: Vec<&StageView> = stages.iter().filter(late).collect();
        let told = |(place, stage): (usize, &&StageView)| {
            say::late_of(lang, &stage.name, Slot(u8::try_from(place).unwrap_or(u8::MAX)))
        };
        let told: Vec<String> = stages.iter().enumerate().map(told).collect();
        let numbers: Vec<Shown> = stages.iter().map(|stage| presenter.shown(reading(stage.stage))).collect();
        let text = say::chain_late(lang, told.join(notation::list_mark(lang)));
        (!numbers.is_empty()).then(|| Sentence::compose(&text, &numbers))
    }

    /// What a step of the weakest rate saves.
    fn worth(&self) -> Option<Sentence> {
        let presenter = self.presenter;
        let stage = self.weakest?;
        let reading = Reading::required(Quantity::stage(stage, Measure::StepWorth));
        presenter.value(reading).ok().filter(|saved| *saved > 0.0)?;
        let rate = presenter.document().number(Path::at(Field::ConversionRate, stage))?;
        let step = number::points(lever::step(rate));
        let name = inside(&self.rate_name(stage), presenter.lang);
        Some(Sentence::compose(&say::worth(presenter.lang, name, step, Slot(0)), &[presenter.shown(reading)]))
    }
}
