//! The rows of the table.

use super::difference::{Difference, difference, more_is_better, no_difference};
use super::{ComparedCell, Row, RowGroup};
use crate::locale::number::Currency;
use crate::locale::screen::compare as say;
use crate::locale::{Lang, term};
use crate::model::plan::{Field, Path};
use crate::model::quantity::{Basis, Measure, Quantity, Reading, Unit};
use crate::present::presenter::Presenter;
use crate::present::sentence::Shown;

/// What the plans come to.
const RESULTS: [Measure; 10] = {
    use Measure::*;
    [Customers, Revenue, Profit, Cac, Cltv, CltvToCac, Roas, Roi, Payback, BreakEvenMonth]
};

/// A number of one plan, with what it is compared by.
struct Entry {
    shown: Shown,
    value: Option<f64>,
    unit: Unit,
    /// The currency, where it is money.
    currency: Option<Currency>,
}

impl Entry {
    fn of(presenter: &Presenter<'_, '_>, shown: Shown, value: Option<f64>, unit: Unit) -> Entry {
        let is_money = matches!(unit, Unit::Money | Unit::MoneyPerMonth | Unit::MoneyPerUnit);
        Entry { shown, value, unit, currency: is_money.then_some(presenter.currency) }
    }

    /// A reading of a plan.
    fn read(presenter: &Presenter<'_, '_>, reading: Reading) -> Entry {
        let unit = presenter.numbers.model().unit(reading.quantity);
        Entry::of(presenter, presenter.shown(reading), presenter.value(reading).ok(), unit)
    }

    /// Whether two numbers are of one kind, so that one is more than the other.
    fn compares_with(&self, other: &Entry) -> bool {
        self.unit == other.unit && self.currency == other.currency
    }

    /// What it is against the base's; none where they do not compare.
    fn against(&self, base: &Entry, presenter: &Presenter<'_, '_>) -> Option<Difference> {
        let (from, to) = base.value.zip(self.value).filter(|_| self.compares_with(base))?;
        let is_same = base.shown.text == self.shown.text;
        Some(if is_same { no_difference(presenter.lang) } else { difference(from, to, self.unit, presenter) })
    }
}

type Presenters<'p, 'n, 'm> = &'p [Presenter<'n, 'm>];

pub(super) fn groups(presenters: Presenters<'_, '_, '_>, lang: Lang) -> Vec<RowGroup> {
    let group = |title, rows| RowGroup { title, rows };
    let groups = [
        group(say::goal(lang), goal(presenters, lang)),
        group(say::budget(lang), budget(presenters, lang)),
        group(say::chain(lang), chain(presenters, lang)),
        group(say::results(lang), results(presenters, lang)),
    ];
    groups.into_iter().filter(|group| !group.rows.is_empty()).collect()
}

fn goal(presenters: Presenters<'_, '_, '_>, lang: Lang) -> Vec<Row> {
    let target = row(presenters, say::target(lang).into(), None, |presenter| {
        let reading = Reading::now(Quantity::plan(Measure::Target));
        Some(Entry { shown: presenter.goal_number(Measure::Target), ..Entry::read(presenter, reading) })
    });
    let months = row(presenters, say::months(lang).into(), None, |presenter| {
        Some(Entry::read(presenter, Reading::now(Quantity::plan(Measure::Horizon))))
    });
    vec![target, months]
}

fn budget(presenters: Presenters<'_, '_, '_>, lang: Lang) -> Vec<Row> {
    let measure = |label: &str, measure, basis| {
        row(presenters, label.into(), Some(measure), |presenter| {
            let quantity = Quantity::plan(measure);
            Some(Entry::read(presenter, Reading { quantity, month: None, basis }))
        })
    };
    vec![
        measure(say::required(lang), Measure::Media, Basis::Required),
        measure(say::required_per_month(lang), Measure::MediaPerMonth, Basis::Required),
        measure(say::today(lang), Measure::MediaPerMonth, Basis::Plan),
        measure(say::attainment(lang), Measure::Attainment, Basis::Plan),
    ]
}

