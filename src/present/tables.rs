//! The report as tables for spreadsheets: every number with all its digits, undefined ones empty, units in the
//! headings. Rates are fractions, as the model computes with them.

use super::form::FieldView;
use super::presenter::Presenter;
use crate::locale::screen::form as form_say;
use crate::locale::screen::{plan as plan_say, table as say};
use crate::locale::typed::Kind;
use crate::locale::{Lang, term};
use crate::model::plan::{Channel, Document, Path, Stage};
use crate::model::quantity::{Basis, Measure, Quantity, Unit};
use crate::model::reading::Numbers;
use crate::model::report::sections;

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// Nothing stands here.
    Empty,
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// What it is called; short enough for a file or a sheet.
    pub name: String,
    /// The headings, then the rows, each with a cell for every heading.
    pub rows: Vec<Vec<Cell>>,
}

/// The tables of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Tables {
    /// Totals and metrics of every channel, and of the whole plan where there are several.
    pub channels: Table,
    /// Money and customers month by month.
    pub months: Table,
    /// Volumes and costs of every stage.
    pub stages: Table,
    /// Every number that somebody put in, with its range and where it comes from.
    pub assumptions: Table,
}

impl Tables {
    /// The tables with the budgets asked for; where no budget reaches the goal, with today's.
    #[must_use]
    pub fn of(numbers: &Numbers<'_>, lang: Lang, basis: Basis) -> Tables {
        let presenter = Presenter::new(numbers, lang, basis);
        Tables {
            channels: presenter.channels_table(),
            months: presenter.months_table(),
            stages: presenter.stages_table(),
            assumptions: assumptions(presenter.document(), presenter.currency, lang),
        }
    }
}

impl Cell {
    fn text(text: impl Into<String>) -> Cell {
        let text = text.into();
        if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
    }

    fn number(number: Option<f64>) -> Cell {
        number.filter(|number| number.is_finite()).map_or(Cell::Empty, Cell::Number)
    }
}

impl Presenter<'_, '_> {
    fn cell(&self, quantity: Quantity) -> Cell {
        Cell::number(self.value(self.reading(quantity)).ok())
    }

    /// A heading with its unit.
    fn heading(&self, quantity: Quantity) -> Cell {
        let label = term::quantity(quantity, self.document(), self.lang);
        let unit = unit(self.numbers.model().unit(quantity), self.currency, self.lang);
        Cell::text(if unit.is_empty() { label } else { say::in_unit(self.lang, label, unit) })
    }

    fn channels_table(&self) -> Table {
        let lang = self.lang;
        let measures = [sections::TOTALS, sections::METRICS, sections::CHANNEL].concat();
        let at_stages = self.at_stages();
        let words = [plan_say::channel(lang), form_say::trust(lang), form_say::entry(lang)].map(Cell::text);
        let of_plan =
            measures.iter().map(|measure| Quantity::plan(*measure)).chain(at_stages.iter().copied());
        let mut rows =
            vec![words.into_iter().chain(of_plan.map(|quantity| self.heading(quantity))).collect()];
        for (place, channel) in (0_u16..).zip(&self.document().channels) {
            let numbers = measures.iter().map(|measure| Quantity::channel(place, *measure));
            let at_stages = at_stages.iter().map(|at| Quantity { channel: Some(place), ..*at });
            let cells = numbers.chain(at_stages).map(|quantity| self.cell(quantity));
            rows.push(self.channel_words(place, channel).into_iter().chain(cells).collect());
        }
        if self.document().channels.len() > 1 {
            let words = [Cell::text(say::whole_plan(lang)), Cell::Empty, Cell::Empty];
            let of_plan = measures.iter().map(|measure| match sections::CHANNEL.contains(measure) {
                true => Cell::Empty,
                false => self.cell(Quantity::plan(*measure)),
            });
            let at_stages = at_stages.iter().map(|at| self.cell(*at));
            rows.push(words.into_iter().chain(of_plan).chain(at_stages).collect());
        }
        Table { name: say::channels(lang).into(), rows }
    }

    /// What every channel brings to every stage, as quantities of the whole plan. The last stage is the customer, who
    /// has columns already.
    fn at_stages(&self) -> Vec<Quantity> {
        let stages = 0..self.numbers.model().plan().last_stage();
        let of = |measure: &Measure| {
            stages.clone().map(|stage| Quantity::stage(stage, *measure)).collect::<Vec<_>>()
        };
        sections::CHANNEL_STAGES.iter().flat_map(of).collect()
    }