/// The stages from the customer up, each followed by the rate into it: first those of the first plan, then those that
/// only others have.
fn chain(presenters: Presenters<'_, '_, '_>, lang: Lang) -> Vec<Row> {
    let mut stages: Vec<(String, String)> = Vec::new();
    for presenter in presenters {
        for stage in presenter.document().stages.iter().rev() {
            if !stages.iter().any(|(id, _)| *id == stage.id) {
                stages.push((stage.id.clone(), stage.name.clone()));
            }
        }
    }
    let rows = stages.iter().flat_map(|(id, name)| stage(presenters, id, name, lang));
    // Nothing leads into the first stage, and some stages nobody passes.
    rows.filter(|row| row.cells.iter().any(Option::is_some)).collect()
}

/// Whether a channel that takes part comes through a stage, or through the rate into it.
fn is_passed(presenter: &Presenter<'_, '_>, stage: u16, by_rate: bool) -> bool {
    let plan = presenter.numbers.model().plan();
    let active = presenter.document().channels.iter().filter(|channel| channel.active.unwrap_or(true));
    let mut entries = active.filter_map(|channel| plan.stage(&channel.entry_stage));
    entries.any(|entry| if by_rate { entry < stage } else { entry <= stage })
}

fn stage(presenters: Presenters<'_, '_, '_>, id: &str, name: &str, lang: Lang) -> [Row; 2] {
    let place = |presenter: &Presenter<'_, '_>| presenter.numbers.model().plan().stage(id);
    // What no channel of any plan passes is 0 or without effect in all of them.
    let is_passed = |by_rate| {
        presenters
            .iter()
            .any(|presenter| place(presenter).is_some_and(|at| is_passed(presenter, at, by_rate)))
    };
    let (volumes, rates) = (is_passed(false), is_passed(true));
    let volume = row(presenters, name.into(), None, |presenter| {
        let measure = if presenter.basis == Basis::Required { Measure::Required } else { Measure::Volume };
        Some(Entry::read(
            presenter,
            presenter.reading(Quantity::stage(place(presenter).filter(|_| volumes)?, measure)),
        ))
    });
    let rate = row(presenters, term::rate_into(id, name, lang), None, |presenter| {
        let path = Path::at(Field::ConversionRate, place(presenter).filter(|_| rates)?);
        let value = presenter.document().number(path)?;
        Some(Entry::of(presenter, Shown::new(presenter.input(path), path), Some(value), Unit::Rate))
    });
    [volume, rate]
}

fn results(presenters: Presenters<'_, '_, '_>, lang: Lang) -> Vec<Row> {
    let of = |measure: Measure| {
        row(presenters, term::label(measure, lang).into(), Some(measure), |presenter| {
            Some(Entry::read(presenter, presenter.reading(Quantity::plan(measure))))
        })
    };
    RESULTS.map(of).into()
}

/// One number of every plan against that of the first.
fn row<'n, 'm>(
    presenters: &[Presenter<'n, 'm>],
    label: String,
    measure: Option<Measure>,
    of: impl Fn(&Presenter<'n, 'm>) -> Option<Entry>,
) -> Row {
    let entries: Vec<Option<Entry>> = presenters.iter().map(of).collect();
    let best = measure.and_then(more_is_better).and_then(|more| best(&entries, more));
    let base = entries.first().and_then(Option::as_ref);
    let cell = |(place, (entry, presenter)): (usize, (&Option<Entry>, &Presenter<'_, '_>))| {
        let entry = entry.as_ref()?;
        Some(ComparedCell {
            shown: entry.shown.clone(),
            difference: base.filter(|_| place > 0).and_then(|base| entry.against(base, presenter)),
            is_best: best == Some(place),
        })
    };
    Row { label, cells: entries.iter().zip(presenters).enumerate().map(cell).collect() }
}

/// The place of the one number that is better than all others; none where several read the same, there is only one, or
/// they do not compare.
fn best(entries: &[Option<Entry>], more: bool) -> Option<usize> {
    let valued = || entries.iter().enumerate().filter_map(|(place, entry)| Some((place, entry.as_ref()?)));
    let valued = || valued().filter_map(|(place, entry)| Some((place, entry, entry.value?)));
    let better = |a: f64, b: f64| if more { a.total_cmp(&b) } else { b.total_cmp(&a) };
    let (place, first, _) = valued().max_by(|a, b| better(a.2, b.2))?;
    let is_alone = valued().filter(|(_, other, _)| other.shown.text == first.shown.text).count() == 1;
    let compares = valued().all(|(_, other, _)| other.compares_with(first));
    (is_alone && compares && valued().count() > 1).then_some(place)
}