    fn channel_words(&self, place: u16, channel: &Channel) -> [Cell; 3] {
        let entry = self.numbers.model().plan().stage(&channel.entry_stage).unwrap_or(0);
        [
            Cell::text(term::channel(place, self.document(), self.lang)),
            Cell::text(term::trust(channel.trust, self.lang)),
            Cell::text(term::stage_name(entry, self.document(), self.lang)),
        ]
    }

    fn months_table(&self) -> Table {
        let quantities = || sections::MONTHS.iter().map(|measure| Quantity::plan(*measure));
        let headings = quantities().map(|quantity| self.heading(quantity));
        let mut rows =
            vec![std::iter::once(Cell::text(plan_say::month(self.lang))).chain(headings).collect()];
        let start = self.numbers.model().plan().start();
        for place in 0..self.document().months {
            let month = start.plus(place);
            let at = |quantity| self.reading(quantity).at(u16::try_from(place).unwrap_or(u16::MAX));
            let numbers = quantities().map(|quantity| Cell::number(self.value(at(quantity)).ok()));
            let label = Cell::text(format!("{:04}-{:02}", month.year, month.month));
            rows.push(std::iter::once(label).chain(numbers).collect());
        }
        Table { name: say::months(self.lang).into(), rows }
    }

    fn stages_table(&self) -> Table {
        let lang = self.lang;
        let measures = [sections::STAGES, &[Measure::Required, Measure::BlendedRate]].concat();
        let words = [plan_say::stage(lang), say::tier(lang)].map(Cell::text);
        // The stage stands in front of its row, so the headings name none.
        let headings = measures.iter().map(|measure| {
            let unit = unit(measure.unit(), self.currency, lang);
            let label = term::label(*measure, lang);
            Cell::text(if unit.is_empty() { label.to_owned() } else { say::in_unit(lang, label, unit) })
        });
        let mut rows = vec![words.into_iter().chain(headings).collect()];
        for (place, stage) in (0_u16..).zip(&self.document().stages) {
            let Stage { tier, .. } = stage;
            let words = [term::stage_name(place, self.document(), lang), term::tier(*tier, lang).to_owned()];
            let numbers = measures.iter().map(|measure| self.cell(Quantity::stage(place, *measure)));
            rows.push(words.map(Cell::text).into_iter().chain(numbers).collect());
        }
        Table { name: say::stages(lang).into(), rows }
    }
}

fn assumptions(document: &Document, currency: crate::locale::number::Currency, lang: Lang) -> Table {
    let headings = [
        say::item(lang),
        say::value(lang),
        say::unit(lang),
        say::low(lang),
        say::high(lang),
        say::source(lang),
        say::note(lang),
        say::place(lang),
    ];
    let row = |path: Path| {
        let estimate = document.estimate(path);
        let (low, high) = estimate.and_then(|estimate| estimate.range).unzip();
        let source = estimate.map_or("", |estimate| term::source_chip(estimate.source, lang));
        let note = estimate.and_then(|estimate| estimate.note.clone());
        vec![
            Cell::text(term::path(path, document, lang)),
            Cell::number(document.number(path)),
            Cell::text(unit(unit_of(path, document, lang), currency, lang)),
            Cell::number(low),
            Cell::number(high),
            Cell::text(source),
            Cell::text(note.unwrap_or_default()),
            Cell::text(path.name(document)),
        ]
    };
    let rows = std::iter::once(headings.map(Cell::text).into()).chain(document.paths().into_iter().map(row));
    Table { name: say::assumptions(lang).into(), rows: rows.collect() }
}

/// The unit of a number of the plan: a goal is counted, or money.
fn unit_of(path: Path, document: &Document, lang: Lang) -> Unit {
    match (path.field.unit(), FieldView::of(path, document, lang).input.kind) {
        (Unit::Count, Kind::Money(_)) => Unit::Money,
        (unit, _) => unit,
    }
}

/// What the numbers of a column are counted in; empty for plain ones.
fn unit(unit: Unit, currency: crate::locale::number::Currency, lang: Lang) -> String {
    match unit {
        Unit::Rate => say::fraction(lang).to_owned(),
        Unit::MonthNumber => term::unit_kind(unit, lang).to_owned(),
        unit => term::unit_name(unit, currency, lang),
    }
}

#[cfg(test)]
mod tests;
